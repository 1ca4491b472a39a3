"""A matter of the rule book under one law, compiled to columns: the end of the hearing in each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from extradition.hearing.under import Under
from extradition.law import ANSWER
from extradition.policy.cohort.answer_codes import NO, YES
from extradition.policy.cohort.answer_columns import AnswerColumns
from extradition.policy.cohort.columns import Column, Columns
from extradition.policy.cohort.decision_lists import DecisionList
from extradition.policy.cohort.ends import BEFORE_ANOTHER_DECIDER, FIRST_OUTCOME, OPEN, STANDS, Ends
from extradition.policy.cohort.version_guards import VersionGuards
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Unless
from extradition.rule_book.consequences import Consequence, kind_of, next_question, other_grounds
from extradition.rule_book.gate import EarlierWay, Gate
from extradition.rule_book.in_force import MIDNIGHT
from extradition.rule_book.question import Question
from extradition.rule_book.said import person_of, said_in

CODES: tuple[tuple[int, ANSWER], ...] = ((YES, "yes"), (NO, "no"))
"""The number of each answer to a question."""


@dataclass(frozen=True)
class _Way:
    """A consequence of a question: the outcome to which it leads by itself, and the end from there on."""

    outcome: tuple[str | None, ...]
    end: Column


# Whole: it follows a hearing from question to question, and each column is built on those of the next.
class CompiledLaw:
    """A matter under one law, compiled. It follows ``traversal`` step by step.

    Args:
        rule_book: the law.
        part: the matter.
        under: the choice of the law.
        columns: the maker of the columns; laws that share it share their equal expressions.
        ends: the numbers of the ends, the same for all those laws.
        lists: the lists of decisions that rows can have.
        closing: whether every open fact is taken as not shown.

    Raises:
        UnknownLawError: the law, or a version that it assumes, is not in the rule book.
    """

    def __init__(
        self,
        rule_book: RuleBook,
        part: str,
        under: Under,
        columns: Columns,
        ends: Ends,
        *,
        lists: Sequence[DecisionList] = (),
        closing: bool = False,
    ) -> None:
        self.book = rule_book
        self.part = part
        self.columns = columns
        self.ends = ends
        self.guards = VersionGuards(rule_book, part, columns, under, lists)
        self.answers = AnswerColumns(rule_book, part, columns, self.guards, closing=closing)
        self._ends: dict[str, Column] = {}
        self._direct: dict[str, Column] = {}
        self._asked: dict[str, Column] = {}

    def end(self, provision: str) -> Column:
        """The end of the hearing from the question of *provision* on, as ``Ends`` numbers it."""
        if provision not in self._ends:
            self._ends[provision] = self.by_force(provision, self._end_if_in_force, self._led_end)
        return self._ends[provision]

    def is_direct(self, provision: str) -> Column:
        """Whether the hearing goes from the question of *provision* to its end without an open question."""
        if provision not in self._direct:
            self._direct[provision] = self.by_force(provision, self._direct_if_in_force, self._led_direct)
        return self._direct[provision]

    def is_asked(self, provision: str) -> Column:
        """Whether the gate before the question of *provision* lets the hearing ask it; open if that is
        open.
        """
        if provision not in self._asked:
            gate = self.book.questions[provision].asked_if
            self._asked[provision] = self._is_let(gate) if gate else self.columns.true
        return self._asked[provision]

    def _is_let(self, gate: Gate) -> Column:
        """Whether *gate* lets the question be asked; open facts of a gate with ``unless_shown`` let it."""
        if gate.unless_shown is None:
            return self.answers.holds(gate.condition)
        silent = frozenset(leaf.fact for leaf in gate.condition.leaves() if isinstance(leaf.test, Unless))
        held = self.answers.holds(gate.condition, silent, found=True)
        return self.columns.opposite(self.columns.certainly(held))

    def around(self, question: Question, gate: Gate, of: Callable[[Consequence], Column]) -> Column:
        """The value *of* the consequence by which the hearing goes if *gate* holds it from the question."""
        if gate.earlier is None:
            return of(gate.otherwise)
        is_late = self.is_late(question, gate.earlier)
        return self.columns.case([(is_late, of(gate.otherwise))], of(gate.earlier.otherwise))

    def is_late(self, question: Question, earlier: EarlierWay) -> Column:
        """Whether the date that chooses the law of *question* is after the *earlier* way of its gate."""
        return self.guards.from_day(question, (earlier.until, MIDNIGHT))

    def by_force(
        self,
        provision: str,
        in_force: Callable[[Question], Column],
        led: Callable[[Question, Consequence], Column],
    ) -> Column:
        """The value of the question while it is *in_force*, and of the way that is *led* while it is not.

        Args:
            provision: the provision of the question.
            in_force: the value while a version of the question is in force.
            led: the value of the way while none is.
        """
        question, found = self.book.questions[provision], self.guards.of(provision)
        way = cast(
            "Consequence", question.while_not_in_force
        )  # only a limb, which is never followed, has none
        values = (
            (each, led(question, way) if each.version is None else in_force(question)) for each in found
        )
        return self.guards.by_version(provision, values)

    def _end_if_in_force(self, question: Question) -> Column:
        columns, provision = self.columns, question.provision
        answer, asked = self.answers.answer(provision), self.is_asked(provision)
        yes, no = (self._way(question, question.leads(each)) for _, each in CODES)
        is_yes, is_no = columns.among(answer, [YES]), columns.among(answer, [NO])
        by_answer = [(is_yes, yes.end), (is_no, no.end)]
        left = self._left(question, [yes, no], gated=False)
        gate = question.asked_if
        if gate is None:
            return columns.case(by_answer, left)
        around = self._gate_ways(question, gate)
        return columns.case(
            [
                (asked, columns.case(by_answer, left)),
                (columns.opposite(asked), around(lambda way: way.end)),
                (is_yes, around(lambda way: self._left(question, [yes, way], gated=True))),
                (is_no, around(lambda way: self._left(question, [no, way], gated=True))),
            ],
            around(lambda way: self._left(question, [yes, no, way], gated=True)),
        )

    def _gate_ways(self, question: Question, gate: Gate) -> Callable[[Callable[[_Way], Column]], Column]:
        return lambda of: self.around(question, gate, lambda way: of(self._way(question, way)))

    def _left(self, question: Question, ways: Sequence[_Way], *, gated: bool) -> Column:
        """The end where the question is open: the one end of all *ways*, or none."""
        columns = self.columns
        joined = ways[0].end
        for way in ways[1:]:
            joined = columns.joined(joined, way.end)
        if ways[0].outcome[1] in self.book.questions and len({way.outcome for way in ways}) == 1:
            return joined  # on to the same question
        alike = [columns.same_outcome(ways[0].end, way.end) for way in ways[1:]]
        settled = columns.all([columns.at_least(ways[0].end, FIRST_OUTCOME), *alike])
        if question.decided_by != self.book.before[self.part]:
            stands = BEFORE_ANOTHER_DECIDER
        else:
            stands = STANDS if question.reserved and not gated else OPEN
        return columns.case([(settled, joined)], columns.literal(stands))

    def _way(self, question: Question, consequence: Consequence) -> _Way:
        kind, to = kind_of(consequence), next_question(consequence)
        by = None if kind == "proceed" else person_of(consequence, question.decided_by)
        says = said_in(self.book, question.provision, consequence)
        here = self.columns.literal(
            self.ends.number(kind, to, by, consequence.under, question.provision, says)
        )
        for other in reversed(other_grounds(consequence)):
            applies = self.answers.holds(other.when)
            if other.from_ is not None:
                applies = self.columns.all([self.guards.from_day(question, (other.from_, MIDNIGHT)), applies])
            number = self.ends.number(kind, to, by, other.under, question.provision, says)
            here = self.columns.case([(applies, self.columns.literal(number))], here)
        if to is None or to not in self.book.questions:
            return _Way((kind, to, by, says), here)
        end, stops = self.end(to), [STANDS, BEFORE_ANOTHER_DECIDER] if kind == "send" else [STANDS]
        return _Way((kind, to, by, says), self.columns.case([(self.columns.among(end, stops), here)], end))

    def _led_end(self, question: Question, consequence: Consequence) -> Column:
        return self._way(question, consequence).end

    def _led_direct(self, _: Question, consequence: Consequence) -> Column:
        to = next_question(consequence)
        return self.is_direct(to) if to in self.book.questions and to is not None else self.columns.true

    def _direct_if_in_force(self, question: Question) -> Column:
        columns, answer = self.columns, self.answers.answer(question.provision)
        asked, gate = self.is_asked(question.provision), question.asked_if
        by_answer = (
            (columns.among(answer, [code]), self._led_direct(question, question.leads(word)))
            for code, word in CODES
        )
        arms = [(columns.all([asked, test]), direct) for test, direct in by_answer]
        if gate is not None:
            around = self.around(question, gate, lambda way: self._led_direct(question, way))
            arms.append((columns.opposite(asked), around))
        return columns.case(arms, columns.false)
