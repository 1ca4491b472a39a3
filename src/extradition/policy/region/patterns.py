"""The numbers of patterns of facts: how many there are, and how many lead to each end."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence

from extradition.sensitivity.decision_diagram import Diagrams


def patterns_in(diagrams: Diagrams, function: int) -> int:
    """The number of patterns: one answer to each name that can change *function*.

    Args:
        diagrams: the store of the function.
        function: the number of the function.
    """
    return math.prod(len(diagrams.answers(name)) for name in diagrams.names(function))


def patterns_by_end(diagrams: Diagrams, function: int) -> Mapping[Hashable, int]:
    """The exact number of patterns that lead to each end of *function*; they add up to ``patterns_in``.

    Args:
        diagrams: the store of the function.
        function: the number of the function.

    >>> diagrams = Diagrams({"present": ("yes", "no"), "notice": ("served", "sent", "none")})
    >>> notice = diagrams.choice("notice", lambda answer: diagrams.end(answer == "served"))
    >>> ways = {"yes": diagrams.end(True), "no": notice}
    >>> patterns_by_end(diagrams, diagrams.choice("present", ways.__getitem__))
    {True: 4, False: 2}
    """
    ends, every = diagrams.ends(function), patterns_in(diagrams, function)
    place = {diagrams.end(end): i for i, end in enumerate(ends)}

    def of_end(end: int) -> tuple[int, ...]:
        return tuple(every if i == place[end] else 0 for i in range(len(ends)))

    def of_choice(_: str, below: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        return tuple(sum(counts) // len(below) for counts in zip(*below, strict=True))  # divides exactly

    counts: tuple[int, ...] = diagrams.fold(function, of_end, of_choice)
    return dict(zip(ends, counts, strict=True))
