"""Counts of agreement: open answers are neither agreement nor disagreement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from extradition.law import Model

AGREEMENT = Literal["agreed", "disagreed", "open"]


class Tally(Model):
    """Counts: an open answer is neither agreement nor disagreement."""

    agreed: int
    disagreed: int
    open: int
    total: int


def worst(agreements: Iterable[AGREEMENT]) -> AGREEMENT:
    """The worst of *agreements*: disagreed, then open, then agreed.

    Args:
        agreements: the agreement of each offence of a case; none counts as agreed.
    """
    found = set(agreements)
    return "disagreed" if "disagreed" in found else "open" if "open" in found else "agreed"


def tally(agreements: Iterable[AGREEMENT]) -> Tally:
    """The counts of *agreements*.

    Args:
        agreements: one agreement for each case or answer.
    """
    every = list(agreements)
    return Tally(
        agreed=every.count("agreed"),
        disagreed=every.count("disagreed"),
        open=every.count("open"),
        total=len(every),
    )


def tally_by(pairs: Iterable[tuple[str, AGREEMENT]]) -> dict[str, Tally]:
    """The tally of the agreements under each name, in the order in which the names first occur.

    Args:
        pairs: the name of an era or court, and an agreement that counts under it.
    """
    every = list(pairs)
    return {
        name: tally(agreement for other, agreement in every if other == name)
        for name in dict.fromkeys(name for name, _ in every)
    }
