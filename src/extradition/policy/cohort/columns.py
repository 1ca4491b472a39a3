"""Columns made from other columns: a small language with three values, in which each expression exists once.

A test is true, false or open, and a number may be open: NULL in SQL and in Polars. Their AND and OR on NULL
are Kleene's, so a condition of a question file translates word for word.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from extradition.policy.cohort.ends import PLACE_BITS

COLUMN_KIND = Literal[
    "given",
    "literal",
    "all",
    "any",
    "not",
    "known",
    "among",
    "at least",
    "below",
    "case",
    "as number",
    "first known",
    "differs",
    "after",
    "same outcome",
    "joined",
    "latest",
    "earliest",
    "either",
]
"""What a column is made by. See the method of ``Columns`` with the same words."""
Value = str | int | tuple[int, ...] | None
Arm = tuple["Column", "Column"]


def coded_name(name: str) -> str:
    """The name of the column with the numbers that stand for the answers to *name*.

    Args:
        name: a fact, a question or a date.
    """
    return f"#{name}"


@dataclass(frozen=True, eq=False)
class Column:
    """One expression. Two columns of one ``Columns`` are equal only if they are the same object.

    Attributes:
        kind: what it is made by.
        parts: the columns from which it is made.
        value: the name of a given column, the value of a literal, the numbers to compare with.
        is_test: whether it is true, false or open; otherwise it is a whole number or open.
        number: its place among the columns made.
    """

    kind: COLUMN_KIND
    parts: tuple[Column, ...] = field(repr=False)
    value: Value
    is_test: bool
    number: int


# Whole: every method makes columns in the same table.
class Columns:
    """The maker of columns: an expression that two laws share is one column.

    >>> columns = Columns()
    >>> served = columns.among(columns.given("notice"), [1])
    >>> served is columns.among(columns.given("notice"), [1]), columns.all([served, columns.true]) is served
    (True, True)
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Column] = {}
        self.true = self.literal(True)
        self.false = self.literal(False)
        self.open = self.literal(None)

    def _column(
        self,
        kind: COLUMN_KIND,
        parts: Sequence[Column] = (),
        value: Value = None,
        *,
        is_test: bool,
    ) -> Column:
        key = (kind, type(value), value, *parts)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Column(kind, tuple(parts), value, is_test, len(self._made))
        return found

    @property
    def every(self) -> Iterable[Column]:
        """Every column made so far."""
        return self._made.values()

    def given(self, name: str) -> Column:
        """The coded column of the table for the fact, question or date *name*."""
        return self._column("given", value=coded_name(name), is_test=False)

    def literal(self, value: int | None) -> Column:
        """The same value in every row; None for open."""
        return self._column("literal", value=value, is_test=isinstance(value, bool))

    def all(self, parts: Iterable[Column]) -> Column:
        """True if every one of *parts* is true, false if any is false, otherwise open."""
        return self._joint("all", self.true, self.false, parts)

    def any(self, parts: Iterable[Column]) -> Column:
        """True if any of *parts* is true, false if every one is false, otherwise open."""
        return self._joint("any", self.false, self.true, parts)

    def _joint(
        self, kind: Literal["all", "any"], neutral: Column, decisive: Column, parts: Iterable[Column]
    ) -> Column:
        flat = [inner for part in parts for inner in (part.parts if part.kind == kind else (part,))]
        kept = [part for part in dict.fromkeys(flat) if part is not neutral]
        if decisive in kept:
            return decisive
        return self._column(kind, kept, is_test=True) if len(kept) > 1 else kept[0] if kept else neutral

    def opposite(self, test: Column) -> Column:
        """True where *test* is false, false where it is true."""
        if test.kind == "not":
            return test.parts[0]
        if test.kind == "literal":
            return self.open if test.value is None else self.literal(not test.value)
        return self._column("not", [test], is_test=True)

    def known(self, column: Column) -> Column:
        """Whether *column* is not open."""
        if column.kind in ("literal", "known"):
            return self.literal(column.value is not None or column.kind == "known")
        return self._column("known", [column], is_test=True)

    def certainly(self, test: Column) -> Column:
        """Whether *test* is true: false where it is open."""
        return self.first_known([test, self.false])

    def possibly(self, test: Column) -> Column:
        """Whether *test* is not false: true where it is open."""
        return self.first_known([test, self.true])

    def among(self, column: Column, numbers: Iterable[int]) -> Column:
        """Whether *column* is one of *numbers*."""
        wanted = tuple(sorted(set(numbers)))
        if column.kind == "literal":
            return self.open if column.value is None else self.literal(column.value in wanted)
        return self._column("among", [column], wanted, is_test=True)

    def at_least(self, column: Column, number: int) -> Column:
        """Whether *column* is *number* or more."""
        if column.kind == "literal":
            return self.open if column.value is None else self.literal(_int(column) >= number)
        return self._column("at least", [column], number, is_test=True)

    def below(self, column: Column, number: int) -> Column:
        """Whether *column* is less than *number*."""
        if column.kind == "literal":
            return self.open if column.value is None else self.literal(_int(column) < number)
        return self._column("below", [column], number, is_test=True)

    def case(self, arms: Iterable[Arm], otherwise: Column) -> Column:
        """The value after the first test that is true; *otherwise* if no test is."""
        kept: list[Arm] = []
        for test, value in arms:
            if test.kind == "literal" and test.value is True:
                otherwise = value
                break
            if test.kind != "literal":
                kept.append((test, value))
        while kept and kept[-1][1] is otherwise:
            kept.pop()
        if not kept:
            return otherwise
        if otherwise is self.open and self._is_number(kept):
            return self._column("as number", [kept[0][0]], is_test=False)
        parts = [part for arm in kept for part in arm]
        is_test = any(value.is_test for value in (*parts[1::2], otherwise))
        return self._column("case", [*parts, otherwise], is_test=is_test)

    def _is_number(self, arms: Sequence[Arm]) -> bool:
        """Whether *arms* give 1 where a test is true and 0 where it is false: the test as a number."""
        values = tuple(value for _, value in arms)
        return values == (self.literal(1), self.literal(0)) and arms[1][0] is self.opposite(arms[0][0])

    def first_known(self, columns: Iterable[Column]) -> Column:
        """The first of *columns* that is not open; open if all are."""
        kept: list[Column] = []
        for column in dict.fromkeys(columns):
            if column is not self.open:
                kept.append(column)
            if column.kind == "known" or (column.kind == "literal" and column is not self.open):
                break
        if len(kept) < 2:  # noqa: PLR2004  one column needs no choice
            return kept[0] if kept else self.open
        return self._column("first known", kept, is_test=kept[0].is_test)

    def differs(self, one: Column, other: Column) -> Column:
        """Whether two columns differ; open is a value like another."""
        if one is other or (one.kind == other.kind == "literal"):
            return self.literal(one is not other)
        if self.open in (one, other):
            return self.known(other if one is self.open else one)
        return self._column("differs", _in_order(one, other), is_test=True)

    def after(self, one: Column, other: Column) -> Column:
        """Whether *one* is greater than *other*."""
        if self.open in (one, other):
            return self.open
        return self._column("after", [one, other], is_test=True)

    def same_outcome(self, one: Column, other: Column) -> Column:
        """Whether two ends are the same outcome, whatever the provision for each (``ends``)."""
        if one is other:
            return self.true
        if self.open in (one, other):
            return self.open
        if one.kind == other.kind == "literal":
            return self.literal(_int(one) >> PLACE_BITS == _int(other) >> PLACE_BITS)
        return self._column("same outcome", _in_order(one, other), is_test=True)

    def joined(self, one: Column, other: Column) -> Column:
        """The end that two ends of the same outcome have in common: without the provisions that differ."""
        if one is other or one is self.open:
            return one
        return other if other is self.open else self._column("joined", _in_order(one, other), is_test=False)

    def either(self, columns: Iterable[Column]) -> Column:
        """The bits that any of *columns* has, each a set of bits; open if any is open."""
        flat = [inner for one in columns for inner in (one.parts if one.kind == "either" else (one,))]
        if self.open in flat:
            return self.open
        kept = [one for one in dict.fromkeys(flat) if one.kind != "literal"]
        bits = functools.reduce(operator.or_, (_int(one) for one in flat if one.kind == "literal"), 0)
        if bits or not kept:
            kept.append(self.literal(bits))
        return self._column("either", kept, is_test=False) if len(kept) > 1 else kept[0]

    def latest(self, columns: Iterable[Column]) -> Column:
        """The greatest of *columns* that are not open; open if all are."""
        return self._extreme("latest", columns)

    def earliest(self, columns: Iterable[Column]) -> Column:
        """The least of *columns* that are not open; open if all are."""
        return self._extreme("earliest", columns)

    def _extreme(self, kind: Literal["latest", "earliest"], columns: Iterable[Column]) -> Column:
        kept = [column for column in dict.fromkeys(columns) if column is not self.open]
        return self._column(kind, kept, is_test=False) if len(kept) > 1 else kept[0]


def _in_order(one: Column, other: Column) -> tuple[Column, Column]:
    """The two columns in one order, whichever comes first."""
    return (one, other) if one.number < other.number else (other, one)


def _int(column: Column) -> int:
    """The number of a literal."""
    return cast("int", column.value)
