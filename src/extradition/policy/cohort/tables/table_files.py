"""Tables in files: Parquet, CSV and Excel, as lazy frames, with the place of a cell in the file."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from extradition.policy.cohort.table_names import READ
from extradition.policy.cohort.tables.blank_rows import without_blank_rows
from extradition.policy.cohort.tables.sheet_files import read_sheet
from extradition.policy.cohort.tables.table_places import TablePlaces, problem_of_file
from extradition.policy.cohort.tables.text_files import faults_of_text, scan_text, short_rows
from extradition.source import Position, Problem, SourceError

ROW = "#row"
"""The name of the column with the number of the row, from 0."""
_REPEATED = re.compile(r"(?P<name>.*)_duplicated_\d+")


@dataclass(frozen=True)
class TableFile:
    """A table as its file has it.

    Attributes:
        path: the file.
        given: its columns and cells, without blank rows; an empty cell is open.
        places: where its rows and columns are in the file.
    """

    path: Path
    given: pl.LazyFrame
    places: TablePlaces

    @classmethod
    def load(cls, path: Path) -> TableFile:
        """The table at *path*. Blank rows are looked for at once; cells are read when they are needed.

        Raises:
            SourceError: the file is no table, or a cell of a sheet holds a formula or an error, or is merged.
            MissingExtraError: the package that reads Excel files is not installed.
        """
        kind = READ.get(path.suffix.lower())
        with faults_of_file(path):
            if kind == "Parquet":
                read = pl.scan_parquet(path, glob=False)
                return cls(path, *without_blank_rows(read, TablePlaces(head=0)))
            if kind == "CSV":
                return cls(path, *without_blank_rows(*scan_text(path)))
            if kind == "Excel":
                sheet, places = read_sheet(path)
                return cls(path, sheet.lazy(), places)
        names = ", ".join(READ)
        raise SourceError(
            [Problem(None, str(path), f"is not a table of cases: its name must end in {names}")]
        )

    @cached_property
    def schema(self) -> pl.Schema:
        """The names and types of its columns.

        Raises:
            SourceError: the file cannot be read, or two columns have one name.
        """
        with faults_of_file(self.path):
            schema = self.given.collect_schema()
        repeated = [
            self.problem_of_head(column, found["name"], "is the name of two columns")
            for column, name in enumerate(schema.names())
            if (found := _REPEATED.fullmatch(name)) and found["name"] in schema
        ]
        if repeated:
            raise SourceError(repeated)
        return schema

    @cached_property
    def rows(self) -> pl.LazyFrame:
        """The table with the number of each row."""
        return self.given.with_row_index(ROW)

    def row_count(self) -> int:
        """The number of its rows.

        Raises:
            SourceError: the file cannot be read.
        """
        count: int = self.collected(self.given.select(pl.len())).item()
        return count

    def short_rows(self) -> list[Problem]:
        """A problem for each of the first rows with fewer cells than the head, in a table of text.

        Raises:
            SourceError: the file cannot be read.
        """
        if READ.get(self.path.suffix.lower()) != "CSV":
            return []
        with faults_of_file(self.path):
            return [*short_rows(self.path, len(self.schema))]

    def collected(self, frame: pl.LazyFrame) -> pl.DataFrame:
        """The *frame* made from this table, read as a stream.

        Raises:
            SourceError: the file cannot be read, or its cells are not what it says of them.
        """
        with faults_of_file(self.path):
            return frame.collect(engine="streaming")

    def problem(self, row: int, column: int, name: str, message: str) -> Problem:
        """A problem of the cell in that *row* and *column*, both from 0; row 0 is the first below the head.

        Args:
            row: the number of the row.
            column: the number of the column.
            name: the name of the column.
            message: what is wrong.
        """
        where = Position(str(self.path), self.places.row(row), self.places.column(column))
        return Problem(where, name, message)

    def problem_of_head(self, column: int, name: str, message: str) -> Problem:
        """A problem of the name of a column, from 0."""
        where = Position(str(self.path), max(self.places.head, 1), self.places.column(column))
        return Problem(where, name, message)


@contextlib.contextmanager
def faults_of_file(path: Path) -> Iterator[None]:
    """A block in which a file that cannot be read is a fault of the file.

    Args:
        path: the file.

    Raises:
        SourceError: the file is missing or damaged, or its cells are not what it says of them.
    """
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SourceError([problem_of_file(path, f"cannot be read: {why}")]) from error
    except pl.exceptions.NoDataError as error:
        raise SourceError([problem_of_file(path, "is empty")]) from error
    except pl.exceptions.PolarsError as error:
        kind, why = READ.get(path.suffix.lower(), "a table"), str(error).splitlines()[0]
        found = [*faults_of_text(path)] if kind == "CSV" else []
        raise SourceError(found or [problem_of_file(path, f"cannot be read as {kind}: {why}")]) from error
