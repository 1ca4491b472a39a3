"""Characters that the reader refuses, and characters that a word processor writes in place of plain ones."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_UNSEEN_OR_LINE = re.compile(f"{_UNSEEN.pattern[:-1]}\t\n]")
_PLAIN = {
    "\u00a0": ("a non-breaking space", "type an ordinary space"),
    "\u202f": ("a narrow non-breaking space", "type an ordinary space"),
    "\u2007": ("a figure space", "type an ordinary space"),
    "\u2009": ("a thin space", "type an ordinary space"),
    "\u3000": ("a wide space", "type an ordinary space"),
    "\uff1a": ("a wide colon", "type an ordinary one (:)"),
    "\uff0c": ("a wide comma", "type an ordinary one (,)"),
    "\u200b": ("a space without width", "delete it"),
    "\u200c": ("a mark without width", "delete it"),
    "\u200d": ("a mark without width", "delete it"),
    "\u2060": ("a mark without width", "delete it"),
    "\u00ad": ("a soft hyphen", "delete it"),
    "\u201c": ("a curly quotation mark", 'type a straight one (")'),
    "\u201d": ("a curly quotation mark", 'type a straight one (")'),
    "\u201e": ("a low quotation mark", 'type a straight one (")'),
    "\u2018": ("a curly quotation mark", "type a straight one (')"),
    "\u2019": ("a curly quotation mark", "type a straight one (')"),
    "\u2010": ("a typographic hyphen", "type an ordinary one (-)"),
    "\u2011": ("a non-breaking hyphen", "type an ordinary one (-)"),
    "\u2013": ("a dash", "type a hyphen (-)"),
    "\u2014": ("a dash", "type a hyphen (-)"),
    "\u2212": ("a minus sign", "type a hyphen (-)"),
}
_NOT_PLAIN = re.compile(f"[{''.join(_PLAIN)}]")
_ALIKE = (
    (
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405",
        "ABEKMHOPCTXIJS",
    ),
    ("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455", "aeopcyxijs"),
    (
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
        "ABEZHIKMNOPTYX",
    ),
    ("\u03b1\u03b9\u03bf\u03bd\u03c1\u03c5", "aiovpu"),
)
_LATIN = {letter: latin for letters, same in _ALIKE for letter, latin in zip(letters, same, strict=True)}
"""The Cyrillic and Greek letters that look like Latin ones, each with the Latin letter."""


def unwanted(text: str, *, in_key: bool = False) -> str | None:
    r"""The reason to refuse *text*: an unseen character that changes the text on the page; None if it has
    none.

    NUL, escapes and marks of direction are unseen characters.

    Args:
        text: a text from a file or a request.
        in_key: whether the text is a key; a key may not have a line break or a tab either.

    >>> unwanted("a\u202eb")
    'has the unseen character U+202E (right-to-left override); delete it'
    """
    found = (_UNSEEN_OR_LINE if in_key else _UNSEEN).search(text)
    if found is None:
        return None
    name = unicodedata.name(found[0], "control character").lower()
    return f"has the unseen character U+{ord(found[0]):04X} ({name}); delete it"


def not_plain(text: object) -> str:
    r"""A hint about the first character in *text* that only looks plain; empty if there is none.

    >>> not_plain("2024\u20133\u20136")
    '; it has a dash (U+2013): type a hyphen (-)'
    >>> not_plain("R\u041e")
    '; it has a Cyrillic letter that looks like O (U+041E): type O'
    """
    if not isinstance(text, str):
        return ""
    found = _NOT_PLAIN.search(text)
    if found is None:
        return _like_latin(text)
    what, instead = _PLAIN[found[0]]
    return f"; it has {what} (U+{ord(found[0]):04X}): {instead}"


def _like_latin(text: str) -> str:
    """A hint about the first letter of *text* that only looks Latin; empty for a text in another script."""
    found = next((letter for letter in text if letter in _LATIN), None)
    if found is None or any(each.isalpha() and not each.isascii() and each not in _LATIN for each in text):
        return ""
    script = "Cyrillic" if found >= "\u0400" else "Greek"
    latin = _LATIN[found]
    return f"; it has a {script} letter that looks like {latin} (U+{ord(found):04X}): type {latin}"


FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The first characters of a formula of a spreadsheet, with their wide forms of East Asia."""


def seen(text: str) -> str:
    r"""*text* on one line, with a number in place of each invisible character.

    Args:
        text: Any text; line ends and repeated spaces become one space.

    >>> seen("one\ntwo\x07")
    'one twoU+0007'
    """
    return "".join(
        character if character.isprintable() else f"U+{ord(character):04X}"
        for character in " ".join(text.split())
    )
