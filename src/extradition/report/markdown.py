"""A report as Markdown, from the same blocks as Word and PDF; words of a case file never become marks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extradition.report.blocks import Block, Cell, Document, Figure, Frame, Heading, Item, Listing, Paragraph, Run, Table, Terms
from extradition.report.environment import escaped, tidied

_STARTS = re.compile(r"^(\d+)([.)])(?= |$)|^([-+=])(?= |$|[-=])")
_ADDRESS = {"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E"}
_STRONG = frozenset({"strong", "word", "mark"})
_STRONG_ROLES = frozenset({"lead-in", "ask", "for"})
_EMPHASIS_ROLES = frozenset({"support", "question"})


def markdown_of(document: Document, drawings: Sequence[str] = ()) -> str:
    """*document* as Markdown, with the Mermaid text *drawings* in place of its figures, in their order.

    A figure without Mermaid text is a paragraph with its description.
    """
    return tidied(_Writer(iter(drawings)).text(document.blocks))


class _Writer:
    """Writes blocks as lines; *drawings* are those that are left for the next figures."""

    def __init__(self, drawings: Iterator[str]) -> None:
        self.drawings = drawings

    def text(self, blocks: Iterable[Block]) -> str:
        """*blocks*, with an empty line between two of them."""
        return "\n\n".join(self._block(block) for block in blocks if block != Paragraph("body", ())) + "\n"

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                written = f"{'#' * block.level} {_words(block.runs)}"
            case Paragraph():
                written = _paragraph(block)
            case Listing():
                written = "\n".join(map(self._item, block.items))
            case Terms():
                written = "\n".join(f"- **{_plain(term.runs)}**: {_inline(term.blocks)}" for term in block.of)
            case Table():
                written = _table(block)
            case Frame():
                written = self.text(block.blocks).rstrip("\n")
            case _:
                written = self._figure(block)
        return written

    def _item(self, item: Item) -> str:
        mark = item.label or "-"
        first, *rest = item.blocks or (Paragraph("body", ()),)
        indent = " " * (len(mark) + 1)
        lines = [f"{mark} {self._block(first)}"]
        for block in rest:
            gap = "" if isinstance(block, Listing | Terms) else "\n"
            lines.append(gap + self._block(block))
        return "\n".join(lines).replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")

    def _figure(self, figure: Figure) -> str:
        drawing = next(self.drawings, None)
        if drawing is not None:
            return f"```mermaid\n{drawing}```"
        return _paragraph(Paragraph("body", (Run(" ".join(piece.description for piece in figure.pieces[:1])),)))


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.role in _STRONG_ROLES:
        return f"**{_plain(paragraph.runs)}**"
    if paragraph.role in _EMPHASIS_ROLES and not any(run.looks or run.href for run in paragraph.runs):
        return f"*{_plain(paragraph.runs)}*"
    return _STARTS.sub(_not_a_mark, _words(paragraph.runs))


def _not_a_mark(start: re.Match[str]) -> str:
    """The start of a paragraph that would begin a list or underline a heading, as words."""
    return f"{start[1]}\\{start[2]}" if start[1] else f"\\{start[3]}"


def _table(table: Table) -> str:
    """*table* with one row of heads, which Markdown cannot do without; below its caption, if it has one."""
    first = table.heads[0] if table.heads else tuple(Cell(True, ()) for _ in table.rows[0])
    heads, *rows = [[_inline(cell.blocks) for cell in row] for row in (first, *table.heads[1:], *table.rows)]
    caption = [f"**{_plain(table.caption)}**", ""] if table.caption else []
    return "\n".join([*caption, *(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows))])


def _inline(blocks: Sequence[Block]) -> str:
    """*blocks* on one line: what a cell or a term has."""
    told: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                told.append(_words(block.runs) + (":" if block.role == "lead-in" else ""))
            case Listing():
                told.append("; ".join(f"{item.label} {_inline(item.blocks)}".strip() for item in block.items))
            case _:
                raise ValueError(f"a {type(block).__name__.lower()} inside a table or a list of terms cannot be put into Markdown")
    return " ".join(told)


def _words(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _plain(runs: Iterable[Run]) -> str:
    """*runs* with their links, and no other look: they stand inside strong words."""
    return "".join(_run(Run(run.text, (), run.href)) for run in runs)


def _run(run: Run) -> str:
    """One run; marks stand next to the words, and white space outside of them."""
    words = run.text.strip(" ")
    if not words:
        return run.text
    before, after = run.text[: len(run.text) - len(run.text.lstrip(" "))], run.text[len(run.text.rstrip(" ")) :]
    told = _code(words) if "code" in run.looks else escaped(words)
    if run.href:
        told = f"[{told}]({''.join(_ADDRESS.get(each, each) for each in run.href)})"
    if _STRONG & set(run.looks):
        told = f"**{told}**"
    elif "emphasis" in run.looks:
        told = f"*{told}*"
    return f"{before}{told}{after}"


def _code(words: str) -> str:
    """*words* as code; words with a mark of code in them are plain."""
    return escaped(words) if "`" in words else f"`{words}`"
