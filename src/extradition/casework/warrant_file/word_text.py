"""The lines of text of a Word file, with its tick boxes as characters; the only importer of ``docx``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document

from extradition.casework.warrant_file.text_lines import MOST_PAGES, TOO_LONG, TextLine, is_too_long
from extradition.casework.warrant_file.tick_marks import CHECKED, EMPTY, UNREADABLE, marks_in, symbol_of
from extradition.source import refusal

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TRACKED = tuple(f"{_W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo"))
_INLINE = tuple(f"{_W}{tag}" for tag in ("hyperlink", "smartTag", "fldSimple", "customXml", "sdtContent"))
_PICTURES = tuple(f"{_W}{tag}" for tag in ("drawing", "pict", "object"))
_PAGE_ENDS = f"{_W}lastRenderedPageBreak"
_ON = (None, "1", "true", "on")
_WRITTEN = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "",
}


def lines_of_word(raw: bytes, name: str) -> list[TextLine]:
    """The lines of a Word file, in order; the cells of a table row are one line.

    Args:
        raw: the bytes of the file, which ``kind_of_file`` has examined.
        name: the name of the file, for messages.

    Raises:
        SourceError: the file is damaged, has tracked changes, or is too long.
    """
    try:
        document = Document(io.BytesIO(raw))
        body, styles = document.element.body, document.styles.element
    except Exception:  # noqa: BLE001  a hostile file may raise anything
        raise refusal(name, "is damaged: it cannot be read as a Word file") from None
    if any(True for _ in body.iter(*_TRACKED)):
        raise refusal(name, "has tracked changes: accept or reject them in Word, and read it again")
    if next(body.iter(f"{_W}altChunk", f"{_W}subDoc"), None) is not None:
        raise refusal(name, "has another file inside it: save it in Word as one document, and read it again")
    reader = _WordReader(body, styles)
    lines = list(reader.block(body))
    if reader.page > MOST_PAGES:
        raise refusal(name, f"has more than {MOST_PAGES} pages, the most that are read")
    if is_too_long([line.text + line.struck for line in lines]):
        raise refusal(name, TOO_LONG)
    return lines


@dataclass(frozen=True)
class _Piece:
    text: str
    page: int | None
    is_struck: bool


class _WordReader:
    """The reader of one document; it counts the pages that Word noted when it last saved the file."""

    def __init__(self, body: Any, styles: Any) -> None:
        self.page = 1
        self._has_pages = next(body.iter(_PAGE_ENDS), None) is not None
        self._struck_styles = {
            style.get(f"{_W}styleId")
            for style in styles.iter(f"{_W}style")
            if _is_struck(style.find(f"{_W}rPr"))
        }

    def block(self, element: Any) -> Iterator[TextLine]:
        """The lines of the paragraphs and tables in *element*."""
        for child in element:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                rows = (row for row in child.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is child)
                for row in rows:
                    yield from self._row(row)
            elif child.tag == f"{_W}sdt" and _checkbox(child) is not None:
                yield TextLine(_checkbox(child) or "", self._current)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml") and not _is_prompt(child):
                yield from self.block(child)

    @property
    def _current(self) -> int | None:
        return self.page if self._has_pages else None

    def _row(self, row: Any) -> Iterator[TextLine]:
        """The lines of a table row. Cells with one line each are joined: a mark stays at its words."""
        owned = (cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row)
        cells = [cell for each in owned if (cell := list(self.block(each)))]
        if len(cells) < 2 or any(len(cell) > 1 for cell in cells[:-1]):  # noqa: PLR2004  nothing to join
            for cell in cells:
                yield from cell
            return
        first = [cell[0] for cell in cells]
        yield TextLine(
            "\t".join(line.text for line in first if line.text),
            first[0].page,
            " ".join(line.struck for line in first if line.struck),
        )
        yield from cells[-1][1:]

    def _paragraph(self, paragraph: Any) -> Iterator[TextLine]:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        is_struck = style is not None and style.get(f"{_W}val") in self._struck_styles
        boxes: list[Any] = []
        pieces = list(self._pieces(paragraph, boxes, is_struck=is_struck))
        lines: list[list[_Piece]] = [[]]
        for piece in pieces:
            first, *others = piece.text.split("\n")
            lines[-1].append(_Piece(first, piece.page, piece.is_struck))
            lines += [[_Piece(other, piece.page, piece.is_struck)] for other in others]
        for line in lines:
            live = "".join(piece.text for piece in line if not piece.is_struck)
            struck = "".join(piece.text for piece in line if piece.is_struck)
            if live.strip() or struck.strip():
                yield TextLine(live.strip(), line[0].page, struck.strip())
        for box in boxes:
            yield from self.block(box)

    def _pieces(self, element: Any, boxes: list[Any], *, is_struck: bool) -> Iterator[_Piece]:
        for child in element:
            if child.tag == f"{_W}r":
                yield from self._run(child, boxes, is_struck=is_struck)
            elif child.tag == f"{_W}sdt" and (mark := _checkbox(child)) is not None:
                yield _Piece(mark, self._current, is_struck=False)
            elif (child.tag in _INLINE or child.tag == f"{_W}sdt") and not _is_prompt(child):
                yield from self._pieces(child, boxes, is_struck=is_struck)

    def _run(self, run: Any, boxes: list[Any], *, is_struck: bool) -> Iterator[_Piece]:
        properties = run.find(f"{_W}rPr")
        if _is_on(properties, "vanish"):
            return
        style = None if properties is None else properties.find(f"{_W}rStyle")
        styled = style is not None and style.get(f"{_W}val") in self._struck_styles
        struck = is_struck or styled or _is_struck(properties)
        font = None if properties is None else properties.find(f"{_W}rFonts")
        for child in run:
            if child.tag == _PAGE_ENDS:
                self.page += 1
            text = _text_of(child, "" if font is None else str(font.get(f"{_W}ascii") or ""))
            boxes += _text_boxes(child)
            if text:
                yield _Piece(text, self._current, struck)


def _text_of(child: Any, font: str) -> str:
    """The text of one part of a run: its words, a tick mark, or the sign that it cannot be read."""
    if child.tag == f"{_W}t":
        text = child.text or ""
        return "".join(symbol_of(font, ord(each)) or each for each in text) if font else text
    if child.tag == f"{_W}sym":
        return symbol_of(child.get(f"{_W}font") or "", int(child.get(f"{_W}char") or "0", 16)) or UNREADABLE
    if child.tag == f"{_W}fldChar" and (box := child.find(f"{_W}ffData/{_W}checkBox")) is not None:
        checked = box.find(f"{_W}checked")
        state = box.find(f"{_W}default") if checked is None else checked
        return CHECKED if state is not None and state.get(f"{_W}val") in _ON else EMPTY
    if child.tag in _PICTURES or child.tag == f"{_MC}AlternateContent":
        return "" if _text_boxes(child) else UNREADABLE
    return _WRITTEN.get(child.tag, "")


def _text_boxes(child: Any) -> list[Any]:
    """The text boxes in one part of a run; the copy for older programs is left out."""
    if child.tag not in _PICTURES and child.tag != f"{_MC}AlternateContent":
        return []
    found = child.iter(f"{_W}txbxContent")
    return [box for box in found if next(box.iterancestors(f"{_MC}Fallback"), None) is None]


def _checkbox(control: Any) -> str | None:
    """The mark of a content control that is a tick box; None if it is another control."""
    checked = control.find(f"{_W}sdtPr/{_W14}checkbox/{_W14}checked")
    if control.find(f"{_W}sdtPr/{_W14}checkbox") is None:
        return None
    is_ticked = checked is not None and checked.get(f"{_W14}val") in _ON
    shown = marks_in("".join(text.text or "" for text in control.iter(f"{_W}t")))
    if shown and (shown[0] == "empty") == is_ticked:
        return UNREADABLE
    return CHECKED if is_ticked else EMPTY


def _is_prompt(control: Any) -> bool:
    """Whether a content control shows the words that ask for an entry, and no entry."""
    return control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _is_struck(properties: Any) -> bool:
    return _is_on(properties, "strike") or _is_on(properties, "dstrike")


def _is_on(properties: Any, name: str) -> bool:
    found = None if properties is None else properties.find(f"{_W}{name}")
    return found is not None and found.get(f"{_W}val") in _ON
