"""The path through a matter: questions asked in order, each answer leading to the next or to the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from extradition.case_file.finding import Finding
from extradition.determination.outcome import ONLY_ON, Forcing, Outcome
from extradition.engine.plain import Reading
from extradition.hearing.applicable_versions import Chosen, NotInForce
from extradition.law import ANSWER, HOLDS
from extradition.rule_book.conditions import Answers
from extradition.rule_book.consequences import Consequence
from extradition.rule_book.gate import Gate
from extradition.rule_book.question import Question
from extradition.source import Fault

outcome = lru_cache(maxsize=4096)(Outcome)
"""An outcome, made once for each kind, place and provision."""
OPEN = outcome(kind="open")
STANDS = OPEN.model_copy()
"""The outcome before an unanswered reserved question: the determination says that the hearing goes on to
it."""
BEFORE_ANOTHER = OPEN.model_copy()
"""The outcome before an open question for another decision-maker: the determination says that the case is
sent."""


@dataclass(frozen=True)
class AskedQuestion:
    """A question as it was asked, with its answer.

    Attributes:
        provision: the provision of the question.
        question: the question.
        chosen: the version that applies, and the date that chose it.
        answers: the answers to the facts and limbs of the version.
        reading: the answer that the version gives on them.
        findings: the findings on the question itself.
        found: the answer of those findings, if they bind.
        names: the facts and questions of its conditions, and its factors.
        by_burden: the answer to a reserved question with no evidence for the party with the burden of proof,
            in a walk with no more evidence.
        presumed: the open facts of which the reading presumes that nothing against its answer is shown.
    """

    provision: str
    question: Question
    chosen: Chosen
    answers: Answers
    reading: Reading
    findings: tuple[Finding, ...]
    found: ANSWER | None
    names: tuple[str, ...]
    by_burden: ANSWER | None = None
    presumed: tuple[str, ...] = ()

    @property
    def answer(self) -> HOLDS:
        """The answer by a finding that binds, else by the burden of proof, else by derivation."""
        return self.found or self.by_burden or self.reading.answer

    @property
    def settled(self) -> HOLDS:
        """The answer, if no presumption carries it; otherwise open."""
        return "open" if self.presumed else self.answer


@dataclass(frozen=True)
class Unanswered:
    """An open question.

    Attributes:
        asked: the question, as it was asked.
        matters: whether its answer makes a difference.
        ways: the consequence of each answer that it can still have.
        gate: the open facts that decide whether it is asked.
    """

    asked: AskedQuestion
    matters: bool
    ways: tuple[tuple[ONLY_ON, Consequence], ...]
    gate: tuple[str, ...]


@dataclass(frozen=True)
class PassedBy:
    """A question that was not asked, by its *gate* or without a version in force, and the way taken
    instead.
    """

    way: Consequence
    gate: Gate | None = None
    absent: NotInForce | None = None


@dataclass
class Path:
    """The questions of a walk by what became of them, and the outcome.

    Attributes:
        outcome: the outcome.
        steps: the questions answered that the hearing certainly reaches.
        beyond: the questions answered beyond an open question.
        open: the open questions.
        passed_by: the questions not asked, with the way taken instead.
        undated: the questions for which no version could be chosen, with the fault of their date.
        reached: every question that the hearing certainly reaches.
    """

    outcome: Outcome = OPEN
    steps: list[AskedQuestion] = field(default_factory=list)
    beyond: list[AskedQuestion] = field(default_factory=list)
    open: list[Unanswered] = field(default_factory=list)
    passed_by: dict[str, PassedBy] = field(default_factory=dict)
    undated: dict[str, Fault] = field(default_factory=dict)
    reached: list[str] = field(default_factory=list)

    @property
    def all(self) -> list[AskedQuestion]:
        """Every question that was asked, limbs left out."""
        return [*self.steps, *self.beyond, *(left.asked for left in self.open)]


def merged(ends: list[Outcome], provision: str) -> Outcome:
    """The one outcome of several ways onward from an open question, which all have the same end.

    The provision and the question that it rests on are left out where they differ. ``forced_by`` names the
    answered questions beyond the open question that force the outcome.

    Args:
        ends: the outcome on each way.
        provision: the provision of the open question.
    """
    if ends[0].kind == "open":
        return ends[0]
    ways = [
        forcing
        for end in ends
        for forcing in end.forced_by or (Forcing(question=str(end.at), under=end.under),)
    ]
    forced_by = tuple(dict.fromkeys(each for each in ways if each.question != provision))
    if len({(end.under, end.at) for end in ends}) == 1:
        return outcome(**dict(ends[0]) | {"forced_by": forced_by})
    under = ends[0].under if len({end.under for end in ends}) == 1 else None
    at = ends[0].at if len({end.at for end in ends}) == 1 else None
    return outcome(**dict(ends[0]) | {"under": under, "at": at, "forced_by": forced_by})
