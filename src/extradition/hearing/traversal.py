"""The way through a matter, from question to question by the answers; every way, from an open question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import cast

from extradition.determination.outcome import ONLY_ON, Outcome
from extradition.hearing.applicable_versions import Chosen, NotInForce
from extradition.hearing.path import (
    BEFORE_ANOTHER,
    OPEN,
    STANDS,
    AskedQuestion,
    PassedBy,
    Path,
    Unanswered,
    merged,
    outcome,
)
from extradition.hearing.questions import Questions
from extradition.law import ANSWER
from extradition.rule_book.conditions import SILENCE
from extradition.rule_book.consequences import (
    Consequence,
    facts_of_order,
    kind_of,
    next_question,
    other_grounds,
)
from extradition.rule_book.gate import Gate
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.said import person_of, reason_of, said_in, within_of
from extradition.source import Fault


class Traversal:
    """The way through a matter from one question on.

    Args:
        questions: the questions of the matter, asked of one offence.
        start: the provision of the first question.

    Attributes:
        path: the open questions, those passed by, those without a date, and the outcome.
        answered: every question that was answered, in the order in which it was followed.
        read_by_orders: the facts that decide on which provision the orders on the way rest.
        ends: the outcome from each question that was reached.
        onward: the questions to which each question leads; None for an end.
        before: the questions that lead to each question, with the answer on which they do.
    """

    def __init__(self, questions: Questions, start: str) -> None:
        self.questions = questions
        self.path = Path()
        self._leads: dict[tuple[str, int], Outcome] = once(questions.book, "leads", dict)
        self._orders: dict[tuple[str, int], Outcome] = {}
        self.answered: list[AskedQuestion] = []
        self.read_by_orders: list[str] = []
        self.ends: dict[str, Outcome] = {}
        self.onward: defaultdict[str, list[str | None]] = defaultdict(list)
        self.before: defaultdict[str, list[tuple[str, ONLY_ON | None]]] = defaultdict(list)
        self.path.outcome = self._follow(start)

    def lead(self, provision: str, consequence: Consequence) -> Outcome:
        """The end or the next question to which *consequence*, on the question of *provision*, leads by
        itself.
        """
        key = (provision, id(consequence))  # the rule book keeps the consequence, so no other has its id
        found = self._leads.get(key) or self._orders.get(key)
        if found is None:
            found = self._lead(provision, consequence)
            turns = other_grounds(consequence)  # on the facts of the case
            (self._orders if turns else self._leads)[key] = found
        return found

    def _lead(self, provision: str, consequence: Consequence) -> Outcome:
        kind = kind_of(consequence)
        decided_by = self.questions.book.questions[provision].decided_by
        by = None if kind == "proceed" else person_of(consequence, decided_by)
        return outcome(
            kind=kind,
            to=next_question(consequence),
            under=self._under(provision, consequence),
            by=by,
            at=provision,
            says=said_in(self.questions.book, provision, consequence),
            within=within_of(consequence),
            because=reason_of(consequence),
        )

    def _under(self, provision: str, consequence: Consequence) -> str:
        """The provision that *consequence* rests on; for an order, another one in the cases that its file
        names.
        """
        choice = self.questions.chosen(provision)
        day = choice.day if isinstance(choice, Chosen) else None
        for other in other_grounds(consequence):
            in_time = day is None or other.from_ is None or day >= other.from_
            if in_time and other.when.holds(self.questions.facts_in(other.when)):
                return other.under
        return consequence.under

    def _follow(self, provision: str) -> Outcome:
        if provision not in self.ends:
            self.ends[provision] = self._answer(provision)
        return self.ends[provision]

    def _answer(self, provision: str) -> Outcome:
        """The outcome from the question of *provision*, by its answer or by the way around it."""
        question, choice = self.questions.book.questions[provision], self.questions.choice(provision)
        if isinstance(choice, Fault):
            choice = self.questions.settle_on_every_day(provision) or choice
        if isinstance(choice, Fault):
            self.path.undated[provision] = choice
            return OPEN
        if isinstance(choice, NotInForce):
            way = cast(
                "Consequence", question.while_not_in_force
            )  # only a limb may have none, and no way leads to a limb
            self.path.passed_by[provision] = PassedBy(way, absent=choice)
            return self._go(provision, way)
        gate = question.asked_if
        is_asked, presumed = (True, ()) if gate is None else self._is_let(gate)
        if gate is not None and is_asked is False:
            way = gate.way(choice.day)
            self.path.passed_by[provision] = PassedBy(way, gate=gate)
            return self._go(provision, way)
        asked = self.questions.ask(provision)
        if presumed:
            asked = replace(asked, presumed=tuple(dict.fromkeys((*asked.presumed, *presumed))))
        if asked.answer != "open" and is_asked:
            self.answered.append(asked)
            return self._go(provision, question.leads(asked.answer))
        return self._go_every_way(asked, None if is_asked else gate)

    def _is_let(self, gate: Gate) -> tuple[bool | None, tuple[str, ...]]:
        """Whether *gate* lets the question be asked, and the facts of which that presumes that nothing is
        shown.
        """
        answers = self.questions.facts_in(gate.condition)
        is_asked = gate.lets_ask(answers)
        if is_asked is not None or gate.unless_shown is None:
            return is_asked, ()
        names = dict.fromkeys(leaf.fact for leaf in gate.unless_shown.leaves())
        silent = [name for name in names if name not in answers and not self.questions.is_disputed(name)]
        is_asked = gate.lets_ask({**answers, **dict.fromkeys(silent, SILENCE)})
        if not is_asked:
            return is_asked, ()
        for name in reversed(silent):
            fewer = [other for other in silent if other != name]
            silent = fewer if gate.lets_ask({**answers, **dict.fromkeys(fewer, SILENCE)}) else silent
        return True, tuple(silent)

    def _go_every_way(self, asked: AskedQuestion, gate: Gate | None) -> Outcome:
        """The outcome of all ways onward from an open question; *gate* if it is open whether the question
        is asked.
        """
        question, provision, path = asked.question, asked.provision, self.path
        here = len(path.open)
        ways = _ways(asked, gate)
        known = self.questions.facts_in(gate.condition) if gate else {}
        missing = (
            tuple(dict.fromkeys(leaf.fact for leaf in gate.condition.leaves() if leaf.fact not in known))
            if gate
            else ()
        )
        leads = [self.lead(provision, way) for _, way in ways]
        if leads[0].to in self.questions.book.questions and all(
            lead.same_as(leads[0]) for lead in leads
        ):  # on to the same question
            path.open.append(Unanswered(asked, matters=False, ways=ways, gate=missing))
            return merged([self._go(provision, way) for _, way in ways], provision)
        ends = [self._go(provision, way, on=answer) for answer, way in ways]
        settled = ends[0].kind != "open" and all(end.same_as(ends[0]) for end in ends)
        path.open.insert(here, Unanswered(asked, matters=not settled, ways=ways, gate=missing))
        if settled:
            return merged(ends, provision)
        if question.decided_by != self.questions.book.before[self.questions.part]:
            return BEFORE_ANOTHER
        return STANDS if question.reserved and gate is None else OPEN

    def _go(self, provision: str, consequence: Consequence, *, on: ONLY_ON | None = None) -> Outcome:
        """The outcome by *consequence*: an end, or the outcome from the next question."""
        here = self.lead(provision, consequence)
        self.read_by_orders += facts_of_order(consequence)
        if here.to is None or here.to not in self.questions.book.questions:
            self.onward[provision].append(None)
            return here
        self.onward[provision].append(here.to)
        self.before[here.to].append((provision, on))
        end = self._follow(here.to)
        if end is STANDS or (end is BEFORE_ANOTHER and here.kind == "send"):
            return here
        return end


def _ways(asked: AskedQuestion, gate: Gate | None) -> tuple[tuple[ONLY_ON, Consequence], ...]:
    """The consequence of each answer that the question can still have, and the way taken if it is not
    asked.
    """
    answers: tuple[ANSWER, ...] = ("yes", "no")
    ways: list[tuple[ONLY_ON, Consequence]] = [
        (answer, asked.question.leads(answer)) for answer in answers if asked.answer in ("open", answer)
    ]
    if gate is not None:
        ways.append(("not asked", gate.way(asked.chosen.day)))
    return tuple(ways)
