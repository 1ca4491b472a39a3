"""Where the rows and columns of a table are in its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extradition.source import Position, Problem


@dataclass(frozen=True)
class TablePlaces:
    """The lines and columns of a file in which a table has its rows and columns.

    Attributes:
        head: the line of the head; 0 for a file whose rows begin at 1.
        rows: the line of each row; if absent, the rows follow the head and none is blank.
        columns: the number of each column; if absent, they are counted from 1.

    >>> TablePlaces(head=3).row(0), TablePlaces(head=3, rows=(4, 7)).row(1)
    (4, 7)
    >>> TablePlaces(columns=(3, 5)).column(1)
    5
    """

    head: int = 1
    rows: Sequence[int] | None = None
    columns: Sequence[int] | None = None

    @property
    def blank(self) -> int:
        """The number of blank rows that have a filled row below them; those at the end are not counted.

        >>> TablePlaces(head=1, rows=(2, 5)).blank
        2
        """
        return self.rows[-1] - self.head - len(self.rows) if self.rows else 0

    def row(self, row: int) -> int:
        """The line of a row.

        Args:
            row: the number of the row below the head, from 0.
        """
        return self.head + 1 + row if self.rows is None else self.rows[row]

    def column(self, column: int) -> int:
        """The number of a column in the file, from 1.

        Args:
            column: the number of the column in the table, from 0.
        """
        return column + 1 if self.columns is None else self.columns[column]


def problem_of_file(path: Path, message: str, line: int = 1, column: int = 1) -> Problem:
    """A problem of a file.

    Args:
        path: the file.
        message: what is wrong.
        line: the line.
        column: the column.
    """
    return Problem(Position(str(path), line, column), "", message)
