"""The designation of a territory by instruments, on the dates of a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from extradition.case_file import CaseFile
from extradition.days import Days, first_day, last_day
from extradition.determination.outcome import CategoryUsed
from extradition.rule_book import RuleBook
from extradition.rule_book.book import DESIGNATED_AS, Designation, Territory
from extradition.source import Fault


def day_of_designation(case_file: CaseFile) -> tuple[dt.date | Days, str] | None:
    """The day or span that chooses the designation of the territory, and the name of that date; None without
    a date.

    The earlier of the arrest and the certificate: the Orders that changed designations saved the cases in
    which either had happened. If the case file has neither, the hearing.

    Args:
        case_file: the case file, with the dates of one warrant.
    """
    dates = case_file.dates
    dated = [
        (day, name)
        for day, name in ((dates.certificate, "certificate date"), (dates.arrest, "arrest date"))
        if day is not None
    ]
    if not dated:
        return (dates.hearing, "hearing date") if dates.hearing else None
    earliest, name = min((first_day(day), name) for day, name in dated)
    latest = min(last_day(day) for day, _ in dated)
    return (earliest if earliest == latest else Days.of(earliest, latest)), name


def designation(
    territory: Territory, what: DESIGNATED_AS | str, when: dt.date | Days
) -> Designation[Any] | None:
    """The designation of *territory* on a day, or on every day of a span; None if the rule book does not know
    it.

    Args:
        territory: the territory.
        what: the kind of designation: ``category``, or the name under which a fact takes it from the
            territory.
        when: the day or the span of days.
    """
    spans: tuple[Designation[Any], ...] = getattr(territory, what)
    return next(
        (span for span in spans if span.covers(first_day(when)) and span.covers(last_day(when))), None
    )


def designated(case_file: CaseFile, rule_book: RuleBook) -> Iterator[tuple[str, Designation[Any]]]:
    """Each fact that the territory settles on the dates of the case, with the designation that settles it.

    Args:
        case_file: the case file; a territory settles nothing if *rule_book* does not have it.
        rule_book: the law, with the designations of each territory.
    """
    looked_up = day_of_designation(case_file)
    territory = rule_book.territories.get(case_file.territory or "")
    if looked_up is None or territory is None:
        return
    for name, what in rule_book.from_territory.items():
        found = designation(territory, what, looked_up[0])
        if found is not None:
            yield name, found


def category_used(case_file: CaseFile, territory: Territory) -> CategoryUsed | None:
    """The category of *territory* on the dates of the case; None if the rule book does not know it.

    Args:
        case_file: the case file, with the dates of one warrant.
        territory: its territory.
    """
    looked_up = day_of_designation(case_file)
    found = designation(territory, "category", looked_up[0]) if looked_up else None
    if looked_up is None or found is None:
        return None
    return CategoryUsed(
        category=found.is_,
        day=looked_up[0],
        selected_by=looked_up[1],
        by=found.by,
        verified=found.verified,
    )


def designation_faults(case_file: CaseFile, rule_book: RuleBook) -> Iterator[Fault]:
    """A fault for each finding that contradicts the designation of the territory.

    Args:
        case_file: the case file, with the dates of one warrant.
        rule_book: the law, with the designations of each territory.
    """
    for name, found in designated(case_file, rule_book):
        message = f"territories.yaml has {found.is_!r} for {case_file.territory}, by {found.by}"
        yield from contradicting(case_file, name, found.is_, message)


def contradicting(case_file: CaseFile, name: str, answer: str, message: str) -> Iterator[Fault]:
    """A fault for each finding on the fact *name* that gives another answer than the one that is settled.

    Args:
        case_file: the case file, with its findings on the person.
        name: a fact.
        answer: the settled answer.
        message: what settles it.
    """
    for i, finding in enumerate(case_file.findings.get(name, ())):
        if finding.answer != answer:
            yield Fault(("findings", name, i, "answer"), message)
