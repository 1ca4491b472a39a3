"""The dates of a case that choose versions of the law: their days, or the days on which a missing date may
fall.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extradition.case_file import CaseFile, Offence
from extradition.case_file.case_dates import Dates
from extradition.days import FIRST_DAY, LAST_DAY, Days, first_day, last_day
from extradition.law import SELECTOR
from extradition.rule_book.in_force import Moment, SpansInForce, moment_of
from extradition.source import Place

DAY_NAMED = "day named"
"""The choice of a version by a day that the user named in place of the dates of the case."""
_LAST_HOUR = dt.time.max


@dataclass(frozen=True)
class SelectingDate:
    """One date of a case that chooses versions.

    Attributes:
        selector: the name of the date.
        when: its day or span of days; None if it is missing.
        by: its name in reports: that of the date, or ``DAY_NAMED``.
        place: its place in the case file.
        first: the first day on which it may fall.
        last: the last day on which it may fall.
        hour: the hour, if it is known.
    """

    selector: SELECTOR
    when: dt.date | Days | None
    by: str
    place: Place
    first: dt.date
    last: dt.date
    hour: dt.time | None = None

    @property
    def is_one_moment(self) -> bool:
        """Whether it falls on one day; for an arrest, at a known hour of it."""
        return self.first == self.last and (
            self.hour is not None or self.selector != "arrest date"
        )  # only an arrest may have an hour

    def moments(self, turning: Iterable[Moment]) -> tuple[Moment, ...]:
        """The first moment at which the date may fall, and each later one of *turning*.

        A day is one moment, unless it is that of an arrest whose hour is not known.

        Args:
            turning: the moments at which the law changes.
        """
        begins = moment_of(self.first, self.hour)
        if self.is_one_moment:
            return (begins,)
        return (begins, *sorted({moment for moment in turning if begins < moment <= (self.last, _LAST_HOUR)}))


def selecting_date(
    case_file: CaseFile, offence: Offence, selector: SELECTOR, as_at: dt.date | None
) -> SelectingDate:
    """The date of the case that *selector* names, or the day *as_at* in place of a later one.

    The decision on the certificate is of the date of the certificate. Without one it is still to come, so the
    date of the hearing stands for it.

    Args:
        case_file: the case file, with its dates.
        offence: the offence, with the date of its conduct.
        selector: the name of the date.
        as_at: the day on which the case is heard, if it is not that of the case file.
    """
    if selector == "certificate decision date":
        decided: SELECTOR = "certificate date" if case_file.dates.certificate else "hearing date"
        return replace(selecting_date(case_file, offence, decided, as_at), selector=selector)
    own, place = _date(case_file, offence, selector)
    when, by = _looked_up(case_file.dates, own, selector, as_at)
    first, last = possible_days(case_file, offence, selector, when)
    return SelectingDate(
        selector, when, by, place, first, last, case_file.dates.arrest_hour if by == "arrest date" else None
    )


def is_before_enactment(case_file: CaseFile, offence: Offence, in_force: SpansInForce) -> bool:
    """Whether a prospective version was enacted after every day on which the date that would choose it can
    fall.

    On the day itself it may have come into force.

    Args:
        case_file: the case file, with its dates.
        offence: the offence, with the date of its conduct.
        in_force: the spans of the version.
    """
    date = selecting_date(case_file, offence, in_force.spans[0].selected_by, None)
    return in_force.enacted is not None and date.last < in_force.enacted


def possible_days(
    case_file: CaseFile, offence: Offence, selector: SELECTOR, when: dt.date | Days | None
) -> tuple[dt.date, dt.date]:
    """The first and the last day on which a date of the case may fall.

    No other date is later than the hearing.

    Args:
        case_file: the case file, with its other dates.
        offence: the offence, with the date of its conduct.
        selector: the name of the date.
        when: the day or the span that the case file gives for it, if any.
    """
    if isinstance(when, dt.date):
        return when, when
    dates = case_file.dates
    first, last = (FIRST_DAY, LAST_DAY) if when is None else (when.from_, when.until)
    if selector == "hearing date":
        others = (*(day for name, day in dates.days.items() if name != "hearing"), offence.conduct_date)
        before = [first_day(day) for day in others if day is not None]
        return min(max(first, *before), last) if before else first, last
    if selector == "consent date" and dates.arrest is not None:
        first = min(max(first, first_day(dates.arrest)), last)
    ends = [last_day(day) for day in (dates.hearing, _latest_by(dates, selector)) if day is not None]
    return first, max(first, min(last, *ends)) if ends else last


def _latest_by(dates: Dates, selector: SELECTOR) -> dt.date | Days | None:
    """The date that the missing date of *selector* cannot be after; the earlier of two is no later than
    the one that is known.
    """
    return dates.provisional_warrant if selector == "certificate date" else None


def _looked_up(
    dates: Dates, own: dt.date | Days | None, selector: SELECTOR, as_at: dt.date | None
) -> tuple[dt.date | Days | None, str]:
    """The date that chooses the version, and its name: the date of the case, or *as_at* in place of a
    later one.
    """
    if as_at is None:
        return own, selector
    latest = own or _latest_by(dates, selector)
    if own is None and latest is not None and last_day(latest) <= as_at:
        return None, selector
    if own is None or first_day(own) > as_at or selector == "hearing date":
        return as_at, DAY_NAMED
    if last_day(own) <= as_at:
        return own, selector
    return (as_at if first_day(own) == as_at else Days.of(first_day(own), as_at)), selector


def _date(case_file: CaseFile, offence: Offence, selector: SELECTOR) -> tuple[dt.date | Days | None, Place]:
    """The date that *selector* names, and its place in the case file."""
    if selector == "conduct date":
        place = next(i for i, each in enumerate(case_file.offences) if each is offence)
        return offence.conduct_date, ("offences", place, "conduct_date")
    dates = case_file.dates
    if selector == "certificate date":
        return _earlier(dates.certificate, dates.provisional_warrant), ("dates", "certificate")
    name = selector.removesuffix(" date").replace(" ", "_")
    return dates.of(name), ("dates", name)


def _earlier(
    certificate: dt.date | Days | None, provisional_warrant: dt.date | Days | None
) -> dt.date | Days | None:
    """The earlier of the two dates; the certificate where there is no provisional warrant, and None
    without a certificate.
    """
    if certificate is None or provisional_warrant is None:
        return certificate
    both = (certificate, provisional_warrant)
    first, last = min(map(first_day, both)), min(map(last_day, both))
    return first if first == last else Days.of(first, last)
