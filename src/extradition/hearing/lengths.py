"""The comparison of sentences in months and days with whole months, where the calendar can decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extradition.case_file.settling import Known
from extradition.hearing.path import AskedQuestion
from extradition.length import Length, NotComparable
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.vocabulary import edges


def not_comparable(
    rule_book: RuleBook, known: Mapping[str, Known], asked: AskedQuestion
) -> Iterator[tuple[str, NotComparable]]:
    """Each fact whose length the version of *asked* cannot compare, with the reason.

    Args:
        rule_book: the law.
        known: the known answers, by fact and question.
        asked: the question, as it was asked.
    """
    version = asked.chosen.version
    for name, length in _lengths(rule_book, known, asked):
        yield name, length.not_comparable(edges(name, version.conditions), known[name].written or "")


def choices(
    rule_book: RuleBook, known: Mapping[str, Known], asked: AskedQuestion
) -> Mapping[str, tuple[Answer, ...]]:
    """The answers to each fact that the version of *asked* can distinguish.

    For a length that the version cannot compare, only the answers that the length may be.

    Args:
        rule_book: the law.
        known: the known answers, by fact and question.
        asked: the question, as it was asked.
    """
    every = rule_book.choices(asked.chosen.version)
    return {
        **every,
        **{
            name: within(every[name], *length.whole_months)
            for name, length in _lengths(rule_book, known, asked)
        },
    }


def _lengths(
    rule_book: RuleBook, known: Mapping[str, Known], asked: AskedQuestion
) -> Iterator[tuple[str, Length]]:
    """Each fact of the version of *asked* whose answer is a length that the version could not compare."""
    for name in asked.chosen.version.facts:
        text = (
            known[name].answer
            if name in known and name not in asked.answers and name in rule_book.facts
            else None
        )
        length = rule_book.answer(name, text) if text is not None else None
        if isinstance(length, Length):
            yield name, length


def within(answers: Iterable[Answer], least: int, most: int) -> tuple[Answer, ...]:
    """The numbers of *answers* that cover one from *least* to *most*; each covers all numbers up to the
    next.

    Args:
        answers: the answers to distinguish, the numbers in order.
        least: the fewest whole months.
        most: the most whole months.
    """
    numbers = [answer for answer in answers if isinstance(answer, int) and answer <= most]
    return tuple(
        number
        for number, following in zip(numbers, [*numbers[1:], most + 1], strict=True)
        if following > least
    )
