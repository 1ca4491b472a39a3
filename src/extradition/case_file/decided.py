"""The public record of a decided case, and the court's decision on each of its offences."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from extradition.law import NOT_EMPTY, Model, ProvisionText
from extradition.rule_book.consequences import Sentence


class CourtDecision(Model):
    """The decision of a court on one offence in a decided case: the outcome, the provision, the answers to its questions.

    A discharge may name its provision, in ``under``. Without it, the discharge counts as one at the questions that were examined.
    """

    outcome: Literal["discharge", "proceed", "order", "adjourn", "send"] | None = None
    to: Sentence | None = None
    under: ProvisionText | None = None
    steps: dict[str, Literal["yes", "no"]] = Field(default_factory=dict)
    disagreement: Sentence | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.outcome is None and not self.steps:
            raise ValueError("needs the outcome, or at least one of the steps")
        if (self.outcome == "proceed") != (self.to is not None):
            raise ValueError("needs the provision that the case proceeded to, under to:, exactly if the outcome is proceed")
        return self


class Decided(Model):
    """The public record of a decided case: *court*, *sources*, *confidence* in the record, and our own inferences (*inferred*)."""

    court: Sentence
    level: Literal["Supreme Court", "House of Lords", "Divisional Court", "High Court", "High Court of Justiciary", "first instance"]
    sources: Annotated[tuple[Sentence, ...], *NOT_EMPTY]
    confidence: Literal["high", "medium", "low"]
    inferred: tuple[Sentence, ...] = ()
