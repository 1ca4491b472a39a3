"""The vocabulary: whether the words of conditions are in it, and how far answers need telling apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extradition.rule_book.conditions import Answer, Below, Condition, OneOf
from extradition.rule_book.fact import Fact


def fnv1a(text: str) -> int:
    """The 32-bit hash by which durable rules tells names apart, without comparing them."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def representatives(name: str, facts: Mapping[str, Fact], conditions: tuple[Condition, ...]) -> tuple[Answer, ...]:
    """Answers to *name* of which every other answer is like one, as far as *conditions* can tell."""
    fact = facts.get(name)
    if fact is None:
        return ("yes", "no")
    turning = edges(name, conditions)
    numbers = sorted({0, *turning, *(edge - 1 for edge in turning if edge)}) if fact.unit else []
    return (*fact.answers, *numbers)


def edges(name: str, conditions: Iterable[Condition]) -> frozenset[int]:
    """The numbers with which *conditions* compare the answer to *name*."""
    tests = [leaf.test for condition in conditions for leaf in condition.leaves() if leaf.fact == name]
    return frozenset(test.below if isinstance(test, Below) else test.at_least for test in tests if not isinstance(test, OneOf))
