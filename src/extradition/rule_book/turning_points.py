"""The moments at which the law of a question changes, by each date that chooses its versions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extradition.days import FIRST_DAY
from extradition.law import SELECTOR
from extradition.rule_book.consequences import other_grounds
from extradition.rule_book.in_force import MIDNIGHT, Moment
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version


def version_at(question: Question, at: Mapping[SELECTOR, Moment]) -> Version | None:
    """The version of *question* that is the law with these moments of its dates; None if there is none.

    Args:
        question: the question.
        at: the moment of each date that chooses among its versions, by its name.
    """
    return next((version for version in question.dated if version.in_force.covers(at)), None)


def moments_of_change(questions: Iterable[Question], selector: SELECTOR) -> list[Moment]:
    """The moments at which the law of some of *questions* changes by one date, in order.

    The earliest moment of all is among them if each question has law, or a way round it, before its first
    version by that date.

    Args:
        questions: the questions.
        selector: the name of the date.
    """
    asked = [question for question in questions if selector in question.selectors]
    moments = {moment for question in asked for moment in turns(question, selector)}
    return sorted(
        moments
        | (
            {(FIRST_DAY, MIDNIGHT)}
            if all(has_law_before(question, selector) for question in asked)
            else set()
        )
    )


def has_law_before(question: Question, selector: SELECTOR) -> bool:
    """Whether the law of *question* is known before its first version by that date.

    No other date is after the hearing.
    """
    if question.while_not_in_force is not None:
        return True
    begin = [
        span.begins for version in question.dated if (span := version.in_force.by(selector)) and span.begins
    ]
    others = [version.in_force for version in question.dated if version.in_force.by(selector) is None]
    return any(
        selector != "hearing date" or all(span.begins < min(begin) for span in other.spans if span.begins)
        for other in others
    )


def turns(question: Question, selector: SELECTOR) -> Iterator[Moment]:
    """Each moment at which the law of *question* changes by one date: its version, its gate or an order.

    Args:
        question: the question.
        selector: the name of a date that chooses among its versions.
    """
    for version in question.dated:
        span = version.in_force.by(selector)
        yield from (moment for moment in (span.begins, span.ends) if moment is not None) if span else ()
    yield from ((day, MIDNIGHT) for day in days_of_ways(question))


def days_of_ways(question: Question) -> Iterator[dt.date]:
    """Each day on which the gate or an order of *question* changes.

    By a check of the book, one date then chooses all its versions.
    """
    if question.asked_if and question.asked_if.earlier:
        yield question.asked_if.earlier.until
    for way in (question.yes, question.no):
        yield from (other.from_ for other in other_grounds(way) if other.from_ is not None)


def have_one_rule(question: Question, versions: Sequence[Version]) -> bool:
    """Whether *versions* compute the answer by the same conditions, and the ways from *question* change on
    no day.

    Args:
        question: the question.
        versions: versions of it, at least one.
    """
    rules = [(version.yes_if, version.no_if) for version in versions]
    return (
        rules[0][0] is not None
        and all(rule == rules[0] for rule in rules)
        and not any(days_of_ways(question))
    )
