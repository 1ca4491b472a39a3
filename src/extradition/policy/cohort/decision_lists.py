"""The lists of decisions that offences have, and the rule book that asks about each decision of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extradition.case_file import Offence
from extradition.policy.cohort.columns import Column, Columns
from extradition.rule_book import RuleBook
from extradition.rule_book.trials import DecisionMade, name_of

LISTED = "decisions"
"""The name of the column with the number of the list of a row; open for an offence that lists none."""
MOST_LISTS = 40
"""The most lists that one table is compiled for: each adds its own columns to the query."""


@dataclass(frozen=True)
class ListedDecision:
    """One decision of a list: its *kind*, and the place from 0 of the decision that it *follows*, if any."""

    kind: str
    follows: int | None = None


DecisionList = tuple[ListedDecision, ...]
"""The decisions on an offence, the oldest first. The same questions are asked where the lists are equal."""


def list_of(offence: Offence) -> DecisionList:
    """The list of the decisions on an offence; empty if it lists none.

    Args:
        offence: the offence.
    """
    decisions = offence.decisions or ()
    places = {decision.id: place for place, decision in enumerate(decisions)}
    return tuple(ListedDecision(each.kind, places.get(each.follows or "")) for each in decisions)


def book_of_list(rule_book: RuleBook, listed: DecisionList) -> RuleBook:
    """The rule book in which the questions on the trial are asked of each decision of *listed*.

    Each fact that is about the offence or about a decision is one of each decision here. Where a decision has
    no answer of its own, a row repeats that of the offence (``own_facts``).

    Args:
        rule_book: the law.
        listed: a list of decisions.
    """
    own = frozenset(own_facts(rule_book))
    return rule_book.for_decisions(
        tuple(
            DecisionMade(
                _id_at(place),
                each.kind,
                _id_at(place),
                None if each.follows is None else _id_at(each.follows),
                own,
            )
            for place, each in enumerate(listed)
        )
    )


def own_facts(rule_book: RuleBook) -> tuple[str, ...]:
    """The facts that are about the offence unless a decision has an answer of its own.

    Args:
        rule_book: the law.
    """
    return tuple(
        name for name, fact in rule_book.facts.items() if fact.asked_of not in (None, "each decision")
    )


def names_of_decision(rule_book: RuleBook) -> tuple[str, ...]:
    """The name of each fact that one decision can have, and of each question that is asked of it.

    Args:
        rule_book: the law.
    """
    kinds = rule_book.decision_kinds
    questions = kinds.questions if kinds is not None else {}
    return (*(name for name, fact in rule_book.facts.items() if fact.asked_of is not None), *questions)


def name_at(name: str, place: int) -> str:
    """The name of a fact or question for one decision of a list.

    Args:
        name: the name in the rule book.
        place: the place of the decision in the list, from 0.

    >>> name_at("attendance", 0)
    'attendance__d1'
    """
    return name_of(name, _id_at(place))


def by_list(columns: Columns, own: Column, each: Sequence[Column]) -> Column:
    """The value of *each* list in the rows that have it, and *own* in the rows without a list.

    Args:
        columns: the maker of the columns.
        own: the value where an offence lists no decisions.
        each: the value for each list, in the order of the lists.
    """
    listed = columns.given(LISTED)
    numbers: dict[Column, list[int]] = {}
    for number, value in enumerate(each):
        numbers.setdefault(value, []).append(number)
    return columns.case(((columns.among(listed, those), value) for value, those in numbers.items()), own)


def _id_at(place: int) -> str:
    return f"d{place + 1}"
