"""The first rows of a decided table, for a report that shows them one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.refusals import REFUSALS
from extradition.policy.cohort.rows_shown import CohortRow, RowOutcome, RowsShown
from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.table_files import ROW

_REFUSED = coded_name(names.REFUSED)


def shown_rows(decided: DecidedTable, most: int) -> RowsShown:
    """The first rows of a table, and the first that are refused.

    Args:
        decided: the table, decided under the laws.
        most: the most rows of each.
    """
    wanted = [*_labels(decided), ROW, _REFUSED, *decided.laws.decided]
    frame = decided.numbers.select(wanted)
    refused = frame.filter(pl.col(_REFUSED).is_not_null())
    return RowsShown(
        most=most,
        rows=_read(decided, frame.head(most)),
        refused=_read(decided, refused.head(most)),
    )


def _labels(decided: DecidedTable) -> list[str]:
    """The columns that name a row."""
    return [name for name in names.LABELS if name in decided.table.given]


def _read(decided: DecidedTable, frame: pl.LazyFrame) -> tuple[CohortRow, ...]:
    rows = decided.table.collected(frame.sort(ROW))
    return tuple(_row(decided, row) for row in rows.iter_rows(named=True))


def _row(decided: DecidedTable, row: Mapping[str, Any]) -> CohortRow:
    laws, refused = decided.laws, row[_REFUSED]
    words = (row[name] for name in _labels(decided))
    return CohortRow(
        number=row[ROW] + 1,
        label=", ".join(str(word) for word in words if word is not None),
        refused=None if refused is None else REFUSALS[refused - 1],
        outcomes=tuple(_outcome(decided, row, law) for law in laws.laws) if refused is None else (),
        partings=tuple(_parting(decided, row, *pair) for pair in laws.partings) if refused is None else (),
    )


def _outcome(decided: DecidedTable, row: Mapping[str, Any], law: str) -> RowOutcome:
    end = decided.laws.ends.end(row[coded_name(names.name_of_outcome(law))])
    turns = bool(row[coded_name(names.name_of_commencement(law))])
    return RowOutcome(outcome=end.outcome, under=end.under, turns_on_commencement=turns)


def _parting(decided: DecidedTable, row: Mapping[str, Any], before: str, after: str) -> str | None:
    place = row[coded_name(names.name_of_parting(before, after))]
    return None if place is None else decided.laws.ends.provision(place)
