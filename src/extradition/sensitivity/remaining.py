"""The names that each answer leaves open, for all names, without building the function after any answer."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from extradition.rule_book.conditions import Answer
from extradition.sensitivity.decision_diagram import Diagrams


class Answered:
    """One function after each answer to each of its names.

    Args:
        diagrams: the diagrams that have the function.
        function: the number of the function.

    Attributes:
        remaining: by name, the number of names that can still change the function, on average, after the name
            is answered.

    Examples:
        >>> diagrams = Diagrams({"a": ("yes", "no"), "b": ("yes", "no")})
        >>> second = diagrams.choice("b", diagrams.end)
        >>> both = diagrams.choice("a", lambda a: second if a == "yes" else diagrams.end("no"))
        >>> {name: str(left) for name, left in Answered(diagrams, both).remaining.items()}
        {'a': '1/2', 'b': '1/2'}
    """

    def __init__(self, diagrams: Diagrams, function: int) -> None:
        self._diagrams = diagrams
        nodes = _Nodes(diagrams, function)
        self._turning = {
            level: [above | below for above, below in zip(nodes.turning_above(level), turning, strict=True)]
            for level, turning in nodes.turning_below().items()
        }
        self.remaining = {
            name: Fraction(sum(turning.bit_count() for turning in each), len(each))
            for name, each in zip(diagrams.names(function), self._turning.values(), strict=True)
        }

    def settles(self, name: str, answer: Answer) -> bool:
        """Whether *answer* to *name* settles the function, whatever the answers to the other names."""
        return not self._turning[self._diagrams.level(name)][self._diagrams.answers(name).index(answer)]


class _Nodes:
    """The nodes of one function, with the choices at each level and those that lead to each node."""

    def __init__(self, diagrams: Diagrams, function: int) -> None:
        self._diagrams = diagrams
        self._function = function
        self._nodes = list(self._reached())
        self._choices: dict[int, dict[tuple[int, ...], int]] = {}
        self._parents: dict[int, dict[int, list[int]]] = {node: {} for node in self._nodes}
        for node in self._nodes:
            level, below = diagrams.node(node)
            if below:
                self._choices.setdefault(level, {})[below] = node
            for each in frozenset(below):
                self._parents[each].setdefault(level, []).append(node)

    def _reached(self) -> Iterator[int]:
        """The nodes of the function, each before those below it."""
        seen, waiting = {self._function}, [self._function]
        while waiting:
            for each in self._diagrams.node(waiting.pop())[1]:
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        return iter(sorted(seen, key=lambda node: self._diagrams.node(node)[0]))

    def turning_above(self, level: int) -> list[int]:
        """By answer at *level*, the levels higher up whose names can still change the function."""
        higher = self._diagrams.turns(self._function) & (1 << level) - 1
        after = list(zip(*self._choices[level], strict=True))
        settled = {below: self._settled_above(level, below) for below in dict.fromkeys(after)}
        return [higher & ~settled[below] for below in after]

    def _settled_above(self, level: int, below: tuple[int, ...]) -> int:
        """The levels above *level* whose names change nothing once *below* are in place of the nodes at
        *level*.

        The code looks only at nodes that lead to a node with another in its place: all others differ from one
        another as before. A level is settled once each of its nodes has a lower one in its place.
        """
        place = dict(zip(self._choices[level].values(), below, strict=True))
        waiting: defaultdict[int, set[int]] = defaultdict(set)
        self._add_parents(place, waiting)
        settled = 0
        while waiting:
            lowest = max(waiting)
            moved, passed = self._moved(lowest, waiting.pop(lowest), place)
            place.update(moved)
            self._add_parents(moved, waiting)
            if passed == len(self._choices[lowest]):
                settled |= 1 << lowest
        return settled

    def _add_parents(self, nodes: Iterable[int], waiting: defaultdict[int, set[int]]) -> None:
        """Add the nodes that lead to one of *nodes* to those that are *waiting*, by level."""
        for node in nodes:
            for level, parents in self._parents[node].items():
                waiting[level].update(parents)

    def _moved(
        self, level: int, nodes: Iterable[int], place: Mapping[int, int]
    ) -> tuple[dict[int, int], int]:
        """The node in place of each of *nodes* that becomes equal to another, and how many no longer ask.

        All *nodes* are at *level*. Those are counted that no longer ask at that level.
        """
        node_at, choices = self._diagrams.node, self._choices[level]
        made: dict[tuple[int, ...], int] = {}
        moved: dict[int, int] = {}
        passed = 0
        for node in nodes:
            below = tuple([place.get(each, each) for each in node_at(node)[1]])
            if below.count(below[0]) == len(below):
                moved[node] = below[0]
                passed += 1
                continue
            equal = choices.get(below)
            if equal is None:
                equal = made.setdefault(below, node)
            if equal != node:
                moved[node] = equal
        return moved, passed

    def turning_below(self) -> dict[int, list[int]]:
        """By level and answer, the levels lower down whose names can still change the function."""
        turning = {level: [0] * len(next(iter(choices))) for level, choices in self._choices.items()}
        highest: dict[int, int] = {}
        for node in self._nodes:
            level, below = self._diagrams.node(node)
            for i, each in enumerate(below):
                turning[level][i] |= self._diagrams.turns(each)
                highest.setdefault(each, level)
        for level, turns in self._passing(highest).items():
            turning[level] = [each | turns for each in turning[level]]
        return turning

    def _passing(self, highest: Mapping[int, int]) -> dict[int, int]:
        """By level, the levels lower down whose names can still change the function after every answer.

        They are the names of the nodes to which a node above *level* leads without a choice at that level.
        ``highest`` is the highest level from which one comes to each node.
        """
        levels = sorted(self._choices)
        passed: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for node, start in highest.items():
            of_end = passed[self._diagrams.node(node)[0]]
            of_end[start] = of_end.get(start, 0) | self._diagrams.turns(node)
        passing = dict.fromkeys(levels, 0)
        for end, starts in passed.items():
            turns = 0
            for level in levels[: bisect_left(levels, end)]:
                passing[level] |= turns
                turns |= starts.get(level, 0)
        return passing
