"""Reduced ordered decision diagrams over facts with closed lists of answers: exact functions of the
unknown facts (Bryant 1986).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from copy import copy
from typing import TypeVar

from extradition.rule_book.conditions import Answer

T = TypeVar("T")


# Whole: every operation works on the nodes of one store, and a call to another object costs.
class Diagrams:
    """A store of functions from the answers to some names to ends.

    Each function is a number; equal functions are equal numbers.

    Args:
        answers: by name, the answers to distinguish, in the order in which the diagrams ask for the names.

    Examples:
        >>> diagrams = Diagrams({"convicted": ("yes", "no"), "present": ("yes", "no")})
        >>> present = diagrams.choice("present", diagrams.end)
        >>> ways = {"yes": present, "no": diagrams.end("no")}
        >>> absent = diagrams.choice("convicted", ways.__getitem__)
        >>> diagrams.names(absent), diagrams.value(diagrams.given(absent, {"convicted": "no"}))
        (('convicted', 'present'), 'no')
    """

    def __init__(self, answers: Mapping[str, Sequence[Answer]]) -> None:
        self._names = tuple(answers)
        self._answers = tuple(tuple(answers[name]) for name in self._names)
        self._level = {name: level for level, name in enumerate(self._names)}
        self._nodes: list[tuple[int, tuple[int, ...]]] = []
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._ends: dict[Hashable, int] = {}
        self._values: dict[int, Hashable] = {}
        self._turns: list[int] = []
        self._reach: list[int] = []

    def copy(self) -> Diagrams:
        """A copy of the diagrams, to which a case adds functions without a change to these."""
        made = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, dict | list):
                setattr(made, name, value.copy())
        return made

    def answers(self, name: str) -> tuple[Answer, ...]:
        """The answers to *name* that the diagrams distinguish."""
        return self._answers[self._level[name]]

    def level(self, name: str) -> int:
        """The position of *name* in the order in which the diagrams ask."""
        return self._level[name]

    def asks(self, function: int) -> str | None:
        """The name that *function* asks for first; None of an end."""
        return None if function in self._values else self._names[self._nodes[function][0]]

    def node(self, function: int) -> tuple[int, tuple[int, ...]]:
        """The level at which *function* asks first, and the function after each answer there; none after
        an end.
        """
        return self._nodes[function]

    def turns(self, function: int) -> int:
        """The levels of the names that can change *function*, as an integer with a bit for each."""
        return self._turns[function]

    def end(self, value: Hashable) -> int:
        """The function that has the end *value* whatever the answers."""
        if value not in self._ends:
            self._ends[value] = len(self._nodes)
            self._values[len(self._nodes)] = value
            self._nodes.append((len(self._names), ()))
            self._turns.append(0)
            self._reach.append(1 << len(self._ends) - 1)
        return self._ends[value]

    def value(self, function: int) -> Hashable | None:
        """The only end of *function*; None if the answers decide between ends."""
        return self._values.get(function)

    def choice(self, name: str, below: Callable[[Answer], int]) -> int:
        """The function that continues, after each answer to *name*, with *below* of that answer."""
        level = self._level[name]
        made: dict[tuple[int, ...], int] = {}

        def go(parts: tuple[int, ...]) -> int:
            if parts not in made:
                top = min(self._nodes[each][0] for each in parts)
                if top > level:
                    made[parts] = self._node(level, parts)
                else:
                    columns = [self._cofactors(each, top) for each in parts]
                    own = tuple(column[i] for i, column in enumerate(columns)) if top == level else None
                    made[parts] = (
                        self._node(level, own)
                        if own
                        else self._node(top, tuple(map(go, zip(*columns, strict=True))))
                    )
            return made[parts]

        return go(tuple(below(answer) for answer in self._answers[level]))

    def replaced(self, function: int, ends: Mapping[Hashable, int]) -> int:
        """The *function* with another function in place of each of its *ends*."""
        kept = [(self._ends[value], below) for value, below in ends.items() if self.reaches(function, value)]
        lowest = self._turns[function].bit_length()
        if all(self._nodes[below][0] >= lowest for _, below in kept):
            return self._continued(function, dict(kept))
        places = {end: i for i, (end, _) in enumerate(kept, 1)}
        made: dict[tuple[int, ...], int] = {}
        nodes, answers = self._nodes, self._answers

        def go(key: tuple[int, ...]) -> int:
            below = nodes[key[0]][1]
            if not below:
                return key[places[key[0]]] if key[0] in places else key[0]
            found = made.get(key)
            if found is not None:
                return found
            level = min([nodes[each][0] for each in key])
            if all(nodes[each][0] != level for each in key[1:]):
                found = self._node(level, tuple([go((part, *key[1:])) for part in below]))
            else:
                parts = [
                    nodes[each][1] if nodes[each][0] == level else (each,) * len(answers[level])
                    for each in key
                ]
                found = self._node(level, tuple([go(part) for part in zip(*parts, strict=True)]))
            made[key] = found
            return found

        return go((function, *(below for _, below in kept)))

    def _continued(self, function: int, ends: Mapping[int, int]) -> int:
        """The *function* with other functions, all of which ask only for later names, in place of its
        *ends*.
        """
        made = dict(ends)
        nodes, reach = self._nodes, self._reach
        replaced = sum(reach[end] for end in ends)

        def go(node: int) -> int:
            if not reach[node] & replaced:
                return node
            found = made.get(node)
            if found is None:
                level, below = nodes[node]
                found = made[node] = self._node(level, tuple([go(each) for each in below]))
            return found

        return go(function)

    def agreed(self, one: int, other: int, otherwise: int) -> int:
        """The function that has the common end of *one* and *other* where they agree, and is *otherwise*
        elsewhere.
        """
        made: dict[tuple[int, int], int] = {}

        def go(one: int, other: int) -> int:
            if one == other:
                return one
            if not self._reach[one] & self._reach[other]:
                return otherwise
            if (one, other) not in made:
                level = min(self._nodes[one][0], self._nodes[other][0])
                pairs = zip(self._cofactors(one, level), self._cofactors(other, level), strict=True)
                made[one, other] = self._node(level, tuple(go(*pair) for pair in pairs))
            return made[one, other]

        return go(one, other)

    def given(self, function: int, known: Mapping[str, Answer]) -> int:
        """The *function* after the *known* answers."""
        chosen = {
            self._level[name]: self.answers(name).index(answer)
            for name, answer in known.items()
            if name in self._level
        }
        levels = sum(1 << level for level in chosen)
        made: dict[int, int] = {}

        def go(node: int) -> int:
            if not self._turns[node] & levels:
                return node
            if node not in made:
                level, below = self._nodes[node]
                made[node] = (
                    go(below[chosen[level]])
                    if level in chosen
                    else self._node(level, tuple([go(each) for each in below]))
                )
            return made[node]

        return go(function)

    def counting_as(self, function: int, name: str, answer: Answer, other: Answer) -> int:
        """The *function* in which *answer* to *name* has the effect of the *other* answer."""
        answers = self.answers(name)
        if answer == other or not self._turns[function] >> self._level[name] & 1:
            return function
        parts = {each: self.given(function, {name: other if each == answer else each}) for each in answers}
        return self.choice(name, parts.__getitem__)

    def reaches(self, function: int, value: Hashable) -> bool:
        """Whether *value* is among the ends of *function*."""
        return value in self._ends and bool(self._reach[function] & self._reach[self._ends[value]])

    def ends(self, function: int) -> tuple[Hashable, ...]:
        """The ends of *function*, in the order in which the store first had them."""
        reach = self._reach[function]
        return tuple(value for i, value in enumerate(self._ends) if reach >> i & 1)

    def still_reaches(self, function: int, name: str, answer: Answer, value: Hashable) -> bool:
        """Whether *value* is among the ends of *function* after *answer* to *name*."""
        level, end = self._level[name], self._ends.get(value)
        i, bit = self._answers[level].index(answer), 0 if end is None else self._reach[end]
        seen: set[int] = set()

        def go(node: int) -> bool:
            if node in seen or not self._reach[node] & bit:
                return False
            if not self._turns[node] >> level & 1:
                return True
            seen.add(node)
            own, below = self._nodes[node]
            return go(below[i]) if own == level else any(map(go, below))

        return go(function)

    def names(self, function: int) -> tuple[str, ...]:
        """The names whose answers can change the end of *function*, in their order: exactly those that
        label a node of it.
        """
        turns = self._turns[function]
        return tuple(name for level, name in enumerate(self._names) if turns >> level & 1)

    def fold(
        self, function: int, of_end: Callable[[int], T], of_choice: Callable[[str, Sequence[T]], T]
    ) -> T:
        """The value of *function*, worked out from its ends up, each node once.

        Args:
            of_end: the value of a node that is an end.
            of_choice: the value of a node, from the name that it asks for and the values after each answer.
            function: the number of the function.
        """
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
        """The number of nodes, ends included."""
        return len(self._nodes)

    def _cofactors(self, node: int, level: int) -> tuple[int, ...]:
        own, below = self._nodes[node]
        return below if own == level else (node,) * len(self._answers[level])

    def _node(self, level: int, below: tuple[int, ...]) -> int:
        first = below[0]
        if below.count(first) == len(below):
            return first
        key = (level, below)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._nodes)
            self._nodes.append(key)
            turns, reach = 1 << level, 0
            for each in below:
                turns |= self._turns[each]
                reach |= self._reach[each]
            self._turns.append(turns)
            self._reach.append(reach)
        return number
