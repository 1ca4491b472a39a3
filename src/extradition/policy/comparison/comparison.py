"""A comparison of laws over cases: the outcome of each case, the questions at which the laws part, and
why.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, ClassVar, Literal, get_args

from extradition.case_file import CaseFile
from extradition.engine.agreement import ENGINE, READINGS, READINGS_MADE
from extradition.hearing import made_by
from extradition.law import LEFT_OUT_IF_NONE, Model
from extradition.policy.comparison.case_heard import CaseHeard, hear_case
from extradition.policy.comparison.cases import CaseComparison
from extradition.policy.comparison.counts import (
    OutcomeCount,
    Shift,
    Transition,
    outcomes_in,
    shifts,
    transitions,
)
from extradition.policy.comparison.laws_heard import LawHeard, laws_heard
from extradition.policy.comparison.partings import PartingPlace, places
from extradition.policy.each_heard import OnFault, each_heard
from extradition.policy.reported_law import ReportedLaw, reported_law
from extradition.rule_book import RuleBook
from extradition.rule_book.draft import DraftUsed
from extradition.rule_book.fact import Term
from extradition.rule_book.version import LEVEL
from extradition.source import OptionError, SourceError


class LawCompared(ReportedLaw):
    """A law in the comparison, with the cases whose outcome turns on its commencement.

    ``verified`` are the ids of the versions that were applied to any of the cases, by how sure we are of
    them. ``second``: whether it is a law of the second of two rule books.
    """

    turns_on_commencement: int
    verified: dict[LEVEL, tuple[str, ...]]
    second: bool = False


class Comparison(Model):
    """A comparison of laws (support): the laws, each case under them, and the transitions with the cases
    behind each count.

    Every count is of these cases, not of any population.

    Attributes:
        rule_book: the SHA-256 of the content of the rule book.
        against: the SHA-256 of the content of the second rule book; None if there is none.
        drafts: the draft laws that were added to the rule book, each with its own SHA-256.
        made_by: the package and its version.
        readings: the readings of the rules that derived the outcomes.
        stated_as_at: the day on which the rule book states the law.
        decided: the number of cases that a court has decided.
        laws: the laws, in the order of every row of outcomes.
        outcomes: every outcome that occurs, in the order of a table or a chart.
        shifts: the changes between neighbouring laws.
        transitions: the cases by the whole row of their outcomes, the most frequent first.
        places: the questions at which the laws part.
        cases: each case, with its outcome under each law.
        terms: the words of facts and findings, by name. The facts are those on which each parting turned, and
            those that an outcome presumes. The findings are those that count for nothing.

    Examples:
        >>> from pathlib import Path
        >>> from extradition import CaseFile, RuleBook, compare
        >>> paths = sorted(Path("precedents").glob("*.yaml"))
        >>> comparison = compare(map(CaseFile.load, paths[:3]), RuleBook.load())
        >>> [case.number for group in comparison.transitions for case in comparison.at(group)]
        [1, 2, 3]
    """

    report_name: ClassVar[Literal["comparison"]] = "comparison"
    """The name of this report, which its templates have too."""

    kind: Literal["comparison (support)"] = "comparison (support)"
    rule_book: str
    against: str | None = None
    drafts: tuple[DraftUsed, ...] = ()
    made_by: str
    readings: READINGS_MADE
    stated_as_at: dt.date
    decided: int
    laws: tuple[LawCompared, ...]
    outcomes: tuple[OutcomeCount, ...]
    shifts: tuple[Shift, ...]
    transitions: tuple[Transition, ...]
    places: tuple[PartingPlace, ...]
    cases: tuple[CaseComparison, ...]
    terms: dict[str, Term]

    @property
    def closings(self) -> list[tuple[str, tuple[int, ...]]]:
        """Every outcome that a case has if nothing more is shown, with the number of cases under each law;
        the most frequent first.
        """
        under_each = [
            Counter(case.outcomes[i].if_nothing_more_is_shown for case in self.cases)
            for i in range(len(self.laws))
        ]
        names = sorted(
            {name for counts in under_each for name in counts},
            key=lambda name: (-sum(counts[name] for counts in under_each), name),
        )
        return [(name, tuple(counts[name] for counts in under_each)) for name in names]

    def at(self, counted: Transition | PartingPlace) -> list[CaseComparison]:
        """The cases behind a count.

        Args:
            counted: a transition or a place of this comparison, which has the numbers of its cases.
        """
        return [self.cases[number - 1] for number in counted.numbers]


class CaseUnderLaws(Comparison):
    """The comparison of the laws side by side for one case.

    It has no case if the case cannot be determined under all of them.

    Attributes:
        not_compared: the reason why it has no case, without the position in a file.
    """

    not_compared: Annotated[str | None, LEFT_OUT_IF_NONE] = None


def compare(
    cases: CaseFile | Iterable[CaseFile],
    rule_book: RuleBook,
    laws: Sequence[str] | None = None,
    *,
    assuming: Collection[str] = (),
    against: RuleBook | None = None,
    engine: ENGINE = "durable",
    on_fault: OnFault | None = None,
) -> Comparison:
    """The comparison of *laws* over *cases*.

    Args:
        laws: names from ``laws.yaml``; without them, the laws that it lists for comparison. With *assuming*
            or *against* the only one is the law of the day on which the rule book states the law.
        on_fault: called with each case that cannot be determined, and the error. The case is left out;
            without *on_fault*, the error is raised.
        cases: one case file or several, each heard under every law.
        rule_book: the law.
        assuming: ids of versions; the last of *laws* is compared with the same law that has them in place of
            its own.
        against: a second rule book; each law is compared with the law of the same name there.
        engine: ``durable`` for both readings of the rules, ``plain`` for the plain reading alone.

    Raises:
        UnknownLawError: a law that the rule book does not name.
        OptionError: fewer than two laws, or one twice.
        SourceError, EngineError: as for ``determine``.
        ValueError: there is no case to compare.

    Examples:
        >>> from extradition import CaseFile, RuleBook, compare
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> comparison = compare(case, RuleBook.load())
        >>> [(each.outcome, set(each.counts)) for each in comparison.outcomes]
        [('order', {1})]
    """
    compared = laws_heard(rule_book, laws, assuming=assuming, against=against)
    every = [cases] if isinstance(cases, CaseFile) else cases
    heard = each_heard(_at_least_one(every), lambda case: hear_case(case, compared, engine), on_fault)
    return comparison_of(heard, compared, engine)


def compared_laws(case: CaseFile, rule_book: RuleBook, engine: ENGINE = "durable") -> CaseUnderLaws:
    """The comparison of one case under the laws that the rule book lists side by side.

    It has no case, and the reason, if the case cannot be determined under all of them.

    Args:
        case: the case file.
        rule_book: the law.
        engine: as for ``compare``.

    Raises:
        EngineError: as for ``determine``.

    >>> case = CaseFile.load("examples/merticariu/case.yaml")
    >>> [len(each.partings) for each in compared_laws(case, RuleBook.load()).cases]
    [1]
    """
    reasons: list[str] = []
    made = compare([case], rule_book, engine=engine, on_fault=lambda _, error: reasons.append(_reason(error)))
    return CaseUnderLaws(**dict(made), not_compared=reasons[0] if reasons else None)


def comparison_of(
    heard: Iterable[CaseHeard], laws: Sequence[LawHeard], engine: ENGINE = "durable"
) -> Comparison:
    """The comparison of cases that were heard one by one.

    Args:
        heard: each case, heard under every one of *laws*, in the order of the report.
        laws: the laws.
        engine: the readings by which they were heard.

    >>> comparison_of([], laws_heard(RuleBook.load())).cases
    ()
    """
    compared: list[CaseComparison] = []
    applied: list[dict[str, LEVEL]] = [{} for _ in laws]
    for number, each in enumerate(heard, 1):
        for versions, more in zip(applied, each.applied, strict=True):
            versions.update(more)
        compared.append(each.numbered(number))
    book, names = laws[0].rule_book, [law.name for law in laws]
    outcomes = outcomes_in(compared, book)
    return Comparison(
        rule_book=book.digest,
        against=next((law.rule_book.digest for law in laws if law.second), None),
        drafts=book.drafts,
        made_by=made_by(),
        readings=READINGS[engine],
        stated_as_at=book.stated_as_at,
        decided=sum(case.decided for case in compared),
        laws=tuple(_law(law, applied[i], i, compared) for i, law in enumerate(laws)),
        outcomes=outcomes,
        shifts=shifts(compared, names, outcomes),
        transitions=transitions(compared),
        places=places((case.number, parting) for case in compared for parting in case.partings),
        cases=tuple(compared),
        terms=_terms(laws, compared),
    )


def _reason(error: SourceError | OptionError) -> str:
    """The words of *error*: of faults, each without its position in a file."""
    if isinstance(error, OptionError):
        return str(error)
    return "; ".join(str(replace(problem, position=None)) for problem in error.problems)


def _at_least_one(cases: Iterable[CaseFile]) -> Iterator[CaseFile]:
    case = None
    for case in cases:
        yield case
    if case is None:
        raise ValueError("there is no case to compare")


def _terms(laws: Iterable[LawHeard], compared: Iterable[CaseComparison]) -> dict[str, Term]:
    """The words of the facts and questions on which the partings turned, by name."""
    turned_on = {name for case in compared for parting in case.partings for name in parting.turned_on}
    turned_on |= {name for case in compared for name in case.unattributed}
    turned_on |= {name for case in compared for outcome in case.outcomes for name in outcome.unless_shown}
    turned_on |= {
        each.caution.fact for case in compared for each in case.unused_findings if each.caution.fact
    }
    books = dict.fromkeys(law.rule_book for law in reversed(list(laws)))  # the words of the first book count
    terms = (each for book in books for part in book.matters for each in book.terms[part].items())
    return {
        name: term.model_copy(update={"provision": None}) for name, term in terms if name in turned_on
    }  # a twin has two provisions


def _law(
    law: LawHeard, applied: dict[str, LEVEL], number: int, compared: Sequence[CaseComparison]
) -> LawCompared:
    levels: tuple[LEVEL, ...] = get_args(LEVEL)
    shown = reported_law(law.law, law.rule_book)
    return LawCompared(
        **{**dict(shown), "name": law.name, "short_title": law.titled(shown.short_title)},
        second=law.second,
        turns_on_commencement=sum(case.outcomes[number].turns_on_commencement for case in compared),
        verified={
            level: tuple(sorted(name for name, sure in applied.items() if sure == level))
            for level in levels
            if level in applied.values()
        },
    )
