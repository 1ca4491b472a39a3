"""One offence heard: its walks through the Part, under the law of its dates and under other versions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from extradition.case_file import CaseFile, Offence
from extradition.determination import OffenceDetermination
from extradition.determination.outcome import Alternative
from extradition.hearing.account import Account
from extradition.hearing.cautions import cautions
from extradition.hearing.path import Put
from extradition.hearing.readers import Reader
from extradition.hearing.walk import Walk
from extradition.rule_book import Choice, Chosen, RuleBook
from extradition.rule_book.choices import choose
from extradition.source import Fault, Place


class Heard:
    """One *offence* of a case file, with the versions chosen for it, *as_at* a day in place of its dates, *assuming* some.

    Its questions on the person are put once for all the offences: ``walk`` takes those that were put already.
    """

    def __init__(
        self, case_file: CaseFile, offence: Offence, rule_book: RuleBook, as_at: dt.date | None, assuming: Iterable[str], read: Reader
    ) -> None:
        self.offence = offence
        self.known = rule_book.known(case_file, offence)
        self._case_file = case_file
        self._book = rule_book
        self._part = str(case_file.part)
        self._start = case_file.taken_from or rule_book.starts_at[self._part]
        self._as_at = as_at
        self._read = read
        self._chosen = rule_book.choose(case_file, offence, as_at, assuming)

    def walk(self, person: dict[str, Put], person_closing: dict[str, Put]) -> None:
        """Walk through the Part, as things stand and as if nothing more were shown."""
        self._walk = self._through(self._chosen, person)
        if self._walk.path.open:
            self._closed = self._through(self._chosen, person_closing, self._walk.unmoved(), closing=True)
        else:
            self._closed = self._walk

    @property
    def wanting(self) -> Mapping[Place, Fault]:
        """The places of the case file that lack a date which chooses the version of a question that was reached."""
        return self._walk.wanting

    @property
    def used(self) -> Iterator[Chosen]:
        """The version of every question that was put, limbs included."""
        for put in self._walk.path.all:
            yield put.chosen
            yield from (limb.chosen for limb in self._walk.limbs(put))

    def determination(self) -> OffenceDetermination:
        """What came out for the offence, and why."""
        walk, account = self._walk, Account(self._book, self._part, self.known)
        return OffenceDetermination(
            id=self.offence.id,
            title=self.offence.title,
            case_type=self.offence.case_type,
            outcome=walk.path.outcome,
            path=tuple(account.stages(walk)),
            reached=tuple(walk.path.reached),
            if_nothing_more_is_shown=account.closing(walk, self._closed),
            prospective=tuple(self._prospective()),
            in_force=tuple(self._in_force()),
            steps=tuple(account.steps(walk)),
            steps_beyond=tuple(account.steps_beyond(walk)),
            open_questions=tuple(account.open_questions(walk)),
            not_asked=tuple(account.not_asked(walk)),
            cautions=tuple(cautions(self._book, self.known, walk)),
        )

    def _through(
        self, chosen: Mapping[str, Choice], person: dict[str, Put], already: Mapping[str, Put] | None = None, *, closing: bool = False
    ) -> Walk:
        return Walk(self._book, self._part, self._start, chosen, self.known, self._read, person=person, already=already, closing=closing)

    def _prospective(self) -> Iterator[Alternative]:
        """The outcomes that versions which are not the law on any day would change this one to."""
        for provision, each in self._chosen.items():
            for other in self._book.questions[provision].versions:
                if other.in_force.is_prospective and not (isinstance(each, Chosen) and other is each.version):
                    yield from self._instead(provision, Chosen(other))

    def _in_force(self) -> Iterator[Alternative]:
        """The outcomes that the versions in force would give, where a prospective one was assumed."""
        for provision, each in self._chosen.items():
            if isinstance(each, Chosen) and each.version.in_force.is_prospective:
                dated = choose(provision, self._book.questions[provision], self._case_file, self.offence, self._as_at)
                if isinstance(dated, Chosen):
                    yield from self._instead(provision, dated)

    def _instead(self, provision: str, other: Chosen) -> Iterator[Alternative]:
        """The outcome with *other* in place of the version chosen, if it is another one."""
        if provision not in self._walk.met and not self._book.questions[provision].is_limb:
            return
        if self._walk.answers_alike(provision, other):
            return
        already = self._walk.unmoved(provision)
        person = {name: put for name, put in already.items() if put.question.decided_for == "person"}
        outcome = self._through({**self._chosen, provision: other}, person, already).path.outcome
        if not outcome.same_as(self._walk.path.outcome):
            yield Alternative(version=other.version.id, provision=provision, verified=other.version.verified, outcome=outcome)
