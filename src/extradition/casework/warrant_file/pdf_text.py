"""The lines of text of a PDF, with its tick boxes as characters; the only importer of ``pdfplumber``.

It runs in a process of its own (``pdf_process``), so that no PDF can take too long or too much memory.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, TextIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from extradition.casework.warrant_file.text_lines import MOST_PAGES, is_too_long
from extradition.casework.warrant_file.tick_marks import (
    CHECKED,
    CROSSED,
    EMPTY,
    MARK_CHARACTERS,
    UNREADABLE,
    marks_in,
    symbol_of,
)

_CODE = re.compile(r"\(cid:(\d+)\)")
_SQUARE = (5, 18)
"""The shortest and the longest side of a drawn tick box, in points."""
_UNEVEN = 2
_THIN = 2
_WHOLE_PAGE = 0.8
_WHITE: tuple[Any, ...] = (None, 1, (1,), (1, 1, 1), (0, 0, 0, 0), [1], [1, 1, 1], [0, 0, 0, 0])
_DRAWN_OVER = ("StrikeOut", "Ink", "Stamp", "FreeText", "Line", "Square", "Redact")
"""The notes of a PDF program that lie over the text."""
_IS_BUTTON = 1 << 16
Line = tuple[int, str, bool]


class _Refused(Exception):  # noqa: N818  it is an answer, not an error
    """A PDF that is not read, with the key of the reason."""


@dataclass(frozen=True)
class _Word:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    is_doubtful: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def is_within(self, area: Mapping[str, Any]) -> bool:
        x, y = self.middle
        return bool(area["x0"] <= x <= area["x1"] and area["top"] <= y <= area["bottom"])


def answer(sent: BinaryIO, out: TextIO) -> None:
    """Write the lines of the PDF in *sent* to *out* as JSON, or the key of the reason to refuse it.

    Args:
        sent: the bytes of the PDF.
        out: the stream for the JSON.
    """
    try:
        made: dict[str, Any] = {"lines": lines_of_pages(sent.read()), "refused": None}
    except _Refused as refusal:
        made = {"lines": [], "refused": str(refusal)}
    json.dump(made, out)


def lines_of_pages(raw: bytes) -> list[Line]:
    """The page, the text and the doubt of every line of a PDF.

    Args:
        raw: the bytes of the PDF.
    """
    try:
        with pdfplumber.open(io.BytesIO(raw)) as pdf:
            lines = [*_lines_in(pdf.pages)]
    except _Refused:
        raise
    except Exception as error:  # noqa: BLE001  a hostile file may raise anything
        raise _Refused(_reason(error)) from None
    if all(text == UNREADABLE for _, text, _ in lines):
        raise _Refused("no text")
    if is_too_long([text for _, text, _ in lines]):
        raise _Refused("too much text")
    return lines


def _lines_in(pages: Sequence[Any]) -> Iterator[Line]:
    if len(pages) > MOST_PAGES:
        raise _Refused("too many pages")
    for page in pages:
        yield from _lines_of(page)


def _reason(error: Exception) -> str:
    inner = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(inner, MemoryError):
        return "limits"
    return "encrypted" if isinstance(inner, PDFPasswordIncorrect) else "damaged"


def _lines_of(page: Any) -> Iterator[Line]:
    characters = [_readable(each) for each in page.dedupe_chars().chars if each["upright"]]
    if characters and any(_covers(image, page) for image in page.images):
        raise _Refused("recognised text")
    boxes, inside = _drawn_boxes(page, characters)
    characters = [each for each in characters if id(each) not in inside]
    found = extract_words(characters, x_tolerance=2, y_tolerance=2)
    words = [_Word(each["text"], *(each[key] for key in ("x0", "x1", "top", "bottom"))) for each in found]
    if not words and page.images:
        yield page.page_number, UNREADABLE, True
        return
    words = [*words, *boxes, *_small_pictures(page)]
    for note in page.annots:
        words = [*_with_note(words, note)]
    strokes = [
        each
        for each in (*page.lines, *page.rects, *page.curves)
        if each["bottom"] - each["top"] <= _THIN < each["x1"] - each["x0"]
    ]
    words = [replace(word, is_doubtful=word.is_doubtful or _is_crossed(word, strokes)) for word in words]
    for line in _rows(words):
        yield page.page_number, " ".join(word.text for word in line), any(word.is_doubtful for word in line)
    page.close()


def _readable(character: dict[str, Any]) -> dict[str, Any]:
    """*character* with the sign that its font shows; a sign without a meaning becomes ``UNREADABLE``."""
    text = character["text"]
    code = _CODE.fullmatch(text)
    number = int(code[1]) if code else ord(text[:1] or UNREADABLE)
    symbol = symbol_of(character["fontname"], number)
    return {**character, "text": symbol or (UNREADABLE if code else text)}


def _covers(image: Mapping[str, Any], page: Any) -> bool:
    area = (image["x1"] - image["x0"]) * (image["bottom"] - image["top"])
    return bool(area >= _WHOLE_PAGE * page.width * page.height)


def _is_square(shape: Mapping[str, Any]) -> bool:
    wide, high = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
    return bool(
        _SQUARE[0] <= min(wide, high) and max(wide, high) <= _SQUARE[1] and abs(wide - high) <= _UNEVEN
    )


def _drawn_boxes(page: Any, characters: Sequence[dict[str, Any]]) -> tuple[list[_Word], set[int]]:
    """The drawn tick boxes of *page* as words, and the characters inside them by their ids.

    A square with a cross or a check as its only content is ticked, and one with no content is empty. A square
    with another character is no tick box. Any other content cannot be read.
    """
    boxes: list[_Word] = []
    inside: set[int] = set()
    squares = [each for each in (*page.rects, *page.curves) if _is_square(each)]
    for square in squares:
        if any(word.is_within(square) for word in boxes):
            continue
        within = [each for each in characters if _area(each).is_within(square)]
        drawn = [
            each
            for each in (*page.lines, *page.rects, *page.curves, *page.images)
            if each is not square and _touches(each, square)
        ]
        is_filled = square["fill"] and square["non_stroking_color"] not in _WHITE
        mark = _mark_of("".join(each["text"] for each in within), is_clear=not drawn and not is_filled)
        if mark is not None:
            boxes.append(replace(_area(square), text=mark))
            inside |= {id(each) for each in within}
    return boxes, inside


def _touches(shape: Mapping[str, Any], square: Mapping[str, Any]) -> bool:
    """Whether *shape* reaches into *square*; a frame round the square, such as a table cell, does not."""
    is_frame = (
        shape["x0"] <= square["x0"]
        and shape["top"] <= square["top"]
        and square["x1"] <= shape["x1"]
        and square["bottom"] <= shape["bottom"]
    )
    return not is_frame and bool(
        min(shape["x1"], square["x1"]) - max(shape["x0"], square["x0"]) > 1
        and min(shape["bottom"], square["bottom"]) - max(shape["top"], square["top"]) > 1
    )


def _mark_of(text: str, *, is_clear: bool) -> str | None:
    """The mark of a square with *text* inside; None if the square is no tick box."""
    if not text.strip():
        return EMPTY if is_clear else UNREADABLE
    if text.strip() not in ("x", "X", *MARK_CHARACTERS):
        return None
    (kind,) = marks_in(text.strip() + " ")
    return {"check": CHECKED, "cross": CROSSED}.get(kind, UNREADABLE) if is_clear else UNREADABLE


def _area(shape: Mapping[str, Any], text: str = "") -> _Word:
    return _Word(text, shape["x0"], shape["x1"], shape["top"], shape["bottom"])


def _small_pictures(page: Any) -> Iterator[_Word]:
    """A mark that cannot be read for each picture with the size of a tick box."""
    return (_area(image, UNREADABLE) for image in page.images if _is_square(image))


def _is_crossed(word: _Word, strokes: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a thin stroke runs through the middle of *word*; a line under it is lower."""
    quarter = (word.bottom - word.top) / 4
    return any(
        word.top + quarter <= (each["top"] + each["bottom"]) / 2 <= word.bottom - quarter
        and each["x0"] <= word.middle[0] <= each["x1"]
        for each in strokes
    )


