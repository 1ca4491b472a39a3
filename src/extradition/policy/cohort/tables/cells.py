"""The cells of a column as numbers: all at once where they are written as usual, else one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from extradition.days import FIRST_DAY, LAST_DAY
from extradition.policy.cohort.answer_codes import LARGEST
from extradition.policy.cohort.case_moments import MINUTES
from extradition.policy.cohort.cell_readings import CellReading, ReadCell
from extradition.policy.cohort.refusals import refusal_number

_ISO_LENGTH = len("2024-03-06")
_NUMBER = r"^\d{1,15}$"
_MIDNIGHT = " 00:00:00"
"""The time that a sheet shows of a date."""


@dataclass(frozen=True)
class CellKind:
    """How the cells of a column are read.

    Attributes:
        columns: the names of the coded columns that they fill.
        usual: the number for each of these columns; open where a cell is not written as usual.
        read: what a cell says that is not written as usual.
    """

    columns: tuple[str, ...]
    usual: Callable[[pl.Expr, pl.DataType], tuple[pl.Expr, ...]]
    read: ReadCell


def words_of(name: str, codes: Mapping[str, int], read: ReadCell) -> CellKind:
    """The kind of a column of words.

    Args:
        name: the name of the coded column.
        codes: the number of each word: 0, 1, 2 and so on, or for a fact with numbers -1, -2 and so on.
        read: what an unusual cell says.
    """
    return CellKind((name,), lambda cell, _: (_coded_words(cell, codes),), read)


def numbers_of(name: str, codes: Mapping[str, int], read: ReadCell) -> CellKind:
    """The kind of a column of whole numbers, with some words.

    Args:
        name: the name of the coded column.
        codes: the negative number of each word.
        read: what an unusual cell says.
    """

    def usual(cell: pl.Expr, _: pl.DataType) -> tuple[pl.Expr, ...]:
        text = cell.cast(pl.String)
        number = pl.when(text.str.contains(_NUMBER)).then(text).cast(pl.Int64, strict=False)
        return (pl.coalesce(number.clip(upper_bound=LARGEST).cast(pl.Int32), _coded_words(text, codes)),)

    return CellKind((name,), usual, read)


def dates_of(first: str, last: str, read: ReadCell) -> CellKind:
    """The kind of a column of dates.

    Args:
        first: the name of the coded column with the first moment.
        last: the name of the coded column with the last moment.
        read: what an unusual cell says.
    """

    def usual(cell: pl.Expr, kind: pl.DataType) -> tuple[pl.Expr, ...]:
        if kind.is_temporal():
            day = cell.cast(pl.Date, strict=False)
        else:
            text = cell.cast(pl.String).str.strip_suffix(_MIDNIGHT)
            day = pl.when(text.str.len_bytes() == _ISO_LENGTH).then(
                text.str.to_date("%Y-%m-%d", strict=False)
            )
        day = pl.when(day.is_between(FIRST_DAY, LAST_DAY)).then(day)
        begins = day.to_physical().cast(pl.Int32) * MINUTES
        return begins, begins + (MINUTES - 1)

    return CellKind((first, last), usual, read)


def cell_of(name: str, kind: pl.DataType) -> pl.Expr:
    """The cells of the column *name*: text without blanks around it, empty text as open.

    Args:
        name: the name of the column in its file.
        kind: the type that the file gives it.
    """
    cell = pl.col(name)
    if kind == pl.String:
        text = cell.str.strip_chars()
        return pl.when(text != "").then(text)
    if kind.is_float():  # a whole number in a sheet or a file may have this type
        whole = cell.cast(pl.Int64, strict=False)
        return pl.when(cell == whole).then(whole.cast(pl.String)).otherwise(cell.cast(pl.String))
    if kind == pl.Datetime:
        return cell.cast(pl.Date)
    if kind.is_integer() or kind == pl.Boolean:
        return cell.cast(pl.String)
    return cell


def coded_cells(
    kind: CellKind, cell: pl.Expr, type_: pl.DataType, readings: Mapping[str, CellReading]
) -> list[pl.Expr]:
    """The coded columns of one column, by the usual cells and the *readings* of the others.

    Args:
        kind: how its cells are read.
        cell: its cells.
        type_: the type that the file gives it.
        readings: what each unusual text says.
    """
    usual = kind.usual(cell, type_)
    if not readings:
        return [column.alias(name) for name, column in zip(kind.columns, usual, strict=True)]
    texts: Sequence[str] = [text for text, each in readings.items() if each.numbers]
    made = []
    for place, (name, column) in enumerate(zip(kind.columns, usual, strict=True)):
        numbers = [readings[text].numbers[place] for text in texts]
        other = cell.cast(pl.String).replace_strict(texts, numbers, default=None, return_dtype=pl.Int32)
        made.append(pl.coalesce(column.cast(pl.Int32), other).alias(name))
    return made


def refused_cells(cell: pl.Expr, readings: Mapping[str, CellReading]) -> list[pl.Expr]:
    """The number of the reason why a cell refuses its row; none where no text does.

    Args:
        cell: the cells of a column.
        readings: what each unusual text says.
    """
    numbers = {text: refusal_number(each.refused) for text, each in readings.items() if each.refused}
    if not numbers:
        return []
    text = cell.cast(pl.String)
    return [text.replace_strict(list(numbers), list(numbers.values()), default=None, return_dtype=pl.Int32)]


def _coded_words(cell: pl.Expr, codes: Mapping[str, int]) -> pl.Expr:
    place = cell.cast(pl.Enum(list(codes)), strict=False).to_physical().cast(pl.Int16)
    return -1 - place if min(codes.values()) < 0 else place
