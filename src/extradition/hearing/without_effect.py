"""The findings without effect: a fault where another name counts in their place, else a caution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from extradition.case_file import CaseFile
from extradition.case_file.finding import BINDS, Finding, Findings
from extradition.determination.caution import Caution
from extradition.hearing.doubted import binds
from extradition.hearing.reach import readable, readable_under
from extradition.law import ANSWER, PART
from extradition.rule_book import RuleBook
from extradition.rule_book.consequences import HALTING, kind_of
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.source import Fault, Place

if TYPE_CHECKING:
    from extradition.hearing.hearing import Hearing
    from extradition.hearing.offence import Heard

WHY_WITHOUT_EFFECT = Literal[
    "finding of another case type",
    "ending not examined",
    "finding not examined",
    "finding of another law",
    "finding not reached",
]

OF_NO_QUESTION: tuple[WHY_WITHOUT_EFFECT, ...] = (
    "finding of another case type",
    "finding of another law",
    "ending not examined",
)
"""The reasons for which a finding counts at no question of the hearing, wherever it leads. An *ending not
examined* is one on an earlier question, with an answer that ends or adjourns a hearing.
"""


def misnamed_findings(case_file: CaseFile, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for each finding on a question that no law asks in the case, where another question has the
    same matter.

    Args:
        case_file: the case file.
        rule_book: the law.
        part: the matter of the case.
    """
    types = list(dict.fromkeys(offence.case_type for offence in case_file.offences))
    places: list[tuple[Place, Findings, list[str | None]]] = [(("findings",), case_file.findings, types)]
    places += [
        (("offences", i, "findings"), offence.findings, [offence.case_type])
        for i, offence in enumerate(case_file.offences)
    ]
    for place, findings, of in places:
        for name in findings:
            message = _misnamed(rule_book, part, name, of)
            if message is not None:
                yield Fault((*place, name), message)


def _misnamed(rule_book: RuleBook, part: PART, name: str, types: Iterable[str | None]) -> str | None:
    """The message for a finding on the question *name*; None unless another question counts in cases of
    all *types*.
    """
    provision = rule_book.named(part, name)
    if provision is None or not rule_book.questions[provision].see_also:
        return None
    start, of = rule_book.starts_at[part], [each for each in types if each is not None]
    if not of:
        return None
    counted = frozenset[str]().union(*(readable(rule_book, part, start, each) for each in of))
    other = counterpart(rule_book, part, name, counted)
    if name in counted or other is None:
        return None
    only = " or ".join(case_types_of(rule_book, part, name))
    here = f"in a case of {' or '.join(of)} the question is {other} ({rule_book.named(part, other)})"
    return f"answers {provision}, which is asked only in a case of {only}; {here}"


def counterpart(rule_book: RuleBook, part: str, name: str, counted: frozenset[str]) -> str | None:
    """The name of the counted question on the same matter as another question; None if there is none.

    Args:
        rule_book: the law.
        part: the matter of the case.
        name: the name of the other question.
        counted: the names that the hearing can read.
    """
    provision = rule_book.named(part, name)
    others = rule_book.questions[provision].see_also if provision else ()
    return next((other for each in others if (other := rule_book.questions[each].name) in counted), None)


def case_types_of(rule_book: RuleBook, part: str, name: str) -> tuple[str, ...]:
    """The types of case in which some law reads the fact or question *name*.

    Args:
        rule_book: the law.
        part: the matter of the case.
        name: the name of a fact or a question, as a case file has it.
    """
    types = rule_book.facts[ALWAYS_KNOWN].answers if ALWAYS_KNOWN in rule_book.facts else ()
    return tuple(each for each in types if name in readable(rule_book, part, rule_book.starts_at[part], each))


def on_offence(heard: Heard, on_person: Findings) -> Iterator[Caution]:
    """The cautions on the findings on one offence that its hearing did not read, or that displace others.

    Args:
        heard: the offence after its hearing, with the names that it read.
        on_person: the findings on the person.
    """
    rule_book = heard.rule_book
    unread = {
        name: known.findings
        for name, known in heard.known.items()
        if known.findings
        and name not in heard.read
        and (name in heard.offence.findings or rule_book.about(heard.part, name) == "offence")
    }
    yield from _Unread(unread, [heard], rule_book).cautions()
    yield from _displacing(heard, on_person)


def _displacing(heard: Heard, on_person: Findings) -> Iterator[Caution]:
    """The caution on findings for one offence that do not bind, in place of those on the person that do."""
    parties, own = heard.rule_book.parties, heard.offence.findings
    names = (name for name in own if name in on_person and not binds(own[name], parties))
    displaced = tuple(name for name in names if binds(on_person[name], parties))
    if displaced:
        yield Caution(kind="displaces a finding", findings=displaced)


