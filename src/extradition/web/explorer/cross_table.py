"""The counts of a table by one or two columns, arranged as rows and columns of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extradition.policy.cohort.breakdown import Breakdown, BreakdownCell
from extradition.policy.cohort.results import Cohort
from extradition.policy.reported_law import law_titles
from extradition.report.environment import filled_part
from extradition.rule_book.consequences import CONSEQUENCES
from extradition.web.limits import MOST_COLUMNS_SHOWN, MOST_ROWS_SHOWN

ROWS, REFUSED = "rows", "refused"


@dataclass(frozen=True)
class CountShown:
    """A count, with the least and the most of it where it has bounds."""

    count: int
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class CrossTable:
    """The counts of a table by two columns.

    Attributes:
        headings: the names of the two columns in words.
        title: what is counted.
        columns: the values of the second column.
        rows: each value of the first column, with its counts; None where no row has both values.
        is_cut: whether it has more rows or columns than a page shows.
    """

    headings: tuple[str, str]
    title: str
    columns: tuple[str | None, ...]
    rows: tuple[tuple[str | None, tuple[CountShown | None, ...]], ...]
    is_cut: bool


def measures_of(cohort: Cohort) -> dict[str, str]:
    """What a table of two columns can count, each with its name in words.

    Args:
        cohort: the counts of the chosen rows.
    """
    kinds = cohort.breakdowns[0].kinds if cohort.breakdowns else ()
    titles = law_titles(cohort.laws)
    return {
        ROWS: filled_part("cohort.txt.j2", "counted", report=cohort).strip().capitalize(),
        **{
            f"changed-{place}": f"Another outcome from “{titles[shift.before]}” to “{titles[shift.after]}”"
            for place, shift in enumerate(cohort.shifts)
        },
        **{
            f"{kind}-{place}": f"{CONSEQUENCES[kind].heading}, “{title}”"
            for kind in kinds
            for place, title in enumerate(titles.values())
        },
        REFUSED: "Refused rows",
    }


def cross_table(cohort: Cohort, measure: str) -> CrossTable | None:
    """The counts by two columns; None if the rows are not broken down by two.

    Args:
        cohort: the counts of the chosen rows.
        measure: a key of ``measures_of``; any other counts rows.
    """
    breakdown = next((each for each in cohort.breakdowns if len(each.by) > 1), None)
    if breakdown is None:
        return None
    measures = measures_of(cohort)
    chosen = measure if measure in measures else ROWS
    columns = _values(breakdown, 1)
    found = {cell.values: cell for cell in breakdown.cells}
    count = _count_of(chosen)
    rows = tuple(
        (value, tuple(_shown(found.get((value, column)), count) for column in columns[:MOST_COLUMNS_SHOWN]))
        for value in _values(breakdown, 0)
    )
    return CrossTable(
        headings=(breakdown.headings[0], breakdown.headings[1]),
        title=measures[chosen],
        columns=columns[:MOST_COLUMNS_SHOWN],
        rows=rows[:MOST_ROWS_SHOWN],
        is_cut=len(columns) > MOST_COLUMNS_SHOWN or len(rows) > MOST_ROWS_SHOWN,
    )


def _values(breakdown: Breakdown, place: int) -> tuple[str | None, ...]:
    values = {cell.values[place] for cell in breakdown.cells}
    return tuple(sorted(values, key=lambda value: (value is None, value or "")))


def _shown(cell: BreakdownCell | None, count: Callable[[BreakdownCell], CountShown]) -> CountShown | None:
    return None if cell is None else count(cell)


def _count_of(measure: str) -> Callable[[BreakdownCell], CountShown]:
    """The function that gives the count of a cell."""
    if measure == ROWS:
        return lambda cell: CountShown(cell.rows)
    if measure == REFUSED:
        return lambda cell: CountShown(cell.rows - cell.decided)
    what, _, place = measure.rpartition("-")
    if what == "changed":
        return lambda cell: CountShown(cell.changed[int(place)])
    return lambda cell: _bounds(cell, what, int(place))


def _bounds(cell: BreakdownCell, kind: str, place: int) -> CountShown:
    end = next(each for each in cell.laws[place].ends if each.kind == kind)
    return CountShown(end.count, end.least, end.most)
