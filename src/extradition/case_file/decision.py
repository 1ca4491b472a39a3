"""The model of one decision of a court on an offence, with the findings about that decision alone."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from extradition.case_file.distinct_ids import check_distinct, placed
from extradition.case_file.finding import Found, Source
from extradition.case_file.warrant import Warrant
from extradition.days import When
from extradition.law import NOT_EMPTY, in_words
from extradition.rule_book.consequences import Sentence

MOST_DECISIONS = 10
"""The most decisions on one offence: each is a limb of one question, and one rule holds few."""
DecisionId = Annotated[
    str,
    *in_words(
        "[a-z][a-z0-9]*(-[a-z0-9]+)*", "must be an id of small letters, digits and hyphens, such as appeal-1"
    ),
    StringConstraints(max_length=20),
]


class Decision(Found):
    """One decision of a court on an offence, in the order in which the decisions were made.

    Attributes:
        kind: its kind, from ``decisions.yaml``.
        date: the day of it, or a span of days that contains it.
        follows: the id of the decision that it reviews or replaces, if more than one could be meant.
        reason: the reason why it is a trial at first instance of its own, if there is another.
        source: where it is written that the decision was made.
        findings: the findings on the facts about this decision. A fact about conduct without a finding here
            has that of the offence.
        warrant: the statements of the warrant's own form about this decision.
    """

    id: DecisionId
    kind: Sentence
    court: Sentence | None = None
    date: When | None = None
    follows: DecisionId | None = None
    reason: Sentence | None = None
    source: Source | None = None
    warrant: Warrant | None = None


def _few(value: Any) -> Any:
    """*value* unchanged, unless it lists too many decisions."""
    if isinstance(value, list | tuple) and len(value) > MOST_DECISIONS:
        raise ValueError(f"has {len(value)} decisions; at most {MOST_DECISIONS} are read")
    return value


def _distinct(value: tuple[Decision, ...]) -> tuple[Decision, ...]:
    check_distinct("decisions", placed(value))
    return value


Decisions = Annotated[tuple[Decision, ...], *NOT_EMPTY, BeforeValidator(_few), AfterValidator(_distinct)]
"""The decisions on one offence, the oldest first, each with its own id."""
