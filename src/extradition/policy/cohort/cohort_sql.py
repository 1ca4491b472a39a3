"""A cohort as one SQL query over a table of words, for a database that holds the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from extradition.hearing.under import Under
from extradition.law import PART
from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.coding_sql import CodingSql
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.designation_columns import allowed_categories
from extradition.policy.cohort.ends import AT, OUTCOME, PLACE_BITS, UNDER
from extradition.policy.cohort.law_columns import CompiledLaws
from extradition.policy.cohort.refusals import REFUSALS, UNDATED, refusal_number
from extradition.policy.cohort.row_columns import RowColumns
from extradition.policy.cohort.sql_text import DIALECT, SqlColumns
from extradition.rule_book import RuleBook
from extradition.rule_book.version import LEVEL

_CATEGORY, _BY_ROW, _UNDATED = "#category", "#refused by its row", "#undated"


class CohortSql:
    """The query that decides a table under several laws.

    It checks each cell as it goes: a row with a word that is no answer, or of another matter, is refused.

    Args:
        rule_book: the law.
        part: the matter of the rows.
        laws: the choice of each law, by its name.
        given: the names of the columns of the table.
        dialect: the database.
        taken_from: the question from which every hearing is taken; if absent, the whole hearing.
        keep: those of the columns that no rule reads.

    Raises:
        UnknownLawError: the rule book does not have a law or the question.
        OptionError: a column has no meaning.
    """

    def __init__(
        self,
        rule_book: RuleBook,
        part: PART,
        laws: Mapping[str, Under],
        given: Sequence[str],
        *,
        dialect: DIALECT = "duckdb",
        taken_from: str | None = None,
        keep: Iterable[str] = (),
    ) -> None:
        starts = None if taken_from is None else {taken_from: 0}
        self._laws = CompiledLaws(rule_book, part, dict(laws), starts=starts)
        self._rows = RowColumns(rule_book, part, self._laws.columns)
        self._allowed = allowed_categories(rule_book, part)
        self._given = tuple(given)
        self._sql = SqlColumns(dialect)
        self._coding = CodingSql(rule_book, part, self._given, self._sql.dialect, keep)

    def query(self, table: str) -> str:
        """The query over *table*: its columns, then the decided ones in words.

        Args:
            table: the name of the table or view.
        """
        coded = self._sql.adding(self._coding.columns(), table)
        settled = {coded_name(name): column for name, column in self._rows.settled().items()}
        by_row = {_CATEGORY: self._rows.designations.category, _BY_ROW: self._rows.refused()}
        rows = self._sql.levels({**settled, **by_row}, coded, prefix="r")
        # only the counts of a summary need to know of law that is not stated, and a query counts nothing
        unstated = {coded_name(names.name_of_unstated(law)) for law in self._laws.laws}
        wanted = {name: each for name, each in self._laws.decided.items() if name not in unstated}
        decided = self._sql.levels({**wanted, _UNDATED: self._laws.undated}, rows)
        with_reason = self._sql.adding([self._refused()], decided)
        chosen = ",\n  ".join((*map(self._name, self._given), *self._in_words()))
        return f"SELECT {chosen}\nFROM ({with_reason})"

    def _name(self, name: str) -> str:
        return self._sql.dialect.name(name)

    def _coded(self, name: str) -> str:
        return self._name(coded_name(name))

    def _refused(self) -> str:
        """The number of the reason why a row is refused; NULL for a row that is decided."""
        category, allowed = self._name(_CATEGORY), self._allowed
        of_part = f"COALESCE({category} IN ({', '.join(map(str, allowed))}), TRUE)"
        reasons = (
            f"WHEN {self._coding.is_unknown()} THEN {refusal_number('a cell that the columns do not read')}",
            f"WHEN NOT {of_part} THEN {refusal_number('the territory is of another matter on the dates')}",
            f"WHEN {self._name(_BY_ROW)} IS NOT NULL THEN {self._name(_BY_ROW)}",
            f"WHEN {self._name(_UNDATED)} THEN {refusal_number(UNDATED)}",
        )
        return f"CASE {' '.join(reasons)} END AS {self._coded(names.REFUSED)}"

    def _in_words(self) -> Iterator[str]:
        """The decided columns in words; NULL in a row that is refused."""
        ends = self._laws.ends
        provisions = dict(enumerate(ends.provisions))
        outcomes = {number << PLACE_BITS: words for number, words in enumerate(ends.outcomes)}
        under = {number * (AT + 1): words for number, words in provisions.items()}
        levels = dict(enumerate(get_args(LEVEL)))
        reasons = {refusal_number(reason): reason for reason in REFUSALS}
        yield self._words(self._coded(names.REFUSED), reasons, names.REFUSED, of_refused=True)
        for law in self._laws.laws:
            end, closing = (self._coded(of(law)) for of in (names.name_of_outcome, names.name_of_closing))
            certainty = names.name_of_certainty(law)
            commencement = names.name_of_commencement(law)
            yield self._words(f"({end} & {OUTCOME})", outcomes, names.name_of_outcome(law))
            yield self._words(f"({end} & {UNDER})", under, names.name_of_provision(law))
            yield self._words(f"({end} & {AT})", provisions, names.name_of_place(law))
            yield self._words(f"({closing} & {OUTCOME})", outcomes, names.name_of_closing(law))
            yield self._decided(self._coded(commencement), commencement)
            yield self._words(self._coded(certainty), levels, certainty)
        for pair in self._laws.partings:
            yield self._words(
                self._coded(names.name_of_parting(*pair)), provisions, names.name_of_parting(*pair)
            )

    def _words(
        self, number: str, words: Mapping[int, str | None], name: str, *, of_refused: bool = False
    ) -> str:
        arms = " ".join(f"WHEN {key} THEN '{word}'" for key, word in words.items() if word is not None)
        said = f"CASE {number} {arms} END"
        return f"{said} AS {self._name(name)}" if of_refused else self._decided(said, name)

    def _decided(self, value: str, name: str) -> str:
        return f"CASE WHEN {self._coded(names.REFUSED)} IS NULL THEN {value} END AS {self._name(name)}"
