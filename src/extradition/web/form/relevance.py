"""The relevance of each fact and question of a form: whether it matters, is known, or why it has no
effect.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Self

from extradition.case_file import CaseFile, Offence, each_warrant
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.determination import Determination, OffenceDetermination
from extradition.determination.dependence import Matter, Sensitivity
from extradition.determination.outcome import Stage
from extradition.determination.steps import NotAsked
from extradition.hearing.examination import examine
from extradition.hearing.known import known_of
from extradition.rule_book import RuleBook
from extradition.rule_book.book import Designation
from extradition.rule_book.conditions import Name
from extradition.sensitivity import Asked, best_asked
from extradition.source import Place

RELEVANCE_KIND = Literal[
    "matters",
    "known",
    "disputed",
    "settled by the territory",
    "laid out",
    "derived",
    "answered by a finding",
    "of each offence",
    "without effect",
    "not asked",
    "after the hearing",
]
_LAID_OUT_AT = frozenset(("answered", "open", "judgment", "makes no difference"))
"""The states of a stage whose factors are considered."""


@dataclass(frozen=True)
class AnswerEffect:
    """The effect of one answer on some offences.

    Attributes:
        outcome: the outcome if nothing more than the answer is shown.
        final: whether that outcome stands whatever else is shown.
        offences: the ids of those offences; empty if they are all that the entry concerns.
    """

    outcome: str
    final: bool
    offences: tuple[str, ...]


@dataclass(frozen=True)
class Relevance:
    """The relevance of a fact or a question in the case.

    Attributes:
        rank: its number in the order in which to ask, from 1; None if it does not matter.
        at: the questions at which it matters.
        answer: the known answer, or the answer of the rule of a question; None while it is open.
        findings: those that give the answer, of the case file or of its warrant's form.
        designation: the designation of the territory that gives it.
        why: the reason why it is not asked; None if the law on the dates of the case does not ask for it.
        effects: what each answer would do, while it matters.
    """

    kind: RELEVANCE_KIND
    rank: int | None = None
    at: tuple[str, ...] = ()
    answer: str | None = None
    findings: tuple[Finding, ...] = ()
    designation: Designation[Name] | None = None
    why: NotAsked | None = None
    effects: Mapping[str, tuple[AnswerEffect, ...]] = field(default_factory=dict)

    @property
    def is_faded(self) -> bool:
        """Whether the outcome does not depend on it."""
        return self.kind in ("answered by a finding", "of each offence", "without effect", "not asked")


@dataclass(frozen=True)
class _OffenceRead:
    """What the determination says of one offence.

    Attributes:
        place: its place in the case file.
        own: the names of its own findings, which count in place of those on the person.
        known: what is known, by the name of the fact or question.
        sensitivity: what its outcome depends on.
        without_effect: the names of what no longer matters.
        stages: the stage of each question, by provision.
        answers: the answer of each question, by name.
        found: the provisions of the questions that a finding answers.
        not_asked: the questions that are not asked, by provision.
    """

    place: Place
    own: Collection[str]
    known: Mapping[str, Known]
    sensitivity: Sensitivity
    without_effect: frozenset[str]
    stages: Mapping[str, Stage]
    answers: Mapping[str, str]
    found: frozenset[str]
    not_asked: Mapping[str, NotAsked]

    @classmethod
    def of(
        cls,
        at: tuple[Place, Offence],
        known: Mapping[str, Known],
        offence: OffenceDetermination,
        sensitivity: Sensitivity,
    ) -> Self:
        return cls(
            place=at[0],
            own=at[1].findings.keys(),
            known=known,
            sensitivity=sensitivity,
            without_effect=frozenset(sensitivity.no_longer_matters),
            stages={stage.provision: stage for stage in offence.path},
            answers={step.name: step.answer for step in offence.answered},
            found=frozenset(step.provision for step in offence.steps if step.answered_by == "finding"),
            not_asked={each.provision: each for each in offence.not_asked},
        )

    def lays_out(self, factor_of: Sequence[str]) -> bool:
        """Whether the hearing considers one of the questions *factor_of*, and with it their factors."""
        stages = (self.stages[provision] for provision in factor_of if provision in self.stages)
        return any(stage.state in _LAID_OUT_AT for stage in stages)


class Relevances:
    """The relevance of every fact and question in one case.

    Args:
        rule_book: the law.
        case_file: the case.
        determination: its determination, with what each offence depends on.
    """

    def __init__(self, rule_book: RuleBook, case_file: CaseFile, determination: Determination) -> None:
        self._book = rule_book
        case_file = examine(case_file, rule_book)
        known = [
            known_of(each, offence, rule_book)
            for each in each_warrant(case_file)
            for offence in each.offences
        ]
        sensitivities = [offence.sensitivity for offence in determination.offences if offence.sensitivity]
        self.to_ask: dict[Asked, Matter] = best_asked(sensitivities, rule_book, case_file)
        self._ranks = {asked: rank for rank, asked in enumerate(self.to_ask, 1)}
        together = zip(
            case_file.every_offence.items(), known, determination.offences, sensitivities, strict=True
        )
        self._offences = [_OffenceRead.of(*each) for each in together]

    def stages(self, provision: str) -> tuple[Stage, ...]:
        """The stage of *provision* in the hearing of each offence."""
        return tuple(each.stages[provision] for each in self._offences if provision in each.stages)

    def of(self, place: Place, name: str, asked_at: Sequence[str], factor_of: Sequence[str]) -> Relevance:
        """The relevance of one fact or question, for one offence or for the person.

        Args:
            place: the place of the findings: of an offence, of a warrant, or of the whole case.
            name: the fact or question.
            asked_at: the provisions of the questions that ask for it.
            factor_of: the provisions of the questions for which it is a factor.
        """
        offences = self._offences_at(place, name)
        known = _known_of(offences, name)
        answer, findings = (known.answer, known.findings) if known else (None, ())
        if known is not None and known.designation is not None:
            return Relevance("settled by the territory", answer=answer, designation=known.designation)
        asked = self._asked(place, name)
        if asked is not None:
            return Relevance(
                "matters",
                self._ranks[asked],
                self.to_ask[asked].provisions,
                answer,
                findings,
                effects=_effects(offences, name),
            )
        why = self._why_not(offences, name, asked_at)
        if why is not None and not any(each.lays_out(factor_of) for each in offences):
            return Relevance("not asked", answer=answer, findings=findings, why=why)
        if known is not None:
            return Relevance("disputed" if answer is None else "known", answer=answer, findings=findings)
        if offences and name not in self._book.facts:
            derived = (each.answers[name] for each in offences if name in each.answers)
            return Relevance("derived", answer=next(derived, None))
        return Relevance(_unknown(offences, name, asked_at, factor_of))

    def disputed(self, place: Place, name: str) -> tuple[Finding, ...]:
        """The findings on a fact or a question that are in dispute; empty if it has an answer, or none.

        Args:
            place: the place of the findings: of an offence, of a warrant, or of the whole case.
            name: the fact or question.
        """
        known = _known_of(self._offences_at(place, name), name)
        return known.findings if known is not None and known.answer is None else ()

    def rank(self, place: Place, name: str) -> int | None:
        """The number of a fact or question in the order in which to ask; None if it does not matter.

        Args:
            place: the place of the findings: of an offence, of a warrant, or of the whole case.
            name: the fact or question.
        """
        asked = self._asked(place, name)
        return None if asked is None else self._ranks[asked]

    def _offences_at(self, place: Place, name: str) -> list[_OffenceRead]:
        """The offences to which the findings on *name* at *place* apply."""
        within = (each for each in self._offences if each.place[: len(place)] == place)
        return [each for each in within if each.place == place or name not in each.own]

    def _asked(self, place: Place, name: str) -> Asked | None:
        """The best place to ask for *name*: *place* itself, or for the person any of several warrants;
        None if it does not matter.
        """
        of_warrants = (
            (at, name) for at, _ in self._ranks if len(at) == len(("warrants", 0)) and at[0] == "warrants"
        )
        places = of_warrants if not place and (place, name) not in self._ranks else [(place, name)]
        return min(
            (asked for asked in places if asked in self._ranks),
            key=lambda asked: self._ranks[asked],
            default=None,
        )

    def _why_not(
        self, offences: Sequence[_OffenceRead], name: str, asked_at: Sequence[str]
    ) -> NotAsked | None:
        """The reason why no question of the *offences* asks for it; None if one does, or if its answer
        leads the hearing past one.
        """
        reasons = [self._reason(each, name, provision) for each in offences for provision in asked_at]
        return reasons[0] if reasons and all(reasons) else None

    def _reason(self, offence: _OffenceRead, name: str, provision: str) -> NotAsked | None:
        reason, gate = offence.not_asked.get(provision), self._book.questions[provision].asked_if
        leads_round = reason is not None and reason.because == "not asked in this case"
        return (
            None
            if leads_round and gate and any(leaf.fact == name for leaf in gate.condition.leaves())
            else reason
        )


def _known_of(offences: Sequence[_OffenceRead], name: str) -> Known | None:
    """What is known of *name* on the first of *offences* on which something is."""
    return next((each.known[name] for each in offences if name in each.known), None)


def _effects(offences: Sequence[_OffenceRead], name: str) -> dict[str, tuple[AnswerEffect, ...]]:
    """The effects of each answer to *name*, those of *offences* with the same effect together."""
    together: dict[str, dict[tuple[str, bool], list[str]]] = {}
    for sensitivity in (offence.sensitivity for offence in offences):
        for effect in (
            effect for matter in sensitivity.matters if matter.name == name for effect in matter.effects
        ):
            together.setdefault(effect.answer, {}).setdefault((effect.outcome, effect.final), []).append(
                sensitivity.offence
            )
    return {
        answer: tuple(
            AnswerEffect(*key, tuple(ids) if len(ids) < len(offences) else ())
            for key, ids in by_effect.items()
        )
        for answer, by_effect in together.items()
    }


def _unknown(
    offences: Sequence[_OffenceRead], name: str, asked_at: Sequence[str], factor_of: Sequence[str]
) -> RELEVANCE_KIND:
    """The kind of relevance of *name*, which is not known and does not matter."""
    if not offences:
        return "of each offence"
    if any(name in each.without_effect for each in offences):
        return "without effect"
    if not asked_at:
        return "after the hearing"
    if any(each.lays_out(factor_of) for each in offences):
        return "laid out"
    by_finding = any(provision in each.found for each in offences for provision in asked_at)
    return "answered by a finding" if by_finding else "not asked"
