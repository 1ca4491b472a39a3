"""The moments between which each date of a case falls that chooses versions, as columns.

A moment is a number of minutes since 1970.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from extradition.days import FIRST_DAY, LAST_DAY
from extradition.law import SELECTOR
from extradition.policy.cohort.columns import Column, Columns
from extradition.rule_book import RuleBook
from extradition.rule_book.book_date import name_of_date
from extradition.rule_book.in_force import MIDNIGHT, Moment

CONDUCT = "conduct"
"""The key of the date of the conduct, which belongs to the offence."""
_DATES = ("arrest", "provisional_warrant", "certificate", "consent", "hearing", CONDUCT)
"""The dates with a meaning of their own here, in every rule book."""
MINUTES = 24 * 60
_EPOCH = dt.date(1970, 1, 1)
_LAST_MINUTE = MINUTES - 1


def minutes_of(moment: Moment) -> int:
    """The minutes from the beginning of 1970 to *moment*.

    Args:
        moment: a day and an hour.

    >>> minutes_of((dt.date(1970, 1, 2), dt.time(1, 30)))
    1530
    """
    day, hour = moment
    return (day - _EPOCH).days * MINUTES + hour.hour * 60 + hour.minute


def first_name(date: str) -> str:
    """The name of the column with the first moment of the date *date* of a case.

    Args:
        date: the key of a date.
    """
    return f"{date} date"


def last_name(date: str) -> str:
    """The name of the column with the last moment of the date *date* of a case.

    Args:
        date: the key of a date.
    """
    return f"{date} date (last)"


def dates_of_rows(rule_book: RuleBook) -> tuple[str, ...]:
    """The dates of a case and its offence that a row has, by their keys.

    Args:
        rule_book: the law, with the dates of its own.
    """
    return (*_DATES, *(key for key in rule_book.dates if key not in _DATES))


def date_columns(rule_book: RuleBook) -> Mapping[str, str]:
    """The date of a case by the name of its column in a table.

    The name is the key of a case file, or ends in ``_date`` where a fact has that name.

    Args:
        rule_book: the law.
    """
    return {
        f"{date}_date" if date == CONDUCT or date in rule_book.facts else date: date
        for date in dates_of_rows(rule_book)
        if date == CONDUCT or date in rule_book.dates
    }


@dataclass(frozen=True)
class Between:
    """The first and the last moment at which a date may fall."""

    first: Column
    last: Column


class CaseMoments:
    """The dates that choose versions, as the rows give them or as the day *as_at* replaces them.

    The columns have the same moments as ``selecting_dates``, or wider spans where a date is missing.

    Args:
        columns: the maker of the columns.
        rule_book: the law, with the dates of its own.
        as_at: the day on which every case is heard; None for the date of its own hearing.
    """

    def __init__(self, columns: Columns, rule_book: RuleBook, as_at: dt.date | None) -> None:
        self._columns = columns
        self._dates = dates_of_rows(rule_book)
        self.as_at = as_at
        own: dict[SELECTOR, Between] = {
            name_of_date(key): self._of(key) for key in self._dates if key != "provisional_warrant"
        }
        certified = columns.known(columns.given(first_name("certificate")))
        own["certificate decision date"] = Between(
            *(
                columns.case([(certified, certificate)], hearing)
                for certificate, hearing in (
                    (own["certificate date"].first, own["hearing date"].first),
                    (own["certificate date"].last, own["hearing date"].last),
                )
            )
        )
        self.between: Mapping[SELECTOR, Between] = own

    def _own(self, date: str) -> Between:
        return Between(self._columns.given(first_name(date)), self._columns.given(last_name(date)))

    def _of(self, date: str) -> Between:
        own = self._earlier_of_the_two() if date == "certificate" else self._own(date)
        return self._missing(date, own) if self.as_at is None else self._replaced(date, own, self.as_at)

    def _earlier_of_the_two(self) -> Between:
        """The certificate or the provisional warrant, the earlier; open without a certificate."""
        columns = self._columns
        certificate, warrant = self._own("certificate"), self._own("provisional_warrant")
        known = columns.known(certificate.first)
        return Between(
            columns.case([(known, columns.earliest([certificate.first, warrant.first]))], columns.open),
            columns.case([(known, columns.earliest([certificate.last, warrant.last]))], columns.open),
        )

    def _replaced(self, date: str, own: Between, as_at: dt.date) -> Between:
        """The date with *as_at* in place of a later or missing one."""
        columns = self._columns
        begins = minutes_of((as_at, MIDNIGHT))
        first, last = columns.literal(begins), columns.literal(begins + _LAST_MINUTE)
        if date == "hearing":
            return Between(first, first)
        no_later = columns.below(own.first, begins + MINUTES)
        from_, until = columns.case([(no_later, own.first)], first), columns.earliest([own.last, last])
        if date != "certificate":
            return Between(from_, until)
        warrant = self._own("provisional_warrant").last
        is_missing = columns.all(
            [columns.opposite(columns.known(own.first)), columns.below(warrant, begins + MINUTES)]
        )
        return Between(
            columns.case([(is_missing, self._first_of_all)], from_),
            columns.case([(is_missing, warrant)], until),
        )

    def _missing(self, date: str, own: Between) -> Between:
        """The date; if it is missing, the moments between which it may fall by the other dates."""
        columns = self._columns
        others = {other: self._own(other) for other in self._dates if other != date}
        first, until = self._first_of_all, [others["hearing"].last] if date != "hearing" else []
        if date == "hearing":
            first = columns.latest([first, *(other.first for other in others.values())])
        if date == "consent":
            first = columns.latest([first, others["arrest"].first])
        if date == "certificate":
            until.append(others["provisional_warrant"].last)
        last = columns.latest(
            [first, columns.earliest([columns.literal(minutes_of((LAST_DAY, dt.time.max))), *until])]
        )
        return Between(columns.first_known([own.first, first]), columns.first_known([own.last, last]))

    @property
    def _first_of_all(self) -> Column:
        return self._columns.literal(minutes_of((FIRST_DAY, MIDNIGHT)))
