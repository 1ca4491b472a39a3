"""A file with a table of offences, read into numbers; every fault of its columns and cells at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import polars as pl

from extradition.case_file import CaseFile
from extradition.hearing.unknown_words import only_elsewhere
from extradition.law import PART
from extradition.policy.cohort.case_moments import dates_of_rows
from extradition.policy.cohort.cell_readings import CellReading
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decided_names import LABELS
from extradition.policy.cohort.designation_columns import required_columns
from extradition.policy.cohort.files_read import FileRead
from extradition.policy.cohort.law_columns import START, refuse_other_starts
from extradition.policy.cohort.row_case import case_of_row
from extradition.policy.cohort.tables.cell_faults import in_rows, readings_of
from extradition.policy.cohort.tables.cells import cell_of, refused_cells
from extradition.policy.cohort.tables.coded_columns import ReadColumn, coded_columns, completed
from extradition.policy.cohort.tables.coded_table import CodedTable
from extradition.policy.cohort.tables.column_kinds import PART_COLUMN, ColumnKinds
from extradition.policy.cohort.tables.decision_reading import DecisionReading
from extradition.policy.cohort.tables.decisions_joined import DecisionsJoined
from extradition.policy.cohort.tables.part_of_rows import part_of_rows
from extradition.policy.cohort.tables.table_files import ROW, TableFile, faults_of_file
from extradition.rule_book import RuleBook
from extradition.source import Problem, SourceError


def read_table(
    path: Path,
    rule_book: RuleBook,
    *,
    part: PART | None = None,
    taken_from: str | None = None,
    keep: Iterable[str] = (),
    decisions: Path | None = None,
) -> CodedTable:
    """The table at *path*, one row an offence; its columns are named as the keys of a case file.

    Args:
        path: a file in Parquet, CSV or Excel.
        rule_book: the law, with its vocabulary and territories.
        part: the matter of every row, if neither a column nor the territories say it.
        taken_from: the question from which every hearing is taken; if absent, the whole hearing.
        keep: the names of further columns, which no rule reads.
        decisions: a file with the decisions on offences that have several, one row a decision.

    Raises:
        UnknownLawError: *part* is not a matter; *taken_from* is not a question of it from which a hearing
            goes on.
        OptionError: there are *decisions*, and the matter has no lists of them.
        SourceError: every fault of the table at once: unknown columns and words, repeated offences, rows of
            several matters, and a file that cannot be read.
        MissingExtraError: the package that reads Excel files is not installed.
    """
    file = TableFile.load(path)
    listed = None if decisions is None else DecisionReading(decisions, rule_book)
    if part is not None:
        rule_book.matter(part)
    coded = _Reading(file, rule_book, frozenset(keep), taken_from, part).table(part, listed)
    return replace(coded, files=_files(file, listed))


# Whole: the steps of reading one table, which share its columns and its problems.
class _Reading:
    """The reading of one file."""

    def __init__(
        self,
        file: TableFile,
        rule_book: RuleBook,
        keep: frozenset[str],
        start: str | None,
        part: PART | None,
    ) -> None:
        self._file = file
        self._start = start
        self._book = rule_book
        self._kinds = ColumnKinds(rule_book)
        self._keep = keep
        self._problems: list[Problem] = []
        self._required = self._required_of(_matters(file, rule_book, part))
        self._columns = tuple(self._known_columns())

    def table(self, part: PART | None, decisions: DecisionReading | None) -> CodedTable:
        self._refuse_without_columns()
        counts = self._counts
        self._problems += self._file.short_rows()
        readings: dict[str, Mapping[str, CellReading]] = {}
        for column in (each for each in self._columns if counts[each.name]):
            readings[column.name], faults = readings_of(self._file, column)
            self._problems += faults
        self._problems += _repeated(self._file)
        self._refuse()
        frame = self._coded(readings)
        found, problems = part_of_rows(self._file, self._book, frame, part)
        self._problems += problems or self._of_the_other_part(found)
        self._refuse()
        if decisions is not None:
            decisions.refuse_matter(found)
        frame = completed(frame, self._book, found)
        joined = None if decisions is None else DecisionsJoined(decisions, self._file, self._book, found)
        return CodedTable(
            name=self._file.path.name,
            part=found,
            starts=self._starts(frame, found),
            frame=frame if joined is None else joined.frame(frame),
            given=tuple(self._file.schema.names()),
            is_examined=False,
            cases_of=lambda rows: self._cases_of(rows, found, joined),
            collected=self._file.collected,
            blank=self._file.places.blank + (0 if decisions is None else decisions.file.places.blank),
            lists=() if joined is None else joined.lists,
        )

    def _refuse_without_columns(self) -> None:
        """Refuse a table without the columns that it needs: its cells have no sense."""
        if not self._columns or not set(self._required) <= set(self._file.schema):
            self._refuse()

    def _refuse(self) -> None:
        if self._problems:
            raise SourceError(self._problems)

    def _required_of(self, matters: Sequence[PART]) -> tuple[str, ...]:
        """The names of the columns that rows of *matters* need; a problem if there is no matter."""
        if not matters and PART_COLUMN not in self._file.schema:
            known = ", ".join(self._book.matters)
            message = f"is required: write this column, or choose the matter of the rows: {known}"
            self._problems.append(self._file.problem_of_head(0, PART_COLUMN, message))
        return tuple(dict.fromkeys(name for part in matters for name in required_columns(self._book, part)))

    def _known_columns(self) -> Iterator[ReadColumn]:
        """Each column whose cells are read; a problem for each that has no meaning."""
        schema = self._file.schema
        for place, (name, type_) in enumerate(schema.items()):
            kind, fault = self._kinds.of(name, is_kept=name in self._keep)
            if type_.is_nested() and name not in self._keep:
                fault = "holds lists or structures; a cell holds one word, number or date"
            if fault is not None:
                self._problems.append(self._file.problem_of_head(place, name, fault))
            elif kind is not None:
                yield ReadColumn(place, name, type_, kind)
        for name in self._required:
            if name not in schema:
                self._problems.append(
                    self._file.problem_of_head(0, name, "is required: no column has this name")
                )
        for name in sorted(self._keep - set(schema)):
            self._problems.append(self._file.problem_of_head(0, name, "is not the name of a column"))

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """The number of unusual cells of each column."""
        sums = [column.is_unusual.sum().alias(column.name) for column in self._columns]
        rows = pl.len().alias(ROW)
        empty = [self._of_required(name).is_null().sum().alias(f"{ROW}{name}") for name in self._required]
        counts: dict[str, int] = self._file.collected(self._file.given.select(rows, *sums, *empty)).row(
            0, named=True
        )
        for name in self._required:
            if counts[f"{ROW}{name}"]:
                self._problems.append(self._first_empty(name, counts[f"{ROW}{name}"]))
        if not counts[ROW]:
            self._problems.append(self._file.problem_of_head(0, "", "has no rows"))
        return counts

    def _of_required(self, name: str) -> pl.Expr:
        return cell_of(name, self._file.schema[name])

    def _first_empty(self, name: str, count: int) -> Problem:
        rows = self._file.rows.filter(self._of_required(name).is_null()).select(ROW).head(1)
        row = self._file.collected(rows).item()
        place = self._file.schema.names().index(name)
        return self._file.problem(row, place, name, f"is required{in_rows(count)}")

    def _coded(self, readings: Mapping[str, Mapping[str, CellReading]]) -> pl.LazyFrame:
        """The table with the coded columns that it gives."""
        refused = [
            reason
            for column in self._columns
            for reason in refused_cells(column.cell, readings.get(column.name, {}))
        ]
        return coded_columns(self._file.rows, self._columns, readings, refused, dates_of_rows(self._book))

    def _starts(self, frame: pl.LazyFrame, part: PART) -> Mapping[str, int]:
        """The questions from which hearings are taken; the first is that of the rows that name none."""
        numbers, name = self._kinds.starts, coded_name(START)
        first = self._book.starts_at[part] if self._start is None else self._start
        refuse_other_starts(self._book, part, first)
        found: set[int | None] = {None}
        if name in frame.collect_schema():
            found = set(self._file.collected(frame.select(pl.col(name).unique()))[name])
        named = {start: number for start, number in numbers.items() if number in found}
        return {first: numbers.get(first, -1), **named} if None in found else named

    def _of_the_other_part(self, part: PART) -> Sequence[Problem]:
        """A problem for each column with cells that only another matter asks for."""
        columns = [column for column in self._columns if self._kinds.is_of_other_part(column.name, part)]
        if not columns:
            return ()
        counts = self._file.collected(
            self._file.given.select(column.cell.count().alias(column.name) for column in columns)
        ).row(0, named=True)
        here = f"a table, and each row of it is {self._book.case_of(part)}"
        return [
            self._file.problem_of_head(
                column.place, column.name, only_elsewhere(self._book, column.name, part, here)
            )
            for column in columns
            if counts[column.name]
        ]

    def _cases_of(
        self, rows: Sequence[int], part: PART, joined: DecisionsJoined | None
    ) -> dict[int, tuple[CaseFile, int]]:
        """The case files of *rows*, by the number of the row."""
        cells = [
            cell_of(name, type_).cast(pl.String).alias(name)
            for name, type_ in self._file.schema.items()
            if name not in self._keep
        ]
        found = self._file.rows.filter(pl.col(ROW).is_in(list(rows))).select(ROW, *cells)
        made = self._file.collected(found).to_dicts()
        decisions = [()] * len(made) if joined is None else joined.on(made)
        return {
            cells[ROW]: (case_of_row(cells, cells[ROW], self._book, part, self._start, listed), 0)
            for cells, listed in zip(made, decisions, strict=True)
        }


def _files(file: TableFile, decisions: DecisionReading | None) -> tuple[FileRead, ...]:
    """The table and the table of decisions, each with its hash."""
    with faults_of_file(file.path):
        table = FileRead.of(file.path, "table")
    if decisions is None:
        return (table,)
    with faults_of_file(decisions.file.path):
        return table, FileRead.of(decisions.file.path, "decisions")


def _matters(file: TableFile, rule_book: RuleBook, part: PART | None) -> list[PART]:
    """The matters that rows can have: those that the table or the user names, or else those that the
    category of a territory gives.
    """
    by_category = [each for each, matter in rule_book.matters.items() if matter.category is not None]
    others = by_category if part is None else [part]
    if PART_COLUMN not in file.schema:
        return others
    cell = cell_of(PART_COLUMN, file.schema[PART_COLUMN]).cast(pl.String)
    said = file.collected(file.given.select(cell.unique().alias(PART_COLUMN)))[PART_COLUMN]
    return [*(each for each in rule_book.matters if each in said), *(others if None in said else ())]


def _repeated(file: TableFile) -> Sequence[Problem]:
    """A problem if two rows are of one offence."""
    keys = [name for name in LABELS[:2] if name in file.schema]
    if LABELS[0] not in keys:
        return ()
    key = pl.struct(cell_of(name, file.schema[name]).cast(pl.String) for name in keys)
    counted = file.collected(file.given.select(pl.len(), key.hash().n_unique().alias("unique")))
    rows, unique = counted.row(0)
    if rows == unique:
        return ()
    same = file.collected(
        file.rows.group_by(key.alias("key"))
        .agg(pl.len().alias("count"), pl.col(ROW).sort().head(2))
        .filter(pl.col("count") > 1)
        .sort(pl.col(ROW).list.last())
    )
    place = file.schema.names().index(LABELS[0])
    _, count, (first, second) = same.row(0)
    also = f"; {same.height} offences have several rows" if same.height > 1 else ""
    line = file.places.row(first)
    return [
        file.problem(second, place, LABELS[0], f"is the offence of row {line} already{in_rows(count)}{also}")
    ]
