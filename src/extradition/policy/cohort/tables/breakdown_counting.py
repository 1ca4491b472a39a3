"""The offences of a decided table, counted by the values of one or two columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.breakdown import Breakdown, BreakdownGroup, breakdown_of
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.ends import OUTCOME
from extradition.policy.cohort.refusals import REFUSALS
from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.dimension_columns import DimensionColumns
from extradition.source import OptionError, Problem, SourceError

MOST_CELLS = 1_000
"""The most cells of one breakdown."""
MOST_COLUMNS = 2
"""The most columns by which one run breaks a table down."""
_COUNT = "count"
_REFUSED = coded_name(names.REFUSED)


def broken_down(decided: DecidedTable, by: Sequence[str]) -> tuple[Breakdown, ...]:
    """The breakdowns of a table: of the whole, by each column alone, and by both columns crossed.

    Args:
        decided: the table, decided under the laws.
        by: the names of the columns, as ``DimensionColumns`` has them.

    Raises:
        SourceError: the table has no such column, or a breakdown would have more than ``MOST_CELLS`` cells.
        OptionError: there are more than ``MOST_COLUMNS`` columns, or one is named twice.
    """
    if len(by) > MOST_COLUMNS or len(set(by)) < len(by):
        raise OptionError(f"a breakdown has one or two different columns, not {', '.join(by)}")
    dimensions = DimensionColumns(decided.table, decided.laws.rule_book)
    values = {coded_name(f"by {place}"): dimensions.of(name) for place, name in enumerate(by)}
    _refuse_many_cells(decided, by, values)
    groups = list(_groups(decided, values))
    wanted = [(), *((place,) for place in range(len(by))), *([(0, 1)] if len(by) == MOST_COLUMNS else [])]
    laws = tuple(decided.laws.laws)
    headings = {name: dimensions.heading(name) for name in by}
    return tuple(breakdown_of(groups, headings, places, laws) for places in wanted)


def _refuse_many_cells(decided: DecidedTable, by: Sequence[str], values: Mapping[str, pl.Expr]) -> None:
    """Refuse columns with more different values than a reader can use."""
    if not by:
        return
    frame = decided.numbers_with({}, values).select(pl.struct(*values).n_unique())
    cells: int = decided.table.collected(frame).item()
    if cells > MOST_CELLS:
        message = (
            f"has {cells:,} different values of {' and '.join(by)}; a breakdown has room for {MOST_CELLS:,}. "
            "Use a column with fewer values"
        )
        raise SourceError([Problem(None, decided.table.name, message)])


def _groups(decided: DecidedTable, values: Mapping[str, pl.Expr]) -> Iterator[BreakdownGroup]:
    laws = decided.laws
    possible = {coded_name(names.name_of_possible(law)): column for law, column in laws.possible.items()}
    ends = [coded_name(names.name_of_outcome(law)) for law in laws.laws]
    commencement = [coded_name(names.name_of_commencement(law)) for law in laws.laws]
    frame = decided.numbers_with(possible, values).with_columns(pl.col(ends) & OUTCOME)
    grouped = frame.group_by(*values, _REFUSED, *ends, *possible, *commencement).agg(pl.len().alias(_COUNT))
    for row in decided.table.collected(grouped).iter_rows(named=True):
        key = tuple(row[name] for name in values)
        if row[_REFUSED] is not None:
            yield BreakdownGroup(row[_COUNT], key, refused=REFUSALS[row[_REFUSED] - 1])
            continue
        yield BreakdownGroup(
            row[_COUNT],
            key,
            ends=tuple(laws.ends.end(row[name]) for name in ends),
            bits=tuple(row[name] for name in possible),
            commencement=tuple(bool(row[name]) for name in commencement),
        )
