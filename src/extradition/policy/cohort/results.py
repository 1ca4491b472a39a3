"""What a cohort shows: the outcomes under each law, counted; the rows that changed; the rows refused."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, Literal, TypeVar

from extradition.engine.agreement import READINGS_MADE
from extradition.law import PART, Model
from extradition.policy.cohort.breakdown import Breakdown
from extradition.policy.cohort.ends import CohortEnd
from extradition.policy.cohort.files_read import FileRead
from extradition.policy.cohort.rows_shown import RowsShown
from extradition.policy.comparison.counts import ORDER, Flow, OutcomeCount
from extradition.policy.reported_law import ReportedLaw
from extradition.rule_book import RuleBook
from extradition.rule_book.draft import DraftUsed
from extradition.rule_book.fact import SUBJECT
from extradition.rule_book.version import LEVEL

K = TypeVar("K")
_OPEN = CohortEnd(kind="open").outcome


class CohortLaw(ReportedLaw):
    """One law of a cohort, with its counts.

    ``turns_on_commencement`` counts the offences of which the outcome turns on the commencement of a version
    that the law assumes. ``least_sure`` counts the offences by how sure we are of the least sure version that
    their hearing asks. ``unstated`` counts the open outcomes whose hearing asks an open question of which the
    rule book does not state the law of that day. ``under`` counts each outcome by the provision for it, the
    most frequent first.
    """

    turns_on_commencement: int
    least_sure: dict[LEVEL, int]
    unstated: int
    under: tuple[tuple[str, str | None, int], ...]


class CohortTransition(Model):
    """The number of offences with these *outcomes*, in the order of the laws."""

    outcomes: tuple[str, ...]
    count: int


class PartingCount(Model):
    """The number of offences for which two laws part at the question of *provision*.

    ``changed`` counts those with another outcome, open included.
    """

    provision: str
    title: str
    count: int
    changed: int


class CohortShift(Model):
    """From the law *before* to its neighbour *after*: the offences by both outcomes, and where the laws part.

    ``changed`` counts the offences with another outcome, open included: of these, ``closed`` are open before
    and ``opened`` are open after. ``unstated`` counts those whose open outcome is ``unstated`` under its law.
    """

    before: str
    after: str
    changed: int
    closed: int
    opened: int
    unstated: int
    flows: tuple[Flow, ...]
    partings: tuple[PartingCount, ...]


class SampleChecked(Model):
    """The rows that were also determined one by one, to compare the columns with: all agreed.

    ``refused`` counts the rows of the sample that the cohort refuses.
    """

    rows: int
    refused: int
    readings: READINGS_MADE


class Cohort(Model):
    """A table of offences under several laws, in support of a policy decision.

    Attributes:
        kind: the sentence that every output repeats.
        table: the name of the table.
        files: the files from which it was read, each with its SHA-256.
        part: the matter of every offence, with its title.
        title: the title of the matter.
        taken_from: the questions from which hearings are taken; no earlier question is examined.
        rule_book: the hash of the rule book.
        made_by: the package and its version.
        stated_as_at: the day on which the rule book states the law.
        decided_for: whether each row is an offence, or a case in a matter on the person alone.
        offences: the number of rows.
        blank_rows: the blank rows between them, and between the rows of a table of decisions: those left out.
        decided: the number of rows that the columns decide.
        refused: the number of rows that are refused, by the reason, the most frequent first.
        laws: the laws, in the order of every row of outcomes.
        outcomes: every outcome, with the number of offences under each law.
        closings: the same, if nothing more is shown.
        shifts: the changes between neighbouring laws.
        transitions: the offences by the whole row of their outcomes, the most frequent first.
        sample: the rows that were determined one by one too; None if the user asked for none.
        drafts: the draft laws that were added to the rule book, each with its own SHA-256.
        breakdowns: the whole table with the least and the most of each outcome, then by the columns that the
            user named. There are none unless the user asked.
        sample_of: the population of which the table is a sample, in the words of the user. Without it, no
            report shows a share.
        rows: the first rows, one by one; None unless the user asked for a page or a workbook.

    Examples:
        >>> from extradition import RuleBook, cohort
        >>> made = cohort("examples/cohort/offences.csv", RuleBook.load(), keep=["court"])
        >>> [(each.outcome, each.counts) for each in made.outcomes if each.kind == "discharge"]
        [('discharge', (2, 3, 3, 1))]
    """

    report_name: ClassVar[Literal["cohort"]] = "cohort"
    """The name of this report, which its templates have too."""

    kind: Literal["cohort (support)"] = "cohort (support)"
    table: str
    files: tuple[FileRead, ...] = ()
    part: PART
    title: str
    taken_from: tuple[str, ...]
    rule_book: str
    made_by: str
    stated_as_at: dt.date
    decided_for: SUBJECT
    offences: int
    blank_rows: int = 0
    decided: int
    refused: dict[str, int]
    laws: tuple[CohortLaw, ...]
    outcomes: tuple[OutcomeCount, ...]
    closings: tuple[OutcomeCount, ...]
    shifts: tuple[CohortShift, ...]
    transitions: tuple[CohortTransition, ...]
    sample: SampleChecked | None
    drafts: tuple[DraftUsed, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    sample_of: str | None = None
    rows: RowsShown | None = None

    @property
    def decisions(self) -> str | None:
        """The name of the table of decisions; None if there is none."""
        return next((each.name for each in self.files if each.holds == "decisions"), None)


class CohortGroup(Model):
    """The number of offences that have the same ends under every law, and the same partings."""

    count: int
    ends: tuple[CohortEnd, ...]
    closings: tuple[CohortEnd, ...]
    commencement: tuple[bool, ...]
    least_sure: tuple[LEVEL, ...]
    unstated: tuple[bool, ...]
    partings: tuple[str | None, ...]

    def is_unstated(self, place: int) -> bool:
        """Whether the outcome under the law in that *place* is open where the rule book states no law."""
        return self.ends[place].kind == "open" and self.unstated[place]


def outcome_counts(groups: Iterable[tuple[int, Sequence[CohortEnd]]]) -> tuple[OutcomeCount, ...]:
    """Every outcome with the number of offences under each law, from extradition to discharge.

    Args:
        groups: the number of offences of each group, and its ends in the order of the laws.
    """
    counts: dict[str, Counter[int]] = {}
    kinds = {}
    width = 0
    for count, ends in groups:
        width = len(ends)
        for place, end in enumerate(ends):
            counts.setdefault(end.outcome, Counter())[place] += count
            kinds[end.outcome] = end.kind
    return tuple(
        OutcomeCount(
            outcome=outcome, kind=kinds[outcome], counts=tuple(counts[outcome][i] for i in range(width))
        )
        for outcome in sorted(counts, key=lambda outcome: (ORDER.index(kinds[outcome]), outcome))
    )


def transitions_in(groups: Iterable[CohortGroup]) -> tuple[CohortTransition, ...]:
    """The offences by the whole row of their outcomes, the most frequent first.

    Args:
        groups: the groups of offences.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for group in groups:
        counts[tuple(end.outcome for end in group.ends)] += group.count
    return tuple(CohortTransition(outcomes=outcomes, count=count) for outcomes, count in _ranked(counts))


