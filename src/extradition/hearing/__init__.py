"""One hearing: a case file under a rule book becomes a determination."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from extradition.case_file import CaseFile
from extradition.determination import Caution, Determination, LawUsed
from extradition.determination.outcome import CategoryUsed
from extradition.hearing.combination import afterwards, combine, look_again
from extradition.hearing.offence import Heard
from extradition.hearing.path import Put
from extradition.hearing.readers import ENGINE, READINGS, reader_of
from extradition.law import PART
from extradition.rule_book import RuleBook, UnknownLawError
from extradition.rule_book.examination import day_of_designation, designation
from extradition.rules.book import NamedLaw
from extradition.source import SourceError


def determine(
    case_file: CaseFile,
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
) -> Determination:
    """Determine *case_file* under *rule_book*: what follows on its findings, why, and what is still open.

    The dates of the case choose the versions of the law. *law* names one from ``laws.yaml``, and *as_at* a day: the case
    is taken as heard on it. The versions *assuming* names are applied whatever the dates.

    Args:
        engine: ``durable`` derives every step twice, by durable rules and by the plain reading, and refuses a
            difference; ``plain`` makes the plain reading alone, and the determination says so.

    Returns:
        A determination (support), never a decision. The same input gives the same output.

    Raises:
        SourceError: the case file does not fit the rule book, or lacks a date that chooses the law.
        UnknownLawError: a law, version or day that the rule book does not have.
        EngineError: durable-rules is missing or failed, or the two readings differ.
    """
    hearing = hear(case_file, rule_book, law=law, as_at=as_at, assuming=assuming, engine=engine)
    given, case_file, part, day, heard = case_file, hearing.case_file, hearing.part, hearing.day, hearing.offences
    used = {(chosen.by, chosen.day) for each in heard for chosen in each.used if chosen.by is not None and chosen.day is not None}
    chosen_by = {by: tuple(sorted(day for other, day in used if other == by)) for by in sorted({by for by, _ in used})}
    offences = tuple(each.determination() for each in heard)
    combined = combine(offences)
    category = _category(case_file, rule_book)
    return Determination(
        case=case_file.case,
        citation=case_file.citation,
        part=part,
        territory=case_file.territory,
        territory_name=rule_book.territories[case_file.territory].name,
        category=category,
        taken_from=case_file.taken_from,
        law=LawUsed(
            name=law,
            title=hearing.named.title if hearing.named else None,
            as_at=day,
            dates=_dates(case_file),
            chosen_by=chosen_by,
            assuming=hearing.assuming,
            stated_as_at=rule_book.stated_as_at,
        ),
        rule_book=rule_book.digest,
        made_by=made_by(),
        readings=READINGS[engine],
        cautions=(*_cautions(case_file, rule_book, category, (day for _, day in used), day, engine), *look_again(rule_book, combined, heard)),
        notes=case_file.notes,
        addresses=rule_book.addresses[part],
        exits=rule_book.exits,
        offences=offences,
        combined=combined,
        combined_under=rule_book.combination.under if rule_book.combination else None,
        afterwards=tuple(afterwards(rule_book, part, offences, heard)),
        case_file=given.alone(),
    )


@dataclass(frozen=True)
class Hearing:
    """A case as it was heard: with its Part, the law that was *named* and its *day*, the versions assumed, every offence."""

    case_file: CaseFile
    part: PART
    named: NamedLaw | None
    day: dt.date | None
    assuming: tuple[str, ...]
    offences: tuple[Heard, ...]


def hear(
    case_file: CaseFile,
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
) -> Hearing:
    """Walk through the Part for every offence of *case_file*; arguments and errors as for ``determine``."""
    case_file = rule_book.examine(case_file)
    part: PART = "2" if case_file.part == "2" else "1"
    named = rule_book.law(law) if law is not None else None
    if named is not None and as_at is not None:
        raise UnknownLawError("a law that is named has its own day; leave out either the law or the day")
    day = named.as_at if named else as_at
    assumed = _assumed(part, rule_book, named.assuming if named else (), assuming)
    offences = tuple(Heard(case_file, offence, rule_book, day, assumed, reader_of(rule_book, engine)) for offence in case_file.offences)
    person: tuple[dict[str, Put], dict[str, Put]] = ({}, {})
    for each in offences:
        each.walk(*person)
    wanting = {place: fault for each in offences for place, fault in each.wanting.items()}
    if wanting:
        raise SourceError(case_file.problems(list(wanting.values())))
    return Hearing(case_file, part, named, day, assumed, offences)


def _assumed(part: str, rule_book: RuleBook, by_law: Iterable[str], by_caller: Iterable[str]) -> tuple[str, ...]:
    """The versions assumed: those of the named law that are of the case's Part, and all that the caller names."""
    own = tuple(by_caller)
    for name in own:
        if name in rule_book.versions and rule_book.part(rule_book.versions[name][0]) != part:
            raise UnknownLawError(f"{name} is of the other Part; this is a Part {part} case")
    of_part = [name for name in by_law if rule_book.part(rule_book.versions[name][0]) == part]
    return tuple(dict.fromkeys((*of_part, *own)))


def _category(case_file: CaseFile, rule_book: RuleBook) -> CategoryUsed | None:
    looked_up = day_of_designation(case_file)
    found = designation(rule_book.territories[case_file.territory], "category", looked_up[0]) if looked_up else None
    if looked_up is None or found is None:
        return None
    return CategoryUsed(category=found.is_, day=looked_up[0], selected_by=looked_up[1], by=found.by, verified=found.verified)


@cache
def made_by() -> str:
    """The package and its version."""
    return f"extradition {version('extradition')}"


def _dates(case_file: CaseFile) -> dict[str, dt.date]:
    return {name: day for name, day in case_file.dates if isinstance(day, dt.date)}


def _cautions(
    case_file: CaseFile,
    rule_book: RuleBook,
    category: CategoryUsed | None,
    chosen_on: Iterable[dt.date],
    day: dt.date | None,
    engine: ENGINE,
) -> Iterator[Caution]:
    territory = rule_book.territories[case_file.territory]
    if case_file.taken_from is not None:
        yield Caution(kind="hearing taken from", provision=case_file.taken_from)
    if category is None:
        yield Caution(kind="designation not known", said=territory.name)
    elif category.category == "none":
        yield Caution(kind="in no category", said=territory.name, why=territory.note)
    elif category.verified == "recalled":
        yield Caution(kind="unverified designation", fact=territory.name, said=f"category {category.category}", why=category.by, verified="recalled")
    if category is not None and category.selected_by == "hearing date":
        yield Caution(kind="designation by the hearing date", said=category.day.isoformat())
    if day is not None and any(other != day for other in _dates(case_file).values()):
        yield Caution(kind="dates set aside", said=day.isoformat())
    latest = max(chosen_on, default=rule_book.stated_as_at)
    if latest > rule_book.stated_as_at:
        yield Caution(kind="after the day on which the law is stated", said=latest.isoformat())
    if engine == "plain":
        yield Caution(kind="plain reading alone")


__all__ = ["Hearing", "determine", "hear", "made_by"]
