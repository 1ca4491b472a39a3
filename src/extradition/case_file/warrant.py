"""The model of a warrant's own form in a case file: its ticks and statements, and later material on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from extradition.days import When, text_of_days
from extradition.law import LEFT_OUT_IF_NONE, PARTY, Model
from extradition.length import LengthWritten, in_one_piece
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.warrant_form import ENTRY, Option, Remarks


class BoxB(Model):
    """Box (b): the number of *decisions* that one entry covers."""

    decisions: Annotated[int, Field(ge=1)]


class BoxC(Model):
    """Box (c): the length of the sentence, as a number of whole months, or as years, months and days in
    words.
    """

    sentence_months: LengthWritten
    _is_in_one_piece = model_validator(mode="before")(in_one_piece)


class LaterMaterial(Model):
    """Later material that contradicts the warrant: the *document*, the place in it (*at*), and the party
    that relies on it (*by*). Without *by*, it is the party whose warrant it is.
    """

    document: Sentence
    at: Sentence | None = None
    by: Annotated[PARTY | None, LEFT_OUT_IF_NONE] = None
    says: Remarks


class BoxD(Model):
    """Box (d): the options *ticked* (none if the list is empty) and the statements made with them.

    The *text* is a note that is never interpreted. ``text_says`` gives its meaning, from the list in the rule
    book. The answer for the place of service is from a list in the rule book too.
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
        repeated = {option for option in value if value.count(option) > 1}
        if repeated:
            raise ValueError(f"{min(repeated)} is ticked twice")
        return value

    @model_validator(mode="after")
    def _has_the_text_of_its_meaning(self) -> Self:
        if self.text_says and self.text is None:
            raise ValueError("text_says gives the meaning of the text, so the text is required as well")
        return self


class Warrant(Model):
    """The recorded parts of a warrant's own form, for one offence."""

    box_b: BoxB | None = None
    box_c: BoxC | None = None
    box_d: BoxD | None = None

    @property
    def stated(self) -> Mapping[ENTRY, str | None]:
        """The statements of the form other than its options, as text; None for each that is not recorded."""
        d = self.box_d
        return {
            "decisions": str(self.box_b.decisions) if self.box_b else None,
            "sentence_months": str(self.box_c.sentence_months) if self.box_c else None,
            "text": d.text if d else None,
            "place_of_service": d.place_of_service if d else None,
            "summoned_on": text_of_days(d.summoned_on) if d and d.summoned_on else None,
            "time_limit_days": str(d.time_limit_days) if d and d.time_limit_days is not None else None,
        }
