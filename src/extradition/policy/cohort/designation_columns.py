"""What instruments make of the territory of each row, on the dates of the row, as columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from extradition.law import PART
from extradition.policy.cohort.answer_codes import codes_of
from extradition.policy.cohort.case_moments import Between, first_name, last_name, minutes_of
from extradition.policy.cohort.columns import Column, Columns
from extradition.rule_book import RuleBook
from extradition.rule_book.book import DESIGNATED_AS, Designation
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.in_force import MIDNIGHT
from extradition.rule_book.matter import NO_CATEGORY

TERRITORY = "territory"
"""The name of the column with the number of the territory."""


def numbers_of_categories(rule_book: RuleBook) -> dict[str, int]:
    """The number of each category of territory; 0 of none.

    Args:
        rule_book: the law, with its matters.

    >>> numbers_of_categories(RuleBook.load())["none"]
    0
    """
    needed = [matter.category for matter in rule_book.matters.values() if matter.category is not None]
    return {NO_CATEGORY: 0, **{category: number for number, category in enumerate(needed, 1)}}


def numbers_of_matters(rule_book: RuleBook) -> dict[str, int]:
    """The number of each matter: that of the category of territory that it needs, or else a number above
    those of all categories.

    Args:
        rule_book: the law, with its matters.
    """
    numbers = numbers_of_categories(rule_book)
    without = [part for part, each in rule_book.matters.items() if each.category is None]
    above = {part: number for number, part in enumerate(without, len(numbers))}
    return {
        part: above[part] if each.category is None else numbers[each.category]
        for part, each in rule_book.matters.items()
    }


def allowed_categories(rule_book: RuleBook, part: PART) -> list[int]:
    """The numbers of the categories with which a row can be of the matter *part*: all, if it needs none.

    Args:
        rule_book: the law, with its matters.
        part: a matter.
    """
    matter, numbers = rule_book.matters[part], numbers_of_categories(rule_book)
    if matter.category is None:
        return [*numbers.values()]
    return [numbers[matter.category], *([0] if matter.without_category else [])]


def required_columns(rule_book: RuleBook, part: PART) -> tuple[str, ...]:
    """The names of the columns that every row of the matter *part* needs: what a case file of it needs.

    Args:
        rule_book: the law, with its matters.
        part: a matter.

    >>> required_columns(RuleBook.load(), "1"), required_columns(RuleBook.load(), "own-nationals")
    (('territory', 'case_type'), ())
    """
    territory = () if rule_book.matters[part].category is None else (TERRITORY,)
    return (*territory, *((ALWAYS_KNOWN,) if ALWAYS_KNOWN in rule_book.subjects[part] else ()))


def settled_names(rule_book: RuleBook, part: PART) -> tuple[str, ...]:
    """The facts of the matter *part* that a territory settles, or a date of the case answers.

    Args:
        rule_book: the law.
        part: a matter.
    """
    names = (*rule_book.from_territory, *rule_book.from_date)
    return tuple(name for name in names if name in rule_book.subjects[part])


def name_as_written(rule_book: RuleBook, name: str) -> str:
    """The name of the column with the answers of the table to *name*, before the territory or a date settles
    them.

    Args:
        rule_book: the law.
        name: a fact or question.
    """
    return f"{name} as written" if name in {*rule_book.from_territory, *rule_book.from_date} else name


class DesignationColumns:
    """The designations of the territories, by the earlier of the arrest and the certificate.

    Args:
        rule_book: the law.
        part: the matter of the rows.
        columns: the maker of the columns.
    """

    def __init__(self, rule_book: RuleBook, part: str, columns: Columns) -> None:
        self._book = rule_book
        self._part = part
        self._columns = columns
        self._day = self._day_of_designation()

    @property
    def category(self) -> Column:
        """The number of the category of the territory; open where the rule book does not know it."""
        return self._designation("category", numbers_of_categories(self._book))

    def settled(self) -> Iterator[tuple[str, Column]]:
        """Each fact that the territory settles, with the answer; open where the rule book does not know."""
        for name, what in self._book.from_territory.items():
            if name in self._book.subjects[self._part]:
                yield name, self._designation(what, codes_of(self._book, name))

    def dated(self) -> Iterator[tuple[str, Column]]:
        """Each fact that a date of the case answers, with the answer; open in a row without that date."""
        columns = self._columns
        for name, given in self._book.from_date.items():
            if name in self._book.subjects[self._part]:
                answer = columns.literal(codes_of(self._book, name)[given.answer])
                has_date = columns.known(columns.given(first_name(given.date)))
                yield name, columns.case([(has_date, answer)], columns.open)

    def _day_of_designation(self) -> Between:
        columns = self._columns
        first, last = (
            columns.first_known(
                [
                    columns.earliest([columns.given(name("certificate")), columns.given(name("arrest"))]),
                    columns.given(name("hearing")),
                ]
            )
            for name in (first_name, last_name)
        )
        return Between(first, last)

    def _designation(self, what: DESIGNATED_AS | str, codes: Mapping[str, int]) -> Column:
        """The designation *what*: territories with the same designations are one arm."""
        columns, alike = self._columns, dict[tuple[Designation[Any], ...], list[int]]()
        for number, territory in enumerate(self._book.territories.values()):
            alike.setdefault(_days_alone(getattr(territory, what)), []).append(number)
        arms = (
            (columns.all([columns.among(columns.given(TERRITORY), numbers), *self._within(span)]), code)
            for spans, numbers in alike.items()
            for span in spans
            for code in [columns.literal(codes[span.is_])]
        )
        return columns.case(arms, columns.open)

    def _within(self, span: Designation[Any]) -> Iterator[Column]:
        yield self._columns.known(self._day.first)
        if span.from_ is not None:
            yield self._columns.at_least(self._day.first, _minutes(span.from_))
        if span.until is not None:
            yield self._columns.below(self._day.last, _minutes(span.until))


def _days_alone(spans: tuple[Designation[Any], ...]) -> tuple[Designation[Any], ...]:
    """The *spans* without their sources, which make no difference to a row."""
    return tuple(span.model_copy(update={"by": "", "verified": ""}) for span in spans)


def _minutes(day: dt.date) -> int:
    return minutes_of((day, MIDNIGHT))
