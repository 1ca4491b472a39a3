"""The reasons for which a row is refused: a cohort counts it, and never guesses its outcome."""

from __future__ import annotations

from typing import Literal, get_args

REFUSAL = Literal[
    "several decisions on the offence",
    "a finding is in dispute",
    "a party asserts an answer, and its authorship decides",
    "the evidence is closed",
    "a length that no number of whole months stands for",
    "the dates contradict one another",
    "an answer contradicts the designation of the territory",
    "an answer contradicts a date of the row",
    "a finding on a question that is asked in another type of case",
    "a cell that the columns do not read",
    "the territory is of another matter on the dates",
    "a date that chooses the law is missing or not precise enough",
]
"""Why ``determine`` would need more than the columns hold, or would refuse the case too."""
UNDATED: REFUSAL = "a date that chooses the law is missing or not precise enough"
"""The reason where the dates of a row leave open which law applies."""
REFUSALS: tuple[REFUSAL, ...] = get_args(REFUSAL)


def refusal_number(reason: REFUSAL) -> int:
    """The number of a reason in a table.

    Args:
        reason: the reason.

    >>> REFUSALS[refusal_number("a finding is in dispute") - 1]
    'a finding is in dispute'
    """
    return REFUSALS.index(reason) + 1
