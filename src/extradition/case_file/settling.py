"""The answer to one fact, from all the findings on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.finding import AUTHOR, Finding
from extradition.law import ANSWER, PARTY
from extradition.rule_book.book import Designation
from extradition.rule_book.conditions import Name
from extradition.rule_book.fact import FollowsFrom
from extradition.rule_book.parties import AGREED_BASIS, BOTH, Parties

BASIS = PARTY
"""The basis of an outcome, one of ``Parties.bases``: only what is found and agreed, or a party's case."""


@dataclass(frozen=True)
class Known:
    """The *answer* to one fact, None if it is disputed, with the *findings* (or the *designation*) behind it.

    ``argued_by``: the authors of an answer that is only argument, in the order of their names; none for any
    other. A presumption depends on them. ``closed``: the evidence on the fact is closed, and there is no
    finding, or only an assertion in doubt. ``dated``: a date of the case file gives the answer, whatever the
    findings are. ``follows``: why the answer, a doubt, follows from a finding on another fact;
    None for any other.
    """

    answer: str | None
    findings: tuple[Finding, ...]
    designation: Designation[Name] | None = None
    argued_by: tuple[AUTHOR | None, ...] = ()
    closed: ClosedEvidence | None = None
    dated: bool = False
    follows: FollowsFrom | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the territory, a date of the case or the close of the evidence gives the answer, and the
        findings do not count.
        """
        return self.dated or self.designation is not None or self.closed is not None

    @property
    def is_not_proved(self) -> bool:
        """Whether a party asserted it, and a doubt about it stood when the evidence was closed."""
        return self.closed is not None and bool(self.findings)

    @property
    def asserted(self) -> str | None:
        """The one answer of the findings; None without a finding, and where they differ."""
        answers = {finding.compared for finding in self.findings}
        return answers.pop() if len(answers) == 1 else None

    @property
    def is_argument(self) -> bool:
        """Whether the answer is only a party's assertion. On a question it does not answer it."""
        return bool(self.argued_by)

    @property
    def written(self) -> str | None:
        """The answer in the words of the first finding that gives it."""
        return next(
            (finding.answer for finding in self.findings if finding.compared == self.answer), self.answer
        )

    @property
    def nameless(self) -> Finding | None:
        """The finding without an author or a status that is in dispute with another finding; None if there
        is none.
        """
        return (
            next((each for each in self.findings if not (each.by or each.status)), None)
            if self.answer is None
            else None
        )

    def reads_as(self, other: Known) -> bool:
        """Whether a question that reads either has the same answer: the answers are the same, and so are the
        authors of argument.
        """
        return self is other or (self.answer, self.argued_by) == (other.answer, other.argued_by)

    @property
    def found(self) -> ANSWER | None:
        """The answer from findings on the question itself; None for a party's assertion, which is
        argument.
        """
        if self.answer is None or self.is_argument:
            return None
        return "yes" if self.answer == "yes" else "no"


Includes = Mapping[str, tuple[str, ...]]
"""Each wide answer, with the narrower answers that it leaves open."""
NOTHING_INCLUDED: Includes = MappingProxyType({})


def settle(findings: tuple[Finding, ...], parties: Parties, includes: Includes = NOTHING_INCLUDED) -> Known:
    """The answer to one fact, from all the *findings* on it.

    The highest rank binds; a difference within it is a dispute.

    Args:
        findings: at least one.
        parties: the parties of the rule book.
        includes: wide answers with their narrower ones. A wide answer does not differ from a narrower one,
            which then counts.

    >>> parties = Parties(applicant="landlord", respondent="tenant")
    >>> settle((Finding(answer="no", by="judge"), Finding(answer="yes", by="tenant")), parties).answer
    'no'
    """
    if len(findings) == 1 and not includes:  # as on most facts
        only = findings[0]
        answer = only.compared if only.rank(parties) > 0 else None
        return Known(answer, findings, argued_by=(only.by,) if only.is_assertion(parties) else ())
    ranks = [finding.rank(parties) for finding in findings]
    binding = tuple(finding for finding, rank in zip(findings, ranks, strict=True) if rank == max(ranks))
    agreed = _one_of({finding.compared for finding in binding}, includes)
    argued_by = _authors(binding) if all(each.is_assertion(parties) for each in binding) else ()
    return Known(agreed if max(ranks) > 0 else None, findings, argued_by=argued_by)


def settle_for(
    findings: tuple[Finding, ...], basis: BASIS, parties: Parties, includes: Includes = NOTHING_INCLUDED
) -> Known | None:
    """The answer to one fact on one *basis*, from all the *findings* on it; None if no finding counts on that
    basis.

    A finding by a decider ranks first, then an agreed one. *found and agreed* leaves out assertions and
    disputed answers. A party's case ranks that party's own answers next, then answers that are assumed or
    have no party as author, then assertions by others. There, a disputed answer by others answers nothing,
    and an assertion by others on a question is argument.

    Args:
        findings: all the findings on the fact.
        basis: found and agreed only, or the case of that party.
        parties: the parties of the rule book.
        includes: as for ``settle``.
    """
    if basis == AGREED_BASIS:
        counted = tuple(
            each for each in findings if each.rank(parties) > 1 or not each.is_contestable(parties)
        )
        return settle(counted, parties, includes) if counted else None
    ranks = [_rank_for(finding, basis, parties) for finding in findings]
    binding = tuple(finding for finding, rank in zip(findings, ranks, strict=True) if rank == max(ranks))
    answer = _one_of({finding.compared for finding in binding}, includes)
    is_argument = all(each.is_assertion(parties) and each.by not in (basis, BOTH) for each in binding)
    return Known(
        answer if max(ranks) > 0 else None, binding, argued_by=_authors(binding) if is_argument else ()
    )


def _authors(findings: tuple[Finding, ...]) -> tuple[AUTHOR | None, ...]:
    """The authors of *findings*, each once, in an order that does not depend on that of the findings."""
    return tuple(sorted({finding.by for finding in findings}, key=lambda by: by or ""))


def _one_of(answers: set[str], includes: Includes) -> str | None:
    """The one answer on which all of *answers* agree; None if they differ."""
    narrow = {answer for answer in answers if answers.isdisjoint(includes.get(answer, ()))}
    return narrow.pop() if len(narrow) == 1 else None


def _rank_for(finding: Finding, party: BASIS, parties: Parties) -> int:
    """How far *finding* binds in the case of *party*: from 0 to 5."""
    rank = finding.rank(parties)
    if rank > 1:
        return rank + 2
    if not finding.is_contestable(parties):
        return 2
    return 3 if finding.by == party else rank
