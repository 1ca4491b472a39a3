"""The version of each question that governs an offence, by the dates of the case or a day in place of
them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from extradition.case_file import CaseFile, Offence
from extradition.days import FIRST_DAY, Days, first_day
from extradition.hearing.laws_by_moment import LawsByMoment
from extradition.hearing.selecting_dates import DAY_NAMED, SelectingDate, selecting_date
from extradition.law import SELECTOR
from extradition.rule_book import RuleBook
from extradition.rule_book.in_force import Moment
from extradition.rule_book.question import Question
from extradition.rule_book.turning_points import has_law_before, version_at
from extradition.rule_book.version import Version
from extradition.source import Fault, UnknownDayError

ONLY_LAW = "only law"
"""The choice of a version without its date: the law is the same on every day on which the date may fall."""
EVERY_DAY = "every day alike"
"""The choice of a version without its date: every version gives the same answer."""


@dataclass(frozen=True)
class Selected:
    """One more date that chose a version: the name of the date, its name in reports, and its day or span."""

    selector: SELECTOR
    by: str
    when: dt.date | Days


@dataclass(frozen=True)
class Chosen:
    """The version of a question that governs a case, and the date that chose it.

    Attributes:
        version: the version.
        when: the date or span of days that chose it; None if it was assumed, or if its date is missing.
            Every day of a span chooses the same version.
        by: the name of that date, or another ground of the choice; None if the version was assumed.
        selector: the name of the date of the case; None if no date was looked at.
        also: the other dates that chose it together with the first.
    """

    version: Version
    when: dt.date | Days | None = None
    by: str | None = None
    selector: SELECTOR | None = None
    also: tuple[Selected, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """The version with every date that chose it: equal keys are equal choices."""
        return (self.version.id, self.when, self.by, self.selector, self.also)

    @property
    def day(self) -> dt.date | None:
        """The latest day that chose it; of a span, the first day."""
        days = [
            first_day(when) for when in (self.when, *(other.when for other in self.also)) if when is not None
        ]
        return max(days, default=None)

    @property
    def dates(self) -> Iterator[tuple[str, dt.date | Days]]:
        """Every date that chose it: its name in reports, and its day or span."""
        if self.by is not None and self.when is not None:
            yield self.by, self.when
        yield from ((other.by, other.when) for other in self.also)


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
        of: the provision whose version it chooses.
        within: the span in which the case file says that the date falls, if it gives one.
        changed: the moment of a change of that law, where the day or the span is known.
        possible: the versions that the missing dates may choose, oldest first; None for no version.
        dates: every date that chooses the version, known or missing.
        others: the other missing dates that may choose between versions.
    """

    selector: SELECTOR
    of: str
    within: Days | None = None
    changed: Moment | None = None
    possible: tuple[Version | None, ...] = ()
    dates: tuple[SelectingDate, ...] = ()
    others: tuple[DateMissing, ...] = ()

    @property
    def name(self) -> str:
        """The name of the date: the same for each question, whatever the decision that it dates."""
        key = str(self.place[-1])
        return key if key.endswith(("_date", "_hour")) else f"{key}_date"


Choice = Chosen | NotInForce | Fault
"""The version, or why there is none; a Fault where the date that chooses is missing, or chooses no
version."""


def choose(
    provision: str, question: Question, case_file: CaseFile, offence: Offence, as_at: dt.date | None
) -> Choice:
    """The version of *question* that the dates of the case choose, or why there is none.

    With *as_at*, the case is heard on that day. Any other date of the case before that day still chooses the
    law that it saved; after it, the day chooses. A missing date, or a span of days, chooses a version if all
    its days choose the same.

    Args:
        provision: the provision of the question, for messages.
        question: the question.
        case_file: the case file, with its dates.
        offence: the offence, with the date of its conduct.
        as_at: the day on which the case is heard, if it is not that of the case file.

    Raises:
        UnknownDayError: the law changed within the day *as_at*, or the question has no version on it.
    """
    return _choose(
        provision,
        question,
        {name: selecting_date(case_file, offence, name, as_at) for name in question.selectors},
    )


def _choose(provision: str, question: Question, selecting: Mapping[SELECTOR, SelectingDate]) -> Choice:
    """The version of *question* that the dates of the case choose, by their names."""
    dates = tuple(_from_the_first_version(question, selecting[name]) for name in question.selectors)
    if all(date.is_one_moment for date in dates):
        return choice_at(provision, question, dates, tuple(date.moments(())[0] for date in dates))
    laws = LawsByMoment(question, dates)
    faults = [_missing(provision, dates[axis], moments) for axis, moments in laws.undecided()]
    if faults:
        return replace(faults[0], possible=laws.versions, dates=dates, others=tuple(faults[1:]))
    return choice_at(provision, question, dates, laws.first)


