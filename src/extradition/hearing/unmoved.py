"""The questions that were asked once and need not be asked again: their answers are the same."""

from __future__ import annotations

from collections.abc import Iterable

from extradition.hearing.path import AskedQuestion
from extradition.hearing.questions import Questions
from extradition.hearing.walk import Walk
from extradition.rule_book import RuleBook
from extradition.rule_book.kept_for_book import once


def settled(questions: Questions) -> dict[str, AskedQuestion]:
    """The questions on the offence whose answers more evidence cannot change, by provision.

    Args:
        questions: the questions, as they were asked in a walk.
    """
    return {
        provision: asked
        for provision, asked in questions.asked.items()
        if asked.settled != "open" and asked.question.decided_for == "offence"
    }


def unmoved_by(questions: Questions, names: Iterable[str]) -> dict[str, AskedQuestion]:
    """The questions whose answers do not change with *names*, by provision: all but those of that name and
    those that build on one of them.

    Args:
        questions: the questions, as they were asked in a walk.
        names: facts and questions that get another answer, another author or another version.
    """
    every, waiting = _with_limbs(questions), list(names)
    moved = {provision for provision, asked in every.items() if asked.question.name in waiting}
    while waiting:
        name = waiting.pop()
        builds = [
            (provision, asked)
            for provision, asked in every.items()
            if provision not in moved and name in asked.names
        ]
        moved |= {provision for provision, _ in builds}
        waiting += [asked.question.name for _, asked in builds]
    return {provision: asked for provision, asked in every.items() if provision not in moved}


def leads_as(closed: Walk, other: Questions, name: str) -> bool:
    """Whether a walk by the questions *other* certainly follows every way of *closed*, to the same outcome.

    It does if all questions on the ways have the same answers. A version that no date chose, and a way that
    reads *name* itself, are not compared.

    Args:
        closed: a walk with no more evidence.
        other: the same questions with no more evidence than an answer to *name*.
        name: the fact or question that has another answer.
    """
    questions = closed.questions
    if not questions.closing or not questions.all_dated or closed.path.undated:
        return False
    if name in _read_by_ways(questions.book, questions.part):
        return False
    return all(other.ask(asked.provision).answer == asked.answer for asked in closed.path.all)


def _read_by_ways(rule_book: RuleBook, part: str) -> frozenset[str]:
    """The facts that the gates and the orders of a matter read."""

    def made() -> frozenset[str]:
        questions = [question for _, question in rule_book.questions_in(part)]
        return frozenset(name for each in questions for name in (*each.gate_facts, *each.order_facts))

    return once(rule_book, ("read by ways", part), made)


def _with_limbs(questions: Questions) -> dict[str, AskedQuestion]:
    """Every question that was asked, and every limb of it.

    The limbs of a question whose answer was known before the walk are asked only now.
    """
    every = questions.asked
    waiting = list(every.values())
    while waiting:
        limbs = {limb.provision: limb for limb in questions.limbs(waiting.pop())}
        waiting += [limb for provision, limb in limbs.items() if provision not in every]
        every.update(limbs)
    return every
