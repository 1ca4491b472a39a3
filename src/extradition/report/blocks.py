"""The content of a paper report: headings, paragraphs, lists, tables and figures, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from extradition.report.pieces import Drawing

_HEAD = 90
"""How many letters of a title fit above a page."""
_LINE = 80
"""How many letters of a table row always fit in one line of a page."""
_LETTER, _PADDING, _MOST = 1.3, 3, 24
"""Percent of the page width: for each letter of the longest word, for the space around it, and at most. A
longer word breaks."""
_BREAK = re.compile(r"\s+|(?<=-)(?!\d)")
"""The places where a line may break: at a space, and after a hyphen, but not before a digit ("-2026")."""


@dataclass(frozen=True)
class Run:
    """Words with the same looks: ``strong``, ``emphasis``, ``code``, ``fine``, ``mark`` or ``word`` (the
    outcome itself).
    """

    text: str
    looks: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading; *level* 1 is the title."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its *role* in the report and its *number* (0: no number)."""

    role: str
    runs: tuple[Run, ...]
    number: int = 0


@dataclass(frozen=True)
class Item:
    """An item of a list; *label* is its number as written, or empty."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Listing:
    """A list with ``bullets`` or ``numbers``, or a ``tree`` of conditions without either."""

    look: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Definition:
    """A term and its definition."""

    runs: tuple[Run, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Terms:
    """A list of terms, each with its definition; *run_in*: on the same line."""

    of: tuple[Definition, ...]
    run_in: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table; *heads*: it heads a row or a column."""

    heads: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    """A table: its caption, its head rows and its other rows.

    Caption and heads may be empty; all rows have one length.
    """

    caption: tuple[Run, ...]
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def shares(self) -> tuple[int, ...]:
        """The width of each column in percent, by its content; empty if every row fits in one line."""
        rows = [[_words(cell.blocks) for cell in row] for row in (*self.heads, *self.rows)]
        if max(sum(map(len, row)) for row in rows) <= _LINE:
            return ()
        columns = list(zip(*rows, strict=True))
        least = [
            min(_MOST, _PADDING + _LETTER * max(len(word) for cell in column for word in _BREAK.split(cell)))
            for column in columns
        ]
        weights = [max(sqrt(sum(map(len, column))), 2 * sqrt(max(map(len, column)))) for column in columns]
        left = max(0, 100 - sum(least)) / sum(weights)
        wide = [narrowest + left * weight for narrowest, weight in zip(least, weights, strict=True)]
        return tuple(int(100 * each / sum(wide)) for each in wide)


@dataclass(frozen=True)
class Figure:
    """A drawing, in pieces if it is longer than half a page; without pieces if the page has no drawing."""

    pieces: tuple[Drawing, ...]


@dataclass(frozen=True)
class Frame:
    """Blocks in one frame: an outcome."""

    role: str
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Listing | Terms | Table | Figure | Frame


@dataclass(frozen=True)
class PaperDocument:
    """A whole report; *subject* is the sentence under its title.

    *dense*: whether it is a note, which is set closer to fit on one page.
    """

    title: str
    subject: str
    blocks: tuple[Block, ...]
    dense: bool = False

    @property
    def running_head(self) -> str:
        """The title, cut to fit above every page."""
        return self.title if len(self.title) <= _HEAD else f"{self.title[:_HEAD]}…"


def plain(runs: Iterable[Run]) -> str:
    """The words of *runs* without their looks.

    Args:
        runs: The runs of one paragraph, heading or cell, in order.

    >>> plain([Run("one "), Run("word", ("strong",))])
    'one word'
    """
    return "".join(run.text for run in runs)


def _words(blocks: Iterable[Block]) -> str:
    """The words of the *blocks* of a table cell: paragraphs and lists."""
    return " ".join(
        plain(block.runs)
        if isinstance(block, Paragraph)
        else " ".join(_words(item.blocks) for item in block.items)
        for block in blocks
        if isinstance(block, Paragraph | Listing)
    )
