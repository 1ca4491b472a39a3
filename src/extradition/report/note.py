"""The note on a determination: the values of the shortest report, from its steps, sensitivity and laws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from extradition.determination import Determination, OffenceDetermination
from extradition.determination.caution import Caution
from extradition.determination.dependence import Flip, Matter
from extradition.determination.precedent import QuestionPrecedents
from extradition.determination.steps import Step
from extradition.policy.comparison import CaseUnderLaws, Comparison
from extradition.report.decisive_steps import Why, why_of
from extradition.report.disputed import OnFinding, on_findings
from extradition.report.presentation import gathered, shown_above
from extradition.report.unused_findings import unused_findings
from extradition.rule_book.version import LEVEL

_MOST_FLIPS = (2, 1, 1)
"""How many changes the note lists for the first other outcome, for the second and for the third."""
_MOST_FINDINGS = 3
"""How many outcomes of findings on disputed facts the note lists. Longer reports list all."""
_MOST_MATTERS = 3
"""How many points to obtain the note lists."""
_LEFT_TO_THE_HEARING = (
    "unverified version",
    "unverified designation",
    "finding of another law",
    "finding of another case type",
    "ending not examined",
    "finding not examined",
    "finding not reached",
)
"""The kinds of caution that the note counts and does not list."""
_UNDER_THE_OUTCOME = "duty not reached"
"""The kind of caution that the note states under the outcome."""


@dataclass(frozen=True)
class Turn:
    """The smallest changes that lead to another *outcome*: those to list, and the number of the others."""

    outcome: str
    flips: tuple[Flip, ...]
    more: int

    def first(self, most: int) -> Turn:
        """The same with *most* changes to list."""
        return Turn(self.outcome, self.flips[:most], self.more + len(self.flips[most:]))

    @property
    def ends(self) -> bool:
        """Whether the hearing ends with this outcome."""
        return self.outcome != "open" and not self.outcome.startswith("proceed")


@dataclass(frozen=True)
class OffenceNote:
    """The part of a note on one offence, or on several with the same content.

    Attributes:
        offences: The offences; their reasons are the same.
        why: The steps that led to the outcome.
        above: The decisive steps on the person that the note gives at an earlier offence.
        turns: The first changes that would change the outcome; empty without a sensitivity.
        more_turns: The number of the other smallest sets of changes.
        on_findings: The first findings on disputed facts that would change the outcome.
        matters: The first points that can still change it: facts before judgments, each in the best order.
        more_matters: The number of the other points.
        pointing: The decided cases that point to an answer at an open question.
    """

    offences: tuple[OffenceDetermination, ...]
    why: Why
    above: tuple[Step, ...]
    turns: tuple[Turn, ...]
    more_turns: int
    on_findings: tuple[OnFinding, ...]
    matters: tuple[Matter, ...]
    more_matters: int
    pointing: tuple[QuestionPrecedents, ...]

    @property
    def offence(self) -> OffenceDetermination:
        """The first of the offences."""
        return self.offences[0]


@dataclass(frozen=True)
class Unsure:
    """A version that is not known to be in force, of a question of this case."""

    provision: str
    verified: LEVEL


@dataclass(frozen=True)
class Note:
    """The values of a note.

    Attributes:
        offences: The part on each offence.
        certainty: The number of versions applied, by how they are verified; the surest first.
        prospective: The versions that are not known to be in force, of questions of this case.
        cautions: The cautions to list, each group after the ids of its offences.
        laws: The comparison of the laws; None if there is none.
        left_out: The number of each kind of content that only a longer report has.
    """

    offences: tuple[OffenceNote, ...]
    certainty: tuple[tuple[LEVEL, int], ...]
    prospective: tuple[Unsure, ...]
    cautions: tuple[tuple[tuple[str, ...], tuple[Caution, ...]], ...]
    laws: Comparison | None
    left_out: Mapping[str, int]

    @property
    def not_compared(self) -> str | None:
        """The reason why the case cannot be determined under all the laws; None if it can, or is not
        known.
        """
        return self.laws.not_compared if isinstance(self.laws, CaseUnderLaws) else None

    @property
    def laws_part(self) -> bool:
        """Whether the outcome or an answer of the case differs between the laws."""
        return any(
            case.partings
            or len({(each.outcome, each.if_nothing_more_is_shown) for each in case.outcomes}) > 1
            for case in (self.laws.cases if self.laws else ())
        )


def note_of(determination: Determination, laws: Comparison | None = None) -> Note:
    """The values of the note on *determination*.

    Args:
        determination: The determination, with its sensitivity and its precedents if they were asked for.
        laws: The comparison of the laws for this case alone; None if it was not made.

    >>> from extradition import CaseFile, RuleBook, determine
    >>> case = CaseFile.load("examples/merticariu/case.yaml")
    >>> note = note_of(determine(case, RuleBook.load()))
    >>> [step.answer for step in note.offences[0].why.decisive]
    ['no', 'no', 'no']
    """
    offences = tuple(_of_offences(determination))
    levels = Counter(version.verified for version, _ in determination.versions_applied)
    of_offences = [each for each in gathered(determination) if each[1][0].kind != _UNDER_THE_OUTCOME]
    cautions = [((), [each]) for each in determination.cautions] + of_offences
    listed = tuple(
        (ids, tuple(group)) for ids, group in _together(cautions) if group[0].kind not in _LEFT_TO_THE_HEARING
    )
    return Note(
        offences=offences,
        certainty=tuple((level, levels[level]) for level in get_args(LEVEL) if levels[level]),
        prospective=tuple(dict.fromkeys(_prospective(determination, laws))),
        cautions=listed,
        laws=laws,
        left_out=_left_out(
            determination,
            offences,
            sum(len(group) for _, group in cautions)
            - sum(len(group) for _, group in listed)
            - len(unused_findings(determination)),
        ),
    )


def _of_offences(determination: Determination) -> Iterator[OffenceNote]:
    """The part on each offence; offences with the same content have one part."""
    parts: dict[tuple[object, ...], list[OffenceDetermination]] = {}
    for offence in determination.offences:
        sensitivity = offence.sensitivity and offence.sensitivity.model_copy(update={"offence": ""})
        same = (offence.outcome, offence.path, offence.warrant, repr(offence.steps), repr(sensitivity))
        parts.setdefault(same, []).append(offence)
    shown: set[str] = set()
    for together in parts.values():
        offence, why = together[0], why_of(together[0])
        above = [step for step in shown_above(determination, offence) if step.provision in shown]
        shown |= {step.provision for step in why.decisive}
        turns = _turns(offence, why)
        listed = tuple(turn.first(most) for turn, most in zip(turns, _MOST_FLIPS, strict=False))
        matters = sorted(
            offence.sensitivity.matters if offence.sensitivity else (),
            key=lambda matter: matter.kind == "judgment",
        )
        yield OffenceNote(
            offences=tuple(together),
            why=why,
            above=tuple(step for step in why.decisive if step in above),
            turns=listed,
            more_turns=sum(turn.more + len(turn.flips) for turn in turns)
            - sum(len(turn.flips) for turn in listed),
            on_findings=on_findings(offence)[:_MOST_FINDINGS],
            matters=tuple(matters[:_MOST_MATTERS]),
            more_matters=len(matters[_MOST_MATTERS:]),
            pointing=tuple(each for each in offence.precedents or () if each.towards),
        )


def _turns(offence: OffenceDetermination, why: Why) -> list[Turn]:
    """The smallest changes, by outcome: ends of the hearing first, then outcomes at a decisive step."""
    sensitivity = offence.sensitivity
    if sensitivity is None:
        return []
    near = {name for step in why.decisive for name in (step.name, *step.turned_on)}

    def far(flip: Flip) -> tuple[int, bool]:
        return len(flip.changes), not {each.name for each in flip.changes} <= near

    by_outcome: dict[str, list[Flip]] = {}
    for flip in sorted(sensitivity.flips, key=far):
        by_outcome.setdefault(flip.outcome, []).append(flip)
    turns = [
        Turn(outcome, tuple(flips), sensitivity.flips_not_listed.get(outcome, 0))
        for outcome, flips in by_outcome.items()
    ]
    return sorted(turns, key=lambda turn: (not turn.ends, far(turn.flips[0])))


def _prospective(determination: Determination, laws: Comparison | None) -> Iterator[Unsure]:
    """The versions not known to be in force.

    They are those that would change the outcome, and those of a question that was asked and that no caution
    names.
    """
    cautions = (*determination.cautions, *(each for by in determination.offences for each in by.cautions))
    named = {each.provision for each in cautions if each.kind == "may have been amended"}
    asked = {provision for _, provision in determination.versions_applied}
    for offence in determination.offences:
        yield from (Unsure(each.provision, each.verified) for each in offence.prospective)
    for law in laws.laws if laws else ():
        for each in law.assuming:
            if each.prospective and each.provision in asked - named:
                yield Unsure(each.provision, each.verified)


def _together(
    cautions: Sequence[tuple[tuple[str, ...], list[Caution]]],
) -> Iterator[tuple[tuple[str, ...], list[Caution]]]:
    """The *cautions*, with the facts that a party asserts or the author assumes in one group each."""
    groups: dict[object, tuple[tuple[str, ...], list[Caution]]] = {}
    for number, (ids, group) in enumerate(cautions):
        kind = group[0].kind
        key = (ids, kind) if kind in ("asserted", "assumed", "disputed") and group[0].fact else number
        groups.setdefault(key, (ids, []))[1].extend(group)
    yield from groups.values()


def _left_out(
    determination: Determination, offences: Sequence[OffenceNote], cautions: int
) -> Mapping[str, int]:
    """The number of each kind of content that only a longer report has; kinds without any are left out."""
    every = determination.offences
    counts = {
        "other steps": sum(map(_other_steps, offences)),
        "open questions": sum(len(each.open_questions) for each in every),
        "other changes": sum(each.more_turns for each in offences),
        "other points": sum(each.more_matters for each in offences),
        "other cautions": cautions,
        "unclear points": sum(len(each.ambiguities) for each in every),
        "decisions": sum(len(each.decisions) for each in every),
        "party cases": sum(len(each.party_cases) for each in every),
        "what follows": len(determination.afterwards),
        "notes": len(determination.notes),
        "assumptions": len(
            {line for version, _ in determination.versions_applied for line in version.assumes}
        ),
    }
    return {name: count for name, count in counts.items() if count}


def _other_steps(note: OffenceNote) -> int:
    """The number of steps that are not decisive; those beyond an open question are not counted."""
    decisive = {step.provision for step in note.why.decisive}
    return sum(step.provision not in decisive for step in note.offence.steps)
