"""The lines of text of a file, each with its page; and the refusal of a file."""

from __future__ import annotations

from dataclasses import dataclass

from extradition.source import Position, Problem, SourceError

MOST_PAGES = 60
"""The most pages of a file that is read. A warrant has about ten."""
MOST_CHARACTERS = 400_000
"""The most characters of text. Sixty full pages have fewer."""


@dataclass(frozen=True)
class TextLine:
    """One line of text, with tick marks as characters.

    Attributes:
        text: the words that count.
        page: the page, from 1; None where the file does not record its pages.
        struck: the words that the file itself marks as struck out.
        is_doubtful: whether something is drawn over the line, which may strike words out.
    """

    text: str
    page: int | None
    struck: str = ""
    is_doubtful: bool = False


def refused(name: str, message: str) -> SourceError:
    """The error that refuses the file *name*.

    Args:
        name: the name of the file, for the message.
        message: what is wrong, and what to do.

    >>> print(refused("warrant.pdf", "has no text"))
    warrant.pdf:1:1: has no text
    """
    return SourceError([Problem(Position(name, 1, 1), "", message)])
