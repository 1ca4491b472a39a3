"""The meaning of the columns of a table of decisions: the keys of a decision, and the facts about one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from extradition.policy.cohort.cell_readings import CellReading, read_date
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decision_lists import names_of_decision
from extradition.policy.cohort.tables.cells import CellKind, dates_of, words_of
from extradition.policy.cohort.tables.column_kinds import ColumnKinds
from extradition.rule_book import RuleBook
from extradition.rule_book.decision_kinds import DecisionKinds
from extradition.source import nearest

DECISION_KIND, DATE, FOLLOWS, REASON = "kind", "date", "follows", "reason"
"""The columns of a decision that decide its place in the list; the first is required."""
OFFENCE, CASE, DECISION = "offence", "case", "decision"
"""The columns that name the offence, its case, and the decision on it."""
FIRST_DAY, LAST_DAY = coded_name("date first"), coded_name("date last")
"""The coded columns with the first and the last moment of the date of a decision."""


class DecisionColumns:
    """The kinds of the columns of a table of decisions.

    Args:
        rule_book: the law, with its vocabulary.
        kinds: its kinds of decision.
    """

    required = (OFFENCE, DECISION, DECISION_KIND)
    """The names of the columns that every table of decisions has."""
    labels = (CASE, OFFENCE, DECISION, FOLLOWS, REASON, "court", "source")
    """The columns whose cells hold any text."""

    def __init__(self, rule_book: RuleBook, kinds: DecisionKinds) -> None:
        self._kinds = kinds
        self._answers = ColumnKinds(rule_book)
        self.facts = names_of_decision(rule_book)
        self._of_one = {name for name, fact in rule_book.facts.items() if fact.asked_of == "each decision"}

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that are asked of one decision."""
        return tuple(self._kinds.questions)

    def in_both(self, name: str, table: str) -> str | None:
        """The fault of a cell of the table of offences that says something on one of the listed decisions.

        Args:
            name: the name of the column of offences.
            table: the name of the table of decisions.

        Returns:
            None for a column that says nothing on one decision.
        """
        if name in self._kinds.listed_instead:
            return f"is said by the decisions on this offence in {table}; leave it out"
        if name in self._of_one:
            return f"is about one decision, and {table} lists those on this offence; write it there"
        return None

    @cached_property
    def kinds(self) -> Sequence[str]:
        """The kinds of decision; the number of each is its place."""
        return tuple(self._kinds.kinds)

    def of(self, name: str) -> tuple[CellKind | None, str | None]:
        """The kind of the column *name*, None for one with any text; or its fault.

        Args:
            name: the name of the column.
        """
        if name in self.labels:
            return None, None
        if name in self._own:
            return self._own[name], None
        kind, unknown = self._answers.of(name, is_kept=False)
        return (kind, None) if name in self.facts else (None, self._fault(name, is_known=unknown is None))

    @cached_property
    def _own(self) -> Mapping[str, CellKind]:
        """The kinds of the columns with the kind and the date of a decision."""
        codes = {kind: number for number, kind in enumerate(self.kinds)}
        return {
            DECISION_KIND: words_of(coded_name(DECISION_KIND), codes, self._read_kind),
            DATE: dates_of(FIRST_DAY, LAST_DAY, read_date),
        }

    def _fault(self, name: str, *, is_known: bool) -> str:
        """The fault of a column that a table of decisions does not have."""
        if name in self._kinds.listed_instead:
            return "is said by the list of decisions; leave it out"
        if is_known:
            return "is not about one decision; write it in the table of offences"
        fault = "is not a column of a table of decisions: a fact about one decision, or a key of a decision"
        return f"{fault}{nearest(name, (*self.labels, *self._own, *self.facts))}"

    def _read_kind(self, text: str) -> CellReading:
        known = ", ".join(self.kinds)
        fault = f"{text!r} is not a kind of decision: {known}{nearest(text, self.kinds)}"
        return CellReading(fault=fault)
