"""The question at which a hearing took another way than that to a question which it did not reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extradition.hearing.path import PassedBy
from extradition.hearing.walk import Walk
from extradition.rule_book.consequences import next_question


@dataclass(frozen=True)
class Branch:
    """The question at which the way parted.

    Attributes:
        at: its provision.
        by_gate: whether only the gate of that question leads to the question that was not reached.
    """

    at: str
    by_gate: bool


class Branches:
    """The branches of a *walk*.

    Args:
        walk: a walk through a matter.
    """

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._book = walk.questions.book
        self._within: dict[str, frozenset[str]] = {}
        self._left_at: dict[str, str] = {}
        for at in walk.path.reached:
            onward = (self._reach(to) for to in walk.onward[at] if to is not None)
            for provision in self._reach(at).difference(*onward):
                self._left_at.setdefault(provision, at)

    def branch(self, provision: str) -> Branch | None:
        """The first certain branch at which the way to the question of *provision* was left; None if the
        hearing has none.

        Args:
            provision: the provision of a question that the walk did not reach.
        """
        at = self._left_at.get(provision)
        if at is None:
            return None
        if self._book.questions[at].asked_if is None:
            return Branch(at, by_gate=False)
        keys = [key for key, to in self._ways(at) if provision in self._reach(to)]
        return Branch(at, by_gate=keys == ["asked_if"])

    def _reach(self, provision: str) -> frozenset[str]:
        """The questions that the hearing can reach from that of *provision*, under the law of its day."""
        if provision not in self._walk.visited:
            return self._book.reached_from(provision)
        if provision not in self._within:
            further = (self._reach(to) for _, to in self._ways(provision))
            self._within[provision] = frozenset({provision}).union(*further)
        return self._within[provision]

    def _ways(self, provision: str) -> Iterator[tuple[str, str]]:
        """The key and the next question of each way from a visited question, under the law of its day."""
        question = self._book.questions[provision]
        passed = self._walk.path.passed_by.get(provision)
        ways = dict(question.ways)
        if passed is not None and passed.gate:
            ways["asked_if"] = passed.way
        for key, way in ways.items():
            to = next_question(way)
            if to in self._book.questions and key not in _not_taken(passed):
                yield key, str(to)


def _not_taken(passed: PassedBy | None) -> tuple[str, ...]:
    """The keys of the ways that the law of the day does not have."""
    is_absent = passed is not None and passed.absent is not None
    return ("earlier",) if is_absent else ("earlier", "while_not_in_force")
