"""Excel workbooks: the only importer of xlsxwriter."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from extradition.source import OptionError
from extradition.source.characters import seen

Cell = str | int | float | dt.date | None
MOST_ROWS = 1_048_575
"""The rows of a sheet of Excel under its heading."""
_MOST_CHARACTERS = 32_767
_WIDEST, _NARROWEST = 60, 9
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook.

    Args:
        name: The name on its tab, of 31 characters at most.
        columns: The headings.
        rows: A cell for each heading. Text stays text, a formula in it too; None leaves the cell empty.
    """

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def workbook_of(sheets: Iterable[Sheet], title: str, day: dt.date) -> bytes:
    """An Excel workbook. The same sheets give the same bytes.

    Each sheet has its headings in a row that stays in sight and filters the rows. Invisible characters are
    shown as their names, as in the other reports.

    Args:
        sheets: The sheets, in order. Their rows are read once.
        title: The title of the workbook in its properties.
        day: The day that its properties give as that of its making: the day on which the law is stated.

    Raises:
        OptionError: A sheet has more rows, or a text more characters, than Excel can hold.

    Examples:
        >>> made = workbook_of([Sheet("Cases", ["case"], [["=1+1"]])], "Cases", dt.date(2026, 11, 22))
        >>> made[:2]
        b'PK'
    """
    out = io.BytesIO()
    _make(out, sheets, (title, day), {"in_memory": True})
    return out.getvalue()


def write_workbook(path: Path, sheets: Iterable[Sheet], title: str, day: dt.date) -> None:
    """Write an Excel workbook that need not fit into memory, as ``workbook_of`` makes it.

    Args:
        path: The file to write.
        sheets: The sheets, in order. Their rows are read once.
        title: The title of the workbook in its properties.
        day: The day that its properties give as that of its making.

    Raises:
        OptionError: A sheet has more rows, or a text more characters, than Excel can hold.
        OSError: The file cannot be written.
    """
    _make(path, sheets, (title, day), {"constant_memory": True})


def _make(
    to: Path | io.BytesIO, sheets: Iterable[Sheet], stated: tuple[str, dt.date], memory: dict[str, bool]
) -> None:
    title, day = stated
    with Workbook(to, {**memory, "default_date_format": "d mmmm yyyy", **_AS_TEXT}) as book:
        book.set_properties({"title": title, "created": dt.datetime.combine(day, dt.time())})
        heading = book.add_format({"bold": True, "bg_color": "#f4f2ee", "bottom": 2, "text_wrap": True})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), sheet, heading, text)


def _fill(page: Worksheet, sheet: Sheet, heading: Format, text: Format) -> None:
    page.freeze_panes(1, 0)
    page.write_row(0, 0, sheet.columns, heading)
    widths = [len(each) for each in sheet.columns]
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        if last > MOST_ROWS:
            raise OptionError(
                f"an Excel sheet holds {MOST_ROWS:,} rows, and {sheet.name!r} has more; csv has room"
            )
        for column, cell in enumerate(row):
            _write(page, sheet.name, (last, column), cell, text)
            widths[column] = max(widths[column], len(str(cell or "")))
    for column, width in enumerate(widths):
        page.set_column(column, column, min(max(width, _NARROWEST), _WIDEST) + 2)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _write(page: Worksheet, sheet: str, at: tuple[int, int], cell: Cell, text: Format) -> None:
    shown = seen(cell) if isinstance(cell, str) else cell
    if isinstance(shown, str) and len(shown) > _MOST_CHARACTERS:
        raise OptionError(
            f"a cell of Excel holds {_MOST_CHARACTERS:,} characters, and one on {sheet!r} has "
            f"{len(shown):,}; csv has room"
        )
    if isinstance(shown, dt.date):
        page.write_datetime(*at, shown)
    else:
        page.write(*at, shown, text)
