"""A table that one machine cannot hold, decided partition by partition, as ``mapInArrow`` of Spark does it.

Each worker runs the same columns in Polars. The caller brings the session of Spark; nothing here imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import polars as pl

from extradition.hearing.under import Under
from extradition.law import PART
from extradition.policy.cohort.case_moments import dates_of_rows
from extradition.policy.cohort.columns import Columns, coded_name
from extradition.policy.cohort.decided_names import REFUSED
from extradition.policy.cohort.designation_columns import (
    DesignationColumns,
    allowed_categories,
    required_columns,
)
from extradition.policy.cohort.refusals import refusal_number
from extradition.policy.cohort.tables.coded_columns import ReadColumn, coded_columns, completed
from extradition.policy.cohort.tables.coded_table import CodedTable
from extradition.policy.cohort.tables.column_kinds import ColumnKinds
from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.polars_columns import with_columns
from extradition.policy.cohort.tables.table_files import ROW
from extradition.rule_book import RuleBook
from extradition.source import OptionError, nearest

_AT_ONCE = 200_000
"""The rows that are decided together: the plan of a query costs as much as many rows."""
_HANDED_OVER = 10_000
"""The rows of one batch that is handed back: Spark holds it in memory as a whole, every column as text."""
_CATEGORY = "#category"


@dataclass(frozen=True)
class PartitionPlan:
    """What a worker needs to decide a partition: all of it can be sent to another process.

    A row with a cell that is not written as usual is refused: no worker sees the whole table.

    Attributes:
        part: the matter of the rows.
        laws: names from ``laws.yaml``.
        given: the names of the columns of the table.
        taken_from: the question from which every hearing is taken; None for the whole hearing.
        keep: those of the columns that no rule reads.
        rules: the folder of the rule book; None for that of the package.
        made: the columns of the decided table that are handed back, in their order; all if none is named. The
            fewer they are, the less is worked out and handed from process to process.
    """

    part: PART
    laws: tuple[str, ...]
    given: tuple[str, ...]
    taken_from: str | None = None
    keep: tuple[str, ...] = ()
    rules: Path | None = None
    made: tuple[str, ...] = ()

    def schema(self) -> str:
        """The columns that are handed back, as ``mapInArrow`` takes them: every one is text.

        Raises:
            OptionError: a column of the table or of the decided table is unknown, or a required one is
                missing.
        """
        known = _decided_of(self, _no_rows(self)).collect_schema().names()
        for name in self.made:
            if name not in known:
                raise OptionError(f"{name!r} is not a column of the decided table{nearest(name, known)}")
        names = self.made or known
        return ", ".join(f"`{name}` STRING" for name in names)

    def function(self) -> Callable[[Iterator[Any]], Iterator[Any]]:
        """The function for ``mapInArrow``: from the batches of a partition to its decided batches."""
        return partial(_decided_batches, self)


def _decided_batches(plan: PartitionPlan, batches: Iterator[Any]) -> Iterator[Any]:
    """The decided batches of a partition, of many rows each."""
    waiting: list[pl.DataFrame] = []
    for batch in batches:
        waiting.append(pl.DataFrame(batch))
        if sum(frame.height for frame in waiting) >= _AT_ONCE:
            yield from _batches_of(plan, waiting)
            waiting = []
    if waiting:
        yield from _batches_of(plan, waiting)


def _batches_of(plan: PartitionPlan, frames: Sequence[pl.DataFrame]) -> Iterator[Any]:
    whole = _decided_of(plan, pl.concat(frames))
    wanted = whole.select(plan.made) if plan.made else whole
    decided = wanted.cast(pl.String).collect(engine="streaming")
    made = decided.to_arrow(compat_level=pl.CompatLevel.oldest())
    yield from made.to_batches(max_chunksize=_HANDED_OVER)


@cache
def _rule_book(rules: Path | None) -> RuleBook:
    return RuleBook.load(rules)


def _decided_of(plan: PartitionPlan, frame: pl.DataFrame) -> pl.LazyFrame:
    """The decided table of a part of the rows."""
    rule_book = _rule_book(plan.rules)
    start = rule_book.starts_at[plan.part] if plan.taken_from is None else plan.taken_from
    starts = {start: 0}
    columns = tuple(_columns(plan, rule_book, frame.schema))
    refused = _unread(columns, required_columns(rule_book, plan.part))
    rows = frame.lazy().with_row_index(ROW)
    coded = coded_columns(rows, columns, {}, [refused], dates_of_rows(rule_book))
    table = CodedTable(
        name="partition",
        part=plan.part,
        starts=starts,
        frame=_of_one_part(completed(coded, rule_book, plan.part), rule_book, plan.part),
        given=plan.given,
        is_examined=False,
        cases_of=lambda _: {},
        collected=lambda made: made.collect(engine="streaming"),
    )
    laws = {name: Under(law=name) for name in plan.laws}
    return DecidedTable(table, rule_book, laws).frame


def _columns(plan: PartitionPlan, rule_book: RuleBook, schema: pl.Schema) -> Iterator[ReadColumn]:
    """The columns that are read.

    Raises:
        OptionError: a column has no meaning, or a required one is missing.
    """
    kinds = ColumnKinds(rule_book)
    for name in required_columns(rule_book, plan.part):
        if name not in schema:
            raise OptionError(f"{name} is required: no column has this name")
    for place, (name, type_) in enumerate(schema.items()):
        kind, fault = kinds.of(name, is_kept=name in plan.keep)
        if fault is not None:
            raise OptionError(f"{name} {fault}")
        if kind is not None:
            yield ReadColumn(place, name, type_, kind)


def _unread(columns: Sequence[ReadColumn], required: Collection[str]) -> pl.Expr:
    """The reason to refuse a row: a cell is not written as usual, or one of a *required* column is empty."""
    unusual = (column.is_unusual for column in columns)
    empty = (column.cell.is_null() for column in columns if column.name in required)
    reason = pl.lit(refusal_number("a cell that the columns do not read"))
    return pl.when(pl.any_horizontal(pl.lit(False), *unusual, *empty)).then(reason)  # there may be no column


def _of_one_part(frame: pl.LazyFrame, rule_book: RuleBook, part: PART) -> pl.LazyFrame:
    """The *frame* with each row refused that is not of that matter by its territory and dates."""
    category = DesignationColumns(rule_book, part, Columns()).category
    allowed = allowed_categories(rule_book, part)
    number = refusal_number("the territory is of another matter on the dates")
    refused = coded_name(REFUSED)
    other = pl.when(pl.col(_CATEGORY).is_not_null() & ~pl.col(_CATEGORY).is_in(allowed)).then(number)
    return with_columns(frame, {_CATEGORY: category}).with_columns(
        pl.coalesce(refused, other).cast(pl.Int32).alias(refused)
    )


def _no_rows(plan: PartitionPlan) -> pl.DataFrame:
    return pl.DataFrame(schema=dict.fromkeys(plan.given, pl.String))
