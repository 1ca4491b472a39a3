"""The state of a question in a court paper: open, contested, only asserted, or decided by a finding."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Literal

from extradition.case_file.finding import Finding
from extradition.determination.reasons import FactUsed, Reason, tests_in
from extradition.determination.steps import OpenQuestion, Step
from extradition.rule_book import RuleBook

ISSUE = Literal["open", "for judgment", "makes no difference", "contested", "asserted", "decided"]
"""The states of an issue.

It is ``contested`` if a party argues the question or disputes an answer. It is so too if the word of a party
on a fact differs from another author's or from the answer. It is ``asserted`` if it rests on a party's word
alone.
"""

OF_LIMBS: tuple[ISSUE, ...] = ("contested", "asserted")
"""The states that an answered question without one has from its limbs, the first that any of them has."""


def state_of(asked: Step | OpenQuestion, rule_book: RuleBook) -> ISSUE | None:
    """The state of a question; None if it is neither open, contested, asserted nor decided by a finding.

    Args:
        asked: the question, in a determination.
        rule_book: the law of the offence.
    """
    if isinstance(asked, OpenQuestion):
        states: dict[str, ISSUE] = {"judgment": "for judgment", "facts": "open"}
        return states.get(asked.because, "makes no difference")
    if _is_contested(asked, rule_book):
        return "contested"
    behind = asked.findings if asked.answered_by == "finding" else tuple(_on_decisive_facts(asked))
    if any(finding.is_contestable(rule_book.parties) for finding in behind):
        return "asserted"
    return "decided" if any(finding.is_decided(rule_book.parties) for finding in behind) else None


def _is_contested(step: Step, book: RuleBook) -> bool:
    """Whether a party argues the question, or its word on a fact differs from another or from the answer.

    A question on which the parties agree is not contested, whatever they say on its facts.
    """
    if any(finding.is_contestable(book.parties) for finding in step.findings):
        return True
    if any(finding.is_agreed(book.parties) for finding in step.findings):
        return False
    return any(_points_elsewhere(fact, step, book) or _is_in_dispute(fact, book) for fact in step.facts)


def _points_elsewhere(fact: FactUsed, step: Step, book: RuleBook) -> bool:
    """Whether a party's word on *fact* goes to the other answer and not to the answer given."""
    if not any(finding.is_contestable(book.parties) for finding in fact.findings):
        return False
    holds = {"yes": _some_test_holds(fact, step.yes_if), "no": _some_test_holds(fact, step.no_if)}
    other = "no" if step.answer == "yes" else "yes"
    return fact.towards == other or (holds[other] and not holds[step.answer])


def _some_test_holds(fact: FactUsed, reason: Reason | None) -> bool:
    """Whether a test on *fact* in *reason* holds."""
    tests = tests_in(reason) if reason else ()
    return any(name == fact.name and holds == "yes" for (name, _), holds in tests)


def _is_in_dispute(fact: FactUsed, book: RuleBook) -> bool:
    """Whether an answer to *fact* is disputed, or a party asserts another than some other author gives."""
    includes = book.includes(fact.name)
    return any(finding.status == "disputed" for finding in fact.findings) or any(
        one.is_assertion(book.parties)
        and one.by != other.by
        and one.compared != other.compared
        and one.compared not in includes.get(other.compared, ())
        and other.compared not in includes.get(one.compared, ())
        for one, other in itertools.permutations(fact.findings, 2)
    )


def _on_decisive_facts(step: Step) -> Iterator[Finding]:
    for fact in step.facts:
        if fact.name in step.turned_on:
            yield from fact.findings
