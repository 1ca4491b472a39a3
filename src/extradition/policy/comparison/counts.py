"""Counts of outcomes under several laws: by outcome, from law to law, and by the whole row of outcomes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from extradition.determination.outcome import KIND_OF_CASE, Outcome
from extradition.law import Model
from extradition.policy.comparison.cases import CaseComparison, LawOutcome
from extradition.rule_book import RuleBook
from extradition.rule_book.consequences import CONSEQUENCES

ORDER: tuple[KIND_OF_CASE, ...] = (*CONSEQUENCES, "mixed", "open")
"""The kinds of outcome from extradition to discharge; last, the kinds that are not a single outcome."""
_TURN = Literal["changed", "closed", "opened", "open", "alike"]


class OutcomeCount(Model):
    """An outcome that some case has under some law, and the number of cases that have it.

    ``counts`` has the number under each law, in the order of the laws.
    """

    outcome: str
    kind: KIND_OF_CASE
    counts: tuple[int, ...]


class Transition(Model):
    """The *cases* with these *outcomes*, law by law in the order asked for; ``numbers`` are the places of
    the cases.
    """

    outcomes: tuple[str, ...]
    count: int
    cases: tuple[str, ...]
    numbers: tuple[int, ...]


class Flow(Model):
    """The number of cases with the outcome *before* under a law and the outcome *after* under its
    neighbour.
    """

    before: str
    after: str
    count: int

    @property
    def is_level(self) -> bool:
        """Whether the outcome has the same name under both."""
        return self.before == self.after


class Shift(Model):
    """From the law *before* to its neighbour *after*: every case is counted once, so that the counts add up
    to *total*.

    ``changed``: from one outcome to another. ``closed``: open before and not after. ``opened``: open after
    and not before. ``open``: open under both, which is no agreement. ``alike``: the same outcome. A case with
    several offences counts under the first of these that is true of any offence. ``on_commencement`` counts
    the cases that change and turn on the commencement of a version that one of the two laws assumes.
    ``flows`` go by the outcome of the whole case.
    """

    before: str
    after: str
    changed: int
    closed: int
    opened: int
    open: int
    alike: int
    total: int
    on_commencement: int
    flows: tuple[Flow, ...]


def outcomes_in(cases: Iterable[CaseComparison], rule_book: RuleBook) -> tuple[OutcomeCount, ...]:
    """Every outcome that occurs, in an order that is the same for every law: by kind, then by the question it
    proceeds to.

    Args:
        cases: the cases, each with its outcome under every law.
        rule_book: the law, whose order of questions decides the order of the outcomes that proceed.
    """
    counts: defaultdict[tuple[int, str, int, str], Counter[int]] = defaultdict(Counter)
    kinds: dict[str, KIND_OF_CASE] = {}
    for case in cases:
        for i, outcome in enumerate(case.outcomes):
            kinds[outcome.outcome] = outcome.kind
            counts[_place(outcome, rule_book)][i] += 1
    laws = 1 + max((i for count in counts.values() for i in count), default=-1)
    return tuple(
        OutcomeCount(outcome=place[-1], kind=kinds[place[-1]], counts=tuple(count[i] for i in range(laws)))
        for place, count in sorted(counts.items())
    )


def _place(outcome: LawOutcome, rule_book: RuleBook) -> tuple[int, str, int, str]:
    """The sort key of *outcome*; its last item is the name of the outcome."""
    to = outcome.combined[0].outcome.to if outcome.kind == "proceed" else None
    if to is None or to not in rule_book.questions:
        return ORDER.index(outcome.kind), "", 0, outcome.outcome
    part = rule_book.part(to)
    return ORDER.index(outcome.kind), part, rule_book.places[part][to], outcome.outcome


def transitions(cases: Sequence[CaseComparison]) -> tuple[Transition, ...]:
    """The cases by the whole row of their outcomes, the most frequent first.

    Args:
        cases: the cases, each with its outcome under every law, in one order of laws.
    """
    groups: defaultdict[tuple[str, ...], list[CaseComparison]] = defaultdict(list)
    for case in cases:
        groups[tuple(outcome.outcome for outcome in case.outcomes)].append(case)
    return tuple(
        Transition(
            outcomes=outcomes,
            count=len(group),
            cases=tuple(case.case for case in group),
            numbers=tuple(case.number for case in group),
        )
        for outcomes, group in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    )


def shifts(
    cases: Sequence[CaseComparison], laws: Sequence[str], outcomes: Sequence[OutcomeCount]
) -> tuple[Shift, ...]:
    """The changes between each law and the next; the flows in the order of the *outcomes*.

    Args:
        cases: the cases, each with its outcome under every law.
        laws: the names of the laws, in the order of the outcomes of each case.
        outcomes: every outcome that occurs, in the order of a table.
    """
    order = {each.outcome: i for i, each in enumerate(outcomes)}
    return tuple(
        _shift(pair, [(case.outcomes[i], case.outcomes[i + 1]) for case in cases], order)
        for i, pair in enumerate(pairwise(laws))
    )


def _shift(
    laws: tuple[str, str], outcomes: Sequence[tuple[LawOutcome, LawOutcome]], order: Mapping[str, int]
) -> Shift:
    """The changes from one of two *laws* to the other, with the *outcomes* of each case under both."""
    turns = [(_turn(*both), both) for both in outcomes]
    count = Counter(turn for turn, _ in turns)
    flows = Counter((before.outcome, after.outcome) for before, after in outcomes)
    return Shift(
        before=laws[0],
        after=laws[1],
        changed=count["changed"],
        closed=count["closed"],
        opened=count["opened"],
        open=count["open"],
        alike=count["alike"],
        total=count.total(),
        on_commencement=sum(
            turn in ("changed", "closed", "opened") and any(each.turns_on_commencement for each in both)
            for turn, both in turns
        ),
        flows=tuple(
            Flow(before=flow[0], after=flow[1], count=times)
            for flow, times in sorted(flows.items(), key=lambda each: (order[each[0][0]], order[each[0][1]]))
        ),
    )


def _turn(before: LawOutcome, after: LawOutcome) -> _TURN:
    """The change of a case from one law to the next: the first in the order of ``Shift`` that is true of
    any offence.
    """
    then = {offence: each.outcome for each in after.combined for offence in each.offences}
    turns = {
        _turn_of_offence(each.outcome, then[offence]) for each in before.combined for offence in each.offences
    }
    order: tuple[_TURN, ...] = ("changed", "closed", "opened", "open")
    return next((turn for turn in order if turn in turns), "alike")


def _turn_of_offence(before: Outcome, after: Outcome) -> _TURN:
    if before.same_as(after):
        return "open" if before.kind == "open" else "alike"
    return "closed" if before.kind == "open" else "opened" if after.kind == "open" else "changed"
