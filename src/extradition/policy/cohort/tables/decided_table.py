"""A table of offences decided under several laws: its own columns, and the outcome under each law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import get_args

import polars as pl

from extradition.hearing.under import Under
from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.columns import Column, coded_name
from extradition.policy.cohort.ends import AT, PLACE_BITS, UNDER
from extradition.policy.cohort.law_columns import CompiledLaws, LawColumns
from extradition.policy.cohort.refusals import REFUSALS, UNDATED, refusal_number
from extradition.policy.cohort.row_columns import RowColumns
from extradition.policy.cohort.tables.coded_table import CodedTable
from extradition.policy.cohort.tables.polars_columns import with_columns
from extradition.policy.cohort.tables.table_files import ROW
from extradition.rule_book import RuleBook
from extradition.rule_book.version import LEVEL

_BY_ROW, _UNDATED = "#refused by its row", "#undated"


class DecidedTable:
    """A table decided under several laws. Nothing is computed before a frame is collected.

    Args:
        table: the table in numbers.
        rule_book: the law.
        laws: the choice of each law, by its name.

    Attributes:
        table: the same.
        laws: the laws, compiled for the matter of the table.

    Raises:
        UnknownLawError: a law, or a version that it assumes, is not in the rule book.
    """

    def __init__(self, table: CodedTable, rule_book: RuleBook, laws: Mapping[str, Under]) -> None:
        self.table = table
        self.laws = CompiledLaws(rule_book, table.part, dict(laws), starts=table.starts, lists=table.lists)
        self._rows = RowColumns(rule_book, table.part, self.laws.columns)

    @cached_property
    def numbers(self) -> pl.LazyFrame:
        """The columns of the table, the number of the row, and the decided columns in numbers.

        The names of the latter begin with ``#``. A row that is refused has the number of the reason alone.
        """
        return self.numbers_with({}, {})

    def numbers_with(self, decided: Mapping[str, Column], read: Mapping[str, pl.Expr]) -> pl.LazyFrame:
        """The columns of ``numbers``, with further ones.

        Args:
            decided: further decided columns, by name; open in a row that is refused.
            read: expressions over the table in numbers, by name.
        """
        by_row = {_BY_ROW: self.laws.columns.open}
        if not self.table.is_examined:
            by_row = {coded_name(name): column for name, column in self._rows.settled().items()}
            by_row[_BY_ROW] = self._rows.refused()
        frame = with_columns(self.table.frame, by_row)
        wanted = {**self.laws.decided, **decided}
        frame = with_columns(frame, {**wanted, _UNDATED: self.laws.undated})
        refused, number = pl.col(coded_name(names.REFUSED)), refusal_number(UNDATED)
        reason = pl.coalesce(refused, _BY_ROW, pl.when(_UNDATED).then(number)).cast(pl.Int32)
        frame = frame.with_columns(reason.alias(coded_name(names.REFUSED)))
        known = [pl.when(refused.is_null()).then(pl.col(name)).alias(name) for name in wanted]
        added = [each.alias(name) for name, each in read.items()]
        return frame.select(*self.table.given, ROW, refused, *known, *added)

    def numbers_at(self, places: Sequence[int]) -> pl.LazyFrame:
        """The rows of ``numbers`` in those *places*, from 0."""
        return self.numbers.filter(pl.col(ROW).is_in(places))

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that ``frame`` has and the table does not give."""
        of_laws = (name_of(law) for law in self.laws.laws for name_of in names.OF_A_LAW)
        return (names.REFUSED, *of_laws, *(names.name_of_parting(*pair) for pair in self.laws.partings))

    @cached_property
    def frame(self) -> pl.LazyFrame:
        """The columns of the table, and the decided columns in words: the table that a user reads."""
        return self.numbers.select(
            *self.table.given, *(each.alias(name) for name, each in self.in_words().items())
        )

    def in_words(self) -> dict[str, pl.Expr]:
        """The decided columns in words, by name, as expressions over ``numbers``."""
        provisions = dict(enumerate(self.laws.ends.provisions))
        refused = _words(pl.col(coded_name(names.REFUSED)) - 1, dict(enumerate(REFUSALS)))
        of_laws = {each.meta.output_name(): each for law in self.laws.each for each in self._in_words(law)}
        partings = (names.name_of_parting(*pair) for pair in self.laws.partings)
        return {
            names.REFUSED: refused,
            **of_laws,
            **{name: _words(pl.col(coded_name(name)), provisions) for name in partings},
        }

    def _in_words(self, law: LawColumns) -> Iterator[pl.Expr]:
        """The decided columns of one law in words."""
        outcomes = dict(enumerate(self.laws.ends.outcomes))
        provisions = dict(enumerate(self.laws.ends.provisions))
        end = pl.col(coded_name(names.name_of_outcome(law.name)))
        closing = pl.col(coded_name(names.name_of_closing(law.name)))
        commencement = names.name_of_commencement(law.name)
        certainty = names.name_of_certainty(law.name)
        yield _words(end // (1 << PLACE_BITS), outcomes).alias(names.name_of_outcome(law.name))
        yield _words((end & UNDER) // (AT + 1), provisions).alias(names.name_of_provision(law.name))
        yield _words(end & AT, provisions).alias(names.name_of_place(law.name))
        yield _words(closing // (1 << PLACE_BITS), outcomes).alias(names.name_of_closing(law.name))
        yield pl.col(coded_name(commencement)).alias(commencement)
        levels = dict(enumerate(get_args(LEVEL)))
        yield _words(pl.col(coded_name(certainty)), levels).alias(certainty)


def _words(number: pl.Expr, words: Mapping[int, str | None]) -> pl.Expr:
    """The word for each *number*."""
    known = {key: word for key, word in words.items() if word is not None}
    kind = pl.Enum(list(dict.fromkeys(known.values())))
    return number.replace_strict(list(known), list(known.values()), default=None, return_dtype=kind)
