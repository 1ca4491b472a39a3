"""The characters that mark a box on a form as ticked, empty or unreadable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

TICK_MARK = Literal["check", "cross", "empty", "unreadable"]
CHECKED, CROSSED, EMPTY, UNREADABLE = "☑", "☒", "☐", "\ufffd"
_KINDS: Mapping[TICK_MARK, str] = {
    "check": "☑✓✔🗹🗸✅",
    "cross": "☒✗✘✕✖⌧🗵❎",
    "empty": "☐□◻▢❏❐❑❒⬜◽",
    "unreadable": "\ufffd■◼▣●◙⬛◾",
}
_BY_CHARACTER = {character: kind for kind, characters in _KINDS.items() for character in characters}
MARK_CHARACTERS = "".join(_KINDS.values())
"""Every character that marks a box."""
_MARK = rf"[{MARK_CHARACTERS}]|[\[(] ?[xX✓✔✗✘]? ?[\])]|[xX](?=\s)"
LEADING_MARKS = rf"(?:(?:{_MARK}) ?){{0,4}}"
"""The pattern of the marks at the start of a line. It is short, so that a long row of marks takes no time."""
_WINGDINGS = {0x6F: EMPTY, 0xA8: EMPTY, 0x78: CROSSED, 0xFB: "✗", 0xFC: "✓", 0xFD: CROSSED, 0xFE: CHECKED}
_WINGDINGS_2 = {0x50: "✓", 0x52: CHECKED, 0x53: CROSSED, 0xA3: EMPTY}
_DINGBATS = {
    0x33: "✓",
    0x34: "✔",
    0x35: "✕",
    0x36: "✖",
    0x37: "✗",
    0x38: "✘",
    0x6F: "❏",
    0x70: "❐",
    0x71: "❑",
    0x72: "❒",
}
_FONTS = {
    "wingdings2": _WINGDINGS_2,
    "wingdings3": {},
    "wingdings": _WINGDINGS,
    "webdings": {},
    "dingbats": _DINGBATS,
}
_BYTE = 0xFF


def marks_in(text: str) -> list[TICK_MARK]:
    """The kind of each mark in *text*, in order.

    Args:
        text: the marks at the start of a line, with spaces between them.

    >>> marks_in("☐ [x] "), marks_in("X ")
    (['empty', 'cross'], ['cross'])
    """
    kinds: list[TICK_MARK] = []
    for mark in re.findall(_MARK, text):
        inner = mark.strip("[]() \t\n")
        kinds.append(_BY_CHARACTER.get(inner, "cross") if inner else "empty")
    return kinds


def symbol_of(font: str, code: int) -> str | None:
    """The character that a font of symbols shows for *code*; None if the font is none of these.

    Args:
        font: the name of the font, as the file has it.
        code: the number of the character in the font; only its last byte counts.

    >>> symbol_of("ABCDEF+Wingdings-Regular", 0xF0FE), symbol_of("Arial", 0x41)
    ('☑', None)
    """
    plain = re.sub(r"[^a-z0-9]", "", font.lower())
    for name, symbols in _FONTS.items():
        if name in plain:
            return symbols.get(code & _BYTE, UNREADABLE)
    return None
