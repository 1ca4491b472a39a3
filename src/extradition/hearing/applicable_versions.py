"""Which version of each question governs an offence: chosen by the dates of the case, or by a day in place of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from extradition.case_file import CaseFile, Offence
from extradition.law import SELECTOR
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import Fault, UnknownLawError, nearest


@dataclass(frozen=True)
class Chosen:
    """The version of a question that governs a case: the *day* on which it was looked up, *by* what; None if assumed."""

    version: Version
    day: dt.date | None = None
    by: str | None = None


@dataclass(frozen=True)
class NotInForce:
    """The Act does not have the question on the *day* that was looked up, *by* what."""

    day: dt.date
    by: str


@dataclass(frozen=True)
class DateMissing(Fault):
    """The case file lacks the date (or the hour) that chooses, which *selector* names."""

    selector: SELECTOR


Choice = Chosen | NotInForce | Fault
"""A Fault where the case file lacks the date that chooses, or gives one that chooses nothing."""


def choose(provision: str, question: Question, case_file: CaseFile, offence: Offence, as_at: dt.date | None) -> Choice:
    """The version of *question* on the date of the case that selects it, as if it were heard on *as_at*, if that is given.

    An arrest, a certificate or conduct before that day still chooses the law that it saved; after it, the day chooses.

    Raises:
        UnknownLawError: the law changed within the day *as_at*, or the question has no version on it.
    """
    selector = question.versions[0].in_force.selected_by
    own, place = _date(case_file, offence, selector)
    named = as_at is not None and (own is None or own > as_at or selector == "hearing date")
    day, by = (as_at, "day named") if named else (own, selector)
    if day is None:
        return DateMissing(place, f"is required: it chooses the version of {provision}", selector)
    hour = None if named or selector != "arrest date" else case_file.dates.arrest_hour
    split = next((at for version in question.versions if (at := version.in_force.splits(day)) is not None), None)
    if split is not None and hour is None:
        if named:
            raise UnknownLawError(f"{provision} changed at {split:%H:%M} on {as_at}; name the day before or the day after")
        return DateMissing(("dates", "arrest_hour"), f"is required, as 22:59: {provision} changed at {split:%H:%M} on {day}", selector)
    for version in question.versions:
        if version.in_force.covers(day, hour):
            return Chosen(version, day, by)
    if question.while_not_in_force is not None or question.is_limb:
        return NotInForce(day, by)
    if named:
        raise UnknownLawError(f"{provision} has no version in force on {as_at}")
    return Fault(place, f"no version of {provision} is in force on {day}; the first begins on {question.versions[0].in_force.from_}")


def _date(case_file: CaseFile, offence: Offence, selector: SELECTOR) -> tuple[dt.date | None, tuple[str | int, ...]]:
    """The date that *selector* names, and its place in the case file."""
    if selector == "conduct date":
        return offence.conduct_date, ("offences", case_file.offences.index(offence), "conduct_date")
    name = selector.removesuffix(" date")
    return getattr(case_file.dates, name), ("dates", name)


def choose_all(case_file: CaseFile, offence: Offence, rule_book: RuleBook, as_at: dt.date | None, assuming: Iterable[str]) -> dict[str, Choice]:
    """The version of every question in the case's Part, for one offence.

    The dates of the case choose, as if it were heard on *as_at*, if that is given; a version among *assuming* outranks both.

    Raises:
        UnknownLawError: *assuming* names no version, or two of one question; no version is in force on *as_at*.
    """
    assumed = _assumed(rule_book, assuming)
    return {
        provision: Chosen(assumed[provision]) if provision in assumed else choose(provision, question, case_file, offence, as_at)
        for provision, question in rule_book.questions_in(str(case_file.part))
    }


def _assumed(rule_book: RuleBook, assuming: Iterable[str]) -> dict[str, Version]:
    assumed: dict[str, Version] = {}
    for version_id in assuming:
        if version_id not in rule_book.versions:
            raise UnknownLawError(f"{version_id!r} is not a version in this rule book{nearest(version_id, rule_book.versions)}")
        provision, version = rule_book.versions[version_id]
        if assumed.setdefault(provision, version) is not version:
            raise UnknownLawError(f"{assumed[provision].id} and {version_id} are both versions of {provision}; assume one")
    return assumed
