"""What drawings share: the colour of ink, text as reports show it, in lines of a width, as one element of an SVG."""

from __future__ import annotations

import re
from html import escape
from textwrap import wrap

INK, SOFT = "#1b1b1b", "#565656"
_NUMBER = re.compile(r"(?<=\b[a-z]) (?=\d)|(?<=\bart|\breg) (?=\d)")


def seen(text: str) -> str:
    """*text* on one line, without anything unseen: as reports show it."""
    return "".join(character if character.isprintable() else f"U+{ord(character):04X}" for character in " ".join(text.split()))


def wrapped(text: str, width: float) -> list[str]:
    """*text* in lines of about *width* times its size: a small letter is half as wide as it is tall, every other as wide."""
    kept = _NUMBER.sub("\u00a0", seen(text))
    wide = sum(each.isalpha() and not each.islower() for each in kept) / max(1, len(kept))
    return wrap(kept, int(width / (0.5 + 0.5 * wide)))


def text_element(x: float, y: float, text: str, size: int, colour: str, weight: str = "normal", anchor: str = "start") -> str:
    """One ``<text>`` of one line, its base line at *y*; *text* is escaped."""
    place = f'x="{x:g}" y="{y:g}"'
    return f'<text {place} font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}">{escape(seen(text))}</text>'
