"""A part of a court paper that is the same for several offences, and stands in the paper once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from extradition.law import Model


class OnOffences(Model):
    """A part of a court paper, and the ids of the offences that it is about."""

    offences: tuple[str, ...]


Part = TypeVar("Part", bound=OnOffences)


def joined_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Each of *parts* once, in their order, with the ids of all the offences for which it is the same.

    Args:
        parts: parts of a paper, each on one offence.

    >>> [each.offences for each in joined_parts([OnOffences(offences=("a",)), OnOffences(offences=("b",))])]
    [('a', 'b')]
    """
    same: dict[str, tuple[Part, list[str]]] = {}
    for part in parts:
        key = part.model_dump_json(exclude={"offences"})
        _, ids = same.setdefault(key, (part, []))
        ids.extend(id_ for id_ in part.offences if id_ not in ids)
    return tuple(part.model_copy(update={"offences": tuple(ids)}) for part, ids in same.values())
