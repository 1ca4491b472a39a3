"""What follows from all the findings on one fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from extradition.case_file.finding import Finding
from extradition.law import ANSWER
from extradition.rule_book.book import DESIGNATED, Designation

BASIS = Literal["found and agreed", "requesting authority", "requested person"]
"""On whose case an offence is looked at: on what is found and agreed only, or as a party puts it."""


@dataclass(frozen=True)
class Known:
    """What is known of one fact: its *answer*, or None where it is disputed, and the *findings* (or the *designation*) that say so.

    ``is_argument``: only a party's assertion says so, which on a question is argument and does not answer it.
    """

    answer: str | None
    findings: tuple[Finding, ...]
    designation: Designation[DESIGNATED] | None = None
    is_argument: bool = False

    @property
    def written(self) -> str | None:
        """The answer as the first finding that gives it writes it."""
        return next((finding.answer for finding in self.findings if finding.compared == self.answer), self.answer)

    @property
    def found(self) -> ANSWER | None:
        """The answer that findings on a question itself give: a party's assertion is argument, not a finding."""
        if self.answer is None or self.is_argument:
            return None
        return "yes" if self.answer == "yes" else "no"


Includes = Mapping[str, tuple[str, ...]]
"""The answers that leave open which of some others they are, with those others."""
NOTHING_INCLUDED: Includes = MappingProxyType({})


def settle(findings: tuple[Finding, ...], includes: Includes = NOTHING_INCLUDED) -> Known:
    """What is known of one fact, from all the *findings* on it: the highest rank binds; a difference within it is a dispute.

    An answer that *includes* another one of them does not differ from it; the narrower one counts.
    """
    highest = max(finding.rank for finding in findings)
    binding = tuple(finding for finding in findings if finding.rank == highest)
    answer = _one_of({finding.compared for finding in binding}, includes)
    return Known(answer if highest > 0 else None, findings, is_argument=binding[0].is_assertion)


def settle_for(findings: tuple[Finding, ...], view: BASIS, includes: Includes = NOTHING_INCLUDED) -> Known | None:
    """What is known of one fact in one *view* of the case, from all the *findings* on it; None if none of them counts there.

    What somebody who decides found outranks, and what is agreed binds. *found and agreed* leaves out what is merely
    asserted or disputed. A party's case takes what that party says itself, then what stands because nobody attributes it
    or it is assumed, then what anybody else asserts. What others say and is disputed answers nothing in it; what
    others say of a question is argument.
    """
    if view == "found and agreed":
        counted = tuple(finding for finding in findings if finding.rank > 1 or not finding.is_contestable)
        return settle(counted, includes) if counted else None
    ranks = [_rank_for(finding, view) for finding in findings]
    binding = tuple(finding for finding, rank in zip(findings, ranks, strict=True) if rank == max(ranks))
    answer = _one_of({finding.compared for finding in binding}, includes)
    return Known(answer if max(ranks) > 0 else None, binding, is_argument=binding[0].is_assertion and binding[0].by not in (view, "parties"))


def _one_of(answers: set[str], includes: Includes) -> str | None:
    """The one answer on which all of *answers* agree; None if they differ."""
    narrow = {answer for answer in answers if answers.isdisjoint(includes.get(answer, ()))}
    return narrow.pop() if len(narrow) == 1 else None


def _rank_for(finding: Finding, party: BASIS) -> int:
    """How far *finding* binds in the case of *party*."""
    if finding.rank > 1:
        return finding.rank + 2
    if not finding.is_contestable:
        return 2
    return 3 if finding.by == party else finding.rank
