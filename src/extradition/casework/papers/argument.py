"""The argument of a skeleton or an opening note: issues, facts, law, what follows, what is conceded, what is
open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.settling import BASIS
from extradition.casework.papers.concessions import Concession, conceded_by
from extradition.casework.papers.favoured import favoured, goes_against
from extradition.casework.papers.issue_states import ISSUE, OF_LIMBS, state_of
from extradition.casework.papers.on_offences import OnOffences, joined_parts
from extradition.determination import OffenceDetermination
from extradition.determination.outcome import Outcome
from extradition.determination.reasons import FactUsed, VersionUsed
from extradition.determination.steps import MissingFact, OpenQuestion, Step
from extradition.hearing import Hearing
from extradition.law import ANSWER, PARTY, Model
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.parties import AGREED_BASIS, Parties


class Issue(OnOffences):
    """A question of the Act that a paper argues, in a *state* of ``issue_states``."""

    state: ISSUE
    asked: Step | OpenQuestion


class NotContested(OnOffences):
    """A question on which the case file records no difference between the parties, with its answer."""

    provision: str
    title: str
    answer: ANSWER


class FactInIssue(OnOffences):
    """A fact that an issue uses, with its findings."""

    fact: FactUsed


class LawOnIssue(OnOffences):
    """The version of the law on an issue."""

    provision: str
    address: str
    title: str
    version: VersionUsed


class Following(OnOffences):
    """The outcome on one *basis*: the findings as they are (None), found and agreed only, or a party's case.

    ``against_side``: whether it is the outcome that the other side seeks. ``alike``: whether nothing is
    asserted or disputed, so that every basis has this outcome.
    """

    basis: BASIS | None
    outcome: Outcome
    if_nothing_more_is_shown: Outcome
    parts_at: str | None = None
    differs: tuple[FactUsed, ...] = ()
    against_side: bool = False
    alike: bool = False


class Helping(OnOffences):
    """An issue whose answer, on the case file as it stands, helps the side; *turned_on* decided it.

    ``by_finding``: whether a finding on the question itself answers it.
    """

    provision: str
    title: str
    answer: ANSWER
    by_finding: bool
    turned_on: tuple[str, ...]


class OpenPoint(OnOffences):
    """A fact that is open and can still change the answer to a question."""

    provision: str
    title: str
    fact: MissingFact


class Argument(Model):
    """The parts of a skeleton argument for a side, or of a neutral opening note.

    Attributes:
        asserts: whether the case file records an assertion by the side; True for a note.
        issues: the open, contested, asserted and decided questions, in the order of the hearing.
        not_contested: the other answered questions.
        facts: the facts that the issues use, with what is recorded of them.
        law: the law on each issue.
        follows: the outcomes to state.
        helping: the issues whose answers help the side; empty for a note.
        conceded: what the side asserts or agrees and what tells against it; empty for a note.
        open_points: the facts that can still change an answer.
        evidence_closed: the evidence that is closed.
    """

    shape: Literal["argument"] = "argument"
    asserts: bool
    issues: tuple[Issue, ...]
    not_contested: tuple[NotContested, ...]
    facts: tuple[FactInIssue, ...]
    law: tuple[LawOnIssue, ...]
    follows: tuple[Following, ...]
    helping: tuple[Helping, ...]
    conceded: tuple[Concession, ...]
    open_points: tuple[OpenPoint, ...]
    evidence_closed: tuple[ClosedEvidence, ...]


def argument_of(hearing: Hearing, side: PARTY | None) -> Argument:
    """The parts of the argument of *side* on the case of *hearing*.

    Args:
        hearing: the case, heard.
        side: the party; None for a neutral note.
    """
    made, parties = hearing.determination, hearing.rule_book.parties
    offences = [(each, heard.rule_book) for each, heard in zip(made.offences, hearing.offences, strict=True)]
    issues = joined_parts(issue for offence, book in offences for issue in _issues(offence, book))
    argued = [issue for issue in issues if issue.state != "makes no difference"]
    return Argument(
        asserts=side is None or _asserts(hearing, side),
        issues=issues,
        not_contested=joined_parts(
            each for offence, book in offences for each in _not_contested(offence, book)
        ),
        facts=joined_parts(_facts(argued)),
        law=joined_parts(_law(argued)),
        follows=joined_parts(
            each for offence in made.offences for each in _following(offence, side, parties)
        ),
        helping=joined_parts(_helping(issues, hearing, side)),
        conceded=() if side is None else conceded_by(hearing, side),
        open_points=joined_parts(each for offence in made.offences for each in _open_points(offence)),
        evidence_closed=hearing.case_file.evidence_closed,
    )


def _asserts(hearing: Hearing, side: PARTY) -> bool:
    """Whether the case file records an answer by *side*."""
    recorded = (each for heard in hearing.offences for each in heard.known.values())
    return any(finding.by == side for known in recorded for finding in known.findings)


def _issues(offence: OffenceDetermination, book: RuleBook) -> Iterator[Issue]:
    """The issues of *offence*, in the order of the hearing, each followed by its limbs."""
    states = _states(offence, book)
    for asked in _in_order(offence):
        state = states[asked.provision]
        if state is not None:
            yield Issue(offences=(offence.id,), state=state, asked=asked)


def _states(offence: OffenceDetermination, book: RuleBook) -> dict[str, ISSUE | None]:
    """The state of each question by its provision; ``OF_LIMBS`` says which it may have from its limbs."""
    asked_of = _in_order(offence)
    states = {asked.provision: state_of(asked, book) for asked in asked_of}
    for asked in asked_of:
        if states[asked.provision] is None:
            of_limbs = {states[limb.provision] for limb in asked_of if limb.limb_of == asked.provision}
            states[asked.provision] = next((each for each in OF_LIMBS if each in of_limbs), None)
    return states


def _in_order(offence: OffenceDetermination) -> list[Step | OpenQuestion]:
    places = {stage.provision: place for place, stage in enumerate(offence.path)}
    return sorted(offence.explained, key=lambda each: places.get(each.limb_of or each.provision, len(places)))


def _not_contested(offence: OffenceDetermination, book: RuleBook) -> Iterator[NotContested]:
    states = _states(offence, book)
    for step in offence.answered:
        if step.limb_of is None and states[step.provision] is None:
            yield NotContested(
                offences=(offence.id,), provision=step.provision, title=step.title, answer=step.answer
            )


def _facts(issues: Iterable[Issue]) -> Iterator[FactInIssue]:
    """The facts of which something is recorded, once for each issue that uses them."""
    for issue in issues:
        for fact in issue.asked.facts:
            is_recorded = bool(fact.findings or fact.designation) and fact.name != ALWAYS_KNOWN
            if fact.provision is None and is_recorded:
                yield FactInIssue(offences=issue.offences, fact=fact.model_copy(update={"towards": None}))


def _law(issues: Iterable[Issue]) -> Iterator[LawOnIssue]:
    for issue in issues:
        asked = issue.asked
        yield LawOnIssue(
            offences=issue.offences,
            provision=asked.provision,
            address=asked.address,
            title=asked.title,
            version=asked.version,
        )


def _following(offence: OffenceDetermination, side: PARTY | None, parties: Parties) -> Iterator[Following]:
    """The outcomes to state: for a side, on its own case and on what is found and agreed; for a note, all."""
    alike = not offence.party_cases
    if side is None or alike:
        yield Following(
            offences=(offence.id,),
            basis=None,
            outcome=offence.outcome,
            if_nothing_more_is_shown=offence.if_nothing_more_is_shown.outcome,
            against_side=side is not None and goes_against(offence.outcome, side, parties),
            alike=alike,
        )
    for case in sorted(offence.party_cases, key=lambda each: each.name != side):
        if side is None or case.name in (side, AGREED_BASIS):
            yield Following(
                offences=(offence.id,),
                basis=case.name,
                outcome=case.outcome,
                if_nothing_more_is_shown=case.if_nothing_more_is_shown,
                parts_at=case.parts_at,
                differs=case.differs,
                against_side=case.name == side and goes_against(case.outcome, side, parties),
            )


def _helping(issues: Iterable[Issue], hearing: Hearing, side: PARTY | None) -> Iterator[Helping]:
    """The answered issues, without limbs, whose answers help *side*."""
    books = {heard.offence.id: heard.rule_book for heard in hearing.offences}
    for issue in issues:
        step, book = issue.asked, books[issue.offences[0]]
        if not isinstance(step, Step) or step.limb_of is not None:
            continue
        question = book.questions[step.provision]
        if side is not None and favoured(question, step.answer, book.parties) == side:
            yield Helping(
                offences=issue.offences,
                provision=step.provision,
                title=step.title,
                answer=step.answer,
                by_finding=step.answered_by == "finding",
                turned_on=() if step.answered_by == "finding" else step.turned_on,
            )


def _open_points(offence: OffenceDetermination) -> Iterator[OpenPoint]:
    for question in offence.open_questions:
        for fact in question.facts_that_matter:
            yield OpenPoint(
                offences=(offence.id,), provision=question.provision, title=question.title, fact=fact
            )
