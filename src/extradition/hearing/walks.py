"""The walks of one offence: on what is known, with no more evidence, with one answer more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extradition.case_file import Offence
from extradition.case_file.settling import Known
from extradition.determination.outcome import Outcome
from extradition.hearing.applicable_versions import Choice
from extradition.hearing.doubted import known_if_found, moved_by
from extradition.hearing.known import known_on_dates
from extradition.hearing.missing_dates import Candidates, Dated, Spans
from extradition.hearing.path import AskedQuestion
from extradition.hearing.questions import Questions
from extradition.hearing.shared import Shared
from extradition.hearing.unmoved import leads_as, may_read, settled, unmoved_by
from extradition.hearing.walk import Walk


class Walks:
    """The walks of one offence through its matter.

    Args:
        shared: the case file with its matter, the law under which the offence is heard, and the values that
            the offences under that law share.
        offence: the offence of the case file.
        start: the provision of the first question.
        chosen: the version of each question, or why there is none.
    """

    def __init__(self, shared: Shared, offence: Offence, start: str, chosen: Mapping[str, Choice]) -> None:
        self._shared = shared
        self._book = shared.rule_book
        self._dated = (shared.case_file, offence)
        self._part = str(shared.case_file.part)
        self._start = start
        self._chosen = chosen
        self._own = frozenset(
            name for name in offence.findings if self._book.about(self._part, name) == "person"
        )

    def on(
        self,
        known: Mapping[str, Known],
        *,
        instead: Mapping[str, Choice] | None = None,
        person: dict[str, AskedQuestion] | None = None,
        already: Mapping[str, AskedQuestion] | None = None,
        closing: bool = False,
    ) -> Walk:
        """The walk on the *known* answers. If a date is missing, it has the outcome under each law that may
        apply.

        Args:
            known: the known answers, by fact and question.
            instead: versions in place of those chosen.
            person: the questions on the person that were asked already; those asked here are added.
            already: questions that have the same answers here; without *person*, those on the person too.
            closing: whether every open fact is taken as not shown.
        """
        other = instead or {}
        more: Any = {"person": _on_person(already or {}) if person is None else person, "already": already}

        def walk_on(dated: Dated, _: Spans) -> Walk:
            chosen = {**self._shared.choices.of(*dated), **other}
            return self._walk(chosen, known_on_dates(known, dated[0], self._book), closing=closing)

        walk = self._walk({**self._chosen, **other}, known, closing=closing, **more)
        if walk.lacks_a_date:
            walk.candidates = by_law = Candidates(self._book, self._dated, walk, walk_on)
            walk.path.outcome = by_law.outcome
        return walk

    def closed(
        self, walk: Walk, known: Mapping[str, Known], person_closing: dict[str, AskedQuestion]
    ) -> Walk:
        """The walk with no more evidence than the *known* answers.

        Args:
            walk: the walk on the known answers.
            known: the known answers, by fact and question.
            person_closing: the questions on the person that were asked already in a walk with no more
                evidence; those asked here are added.

        Returns:
            the *walk* itself, if nothing is open and no date is missing.
        """
        if not (walk.path.open or walk.lacks_a_date):
            return walk
        return self.on(known, person=person_closing, already=settled(walk.questions), closing=True)

    def outcomes_if(
        self, closed: Walk, known: Mapping[str, Known], name: str, answers: Iterable[str]
    ) -> Iterator[Outcome]:
        """The outcome with no more evidence than one answer to *name*, for each of the *answers*.

        Args:
            closed: the walk with no more evidence than the known answers.
            known: the known answers, by fact and question.
            name: the name of a fact or a question.
            answers: answers to it.
        """
        different = moved_by(name, self._book)
        every = (closed, *(closed.candidates.walks.values() if closed.candidates else ()))
        if not any(may_read(each, different) for each in every):
            yield from (closed.path.outcome for _ in answers)
            return
        same = unmoved_by(closed.questions, different) if closed.questions.closing else {}
        same_on: dict[Spans, dict[str, AskedQuestion]] = {}
        for answer in answers:
            more = known_if_found(known, name, answer, self._book.before[self._part], self._book)

            def walk_on(dated: Dated, spans: Spans, more: Mapping[str, Known] = more) -> Walk:
                chosen, on_dates = self._shared.choices.of(*dated), known_on_dates(more, dated[0], self._book)
                before = closed.candidates.walks.get(spans) if closed.candidates else None
                if before is None:
                    return self._walk(chosen, on_dates, closing=True)
                if spans not in same_on:
                    same_on[spans] = unmoved_by(before.questions, different)
                return self._like(before, different, chosen, on_dates, same_on[spans])

            walk = self._like(closed, different, self._chosen, more, same)
            by_law = Candidates(self._book, self._dated, walk, walk_on) if walk.lacks_a_date else walk.path
            yield by_law.outcome

    def _like(
        self,
        before: Walk,
        names: frozenset[str],
        chosen: Mapping[str, Choice],
        known: Mapping[str, Known],
        same: Mapping[str, AskedQuestion],
    ) -> Walk:
        """The walk *before* itself where other answers to *names* certainly change no way.

        Else a walk on the *known* answers, which asks the questions again that are not the *same*.
        """
        more: Any = {"person": _on_person(same), "already": same, "closing": True}
        if leads_as(before, self._questions(chosen, known, **more), names):
            return before
        return self._walk(chosen, known, **more)

    def _walk(self, chosen: Mapping[str, Choice], known: Mapping[str, Known], **more: Any) -> Walk:
        return Walk(self._questions(chosen, known, **more), self._start)

    def _questions(self, chosen: Mapping[str, Choice], known: Mapping[str, Known], **more: Any) -> Questions:
        return Questions(self._book, self._part, chosen, known, self._shared.read, own=self._own, **more)


def _on_person(already: Mapping[str, AskedQuestion]) -> dict[str, AskedQuestion]:
    """The questions decided for the person among those that were asked *already*."""
    return {name: asked for name, asked in already.items() if asked.question.decided_for == "person"}
