"""The questions that a hearing did not ask, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from extradition.determination.steps import NotAsked
from extradition.hearing.applicable_versions import DateMissing
from extradition.hearing.branches import Branches
from extradition.hearing.path import AskedQuestion, PassedBy
from extradition.hearing.spans_of_date import is_hour
from extradition.hearing.walk import Walk
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.source import Fault

_not_asked = lru_cache(maxsize=4096)(NotAsked)
"""A question that was not asked, made once for each reason."""


def not_asked(rule_book: RuleBook, part: str, walk: Walk) -> Iterator[NotAsked]:
    """Every question of a matter that *walk* did not ask, with what made it unnecessary.

    Args:
        rule_book: the law.
        part: the matter.
        walk: a walk through that matter.
    """
    path = walk.path
    asked = {each.provision for each in path.all}
    parents = {limb.provision: each for each in path.all for limb in walk.questions.limbs(each)}
    examined, branches = rule_book.reached_from(walk.start), Branches(walk)
    for provision, question in rule_book.questions_in(part):
        if provision in asked:
            continue
        if provision in parents:
            parent = parents[provision]
            if _makes_no_difference(walk, provision, question, parent):
                yield _not_asked(
                    provision=provision,
                    title=question.title,
                    because="makes no difference",
                    after=parent.provision,
                )
        elif provision in path.passed_by:
            yield _passed_by(walk, question, path.passed_by[provision])
        elif question.is_limb:
            continue
        elif provision in path.undated:
            yield _undated(rule_book, question, path.undated[provision])
        elif provision not in examined:
            yield _not_asked(
                provision=provision, title=question.title, because="not examined", after=walk.start
            )
        else:
            yield _not_asked(provision=provision, title=question.title, **_after(walk, branches, provision))


def _makes_no_difference(walk: Walk, provision: str, limb: Question, parent: AskedQuestion) -> bool:
    """Whether *limb* is open and can no longer change the answer to *parent*."""
    is_open = walk.questions.ask(provision).answer == "open"
    return is_open and (parent.answer != "open" or limb.name not in walk.questions.missing(parent))


def _passed_by(walk: Walk, question: Question, passed: PassedBy) -> NotAsked:
    provision = question.provision
    under = walk.lead(provision, passed.way).under
    if passed.absent is not None:
        return _not_asked(
            provision=provision,
            title=question.title,
            because="not in force",
            day=passed.absent.day,
            under=under,
        )
    why = passed.gate.because if passed.gate else None
    return _not_asked(
        provision=provision, title=question.title, because="not asked in this case", why=why, under=under
    )


def _undated(rule_book: RuleBook, question: Question, fault: Fault) -> NotAsked:
    """The *question* that lacks a date, with the question of the book that asks for the date; or on whose
    date there is no law.
    """
    asked: dict[str, Any] = {"why": fault.message}
    if isinstance(fault, DateMissing):
        asked = {"why": rule_book.asks_for(fault.name), "law_of": fault.of}
        if fault.changed is not None:
            day, hour = fault.changed
            asked |= {"day": day, "hour": hour if is_hour(fault) else None}
    return NotAsked(provision=question.provision, title=question.title, because="date missing", **asked)


def _after(walk: Walk, branches: Branches, provision: str) -> dict[str, Any]:
    """The step of *walk* after which the hearing can no longer reach the question of *provision*."""
    branch, path = branches.branch(provision), walk.path
    if branch is None:
        return {"because": "not reached", "because_open": bool(path.open)}
    passed = path.passed_by.get(branch.at)
    step = next((each for each in path.steps if each.provision == branch.at), None)
    led = walk.lead(branch.at, passed.way) if passed else walk.leads(step) if step else None
    if led is None:
        return {"because": "not reached", "because_open": bool(path.open)}
    gate = walk.questions.book.questions[branch.at].asked_if if branch.by_gate else passed and passed.gate
    return {
        "because": "not reached",
        "after": branch.at,
        "answer": step.answer if step else None,
        "under": led.under,
        "why": gate.because if gate else None,
    }
