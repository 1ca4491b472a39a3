"""The designation of a territory by instruments, on the dates of a case."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extradition.case_file import CaseFile, Dates
from extradition.days import Days, first_day, last_day
from extradition.determination.outcome import CategoryUsed
from extradition.law import PART, SELECTOR
from extradition.rule_book import RuleBook
from extradition.rule_book.book import DESIGNATED_AS, Designation, Territory
from extradition.rule_book.matter import NO_CATEGORY
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


def may_be_designated(dates: Dates, territory: Territory, what: str, when: dt.date | Days) -> frozenset[str]:
    """Each status that *territory* may have on the dates of a case.

    Those of earlier days are among them, where the arrest or the certificate is missing.

    Args:
        dates: the dates of one warrant.
        territory: the territory.
        what: the kind of designation, as for ``designation``.
        when: the day or the span of days of the dates that are there.
    """
    first = dt.date.min if None in (dates.arrest, dates.certificate) else first_day(when)
    spans: tuple[Designation[Any], ...] = getattr(territory, what)
    return frozenset(
        span.is_
        for span in spans
        if (span.from_ is None or span.from_ <= last_day(when)) and (span.until is None or first < span.until)
    )


@dataclass(frozen=True)
class EarlierStatus:
    """Another status that the territory had before a day, on which a missing date may have been.

    Attributes:
        missing: the key of the missing date.
        before: the first day of the present status.
        facts: the facts that the territory settles and that had another answer.
    """

    missing: str
    before: dt.date
    facts: tuple[str, ...]


def earlier_status(case_file: CaseFile, rule_book: RuleBook, part: PART) -> EarlierStatus | None:
    """The status of the territory before the last change, where the arrest or the certificate is missing.

    None if both or neither are missing, or if the territory came into its category after the change.

    Args:
        case_file: the case file, with the dates of one warrant.
        rule_book: the law, with the designations of each territory.
        part: the matter of the case.
    """
    dates, looked_up = case_file.dates, day_of_designation(case_file)
    missing = [name for name in ("arrest", "certificate") if dates.of(name) is None]
    territory = rule_book.territories.get(case_file.territory or "")
    if len(missing) != 1 or looked_up is None or territory is None:
        return None
    day = first_day(looked_up[0])
    category = designation(territory, "category", day)
    since = category.from_ if category else None
    changed = {
        name: before
        for name, what in rule_book.from_territory.items()
        if name in rule_book.subjects[part]
        and (before := _last_change(getattr(territory, what), day)) is not None
        and (since is None or since < before)
    }
    if not changed:
        return None
    latest = max(changed.values())
    return EarlierStatus(missing[0], latest, tuple(name for name in changed if changed[name] == latest))


def _last_change(spans: Sequence[Designation[Any]], day: dt.date) -> dt.date | None:
    """The last day, not after *day*, on which the status changed; None if it did not."""
    changes = [
        after.from_
        for before, after in itertools.pairwise(spans)
        if before.is_ != after.is_ and after.from_ is not None and after.from_ <= day
    ]
    return max(changes, default=None)


def changes_of_designation(case_file: CaseFile, rule_book: RuleBook, selector: SELECTOR) -> set[dt.date]:
    """The days on which a designation of the territory begins or ends, if a missing date chooses among them.

    Args:
        case_file: the case file, without that date.
        rule_book: the law, with the designations of each territory.
        selector: the name of the missing date.
    """
    territory = rule_book.territories.get(case_file.territory or "")
    choosing = {"arrest date", "certificate date"}
    if day_of_designation(case_file) is None:
        choosing.add("hearing date")
    if territory is None or selector not in choosing:
        return set()
    spans = [span for what in rule_book.from_territory.values() for span in getattr(territory, what)]
    return {day for span in spans for day in (span.from_, span.until) if day is not None}


def designated(case_file: CaseFile, rule_book: RuleBook) -> Iterator[tuple[str, Designation[Any]]]:
    """Each fact that the territory settles on the dates of the case, with the designation that settles it.

    Where the arrest or the certificate is missing, a finding that is right on an earlier day counts in its
    place.

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
        if found is None:
            continue
        others = {finding.answer for finding in case_file.findings.get(name, ())} - {found.is_}
        if not (others and others <= may_be_designated(case_file.dates, territory, what, looked_up[0])):
            yield name, found


def category_used(case_file: CaseFile, territory: Territory, rule_book: RuleBook) -> CategoryUsed | None:
    """The category of *territory* on the dates of the case.

    None if the rule book does not know it, or if the case is of another Part.

    Args:
        case_file: the case file, with the dates of one warrant and its matter.
        territory: its territory.
        rule_book: the law, with the category of each matter.
    """
    looked_up = day_of_designation(case_file)
    found = designation(territory, "category", looked_up[0]) if looked_up else None
    if looked_up is None or found is None:
        return None
    matter = None if found.is_ == NO_CATEGORY else rule_book.matter_of(found.is_)
    if matter is not None and matter != case_file.part:
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
