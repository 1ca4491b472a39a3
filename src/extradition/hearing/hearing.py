"""The hearing of a case file under a rule book, made once; its determination is made when it is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from importlib.metadata import version
from typing import Any, TypeVar

from extradition.case_file import CaseFile, Offence, each_warrant
from extradition.days import Days, first_day, last_day
from extradition.determination import Determination, LawUsed
from extradition.determination.matter_used import left_out_if_bundled
from extradition.determination.outcome import CategoryUsed, Combined
from extradition.determination.whole_case import outcome_of, under_of
from extradition.engine.agreement import ENGINE, READINGS, reader_for
from extradition.hearing.cautions import case_cautions
from extradition.hearing.combination import afterwards, combine, look_again
from extradition.hearing.date_order import faults_before_the_law
from extradition.hearing.decisions import book_for
from extradition.hearing.designation import category_used
from extradition.hearing.examination import examine
from extradition.hearing.joining import joined
from extradition.hearing.offence import Heard
from extradition.hearing.path import AskedQuestion
from extradition.hearing.shared import Shared
from extradition.hearing.under import Under
from extradition.hearing.without_effect import on_person
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.book import Territory
from extradition.rule_book.matter import OneIsEnough
from extradition.rule_book.version import Version
from extradition.source import Fault, Place, SourceError, each_or_all_faults

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
    """The determination (support) of a case: the outcome on its findings, the reasons, the open questions.

    Args:
        case_file: the case file. Its dates choose the versions of the law.
        rule_book: the law.
        law: the name of a law in ``laws.yaml``; the case is heard on its day.
        as_at: a day; the case is heard on it.
        assuming: the ids of versions that apply whatever the dates.
        engine: ``durable`` derives every step twice, by durable rules and by the plain reading, and refuses a
            difference. ``plain`` makes the plain reading alone, and the determination says so.

    Returns:
        A determination (support), never a decision. The same input gives the same output.

    Raises:
        SourceError: the case file does not fit the rule book, or has a date on which a question has no
            version in force.
        UnknownLawError: a law, version or day that the rule book does not have.
        OptionError: both a law and a day are given, or two assumed versions are of one question.
        EngineError: durable-rules is missing or failed, or the two readings differ.

    Examples:
        >>> from extradition import CaseFile, RuleBook, determine
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> determination = determine(case, RuleBook.load())
        >>> determination.outcome, determination.turns_on_commencement
        ('order', False)
    """
    return hear(case_file, rule_book, Under.of(law, as_at, assuming, engine)).determination


# Whole: what a determination and its readers ask of one hearing, a few lines each.
class Hearing:
    """The hearing of a case: every offence with its walks.

    Its determination is made when it is needed, and kept.

    Args:
        case_file: the case file.
        rule_book: the law.
        under: the choice of the law, and the engine.
        examined: whether the case file is already checked against the rule book.

    Attributes:
        given: the case file as the user gave it.
        case_file: the same with its matter.
        rule_book: the law.
        under: the choice of the law, and the engine.
        warrants: the hearing on each of several warrants, under the law of its own dates; empty for one
            warrant.
        offences: every offence, heard.

    Raises:
        SourceError: as for ``determine``.
        OptionError: as for ``determine``.
        EngineError: as for ``determine``.
    """

    def __init__(
        self, case_file: CaseFile, rule_book: RuleBook, under: Under, *, examined: bool = False
    ) -> None:
        self.given = case_file
        self.rule_book = rule_book
        self.under = under
        self.case_file = case_file if examined else examine(case_file, rule_book)
        self.part: PART = self.case_file.part or next(iter(rule_book.matters))
        self.day = under.day(rule_book)
        self.assuming = under.assumed(self.part, rule_book)
        self.warrants = tuple(self._on_each_warrant())
        self._shared: dict[RuleBook, Shared] = {}
        own = tuple(map(self._heard, self.case_file.offences))
        self.offences: tuple[Heard, ...] = own + tuple(each for by in self.warrants for each in by.offences)
        person: tuple[dict[str, AskedQuestion], dict[str, AskedQuestion]] = ({}, {})
        for each in own:
            each.walk(*person)
        early = () if self.warrants else faults_before_the_law(self.case_file, rule_book, self.part)
        faults: dict[Place, Fault] = {fault.place: fault for fault in early}
        for each in self.offences if not self.warrants else ():
            faults |= each.date_faults  # names the question that has no version
        if faults:
            raise SourceError(self.case_file.problems(list(faults.values())))
        self._kept: dict[object, Any] = {}

    def _heard(self, offence: Offence) -> Heard:
        """The *offence*, heard under the rule book for the decisions that it lists, if it lists any."""
        book = book_for(offence, self.rule_book)
        if book not in self._shared:
            read = reader_for(book, self.rule_book, self.under.engine)
            self._shared[book] = Shared(self.case_file, book, self.day, self.assuming, read)
        return Heard(self._shared[book], offence)

    def _on_each_warrant(self) -> list[Hearing]:
        """The hearing on each of several warrants; empty for one warrant."""
        alone = each_warrant(self.case_file) if self.case_file.warrants else ()
        try:
            return each_or_all_faults(
                alone, lambda case_file: Hearing(case_file, self.rule_book, self.under, examined=True)
            )
        except SourceError as error:
            raise SourceError(
                dict.fromkeys(error.problems)
            ) from None  # a fault of all the warrants is reported once

    def once(self, key: object, make: Callable[[], T]) -> T:
        """The value that *make* returns, made once for this hearing and *key*."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: T = self._kept[key]
        return kept

    @cached_property
    def combined(self) -> tuple[Combined, ...]:
        """The offences grouped by outcome."""
        return combine(self.offences)

    @property
    def outcome(self) -> str:
        """The outcome of the whole case, in words."""
        return outcome_of((each.outcome for each in self.offences), self.one_is_enough)

    @property
    def closing(self) -> str:
        """The outcome of the whole case if nothing more is shown, in words."""
        return outcome_of((each.closed.path.outcome for each in self.offences), self.one_is_enough)

    @property
    def one_is_enough(self) -> OneIsEnough | None:
        """The outcome for which one offence is enough; None with several warrants, each of which is alone."""
        return None if self.warrants else self.rule_book.matters[self.part].one_is_enough

    @property
    def unless_shown(self) -> tuple[str, ...]:
        """The open facts of which the outcome of an offence presumes that nothing against it is shown."""
        return tuple(dict.fromkeys(name for each in self.offences for name in each.unless_shown))

    @property
    def rests_on(self) -> str | None:
        """The provision on which every offence rests; None if they rest on several."""
        return under_of((each.outcome for each in self.offences), self.one_is_enough)

    @property
    def versions(self) -> Iterator[Version]:
        """Every version of the law that was applied; some more than once."""
        return (placed.asked.chosen.version for each in self.offences for placed in each.walked.placed)

    @property
    def turns_on_commencement(self) -> bool:
        """Whether the version in force would give another outcome than a prospective one that was assumed."""
        return any(each.turns_on_commencement for each in self.offences)

    # Whole: the fields of a determination, a row each.
    @cached_property
    def determination(self) -> Determination:
        """The determination of the case, with every reason."""
        if self.warrants:
            return joined(self)
        case_file, book = self.case_file, self.rule_book
        offences = tuple(each.determination() for each in self.offences)
        again = look_again(book, self.combined, self.offences)
        return Determination(
            case=case_file.case,
            reference=case_file.reference,
            citation=case_file.citation,
            part=self.part,
            own_matter=left_out_if_bundled(
                self.part, book.matters[self.part], book.parties, book.before[self.part]
            ),
            territory=case_file.territory,
            territory_name=self.territory.name if self.territory else None,
            category=self.category,
            taken_from=case_file.taken_from,
            law=self._law_used(),
            rule_book=book.digest,
            drafts=book.drafts,
            made_by=made_by(),
            readings=READINGS[self.under.engine],
            cautions=(*case_cautions(self), *on_person(self), *again),
            notes=case_file.notes,
            addresses={
                name: address for each in self._books for name, address in each.addresses[self.part].items()
            },
            terms={name: term for each in self._books for name, term in each.terms[self.part].items()},
            exits=book.exits,
            offences=offences,
            combined=self.combined,
            combined_under=book.matters[self.part].combined_under,
            one_is_enough=self.one_is_enough,
            afterwards=tuple(afterwards(book, self.part, self.offences)),
            case_file=self.given.alone(),
        )

    @property
    def _books(self) -> tuple[RuleBook, ...]:
        """The rule book, and those made for the decisions that offences list."""
        return tuple(dict.fromkeys((self.rule_book, *(each.rule_book for each in self.offences))))

    def _law_used(self) -> LawUsed:
        """The law that the determination names: the choice of it, and the dates that chose its versions."""
        named = self.rule_book.law(self.under.law) if self.under.law is not None else None
        return LawUsed(
            name=self.under.law,
            title=named.title if named else None,
            as_at=self.day,
            dates=self.case_file.dates.days,
            chosen_by=self.chosen_by,
            assuming=self.assuming,
            stated_as_at=self.rule_book.stated_as_at,
        )

    @cached_property
    def chosen_by(self) -> dict[str, tuple[dt.date | Days, ...]]:
        """The days, or spans of days, that chose versions of the law, by the name of the date in the case
        file.
        """
        used = {date for each in self.offences for chosen in each.used for date in chosen.dates}
        in_order = sorted(used, key=lambda date: (first_day(date[1]), last_day(date[1])))
        return {by: tuple(when for other, when in in_order if other == by) for by in sorted(dict(used))}

    @property
    def territory(self) -> Territory | None:
        """The territory of the case; None if the case file names none."""
        code = self.case_file.territory
        return None if code is None else self.rule_book.territories[code]

    @cached_property
    def category(self) -> CategoryUsed | None:
        """The category of the territory on the dates of the case; None if the rule book does not know it."""
        needed = self.rule_book.matters[self.part].category is not None
        known = self.territory if needed else None
        return category_used(self.case_file, known, self.rule_book) if known else None


def hear(case_file: CaseFile, rule_book: RuleBook, under: Under | None = None) -> Hearing:
    """The hearing of a case, from which the determination and the sensitivity are made.

    Args:
        case_file: the case file. Its dates choose the versions of the law, unless *under* says otherwise.
        rule_book: the law.
        under: the choice of the law, and the engine.

    Raises:
        SourceError: as for ``determine``.
        OptionError: as for ``determine``.
        EngineError: as for ``determine``.
    """
    return Hearing(case_file, rule_book, under or Under())


@cache
def made_by() -> str:
    """The package and its version."""
    return f"extradition {version('extradition')}"
