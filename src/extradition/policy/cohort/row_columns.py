"""What is examined in each row before it is decided: the checks of a case file, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extradition.hearing.reach import readable
from extradition.hearing.without_effect import counterpart
from extradition.policy.cohort.answer_codes import codes_of
from extradition.policy.cohort.case_moments import dates_of_rows, first_name, last_name, minutes_of
from extradition.policy.cohort.columns import Column, Columns
from extradition.policy.cohort.designation_columns import DesignationColumns, name_as_written
from extradition.policy.cohort.refusals import REFUSAL, refusal_number
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.in_force import MIDNIGHT


class RowColumns:
    """The columns that complete a row from its territory, and those that refuse it.

    Args:
        rule_book: the law.
        part: the matter.
        columns: the maker of the columns.
    """

    def __init__(self, rule_book: RuleBook, part: str, columns: Columns) -> None:
        self._book = rule_book
        self._part = part
        self._columns = columns
        self.designations = DesignationColumns(rule_book, part, columns)

    def settled(self) -> dict[str, Column]:
        """The answer to each fact that the territory or a date settles; else the answer of the row."""
        return {
            name: self._columns.first_known([found, self._written(name)])
            for name, found in (*self.designations.settled(), *self.designations.dated())
        }

    def _written(self, name: str) -> Column:
        return self._columns.given(name_as_written(self._book, name))

    def refused(self) -> Column:
        """The number of the reason why ``determine`` would refuse the row; open if it would not."""
        columns = self._columns
        arms = ((test, columns.literal(refusal_number(reason))) for reason, test in self._reasons())
        return columns.case(arms, columns.open)

    def _reasons(self) -> Iterator[tuple[REFUSAL, Column]]:
        columns = self._columns
        yield "the dates contradict one another", columns.any(self._wrong_orders())
        contradicted = self._contradicted(self.designations.settled())
        yield "an answer contradicts the designation of the territory", columns.any(contradicted)
        contradicted = self._contradicted(self.designations.dated())
        yield "an answer contradicts a date of the row", columns.any(contradicted)
        yield "a finding on a question that is asked in another type of case", columns.any(self._misnamed())

    def _contradicted(self, settled: Iterable[tuple[str, Column]]) -> Iterator[Column]:
        """Whether the row answers a fact otherwise than the territory or a date does."""
        columns = self._columns
        for name, found in settled:
            given = self._written(name)
            yield columns.all([columns.known(given), columns.known(found), columns.differs(found, given)])

    def _wrong_orders(self) -> Iterator[Column]:
        """The dates that ``date_order`` refuses, on all days on which they may fall."""
        columns = self._columns
        for name in dates_of_rows(self._book):
            if name != "hearing":
                yield columns.after(columns.given(first_name(name)), columns.given(last_name("hearing")))
        yield columns.after(columns.given(first_name("arrest")), columns.given(last_name("consent")))
        for key, begins in self._book.begins[self._part].items():
            if key != "hearing":
                yield columns.below(columns.given(last_name(key)), minutes_of((begins, MIDNIGHT)))

    def _misnamed(self) -> Iterator[Column]:
        """A finding on a question in a type of case in which another question has the same matter."""
        columns, book, part = self._columns, self._book, self._part
        start, names = book.starts_at[part], book.names[part]
        for name in book.names_read[part]:
            types = [
                code
                for case_type, code in codes_of(book, ALWAYS_KNOWN).items()
                if (counted := readable(book, part, start, case_type))
                and name in names
                and name not in counted
                and counterpart(book, part, name, counted)
            ]
            if types:
                of_type = columns.among(columns.given(ALWAYS_KNOWN), types)
                yield columns.all([columns.known(columns.given(name)), of_type])
