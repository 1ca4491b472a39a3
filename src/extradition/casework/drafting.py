"""The drafting of a request for further information: what the applicant has still to prove,
point by point.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extradition.casework.points import (
    Clarification,
    Point,
    PointKept,
    QuestionAsked,
    Sufficient,
    burden_at,
)
from extradition.casework.points_to_prove import hearing_place, points_to_prove
from extradition.determination import OffenceDetermination
from extradition.determination.ambiguity import WarrantAmbiguity
from extradition.determination.dependence import Matter, Sensitivity
from extradition.hearing.offence import Heard
from extradition.rule_book.fact import NOT_SHOWN
from extradition.sensitivity import can_still_change


class Drafting:
    """The points that the authority has to prove, in the order of the hearing, numbered as they are drawn.

    Args:
        heard: each offence, heard under its own rule book.
        sensitivities: the sensitivity of each offence.
        warrants: the warrant of each offence, by its id; None where there is only one.
    """

    def __init__(
        self, heard: Iterable[Heard], sensitivities: Iterable[Sensitivity], warrants: Mapping[str, str | None]
    ) -> None:
        by_offence = {each.offence.id: each for each in heard}
        self._books = {name: each.rule_book for name, each in by_offence.items()}
        self._warrants = warrants
        self._to_prove = {
            each.offence: points_to_prove(by_offence[each.offence], each) for each in sensitivities
        }
        self._numbers = itertools.count(1)

    def clarifications(
        self, offences: Iterable[tuple[OffenceDetermination, Heard]]
    ) -> Iterator[Clarification]:
        """The ambiguities of the warrant that still have to be made clear, each once, with the offences that
        they affect.

        Args:
            offences: each offence of the determination, with the same offence as heard.
        """
        shown: dict[tuple[str | None, str], tuple[WarrantAmbiguity, list[str]]] = {}
        for offence, heard in offences:
            unsettled = [each for each in offence.ambiguities if not each.settled_by]
            can_turn_on = can_still_change(heard, heard.rule_book, {each.turns_on for each in unsettled})
            for each in unsettled:
                if each.turns_on in can_turn_on:
                    shown.setdefault((offence.warrant, each.model_dump_json()), (each, []))[1].append(
                        offence.id
                    )
        for (warrant, _), (ambiguity, ids) in shown.items():
            fact = self._books[ids[0]].facts[ambiguity.turns_on]
            yield Clarification(
                number=next(self._numbers),
                offences=tuple(ids),
                warrant=warrant,
                ambiguity=ambiguity,
                ask=None if fact.doubts else fact.ask,
            )

    def on_the_person(self) -> Iterator[Point]:
        """The points on the person, once for each warrant, with the offences that they affect."""
        for warrant in dict.fromkeys(self._warrants.values()):
            affected: dict[str, tuple[Matter, list[str]]] = {}
            of_warrant = (each for each in self._to_prove.items() if self._warrants[each[0]] == warrant)
            for offence, points in of_warrant:
                for matter in (each for each in points.asked if self._is_on_the_person(each, offence)):
                    affected.setdefault(matter.model_dump_json(), (matter, []))[1].append(offence)
            for matter, offences in sorted(
                affected.values(), key=lambda each: hearing_place(each[0], self._books[each[1][0]])
            ):
                yield self._point(matter, offences)

    def on_offence(self, offence: str) -> Iterator[Point]:
        """The points on that offence alone.

        Args:
            offence: the id of one of the offences whose sensitivity the drafting has.
        """
        return (
            self._point(matter, [offence])
            for matter in self._to_prove[offence].asked
            if not self._is_on_the_person(matter, offence)
        )

    def kept_back(self) -> Iterator[PointKept]:
        """The points that no letter asks: those that are known here, then those that hang on a presumption.

        Each stands once for each warrant, with the offences that it affects.
        """
        every = ((offence, *each) for offence, points in self._to_prove.items() for each in points.kept_back)
        same: dict[PointKept, list[str]] = {}
        for offence, matter, presumed in sorted(every, key=lambda each: bool(each[2])):  # known here: first
            kept = PointKept(
                name=matter.name,
                ask=matter.ask,
                under=self._under(matter, offence),
                offences=(),
                look_in=matter.look_in,
                only_if=presumed,
                warrant=self._warrants[offence],
            )
            same.setdefault(kept, []).append(offence)
        return (each.model_copy(update={"offences": tuple(ids)}) for each, ids in same.items())

    def _is_on_the_person(self, matter: Matter, offence: str) -> bool:
        return self._books[offence].facts[matter.name].about == "person"

    def _under(self, matter: Matter, offence: str) -> tuple[QuestionAsked, ...]:
        questions = self._books[offence].questions
        return tuple(
            QuestionAsked(provision=provision, title=questions[provision].title)
            for provision in matter.provisions
        )

    def _point(self, matter: Matter, offences: Sequence[str]) -> Point:
        book = self._books[offences[0]]
        fact = book.facts[matter.name]
        # no party is ever asked to say that a fact is not proved
        sufficient = tuple(answer for answer in matter.suffices if answer != NOT_SHOWN)
        return Point(
            number=next(self._numbers),
            name=matter.name,
            ask=matter.ask,
            under=self._under(matter, offences[0]),
            offences=tuple(offences),
            look_in=matter.look_in,
            proof=matter.proof,
            burden_at=burden_at(matter, book.questions),
            own=fact.proof,
            unit=matter.unit,
            suffices=tuple(
                Sufficient(answer=answer, wording=matter.answers.get(answer)) for answer in sufficient
            ),
            excludes_nothing=matter.unit is None and set(sufficient) == set(matter.answers) - {NOT_SHOWN},
            disputed=matter.findings,
            warrant=self._warrants[offences[0]],
        )
