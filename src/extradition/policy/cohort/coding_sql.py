"""The cells of a table of words as numbers, in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extradition.days import FIRST_DAY, LAST_DAY
from extradition.law import PART
from extradition.policy.cohort.answer_codes import LARGEST, codes_of
from extradition.policy.cohort.case_moments import MINUTES, date_columns, dates_of_rows, first_name, last_name
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decided_names import LABELS
from extradition.policy.cohort.designation_columns import (
    TERRITORY,
    name_as_written,
    required_columns,
    settled_names,
)
from extradition.policy.cohort.sql_text import Dialect
from extradition.rule_book import RuleBook
from extradition.source import OptionError, nearest

_OPEN = "CAST(NULL AS INTEGER)"


class CodingSql:
    """The coded columns of a table.

    A word, a whole number or a date in the form 2024-03-06 has a number; any other cell is unknown.

    Args:
        rule_book: the law.
        part: the matter of the rows.
        given: the names of the columns of the table.
        dialect: the database.
        keep: those of the columns that no rule reads.

    Raises:
        OptionError: a column has no meaning.
    """

    def __init__(
        self, rule_book: RuleBook, part: PART, given: Sequence[str], dialect: Dialect, keep: Iterable[str]
    ) -> None:
        self._book = rule_book
        self._part = part
        self._dialect = dialect
        self._dates = date_columns(rule_book)
        kept = {*keep, *LABELS}
        self._read = tuple(name for name in given if name not in kept)
        known = {TERRITORY, *self._dates, *rule_book.subjects[part]}
        unknown = next((name for name in self._read if name not in known), None)
        if unknown is not None:
            message = f"{unknown} is not a column that a query over a table of cases reads"
            raise OptionError(f"{message}{nearest(unknown, known)}")
        names = {*rule_book.names_read[part], *settled_names(rule_book, part), TERRITORY, *self._dates}
        self._missing = tuple(sorted(names - set(self._read)))

    def columns(self) -> Iterator[str]:
        """Each coded column with its name; NULL for one that the table does not have."""
        for name in self._read:
            if name in self._dates:
                yield from self._date(name)
            else:
                yield self._named(self._answer(name), name_as_written(self._book, name))
        for name in self._missing:
            of_date = [of(self._dates[name]) for of in (first_name, last_name)] if name in self._dates else []
            for column in of_date or [name_as_written(self._book, name)]:
                yield self._named(_OPEN, column)
        given = self._dates.values()
        for date in (each for each in dates_of_rows(self._book) if each not in given):
            yield from (self._named(_OPEN, of(date)) for of in (first_name, last_name))

    def is_unknown(self) -> str:
        """Whether a row has a cell without a number, or lacks what every row of its matter needs."""
        tests = [
            f"({self._text(name)} <> '' AND {self._dialect.name(self._first(name))} IS NULL)"
            for name in self._read
        ]
        required = (self._dialect.name(coded_name(name)) for name in required_columns(self._book, self._part))
        return " OR ".join((*tests, *(f"{name} IS NULL" for name in required)))

    def _first(self, name: str) -> str:
        """The name of the first coded column that the column *name* fills."""
        if name in self._dates:
            return coded_name(first_name(self._dates[name]))
        return coded_name(name_as_written(self._book, name))

    def _named(self, value: str, name: str) -> str:
        return f"{value} AS {self._dialect.name(coded_name(name))}"

    def _text(self, name: str) -> str:
        return f"TRIM(CAST({self._dialect.name(name)} AS STRING))"

    def _answer(self, name: str) -> str:
        fact, text = self._book.facts.get(name), self._text(name)
        if name == TERRITORY:
            return _words(text, {code: number for number, code in enumerate(self._book.territories)})
        words = _words(text, codes_of(self._book, name))
        if fact is None or not fact.unit:
            return words
        number = f"TRY_CAST({text} AS BIGINT)"
        is_whole = f"{number} >= 0 AND CAST({number} AS STRING) = {text}"
        return f"CASE WHEN {is_whole} THEN CAST(LEAST({number}, {LARGEST}) AS INTEGER) ELSE {words} END"

    def _date(self, name: str) -> Iterator[str]:
        """The first and the last moment of the day in the column *name*."""
        text = self._text(name)
        day = f"TRY_CAST({text} AS DATE)"
        begins = f"CAST({self._dialect.days.format(day)} AS INTEGER) * {MINUTES}"
        bounds = f"{day} BETWEEN DATE '{FIRST_DAY}' AND DATE '{LAST_DAY}'"
        is_day = f"CAST({day} AS STRING) = SUBSTR({text}, 1, 10) AND {bounds}"
        for column, moment in ((first_name, begins), (last_name, f"{begins} + {MINUTES - 1}")):
            yield self._named(f"CASE WHEN {is_day} THEN {moment} END", column(self._dates[name]))


def _words(text: str, codes: Mapping[str, int]) -> str:
    arms = " ".join(f"WHEN '{word}' THEN {code}" for word, code in codes.items())
    return f"CASE {text} {arms} END"
