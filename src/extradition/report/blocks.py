"""What can be put on paper: headings, paragraphs, lists, tables and figures, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from extradition.report.pieces import Drawing

_HEAD = 90
"""The letters of a title that fit above a page."""
_LINE = 80
"""The letters of a row of a table that surely fit in one line of a page."""
_LETTER, _PADDING, _MOST = 1.3, 3, 24
"""What a letter of the longest word takes of the width of a page, and what stands beside it, in percent; a longer word is broken."""
_BREAK = re.compile(r"[\s-]+")


@dataclass(frozen=True)
class Run:
    """Words that look alike; *looks* are ``strong``, ``emphasis``, ``code``, ``fine``, ``mark`` and ``word`` (the outcome itself)."""

    text: str
    looks: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading; the first *level* is the title's."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, what it is in the report, and its *number* (0: it has none)."""

    role: str
    runs: tuple[Run, ...]
    number: int = 0


@dataclass(frozen=True)
class Item:
    """What a list has at one place; *label* is its number as written, if it has one."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Listing:
    """A list: ``bullets``, ``numbers``, or a ``tree`` of conditions, which has neither."""

    look: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Term:
    """A term and what is said of it."""

    runs: tuple[Run, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Terms:
    """Terms, each with what is said of it."""

    of: tuple[Term, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; one that *heads* a row or a column says so."""

    heads: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    """A table with its caption (maybe none), the rows that head its columns (maybe none) and the others; all are equally long."""

    caption: tuple[Run, ...]
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def shares(self) -> tuple[int, ...]:
        """How wide its columns are beside each other, in percent, by what they have to hold; none if every row fits in a line."""
        rows = [[_words(cell.blocks) for cell in row] for row in (*self.heads, *self.rows)]
        if max(sum(map(len, row)) for row in rows) <= _LINE:
            return ()
        columns = list(zip(*rows, strict=True))
        least = [min(_MOST, _PADDING + _LETTER * max(len(word) for cell in column for word in _BREAK.split(cell))) for column in columns]
        weights = [max(sqrt(sum(map(len, column))), 2 * sqrt(max(map(len, column)))) for column in columns]
        left = max(0, 100 - sum(least)) / sum(weights)
        wide = [narrowest + left * weight for narrowest, weight in zip(least, weights, strict=True)]
        return tuple(int(100 * each / sum(wide)) for each in wide)


@dataclass(frozen=True)
class Figure:
    """A drawing, in pieces if it is longer than half a page; without pieces on a page that is not drawn."""

    pieces: tuple[Drawing, ...]


@dataclass(frozen=True)
class Frame:
    """Blocks that stand out together: an outcome."""

    role: str
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Listing | Terms | Table | Figure | Frame


@dataclass(frozen=True)
class Document:
    """A whole report; *subject* is the sentence under its title."""

    title: str
    subject: str
    blocks: tuple[Block, ...]

    @property
    def running_head(self) -> str:
        """The title as it fits above every page."""
        return self.title if len(self.title) <= _HEAD else f"{self.title[:_HEAD]}…"


def plain(runs: Iterable[Run]) -> str:
    """*runs* as words alone."""
    return "".join(run.text for run in runs)


def _words(blocks: Iterable[Block]) -> str:
    """The words of *blocks*, as far as a cell of a table can have them."""
    return " ".join(
        plain(block.runs) if isinstance(block, Paragraph) else " ".join(_words(item.blocks) for item in block.items)
        for block in blocks
        if isinstance(block, Paragraph | Listing)
    )
