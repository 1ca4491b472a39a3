"""A draft request for further information: the unclear parts of the warrant, and the facts that the authority has still to prove."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from extradition.case_file import CaseFile
from extradition.case_file.finding import Finding
from extradition.determination import Determination, LawUsed, OffenceDetermination, WarrantUsed
from extradition.determination.ambiguity import WarrantAmbiguity
from extradition.determination.caution import Caution
from extradition.determination.dependence import Matter, Sensitivity
from extradition.determination.outcome import CategoryUsed
from extradition.determination.reasons import AuthorityUsed
from extradition.determination.steps import NotAsked
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.offence import Heard
from extradition.law import PARTY, VERIFIED, FactProof, Model, Proof
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import Term
from extradition.sensitivity import can_still_change, sensitivities

_ADDRESSEE: PARTY = "requesting authority"
_NOT_SHOWN = "not_shown"
"""The answer that a fact is not proved: no party is ever asked to give it."""


class QuestionAsked(Model):
    """A question of the Act that depends on a fact which is asked for."""

    provision: str
    title: str


class Sufficient(Model):
    """An answer that leaves the proof possible: in the words of the vocabulary, or a span of numbers without *wording*."""

    answer: str
    wording: str | None


class Point(Model):
    """One fact that the requesting authority is asked for, *under* those questions, for all the *offences* that it affects.

    *warrant* is the id of the warrant for which it is asked, where there are several: each may have its own issuing authority.

    ``proof`` is the burden on the questions. ``own`` is the burden on the fact itself, which takes precedence. ``suffices``
    are the answers that leave the proof possible; "not shown" is never among them. ``excludes_nothing``: whether it has
    every other answer in words (and there are no numbers), so that no answer decides by itself.
    """

    number: int
    name: str
    ask: str
    under: tuple[QuestionAsked, ...]
    offences: tuple[str, ...]
    look_in: tuple[str, ...]
    proof: Proof | None
    own: FactProof | None
    unit: str | None
    suffices: tuple[Sufficient, ...]
    excludes_nothing: bool
    disputed: tuple[Finding, ...]
    warrant: str | None = None


class Clarification(Model):
    """An *ambiguity* in the form of the warrant for those *offences*: nothing settles it, and its fact can change the outcome."""

    number: int
    offences: tuple[str, ...]
    warrant: str | None = None
    ambiguity: WarrantAmbiguity


class OnOffence(Model):
    """One offence, and the points that concern it alone."""

    id: str
    title: str | None
    case_type: str
    warrant: str | None = None
    points: tuple[Point, ...]


class VersionRelied(Model):
    """The version of the law under which a point on *provision* matters."""

    provision: str
    version: str
    verified: VERIFIED


class FurtherInformation(Model):
    """A draft, never sent, of a request for further information to the requesting authority; it supports a decision.

    The ``clarifications`` of its warrant are first. Every point is an unknown or disputed fact that can still change the
    outcome of an offence and that the requesting authority has to prove. Points on the person appear once for each warrant,
    in the order of the hearing, before those on each offence. ``burdens`` are the provisions that place the burden on the
    authority, ``addresses`` the address of each provision. ``date_missing`` are the questions whose law a date of the case
    has still to choose: the draft asks nothing about the questions after them. ``terms`` are the words of each fact, by name.
    """

    kind: Literal["draft request for further information (support)"] = "draft request for further information (support)"
    case: str
    citation: str | None
    proceedings: str
    part: Literal["1", "2"]
    territory: str
    territory_name: str
    category: CategoryUsed | None
    law: LawUsed
    rule_book: str
    made_by: str
    case_file_hash: str
    readings: Literal["durable rules and plain reading", "plain reading alone"]
    cautions: tuple[Caution, ...]
    warrants: tuple[WarrantUsed, ...] = ()
    date_missing: tuple[NotAsked, ...]
    burdens: tuple[str, ...]
    clarifications: tuple[Clarification, ...]
    on_the_person: tuple[Point, ...]
    offences: tuple[OnOffence, ...]
    versions: tuple[VersionRelied, ...]
    addresses: dict[str, str]
    terms: dict[str, Term]

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point, by its number."""
        return (*self.on_the_person, *(point for offence in self.offences for point in offence.points))

    @property
    def authorities(self) -> dict[AuthorityUsed, tuple[int, ...]]:
        """The authorities cited on the ambiguities of the warrant, each once, with the numbers of its clarifications."""
        cited: dict[AuthorityUsed, tuple[int, ...]] = {}
        for each in self.clarifications:
            for authority in each.ambiguity.authorities:
                cited[authority] = (*cited.get(authority, ()), each.number)
        return cited

    @property
    def asks_nothing(self) -> bool:
        """Whether the draft has no clarification and no point."""
        return not self.clarifications and not self.points


