"""The keys that belong at a place of a document, and the places of free text, read from the JSON Schema of
its model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from extradition.source.errors import Place


def keys_at(model: type[BaseModel], place: Place) -> tuple[str, ...]:
    """The keys that *model* has at *place*; none if they may be any, or if nothing can stand there.

    Args:
        model: the model of the whole document.
        place: the place of a mapping.

    >>> from extradition import CaseFile
    >>> keys_at(CaseFile, ("offences", 0, "warrant")), keys_at(CaseFile, ("findings",))
    (('box_b', 'box_c', 'box_d'), ())
    """
    return tuple(dict.fromkeys(key for node in _nodes(model, place) for key in node.get("properties", ())))


_LONG = 1_000
"""The least length that a free text may have. A value that has to be shorter is a name."""


def is_free_text(model: type[BaseModel], place: Place) -> bool:
    """Whether the value that *model* has at *place* is free text: of any words, and of any length.

    Args:
        model: the model of the whole document.
        place: the place of a value.

    >>> from extradition import CaseFile
    >>> is_free_text(CaseFile, ("notes", 0)), is_free_text(CaseFile, ("offences", 0, "id"))
    (True, False)
    """
    nodes = [node for node in _nodes(model, place) if node.get("type") == "string"]
    return any(node.get("maxLength", 0) >= _LONG and "pattern" not in node for node in nodes)


def _nodes(model: type[BaseModel], place: Place) -> list[Mapping[str, Any]]:
    """The schemas that *model* has at *place*."""
    whole = _schema_of(model)
    nodes = [*_choices(whole, whole)]
    for part in place:
        nodes = [
            choice for node in nodes for below in _below(node, part) for choice in _choices(below, whole)
        ]
    return nodes


@cache
def _schema_of(model: type[BaseModel]) -> Mapping[str, Any]:
    return model.model_json_schema(mode="validation")


def _choices(node: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The schemas that *node* is or offers, without references."""
    if "$ref" in node:
        yield from _choices(whole["$defs"][node["$ref"].rpartition("/")[2]], whole)
    elif "anyOf" in node:
        for each in node["anyOf"]:
            yield from _choices(each, whole)
    elif "oneOf" in node and "properties" not in node:
        for each in node["oneOf"]:
            yield from _choices(each, whole)
    else:
        yield node


def _below(node: Mapping[str, Any], part: str | int) -> Iterator[Mapping[str, Any]]:
    """The schemas of the *part* of *node*. A value may stand for a list that has it alone."""
    if isinstance(part, int):
        yield node.get("items", node)
        return
    own = node.get("properties", {})
    others = (node.get("additionalProperties"), *node.get("patternProperties", {}).values())
    yield from [own[part]] if part in own else [each for each in others if isinstance(each, dict)]
