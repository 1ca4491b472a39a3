"""The shapes of the files other than questions: the book, its laws, the territories, the steps after the
hearing.
"""

from __future__ import annotations

import datetime as dt
import itertools
from functools import cached_property
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator

from extradition.days import CaseDay
from extradition.law import (
    LEFT_OUT_IF_NONE,
    MATTER_KEYS,
    NOT_EMPTY,
    PART,
    VERIFIED,
    Day,
    Model,
    ProvisionText,
    in_words,
    with_either_key,
)
from extradition.rule_book.book_date import CONDUCT_DATE, HEARING, BookDate, name_of_date
from extradition.rule_book.conditions import Condition, Name
from extradition.rule_book.consequences import DECIDER, Limit, Sentence
from extradition.rule_book.matter import CATEGORY, EVERY_MATTER, NO_CATEGORY, BookMatter
from extradition.rule_book.parties import Parties

_ID_WORDS = "must be an id: letters and digits in parts joined by hyphens"
VersionId = Annotated[
    str, *in_words(r"[a-z0-9]+[A-Za-z0-9]*(-[A-Za-z0-9]+)*", _ID_WORDS), StringConstraints(max_length=60)
]
T = TypeVar("T")


class NamedLaw(Model):
    """A law to compare with others: the rule book on the day *as_at*, *assuming* some versions.

    The *short_title* names it at the head of a column and in a sentence; without it, the title does.
    """

    title: Sentence
    short_title: Annotated[Sentence | None, LEFT_OUT_IF_NONE] = None
    as_at: CaseDay
    assuming: tuple[VersionId, ...] = ()
    summary: Sentence


class Era(Model):
    """A span of hearing dates; the report counts the cases decided in it together."""

    name: Sentence
    from_: Day = Field(alias="from")


class Laws(Model):
    """``laws.yaml``: the named laws, those that a page compares *side by side*, and the eras of decided
    cases.
    """

    laws: dict[
        Annotated[str, *in_words("[a-z0-9-]+", "must be a name of small letters, digits and hyphens")],
        NamedLaw,
    ]
    side_by_side: Annotated[tuple[str, ...], *NOT_EMPTY]
    eras: Annotated[tuple[Era, ...], *NOT_EMPTY]

    @model_validator(mode="after")
    def _compares_different_laws(self) -> Self:
        wrong = next((name for name in self.side_by_side if name not in self.laws), None)
        if wrong is not None:
            raise ValueError(f"side_by_side names {wrong}, which is not among the laws")
        if len(set(self.side_by_side)) < max(2, len(self.side_by_side)):
            raise ValueError("side_by_side needs two or more different laws")
        return self


