"""The answers that conditions can distinguish, and the hash by which durable rules knows a name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from extradition.rule_book.conditions import Answer, Condition
from extradition.rule_book.fact import Fact


def fnv1a(text: str) -> int:
    """The 32-bit hash by which durable rules distinguishes names. It never compares the names themselves.

    >>> hex(fnv1a("notice"))
    '0x9860a5b1'
    """
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def closed_list(facts: Mapping[str, Fact], questions: Collection[str]) -> Callable[[str], tuple[str, ...]]:
    """The function that gives the closed list of answers to a name; nothing for numbers and unknown names.

    Args:
        facts: the facts of the rule book.
        questions: the names of the questions of one matter.

    >>> closed_list({}, {"deliberate"})("deliberate"), closed_list({}, {"deliberate"})("notice")
    (('yes', 'no'), ())
    """

    def answers_to(name: str) -> tuple[str, ...]:
        fact = facts.get(name)
        if fact is None:
            return ("yes", "no") if name in questions else ()
        return tuple(fact.answers) if fact.unit is None else ()

    return answers_to


def representatives(
    name: str, facts: Mapping[str, Fact], conditions: tuple[Condition, ...]
) -> tuple[Answer, ...]:
    """Answers to *name* that stand for all others: *conditions* treat every other answer like one of them.

    Args:
        name: the name of a fact or of a question.
        facts: the facts of the rule book.
        conditions: the conditions that test the answer.
    """
    fact = facts.get(name)
    if fact is None:
        return ("yes", "no")
    limits = edges(name, conditions)
    numbers = sorted({0, *limits, *(edge - 1 for edge in limits if edge)}) if fact.unit else []
    return (*fact.answers, *numbers)


def edges(name: str, conditions: Iterable[Condition]) -> frozenset[int]:
    """The numbers with which *conditions* compare the answer to *name*."""
    leaves = (leaf for condition in conditions for leaf in condition.leaves() if leaf.fact == name)
    return frozenset(leaf.edge for leaf in leaves if leaf.edge is not None)
