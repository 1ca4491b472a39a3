"""A report as a Word file, made from a template that Word can restyle; the only importer of ``docxtpl``."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import BinaryIO

from docxtpl import DocxTemplate, RichText

from extradition.report.blocks import (
    Block,
    Cell,
    Figure,
    Frame,
    Heading,
    Listing,
    PaperDocument,
    Paragraph,
    Run,
    Table,
    Terms,
    plain,
)
from extradition.report.direction import by_direction, marked
from extradition.report.environment import closed_environment
from extradition.report.pdf import png_of
from extradition.report.pieces import Drawing
from extradition.report.word_archive import without_clock
from extradition.report.word_lines import Line, Words
from extradition.source import bundled_folder

_STYLES = {
    "strong": "Strong",
    "emphasis": "Emphasis",
    "code": "Code",
    "fine": "Fine",
    "mark": "Mark",
    "word": "Outcome word",
    "link": "Hyperlink",
}
"""The character styles that a template must have."""
_UNIT = 0.165
_EMU = 36_000
"""A millimetre in the units of Word. *_UNIT* is the size of a drawing's unit on paper, in millimetres."""
_DEEPEST = {"bullets": 3, "numbers": 2, "tree": 4}
_TITLE_LENGTH = 255
Picture = Callable[[Drawing, float], bytes]
"""A function that draws a drawing at a width in millimetres."""


def docx_of(document: PaperDocument) -> bytes:
    """The Word file of *document*, in the template of this package; the same document gives the same bytes.

    Args:
        document: The report.
    """
    with (bundled_folder("templates") / "report.docx").open("rb") as template:
        return word_file_in(template, document, png_of)


def word_file_in(template: BinaryIO, document: PaperDocument, picture: Picture) -> bytes:
    """The Word file of *document*, in any *template*.

    Args:
        template: A Word file with the styles to use.
        document: The report.
        picture: A function that draws a drawing at a width in millimetres.

    Raises:
        ValueError: *template* lacks a style, or leaves out a part of the document. The packages that read it
            refuse a bad template in ways of their own.
    """
    return _Writer(DocxTemplate(template), picture).written(document)


def pictures_of(document: PaperDocument) -> dict[tuple[Drawing, float], bytes]:
    """The picture (PNG) of each drawing of *document*, by the drawing and its width in millimetres.

    Args:
        document: The report.
    """
    pieces = [piece for block in document.blocks if isinstance(block, Figure) for piece in block.pieces]
    return {(piece, piece.width * _UNIT): png_of(piece, piece.width * _UNIT) for piece in pieces}


