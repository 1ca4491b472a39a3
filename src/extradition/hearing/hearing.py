"""One hearing: a case file heard once under a rule book; its determination is made when asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from importlib.metadata import version
from typing import Any, TypeVar

from extradition.case_file import CaseFile, each_warrant
from extradition.days import Days, first_day
from extradition.determination import Determination, LawUsed
from extradition.determination.outcome import CategoryUsed, Combined, outcome_of, under_of
from extradition.engine.agreement import ENGINE, READINGS, reader_of
from extradition.hearing.cautions import case_cautions
from extradition.hearing.combination import afterwards, combine, look_again
from extradition.hearing.designation import day_of_designation, designation
from extradition.hearing.examination import examine
from extradition.hearing.joining import joined
from extradition.hearing.offence import Heard
from extradition.hearing.path import AskedQuestion
from extradition.hearing.under import Under
from extradition.hearing.without_effect import on_person
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.version import Version
from extradition.source import SourceError, each_or_all_faults

T = TypeVar("T")


def determine(
    case_file: CaseFile,
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
) -> Determination:
    """The determination (support) of *case_file* under *rule_book*: what follows on its findings, why, and what is still open.

    The dates of the case choose the versions of the law. *law* names one from ``laws.yaml``, and *as_at* a day: the case
    is taken as heard on it. The versions *assuming* names are applied whatever the dates.

    Args:
        engine: ``durable`` derives every step twice, by durable rules and by the plain reading, and refuses a
            difference; ``plain`` makes the plain reading alone, and the determination says so.

    Returns:
        A determination (support), never a decision. The same input gives the same output.

    Raises:
        SourceError: the case file does not fit the rule book, or has a date on which a question has no law.
        UnknownLawError: a law, version or day that the rule book does not have.
        EngineError: durable-rules is missing or failed, or the two readings differ.
    """
    return hear(case_file, rule_book, Under.of(law, as_at, assuming, engine)).determination


class Hearing:
    """A case as it was heard, once: every offence with its walks. What is made of it is made when asked for, and kept.

    Attributes:
        given: the case file as it came; *case_file*: the same with its Part.
        rule_book, under: the law, and how it was chosen.
        warrants: the hearing on each of several warrants, with the law and the designation of its own dates; none if there is one.
        offences: every offence, heard.
    """

    def __init__(self, case_file: CaseFile, rule_book: RuleBook, under: Under, *, examined: bool = False) -> None:
        self.given = case_file
        self.rule_book = rule_book
        self.under = under
        self.case_file = case_file if examined else examine(case_file, rule_book)
        self.part: PART = "2" if self.case_file.part == "2" else "1"
        self.day = under.day(rule_book)
        self.assuming = under.assumed(self.part, rule_book)
        read = reader_of(rule_book, under.engine)
        self.warrants = tuple(self._on_each_warrant())
        own = (Heard(self.case_file, offence, rule_book, self.day, self.assuming, read) for offence in self.case_file.offences)
        self.offences: tuple[Heard, ...] = (*own, *(each for warrant in self.warrants for each in warrant.offences))
        person: tuple[dict[str, AskedQuestion], dict[str, AskedQuestion]] = ({}, {})
        for each in self.offences[: len(self.case_file.offences)]:
            each.walk(*person)
        faults = {place: fault for each in self.offences if not self.warrants for place, fault in each.date_faults.items()}
        if faults:
            raise SourceError(self.case_file.problems(list(faults.values())))
        self._kept: dict[object, Any] = {}

    def _on_each_warrant(self) -> list[Hearing]:
        alone = each_warrant(self.case_file) if self.case_file.warrants else ()
        try:
            return each_or_all_faults(alone, lambda case_file: Hearing(case_file, self.rule_book, self.under, examined=True))
        except SourceError as error:
            raise SourceError(dict.fromkeys(error.problems)) from None  # what holds for all is missing once

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What *make* makes, made once for this hearing and *key*."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: T = self._kept[key]
        return kept

    @cached_property
    def combined(self) -> tuple[Combined, ...]:
        """The offences that come out alike, together."""
        return combine(self.offences)

    @property
    def outcome(self) -> str:
        """The outcome of the whole, in words."""
        return outcome_of(each.outcome for each in self.offences)

    @property
    def rests_on(self) -> str | None:
        """The provision on which the whole rests, if every offence rests on the same one."""
        return under_of(each.outcome for each in self.offences)

    @property
    def versions(self) -> Iterator[Version]:
        """Every version of the law that was applied; some more than once."""
        return (placed.asked.chosen.version for each in self.offences for placed in each.walked.placed)

    @property
    def turns_on_commencement(self) -> bool:
        """Whether the version in force would give another outcome than a prospective one that was assumed."""
        return any(each.turns_on_commencement for each in self.offences)

    @cached_property
    def determination(self) -> Determination:
        """What follows from the case, with every reason."""
        if self.warrants:
            return joined(self)
        case_file, book = self.case_file, self.rule_book
        offences = tuple(each.determination() for each in self.offences)
        named = book.law(self.under.law) if self.under.law is not None else None
        return Determination(
            case=case_file.case,
            citation=case_file.citation,
            part=self.part,
            territory=case_file.territory,
            territory_name=book.territories[case_file.territory].name,
            category=self.category,
            taken_from=case_file.taken_from,
            law=LawUsed(
                name=self.under.law,
                title=named.title if named else None,
                as_at=self.day,
                dates=case_file.dates.days,
                chosen_by=self.chosen_by,
                assuming=self.assuming,
                stated_as_at=book.stated_as_at,
            ),
            rule_book=book.digest,
            made_by=made_by(),
            readings=READINGS[self.under.engine],
            cautions=(*case_cautions(self), *on_person(self), *look_again(book, self.combined, self.offences)),
            notes=case_file.notes,
            addresses=book.addresses[self.part],
            terms=book.terms[self.part],
            exits=book.exits,
            offences=offences,
            combined=self.combined,
            combined_under=book.combination.under if book.combination else None,
            afterwards=tuple(afterwards(book, self.part, self.offences)),
            case_file=self.given.alone(),
        )

    @cached_property
    def chosen_by(self) -> dict[str, tuple[dt.date | Days, ...]]:
        """The days, or spans of days, that chose versions of the law, by which date of the case file they are."""
        used = {(chosen.by, chosen.when) for each in self.offences for chosen in each.used if chosen.by is not None and chosen.when is not None}
        return {by: tuple(sorted((when for other, when in used if other == by), key=first_day)) for by in sorted({by for by, _ in used})}

    @cached_property
    def category(self) -> CategoryUsed | None:
        """The category of the territory on the dates of the case; None if it is not known here."""
        looked_up = day_of_designation(self.case_file)
        found = designation(self.rule_book.territories[self.case_file.territory], "category", looked_up[0]) if looked_up else None
        if looked_up is None or found is None:
            return None
        return CategoryUsed(category=found.is_, day=looked_up[0], selected_by=looked_up[1], by=found.by, verified=found.verified)


def hear(case_file: CaseFile, rule_book: RuleBook, under: Under | None = None) -> Hearing:
    """*case_file* heard under *rule_book*, once for everything that is made of it; errors as for ``determine``."""
    return Hearing(case_file, rule_book, under or Under())


@cache
def made_by() -> str:
    """The package and its version."""
    return f"extradition {version('extradition')}"
