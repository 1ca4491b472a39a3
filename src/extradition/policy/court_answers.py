"""The single answers of courts against ours: derived, fed in, open or wrong, for each question and for
groups of questions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from extradition.case_file import Offence
from extradition.hearing.offence import Heard
from extradition.hearing.walk import PlacedQuestion
from extradition.law import ANSWER, HOLDS, Model
from extradition.precedents import built_on
from extradition.rule_book import RuleBook

MARK = Literal["derived", "fed in", "open", "wrong"]
"""The mark of our answer. *Derived*: the court's answer, by the conditions, whether or not a finding on the
question gives it too. *Fed in*: the court's answer, by a finding on the question alone."""


class StepAnswer(Model):
    """The court's answer at one step against ours, which is open where our hearing does not reach the
    question.

    ``has_primary_fact``: whether the public record states a fact from which the answer could be derived.
    """

    offence: str
    provision: str
    court: ANSWER
    ours: HOLDS
    mark: MARK
    has_primary_fact: bool


class AnswerTally(Model):
    """Counts of single answers by their marks, which add up to ``total``.

    The last two counts are of answers for which the public record states no primary fact. They are not in the
    first three.
    """

    derived: int
    fed_in: int
    open: int
    wrong: int
    fed_in_without_primary_fact: int
    open_without_primary_fact: int
    total: int

    @property
    def without_primary_fact(self) -> int:
        """The answers for which the public record states no primary fact."""
        return self.fed_in_without_primary_fact + self.open_without_primary_fact


def step_answers(offence: Offence, ours: Heard, rule_book: RuleBook) -> list[StepAnswer]:
    """The court's answers on *offence* against *ours*.

    After a wrong answer, a question that ours does not reach is wrong too.

    Args:
        offence: the offence, with the decision of the court.
        ours: the offence as heard here.
        rule_book: the law, with the facts that each question asks for.
    """
    answers = our_answers(ours)
    derived = {step.asked.provision for step in ours.walked.steps if is_derived(step)}
    alone = {step.asked.provision: ours.rule_alone(step.asked) for step in ours.walked.steps}
    found: list[StepAnswer] = []
    for provision, court in (offence.decided.steps if offence.decided else {}).items():
        our, has_fact = answers.get(provision, "open"), _states_a_fact(ours, provision, rule_book)
        by_rule = alone.get(provision, "open") if has_fact or provision in derived else "open"
        parted = any(each.mark == "wrong" for each in found)
        found.append(
            StepAnswer(
                offence=offence.id,
                provision=provision,
                court=court,
                ours=our,
                mark=_mark(court, our, by_rule, parted=parted),
                has_primary_fact=has_fact,
            )
        )
    return found


def our_answers(ours: Heard) -> dict[str, HOLDS]:
    """Our answer to each question that was asked.

    Args:
        ours: the offence as heard here.
    """
    walk = ours.walked
    return {placed.asked.provision: placed.asked.answer for placed in (*walk.open_questions, *walk.steps)}


def is_derived(step: PlacedQuestion) -> bool:
    """Whether the conditions give the answer at *step*, and not a finding on the question itself.

    Args:
        step: an answered question of a walk.
    """
    return step.asked.found is None


def answer_tally(answers: Iterable[StepAnswer]) -> AnswerTally:
    """The counts of *answers* by their marks.

    Args:
        answers: answers of courts, each compared with ours.
    """
    every = list(answers)

    def count(mark: MARK, *, has_fact: bool) -> int:
        return sum(each.mark == mark and each.has_primary_fact == has_fact for each in every)

    return AnswerTally(
        derived=sum(each.mark == "derived" for each in every),
        fed_in=count("fed in", has_fact=True),
        open=count("open", has_fact=True),
        wrong=sum(each.mark == "wrong" for each in every),
        fed_in_without_primary_fact=count("fed in", has_fact=False),
        open_without_primary_fact=count("open", has_fact=False),
        total=len(every),
    )


def by_question(answers: Iterable[StepAnswer]) -> dict[str, AnswerTally]:
    """The counts for each question, by its provision.

    Args:
        answers: answers of courts, each compared with ours.
    """
    every = list(answers)
    return {
        name: answer_tally(each for each in every if each.provision == name)
        for name in sorted({each.provision for each in every})
    }


def by_group(answers: Iterable[StepAnswer], rule_book: RuleBook) -> dict[str, AnswerTally]:
    """The counts for each group of questions that the rule book reports together, by the title of the
    group.

    Args:
        answers: answers of courts, each compared with ours.
        rule_book: the law, with the groups.
    """
    every = list(answers)
    names = {provision: question.name for provision, question in rule_book.questions.items()}
    return {
        group.title: answer_tally(each for each in every if names[each.provision] in group.questions)
        for group in rule_book.reported_together
    }


def _mark(court: ANSWER, our: HOLDS, by_rule: HOLDS, *, parted: bool) -> MARK:
    """The mark of *our* answer, given the answer *by_rule* alone: a finding never hides a wrong rule."""
    if our == court:
        return "fed in" if by_rule == "open" else "derived" if by_rule == court else "wrong"
    return "open" if our == "open" and not parted else "wrong"


def _states_a_fact(ours: Heard, provision: str, rule_book: RuleBook) -> bool:
    """Whether the record states a fact that the question of *provision* builds on.

    An assumption of its author is no such fact.
    """
    question = rule_book.questions[provision]
    version = ours.walked.questions.version(provision) or question.last
    names = [
        name
        for name, limb in built_on(rule_book, question, version).items()
        if limb is None and name in ours.known
    ]
    return any(
        not finding.is_assumption(rule_book.parties)
        for name in names
        for finding in ours.known[name].findings
    )
