"""The decision of a court in a decided case: the outcome, the answer at each step, and the later treatment
of each answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from extradition.law import ANSWER, NOT_EMPTY, Model, ProvisionText
from extradition.rule_book.consequences import Sentence

COURT_LEVEL = Literal[
    "Supreme Court",
    "House of Lords",
    "Divisional Court",
    "High Court of Justiciary",
    "High Court",
    "first instance",
]
"""The level of a court, the highest first."""


class DecidedPoint(Model):
    """The decision of a court on one point: the outcome, the provision, the answers to its questions.

    A discharge may name its provision, in ``under``. Without it, the discharge counts as one at the questions
    that were examined.
    """

    outcome: Literal["discharge", "proceed", "order", "adjourn", "send"] | None = None
    to: ProvisionText | None = None
    under: ProvisionText | None = None
    steps: dict[str, ANSWER] = Field(default_factory=dict)
    disagreement: Sentence | None = None

    @model_validator(mode="after")
    def _names_where_it_proceeded(self) -> Self:
        if (self.outcome == "proceed") != (self.to is not None):
            raise ValueError(
                "needs the provision that the case proceeded to, under to:, exactly if the outcome is proceed"
            )
        return self

    @property
    def is_empty(self) -> bool:
        """Whether it has neither an outcome nor a step."""
        return self.outcome is None and not self.steps


class JudgmentPoint(DecidedPoint):
    """One of several points of one judgment. Its hearing starts at the question *taken_from*."""

    taken_from: ProvisionText

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.is_empty:
            raise ValueError("needs the outcome, or at least one of the steps")
        return self


class CourtDecision(DecidedPoint):
    """The decision of a court on one offence in a decided case: one decision, or several ``points``.

    Each point starts at its own question and is compared on its own.
    """

    points: Annotated[tuple[JudgmentPoint, ...], *NOT_EMPTY] | None = None

    @model_validator(mode="after")
    def _is_one_decision_or_several_points(self) -> Self:
        if self.points and not (self.is_empty and (self.under, self.disagreement) == (None, None)):
            raise ValueError("has points, so the outcome and the steps belong in each point")
        if not self.points and self.is_empty:
            raise ValueError("needs the outcome, or at least one of the steps")
        starts = [point.taken_from for point in self.points or ()]
        if len(set(starts)) < len(starts):
            raise ValueError(
                "has two points that start at the same question; write them as one point with the steps of "
                "both"
            )
        return self

    @property
    def each(self) -> tuple[DecidedPoint, ...]:
        """Its points; the decision itself if it has none."""
        return self.points or (self,)


class Treatment(Model):
    """The later treatment of a court's answer to one question, after which the answer is no longer good law.

    *by* is the later authority. An answer is *overruled* or *disapproved* by a judgment in another case, and
    *reversed* on appeal. It is *doubted* if a later judgment leaves its reasoning unsafe; the note then says
    whose reading that is.
    """

    treatment: Literal["overruled", "disapproved", "reversed", "doubted"]
    by: Sentence
    note: Sentence | None = None


class Decided(Model):
    """The public record of a decided case: *court*, *sources*, *confidence* in the record, and our own
    inferences (*inferred*).

    *authority* has the later treatment of each answer that is no longer good law, by the provision of its
    question.
    """

    court: Sentence
    level: COURT_LEVEL
    sources: Annotated[tuple[Sentence, ...], *NOT_EMPTY]
    confidence: Literal["high", "medium", "low"]
    inferred: tuple[Sentence, ...] = ()
    authority: dict[ProvisionText, Treatment] | None = None

    @property
    def treatments(self) -> Mapping[str, Treatment]:
        """The later treatment of each answer that is no longer good law, by the provision of its question."""
        return self.authority or {}
