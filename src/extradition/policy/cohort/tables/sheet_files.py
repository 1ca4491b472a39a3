"""Tables in workbooks: the first sheet as text, with the place of each row and column in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import polars as pl

from extradition.policy.cohort.sheet_faults import first_column, sheet_faults
from extradition.policy.cohort.tables.table_places import TablePlaces, problem_of_file
from extradition.source import MissingExtraError, SourceError

_REPEATED = "{}_duplicated_{}"
"""The name of a column whose name an earlier one has, as for a table in text."""


def read_sheet(path: Path) -> tuple[pl.DataFrame, TablePlaces]:
    """The first sheet of the workbook at *path*, every cell as text, without empty rows and columns.

    Args:
        path: the file of the workbook.

    Raises:
        SourceError: the file is no workbook, its sheet is empty, or a cell holds what no table can have.
        MissingExtraError: the package that reads Excel files is not installed.
    """
    problems = [problem_of_file(path, message, row, column) for row, column, message in sheet_faults(path)]
    if problems:
        raise SourceError(problems)
    cells = _cells(path)
    rows = cells.select(pl.any_horizontal(pl.all().is_not_null()).arg_true())
    filled = rows.to_series().to_list() if cells.width else []
    if not filled:
        raise SourceError([problem_of_file(path, "is empty")])
    head, *below = filled
    names = cells.row(head)
    table = cells[below]
    wanted = [place for place, name in enumerate(names) if name or table[:, place].count()]
    skipped = first_column(path) - next(place for place, name in enumerate(names) if name is not None)
    places = TablePlaces(
        head=head + 1,
        rows=[row + 1 for row in below],
        columns=[place + skipped for place in wanted],
    )
    table = table[:, wanted]
    table.columns = _names([names[place] or f"__UNNAMED__{place}" for place in wanted])
    return table, places


def _cells(path: Path) -> pl.DataFrame:
    """Every row of the sheet from the first, also the empty ones."""
    options = {"dtypes": "string", "header_row": None, "skip_rows": 0}
    try:
        return pl.read_excel(
            path,
            has_header=False,
            read_options=options,
            drop_empty_rows=False,
            drop_empty_cols=False,
            raise_if_empty=False,
        )
    except ModuleNotFoundError as error:
        raise MissingExtraError("a table in Excel", "cohort") from error
    except Exception as error:  # the reader of workbooks raises errors of its own
        message = f"cannot be read as Excel: {str(error).splitlines()[0]}"
        raise SourceError([problem_of_file(path, message)]) from error


def _names(given: list[str]) -> list[str]:
    """The names of columns; each is there once."""
    names: list[str] = []
    counts: Counter[str] = Counter()
    for name in given:
        names.append(_REPEATED.format(name, counts[name] - 1) if counts[name] else name)
        counts[name] += 1
    return names
