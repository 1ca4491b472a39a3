"""The facts that the applicant has to prove on one offence: to ask now, known here, or waiting for a
presumption to fall.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extradition.casework.points import Presumed
from extradition.determination.dependence import Matter, Sensitivity
from extradition.hearing.offence import Heard
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import NOT_SHOWN
from extradition.sensitivity import hanging_on


@dataclass(frozen=True)
class PointsToProve:
    """The facts that the applicant has to prove on one offence, in the order of the hearing.

    Attributes:
        asked: those to ask the applicant.
        known_here: those that the law of this country, or papers that are already here, answer.
        only_then: those that matter only if a presumption falls, each with the presumed facts.
    """

    asked: tuple[Matter, ...]
    known_here: tuple[Matter, ...]
    only_then: tuple[tuple[Matter, tuple[Presumed, ...]], ...]

    @property
    def kept_back(self) -> tuple[tuple[Matter, tuple[Presumed, ...]], ...]:
        """Those not to ask now, each with the presumed facts on which it hangs: none if it is known here."""
        return (*((each, ()) for each in self.known_here), *self.only_then)


def points_to_prove(heard: Heard, sensitivity: Sensitivity) -> PointsToProve:
    """The facts that the applicant has to prove on the offence of *heard* and that can change its outcome.

    Args:
        heard: the offence, heard under its own rule book.
        sensitivity: the sensitivity of the same offence.
    """
    facts = heard.rule_book.facts
    matters = {each.name: each for each in _to_prove(heard.rule_book, sensitivity)}
    presumed = {
        name: answer
        for name, each in matters.items()
        if not each.findings and (answer := facts[name].when_not_shown) not in (None, NOT_SHOWN)
    }
    stand = {name: Presumed(name=name, ask=matters[name].ask, answer=presumed[name]) for name in presumed}
    hanging = hanging_on(heard, presumed)
    points = [each for each in matters.values() if not facts[each.name].doubts]
    abroad = [each for each in points if not facts[each.name].known_here]
    return PointsToProve(
        asked=tuple(each for each in abroad if each.name not in hanging),
        known_here=tuple(each for each in points if facts[each.name].known_here),
        only_then=tuple(
            (each, tuple(stand[name] for name in hanging[each.name]))
            for each in abroad
            if each.name in hanging
        ),
    )


def hearing_place(matter: Matter, book: RuleBook) -> int:
    """The place, in the order of the hearing, of the first question that asks for *matter*.

    Args:
        matter: a fact that can still change the outcome.
        book: the law of its offence.
    """
    first = matter.provisions[0]
    return book.places[book.part(first)][first]


def _to_prove(book: RuleBook, sensitivity: Sensitivity) -> Iterator[Matter]:
    """The facts with a burden on the applicant, and the doubts about them, in the order of the hearing."""
    facts = [matter for matter in sensitivity.matters if matter.kind == "fact"]
    for matter in sorted(facts, key=lambda each: hearing_place(each, book)):
        burden = book.facts[matter.name].proof or matter.proof
        if burden is not None and burden.on == book.parties.applicant:
            yield matter
