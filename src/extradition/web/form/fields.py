"""The leaves of a case file, each the field of a form named by its place, and the content that posted
fields make.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extradition.source import MOST_DEPTH, Place, parse_json, place_of
from extradition.typed_date import iso_text

Leaves = dict[Place, Any]
"""Every text in a content by its place, and every list or mapping that is empty."""
NONE_TICKED = "none"
"""The value that a form posts where no option of a list is ticked. A list that was not filled in posts
nothing."""
_DATES = frozenset({"date", "date_of_birth", "issued", "certified", "conduct_date", "summoned_on"})
"""The keys of a case file that are dates, wherever they are."""


def matter_in(leaves: Leaves) -> str | None:
    """The matter that the case in *leaves* names under ``part`` or ``matter``; None if it names none."""
    named = leaves.get(("part",)) or leaves.get(("matter",))
    return named if isinstance(named, str) else None


def leaves_of(content: Mapping[str, Any]) -> Leaves:
    """Every leaf of the *content* of a case file.

    Findings are in the long form and in a list, as ``findings.x[0].answer``.

    >>> leaves_of({"findings": {"x": "yes"}})
    {('findings', 'x', 0, 'answer'): 'yes'}
    """
    return {_in_long_form(place, leaf): leaf for place, leaf in _leaves(content, ())}


def _leaves(content: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    inner: Iterable[tuple[str | int, Any]]
    if isinstance(content, Mapping) and content:
        inner = content.items()
    elif isinstance(content, list) and content:
        inner = enumerate(content)
    else:
        yield place, content
        return
    for key, each in inner:
        yield from _leaves(each, (*place, key))


def _in_long_form(place: Place, leaf: Any) -> Place:
    start = 2 if place[:1] == ("warrants",) else 0
    start += 2 if place[start : start + 1] == ("offences",) else 0
    if place[start : start + 1] != ("findings",) or len(place) < start + 2:
        return place
    name, rest = place[: start + 2], place[start + 2 :]
    if not rest:
        return (*name, 0, "answer") if isinstance(leaf, str) else name
    if not isinstance(rest[0], int):
        return (*name, 0, *rest)
    return (*name, *rest, "answer") if len(rest) == 1 and isinstance(leaf, str) else place


def content_of(leaves: Mapping[Place, Any]) -> dict[str, Any]:
    """The content that has those *leaves*. A list has its items in the order of their numbers, without gaps.

    A leaf inside a place wins over a text, or an empty list or mapping, at that place.

    >>> content_of({("offences", 7, "id"): "a", ("dates",): {}})
    {'dates': {}, 'offences': [{'id': 'a'}]}
    """
    root: dict[str | int, Any] = {}
    for place, leaf in sorted(leaves.items(), key=lambda item: len(item[0])):
        holder = root
        for part in place[:-1]:
            if not isinstance(holder.get(part), _Node):
                holder[part] = _Node()
            holder = holder[part]
        holder[place[-1]] = leaf
    return {str(key): _grown(value) for key, value in root.items()}


class _Node(dict[str | int, Any]):
    """A mapping or a list that is being built."""


def _grown(value: Any) -> Any:
    if not isinstance(value, _Node):
        return value
    if all(isinstance(key, int) for key in value):
        return [_grown(value[key]) for key in sorted(value, key=int)]
    return {str(key): _grown(each) for key, each in value.items()}


def unshown_leaves(written: str) -> Leaves:
    """The leaves that no field shows, from the JSON that travels with the form.

    Args:
        written: that JSON.

    Raises:
        ValueError: it is not what ``written_leaves`` writes (a SourceError if it is not JSON).
    """
    content = parse_json(written.encode()).content
    if not isinstance(content, list) or not all(_is_leaf(each) for each in content):
        raise ValueError("is not a list of leaves, each with its place")
    return {tuple(place): leaf for place, leaf in content}


def _is_leaf(each: Any) -> bool:
    """Whether *each* is a place with a text, or with an empty list or mapping."""
    if not isinstance(each, list) or len(each) != len(("place", "leaf")):
        return False
    place, leaf = each
    named = isinstance(place, list) and 0 < len(place) <= MOST_DEPTH and isinstance(place[0], str)
    return (
        named
        and all(isinstance(part, str | int) for part in place)
        and not (isinstance(leaf, dict | list) and leaf)
    )


def written_leaves(leaves: Leaves) -> str:
    """The *leaves* as JSON.

    >>> written_leaves({("notes", 0): "a"})
    '[[["notes",0],"a"]]'
    """
    content = [[list(place), leaf] for place, leaf in leaves.items()]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def posted_leaves(fields: Iterable[tuple[str, str]]) -> Leaves:
    """The leaves of the fields that were filled in.

    Several values for one place are joined, so that the user sees them.

    A form posts the end of a line as a carriage return and a line feed; the carriage return is dropped. A
    date may be typed as people write it: the leaf is its ISO form. A date that cannot be read stays as typed,
    and the case file has the fault.

    Args:
        fields: the name and the value of each posted field.

    Raises:
        ValueError: no field of a case file can have the name of one of them.
    """
    leaves: Leaves = {}
    for name, typed in fields:
        place, text = place_of(name), typed.replace("\r\n", "\n").strip()
        if place is None:
            raise ValueError(f"{name!r} is not the name of a field")
        if text:
            leaves[place] = f"{leaves[place]} {text}" if place in leaves and leaves[place] != text else text
    leaves.update({place: _in_iso(leaf) for place, leaf in leaves.items() if is_date(place)})
    together = Counter(place[:-1] for place in leaves)
    for place in [
        place
        for place, leaf in leaves.items()
        if leaf == NONE_TICKED and place[-2:-1] == ("ticked",) and together[place[:-1]] == 1
    ]:
        del leaves[place]
        leaves[place[:-1]] = []
    return leaves


def next_number(leaves: Iterable[Place], place: Place) -> int:
    """The number of a new item at the end of the list at *place*.

    Args:
        leaves: the places of the leaves of a case file.
        place: the place of the list.

    >>> next_number([("notes", 0), ("notes", 4)], ("notes",)), next_number([], ("notes",))
    (5, 0)
    """
    end = len(place)
    numbers = (part for key in leaves if key[:end] == place for part in key[end : end + 1])
    return max((part for part in numbers if isinstance(part, int)), default=-1) + 1


def is_date(place: Place) -> bool:
    """Whether the leaf at *place* is a date or a span of days.

    Args:
        place: the place of a field.

    >>> is_date(("dates", "hearing")), is_date(("dates", "arrest_hour")), is_date(("case",))
    (True, False, False)
    """
    around, key = place[:-1], place[-1]
    if around[-1:] == ("dates",):
        return key != "arrest_hour"
    return key in _DATES or (around[-2:-1] == ("custody",) and key in ("from", "until"))


def _in_iso(typed: str) -> str:
    """The ISO form of the date *typed*; what was typed, if it cannot be read."""
    try:
        return iso_text(typed) or typed
    except ValueError:
        return typed
