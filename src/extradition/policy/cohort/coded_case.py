"""One offence of a case file as a row of numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extradition.case_file import CaseFile, Offence
from extradition.case_file.settling import Known
from extradition.days import Days, first_day, last_day
from extradition.hearing.decisions import book_for
from extradition.hearing.known import known_of
from extradition.length import Length
from extradition.policy.cohort.answer_codes import code_of, edges_of
from extradition.policy.cohort.case_moments import MINUTES, dates_of_rows, first_name, last_name, minutes_of
from extradition.policy.cohort.columns import coded_name
from extradition.policy.cohort.decision_lists import (
    LISTED,
    DecisionList,
    book_of_list,
    list_of,
    name_at,
    names_of_decision,
    own_facts,
)
from extradition.policy.cohort.refusals import REFUSAL
from extradition.rule_book import RuleBook
from extradition.rule_book.in_force import MIDNIGHT
from extradition.rule_book.trials import name_of

CodedRow = Mapping[str, int | None]


@dataclass(frozen=True)
class CaseCoder:
    """The maker of rows from the offences of case files.

    Args:
        rule_book: the law.
        part: the matter of the case files.
        lists: the lists of decisions that have columns; an offence with another list is refused.
    """

    rule_book: RuleBook
    part: str
    lists: tuple[DecisionList, ...] = ()

    @cached_property
    def _books(self) -> tuple[RuleBook, ...]:
        """The rule book, and that of each list of decisions."""
        return (self.rule_book, *(book_of_list(self.rule_book, each) for each in self.lists))

    @cached_property
    def _asked(self) -> Mapping[str, RuleBook]:
        """The first rule book that asks for each fact and question."""
        found: dict[str, RuleBook] = {}
        for book in self._books:
            for name in book.names_read[self.part]:
                found.setdefault(name, book)
        return found

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name of each fact and question that has a column."""
        return tuple(self._asked)

    @cached_property
    def _edges(self) -> Mapping[str, frozenset[int]]:
        return edges_of(self.rule_book, self.part)

    @cached_property
    def _presuming(self) -> frozenset[str]:
        """The facts of each version that may presume that nothing is shown: there authorship decides."""
        return frozenset(
            name
            for book in self._books
            for _, question in book.questions_in(self.part)
            for version in question.versions
            if any(version.presumed.values())
            for name in version.facts
        )

    def row(self, case_file: CaseFile, offence: Offence) -> tuple[CodedRow, REFUSAL | None]:
        """The row of *offence*, and the reason why it is refused, if it is.

        Args:
            case_file: a case file with one warrant, examined against the rule book.
            offence: one of its offences.
        """
        listed = list_of(offence)
        known = self._known(case_file, offence)
        row: dict[str, int | None] = dict(self._dates(case_file, offence))
        row[coded_name(LISTED)] = self.lists.index(listed) if listed in self.lists else None
        refused = self._refused(case_file, offence, known)
        for name in self.names:
            each = known.get(name)
            answer = (
                None if each is None or each.answer is None else self._asked[name].answer(name, each.answer)
            )
            if isinstance(answer, Length):
                answer = answer.in_months(self._edges.get(name, frozenset()))
                if answer is None:
                    refused = refused or "a length that no number of whole months stands for"
            row[coded_name(name)] = None if answer is None else code_of(self._asked[name], name, answer)
        return row, refused

    def _known(self, case_file: CaseFile, offence: Offence) -> Mapping[str, Known]:
        """What is known on *offence*, and on each of its decisions under the names that a list gives them."""
        book = book_for(offence, self.rule_book)
        known = known_of(case_file, offence, book)
        if not offence.decisions:
            return known
        own = own_facts(self.rule_book)
        found = {name: each for name, each in known.items() if name not in book.each_decision.plain}
        for place, decision in enumerate(offence.decisions):
            for name in names_of_decision(self.rule_book):
                each = known.get(name_of(name, decision.id), known.get(name) if name in own else None)
                if each is not None:
                    found[name_at(name, place)] = each
        return found

    def _refused(self, case_file: CaseFile, offence: Offence, known: Mapping[str, Known]) -> REFUSAL | None:
        read = [known[name] for name in self.names if name in known]
        if offence.decisions and list_of(offence) not in self.lists:
            return "several decisions on the offence"
        if case_file.evidence_closed:
            return "the evidence is closed"
        if any(each.answer is None for each in read):
            return "a finding is in dispute"
        if any(known[name].is_argument for name in self.names if name in known and self._has_authors(name)):
            return "a party asserts an answer, and its authorship decides"
        return None

    def _has_authors(self, name: str) -> bool:
        """Whether the author of a finding on *name* can change an answer."""
        return name not in self._asked[name].facts or name in self._presuming

    def _dates(self, case_file: CaseFile, offence: Offence) -> Mapping[str, int | None]:
        """The first and the last moment of each date."""
        row: dict[str, int | None] = {}
        for name in dates_of_rows(self.rule_book):
            day = offence.conduct_date if name == "conduct" else case_file.dates.of(name)
            hour = case_file.dates.arrest_hour if name == "arrest" else None
            row[coded_name(first_name(name))], row[coded_name(last_name(name))] = moments_of(day, hour)
        return row


def moments_of(day: dt.date | Days | None, hour: dt.time | None) -> tuple[int | None, int | None]:
    """The first and the last moment of a date.

    Args:
        day: the date, or the span of days in which it falls.
        hour: its hour, if that is known.
    """
    if day is None:
        return None, None
    if hour is not None:
        at = minutes_of((first_day(day), hour))
        return at, at
    return minutes_of((first_day(day), MIDNIGHT)), minutes_of((last_day(day), MIDNIGHT)) + MINUTES - 1
