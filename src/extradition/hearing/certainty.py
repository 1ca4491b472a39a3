"""The questions that a hearing certainly reaches, and the open answers on which the other questions
depend.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extradition.determination.outcome import ONLY_ON, OnlyIf


class Certainty:
    """The questions on every way through a hearing, and the open questions on which the others depend.

    Args:
        start: the provision of the first question.
        onward: the questions to which each question leads; None for an end.
        before: the questions that lead to each question, with the answer on which they do.

    Attributes:
        reached: the questions on every way from the start.

    >>> onward = {"a": ["b", "c"], "b": ["c"], "c": [None]}
    >>> before = {"b": [("a", "yes")], "c": [("a", "no"), ("b", None)]}
    >>> certainty = Certainty("a", onward, before)
    >>> sorted(certainty.reached)
    ['a', 'c']
    >>> certainty.only_if("b")
    (('a', 'yes'),)
    """

    def __init__(
        self,
        start: str,
        onward: Mapping[str, Sequence[str | None]],
        before: Mapping[str, Sequence[tuple[str, ONLY_ON | None]]],
    ) -> None:
        self._before = before
        self._only_if: dict[str, OnlyIf] = {}
        self.reached = _on_every_way(start, onward, {})

    def only_if(self, provision: str) -> OnlyIf:
        """The open questions on every way to *provision*, each with the answer on which the way leads
        there.
        """
        if provision in self.reached:
            return ()
        if provision not in self._only_if:
            ways = [
                (*self.only_if(name), *(((name, answer),) if answer else ()))
                for name, answer in self._before[provision]
            ]
            self._only_if[provision] = tuple(each for each in ways[0] if all(each in way for way in ways))
        return self._only_if[provision]


def _on_every_way(
    provision: str, onward: Mapping[str, Sequence[str | None]], known: dict[str, frozenset[str]]
) -> frozenset[str]:
    """The questions on every way onward from *provision*, which is one of them."""
    if provision not in known:
        ways = [
            frozenset() if to is None else _on_every_way(to, onward, known)
            for to in onward.get(provision, ())
        ]
        known[provision] = frozenset([provision]).union(frozenset.intersection(*ways) if ways else ())
    return known[provision]
