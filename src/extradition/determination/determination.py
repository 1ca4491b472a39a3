"""What came out, and why: the frozen, typed form of a determination, which is also its JSON form."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import computed_field

from extradition.case_file import CaseFile
from extradition.days import Days
from extradition.determination.ambiguity import WarrantAmbiguity
from extradition.determination.caution import Caution
from extradition.determination.dependence import Sensitivity
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
    outcome_of,
    under_of,
)
from extradition.determination.reasons import VersionUsed
from extradition.determination.steps import NotAsked, OpenQuestion, Step
from extradition.law import Model
from extradition.rule_book.fact import Term


class OffenceDetermination(Model):
    """One offence: its outcome and the provision it rests on, the steps in order, and everything that is still open.

    ``prospective`` gives the outcomes that prospective versions would change it to, ``in_force`` those that the versions in
    force would, where a prospective one was assumed. ``party_cases`` are the outcomes on whose case, none where nothing is asserted
    or disputed. ``steps_beyond`` are answers that exist already at or beyond an open question. ``path`` is every question of
    the Part, limbs left out, in the order of the hearing; ``reached`` those to which the hearing certainly comes.
    ``may_apply`` are the outcomes under each law that may apply where a date that chooses it is missing; if all are alike, that
    is the outcome. ``may_apply_in_full``: whether every combination of the missing dates was tried.
    ``ambiguities`` are what the form of its warrant leaves unclear. ``warrant`` is the id of its warrant,
    where there are several.
    """

    id: str
    title: str | None
    case_type: str
    outcome: Outcome
    path: tuple[Stage, ...]
    reached: tuple[str, ...]
    may_apply: tuple[Candidate, ...] = ()
    may_apply_in_full: bool = True
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

    @property
    def date_settles(self) -> bool:
        """Whether each law that may apply leads to an outcome that is not open, so that the missing dates settle it."""
        return self.may_apply_in_full and all(each.outcome.kind != "open" for each in self.may_apply)

    @property
    def dates_missing(self) -> tuple[str, ...]:
        """The names of the dates that are missing, each once."""
        return tuple(dict.fromkeys(span.date for each in self.may_apply for span in each.spans))

    @property
    def laws_differ(self) -> bool:
        """Whether a law that may apply leads to an outcome that is not open, so that each is worth a line."""
        return any(each.outcome.kind != "open" for each in self.may_apply)

    @property
    def waits_for_a_date(self) -> bool:
        """Whether a date that is missing can still change the outcome."""
        alike = all(each.outcome.same_as(self.outcome) for each in self.may_apply)
        return bool(self.may_apply) and (self.outcome.kind == "open" or not alike)


class LawUsed(Model):
    """How the law was chosen: by a named law, by one day for everything, or by the dates of the case; and what was assumed.

    ``dates`` are all those of the case file, ``chosen_by`` those that chose a version (several, where offences differ).
    """

    name: str | None
    title: str | None
    as_at: dt.date | None
    dates: dict[str, dt.date | Days]
    chosen_by: dict[str, tuple[dt.date | Days, ...]]
    assuming: tuple[str, ...]
    stated_as_at: dt.date


class WarrantUsed(Model):
    """One of several warrants (in Part 2, requests): the dates, the law and the designation on them, and its outcome.

    ``dates`` are its own and those for all the warrants, ``chosen_by`` those that chose a version, ``taken_from`` its own start,
    if it has one. ``outcome`` is ``mixed`` where its offences differ, ``combined`` are those with the same outcome. ``cautions`` are
    those that do not hold for every warrant.
    """

    id: str
    title: str | None
    dates: dict[str, dt.date]
    chosen_by: dict[str, tuple[dt.date, ...]]
    category: CategoryUsed | None
    taken_from: str | None
    outcome: str
    under: str | None
    combined: tuple[Combined, ...]
    cautions: tuple[Caution, ...]


class Determination(Model):
    """A determination (support): never a decision. Its JSON form is ``determination.schema.json``.

    ``case_file`` is that from which it was derived, as it was given, ``case_file_hash`` the SHA-256 of its content and ``rule_book``
    that of the rule book's; ``made_by`` the package and its version; ``readings`` which readings derived it; ``addresses``
    where each provision it names can be read;
    ``terms`` the words of each fact and question, by the name under which this form has it;
    ``exits`` what lies beyond the questions that were asked. ``combined`` puts the offences together, and ``afterwards`` is
    what the Act provides after those outcomes. ``warrants`` are the warrants, where there are several: each offence then names its
    own, ``category`` is None unless all have the same, and ``law`` has the dates of the whole file.
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
    terms: dict[str, Term]
    exits: dict[str, str]
    warrants: tuple[WarrantUsed, ...] = ()
    offences: tuple[OffenceDetermination, ...]
    combined: tuple[Combined, ...]
    combined_under: str | None
    afterwards: tuple[Follows, ...]
    case_file: CaseFile

    @computed_field  # type: ignore[prop-decorator]
    @property
    def outcome(self) -> str:
        """The outcome of the whole: that of every offence if they agree, else ``mixed``."""
        return outcome_of(offence.outcome for offence in self.offences)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def under(self) -> str | None:
        """The provision on which the whole rests, if every offence rests on the same one."""
        return under_of(offence.outcome for offence in self.offences)

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
