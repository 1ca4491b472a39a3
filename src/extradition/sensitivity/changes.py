"""The fewest changes that lead to another end of a hearing, the support of its end, and the order to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import prod

from extradition.rule_book.conditions import Answer
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.function import End
from extradition.sensitivity.remaining import Answered

Assignment = frozenset[tuple[str, Answer]]
EXACT_UP_TO = 7
"""The most open names for which the order to ask is exact; with more it is a rule of thumb."""
MOST_CHANGES = 500
"""The most sets of changes that are listed for one outcome; all are counted."""


@dataclass(frozen=True)
class SmallestChanges:
    """The smallest sets of changes that lead to one end: the first MOST_CHANGES of them, and the *number*
    of all.
    """

    listed: frozenset[Assignment]
    number: int

    @property
    def size(self) -> int:
        """The number of changes in each of the sets."""
        return len(next(iter(self.listed)))


def smallest_changes(
    diagrams: Diagrams, function: int, now: Mapping[str, Answer], changeable: frozenset[str]
) -> dict[End, SmallestChanges]:
    """The smallest sets of changes to the answers *now*, by the end to which they lead; the present end is
    left out.

    The first step works out, for every node, the fewest changes to an end and the number of those sets. The
    second step reads the sets off the shortest ways: each way is one set.

    Args:
        function: a function without variables other than the names of *now*.
        now: the known answers.
        changeable: the names whose answers may be changed.
        diagrams: the diagrams that have the function.
    """
    fewest = _fewest_changes(diagrams, function, now, changeable)
    numbers: dict[tuple[int, End], int] = {}

    def shortest(node: int, end: End) -> Iterator[tuple[int, Assignment]]:
        for below, change in _ways(diagrams, node, now, changeable):
            if end in fewest[below] and fewest[below][end] + len(change) == fewest[node][end]:
                yield below, change

    def number(node: int, end: End) -> int:
        if (node, end) not in numbers:
            below = [number(each, end) for each, _ in shortest(node, end)]
            numbers[node, end] = sum(below) if below else 1
        return numbers[node, end]

    def sets(node: int, end: End) -> Iterator[Assignment]:
        ways = list(shortest(node, end))
        if not ways:
            yield frozenset()
        for below, change in ways:
            yield from (each | change for each in sets(below, end))

    return {
        end: SmallestChanges(frozenset(islice(sets(function, end), MOST_CHANGES)), number(function, end))
        for end, changes in fewest[function].items()
        if changes
    }


def _fewest_changes(
    diagrams: Diagrams, function: int, now: Mapping[str, Answer], changeable: frozenset[str]
) -> dict[int, dict[End, int]]:
    """The fewest changes that lead from each node of *function* to each end."""
    fewest: dict[int, dict[End, int]] = {}

    def go(node: int) -> dict[End, int]:
        if node not in fewest:
            end = diagrams.value(node)
            here: dict[End, int] = {} if end is None else {end: 0}  # type: ignore[dict-item]
            for below, change in _ways(diagrams, node, now, changeable):
                for other, changes in go(below).items():
                    here[other] = min(changes + len(change), here.get(other, changes + len(change)))
            fewest[node] = here
        return fewest[node]

    go(function)
    return fewest


def _ways(
    diagrams: Diagrams, node: int, now: Mapping[str, Answer], changeable: frozenset[str]
) -> Iterator[tuple[int, Assignment]]:
    """The function after each answer that can be given at *node*, with the change that the answer makes."""
    name = diagrams.asks(node)
    if name is not None:
        for answer, below in zip(diagrams.answers(name), diagrams.node(node)[1], strict=True):
            if answer == now[name]:
                yield below, frozenset()
            elif name in changeable:
                yield below, frozenset([(name, answer)])


def smallest_support(diagrams: Diagrams, function: int, now: Mapping[str, Answer]) -> tuple[str, ...] | None:
    """A smallest set of the names known *now* that guarantees the end of *function*; None if all of them
    together do not.

    The method is that of implicit hitting sets: every way to another end changes a name that the set
    contains.

    Args:
        diagrams: the diagrams that have the function.
        function: the number of the function: the outcome of a hearing, by the answers.
        now: the known answers, by name.
    """
    end = diagrams.value(diagrams.given(function, now))
    if end is None:
        return None
    barred: list[frozenset[str]] = []
    kept: frozenset[str] = frozenset()
    while (
        way := _way_elsewhere(
            diagrams, diagrams.given(function, {name: now[name] for name in kept}), now, end
        )
    ) is not None:
        barred.append(way)
        kept = smallest_hitting_set(barred)
    return tuple(name for name in now if name in kept)


def _way_elsewhere(
    diagrams: Diagrams, function: int, now: Mapping[str, Answer], end: object
) -> frozenset[str] | None:
    """The fewest names whose answers must change to reach another end; None if no change would."""

    def of_choice(name: str, parts: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
        ways = (
            part if name not in now or answer == now[name] else part | {name}
            for answer, part in zip(diagrams.answers(name), parts, strict=True)
            if part is not None
        )
        return min(ways, key=lambda way: (len(way), sorted(way)), default=None)

    return diagrams.fold(
        function, lambda node: None if diagrams.value(node) == end else frozenset(), of_choice
    )


def smallest_hitting_set(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """A smallest set that shares a name with each of *sets*; the first in the alphabet, of several.

    Args:
        sets: sets of names, none of them empty.

    Examples:
        >>> sorted(smallest_hitting_set([frozenset("ab"), frozenset("bc"), frozenset("d")]))
        ['b', 'd']
    """

    def search(left: Sequence[frozenset[str]], most: int) -> frozenset[str] | None:
        if not left:
            return frozenset()
        if most == 0:
            return None
        narrow = min(left, key=lambda each: (len(each), sorted(each)))
        for name in sorted(narrow):
            rest = search([each for each in left if name not in each], most - 1)
            if rest is not None:
                return rest | {name}
        return None

    forced = frozenset().union(*(each for each in sets if len(each) == 1))
    left = [each for each in set(sets) if not each & forced]
    return forced | next(found for most in range(len(left) + 1) if (found := search(left, most)) is not None)


def order_to_ask(diagrams: Diagrams, function: int, answered: Answered | None = None) -> Iterator[str]:
    """The names that can change *function*, in the order to ask them.

    First is the name that settles the function with the fewest further questions in the worst case. That is
    exact up to EXACT_UP_TO names. With more, first is the name whose answers leave the fewest names on
    average: a rule of thumb.

    Args:
        answered: the function after each answer, if the caller has it already.
        diagrams: the diagrams that have the function.
        function: the number of the function: the outcome of a hearing, by the answers still to come.
    """
    names = diagrams.names(function)
    depths: dict[int, int] = {}

    def parts(node: int, name: str) -> list[int]:
        return [diagrams.given(node, {name: answer}) for answer in diagrams.answers(name)]

    def depth(node: int) -> int:
        if node not in depths:
            depths[node] = (
                0
                if diagrams.value(node) is not None
                else 1 + min(max(map(depth, parts(node, name))) for name in diagrams.names(node))
            )
        return depths[node]

    left = (answered or Answered(diagrams, function)).remaining

    def worth(name: str) -> tuple[float, Fraction, int]:
        deepest = max(map(depth, parts(function, name))) if len(names) <= EXACT_UP_TO else 0
        return deepest, left[name], names.index(name)

    return iter(sorted(names, key=worth))


def together(changes: frozenset[Assignment]) -> Iterator[dict[str, tuple[Answer, ...]]]:
    """The *changes* grouped by the names that they change.

    The answers of each name stand side by side where every combination of them is among the changes.

    Args:
        changes: the sets of changes that lead to one end; each is a set of pairs of a name and its new
            answer.
    """
    by_names: dict[frozenset[str], list[Assignment]] = {}
    for change in changes:
        by_names.setdefault(frozenset([name for name, _ in change]), []).append(change)
    for names, each in sorted(by_names.items(), key=lambda item: sorted(item[0])):
        answers: dict[str, list[Answer]] = {name: [] for name in sorted(names)}
        for name, answer in frozenset().union(*each):
            answers[name].append(answer)
        if len(each) == prod(map(len, answers.values())):
            yield {name: tuple(sorted(found, key=str)) for name, found in answers.items()}
        else:
            for one in sorted(each, key=_as_text):
                yield {name: (answer,) for name, answer in sorted(one)}


def _as_text(change: Assignment) -> list[tuple[str, str]]:
    """The sort key of *change*, as text: the answers to one name may be words and numbers."""
    return sorted((name, str(answer)) for name, answer in change)
