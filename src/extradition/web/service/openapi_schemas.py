"""The schemas of the OpenAPI description: closed where the service reads, open where it answers.

Answers may get further keys, so a client ignores the keys that it does not know (decision 22). A key of a
request that the service does not know is a fault.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

_AT = "#/components/schemas/"
READ, ANSWERED = "-Input", "-Output"
"""The ends of the names of the two schemas of a model that is read and answered, as FastAPI has them."""


def open_answers(described: dict[str, Any]) -> None:
    """Let the schemas of answers take further keys, and give each schema a title of its own.

    A schema that is read and answered alike becomes two.

    Args:
        described: the OpenAPI document, with the models of the lines of a batch; it is changed.

    >>> model = {"title": "A", "additionalProperties": False}
    >>> ref = {"$ref": "#/components/schemas/A"}
    >>> asked = {"requestBody": ref, "responses": {"200": ref}}
    >>> document = {"paths": {"/a": {"post": asked}}, "components": {"schemas": {"A": model}}}
    >>> open_answers(document)
    >>> document["components"]["schemas"]
    {'A-Input': {'title': 'AInput', 'additionalProperties': False}, 'A-Output': {'title': 'AOutput'}}
    """
    schemas = described["components"]["schemas"]
    operations = [operation for path in described["paths"].values() for operation in path.values()]
    answers = [operation["responses"] for operation in operations]
    requests = [[part for name, part in each.items() if name != "responses"] for each in operations]
    answered = _reached([answers, {"$ref": f"{_AT}LineAnswer"}], schemas)
    both = answered & _reached([requests, {"$ref": f"{_AT}LineToDetermine"}], schemas)
    _name_in(requests, both, READ)
    _name_in(answers, both, ANSWERED)
    made: dict[str, Any] = {}
    for name, schema in schemas.items():
        if name not in answered or name in both:
            made[name + READ if name in both else name] = _read(schema, both)
        if name in answered:
            made[name + ANSWERED if name in both else name] = _opened(schema, both)
    for name, schema in made.items():
        if name.endswith((READ, ANSWERED)):
            schema["title"] = name.replace("-", "")
    described["components"]["schemas"] = made


def _read(schema: dict[str, Any], both: set[str]) -> dict[str, Any]:
    """A *schema* of a request, which refers to those of requests."""
    read = copy.deepcopy(schema)
    _name_in(read, both, READ)
    return read


def _opened(schema: dict[str, Any], both: set[str]) -> dict[str, Any]:
    """A *schema* of an answer, whose objects may have further keys. One may then match two of a choice."""
    opened = copy.deepcopy(schema)
    _name_in(opened, both, ANSWERED)
    for each in _objects_in(opened):
        if each.get("additionalProperties") is False:
            del each["additionalProperties"]
        if isinstance(each.get("oneOf"), list):
            each["anyOf"] = each.pop("oneOf")
    return opened


def _objects_in(node: Any) -> Iterator[dict[str, Any]]:
    """Each object in a part of the document, after those within it."""
    if isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from _objects_in(each)
    if isinstance(node, dict):
        yield node


def _named_in(node: Any) -> set[str]:
    """The names of the schemas to which a part of the document refers."""
    found = (each.get("$ref") for each in _objects_in(node))
    return {ref.removeprefix(_AT) for ref in found if isinstance(ref, str)}


def _reached(node: Any, schemas: dict[str, Any]) -> set[str]:
    """The names of the schemas to which a part of the document leads, of those that there are."""
    reached: set[str] = set()
    found = _named_in(node) & schemas.keys()
    while found:
        reached |= found
        found = {name for each in found for name in _named_in(schemas[each])} - reached
    return reached


def _name_in(node: Any, both: set[str], end: str) -> None:
    """Let each reference to a schema that became two name the one with that *end*."""
    for each in _objects_in(node):
        name = str(each.get("$ref", "")).removeprefix(_AT)
        if name in both:
            each["$ref"] = f"{_AT}{name}{end}"
