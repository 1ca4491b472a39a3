"""The outcome of an offence on found and agreed facts only, and on the case of each party."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extradition.case_file.settling import BASIS, Known, settle_for
from extradition.determination.outcome import PartyCase, Stage
from extradition.hearing.facts import fact_used
from extradition.hearing.stages import stages
from extradition.hearing.walk import Walk
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.parties import Parties

Walked = tuple[Walk, Walk]
"""A walk on the findings as they are, and a walk with no more evidence."""


@dataclass(frozen=True)
class _Case:
    """The known answers on the case *name*, and the walks on them."""

    name: BASIS
    known: dict[str, Known]
    walk: Walk
    closed: Walk


def party_cases(
    rule_book: RuleBook,
    part: str,
    known: Mapping[str, Known],
    main: Walked,
    walk: Callable[[dict[str, Known]], Walked],
) -> tuple[PartyCase, ...]:
    """The outcome on each case; empty where nothing is asserted or disputed, since all would be the same.

    Args:
        rule_book: the law.
        part: the matter.
        known: the known answers of the case file, by fact and question.
        main: the walks on all of them.
        walk: makes the walks on the answers that count on one case. Not called where equal answers, by the
            same authors where that matters, were walked already.
    """
    contested = _contested(known, rule_book.parties)
    if not contested:
        return ()
    same = {name: each for name, each in known.items() if name not in contested}
    agreed_on = _counted(rule_book, part, same)
    walked = {agreed_on | _counted(rule_book, part, contested): main}

    def case(name: BASIS) -> _Case:
        settled = _settled_for(name, known, contested, rule_book)
        contested_here = {fact: settled[fact] for fact in contested if fact in settled}
        counted = agreed_on | _counted(rule_book, part, contested_here)
        if counted not in walked:
            walked[counted] = walk(settled)
        return _Case(name, settled, *walked[counted])

    agreed, *cases = [case(name) for name in rule_book.parties.bases]
    if cases[0].walk is cases[1].walk:  # the same findings count in both
        return tuple(_party_case(each) for each in (agreed, *cases))
    return _party_case(agreed), *_compared(rule_book, part, cases)


def _contested(known: Mapping[str, Known], parties: Parties) -> dict[str, Known]:
    """The answers among *known* that can differ from case to case: a party asserts or disputes them."""
    return {
        name: each
        for name, each in known.items()
        if not each.is_settled and any(finding.is_contestable(parties) for finding in each.findings)
    }


def _settled_for(
    case: BASIS, known: Mapping[str, Known], contested: Mapping[str, Known], rule_book: RuleBook
) -> dict[str, Known]:
    """The *known* answers on one *case*: of those *contested*, only what counts in it."""
    on_case = {
        fact: settle_for(each.findings, case, rule_book.parties, rule_book.includes(fact))
        for fact, each in contested.items()
    }
    on_all = {fact: on_case.get(fact, each) for fact, each in known.items()}
    return {fact: each for fact, each in on_all.items() if each is not None}


def _compared(rule_book: RuleBook, part: str, cases: Sequence[_Case]) -> Iterator[PartyCase]:
    """The cases of the two parties, with the facts on which they differ and the question at which they
    part.
    """
    asked = {name for each in cases for name in each.walk.names}
    answers = [{name: _answer_in(rule_book, each.known.get(name), name) for name in asked} for each in cases]
    differing = {name for name in asked if answers[0][name] != answers[1][name]}
    in_order = [name for name in rule_book.names_read[part] if name in differing]
    parts_at = _parting(*(stages(rule_book, part, each.walk) for each in cases)) or _parting(
        *(stages(rule_book, part, each.closed) for each in cases)
    )
    for each, own in zip(cases, answers, strict=True):
        differs = tuple(fact_used(rule_book, part, each.known, name, own[name]) for name in in_order)
        yield _party_case(each).model_copy(update={"differs": differs, "parts_at": parts_at})


def _party_case(case: _Case) -> PartyCase:
    return PartyCase(
        name=case.name,
        outcome=case.walk.path.outcome,
        unless_shown=case.walk.presumed,
        if_nothing_more_is_shown=case.closed.path.outcome,
    )


def _answer_in(rule_book: RuleBook, known: Known | None, name: str) -> Answer | Length | None:
    """The answer that *known* gives to the fact or question *name*; None if it gives none."""
    if known is None or known.answer is None or (known.is_argument and name not in rule_book.facts):
        return None
    return rule_book.answer(name, known.answer)


def _counted(rule_book: RuleBook, part: str, known: Mapping[str, Known]) -> frozenset[tuple[object, ...]]:
    """The answers among *known* on which a walk turns, and the authors of argument on which a presumption
    depends.
    """
    presuming = once(rule_book, ("presuming", part), lambda: _read_with_presumptions(rule_book, part))
    return frozenset(
        (name, _answer_in(rule_book, each, name), each.argued_by if name in presuming else None)
        for name, each in known.items()
    )


def _read_with_presumptions(rule_book: RuleBook, part: str) -> frozenset[str]:
    """The facts and questions in the conditions of the versions that presume something."""
    return frozenset(
        fact
        for _, question in rule_book.questions_in(part)
        for version in question.versions
        if any(version.presumed.values())
        for fact in version.facts
    )


def _parting(one: Iterable[Stage], other: Iterable[Stage]) -> str | None:
    """The first question of the hearing with a different answer or state in two walks."""
    return next(
        (
            mine.provision
            for mine, theirs in zip(one, other, strict=True)
            if mine is not theirs and _by_itself(mine) != _by_itself(theirs)
        ),
        None,
    )


def _by_itself(stage: Stage) -> tuple[object, ...]:
    """The answer or state of *stage* by itself, whatever follows it."""
    is_open = stage.state in ("open", "judgment", "makes no difference")
    return "open" if is_open else stage.state, stage.answer, stage.leads_to, stage.ways
