"""The lines of text of a file, each with its page; and the refusal of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

MOST_PAGES = 60
"""The most pages of a file that is read. A warrant has about ten."""
MOST_CHARACTERS = 400_000
"""The most characters of text. Sixty full pages have fewer."""
MOST_TEXT_LINES = 20_000
"""The most lines of text."""


TOO_LONG = (
    f"has more than {MOST_CHARACTERS:,} characters or {MOST_TEXT_LINES:,} lines, the most that are read"
)
"""The message about a file with too much text."""


@dataclass(frozen=True)
class TextLine:
    """One line of text, with tick marks as characters.

    Attributes:
        text: the words that count.
        page: the page, from 1; None where the file does not record its pages.
        struck: the words that the file itself marks as struck out.
        is_doubtful: whether something is drawn over the line, which may strike words out.
        is_at_margin: whether it is the first or last line of a page in a file whose headers and footers are
            text like any other.
    """

    text: str
    page: int | None
    struck: str = ""
    is_doubtful: bool = False
    is_at_margin: bool = False

    @property
    def in_one_piece(self) -> TextLine:
        """The line with one space between words: a long gap takes no time to compare."""
        return replace(self, text=" ".join(self.text.split()), struck=" ".join(self.struck.split()))


def is_too_long(texts: Sequence[str]) -> bool:
    """Whether a file has more text than is read.

    Args:
        texts: the text of each line.

    >>> is_too_long(["one", "two"]), is_too_long([""] * 20_001)
    (False, True)
    """
    return len(texts) > MOST_TEXT_LINES or sum(map(len, texts)) > MOST_CHARACTERS
