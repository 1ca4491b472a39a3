"""Spans in force: the days on which a version is the law."""

from __future__ import annotations

import datetime as dt
from typing import Literal, Self

from pydantic import Field, model_validator

from extradition.law import SELECTOR, Day, Hour, Model


class InForce(Model):
    """The span of days on which a version is the law.

    The version starts at the beginning of *from* and stops at the beginning of *until*. Each begins at midnight,
    or at its *hour*. A ``prospective`` version has no first day yet; it applies only where a user or a named law
    names it. *enacted* is the day on which its Act was passed. Before that day the version needs no mention; from
    that day on it may have come into force without the rule book knowing.
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
        moment = (day, hour or dt.time())
        return (self.from_, self.from_hour or dt.time()) <= moment and (self.until is None or moment < (self.until, self.until_hour or dt.time()))

    def meets(self, since: dt.date, until: dt.date | None) -> bool:
        """Whether the version is in force on at least one day from *since* to the day before *until*.

        Args:
            since: the first day of the span.
            until: the day after its last day; None for a span without end.
        """
        if self.from_ == "prospective":
            return False
        return (self.until is None or since < self.until) and (until is None or self.from_ < until)

    def splits(self, day: dt.date) -> dt.time | None:
        """The hour on *day* at which the version begins or ends; None if it has no hour of change on that day."""
        return self.from_hour if self.from_ == day else self.until_hour if self.until == day else None
