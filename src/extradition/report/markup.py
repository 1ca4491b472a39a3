"""The page of a report as a tree of elements; the only importer of ``html.parser``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "br"})


@dataclass
class Element:
    """An element of a page and its content; an ``svg`` keeps its source as text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    within: list[Element | str] = field(default_factory=list)
    source: str = ""

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.attributes.get("class", "").split()

    def elements(self, *tags: str) -> Iterator[Element]:
        """The element itself and every element in it with one of these *tags*, in page order."""
        if self.tag in tags:
            yield self
        for part in self.within:
            if isinstance(part, Element):
                yield from part.elements(*tags)

    def text(self) -> str:
        """All text in the element, unchanged."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.within)


def tree(page: str) -> Element:
    """The element ``html`` of *page*, with everything in it.

    Args:
        page: The text of an HTML page that this package made.

    Raises:
        ValueError: A closing tag does not match the last opening tag, or an element is never closed.

    >>> tree("<html><p>One <em>word</em></p></html>").text()
    'One word'
    """
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    if len(reader.open) > 1:
        raise ValueError(f"<{reader.open[-1].tag}> is never closed")
    return next(reader.open[0].elements("html"))


class _Reader(HTMLParser):
    """Builds the tree; *open* are the elements still open, the page itself first."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.starts = [0]
        for line in page.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].within.append(element)
        if tag == "svg":
            element.source = self.page[self._at() :]
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        element = self.open.pop()
        if element.tag != tag:
            raise ValueError(f"</{tag}> closes <{element.tag}>")
        if tag == "svg":
            element.source = element.source[: element.source.index("</svg>")] + "</svg>"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].within.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.open[-1].within.append(data)

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column
