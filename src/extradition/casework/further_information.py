"""A draft request for further information: the unclear parts of the warrant, and the facts that the
authority has still to prove.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from extradition.case_file import CaseFile, Particulars
from extradition.casework.drafting import Drafting
from extradition.casework.points import Clarification, OnOffence, Point, PointKept
from extradition.determination import Determination, LawUsed, OffenceDetermination, WarrantUsed
from extradition.determination.caution import Caution
from extradition.determination.matter_used import MatterUsed, matter_in_words
from extradition.determination.outcome import CategoryUsed
from extradition.determination.reasons import AuthorityUsed
from extradition.determination.steps import NotAsked
from extradition.engine.agreement import ENGINE, READINGS_MADE
from extradition.hearing import Hearing, Under, hear
from extradition.law import LEFT_OUT_IF_NONE, PART, Model, Provision
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import Term
from extradition.rule_book.version import LEVEL
from extradition.sensitivity import sensitivities


class VersionRelied(Model):
    """The version of the law under which a point on *provision* matters."""

    provision: str
    version: str
    verified: LEVEL


class FurtherInformation(Model):
    """A draft, never sent, of a request for further information to the requesting authority; it supports a
    decision.

    Every point is an unknown or disputed fact that can still change the outcome of an offence and that the
    requesting authority has to prove. No point hangs on a presumption, and none is known here.

    Attributes:
        reference: the caller's own reference, unchanged.
        proceedings: the title of the rule book.
        particulars: the particulars of the case file, which head the draft.
        date_missing: the questions whose law a date of the case has still to choose. The draft asks nothing
            about the questions after them.
        burdens: the provisions that place the burden of proof on the authority.
        clarifications: the ambiguities of its warrant; they are numbered first.
        on_the_person: the points on the person, once for each warrant, in the order of the hearing.
        offences: the points on each offence alone.
        kept_back: the points that the draft does not ask: those that are known here, then those that matter
            only if a presumption falls.
        versions: the versions of the law under which the points matter.
        addresses: the web address of each provision.
        acts: the title of the Act of each provision.
        terms: the words of each fact, by name.

    Examples:
        >>> from extradition import CaseFile, RuleBook, further_information
        >>> case = CaseFile.load("examples/half_complete/case.yaml")
        >>> draft = further_information(case, RuleBook.load())
        >>> len(draft.clarifications), draft.points[0].number
        (3, 4)
    """

    report_name: ClassVar[Literal["further_information"]] = "further_information"
    """The name of this report, which its templates have too."""

    kind: Literal["draft request for further information (support)"] = (
        "draft request for further information (support)"
    )
    case: str
    reference: str | None = None
    citation: str | None
    proceedings: str
    part: PART
    own_matter: Annotated[MatterUsed | None, LEFT_OUT_IF_NONE] = None
    territory: str | None
    territory_name: str | None
    category: CategoryUsed | None
    law: LawUsed
    rule_book: str
    made_by: str
    case_file_hash: str
    readings: READINGS_MADE
    cautions: tuple[Caution, ...]
    particulars: Particulars | None = None
    warrants: tuple[WarrantUsed, ...] = ()
    date_missing: tuple[NotAsked, ...]
    burdens: tuple[str, ...]
    clarifications: tuple[Clarification, ...]
    on_the_person: tuple[Point, ...]
    offences: tuple[OnOffence, ...]
    kept_back: tuple[PointKept, ...] = ()
    versions: tuple[VersionRelied, ...]
    addresses: dict[str, str]
    acts: dict[str, str]
    terms: dict[str, Term]

    @property
    def matter(self) -> MatterUsed:
        """The matter of the case in words."""
        return matter_in_words(self.part, self.own_matter)

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point, by its number."""
        return (*self.on_the_person, *(point for offence in self.offences for point in offence.points))

    @property
    def authorities(self) -> dict[AuthorityUsed, tuple[int, ...]]:
        """The authorities cited on the ambiguities of the warrant, each once, with the numbers of its
        clarifications.
        """
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
    """The draft request for further information on *case_file*: the facts that can still matter and that the
    authority has to prove.

    Arguments and errors as for ``determine``. The same input gives the same draft. Nothing is sent.

    Args:
        case_file: the case file. Its dates choose the versions of the law.
        rule_book: the law.
        law: the name of a law in ``laws.yaml``; the case is heard on its day.
        as_at: a day; the case is heard on it.
        assuming: the ids of versions that apply whatever the dates.
        engine: ``durable`` for both readings of the rules, ``plain`` for the plain reading alone.

    Raises:
        SourceError, OptionError, EngineError: as for ``determine``.

    Examples:
        >>> from extradition import CaseFile, RuleBook, further_information
        >>> case = CaseFile.load("examples/half_complete/case.yaml")
        >>> draft = further_information(case, RuleBook.load())
        >>> draft.asks_nothing, draft.points[0].offences
        (False, ('cable-theft',))
    """
    return request_for(hear(case_file, rule_book, Under.of(law, as_at, assuming, engine)))


