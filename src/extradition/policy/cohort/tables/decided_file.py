"""A decided table in a file: Parquet, CSV or Excel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import polars as pl
import xlsxwriter

from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.table_files import faults_of_file
from extradition.source import Position, Problem, SourceError

MOST_ROWS = 1_048_575
"""The most rows of a sheet, without its head."""
_AT_ONCE = 50_000
_WIDTH = 24


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
            decided.frame.sink_csv(path, include_bom=True)
        else:
            _write_sheet(decided.table.collected(decided.frame), path)


def _write_sheet(frame: pl.DataFrame, path: Path) -> None:
    if frame.height > MOST_ROWS:
        room = f"a sheet has room for {MOST_ROWS:,} rows, and the table has {frame.height:,}"
        raise SourceError([Problem(Position(str(path), 1, 1), "", f"{room}; write .parquet or .csv")])
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, {"constant_memory": True, **as_text}) as workbook:
        created = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the same table gives the same file
        workbook.set_properties({"created": created})
        sheet = workbook.add_worksheet("Decided")
        head, day = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, frame.width - 1, _WIDTH)
        sheet.write_row(0, 0, frame.columns, head)
        for number, row in enumerate(_rows(frame), 1):
            for place, value in enumerate(row):
                if value is not None:
                    sheet.write(number, place, value, *([day] if isinstance(value, dt.date) else []))
        sheet.autofilter(0, 0, frame.height, frame.width - 1)


def _rows(frame: pl.DataFrame) -> Iterable[tuple[object, ...]]:
    for part in frame.iter_slices(_AT_ONCE):
        yield from part.rows()
