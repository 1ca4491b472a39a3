"""The determination: the outcome of a case and its reasons, as an immutable model that is also its JSON
form.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import computed_field

from extradition.case_file import CaseFile, Instrument, Particulars
from extradition.days import Days
from extradition.determination.ambiguity import WarrantAmbiguity
from extradition.determination.caution import Caution
from extradition.determination.decision_listed import DecisionListed
from extradition.determination.dependence import Sensitivity
from extradition.determination.matter_used import MatterUsed, matter_in_words
from extradition.determination.outcome import (
    READ_BACK,
    Alternative,
    Candidate,
    CategoryUsed,
    Closing,
    Combined,
    Follows,
    Outcome,
    PartyCase,
    Stage,
)
from extradition.determination.precedent import QuestionPrecedents
from extradition.determination.reasons import VersionUsed
from extradition.determination.steps import NotAsked, OpenQuestion, Step
from extradition.determination.whole_case import outcome_of, under_of
from extradition.engine.agreement import READINGS_MADE
from extradition.law import LEFT_OUT_IF_NONE, PART, Model
from extradition.rule_book.draft import DraftUsed
from extradition.rule_book.fact import Term
from extradition.rule_book.matter import OneIsEnough


class OffenceDetermination(Model):
    """One offence: its outcome with the provision for it, the steps in order, and every question that is
    still open.

    ``prospective`` lists the outcomes that prospective versions would change it to. ``in_force`` lists those
    that the versions in force would change it to, if a prospective version was assumed. ``party_cases`` are
    the outcomes on the case of each party; there are none if no answer is asserted or disputed.
    ``steps_beyond`` are answers that the case file already has at or after an open question. ``path`` is
    every question of the matter, without limbs, in the order of the hearing. ``reached`` are the questions
    that the hearing certainly reaches.

    ``may_apply`` lists the outcome under each law that may apply, if a date that selects the law is missing.
    If all those outcomes are the same, that is the outcome. ``may_apply_in_full``: whether every combination
    of the missing dates was tried. ``decisions`` is the schedule of the decisions of courts that the case
    file lists. ``unless_shown`` are the open facts of which a step presumes that nothing against its answer
    is shown: the outcome holds unless the evidence shows otherwise. ``ambiguities`` are the points that the
    form of its warrant leaves unclear. ``warrant`` is the id of its warrant, if there are several.
    ``precedents`` are the decided cases on its open questions; None if they were not looked up.
    """

    id: str
    title: str | None
    case_type: str | None
    outcome: Outcome
    decisions: tuple[DecisionListed, ...] = ()
    path: tuple[Stage, ...]
    reached: tuple[str, ...]
    may_apply: tuple[Candidate, ...] = ()
    may_apply_in_full: bool = True
    unless_shown: tuple[str, ...] = ()
    if_nothing_more_is_shown: Closing
    prospective: tuple[Alternative, ...]
    in_force: tuple[Alternative, ...]
    party_cases: tuple[PartyCase, ...]
    steps: tuple[Step, ...]
    steps_beyond: tuple[Step, ...]
    open_questions: tuple[OpenQuestion, ...]
    not_asked: tuple[NotAsked, ...]
    cautions: tuple[Caution, ...]
    ambiguities: tuple[WarrantAmbiguity, ...] = ()
    warrant: str | None = None
    sensitivity: Sensitivity | None = None
    precedents: tuple[QuestionPrecedents, ...] | None = None

    @property
    def answered(self) -> tuple[Step, ...]:
        """Every question with an answer: the steps, then those at or after an open question."""
        return (*self.steps, *self.steps_beyond)

    @property
    def explained(self) -> tuple[Step | OpenQuestion, ...]:
        """Every question that the determination explains: the steps, those open, the steps beyond."""
        return (*self.steps, *self.open_questions, *self.steps_beyond)

    @property
    def date_settles(self) -> bool:
        """Whether the missing dates alone would settle the outcome: under each law that may apply it is
        not open.
        """
        return self.may_apply_in_full and all(each.outcome.kind != "open" for each in self.may_apply)

    @property
    def dates_missing(self) -> tuple[str, ...]:
        """The names of the dates that are missing, each once."""
        return tuple(dict.fromkeys(span.date for each in self.may_apply for span in each.spans))

    @property
    def lacks_an_hour_alone(self) -> bool:
        """Whether only the hour of a date is missing, as each law applies to a part of one day."""
        return all(span.is_part_of_a_day for each in self.may_apply for span in each.spans)

    @property
    def laws_differ(self) -> bool:
        """Whether at least one law that may apply leads to an outcome that is not open, so that each law
        needs a line.
        """
        return any(each.outcome.kind != "open" for each in self.may_apply)

    @property
    def waits_for_a_date(self) -> bool:
        """Whether a missing date can still change the outcome."""
        alike = all(each.outcome.same_as(self.outcome) for each in self.may_apply)
        return bool(self.may_apply) and (self.outcome.kind == "open" or not alike)


class LawUsed(Model):
    """The law that was applied: a named law, the law on one day, or the law on the dates of the case; and the
    assumptions.

    ``dates`` are all the dates of the case file. ``chosen_by`` are the dates that selected a version
    (several, if offences differ).
    """

    name: str | None
    title: str | None
    as_at: dt.date | None
    dates: dict[str, dt.date | Days]
    chosen_by: dict[str, tuple[dt.date | Days, ...]]
    assuming: tuple[str, ...]
    stated_as_at: dt.date


class WarrantUsed(Model):
    """One of several warrants (in Part 2, requests): its dates, the law and the designation on those dates,
    and its outcome.

    ``dates`` are its own dates and the shared ones; ``chosen_by`` are those that selected a version.
    ``taken_from`` is its own start, if it has one. ``outcome`` is ``mixed`` if its offences have different
    outcomes; ``combined`` groups the offences with the same outcome. ``cautions`` are those that do not apply
    to every warrant. ``particulars`` are its own references and dates, which no rule reads.
    """

    id: str
    title: str | None
    dates: dict[str, dt.date | Days]
    chosen_by: dict[str, tuple[dt.date | Days, ...]]
    category: CategoryUsed | None
    taken_from: str | None
    outcome: str
    under: str | None
    combined: tuple[Combined, ...]
    cautions: tuple[Caution, ...]
    particulars: Instrument | None = None


class Determination(Model):
    """A determination (support): never a decision. Its JSON form is ``determination.schema.json``.

    Attributes:
        case: the name of the case.
        reference: the caller's own reference, unchanged.
        citation: the neutral citation of a decided case.
        part: the matter of the case, given or derived from the territory and the dates.
        own_matter: its words, if they are not those of the rule book of this package.
        category: the designation of the territory on the dates of the case; None if it is not known, or if
            several warrants have different ones.
        taken_from: the question at which the hearing started, if that was not the first.
        law: the law that was applied; with several warrants it has the dates of the whole file.
        rule_book: the SHA-256 of the content of the rule book.
        drafts: the draft laws that were added to the rule book, each with its own SHA-256.
        made_by: the package and its version.
        readings: the readings of the rules that derived it.
        cautions: the reasons to check it before use; those on one offence or one warrant stand there.
        addresses: the web address of each provision that it names.
        terms: the words of each fact and question, by its name in this form.
        exits: the provisions beyond the questions that were asked.
        warrants: the warrants, if there are several; each offence then names its own.
        offences: each offence, with its steps and its open questions.
        combined: the offences grouped by outcome.
        combined_under: the provision for different outcomes in one case, if the rule book names one.
        one_is_enough: the outcome for which one of the offences is enough, if the rule book names one.
        afterwards: the steps that the Act provides after those outcomes.
        case_file: the case file that it was derived from, unchanged.

    Examples:
        >>> from extradition import CaseFile, Determination, RuleBook, determine
        >>> case = CaseFile.load("examples/part_1_mixed_offences/case.yaml")
        >>> made = determine(case, RuleBook.load())
        >>> made.outcome, sum(len(each.offences) for each in made.combined) == len(made.offences)
        ('mixed', True)
        >>> Determination.model_validate_json(made.model_dump_json()) == made
        True
    """

    report_name: ClassVar[Literal["determination"]] = "determination"
    """The name of this report, which its templates have too."""

    model_config = READ_BACK
    kind: Literal["determination (support)"] = "determination (support)"
    case: str
    reference: str | None = None
    citation: str | None
    part: PART
    own_matter: Annotated[MatterUsed | None, LEFT_OUT_IF_NONE] = None
    territory: str | None
    territory_name: str | None
    category: CategoryUsed | None
    taken_from: str | None
    law: LawUsed
    rule_book: str
    drafts: tuple[DraftUsed, ...] = ()
    made_by: str
    readings: READINGS_MADE
    cautions: tuple[Caution, ...]
    notes: tuple[str, ...]
    addresses: dict[str, str]
    terms: dict[str, Term]
    exits: dict[str, str]
    warrants: tuple[WarrantUsed, ...] = ()
    offences: tuple[OffenceDetermination, ...]
    combined: tuple[Combined, ...]
    combined_under: str | None
    one_is_enough: Annotated[OneIsEnough | None, LEFT_OUT_IF_NONE] = None
    afterwards: tuple[Follows, ...]
    case_file: CaseFile

    @computed_field  # type: ignore[prop-decorator]
    @property
    def outcome(self) -> str:
        """The outcome of the whole case: that of every offence if they agree, otherwise ``mixed``.

        Where one offence is enough, it is the outcome for which it is enough, or ``open``.
        """
        return outcome_of((offence.outcome for offence in self.offences), self.one_is_enough)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def under(self) -> str | None:
        """The provision for the outcome of the whole case, if it is the same for every offence."""
        return under_of((offence.outcome for offence in self.offences), self.one_is_enough)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def case_file_hash(self) -> str:
        """The SHA-256 of the content of the case file, which identifies it."""
        return self.case_file.digest

    @computed_field  # type: ignore[prop-decorator]
    @property
    def versions(self) -> tuple[str, ...]:
        """The id of every version of the law that was applied, each once, in the order of application."""
        return tuple(version.id for version, _ in self.versions_applied)

    @property
    def matter(self) -> MatterUsed:
        """The matter of the case in words."""
        return matter_in_words(self.part, self.own_matter)

    @property
    def is_under_draft(self) -> bool:
        """Whether the law that was applied is that of a draft, or has a version of one."""
        applied = any(version.verified == "draft" for version, _ in self.versions_applied)
        return applied or self.law.name in {draft.id for draft in self.drafts}

    @property
    def particulars(self) -> Particulars | None:
        """The particulars of the case, which head the report; None if the case file has none."""
        return self.case_file.particulars

    @property
    def versions_applied(self) -> list[tuple[VersionUsed, str]]:
        """Each version that was applied, with the provision of its question, in the order of application."""
        asked = (each for offence in self.offences for each in offence.explained)
        return list({each.version.id: (each.version, each.provision) for each in asked}.values())

    @property
    def turns_on_commencement(self) -> bool:
        """Whether the version in force would give another outcome, if a prospective version was assumed."""
        return any(offence.in_force for offence in self.offences)
