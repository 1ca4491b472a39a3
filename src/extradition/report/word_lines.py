"""The lines of a Word file, as a template sees them."""

from __future__ import annotations

from dataclasses import dataclass


class Words:
    """Words for a template; they remember whether the template used them.

    Args:
        xml: The words as runs of Word.
    """

    def __init__(self, xml: str) -> None:
        self.xml = xml
        self.was_used = False

    def __html__(self) -> str:
        """The runs, for the place in the template that names them."""
        self.was_used = True
        return self.xml


@dataclass(frozen=True)
class Line:
    """A paragraph, a drawing or a table of the Word file, as the template sees it.

    Args:
        kind: The kind of paragraph, which decides its style.
        words: Its words, or the picture of a drawing; empty for a table.
        label: The number of a list item, as written.
        number: The number of the paragraph, or empty.
        heads: The head rows of a table, as rows of cells of lines.
        rows: Its other rows.
    """

    kind: str
    words: Words
    label: str = ""
    number: str = ""
    heads: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()
