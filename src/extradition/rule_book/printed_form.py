"""The printed words of a warrant's form, by which a reader of its file finds the boxes and entries."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, StringConstraints, field_validator, model_validator

from extradition.law import NOT_EMPTY, VERIFIED, Model, in_words
from extradition.rule_book.consequences import Sentence

BOX = Literal["a", "b", "c", "d", "e", "f", "g", "h", "i"]
"""The letters of the boxes, in the order of the form."""
LABEL = Literal[
    "surname",
    "forenames",
    "date_of_birth",
    "nationality",
    "sentence_months",
    "summoned_on",
    "time_limit_days",
    "text",
    "issuing_authority",
    "reference",
    "issued",
]
"""The entries of a form that are found by a printed label."""
_SMALL = "must be words in small letters, with one space between two words"
Fragment = Annotated[str, *in_words(r"[^A-Z\s]+( [^A-Z\s]+)*", _SMALL), StringConstraints(max_length=120)]
Fragments = Annotated[tuple[Fragment, ...], *NOT_EMPTY]


class PrintedTitle(Model):
    """The *title* of a form to show, and the *words* by which the form is known from others."""

    title: Sentence
    words: Fragments


class PrintedLabel(Model):
    """The printed label of an entry: its *box*, its place there (*at*) and its *words*.

    With *until*, the entry stands inside a printed sentence and ends before these words.
    """

    box: BOX
    at: Sentence | None = None
    words: Fragments
    until: Fragments | None = None


class PrintedForm(Model):
    """Fragments of the printed words of a form, in small letters.

    Attributes:
        forms: the titles of the forms. The first whose words are in the file is the form of the file.
        boxes: the headings of each box.
        without_options: the headings of a box that has no options, on an older form.
        options: the first words of each option.
        between_options: other words of the same box, before which an option ends.
        labels: the label of each entry.
        other_labels: other words printed at the start of a line, by box. An entry ends before them.
        after_a_length: words after the length of a sentence that do not change the length.
    """

    verified: VERIFIED
    forms: Annotated[tuple[PrintedTitle, ...], *NOT_EMPTY]
    boxes: dict[BOX, Fragments]
    without_options: tuple[Fragment, ...] = ()
    options: Annotated[dict[str, Fragments], Field(min_length=1)]
    between_options: Fragments
    labels: dict[LABEL, PrintedLabel]
    other_labels: dict[BOX, Fragments] = Field(default_factory=dict)
    after_a_length: tuple[Fragment, ...] = ()

    @field_validator("boxes")
    @classmethod
    def _has_every_box(cls, value: dict[BOX, Fragments]) -> dict[BOX, Fragments]:
        missing = [box for box in get_args(BOX) if box not in value]
        if missing:
            raise ValueError(f"has no {', '.join(missing)}")
        return value

    @model_validator(mode="after")
    def _has_every_label(self) -> Self:
        missing = [label for label in get_args(LABEL) if label not in self.labels]
        if missing:
            raise ValueError(f"labels: has no {', '.join(missing)}")
        return self
