"""The rules of a version in the language of durable-rules: constant tests in conjunctions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extradition.rule_book.conditions import SILENCE, All, AtLeast, Below, Is
from extradition.rule_book.fact import Fact
from extradition.rule_book.version import Version

NEVER, A_NUMBER = "$never", "#"
"""A word that no message has, and the word for an answer that is a number where words are answers too."""
Conclusion = tuple[str, bool]
"""The key of a condition, or ``yes`` or ``no`` for the answer; and whether it holds."""


class Rule:
    """Conditions on messages, all of which must match, and the conclusion that follows."""

    def __init__(self, matches: tuple[dict[str, Any], ...], concludes: Conclusion) -> None:
        self.matches = matches
        self.concludes = concludes


def _match(name: str, *tests: dict[str, Any]) -> dict[str, Any]:
    return {"$and": [{"k": name}, *tests]}


def compiled(version: Version, facts: Mapping[str, Fact]) -> Iterator[Rule]:
    """The rules of *version*: when each condition holds or fails, and when the answer is yes or no.

    Args:
        version: a version with conditions.
        facts: the vocabulary of the rule book, with the closed list of answers of each fact.
    """
    conditions = dict(version.nodes())

    def match(key: str, *, holds: bool) -> dict[str, Any]:
        condition = conditions[key]
        if isinstance(condition, Is):
            return _match(condition.fact, *_tests(condition, facts.get(condition.fact), holds=holds))
        return _match(key, {"v": "holds" if holds else "fails"})

    for key, condition in conditions.items():
        if not isinstance(condition, Is):
            word, together = ("all", True) if isinstance(condition, All) else ("any", False)
            parts = [f"{key}/{word}/{i}" for i in range(len(condition.conditions))]
            yield Rule(_joined(match(part, holds=together) for part in parts), (key, together))
            for part in parts:
                yield Rule((match(part, holds=not together),), (key, not together))
    yield Rule((match("yes_if", holds=True),), ("yes", True))
    yield Rule(
        (match("yes_if", holds=False) if version.no_if is None else match("no_if", holds=True),), ("no", True)
    )


def _joined(matches: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """*matches*, those on one message joined: durable lets a message match only one condition of a rule."""
    by_name: dict[str, list[dict[str, Any]]] = {}
    for match in matches:
        name, *tests = match["$and"]
        by_name.setdefault(name["k"], []).extend(tests)
    return tuple(_match(name, *tests) for name, tests in by_name.items())


def _tests(condition: Is, fact: Fact | None, *, holds: bool) -> list[dict[str, Any]]:
    """The tests of one message that match an answer on which *condition* holds (or fails, if *holds* is
    false).

    The list of answers is closed, so an answer is one of several if it is none of the others.
    """
    test = condition.test
    if isinstance(test, AtLeast):
        return [{"$gte" if holds else "$lt": {"low": test.at_least}}]
    if isinstance(test, Below):
        return [{"$lt" if holds else "$gte": {"high": test.below}}]
    words = (*fact.answers, *([A_NUMBER] if fact.unit else []), SILENCE) if fact else ("yes", "no")
    passing = [word for word in words if test.holds(word) == holds]
    if len(passing) == 1:
        return [{"v": passing[0]}]
    return [{"$neq": {"v": word}} for word in words if word not in passing] or [
        {"$neq": {"v": NEVER}}
    ]  # any word, but not an open fact
