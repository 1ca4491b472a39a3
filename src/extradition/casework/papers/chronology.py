"""The chronology: every date that the case file gives, each with its place and its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from extradition.case_file import CaseFile, Instrument, Offence, Particulars
from extradition.case_file.case_dates import Dates
from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.finding import Findings, Source
from extradition.case_file.particulars import Custody
from extradition.case_file.warrant import Warrant
from extradition.days import Days, first_day, last_day
from extradition.determination.decision_listed import DecisionListed
from extradition.hearing import Hearing
from extradition.law import Model
from extradition.source import Place

HAPPENED = Literal[
    "date of the case",
    "birth",
    "conduct",
    "decision",
    "summons",
    "issue",
    "certificate",
    "hearing listed",
    "bail",
    "custody",
    "evidence closed",
    "document",
]


class DatedEvent(Model):
    """One entry of a chronology.

    Attributes:
        day: the day, or the span of days.
        goes_on: whether it began on that day and has no recorded end.
        what: the kind of entry.
        of: the name of it, in the words of the case file.
        by: the court or the authority.
        offence: the id of the offence, if it is about one.
        source: where it is written; None if the case file alone gives it.
        place: the place of the date in the case file.
    """

    day: dt.date | Days
    goes_on: bool = False
    what: HAPPENED
    of: str | None = None
    by: str | None = None
    offence: str | None = None
    source: Source | None = None
    place: Place


class Chronology(Model):
    """Every date that the case file gives, the earliest first."""

    shape: Literal["chronology"] = "chronology"
    events: tuple[DatedEvent, ...]


def chronology_of(hearing: Hearing) -> Chronology:
    """The chronology of the case of *hearing*.

    Args:
        hearing: the case, heard.
    """
    case_file = hearing.case_file
    decisions = {each.id: each.decisions for each in hearing.determination.offences}
    events = [
        *_of_dates(case_file.dates, ()),
        *(
            each
            for i, w in enumerate(case_file.warrants)
            for each in _of_dates(w.dates, ("warrants", i), w.id)
        ),
        *_of_particulars(case_file),
        *(
            each
            for place, offence in case_file.every_offence.items()
            for each in _of_offence(offence, place, decisions[offence.id])
        ),
        *_of_closed_evidence(case_file.evidence_closed),
        *_of_documents(case_file),
    ]
    return Chronology(
        events=tuple(sorted(events, key=lambda each: (first_day(each.day), last_day(each.day))))
    )


def _of_dates(dates: Dates, place: Place, warrant: str | None = None) -> Iterator[DatedEvent]:
    for name, day in dates.days.items():
        yield DatedEvent(
            day=day,
            what="date of the case",
            of=name,
            by=warrant,
            place=(*place, "dates", name),
        )


def _of_particulars(case_file: CaseFile) -> Iterator[DatedEvent]:
    given, at = case_file.particulars or Particulars(), "particulars"
    person = given.requested_person
    if person is not None and person.date_of_birth is not None:
        born = (at, "requested_person", "date_of_birth")
        yield DatedEvent(day=person.date_of_birth, what="birth", place=born)
    yield from _of_instrument(given.warrant, (at, "warrant"))
    yield from _of_instrument(given.request, (at, "request"))
    for i, warrant in enumerate(case_file.warrants):
        yield from _of_instrument(warrant.particulars, ("warrants", i, at))
    for i, listed in enumerate(given.hearing_list):
        place = (at, "hearing_list", i, "date")
        yield DatedEvent(day=listed.date, what="hearing listed", of=listed.title, by=given.court, place=place)
    for i, span in enumerate(given.custody):
        yield _of_custody(span, (at, "custody", i, "from"))


def _of_instrument(instrument: Instrument | None, place: Place) -> Iterator[DatedEvent]:
    if instrument is None:
        return
    if instrument.issued is not None:
        yield DatedEvent(
            day=instrument.issued,
            what="issue",
            of=instrument.reference,
            by=instrument.issuing_authority,
            place=(*place, "issued"),
        )
    if instrument.certified is not None:
        yield DatedEvent(
            day=instrument.certified,
            what="certificate",
            of=instrument.certificate,
            place=(*place, "certified"),
        )


def _of_custody(span: Custody, place: Place) -> DatedEvent:
    ends = span.until is not None and span.until > span.from_
    day = Days.of(span.from_, span.until) if ends and span.until else span.from_
    return DatedEvent(day=day, goes_on=span.until is None, what=span.status, place=place)


def _of_offence(offence: Offence, place: Place, listed: tuple[DecisionListed, ...]) -> Iterator[DatedEvent]:
    if offence.conduct_date is not None:
        yield DatedEvent(
            day=offence.conduct_date,
            what="conduct",
            of=offence.title,
            offence=offence.id,
            place=(*place, "conduct_date"),
        )
    if offence.warrant is not None:
        yield from _summons(offence.warrant, offence.id, place)
    words = {each.id: each.kind for each in listed}
    for i, decision in enumerate(offence.decisions or ()):
        here = (*place, "decisions", i)
        if decision.date is not None:
            yield DatedEvent(
                day=decision.date,
                what="decision",
                of=words[decision.id],
                by=decision.court,
                offence=offence.id,
                source=decision.source,
                place=(*here, "date"),
            )
        if decision.warrant is not None:
            yield from _summons(decision.warrant, offence.id, here)


def _summons(warrant: Warrant, offence: str, place: Place) -> Iterator[DatedEvent]:
    """The day on which the form of *warrant* says that the person was summoned."""
    box = warrant.box_d
    if box is not None and box.summoned_on is not None:
        yield DatedEvent(
            day=box.summoned_on,
            what="summons",
            offence=offence,
            place=(*place, "warrant", "box_d", "summoned_on"),
        )


def _of_closed_evidence(closed: Sequence[ClosedEvidence]) -> Iterator[DatedEvent]:
    for i, each in enumerate(closed):
        yield DatedEvent(
            day=each.on,
            what="evidence closed",
            of=each.of,
            by=each.by,
            source=each.source,
            place=("evidence_closed", i, "on"),
        )


def _of_documents(case_file: CaseFile) -> Iterator[DatedEvent]:
    """Each document of which a finding or a decision gives the date, once."""
    documents: dict[tuple[object, ...], DatedEvent] = {}
    for source, place in _sources(case_file):
        if source.date is not None:
            event = DatedEvent(
                day=source.date, what="document", of=source.document, place=(*place, "source", "date")
            )
            documents.setdefault((source.document, source.date), event)
    yield from documents.values()


def _sources(case_file: CaseFile) -> Iterator[tuple[Source, Place]]:
    """Every source in *case_file*, with the place of the finding or decision that has it."""
    yield from _of_findings(case_file.findings, ())
    for i, warrant in enumerate(case_file.warrants):
        yield from _of_findings(warrant.findings, ("warrants", i))
    for place, offence in case_file.every_offence.items():
        yield from _of_findings(offence.findings, place)
        for i, decision in enumerate(offence.decisions or ()):
            here = (*place, "decisions", i)
            yield from _of_findings(decision.findings, here)
            if decision.source is not None:
                yield decision.source, here


def _of_findings(findings: Findings, place: Place) -> Iterator[tuple[Source, Place]]:
    for name, each in findings.items():
        for i, finding in enumerate(each):
            if finding.source is not None:
                yield finding.source, (*place, "findings", name, i)
