"""The facts and questions that a hearing can read: those on some way through a matter, in a case of one
type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extradition.hearing.applicable_versions import Choice, Chosen, NotInForce
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Condition
from extradition.rule_book.consequences import Consequence, facts_of_order, next_question
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.question import Question


def readable(rule_book: RuleBook, part: str, start: str, case_type: str | None) -> frozenset[str]:
    """The names of facts and questions that a hearing can read under some law.

    Args:
        rule_book: the law.
        part: the matter.
        start: the provision of the first question.
        case_type: accusation or conviction; None in a matter that does not ask.
    """

    def make() -> frozenset[str]:
        reached = _Reach(rule_book, part, case_type, {}).names(start)
        return frozenset((*reached, *after_the_hearing(rule_book, part)))

    return once(rule_book, ("readable", part, start, case_type), make)


def readable_under(
    rule_book: RuleBook, part: str, start: str, case_type: str | None, chosen: Mapping[str, Choice]
) -> frozenset[str]:
    """The names of facts and questions that a hearing can read under the versions *chosen* alone.

    Args:
        rule_book: the law.
        part: the matter of the case.
        start: the provision of the question at which the hearing starts.
        case_type: accusation or conviction; None in a matter that does not ask.
        chosen: the choice of a version for each question of the matter, by provision.
    """
    return frozenset(_Reach(rule_book, part, case_type, chosen).names(start))


def after_the_hearing(rule_book: RuleBook, part: str) -> Iterator[str]:
    """The facts that are read after a hearing of that matter, or for the office that acts in it.

    Args:
        rule_book: the law, with the steps after a hearing.
        part: the matter of the case.
    """
    conditions = [sequel.applies_if for sequel in rule_book.sequels if sequel.part == part]
    conditions += [rule_book.combination.look_again_if] if rule_book.combination else []
    conditions += [office.where for office in rule_book.matters[part].offices]
    for condition in conditions:
        yield from _facts(condition)


def _facts(condition: Condition | None) -> Iterator[str]:
    return (leaf.fact for leaf in condition.leaves()) if condition else iter(())


class _Reach:
    """The ways through one matter; those of every law, where no version is *chosen*."""

    def __init__(
        self, rule_book: RuleBook, part: str, case_type: str | None, chosen: Mapping[str, Choice]
    ) -> None:
        self._book = rule_book
        self._part = part
        self._case = {} if case_type is None else {ALWAYS_KNOWN: case_type}
        self._chosen = chosen

    def names(self, start: str) -> Iterator[str]:
        """Every fact and question that a hearing from *start* can read."""
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            here = waiting.pop()
            question = self._book.questions.get(here)
            if question is None or here in seen:
                continue
            seen.add(here)
            if self._is_asked(question):
                yield from self._read_at(question, seen)
            waiting += filter(None, map(next_question, self._ways(question)))

    def _is_asked(self, question: Question) -> bool:
        """Whether *question* is asked in a case of that type on some day; open facts leave it possible."""
        absent = isinstance(self._chosen.get(question.provision), NotInForce)
        return not absent and (
            question.asked_if is None or question.asked_if.lets_ask(self._case) is not False
        )

    def _ways(self, question: Question) -> Iterator[Consequence]:
        """Every consequence by which a hearing can go on from *question*."""
        gate, choice = question.asked_if, self._chosen.get(question.provision)
        if isinstance(choice, NotInForce) or (choice is None and question.while_not_in_force):
            yield from filter(None, [question.while_not_in_force])
        if isinstance(choice, NotInForce):
            return
        if self._is_asked(question):
            yield from filter(None, [question.yes, question.no])
        if gate is None or gate.lets_ask(self._case):
            return
        if isinstance(choice, Chosen):
            yield gate.way(choice.day)
        else:
            yield from [gate.otherwise, *([gate.earlier.otherwise] if gate.earlier else [])]

    def _read_at(self, question: Question, seen: set[str]) -> Iterator[str]:
        """The names that *question* and its limbs read."""
        yield question.name
        yield from _facts(question.asked_if.condition if question.asked_if else None)
        yield from question.factor_names
        for way in (question.yes, question.no):
            yield from facts_of_order(way)
        choice = self._chosen.get(question.provision)
        for version in [choice.version] if isinstance(choice, Chosen) else question.versions:
            for name, limb in self._book.asked_by(self._part, question, version):
                yield name
                if limb is not None and limb not in seen:
                    seen.add(limb)
                    yield from self._read_at(self._book.questions[limb], seen)
