"""The region in which two laws part: every pattern of facts on which they answer differently, and what stays
the same.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal, get_args

from extradition.hearing import made_by
from extradition.hearing.applicable_versions import Chosen
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import PART, Model
from extradition.policy.region.hearing_region import HearingRegion, hearing_region
from extradition.policy.region.implicants import MOST_CONDITIONS
from extradition.policy.region.law_pair import LawPair
from extradition.policy.region.part_region import PartRegion, differs, part_region
from extradition.policy.region.question_region import QuestionRegion, question_region, twins_together
from extradition.policy.reported_law import ReportedLaw, reported_law
from extradition.rule_book import RuleBook
from extradition.rule_book.draft import DraftUsed
from extradition.rule_book.fact import Term
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.version import LEVEL
from extradition.source import OptionError, UnknownLawError


class LawOfRegion(ReportedLaw):
    """One of the two laws, with the number of its versions, of every matter, by how sure we are of them."""

    verified: dict[LEVEL, int]


class Region(Model):
    """The region in which two laws part (support).

    A pattern gives one answer to each fact. It is no case: no pattern is more likely than another, so a count
    is no forecast. Numbers count in spans between the numbers with which a law compares them.

    Attributes:
        rule_book: the SHA-256 of the content of the rule book.
        drafts: the draft laws that were added to the rule book, each with its own SHA-256.
        made_by: the package and its version.
        stated_as_at: the day on which the rule book states the law.
        laws: the two laws, each as if every date of the case fell on its day.
        question: the provision that the user asked about; None for every question and the whole hearing.
        questions: the questions that the laws answer differently, with the patterns; or the question asked
            about, and its twin.
        parts: the questions of each matter by whether the laws can answer them differently.
        hearings: the whole hearing by matter and type of case; empty if the user asked about one question.
        terms: the words of the facts, by name.

    Examples:
        >>> from extradition import RuleBook, region
        >>> made = region("today", "as-amended-2026", RuleBook.load(), question="EA 2003 s 20(5)")
        >>> [len(each.places) for each in made.questions]
        [2]
        >>> made.questions[0].patterns("yes", "no")
        0
    """

    report_name: ClassVar[Literal["region"]] = "region"
    """The name of this report, which its templates have too."""

    kind: Literal["region (support)"] = "region (support)"
    rule_book: str
    drafts: tuple[DraftUsed, ...] = ()
    made_by: str
    stated_as_at: dt.date
    laws: tuple[LawOfRegion, LawOfRegion]
    question: str | None
    questions: tuple[QuestionRegion, ...]
    parts: tuple[PartRegion, ...]
    hearings: tuple[HearingRegion, ...]
    terms: dict[str, Term]

    @property
    def is_of_one_day(self) -> bool:
        """Whether both laws are of one day, so that no date of a case can part them."""
        return self.laws[0].as_at == self.laws[1].as_at

    @property
    def most_conditions(self) -> int:
        """The most minimal conditions that a change lists; one that has more lists none."""
        return MOST_CONDITIONS


def region(one: str, other: str, rule_book: RuleBook, *, question: str | None = None) -> Region:
    """The region in which two laws part.

    Args:
        one: the name of the first law in ``laws.yaml``.
        other: the name of the second law.
        rule_book: the law.
        question: the provision of one question or limb; its twin in another matter goes with it. Without it,
            every question that the laws answer differently, and the whole hearing.

    Raises:
        UnknownLawError: a law or a question that the rule book does not have.
        OptionError: one law twice.

    Examples:
        >>> from extradition import RuleBook, region
        >>> made = region("today", "as-amended-2026", RuleBook.load())
        >>> [f"{each.part} {each.case_type}" for each in made.hearings if each.differing]
        ['1 conviction', '2 conviction']
    """
    if one == other:
        raise OptionError(f"a region needs two different laws, and both are {one!r}")
    laws = (reported_law(one, rule_book), reported_law(other, rule_book))
    if question is not None and question not in rule_book.questions:
        raise UnknownLawError(UnknownWords(rule_book).no_question(question))
    if question is not None:
        return _region(laws, rule_book, question)
    return once(rule_book, ("region", one, other), lambda: _region(laws, rule_book, None))  # takes a second


def _region(laws: tuple[ReportedLaw, ReportedLaw], rule_book: RuleBook, question: str | None) -> Region:
    one, other = (law.name for law in laws)
    pairs = {part: LawPair(part, (one, other), rule_book, "ends", {}) for part in rule_book.matters}
    asked = _of_all(pairs, rule_book) if question is None else _with_twins(question, rule_book)
    questions = twins_together(
        question_region(provision, pairs[part], laws, rule_book) for part, provision in asked
    )
    return Region(
        rule_book=rule_book.digest,
        drafts=rule_book.drafts,
        made_by=made_by(),
        stated_as_at=rule_book.stated_as_at,
        laws=(_law(laws[0], 0, pairs, rule_book), _law(laws[1], 1, pairs, rule_book)),
        question=question,
        questions=questions,
        parts=tuple(part_region(part, pair, rule_book) for part, pair in pairs.items()),
        hearings=() if question else tuple(_hearings((one, other), rule_book)),
        terms=_terms(rule_book, (name for each in questions for name in each.facts)),
    )


def _law(law: ReportedLaw, place: int, pairs: dict[PART, LawPair], rule_book: RuleBook) -> LawOfRegion:
    """The law at its *place* in the pairs, with how sure we are of its versions."""
    choices = (
        pair.choices(provision)[place]
        for part, pair in pairs.items()
        for provision, _ in rule_book.questions_in(part)
    )
    counts = Counter(choice.version.verified for choice in choices if isinstance(choice, Chosen))
    levels: tuple[LEVEL, ...] = get_args(LEVEL)
    return LawOfRegion(**dict(law), verified={level: counts[level] for level in levels if level in counts})


def _of_all(pairs: dict[PART, LawPair], rule_book: RuleBook) -> Iterator[tuple[PART, str]]:
    """Every question that the laws answer differently, with its matter."""
    for part, pair in pairs.items():
        for provision, _ in rule_book.questions_in(part):
            if differs(provision, pair):
                yield part, provision


def _with_twins(question: str, rule_book: RuleBook) -> Iterator[tuple[PART, str]]:
    """The question and its twins, each with its matter."""
    root = rule_book.written_as(question) or question
    for part in rule_book.matters:
        for provision, _ in rule_book.questions_in(part):
            if root in (provision, rule_book.written_as(provision)):
                yield part, provision


def _hearings(laws: tuple[str, str], rule_book: RuleBook) -> Iterator[HearingRegion]:
    for part in rule_book.matters:
        for case_type in rule_book.case_types(part):
            yield hearing_region(part, case_type, laws, rule_book)


def _terms(rule_book: RuleBook, names: Iterable[str]) -> dict[str, Term]:
    return {name: rule_book.facts[name].term(name) for name in dict.fromkeys(names)}
