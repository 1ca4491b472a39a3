"""A case file made in Python as a document, with the refusals that a file and a request have."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence

from extradition.source import MOST_DEPTH, Document, Place, Problem, SourceError, parse_json, written_place


def document_of(content: Mapping[str, object]) -> Document:
    """The document with that *content*, with places but without positions.

    Args:
        content: texts, numbers, dates, lists and mappings, as a typed case file has them.

    Raises:
        SourceError: a value is of another kind, or has what ``parse_json`` refuses.

    >>> document_of({"case": "X", "offences": ({"id": "one"},)}).content
    {'case': 'X', 'offences': [{'id': 'one'}]}
    """
    problems: list[Problem] = []
    plain = _plain(content, (), problems)
    if problems:
        raise SourceError(problems)
    return parse_json(json.dumps(plain).encode())


def _plain(value: object, place: Place, problems: list[Problem]) -> object:
    """The *value* as JSON has it; what JSON has no form for is a problem."""
    if len(place) > MOST_DEPTH:
        raise SourceError([Problem(None, "", f"is nested deeper than {MOST_DEPTH} levels")])
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        odd = [key for key in value if not isinstance(key, str)]
        problems += [
            Problem(None, written_place(place), f"has a key that is no text: {key!r}") for key in odd
        ]
        texts = [key for key in value if isinstance(key, str)]
        return {key: _plain(value[key], (*place, key), problems) for key in texts}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_plain(each, (*place, i), problems) for i, each in enumerate(value)]
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    words = f"must be text, a number, a day, a list or a mapping, not {type(value).__name__}"
    problems.append(Problem(None, written_place(place), words))
    return None
