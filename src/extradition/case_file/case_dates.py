"""The dates of a case, which select the law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from typing import Annotated

from pydantic import ConfigDict, Field

from extradition.days import Days, When
from extradition.law import Hour, Model

_PROVISIONAL_WARRANT = (
    "The day on which a provisional warrant for the arrest was issued, before a request. Leave it out if "
    "there was none: the certificate then governs alone."
)
_CONSENT = "The day on which the person consented to extradition, if they did."


class Dates(Model):
    """The dates that select the law, each a day or a span of days. The clock is never read.

    A span selects the law if every day of it selects the same law. ``arrest_hour`` is needed only on a day on
    which the law changed at an hour of that day. Where ``certificate`` selects the law, the earlier of it and
    ``provisional_warrant`` does. A rule book may declare further dates of its own, under their own keys. The
    check of a case against its rule book refuses a key that the book does not declare.

    Examples:
        >>> Dates.model_validate({"decision": "2024-03-06"}).of("decision")
        datetime.date(2024, 3, 6)
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, When] = Field(init=False)

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

    @property
    def keys_given(self) -> tuple[str, ...]:
        """The key of each date and hour that the case file gives."""
        return tuple(name for name, value in self if value is not None)

    def among(self, keys: Container[str]) -> Dates:
        """A copy with those dates alone whose keys are among *keys*.

        Args:
            keys: the keys that a rule book declares.
        """
        return Dates.model_construct(**{name: value for name, value in self if name in keys})

    def given(self, key: str) -> dt.date | Days | dt.time | None:
        """The value of the date or hour *key*; None if the case file does not give it.

        Args:
            key: the key of a date, as the rule book declares it, or ``arrest_hour``.
        """
        return self.__dict__.get(key, (self.__pydantic_extra__ or {}).get(key))

    def of(self, key: str) -> dt.date | Days | None:
        """The day or the span of the date *key*; None if the case file does not give it.

        Args:
            key: the key of a date, as the rule book declares it.
        """
        day = self.given(key)
        return day if isinstance(day, dt.date | Days) else None
