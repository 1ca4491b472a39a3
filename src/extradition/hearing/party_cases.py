"""An offence on whose case: what is found and agreed only, the requesting authority's case, the requested person's case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from extradition.case_file.settling import BASIS, Includes, Known, settle_for
from extradition.determination.outcome import PartyCase, Stage
from extradition.engine.agreement import once
from extradition.hearing.explanation import Explanation
from extradition.hearing.facts import fact_used, names_asked
from extradition.hearing.walk import Walk
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer

Walked = tuple[Walk, Walk]
"""A walk as things stand, and one as if nothing more were shown."""


@dataclass(frozen=True)
class _Case:
    """What is known in one view, and the walks on it."""

    name: BASIS
    known: dict[str, Known]
    walk: Walk
    closed: Walk


def party_cases(
    rule_book: RuleBook, part: str, known: Mapping[str, Known], main: Walked, walk: Callable[[dict[str, Known]], Walked]
) -> tuple[PartyCase, ...]:
    """The outcome in each view of what is *known*; none where nothing is asserted or disputed, since all would be the same.

    Args:
        main: the walks on everything that is known.
        walk: makes those on what is known in a view; not called where what counts there was walked on already.
    """
    if not any(finding.is_contestable for each in known.values() if each.designation is None for finding in each.findings):
        return ()
    walked = {_counted(rule_book, known): main}

    def case(name: BASIS) -> _Case:
        settled = {fact: each for fact in known if (each := _in_view(known[fact], name, rule_book.includes(fact))) is not None}
        counted = _counted(rule_book, settled)
        if counted not in walked:
            walked[counted] = walk(settled)
        return _Case(name, settled, *walked[counted])

    agreed, *cases = [case(name) for name in get_args(BASIS)]
    if cases[0].walk is cases[1].walk:  # the same findings count in both
        return tuple(_told(each) for each in (agreed, *cases))
    asked = {name for each in cases for name in names_asked(rule_book, each.walk)}
    said = [{name: _said(rule_book, each.known.get(name), name) for name in asked} for each in cases]
    differing = {name for name in asked if said[0][name] != said[1][name]}
    apart = [name for name in once(rule_book, ("order", part), lambda: _in_order_of_hearing(rule_book, part)) if name in differing]
    accounts = [(Explanation(rule_book, part, each.known), each) for each in cases]
    parts_at = _parting(*(explanation.stages(each.walk) for explanation, each in accounts)) or _parting(
        *(explanation.stages(each.closed) for explanation, each in accounts)
    )
    told = [_told(agreed)]
    for each, says in zip(cases, said, strict=True):
        differs = tuple(fact_used(rule_book, part, each.known, name, says[name]) for name in apart)
        told.append(_told(each).model_copy(update={"differs": differs, "parts_at": parts_at}))
    return tuple(told)


def _in_order_of_hearing(rule_book: RuleBook, part: str) -> tuple[str, ...]:
    """Every fact and question of a Part, in the order in which the hearing may come to it."""
    names: dict[str, None] = {}
    for _, question in rule_book.questions_in(part):
        gate = [leaf.fact for leaf in question.asked_if.when.leaves()] if question.asked_if else []
        facts = [fact for version in question.versions for fact in version.facts]
        names.update(dict.fromkeys((*gate, *facts, *question.factor_names, question.name)))
    return tuple(names)


def _told(case: _Case) -> PartyCase:
    return PartyCase(name=case.name, outcome=case.walk.path.outcome, if_nothing_more_is_shown=case.closed.path.outcome)


def _in_view(known: Known, view: BASIS, includes: Includes) -> Known | None:
    """What is known of one fact in that *view*; what the territory settles, or nobody can contest, is the same in all."""
    same = known.designation is not None or not any(finding.is_contestable for finding in known.findings)
    return known if same else settle_for(known.findings, view, includes)


def _said(rule_book: RuleBook, known: Known | None, name: str) -> Answer | Length | None:
    """The answer that *known* gives to the fact or question *name*, if it gives one."""
    if known is None or known.answer is None or (known.is_argument and name not in rule_book.facts):
        return None
    return rule_book.answer(name, known.answer)


def _counted(rule_book: RuleBook, known: Mapping[str, Known]) -> frozenset[tuple[str, Answer | Length | None]]:
    """All of *known* that a walk turns on."""
    return frozenset((name, _said(rule_book, each, name)) for name, each in known.items())


def _parting(one: Iterable[Stage], other: Iterable[Stage]) -> str | None:
    """The first question of the hearing that comes out differently in two walks."""
    return next((mine.provision for mine, theirs in zip(one, other, strict=True) if _came_out(mine) != _came_out(theirs)), None)


def _came_out(stage: Stage) -> tuple[object, ...]:
    """How *stage* came out by itself, whatever came after it."""
    is_open = stage.state in ("open", "judgment", "makes no difference")
    return "open" if is_open else stage.state, stage.answer, stage.leads_to, stage.ways