class Designation(Model, Generic[T]):
    """The status that an instrument gives a territory.

    It applies from the day *from* to the day before *until*. Without *from*, its first day is not known.
    """

    is_: T = Field(alias="is")
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    by: Sentence
    verified: VERIFIED

    def covers(self, day: dt.date) -> bool:
        """Whether the designation applies on *day*."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day < self.until)


DESIGNATED_AS = Literal[
    "article_3", "article_4", "list_limb", "schedule_a1", "own_nationals", "named_category"
]
"""The names under which a fact takes its answer from the territory."""
OfCategory = Designation[CATEGORY]  # made at the level of the module, so that pickle finds its class
OfAnswer = Designation[Name]


class Territory(Model):
    """A territory that may send a warrant or a request, with its designations over time.

    The rule book does not know the status of the territory on a day in no span. ``also`` lists its other
    names and codes; a message that refuses one of them names the right code.
    """

    name: Sentence
    category: tuple[OfCategory, ...] = ()
    article_3: tuple[OfAnswer, ...] = ()
    article_4: tuple[OfAnswer, ...] = ()
    list_limb: tuple[OfAnswer, ...] = ()
    schedule_a1: tuple[OfAnswer, ...] = ()
    own_nationals: tuple[OfAnswer, ...] = ()
    note: Sentence | None = None
    also: tuple[Sentence, ...] = ()

    @field_validator("category", "article_3", "article_4", "list_limb", "schedule_a1", "own_nationals")
    @classmethod
    def _has_one_status_a_day(cls, value: tuple[Designation[str], ...]) -> tuple[Designation[str], ...]:
        for earlier, later in itertools.pairwise(value):
            if earlier.until is None or later.from_ is None or later.from_ < earlier.until:
                raise ValueError("must have its spans oldest first, none of them overlapping")
        return value

    @cached_property
    def named_category(self) -> tuple[OfAnswer, ...]:
        """Its categories over time as answers to a fact: the word category and its number, or none."""
        return tuple(
            OfAnswer.model_construct(
                **{**dict(span), "is_": span.is_ if span.is_ == NO_CATEGORY else f"category_{span.is_}"}
            )
            for span in self.category
        )


AFTER = Literal[
    "order", "discharge", "send", "adjourn", "may", "may_not", "must", "need_not", "done", "refer"
]
"""The kinds of outcome that a step can follow."""


class Sequel(Model):
    """A step that the Act provides *after* an outcome *by* a decider: an appeal, removal, a stay.

    It is for information; the rule book computes no date. With *under*, it follows those provisions alone.
    """

    model_config = ConfigDict(json_schema_extra=with_either_key)

    provision: ProvisionText
    part: PART = Field(validation_alias=MATTER_KEYS)
    after: Annotated[tuple[AFTER, ...], *NOT_EMPTY]
    by: DECIDER
    under: tuple[ProvisionText, ...] = ()
    applies_if: Condition | None = None
    title: Sentence
    says: Sentence
    limit: Limit | None = None
    verified: VERIFIED


class Act(Model):
    """An Act or instrument; *id* is its place on legislation.gov.uk: ``ukpga/2003/41``.

    Guidance, or a treaty, has an *address* in place of that, and the day on which it was *published* or last
    *updated*.
    """

    title: Sentence
    id: (
        Annotated[
            str,
            *in_words(
                "[a-z]+/[0-9]{4}/[0-9]+", "must be a place on legislation.gov.uk such as ukpga/2003/41"
            ),
        ]
        | None
    ) = None
    kind: Literal["guidance", "treaty"] | None = None
    address: Annotated[str, *in_words("https://.+", "must begin with https://")] | None = None
    published: Day | None = None
    updated: Day | None = None

    @model_validator(mode="after")
    def _has_the_keys_of_its_kind(self) -> Self:
        dated = self.published is not None or self.updated is not None
        if self.kind is None and (self.id is None or self.address is not None or dated):
            raise ValueError("an Act or instrument has id:, and neither address:, published: nor updated:")
        if self.kind is not None and (self.id is not None or self.address is None or not dated):
            raise ValueError(f"{self.kind} has address: and published: or updated:, and no id:")
        return self

    @property
    def day(self) -> dt.date | None:
        """The day of guidance or of a treaty: that of its last update; None for an Act."""
        return self.updated or self.published

    @property
    def web(self) -> str:
        """Its address."""
        return self.address or f"https://www.legislation.gov.uk/{self.id}"


class Explained(Model):
    """Words that users write by mistake, and a sentence that says what to write instead."""

    words: Annotated[tuple[Sentence, ...], *NOT_EMPTY]
    says: Sentence


class OutOfScope(Model):
    """A *stage* of a case that the rule book does not examine.

    Its *provisions* are whole sections; *names* are words in names of its facts and dates. *dates* are whole
    names of its dates alone.
    """

    stage: Sentence
    provisions: tuple[ProvisionText, ...] = ()
    names: tuple[Name, ...] = ()
    dates: tuple[Name, ...] = ()
    says: Sentence


class Combination(Model):
    """The second look at offences with different outcomes, where the condition *look_again_if* holds.

    The report asks for it and says why (*because*).
    """

    look_again_if: Condition
    because: Sentence


class Together(Model):
    """Questions, by name, whose answers a validation also reports in one line: one step of the law."""

    title: Sentence
    questions: Annotated[tuple[Name, ...], *NOT_EMPTY]


class Book(Model):
    """``book.yaml``: the title of the rule book, the day on which it states the law, and its matters.

    Each matter has its start. The provisions at which a hearing ends are its exits.

    ``asks_for_dates``: the question that asks for a date or an hour, by the name by which the date selects.
    ``also_called``: other names that people write for a decider, a party or the parties together.
    """

    title: Sentence
    stated_as_at: Day
    acts: dict[str, Act]
    deciders: Annotated[tuple[DECIDER, ...], *NOT_EMPTY]
    parties: Parties
    also_called: dict[Sentence, Annotated[tuple[Sentence, ...], *NOT_EMPTY]] = Field(default_factory=dict)
    dates: dict[Name, BookDate]
    asks_for_dates: dict[Sentence, Sentence]
    matters: Annotated[dict[PART, BookMatter], *NOT_EMPTY]
    exits: dict[ProvisionText, Sentence]
    combination: Combination | None = None
    not_answers: tuple[Explained, ...] = ()
    not_territories: tuple[Explained, ...] = ()
    out_of_scope: tuple[OutOfScope, ...] = ()
    reported_together: tuple[Together, ...] = ()

    @field_validator("dates")
    @classmethod
    def _has_the_day_of_the_decision(cls, value: dict[str, BookDate]) -> dict[str, BookDate]:
        if HEARING not in value:
            raise ValueError(f"needs {HEARING}, the day on which a case is decided; its title can say so")
        wrong = next((key for key in value if name_of_date(key) == CONDUCT_DATE), None)
        if wrong is not None:
            raise ValueError(f"has {wrong}, which each offence has for itself, as conduct_date")
        timed = next((key for key, date in value.items() if date.hour and key != "arrest"), None)
        if timed is not None:
            raise ValueError(f"has an hour of {timed}, but only an arrest has an hour")
        return value

    @field_validator("matters")
    @classmethod
    def _has_distinct_categories_and_folders(cls, value: dict[str, BookMatter]) -> dict[str, BookMatter]:
        if EVERY_MATTER in value:
            raise ValueError(
                f"has a matter of the name {EVERY_MATTER}, by which a case file asks for all of them"
            )
        categories = [matter.category for matter in value.values() if matter.category is not None]
        for listed, what in ((categories, "category"), ([each.folder for each in value.values()], "folder")):
            repeated = next((each for each in listed if listed.count(each) > 1), None)
            if repeated is not None:
                raise ValueError(f"two matters have the {what} {repeated}")
        return value
