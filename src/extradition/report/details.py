"""A determination as JSON in less detail: the note in a few kilobytes, or the hearing without its reference
material.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import ConfigDict

from extradition.determination import Determination, LawUsed, OffenceDetermination, WarrantUsed
from extradition.determination.caution import Caution
from extradition.determination.dependence import Sensitivity
from extradition.determination.matter_used import MatterUsed
from extradition.determination.outcome import (
    Alternative,
    Candidate,
    CategoryUsed,
    Closing,
    Combined,
    Follows,
    Outcome,
    PartyCase,
)
from extradition.determination.steps import OpenQuestion, Step
from extradition.law import ANSWER, LEFT_OUT_IF_NONE, PART, VERIFIED, Model
from extradition.report.decisive_steps import why_of
from extradition.report.depths import DEPTH
from extradition.report.unused_findings import among
from extradition.rule_book.conditions import Answer
from extradition.rule_book.matter import OneIsEnough
from extradition.rule_book.parties import Parties

METADATA = dict[str, str]
"""The caller's own values, which the answer repeats."""


class StepInNote(Model):
    """A decisive step: the question, its answer, the version of the law and the facts that decided it."""

    provision: str
    title: str
    answer: ANSWER
    answered_by: Literal["finding", "derivation"]
    version: str
    verified: VERIFIED
    turned_on: dict[str, Answer | None]


class OpenInNote(Model):
    """An open question: the reason, and the facts that can still change its answer."""

    provision: str
    title: str
    because: Literal["facts", "judgment", "makes no difference"]
    facts_that_matter: tuple[str, ...]


class OffenceInNote(Model):
    """The part of a note on one offence: its outcome, and why.

    Attributes:
        sensitivity: what the outcome depends on; left out unless it was asked for.
    """

    id: str
    warrant: str | None
    title: str | None
    case_type: str | None
    outcome: Outcome
    if_nothing_more_is_shown: Outcome
    unless_shown: tuple[str, ...]
    sensitivity: Annotated[Sensitivity | None, LEFT_OUT_IF_NONE] = None
    decisive_steps: tuple[StepInNote, ...]
    open_questions: tuple[OpenInNote, ...]
    cautions: dict[str, int]
    unused_findings: tuple[Caution, ...]


class _Head(Model):
    """The keys that each level of detail has.

    Attributes:
        metadata: the caller's own values, unchanged; left out if there are none.
    """

    kind: Literal["determination (support)"] = "determination (support)"
    case: str
    reference: str | None
    citation: str | None
    part: PART
    own_matter: Annotated[MatterUsed | None, LEFT_OUT_IF_NONE] = None
    territory: str | None
    territory_name: str | None
    outcome: str
    under: str | None
    law: LawUsed
    rule_book: str
    made_by: str
    readings: str
    case_file_hash: str
    metadata: Annotated[METADATA | None, LEFT_OUT_IF_NONE] = None


def _with_detail(schema: dict[str, Any]) -> None:
    """Say in a JSON Schema of an answer that ``detail`` is always there: it tells the answers apart."""
    schema["required"] = ["detail", *schema["required"]]


class NoteDetail(_Head):
    """A determination (support) as a note: the outcome of each offence and its reasons.

    ``cautions`` counts the reasons to check it before use, by kind; the other levels of detail list them.
    ``unused_findings`` lists those on a decider's finding that counts for nothing, here and at each offence.
    """

    model_config = ConfigDict(json_schema_extra=_with_detail)
    detail: Literal["note"] = "note"
    cautions: dict[str, int]
    unused_findings: tuple[Caution, ...]
    offences: tuple[OffenceInNote, ...]


class OffenceInHearing(Model):
    """The part of a hearing on one offence: each step with its facts, and what is open."""

    id: str
    warrant: str | None
    title: str | None
    case_type: str | None
    outcome: Outcome
    if_nothing_more_is_shown: Closing
    unless_shown: tuple[str, ...]
    may_apply: tuple[Candidate, ...]
    prospective: tuple[Alternative, ...]
    in_force: tuple[Alternative, ...]
    party_cases: tuple[PartyCase, ...]
    steps: tuple[Step, ...]
    steps_beyond: tuple[Step, ...]
    open_questions: tuple[OpenQuestion, ...]
    cautions: tuple[Caution, ...]
    sensitivity: Sensitivity | None


