"""The reasons of an answer: the version applied, the facts used, and each condition with its result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.finding import Finding
from extradition.days import Days, first_day
from extradition.law import ANSWER, HOLDS, LEFT_OUT_IF_EMPTY, MADE_BY, SELECTOR, FactProof, Hour, Model
from extradition.rule_book.book import Designation
from extradition.rule_book.conditions import Answer, Name
from extradition.rule_book.in_force import moment_of, span_in_words
from extradition.rule_book.version import LEVEL, Authority

Test = tuple[str, tuple[str, ...]]
"""A fact, and the answers on which a condition holds."""


class AuthorityUsed(Authority):
    """An authority with its web address, if it has one.

    *later*: its year is later than that of the day of the law.
    """

    address: str | None
    later: bool


class AlsoSelected(Model):
    """One more date that selected a version, and the span in which the version covers it.

    *selector* is the name of the date in the rule book. ``looked_up_on`` is its day or span of days in the
    case, and ``selected_by`` says which day that is. Both are None if the version is the only one that may
    apply, whatever the date.
    """

    selector: SELECTOR
    selected_by: str | None
    looked_up_on: dt.date | Days | None
    in_force_from: dt.date
    from_hour: Hour | None
    in_force_until: dt.date | None
    until_hour: Hour | None

    @property
    def in_words(self) -> str:
        """The span in words."""
        return _in_words(self)

    @property
    def first_day(self) -> dt.date | None:
        """The day that selected the version, or the first day of the span."""
        return _first_day(self)


class PassageUsed(Model):
    """Words of legislation on which a version rests, with the days on which they stood and the text from
    which they were read.

    ``paragraphs`` are the words verbatim. ``stated_to`` is the day to which the text states the law, and
    ``source`` its title.
    """

    provision: str
    address: str
    paragraphs: tuple[str, ...]
    since: dt.date
    until: dt.date | None
    source: str
    stated_to: dt.date

    @property
    def in_words(self) -> str:
        """The days on which the words were in force, in words."""
        return span_in_words(moment_of(self.since), moment_of(self.until))


class VersionUsed(Model):
    """The version of a question that was applied, and the reason for its selection.

    ``looked_up_on`` is the day (or the span of days) that selected it, and ``selected_by`` says which day
    that is. Both are None if the version was assumed. ``looked_up_on`` is also None if the date is missing
    and every version gives the same answer. The hours are given if the law changed within a day. ``also`` has
    the spans by other dates, if the version is in force by several. ``text`` has the words of the Act, where
    they were read.
    """

    id: str
    summary: str
    text: tuple[PassageUsed, ...]
    verified: LEVEL
    made_by: MADE_BY
    in_force_from: dt.date | Literal["prospective"]
    from_hour: Hour | None
    in_force_until: dt.date | None
    until_hour: Hour | None
    selected_by: str | None
    looked_up_on: dt.date | Days | None
    also: Annotated[tuple[AlsoSelected, ...], LEFT_OUT_IF_EMPTY] = ()
    assumes: tuple[str, ...]
    not_formalised: tuple[str, ...]
    authorities: tuple[AuthorityUsed, ...]

    @property
    def in_words(self) -> str:
        """The days of its span in words; empty if it is not known to be in force."""
        return _in_words(self)

    @property
    def first_day(self) -> dt.date | None:
        """The day that selected the version, or the first day of the span."""
        return _first_day(self)


def _first_day(used: AlsoSelected | VersionUsed) -> dt.date | None:
    return None if used.looked_up_on is None else first_day(used.looked_up_on)


def _in_words(used: AlsoSelected | VersionUsed) -> str:
    if used.in_force_from == "prospective":
        return ""
    begins = moment_of(used.in_force_from, used.from_hour)
    return span_in_words(begins, moment_of(used.in_force_until, used.until_hour))


class FactUsed(Model):
    """A fact (or another question, with its *provision*) that the rules used: its answer (None while open)
    and its findings.

    ``designation`` is the designation of the territory that gives the answer. ``proof`` is the fact's own
    burden of proof, if it has one. ``towards`` is the answer that the fact supports, if it is a factor of a
    reserved question. ``closed``: the evidence on it is closed, and there is no finding or only an assertion
    in doubt. ``nothing_shown``: the answer is the one that stands while no party shows more, recorded or not.
    """

    name: str
    ask: str
    provision: str | None
    answer: Answer | None
    wording: str | None
    findings: tuple[Finding, ...]
    designation: Designation[Name] | None = None
    proof: FactProof | None = None
    towards: ANSWER | None = None
    closed: ClosedEvidence | None = None
    nothing_shown: Annotated[bool, LEFT_OUT_IF_EMPTY] = False

    @property
    def is_not_proved(self) -> bool:
        """Whether a party asserted it, and a doubt about it stood when the evidence was closed."""
        return self.closed is not None and bool(self.findings)


class Reason(Model):
    """A condition and whether it holds: all or any of the reasons in *of*, or one *fact* with one of the
    *wanted* answers.

    With *unless*, the fact must have none of the *wanted* answers; while it is open, the condition holds by
    presumption.
    """

    kind: Literal["all", "any", "fact"]
    holds: HOLDS
    fact: str | None = None
    wanted: tuple[str, ...] = ()
    answer: Answer | None = None
    unless: bool = False
    of: tuple[Reason, ...] = ()


def tests_in(reason: Reason) -> Iterator[tuple[Test, HOLDS]]:
    """Every test in *reason*, with its result."""
    if reason.fact is not None:
        yield (reason.fact, reason.wanted), reason.holds
    for part in reason.of:
        yield from tests_in(part)


def deciding_in(reason: Reason, holds: HOLDS) -> Iterator[Test]:
    """The tests in those parts of *reason* that give it the value *holds*."""
    if reason.fact is not None:
        yield reason.fact, reason.wanted
    for part in reason.of:
        if part.holds == holds:
            yield from deciding_in(part, holds)
