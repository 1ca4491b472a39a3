"""How each fact and question of a form stands in the case: whether it matters, is known, or why it is without effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extradition.case_file import CaseFile, each_warrant
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.determination import Determination
from extradition.determination.dependence import Matter
from extradition.determination.outcome import Stage
from extradition.determination.steps import NotAsked
from extradition.hearing.examination import examine
from extradition.hearing.known import known_of
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.book import DESIGNATED, Designation
from extradition.sensitivity import Asked, best_asked
from extradition.source import Place

KIND = Literal[
    "matters",
    "known",
    "disputed",
    "settled by the territory",
    "laid out",
    "derived",
    "answered by a finding",
    "without effect",
    "not asked",
    "after the hearing",
]
_BESIDE = frozenset(("answered", "open", "judgment", "makes no difference"))
"""The states of a stage at which its factors are looked at."""


@dataclass(frozen=True)
class Relevance:
    """How a fact or a question stands in the case.

    *rank*: its place in the order in which what matters is best asked, from 1; *at* which questions it matters. *answer*: what is
    known, with the *findings* (of the case file, or of its warrant's form) or the *designation* that say so; or what the rule of a
    question gives, None while it is open. *why* it is not asked; None if the law on the dates of the case does not ask for it.
    """

    kind: KIND
    rank: int | None = None
    at: tuple[str, ...] = ()
    answer: str | None = None
    findings: tuple[Finding, ...] = ()
    designation: Designation[DESIGNATED] | None = None
    why: NotAsked | None = None

    @property
    def is_faded(self) -> bool:
        """Whether nothing turns on it."""
        return self.kind in ("answered by a finding", "without effect", "not asked")


class Relevances:
    """How everything stands in *case_file*, which came out as *told* (with what each offence depends on)."""

    def __init__(self, rule_book: RuleBook, case_file: CaseFile, told: Determination) -> None:
        self._book = rule_book
        self._told = told
        self._part: PART = told.part
        case_file = examine(case_file, rule_book)
        self._places = list(case_file.every_offence)
        self._known: list[dict[str, Known]] = [known_of(each, offence, rule_book) for each in each_warrant(case_file) for offence in each.offences]
        sensitivities = [offence.sensitivity for offence in told.offences if offence.sensitivity]
        self.to_ask: dict[Asked, Matter] = best_asked(sensitivities, rule_book, case_file)
        self._ranks = {asked: rank for rank, asked in enumerate(self.to_ask, 1)}
        self._without_effect = [frozenset(each.no_longer_matters) for each in sensitivities]
        self._stages = [{stage.provision: stage for stage in offence.path} for offence in told.offences]
        self._answers = [{step.name: step.answer for step in (*offence.steps, *offence.steps_beyond)} for offence in told.offences]
        self._found = [{step.provision for step in offence.steps if step.answered_by == "finding"} for offence in told.offences]
        self._not_asked = [{each.provision: each for each in offence.not_asked} for offence in told.offences]

    def stages(self, provision: str) -> tuple[Stage, ...]:
        """The question of *provision* as a stage of the hearing of each offence."""
        return tuple(stages[provision] for stages in self._stages if provision in stages)

    def of(self, place: Place, name: str, asked_at: Sequence[str], factor_of: Sequence[str]) -> Relevance:
        """How the fact or question *name* stands among the findings at *place*: of one offence, or of the person on a warrant or on all.

        Args:
            asked_at: the provisions of the questions that ask for it; *factor_of* those beside which it is laid out.
        """
        offences = [i for i, at in enumerate(self._places) if at[: len(place)] == place]
        known = next((known[name] for i in offences if name in (known := self._known[i])), None)
        answer, findings = (known.answer, known.findings) if known else (None, ())
        if known is not None and known.designation is not None:
            return Relevance("settled by the territory", answer=answer, designation=known.designation)
        asked = self._asked(place, name)
        if asked is not None:
            return Relevance("matters", self._ranks[asked], self.to_ask[asked].provisions, answer, findings)
        why = self._why_not(offences, name, asked_at)
        if why is not None and not any(self._is_beside(i, factor_of) for i in offences):
            return Relevance("not asked", answer=answer, findings=findings, why=why)
        if known is not None:
            return Relevance("disputed" if answer is None else "known", answer=answer, findings=findings)
        if name not in self._book.facts:
            return Relevance("derived", answer=next((answers[name] for i in offences if name in (answers := self._answers[i])), None))
        return Relevance(self._unknown(offences, name, asked_at, factor_of))

    def _asked(self, place: Place, name: str) -> Asked | None:
        """What is asked of *name* at *place*, or of the person on any of several warrants; the best of it."""
        of_warrants = ((at, name) for at, _ in self._ranks if len(at) == len(("warrants", 0)) and at[0] == "warrants")
        places = of_warrants if not place and (place, name) not in self._ranks else [(place, name)]
        return min((asked for asked in places if asked in self._ranks), key=lambda asked: self._ranks[asked], default=None)

    def _unknown(self, offences: Sequence[int], name: str, asked_at: Sequence[str], factor_of: Sequence[str]) -> KIND:
        """How the fact *name* stands, which is not known and does not matter."""
        if any(name in self._without_effect[i] for i in offences):
            return "without effect"
        if not asked_at:
            return "after the hearing"
        if any(self._is_beside(i, factor_of) for i in offences):
            return "laid out"
        return "answered by a finding" if any(provision in self._found[i] for i in offences for provision in asked_at) else "not asked"

    def _is_beside(self, offence: int, factor_of: Sequence[str]) -> bool:
        stages = self._stages[offence]
        return any(stages[provision].state in _BESIDE for provision in factor_of if provision in stages)

    def _why_not(self, offences: Sequence[int], name: str, asked_at: Sequence[str]) -> NotAsked | None:
        """Why no question that asks for it is asked of any of the *offences*; None if one is, or if it is what leads round one."""
        reasons = [self._reason(i, name, provision) for i in offences for provision in asked_at]
        return reasons[0] if reasons and all(reasons) else None

    def _reason(self, offence: int, name: str, provision: str) -> NotAsked | None:
        reason, gate = self._not_asked[offence].get(provision), self._book.questions[provision].asked_if
        leads_round = reason is not None and reason.because == "not asked in such a case"
        return None if leads_round and gate and any(leaf.fact == name for leaf in gate.when.leaves()) else reason
