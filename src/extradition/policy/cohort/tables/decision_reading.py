"""A file with a table of decisions, read into numbers; every fault of its columns and cells at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import polars as pl

from extradition.case_file.decision import MOST_DECISIONS
from extradition.law import PART
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decided_names import REFUSED
from extradition.policy.cohort.tables.cell_faults import MOST_FAULTS, in_rows, readings_of
from extradition.policy.cohort.tables.cells import cell_of, coded_cells, refused_cells
from extradition.policy.cohort.tables.coded_columns import ReadColumn
from extradition.policy.cohort.tables.decision_columns import (
    CASE,
    DATE,
    DECISION,
    DECISION_KIND,
    FIRST_DAY,
    FOLLOWS,
    LAST_DAY,
    OFFENCE,
    REASON,
    DecisionColumns,
)
from extradition.policy.cohort.tables.table_files import ROW, TableFile
from extradition.rule_book import RuleBook
from extradition.source import OptionError, Problem, SourceError, nearest

PLACE = coded_name("place")
"""The column with the place of a decision in the list of its offence, from 0."""
FOLLOWED = coded_name("followed")
"""The column with the place of the decision that a decision follows."""


# Whole: a short method for each fault that the columns, the cells or the order of a file can have.
class DecisionReading:
    """The reading of a file of decisions, for a table of offences that the same columns name.

    Args:
        path: a file in Parquet, CSV or Excel.
        rule_book: the law, with its vocabulary.

    Raises:
        SourceError: the file cannot be read.
        OptionError: the rule book has no kinds of decision.
    """

    def __init__(self, path: Path, rule_book: RuleBook) -> None:
        if rule_book.decision_kinds is None:
            raise OptionError("this rule book has no decisions.yaml, so it reads no table of decisions")
        self.file = TableFile.load(path)
        self.kinds = DecisionColumns(rule_book, rule_book.decision_kinds)
        self._asked = rule_book.decision_kinds.questions
        self._book = rule_book

    def refuse_matter(self, part: PART) -> None:
        """Refuse a matter in which no question is asked of each decision.

        Args:
            part: the matter of the offences.

        Raises:
            OptionError: the matter has no question on decisions.
        """
        asking = [
            each for each, names in self._book.names.items() if not names.keys().isdisjoint(self._asked)
        ]
        if part not in asking:
            titles = " and ".join(map(self._book.title_of, asking))
            own = self._book.title_of(part)
            raise OptionError(f"decisions are listed in {titles}; this is a table of {own}: leave them out")

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.file.path.name

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The columns that name an offence."""
        return tuple(name for name in (CASE, OFFENCE) if name in self.file.schema)

    def rows(self) -> pl.DataFrame:
        """The decisions in numbers, each with its offence and its place among the decisions on it.

        Raises:
            SourceError: every fault of the columns, or else of the cells, at once.
        """
        _refuse(self._faults_of_columns())
        columns, problems = tuple(self._columns()), list(self._empty())
        readings = {}
        for column in columns:
            readings[column.name], found = readings_of(self.file, column)
            problems += found
        _refuse(problems)
        coded = [
            cell
            for column in columns
            for cell in coded_cells(column.kind, column.cell, column.type_, readings[column.name])
        ]
        reasons = [each for column in columns for each in refused_cells(column.cell, readings[column.name])]
        reason = pl.coalesce(*reasons, pl.lit(None, dtype=pl.Int32)).alias(coded_name(REFUSED))
        frame = self.file.rows.select(ROW, *self._labels(), *coded, reason)
        made = _placed(self.file.collected(frame.sort(ROW)), self.keys)
        _refuse([*self._alike(made), *self._many(made), *self._out_of_order(made), *self._unfollowed(made)])
        return made

    def _columns(self) -> Iterator[ReadColumn]:
        for place, (name, type_) in enumerate(self.file.schema.items()):
            kind, _ = self.kinds.of(name)
            if kind is not None:
                yield ReadColumn(place, name, type_, kind)

    def _labels(self) -> Iterator[pl.Expr]:
        """The text of each column that names a decision or its place; open for what the table has not."""
        schema = self.file.schema
        for name in (*self.keys, DECISION, FOLLOWS, REASON):
            cell = cell_of(name, schema[name]) if name in schema else pl.lit(None)
            yield cell.cast(pl.String).alias(name)
        days = () if DATE in schema else (FIRST_DAY, LAST_DAY)
        facts = (coded_name(name) for name in self.kinds.facts if name not in schema)
        yield from (pl.lit(None, dtype=pl.Int32).alias(name) for name in (*days, *facts))

    def _faults_of_columns(self) -> Iterator[Problem]:
        for place, (name, type_) in enumerate(self.file.schema.items()):
            _, fault = self.kinds.of(name)
            fault = "holds lists or structures; a cell holds one word or date" if type_.is_nested() else fault
            if fault is not None:
                yield self.file.problem_of_head(place, name, fault)
        for name in self.kinds.required:
            if name not in self.file.schema:
                yield self.file.problem_of_head(0, name, "is required: no column has this name")

    def _empty(self) -> Iterator[Problem]:
        """A problem for each required column with empty cells."""
        for name in (*self.keys, DECISION, DECISION_KIND):
            empty = cell_of(name, self.file.schema[name]).is_null()
            counted = self.file.rows.filter(empty).select(pl.len(), pl.col(ROW).min().alias("first"))
            count, first = self.file.collected(counted).row(0)
            if count:
                yield self.problem(first, name, f"is required{in_rows(count)}")

    def problem(self, row: int, name: str, message: str) -> Problem:
        """A problem of the cell of the column *name* in a row; of the kind if the table has no such column.

        Args:
            row: the number of the row, from 0.
            name: the name of the column.
            message: what is wrong.
        """
        schema = self.file.schema.names()
        return self.file.problem(row, schema.index(name if name in schema else DECISION_KIND), name, message)

    def _alike(self, made: pl.DataFrame) -> Iterator[Problem]:
        """A problem for each decision with the id, or the kind and the date, of another on its offence."""
        dated = made.filter(pl.col(FIRST_DAY).is_not_null())
        by_date = [coded_name(DECISION_KIND), FIRST_DAY, LAST_DAY]
        for frame, by, what in ((made, [DECISION], "is"), (dated, by_date, "is of the kind and the date of")):
            first = pl.col(ROW).min().over([*self.keys, *by]).alias("first")
            again = frame.with_columns(first).filter(pl.col(ROW) > pl.col("first"))
            for row, other in again.select(ROW, "first").head(MOST_FAULTS).iter_rows():
                name = DECISION if by == [DECISION] else DECISION_KIND
                yield self.problem(
                    row, name, f"{what} the decision of row {self.file.places.row(other)} already"
                )

    def _many(self, made: pl.DataFrame) -> Iterator[Problem]:
        for row in made.filter(pl.col(PLACE) == MOST_DECISIONS)[ROW].head(MOST_FAULTS):
            yield self.problem(row, OFFENCE, f"has more than {MOST_DECISIONS} decisions; so many are read")

    def _out_of_order(self, made: pl.DataFrame) -> Iterator[Problem]:
        """A problem for each decision that is dated before one above it."""
        above = pl.col(FIRST_DAY).shift(1).forward_fill().over(self.keys)
        for row in made.filter(above > pl.col(LAST_DAY))[ROW].head(MOST_FAULTS):
            yield self.problem(row, DATE, "is before the decision above it; list the oldest first")

    def _unfollowed(self, made: pl.DataFrame) -> Iterator[Problem]:
        """A problem for each decision that follows one which its offence does not have above it."""
        lost = made.filter(pl.col(FOLLOWS).is_not_null() & pl.col(FOLLOWED).is_null()).head(MOST_FAULTS)
        for row, follows, *key in lost.select(ROW, FOLLOWS, *self.keys).iter_rows():
            same = pl.all_horizontal(pl.col(name) == each for name, each in zip(self.keys, key, strict=True))
            above = made.filter(same & (pl.col(ROW) < row))[DECISION]
            message = f"{follows!r} is not a decision above it on the same offence{nearest(follows, above)}"
            yield self.problem(row, FOLLOWS, message)

    def texts(self, keys: pl.DataFrame) -> Sequence[Mapping[str, str | None]]:
        """The cells of the decisions on some offences as text, in the order of the table.

        Args:
            keys: the columns that name an offence, a row for each.
        """
        cells = [cell_of(name, type_).cast(pl.String).alias(name) for name, type_ in self.file.schema.items()]
        found = self.file.rows.select(ROW, *cells).join(keys.lazy(), on=self.keys, how="semi").sort(ROW)
        return self.file.collected(found).to_dicts()


def _placed(rows: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """The decisions with the place of each on its offence, and that of the one above it that it follows."""
    placed = rows.with_columns(pl.int_range(pl.len(), dtype=pl.Int32).over(keys).alias(PLACE))
    above = placed.select(*keys, pl.col(DECISION).alias(FOLLOWS), pl.col(PLACE).alias(FOLLOWED))
    first = above.unique([*keys, FOLLOWS], keep="first", maintain_order=True)
    joined = placed.join(first, on=[*keys, FOLLOWS], how="left", maintain_order="left")
    is_above = pl.col(FOLLOWED) < pl.col(PLACE)
    return joined.with_columns(pl.when(is_above).then(pl.col(FOLLOWED)).alias(FOLLOWED))


def _refuse(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise SourceError(found)
