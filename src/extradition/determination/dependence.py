"""What the outcome of an offence depends on: what still matters, what would change it, what guarantees it."""

from __future__ import annotations

from typing import Literal

from extradition.case_file.finding import Finding
from extradition.law import Model, Proof
from extradition.rule_book.book import DECIDER


class Matter(Model):
    """A fact, a judgment or a date that is not known and can still change the outcome.

    ``provisions``: the questions that ask for the fact and that it can still change, or the question that the judgment answers;
    ``answers`` its closed list; ``proof`` the burden on the first of those questions that has one, and ``suffices`` the answers
    on which what that party has to prove is still possible at one of them; ``findings`` what the parties say of it, if it is disputed.
    For a date, ``provisions`` are the questions whose law it chooses, and ``answers`` the spans of days on
    which that law differs. ``effects``: what each answer would do; none for a date.
    """

    name: str
    kind: Literal["fact", "judgment", "date"]
    ask: str
    provisions: tuple[str, ...]
    answers: dict[str, str]
    unit: str | None
    look_in: tuple[str, ...]
    decided_by: DECIDER
    proof: Proof | None
    suffices: tuple[str, ...]
    findings: tuple[Finding, ...]
    effects: tuple[Effect, ...] = ()


class Effect(Model):
    """What one *answer* would do: the outcome if nothing more than this answer is shown, and whether it is final whatever else is shown."""

    answer: str
    outcome: str
    final: bool


class Change(Model):
    """Another answer *to* a fact or question than it has *now*; any of those listed."""

    name: str
    ask: str
    now: str
    to: tuple[str, ...]


class Flip(Model):
    """A smallest set of *changes* that would lead to that *outcome*."""

    outcome: str
    changes: tuple[Change, ...]


class Rests(Model):
    """A known fact or finding on which the outcome rests."""

    name: str
    ask: str
    answer: str


class Sensitivity(Model):
    """How far the outcome of one offence depends on what.

    ``matters``: every unknown or disputed fact, every judgment that is not recorded and every missing date which can still
    change the final outcome, in the order in which it is best asked; a name is listed if and only if some answers to the
    others make it matter. ``order`` is ``exact`` if the first of them settles the outcome with the fewest further questions
    in the worst case, and a ``rule of thumb`` if it only leaves the fewest names on the average. ``no_longer_matters``: the
    facts that the Part asks for, are not known, and can change nothing.

    ``outcome`` is that of the offence if nothing more is shown, what is left to judgment apart; ``flips`` by outcome every smallest set
    of what is known that would change it. ``support`` is a smallest set of what is known that guarantees the outcome
    whatever the rest; None while something unknown can still change it. ``findings_held``: whether what somebody who decides
    has found was taken as fixed.
    """

    offence: str
    findings_held: bool
    outcome: str
    settled: bool
    matters: tuple[Matter, ...]
    order: Literal["exact", "rule of thumb"]
    no_longer_matters: tuple[str, ...]
    flips: tuple[Flip, ...]
    support: tuple[Rests, ...] | None
