"""The cells of the first sheet of a workbook that a table cannot have: formulas and merged cells."""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

_CELL = re.compile(rb'<c [^>]*\br="(?P<column>[A-Z]+)(?P<row>[0-9]+)"[^>]*>\s*<f\b')
_MERGED = re.compile(rb'<mergeCell [^>]*\bref="(?P<column>[A-Z]+)(?P<row>[0-9]+):(?P<end>[A-Z]+[0-9]+)"')
_RELATION = re.compile(rb"<Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'\b(Id|Target)="([^"]*)"')
_FIRST_SHEET = re.compile(rb"<sheet [^>]*\br:id=\"(?P<id>[^\"]+)\"")
_CHUNK = 1 << 20
_OVERLAP = 1 << 12
"""The most bytes of one element that could be cut between two chunks."""
_MOST = 20


def sheet_faults(path: Path) -> Iterator[tuple[int, int, str]]:
    """The row, the column (from 1) and the fault of each formula and of each merged cell, the first few.

    A file that is no workbook has none: its reader refuses it.

    Args:
        path: the file of the workbook.
    """
    found: dict[tuple[int, int], str] = {}
    with (
        contextlib.suppress(zipfile.BadZipFile, KeyError),
        zipfile.ZipFile(path) as workbook,
        workbook.open(_first_sheet(workbook)) as text,
    ):
        kept = b""
        while (chunk := text.read(_CHUNK)) and len(found) < _MOST:
            kept = kept[-_OVERLAP:] + chunk
            found.update(_faults_in(kept))
    yield from ((row, column, message) for (row, column), message in sorted(found.items())[:_MOST])


def _faults_in(text: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for cell in _CELL.finditer(text):
        place = int(cell["row"]), _number(cell["column"])
        yield place, "holds a formula; replace it by its value"
    for cell in _MERGED.finditer(text):
        place = int(cell["row"]), _number(cell["column"])
        yield place, f"is merged with the cells up to {cell['end'].decode()}; each row needs its own cells"


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
