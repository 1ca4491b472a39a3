"""Everything that a case file records, in the order of its form, for a screen on which the user checks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.web.form.entries import Field, FindingFields, FormEntry
from extradition.web.form.fields import unshown_leaves
from extradition.web.form.form import Form
from extradition.web.form.heads import IssuedWarrantFields, OffenceFields
from extradition.web.form.particulars_fields import ParticularsFields
from extradition.web.form.sections import Section
from extradition.web.form.warrant_fields import WarrantFields


@dataclass(frozen=True)
class HeadAnswer:
    """A field at a head that is filled in.

    Attributes:
        key: the name of the field, which has a label on the page.
        value: its value in words.
        faults: its faults.
        side: the party that it concerns; empty for most.
    """

    key: str
    value: str
    faults: tuple[str, ...] = ()
    side: str = ""


@dataclass(frozen=True)
class HeadAnswers:
    """The fields of one head that are filled in.

    Attributes:
        kind: the kind of head: ``case``, ``dates``, ``particulars``, ``notes``, ``warrant``, ``offence``
            or ``form`` (that of a warrant).
        on: the name of the warrant or the offence; empty for the case.
        target: the id on the page at which to change them.
    """

    kind: str
    on: str
    target: str
    answers: tuple[HeadAnswer, ...]


@dataclass(frozen=True)
class StageAnswers:
    """The findings recorded at one stage, each with its entry."""

    section: Section
    findings: tuple[tuple[FormEntry, FindingFields], ...]


@dataclass(frozen=True)
class RecordedAnswers:
    """Everything that a case file records.

    Attributes:
        heads: the heads with something filled in.
        stages: the stages with a finding.
        unseen: the number of entries that no field shows, by the key of the case file that holds them.
    """

    heads: tuple[HeadAnswers, ...]
    stages: tuple[StageAnswers, ...]
    unseen: Mapping[str, int]


def recorded_answers(form: Form, rule_book: RuleBook) -> RecordedAnswers:
    """Everything that the case file of *form* records.

    Args:
        form: a form with every stage drawn.
        rule_book: has the words of codes.
    """
    stages = (StageAnswers(section, tuple(_findings(section))) for section in form.sections)
    return RecordedAnswers(
        heads=tuple(head for head in _heads(form, rule_book) if head.answers),
        stages=tuple(stage for stage in stages if stage.findings),
        unseen=_unseen(form),
    )


def _findings(section: Section) -> Iterator[tuple[FormEntry, FindingFields]]:
    return ((entry, found) for entry in section.entries if not entry.is_blank for found in entry.findings)


def _unseen(form: Form) -> Mapping[str, int]:
    """The number of leaves without a field, by the first key that is not a list of warrants or offences."""
    return Counter(
        next(str(part) for part in place if isinstance(part, str) and part not in ("warrants", "offences"))
        for place, leaf in unshown_leaves(form.rest).items()
        if leaf not in ({}, [])
    )


def _heads(form: Form, rule_book: RuleBook) -> Iterator[HeadAnswers]:
    territories = {code: territory.name for code, territory in rule_book.territories.items()}
    yield HeadAnswers("case", "", "head", tuple(_named(form.fields, territories)))
    yield HeadAnswers("dates", "", "head", tuple(_named(form.dates)))
    yield HeadAnswers("particulars", "", "particulars", tuple(_particulars(form.particulars)))
    yield HeadAnswers("notes", "", "notes", tuple(_listed("notes", form.notes)))
    for warrant in form.warrants:
        yield from _of_warrant(warrant)
    for offence in form.offences:
        yield from _of_offence(offence, rule_book)


def _of_warrant(warrant: IssuedWarrantFields) -> Iterator[HeadAnswers]:
    on, at = warrant.title.value or warrant.id.value, warrant.anchor
    own = {"title": warrant.title, "id": warrant.id, "taken_from": warrant.taken_from, **warrant.dates}
    yield HeadAnswers("warrant", on, at, tuple(_named(own)))
    yield HeadAnswers("particulars", on, f"{at}-particulars", tuple(_named(warrant.particulars)))


def _of_offence(offence: OffenceFields, rule_book: RuleBook) -> Iterator[HeadAnswers]:
    on = offence.title.value or offence.id.value
    case_type = rule_book.facts.get(ALWAYS_KNOWN)
    own = {
        "title": offence.title,
        "id": offence.id,
        "case_type": offence.case_type,
        "conduct_date": offence.conduct_date,
    }
    yield HeadAnswers(
        "offence", on, offence.anchor, tuple(_named(own, case_type.answers if case_type else None))
    )
    if offence.warrant:
        yield HeadAnswers("form", on, f"{offence.warrant.decisions.id}-form", tuple(_boxes(offence.warrant)))


def _named(fields: Mapping[str, Field], words: Mapping[str, str] | None = None) -> Iterator[HeadAnswer]:
    for key, field in fields.items():
        if field.value:
            coded = key in ("territory", "case_type", "place_of_service")
            value = (words or {}).get(field.value, field.value) if coded else field.value
            yield HeadAnswer(key, value, field.faults)


def _listed(key: str, fields: Iterable[Field], side: str = "") -> Iterator[HeadAnswer]:
    return (HeadAnswer(key, field.value, field.faults, side) for field in fields if field.value)


def _particulars(of: ParticularsFields) -> Iterator[HeadAnswer]:
    yield from _named(of.person)
    yield from _listed("nationality", of.nationality)
    yield from _named({**of.instrument, **of.papers})
    for (kind, side), fields in of.lawyers.items():
        yield from _listed(kind, fields, side)
    for hearing in of.hearings:
        yield from _together("hearing_list", hearing)
    for span in of.custody:
        yield from _together("custody", span)


def _together(key: str, fields: Mapping[str, Field]) -> Iterator[HeadAnswer]:
    """The *fields* of one item of a list as one answer."""
    filled = [field.value for field in fields.values() if field.value]
    if filled:
        yield HeadAnswer(
            key, ", ".join(filled), tuple(each for field in fields.values() for each in field.faults)
        )


def _boxes(of: WarrantFields) -> Iterator[HeadAnswer]:
    yield from _named({"decisions": of.decisions, "sentence_months": of.sentence_months})
    for tick in of.ticked:
        if tick.is_ticked:
            words = ": ".join(each for each in (tick.field.value, tick.says) if each)
            yield HeadAnswer("ticked", words, tick.field.faults)
    if of.none_ticked.is_ticked:
        yield HeadAnswer("none_ticked", "")
    served = {"place_of_service": of.place_of_service}
    yield from _named({"text": of.text})
    yield from _remarks("text_says", of)
    yield from _named(served, of.places)
    yield from _named({"summoned_on": of.summoned_on, "time_limit_days": of.time_limit_days})
    yield from _named({"later_document": of.later_document, "later_at": of.later_at, "later_by": of.later_by})
    yield from _remarks("later_says", of)


def _remarks(key: str, of: WarrantFields) -> Iterator[HeadAnswer]:
    for tick in of.text_says if key == "text_says" else of.later_says:
        if tick.is_ticked:
            yield HeadAnswer(key, tick.says or tick.field.value, tick.field.faults)
