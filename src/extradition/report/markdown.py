"""A report as Markdown, from the same blocks as Word and PDF; words of a case file never become Markdown
marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extradition.report.blocks import (
    Block,
    Cell,
    Figure,
    Frame,
    Heading,
    Item,
    Listing,
    PaperDocument,
    Paragraph,
    Run,
    Table,
    Terms,
)
from extradition.report.environment import escaped, tidied

_STARTS = re.compile(r"^(\d+)([.)])(?= |$)|^([-+=])(?= |$|[-=])")
_ADDRESS = {"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E"}
_STRONG = frozenset({"strong", "word", "mark"})
_STRONG_ROLES = frozenset({"lead-in", "ask", "for"})
_EMPHASIS_ROLES = frozenset({"support", "question"})


def markdown_of(document: PaperDocument, drawings: Sequence[str] = ()) -> str:
    r"""The Markdown of *document*.

    Args:
        document: The report.
        drawings: The Mermaid text of each figure, in order. A figure without one becomes a paragraph with its
            description.

    >>> blocks = (Heading(1, (Run("A report"),)), Paragraph("body", (Run("a *b*"),)))
    >>> print(markdown_of(PaperDocument("", "", blocks)), end="")
    # A report
    <BLANKLINE>
    a \*b\*
    """
    return tidied(_Writer(iter(drawings)).text(document.blocks))


class _Writer:
    """Writes blocks as lines; *drawings* are those for the figures still to write."""

    def __init__(self, drawings: Iterator[str]) -> None:
        self.drawings = drawings

    def text(self, blocks: Iterable[Block]) -> str:
        """The Markdown of *blocks*, with an empty line between them."""
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
        return _paragraph(
            Paragraph("body", (Run(" ".join(piece.description for piece in figure.pieces[:1])),))
        )


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.role in _STRONG_ROLES:
        return f"**{_plain(paragraph.runs)}**"
    if paragraph.role in _EMPHASIS_ROLES and not any(run.looks or run.href for run in paragraph.runs):
        return f"*{_plain(paragraph.runs)}*"
    return _STARTS.sub(_not_a_mark, _words(paragraph.runs))


def _not_a_mark(start: re.Match[str]) -> str:
    """The start of a paragraph, escaped where it would begin a list or underline a heading."""
    return f"{start[1]}\\{start[2]}" if start[1] else f"\\{start[3]}"


def _table(table: Table) -> str:
    """The Markdown of *table*: its caption, if any, and always one head row, which Markdown requires."""
    first = table.heads[0] if table.heads else tuple(Cell(True, ()) for _ in table.rows[0])
    heads, *rows = [[_inline(cell.blocks) for cell in row] for row in (first, *table.heads[1:], *table.rows)]
    caption = [f"**{_plain(table.caption)}**", ""] if table.caption else []
    return "\n".join([*caption, *(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows))])


def _inline(blocks: Sequence[Block]) -> str:
    """The *blocks* of a cell or a term on one line."""
    parts: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                parts.append(_words(block.runs) + (":" if block.role == "lead-in" else ""))
            case Listing():
                parts.append(
                    "; ".join(f"{item.label} {_inline(item.blocks)}".strip() for item in block.items)
                )
            case _:
                raise ValueError(
                    f"a {type(block).__name__.lower()} inside a table or a list of terms cannot be written "
                    "in Markdown"
                )
    return " ".join(parts)


def _words(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _plain(runs: Iterable[Run]) -> str:
    """The words of *runs* with their links and without other looks: the words around them are strong."""
    return "".join(_run(Run(run.text, (), run.href)) for run in runs)


def _run(run: Run) -> str:
    """One run with its marks next to the words; white space stays outside the marks."""
    words = run.text.strip(" ")
    if not words:
        return run.text
    before, after = (
        run.text[: len(run.text) - len(run.text.lstrip(" "))],
        run.text[len(run.text.rstrip(" ")) :],
    )
    written = _code(words) if "code" in run.looks else escaped(words)
    if run.href:
        written = f"[{written}]({''.join(_ADDRESS.get(each, each) for each in run.href)})"
    if _STRONG & set(run.looks):
        written = f"**{written}**"
    elif "emphasis" in run.looks:
        written = f"*{written}*"
    return f"{before}{written}{after}"


def _code(words: str) -> str:
    """*words* as code, or plain if they contain a backtick."""
    return escaped(words) if "`" in words else f"`{words}`"