def further_information(
    case_file: CaseFile,
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
) -> FurtherInformation:
    """The draft request for further information on *case_file*: the facts that can still matter and that the authority has to prove.

    Arguments and errors as for ``determine``. The same input gives the same draft. Nothing is sent.
    """
    return request_for(hear(case_file, rule_book, Under.of(law, as_at, assuming, engine)))


def request_for(hearing: Hearing) -> FurtherInformation:
    """The draft request for further information on the case of *hearing*."""
    made, rule_book = hearing.determination, hearing.rule_book
    warrants = {offence.id: offence.warrant for offence in made.offences}
    drafting = _Drafting(rule_book, made.part, sensitivities(hearing), warrants)
    clarifications = tuple(drafting.clarifications(zip(made.offences, hearing.offences, strict=True)))
    on_the_person = tuple(drafting.on_the_person())
    offences = tuple(
        OnOffence(
            id=offence.id,
            title=offence.title,
            case_type=offence.case_type,
            warrant=offence.warrant,
            points=tuple(drafting.on_offence(offence.id)),
        )
        for offence in made.offences
    )
    points = (*on_the_person, *(point for each in offences for point in each.points))
    asked_under = {under.provision for point in points for under in point.under}
    date_missing = tuple(dict.fromkeys(each for offence in made.offences for each in _undated(offence)))
    burdens = tuple(dict.fromkeys(point.proof.under for point in points if point.proof))
    named = {*asked_under, *burdens, *(each.provision for each in date_missing)}
    return FurtherInformation(
        case=made.case,
        citation=made.citation,
        proceedings=rule_book.title,
        part=made.part,
        territory=made.territory,
        territory_name=made.territory_name,
        category=made.category,
        law=made.law,
        rule_book=made.rule_book,
        made_by=made.made_by,
        case_file_hash=made.case_file_hash,
        readings=made.readings,
        cautions=made.cautions,
        warrants=made.warrants,
        date_missing=date_missing,
        burdens=burdens,
        clarifications=clarifications,
        on_the_person=on_the_person,
        offences=offences,
        versions=tuple(
            VersionRelied(provision=provision, version=version.id, verified=version.verified)
            for version, provision in made.versions_applied
            if provision in asked_under
        ),
        addresses={provision: rule_book.address(provision) for provision in sorted(named)},
        terms=_terms(made, points, clarifications),
    )


def _terms(made: Determination, points: Iterable[Point], clarifications: Iterable[Clarification]) -> dict[str, Term]:
    """The words of the facts that are asked for, and of those on which an ambiguity of a warrant turns."""
    named = {*(point.name for point in points), *(each.ambiguity.turns_on for each in clarifications)}
    return {name: term for name, term in made.terms.items() if name in named}


def _undated(offence: OffenceDetermination) -> Iterator[NotAsked]:
    """The questions of *offence* that a missing date keeps from being asked; with several warrants, the reason names the warrant."""
    for each in offence.not_asked:
        if each.because == "date missing":
            yield each.model_copy(update={"why": f"on {offence.warrant}, {each.why}"}) if offence.warrant else each


