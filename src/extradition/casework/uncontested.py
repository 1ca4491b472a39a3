"""The open questions on one offence that are not contested: the answer to record, or the reason to leave
each alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from extradition.case_file import CaseFile
from extradition.case_file.finding import Findings
from extradition.hearing.offence import Heard
from extradition.hearing.path import AskedQuestion
from extradition.law import ANSWER
from extradition.rule_book.consequences import Consequence, next_question
from extradition.rule_book.question import Question
from extradition.rule_book.unopposed import unopposed_answer
from extradition.source import Place

REASON = Literal[
    "no unopposed answer",
    "finding recorded",
    "facts recorded",
    "on another answer only",
    "date missing",
]


class Ruling(NamedTuple):
    """An open question on one offence that is not contested: its unopposed *answer*, or the *reason* to leave
    it alone.
    """

    offence: str
    place: Place
    question: Question
    answer: ANSWER | None
    reason: REASON | None
    facts: tuple[str, ...] = ()


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
        """The open questions that are not contested, in the order of the hearing."""
        path, book, part = self.heard.walked.path, self.heard.rule_book, self.heard.part
        left = {each.asked.provision: each.asked for each in path.open if each.asked.answer == "open"}
        followed = self._followed()
        for provision, question in book.questions_in(part):
            if provision in self.contested or not (provision in left or provision in path.undated):
                continue
            place = self.at[:-2] if book.about(part, question.name) == "person" else self.at
            answer, facts = (
                unopposed_answer(question, book.questions),
                self._recorded_facts(left.get(provision)),
            )
            reason: REASON | None = None
            if provision not in followed:
                reason = "on another answer only"
            elif provision in path.undated:
                reason = "date missing"
            elif left[provision].findings:
                reason = "finding recorded"
            elif answer is None:
                reason = "no unopposed answer"
            elif facts:
                reason = "facts recorded"
            yield Ruling(
                self.heard.offence.id,
                place,
                question,
                answer,
                reason,
                facts if reason == "facts recorded" else (),
            )

    def _followed(self) -> frozenset[str]:
        """The questions that the hearing reaches if each open one has its unopposed answer, or any answer if
        it has none.
        """
        followed: set[str] = set()
        waiting: list[str | None] = [self.heard.start]
        onward = self._onward()
        while waiting:
            provision = waiting.pop()
            if provision is not None and provision not in followed:
                followed.add(provision)
                waiting += map(next_question, onward.get(provision, ()))
        return frozenset(followed)

    def _onward(self) -> dict[str, tuple[Consequence, ...]]:
        """The ways on from each question of the walk."""
        path, questions = self.heard.walked.path, self.heard.rule_book.questions
        onward: dict[str, tuple[Consequence, ...]] = {
            provision: (passed.way,) for provision, passed in path.passed_by.items()
        }
        onward |= {
            asked.provision: (asked.question.leads("yes" if asked.answer == "yes" else "no"),)
            for asked in (*path.steps, *path.beyond)
        }
        for each in path.open:
            unopposed = unopposed_answer(each.asked.question, questions)
            taken = tuple(way for answer, way in each.ways if answer in (unopposed, "not asked"))
            onward[each.asked.provision] = (
                taken if taken and unopposed else tuple(way for _, way in each.ways)
            )
        return onward

    def _recorded_facts(self, asked: AskedQuestion | None) -> tuple[str, ...]:
        """The facts of an open question, and of its limbs, that the case file records."""
        if asked is None:
            return ()
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
