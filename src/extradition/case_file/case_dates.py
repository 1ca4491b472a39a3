"""The dates of a case, which select the law."""

from __future__ import annotations

import datetime as dt

from extradition.days import Days, When
from extradition.law import Hour, Model


class Dates(Model):
    """The dates that select the law, each a day or a span of days. The clock is never read.

    A span selects the law if every day of it selects the same law. ``arrest_hour`` is needed only on a day on which the law
    changed at an hour of that day.
    """

    arrest: When | None = None
    arrest_hour: Hour | None = None
    certificate: When | None = None
    hearing: When | None = None

    @property
    def days(self) -> dict[str, dt.date | Days]:
        """The dates in the case file, by name."""
        return {name: day for name, day in self if isinstance(day, dt.date | Days)}
