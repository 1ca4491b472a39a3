"""Counts of agreement: open answers are neither agreement nor disagreement."""

from __future__ import annotations

from collections import Counter
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


class ProvisionTally(Tally):
    """Counts of single answers; ``agreed_by_derivation`` leaves out the answers that a finding on the question itself gave."""

    agreed_by_derivation: int


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
    return Tally(agreed=every.count("agreed"), disagreed=every.count("disagreed"), open=every.count("open"), total=len(every))


def tally_by(pairs: Iterable[tuple[str, AGREEMENT]]) -> dict[str, Tally]:
    """The tally of the agreements under each name, in the order in which the names first occur.

    Args:
        pairs: the name of an era, court or provision, and an agreement that counts under it.
    """
    every = list(pairs)
    return {name: tally(agreement for other, agreement in every if other == name) for name in dict.fromkeys(name for name, _ in every)}


def tally_by_provision(steps: list[tuple[str, AGREEMENT, bool]]) -> dict[str, ProvisionTally]:
    """The counts of single answers, by the provision of their question.

    Args:
        steps: the provision of each answer, whether it agrees with the court, and whether it was derived and not found.
    """
    tallies = tally_by((provision, agreement) for provision, agreement, _ in steps)
    derived = Counter(provision for provision, agreement, is_derived in steps if is_derived and agreement == "agreed")
    return {provision: ProvisionTally(**each.model_dump(), agreed_by_derivation=derived[provision]) for provision, each in sorted(tallies.items())}
