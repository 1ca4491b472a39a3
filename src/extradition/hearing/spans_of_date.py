"""The spans of days, between changes of the law, in which a missing date or hour of a case may fall."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator

from extradition.determination.outcome import Span
from extradition.hearing.applicable_versions import DateMissing
from extradition.rule_book.in_force import MIDNIGHT, Moment
from extradition.rule_book.question import Question
from extradition.rule_book.turning_points import moments_of_change


def spans_of_date(
    missing: DateMissing,
    questions: Iterable[Question],
    days: tuple[dt.date, dt.date],
    designated_on: Iterable[dt.date] = (),
) -> Iterator[Span]:
    """The spans between the moments at which the law changes, as far as the missing date can fall into them.

    A change of the designation of the territory is one too. The spans of a missing hour are the parts of its
    day.

    Args:
        missing: the missing date or hour.
        questions: the questions whose changes of law count.
        days: the first and the last day on which the date may fall; for an hour, its day twice.
        designated_on: the days on which the designation of the territory changes by that date.
    """
    moments = moments_of_change(questions, missing.selector)
    further = {(day, MIDNIGHT) for day in designated_on if moments and (day, MIDNIGHT) > moments[0]}
    moments = sorted({*moments, *further})
    first, last = (days[0], MIDNIGHT), (days[1], dt.time.max)
    is_bounded = missing.within or is_hour(missing)
    day_after = (days[1] + dt.timedelta(days=1), MIDNIGHT) if is_bounded else None
    for moment, following in itertools.zip_longest(moments, moments[1:]):
        if moment <= last and (following is None or following > first):
            ends = min(following or day_after, day_after) if day_after else following
            yield _span(missing.selector, max(moment, first), ends)


def is_hour(missing: DateMissing) -> bool:
    """Whether the hour of a date is missing, and its day is known.

    Args:
        missing: the missing date or hour.
    """
    return str(missing.place[-1]).endswith("_hour")


def _span(selector: str, start: Moment, end: Moment | None) -> Span:
    return Span(
        date=selector,
        from_=start[0],
        from_hour=start[1] if start[1] != MIDNIGHT else None,
        until=end[0] if end else None,
        until_hour=end[1] if end and end[1] != MIDNIGHT else None,
    )
