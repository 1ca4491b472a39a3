"""Dates, known to the day or only as a span of days: a month, a year, or from one day until another."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)

from extradition.law import Day, Model, text_of_number
from extradition.source import says_nothing
from extradition.typed_date import date_hint, is_iso_day

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
_SPAN = re.compile(r"(?P<from>\S+) to (?P<until>\S+)")
_NOT_KNOWN = "; leave the key out until the date is known"
FIRST_DAY = dt.date(1900, 1, 1)
"""The earliest day that a date of a case may have. A span of law from this day on has no beginning."""
LAST_DAY = dt.date(2200, 12, 31)
"""The latest day that a date of a case may have. Sums of days and of minutes stay far from their limits."""


def within_bounds(day: dt.date, written: str | None = None) -> dt.date:
    """The *day*, if a date of a case may have it.

    Args:
        day: the day.
        written: the date as the user wrote it, if that is not the day itself.

    Raises:
        ValueError: it is before ``FIRST_DAY`` or after ``LAST_DAY``.

    >>> within_bounds(dt.date(1890, 5, 1))
    Traceback (most recent call last):
        ...
    ValueError: must be from 1900-01-01 to 2200-12-31, not 1890-05-01
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"must be from {FIRST_DAY} to {LAST_DAY}, not {written or day}")
    return day


def _checked(day: dt.date) -> dt.date:
    return within_bounds(day)


CaseDay = Annotated[Day, AfterValidator(_checked)]
"""A day of a case, from ``FIRST_DAY`` to ``LAST_DAY``, written 2024-03-06."""


class Days(Model):
    """A span of days in which a date falls. Both *from* and *until* are days of the span.

    >>> Days.model_validate({"from": "2024-03-06", "until": "2024-03-09"}).until.month
    3
    """

    from_: CaseDay = Field(alias="from")
    until: CaseDay

    @classmethod
    def of(cls, first: dt.date, last: dt.date) -> Self:
        """The span from *first* to *last*.

        >>> Days.of(dt.date(2017, 5, 1), dt.date(2017, 5, 31)).until.day
        31
        """
        return cls.model_validate({"from": first, "until": last})

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.until <= self.from_:
            raise ValueError("must end on a later day than it starts; a single day is written as 2024-03-06")
        return self


def _read(value: Any) -> Any:
    """The days of a month, of a year or of ``2024-03-06 to 2024-03-09``; any other value unchanged."""
    text = text_of_number(value)
    if isinstance(text, list | tuple):
        raise ValueError(  # noqa: TRY004  pydantic lists it with the other faults
            "must be one date or a span (2024-03-06 to 2024-03-09); of several warrants, each has "
            "its own dates, under warrants"
        )
    if not isinstance(text, str):
        return value
    month, span = _MONTH.fullmatch(text), _SPAN.fullmatch(text)
    if month and int(month["year"]):
        first = within_bounds(dt.date(int(month["year"]), int(month["month"]), 1), text)
        return {"from": first, "until": first.replace(day=calendar.monthrange(first.year, first.month)[1])}
    if _YEAR.fullmatch(text):
        first = within_bounds(dt.date(int(text), 1, 1), text)
        return {"from": first, "until": first.replace(month=12, day=31)}
    if span:
        return dict(span.groupdict())
    if not is_iso_day(text):
        raise ValueError(
            "must be a date such as 2024-03-06, a month (2024-03), a year (2024) or a span (2024-03-06 to "
            f"2024-03-09){date_hint(text)}{_NOT_KNOWN if says_nothing(text) else ''}"
        )
    return text


def _shape(value: Any) -> str:
    return "<span>" if isinstance(value, Mapping | Days) else "<day>"


_DAY_WRITTEN = r"(19\d\d|2[01]\d\d|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_WRITTEN = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {
            "type": "string",
            "pattern": r"^(19\d\d|2[01]\d\d|2200)(-\d\d)?$",
            "description": "A month (2024-03) or a year (2024).",
        },
        {
            "type": "string",
            "pattern": f"^{_DAY_WRITTEN} to {_DAY_WRITTEN}$",
            "description": "A span of days; both days are in it.",
        },
        {"type": "integer", "minimum": FIRST_DAY.year, "maximum": LAST_DAY.year},
        {
            "type": "object",
            "properties": {
                "from": {"type": "string", "format": "date"},
                "until": {"type": "string", "format": "date"},
            },
            "required": ["from", "until"],
            "additionalProperties": False,
            "description": "A span of days; both days are in it.",
        },
    ]
}
When = Annotated[
    Annotated[Annotated[CaseDay, Tag("<day>")] | Annotated[Days, Tag("<span>")], Discriminator(_shape)],
    BeforeValidator(_read),
    WithJsonSchema(_WRITTEN, mode="validation"),
]
"""A date, written 2024-03-06; or a span of days: a month (2024-03), a year (2024), ``2024-03-06 to
2024-03-09``, or ``{from: 2024-03-06, until: 2024-03-09}``."""


def text_of_days(when: dt.date | Days) -> str:
    """The text of a date or a span, as a file may have it.

    >>> text_of_days(dt.date(2024, 3, 6)), text_of_days(Days.of(dt.date(2024, 3, 6), dt.date(2024, 3, 9)))
    ('2024-03-06', '2024-03-06 to 2024-03-09')
    """
    return f"{when.from_} to {when.until}" if isinstance(when, Days) else when.isoformat()


def first_day(when: dt.date | Days) -> dt.date:
    """The date, or the first day of the span.

    >>> first_day(dt.date(2024, 3, 6)).day
    6
    """
    return when.from_ if isinstance(when, Days) else when


def last_day(when: dt.date | Days) -> dt.date:
    """The date, or the last day of the span.

    >>> last_day(Days.model_validate({"from": "2024-03-06", "until": "2024-03-09"})).day
    9
    """
    return when.until if isinstance(when, Days) else when


def written_out(when: dt.date | Days) -> str:
    """A date in the form of lawyers; for a span, its month, its year, or its first and last day.

    >>> written_out(dt.date(2024, 3, 6)), written_out(Days.of(dt.date(2024, 3, 1), dt.date(2024, 3, 31)))
    ('6 March 2024', 'March 2024')
    """
    if not isinstance(when, Days):
        return f"{when.day} {when:%B %Y}"
    day_after = when.until + dt.timedelta(days=1)
    if (when.from_.day, day_after.day) == (1, 1):
        months = 12 * (day_after.year - when.from_.year) + day_after.month - when.from_.month
        if months == 1 or (months, when.from_.month) == (12, 1):
            return f"{when.from_:%B %Y}" if months == 1 else f"{when.from_:%Y}"
    return f"{written_out(when.from_)} to {written_out(when.until)}"
