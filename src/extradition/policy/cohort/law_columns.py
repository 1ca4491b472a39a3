"""The columns of a cohort under one law, and the parting of neighbouring laws: what a table is decided by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from extradition.hearing.under import Under
from extradition.policy.cohort.columns import Column, Columns
from extradition.policy.cohort.compiled import CompiledLaw
from extradition.policy.cohort.ends import FIRST_OUTCOME, OPEN, Ends
from extradition.policy.cohort.reached import Reached, parting_column
from extradition.rule_book import RuleBook


@dataclass(frozen=True)
class LawColumns:
    """The columns of one law.

    Attributes:
        name: the name of the law.
        outcome: the end of the hearing, as ``Ends`` numbers it; ``OPEN`` without an outcome.
        closing: the end if nothing more is shown.
        undated: whether the dates of the row leave open which law applies; the row is then refused.
        turns_on_commencement: whether the versions in force would give another outcome than the prospective
            ones that the law assumes.
    """

    name: str
    outcome: Column
    closing: Column
    undated: Column
    turns_on_commencement: Column


class CompiledLaws:
    """A Part of the rule book under several laws, compiled together: they share their equal expressions.

    Args:
        rule_book: the law.
        part: ``1`` or ``2``.
        laws: the choice of each law, by its name.
        start: the provision of the question at which the hearings start; if absent, that of the Part.

    Attributes:
        laws: the choice of each law.
        ends: the numbers of the ends in the columns.
        columns: the maker of the columns.

    Raises:
        UnknownLawError: a law, or a version that it assumes, is not in the rule book.

    >>> book = RuleBook.load()
    >>> laws = CompiledLaws(book, "1", {"merticariu": Under(law="merticariu")})
    >>> [law.name for law in laws.each]
    ['merticariu']
    """

    def __init__(
        self, rule_book: RuleBook, part: str, laws: dict[str, Under], *, start: str | None = None
    ) -> None:
        self.rule_book = rule_book
        self.part = part
        self.start = start or rule_book.starts_at[part]
        self.columns = Columns()
        self.ends = Ends()
        self.laws = laws
        self._reached = {name: Reached(self._compiled(under), self.start) for name, under in laws.items()}

    @cached_property
    def each(self) -> Sequence[LawColumns]:
        """The columns of each law, in the order of the laws."""
        return tuple(self._columns_of(name, under) for name, under in self.laws.items())

    @cached_property
    def partings(self) -> dict[tuple[str, str], Column]:
        """For each two neighbouring laws, the number of the first question that they answer differently."""
        return {
            (one, other): parting_column(self._reached[one], self._reached[other])
            for one, other in pairwise(self.laws)
        }

    def _compiled(self, under: Under, *, closing: bool = False) -> CompiledLaw:
        return CompiledLaw(self.rule_book, self.part, under, self.columns, self.ends, closing=closing)

    def _columns_of(self, name: str, under: Under) -> LawColumns:
        columns, reached = self.columns, self._reached[name]
        end = reached.compiled.end(self.start)
        closing = self._compiled(under, closing=True).end(self.start)
        direct = reached.compiled.is_direct(self.start)
        return LawColumns(
            name=name,
            outcome=self._outcome(end),
            closing=self._outcome(columns.case([(direct, end)], closing)),
            undated=reached.undated,
            turns_on_commencement=columns.any(
                columns.opposite(columns.same_outcome(self._outcome(end), self._outcome(other)))
                for other in self._in_force(reached.compiled, under)
            ),
        )

    def _in_force(self, compiled: CompiledLaw, under: Under) -> Iterable[Column]:
        """The end under the version in force in place of each prospective version that the law assumes."""
        assumed = compiled.guards.assumed
        as_at = under.day(self.rule_book)
        for provision, version in assumed.items():
            if version.in_force.is_prospective:
                others = tuple(each.id for name, each in assumed.items() if name != provision)
                yield self._compiled(replace(under, law=None, as_at=as_at, assuming=others)).end(self.start)

    def _outcome(self, end: Column) -> Column:
        """The *end*, with one number for every end without an outcome."""
        is_outcome = self.columns.at_least(end, FIRST_OUTCOME)
        return self.columns.case([(is_outcome, end)], self.columns.literal(OPEN))
