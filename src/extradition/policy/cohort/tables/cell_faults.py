"""The cells of a column that are not written as usual: what each says, and every fault."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from extradition.policy.cohort.cell_readings import CellReading
from extradition.policy.cohort.tables.coded_columns import ReadColumn
from extradition.policy.cohort.tables.table_files import ROW, TableFile
from extradition.source import Problem

_MOST_TEXTS = 100_000
"""The most different texts of one column that are read one by one."""
MOST_FAULTS = 20
"""The most faults of one column that are reported one by one."""


def readings_of(file: TableFile, column: ReadColumn) -> tuple[Mapping[str, CellReading], list[Problem]]:
    """What each unusual text of a column says, and a problem for each that says nothing.

    Args:
        file: the file of the table.
        column: one of its columns.
    """
    text = column.cell.cast(pl.String).alias(column.name)
    found = file.collected(
        file.rows.filter(column.is_unusual)
        .group_by(text)
        .agg(pl.len().alias("count"), pl.col(ROW).min())
        .sort(ROW)
        .head(_MOST_TEXTS)
    )
    readings: dict[str, CellReading] = {}
    problems: list[Problem] = []
    faults = 0
    for said, count, row in found.select(column.name, "count", ROW).iter_rows():
        readings[said] = column.kind.read(said)
        fault = readings[said].fault
        if fault is not None:
            faults += 1
            if faults <= MOST_FAULTS:
                message = f"{fault}{in_rows(count)}"
                problems.append(file.problem(row, column.place, column.name, message))
    if faults > MOST_FAULTS:
        more = f"has {faults - MOST_FAULTS} more cells of other words that are wrong"
        problems.append(file.problem_of_head(column.place, column.name, more))
    return readings, problems


def in_rows(count: int) -> str:
    """The number of rows with the same fault, in words; empty for one.

    Args:
        count: the number of rows.

    >>> in_rows(1), in_rows(1200)
    ('', ' (in 1,200 rows)')
    """
    return f" (in {count:,} rows)" if count > 1 else ""
