"""The number of names that each answer leaves open, for all names at once, without building the function
after any answer.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from extradition.rule_book.conditions import Answer
from extradition.sensitivity.decision_diagram import Diagrams


def remaining(diagrams: Diagrams, function: int) -> dict[str, Fraction]:
    """The number of names that can still change *function*, on average, after each name is answered.

    A set of pairs (name, answer) is one integer with a bit for each pair, so the code follows all of them at
    the same time.

    Args:
        diagrams: the diagrams that have the function.
        function: the number of the function.

    Examples:
        >>> diagrams = Diagrams({"a": ("yes", "no"), "b": ("yes", "no")})
        >>> second = diagrams.choice("b", diagrams.end)
        >>> both = diagrams.choice("a", lambda a: second if a == "yes" else diagrams.end("no"))
        >>> {name: str(left) for name, left in remaining(diagrams, both).items()}
        {'a': '1/2', 'b': '1/2'}
    """
    return Answered(diagrams, function).remaining


class Answered:
    """One function after each answer to each of its names.

    Attributes:
        remaining: by name, the number of names that can still change the function, on average, after the name
            is answered.
    """

    def __init__(self, diagrams: Diagrams, function: int) -> None:
        self._diagrams = diagrams
        self.levels = {diagrams.level(name): name for name in diagrams.names(function)}
        self._widths = {level: len(diagrams.answers(name)) for level, name in self.levels.items()}
        self._first: dict[int, int] = {}
        self._pairs: dict[int, int] = {}
        bit = 0
        for level, width in self._widths.items():
            self._first[level] = bit
            self._pairs[level] = ((1 << width) - 1) << bit
            bit += width
        self._every = (1 << bit) - 1
        self._function = function
        self._nodes = list(self._reached())
        self._wide: dict[int, int] = {}
        self._known: dict[tuple[int, int], tuple[int, int]] = {}
        for node in reversed(self._nodes):
            level, below = diagrams.node(node)
            wide = self._pairs.get(level, 0)
            for each in below:
                wide |= self._wide[each]
            self._wide[node] = wide
        self._above = self._turning_above()
        self._below = self._turning_below()
        self.remaining = {name: self._left(level) for level, name in self.levels.items()}

    def settles(self, name: str, answer: Answer) -> bool:
        """Whether *answer* to *name* settles the function, whatever the answers to the other names."""
        level = self._diagrams.level(name)
        i = self._diagrams.answers(name).index(answer)
        pair = 1 << self._first[level] + i
        return not self._below[level][i] and not any(
            turning & pair for other, turning in self._above.items() if other < level
        )

    def _left(self, level: int) -> Fraction:
        """The number of names left, on average, after the name at *level* is answered."""
        first, width = self._first[level], self._widths[level]
        above = sum(
            (turning >> first & ((1 << width) - 1)).bit_count()
            for other, turning in self._above.items()
            if other < level
        )
        below = sum(turning.bit_count() for turning in self._below[level])
        return Fraction(above + below, width)

    def _reached(self) -> Iterator[int]:
        """The nodes of the function, each before those below it."""
        seen, waiting = {self._function}, [self._function]
        while waiting:
            for each in self._diagrams.node(waiting.pop())[1]:
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        return iter(sorted(seen, key=lambda node: self._diagrams.node(node)[0]))

    def _turning_above(self) -> dict[int, int]:
        """By level, the pairs lower down after which the name at that level can still change the function."""
        turning = dict.fromkeys(self.levels, 0)
        nodes = map(self._diagrams.node, self._nodes)
        branches = [(level, *pair) for level, below in nodes for pair in itertools.pairwise(below)]
        for level, one, other in branches:
            if one != other:  # they still differ after an answer on which neither depends
                turning[level] |= self._every & ~(self._wide[one] | self._wide[other])
        for level, one, other in branches:
            missing = self._every & ~turning[level] & ~self._pairs[level]
            if missing:
                turning[level] |= self._apart(one, other, missing)
        return turning

    def _apart(self, one: int, other: int, pairs: int) -> int:
        """The *pairs* after which *one* and *other* are still different functions."""
        if one == other:
            return 0
        apart = pairs & ~(self._wide[one] | self._wide[other])
        rest = pairs & ~apart
        if not rest:
            return apart
        key = (one, other) if one < other else (other, one)
        looked, found = self._known.get(key, (0, 0))
        rest &= ~looked
        if rest:
            found |= self._apart_below(one, other, rest)
            self._known[key] = (looked | rest, found)
        return apart | found & pairs

    def _apart_below(self, one: int, other: int, pairs: int) -> int:
        (own, parts), (own_other, parts_other) = self._diagrams.node(one), self._diagrams.node(other)
        level = min(own, own_other)
        ones = parts if own == level else (one,) * self._widths[level]
        others = parts_other if own_other == level else (other,) * self._widths[level]
        here = pairs & self._pairs[level]
        found, rest = 0, pairs & ~here
        for i, (each, against) in enumerate(zip(ones, others, strict=True)):
            if each != against:
                found |= here & 1 << self._first[level] + i
                if rest:
                    more = self._apart(each, against, rest)
                    found |= more
                    rest &= ~more
        return found

    def _turning_below(self) -> dict[int, list[int]]:
        """By level and answer, the levels lower down whose names can still change the function."""
        turning = {level: [0] * width for level, width in self._widths.items()}
        highest: dict[int, int] = {}
        for node in self._nodes:
            level, below = self._diagrams.node(node)
            for i, each in enumerate(below):
                turning[level][i] |= self._diagrams.turns(each)
                highest.setdefault(each, level)
        passed: dict[tuple[int, int], int] = {}
        for node, level in highest.items():
            key = (level, self._diagrams.node(node)[0])
            passed[key] = passed.get(key, 0) | self._diagrams.turns(node)
        for (start, end), turns in passed.items():
            for level in self.levels:
                if start < level < end:
                    turning[level] = [each | turns for each in turning[level]]
        return turning