class HearingDetail(_Head):
    """A determination (support) without the case file, the questions that were not asked, the words of facts,
    and the decided cases.
    """

    model_config = ConfigDict(json_schema_extra=_with_detail)
    detail: Literal["hearing"] = "hearing"
    category: CategoryUsed | None
    taken_from: str | None
    cautions: tuple[Caution, ...]
    notes: tuple[str, ...]
    warrants: tuple[WarrantUsed, ...]
    offences: tuple[OffenceInHearing, ...]
    combined: tuple[Combined, ...]
    combined_under: str | None
    one_is_enough: Annotated[OneIsEnough | None, LEFT_OUT_IF_NONE] = None
    afterwards: tuple[Follows, ...]


class FullDetail(Determination):
    """A determination (support) with everything, and the caller's own values.

    It has no key ``detail``, because it is the record that the library writes. A note and a hearing have it.
    """

    metadata: Annotated[METADATA | None, LEFT_OUT_IF_NONE] = None


def detailed(
    determination: Determination, detail: DEPTH, metadata: METADATA | None = None
) -> NoteDetail | HearingDetail | Determination:
    """The *determination* in one level of detail, as a model that is also its JSON form.

    Args:
        determination: the determination.
        detail: the level: ``full`` leaves nothing out.
        metadata: the caller's own values; they come back unchanged.

    >>> from extradition import CaseFile, RuleBook, determine
    >>> made = determine(CaseFile.load("examples/part_1_conviction/case.yaml"), RuleBook.load())
    >>> note = detailed(made, "note", {"desk": "7"})
    >>> note.outcome, note.metadata, len(note.model_dump_json()) < 10_000
    ('order', {'desk': '7'}, True)
    """
    if detail == "note":
        parties, warrants = determination.matter.parties, determination.warrants
        on_the_case = (*determination.cautions, *(each for warrant in warrants for each in warrant.cautions))
        return NoteDetail(
            **_taken(determination, NoteDetail, metadata),
            cautions=_counted(determination.cautions),
            unused_findings=among(on_the_case, parties),
            offences=tuple(_in_note(each, parties) for each in determination.offences),
        )
    if detail == "hearing":
        offences = tuple(
            OffenceInHearing(**_taken(each, OffenceInHearing)) for each in determination.offences
        )
        return HearingDetail(**_taken(determination, HearingDetail, metadata), offences=offences)
    if metadata is None:
        return determination
    return FullDetail(
        **{name: getattr(determination, name) for name in Determination.model_fields}, metadata=metadata
    )


def _taken(
    source: Determination | OffenceDetermination, model: type[Model], metadata: METADATA | None = None
) -> dict[str, object]:
    """The values of the fields of *model* that *source* has under the same name, without its parts."""
    own = {"offences", "kind"} | ({"cautions"} if model is NoteDetail else set())
    shared = {
        name: getattr(source, name)
        for name in model.model_fields
        if name not in own and hasattr(source, name)
    }
    return shared if metadata is None else {**shared, "metadata": metadata}


def _in_note(offence: OffenceDetermination, parties: Parties) -> OffenceInNote:
    return OffenceInNote(
        id=offence.id,
        warrant=offence.warrant,
        title=offence.title,
        case_type=offence.case_type,
        outcome=offence.outcome,
        if_nothing_more_is_shown=offence.if_nothing_more_is_shown.outcome,
        unless_shown=offence.unless_shown,
        sensitivity=offence.sensitivity,
        decisive_steps=tuple(map(_step_in_note, why_of(offence).decisive)),
        open_questions=tuple(
            OpenInNote(
                provision=each.provision,
                title=each.title,
                because=each.because,
                facts_that_matter=tuple(fact.name for fact in each.facts_that_matter),
            )
            for each in offence.open_questions
            if each.because != "makes no difference"
        ),
        cautions=_counted(offence.cautions),
        unused_findings=among(offence.cautions, parties),
    )


def _step_in_note(step: Step) -> StepInNote:
    answers = {fact.name: fact.answer for fact in step.facts}
    return StepInNote(
        provision=step.provision,
        title=step.title,
        answer=step.answer,
        answered_by=step.answered_by,
        version=step.version.id,
        verified=step.version.verified,
        turned_on={name: answers[name] for name in step.turned_on},
    )


def _counted(cautions: tuple[Caution, ...]) -> dict[str, int]:
    """The number of *cautions* of each kind."""
    return dict(Counter(caution.kind for caution in cautions))


DETAILS: Mapping[DEPTH, type[Model]] = {"note": NoteDetail, "hearing": HearingDetail, "full": FullDetail}
"""The model of each level of detail."""
