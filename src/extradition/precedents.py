"""The decided cases that share the facts of an open question, and the facts that divide them from the case.

The model is reasoning with cases by shared and distinguishing facts (HYPO, CATO, Issue-Based Prediction). It
compares facts and counts cases. It gives no answer and no percentage, and it changes no outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self, get_args

from extradition.case_file import CaseFile
from extradition.case_file.decided import COURT_LEVEL
from extradition.case_file.settling import Known
from extradition.citation import case_law_address
from extradition.court_record import CourtAnswer, answered_in, answers_of
from extradition.days import first_day
from extradition.determination import Determination, OffenceDetermination
from extradition.determination.precedent import DecidedCase, DividingFact, QuestionPrecedents, SharedFact
from extradition.hearing import Hearing
from extradition.hearing.facts import towards
from extradition.law import ANSWER
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import bundled_folder

LEAST_SHARED = 2
"""The fewest facts that a decided case shares with this case if it counts for a direction."""
LEAST_POINTING = 5
"""The fewest decided cases that give a direction."""
MOST_LISTED = 5
"""The most decided cases that a report lists for one question."""
_LEVELS: tuple[COURT_LEVEL, ...] = get_args(COURT_LEVEL)
"""The levels of courts, the highest first."""
_Both = tuple[str, str, str, bool]
"""A fact with its answers here and in a decided case, and whether the file of that case assumes its own."""


class Precedents:
    """The answers of courts in decided cases, by the name of the question.

    Immutable; safe to share between threads.

    Args:
        cases: the decided cases, each with its matter. A step of a question that *rule_book* does not have is
            left out.
        rule_book: the law.
    """

    def __init__(self, cases: Iterable[CaseFile], rule_book: RuleBook) -> None:
        self._book = rule_book
        self._answered: dict[str, list[CourtAnswer]] = {}
        for case_file in cases:
            for each in answered_in(case_file, case_file.decided, rule_book) if case_file.decided else ():
                self._answered.setdefault(rule_book.questions[each.provision].name, []).append(each)

    @classmethod
    def load(cls, rule_book: RuleBook, folder: Path | None = None) -> Self:
        """The precedents in *folder*; without it, the precedents of this package.

        Raises:
            SourceError: a file is not a case file.
        """
        paths = sorted((bundled_folder("precedents") if folder is None else folder).glob("*.yaml"))
        return cls((CaseFile.load(path) for path in paths), rule_book)

    def on(
        self, provision: str, version: Version, case_file: CaseFile, known: Mapping[str, str]
    ) -> QuestionPrecedents | None:
        """The decided cases that share facts with a case on one question; None if there are none.

        Args:
            provision: the question.
            version: the version of the law that applies to the case.
            case_file: the case. A decided case of the same name or citation is left out.
            known: its known answers, by fact and question.
        """
        question = self._book.questions[provision]
        here = {name: known[name] for name in self._deciding(question, version) if name in known}
        alike = (
            each
            for each in self._answered.get(question.name, ())
            if self._shares(each, here) and not each.is_of(case_file)
        )
        ranked = _once_a_case(self._compared(each, version, question, here) for each in alike)
        if not ranked:
            return None
        towards, pointing = direction(ranked)
        listed = tuple(ranked[:MOST_LISTED])
        return QuestionPrecedents(
            provision=provision,
            cases=listed,
            not_listed=len(ranked) - len(listed),
            towards=towards,
            pointing=pointing,
        )

    def _deciding(self, question: Question, version: Version) -> list[str]:
        """The facts and limbs that compare two cases.

        A fact with a unit is left out: the law alone says which numbers are alike.
        """
        names = built_on(self._book, question, version)
        return [
            name for name, limb in names.items() if limb is not None or self._book.facts[name].unit is None
        ]

    def _compared(
        self, answered: CourtAnswer, version: Version, question: Question, known: Mapping[str, str]
    ) -> DecidedCase:
        """The decided case *answered*, compared with a case that has the answers *known*."""
        record, decided = answered.case_file, answered.decided
        both: list[_Both] = [
            (name, here, answered.supposed[name], name not in answered.stated)
            for name, here in known.items()
            if self._counts(name, answered)
        ]
        era = self._book.era(first_day(record.dates.hearing)) if record.dates.hearing else None
        return DecidedCase(
            case=record.case,
            citation=record.citation,
            address=case_law_address(record.citation or "")
            or next((each for each in decided.sources if each.startswith("http")), None),
            court=decided.court,
            level=decided.level,
            era=era.name if era else None,
            provision=answered.provision,
            answer=answered.answer,
            shared=tuple(_shared(both, question)),
            divides=tuple(
                DividingFact(name=name, here=here, there=there, assumed=assumed)
                for name, here, there, assumed in both
                if self._differ(name, here, there)
            ),
            treatment=decided.treatments.get(answered.provision),
            other_law=self._has_other_law(answered, version),
        )

    def _shares(self, answered: CourtAnswer, known: Mapping[str, str]) -> bool:
        """Whether the decided case *answered* has one of the answers *known*."""
        return any(
            answered.supposed.get(name) == here and self._counts(name, answered)
            for name, here in known.items()
        )

    def _counts(self, name: str, answered: CourtAnswer) -> bool:
        """Whether the record has an answer to *name*.

        An assumption that nothing was shown is no answer of the record.
        """
        fact = self._book.facts.get(name)
        silent = (
            name not in answered.stated
            and fact is not None
            and answered.supposed.get(name) == fact.when_not_shown
        )
        return name in answered.supposed and not silent

    def _differ(self, name: str, one: str, other: str) -> bool:
        """Whether two answers differ.

        A wide answer does not differ from a narrower answer that it includes.
        """
        includes = self._book.includes(name)
        return one != other and one not in includes.get(other, ()) and other not in includes.get(one, ())

    def _has_other_law(self, answered: CourtAnswer, version: Version) -> bool:
        """Whether *version* gives the other answer on the facts of the decided case."""
        read = {
            name: self._book.answer(name, answered.supposed[name])
            for name in version.facts
            if name in answered.supposed
        }
        answers = {name: answer for name, answer in read.items() if not isinstance(answer, Length)}
        return version.answer(answers) not in ("open", answered.answer)


def with_precedents(
    determination: Determination, hearing: Hearing, precedents: Precedents | None = None
) -> Determination:
    """The *determination* of *hearing* with the decided cases on each open question.

    Args:
        determination: the determination, with or without its sensitivity.
        hearing: the hearing that it was made from.
        precedents: the decided cases; without them, those of this package.
    """
    if not any(_still_open(offence) for offence in determination.offences):
        return determination
    found = _bundled(hearing.rule_book) if precedents is None else precedents
    offences = (
        offence.model_copy(update={"precedents": _on_offence(offence, heard.known, hearing, found)})
        for offence, heard in zip(determination.offences, hearing.offences, strict=True)
    )
    return determination.model_copy(update={"offences": tuple(offences)})


def built_on(rule_book: RuleBook, question: Question, version: Version) -> dict[str, str | None]:
    """The facts and limbs in the conditions of *version*, those of its limbs, and the factors of *question*.

    Each name has the provision of the question that it names; None for a fact.
    """
    names: dict[str, str | None] = {}
    for name, limb in rule_book.asked_by(rule_book.part(question.provision), question, version):
        names[name] = limb
        if limb is not None:
            of_limb = rule_book.questions[limb]
            names |= built_on(rule_book, of_limb, of_limb.last)
    return names


def direction(cases: Sequence[DecidedCase]) -> tuple[ANSWER | None, int]:
    """The answer to which decided cases point, and the number of cases that point to it.

    A case counts if its answer is good law, it shares at least ``LEAST_SHARED`` facts, and no known fact
    divides it from this case. A fact that its file assumes is not a shared fact here, but it can divide.
    There is a direction if at least ``LEAST_POINTING`` cases count and all have the same answer.

    >>> direction([])
    (None, 0)
    """
    counted = (case for case in cases if case.is_good_law and not case.divides)
    answers = [
        case.answer for case in counted if sum(not fact.assumed for fact in case.shared) >= LEAST_SHARED
    ]
    return (
        (answers[0], len(answers)) if len(answers) >= LEAST_POINTING and len(set(answers)) == 1 else (None, 0)
    )


def _shared(both: Iterable[_Both], question: Question) -> Iterator[SharedFact]:
    """The facts with one answer in both cases, each with the side of *question* towards which it weighs."""
    factors = {factor.fact: factor for factor in question.factors}
    for name, here, there, assumed in both:
        if here == there:
            side = towards(factors[name], here) if name in factors else None
            yield SharedFact(name=name, answer=here, assumed=assumed, towards=side)


def _on_offence(
    offence: OffenceDetermination, known: Mapping[str, Known], hearing: Hearing, precedents: Precedents
) -> tuple[QuestionPrecedents, ...]:
    """The decided cases on each open question of *offence*."""
    versions, answers = hearing.rule_book.versions, answers_of(known, hearing.rule_book)
    compared = [
        (provision, versions[version][1])
        for provision, version in _still_open(offence)
        if version in versions
    ]
    each = (precedents.on(provision, version, hearing.case_file, answers) for provision, version in compared)
    return tuple(found for found in each if found is not None)


def _still_open(offence: OffenceDetermination) -> list[tuple[str, str]]:
    """Each open question of *offence* that can change the outcome, with the id of the version that
    applies.
    """
    return [
        (each.provision, each.version.id)
        for each in offence.open_questions
        if each.because != "makes no difference"
    ]


@lru_cache(4)
def _bundled(rule_book: RuleBook) -> Precedents:
    """The precedents of this package under *rule_book*, read once."""
    return Precedents.load(rule_book)


def _once_a_case(cases: Iterable[DecidedCase]) -> list[DecidedCase]:
    """*cases* in order, without repetitions: offences of one case with one answer count once, as the offence
    that shares the most facts.
    """
    first: dict[tuple[str, ANSWER], DecidedCase] = {}
    for case in sorted(cases, key=_rank):
        first.setdefault((case.case, case.answer), case)
    return list(first.values())


def _rank(case: DecidedCase) -> tuple[int, int, int, str]:
    """The place of *case* in the list: more shared facts first, then the higher court, then fewer facts
    that divide.
    """
    return (-len(case.shared), _LEVELS.index(case.level), len(case.divides), case.case)
