"""The dates of a case, which select the law."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from extradition.days import Days, When
from extradition.law import Hour, Model

_PROVISIONAL_WARRANT = (
    "Part 2: the day on which a provisional warrant for the arrest was issued. Leave it out if there was "
    "none: the certificate then governs alone."
)
_CONSENT = "The day on which the person consented to extradition, if they did."


class Dates(Model):
    """The dates that select the law, each a day or a span of days. The clock is never read.

    A span selects the law if every day of it selects the same law. ``arrest_hour`` is needed only on a day on
    which the law changed at an hour of that day. Where ``certificate`` selects the law, the earlier of it and
    ``provisional_warrant`` does.
    """

    arrest: When | None = None
    arrest_hour: Hour | None = None
    provisional_warrant: Annotated[When | None, Field(description=_PROVISIONAL_WARRANT)] = None
    certificate: When | None = None
    consent: Annotated[When | None, Field(description=_CONSENT)] = None
    hearing: When | None = None

    @property
    def days(self) -> dict[str, dt.date | Days]:
        """The dates in the case file, by name."""
        return {name: day for name, day in self if isinstance(day, dt.date | Days)}
