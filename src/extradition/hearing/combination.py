"""The outcomes of several offences combined: groups by outcome, offences to look at again, later steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extradition.determination.caution import Caution
from extradition.determination.outcome import Combined, Follows, Outcome
from extradition.hearing.offence import Heard
from extradition.rule_book import RuleBook
from extradition.rule_book.book import Sequel
from extradition.rule_book.conditions import Condition


def combine(heard: Sequence[Heard]) -> tuple[Combined, ...]:
    """The offences grouped by outcome.

    A group has only what is the same for all of its offences: no provision, for example, where theirs differ.

    Args:
        heard: the offences of one case, on all its warrants, in the order of the file.
    """
    groups: dict[tuple[object, ...], list[Heard]] = {}
    for each in heard:
        groups.setdefault(each.outcome.key, []).append(each)
    combined: list[Combined] = []
    for group in groups.values():
        outcome = group[0].outcome.model_copy(update=dict(_different(each.outcome for each in group)))
        combined.append(Combined(outcome=outcome, offences=tuple(each.offence.id for each in group)))
    return tuple(combined)


def _different(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, object]]:
    """Each field in which *outcomes* differ, with the value that it has where nothing is known."""
    together = tuple(outcomes)
    for name, field in Outcome.model_fields.items():
        if len({getattr(each, name) for each in together}) > 1:
            yield name, field.default


def look_again(
    rule_book: RuleBook, combined: Sequence[Combined], heard: Sequence[Heard]
) -> Iterator[Caution]:
    """A caution for each offence to look at again, where some offences are discharged and others are not.

    Args:
        rule_book: the law, which says on which condition to look again.
        combined: the offences grouped by outcome.
        heard: the offences.
    """
    combination = rule_book.combination
    discharged = {name for each in combined if each.outcome.kind == "discharge" for name in each.offences}
    if combination is None or not discharged or len(discharged) == len(heard):
        return
    for each in heard:
        if each.offence.id not in discharged and _holds(combination.look_again_if, each):
            yield Caution(kind="look again", said=each.offence.id, why=combination.because)


def afterwards(rule_book: RuleBook, part: str, heard: Sequence[Heard]) -> Iterator[Follows]:
    """The steps that the Act provides after the outcomes: appeals, removal, stays.

    A step whose condition fails is left out; with an open condition it applies as ``open``.

    Args:
        rule_book: the law, with the steps after the hearing.
        part: the matter of the case.
        heard: its offences; those with an outcome of the step answer its condition, if it has one.
    """
    for sequel in rule_book.sequels:
        after = [each for each in heard if sequel.part == part and _comes_after(sequel, each.outcome)]
        condition = sequel.applies_if
        holds = {True if condition is None else _holds(condition, each) for each in after}
        if holds - {False}:
            yield Follows(
                provision=sequel.provision,
                address=rule_book.address(sequel.provision),
                title=sequel.title,
                says=sequel.says,
                limit=sequel.limit,
                verified=sequel.verified,
                applies="yes" if True in holds else "open",
            )


def _comes_after(sequel: Sequel, outcome: Outcome) -> bool:
    """Whether the step *sequel* follows *outcome*."""
    on_provision = outcome.under in (sequel.under or (outcome.under,))
    return outcome.kind in sequel.after and outcome.by == sequel.by and on_provision


def _holds(condition: Condition, heard: Heard) -> bool | None:
    """Whether *condition* holds for the offence *heard*; None while an open fact leaves that undecided."""
    return condition.holds(heard.walked.questions.facts_in(condition))
