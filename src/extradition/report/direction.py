"""The direction of letters: a text with each right-to-left stretch kept apart from the English around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

_LETTERS = (
    "\u0590-\u05ff\u0600-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff"
)
"""The blocks of the scripts that are read from right to left, with their points, digits and signs. The
unseen mark U+061C is one of the signs: ``tidied`` has shown it before."""
_BETWEEN = r"(?:[^\w;|\n]|\d)*"
"""The characters that may stand between two right-to-left words of one stretch. A semicolon, a line end and
the bar of a Markdown table end it: our templates write them between two values."""
_STRETCH = re.compile(f"([{_LETTERS}]+(?:{_BETWEEN}[{_LETTERS}]+)*)")
_START, _END = "\u2067", "\u2069"
"""The characters that begin and end a right-to-left isolate. Neither is ever seen."""
_ISOLATES = dict.fromkeys(map(ord, (_START, _END)))
_MARK = "\u200e"
"""The left-to-right mark: it is never seen, and counts as a Latin letter."""
_AS_IT_IS = re.compile(r"(<(style|script|title|textarea|option|pre)\b.*?</\2>|<[^>]*>)", re.DOTALL)


def isolated(text: str) -> str:
    r"""*text* with each stretch of right-to-left words between the characters of an isolate.

    Without them a number or a sign after an Arabic or Hebrew name moves to the wrong side of the name. A
    stretch begins and ends with a right-to-left letter; a Latin letter, a semicolon or a line end ends it.

    Args:
        text: Plain text or Markdown. Its isolates, if it has any, are ours: files cannot have them. They are
            not doubled.

    >>> isolated("s 20(5)")
    's 20(5)'
    >>> isolated("\u05d3\u05d5 \u05dc\u05d5, 1990") == "\u2067\u05d3\u05d5 \u05dc\u05d5\u2069, 1990"
    True
    """
    return _STRETCH.sub(rf"{_START}\1{_END}", text.translate(_ISOLATES))


def isolated_page(page: str, apart: Callable[[str], str] = isolated) -> str:
    r"""An HTML *page* with the stretches of its words kept apart; the fields of a form stay unchanged.

    Tags, styles, scripts and the title of the page stay unchanged too.

    Args:
        page: A page of this package, or one drawing (SVG).
        apart: ``isolated`` or ``marked``.

    >>> isolated_page('<p id="\u05d3">\u05d3 &amp; 1</p>') == '<p id="\u05d3">\u2067\u05d3\u2069 &amp; 1</p>'
    True
    """
    if not _STRETCH.search(page):
        return page
    parts = _AS_IT_IS.split(page)
    parts[2::3] = [""] * len(parts[2::3])  # the name of the element, which its first part has too
    parts[::3] = [
        escape(apart(unescape(words)), quote=False) if _STRETCH.search(words) else words
        for words in parts[::3]
    ]
    return "".join(part or "" for part in parts)


def marked(text: str) -> str:
    r"""*text* with a left-to-right mark on both sides of each stretch of right-to-left words.

    Some programs that show or read Word files and PDFs do not know isolates. All of them know this mark, and
    around a whole stretch it gives the same order.

    Args:
        text: Plain text.

    >>> marked("\u05d3, 1990") == "\u200e\u05d3\u200e, 1990"
    True
    """
    return _STRETCH.sub(rf"{_MARK}\1{_MARK}", text.translate(_ISOLATES))


def by_direction(text: str) -> list[tuple[str, bool]]:
    r"""The pieces of *text* as ``marked`` gives it, each with whether it is a stretch of right-to-left words.

    Args:
        text: Plain text.

    >>> by_direction("\u05d3, 1990") == [("\u200e", False), ("\u05d3", True), ("\u200e, 1990", False)]
    True
    """
    return [(piece, number % 2 == 1) for number, piece in enumerate(_STRETCH.split(marked(text)))]