def choice_at(
    provision: str, question: Question, dates: tuple[SelectingDate, ...], at: tuple[Moment, ...]
) -> Choice:
    """The version of *question* at a combination of moments, with the dates that chose it; or why there is
    none.

    Args:
        provision: the provision of the question, for messages.
        question: the question.
        dates: the dates that choose among its versions.
        at: the moment of each of them.

    Raises:
        UnknownDayError: the question has no version on the day that the user named.
    """
    version = version_at(question, {date.selector: moment for date, moment in zip(dates, at, strict=True)})
    if version is not None:
        return _chosen(version, dates)
    date, day = _at_fault(question, dates, at)
    if question.while_not_in_force is not None or question.is_limb:
        return NotInForce(day, date.by if date.when else ONLY_LAW)
    if date.by == DAY_NAMED:
        raise UnknownDayError(f"{provision} has no version in force on {day}")
    begins = min(
        span.from_
        for version in question.dated
        if (span := version.in_force.by(date.selector)) and isinstance(span.from_, dt.date)
    )
    return Fault(date.place, f"no version of {provision} is in force on {day}; the first begins on {begins}")


def _chosen(version: Version, dates: tuple[SelectingDate, ...]) -> Chosen:
    """The *version* with those of the *dates* that its spans look at."""
    named = [date for date in dates if version.in_force.by(date.selector)]
    known = {
        (date.by, date.when): Selected(date.selector, date.by, date.when)
        for date in named
        if date.when is not None
    }
    if not known:
        return Chosen(version, None, ONLY_LAW, named[0].selector)
    first, *also = known.values()
    return Chosen(version, first.when, first.by, first.selector, tuple(also))


def _at_fault(
    question: Question, dates: tuple[SelectingDate, ...], at: tuple[Moment, ...]
) -> tuple[SelectingDate, dt.date]:
    """The date on whose day no version is in force whatever the other dates, or that is before its first
    span; else the first date.
    """
    before_all: list[tuple[SelectingDate, dt.date]] = []
    for date, moment in zip(dates, at, strict=True):
        spans = [version.in_force.by(date.selector) for version in question.dated]
        if not any(span is None or span.covers(*moment) for span in spans):
            return date, moment[0]
        if all(span is None or span.begins is None or moment < span.begins for span in spans):
            before_all.append((date, moment[0]))
    return before_all[0] if before_all else (dates[0], at[0][0])


def _missing(provision: str, date: SelectingDate, moments: tuple[Moment, ...]) -> DateMissing:
    """The fault of a date that leaves open which version of the question of *provision* applies."""
    _, (day, hour), *_ = moments
    if date.first == date.last:
        if date.by == DAY_NAMED:
            raise UnknownDayError(
                f"{provision} changed at {hour:%H:%M} on {day}; name the day before or the day after"
            )
        return DateMissing(
            ("dates", "arrest_hour"),
            f"is required, as 22:59: {provision} changed at {hour:%H:%M} on {day}",
            date.selector,
            provision,
            changed=(day, hour),
        )
    if not isinstance(date.when, Days):
        message = f"is required: it chooses the version of {provision}"
        return DateMissing(date.place, message, date.selector, provision)
    message = f"is required to the day: the law of {provision} changed on {day}"
    within = Days.of(date.first, date.last)
    return DateMissing(date.place, message, date.selector, provision, within, (day, hour))


def _from_the_first_version(question: Question, date: SelectingDate) -> SelectingDate:
    """The *date*, from the first version on if it is not known to the day.

    The date stays as it is for a question whose law before its first version is known.
    """
    if date.first == date.last or has_law_before(question, date.selector):
        return date
    spans = [version.in_force.by(date.selector) for version in question.dated]
    begins = min(
        (span.from_ for span in spans if span and isinstance(span.from_, dt.date)), default=FIRST_DAY
    )
    return replace(date, first=min(max(date.first, begins), date.last))


def choose_all(
    case_file: CaseFile, offence: Offence, rule_book: RuleBook, as_at: dt.date | None, assuming: Iterable[str]
) -> dict[str, Choice]:
    """The version of every question in the case's Part, for one offence.

    Args:
        case_file: the case file, with its matter and dates.
        offence: the offence.
        rule_book: the law.
        as_at: the day on which the case is heard, if it is not that of the case file.
        assuming: the ids of versions that apply whatever the dates.

    Raises:
        UnknownLawError: *assuming* names no version.
        UnknownDayError: no version is in force on *as_at*.
        OptionError: *assuming* names two versions of one question.
    """
    assumed, asked = rule_book.assumed(assuming), tuple(rule_book.questions_in(str(case_file.part)))
    names = {name for _, question in asked for name in question.selectors}
    selecting = {name: selecting_date(case_file, offence, name, as_at) for name in names}
    return {
        provision: Chosen(assumed[provision])
        if provision in assumed
        else _choose(provision, question, selecting)
        for provision, question in asked
    }
