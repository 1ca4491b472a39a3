"""Spans in force: the days on which a version is the law, by one date of a case or by several together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self, overload

from pydantic import Discriminator, Field, RootModel, Tag, model_validator

from extradition.days import FIRST_DAY, written_out
from extradition.law import SELECTOR, Day, Hour, Model

Moment = tuple[dt.date, dt.time]
"""A day and a time of that day; midnight is its beginning."""
MIDNIGHT = dt.time()


@overload
def moment_of(day: dt.date, hour: dt.time | None = None) -> Moment: ...
@overload
def moment_of(day: dt.date | None, hour: dt.time | None = None) -> Moment | None: ...
def moment_of(day: dt.date | None, hour: dt.time | None = None) -> Moment | None:
    """The moment at an *hour* of a *day*; None without a day.

    Args:
        day: the day.
        hour: the hour; without it, the beginning of the day.

    >>> moment_of(dt.date(2024, 3, 6)) == (dt.date(2024, 3, 6), MIDNIGHT)
    True
    """
    return None if day is None else (day, hour or MIDNIGHT)


class InForce(Model):
    """The span of days on which a version is the law.

    The version starts at the beginning of *from* and stops at the beginning of *until*. Each begins at
    midnight, or at its *hour*. A ``prospective`` version has no first day yet; it applies only where a user
    or a named law names it. *enacted* is the day on which its Act was passed. Before that day the version
    needs no mention; from that day on it may have come into force without the rule book knowing.
    """

    from_: Literal["prospective"] | Day = Field(alias="from")
    from_hour: Hour | None = None
    until: Day | None = None
    until_hour: Hour | None = None
    selected_by: SELECTOR
    enacted: Day | None = None

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        if self.until is not None and (self.from_ == "prospective" or self.until <= self.from_):
            raise ValueError("must end after it starts")
        if self.enacted is not None and not self.is_prospective:
            raise ValueError("has the day on which it was enacted, but only a prospective version needs that")
        if (self.from_hour and self.is_prospective) or (self.until_hour and self.until is None):
            raise ValueError("has an hour without its day")
        if (self.from_hour or self.until_hour) and self.selected_by != "arrest date":
            raise ValueError("has an hour, but the hour is known only for an arrest")
        return self

    @property
    def is_prospective(self) -> bool:
        """Whether the day on which it starts is unknown."""
        return self.from_ == "prospective"

    def covers(self, day: dt.date, hour: dt.time | None = None) -> bool:
        """Whether the version is the law on *day*, at *hour*.

        Args:
            day: the day of the event that selects the version.
            hour: the time of day; midnight at the beginning of *day*, if it is absent.
        """
        if self.from_ == "prospective":
            return False
        moment, end = (day, hour or MIDNIGHT), self.ends
        return (self.from_, self.from_hour or MIDNIGHT) <= moment and (end is None or moment < end)

    def meets(self, since: dt.date, until: dt.date | None) -> bool:
        """Whether the version is in force on at least one day from *since* to the day before *until*.

        Args:
            since: the first day of the span.
            until: the day after its last day; None for a span without end.
        """
        return (
            self.from_ != "prospective"
            and (self.until is None or since < self.until)
            and (until is None or self.from_ < until)
        )

    @property
    def in_words(self) -> str:
        """The days in words; empty for a version that is not known to be in force."""
        return "" if self.begins is None else span_in_words(self.begins, self.ends)

    @property
    def begins(self) -> Moment | None:
        """The moment at which the version begins; None if it is not known."""
        return None if self.from_ == "prospective" else moment_of(self.from_, self.from_hour)

    @property
    def ends(self) -> Moment | None:
        """The moment at which the version ends; None if it has no end."""
        return moment_of(self.until, self.until_hour)


def _shape(value: Any) -> str:
    return "<spans>" if isinstance(value, list | tuple) else "<span>"


class SpansInForce(
    RootModel[
        Annotated[
            Annotated[InForce, Tag("<span>")] | Annotated[tuple[InForce, ...], Tag("<spans>")],
            Discriminator(_shape),
        ]
    ]
):
    """The span on which a version is the law; or several, by different dates of a case, that must hold
    together.

    Examples:
        >>> certified = {"from": "2024-03-06", "selected_by": "certificate date"}
        >>> heard = {"from": "1900-01-01", "until": "2024-03-09", "selected_by": "hearing date"}
        >>> spans = SpansInForce.model_validate([certified, heard])
        >>> day = (dt.date(2024, 3, 6), MIDNIGHT)
        >>> spans.covers({"certificate date": day, "hearing date": day})
        True
        >>> spans.covers({"certificate date": day, "hearing date": (dt.date(2024, 3, 9), MIDNIGHT)})
        False
    """

    @model_validator(mode="after")
    def _has_one_span_for_each_date(self) -> Self:
        if isinstance(self.root, InForce):
            return self
        if len(self.root) < 2:  # noqa: PLR2004  a list is for more than one
            raise ValueError("must be one mapping, or a list of two or more")
        if len(set(self.selectors)) < len(self.root):
            raise ValueError("has two spans by one date; write one span for each date")
        if any(span.is_prospective for span in self.root):
            raise ValueError("has a prospective span in a list; a prospective version has one mapping")
        return self

    @cached_property
    def spans(self) -> tuple[InForce, ...]:
        """Every span; the version is the law only where each of them covers its own date."""
        return (self.root,) if isinstance(self.root, InForce) else self.root

    @cached_property
    def selectors(self) -> tuple[SELECTOR, ...]:
        """The names of the dates that the spans look at."""
        return tuple(span.selected_by for span in self.spans)

    @property
    def is_prospective(self) -> bool:
        """Whether the day on which it starts is unknown."""
        return self.spans[0].is_prospective

    @property
    def enacted(self) -> dt.date | None:
        """The day on which the Act of a prospective version was passed."""
        return self.spans[0].enacted

    @property
    def starts(self) -> dt.date | Literal["prospective"]:
        """The day from which every span may cover its date, or ``prospective``."""
        days = [span.from_ for span in self.spans if span.from_ != "prospective"]
        return max(days) if days else "prospective"

    @property
    def stops(self) -> dt.date | None:
        """The first day on which some span has ended; None if none ends."""
        return min((span.until for span in self.spans if span.until is not None), default=None)

    def meets(self, since: dt.date, until: dt.date | None) -> bool:
        """Whether every span has at least one day from *since* to the day before *until*.

        Args:
            since: the first day of the time.
            until: the day after its last day; None for a time without end.
        """
        return all(span.meets(since, until) for span in self.spans)

    def by(self, selector: SELECTOR) -> InForce | None:
        """The span of the date that *selector* names; None if the version is the law whatever that date."""
        return next((span for span in self.spans if span.selected_by == selector), None)

    def covers(self, at: Mapping[SELECTOR, Moment]) -> bool:
        """Whether every span covers its own date.

        Args:
            at: the moment of every date that the spans look at, by its name.
        """
        return all(span.covers(*at[span.selected_by]) for span in self.spans)

    def covers_day(self, day: dt.date) -> bool:
        """Whether the version is the law where every date of the case falls on *day*, at its beginning."""
        return all(span.covers(day) for span in self.spans)


def span_in_words(begins: Moment, ends: Moment | None) -> str:
    """The days of a span in words. A last day that is named is a day of the span, and the words say so.

    Args:
        begins: the moment at which the span begins; ``FIRST_DAY`` at midnight, if it has no beginning.
        ends: the moment at which it has ended; None if it does not end.

    >>> day, other = dt.date(2024, 3, 6), dt.date(2024, 3, 9)
    >>> span_in_words((day, MIDNIGHT), (other, MIDNIGHT))
    'from 6 March 2024 to 8 March 2024 inclusive'
    >>> span_in_words((FIRST_DAY, MIDNIGHT), (other, MIDNIGHT))
    'before 9 March 2024'
    >>> span_in_words((day, MIDNIGHT), (day, dt.time(23)))
    'on 6 March 2024, before 23:00'
    """
    if is_part_of_a_day(begins, ends):
        return f"on {written_out(begins[0])}, {_hours(begins, ends)}"
    start, last = _moment_in_words(begins), _last_day(ends)
    if ends is None:
        return f"from {start}" if begins[0] > FIRST_DAY else "any day"
    if begins[0] == FIRST_DAY:
        return f"before {_moment_in_words(ends)}"
    if last is None:
        return f"from {start} and before {_moment_in_words(ends)}"
    if begins[1] != MIDNIGHT:
        return f"from {start} to the end of {written_out(last)}"
    return f"on {start}" if last == begins[0] else f"from {start} to {written_out(last)} inclusive"


def is_part_of_a_day(begins: Moment, ends: Moment | None) -> bool:
    """Whether a span begins and ends on one day, and leaves out some of its hours.

    Args:
        begins: the moment at which the span begins.
        ends: the moment at which it has ended; None if it does not end.
    """
    ends_on = None if ends is None else _last_day(ends) or ends[0]
    return begins[0] == ends_on and bool(_hours(begins, ends))


def _hours(begins: Moment, ends: Moment | None) -> str:
    """The hours of a part of a day, in words."""
    first = f"from {begins[1]:%H:%M}" if begins[1] != MIDNIGHT else ""
    last = f"before {ends[1]:%H:%M}" if ends is not None and ends[1] != MIDNIGHT else ""
    return " and ".join(filter(None, (first, last)))


def _last_day(ends: Moment | None) -> dt.date | None:
    """The last day that is wholly in a span; None if the span ends at an hour or does not end."""
    return ends[0] - dt.timedelta(days=1) if ends is not None and ends[1] == MIDNIGHT else None


def _moment_in_words(moment: Moment) -> str:
    day, hour = moment
    return written_out(day) if hour == MIDNIGHT else f"{hour:%H:%M} on {written_out(day)}"
