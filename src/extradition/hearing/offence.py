"""One offence heard: its walks through the Part, under the law of its dates and under other versions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from extradition.case_file import CaseFile, Offence
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.determination import OffenceDetermination
from extradition.determination.outcome import Alternative, Candidate, Outcome
from extradition.engine.agreement import Reader
from extradition.hearing.account import Account
from extradition.hearing.ambiguities import ambiguities
from extradition.hearing.applicable_versions import Choice, Chosen, DateMissing, choose, choose_all
from extradition.hearing.cautions import cautions
from extradition.hearing.facts import names_asked
from extradition.hearing.known import known_of
from extradition.hearing.missing_dates import Dated, candidates
from extradition.hearing.party_cases import Walked, views
from extradition.hearing.path import AskedQuestion
from extradition.hearing.questions import Questions
from extradition.hearing.reach import after_the_hearing
from extradition.hearing.walk import Walk
from extradition.hearing.warrant_reading import unclear
from extradition.hearing.without_effect import on_offence
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.source import Fault, Place


class Heard:
    """One *offence* of a case file, with the versions chosen for it, as if heard on the day *as_at*, *assuming* some.

    Its questions on the person are asked once for all the offences: ``walk`` takes those that were asked already, and leaves
    what it came to in ``walked``.
    """

    def __init__(
        self, case_file: CaseFile, offence: Offence, rule_book: RuleBook, as_at: dt.date | None, assuming: Iterable[str], read: Reader
    ) -> None:
        self.offence = offence
        self.known = known_of(case_file, offence, rule_book)
        self._case_file = case_file
        self._book = rule_book
        self.part = str(case_file.part)
        self.start = case_file.taken_from or rule_book.starts_at[self.part]
        self._as_at = as_at
        self._assuming = tuple(assuming)
        self._read = read
        self.chosen = choose_all(case_file, offence, rule_book, as_at, self._assuming)

    def walk(self, person: dict[str, AskedQuestion], person_closing: dict[str, AskedQuestion]) -> None:
        """Walk through the Part, as things stand and as if nothing more were shown."""
        self.walked, self._closed = self._both(self.known, person, person_closing)

    @property
    def missing_dates(self) -> Mapping[Place, Fault]:
        """The places of the case file that lack a date which chooses the version of a question that was reached."""
        return self.walked.missing_dates

    @cached_property
    def read(self) -> frozenset[str]:
        """The names that the walk read, that come after it, or on which an ambiguity of the form of the warrant turns."""
        turned_on = (each.ambiguity.turns_on for each in unclear(self.offence, self._book))
        return frozenset((ALWAYS_KNOWN, *names_asked(self._book, self.walked), *after_the_hearing(self._book, self.part), *turned_on))

    @property
    def used(self) -> Iterator[Chosen]:
        """The version of every question that was asked, limbs included."""
        return (asked.chosen for asked in self.walked.asked)

    def determination(self) -> OffenceDetermination:
        """What came out for the offence, and why."""
        walk, account = self.walked, Account(self._book, self.part, self.known)
        may_apply = tuple(self._may_apply())
        alike = may_apply and all(each.outcome.same_as(may_apply[0].outcome) for each in may_apply)
        return OffenceDetermination(
            id=self.offence.id,
            title=self.offence.title,
            case_type=self.offence.case_type,
            outcome=may_apply[0].outcome if alike and walk.path.outcome.kind == "open" else walk.path.outcome,
            may_apply=may_apply,
            path=tuple(account.stages(walk)),
            reached=tuple(walk.path.reached),
            if_nothing_more_is_shown=account.closing(walk, self._closed),
            prospective=tuple(self._prospective()),
            in_force=tuple(self._in_force()),
            views=views(self._book, self.part, self.known, (walk, self._closed), lambda known: self._both(known, {}, {})),
            steps=tuple(account.steps(walk)),
            steps_beyond=tuple(account.steps_beyond(walk)),
            open_questions=tuple(account.open_questions(walk)),
            not_asked=tuple(account.not_asked(walk)),
            cautions=(*cautions(self._book, self.known, walk), *on_offence(self, self._book)),
            ambiguities=tuple(ambiguities(self._book, self.offence, self.known, self._as_at or self._case_file.dates.hearing)),
        )

    def outcome_if(self, name: str, answer: str) -> Outcome:
        """The outcome if *answer* is given to the fact or question *name* and nothing more is shown."""
        known = {**self.known, name: Known(answer, (Finding(answer=answer),))}
        return self._walk(self.chosen, known, closing=True).path.outcome

    def _both(self, known: Mapping[str, Known], person: dict[str, AskedQuestion], person_closing: dict[str, AskedQuestion]) -> Walked:
        """The walk on what is *known*, and the one as if nothing more were shown."""
        walk = self._walk(self.chosen, known, person=person)
        if not walk.path.open:
            return walk, walk
        already = walk.questions.unmoved()
        return walk, self._walk(self.chosen, known, person=person_closing, already=already, closing=True)

    def _walk(self, chosen: Mapping[str, Choice], known: Mapping[str, Known], **more: Any) -> Walk:
        return Walk(Questions(self._book, self.part, chosen, known, self._read, **more), self.start)

    def _may_apply(self) -> Iterator[Candidate]:
        """The outcome under each law that may apply, where a date that chooses it is missing."""

        def outcome_of(dated: Dated) -> Outcome:
            chosen = choose_all(*dated, self._book, self._as_at, self._assuming)
            return self._walk(chosen, self.known).path.outcome

        missing = (fault for fault in self.walked.path.undated.values() if isinstance(fault, DateMissing))
        return candidates(self._book, self._case_file, self.offence, missing, outcome_of)

    def _prospective(self) -> Iterator[Alternative]:
        """The outcomes that versions which are not the law on any day would change this one to."""
        for provision, each in self.chosen.items():
            for other in self._book.questions[provision].versions:
                if other.in_force.is_prospective and not (isinstance(each, Chosen) and other is each.version):
                    yield from self._instead(provision, Chosen(other))

    def _in_force(self) -> Iterator[Alternative]:
        """The outcomes that the versions in force would give, where a prospective one was assumed."""
        for provision, each in self.chosen.items():
            if isinstance(each, Chosen) and each.version.in_force.is_prospective:
                dated = choose(provision, self._book.questions[provision], self._case_file, self.offence, self._as_at)
                if isinstance(dated, Chosen):
                    yield from self._instead(provision, dated)

    def _instead(self, provision: str, other: Chosen) -> Iterator[Alternative]:
        """The outcome with *other* in place of the version chosen, if it is another one."""
        if provision not in self.walked.met and not self._book.questions[provision].is_limb:
            return
        if self.walked.questions.answers_alike(provision, other):
            return
        already = self.walked.questions.unmoved(provision)
        person = {name: asked for name, asked in already.items() if asked.question.decided_for == "person"}
        chosen = {**self.chosen, provision: other}
        outcome = self._walk(chosen, self.known, person=person, already=already).path.outcome
        if not outcome.same_as(self.walked.path.outcome):
            yield Alternative(version=other.version.id, provision=provision, verified=other.version.verified, outcome=outcome)
