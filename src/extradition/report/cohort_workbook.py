"""The sheets of a cohort as an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extradition.policy.cohort.breakdown import Breakdown, BreakdownCell, CellLaw, EndBounds
from extradition.policy.cohort.results import Cohort
from extradition.policy.cohort.rows_shown import CohortRow
from extradition.report.appendix import made_from
from extradition.rule_book.consequences import CONSEQUENCES
from extradition.workbook import Cell, Sheet, workbook_of

_LAWS = ("law", "title", "summary", "as at", "assumes", "turns on commencement", "least sure version", "rows")


def cohort_workbook(cohort: Cohort) -> bytes:
    """The workbook of *cohort*: summary, changes, breakdowns, rows, laws, refused rows and identifiers, a
    sheet each.

    Args:
        cohort: A cohort with its breakdowns and its first rows.

    Raises:
        OptionError: A text has more characters than Excel can hold.
    """
    laws = [law.name for law in cohort.laws]
    rows = cohort.rows
    return workbook_of(
        (
            Sheet("Summary", ["counted", "outcome", *laws], _summary(cohort)),
            Sheet("Changes", ["from", "to", "outcome before", "outcome after", "rows"], _changes(cohort)),
            Sheet("Breakdowns", _breakdown_head(cohort), _breakdowns(cohort)),
            Sheet("Rows", _row_head(cohort), _rows(rows.rows if rows else ())),
            Sheet("Laws", _LAWS, _laws(cohort)),
            Sheet("Refused by reason", ["reason", "rows"], cohort.refused.items()),
            Sheet(
                "Refused rows",
                ["row", "name", "reason"],
                ((row.number, row.label, row.refused) for row in (rows.refused if rows else ())),
            ),
            Sheet("Appendix", ["what", "SHA-256 of its content, or version"], made_from(cohort)),
        ),
        f"{cohort.kind}: {cohort.table} under {len(laws)} laws",
        cohort.stated_as_at,
    )


def _summary(cohort: Cohort) -> Iterator[tuple[Cell, ...]]:
    for outcome in cohort.outcomes:
        yield ("outcome on what is known", outcome.outcome, *outcome.counts)
    for outcome in cohort.closings:
        yield ("outcome if nothing more is shown", outcome.outcome, *outcome.counts)
    yield ("rows that are decided", None, *(cohort.decided for _ in cohort.laws))
    yield ("all rows", None, *(cohort.offences for _ in cohort.laws))
    if cohort.blank_rows:
        yield ("blank rows between them, left out", None, *(cohort.blank_rows for _ in cohort.laws))
    yield ("turns on commencement", None, *(law.turns_on_commencement for law in cohort.laws))
    yield from _forced(cohort)
    yield ("the table", cohort.table)
    if cohort.decisions:
        yield ("the table of decisions", cohort.decisions)
    yield ("the table is a sample of", cohort.sample_of or "not said: no share is shown")
    if cohort.rows is not None:
        shown = f"the first {cohort.rows.most:,}, and the first {cohort.rows.most:,} that are refused"
        yield ("rows that this workbook shows, at most", shown)
        yield ("rows are numbered", "from 1, without the head of the table and without blank rows")


def _forced(cohort: Cohort) -> Iterator[tuple[Cell, ...]]:
    """The rows without an end that count in the least of one kind of outcome, if there are any."""
    whole = [cell for each in cohort.breakdowns[:1] for cell in each.cells]
    counts = [law.one_way for cell in whole for law in cell.laws]
    if any(counts):
        yield ("no end yet, and can end in one way alone: counted in the least", None, *counts)


def _changes(cohort: Cohort) -> Iterator[tuple[Cell, ...]]:
    for shift in cohort.shifts:
        for flow in shift.flows:
            yield (shift.before, shift.after, flow.before, flow.after, flow.count)


def _breakdown_head(cohort: Cohort) -> list[str]:
    share = [f"share of the decided rows (sample of {cohort.sample_of})"] if cohort.sample_of else []
    counts = ["decided", "refused", "kind of outcome", "count", "least", "most", *share]
    return ["by", "first value", "second value", "law", *counts, "turns on commencement"]


def _breakdowns(cohort: Cohort) -> Iterator[tuple[Cell, ...]]:
    for breakdown in cohort.breakdowns:
        by = " and ".join(breakdown.headings) or "the whole table"
        for cell in breakdown.cells:
            values = [*("(empty)" if value is None else value for value in cell.values), None, None][:2]
            counted = (cell.decided, cell.rows - cell.decided)
            for law in cell.laws:
                ends = _ends(cohort, breakdown, cell, law)
                yield from ((by, *values, law.law, *counted, *end, law.turns_on_commencement) for end in ends)


def _ends(
    cohort: Cohort, breakdown: Breakdown, cell: BreakdownCell, law: CellLaw
) -> Iterator[tuple[Cell, ...]]:
    for kind in breakdown.kinds:
        end = law.end(kind)
        share = _share(cohort, end, cell.decided)
        yield (CONSEQUENCES[kind].heading, end.count, end.least, end.most, *share)
    yield ("No end yet", law.without_end, None, None, *([None] if cohort.sample_of else []))


def _share(cohort: Cohort, end: EndBounds, decided: int) -> tuple[float | None, ...]:
    if cohort.sample_of is None:
        return ()
    return (round(end.count / decided, 4) if decided else None,)


def _row_head(cohort: Cohort) -> list[str]:
    of_laws = [f"{law.name}: {what}" for law in cohort.laws for what in ("outcome", "under")]
    return ["row", "name", "refused", *of_laws, *(f"{each.before} / {each.after}" for each in cohort.shifts)]


def _rows(rows: Iterable[CohortRow]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        of_laws = (cell for each in row.outcomes for cell in (each.outcome, each.under))
        yield (row.number, row.label, row.refused, *of_laws, *row.partings)


def _laws(cohort: Cohort) -> Iterator[tuple[Cell, ...]]:
    for law in cohort.laws:
        assumes = "; ".join(each.version for each in law.assuming)
        for level, count in law.least_sure.items():
            stated = (law.name, law.title, law.summary, law.as_at, assumes, law.turns_on_commencement)
            yield (*stated, level, count)
