"""What a report on paper is made of: headings, paragraphs, lists, terms, tables and figures."""

from __future__ import annotations

from dataclasses import dataclass

from extradition.report.drawing import Drawing

_HEAD = 90
"""The letters of a title that fit above a page."""


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


@dataclass(frozen=True)
class Figure:
    """A drawing, in pieces if it is longer than half a page."""

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
