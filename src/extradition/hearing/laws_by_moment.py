"""The law of a question at each combination of the moments at which its dates may fall."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from extradition.hearing.selecting_dates import SelectingDate
from extradition.rule_book.in_force import Moment
from extradition.rule_book.question import Question
from extradition.rule_book.turning_points import days_of_ways, turns, version_at
from extradition.rule_book.version import Version


class LawsByMoment:
    """The law of *question* at each combination of the moments at which its *dates* may fall.

    Attributes:
        first: the first moment of each date.
    """

    def __init__(self, question: Question, dates: tuple[SelectingDate, ...]) -> None:
        self._moments = [date.moments(turns(question, date.selector)) for date in dates]
        hearing = next((axis for axis, date in enumerate(dates) if date.selector == "hearing date"), None)
        every = itertools.product(*self._moments)
        self._laws = {
            at: _law(question, dates, at) for at in every if hearing is None or self._can_be(at, hearing)
        }
        self.first = next(iter(self._laws))
        found = {law[0].id if law[0] else None: law[0] for law in self._laws.values()}
        self.versions = tuple(version for version in question.versions if version.id in found) + (
            (None,) if None in found else ()
        )

    def _can_be(self, at: tuple[Moment, ...], hearing: int) -> bool:
        """Whether no other date is later than the hearing, which may fall up to its next moment."""
        following = next((moment for moment in self._moments[hearing] if moment > at[hearing]), None)
        return following is None or following > max(at)

    def undecided(self) -> Iterator[tuple[int, tuple[Moment, ...]]]:
        """The number of each date whose moments do not all choose the same law, with its moments."""
        for axis, moments in enumerate(self._moments):
            if len(moments) > 1:
                alike = {(at[:axis], at[axis + 1 :], law) for at, law in self._ids()}
                if len(alike) > len({(before, after) for before, after, _ in alike}):
                    yield axis, moments

    def _ids(self) -> Iterator[tuple[tuple[Moment, ...], object]]:
        return (
            (at, (version.id if version else None, turned)) for at, (version, turned) in self._laws.items()
        )


def _law(
    question: Question, dates: tuple[SelectingDate, ...], at: tuple[Moment, ...]
) -> tuple[Version | None, int]:
    """The version at a combination of moments, and the number of changes of the gate or the order by then."""
    version = version_at(question, {date.selector: moment for date, moment in zip(dates, at, strict=True)})
    return version, sum(day <= at[0][0] for day in days_of_ways(question))
