"""The offences of a decided table, counted by their outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import get_args

import polars as pl

from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.refusals import REFUSALS
from extradition.policy.cohort.results import CohortGroup
from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.rule_book.version import LEVEL

_COUNT = "count"
_LEVELS: tuple[LEVEL, ...] = get_args(LEVEL)


def counted(decided: DecidedTable) -> tuple[Sequence[CohortGroup], dict[str, int]]:
    """The groups of offences with the same ends and partings, and the rows that are refused, by reason.

    Args:
        decided: the table, decided under the laws.
    """
    refused = coded_name(names.REFUSED)
    grouped = decided.numbers.group_by(refused, *decided.laws.decided).agg(pl.len().alias(_COUNT))
    rows = decided.table.collected(grouped).sort(_COUNT, *decided.laws.decided, descending=True).to_dicts()
    reasons: dict[str, int] = {}
    groups: list[CohortGroup] = []
    for row in rows:
        if row[refused] is None:
            groups.append(_group(decided, row))
        else:
            reason = REFUSALS[row[refused] - 1]
            reasons[reason] = reasons.get(reason, 0) + row[_COUNT]
    return groups, dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))


def _group(decided: DecidedTable, row: dict[str, int]) -> CohortGroup:
    laws, ends = [law.name for law in decided.laws.each], decided.laws.ends
    places = (row[coded_name(names.name_of_parting(*pair))] for pair in decided.laws.partings)

    def of_each(name_of: Callable[[str], str]) -> Iterator[int]:
        return (row[coded_name(name_of(law))] for law in laws)

    return CohortGroup(
        count=row[_COUNT],
        ends=tuple(map(ends.end, of_each(names.name_of_outcome))),
        closings=tuple(map(ends.end, of_each(names.name_of_closing))),
        commencement=tuple(map(bool, of_each(names.name_of_commencement))),
        least_sure=tuple(_LEVELS[place] for place in of_each(names.name_of_certainty)),
        unstated=tuple(map(bool, of_each(names.name_of_unstated))),
        partings=tuple(None if place is None else ends.provision(place) for place in places),
    )
