"""The stages of a hearing: every question of a matter in order, with its answer or state, for one walk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extradition.determination.outcome import ONLY_ON, STATE, Outcome, Stage
from extradition.hearing.path import AskedQuestion, Unanswered
from extradition.hearing.walk import Walk
from extradition.law import ANSWER
from extradition.rule_book import RuleBook
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.question import Question

_stage = lru_cache(maxsize=4096)(Stage)
"""A stage, made once for each question and state."""


class _State(NamedTuple):
    """The state of one question: its answer if it has one, and where it leads."""

    state: STATE
    answer: ANSWER | None = None
    leads_to: Outcome | None = None
    ways: tuple[tuple[ONLY_ON, Outcome], ...] = ()


def stages(rule_book: RuleBook, part: str, walk: Walk) -> Iterator[Stage]:
    """Every question of a matter without the limbs, in the order of the hearing, with its state in *walk*.

    Args:
        rule_book: the law.
        part: the matter.
        walk: a walk through that matter.
    """
    path = walk.path
    answered = {asked.provision: asked for asked in (*path.steps, *path.beyond)}
    left = {each.asked.provision: each for each in path.open}
    certain = set(path.reached)
    unreached = once(
        rule_book, ("unreached", part, walk.start), lambda: _unreached(rule_book, part, walk.start)
    )
    for provision, unreached_stage in unreached:
        if provision not in walk.visited:
            yield unreached_stage
            continue
        if provision in answered:
            state = _answered(walk, answered[provision])
        elif provision in left:
            state = _left_open(walk, left[provision])
        else:
            state = _passed(walk, provision)
        yield _stage_of(provision, rule_book.questions[provision], state, certain=provision in certain)


def _unreached(rule_book: RuleBook, part: str, start: str) -> tuple[tuple[str, Stage], ...]:
    """Every question of a matter without the limbs, in order, with its stage where no walk from *start*
    reaches it.
    """
    examined = rule_book.reached_from(start)
    return tuple(
        (
            provision,
            _stage_of(
                provision,
                question,
                _State("not reached" if provision in examined else "not examined"),
                certain=False,
            ),
        )
        for provision, question in rule_book.questions_in(part)
        if not question.is_limb
    )


def _stage_of(provision: str, question: Question, state: _State, *, certain: bool) -> Stage:
    return _stage(
        provision=provision,
        title=question.title,
        decided_by=question.decided_by,
        decided_for=question.decided_for,
        state=state.state,
        answer=state.answer,
        leads_to=state.leads_to,
        ways=state.ways,
        certain=certain,
    )


def _answered(walk: Walk, asked: AskedQuestion) -> _State:
    return _State("answered", "yes" if asked.answer == "yes" else "no", walk.leads(asked))


def _left_open(walk: Walk, left: Unanswered) -> _State:
    """The state of an open question, with the end or the next question to which each of its answers leads."""
    judgment = left.matters and not (walk.questions.missing(left.asked) or left.gate)
    state: STATE = "judgment" if judgment else "open" if left.matters else "makes no difference"
    return _State(
        state, ways=tuple((answer, walk.lead(left.asked.provision, way)) for answer, way in left.ways)
    )


def _passed(walk: Walk, provision: str) -> _State:
    """The state of a question that was reached and not asked."""
    passed = walk.path.passed_by.get(provision)
    if passed is None:
        return _State("date missing")
    return _State("not in force" if passed.absent else "not asked", leads_to=walk.lead(provision, passed.way))