# Whole: one line for each field of the draft.
def request_for(hearing: Hearing) -> FurtherInformation:
    """The draft request for further information on the case of *hearing*.

    Args:
        hearing: a hearing under the law that the request has to satisfy; its sensitivity is worked out if
            it was not yet.
    """
    made, rule_book, drafted = hearing.determination, hearing.rule_book, _drafted(hearing)
    return FurtherInformation(
        case=made.case,
        reference=made.reference,
        citation=made.citation,
        proceedings=rule_book.title,
        part=made.part,
        own_matter=made.own_matter,
        territory=made.territory,
        territory_name=made.territory_name,
        category=made.category,
        law=made.law,
        rule_book=made.rule_book,
        made_by=made.made_by,
        case_file_hash=made.case_file_hash,
        readings=made.readings,
        cautions=made.cautions,
        particulars=made.particulars,
        warrants=made.warrants,
        date_missing=drafted.date_missing,
        burdens=drafted.burdens,
        clarifications=drafted.clarifications,
        on_the_person=drafted.on_the_person,
        offences=drafted.offences,
        kept_back=drafted.kept_back,
        versions=tuple(_versions_relied(made, drafted.asked_under)),
        addresses={each: rule_book.address(each) for each in drafted.provisions},
        acts={each: rule_book.acts[Provision(each).act].title for each in drafted.provisions},
        terms=_terms(made, drafted),
    )


@dataclass(frozen=True)
class _Drafted:
    """What a draft asks for."""

    clarifications: tuple[Clarification, ...]
    on_the_person: tuple[Point, ...]
    offences: tuple[OnOffence, ...]
    kept_back: tuple[PointKept, ...]
    date_missing: tuple[NotAsked, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        return (*self.on_the_person, *(point for each in self.offences for point in each.points))

    @property
    def asked_under(self) -> frozenset[str]:
        """The provisions of the questions at which a point matters."""
        points: tuple[Point | PointKept, ...] = (*self.points, *self.kept_back)
        return frozenset(under.provision for point in points for under in point.under)

    @property
    def burdens(self) -> tuple[str, ...]:
        """The provisions that place the burden of proof, in the order of the points."""
        return tuple(dict.fromkeys(point.proof.under for point in self.points if point.proof))

    @property
    def provisions(self) -> list[str]:
        """Every provision that the draft names."""
        return sorted({*self.asked_under, *self.burdens, *(each.provision for each in self.date_missing)})


def _drafted(hearing: Hearing) -> _Drafted:
    """The clarifications and the points of a draft, numbered in that order."""
    made = hearing.determination
    warrants = {offence.id: offence.warrant for offence in made.offences}
    drafting = Drafting(hearing.offences, sensitivities(hearing), warrants)
    return _Drafted(
        clarifications=tuple(drafting.clarifications(zip(made.offences, hearing.offences, strict=True))),
        on_the_person=tuple(drafting.on_the_person()),
        offences=tuple(
            OnOffence(
                id=offence.id,
                title=offence.title,
                case_type=offence.case_type,
                warrant=offence.warrant,
                points=tuple(drafting.on_offence(offence.id)),
            )
            for offence in made.offences
        ),
        kept_back=tuple(drafting.kept_back()),
        date_missing=tuple(dict.fromkeys(each for offence in made.offences for each in _undated(offence))),
    )


def _versions_relied(made: Determination, asked_under: Collection[str]) -> Iterator[VersionRelied]:
    """The versions that *made* applies at the provisions *asked_under*."""
    return (
        VersionRelied(provision=provision, version=version.id, verified=version.verified)
        for version, provision in made.versions_applied
        if provision in asked_under
    )


def _terms(made: Determination, drafted: _Drafted) -> dict[str, Term]:
    """The words of the facts that are asked for or kept back, of those presumed, and of those that are
    ambiguous.
    """
    turn_on = (each.ambiguity.turns_on for each in drafted.clarifications)
    kept_back = (name for point in drafted.kept_back for name in point.names)
    named = {*(point.name for point in drafted.points), *turn_on, *kept_back}
    return {name: term for name, term in made.terms.items() if name in named}


def _undated(offence: OffenceDetermination) -> Iterator[NotAsked]:
    """The questions of *offence* that a missing date keeps from being asked; with several warrants, the
    reason names the warrant.
    """
    for each in offence.not_asked:
        if each.because == "date missing":
            yield (
                each.model_copy(update={"why": f"on {offence.warrant}, {each.why[:1].lower()}{each.why[1:]}"})
                if offence.warrant and each.why
                else each
            )


__all__ = ["FurtherInformation", "further_information"]
