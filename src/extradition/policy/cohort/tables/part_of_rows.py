"""The matter of a table: that of every row, by its column or by the territory on the dates of the row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from extradition.law import PART
from extradition.policy.cohort.columns import Columns, coded_name
from extradition.policy.cohort.designation_columns import (
    TERRITORY,
    DesignationColumns,
    allowed_categories,
    numbers_of_categories,
    numbers_of_matters,
)
from extradition.policy.cohort.tables.column_kinds import PART_COLUMN
from extradition.policy.cohort.tables.polars_columns import with_columns
from extradition.policy.cohort.tables.table_files import ROW, TableFile
from extradition.rule_book import RuleBook
from extradition.source import Problem

_CATEGORY, _GIVEN, _COUNT = "#category", "#given part", "#count"
_Group = tuple[int | None, int | None, int, int]
"""The number of the matter that the table gives, and of the category of the territory; the number of rows,
and the first.
"""


def part_of_rows(
    file: TableFile, rule_book: RuleBook, frame: pl.LazyFrame, part: PART | None
) -> tuple[PART, Sequence[Problem]]:
    """The matter of every row of *frame*, and the problems of rows that are of another one or of none.

    Args:
        file: the table in its file, for positions.
        rule_book: the law, with the designations of the territories.
        frame: the coded table.
        part: the matter that the user names; rows that name none have it.
    """
    columns = Columns()
    numbers = numbers_of_matters(rule_book)
    category = DesignationColumns(rule_book, next(iter(numbers)), columns).category
    given = coded_name(PART_COLUMN)
    own = pl.col(given) if given in frame.collect_schema() else pl.lit(None)
    grouped = (
        with_columns(frame, {_CATEGORY: category})
        .group_by(pl.coalesce(own, pl.lit(numbers[part] if part else None)).alias(_GIVEN), _CATEGORY)
        .agg(pl.len().alias(_COUNT), pl.col(ROW).min())
        .sort(ROW)
    )
    groups: list[_Group] = file.collected(grouped.select(_GIVEN, _CATEGORY, _COUNT, ROW)).rows()
    faults = _Faults(rule_book)
    parts = [_part(group) for group in groups if faults.of(group) is None]
    named = {number: part for part, number in numbers.items()}
    found = named[parts[0] if parts else 1]
    names = file.schema.names()
    place = next((names.index(each) for each in (PART_COLUMN, TERRITORY) if each in names), 0)
    messages = (*faults.of_all(groups), *faults.of_others(groups, found))
    return found, [file.problem(row, place, names[place], message) for row, message in messages]


def _part(group: _Group) -> int:
    """The number of the matter of a group without a fault."""
    given, category, _, _ = group
    return given or category or 0


class _Faults:
    """The faults of groups of rows: of no matter, or of another one than the rows before."""

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._parts = {number: part for part, number in numbers_of_matters(rule_book).items()}
        self._categories = {number: name for name, number in numbers_of_categories(rule_book).items()}

    def of(self, group: _Group) -> str | None:
        given, category, _, _ = group
        if given and self._book.matters[self._parts[given]].category is None:
            return None
        if category is None:
            return None if given else self._missing
        if given and category in allowed_categories(self._book, self._parts[given]):
            return None
        if category == 0:
            return "the territory was in no category on the dates"
        if given is None:
            return None
        name = self._categories[category]
        of_territory = f"the territory was a category {name} territory on the dates"
        return f"{of_territory}, and the row is of {self._title(given)}"

    @property
    def _missing(self) -> str:
        """The message for a row that names no matter, and has no territory that gives it."""
        if len(self._categories) > 1:
            return "the category of the territory on the dates is not known here; give the part"
        return f"is empty; name the matter of the row: {', '.join(self._parts.values())}"

    def of_all(self, groups: Sequence[_Group]) -> Iterator[tuple[int, str]]:
        for group in groups:
            message = self.of(group)
            if message is not None:
                yield group[3], f"{message}{_rows(group[2])}"

    def of_others(self, groups: Sequence[_Group], part: PART) -> Iterator[tuple[int, str]]:
        """The first row of a matter with which the table does not start."""
        sound = [group for group in groups if self.of(group) is None]
        others = [group for group in sound if self._parts[_part(group)] != part]
        if others:
            count, own = sum(group[2] for group in others), self._book.title_of(part)
            message = f"is of {self._title(_part(others[0]))}, and the rows before are of {own}{_rows(count)}"
            yield others[0][3], f"{message}; write a table for each matter"

    def _title(self, number: int) -> str:
        return self._book.title_of(self._parts[number])


def _rows(count: int) -> str:
    return f" (in {count:,} rows)" if count > 1 else ""
