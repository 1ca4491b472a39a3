"""Faults of shape in plain words: what a value must be, never how a program checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from extradition.source.characters import not_plain
from extradition.source.errors import Fault, Place
from extradition.source.nearest import nearest

_WORDS = {
    "extra_forbidden": "is not a key that belongs here",
    "missing": "is required",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "model_type": "must be a mapping",
    "model_attributes_type": "must be a mapping",
    "dict_type": "must be a mapping",
    "string_type": "must be text",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "int_type": "must be a whole number such as 12",
    "int_parsing": "must be a whole number such as 12",
    "int_parsing_size": "must be a whole number such as 12",
    "int_from_float": "must be a whole number such as 12",
    "bool_type": "must be true or false",
    "string_pattern_mismatch": "is not written as it must be",
    "date_from_datetime_parsing": "must be a date such as 2024-03-06",
    "date_parsing": "must be a date such as 2024-03-06",
}
_WITH_LIMIT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "greater_than_equal": lambda limit: f"must be {limit['ge']} or more",
    "greater_than": lambda limit: f"must be more than {limit['gt']}",
    "less_than": lambda limit: f"must be less than {limit['lt']:,}",
    "string_too_long": lambda limit: f"is longer than {limit['max_length']:,} characters",
    "too_long": lambda limit: f"has more than {limit['max_length']:,} entries",
}
_NOTHING = ("string_type", "literal_error", "model_type", "tuple_type", "dict_type", "value_error")
_OF_TEXT = ("string_type", "literal_error")
_ANOTHER_NAME = "is another name of a key that is given too; give one of the two"
_MOST_SHOWN = 60
_MOST_HINTS = 100
"""The most unknown keys that are compared with the known ones. Each takes a part of a millisecond."""


def faults_of(
    errors: Iterable[Mapping[str, Any]], keys: Callable[[Place], Iterable[str]] = lambda _: ()
) -> list[Fault]:
    """The faults that pydantic lists as *errors*, in plain words.

    Args:
        errors: the list of ``ValidationError.errors()``, each with its ``type``, ``loc``, ``input`` and
            ``msg``. A validator of the whole may name the place of a part of it, as ``below`` in ``ctx``.
        keys: the keys that could stand at the place of an unknown key; the message names the nearest.
    """
    found: list[Fault] = []
    hints = _MOST_HINTS
    for error in errors:
        words = _message(error)
        if error["type"] == "extra_forbidden" and hints:
            hints -= 1
            words = _with_nearest(words, str(error["loc"][-1]), keys(error["loc"]))
        place = (*error["loc"], *error.get("ctx", {}).get("below", ()))
        found.append(Fault(tuple(part for part in place if part != "[key]"), words))
    return found


def _with_nearest(words: str, key: str, known: Iterable[str]) -> str:
    """The *words* on an unknown *key* with the nearest of *known*, unless they say what is wrong already."""
    if words != _WORDS["extra_forbidden"]:
        return words
    names = tuple(known)
    return _ANOTHER_NAME if key in names else words + nearest(key, names)


def _message(error: Mapping[str, Any]) -> str:
    kind, given = error["type"], error["input"]
    if given is None and kind in _NOTHING:
        return "is null, which says nothing; leave the key out, or write the value"
    if isinstance(given, bool) and kind in _OF_TEXT:
        bare = "yes" if given else "no"
        made_of = f'some readers of YAML make that of a bare {bare}: write "{bare}"'
        return f"must be text, not {str(given).lower()}; {made_of}"
    if kind == "literal_error":
        return _one_of(error["msg"], given)
    if kind == "extra_forbidden":
        return _extra(str(error["loc"][-1]))
    if kind in _WITH_LIMIT:
        return _WITH_LIMIT[kind](error["ctx"])
    words: str = error["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    hint = not_plain(given) if kind != "value_error" or words.startswith("must be") else ""
    return _WORDS.get(kind, words) + hint


def _one_of(message: str, given: object) -> str:
    """The values of a closed list, with the nearest to *given* last.

    Pydantic lists them: ``Input should be 'a' or 'b'``.
    """
    words = message.replace("Input should be", "must be")
    if not isinstance(given, str) or len(given) > _MOST_SHOWN:
        return words
    hint = nearest(given, message.split("'")[1::2])
    return f"{words}, not {given!r}{hint}{not_plain(given)}"


def _extra(key: str) -> str:
    """The words for an unknown key."""
    return _WORDS["extra_forbidden"] + not_plain(key)
