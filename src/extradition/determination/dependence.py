"""The dependence of an outcome: the facts that still matter, the changes that would change it, the facts
that guarantee it.
"""

from __future__ import annotations

from typing import Literal

from extradition.case_file.finding import Finding
from extradition.law import Model, Proof
from extradition.rule_book.consequences import DECIDER


class Matter(Model):
    """A fact, a judgment or a date that is not known and can still change the outcome.

    ``provisions`` are the questions that ask for the fact and that it can still change, or the question that
    the judgment answers. ``answers`` is its closed list of answers. ``proof`` is the burden on the first of
    those questions that has one. ``suffices`` are the answers with which the party can still prove its point
    at one of those questions. ``findings`` are the answers of the parties, if the fact is disputed.
    ``effects`` are the effects of each answer.

    For a date, ``provisions`` are the questions whose law it selects, and ``answers`` the spans of days on
    which that law differs. A date has no ``effects``.
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
    """The effect of one *answer*: the outcome if only this answer is shown, and whether that is *final*,
    whatever else is shown.
    """

    answer: str
    outcome: str
    final: bool


class Change(Model):
    """A change of the answer to a fact or question, from its answer *now* to any one of those listed in
    *to*.
    """

    name: str
    ask: str
    now: str
    to: tuple[str, ...]


class Flip(Model):
    """A smallest set of *changes* that would lead to another *outcome*."""

    outcome: str
    changes: tuple[Change, ...]


class Rests(Model):
    """A known fact or finding on which the outcome rests."""

    name: str
    ask: str
    answer: str


class Sensitivity(Model):
    """The facts, judgments and dates that the outcome of one offence depends on.

    ``matters`` lists all that can still change the final outcome, in the best order to ask. Each is an
    unknown or disputed fact, an unrecorded judgment or a missing date. A name is listed if and only if some
    answers to the others make it matter. ``order`` is ``exact`` if the first name settles the outcome with
    the fewest further questions in the worst case. It is a ``rule of thumb`` if the first name only leaves
    the fewest names on average. ``no_longer_matters`` are the unknown facts that the matter asks for and that
    can change nothing.

    ``outcome`` is the outcome if nothing more is shown and no disputed answer is found, apart from questions
    left to judgment. An assertion in doubt counts as not shown there. ``flips`` are, for each other outcome,
    the smallest sets of known answers whose change would lead to it. ``flips_not_listed`` counts the further
    sets, if there are very many. ``support`` is a smallest set of known answers that guarantees the outcome,
    whatever the other answers; None while an unknown answer can still change it. ``findings_held``: whether
    the findings of a judge or another decider were taken as fixed.
    """

    offence: str
    findings_held: bool
    outcome: str
    settled: bool
    matters: tuple[Matter, ...]
    order: Literal["exact", "rule of thumb"]
    no_longer_matters: tuple[str, ...]
    flips: tuple[Flip, ...]
    flips_not_listed: dict[str, int]
    support: tuple[Rests, ...] | None
