"""A checked table of offences in numbers, ready to be decided: one matter, each row with its territory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from extradition.case_file import CaseFile
from extradition.law import PART
from extradition.policy.cohort.decision_lists import DecisionList
from extradition.policy.cohort.files_read import FileRead


@dataclass(frozen=True)
class CodedTable:
    """A table of offences of one matter.

    Attributes:
        name: the name of the table, for reports.
        part: the matter of every row.
        starts: the questions from which the hearings are taken, as ``CompiledLaws`` has them.
        frame: the columns as the table gives them; the coded columns, whose names begin with ``#``; and the
            number of each row.
        given: the names of the columns that the table gives.
        is_examined: whether every row comes from a case file that was examined already.
        cases_of: gives, for rows by their numbers, the case file of the row and the place of its offence.
        collected: reads a frame that was made from this one.
        blank: the number of blank rows between its rows, which are no rows of it.
        lists: the lists of decisions that rows have, as ``CompiledLaws`` has them.
        files: the files from which it was read.
    """

    name: str
    part: PART
    starts: Mapping[str, int]
    frame: pl.LazyFrame
    given: tuple[str, ...]
    is_examined: bool
    cases_of: Callable[[Sequence[int]], dict[int, tuple[CaseFile, int]]]
    collected: Callable[[pl.LazyFrame], pl.DataFrame]
    blank: int = 0
    lists: tuple[DecisionList, ...] = ()
    files: tuple[FileRead, ...] = ()
