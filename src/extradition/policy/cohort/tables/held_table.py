"""A decided table in memory, whole or narrowed to some of its rows; nothing of it is decided again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import polars as pl

from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.columns import Column, coded_name
from extradition.policy.cohort.rows_shown import RowsShown
from extradition.policy.cohort.tables.decided_table import DecidedTable
from extradition.policy.cohort.tables.dimension_columns import DimensionColumns
from extradition.policy.cohort.tables.shown_rows import shown_rows
from extradition.policy.cohort.tables.table_files import ROW
from extradition.policy.reported_law import law_titles, reported_law
from extradition.source import Problem, SourceError
from extradition.source.nearest import nearest

Filter = tuple[str, str | None]
"""A column, and the value that a row must have in it; None for an empty one."""
_REFUSED = coded_name(names.REFUSED)
_COUNT = "#count"


# Whole: what an explorer asks of one table in memory, a few lines each.
class HeldTable(DecidedTable):
    """A decided table in memory.

    Args:
        decided: the table, which is decided now.

    Raises:
        SourceError: the table cannot be read.
    """

    def __init__(self, decided: DecidedTable) -> None:
        schema = decided.table.frame.collect_schema()
        of_laws = decided.laws.possible.items()
        possible = {coded_name(names.name_of_possible(law)): column for law, column in of_laws}
        coded = [name for name in schema if name.startswith(coded_name("")) and name not in (ROW, _REFUSED)]
        frame = decided.numbers_with(possible, {name: pl.col(name) for name in coded})
        self._frame = decided.table.collected(frame)
        self.table = replace(decided.table, frame=self._frame.lazy())
        self.laws = decided.laws

    def __len__(self) -> int:
        return self._frame.height

    def numbers_with(self, decided: Mapping[str, Column], read: Mapping[str, pl.Expr]) -> pl.LazyFrame:
        """The columns of ``numbers``, with further ones, as they were decided.

        Args:
            decided: the names of further decided columns.
            read: expressions over the table in numbers, by name.
        """
        added = [each.alias(name) for name, each in read.items()]
        return self._frame.lazy().select(
            *self.table.given, ROW, _REFUSED, *self.laws.decided, *decided, *added
        )

    def numbers_at(self, places: Sequence[int]) -> pl.LazyFrame:
        """The rows of ``numbers`` in those *places*, from 0; a narrowed table has other numbers of rows."""
        return self._part(self._frame[list(places)]).numbers

    @cached_property
    def dimensions(self) -> Mapping[str, str]:
        """The columns by which rows can be chosen, each with its name in words: those of the table, and what
        was decided.
        """
        own = self._own
        return {**{name: own.heading(name) for name in own.names}, **self._decided_headings}

    def values(self, most: int) -> dict[str, tuple[tuple[str | None, int], ...]]:
        """The values of each column of ``dimensions``, each with the number of its rows.

        Args:
            most: the most values of a column; a column with more is left out.
        """
        texts = {name: self._text(name) for name in self.dimensions}
        different = self._frame.select(each.n_unique().alias(name) for name, each in texts.items())
        few = [name for name, count in different.row(0, named=True).items() if 1 < count <= most]
        return {name: self._counted(texts[name]) for name in few}

    def narrowed(self, where: Sequence[Filter], name: str) -> HeldTable:
        """The same table with those rows alone that have the values of every filter.

        Args:
            where: the filters.
            name: the name of the narrowed table, for reports.

        Raises:
            SourceError: the table has no such column.
        """
        return self._part(
            self._frame.filter(*(self._text(column).eq_missing(value) for column, value in where)), name
        )

    def named(self, name: str) -> HeldTable:
        """The same table under the *name* that the user knows."""
        made = self._part(self._frame, name)
        files = tuple(each.model_copy(update={"name": name}) for each in self.table.files)
        made.table = replace(made.table, files=files)
        return made

    def shown(self, first: int, most: int, most_refused: int) -> RowsShown:
        """Some rows from the *first*, and the first rows that are refused.

        Args:
            first: the place of the first row, from 0.
            most: the most rows.
            most_refused: the most rows that are refused.
        """
        refused = self._frame.filter(pl.col(_REFUSED).is_not_null()).head(most_refused)
        return RowsShown(
            most=most,
            rows=shown_rows(self._part(self._frame.slice(first, most)), most).rows,
            refused=shown_rows(self._part(refused), most_refused).refused,
        )

    def cells(self, number: int) -> tuple[tuple[str, str], ...]:
        """The cells of one row that are not empty, by column.

        Args:
            number: the number of the row, from 0.
        """
        row = self._frame.filter(pl.col(ROW) == number).select(self.table.given)
        (texts,) = row.with_columns(pl.all().cast(pl.String)).to_dicts()
        return tuple((name, text) for name, text in texts.items() if text is not None)

    @property
    def decided_names(self) -> frozenset[str]:
        """The columns of ``dimensions`` that were decided, and are not the table's own."""
        return frozenset(self._decided)

    def has_row(self, number: int) -> bool:
        """Whether it has the row with that *number*, from 0."""
        return number in self._frame[ROW]

    def _part(self, frame: pl.DataFrame, name: str | None = None) -> HeldTable:
        """The part of this table with the rows of *frame*."""
        made = object.__new__(HeldTable)
        made._frame = frame
        made.laws = self.laws
        made.table = replace(self.table, frame=frame.lazy(), name=name or self.table.name)
        return made

    @cached_property
    def _own(self) -> DimensionColumns:
        return DimensionColumns(self.table, self.laws.rule_book)

    @cached_property
    def _decided(self) -> Mapping[str, pl.Expr]:
        """The decided columns by which rows can be chosen, as text."""
        words = {name: each.cast(pl.String) for name, each in self.in_words().items()}
        kept = {names.REFUSED: words[names.REFUSED]}
        for before, after in self.laws.partings:
            one, other = (words[names.name_of_outcome(law)] for law in (before, after))
            changed = pl.when(one.ne(other)).then(pl.lit("yes")).when(one.eq(other)).then(pl.lit("no"))
            kept[names.name_of_change(before, after)] = changed.otherwise(None)
            parting = names.name_of_parting(before, after)
            kept[parting] = words[parting]
        for law in self.laws.laws:
            for name_of in (names.name_of_outcome, names.name_of_closing):
                kept[name_of(law)] = words[name_of(law)]
        return kept

    @cached_property
    def _decided_headings(self) -> dict[str, str]:
        """The decided columns by which rows can be chosen, each with the titles of its laws in place of their
        names.
        """
        titles = law_titles(reported_law(law, self.laws.rule_book) for law in self.laws.laws)
        found = {names.REFUSED: names.REFUSED}
        for pair in self.laws.partings:
            for of_pair in (names.name_of_change, names.name_of_parting):
                found[of_pair(*pair)] = of_pair(*(titles[law] for law in pair))
        for law, title in titles.items():
            for of_law in (names.name_of_outcome, names.name_of_closing):
                found[of_law(law)] = of_law(title)
        return found

    def _text(self, name: str) -> pl.Expr:
        """The value of a column of ``dimensions`` in each row.

        Raises:
            SourceError: the table has no such column.
        """
        if name in self._decided:
            return self._decided[name]
        if name in self._own.names:
            return self._own.of(name)
        message = f"has no column {name} by which rows can be chosen{nearest(name, self.dimensions)}"
        raise SourceError([Problem(None, self.table.name, message)])

    def _counted(self, text: pl.Expr) -> tuple[tuple[str | None, int], ...]:
        counted = self._frame.group_by(text.alias(ROW)).agg(pl.len().alias(_COUNT))
        rows: Iterable[tuple[str | None, int]] = counted.iter_rows()
        return tuple(sorted(rows, key=lambda row: (row[0] is None, row[0] or "")))