class _Drafting:
    """The points that the authority has to prove, in the order of the hearing, numbered as they are drawn."""

    def __init__(self, rule_book: RuleBook, part: str, sensitivities: Iterable[Sensitivity], warrants: Mapping[str, str | None]) -> None:
        self._book = rule_book
        self._warrants = warrants
        self._order = {provision: place for place, (provision, _) in enumerate(rule_book.questions_in(part))}
        self._asked = {each.offence: tuple(sorted(self._for_the_authority(each), key=self._place)) for each in sensitivities}
        self._numbers = itertools.count(1)

    def clarifications(self, offences: Iterable[tuple[OffenceDetermination, Heard]]) -> Iterator[Clarification]:
        """The ambiguities of the warrant that still have to be made clear, each once, with the offences that they affect."""
        shown: dict[tuple[str | None, str], tuple[WarrantAmbiguity, list[str]]] = {}
        for offence, heard in offences:
            unsettled = [each for each in offence.ambiguities if not each.settled_by]
            can_turn_on = can_still_change(heard, self._book, {each.turns_on for each in unsettled})
            for each in unsettled:
                if each.turns_on in can_turn_on:
                    shown.setdefault((offence.warrant, each.model_dump_json()), (each, []))[1].append(offence.id)
        for (warrant, _), (ambiguity, ids) in shown.items():
            yield Clarification(number=next(self._numbers), offences=tuple(ids), warrant=warrant, ambiguity=ambiguity)

    def on_the_person(self) -> Iterator[Point]:
        """The points on the person, once for each warrant, with the offences that they affect."""
        for warrant in dict.fromkeys(self._warrants.values()):
            affected: dict[str, tuple[Matter, list[str]]] = {}
            for offence, matters in self._asked.items():
                for matter in matters:
                    if self._is_on_the_person(matter) and self._warrants[offence] == warrant:
                        affected.setdefault(matter.model_dump_json(), (matter, []))[1].append(offence)
            for matter, offences in sorted(affected.values(), key=lambda each: self._place(each[0])):
                yield self._point(matter, offences)

    def on_offence(self, offence: str) -> Iterator[Point]:
        """The points on that offence alone."""
        return (self._point(matter, [offence]) for matter in self._asked[offence] if not self._is_on_the_person(matter))

    def _for_the_authority(self, sensitivity: Sensitivity) -> Iterator[Matter]:
        for matter in sensitivity.matters:
            if matter.kind == "fact":
                burden = self._book.facts[matter.name].proof or matter.proof
                if burden is not None and burden.on == _ADDRESSEE:
                    yield matter

    def _is_on_the_person(self, matter: Matter) -> bool:
        return self._book.facts[matter.name].about == "person"

    def _place(self, matter: Matter) -> int:
        return self._order[matter.provisions[0]]

    def _point(self, matter: Matter, offences: Sequence[str]) -> Point:
        fact = self._book.facts[matter.name]
        sufficient = tuple(answer for answer in matter.suffices if answer != _NOT_SHOWN)
        return Point(
            number=next(self._numbers),
            name=matter.name,
            ask=matter.ask,
            under=tuple(QuestionAsked(provision=provision, title=self._book.questions[provision].title) for provision in matter.provisions),
            offences=tuple(offences),
            look_in=matter.look_in,
            proof=matter.proof,
            own=fact.proof,
            unit=matter.unit,
            suffices=tuple(Sufficient(answer=answer, wording=matter.answers.get(answer)) for answer in sufficient),
            excludes_nothing=matter.unit is None and set(sufficient) == set(matter.answers) - {_NOT_SHOWN},
            disputed=matter.findings,
            warrant=self._warrants[offences[0]],
        )


__all__ = ["FurtherInformation", "further_information"]