def on_person(hearing: Hearing) -> Iterator[Caution]:
    """The cautions on the findings on the person that count for no offence.

    No hearing read them, or each offence has findings of its own.

    Args:
        hearing: the hearing of one warrant, with all its offences heard.
    """
    findings, offences = hearing.case_file.findings, hearing.offences
    replaced = tuple(name for name in findings if all(name in each.offence.findings for each in offences))
    unread = {
        name: findings[name]
        for name in findings
        if name not in replaced and not any(name in each.read for each in offences)
    }
    yield from _Unread(unread, offences, hearing.rule_book).cautions()
    if replaced:
        yield Caution(kind="replaced for each offence", findings=replaced)


def decided_without_effect(hearing: Hearing) -> Iterator[tuple[str | None, Caution]]:
    """The cautions on a decider's finding that no question asks for under the law of the hearing.

    Each is after the id of its offence, or after None for a finding on the person.

    Args:
        hearing: the hearing of a case, with all its offences heard.
    """
    if hearing.warrants:
        for each in hearing.warrants:
            yield from decided_without_effect(each)
        return
    decides = hearing.rule_book.parties.decides
    found: list[tuple[str | None, Caution]] = []
    if _may_be_unread(hearing.case_file.findings, hearing.offences):
        found += [(None, caution) for caution in on_person(hearing)]
    for heard in hearing.offences:
        if _may_be_unread({name: known.findings for name, known in heard.known.items()}, [heard]):
            found += [
                (heard.offence.id, caution) for caution in on_offence(heard, hearing.case_file.findings)
            ]
    yield from (each for each in found if each[1].kind in OF_NO_QUESTION and decides(each[1].by))


def _may_be_unread(findings: Findings, offences: Iterable[Heard]) -> bool:
    """Whether a finding with an author has a name that no walk of *offences* read: most cases have none."""
    read = frozenset[str]().union(*(each.walked.names for each in offences))
    return any(each.by for name in findings if name not in read for each in findings[name])


class _Unread:
    """The findings that no hearing of *offences* read, each with the reason."""

    def __init__(
        self, findings: Mapping[str, tuple[Finding, ...]], offences: Iterable[Heard], rule_book: RuleBook
    ) -> None:
        self._findings = findings
        self._offences = list(offences)
        self._book = rule_book
        self._part = self._offences[0].part
        self._start = self._offences[0].start

    def cautions(self) -> Iterator[Caution]:
        """One caution for each finding that may have been meant to count, and one for the others of each
        reason.
        """
        grouped: dict[WHY_WITHOUT_EFFECT, list[str]] = {}
        for name, findings in sorted(self._findings.items()):
            reason = self._reason(name)
            alone = self._book.named(self._part, name) is not None or any(
                each.is_decided(self._book.parties) for each in findings
            )
            if alone and reason in OF_NO_QUESTION:
                yield from self._each(name, reason)
            else:
                grouped.setdefault(reason, []).append(name)
        for reason, names in grouped.items():
            yield Caution(
                kind=reason,
                provision=self._start if reason == "finding not examined" else None,
                findings=tuple(names),
            )

    def _reason(self, name: str) -> WHY_WITHOUT_EFFECT:
        """The reason for which the finding on *name* has no effect."""
        if name not in self._from(self._book.starts_at[self._part]):
            return "finding of another case type"
        if name not in self._from(self._start):
            return "ending not examined" if self._is_an_ending(name) else "finding not examined"
        return "finding not reached" if name in self._lawful else "finding of another law"

    def _is_an_ending(self, name: str) -> bool:
        """Whether a decider, or an agreement, gives the question *name* an answer that halts a hearing."""
        provision = self._book.named(self._part, name)
        if provision is None:
            return False
        question, parties = self._book.questions[provision], self._book.parties
        found = {each.answer for each in self._findings[name] if each.rank(parties) >= BINDS}
        ways = [question.consequence(answer) for answer in get_args(ANSWER) if answer in found]
        return any(way is not None and kind_of(way) in HALTING for way in ways)

    def _from(self, start: str) -> frozenset[str]:
        """The names that a hearing of these offences from *start* can read under some law."""
        return frozenset[str]().union(
            *(readable(self._book, self._part, start, each.offence.case_type) for each in self._offences)
        )

    @cached_property
    def _lawful(self) -> frozenset[str]:
        """The names that a hearing of these offences can read under the law that was chosen."""
        return frozenset[str]().union(
            *(
                readable_under(self._book, self._part, self._start, each.offence.case_type, each.chosen)
                for each in self._offences
            )
        )

    def _each(self, name: str, reason: WHY_WITHOUT_EFFECT) -> Iterator[Caution]:
        """The caution on each finding on *name*, with the question that counts in its place."""
        named = self._book.named(self._part, name)
        other = counterpart(self._book, self._part, name, self._lawful)
        at = self._book.named(self._part, other) if other else None
        for each in self._findings[name]:
            yield Caution(
                kind=reason,
                fact=name,
                provision=named,
                said=each.answer,
                by=each.by,
                why=each.reasons,
                instead=self._book.questions[at].title if at else None,
                instead_at=at,
            )
