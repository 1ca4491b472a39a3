"""What an answer rests on: the version applied, the facts used, the conditions and how each came out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from extradition.case_file.finding import Finding
from extradition.days import Days, first_day
from extradition.law import ANSWER, HOLDS, VERIFIED, FactProof, Hour, Model
from extradition.rule_book.book import DESIGNATED, Designation
from extradition.rule_book.conditions import Answer
from extradition.rule_book.version import Authority

Test = tuple[str, tuple[str, ...]]
"""A fact, and the answers that a condition wanted it to have."""


class AuthorityUsed(Authority):
    """An authority with the address at which it can be read, if it has one; *later*, if of a later year than the day of the law."""

    address: str | None
    later: bool


class VersionUsed(Model):
    """The version of a question that was applied, and why it was that one.

    ``looked_up_on`` is the day (or the span of days) that chose it, by what ``selected_by`` says; both are None if it was assumed. The day is
    None too where it is missing and every version gives the same answer. The hours are
    given where the law changed within a day.
    """

    id: str
    summary: str
    verified: VERIFIED
    made_by: Literal["enactment", "judgment"]
    in_force_from: dt.date | Literal["prospective"]
    from_hour: Hour | None
    in_force_until: dt.date | None
    until_hour: Hour | None
    selected_by: str | None
    looked_up_on: dt.date | Days | None
    assumes: tuple[str, ...]
    not_formalised: tuple[str, ...]
    authorities: tuple[AuthorityUsed, ...]

    @property
    def first_day(self) -> dt.date | None:
        """The day that chose it, or the first of the span."""
        return None if self.looked_up_on is None else first_day(self.looked_up_on)


class FactUsed(Model):
    """A fact (or another question, with its *provision*) that was asked about: its answer, None while open, and who says so.

    ``designation`` is what says so of the territory; ``proof`` a burden that the fact has of its own; ``towards`` the
    answer for which it tells, where it is laid out beside a reserved question.
    """

    name: str
    ask: str
    provision: str | None
    answer: Answer | None
    wording: str | None
    findings: tuple[Finding, ...]
    designation: Designation[DESIGNATED] | None = None
    proof: FactProof | None = None
    towards: ANSWER | None = None


class Reason(Model):
    """A condition and whether it held: of all or any of the reasons *of*, or of one *fact* having a *wanted* answer."""

    kind: Literal["all", "any", "fact"]
    holds: HOLDS
    fact: str | None = None
    wanted: tuple[str, ...] = ()
    answer: Answer | None = None
    of: tuple[Reason, ...] = ()


def tests_in(reason: Reason) -> Iterator[tuple[Test, HOLDS]]:
    """Every test in *reason*, with how it came out."""
    if reason.fact is not None:
        yield (reason.fact, reason.wanted), reason.holds
    for part in reason.of:
        yield from tests_in(part)


def deciding_in(reason: Reason, holds: HOLDS) -> Iterator[Test]:
    """The tests in the parts of *reason* that make it come out as it *holds*."""
    if reason.fact is not None:
        yield reason.fact, reason.wanted
    for part in reason.of:
        if part.holds == holds:
            yield from deciding_in(part, holds)
