"""The shape of ``warrant_form.yaml``: the assertions of the form of a warrant, and the known ambiguities
of the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, StringConstraints, field_validator, model_validator

from extradition.law import NOT_EMPTY, PART, VERIFIED, Model, in_words
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.printed_form import PrintedForm
from extradition.rule_book.version import Authority

ENTRY = Literal["decisions", "sentence_months", "text", "place_of_service", "summoned_on", "time_limit_days"]
"""The entries that a form states in addition to the options it ticks."""
_ID_WORDS = "must be an id of small letters and digits in parts joined by hyphens"
Id = Annotated[str, *in_words("[a-z0-9]+(-[a-z0-9]+)*", _ID_WORDS), StringConstraints(max_length=60)]


def text_of_option(value: Any) -> Any:
    """The text of an option such as 1 or 3.4; any other value unchanged.

    Python and some editors have it as a number.

    >>> text_of_option(3.4), text_of_option(1), text_of_option("2")
    ('3.4', '1', '2')
    """
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else value


Option = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20),
    BeforeValidator(text_of_option, json_schema_input_type=str | float),
]
Options = Annotated[tuple[Option, ...], *NOT_EMPTY]
Remarks = Annotated[tuple[Name, ...], *NOT_EMPTY]


class Statement(Model):
    """An option of the form, or a remark that its text may make.

    *says* is its content in our own words; *asserts* has the answers that it asserts, by fact.
    """

    says: Sentence
    asserts: dict[Name, Name] = Field(default_factory=dict)


class StatedEntry(Model):
    """An entry of the form: its place (*at*), and the fact that it *answers*, if it answers one."""

    at: Sentence
    answers: Name | None = None


class AtLeastDecisions(Model):
    """A test of the form: it covers at least *decisions* decisions under one entry."""

    decisions: Annotated[int, Field(ge=1)]


class When(Model):
    """An indicator of an ambiguity. Every key that is present must hold; of *any*, at least one.

    ``both_ticked`` holds if the form ticks both options of one pair. ``text_says``, ``later_says`` and
    ``says`` hold if the text, later material or either makes one of the remarks. ``missing`` holds if the
    case file has none of the entries, or has them only as not shown. Ticks and missing entries count only
    where the case file records the options of the form.
    """

    all_ticked: Options | None = None
    any_ticked: Options | None = None
    none_ticked: Options | None = None
    both_ticked: Annotated[tuple[tuple[Option, Option], ...], *NOT_EMPTY] | None = None
    text_says: Remarks | None = None
    later_says: Remarks | None = None
    says: Remarks | None = None
    missing: Annotated[tuple[ENTRY, ...], *NOT_EMPTY] | None = None
    at_least: AtLeastDecisions | None = None
    any: Annotated[tuple[When, ...], *NOT_EMPTY] | None = None

    @model_validator(mode="after")
    def _has_a_key(self) -> Self:
        if all(value is None for _, value in self):
            raise ValueError(
                "needs a key: all_ticked, any_ticked, none_ticked, both_ticked, text_says, later_says, "
                "says, missing, at_least or any"
            )
        return self

    @property
    def indicators(self) -> Iterator[When]:
        """Itself and every indicator within it."""
        yield self
        for inner in self.any or ():
            yield from inner.indicators

    @property
    def options(self) -> tuple[str, ...]:
        """The options that its own keys name."""
        pairs = [option for pair in self.both_ticked or () for option in pair]
        return (*(self.all_ticked or ()), *(self.any_ticked or ()), *(self.none_ticked or ()), *pairs)

    @property
    def remarks(self) -> tuple[str, ...]:
        """The remarks that its own keys name."""
        return (*(self.text_says or ()), *(self.later_says or ()), *(self.says or ()))


class Ambiguity(Model):
    """An ambiguity of a form.

    Attributes:
        when: the indicator of the ambiguity.
        unclear: the point that is unclear.
        follows: the consequence, if it differs from that of the other ambiguities.
        turns_on: the fact that it concerns. A finding or an agreement on that fact settles the ambiguity.
        asserts: the answer to that fact, unless the options and remarks of the form assert one already.
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

    Of several ambiguities that assert different answers to one fact, the first in the file asserts its
    answer.

    Attributes:
        case_type: the only type of case for which the authority fills in the options.
        document: the name of the warrant in a source.
        options_at: the box that has the options.
        follows: the consequence of every ambiguity that does not state its own.
        authorities: the authorities for *follows*.
        printed: the words printed on the form, for reading a warrant's own file; None if they are not known.
    """

    title: Sentence
    part: PART
    case_type: Sentence
    document: Sentence
    verified: VERIFIED
    options_at: Sentence
    options: Annotated[dict[Option, Statement], Field(min_length=1)]
    entries: dict[ENTRY, StatedEntry]
    remarks: dict[Name, Statement]
    follows: Sentence
    authorities: Annotated[tuple[Authority, ...], *NOT_EMPTY]
    ambiguities: dict[Id, Ambiguity]
    printed: PrintedForm | None = None

    @field_validator("entries")
    @classmethod
    def _says_where_every_entry_is(cls, value: dict[ENTRY, StatedEntry]) -> dict[ENTRY, StatedEntry]:
        missing = [entry for entry in get_args(ENTRY) if entry not in value]
        if missing:
            raise ValueError(f"has no {', '.join(missing)}")
        return value
