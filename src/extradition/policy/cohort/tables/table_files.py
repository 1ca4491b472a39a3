"""Tables in files: Parquet, CSV and Excel, as lazy frames, with the place of a cell in the file."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from extradition.policy.cohort.sheet_faults import sheet_faults
from extradition.policy.cohort.table_names import READ
from extradition.source import MissingExtraError, Position, Problem, SourceError

ROW = "#row"
"""The name of the column with the number of the row, from 0."""
_REPEATED = re.compile(r"(?P<name>.*)_duplicated_\d+")


@dataclass(frozen=True)
class TableFile:
    """A table as its file has it.

    Attributes:
        path: the file.
        given: its columns and cells; an empty cell is open.
        header_lines: the lines above the first row, which count in the number of a row.
    """

    path: Path
    given: pl.LazyFrame
    header_lines: int

    @classmethod
    def load(cls, path: Path) -> TableFile:
        """The table at *path*; its cells are read when they are needed.

        Raises:
            SourceError: the file is no table, or a cell of a sheet holds a formula or is merged.
            MissingExtraError: the package that reads Excel files is not installed.
        """
        kind = READ.get(path.suffix.lower())
        with faults_of_file(path):
            if kind == "Parquet":
                return cls(path, pl.scan_parquet(path, glob=False), 0)
            if kind == "CSV":
                return cls(path, _text_table(path), 1)
            if kind == "Excel":
                return cls(path, _sheet(path).lazy(), 1)
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
            self.problem(0, column, found["name"], "is the name of two columns")
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
            row: the number of the row; ignored for a problem of the head.
            column: the number of the column.
            name: the name of the column.
            message: what is wrong.
        """
        return Problem(Position(str(self.path), row + 1 + self.header_lines, column + 1), name, message)

    def problem_of_head(self, column: int, name: str, message: str) -> Problem:
        """A problem of the name of a column, from 0."""
        return Problem(Position(str(self.path), 1, column + 1), name, message)


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
        raise SourceError([_of_whole(path, f"cannot be read: {why}")]) from error
    except pl.exceptions.NoDataError as error:
        raise SourceError([_of_whole(path, "is empty")]) from error
    except pl.exceptions.PolarsError as error:
        why = str(error).splitlines()[0]
        raise SourceError(
            [_of_whole(path, f"cannot be read as {READ.get(path.suffix.lower(), 'a table')}: {why}")]
        ) from error


def _text_table(path: Path) -> pl.LazyFrame:
    """The table of text at *path*, every cell as text."""
    separator = "\t" if path.suffix.lower() == ".tsv" else ","
    return pl.scan_csv(path, infer_schema=False, separator=separator, glob=False)


def _of_whole(path: Path, message: str) -> Problem:
    return Problem(Position(str(path), 1, 1), "", message)


def _sheet(path: Path) -> pl.DataFrame:
    """The first sheet of the workbook at *path*, every cell as text."""
    problems = [
        Problem(Position(str(path), row, column), "", message) for row, column, message in sheet_faults(path)
    ]
    if problems:
        raise SourceError(problems)
    try:
        return pl.read_excel(path, read_options={"dtypes": "string"})
    except ModuleNotFoundError as error:
        raise MissingExtraError("a table in Excel", "cohort") from error
    except pl.exceptions.PolarsError:
        raise
    except Exception as error:  # the reader of workbooks raises errors of its own
        raise SourceError(
            [_of_whole(path, f"cannot be read as Excel: {str(error).splitlines()[0]}")]
        ) from error
