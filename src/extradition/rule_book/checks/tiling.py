"""The check that the versions of a question cover every day once, by each date that chooses among them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from extradition.days import FIRST_DAY
from extradition.law import SELECTOR
from extradition.rule_book.checks.places import Found
from extradition.rule_book.in_force import MIDNIGHT, Moment
from extradition.rule_book.load import Contents
from extradition.rule_book.question import Question
from extradition.source import Fault

_EARLIEST = (FIRST_DAY, MIDNIGHT)


def versions_tile(contents: Contents) -> Found:
    """The versions of a question, oldest first, cover every day once.

    With several dates, exactly one version covers every combination of their days. Only a limb, or a question
    with ``while_not_in_force``, may end.
    """
    for provision, question in contents.questions.items():
        document = contents.documents[provision]
        if not question.dated:
            yield document, Fault(("versions",), "has no version that is in force on any day")
        elif all(len(version.in_force.spans) == 1 for version in question.dated):
            yield from ((document, fault) for fault in _chain(question))
        else:
            yield from ((document, fault) for fault in _product(question))


def _chain(question: Question) -> Iterator[Fault]:
    """The faults of versions by one date: each must begin where the one before it ends."""
    numbered = [
        (question.versions.index(version), version.id, version.in_force.spans[0])
        for version in question.dated
    ]
    for (_, earlier_id, earlier), (i, _, later) in itertools.pairwise(numbered):
        if (earlier.until, earlier.until_hour) != (later.from_, later.from_hour):
            end = earlier.until or "never"
            yield Fault(
                ("versions", i, "in_force", "from"), f"starts on {later.from_}, but {earlier_id} ends {end}"
            )
        if earlier.selected_by != later.selected_by:
            yield Fault(
                ("versions", i, "in_force", "selected_by"),
                f"must be {earlier.selected_by!r}, as for {earlier_id}",
            )
    last, _, span = numbered[-1]
    if span.until is not None and not _may_end(question):
        yield Fault(("versions", last, "in_force", "until"), "leaves the days after it without a version")


def _product(question: Question) -> Iterator[Fault]:
    """A fault for each combination of days, one for each date, on which no version or more than one is in
    force.
    """
    every = [
        (at, [each for each in question.dated if each.in_force.covers(at)])
        for at in combinations(question.selectors, _edges(question))
    ]
    known = {name: [at[name] for at, covering in every if covering] for name in question.selectors}
    for at, covering in every:
        if len(covering) > 1:
            place = ("versions", question.versions.index(covering[1]), "in_force")
            yield Fault(place, f"is in force together with {covering[0].id} {_in_words(at)}")
        elif not covering and not any(_outside(question, moment, known[name]) for name, moment in at.items()):
            yield Fault(("versions",), f"leave a gap: none is in force {_in_words(at)}")


def _edges(question: Question) -> tuple[Moment, ...]:
    """The moments at which some version begins or ends, and a moment before all of them."""
    spans = [span for version in question.dated for span in version.in_force.spans]
    return tuple(
        sorted(
            {_EARLIEST} | {edge for span in spans for edge in (span.begins, span.ends) if edge is not None}
        )
    )


def combinations(
    selectors: Sequence[SELECTOR], moments: Sequence[Moment]
) -> Iterator[Mapping[SELECTOR, Moment]]:
    """Every combination of *moments*, one for each date, in which no date is after the hearing.

    Args:
        selectors: the names of the dates.
        moments: the moments to combine.
    """
    for at in itertools.product(moments, repeat=len(selectors)):
        combination = dict(zip(selectors, at, strict=True))
        if combination.get("hearing date", max(at)) == max(at):
            yield combination


def _outside(question: Question, moment: Moment, known: Sequence[Moment]) -> bool:
    """Whether one date has its *moment* before all those on which the law is *known*; or after them, where
    the question may end.
    """
    return bool(known) and (moment < min(known) or (_may_end(question) and moment > max(known)))


def _may_end(question: Question) -> bool:
    return question.while_not_in_force is not None or question.is_limb


def _in_words(moments: Mapping[SELECTOR, Moment]) -> str:
    """The words for one day of each date, as "by the certificate date from 2024-03-06 and by the hearing
    date on the earliest days".
    """
    return " and ".join(f"by the {selector} {_day(moment)}" for selector, moment in moments.items())


def _day(moment: Moment) -> str:
    day, hour = moment
    if moment == _EARLIEST:
        return "on the earliest days"
    return f"from {day}" if hour == MIDNIGHT else f"from {hour:%H:%M} on {day}"
