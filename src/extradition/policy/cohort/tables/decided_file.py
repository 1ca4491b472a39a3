"""A decided table in a file: Parquet, CSV or Excel."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.table_files import faults_of_file
from extradition.source import refusal
from extradition.source.characters import FORMULA_STARTS
from extradition.workbook import MOST_ROWS, Cell, Sheet, write_workbook

_AT_ONCE = 50_000
_NO_DAY = dt.date(2000, 1, 1)
"""The day that the properties of a workbook give, so that the same table gives the same file."""


def write_decided(decided: DecidedTable, path: Path) -> None:
    """Write the table with its decided columns in words.

    Args:
        decided: the table, decided under the laws.
        path: the file to write; its name ends in ``.parquet``, ``.csv`` or ``.xlsx``.

    Raises:
        SourceError: the file cannot be written, or a sheet has too few rows for the table.
    """
    suffix = path.suffix.lower()
    with faults_of_file(Path(decided.table.name)):
        if suffix == ".parquet":
            decided.frame.sink_parquet(path)
        elif suffix == ".csv":
            _harmless(decided.frame).sink_csv(path, include_bom=True)
        else:
            _write_sheet(decided.table.collected(decided.frame), path)


def _harmless(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The *frame*, with an apostrophe before each text that a spreadsheet would read as a formula."""
    texts = (name for name, kind in frame.collect_schema().items() if kind == pl.String)
    formula = f"^[{re.escape(''.join(FORMULA_STARTS))}]"
    return frame.with_columns(
        pl.when(pl.col(name).str.contains(formula)).then("'" + pl.col(name)).otherwise(name).alias(name)
        for name in texts
    )


def _write_sheet(frame: pl.DataFrame, path: Path) -> None:
    if frame.height > MOST_ROWS:
        room = f"a sheet has room for {MOST_ROWS:,} rows, and the table has {frame.height:,}"
        raise refusal(path, f"{room}; write .parquet or .csv")
    write_workbook(path, [Sheet("Decided", frame.columns, _rows(frame))], "Decided table", _NO_DAY)


def _rows(frame: pl.DataFrame) -> Iterable[Sequence[Cell]]:
    for part in frame.iter_slices(_AT_ONCE):
        yield from part.rows()
