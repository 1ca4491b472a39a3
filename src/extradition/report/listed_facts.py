"""Every fact and question that a case file may answer, as a list for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from extradition.law import PART, Model
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN, Fact
from extradition.rule_book.question import Question

_ANSWERS = {"yes": "Yes.", "no": "No."}
"""The answers to every question of the rule book."""
FACT_LEVEL = Literal["person", "offence", "decision"]


class ListedFact(Model):
    """A fact or a question of the rule book, with its answers.

    Attributes:
        name: its name in a case file.
        kind: whether it is a fact or a question of the Act.
        parts: the matters that ask for it.
        provisions: the provision of a question, by matter; none for a fact.
        levels: the places of a case file that may answer it. They are the findings on the person, on an
            offence, or on one decision of a court.
        ask: the question in words.
        phrase: its name in a sentence.
        answers: each answer with its words.
        unit: the unit of whole numbers, which are then answers too; lengths such as ``2 years`` are answers
            where the unit is months.
    """

    name: str
    kind: Literal["fact", "question"]
    parts: tuple[PART, ...]
    provisions: dict[str, str]
    levels: tuple[FACT_LEVEL, ...]
    ask: str
    phrase: str
    answers: dict[str, str]
    unit: Literal["months", "days", "years", "hours"] | None = None

    def in_part(self, part: PART | None, level: FACT_LEVEL) -> bool:
        """Whether a case file of *part* (None: of any matter) may answer it at that *level*."""
        return level in self.levels and (part is None or part in self.parts)


def listed_facts(rule_book: RuleBook) -> tuple[ListedFact, ...]:
    """Every fact and question that the findings of a case file may answer: first the facts, each in the order
    of the rule book.

    Args:
        rule_book: the law, with its vocabulary.

    >>> from extradition import RuleBook
    >>> first = listed_facts(RuleBook.load())[0]
    >>> first.kind, first.name in RuleBook.load().facts
    ('fact', True)
    """
    return (*_facts(rule_book), *_questions(rule_book))


def _facts(rule_book: RuleBook) -> Iterator[ListedFact]:
    for name, fact in rule_book.facts.items():
        parts = tuple(part for part in rule_book.matters if rule_book.about(part, name) is not None)
        if name != ALWAYS_KNOWN and parts:
            yield ListedFact(
                name=name,
                kind="fact",
                parts=parts,
                provisions={},
                levels=_levels(rule_book, name, parts, fact),
                ask=fact.ask,
                phrase=fact.term(name).phrase,
                answers=fact.answers,
                unit=fact.unit,
            )


def _questions(rule_book: RuleBook) -> Iterator[ListedFact]:
    asked: dict[str, dict[PART, tuple[str, Question]]] = {}
    for part in rule_book.matters:
        for provision, question in rule_book.questions_in(part):
            asked.setdefault(question.name, {})[part] = (provision, question)
    for name, by_part in asked.items():
        _, question = next(iter(by_part.values()))
        yield ListedFact(
            name=name,
            kind="question",
            parts=tuple(by_part),
            provisions={part: provision for part, (provision, _) in by_part.items()},
            levels=_levels(rule_book, name, tuple(by_part), None),
            ask=question.question,
            phrase=question.title,
            answers=_ANSWERS,
        )


def _levels(
    rule_book: RuleBook, name: str, parts: tuple[PART, ...], fact: Fact | None
) -> tuple[FACT_LEVEL, ...]:
    """The places of a case file that may answer *name*, which each of the matters *parts* asks for."""
    places = {place: None for part in parts for place in rule_book.places_of(part, name)}
    about = tuple(level for level in get_args(FACT_LEVEL) if level in places)
    kinds = rule_book.decision_kinds
    of_decision = kinds is not None and (
        name in kinds.questions if fact is None else fact.asked_of is not None
    )
    by_list = kinds is not None and name in kinds.listed_instead
    return (*about, "decision") if of_decision and not by_list else about
