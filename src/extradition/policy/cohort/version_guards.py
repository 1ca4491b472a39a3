"""The rows in which each version of a question applies, as tests on the dates of the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from extradition.hearing.under import Under
from extradition.law import SELECTOR
from extradition.policy.cohort.case_moments import Between, CaseMoments, minutes_of
from extradition.policy.cohort.columns import Column, Columns
from extradition.policy.cohort.decision_lists import DecisionList, book_of_list, by_list
from extradition.rule_book import RuleBook
from extradition.rule_book.in_force import MIDNIGHT, InForce, Moment
from extradition.rule_book.question import Question
from extradition.rule_book.turning_points import days_of_ways, has_law_before, have_one_rule
from extradition.rule_book.version import Version
from extradition.source import UnknownLawError


@dataclass(frozen=True)
class Applies:
    """A version of a question (None if the question is not in force), and the rows in which it applies."""

    version: Version | None
    where: Column


# Whole: the tests on the dates of one question build on one another, a few lines each.
class VersionGuards:
    """The versions that the dates of each row choose, under one law.

    Args:
        rule_book: the law.
        part: the matter.
        columns: the maker of the columns.
        under: the choice of the law.
        lists: the lists of decisions that rows can have.

    Attributes:
        book: the law; for a list of decisions, the rule book that asks about each.
        assumed: the version that applies whatever the dates, by the provision of its question.
        each: the versions for the rows with each list.

    Raises:
        UnknownLawError: the law, or a version that it assumes, is not in the rule book.
    """

    def __init__(
        self,
        rule_book: RuleBook,
        part: str,
        columns: Columns,
        under: Under,
        lists: Sequence[DecisionList] = (),
    ) -> None:
        self.book = self._book = rule_book
        self._part = part
        self._columns = columns
        self._moments = CaseMoments(columns, rule_book, under.day(rule_book))
        self.assumed: Mapping[str, Version] = dict(
            rule_book.versions[version]
            for version in rule_book.each_decision.with_limbs(under.assumed(part, rule_book))
        )
        self.each = tuple(
            VersionGuards(book_of_list(rule_book, each), part, columns, under) for each in lists
        )
        self._kept: dict[str, tuple[Applies, ...]] = {}
        self._undated: dict[str, Column] = {}

    def of(self, provision: str) -> tuple[Applies, ...]:
        """Each version of a question that may apply, with its rows; last, that it is not in force.

        Raises:
            UnknownLawError: the question has no version on the day that the user named.
        """
        if provision not in self._kept:
            self._kept[provision] = tuple(self._made(provision))
        return self._kept[provision]

    def _made(self, provision: str) -> Iterator[Applies]:
        question = self._book.questions[provision]
        if provision in self.assumed:
            yield Applies(self.assumed[provision], self._columns.true)
            return
        absent, may_be_absent = (
            self._nowhere(question),
            question.while_not_in_force is not None or question.is_limb,
        )
        if absent is self._columns.true and not may_be_absent:
            raise UnknownLawError(f"{provision} has no version in force on {self._moments.as_at}")
        if self._one_rule(question):
            where = self._columns.true if question.is_limb else self._columns.opposite(absent)
            yield Applies(question.dated[-1], where)
            return
        found = (Applies(version, self._covered(question, version)) for version in question.dated)
        yield from (each for each in found if each.where is not self._columns.false)
        if may_be_absent:
            yield Applies(None, absent)

    def _one_rule(self, question: Question) -> bool:
        """Whether every day has the same law: all versions have the same conditions and ways."""
        return question.while_not_in_force is None and have_one_rule(question, question.dated)

    def _covered(self, question: Question, version: Version) -> Column:
        """Whether every moment of each date is in the span of *version*."""
        return self._columns.all(
            test for span in version.in_force.spans for test in self._inside(question, span)
        )

    def _inside(self, question: Question, span: InForce) -> Iterator[Column]:
        columns, date = self._columns, self._moments.between[span.selected_by]
        begins = minutes_of(cast("Moment", span.begins))  # only a prospective version has none
        yield columns.any([columns.at_least(date.first, begins), *self._imprecise(question, span, begins)])
        if span.ends is not None:
            yield columns.below(date.last, minutes_of(span.ends))

    def _imprecise(self, question: Question, span: InForce, begins: int) -> Iterator[Column]:
        """Whether the date is not known to the day, and falls under the first version at the earliest."""
        selector = span.selected_by
        if span.begins == _first_begin(question, selector) and not has_law_before(question, selector):
            date = self._moments.between[selector]
            yield self._columns.all(
                [self._columns.differs(date.first, date.last), self._columns.at_least(date.last, begins)]
            )

    def _nowhere(self, question: Question) -> Column:
        """Whether a date is before every version, or after every version."""
        return self._columns.any(
            test
            for selector in question.selectors
            for test in self._outside(
                [version.in_force.by(selector) for version in question.dated], self._moments.between[selector]
            )
        )

    def _outside(self, spans: Sequence[InForce | None], date: Between) -> Iterator[Column]:
        """Whether *date* is before, and whether it is after, each of *spans*; None is a span without end."""
        columns = self._columns
        begins = [minutes_of(span.begins) for span in spans if span is not None and span.begins is not None]
        ends = [minutes_of(span.ends) for span in spans if span is not None and span.ends is not None]
        for moments, outside in (
            (begins, columns.below(date.last, min(begins, default=0))),
            (ends, columns.at_least(date.first, max(ends, default=0))),
        ):
            if len(moments) == len(spans):
                yield outside

    def undated(self, provision: str) -> Column:
        """Whether the dates leave open which version of a question, or of a limb of it, applies."""
        if provision not in self._undated:
            question = self._book.questions[provision]
            own = self._columns.any(self._reasons_undated(question))
            each = [other.undated(provision) for other in self.each if question.asked_of is not None]
            self._undated[provision] = by_list(self._columns, own, each)
        return self._undated[provision]

    def _reasons_undated(self, question: Question) -> Iterator[Column]:
        columns, found = self._columns, self.of(question.provision)
        yield columns.opposite(columns.any(columns.certainly(each.where) for each in found))
        yield from self._changing(question)
        for each in found:
            if each.version is not None:
                limbs = self._book.limbs_of(self._part, question, each.version)
                of_limbs = columns.any(map(self.undated, limbs))
                yield columns.all([columns.certainly(each.where), of_limbs])

    def _changing(self, question: Question) -> Iterator[Column]:
        """Whether a day on which the gate or an order of *question* changes is within the date."""
        if question.provision in self.assumed:
            return
        for day in days_of_ways(question):
            turn, date = minutes_of((day, MIDNIGHT)), self._moments.between[question.selectors[0]]
            yield self._columns.all(
                [self._columns.below(date.first, turn), self._columns.at_least(date.last, turn)]
            )

    def from_day(self, question: Question, turn: Moment) -> Column:
        """Whether the date that chooses the version of *question* is at *turn* or later.

        It is, if the user assumed the version.
        """
        if question.provision in self.assumed or not question.selectors:
            return self._columns.true
        return self._columns.at_least(self._moments.between[question.selectors[0]].first, minutes_of(turn))

    def by_version(self, provision: str, values: Iterable[tuple[Applies, Column]]) -> Column:
        """The value of the version that applies, of *values* for each; open where none does.

        Args:
            provision: the provision of the question.
            values: what ``of`` gives for the question, each with its value.
        """
        every = list(values)
        if len(every) == 1 and provision in self.assumed:
            return every[0][1]
        if len({value for _, value in every}) == 1:  # where none applies, the row is refused
            return every[0][1]
        return self._columns.case(((each.where, value) for each, value in every), self._columns.open)


def _first_begin(question: Question, selector: SELECTOR) -> Moment | None:
    """The earliest beginning of a version of *question* by that date."""
    spans = (version.in_force.by(selector) for version in question.dated)
    return min((span.begins for span in spans if span is not None and span.begins is not None), default=None)