def shifts_in(
    groups: Sequence[CohortGroup], laws: Sequence[str], rule_book: RuleBook
) -> tuple[CohortShift, ...]:
    """The changes between neighbouring laws.

    Args:
        groups: the groups of offences.
        laws: the names of the laws.
        rule_book: the law, for the titles of the questions.
    """
    return tuple(_shift(place, pair, groups, rule_book) for place, pair in enumerate(pairwise(laws)))


def _shift(
    place: int, pair: tuple[str, str], groups: Sequence[CohortGroup], rule_book: RuleBook
) -> CohortShift:
    flows: Counter[tuple[str, str]] = Counter()
    partings: Counter[str] = Counter()
    changed: Counter[str | None] = Counter()
    for group in groups:
        before, after = (group.ends[i].outcome for i in (place, place + 1))
        at = group.partings[place]
        flows[before, after] += group.count
        if at is not None:
            partings[at] += group.count
        if before != after:
            changed[at] += group.count
    return CohortShift(
        before=pair[0],
        after=pair[1],
        changed=changed.total(),
        closed=sum(count for (one, other), count in flows.items() if one == _OPEN != other),
        opened=sum(count for (one, other), count in flows.items() if one != _OPEN == other),
        unstated=sum(group.count for group in groups if _changes_from_no_law(group, place)),
        flows=tuple(Flow(before=one, after=other, count=count) for (one, other), count in _ranked(flows)),
        partings=tuple(
            PartingCount(provision=at, title=rule_book.questions[at].title, count=count, changed=changed[at])
            for at, count in _ranked(partings)
        ),
    )


def _changes_from_no_law(group: CohortGroup, place: int) -> bool:
    """Whether the outcome changes, from or to one that is open where the rule book states no law."""
    before, after = (group.ends[i].outcome for i in (place, place + 1))
    return before != after and (group.is_unstated(place) or group.is_unstated(place + 1))


def under_in(groups: Iterable[CohortGroup], place: int) -> tuple[tuple[str, str | None, int], ...]:
    """Each outcome with the provision for it and the number of offences, the most frequent first.

    Args:
        groups: the groups of offences.
        place: the place of the law.
    """
    counts: Counter[tuple[str, str | None]] = Counter()
    for group in groups:
        counts[group.ends[place].outcome, group.ends[place].under] += group.count
    return tuple((outcome, under, count) for (outcome, under), count in _ranked(counts))


def _ranked(counts: Mapping[K, int]) -> list[tuple[K, int]]:
    """The *counts*, the most frequent first."""
    return sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
