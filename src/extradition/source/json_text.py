"""JSON, read with the refusals of YAML: a request may carry nothing that a file may not have."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from extradition.source.characters import unwanted
from extradition.source.document import MOST_DEPTH, Document
from extradition.source.errors import Fault, Place, Position, Problem, SourceError
from extradition.source.json_faults import NOT_JSON, checked_json, why_not_json
from extradition.source.yaml_text import parse_all, text_at

MOST_DIGITS = 15
"""The most digits of a number. Every reader of JSON keeps a whole number of this length exact."""

_TEXT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_NO_BRACKET = re.compile(r"[^\[\]{}]+")
_HALF = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(r'\\[^"\\]')
"""A character that JSON never writes as it is, and perhaps a text with a backslash."""


class _DoubtError(Exception):
    """The text may have something to refuse."""


class _Pairs(list[tuple[str, Any]]):
    """The keys and values of an object, in order; a repeated key is there twice."""


class _Number(str):
    """The text of a number."""

    __slots__ = ()


class _NotANumber(str):
    """The word of Python for what JSON has no number for: NaN, Infinity or -Infinity."""

    __slots__ = ()


def read_json(path: Path, most: int) -> Document:
    """The document in the JSON file at *path*, with positions, which are looked for once a fault needs them.

    Args:
        path: the file.
        most: the most bytes that the file may have.

    Raises:
        SourceError: the file cannot be read, or ``parse_json`` refuses it.
    """
    text, shown = text_at(path, most), str(path)
    try:
        document = parse_json(text.encode())
    except SourceError as error:
        if any(problem.message.startswith(NOT_JSON) for problem in error.problems):
            checked_json(shown, text.removeprefix("\ufeff"), may_be_yaml=False)
        raise SourceError(
            replace(problem, position=Position(shown, 1, 1)) for problem in error.problems
        ) from None
    return Document(shown, document.content, locate=partial(_positions, shown, text))


def _positions(shown: str, text: str) -> dict[Place, Position | None]:
    """The position of each place in the JSON *text*.

    The YAML reader finds them, for most JSON is YAML too; there are none if it is not.
    """
    try:
        return parse_all(shown, text).positions
    except SourceError:
        return {}


def parse_json(raw: bytes, first_line: int = 1) -> Document:
    """The document in *raw*, with places but without positions.

    The parser refuses repeated keys, unseen characters, halves of a character and bytes that are not UTF-8.
    It refuses nesting beyond ``MOST_DEPTH``, and numbers of more than ``MOST_DIGITS`` digits.

    Args:
        raw: the bytes of a request or a file.
        first_line: the number of its first line, for messages: of a line of a batch, the one in the batch.

    Raises:
        SourceError: *raw* is not JSON, or has something that the parser refuses; carries every problem found.

    >>> parse_json(b'{"title": "A case"}').content
    {'title': 'A case'}
    """
    try:
        text = raw.decode("utf-8-sig")  # a byte order mark is no part of the text
    except UnicodeDecodeError as error:
        raise _refusal(f"is not UTF-8 text: byte 0x{raw[error.start]:02x} at {error.start}") from None
    if not text.strip():
        raise _refusal("is empty")
    _refuse_depth(text)
    try:
        return _read_at_once(text)
    except _DoubtError:
        return _read_piece_by_piece(text, first_line)


def _read_at_once(text: str) -> Document:
    """The document in *text*, if nothing in it can be refused. Most requests are read so, in a quarter of the
    time.

    Raises:
        _DoubtError: *text* may have something to refuse, which the slower reader finds and names.
    """
    try:
        content = json.loads(
            text, object_pairs_hook=_distinct, parse_int=_short, parse_float=_short, parse_constant=_doubt
        )
    except json.JSONDecodeError:
        raise _DoubtError from None
    if "\\" in text or unwanted(text):  # else each character stands for itself
        _doubt_escapes(json.dumps(content, ensure_ascii=False))
    return Document("", content, locate=partial(_places, text))


def _doubt_escapes(written: str) -> None:
    """Examine the characters that escapes stand for, as they are in what was *written* again."""
    if _HALF.search(written) or _ESCAPED.search(written) or unwanted(written):
        raise _DoubtError


def _places(text: str) -> dict[Place, Position | None]:
    """Every place in the JSON *text*, without its position."""
    return _read_piece_by_piece(text).positions


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object with these *pairs*, none of whose keys is repeated."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _DoubtError
    return made


def _short(digits: str) -> Any:
    """The number with these *digits*."""
    return json.loads(digits) if len(digits) <= MOST_DIGITS else _doubt(digits)


def _doubt(_: str) -> Any:
    raise _DoubtError


def _read_piece_by_piece(text: str, first_line: int = 1) -> Document:
    """The document in *text*.

    Raises:
        SourceError: as for ``parse_json``.
    """
    try:
        parsed = json.loads(
            text,
            object_pairs_hook=_Pairs,
            parse_int=_Number,
            parse_float=_Number,
            parse_constant=_NotANumber,
        )
    except json.JSONDecodeError as error:
        where = f"at line {first_line + error.lineno - 1}, column {error.colno}"
        raise _refusal(f"{why_not_json(error)}, {where}") from None
    builder = _Builder(Document(""))
    builder.document.content = builder.build(parsed, ())
    if builder.problems:
        raise SourceError(builder.problems)
    return builder.document


def _refusal(message: str) -> SourceError:
    return SourceError([Problem(None, "", message)])


def _refuse_depth(text: str) -> None:
    """Count the brackets before the parser sees them: its recursion is as deep as they are."""
    if text.count("[") + text.count("{") <= MOST_DEPTH:
        return
    deep = 0
    for bracket in _NO_BRACKET.sub("", _TEXT.sub("", text)):
        deep += 1 if bracket in "[{" else -1
        if deep > MOST_DEPTH:
            raise _refusal(f"is nested deeper than {MOST_DEPTH} levels")


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def build(self, value: Any, place: Place) -> Any:
        self.document.positions[place] = None
        if isinstance(value, _Pairs):
            return self._object(value, place)
        if isinstance(value, list):
            return [self.build(each, (*place, i)) for i, each in enumerate(value)]
        if isinstance(value, _Number):
            return self._number(value, place)
        if isinstance(value, _NotANumber):
            return self._refuse(place, f"{NOT_JSON}{value} is not a number")
        refused = _unreadable(value) if isinstance(value, str) else None
        return value if refused is None else self._refuse(place, refused)

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

    def _number(self, digits: str, place: Place) -> Any:
        if len(digits) > MOST_DIGITS:
            return self._refuse(place, f"is a number of more than {MOST_DIGITS} digits")
        return json.loads(digits)

    def _refuse(self, place: Place, message: str) -> None:
        self.problems.append(self.document.problem(Fault(place, message)))


def _unreadable(text: str, *, in_key: bool = False) -> str | None:
    """The reason to refuse *text*: half a character, which no text can hold, or a character that YAML
    refuses too.
    """
    half = _HALF.search(text)
    return f"has half a character, U+{ord(half[0]):04X}" if half else unwanted(text, in_key=in_key)
