"""What the explorer shows of a table: the settings, the chosen rows counted, one row."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from extradition.law import PART, Model
from extradition.policy.cohort.results import Cohort, SampleChecked
from extradition.policy.cohort.rows_shown import CohortRow
from extradition.policy.region import Region
from extradition.web.explorer.selection import Selection

STEP = Literal["read", "decide", "count", "check"]
"""The steps of the work on a table, in their order."""
SAVED_AS = Literal["xlsx", "csv", "parquet", "html", "svg", "png"]
"""The formats in which the chosen rows can be saved."""


class Settings(Model):
    """How a table is to be decided.

    Attributes:
        path: the file of the table.
        folder: a private folder, which is deleted with everything made of the table.
        name: its name, as the user knows it.
        book: the name of the rule book of its rows; None for the service's own.
        laws: the names of the laws.
        keep: the columns that no rule reads.
        part: the matter of the rows; None if the table says it.
        taken_from: the question from which hearings are taken; None for the whole hearing.
        drafts: draft laws, each as the text of its file.
    """

    path: Path
    folder: Path
    name: str
    laws: tuple[str, ...]
    book: str | None = None
    keep: tuple[str, ...] = ()
    part: PART | None = None
    taken_from: str | None = None
    drafts: tuple[str, ...] = ()


class Explored(Model):
    """The chosen rows of a table, counted.

    Attributes:
        selection: the rows that are chosen.
        cohort: their counts, with a page of them one by one.
        whole: the number of rows of the whole table.
        sample: the rows of the whole table that were also determined one by one.
        columns: the columns by which the rows can be broken down, each with its name in words.
        choices: the columns by which rows can be chosen: name, name in words, values with their rows.
        regions: for each two neighbouring laws, where they part.
        fault: the reason why the chosen selection is not shown; empty if it is.
    """

    selection: Selection
    cohort: Cohort
    whole: int
    sample: SampleChecked | None
    columns: dict[str, str]
    choices: tuple[tuple[str, str, tuple[tuple[str | None, int], ...]], ...]
    regions: tuple[Region, ...]
    fault: str = ""

    @property
    def pages(self) -> int:
        """The number of pages of rows."""
        most = self.cohort.rows.most if self.cohort.rows else 1
        return max(-(-self.cohort.offences // most), 1)


class ExploredRow(Model):
    """One row of a table.

    Attributes:
        row: its outcome under each law, or why it is refused.
        cells: its cells that are not empty, by column.
        case_file: its case file as text; empty if it makes none.
        leaves: the same for the form of a case.
        faults: why it makes no case file.
    """

    row: CohortRow
    cells: tuple[tuple[str, str], ...]
    case_file: str
    leaves: str
    faults: tuple[str, ...]
