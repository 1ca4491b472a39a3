"""The schedule of decisions: for each, the hearing, the notice, its place, the attendance, the lawyer, the
sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from extradition.determination import OffenceDetermination
from extradition.determination.decision_listed import DecisionListed
from extradition.determination.reasons import FactUsed
from extradition.hearing import Hearing
from extradition.hearing.facts import fact_used
from extradition.hearing.offence import Heard
from extradition.law import Model


class PointOnDecision(Model):
    """One point of the schedule: a *fact*, under the name that it has for this decision (*known_as*)."""

    known_as: str
    fact: FactUsed


class DecisionScheduled(Model):
    """One decision on an *offence*, with what is recorded on each point.

    *decision* is None if the case file lists no decisions: the points are then about the one decision.
    """

    offence: str
    title: str | None
    decision: DecisionListed | None
    points: tuple[PointOnDecision, ...]


class DecisionsSchedule(Model):
    """The decisions on each offence for which the person is convicted, the oldest first."""

    shape: Literal["decisions"] = "decisions"
    decisions: tuple[DecisionScheduled, ...]


def decisions_schedule_of(hearing: Hearing) -> DecisionsSchedule:
    """The schedule of decisions in the case of *hearing*.

    Args:
        hearing: the case, heard.
    """
    offences = zip(hearing.determination.offences, hearing.offences, strict=True)
    return DecisionsSchedule(
        decisions=tuple(each for offence, heard in offences for each in _on_offence(offence, heard))
    )


def _on_offence(offence: OffenceDetermination, heard: Heard) -> Iterator[DecisionScheduled]:
    for decision in offence.decisions:
        yield DecisionScheduled(
            offence=offence.id,
            title=offence.title,
            decision=decision,
            points=tuple(_points(heard, heard.rule_book.each_decision.facts[decision.id])),
        )
    if not offence.decisions:
        points = tuple(_points(heard, {}))
        if any(point.fact.findings for point in points):
            yield DecisionScheduled(offence=offence.id, title=offence.title, decision=None, points=points)


def _points(heard: Heard, names: Mapping[str, str]) -> Iterator[PointOnDecision]:
    """The points on one decision, under the *names* that its facts have."""
    kinds, book = heard.rule_book.decision_kinds, heard.rule_book
    for name in kinds.schedule_for_court if kinds is not None else ():
        known_as = names.get(name, name)
        known = heard.known.get(known_as)
        answer = None if known is None or known.answer is None else book.answer(known_as, known.answer)
        fact = fact_used(book, heard.part, heard.known, known_as, answer)
        yield PointOnDecision(known_as=known_as, fact=fact.model_copy(update={"name": name}))
