"""The kinds of end that a hearing can still have in each row, as bits: what the open questions leave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from extradition.policy.cohort.columns import Column
from extradition.policy.cohort.compiled import CODES, CompiledLaw
from extradition.policy.cohort.ends import FIRST_OUTCOME
from extradition.rule_book.consequences import (
    CONSEQUENCES,
    KIND_OF_CONSEQUENCE,
    Consequence,
    kind_of,
    next_question,
)
from extradition.rule_book.question import Question

BITS: dict[KIND_OF_CONSEQUENCE, int] = {kind: 1 << place for place, kind in enumerate(CONSEQUENCES)}
"""The bit of each kind of end."""
ENDS: tuple[KIND_OF_CONSEQUENCE, ...] = tuple(kind for kind in CONSEQUENCES if kind != "proceed")
"""The kinds of outcome that end a hearing, in the order in which reports list outcomes."""


class PossibleEnds:
    """The kinds of end that a hearing under one law can still have.

    An open question counts as if any answer were possible, whatever the other questions say. So a row never
    ends in a kind that is not among its bits. It may have bits of kinds in which it can no longer end.

    Args:
        compiled: the matter under that law.
    """

    def __init__(self, compiled: CompiledLaw) -> None:
        self._compiled = compiled
        self._columns = compiled.columns
        self._found: dict[str, Column] = {}

    def of(self, provision: str) -> Column:
        """The bits of the kinds of end from the question of *provision* on.

        Args:
            provision: the provision of the question.
        """
        if provision not in self._found:
            self._found[provision] = self._compiled.by_force(
                provision, self._in_force, lambda _, way: self._of_way(way)
            )
        return self._found[provision]

    def _in_force(self, question: Question) -> Column:
        """The bits of each way that the question still has."""
        return self._columns.either(chain(self._by_answer(question), self._around(question)))

    def _by_answer(self, question: Question) -> Iterator[Column]:
        columns = self._columns
        answer = self._compiled.answers.answer(question.provision)
        asked = columns.possibly(self._compiled.is_asked(question.provision))
        for code, word in CODES:
            may_be = columns.all([asked, columns.possibly(columns.among(answer, [code]))])
            yield self._where(may_be, self._of_way(question.leads(word)))

    def _around(self, question: Question) -> Iterator[Column]:
        gate = question.asked_if
        if gate is not None:
            way = self._compiled.around(question, gate, self._of_way)
            is_asked = self._columns.certainly(self._compiled.is_asked(question.provision))
            yield self._where(self._columns.opposite(is_asked), way)

    def _where(self, test: Column, bits: Column) -> Column:
        return self._columns.case([(test, bits)], self._columns.literal(0))

    def _of_way(self, way: Consequence) -> Column:
        """The bits of a way: its own kind, or those of the next question.

        A case that is sent on is sent until the next decider ends it.
        """
        kind, to = kind_of(way), next_question(way)
        own = self._columns.literal(BITS[kind])
        if to is None or to not in self._compiled.book.questions:
            return own
        onward = self.of(to)
        if kind != "send":
            return onward
        is_ended = self._columns.at_least(self._compiled.end(to), FIRST_OUTCOME)
        return self._columns.case([(is_ended, onward)], self._columns.either([onward, own]))
