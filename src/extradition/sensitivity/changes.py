"""What would change the end of a hearing, what already guarantees it, and what to ask next: exact questions to its function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from extradition.decision_diagram import Diagrams
from extradition.rules.conditions import Answer
from extradition.sensitivity.function import End
from extradition.sensitivity.remaining import remaining

Assignment = frozenset[tuple[str, Answer]]
EXACT_UP_TO = 7
"""With so many facts open at the most, the order in which to ask is worked out exactly; with more, greedily."""


def smallest_changes(diagrams: Diagrams, function: int, now: Mapping[str, Answer], changeable: frozenset[str]) -> dict[End, frozenset[Assignment]]:
    """For every end that is not the present one, the smallest sets of changes to what is known *now* that lead to it.

    *function* must have no variables but those of *now*; only those that are *changeable* are changed.
    """

    def of_end(node: int) -> dict[End, frozenset[Assignment]]:
        return {diagrams.value(node): frozenset([frozenset()])}  # type: ignore[dict-item]

    def of_choice(name: str, parts: Sequence[dict[End, frozenset[Assignment]]]) -> dict[End, frozenset[Assignment]]:
        best: dict[End, set[Assignment]] = {}
        for answer, part in zip(diagrams.answers(name), parts, strict=True):
            if answer != now[name] and name not in changeable:
                continue
            change = frozenset() if answer == now[name] else frozenset([(name, answer)])
            for end, changes in part.items():
                size = len(next(iter(changes))) + len(change)
                here = best.setdefault(end, set())
                if here and len(next(iter(here))) < size:
                    continue
                if here and len(next(iter(here))) > size:
                    here.clear()
                here.update(each | change for each in changes)
        return {end: frozenset(changes) for end, changes in best.items()}

    found = diagrams.fold(function, of_end, of_choice)
    return {end: changes for end, changes in found.items() if next(iter(changes))}


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


def order_to_ask(diagrams: Diagrams, function: int) -> Iterator[str]:
    """The names that *function* turns on, the one to ask first first.

    First is the name that settles the function with the fewest further questions in the worst case (worked out exactly up
    to EXACT_UP_TO names, and beyond that by how many names its answers leave, on the average).
    """
    names = diagrams.names(function)
    depths: dict[int, int] = {}

    def parts(node: int, name: str) -> list[int]:
        return [diagrams.given(node, {name: answer}) for answer in diagrams.answers(name)]

    def depth(node: int) -> int:
        if node not in depths:
            depths[node] = 0 if diagrams.value(node) is not None else 1 + min(max(map(depth, parts(node, name))) for name in diagrams.names(node))
        return depths[node]

    left = remaining(diagrams, function)

    def worth(name: str) -> tuple[float, Fraction, int]:
        deepest = max(map(depth, parts(function, name))) if len(names) <= EXACT_UP_TO else 0
        return deepest, left[name], names.index(name)

    return iter(sorted(names, key=worth))


def together(changes: frozenset[Assignment]) -> Iterator[dict[str, tuple[Answer, ...]]]:
    """*changes* by the names they change: the answers of each name side by side, where any combination of them is among the changes."""
    by_names: dict[frozenset[str], list[dict[str, Answer]]] = {}
    for change in changes:
        by_names.setdefault(frozenset(name for name, _ in change), []).append(dict(change))
    for names, each in sorted(by_names.items(), key=lambda item: sorted(item[0])):
        answers = {name: sorted({change[name] for change in each}, key=str) for name in sorted(names)}
        whole = len(each) == len(list(product(*answers.values())))
        if whole:
            yield {name: tuple(told) for name, told in answers.items()}
        else:
            for one in sorted(each, key=str):
                yield {name: (one[name],) for name in sorted(names)}
