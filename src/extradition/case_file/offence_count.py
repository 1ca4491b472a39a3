"""The number of offences in a case file, and the most that are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

MOST_OFFENCES = 500


def few_enough(value: Any) -> Any:
    """*value* unchanged, unless it lists too many offences.

    The count comes first: each offence could have a fault.
    """
    if isinstance(value, list | tuple) and len(value) > MOST_OFFENCES:
        raise ValueError(f"has {len(value)} offences; at most {MOST_OFFENCES} are read")
    return value


def count_offences(content: Any) -> int:
    """The number of offences in the *content* of a case file, of one warrant or of several, before its shape
    is checked.

    A warrant without offences counts as one offence: it could have a fault too.

    >>> count_offences({"warrants": [{"offences": [{}, {}]}, {}]})
    3
    """
    given, several = (
        content.get(key) if isinstance(content, dict) else None for key in ("offences", "warrants")
    )
    own = len(given) if isinstance(given, list | tuple) else 0
    return own + sum(
        max(count_offences(each), 1) for each in (several if isinstance(several, list | tuple) else ())
    )


def offences_in_all(cases: Iterable[Any]) -> int:
    """The number of offences of *cases* together; 0 for one that exceeds the limit of a case file, which is
    a fault of its own.

    Args:
        cases: the content of each case file, before its shape is checked.
    """
    return sum(count for count in map(count_offences, cases) if count <= MOST_OFFENCES)


def few_in_all(value: Any) -> Any:
    """*value* unchanged, unless its warrants list too many offences together."""
    count = count_offences({"warrants": value})
    if count > MOST_OFFENCES:
        raise ValueError(f"has {count} offences; at most {MOST_OFFENCES} are read")
    return value
