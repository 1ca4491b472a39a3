"""The outcomes of one case under several laws, and the questions at which the laws part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from extradition.case_file import CaseFile
from extradition.determination.caution import Caution
from extradition.determination.outcome import KIND_OF_CASE, Combined, Forcing
from extradition.determination.whole_case import kind_of_case
from extradition.hearing import Hearing
from extradition.hearing.without_effect import decided_without_effect
from extradition.law import LEFT_OUT_IF_EMPTY, Model
from extradition.policy.comparison.case_groups import CaseGroups, groups_of
from extradition.policy.comparison.partings import Parting, parting
from extradition.rule_book.consequences import DECIDER


class UnusedFinding(Model):
    """A decider's finding that no question asks for under *laws*, as the *caution* on it says.

    *offences* are the ids of its offences: none for a finding on the person or on every offence.
    """

    laws: tuple[str, ...]
    offences: tuple[str, ...]
    caution: Caution


class ForcingQuestion(Forcing):
    """The same with the *title* of the question."""

    title: str


class LawOutcome(Model):
    """The outcome of a case under one *law*.

    ``if_nothing_more_is_shown`` is the outcome with no more evidence, and ``unless_shown`` are the facts of
    which the outcome presumes that nothing against it is shown. ``turns_on_commencement``: whether the
    version in force would give another outcome. ``out_of_reach``: whether every version on which it turns
    was enacted after the case, on its own dates, was heard. ``combined`` groups the offences by their
    outcome: one group unless the outcome is ``mixed``. ``forced_by`` are the answered questions that lead to
    it, whatever the answers to the open questions before them.
    """

    law: str
    outcome: str
    if_nothing_more_is_shown: str
    unless_shown: tuple[str, ...]
    kind: KIND_OF_CASE
    under: str | None
    forced_by: tuple[ForcingQuestion, ...] = ()
    turns_on_commencement: bool
    out_of_reach: Annotated[bool, LEFT_OUT_IF_EMPTY] = False
    combined: tuple[Combined, ...]


class CaseComparison(Model):
    """The outcomes of one case under each law, in the order of the laws asked for; ``case_file_hash`` is the
    SHA-256 of its content.

    ``number`` is its place among the cases, from 1: two cases may have one name. ``reference`` is the
    caller's own, unchanged. ``decided``: whether its file gives a court's decision. ``groups`` are those to
    which it belongs in a breakdown. ``decider`` is the decider of its hearing. ``unattributed`` are the facts
    on which an answer without an author is in dispute with another one, under some law. ``unused_findings``
    are the findings of a decider that count for nothing under some law.
    """

    number: int
    case: str
    reference: str | None = None
    citation: str | None
    case_file_hash: str
    decided: bool
    groups: CaseGroups
    outcomes: tuple[LawOutcome, ...]
    partings: tuple[Parting, ...]
    decider: DECIDER
    unattributed: tuple[str, ...] = ()
    unused_findings: tuple[UnusedFinding, ...] = ()

    @property
    def is_alike(self) -> bool:
        """Whether the outcome has the same name under every law, open included."""
        return len({outcome.outcome for outcome in self.outcomes}) == 1


def case_under(
    laws: Sequence[str], case: CaseFile, hearings: Sequence[Hearing], number: int
) -> CaseComparison:
    """The outcomes of *case* under each of *laws*.

    Args:
        hearings: the case as heard under each of *laws*, in their order. The first gives the matter.
        number: the place of the case among the cases, from 1.
        laws: the names of the laws.
        case: the case file, as the user gave it.
    """
    return CaseComparison(
        number=number,
        case=case.case,
        reference=case.reference,
        citation=case.citation,
        case_file_hash=case.digest,
        decided=case.decided is not None,
        groups=groups_of(case, hearings[0].part),
        outcomes=tuple(_outcome_under(law, each) for law, each in zip(laws, hearings, strict=True)),
        decider=hearings[0].rule_book.before[hearings[0].part],
        unattributed=tuple(
            dict.fromkeys(
                name for each in hearings for offence in each.offences for name in offence.unattributed
            )
        ),
        unused_findings=_unused_findings(laws, hearings),
        partings=tuple(
            each for i in range(len(case.every_offence)) if (each := parting(hearings, laws, i)) is not None
        ),
    )


def _outcome_under(law: str, hearing: Hearing) -> LawOutcome:
    """The outcome of the case as heard under *law*."""
    return LawOutcome(
        law=law,
        outcome=hearing.outcome,
        if_nothing_more_is_shown=hearing.closing,
        unless_shown=hearing.unless_shown,
        kind=kind_of_case((each.outcome for each in hearing.offences), hearing.one_is_enough),
        under=hearing.rests_on,
        forced_by=_forced_by(hearing),
        turns_on_commencement=hearing.turns_on_commencement,
        out_of_reach=_is_out_of_reach(hearing),
        combined=hearing.combined,
    )


def _forced_by(hearing: Hearing) -> tuple[ForcingQuestion, ...]:
    """The questions that force the outcome of an offence, each once."""
    every = dict.fromkeys(forcing for each in hearing.offences for forcing in each.outcome.forced_by)
    titles = hearing.rule_book.questions
    return tuple(
        ForcingQuestion(question=each.question, under=each.under, title=titles[each.question].title)
        for each in every
    )


def _unused_findings(laws: Sequence[str], hearings: Sequence[Hearing]) -> tuple[UnusedFinding, ...]:
    """Each finding of a decider that counts for nothing, with the laws and the offences of which that is
    true.
    """
    under: dict[tuple[Caution, tuple[str, ...]], list[str]] = {}
    for law, hearing in zip(laws, hearings, strict=True):
        offences: dict[Caution, list[str]] = {}
        for offence, caution in decided_without_effect(hearing):
            offences.setdefault(caution, []).extend([] if offence is None else [offence])
        for caution, ids in offences.items():
            some = tuple(ids) if len(ids) < len(hearing.offences) else ()
            under.setdefault((caution, some), []).append(law)
    return tuple(
        UnusedFinding(laws=tuple(names), offences=ids, caution=caution)
        for (caution, ids), names in under.items()
    )


def _is_out_of_reach(hearing: Hearing) -> bool:
    """Whether the outcome turns on commencement, but only of versions enacted too late for the case."""
    turns_on = [other for offence in hearing.offences for other in offence.in_force]
    return bool(turns_on) and all(other.out_of_reach for other in turns_on)
