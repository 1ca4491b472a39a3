"""The questions on one offence that are not contested and have no answer, or only a presumed one.

Each has the answer to record, or the reason to leave it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from extradition.case_file import CaseFile
from extradition.case_file.finding import Findings
from extradition.determination.outcome import ONLY_ON
from extradition.hearing.applicable_versions import DateMissing
from extradition.hearing.known import counted_at
from extradition.hearing.offence import Heard
from extradition.hearing.path import AskedQuestion, Unanswered
from extradition.law import ANSWER
from extradition.rule_book.consequences import Consequence, next_question
from extradition.rule_book.question import Question
from extradition.rule_book.unopposed import unopposed_answer
from extradition.source import Fault, Place

WHY_UNCONTESTED = Literal[
    "no unopposed answer",
    "finding recorded",
    "facts recorded",
    "past a question in issue",
    "on another answer only",
    "date missing",
]


class Ruling(NamedTuple):
    """A question on one offence that is not contested: its unopposed *answer*, or the *reason* to leave it
    alone. *asks* asks for the date that chooses its law, if that is missing.
    """

    offence: str
    place: Place
    question: Question
    answer: ANSWER | None
    reason: WHY_UNCONTESTED | None
    facts: tuple[str, ...] = ()
    asks: str | None = None


def owners_of(case_file: CaseFile, at: Place) -> Iterator[tuple[Place, Findings]]:
    """The findings of the case, of the warrant and of the offence at the place *at*, each with its place.

    Args:
        case_file: the case file.
        at: the place of the offence.
    """
    yield (), case_file.findings
    if at[0] == "warrants":
        yield at[:2], case_file.warrants[int(at[1])].findings
    yield at, case_file.every_offence[at].findings


@dataclass(frozen=True)
class UncontestedQuestions:
    """The walk on one offence, followed on the unopposed answer from each open question.

    Attributes:
        case_file: the case file.
        at: the place of the offence.
        heard: the offence, heard.
        contested: the provisions of the questions in issue.
    """

    case_file: CaseFile
    at: Place
    heard: Heard
    contested: frozenset[str]

    def rulings(self) -> Iterator[Ruling]:
        """The questions that are not contested, in the order of the hearing: those without an answer, and
        those with a presumed one.
        """
        book, part, offence = self.heard.rule_book, self.heard.part, self.heard.offence.id
        for provision, question in book.questions_in(part):
            if provision in self.contested:
                continue
            place = counted_at(question.name, self.at, self.heard.offence, book, part)
            if provision in self._presumed:
                yield Ruling(offence, place, question, self._presumed[provision], None)
            elif provision in self._open or provision in self._undated:
                reason = self._reason(provision)
                facts = self._recorded_facts(provision) if reason == "facts recorded" else ()
                fault = self._undated.get(provision) if reason == "date missing" else None
                asks = book.asks_for(fault.name) if isinstance(fault, DateMissing) else None
                yield Ruling(offence, place, question, self._unopposed.get(provision), reason, facts, asks)

    def _reason(self, provision: str) -> WHY_UNCONTESTED | None:
        """The reason to leave the open question of *provision* alone; None if it is to be recorded."""
        if provision not in self._followed:
            return "on another answer only"
        if provision in self._undated:
            return "date missing"
        if self._open[provision].asked.findings:
            return "finding recorded"
        if self._unopposed[provision] is None:
            return "no unopposed answer"
        if self._passes(provision):
            return "past a question in issue"
        return "facts recorded" if self._recorded_facts(provision) else None

    @cached_property
    def _open(self) -> Mapping[str, Unanswered]:
        """The questions of the walk that have no answer."""
        left = self.heard.walked.path.open
        return {each.asked.provision: each for each in left if each.asked.answer == "open"}

    @cached_property
    def _presumed(self) -> Mapping[str, ANSWER]:
        """The unopposed answers that only a presumption gives, on questions of which nothing is recorded."""
        book = self.heard.rule_book
        return {
            asked.provision: asked.answer
            for asked in self.heard.walked.path.steps
            if asked.presumed
            and asked.provision in self._followed
            and asked.answer != "open"
            and asked.answer == unopposed_answer(asked.question, book.questions, book.parties)
            and not asked.findings
            and not self._recorded_of(asked)
        }

    @property
    def _undated(self) -> Mapping[str, Fault]:
        """The questions of the walk for which no version could be chosen, with the fault of their date."""
        return self.heard.walked.path.undated

    @cached_property
    def _unopposed(self) -> Mapping[str, ANSWER | None]:
        """The unopposed answer to each open question."""
        questions = self.heard.rule_book.questions
        return {
            provision: unopposed_answer(questions[provision], questions, self.heard.rule_book.parties)
            for provision in self._open
        }

    @cached_property
    def _ways(self) -> Mapping[str, tuple[tuple[ONLY_ON | None, Consequence], ...]]:
        """The ways on from each question of the walk, each with the answer on which it is taken."""
        path = self.heard.walked.path
        ways: dict[str, tuple[tuple[ONLY_ON | None, Consequence], ...]] = {
            provision: ((None, passed.way),) for provision, passed in path.passed_by.items()
        }
        for asked in (*path.steps, *path.beyond):
            ways[asked.provision] = ((None, asked.question.leads("yes" if asked.answer == "yes" else "no")),)
        return {**ways, **{each.asked.provision: each.ways for each in path.open}}

    @cached_property
    def _followed(self) -> frozenset[str]:
        """The questions that the hearing reaches if each open one has its unopposed answer.

        An open question has any answer if it has no unopposed one, or if that one leads past a question in
        issue.
        """
        taken = dict(self._ways)
        for provision, answer in self._unopposed.items():
            if answer is not None and not self._passes(provision):
                taken[provision] = tuple(way for way in taken[provision] if way[0] in (answer, "not asked"))
        return _reached([self.heard.start], taken)

    def _passes(self, provision: str) -> bool:
        """Whether the unopposed answer to an open question leads past a question in issue that another answer
        reaches.
        """
        ways = self._ways[provision]
        unopposed = [next_question(way) for on, way in ways if on == self._unopposed[provision]]
        others = [next_question(way) for _, way in ways]
        passed = _reached(others, self._ways) - _reached(unopposed, self._ways)
        return any(each in passed for each in self.contested if each in self._open or each in self._undated)

    def _recorded_facts(self, provision: str) -> tuple[str, ...]:
        """The facts of an open question, and of its limbs, that the case file records."""
        return self._recorded_of(self._open[provision].asked)

    def _recorded_of(self, asked: AskedQuestion) -> tuple[str, ...]:
        limbs = self.heard.walked.questions.limbs(asked)
        names = dict.fromkeys(name for each in (asked, *limbs) for name in each.names)
        return tuple(name for name in names if name in self._written)

    @cached_property
    def _written(self) -> frozenset[str]:
        """The facts and questions on the offence and the person with a finding in the case file; the form of
        the warrant is none.
        """
        names = {name for _, findings in owners_of(self.case_file, self.at) for name in findings}
        for decision in self.heard.offence.decisions or ():
            own = self.heard.rule_book.each_decision.facts.get(decision.id, {})
            names |= {own.get(name, name) for name in decision.findings}
        return frozenset(names)


def _reached(
    starts: Iterable[str | None], ways: Mapping[str, tuple[tuple[ONLY_ON | None, Consequence], ...]]
) -> frozenset[str]:
    """The questions to which *ways* lead from *starts*, with the starts themselves."""
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        provision = waiting.pop()
        if provision is not None and provision not in reached:
            reached.add(provision)
            waiting += (next_question(way) for _, way in ways.get(provision, ()))
    return frozenset(reached)
