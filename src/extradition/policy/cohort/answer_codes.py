"""The answers to facts and questions as small whole numbers: the place of a word in its own list."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer

YES, NO = 1, 0
LARGEST = 2**30
"""The largest number that a column holds; no condition compares with a larger one."""


def code_of(rule_book: RuleBook, name: str, answer: Answer) -> int:
    """The number that stands for *answer* to the fact or question *name*.

    A number stands for itself, up to ``LARGEST``; a word of the same fact is then negative.

    Args:
        rule_book: the law.
        name: the fact or question.
        answer: one of its answers.

    Raises:
        KeyError: *answer* is not one of its answers.
    """
    if isinstance(answer, int):
        return min(answer, LARGEST)
    return codes_of(rule_book, name)[answer]


def codes_of(rule_book: RuleBook, name: str) -> Mapping[str, int]:
    """The number of each word that answers the fact or question *name*.

    Args:
        rule_book: the law.
        name: the fact or question.
    """
    fact = rule_book.facts.get(name)
    if fact is None:
        return {"no": NO, "yes": YES}
    sign = -1 if fact.unit else 1
    first = 1 if fact.unit else 0
    return {word: sign * (place + first) for place, word in enumerate(fact.answers)}


def edges_of(rule_book: RuleBook, part: str) -> Mapping[str, frozenset[int]]:
    """The numbers with which the questions of a matter compare each fact, by the name of the fact.

    Args:
        rule_book: the law.
        part: the matter.
    """
    found: dict[str, set[int]] = {}
    versions = (version for _, question in rule_book.questions_in(part) for version in question.versions)
    conditions = (condition for version in versions for condition in version.conditions)
    for leaf in (leaf for condition in conditions for leaf in condition.leaves()):
        if leaf.edge is not None:
            found.setdefault(leaf.fact, set()).add(leaf.edge)
    return {name: frozenset(edges) for name, edges in found.items()}
