"""Rows of a decided table, determined one by one: a difference from the columns stops the run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from extradition.case_file import CaseFile
from extradition.engine.agreement import ENGINE, READINGS
from extradition.hearing import Hearing, hear
from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.ends import CohortEnd
from extradition.policy.cohort.results import SampleChecked
from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.table_files import ROW
from extradition.policy.comparison.partings import parting
from extradition.source import EngineError, OptionError, SourceError


def sample_checked(decided: DecidedTable, offences: int, size: int, engine: ENGINE) -> SampleChecked:
    """The sample of rows that were determined one by one, which all agree with the columns.

    Args:
        decided: the table, decided under the laws.
        offences: the number of its rows.
        size: the number of rows to take, evenly spread over the table.
        engine: as for ``determine``.

    Raises:
        EngineError: ``determine`` differs from the columns on a row, or refuses it.
    """
    size = min(size, offences)
    wanted = sorted({place * offences // size for place in range(size)})
    frame = decided.numbers_at(wanted).select(ROW, coded_name(names.REFUSED), *decided.laws.decided)
    rows = decided.table.collected(frame).to_dicts()
    kept = [row for row in rows if row[coded_name(names.REFUSED)] is None]
    cases = decided.table.cases_of([row[ROW] for row in kept])
    for row in kept:
        _check(decided, row, *cases[row[ROW]], engine)
    return SampleChecked(rows=len(kept), refused=len(rows) - len(kept), readings=READINGS[engine])


def _check(
    decided: DecidedTable, row: Mapping[str, int], case: CaseFile, number: int, engine: ENGINE
) -> None:
    laws = decided.laws
    name = f"{decided.table.name}, row {row[ROW] + 1}"
    try:
        heard = {
            law: hear(case, laws.rule_book, replace(under, engine=engine)) for law, under in laws.laws.items()
        }
    except (SourceError, OptionError) as error:
        raise EngineError(f"{name}: determine refuses what the columns decide: {error}") from error
    for what, derived in _derived(heard, number):
        said = _said(decided, what, row[coded_name(what)])
        if said != derived:
            raise EngineError(
                f"{name}: {what}: the columns have {said!r}, determine has {derived!r}. No outcome is given."
            )


def _derived(heard: Mapping[str, Hearing], number: int) -> Iterator[tuple[str, object]]:
    """What ``determine`` has for each decided column, by the name of the column."""
    for law, hearing in heard.items():
        offence = hearing.offences[number]
        yield names.name_of_outcome(law), CohortEnd.of(offence.outcome)
        yield names.name_of_closing(law), CohortEnd.of(offence.closed.path.outcome)
        yield names.name_of_commencement(law), offence.turns_on_commencement
    for pair in pairwise(heard):
        found = parting([heard[law] for law in pair], pair, number)
        yield names.name_of_parting(*pair), found.provision if found else None


def _said(decided: DecidedTable, what: str, number: int | None) -> object:
    """What the number in the column *what* says."""
    ends = decided.laws.ends
    if what in {names.name_of_parting(*pair) for pair in decided.laws.partings}:
        return None if number is None else ends.provision(number)
    if what in {names.name_of_commencement(law) for law in decided.laws.laws}:
        return bool(number)
    return ends.end(number or 0)
