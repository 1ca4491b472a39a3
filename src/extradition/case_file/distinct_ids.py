"""Ids of one list that have to differ: of decisions, offences or warrants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from pydantic_core import PydanticCustomError

from extradition.source import Fault, Place


class HasId(Protocol):
    """An item of a list whose items have ids."""

    @property
    def id(self) -> str:
        """Its id."""


def placed(listed: Iterable[HasId], at: Place = ()) -> Iterator[tuple[Place, str]]:
    """The place of each item of a list, and its id.

    Args:
        listed: the items.
        at: the place of the list; nothing for places within it.
    """
    return (((*at, i), each.id) for i, each in enumerate(listed))


def repeated_id(of: str, ids: Iterable[tuple[Place, str]]) -> Fault | None:
    """The fault of the first id that is repeated, at its second place; None if each id is there once.

    Args:
        of: what the list has, in the plural.
        ids: the place of each, and its id.

    >>> repeated_id("offences", [((0,), "a"), ((1,), "b"), ((2,), "b"), ((3,), "a")])
    Fault(place=(2, 'id'), message="two offences have the id 'b'")
    >>> repeated_id("offences", [((0,), "a"), ((1,), "b")]) is None
    True
    """
    found: set[str] = set()
    for place, name in ids:
        if name in found:
            return Fault((*place, "id"), f"two {of} have the id {name!r}")
        found.add(name)
    return None


def check_distinct(of: str, ids: Iterable[tuple[Place, str]]) -> None:
    """Refuse a list in which an id is repeated.

    Args:
        of: as for ``repeated_id``.
        ids: as for ``repeated_id``, with places within the list.

    Raises:
        PydanticCustomError: an id is repeated. It carries the place within the list as ``below``.
    """
    wrong = repeated_id(of, ids)
    if wrong is not None:
        raise PydanticCustomError("repeated_id", "{says}", {"says": wrong.message, "below": wrong.place})
