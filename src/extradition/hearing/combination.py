"""Several offences put together: which come out alike, what has to be looked at again, what follows for the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extradition.determination import OffenceDetermination
from extradition.determination.caution import Caution
from extradition.determination.outcome import Combined, Follows
from extradition.hearing.offence import Heard
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer, Condition


def combine(offences: Sequence[OffenceDetermination]) -> tuple[Combined, ...]:
    """The offences that come out alike, together; the provision is left out where theirs differ."""
    groups: dict[tuple[object, ...], list[OffenceDetermination]] = {}
    for offence in offences:
        groups.setdefault((offence.outcome.kind, offence.outcome.to, offence.outcome.by), []).append(offence)
    told: list[Combined] = []
    for group in groups.values():
        outcome = group[0].outcome
        if len({offence.outcome.under for offence in group}) > 1:
            outcome = outcome.model_copy(update={"under": None})
        if len({offence.outcome.forced_by for offence in group}) > 1:
            outcome = outcome.model_copy(update={"forced_by": ()})
        told.append(Combined(outcome=outcome, offences=tuple(offence.id for offence in group)))
    return tuple(told)


def look_again(rule_book: RuleBook, combined: Sequence[Combined], heard: Sequence[Heard]) -> Iterator[Caution]:
    """What the rule book says must be looked at again because some offences are discharged and others are not."""
    combination = rule_book.combination
    discharged = {name for each in combined if each.outcome.kind == "discharge" for name in each.offences}
    if combination is None or not discharged or len(discharged) == len(heard):
        return
    for each in heard:
        if each.offence.id not in discharged and _holds(rule_book, combination.look_again_if, each):
            yield Caution(kind="look again", said=each.offence.id, why=combination.because)


def afterwards(rule_book: RuleBook, part: str, offences: Sequence[OffenceDetermination], heard: Sequence[Heard]) -> Iterator[Follows]:
    """What the Act provides after the outcomes: appeals, removal, stays; where a condition fails, it is left out."""
    outcomes = [each.outcome for each in offences]
    for sequel in rule_book.sequels:
        after = [each for each in outcomes if each.kind in sequel.after and each.by == sequel.by]
        if sequel.part != part or not any(each.under in (sequel.under or (each.under,)) for each in after):
            continue
        holds = True if sequel.applies_if is None else _holds(rule_book, sequel.applies_if, heard[0])
        if holds is not False:
            yield Follows(
                provision=sequel.provision,
                address=rule_book.address(sequel.provision),
                title=sequel.title,
                says=sequel.says,
                limit=sequel.limit,
                verified=sequel.verified,
                applies="yes" if holds else "open",
            )


def _holds(rule_book: RuleBook, condition: Condition, heard: Heard) -> bool | None:
    answers: dict[str, Answer] = {}
    for leaf in condition.leaves():
        known = heard.known.get(leaf.fact)
        if known is not None and known.answer is not None:
            answers[leaf.fact] = rule_book.answer(leaf.fact, known.answer)
    return condition.holds(answers)
