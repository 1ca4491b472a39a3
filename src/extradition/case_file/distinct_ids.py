"""Ids of one list that have to differ: of decisions, offences or warrants."""

from __future__ import annotations

from collections.abc import Sequence


def repeated_id(of: str, ids: Sequence[str]) -> str | None:
    """What is wrong with a list in which an id is repeated; None if each id is there once.

    Args:
        of: what the list has, in the plural.
        ids: the id of each.

    >>> repeated_id("offences", ["b", "a", "b", "a"]), repeated_id("offences", ["a", "b"])
    ("two offences have the id 'a'", None)
    """
    repeated = {name for name in ids if ids.count(name) > 1}
    return f"two {of} have the id {min(repeated)!r}" if repeated else None


def check_distinct(of: str, ids: Sequence[str]) -> None:
    """Refuse a list in which an id is repeated.

    Args:
        of: as for ``repeated_id``.
        ids: as for ``repeated_id``.

    Raises:
        ValueError: an id is repeated.
    """
    wrong = repeated_id(of, ids)
    if wrong is not None:
        raise ValueError(wrong)
