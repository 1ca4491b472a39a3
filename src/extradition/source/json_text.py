"""JSON, read with the refusals that YAML has, so that nothing comes in by a request that could not stand in a file."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from extradition.source.characters import unwanted
from extradition.source.document import MOST_DEPTH, Document
from extradition.source.errors import Fault, Place, Position, Problem, SourceError
from extradition.source.yaml_text import parse, text_at

MOST_DIGITS = 15
"""The longest number that is read: every whole number of so many digits is exact wherever JSON is read."""

_TEXT_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)
_HALF = re.compile("[\ud800-\udfff]")


class _Pairs(list[tuple[str, Any]]):
    """The keys and values of an object as they stand, a key that is given twice with them."""


class _Number(str):
    """A number as it stands."""

    __slots__ = ()


def read_json(path: Path, most: int) -> Document:
    """Parse the JSON file at *path*, of *most* so many bytes, with positions: JSON is YAML too, as far as they go.

    Raises:
        SourceError: the file cannot be read or is not such JSON.
    """
    text, shown = text_at(path, most), str(path)
    try:
        document = parse_json(text.encode())
    except SourceError as error:
        raise SourceError(replace(problem, position=Position(shown, 1, 1)) for problem in error.problems) from None
    return Document(shown, document.content, parse(shown, text).positions)


def parse_json(raw: bytes) -> Document:
    """Parse *raw*. Only places are known of what it says, not positions.

    Keys given twice, unseen characters, halves of a character, nesting beyond ``MOST_DEPTH`` and numbers of more than
    ``MOST_DIGITS`` digits are refused, and so is whatever is not UTF-8.

    Raises:
        SourceError: *raw* is not such JSON; carries every problem that could be found.
    """
    try:
        text = raw.decode("utf-8-sig")  # a byte order mark is no part of the text
    except UnicodeDecodeError as error:
        raise _refusal(f"is not UTF-8 text: byte 0x{raw[error.start]:02x} at {error.start}") from None
    if not text.strip():
        raise _refusal("is empty")
    _refuse_depth(text)
    try:
        told = json.loads(text, object_pairs_hook=_Pairs, parse_int=_Number, parse_float=_Number, parse_constant=_not_a_number)
    except json.JSONDecodeError as error:
        raise _refusal(f"is not JSON: {error.msg.lower().removesuffix(' at')}, at line {error.lineno}, column {error.colno}") from None
    builder = _Builder(Document(""))
    builder.document.content = builder.build(told, ())
    if builder.problems:
        raise SourceError(builder.problems)
    return builder.document


def _refusal(message: str) -> SourceError:
    return SourceError([Problem(None, "", message)])


def _not_a_number(word: str) -> Any:
    raise _refusal(f"is not JSON: {word} is not a number")


def _refuse_depth(text: str) -> None:
    """Count brackets before the parser does: it would go as deep as the brackets do."""
    deep = 0
    for found in _TEXT_OR_BRACKET.finditer(text):
        deep += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if deep > MOST_DEPTH:
            raise _refusal(f"is nested deeper than {MOST_DEPTH} levels")


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def build(self, told: Any, place: Place) -> Any:
        self.document.positions[place] = None
        if isinstance(told, _Pairs):
            return self._object(told, place)
        if isinstance(told, list):
            return [self.build(each, (*place, i)) for i, each in enumerate(told)]
        if isinstance(told, _Number):
            return self._number(told, place)
        refused = _unreadable(told) if isinstance(told, str) else None
        return told if refused is None else self._refuse(place, refused)

    def _object(self, pairs: _Pairs, place: Place) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in pairs:
            unreadable = _unreadable(key, in_key=True)
            if unreadable is not None:
                self._refuse(place, f"has a key that {unreadable}")
            elif key in built:
                self._refuse((*place, key), "is given twice")
            else:
                built[key] = self.build(value, (*place, key))
        return built

    def _number(self, told: str, place: Place) -> Any:
        if len(told) > MOST_DIGITS:
            return self._refuse(place, f"is a number of more than {MOST_DIGITS} digits")
        return json.loads(told)

    def _refuse(self, place: Place, message: str) -> None:
        self.problems.append(self.document.problem(Fault(place, message)))


def _unreadable(text: str, *, in_key: bool = False) -> str | None:
    """Why *text* is refused: what YAML may not have either, or half a character, which no text can hold."""
    half = _HALF.search(text)
    return f"has half a character, U+{ord(half[0]):04X}" if half else unwanted(text, in_key=in_key)
