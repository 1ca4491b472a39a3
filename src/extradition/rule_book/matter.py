"""A matter of a rule book: a body of law with a hearing of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from extradition.law import NOT_EMPTY, Model, ProvisionText, in_words, text_of_number
from extradition.rule_book.conditions import Condition, Name
from extradition.rule_book.consequences import DECIDER, KIND_OF_CONSEQUENCE, Sentence

EVERY_MATTER = "every"
"""The word in place of a matter in a case file that is a checklist: every matter whose gate holds."""
NO_CATEGORY = "none"
"""The category of a territory that is in none."""
CATEGORY = Annotated[
    str,
    *in_words("[a-z0-9]+(-[a-z0-9]+)*", "must be a category of a matter in book.yaml, or none"),
    BeforeValidator(text_of_number, json_schema_input_type=str | int),
]
PAPER = Literal["warrant", "request"]
"""The paper that asks for the person."""


class OneIsEnough(Model):
    """The outcome *for* which one of several offences is enough, *under* an instrument."""

    for_: KIND_OF_CONSEQUENCE = Field(alias="for")
    under: Sentence


class Office(Model):
    """Another office, which *acts_for* a decider where a condition on findings holds.

    *says* names it, *under* a provision; ``save`` are the questions that stay with the decider.
    """

    acts_for: DECIDER
    where: Condition
    save: tuple[ProvisionText, ...] = ()
    says: Sentence
    under: ProvisionText


class LeftToOthers(Model):
    """Facts and questions, by *names*, that a matter does not ask about although its law has them; *says* is
    the law, for the message.
    """

    names: Annotated[tuple[Name, ...], *NOT_EMPTY]
    says: Sentence


class BookMatter(Model):
    """A matter: the *folder* of its question files, inside that of its Act, and the question at which its
    hearing starts.

    ``category`` is the category of territory that it needs; a matter without one needs no territory.
    ``without_category``: whether a case with a territory in no category can name the matter all the same.
    ``paper`` is the paper that asks for the person. ``before`` is the decider of the hearing, if it is
    not the first that the book declares. ``only_if`` is the condition on which a checklist asks
    about the matter. ``territory_of_tests`` is the territory of a test of law that names none: one that
    stays in the category. ``combined_under`` is the instrument by which each of several offences has its own
    outcome. ``one_is_enough`` names the outcome that the whole case has if one offence has it. ``offices``
    act for its deciders. ``not_asked`` is what only other matters ask.
    """

    title: Sentence
    folder: Annotated[
        str, *in_words("[a-z0-9_]+(/[a-z0-9_]+)*", "must be a folder of small letters, such as part_1")
    ]
    starts_at: ProvisionText
    category: CATEGORY | None = None
    without_category: bool = False
    paper: PAPER | None = None
    before: DECIDER | None = None
    only_if: Condition | None = None
    territory_of_tests: Sentence | None = None
    combined_under: Sentence | None = None
    one_is_enough: OneIsEnough | None = None
    offices: tuple[Office, ...] = ()
    not_asked: tuple[LeftToOthers, ...] = ()

    def says_of(self, name: str) -> str | None:
        """What the law of the matter has of the fact or question *name*, which it does not ask about."""
        return next((each.says for each in self.not_asked if name in each.names), None)
