"""The questions that were asked once and need not be asked again: their answers are the same."""

from __future__ import annotations

from collections.abc import Iterable

from extradition.hearing.path import AskedQuestion
from extradition.hearing.questions import Questions


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


def _with_limbs(questions: Questions) -> dict[str, AskedQuestion]:
    """Every question that was asked, and every limb of it: the limbs of a question whose answer was known
    before the walk are asked only now.
    """
    every = questions.asked
    waiting = list(every.values())
    while waiting:
        limbs = {limb.provision: limb for limb in questions.limbs(waiting.pop())}
        waiting += [limb for provision, limb in limbs.items() if provision not in every]
        every.update(limbs)
    return every
