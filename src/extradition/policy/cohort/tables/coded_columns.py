"""The coded columns of a table, from the cells of its own columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from extradition.law import PART
from extradition.policy.cohort.case_moments import MINUTES, first_name, last_name
from extradition.policy.cohort.cell_readings import CellReading
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decided_names import REFUSED
from extradition.policy.cohort.designation_columns import TERRITORY, name_as_written, settled_names
from extradition.policy.cohort.refusals import refusal_number
from extradition.policy.cohort.tables.cells import CellKind, cell_of, coded_cells
from extradition.policy.cohort.tables.column_kinds import HOUR
from extradition.rule_book import RuleBook

_NONE_UNUSUAL: Mapping[str, CellReading] = {}


@dataclass(frozen=True)
class ReadColumn:
    """A column of a table with the kind of its cells.

    Attributes:
        place: the number of the column, from 0.
        name: its name.
        type_: the type of its cells.
        kind: how its cells are read.
    """

    place: int
    name: str
    type_: pl.DataType
    kind: CellKind

    @property
    def cell(self) -> pl.Expr:
        """Its cells: text without blanks around it, empty text as open."""
        return cell_of(self.name, self.type_)

    @property
    def is_unusual(self) -> pl.Expr:
        """Whether a cell is not written as usual, so that it is read by itself."""
        return self.cell.is_not_null() & self.kind.usual(self.cell, self.type_)[0].is_null()


def coded_columns(
    frame: pl.LazyFrame,
    columns: Sequence[ReadColumn],
    readings: Mapping[str, Mapping[str, CellReading]],
    refused: Iterable[pl.Expr],
    dates: Iterable[str],
) -> pl.LazyFrame:
    """The *frame* with its coded columns, and the number of the reason why a row is refused.

    Args:
        frame: the table.
        columns: its columns that are read.
        readings: what each unusual text says, by the name of its column.
        refused: the number of a reason in each row that a cell refuses.
        dates: the dates of a row, by their keys.
    """
    coded = [
        cell
        for column in columns
        for cell in coded_cells(
            column.kind, column.cell, column.type_, readings.get(column.name, _NONE_UNUSUAL)
        )
    ]
    reason = pl.coalesce(*refused, pl.lit(None, dtype=pl.Int32)).cast(pl.Int32).alias(coded_name(REFUSED))
    frame = frame.with_columns(*coded, reason)
    given = {name for column in columns for name in column.kind.columns}
    moments = [coded_name(of(date)) for date in dates for of in (first_name, last_name)]
    missing = [name for name in (*moments, coded_name(TERRITORY)) if name not in given]
    frame = frame.with_columns(pl.lit(None, dtype=pl.Int32).alias(name) for name in missing)
    return _with_hours(frame) if coded_name(HOUR) in given else frame


def completed(frame: pl.LazyFrame, rule_book: RuleBook, part: PART) -> pl.LazyFrame:
    """The *frame* with an open column for each fact and question of the matter that it does not give.

    Args:
        frame: the table with its coded columns.
        rule_book: the law.
        part: the matter of the rows.
    """
    given = frame.collect_schema()
    asked = dict.fromkeys((*rule_book.names_read[part], *settled_names(rule_book, part)))
    names = (coded_name(name_as_written(rule_book, name)) for name in asked)
    return frame.with_columns(pl.lit(None, dtype=pl.Int8).alias(name) for name in names if name not in given)


def _with_hours(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The *frame* with the hour of the arrest in its moments; a row with an hour of no day is refused."""
    hour, refused = pl.col(coded_name(HOUR)), coded_name(REFUSED)
    first, last = pl.col(coded_name(first_name("arrest"))), pl.col(coded_name(last_name("arrest")))
    is_day = (last - first).eq_missing(MINUTES - 1)
    reason = refusal_number("the dates contradict one another")
    at = pl.when(hour.is_not_null() & is_day).then(first + hour)
    return frame.with_columns(
        pl.coalesce(at, first).alias(coded_name(first_name("arrest"))),
        pl.coalesce(at, last).alias(coded_name(last_name("arrest"))),
        pl.when(hour.is_not_null() & ~is_day).then(reason).otherwise(pl.col(refused)).alias(refused),
    )
