"""Tables in text, in CSV or with tabs: the line of the head, and rows with too few or too many cells."""

from __future__ import annotations

import codecs
import contextlib
import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import polars as pl

from extradition.policy.cohort.tables.table_places import TablePlaces, problem_of_file
from extradition.source import MOST_LOOKED_AT, Problem, SourceError, why_not_utf8

_MOST = 20
"""The most rows of another length that are named one by one."""
_NO_SEPARATOR = "\x01"
"""A character that no table has: with it, each line is read as one cell."""
_SEMICOLONS = "has semicolons between its cells; save it with commas, or with tabs as a .tsv file"
_COMPRESSED = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x78\x01", b"\x78\x9c", b"\x78\xda")
"""The first bytes of files that Polars would unpack: gzip, Zstandard and zlib."""
_QUOTED = '"[^"]*"'


def scan_text(path: Path) -> tuple[pl.LazyFrame, TablePlaces]:
    """The table of text at *path*, every cell as text.

    Args:
        path: a file in CSV, or with tabs.

    Raises:
        SourceError: the file is in UTF-16 or UTF-32, is compressed, or has semicolons between its cells.
        OSError: the file cannot be read.
    """
    separator = _separator(path)
    with path.open("rb") as file:
        first = file.read(MOST_LOOKED_AT)
        if first.startswith(_COMPRESSED):
            raise SourceError([problem_of_file(path, "is compressed; unpack it first")])
        other = why_not_utf8(first)
        if other is not None:
            raise SourceError([problem_of_file(path, other[1], 1, other[0] + 1)])
        file.seek(0)
        blank, head = _head_of(file)
    if head.count(b";") > head.count(separator.encode()):
        raise SourceError([problem_of_file(path, _SEMICOLONS, blank + 1)])
    frame = pl.scan_csv(path, infer_schema=False, separator=separator, glob=False)
    return frame, TablePlaces(head=blank + 1)


def _head_of(file: BinaryIO) -> tuple[int, bytes]:
    """The number of blank lines before the head, and the line of the head; no text if there is none."""
    for blank, line in enumerate(file):
        if line.removeprefix(codecs.BOM_UTF8).strip(b"\r\n"):
            return blank, line
    return 0, b""


def faults_of_text(path: Path) -> Iterator[Problem]:
    """What is wrong with a table that cannot be read: a byte that is no text, or rows of another length.

    Args:
        path: a file in CSV, or with tabs.
    """
    problem = _not_utf8(path)
    if problem is not None:
        yield problem
    else:
        yield from _first_uneven_rows(path)


def short_rows(path: Path, width: int) -> Iterator[Problem]:
    """A problem for each of the first rows with fewer cells than the head.

    Polars counts separators in each line first: only a table with a short line is read row by row.

    Args:
        path: a file in CSV, or with tabs.
        width: the number of cells of the head.
    """
    separator, line = _separator(path), pl.col("line")
    lines = pl.scan_csv(
        path,
        infer_schema=False,
        has_header=False,
        new_columns=["line"],
        separator=_NO_SEPARATOR,
        quote_char=None,
        truncate_ragged_lines=True,
        glob=False,
    )
    has_quotes = line.str.contains('"', literal=True)
    outside = pl.when(has_quotes).then(line.str.replace_all(_QUOTED, "")).otherwise(line)
    is_filled = line.str.strip_chars(f'{separator}" \t\r') != ""
    is_short = (outside.str.count_matches(separator, literal=True) < width - 1) & is_filled
    if lines.select(is_short.any()).collect(engine="streaming").item():
        yield from _first_uneven_rows(path)


def _separator(path: Path) -> str:
    return "\t" if path.suffix.lower() == ".tsv" else ","


def _first_uneven_rows(path: Path) -> Iterator[Problem]:
    """A problem for each of the first rows of another length than the head; one more counts the others."""
    uneven = _uneven_rows(path)
    yield from islice(uneven, _MOST)
    more = sum(1 for _ in uneven)
    if more:
        rows = "more row" if more == 1 else "more rows"
        yield problem_of_file(path, f"has {more} {rows} with another number of cells than the head")


def _uneven_rows(path: Path) -> Iterator[Problem]:
    """A problem for each row with another number of cells than the head; a blank line is no such row."""
    width = 0
    with (
        contextlib.suppress(csv.Error),  # the reader of the table says what is wrong
        path.open(encoding="utf-8-sig", errors="replace", newline="\n") as text,
    ):
        for number, row in enumerate(csv.reader(text, delimiter=_separator(path)), 1):
            width = width or len(row)
            if len(row) > width or (len(row) < width and any(map(str.strip, row))):
                cells = "cell" if len(row) == 1 else "cells"
                yield problem_of_file(path, f"has {len(row)} {cells}, the head has {width}", number)


def _not_utf8(path: Path) -> Problem | None:
    """A problem of the first byte that is no UTF-8 text; None if every byte is."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode()
            except UnicodeDecodeError as error:
                message = f"is not UTF-8 text: byte 0x{line[error.start]:02x}"
                return problem_of_file(path, message, number, error.start + 1)
    return None
