"""What came out, and why: the frozen, typed form of a determination, which is also its JSON form."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import computed_field

from extradition.case_file import CaseFile, Finding
from extradition.determination.outcome import (
    READ_BACK,
    Alternative,
    Candidate,
    CategoryUsed,
    Closing,
    Combined,
    Follows,
    OnlyIf,
    Outcome,
    Stage,
    View,
)
from extradition.determination.reasons import HOLDS, FactUsed, Reason, Test, VersionUsed, deciding_in, tests_in
from extradition.determination.sensitivity import Sensitivity
from extradition.determination.warrant import AmbiguityTold
from extradition.law import ANSWER, VERIFIED, Model, Proof
from extradition.rules import SUBJECT
from extradition.rules.book import DECIDER


class Asked(Model):
    """A question that was asked under one version of the law, with the conditions tested and the facts they turned on.

    A *reserved* question has no conditions: only a finding answers it, and its facts are the factors laid out beside it.
    ``derived`` is what the conditions give; ``yes_if`` and ``no_if`` show how each condition came out; ``findings`` are
    those on the question itself. ``only_if`` names the open questions before it, with the answers on which it is reached.
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

    @property
    def deciding(self) -> frozenset[Test]:
        """The tests that make the derived answer what it is, each a fact and the answers it was wanted to have."""
        by_no = self.derived == "no" and self.no_if is not None
        tree = self.no_if if by_no else self.yes_if
        return frozenset() if self.derived == "open" or tree is None else frozenset(deciding_in(tree, "yes" if by_no else self.derived))

    @property
    def tests(self) -> dict[Test, HOLDS]:
        """How each of its tests came out."""
        return {test: holds for tree in (self.yes_if, self.no_if) if tree is not None for test, holds in tests_in(tree)}

    @property
    def turned_on(self) -> tuple[str, ...]:
        """The facts and questions in those tests, in the order of the file."""
        deciding = {fact for fact, _ in self.deciding}
        return tuple(fact.name for fact in self.facts if fact.name in deciding)


class Step(Asked):
    """A question that was answered: by a *finding* on the question itself, or else by derivation.

    ``for_the_judge`` gives the reasons for which its rule alone would leave it open, if it does.
    """

    answer: ANSWER
    answered_by: Literal["finding", "derivation"]
    for_the_judge: tuple[str, ...]
    leads_to: Outcome | None


class MissingFact(Model):
    """A fact that can still change the answer: its wording, its closed list of answers, where it may be written."""

    name: str
    ask: str
    answers: dict[str, str]
    unit: str | None
    look_in: tuple[str, ...]
    disputed: tuple[Finding, ...]


class OpenQuestion(Asked):
    """A question that is open: for want of *facts*, or because the law leaves it to *judgment*.

    Only the facts (and the other questions, by name) that can still change its answer are listed; where its answer
    makes no difference to the outcome there are none. ``for_the_judge`` gives the reasons for which the law may leave it
    to the judge. ``whether_asked`` are the open facts on which it depends whether the Act asks it at all; ``on_yes`` and
    ``on_no`` where its answers lead.
    """

    because: Literal["facts", "judgment", "makes no difference"]
    for_the_judge: tuple[str, ...]
    facts_that_matter: tuple[MissingFact, ...]
    limbs_that_matter: tuple[str, ...]
    whether_asked: tuple[str, ...] = ()
    on_yes: Outcome | None = None
    on_no: Outcome | None = None


class NotAsked(Model):
    """A question of the Part that was not asked: because of the step *after* which it was not reached, or of its gate.

    ``because_open``: whether an open question stands before it. ``why`` is what the rule book says of the gate; ``day``
    the day on which the Act did not have the question.
    """

    provision: str
    title: str
    because: Literal["not reached", "not asked in such a case", "makes no difference", "not in force", "date missing", "not examined"]
    why: str | None = None
    day: dt.date | None = None
    after: str | None = None
    answer: ANSWER | None = None
    under: str | None = None
    because_open: bool = False


class Caution(Model):
    """Something the reader must know before relying on the determination; the words are in the template."""

    kind: Literal[
        "prospective version",
        "unverified version",
        "may have been amended",
        "finding differs from derivation",
        "author not given",
        "assertion is not a finding",
        "disputed",
        "asserted",
        "assumed",
        "dates set aside",
        "after the day on which the law is stated",
        "hearing taken from",
        "designation not known",
        "in no category",
        "unverified designation",
        "designation by the hearing date",
        "look again",
        "plain reading alone",
    ]
    provision: str | None = None
    version: str | None = None
    verified: VERIFIED | None = None
    fact: str | None = None
    said: str | None = None
    why: str | None = None


