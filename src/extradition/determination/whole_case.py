"""The outcome of the whole case, from the outcomes of its offences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from extradition.determination.outcome import KIND_OF_CASE, Outcome
from extradition.rule_book.matter import OneIsEnough


def outcome_of(outcomes: Iterable[Outcome], enough: OneIsEnough | None = None) -> str:
    """The outcome of the whole case, in words: that of every offence if they agree, otherwise ``mixed``.

    Args:
        outcomes: the outcome of each offence.
        enough: the outcome for which one offence is enough; the whole case is ``open`` until one has it.
    """
    words = {each.outcome for each in _that_count(outcomes, enough)}
    return words.pop() if len(words) == 1 else _differing(enough)


def under_of(outcomes: Iterable[Outcome], enough: OneIsEnough | None = None) -> str | None:
    """The provision for the outcome of the whole case, if it is the same for every offence that counts.

    Args:
        outcomes: the outcome of each offence.
        enough: the outcome for which one offence is enough; then the offences that have it count alone.
    """
    provisions = {each.under for each in _that_count(outcomes, enough)}
    return provisions.pop() if len(provisions) == 1 else None


def kind_of_case(outcomes: Iterable[Outcome], enough: OneIsEnough | None = None) -> KIND_OF_CASE:
    """The kind of outcome of the whole case.

    Args:
        outcomes: the outcome of each offence.
        enough: the outcome for which one offence is enough; the whole case is ``open`` until one has it.
    """
    kinds = {each.key: each.kind for each in _that_count(outcomes, enough)}
    return kinds.popitem()[1] if len(kinds) == 1 else _differing(enough)


def _that_count(outcomes: Iterable[Outcome], enough: OneIsEnough | None) -> Sequence[Outcome]:
    """The outcomes for which one offence is enough, if some offence has one; else every outcome."""
    every = tuple(outcomes)
    return [each for each in every if enough is not None and each.kind == enough.for_] or every


def _differing(enough: OneIsEnough | None) -> Literal["mixed", "open"]:
    """The outcome of the whole case where the outcomes that count differ."""
    return "mixed" if enough is None else "open"
