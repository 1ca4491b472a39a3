"""The cells of the first sheet of a workbook that a table cannot have: formulas, errors and merged cells."""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

_FORMULA = re.compile(rb"<(?:[\w.-]+:)?c(?P<cell>\s[^>]*)?>\s*<(?:[\w.-]+:)?f\b")
_ERROR = re.compile(
    rb"<(?:[\w.-]+:)?c(?P<cell>\s[^>]*\bt=[\"']e[\"'][^>]*)>\s*<(?:[\w.-]+:)?v>(?P<error>[^<]*)<"
)
_FILLED = re.compile(rb"<(?:[\w.-]+:)?c(?P<cell>\s[^>]*)(?<!/)>\s*<(?:[\w.-]+:)?(?:v|is)\b")
_PLACE = re.compile(rb"\sr=[\"'](?P<column>[A-Z]+)(?P<row>[0-9]+)[\"']")
_MERGED = re.compile(
    rb"<(?:[\w.-]+:)?mergeCell [^>]*\bref=[\"'](?P<column>[A-Z]+)(?P<row>[0-9]+):(?P<end>[A-Z]+[0-9]+)[\"']"
)
_RELATION = re.compile(rb"<(?:[\w.-]+:)?Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'\b(Id|Target)="([^"]*)"')
_FIRST_SHEET = re.compile(rb"<(?:[\w.-]+:)?sheet [^>]*\b[\w.-]+:id=\"(?P<id>[^\"]+)\"")
_CHUNK = 1 << 20
_OVERLAP = 1 << 12
"""The most bytes of one element that could be cut between two chunks."""
_MOST = 20


def sheet_faults(path: Path) -> Iterator[tuple[int, int, str]]:
    """The row, the column (from 1) and the fault of each formula, error and merged cell, the first few.

    A file that is no workbook has none: its reader refuses it.

    Args:
        path: the file of the workbook.
    """
    found: dict[tuple[int, int], str] = {}
    for text in takewhile(lambda _: len(found) < _MOST, _pieces(path)):
        found.update(_faults_in(text))
    yield from ((row, column, message) for (row, column), message in sorted(found.items())[:_MOST])


def _faults_in(text: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for cell in _ERROR.finditer(text) if _has(text, b't="e"', b"t='e'") else ():
        error = cell["error"].decode(errors="replace")
        yield _place(cell["cell"]), f"holds the error {error}; write a value, or leave the cell empty"
    for cell in _FORMULA.finditer(text) if _has(text, b"<f", b":f") else ():
        yield _place(cell["cell"]), "holds a formula; replace it by its value"
    for cell in _MERGED.finditer(text) if _has(text, b"mergeCell") else ():
        place = int(cell["row"]), _number(cell["column"])
        yield place, f"is merged with the cells up to {cell['end'].decode()}; each row needs its own cells"


def _has(text: bytes, *marks: bytes) -> bool:
    """Whether *text* has one of *marks*: a search that takes far less time than a pattern."""
    return any(mark in text for mark in marks)


def first_column(path: Path) -> int:
    """The number of the column of the first cell that is not empty, from 1.

    Args:
        path: the file of the workbook.
    """
    cell = next(filter(None, map(_FILLED.search, _pieces(path))), None)
    return 1 if cell is None else _place(cell["cell"])[1]


def _pieces(path: Path) -> Iterator[bytes]:
    """The text of the first sheet, in pieces, each with the end of the one before it; none of no workbook."""
    with (
        contextlib.suppress(zipfile.BadZipFile, KeyError),
        zipfile.ZipFile(path) as workbook,
        workbook.open(_first_sheet(workbook)) as text,
    ):
        piece = b""
        while chunk := text.read(_CHUNK):
            piece = piece[-_OVERLAP:] + chunk
            yield piece


def _place(cell: bytes | None) -> tuple[int, int]:
    """The row and the column of a cell from its attributes; the first for a cell that does not say it."""
    found = _PLACE.search(cell or b"")
    return (int(found["row"]), _number(found["column"])) if found else (1, 1)


def _number(letters: bytes) -> int:
    """The number of a column, from 1: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _first_sheet(workbook: zipfile.ZipFile) -> str:
    """The name of the file of the first sheet within *workbook*.

    Raises:
        KeyError: the workbook has no sheet.
    """
    relations = {
        found["id"]: found["target"].decode()
        for element in _RELATION.findall(workbook.read("xl/_rels/workbook.xml.rels"))
        for found in [{key.decode().lower(): value for key, value in _ATTRIBUTE.findall(element)}]
    }
    sheets = _FIRST_SHEET.findall(workbook.read("xl/workbook.xml"))
    target = relations[sheets[0]] if sheets else ""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
