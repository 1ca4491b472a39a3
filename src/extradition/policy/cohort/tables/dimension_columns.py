"""The values of the columns by which a cohort is broken down, as the words of a report."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from extradition.policy.cohort.answer_codes import codes_of
from extradition.policy.cohort.case_moments import MINUTES, date_columns, first_name, last_name
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.designation_columns import TERRITORY
from extradition.policy.cohort.tables.cells import cell_of
from extradition.policy.cohort.tables.coded_table import CodedTable
from extradition.policy.cohort.tables.column_kinds import PART_COLUMN
from extradition.rule_book import RuleBook
from extradition.source import Problem, SourceError
from extradition.source.nearest import nearest

_YEAR = "_year"
_HEARING_YEAR = "year"


class DimensionColumns:
    """The columns by which a table can be broken down: its own, its territory, its matter, years and answers.

    Args:
        table: the table in numbers.
        rule_book: the law, for the names of territories and the words of answers.
    """

    def __init__(self, table: CodedTable, rule_book: RuleBook) -> None:
        self._table = table
        self._book = rule_book
        self._schema = table.frame.collect_schema()
        self._dates = date_columns(rule_book)
        years = {f"{column}{_YEAR}": date for column, date in self._dates.items()}
        self._years = {**years, _HEARING_YEAR: "hearing"}

    @property
    def names(self) -> tuple[str, ...]:
        """The columns by which the table can be broken down, each by one name."""
        by_date = {date: name for name, date in self._years.items()}  # the year of the hearing has two names
        return tuple(dict.fromkeys((TERRITORY, PART_COLUMN, *self._table.given, *by_date.values())))

    def of(self, name: str) -> pl.Expr:
        """The value of the column *name* in each row, as text; open where it has none.

        Args:
            name: a column of the table, ``territory``, ``part``, ``year`` for the year of the hearing, or the
                name of a column of dates with ``_year``.

        Raises:
            SourceError: the table has no such column.
        """
        if name == TERRITORY:
            return self._territory()
        if name in self._table.given:
            return self._given(name)
        if name == PART_COLUMN:
            return pl.lit(self._table.part)
        if name in self._years:
            return self._year(self._years[name])
        message = f"has no column {name} by which to break it down{nearest(name, self.names)}"
        raise SourceError([Problem(None, self._table.name, message)])

    def heading(self, name: str) -> str:
        """The name of the column in words.

        Args:
            name: the name of a column, as for ``of``.
        """
        if coded_name(name) in self._schema and name in self._book.facts:
            return self._book.facts[name].term(name).phrase
        if name in self._dates:
            return f"date of the {self._dates[name].replace('_', ' ')}"
        if name in self._table.given or name not in self._years:
            return name
        return f"year of the {self._years[name].replace('_', ' ')}"

    def _territory(self) -> pl.Expr:
        names = [territory.name for territory in self._book.territories.values()]
        return _words(pl.col(coded_name(TERRITORY)), range(len(names)), names)

    def _given(self, name: str) -> pl.Expr:
        """The answer in words, for a fact or question; else the cell as it is."""
        cell = cell_of(name, self._schema[name]).cast(pl.String)
        if coded_name(name) not in self._schema:
            return cell
        codes = codes_of(self._book, name)
        words = [word.replace("_", " ") for word in codes]
        return pl.coalesce(_words(pl.col(coded_name(name)), list(codes.values()), words), cell)

    def _year(self, date: str) -> pl.Expr:
        """The year of a date that is known to the year."""
        first, last = (
            (pl.col(coded_name(of(date))) // MINUTES).cast(pl.Date).dt.year()
            for of in (first_name, last_name)
        )
        return pl.when(first == last).then(first).cast(pl.String)


def _words(number: pl.Expr, codes: Sequence[int], words: Sequence[str]) -> pl.Expr:
    return number.replace_strict(list(codes), list(words), default=None, return_dtype=pl.String)
