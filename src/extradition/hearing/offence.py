"""One offence heard: its walks through the matter, under the law of its dates and under other versions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from extradition.case_file import Offence
from extradition.case_file.settling import Known
from extradition.days import last_day
from extradition.determination import OffenceDetermination
from extradition.determination.outcome import Alternative, Candidate, Outcome
from extradition.hearing.ambiguities import ambiguities
from extradition.hearing.applicable_versions import Chosen, choose
from extradition.hearing.cautions import cautions
from extradition.hearing.decisions import schedule
from extradition.hearing.explanation import Explanation
from extradition.hearing.party_cases import Walked, party_cases
from extradition.hearing.path import AskedQuestion
from extradition.hearing.presumption import presumed_reading
from extradition.hearing.reach import after_the_hearing, readable
from extradition.hearing.selecting_dates import is_before_enactment
from extradition.hearing.shared import Shared
from extradition.hearing.stages import stages
from extradition.hearing.unasked import not_asked
from extradition.hearing.unmoved import unmoved_by
from extradition.hearing.walk import Walk
from extradition.hearing.walks import Walks
from extradition.hearing.warrant_reading import unclear
from extradition.hearing.without_effect import on_offence
from extradition.law import HOLDS
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.version import Version
from extradition.source import Fault, Place


# Whole: every walk starts from the same offence, answers and versions; a split would pass them on.
class Heard:
    """One offence of a case file, heard under the versions chosen for it.

    Questions on the person are asked once for all the offences: ``walk`` takes those that another offence
    asked.

    Args:
        shared: the case file with its matter, the law under which the offence is heard, and the values that
            the offences under that law share.
        offence: the offence of the case file.

    Attributes:
        rule_book: the law under which it is heard.
        walked: the walk on the findings as they are; set by ``walk``.
    """

    def __init__(self, shared: Shared, offence: Offence) -> None:
        self.offence = offence
        self.known = shared.known.on(offence)
        self._shared = shared
        self._case_file = shared.case_file
        self._book = self.rule_book = shared.rule_book
        self.part = str(self._case_file.part)
        self.start = self._case_file.taken_from or self._book.starts_at[self.part]
        self.chosen = shared.choices.of_case(self._case_file, offence)
        self._walks = Walks(shared, offence, self.start, self.chosen)

    def walk(self, person: dict[str, AskedQuestion], person_closing: dict[str, AskedQuestion]) -> None:
        """Set ``walked``, the walk on the findings as they are.

        Args:
            person: the questions on the person that were asked already; those asked here are added.
            person_closing: the same for the walk with no more evidence, which is made when it is read.
        """
        self.walked = self._walks.on(self.known, person=person)
        self._person_closing = person_closing

    @cached_property
    def closed(self) -> Walk:
        """The walk with no more evidence; the walk on the findings itself, if nothing is open."""
        return self._walks.closed(self.walked, self.known, self._person_closing)

    @property
    def date_faults(self) -> Mapping[Place, Fault]:
        """A fault for each date of the case file on which a question that was reached has no version, by
        place.
        """
        return self.walked.date_faults

    @cached_property
    def read(self) -> frozenset[str]:
        """The names read in the walk or after it, and those on which an ambiguity of the warrant turns."""
        turned_on = (each.turns_on for each in unclear(self.offence, self._book))
        undated = (
            readable(self._book, self.part, provision, self.offence.case_type)
            for provision in self.walked.path.undated
        )
        later = frozenset[str]().union(
            *undated
        )  # what a question without a date, and those after it, may read
        return later.union(
            (
                ALWAYS_KNOWN,
                *self.walked.names,
                *after_the_hearing(self._book, self.part),
                *turned_on,
            )
        )

    @property
    def used(self) -> Iterator[Chosen]:
        """The version of every question that was asked, limbs included."""
        return (asked.chosen for asked in self.walked.asked)

    @property
    def outcome(self) -> Outcome:
        """The outcome of the offence; without a date, the one outcome of every law that may apply."""
        return self.walked.path.outcome

    @property
    def unattributed(self) -> tuple[str, ...]:
        """The facts asked about on which an answer without an author is in dispute with another one."""
        asked = (name for name in self.walked.names if name in self.known and name in self._book.facts)
        return tuple(name for name in asked if self.known[name].nameless is not None)

    @property
    def unless_shown(self) -> tuple[str, ...]:
        """The open facts of which a step presumes that nothing against its answer is shown."""
        return self.walked.presumed

    @property
    def may_apply(self) -> tuple[Candidate, ...]:
        """The outcome under each law that may apply, where the date that chooses the law is missing."""
        return self.walked.may_apply

    @property
    def turns_on_commencement(self) -> bool:
        """Whether the versions in force would give another outcome than the prospective ones that were
        assumed.
        """
        return bool(self.in_force)

    @cached_property
    def explanation(self) -> Explanation:
        """The explanation of the outcome, which gives the reasons for all questions or for one."""
        return Explanation(self._shared, self.known)

    def determination(self) -> OffenceDetermination:
        """The determination on the offence, with the reasons."""
        walk, explanation = self.walked, self.explanation
        return OffenceDetermination(
            id=self.offence.id,
            title=self.offence.title,
            case_type=self.offence.case_type,
            outcome=self.outcome,
            may_apply=self.may_apply,
            may_apply_in_full=walk.in_full,
            path=tuple(stages(self._book, self.part, walk)),
            reached=tuple(walk.path.reached),
            unless_shown=self.unless_shown,
            if_nothing_more_is_shown=explanation.closing(walk, self.closed),
            prospective=tuple(self._prospective()),
            in_force=self.in_force,
            party_cases=party_cases(self._book, self.part, self.known, (walk, self.closed), self._on_case),
            steps=tuple(explanation.steps(walk)),
            steps_beyond=tuple(explanation.steps_beyond(walk)),
            open_questions=tuple(explanation.open_questions(walk)),
            not_asked=tuple(not_asked(self._book, self.part, walk)),
            cautions=(*cautions(self._book, self.known, walk), *on_offence(self, self._case_file.findings)),
            decisions=tuple(schedule(self, self.known)),
            ambiguities=tuple(
                ambiguities(
                    self._book, self.offence, self.known, self._shared.choices.as_at or self._heard_on
                )
            ),
        )

    def rule_alone(self, asked: AskedQuestion) -> HOLDS:
        """The answer by the rule of the question *asked* alone, whatever the findings on the question say."""
        read = presumed_reading(
            asked.chosen.version, asked.question.proof, asked.answers, self.known, self._shared.read
        )
        return (read[0] if read and asked.reading.answer == "open" else asked.reading).answer

    def outcomes_if(self, name: str, answers: Iterable[str]) -> Iterator[Outcome]:
        """The outcome with no more evidence than one answer to the fact or question *name*, for each of the
        *answers*.
        """
        return self._walks.outcomes_if(self.closed, self.known, name, answers)

    @property
    def _heard_on(self) -> dt.date | None:
        """The day of the hearing, the last on which it may be; None if it is not known."""
        hearing = self._case_file.dates.hearing
        return last_day(hearing) if hearing else None

    def _on_case(self, known: Mapping[str, Known]) -> Walked:
        """The walks on the answers *known* in one case. A question that reads no other answers has its answer
        already.
        """
        different = [
            name for name, each in self.known.items() if name not in known or not known[name].reads_as(each)
        ]
        already = unmoved_by(self.walked.questions, different)
        walk = self._walks.on(known, already=already)
        return walk, self._walks.closed(walk, known, {})

    def _prospective(self) -> Iterator[Alternative]:
        """The different outcomes that prospective versions would give."""
        prospective = self._book.prospective
        for provision, each in ((name, each) for name, each in self.chosen.items() if name in prospective):
            for other in prospective[provision]:
                if not (isinstance(each, Chosen) and other is each.version):
                    yield from self._instead(provision, Chosen(other), prospective=other)

    @cached_property
    def in_force(self) -> tuple[Alternative, ...]:
        """The different outcomes that the versions in force would give, where a prospective one was
        assumed.
        """
        prospective, found = self._book.prospective, list[Alternative]()
        for provision, each in self.chosen.items():
            assumed = each.version if isinstance(each, Chosen) else None
            if assumed is not None and any(assumed is version for version in prospective.get(provision, ())):
                question, as_at = self._book.questions[provision], self._shared.choices.as_at
                dated = choose(provision, question, self._case_file, self.offence, as_at)
                if isinstance(dated, Chosen):
                    found += self._instead(provision, dated, prospective=assumed)
        return tuple(found)

    def _instead(self, provision: str, other: Chosen, prospective: Version) -> Iterator[Alternative]:
        """The outcome with *other* for the version chosen, if it differs. One of the two is *prospective*."""
        if provision not in self.walked.visited and not self._book.questions[provision].is_limb:
            return
        if self.walked.questions.answers_alike(provision, other):
            return
        already = unmoved_by(self.walked.questions, [self._book.questions[provision].name])
        outcome = self._walks.on(self.known, instead={provision: other}, already=already).path.outcome
        if not outcome.same_as(self.walked.path.outcome):
            yield Alternative(
                version=other.version.id,
                provision=provision,
                verified=other.version.verified,
                outcome=outcome,
                out_of_reach=is_before_enactment(self._case_file, self.offence, prospective.in_force),
            )
