"""The questions of a determination: answered, open and not asked."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from extradition.case_file.finding import Finding
from extradition.determination.outcome import OnlyIf, Outcome
from extradition.determination.reasons import FactUsed, Reason, Test, VersionUsed, deciding_in, tests_in
from extradition.law import ANSWER, HOLDS, LEFT_OUT_IF_EMPTY, Model, Proof
from extradition.length import NotComparable
from extradition.rule_book.consequences import DECIDER
from extradition.rule_book.fact import SUBJECT
from extradition.rule_book.guidance import Guidance


class GuidanceUsed(Guidance):
    """What guidance says on a question, with the *title* and the *address* of the guidance."""

    title: str
    address: str


class Asked(Model):
    """A question that was asked under one version of the law, with its conditions and the facts that decided
    them.

    A *reserved* question has no conditions: only a finding answers it, and its facts are the factors for that
    decision. ``derived`` is the answer from the conditions; ``yes_if`` and ``no_if`` show the result of each
    condition. ``findings`` are those on the question itself. ``only_if`` names the open questions before it,
    with the answers on which it is reached. ``guidance`` is what guidance says on it; it decides nothing.
    """

    provision: str
    address: str
    name: str
    title: str
    question: str
    decided_by: DECIDER
    decided_for: SUBJECT
    reserved: bool
    limb_of: str | None
    proof: Proof | None
    version: VersionUsed
    derived: HOLDS
    yes_if: Reason | None
    no_if: Reason | None
    facts: tuple[FactUsed, ...]
    findings: tuple[Finding, ...]
    only_if: OnlyIf
    guidance: Annotated[tuple[GuidanceUsed, ...], LEFT_OUT_IF_EMPTY] = ()

    @property
    def deciding(self) -> frozenset[Test]:
        """The tests that decide the derived answer, each a fact and the answers on which its condition
        holds.
        """
        by_no = self.derived == "no" and self.no_if is not None
        tree = self.no_if if by_no else self.yes_if
        return (
            frozenset()
            if self.derived == "open" or tree is None
            else frozenset(deciding_in(tree, "yes" if by_no else self.derived))
        )

    @property
    def tests(self) -> dict[Test, HOLDS]:
        """The result of each test."""
        return {
            test: holds
            for tree in (self.yes_if, self.no_if)
            if tree is not None
            for test, holds in tests_in(tree)
        }

    @property
    def turned_on(self) -> tuple[str, ...]:
        """The facts and questions in the deciding tests, in the order of the file."""
        deciding = {fact for fact, _ in self.deciding}
        return tuple(
            fact.name
            for fact in self.facts
            if fact.name in deciding and (fact.answer is not None or self.derived == "open")
        )


class Step(Asked):
    """An answered question: a *finding* on the question itself answers it, or otherwise its conditions do.

    ``for_the_judge`` gives the reasons why its rule alone would leave it open, if it does. ``unless_shown``
    are the open facts of which the answer presumes that nothing against it is shown. Another answer to one of
    them can change this one.
    """

    answer: ANSWER
    answered_by: Literal["finding", "derivation"]
    for_the_judge: tuple[str, ...]
    unless_shown: tuple[str, ...]
    leads_to: Outcome | None


class MissingFact(Model):
    """A fact that can still change the answer: its wording, its closed list of answers, and the documents
    that may show it.

    ``length`` is the reason why a length in the case file cannot be compared with whole months.
    """

    name: str
    ask: str
    answers: dict[str, str]
    unit: str | None
    look_in: tuple[str, ...]
    disputed: tuple[Finding, ...]
    length: NotComparable | None = None


class OpenQuestion(Asked):
    """An open question: *facts* are missing, or the law leaves it to *judgment*.

    It lists only the facts (and the other questions, by name) that can still change its answer. It lists none
    if its answer makes no difference to the outcome. ``for_the_judge`` gives the reasons why the law may
    leave it to the judge. ``whether_asked`` are the open facts that decide whether the Act asks the question
    at all. ``on_yes`` and ``on_no`` are the outcomes of its answers.
    """

    because: Literal["facts", "judgment", "makes no difference"]
    for_the_judge: tuple[str, ...]
    facts_that_matter: tuple[MissingFact, ...]
    limbs_that_matter: tuple[str, ...]
    whether_asked: tuple[str, ...] = ()
    on_yes: Outcome | None = None
    on_no: Outcome | None = None


class NotAsked(Model):
    """A question of the matter that was not asked.

    The cause is an earlier question (*after*) from which the hearing went another way, or the gate of the
    question. *answer* is that of the earlier question; None if it was not asked itself.

    ``because_open``: whether an open question precedes it. ``why`` is the explanation of the gate in the rule
    book, its own or that of the earlier question. ``day`` is the day on which the Act did not contain the
    question.

    Where a date is missing, ``why`` is the question of the rule book that asks for it. The date chooses the
    version of ``law_of``. If the case file gives a span of days, ``day`` is that on which this law changed.
    If it gives the day of the arrest alone, ``hour`` is the hour of that change.
    """

    provision: str
    title: str
    because: Literal[
        "not reached",
        "not asked in this case",
        "makes no difference",
        "not in force",
        "date missing",
        "not examined",
    ]
    why: str | None = None
    day: dt.date | None = None
    hour: dt.time | None = None
    law_of: str | None = None
    after: str | None = None
    answer: ANSWER | None = None
    under: str | None = None
    because_open: bool = False
