"""The content of a report for paper: its page, read back as headings, paragraphs, lists, tables and
figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from extradition.report.blocks import (
    Block,
    Cell,
    Definition,
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
    plain,
)
from extradition.report.markup import Element, tree
from extradition.report.pieces import Drawing, pieces

_WHITE = re.compile(r"[ \t\r\n\f]+")
_PASSED_THROUGH = frozenset({"body", "header", "main", "footer", "section", "article", "div", "details"})
_LOOKS = {"strong": "strong", "em": "emphasis", "code": "code"}
_SPANS = {"fine": "fine", "is": "fine", "mark": "mark", "word": "word"}
_INLINE = frozenset({"a", "span", *_LOOKS})
_ROLES = ("lead-in", "for", "ask", "support", "question", "answer", "fine")
_NOT_NUMBERED = frozenset({"lead-in", "for", "ask", "support"})


class UnknownElementError(ValueError):
    """A page has an element that this module cannot print."""


def paper_document_of(page: str, *, numbered: bool = True) -> PaperDocument:
    """The content of a *page* that ``render`` made, as blocks.

    Args:
        page: The HTML of a report.
        numbered: Whether to number the paragraphs, and the items of a list directly under a heading. A report
            that numbers its own points (``<li value>``) gets no other numbers.

    Raises:
        UnknownElementError: The page has an unknown element, or a known one in an unknown place. Nothing is
            ever left out.
        ValueError: The elements do not nest.

    >>> body = "<body><h1>A report</h1><p>One sentence.</p></body>"
    >>> page = f"<html><head><title>A report</title></head>{body}</html>"
    >>> paper_document_of(page).blocks[1]
    Paragraph(role='body', runs=(Run(text='One sentence.', looks=(), href=''),), number=1)
    """
    whole = tree(page)
    numbers_itself = any("value" in item.attributes for item in whole.elements("li"))
    body = _only(whole, "body")
    blocks = tuple(_Reader(numbered=numbered and not numbers_itself).flow(body, at_top=True))
    subject = plain(_first_runs(blocks))
    return PaperDocument(_tidy(_only(whole, "title").text()), subject, blocks, dense="note" in body.classes)


def _only(element: Element, tag: str) -> Element:
    return next(element.elements(tag))


def _tidy(text: str) -> str:
    return _WHITE.sub(" ", text).strip(" ")


def _first_runs(blocks: Sequence[Block]) -> tuple[Run, ...]:
    return next((block.runs for block in blocks if isinstance(block, Paragraph)), ())


class _Reader:
    """Reads elements as blocks, in the order of the page, and counts the paragraphs."""

    def __init__(self, *, numbered: bool) -> None:
        self.numbers: Iterator[int] = count(1)
        self.numbered = numbered

    def flow(self, element: Element, *, at_top: bool = False, in_tree: bool = False) -> Iterator[Block]:
        """The blocks in *element*. Loose words are a paragraph; paragraphs get numbers if *at_top*."""
        words: list[Element | str] = []
        below_heading = False
        for part in element.within:
            if isinstance(part, str) or part.tag in _INLINE:
                words.append(part)
                continue
            yield from self._words(words, at_top=at_top)
            words = []
            for block in self._block(part, at_top=at_top, in_tree=in_tree):
                if below_heading and isinstance(block, Listing) and block.look == "bullets":
                    yield from self._paragraphs(block)
                else:
                    yield block
                below_heading = at_top and self.numbered and isinstance(block, Heading)
        yield from self._words(words, at_top=at_top)

    def _words(self, words: Sequence[Element | str], *, at_top: bool) -> Iterator[Block]:
        runs = _runs(words)
        if runs:
            yield self._paragraph("body", runs, at_top=at_top)

    def _paragraph(self, role: str, runs: tuple[Run, ...], *, at_top: bool) -> Paragraph:
        return Paragraph(
            role, runs, next(self.numbers) if at_top and self.numbered and role not in _NOT_NUMBERED else 0
        )

    def _paragraphs(self, listing: Listing) -> Iterator[Block]:
        """The items of a list without an introduction, each as a paragraph with a number to cite."""
        for item in listing.items:
            for block in item.blocks:
                yield (
                    self._paragraph(block.role, block.runs, at_top=True)
                    if isinstance(block, Paragraph)
                    else block
                )

    def _block(self, element: Element, *, at_top: bool, in_tree: bool) -> Iterator[Block]:
        tag = element.tag
        if tag == "div" and "outcome" in element.classes:
            yield Frame("outcome", tuple(self.flow(element, at_top=at_top, in_tree=in_tree)))
        elif tag in _PASSED_THROUGH:
            yield from self.flow(element, at_top=at_top, in_tree=in_tree)
        elif re.fullmatch("h[1-6]", tag):
            yield Heading(int(tag[1]), _runs(element.within))
        elif tag == "p":
            role = next((role for role in _ROLES if role in element.classes), "body")
            yield self._paragraph(role, _runs(element.within), at_top=at_top)
        elif tag == "summary":
            yield Paragraph("lead-in", _runs(element.within))
        elif tag in ("ul", "ol"):
            look = "numbers" if tag == "ol" else "tree" if in_tree or "tree" in element.classes else "bullets"
            yield Listing(look, tuple(self._items(element, look)))
        elif tag == "dl":
            yield Terms(tuple(self._terms(element)))
        elif tag == "table":
            yield self._table(element)
        elif tag == "figure":
            yield Figure(tuple(piece for svg in _parts(element, "svg") for piece in _pieces(svg)))
        else:
            raise UnknownElementError(f"<{tag}> cannot be printed")

    def _items(self, listing: Element, look: str) -> Iterator[Item]:
        number = 0
        for item in _parts(listing, "li"):
            number = int(item.attributes.get("value", number + 1))
            yield Item(
                f"{number}." if listing.tag == "ol" else "", tuple(self.flow(item, in_tree=look == "tree"))
            )

    def _terms(self, listing: Element) -> Iterator[Definition]:
        said: list[tuple[tuple[Run, ...], list[Block]]] = []
        for part in _parts(listing, "dt", "dd"):
            if part.tag == "dt":
                said.append((_runs(part.within), []))
            else:
                said[-1][1].extend(self.flow(part))
        return (Definition(term, tuple(blocks)) for term, blocks in said)

    def _table(self, table: Element) -> Table | Terms:
        """The table; two columns without caption or head, where each row has its own head, are a list of
        terms.
        """
        caption: tuple[Run, ...] = ()
        heads: list[tuple[Cell, ...]] = []
        rows: list[tuple[Cell, ...]] = []
        for part in _parts(table, "caption", "thead", "tbody"):
            if part.tag == "caption":
                caption = _runs(part.within)
            else:
                (heads if part.tag == "thead" else rows).extend(self._row(row) for row in _parts(part, "tr"))
        if len({len(row) for row in (*heads, *rows)}) != 1:
            raise UnknownElementError("<table> has rows of different lengths")
        if not (heads or caption) and all([cell.heads for cell in row] == [True, False] for row in rows):
            terms = tuple(Definition(_first_runs(head.blocks), cell.blocks) for head, cell in rows)
            return Terms(terms, run_in="head" in table.classes)
        return Table(caption, tuple(heads), tuple(rows))

    def _row(self, row: Element) -> tuple[Cell, ...]:
        cells = list(_parts(row, "th", "td"))
        if any({"colspan", "rowspan"} & set(cell.attributes) for cell in cells):
            raise UnknownElementError("a cell that spans others cannot be printed")
        return tuple(Cell(cell.tag == "th", tuple(self.flow(cell))) for cell in cells)


def _pieces(svg: Element) -> Iterator[Drawing]:
    described = (_tidy(_only(svg, "title").text()), _tidy(_only(svg, "desc").text()))
    return pieces(svg.source, *described, whole="flow" in svg.classes)


def _parts(element: Element, *tags: str) -> Iterator[Element]:
    """The elements directly in *element*; only these *tags* may be there, and no words between them."""
    for part in element.within:
        if isinstance(part, Element) and part.tag in tags:
            yield part
        elif isinstance(part, Element) or part.strip():
            raise UnknownElementError(f"<{element.tag}> has something other than <{'>, <'.join(tags)}> in it")


def _runs(words: Sequence[Element | str], looks: tuple[str, ...] = (), href: str = "") -> tuple[Run, ...]:
    """The runs of *words*; each stretch of white space becomes one space, and none stays at either end."""
    runs: list[Run] = []
    for run in _raw(words, looks, href):
        text = _WHITE.sub(" ", run.text)
        if not runs or runs[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text and runs and (runs[-1].looks, runs[-1].href) == (run.looks, run.href):
            text = runs.pop().text + text
        if text:
            runs.append(Run(text, run.looks, run.href))
    if runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        runs += [Run(last.text[:-1], last.looks, last.href)] if last.text != " " else []
    return tuple(runs)


def _raw(words: Sequence[Element | str], looks: tuple[str, ...], href: str) -> Iterator[Run]:
    for part in words:
        if isinstance(part, str):
            yield Run(part, looks, href)
        elif part.tag in _INLINE:
            also = _LOOKS.get(part.tag, "") or next(
                (_SPANS[each] for each in part.classes if each in _SPANS), ""
            )
            to = part.attributes.get("href", "") if part.tag == "a" else href
            yield from _raw(part.within, (*looks, also) if also else looks, "" if to.startswith("#") else to)
        else:
            raise UnknownElementError(f"<{part.tag}> cannot stand among words")