class OffenceDetermination(Model):
    """One offence: its outcome and the provision it rests on, the steps in order, and everything that is still open.

    ``prospective`` gives the outcomes that prospective versions would change it to, ``in_force`` those that the versions in
    force would, where a prospective one was assumed. ``views`` are the outcomes on whose case, none where nothing is asserted
    or disputed. ``steps_beyond`` are answers that exist already at or beyond an open question. ``path`` is every question of
    the Part, limbs left out, in the order of the hearing; ``reached`` those to which the hearing certainly comes.
    ``may_apply`` are the outcomes under each law that may apply where a date that chooses it is missing; if all are alike, that
    is the outcome.
    ``ambiguities`` are what the form of its warrant leaves unclear.
    """

    id: str
    title: str | None
    case_type: str
    outcome: Outcome
    path: tuple[Stage, ...]
    reached: tuple[str, ...]
    may_apply: tuple[Candidate, ...] = ()
    if_nothing_more_is_shown: Closing
    prospective: tuple[Alternative, ...]
    in_force: tuple[Alternative, ...]
    views: tuple[View, ...]
    steps: tuple[Step, ...]
    steps_beyond: tuple[Step, ...]
    open_questions: tuple[OpenQuestion, ...]
    not_asked: tuple[NotAsked, ...]
    cautions: tuple[Caution, ...]
    ambiguities: tuple[AmbiguityTold, ...] = ()
    sensitivity: Sensitivity | None = None


class LawUsed(Model):
    """How the law was chosen: by a named law, by one day for everything, or by the dates of the case; and what was assumed.

    ``dates`` are all those of the case file, ``chosen_by`` those that chose a version (several, where offences differ).
    """

    name: str | None
    title: str | None
    as_at: dt.date | None
    dates: dict[str, dt.date]
    chosen_by: dict[str, tuple[dt.date, ...]]
    assuming: tuple[str, ...]
    stated_as_at: dt.date


class Determination(Model):
    """A determination (support): never a decision. Its JSON form is ``determination.schema.json``.

    ``case_file`` is that from which it was derived, as it was given, ``case_file_hash`` the SHA-256 of its content and ``rule_book``
    that of the rule book's; ``made_by`` the package and its version; ``readings`` which readings derived it; ``addresses``
    where each provision it names can be read;
    ``exits`` what lies beyond the questions that were asked. ``combined`` puts the offences together, and ``afterwards`` is
    what the Act provides after those outcomes.
    """

    model_config = READ_BACK
    kind: Literal["determination (support)"] = "determination (support)"
    case: str
    citation: str | None
    part: Literal["1", "2"]
    territory: str
    territory_name: str
    category: CategoryUsed | None
    taken_from: str | None
    law: LawUsed
    rule_book: str
    made_by: str
    readings: Literal["durable rules and plain reading", "plain reading alone"]
    cautions: tuple[Caution, ...]
    notes: tuple[str, ...]
    addresses: dict[str, str]
    exits: dict[str, str]
    offences: tuple[OffenceDetermination, ...]
    combined: tuple[Combined, ...]
    combined_under: str | None
    afterwards: tuple[Follows, ...]
    case_file: CaseFile

    @computed_field  # type: ignore[prop-decorator]
    @property
    def outcome(self) -> str:
        """The outcome of the whole: that of every offence if they agree, else ``mixed``."""
        outcomes = {offence.outcome.outcome for offence in self.offences}
        return outcomes.pop() if len(outcomes) == 1 else "mixed"

    @computed_field  # type: ignore[prop-decorator]
    @property
    def under(self) -> str | None:
        """The provision on which the whole rests, if every offence rests on the same one."""
        provisions = {offence.outcome.under for offence in self.offences}
        return provisions.pop() if len(provisions) == 1 else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def case_file_hash(self) -> str:
        """The SHA-256 of the content of the case file, by which it is known again."""
        return self.case_file.digest

    @computed_field  # type: ignore[prop-decorator]
    @property
    def versions(self) -> tuple[str, ...]:
        """The id of every version of the law that was applied, each once, in the order in which it was."""
        return tuple(version.id for version, _ in self.versions_applied)

    @property
    def versions_applied(self) -> list[tuple[VersionUsed, str]]:
        """Each version that was applied, with the provision of its question, in the order in which it was."""
        asked = (each for offence in self.offences for each in (*offence.steps, *offence.open_questions, *offence.steps_beyond))
        return list({each.version.id: (each.version, each.provision) for each in asked}.values())

    @property
    def turns_on_commencement(self) -> bool:
        """Whether the version in force would give another outcome than a prospective one that was assumed."""
        return any(offence.in_force for offence in self.offences)