def _with_note(words: Sequence[_Word], note: Mapping[str, Any]) -> Iterator[_Word]:
    """The *words* with a field of the form in its place, or with doubt on those that a note lies over."""
    own = {key: resolve1(value) for key, value in note["data"].items()}
    parent = own.get("Parent")
    field = {
        **({key: resolve1(value) for key, value in parent.items()} if isinstance(parent, dict) else {}),
        **own,
    }
    kind, subtype = _name(field.get("FT")), _name(field.get("Subtype"))
    is_over = subtype in _DRAWN_OVER
    yield from (
        replace(word, is_doubtful=word.is_doubtful or (is_over and word.is_within(note))) for word in words
    )
    if is_over:
        yield replace(_area(note, UNREADABLE), is_doubtful=True)
    elif kind == "Btn" and not int(field.get("Ff") or 0) & _IS_BUTTON:
        yield _area(note, _state(_name(field.get("AS")), _name(field.get("V"))))
    elif kind in ("Tx", "Ch") and (text := _value(field.get("V"))):
        yield _area(note, text)


def _state(shown: str, value: str) -> str:
    """The mark of a check box in its state *shown*; its *value*, if it has one, must agree."""
    if shown in ("", "Off"):
        return UNREADABLE if not shown or value not in ("", "Off") else EMPTY
    return CHECKED if value in ("", shown) else UNREADABLE


def _name(value: Any) -> str:
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _value(value: Any) -> str:
    text = decode_text(value) if isinstance(value, bytes) else value if isinstance(value, str) else ""
    return " ".join(text.split())


def _rows(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """The *words* in lines from top to bottom, each from left to right."""
    row: list[_Word] = []
    for word in sorted(words, key=lambda word: (word.middle[1], word.x0)):
        if row and word.middle[1] - row[0].middle[1] > (row[0].bottom - row[0].top) / 2:
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)
