"""The columns of a cohort as SQL, for a database that holds the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from extradition.policy.cohort.column_levels import levels_of
from extradition.policy.cohort.columns import COLUMN_KIND, Column
from extradition.policy.cohort.ends import AT, OUTCOME, PLACE_BITS, UNDER

DIALECT = Literal["duckdb", "spark"]


@dataclass(frozen=True)
class Dialect:
    """The words of one database.

    Attributes:
        quote: the mark around the name of a column.
        xor: the bits in which two numbers differ.
        days: the number of days from the beginning of 1970 to a date.
    """

    quote: str
    xor: str
    days: str

    def name(self, name: str) -> str:
        """The *name* of a column in its marks."""
        return f"{self.quote}{name.replace(self.quote, self.quote * 2)}{self.quote}"


DIALECTS: Mapping[DIALECT, Dialect] = {
    "duckdb": Dialect('"', "xor({}, {})", "date_diff('day', DATE '1970-01-01', {})"),
    "spark": Dialect("`", "({} ^ {})", "datediff({}, DATE '1970-01-01')"),
}
"""The databases for which SQL is written."""


class SqlColumns:
    """The SQL of columns.

    Args:
        dialect: the database.
    """

    def __init__(self, dialect: DIALECT) -> None:
        self.dialect = DIALECTS[dialect]

    def levels(self, wanted: Mapping[str, Column], table: str, prefix: str = "c") -> str:
        """A query that adds the *wanted* columns to *table*, each level of columns in a query of its own.

        Args:
            wanted: the columns by the names under which they are added.
            table: a query, or the name of a table.
            prefix: the beginning of the names of the columns made on the way.
        """
        levels = levels_of(wanted.values(), prefix)
        for level in levels.levels:
            added = (
                f"{self._sql(column, levels.names, itself=True)} AS {self.dialect.name(levels.names[column])}"
                for column in level
            )
            table = self.adding(added, table)
        last = (
            f"{self._sql(column, levels.names)} AS {self.dialect.name(name)}"
            for name, column in wanted.items()
        )
        return self.adding(last, table)

    def adding(self, columns: Iterable[str], table: str) -> str:
        """A query of every column of *table*, and *columns*.

        Args:
            columns: the SQL of each further column, with its name.
            table: a query, or the name of a table.
        """
        every = ",\n  ".join(("*", *columns))
        return f"SELECT {every}\nFROM {table if table.isidentifier() else f'({table})'}"

    def _sql(self, column: Column, names: Mapping[Column, str], *, itself: bool = False) -> str:
        """The SQL of *column*, which reads the columns that have *names* already."""
        if column in names and not itself:
            return self.dialect.name(names[column])
        if column.kind == "given":
            return self.dialect.name(str(column.value))
        if column.kind == "literal":
            return "NULL" if column.value is None else str(column.value).upper()
        parts = [self._sql(part, names) for part in column.parts]
        if column.value is not None:
            return _BY_NUMBER[column.kind](parts[0], column.value)
        return (
            self._of_ends[column.kind](*parts) if column.kind in self._of_ends else _SQL[column.kind](parts)
        )

    @cached_property
    def _of_ends(self) -> Mapping[COLUMN_KIND, Callable[..., str]]:
        """The columns that take the number of an end apart."""
        return {"joined": self._joined, "same outcome": self._same_outcome}

    def _same_outcome(self, one: str, other: str) -> str:
        return f"({self.dialect.xor.format(one, other)} < {1 << PLACE_BITS})"

    def _joined(self, one: str, other: str) -> str:
        """The first end, without each of its two provisions that the other end does not have."""
        differing = self.dialect.xor.format(one, other)
        kept = " + ".join(
            f"CASE WHEN ({differing} & {bits}) = 0 THEN ({one} & {bits}) ELSE 0 END" for bits in (UNDER, AT)
        )
        return f"CASE WHEN {one} = {other} THEN {one} ELSE ({one} & {OUTCOME}) + {kept} END"


def _among(column: str, numbers: Sequence[int]) -> str:
    if not numbers:
        return f"(CASE WHEN {column} IS NOT NULL THEN FALSE END)"
    return f"({column} IN ({', '.join(map(str, numbers))}))"


def _case(parts: Sequence[str]) -> str:
    *arms, otherwise = parts
    tests = " ".join(f"WHEN {arms[i]} THEN {arms[i + 1]}" for i in range(0, len(arms), 2))
    return f"CASE {tests} ELSE {otherwise} END"


_BY_NUMBER: Mapping[COLUMN_KIND, Callable[[str, Any], str]] = {
    "among": _among,
    "at least": lambda column, number: f"({column} >= {number})",
    "below": lambda column, number: f"({column} < {number})",
}
_SQL: Mapping[COLUMN_KIND, Callable[[list[str]], str]] = {
    "all": lambda parts: f"({' AND '.join(parts)})",
    "any": lambda parts: f"({' OR '.join(parts)})",
    "not": lambda parts: f"(NOT {parts[0]})",
    "known": lambda parts: f"({parts[0]} IS NOT NULL)",
    "case": _case,
    "as number": lambda parts: f"CAST({parts[0]} AS INTEGER)",
    "first known": lambda parts: f"COALESCE({', '.join(parts)})",
    "differs": lambda parts: f"({parts[0]} IS DISTINCT FROM {parts[1]})",
    "after": lambda parts: f"({parts[0]} > {parts[1]})",
    "latest": lambda parts: f"GREATEST({', '.join(parts)})",
    "earliest": lambda parts: f"LEAST({', '.join(parts)})",
    "either": lambda parts: f"({' | '.join(parts)})",
}
