"""The path through a Part: questions asked in order, each answer leading to the next or to the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from extradition.case_file.finding import Finding
from extradition.determination.outcome import ONLY_ON, Forcing, Outcome
from extradition.engine.plain import Reading
from extradition.hearing.applicable_versions import Chosen, NotInForce
from extradition.law import ANSWER, HOLDS
from extradition.rule_book.conditions import Answers
from extradition.rule_book.consequences import Consequence, Gate
from extradition.rule_book.question import Question
from extradition.source import Fault

outcome = lru_cache(maxsize=4096)(Outcome)
"""An outcome, made once for each kind, place and provision."""
OPEN = outcome(kind="open")
STANDS = OPEN.model_copy()
"""The hearing stands before a reserved question that nobody has answered: told as going on to it."""
BEFORE_ANOTHER = OPEN.model_copy()
"""A question of a decider other than the judge is open: once the case is sent there, it is told as sent."""


@dataclass(frozen=True)
class AskedQuestion:
    """A question as it was asked: the version chosen, the answers given to it, what they gave, and its answer.

    ``findings`` are those on the question itself; ``found`` is the answer they give, if they bind. ``by_burden`` is the
    answer that a reserved question gets if nothing at all is shown on it, and nothing more will be.
    """

    provision: str
    question: Question
    chosen: Chosen
    answers: Answers
    reading: Reading
    findings: tuple[Finding, ...]
    found: ANSWER | None
    by_burden: ANSWER | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The facts and questions that it asks about: those of its conditions, and its factors."""
        return tuple(dict.fromkeys((*self.chosen.version.facts, *self.question.factor_names)))

    @property
    def answer(self) -> HOLDS:
        """The finding on the question if there is one that binds, else what is derived."""
        return self.found or self.by_burden or self.reading.answer


@dataclass(frozen=True)
class Unanswered:
    """A question left open, and whether its answer makes a difference.

    ``ways``: where each answer that it can still have leads; ``gate``: the open facts on which it depends whether it is asked.
    """

    asked: AskedQuestion
    matters: bool
    ways: tuple[tuple[ONLY_ON, Consequence], ...]
    gate: tuple[str, ...]


@dataclass(frozen=True)
class PassedBy:
    """A question that was not asked, and the way that the hearing went instead: by its *gate*, or for want of a version on a day."""

    way: Consequence
    gate: Gate | None = None
    absent: NotInForce | None = None


@dataclass
class Path:
    """Where the questions led: those answered on the way, those open, those beyond an open one, those passed by.

    ``reached``: every question that the hearing certainly comes to; ``undated``: those for which no version could be chosen.
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
    """One of several outcomes that are the same, on every way on from the open question of *provision*.

    What they rest on is left out where it differs. The answered questions that force the outcome are named: those to which a way
    leads beyond the open question.
    """
    if ends[0].kind == "open":
        return ends[0]
    ways = [forcing for end in ends for forcing in end.forced_by or (Forcing(question=str(end.at), under=end.under),)]
    forced_by = tuple(dict.fromkeys(each for each in ways if each.question != provision))
    if len({(end.under, end.at) for end in ends}) == 1:
        return outcome(**dict(ends[0]) | {"forced_by": forced_by})
    under = ends[0].under if len({end.under for end in ends}) == 1 else None
    at = ends[0].at if len({end.at for end in ends}) == 1 else None
    return outcome(kind=ends[0].kind, to=ends[0].to, under=under, by=ends[0].by, at=at, forced_by=forced_by)