class _Writer:
    """Fills one template."""

    def __init__(self, template: DocxTemplate, picture: Picture) -> None:
        self.template, self.picture = template, picture
        self.template.init_docx()
        styles = {style.name: style.style_id for style in template.docx.styles}
        missing = [name for name in _STYLES.values() if name not in styles]
        if missing:
            raise ValueError(f"it has no style {', '.join(missing)}")
        self.styles = {look: styles[name] for look, name in _STYLES.items()}
        self.kept: list[tuple[str, Words]] = []

    def written(self, document: PaperDocument) -> bytes:
        """The Word file of *document*."""
        lines = list(self._lines(document.blocks))
        words = {"title": document.title, "running_head": document.running_head, "subject": document.subject}
        values = {name: _safe(marked(text)) for name, text in words.items()}
        self.template.render({**values, "lines": lines}, closed_environment(), autoescape=True)
        left_out = dict.fromkeys(kind for kind, words in self.kept if not words.was_used)
        if left_out:
            raise ValueError(f"it leaves out every paragraph of this kind: {', '.join(left_out)}")
        self._widen(document.blocks)
        properties = self.template.docx.core_properties
        properties.title, properties.subject = (
            document.title[:_TITLE_LENGTH],
            document.subject[:_TITLE_LENGTH],
        )
        file = io.BytesIO()
        self.template.save(file)
        return without_clock(file.getvalue())

    def _widen(self, blocks: Sequence[Block]) -> None:
        """Set the widths of the columns of the report's tables; a table of the template itself stays
        unchanged.
        """
        page = self.template.docx.sections[0]
        wide = page.page_width - page.left_margin - page.right_margin
        left = list(_tables(blocks))
        for table in self.template.docx.tables:
            if left and [par.text for par in table.cell(0, 0).paragraphs] == [
                "".join(marked(run.text) for run in runs)
                for runs in _said((*left[0].heads, *left[0].rows)[0][0].blocks)
            ]:
                shares = left.pop(0).shares
                table.autofit = not shares
                columns = zip(table.columns, shares, strict=False)  # no share, or one each
                for cell, share in ((cell, share) for each, share in columns for cell in (each, *each.cells)):
                    cell.width = wide * share // 100

    def _lines(self, blocks: Sequence[Block], within: str = "") -> Iterator[Line]:
        """The lines of *blocks*; *within* is the kind of block around them."""
        for block in blocks:
            match block:
                case Heading():
                    yield self._line(
                        "title" if block.level == 1 else f"heading_{block.level - 1}", block.runs
                    )
                case Paragraph():
                    kind = (
                        within
                        if within == "outcome"
                        else block.role.replace("-", "_")
                        if not within
                        else "continued"
                    )
                    yield self._line(
                        "lead_in" if kind == "for" else kind, block.runs, number=str(block.number or "")
                    )
                case Frame():
                    yield from self._lines(block.blocks, block.role)
                case Listing():
                    yield from self._items(block, within)
                case Terms():
                    yield from self._terms(block, "point_" if within else "")
                case Table():
                    yield from self._table(block)
                case _:
                    yield from self._figure(block)

    def _items(self, listing: Listing, within: str) -> Iterator[Line]:
        kind = {"bullets": "bullet", "numbers": "number", "tree": "condition"}[listing.look]
        above = (
            int(within.rpartition("_")[2]) if within.startswith(("bullet_", "number_", "condition_")) else 0
        )
        inside = f"{kind}_{min(above + 1, _DEEPEST[listing.look])}"
        for item in listing.items:
            first, rest = item.blocks[0], item.blocks[1:]
            if not isinstance(first, Paragraph):
                first, rest = Paragraph("body", ()), item.blocks
            yield self._line(
                first.role if first.role == "ask" else "outcome_bullet" if within == "outcome" else inside,
                first.runs,
                label=item.label,
            )
            yield from self._lines(rest, inside)

    def _terms(self, terms: Terms, inside: str) -> Iterator[Line]:
        for term in terms.of:
            if terms.run_in:
                heads = (Run(f"{plain(term.runs)}\u2002", ("strong",)),)
                yield from (self._line("description", (*heads, *runs)) for runs in _said(term.blocks))
                continue
            yield self._line(f"{inside}term", term.runs)
            yield from (self._line(f"{inside}description", runs) for runs in _said(term.blocks))

    def _figure(self, figure: Figure) -> Iterator[Line]:
        for piece in figure.pieces:
            yield Line("drawing", self._kept("drawing", _Pictured(self.template, self.picture, piece)))
            if piece.parts > 1:
                yield self._line("drawing_caption", (Run(piece.caption),))

    def _table(self, table: Table) -> Iterator[Line]:
        if table.caption:
            yield self._line("table_caption", table.caption)
        heads, rows = (
            tuple(tuple(self._cell(cell) for cell in row) for row in part)
            for part in (table.heads, table.rows)
        )
        yield Line("table", Words(""), heads=heads, rows=rows)

    def _cell(self, cell: Cell) -> tuple[Line, ...]:
        return tuple(self._line("cell", runs) for runs in _said(cell.blocks) or [()])

    def _line(self, kind: str, runs: tuple[Run, ...], *, label: str = "", number: str = "") -> Line:
        return Line(kind, self._kept(kind, Words(self._words(runs))), label, number)

    def _kept(self, kind: str, words: Words) -> Words:
        self.kept.append((kind, words))
        return words

    def _words(self, runs: Sequence[Run]) -> str:
        rich = RichText()
        for run in runs:
            looks = [*run.looks, *(["link"] if run.href else [])]
            style = self.styles[looks[-1]] if looks else None
            url = self.template.build_url_id(run.href) if run.href else None
            for text, rtl in by_direction(run.text):
                rich.add(text, style=style, bold="strong" in run.looks, url_id=url, rtl=rtl)
        return _harmless(str(rich))


class _Pictured(Words):
    """A drawing as a picture; the file gets it where the template names it."""

    def __init__(self, template: DocxTemplate, picture: Picture, drawing: Drawing) -> None:
        super().__init__("")
        self.template, self.picture, self.drawing = template, picture, drawing

    def __html__(self) -> str:
        wide = self.drawing.width * _UNIT
        size = (int(wide * _EMU), int(self.drawing.height * _UNIT * _EMU))
        inline = self.template.docx.part.new_pic_inline(io.BytesIO(self.picture(self.drawing, wide)), *size)
        inline.docPr.set("descr", self.drawing.alternative)
        self.xml = _harmless(f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>")
        return super().__html__()


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables in *blocks*, in their order."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Frame():
                yield from _tables(block.blocks)
            case _:
                pass


def _said(blocks: Sequence[Block]) -> list[tuple[Run, ...]]:
    """The runs of *blocks*, paragraph by paragraph."""
    said: list[tuple[Run, ...]] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                said.append(block.runs)
            case Listing():
                said += [runs for item in block.items for runs in _said(item.blocks)]
            case _:
                raise ValueError(
                    f"a {type(block).__name__.lower()} inside a table or a list of terms cannot be written "
                    "in a Word file"
                )
    return said


def _safe(text: str) -> Words:
    return Words(_harmless(escape(text)))


def _harmless(xml: str) -> str:
    """*xml* without the character pairs that docxtpl reads as an escaped brace of a template."""
    return xml.replace("{_", "{&#95;").replace("_}", "&#95;}")
