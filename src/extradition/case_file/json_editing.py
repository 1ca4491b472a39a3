"""The text of a case file in JSON with one more finding in it; every other line stays, but for a comma."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from json import JSONDecoder
from typing import Any

from extradition.source import Place

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = JSONDecoder()
_LINE_START = re.compile(r"\r?\n[ \t]*\Z")


@dataclass(frozen=True)
class _Value:
    """A value: the offsets of its first character and of the one after its last, and the values in it.

    ``first`` is the offset of its key, if it has one. An object has its values by key, a list by number.
    """

    first: int
    start: int
    end: int
    values: Mapping[str | int, _Value]


def is_json_object(text: str) -> bool:
    """Whether *text* is an object of JSON.

    Args:
        text: the text of a file, without a byte order mark.

    >>> is_json_object('{"case": "X"}'), is_json_object("{case: X}")
    (True, False)
    """
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def with_finding_in_json(text: str, name: str, finding: Mapping[str, Any], place: Place) -> str:
    """*text* with *finding* at the end of the findings on *name*, in JSON.

    Args:
        text: an object of JSON, as ``is_json_object`` says.
        name: the fact or question of the finding. If it has a finding already, both make a list.
        finding: the content of the finding to add.
        place: the owner of the findings: a warrant or an offence by its place, or () for the case.

    >>> with_finding_in_json('{"offences": []}', "consent", {"answer": "given"}, ())
    '{"findings": {"consent": {"answer": "given"}}, "offences": []}'
    """
    holder = _read(text, 0)
    for part in place:
        holder = holder.values[part]
    added = json.dumps(finding, ensure_ascii=False)
    named = f'"{name}": {added}'
    findings = holder.values.get("findings")
    if findings is None:
        after = next((holder.values[key] for key in ("warrants", "offences") if key in holder.values), None)
        return _with_member(text, holder, f'"findings": {{{named}}}', after)
    before = findings.values.get(name)
    if before is None:
        return _with_member(text, findings, named)
    if text[before.start] == "[":
        return _with_member(text, before, added)
    both = f"[{text[before.start : before.end]}, {added}]"
    return text[: before.start] + both + text[before.end :]


def _with_member(text: str, holder: _Value, member: str, after: _Value | None = None) -> str:
    """*text* with *member* in *holder*, before the value *after*, or at the end.

    The member has a line of its own if the value next to it has one.
    """
    if not holder.values:
        opening, closing = text[holder.start], text[holder.end - 1]
        return text[: holder.start] + opening + member + closing + text[holder.end :]
    neighbour = after or list(holder.values.values())[-1]
    line_start = _LINE_START.search(text, 0, neighbour.first)
    between = "," + (line_start[0] if line_start else " ")
    if after:
        return text[: after.first] + member + between + text[after.first :]
    return text[: neighbour.end] + between + member + text[neighbour.end :]


def _read(text: str, at: int, first: int | None = None) -> _Value:
    """The value that begins in *text* at the offset *at*, or after the space there."""
    start = _skipped(text, at)
    first = start if first is None else first
    if text[start] not in "[{":
        return _Value(first, start, _DECODER.raw_decode(text, start)[1], {})
    values: dict[str | int, _Value] = {}
    at = _skipped(text, start + 1)
    while text[at] not in "]}":
        key, key_at = len(values), at
        if text[start] == "{":
            key, at = _DECODER.raw_decode(text, at)
            at = _skipped(text, at) + 1  # the colon
        values[key] = value = _read(text, at, key_at)
        at = _skipped(text, value.end)
        if text[at] == ",":
            at = _skipped(text, at + 1)
    return _Value(first, start, at + 1, values)


def _skipped(text: str, at: int) -> int:
    """The offset of the first character at or after *at* that is no space."""
    space = _SPACE.match(text, at)
    return space.end() if space else at
