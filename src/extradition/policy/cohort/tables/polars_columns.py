"""The columns of a cohort in Polars."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import polars as pl

from extradition.policy.cohort.column_levels import levels_of
from extradition.policy.cohort.columns import COLUMN_KIND, Column
from extradition.policy.cohort.ends import AT, OUTCOME, PLACE_BITS, UNDER


def with_columns(frame: pl.LazyFrame, wanted: Mapping[str, Column]) -> pl.LazyFrame:
    """The *frame* with the *wanted* columns; what they need is made level by level, and dropped.

    Args:
        frame: the coded table.
        wanted: the columns by the names under which they are added.
    """
    levels = levels_of(wanted.values())
    kept = frame.collect_schema().names()
    for level in levels.levels:
        frame = frame.with_columns(
            _expression(column, levels.names, itself=True).alias(levels.names[column]) for column in level
        )
    made = (_typed(column, levels.names).alias(name) for name, column in wanted.items())
    return frame.select(*kept, *made)


def _typed(column: Column, names: Mapping[Column, str]) -> pl.Expr:
    """The expression of *column* as a test or a number, even if it is open in every row."""
    return _expression(column, names).cast(pl.Boolean if column.is_test else pl.Int32)


def _expression(column: Column, names: Mapping[Column, str], *, itself: bool = False) -> pl.Expr:
    """The expression of *column*, which reads the columns that have *names* already."""
    if column in names and not itself:
        return pl.col(names[column])
    if column.kind == "given":
        return pl.col(str(column.value))
    if column.kind == "literal":
        return _literal(column)
    parts = [_expression(part, names) for part in column.parts]
    if column.kind == "case":
        return _case(parts)
    if column.value is not None:
        return _BY_NUMBER[column.kind](parts[0], column.value)
    return _BY_PARTS[column.kind](parts)


def _literal(column: Column) -> pl.Expr:
    value = column.value
    return pl.lit(value) if value is None or isinstance(value, bool) else pl.lit(value, dtype=pl.Int32)


def _case(parts: list[pl.Expr]) -> pl.Expr:
    *arms, otherwise = parts
    made: pl.Expr = otherwise
    for i in range(len(arms) - 2, -1, -2):
        made = pl.when(arms[i]).then(arms[i + 1]).otherwise(made)
    return made


def _among(column: pl.Expr, numbers: tuple[int, ...]) -> pl.Expr:
    if not numbers:
        return pl.when(column.is_not_null()).then(pl.lit(False))
    return column == numbers[0] if len(numbers) == 1 else column.is_in(list(numbers))


def _any(parts: Iterable[pl.Expr]) -> pl.Expr:
    return functools.reduce(operator.or_, (part.cast(pl.Boolean) for part in parts))


def _all(parts: Iterable[pl.Expr]) -> pl.Expr:
    return functools.reduce(operator.and_, (part.cast(pl.Boolean) for part in parts))


def _joined(parts: list[pl.Expr]) -> pl.Expr:
    """The first end, without each of its two provisions that the other end does not have."""
    one, other = parts
    differing = one ^ other
    under = pl.when((differing & UNDER) == 0).then(one & UNDER).otherwise(0)
    at = pl.when((differing & AT) == 0).then(one & AT).otherwise(0)
    return pl.when(differing == 0).then(one).otherwise((one & OUTCOME) + under + at)


_BY_NUMBER: Mapping[COLUMN_KIND, Callable[[pl.Expr, Any], pl.Expr]] = {
    "among": _among,
    "at least": lambda column, number: column >= number,
    "below": lambda column, number: column < number,
}
_BY_PARTS: Mapping[COLUMN_KIND, Callable[[list[pl.Expr]], pl.Expr]] = {
    "all": _all,
    "any": _any,
    "not": lambda parts: ~parts[0],
    "known": lambda parts: parts[0].is_not_null(),
    "as number": lambda parts: parts[0].cast(pl.Int32),
    "first known": pl.coalesce,
    "differs": lambda parts: parts[0].ne_missing(parts[1]),
    "after": lambda parts: parts[0] > parts[1],
    "same outcome": lambda parts: (parts[0] ^ parts[1]) < (1 << PLACE_BITS),
    "joined": _joined,
    "latest": pl.max_horizontal,
    "earliest": pl.min_horizontal,
    "either": lambda parts: functools.reduce(operator.or_, parts),
}
