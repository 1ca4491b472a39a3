"""The shape of a warrant's own form in a case file: what it ticks and states, as noted, and what later material says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from extradition.days import When, text_of_days
from extradition.law import PARTY, Model
from extradition.length import LengthWritten, in_one_piece
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.warrant_form import ENTRY, Option, Remarks


class BoxB(Model):
    """Box (b): how many *decisions* one entry covers."""

    decisions: Annotated[int, Field(ge=1)]


class BoxC(Model):
    """Box (c): the length of the sentence: a number of whole months, or years, months and days in words."""

    sentence_months: LengthWritten
    _is_in_one_piece = model_validator(mode="before")(in_one_piece)


class LaterMaterial(Model):
    """Material later than the warrant that says otherwise: the *document*, *at* which place, *by* whom it is put forward."""

    document: Sentence
    at: Sentence | None = None
    by: PARTY = "requesting authority"
    says: Remarks


class BoxD(Model):
    """Box (d): the options *ticked* (none, if the list is empty) and what is stated with them.

    The *text* is as noted and never interpreted; what it says is told by ``text_says``, from the list in the rule book, as is
    the answer for the place of service.
    """

    ticked: tuple[Option, ...]
    text: Sentence | None = None
    text_says: tuple[Name, ...] = ()
    place_of_service: Name | None = None
    summoned_on: When | None = None
    time_limit_days: Annotated[int, Field(ge=0)] | None = None
    contradicted_by: LaterMaterial | None = None

    @field_validator("ticked")
    @classmethod
    def _ticks_each_once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        again = {option for option in value if value.count(option) > 1}
        if again:
            raise ValueError(f"{min(again)} is ticked twice")
        return value

    @model_validator(mode="after")
    def _has_the_text_that_says_so(self) -> Self:
        if self.text_says and self.text is None:
            raise ValueError("text_says tells what the text says, so the text is required as well")
        return self


class Warrant(Model):
    """A warrant's own form, as far as it is recorded for one offence."""

    box_b: BoxB | None = None
    box_c: BoxC | None = None
    box_d: BoxD | None = None

    @property
    def stated(self) -> Mapping[ENTRY, str | None]:
        """What the form states beside its options, as text; None for what is not recorded."""
        d = self.box_d
        return {
            "decisions": str(self.box_b.decisions) if self.box_b else None,
            "sentence_months": str(self.box_c.sentence_months) if self.box_c else None,
            "text": d.text if d else None,
            "place_of_service": d.place_of_service if d else None,
            "summoned_on": text_of_days(d.summoned_on) if d and d.summoned_on else None,
            "time_limit_days": str(d.time_limit_days) if d and d.time_limit_days is not None else None,
        }
