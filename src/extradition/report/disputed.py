"""The disputed facts on which a finding would change the outcome, if nothing more is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extradition.determination import OffenceDetermination


@dataclass(frozen=True)
class OnFinding:
    """The other *outcome*, if nothing more is shown, after a finding of any one of some *answers*.

    Attributes:
        name: The disputed fact.
        outcome: The outcome in words.
        answers: The answers that lead to it; a number of months or years as a span.
    """

    name: str
    outcome: str
    answers: tuple[str, ...]


def on_findings(offence: OffenceDetermination) -> tuple[OnFinding, ...]:
    """What a finding on each disputed fact of *offence* leads to: ends of the hearing first.

    Args:
        offence: The determination on an offence; empty if its sensitivity was not worked out.
    """
    found = tuple(_on_findings(offence))
    return tuple(sorted(found, key=lambda each: each.outcome == "open" or each.outcome.startswith("proceed")))


def _on_findings(offence: OffenceDetermination) -> Iterator[OnFinding]:
    now = offence.if_nothing_more_is_shown.outcome.outcome
    matters = offence.sensitivity.matters if offence.sensitivity else ()
    for matter in (each for each in matters if each.kind == "fact" and each.findings):
        by_outcome: dict[str, list[str]] = {}
        for effect in matter.effects:
            by_outcome.setdefault(effect.outcome, []).append(effect.answer)
        others = ((outcome, answers) for outcome, answers in by_outcome.items() if outcome != now)
        yield from (OnFinding(matter.name, outcome, tuple(answers)) for outcome, answers in others)
