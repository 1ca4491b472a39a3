"""What instruments make of a territory on the dates of a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from extradition.case_file import CaseFile
from extradition.rule_book import RuleBook
from extradition.rule_book.book import DESIGNATED_AS, Designation, Territory


def day_of_designation(case_file: CaseFile) -> tuple[dt.date, str] | None:
    """The day on which the designation of the territory is looked up, and which date that is.

    The earlier of the arrest and the certificate: the Orders that changed designations saved the cases in which either
    had happened. Without both, the hearing.
    """
    dates = case_file.dates
    dated = [(day, name) for day, name in ((dates.certificate, "certificate date"), (dates.arrest, "arrest date")) if day is not None]
    return min(dated) if dated else (dates.hearing, "hearing date") if dates.hearing else None


def designation(territory: Territory, what: DESIGNATED_AS | str, day: dt.date) -> Designation[Any] | None:
    """What *territory* is designated as on *day*; None if that is not known here."""
    spans: tuple[Designation[Any], ...] = getattr(territory, what)
    return next((span for span in spans if span.covers(day)), None)


def designated(case_file: CaseFile, rule_book: RuleBook) -> Iterator[tuple[str, Designation[Any]]]:
    """The facts that the territory settles on the dates of the case."""
    looked_up = day_of_designation(case_file)
    for name, fact in rule_book.facts.items():
        if fact.from_territory is not None and looked_up is not None:
            found = designation(rule_book.territories[case_file.territory], fact.from_territory, looked_up[0])
            if found is not None:
                yield name, found
