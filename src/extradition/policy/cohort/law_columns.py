"""The columns of a cohort under one law, and the parting of neighbouring laws: what a table is decided by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise

from extradition.hearing.under import Under
from extradition.hearing.unknown_words import UnknownWords
from extradition.policy.cohort import decided_names as names
from extradition.policy.cohort.columns import Column, Columns, coded_name
from extradition.policy.cohort.compiled import CompiledLaw
from extradition.policy.cohort.decision_lists import DecisionList
from extradition.policy.cohort.ends import FIRST_OUTCOME, OPEN, Ends
from extradition.policy.cohort.possible_ends import PossibleEnds
from extradition.policy.cohort.reached import Reached, parting_column
from extradition.rule_book import RuleBook
from extradition.source import UnknownLawError

START = "taken_from"
"""The name of the column with the question from which the hearing of a row is taken."""


@dataclass(frozen=True)
class LawColumns:
    """The columns of one law.

    Attributes:
        name: the name of the law.
        outcome: the end of the hearing, as ``Ends`` numbers it; ``OPEN`` without an outcome.
        closing: the end if nothing more is shown.
        undated: whether the dates of the row leave open which law applies; the row is then refused.
        turns_on_commencement: whether the versions in force would give another outcome than the prospective
            ones that the law assumes.
        verified: how sure we are of the law, as ``Reached.verified`` has it.
        unstated: whether the rule book does not state a law that is asked, as ``Reached.unstated`` has it.
    """

    name: str
    outcome: Column
    closing: Column
    undated: Column
    turns_on_commencement: Column
    verified: Column
    unstated: Column


# Whole: the columns that a table can have under several laws, a few lines each.
class CompiledLaws:
    """A matter of the rule book under several laws, compiled together: they share their equal expressions.

    Args:
        rule_book: the law.
        part: the matter.
        laws: the choice of each law, by its name.
        starts: the questions from which hearings are taken, each with its number in the column ``START``; the
            first also where that is open. If absent, every hearing starts at the first question.
        lists: the lists of decisions that rows can have, each with its place as its number in the column
            ``LISTED``.

    Attributes:
        laws: the choice of each law.
        ends: the numbers of the ends in the columns.
        columns: the maker of the columns.

    Raises:
        UnknownLawError: a law, or a version that it assumes, is not in the rule book. Or no hearing of the
            matter can start at one of *starts*.

    >>> book = RuleBook.load()
    >>> laws = CompiledLaws(book, "1", {"merticariu": Under(law="merticariu")})
    >>> [law.name for law in laws.each]
    ['merticariu']
    """

    def __init__(
        self,
        rule_book: RuleBook,
        part: str,
        laws: dict[str, Under],
        *,
        starts: Mapping[str, int] | None = None,
        lists: Sequence[DecisionList] = (),
    ) -> None:
        self.rule_book = rule_book
        self.part = part
        self._lists = lists
        self.starts = starts or {rule_book.starts_at[part]: 0}
        for start in self.starts:
            refuse_other_starts(rule_book, part, start)
        self.columns = Columns()
        self.ends = Ends()
        self.laws = laws
        self._compiled = {name: self._compile(under) for name, under in laws.items()}
        self._reached = {
            (name, start): Reached(compiled, start)
            for name, compiled in self._compiled.items()
            for start in self.starts
        }

    @cached_property
    def each(self) -> Sequence[LawColumns]:
        """The columns of each law, in the order of the laws."""
        return tuple(self._columns_of(name, under) for name, under in self.laws.items())

    @cached_property
    def partings(self) -> dict[tuple[str, str], Column]:
        """For each two neighbouring laws, the number of the first question that they answer differently."""
        return {
            (one, other): self._by_start(partial(self._parting, one, other))
            for one, other in pairwise(self.laws)
        }

    @cached_property
    def decided(self) -> Mapping[str, Column]:
        """What a table is decided by: each decided column, by its name in numbers."""
        found: dict[str, Column] = {}
        for law in self.each:
            found |= {
                names.name_of_outcome(law.name): law.outcome,
                names.name_of_closing(law.name): law.closing,
                names.name_of_commencement(law.name): law.turns_on_commencement,
                names.name_of_certainty(law.name): law.verified,
                names.name_of_unstated(law.name): law.unstated,
            }
        found |= {names.name_of_parting(*pair): column for pair, column in self.partings.items()}
        return {coded_name(name): column for name, column in found.items()}

    @property
    def undated(self) -> Column:
        """Whether the dates of the row leave open which law applies, under any of the laws."""
        return self.columns.any(law.undated for law in self.each)

    def answer(self, law: str, provision: str) -> Column:
        """The answer to a question under *law*: 1 yes, 0 no, or open.

        Args:
            law: the name of the law.
            provision: the provision of the question.

        >>> book = RuleBook.load()
        >>> laws = CompiledLaws(book, "1", {"merticariu": Under(law="merticariu")})
        >>> laws.answer("merticariu", book.starts_at["1"]).kind
        'first known'
        """
        return self._compiled[law].answers.answer(provision)

    @cached_property
    def possible(self) -> dict[str, Column]:
        """For each law, the bits of the kinds of end that are still possible (``PossibleEnds``)."""
        return {name: self._by_start(PossibleEnds(each).of) for name, each in self._compiled.items()}

    def _parting(self, one: str, other: str, start: str) -> Column:
        return parting_column(self._reached[one, start], self._reached[other, start])

    def _compile(self, under: Under, *, closing: bool = False) -> CompiledLaw:
        return CompiledLaw(
            self.rule_book,
            self.part,
            under,
            self.columns,
            self.ends,
            lists=self._lists,
            closing=closing,
        )

    def _by_start(self, of: Callable[[str], Column]) -> Column:
        """The value *of* the question from which the hearing of each row is taken."""
        first, *others = self.starts
        row = self.columns.given(START)
        arms = ((self.columns.among(row, [self.starts[start]]), of(start)) for start in others)
        return self.columns.case(arms, of(first))

    def _columns_of(self, name: str, under: Under) -> LawColumns:
        compiled, columns = self._compiled[name], self.columns
        end, direct = self._by_start(compiled.end), self._by_start(compiled.is_direct)
        closing = self._by_start(self._compile(under, closing=True).end)
        others = (self._by_start(other.end) for other in self._in_force(compiled, under))
        return LawColumns(
            name=name,
            outcome=self._outcome(end),
            closing=self._outcome(columns.case([(direct, end)], closing)),
            undated=self._by_start(lambda start: self._reached[name, start].undated),
            turns_on_commencement=columns.any(
                columns.opposite(columns.same_outcome(self._outcome(end), self._outcome(other)))
                for other in others
            ),
            verified=self._by_start(lambda start: self._reached[name, start].verified),
            unstated=self._by_start(lambda start: self._reached[name, start].unstated),
        )

    def _in_force(self, compiled: CompiledLaw, under: Under) -> Iterator[CompiledLaw]:
        """The law with the version in force in place of each prospective version that it assumes."""
        assumed = compiled.guards.assumed
        as_at = under.day(self.rule_book)
        for provision, version in assumed.items():
            if any(version is each for each in self.rule_book.prospective.get(provision, ())):
                others = tuple(each.id for name, each in assumed.items() if name != provision)
                yield self._compile(replace(under, law=None, as_at=as_at, assuming=others))

    def _outcome(self, end: Column) -> Column:
        """The *end*, with one number for every end without an outcome."""
        is_outcome = self.columns.at_least(end, FIRST_OUTCOME)
        return self.columns.case([(is_outcome, end)], self.columns.literal(OPEN))


def refuse_other_starts(rule_book: RuleBook, part: str, start: str) -> None:
    """Refuse a question from which no hearing of a matter can be taken.

    Args:
        rule_book: the law.
        part: the matter.
        start: the provision of the question.

    Raises:
        UnknownLawError: *start* is not a question of that matter, or is a limb.
    """
    if rule_book.parts.get(start) != part or rule_book.questions[start].is_limb:
        raise UnknownLawError(UnknownWords(rule_book).start(start, part))
