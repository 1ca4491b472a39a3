"""The meaning of the columns of a table: the keys of a case file, facts and questions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import polars as pl

from extradition.hearing.unknown_words import UnknownWords
from extradition.policy.cohort.answer_codes import codes_of, edges_of
from extradition.policy.cohort.case_moments import date_columns, first_name, last_name
from extradition.policy.cohort.cell_readings import AnswerReading, CellReading, read_date
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decided_names import LABELS
from extradition.policy.cohort.designation_columns import TERRITORY, name_as_written, numbers_of_matters
from extradition.policy.cohort.law_columns import START
from extradition.policy.cohort.tables.cells import CellKind, dates_of, numbers_of, words_of
from extradition.rule_book import RuleBook
from extradition.source import nearest

HOUR = "arrest_hour"
"""The column of the hour of the arrest."""
PART_COLUMN = "part"
"""The column of the matter."""


class ColumnKinds:
    """The kinds of the columns of a table.

    Args:
        rule_book: the law, with its vocabulary.
    """

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._words = UnknownWords(rule_book)

    @cached_property
    def _edges(self) -> Mapping[str, frozenset[int]]:
        both = [edges_of(self._book, part) for part in self._book.matters]
        return {
            name: frozenset().union(*(edges.get(name, frozenset()) for edges in both))
            for name in self._book.facts
        }

    @cached_property
    def _dates(self) -> Mapping[str, str]:
        """The name of each date of a case, by the name of its column."""
        return date_columns(self._book)

    def of(self, name: str, *, is_kept: bool) -> tuple[CellKind | None, str | None]:
        """The kind of the column *name*, None for one that no rule reads; or its fault.

        Args:
            name: the name of the column.
            is_kept: whether the user wants to keep it, whatever it means.
        """
        if name.startswith(coded_name("")):
            return None, "begins with the mark of the columns that are made here; give it another name"
        if is_kept or name in LABELS:
            return None, None
        if self._is_asked(name):
            return self._answers(name), None
        if name in self._dates:
            date = self._dates[name]
            return dates_of(coded_name(first_name(date)), coded_name(last_name(date)), read_date), None
        if name in self._head:
            return self._head[name], None
        return None, self._words.column(name, [*LABELS, *self._dates, *self._head])

    @cached_property
    def _head(self) -> Mapping[str, CellKind]:
        """The kinds of the other columns of the head of a case."""
        codes = {code: number for number, code in enumerate(self._book.territories)}
        hour = {HOUR: CellKind((coded_name(HOUR),), _hours, _read_hour)}
        return {
            **(hour if HOUR in self._book.titles_of_dates else {}),
            PART_COLUMN: words_of(coded_name(PART_COLUMN), {"0": 0, **self._parts}, self._read_part),
            START: words_of(coded_name(START), self.starts, _read_start),
            TERRITORY: words_of(coded_name(TERRITORY), codes, self._read_territory),
        }

    @cached_property
    def _parts(self) -> Mapping[str, int]:
        return numbers_of_matters(self._book)

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """The number of each question from which a hearing of any matter can be taken."""
        questions = (each for part in self._book.matters for each in self._book.questions_in(part))
        return {
            provision: number
            for number, provision in enumerate(name for name, question in questions if not question.is_limb)
        }

    def _is_asked(self, name: str) -> bool:
        return name in self._book.facts or any(name in names for names in self._book.names.values())

    def is_of_other_part(self, name: str, part: str) -> bool:
        """Whether *name* is a fact or a question that only another matter asks for."""
        return self._is_asked(name) and name not in self._book.subjects[part]

    def _answers(self, name: str) -> CellKind:
        codes, fact = codes_of(self._book, name), self._book.facts.get(name)
        read = AnswerReading(self._book, name, self._words, self._edges)
        made = numbers_of if fact is not None and fact.unit else words_of
        return made(coded_name(name_as_written(self._book, name)), codes, read)

    def _read_part(self, text: str) -> CellReading:
        known = ", ".join(self._parts)
        return CellReading(fault=f"must be one of {known}, not {text!r}{nearest(text, self._parts)}")

    def _read_territory(self, text: str) -> CellReading:
        return CellReading(fault=self._words.territory(text))


def _read_start(text: str) -> CellReading:
    return CellReading(fault=f"{text} is not a question from which a hearing goes on")


def _hours(cell: pl.Expr, kind: pl.DataType) -> tuple[pl.Expr, ...]:
    text = cell.cast(pl.String).str.head(len("23:00:00"))
    time = pl.coalesce(text.str.to_time("%H:%M", strict=False), text.str.to_time("%H:%M:00", strict=False))
    at = cell if kind == pl.Time else time
    return (at.dt.hour().cast(pl.Int32) * 60 + at.dt.minute(),)


def _read_hour(text: str) -> CellReading:
    return CellReading(fault=f"must be a time such as 23:00, not {text!r}")
