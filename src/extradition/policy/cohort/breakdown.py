"""Counts of a cohort by one or two columns: the outcomes under each law, and the bounds of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from extradition.determination.outcome import OUTCOME_KIND
from extradition.law import Model
from extradition.policy.cohort.ends import CohortEnd
from extradition.policy.cohort.possible_ends import BITS, ENDS
from extradition.policy.cohort.refusals import REFUSAL
from extradition.rule_book.consequences import KIND_OF_CONSEQUENCE

K = TypeVar("K", bound=str)
_SINGLE = frozenset(BITS[kind] for kind in ENDS)
"""The bits of a hearing that can end in one kind alone."""


class EndBounds(Model):
    """The number of offences that end in one *kind* of outcome under a law.

    ``count`` has that outcome on the facts of the table. ``least`` can have no other, whatever the answers to
    the open questions are; it counts those without an end yet too. ``most`` can still have it. The true least
    may be higher, and the true most lower. An open question counts as if any answer were possible, whatever
    the other questions say.
    """

    kind: KIND_OF_CONSEQUENCE
    count: int
    least: int
    most: int


class CellLaw(Model):
    """The offences of one cell under one law.

    ``outcomes`` counts each outcome in words. ``ends`` has a row for each kind of outcome that ends a
    hearing. ``one_way`` counts the offences without an end yet that can end in one kind alone.
    ``turns_on_commencement`` counts the outcomes that turn on the commencement of a version.
    """

    law: str
    outcomes: dict[str, int]
    ends: tuple[EndBounds, ...]
    one_way: int
    turns_on_commencement: int

    def end(self, kind: KIND_OF_CONSEQUENCE) -> EndBounds:
        """The row of one *kind* of end."""
        return self.ends[ENDS.index(kind)]

    @property
    def without_end(self) -> int:
        """The number of offences whose hearing has no end yet: it goes on to a question, or is open."""
        return sum(self.outcomes.values()) - sum(each.count for each in self.ends)


class BreakdownCell(Model):
    """The rows of a table with the same *values*, in the order of the columns; None for an empty value.

    Attributes:
        values: the value of each column.
        rows: the number of rows.
        decided: the number of rows that the columns decide.
        refused: the number of rows that are refused, by the reason.
        laws: the decided rows under each law.
        changed: for each two neighbouring laws, the number of rows with another outcome.
    """

    values: tuple[str | None, ...]
    rows: int
    decided: int
    refused: dict[REFUSAL, int]
    laws: tuple[CellLaw, ...]
    changed: tuple[int, ...]


class Breakdown(Model):
    """The offences of a table *by* the values of one or two columns; by none, the whole table is one cell.

    ``headings`` are the names of the columns in words.
    """

    by: tuple[str, ...]
    headings: tuple[str, ...]
    cells: tuple[BreakdownCell, ...]

    @property
    def kinds(self) -> tuple[KIND_OF_CONSEQUENCE, ...]:
        """The kinds of end in which any offence can still end, under any law."""
        each = {end.kind for cell in self.cells for law in cell.laws for end in law.ends if end.most}
        return tuple(kind for kind in ENDS if kind in each)


@dataclass(frozen=True)
class BreakdownGroup:
    """The rows with the same values, and the same outcomes, bits and commencement under every law.

    Attributes:
        count: the number of rows.
        values: the value of each column.
        refused: the reason why the rows are refused; None if they are decided.
        ends: the end under each law.
        bits: the bits of the kinds of end that are still possible under each law.
        commencement: whether the outcome turns on commencement, under each law.
    """

    count: int
    values: tuple[str | None, ...]
    refused: REFUSAL | None = None
    ends: tuple[CohortEnd, ...] = ()
    bits: tuple[int, ...] = ()
    commencement: tuple[bool, ...] = ()


def breakdown_of(
    groups: Iterable[BreakdownGroup], columns: Mapping[str, str], by: Sequence[int], laws: Sequence[str]
) -> Breakdown:
    """The breakdown by some of the columns, with the values in order.

    Args:
        groups: the groups of rows.
        columns: the columns of their values, each with its name in words.
        by: the places of the columns by which to break down.
        laws: the names of the laws.

    Examples:
        >>> ordered = {"ends": (CohortEnd(kind="order"),), "bits": (1,), "commencement": (False,)}
        >>> made = breakdown_of([BreakdownGroup(3, ("Romania",), **ordered)], {"to": "State"}, [0], ["today"])
        >>> [(cell.values, cell.laws[0].end("order").least) for cell in made.cells]
        [(('Romania',), 3)]
    """
    cells: dict[tuple[str | None, ...], _Cell] = {}
    for group in groups:
        values = tuple(group.values[place] for place in by)
        cells.setdefault(values, _Cell(values, laws)).add(group)
    ordered = sorted(cells, key=lambda values: [(value is None, value or "") for value in values])
    names = list(columns)
    return Breakdown(
        by=tuple(names[place] for place in by),
        headings=tuple(columns[names[place]] for place in by),
        cells=tuple(cells[each].counted() for each in ordered),
    )


@dataclass
class _Cell:
    """The counts of one cell while its groups are added."""

    values: tuple[str | None, ...]
    names: Sequence[str]
    decided: int = 0
    refused: Counter[REFUSAL] = field(default_factory=Counter)
    changed: Counter[int] = field(default_factory=Counter)
    outcomes: Counter[tuple[int, str]] = field(default_factory=Counter)
    kinds: Counter[tuple[int, OUTCOME_KIND]] = field(default_factory=Counter)
    bits: Counter[tuple[int, int]] = field(default_factory=Counter)
    one_way: Counter[int] = field(default_factory=Counter)
    commencement: Counter[int] = field(default_factory=Counter)

    def add(self, group: BreakdownGroup) -> None:
        if group.refused is not None:
            self.refused[group.refused] += group.count
            return
        self.decided += group.count
        for place, end in enumerate(group.ends):
            self.outcomes[place, end.outcome] += group.count
            self.kinds[place, end.kind] += group.count
            self.bits[place, group.bits[place]] += group.count
            is_forced = end.kind not in ENDS and group.bits[place] in _SINGLE
            self.one_way[place] += group.count * is_forced
            self.commencement[place] += group.count * group.commencement[place]
        for place, (before, after) in enumerate(pairwise(group.ends)):
            self.changed[place] += group.count * (before.outcome != after.outcome)

    def counted(self) -> BreakdownCell:
        return BreakdownCell(
            values=self.values,
            rows=self.decided + self.refused.total(),
            decided=self.decided,
            refused=dict(_ranked(self.refused)),
            laws=tuple(self._law(place, name) for place, name in enumerate(self.names)),
            changed=tuple(self.changed[place] for place in range(len(self.names) - 1)),
        )

    def _law(self, place: int, name: str) -> CellLaw:
        outcomes = {outcome: count for (law, outcome), count in self.outcomes.items() if law == place}
        return CellLaw(
            law=name,
            outcomes=dict(_ranked(outcomes)),
            ends=tuple(self._end(place, kind) for kind in ENDS),
            one_way=self.one_way[place],
            turns_on_commencement=self.commencement[place],
        )

    def _end(self, place: int, kind: KIND_OF_CONSEQUENCE) -> EndBounds:
        possible = {bits: count for (law, bits), count in self.bits.items() if law == place}
        bit = BITS[kind]
        return EndBounds(
            kind=kind,
            count=self.kinds[place, kind],
            least=sum(count for bits, count in possible.items() if bits == bit),
            most=sum(count for bits, count in possible.items() if bits & bit),
        )


def _ranked(counts: Mapping[K, int]) -> list[tuple[K, int]]:
    """The *counts*, the most frequent first."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
