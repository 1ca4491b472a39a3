"""The parts that drawings share: the colours of ink, and text in lines, as elements of an SVG."""

from __future__ import annotations

import re
from html import escape
from textwrap import wrap

from extradition.source.characters import seen

INK, SOFT = "#1b1b1b", "#565656"
_NUMBER = re.compile(r"(?<=\b[a-z]) (?=\d)|(?<=\bart|\breg) (?=\d)")


def wrapped(text: str, width: float) -> list[str]:
    """The lines of *text* at a *width* in letter heights; a small letter counts a half, every other letter
    one.

    Args:
        text: A text of one paragraph.
        width: The width of a line, as a multiple of the height of a letter.
    """
    kept = _NUMBER.sub("\u00a0", seen(text))
    wide = sum(each.isalpha() and not each.islower() for each in kept) / max(1, len(kept))
    return wrap(kept, int(width / (0.5 + 0.5 * wide)))


def text_element(
    x: float, y: float, text: str, size: int, colour: str, weight: str = "normal", anchor: str = "start"
) -> str:
    """A ``<text>`` element of one line, with its base line at *y* and its text escaped.

    Args:
        x: The left end, the middle or the right end of the line, in units of the drawing, as *anchor* says.
        y: The base line of the letters, from the top of the drawing.
        text: The line, not yet escaped.
        size: The height of a letter.
        colour: A colour of SVG, such as ``#1b1b1b``.
        weight: ``normal`` or ``bold``.
        anchor: ``start``, ``middle`` or ``end``.
    """
    place = f'x="{x:g}" y="{y:g}"'
    return (
        f'<text {place} font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
        f'fill="{colour}">{escape(seen(text))}</text>'
    )
