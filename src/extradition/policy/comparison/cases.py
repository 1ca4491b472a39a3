"""The outcomes of one case under several laws, and the questions at which the laws part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from extradition.case_file import CaseFile
from extradition.determination.outcome import KIND_OF_CASE, Combined
from extradition.hearing import Hearing
from extradition.law import LEFT_OUT_IF_EMPTY, Model
from extradition.policy.comparison.case_groups import CaseGroups, groups_of
from extradition.policy.comparison.partings import Parting, parting
from extradition.rule_book.consequences import DECIDER


class LawOutcome(Model):
    """The outcome of a case under one *law*.

    ``if_nothing_more_is_shown`` is the outcome with no more evidence, and ``unless_shown`` are the facts of
    which the outcome presumes that nothing against it is shown. ``turns_on_commencement``: whether the
    version in force would give another outcome. ``out_of_reach``: whether every version on which it turns
    was enacted after the case, on its own dates, was heard. ``combined`` groups the offences by their
    outcome: one group unless the outcome is ``mixed``.
    """

    law: str
    outcome: str
    if_nothing_more_is_shown: str
    unless_shown: tuple[str, ...]
    kind: KIND_OF_CASE
    under: str | None
    turns_on_commencement: bool
    out_of_reach: Annotated[bool, LEFT_OUT_IF_EMPTY] = False
    combined: tuple[Combined, ...]


class CaseComparison(Model):
    """The outcomes of one case under each law, in the order of the laws asked for; ``case_file_hash`` is the
    SHA-256 of its content.

    ``number`` is its place among the cases, from 1: two cases may have one name. ``reference`` is the
    caller's own, unchanged. ``decided``: whether its file gives a court's decision. ``groups`` are those to
    which it belongs in a breakdown. ``decider`` is the decider of its hearing. ``unattributed`` are the facts
    on which an answer without an author is in dispute with another one, under some law.
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

    @property
    def is_alike(self) -> bool:
        """Whether the outcome has the same name under every law, open included."""
        return len({outcome.outcome for outcome in self.outcomes}) == 1


def case_under(
    laws: Sequence[str], case: CaseFile, hearings: Sequence[Hearing], number: int
) -> CaseComparison:
    """The outcomes of *case* under each of *laws*.

    Args:
        hearings: the case as heard under each of *laws*, in their order. The first gives the Part.
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
        outcomes=tuple(
            LawOutcome(
                law=law,
                outcome=each.outcome,
                if_nothing_more_is_shown=each.closing,
                unless_shown=each.unless_shown,
                kind="mixed" if len(each.combined) > 1 else each.combined[0].outcome.kind,
                under=each.rests_on,
                turns_on_commencement=each.turns_on_commencement,
                out_of_reach=_is_out_of_reach(each),
                combined=each.combined,
            )
            for law, each in zip(laws, hearings, strict=True)
        ),
        decider=hearings[0].rule_book.before[hearings[0].part],
        unattributed=tuple(
            dict.fromkeys(
                name for each in hearings for offence in each.offences for name in offence.unattributed
            )
        ),
        partings=tuple(
            each for i in range(len(case.every_offence)) if (each := parting(hearings, laws, i)) is not None
        ),
    )


def _is_out_of_reach(hearing: Hearing) -> bool:
    """Whether the outcome turns on commencement, but only of versions enacted too late for the case."""
    turns_on = [other for offence in hearing.offences for other in offence.in_force]
    return bool(turns_on) and all(other.out_of_reach for other in turns_on)
