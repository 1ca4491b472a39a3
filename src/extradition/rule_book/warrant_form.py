"""The shape of ``warrant_form.yaml``: what a warrant's own form asserts, and the ways in which it is known to be ambiguous."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, StringConstraints, field_validator, model_validator

from extradition.law import NOT_EMPTY, PART, VERIFIED, Model, written
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.version import Authority

ENTRY = Literal["decisions", "sentence_months", "text", "place_of_service", "summoned_on", "time_limit_days"]
"""What a form states beside the options it ticks."""
_ID_WORDS = "must be an id of small letters and digits in parts joined by hyphens"
Id = Annotated[str, *written("[a-z0-9]+(-[a-z0-9]+)*", _ID_WORDS), StringConstraints(max_length=60)]


def text_of_option(value: Any) -> Any:
    """An option such as 1 or 3.4 as text: for values made in Python, and for editors to which it is a number."""
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else value


Option = Annotated[str, StringConstraints(min_length=1, max_length=20), BeforeValidator(text_of_option, json_schema_input_type=str | float)]
Options = Annotated[tuple[Option, ...], *NOT_EMPTY]
Remarks = Annotated[tuple[Name, ...], *NOT_EMPTY]


class Statement(Model):
    """An option of the form, or a remark that its text may make: what it *says*, in our own words, and the answers that it *asserts*."""

    says: Sentence
    asserts: dict[Name, Name] = Field(default_factory=dict)


class Entry(Model):
    """Another thing that the form states: *at* which place in it, and the fact whose answer it is, if it is one."""

    at: Sentence
    answers: Name | None = None


class AtLeast(Model):
    """The form covers so many *decisions* or more under one entry."""

    decisions: Annotated[int, Field(ge=1)]


class When(Model):
    """A sign of an ambiguity. Every key that is given must hold; of *any*, at least one.

    ``both_ticked`` holds if both options of one pair are ticked; ``text_says``, ``later_says`` and ``says`` if the text, later
    material or either makes one of the remarks; ``missing`` if none of the entries is given, or only as what is not shown.
    What is ticked and what is missing counts only where the form's options are recorded.
    """

    all_ticked: Options | None = None
    any_ticked: Options | None = None
    none_ticked: Options | None = None
    both_ticked: Annotated[tuple[tuple[Option, Option], ...], *NOT_EMPTY] | None = None
    text_says: Remarks | None = None
    later_says: Remarks | None = None
    says: Remarks | None = None
    missing: Annotated[tuple[ENTRY, ...], *NOT_EMPTY] | None = None
    at_least: AtLeast | None = None
    any: Annotated[tuple[When, ...], *NOT_EMPTY] | None = None

    @model_validator(mode="after")
    def _has_a_key(self) -> Self:
        if all(value is None for _, value in self):
            raise ValueError("needs a key: all_ticked, any_ticked, none_ticked, both_ticked, text_says, later_says, says, missing, at_least or any")
        return self

    @property
    def indicators(self) -> Iterator[When]:
        """Itself and every sign within it."""
        yield self
        for inner in self.any or ():
            yield from inner.indicators

    @property
    def options(self) -> tuple[str, ...]:
        """The options that it names itself."""
        pairs = [option for pair in self.both_ticked or () for option in pair]
        return (*(self.all_ticked or ()), *(self.any_ticked or ()), *(self.none_ticked or ()), *pairs)

    @property
    def remarks(self) -> tuple[str, ...]:
        """The remarks that it names itself."""
        return (*(self.text_says or ()), *(self.later_says or ()), *(self.says or ()))


class Ambiguity(Model):
    """A way in which a form is ambiguous: its sign, what is *unclear*, what *follows* (if something else than of the rest).

    It *turns_on* a fact; it *asserts* an answer to that, unless what is ticked and said does so already. A finding or an
    agreement on that fact settles it.
    """

    when: When
    unclear: Sentence
    follows: Sentence | None = None
    turns_on: Name
    asserts: Name | None = None
    verified: VERIFIED
    authorities: tuple[Authority, ...] = ()


class WarrantForm(Model):
    """``warrant_form.yaml``: the form of a warrant under one Part of the Act.

    Its options are filled in only for a *case_type*; ``options_at`` is the box that has them, ``document`` how a source names the
    warrant, ``follows`` what follows from every ambiguity that does not say otherwise, on what *authorities*.
    Of several ambiguities that assert different answers to one fact, the first in the file asserts its answer.
    """

    title: Sentence
    part: PART
    case_type: Sentence
    document: Sentence
    verified: VERIFIED
    options_at: Sentence
    options: Annotated[dict[Option, Statement], Field(min_length=1)]
    entries: dict[ENTRY, Entry]
    remarks: dict[Name, Statement]
    follows: Sentence
    authorities: Annotated[tuple[Authority, ...], *NOT_EMPTY]
    ambiguities: dict[Id, Ambiguity]

    @field_validator("entries")
    @classmethod
    def _says_where_every_entry_is(cls, value: dict[ENTRY, Entry]) -> dict[ENTRY, Entry]:
        missing = [entry for entry in get_args(ENTRY) if entry not in value]
        if missing:
            raise ValueError(f"has no {', '.join(missing)}")
        return value
