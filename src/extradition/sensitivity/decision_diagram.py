"""Reduced ordered decision diagrams over facts with closed lists of answers: exact functions of what is not known (Bryant 1986)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from extradition.rule_book.conditions import Answer

T = TypeVar("T")


class Diagrams:
    """Functions from the answers to some names to ends of any kind, each function a number: equal functions, equal numbers.

    Args:
        answers: by name the answers that need telling apart, in the order in which the diagrams ask for the names.
    """

    def __init__(self, answers: Mapping[str, Sequence[Answer]]) -> None:
        self._names = tuple(answers)
        self._answers = tuple(tuple(answers[name]) for name in self._names)
        self._level = {name: level for level, name in enumerate(self._names)}
        self._nodes: list[tuple[int, tuple[int, ...]]] = []
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._ends: dict[Hashable, int] = {}
        self._values: dict[int, Hashable] = {}
        self._below: dict[int, frozenset[int]] = {}

    def answers(self, name: str) -> tuple[Answer, ...]:
        """The answers to *name* that are told apart."""
        return self._answers[self._level[name]]

    def end(self, value: Hashable) -> int:
        """The function that is *value* whatever the answers."""
        if value not in self._ends:
            self._ends[value] = self._add(len(self._names), (len(self._ends),))
            self._values[self._ends[value]] = value
        return self._ends[value]

    def value(self, function: int) -> Hashable | None:
        """The end that *function* always comes to; None if the answers decide."""
        return self._values.get(function)

    def choice(self, name: str, below: Callable[[Answer], int]) -> int:
        """The function that is *below* of the answer to *name*."""
        level = self._level[name]
        return self._node(level, tuple(below(answer) for answer in self._answers[level]))

    def put(self, function: int, ends: Mapping[Hashable, int]) -> int:
        """*function* with a function in place of each of its ends."""
        places = {self._ends[value]: i for i, value in enumerate(ends) if value in self._ends}
        made: dict[tuple[int, ...], int] = {}

        def go(key: tuple[int, ...]) -> int:
            if key[0] in places:
                return key[1 + places[key[0]]]
            if key[0] in self._values:  # an end that stays
                return key[0]
            if key not in made:
                level = min(self._nodes[each][0] for each in key)
                parts = [self._cofactors(each, level) for each in key]
                made[key] = self._node(level, tuple(go(tuple(part[i] for part in parts)) for i in range(len(self._answers[level]))))
            return made[key]

        return go((function, *ends.values()))

    def agreed(self, one: int, other: int, otherwise: int) -> int:
        """Where *one* and *other* come to the same end, that end, and elsewhere *otherwise*."""
        made: dict[tuple[int, int], int] = {}

        def go(one: int, other: int) -> int:
            if one == other:
                return one
            if one in self._values and other in self._values:
                return otherwise
            if (one, other) not in made:
                level = min(self._nodes[one][0], self._nodes[other][0])
                pairs = zip(self._cofactors(one, level), self._cofactors(other, level), strict=True)
                made[one, other] = self._node(level, tuple(go(*pair) for pair in pairs))
            return made[one, other]

        return go(one, other)

    def given(self, function: int, known: Mapping[str, Answer]) -> int:
        """*function* once the *known* answers are put in."""
        chosen = {self._level[name]: self.answers(name).index(answer) for name, answer in known.items() if name in self._level}
        return self.fold(function, lambda node: node, lambda name, parts: self._narrowed(name, parts, chosen))

    def _narrowed(self, name: str, parts: Sequence[int], chosen: Mapping[int, int]) -> int:
        level = self._level[name]
        return parts[chosen[level]] if level in chosen else self._node(level, tuple(parts))

    def values(self, function: int) -> frozenset[Hashable]:
        """Every end that *function* can come to."""
        return self.fold(function, lambda node: frozenset([self._values[node]]), lambda _, parts: frozenset().union(*parts))

    def names(self, function: int) -> tuple[str, ...]:
        """The names whose answers can change what *function* comes to, in their order: exactly those that label a node of it."""
        return tuple(self._names[level] for level in sorted(self._levels(function)))

    def fold(self, function: int, of_end: Callable[[int], T], of_choice: Callable[[str, Sequence[T]], T]) -> T:
        """Work *function* out from its ends up, each node once."""
        made: dict[int, T] = {}

        def go(node: int) -> T:
            if node not in made:
                level, below = self._nodes[node]
                if node in self._values:
                    made[node] = of_end(node)
                else:
                    made[node] = of_choice(self._names[level], [go(each) for each in below])
            return made[node]

        return go(function)

    def __len__(self) -> int:
        """How many nodes there are, ends included."""
        return len(self._nodes)

    def _levels(self, function: int) -> frozenset[int]:
        if function not in self._below:
            level, below = self._nodes[function]
            own: Iterable[int] = () if function in self._values else (level,)
            parts = () if function in self._values else below
            self._below[function] = frozenset(own).union(*(self._levels(each) for each in parts))
        return self._below[function]

    def _cofactors(self, node: int, level: int) -> tuple[int, ...]:
        own, below = self._nodes[node]
        return below if own == level else (node,) * len(self._answers[level])

    def _node(self, level: int, below: tuple[int, ...]) -> int:
        if len(set(below)) == 1:
            return below[0]
        return self._add(level, below)

    def _add(self, level: int, below: tuple[int, ...]) -> int:
        key = (level, below)
        if key not in self._numbers:
            self._numbers[key] = len(self._nodes)
            self._nodes.append(key)
        return self._numbers[key]
