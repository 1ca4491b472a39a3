"""The minimal conditions of an end: every set of answers that is enough for it, and from which nothing can
be left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator, Mapping
from functools import reduce

from extradition.rule_book.conditions import Answer
from extradition.sensitivity.decision_diagram import Diagrams

Implicant = Mapping[str, frozenset[Answer]]
"""A condition: for some names, the answers that they may have. It leaves every other name free."""
MOST_CONDITIONS = 200
"""The most minimal conditions that are listed."""
_MOST_TERMS = 2_000
_MOST_GROUPS = 12


class TooManyTermsError(Exception):
    """There are more minimal conditions than the bound, or too many on the way to them."""


def minimal_conditions(diagrams: Diagrams, function: int, end: Hashable) -> tuple[Implicant, ...] | None:
    """Every minimal condition that is enough for *end* (its prime implicants): no answer can be added to it,
    and no name left out.

    Args:
        diagrams: the store of the function.
        function: the number of the function.
        end: one of its ends.

    Returns:
        The conditions, the shortest first. None if there are more than ``MOST_CONDITIONS``, or too many to
        work out.

    >>> diagrams = Diagrams({"present": ("yes", "no"), "notice": ("served", "sent", "none")})
    >>> notice = diagrams.choice("notice", lambda answer: diagrams.end(answer != "none"))
    >>> ways = {"yes": diagrams.end(True), "no": notice}
    >>> found = minimal_conditions(diagrams, diagrams.choice("present", ways.__getitem__), True)
    >>> [{name: sorted(answers) for name, answers in term.items()} for term in found]
    [{'notice': ['sent', 'served']}, {'present': ['yes']}]
    """
    ways: dict[Hashable, int] = {each: diagrams.end(("is", each == end)) for each in diagrams.ends(function)}
    try:
        found = _Implicants(diagrams).of(diagrams.replaced(function, ways))
    except TooManyTermsError:
        return None
    return tuple(sorted(found, key=len)) if len(found) <= MOST_CONDITIONS else None


class _Implicants:
    """The prime implicants of functions that are true or false, each function once."""

    def __init__(self, diagrams: Diagrams) -> None:
        self._diagrams = diagrams
        self._true, self._false = diagrams.end(("is", True)), diagrams.end(("is", False))
        self._made: dict[int, tuple[Implicant, ...]] = {self._true: ({},), self._false: ()}

    def of(self, function: int) -> tuple[Implicant, ...]:
        """The prime implicants of *function*.

        A set of answers to its first name leaves what all of them allow. The implicants of that, with the
        set, are implicants of the function; those that another one includes are not prime.
        """
        if function not in self._made:
            self._made[function] = tuple(self._prime(function))
        return self._made[function]

    def _prime(self, function: int) -> list[Implicant]:
        kept: list[Implicant] = []
        for term in self._candidates(function):
            if not any(_includes(other, term) for other in kept):
                kept.append(term)
                if len(kept) > _MOST_TERMS:
                    raise TooManyTermsError
        return kept

    def _candidates(self, function: int) -> Iterator[Implicant]:
        """The implicants from each set of answers to the first name, the largest sets first."""
        name = str(self._diagrams.asks(function))
        answers = self._diagrams.answers(name)
        groups: dict[int, set[Answer]] = {}
        for answer, below in zip(answers, self._diagrams.node(function)[1], strict=True):
            groups.setdefault(below, set()).add(answer)
        groups.pop(self._false, None)
        if len(groups) > _MOST_GROUPS:
            raise TooManyTermsError
        for size in range(len(groups), 0, -1):
            for chosen in itertools.combinations(groups, size):
                allowed = frozenset[Answer]().union(*(groups[below] for below in chosen))
                of_name = {} if len(allowed) == len(answers) else {name: allowed}
                for term in self.of(reduce(self._both, chosen)):
                    yield {**of_name, **term}

    def _both(self, one: int, other: int) -> int:
        return self._diagrams.replaced(one, {("is", True): other})


def _includes(wide: Implicant, narrow: Implicant) -> bool:
    """Whether every pattern that meets *narrow* meets *wide*."""
    return all(name in narrow and narrow[name] <= answers for name, answers in wide.items())
