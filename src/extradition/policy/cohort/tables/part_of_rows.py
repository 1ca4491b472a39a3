"""The Part of a table: that of every row, by its column or by the territory on the dates of the row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from extradition.law import PART
from extradition.policy.cohort.columns import Columns, coded_name
from extradition.policy.cohort.designation_columns import CATEGORIES, DesignationColumns
from extradition.policy.cohort.tables.column_kinds import PART_COLUMN
from extradition.policy.cohort.tables.polars_columns import with_columns
from extradition.policy.cohort.tables.table_files import ROW, TableFile
from extradition.rule_book import RuleBook
from extradition.source import Problem

_CATEGORY, _GIVEN, _COUNT = "#category", "#given part", "#count"
_Group = tuple[int | None, int | None, int, int]
"""The Part that the table gives, the category of the territory, the number of rows, and the first."""


def part_of_rows(
    file: TableFile, rule_book: RuleBook, frame: pl.LazyFrame, part: PART | None
) -> tuple[PART, Sequence[Problem]]:
    """The Part of every row of *frame*, and the problems of rows that are of another one or of none.

    Args:
        file: the table in its file, for positions.
        rule_book: the law, with the designations of the territories.
        frame: the coded table.
        part: the Part that the user names; rows that name none have it.
    """
    columns = Columns()
    category = DesignationColumns(rule_book, "1", columns).category
    given = coded_name(PART_COLUMN)
    own = pl.col(given) if given in frame.collect_schema() else pl.lit(None)
    grouped = (
        with_columns(frame, {_CATEGORY: category})
        .group_by(pl.coalesce(own, pl.lit(int(part) if part else None)).alias(_GIVEN), _CATEGORY)
        .agg(pl.len().alias(_COUNT), pl.col(ROW).min())
        .sort(ROW)
    )
    groups: list[_Group] = file.collected(grouped.select(_GIVEN, _CATEGORY, _COUNT, ROW)).rows()
    parts = dict.fromkeys(_part(group) for group in groups if _fault(group) is None)
    found: PART = "2" if next(iter(parts), None) == 2 else "1"  # noqa: PLR2004  the Part
    names = file.schema.names()
    place = names.index(PART_COLUMN) if PART_COLUMN in names else names.index("territory")
    messages = (*_faults(groups), *_others(groups, found))
    return found, [file.problem(row, place, names[place], message) for row, message in messages]


def _part(group: _Group) -> int | None:
    given, category, _, _ = group
    return given or category


def _fault(group: _Group) -> str | None:
    given, category, _, _ = group
    if category is None:
        return (
            None if given else "the category of the territory on the dates is not known here; give the part"
        )
    if category == CATEGORIES["none"]:
        return None if given == CATEGORIES["2"] else "the territory was in no category on the dates"
    if given not in (None, category):
        return (
            f"the territory was a category {category} territory on the dates, and the row is of Part {given}"
        )
    return None


def _faults(groups: Sequence[_Group]) -> Iterator[tuple[int, str]]:
    for group in groups:
        message = _fault(group)
        if message is not None:
            yield group[3], f"{message}{_rows(group[2])}"


def _others(groups: Sequence[_Group], part: PART) -> Iterator[tuple[int, str]]:
    """The first row of the Part that the table does not start with."""
    sound = [group for group in groups if _fault(group) is None and _part(group) != int(part)]
    if sound:
        count = sum(group[2] for group in sound)
        message = f"is of Part {_part(sound[0])}, and the rows before are of Part {part}{_rows(count)}"
        yield sound[0][3], f"{message}; write a table for each Part"


def _rows(count: int) -> str:
    return f" (in {count:,} rows)" if count > 1 else ""
