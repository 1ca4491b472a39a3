"""What a hearing certainly comes to, whatever is still open, and on which answers the rest depends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extradition.determination.outcome import ONLY_ON, OnlyIf


class Certainty:
    """The questions that the hearing comes to on every way from *start*, and the open questions on which the others depend.

    Args:
        goes: the questions to which each question leads; None for an end.
        came: the questions that lead to each question, with the answer on which they do.
    """

    def __init__(self, start: str, goes: Mapping[str, Sequence[str | None]], came: Mapping[str, Sequence[tuple[str, ONLY_ON | None]]]) -> None:
        self._came = came
        self._only_if: dict[str, OnlyIf] = {}
        self.reached = _on_every_way(start, goes, {})

    def only_if(self, provision: str) -> OnlyIf:
        """The open questions without whose answers the hearing does not come to *provision*: those on every way to it."""
        if provision in self.reached:
            return ()
        if provision not in self._only_if:
            ways = [(*self.only_if(before), *(((before, answer),) if answer else ())) for before, answer in self._came[provision]]
            self._only_if[provision] = tuple(each for each in ways[0] if all(each in way for way in ways))
        return self._only_if[provision]


def _on_every_way(provision: str, goes: Mapping[str, Sequence[str | None]], known: dict[str, frozenset[str]]) -> frozenset[str]:
    """The questions that stand on every way on from *provision*, itself among them."""
    if provision not in known:
        ways = [frozenset() if to is None else _on_every_way(to, goes, known) for to in goes.get(provision, ())]
        known[provision] = frozenset([provision]).union(frozenset.intersection(*ways) if ways else ())
    return known[provision]
