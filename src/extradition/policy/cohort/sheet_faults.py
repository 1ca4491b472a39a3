"""The cells of the first sheet of a workbook that a table cannot have: formulas and merged cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

_CELL = re.compile(rb'<c [^>]*\br="(?P<column>[A-Z]+)(?P<row>[0-9]+)"[^>]*>\s*<f\b')
_MERGED = re.compile(rb'<mergeCell [^>]*\bref="(?P<column>[A-Z]+)(?P<row>[0-9]+):(?P<end>[A-Z]+[0-9]+)"')
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
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as workbook:
        sheet = _first_sheet(workbook)
        if sheet is None:
            return
        found: dict[tuple[int, int], str] = {}
        with workbook.open(sheet) as text:
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


def _first_sheet(workbook: zipfile.ZipFile) -> str | None:
    """The name of the file of the first sheet within *workbook*."""
    names = workbook.namelist()
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return None
    first = _FIRST_SHEET.search(workbook.read("xl/workbook.xml"))
    if first is None:
        return None
    related = re.compile(rb"<Relationship [^>]*>")
    for each in related.finditer(workbook.read("xl/_rels/workbook.xml.rels")):
        target = re.search(rb'\bTarget="/?(?:xl/)?(?P<name>[^"]+)"', each[0])
        if target is not None and b'Id="' + first["id"] + b'"' in each[0]:
            name = f"xl/{target['name'].decode()}"
            return name if name in names else None
    return None
