"""Dates as people write them, read by a closed grammar: the day first, the year in full."""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import re

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = {name.lower(): number for names in (_MONTHS, _LONG) for number, name in enumerate(names, 1)} | {
    "sept": 9
}
_NAME = rf"(?P<name>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{1,9})"
_FLAGS = re.ASCII | re.IGNORECASE
_ISO = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIMESTAMP = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)?", _FLAGS
)
_FORMS = (
    re.compile(rf"{_DAY}(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign){_YEAR}", _FLAGS),
    re.compile(rf"{_DAY}(?:st|nd|rd|th)?(?P<space>[ -]){_NAME}(?P=space){_YEAR}", _FLAGS),
    re.compile(rf"{_NAME} {_YEAR}", _FLAGS),
)
_MONTH_FIRST = re.compile(rf"{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}", _FLAGS)


def iso_text(typed: str) -> str | None:
    """The text of a date or a span of days as a case file has it; None if *typed* is not written as a date.

    The grammar is closed: ``27/3/2007``, ``27.3.2007``, ``27-3-2007``, ``27 March 2007``, ``27th Mar 2007``,
    ``27-Mar-2007``, ``March 2007``, and each of them as in ISO 8601. Two days may have ``to`` between them.
    A library that guesses (dateutil, dateparser) reads 3/4/2007 as 4 March, or drops the words that it does
    not know. A date chooses the law, so nothing here is a guess.

    Args:
        typed: What the user typed.

    Raises:
        ValueError: It is written as a date, and is none. The month is first, the year is not in full, or the
            month does not have this day. The message is the reason.

    >>> iso_text("6/3/2024"), iso_text("March 2024"), iso_text("6 Mar 2024 to 9 March 2024")
    ('2024-03-06', '2024-03', '2024-03-06 to 2024-03-09')
    >>> iso_text("soon") is None
    True
    """
    ends = [_iso_of_one(each) for each in " ".join(typed.split()).split(" to ")]
    if len(ends) == 1 or (
        len(ends) == len(("from", "until")) and all(each is not None and is_iso_day(each) for each in ends)
    ):
        return " to ".join(each for each in ends if each) or None
    return None


def is_iso_day(text: str) -> bool:
    """Whether *text* is written as a single day is in ISO 8601. The calendar may not have the day.

    Args:
        text: The text.

    >>> is_iso_day("2024-03-06"), is_iso_day("2024-03")
    (True, False)
    """
    return _ISO_DAY.fullmatch(text) is not None


def day_of(written: object) -> dt.date:
    """The day that a file has in ISO 8601.

    Args:
        written: The value in the file, of any kind. A number is no day: pydantic reads 86400 as 1970-01-02.

    Raises:
        ValueError: It is written in another way, or the calendar does not have the day.

    >>> day_of("2024-03-06")
    datetime.date(2024, 3, 6)
    """
    if isinstance(written, dt.date):
        return written
    if isinstance(written, str) and is_iso_day(written):
        with contextlib.suppress(ValueError):
            return dt.date.fromisoformat(written)
    raise ValueError(f"must be a date such as 2024-03-06{date_hint(written)}")


def date_hint(typed: object) -> str:
    """A hint on a date that a file does not have in ISO 8601: the value to write, or the reason why there is
    none.

    Args:
        typed: The value in the file, of any kind.

    >>> date_hint("6/3/2024"), date_hint("3/27/2024"), date_hint("soon")
    ('; for 6/3/2024 write 2024-03-06', '; the day comes first: 27/3/2024', '')
    >>> date_hint("2024-03-06T00:00:00Z")  # a file has the day without a time
    '; for 2024-03-06T00:00:00Z write 2024-03-06'
    """
    if not isinstance(typed, str):
        return ""
    stamp = _TIMESTAMP.fullmatch(typed)
    try:
        iso = iso_text(stamp["day"] if stamp else typed)
    except ValueError as error:
        return f"; {error}"
    return f"; for {typed} write {iso}" if iso and iso != typed else ""


def _iso_of_one(text: str) -> str | None:
    """The ISO form of one date; None if *text* is not written as a date."""
    if found := _ISO.fullmatch(text):
        return _iso_of_parts(found.groupdict()) if found["month"] else text
    if found := _MONTH_FIRST.fullmatch(text):
        raise ValueError(f"the day comes first: {found['day']} {found['name']} {found['year']}")
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _iso_of_parts(found.groupdict())
    return None


def _iso_of_parts(parts: dict[str, str | None]) -> str:
    """The ISO form of a date with these *parts*."""
    year = parts["year"] or ""
    if len(year) != len("2024") or year.startswith("0"):
        raise ValueError("write the year with its four digits")
    day, month = int(parts.get("day") or 0), _NUMBERS.get((parts.get("name") or "").lower(), 0)
    month = month or int(parts.get("month") or 0)
    sign = parts.get("sign")
    if sign and month > len(_MONTHS) and 0 < day <= len(_MONTHS):
        raise ValueError(f"the day comes first: {month}{sign}{day}{sign}{year}")
    if not 0 < month <= len(_MONTHS):
        raise ValueError(f"there is no month {month}")
    most = calendar.monthrange(int(year), month)[1]
    if parts.get("day") and not 0 < day <= most:
        raise ValueError(f"{_LONG[month - 1]} {year} has the days 1 to {most}")
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
