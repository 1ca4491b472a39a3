"""The end of a hearing with no more evidence where a doubt decides whether assertions count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from extradition.case_file.settling import Known
from extradition.hearing.doubted import asserted_among, binds, in_doubt_by, recorded_alone, silenced, stands
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.fact import FollowsFrom
from extradition.sensitivity.function import HearingFunction
from extradition.sensitivity.raised_doubts import either, follows, has_one

State = Answer | bool
"""Whether a doubt stands; where it follows from a finding, the answer with which it does."""


class Doubts:
    """The doubts about facts that only assertions answer: recorded, or following from other findings.

    If nothing more is shown, such assertions count as not shown while the doubt stands, and count without it.
    An answer that differs from the one now is taken as the finding of a decider.

    Args:
        known: the known answers of the offence, by fact and question.
        rule_book: the law, with the facts that record doubts.
        whole: the end of the hearing as a function of the known answers.

    Attributes:
        known: the known answers as they count now, from which the changes start.
        unrecorded: the doubts of which nothing is recorded and that a finding may raise.
    """

    def __init__(self, known: Mapping[str, Known], rule_book: RuleBook, whole: HearingFunction) -> None:
        self._recorded = known
        self._book = rule_book
        self._diagrams = whole.diagrams
        in_question = (name for doubt, names in rule_book.doubts.items() for name in (doubt, *names))
        self._silence = {name: str(rule_book.facts[name].when_not_shown) for name in in_question}
        in_doubt = {name: self._silence[name] for name in silenced(known, rule_book) if name in whole.known}
        self.known: dict[str, Answer] = {**whole.known, **in_doubt}
        asserted = {
            doubt: {
                n: a for n, a in asserted_among(names, known, rule_book.parties).items() if n in whole.known
            }
            for doubt, names in rule_book.doubts.items()
            if doubt in whole.known or (doubt in whole.facts and rule_book.facts[doubt].follows_from)
        }
        self._asserted = {doubt: answers for doubt, answers in asserted.items() if answers}
        self.unrecorded = tuple(doubt for doubt in self._asserted if doubt not in whole.known)

    def decided(self, closed: int) -> int:
        """The end of the hearing as a function of the known answers, with what each change does to a doubt.

        Args:
            closed: the end as a function of the answers that count and of the ``unrecorded`` doubts.
        """
        for group in self._groups():
            closed = self._with_states(closed, group, {})
        return closed

    def _groups(self) -> Iterator[tuple[str, ...]]:
        """The doubts that share a fact with one another, directly or through others."""
        left = {doubt: self._read(doubt) for doubt in self._asserted}
        while left:
            first, names = next(iter(left.items()))
            group = [first]
            del left[first]
            while near := [doubt for doubt, others in left.items() if not names.isdisjoint(others)]:
                group += near
                names = names.union(*(left.pop(doubt) for doubt in near))
            yield tuple(group)

    def _read(self, doubt: str) -> frozenset[str]:
        """The names that decide whether *doubt* stands, and those in doubt."""
        rules = self._book.facts[doubt].follows_from
        return frozenset(
            (doubt, *self._asserted[doubt], *(name for each in rules for name in (*each.found, *each.unless)))
        )

    def _with_states(self, closed: int, doubts: Sequence[str], states: Mapping[str, State]) -> int:
        """*closed* with the *states* of some doubts, and with those that the answers give *doubts*."""
        if not doubts:
            return self._under(closed, states)
        doubt, *others = doubts
        state = self._state(doubt)
        ends = {
            end: self._with_states(closed, others, {**states, doubt: cast("State", end)})
            for end in self._diagrams.ends(state)
        }
        return self._diagrams.replaced(state, ends)

    def _under(self, closed: int, states: Mapping[str, State]) -> int:
        """*closed* where the doubts have those *states*."""
        for doubt, state in states.items():
            answer = self._own_answer(doubt) if isinstance(state, bool) else state
            closed = (
                self._diagrams.counting_as(closed, doubt, self.known[doubt], answer)
                if doubt in self.known
                else self._diagrams.given(closed, {doubt: answer})
            )
        in_doubt = [self._asserted[doubt] for doubt, state in states.items() if state is not False]
        for name, answer in {n: a for doubt in states for n, a in self._asserted[doubt].items()}.items():
            counts = self._silence[name] if any(name in each for each in in_doubt) else answer
            closed = self._diagrams.counting_as(closed, name, self.known[name], counts)
        return closed

    def _state(self, doubt: str) -> int:
        """The state of *doubt*, as a function of the known answers."""
        diagrams, parties, silence = self._diagrams, self._book.parties, self._silence[doubt]
        own = self._own(doubt)
        state = diagrams.end(own is not None and stands(own, silence, parties))
        if own is None or not binds(own.findings, parties):
            for rule in reversed(self._book.facts[doubt].follows_from):
                state = either(self._diagrams, self._follows(doubt, rule), diagrams.end(rule.answer), state)
        if doubt not in self.known:
            return state
        below = {answer: diagrams.end(answer != silence) for answer in diagrams.answers(doubt)}
        return diagrams.choice(doubt, {**below, self.known[doubt]: state}.__getitem__)

    def _follows(self, doubt: str, rule: FollowsFrom) -> int:
        """Whether *doubt* follows by *rule*, as a function of the known answers."""
        asserted, parties = self._asserted[doubt], self._book.parties
        found = {
            name: {
                answer
                for answer in answers
                if answer != self.known[name] or binds(self._recorded[name].findings, parties)
            }
            for name, answers in rule.found.items()
            if name in self.known
        }
        unless = {
            name: {*answers, now} if self._recorded[name].answer in answers else {*answers} - {now}
            for name, answers in rule.unless.items()
            if (now := self.known.get(name)) is not None
        }
        in_doubt = {name: {self.known[name]} for name in in_doubt_by(rule, asserted, self._book)}
        return follows(self._diagrams, found, unless, has_one(self._diagrams, in_doubt))

    def _own(self, doubt: str) -> Known | None:
        """What is recorded of *doubt* itself; None if nothing is."""
        known = self._recorded.get(doubt)
        return recorded_alone(known, self._book.parties) if known else None

    def _own_answer(self, doubt: str) -> str:
        """The recorded answer to *doubt*; without one, that there is none."""
        own = self._own(doubt)
        return (own.answer if own else None) or self._silence[doubt]
