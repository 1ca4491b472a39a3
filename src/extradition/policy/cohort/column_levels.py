"""The columns to make, level by level: those used more than once, and those too deep to stand in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extradition.policy.cohort.columns import Column

_DEEPEST = 12
"""The most expressions within one another; a query planner recurses into each."""
_LEAVES = ("given", "literal")


@dataclass(frozen=True)
class Levels:
    """The order in which columns are made.

    Attributes:
        levels: the columns of each level; a level reads the table and the levels before it.
        inputs: the names of the columns of the table that they read.
        names: the name of each column made.
    """

    levels: tuple[tuple[Column, ...], ...]
    inputs: tuple[str, ...]
    names: dict[Column, str]


def levels_of(wanted: Iterable[Column], prefix: str = "c") -> Levels:
    """The columns to make for the *wanted* ones: each that is used twice is made once.

    Args:
        wanted: the columns that the user reads.
        prefix: the beginning of the names of the columns made.
    """
    wanted = tuple(dict.fromkeys(wanted))
    order = _in_order(wanted)
    uses = Counter(part for column in order for part in column.parts)
    uses.update(wanted)
    level: dict[Column, int] = {}
    depth: dict[Column, int] = {}
    kept: dict[int, list[Column]] = {}
    for column in order:
        below = [part for part in column.parts if part.kind not in _LEAVES]
        level[column] = max((level[part] for part in below), default=0)
        depth[column] = 1 + max((depth[part] for part in below), default=0)
        if column.kind not in _LEAVES and (uses[column] > 1 or depth[column] >= _DEEPEST):
            kept.setdefault(level[column], []).append(column)
            level[column] += 1
            depth[column] = 0
    return Levels(
        levels=tuple(tuple(kept[each]) for each in sorted(kept)),
        inputs=tuple(sorted(str(column.value) for column in order if column.kind == "given")),
        names={column: f"{prefix}{column.number}" for columns in kept.values() for column in columns},
    )


def _in_order(wanted: Iterable[Column]) -> list[Column]:
    """Every column that *wanted* need, each after its parts."""
    found: dict[Column, None] = {}
    waiting = [(column, False) for column in wanted]
    while waiting:
        column, has_parts = waiting.pop()
        if column in found:
            continue
        if has_parts:
            found[column] = None
        else:
            waiting.append((column, True))
            waiting += ((part, False) for part in column.parts if part not in found)
    return list(found)
