"""The questions that were asked once and need not be asked again: their answers are the same."""

from __future__ import annotations

from collections.abc import Iterable

from extradition.hearing.path import AskedQuestion
from extradition.hearing.questions import Questions
from extradition.hearing.read_by import read_by, read_by_ways
from extradition.hearing.walk import Walk


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


def leads_as(closed: Walk, other: Questions, names: frozenset[str]) -> bool:
    """Whether a walk by the questions *other* certainly follows every way of *closed*, to the same outcome.

    It does if all questions on the ways have the same answers. A question without its date, and a way, are
    not compared where they read one of *names*.

    Args:
        closed: a walk with no more evidence.
        other: the same questions with no more evidence than another answer to one of *names*.
        names: the facts and questions that count with other answers.
    """
    if not closed.questions.closing or _undated_may_read(closed, names):
        return False
    undated = frozenset(_undated(closed))
    return all(
        other.ask(asked.provision).answer == asked.answer
        for asked in closed.path.all
        if asked.provision not in undated
    )


def may_read(walk: Walk, names: frozenset[str]) -> bool:
    """Whether one of *names* can change an answer on the ways of *walk*, or a way.

    Args:
        walk: a walk with no more evidence.
        names: facts and questions.
    """
    return not walk.questions.closing or not names.isdisjoint(walk.names) or _undated_may_read(walk, names)


def _undated_may_read(walk: Walk, names: frozenset[str]) -> bool:
    """Whether a gate, an order or a question without its date reads one of *names* under some law."""
    book, part = walk.questions.book, walk.questions.part
    read = (read_by_ways(book, part), *(read_by(book, part, each) for each in _undated(walk)))
    return any(not names.isdisjoint(each) for each in read)


def _undated(walk: Walk) -> tuple[str, ...]:
    """The questions on the ways of *walk* without the date that chooses their version."""
    return (*walk.path.undated, *walk.questions.settled)


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
