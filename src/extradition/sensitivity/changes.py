"""What would change the end of a hearing, what already guarantees it, and what to ask next: exact questions to its function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod

from extradition.rule_book.conditions import Answer
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.function import End
from extradition.sensitivity.remaining import Answered

Assignment = frozenset[tuple[str, Answer]]
EXACT_UP_TO = 7
"""The most open names for which the order to ask is exact; with more it is a rule of thumb."""


def smallest_changes(diagrams: Diagrams, function: int, now: Mapping[str, Answer], changeable: frozenset[str]) -> dict[End, frozenset[Assignment]]:
    """For every end that is not the present one, the smallest sets of changes to what is known *now* that lead to it.

    *function* must have no variables but those of *now*; only those that are *changeable* are changed. How few changes lead to
    an end is worked out first, for every node; the sets are then collected on the shortest ways alone.
    """
    fewest = _fewest_changes(diagrams, function, now, changeable)
    made: dict[tuple[int, End], frozenset[Assignment]] = {}

    def collected(node: int, end: End) -> frozenset[Assignment]:
        if (node, end) not in made:
            made[node, end] = _joined(
                [
                    (collected(below, end), change)
                    for below, change in _ways(diagrams, node, now, changeable)
                    if end in fewest[below] and fewest[below][end] + len(change) == fewest[node][end]
                ]
            )
        return made[node, end]

    return {end: collected(function, end) for end, changes in fewest[function].items() if changes}


def _joined(parts: Sequence[tuple[frozenset[Assignment], Assignment]]) -> frozenset[Assignment]:
    """The changes of all *parts*, each with the one change that comes before it; no change, if there are no parts."""
    if not parts:
        return frozenset([frozenset()])
    only, change = parts[0]
    return only if len(parts) == 1 and not change else frozenset(each | change for below, change in parts for each in below)


def _fewest_changes(diagrams: Diagrams, function: int, now: Mapping[str, Answer], changeable: frozenset[str]) -> dict[int, dict[End, int]]:
    """By node of *function*, the number of changes without which no way from there leads to each end."""
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


def _ways(diagrams: Diagrams, node: int, now: Mapping[str, Answer], changeable: frozenset[str]) -> Iterator[tuple[int, Assignment]]:
    """The functions after each answer that can be given at *node*, each with the change that the answer is."""
    name = diagrams.asks(node)
    if name is not None:
        for answer, below in zip(diagrams.answers(name), diagrams.node(node)[1], strict=True):
            if answer == now[name]:
                yield below, frozenset()
            elif name in changeable:
                yield below, frozenset([(name, answer)])


def smallest_support(diagrams: Diagrams, function: int, now: Mapping[str, Answer]) -> tuple[str, ...] | None:
    """A smallest set of what is known *now* that brings *function* to its end whatever everything else is; None if all of it does not.

    Found by implicit hitting sets: every way to another end must be barred by something that stays.
    """
    end = diagrams.value(diagrams.given(function, now))
    if end is None:
        return None
    barred: list[frozenset[str]] = []
    kept: frozenset[str] = frozenset()
    while (way := _way_elsewhere(diagrams, diagrams.given(function, {name: now[name] for name in kept}), now, end)) is not None:
        barred.append(way)
        kept = smallest_hitting_set(barred)
    return tuple(name for name in now if name in kept)


def _way_elsewhere(diagrams: Diagrams, function: int, now: Mapping[str, Answer], end: object) -> frozenset[str] | None:
    """What is otherwise than *now* on some way to another end, as little as possible; None if there is no such way."""

    def of_choice(name: str, parts: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
        ways = (
            part if name not in now or answer == now[name] else part | {name}
            for answer, part in zip(diagrams.answers(name), parts, strict=True)
            if part is not None
        )
        return min(ways, key=lambda way: (len(way), sorted(way)), default=None)

    return diagrams.fold(function, lambda node: None if diagrams.value(node) == end else frozenset(), of_choice)


def smallest_hitting_set(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """A smallest set that has something of every one of *sets*, none of which is empty; the first in the alphabet, of several."""

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
    """The names that *function* turns on, in the order to ask them.

    First is the name that settles the function with the fewest further questions in the worst case. That is exact up to
    EXACT_UP_TO names. With more, first is the name whose answers leave the fewest names on the average: a rule of thumb.

    Args:
        answered: the function after each answer, if it is worked out already.
    """
    names = diagrams.names(function)
    depths: dict[int, int] = {}

    def parts(node: int, name: str) -> list[int]:
        return [diagrams.given(node, {name: answer}) for answer in diagrams.answers(name)]

    def depth(node: int) -> int:
        if node not in depths:
            depths[node] = 0 if diagrams.value(node) is not None else 1 + min(max(map(depth, parts(node, name))) for name in diagrams.names(node))
        return depths[node]

    left = (answered or Answered(diagrams, function)).remaining

    def worth(name: str) -> tuple[float, Fraction, int]:
        deepest = max(map(depth, parts(function, name))) if len(names) <= EXACT_UP_TO else 0
        return deepest, left[name], names.index(name)

    return iter(sorted(names, key=worth))


def together(changes: frozenset[Assignment]) -> Iterator[dict[str, tuple[Answer, ...]]]:
    """*changes* by the names they change: the answers of each name side by side, where any combination of them is among the changes."""
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
            for one in sorted(each, key=_spoken):
                yield {name: (answer,) for name, answer in sorted(one)}


def _spoken(change: Assignment) -> list[tuple[str, str]]:
    """*change* as text, by which changes are sorted: a name has words and numbers for answers."""
    return sorted((name, str(answer)) for name, answer in change)
