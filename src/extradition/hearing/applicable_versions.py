"""The version of each question that governs an offence, by the dates of the case or a day in place of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extradition.case_file import CaseFile, Offence
from extradition.days import Days, first_day, last_day
from extradition.law import SELECTOR
from extradition.rule_book import RuleBook
from extradition.rule_book.consequences import Order
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import Fault, Place, UnknownLawError, nearest

ONLY_LAW = "only law"
"""The choice of a version without its date: the law is the same on every day on which the date may fall."""
EVERY_DAY = "every day alike"
"""The choice of a version without its date: every version gives the same answer."""
DAY_NAMED = "day named"
"""The choice of a version by a day that the user named in place of the dates of the case."""


@dataclass(frozen=True)
class Chosen:
    """The version of a question that governs a case, and the date that chose it.

    Attributes:
        version: the version.
        when: the date or span of days that chose it; None if it was assumed, or if its date is missing.
            Every day of a span chooses the same version.
        by: the name of that date, or another ground of the choice; None if the version was assumed.
    """

    version: Version
    when: dt.date | Days | None = None
    by: str | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """The version and the date that chose it: equal keys are equal choices."""
        return (self.version.id, self.when, self.by)

    @property
    def day(self) -> dt.date | None:
        """The day that chose it, the first day of a span."""
        return None if self.when is None else first_day(self.when)


@dataclass(frozen=True)
class NotInForce:
    """A question that the Act does not have on *day*, the date that *by* names."""

    day: dt.date
    by: str


@dataclass(frozen=True)
class DateMissing(Fault):
    """A missing date or hour that chooses a version.

    Attributes:
        selector: the name of the date.
        within: the span in which the case file says that the date falls, if it gives one.
    """

    selector: SELECTOR
    within: Days | None = None


Choice = Chosen | NotInForce | Fault
"""The version, or why there is none; a Fault where the date that chooses is missing, or chooses no version."""


def choose(provision: str, question: Question, case_file: CaseFile, offence: Offence, as_at: dt.date | None) -> Choice:
    """The version of *question* that the dates of the case choose, or why there is none.

    With *as_at*, the case is heard on that day. An arrest, a certificate or conduct before that day still chooses the
    law that it saved; after it, the day chooses. A span of days chooses a version if every day of it chooses the same.

    Args:
        provision: the provision of the question, for messages.
        question: the question.
        case_file: the case file, with its dates.
        offence: the offence, with the date of its conduct.
        as_at: the day on which the case is heard, if it is not that of the case file.

    Raises:
        UnknownLawError: the law changed within the day *as_at*, or the question has no version on it.
    """
    selector = question.versions[0].in_force.selected_by
    own, place = _date(case_file, offence, selector)
    when, by = _looked_up(own, selector, as_at)
    first, last = _days_to_try(question, possible_days(case_file, offence, selector, when))
    turning = [day for day, hour in turns(question) if first < day <= last or (hour and day == first != last)]
    if turning and when is None:
        return DateMissing(place, f"is required: it chooses the version of {provision}", selector)
    if turning and isinstance(when, Days):
        return DateMissing(place, f"is required to the day: the law of {provision} changed on {turning[0]}", selector, Days.of(first, last))
    hour = case_file.dates.arrest_hour if by == "arrest date" else None
    return _on(provision, question, first, _Lookup(when, by if when else ONLY_LAW, place, hour))


@dataclass(frozen=True)
class _Lookup:
    """The date that chooses a version: its day or span, its name, its place in the case file, its hour."""

    when: dt.date | Days | None
    by: str
    place: Place
    hour: dt.time | None


def _on(provision: str, question: Question, day: dt.date, lookup: _Lookup) -> Choice:
    """The version of *question* in force on *day*, the first day that can choose; or why there is none."""
    named = lookup.by == DAY_NAMED
    split = next((at for version in question.versions if (at := version.in_force.splits(day)) is not None), None)
    if split is not None and lookup.hour is None and lookup.when is not None:
        if named:
            raise UnknownLawError(f"{provision} changed at {split:%H:%M} on {day}; name the day before or the day after")
        return DateMissing(("dates", "arrest_hour"), f"is required, as 22:59: {provision} changed at {split:%H:%M} on {day}", "arrest date")
    for version in question.versions:
        if version.in_force.covers(day, lookup.hour):
            return Chosen(version, lookup.when, lookup.by)
    if question.while_not_in_force is not None or question.is_limb:
        return NotInForce(day, lookup.by)
    if named:
        raise UnknownLawError(f"{provision} has no version in force on {day}")
    return Fault(lookup.place, f"no version of {provision} is in force on {day}; the first begins on {question.versions[0].in_force.from_}")


def possible_days(case_file: CaseFile, offence: Offence, selector: SELECTOR, when: dt.date | Days | None) -> tuple[dt.date, dt.date]:
    """The first and the last day on which a date of the case may fall. No other date is later than the hearing.

    Args:
        case_file: the case file, with its other dates.
        offence: the offence, with the date of its conduct.
        selector: the name of the date.
        when: the day or the span that the case file gives for it, if any.
    """
    if isinstance(when, dt.date):
        return when, when
    dates = case_file.dates
    first, last = (dt.date.min, dt.date.max) if when is None else (when.from_, when.until)
    if selector == "hearing date":
        before = [first_day(day) for day in (dates.arrest, dates.certificate, offence.conduct_date) if day is not None]
        return min(max(first, *before), last) if before else first, last
    return first, max(first, min(last, last_day(dates.hearing))) if dates.hearing else last


def _days_to_try(question: Question, days: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    """*days* from the first version on; all of them if the Act says where the hearing goes before it."""
    begins = question.versions[0].in_force.from_
    if not isinstance(begins, dt.date) or question.while_not_in_force is not None or days[0] == days[1]:
        return days
    return min(max(days[0], begins), days[1]), days[1]


def turns(question: Question) -> Iterator[tuple[dt.date, dt.time | None]]:
    """Each day, with its hour if any, on which the law of *question* changes: its version, its gate or an order."""
    for version in question.versions:
        in_force = version.in_force
        if isinstance(in_force.from_, dt.date):
            yield in_force.from_, in_force.from_hour
            if in_force.until is not None:
                yield in_force.until, in_force.until_hour
    if question.asked_if and question.asked_if.earlier:
        yield question.asked_if.earlier.until, None
    for way in (question.yes, question.no):
        if isinstance(way, Order) and way.unless:
            yield way.unless.from_, None


def _looked_up(own: dt.date | Days | None, selector: SELECTOR, as_at: dt.date | None) -> tuple[dt.date | Days | None, str]:
    """The date that chooses the version, and its name: the date of the case, or *as_at* in place of a later one."""
    if as_at is None:
        return own, selector
    if own is None or first_day(own) > as_at or selector == "hearing date":
        return as_at, DAY_NAMED
    if last_day(own) <= as_at:
        return own, selector
    return (as_at if first_day(own) == as_at else Days.of(first_day(own), as_at)), selector


def _date(case_file: CaseFile, offence: Offence, selector: SELECTOR) -> tuple[dt.date | Days | None, Place]:
    """The date that *selector* names, and its place in the case file."""
    if selector == "conduct date":
        return offence.conduct_date, ("offences", next(i for i, each in enumerate(case_file.offences) if each is offence), "conduct_date")
    name = selector.removesuffix(" date")
    return getattr(case_file.dates, name), ("dates", name)


def choose_all(case_file: CaseFile, offence: Offence, rule_book: RuleBook, as_at: dt.date | None, assuming: Iterable[str]) -> dict[str, Choice]:
    """The version of every question in the case's Part, for one offence.

    Args:
        case_file: the case file, with its Part and dates.
        offence: the offence.
        rule_book: the law.
        as_at: the day on which the case is heard, if it is not that of the case file.
        assuming: the ids of versions that apply whatever the dates.

    Raises:
        UnknownLawError: *assuming* names no version, or two of one question; no version is in force on *as_at*.
    """
    assumed = _assumed(rule_book, assuming)
    return {
        provision: Chosen(assumed[provision]) if provision in assumed else choose(provision, question, case_file, offence, as_at)
        for provision, question in rule_book.questions_in(str(case_file.part))
    }


def _assumed(rule_book: RuleBook, assuming: Iterable[str]) -> dict[str, Version]:
    """The version assumed for each question, by provision."""
    assumed: dict[str, Version] = {}
    for version_id in assuming:
        if version_id not in rule_book.versions:
            raise UnknownLawError(f"{version_id!r} is not a version in this rule book{nearest(version_id, rule_book.versions)}")
        provision, version = rule_book.versions[version_id]
        if assumed.setdefault(provision, version) is not version:
            raise UnknownLawError(f"{assumed[provision].id} and {version_id} are both versions of {provision}; assume one")
    return assumed
