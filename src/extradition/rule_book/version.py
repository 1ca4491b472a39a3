"""Versions: the meaning of a question while one enactment or judgment governs it, and its authorities."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema, model_validator

from extradition.law import ANSWER, MADE_BY, MATTER_KEYS, NOT_EMPTY, PART, VERIFIED, Model
from extradition.rule_book.book import VersionId
from extradition.rule_book.by_fact import ByFact
from extradition.rule_book.conditions import Answers, Condition, Is, Unless, nodes
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.in_force import SpansInForce
from extradition.rule_book.passage import Text

LEVEL = Literal[VERIFIED, "draft"]
"""How sure we are of a version, surest first; a ``draft`` stands last, because it is not law."""


def _not_a_draft(level: LEVEL) -> LEVEL:
    if level == "draft":
        raise ValueError("is for a draft law, which has a file of its own; a version of the rule book is law")
    return level


class Authority(Model):
    """A judgment or instrument that a version cites.

    ``treatment`` says what the authority does to the version. ``by`` names the authority that overruled or
    disapproved it. ``link`` is an address for an authority without a neutral citation on Find Case Law. An
    authority that concerns one matter alone names it under ``part`` or ``matter``.
    """

    cite: Sentence
    name: Sentence
    treatment: Literal[
        "enacts", "establishes", "applies", "illustrates", "advises", "overruled", "disapproved", "contrary"
    ]
    verified: VERIFIED
    part: PART | None = Field(default=None, validation_alias=MATTER_KEYS)
    by: Sentence | None = None
    at: Sentence | None = None
    note: Sentence | None = None
    link: Annotated[str, StringConstraints(pattern="^https?://")] | None = None

    def concerns(self, part: str) -> bool:
        """Whether the authority concerns the matter *part*."""
        return self.part in (None, part)

    @model_validator(mode="after")
    def _names_what_overruled_it(self) -> Self:
        if (self.by is not None) != (self.treatment in ("overruled", "disapproved")):
            raise ValueError(
                "needs by: if the authority is overruled or disapproved, and may not have it otherwise"
            )
        return self


class LeftOpen(Model):
    """The reason (*because*) why the law leaves a case to the decider, where the condition *where* may hold.

    Without *where*, the reason holds in every case.
    """

    where: Condition | None = None
    because: Sentence


class Version(Model):
    """The meaning of a question while one enactment or judgment governs it.

    ``text`` has the words of the provision, if they differ from those at the head of the question.
    ``by_fact`` is the short form of ``yes_if`` and ``no_if``; ``written_out`` gives the version with both.
    ``unstated`` says that the rule book does not state the law of these days: the question then stays open.
    """

    id: VersionId
    in_force: SpansInForce
    made_by: MADE_BY
    verified: Annotated[
        LEVEL,
        AfterValidator(_not_a_draft),
        WithJsonSchema({"enum": list(get_args(VERIFIED)), "type": "string"}),
    ]
    unstated: bool = False
    summary: Sentence
    text: Text = ()
    by_fact: ByFact | None = None
    yes_if: Condition | None = None
    no_if: Condition | None = None
    left_open: tuple[LeftOpen, ...] = ()
    assumes: tuple[Sentence, ...] = ()
    not_formalised: tuple[Sentence, ...] = ()
    authorities: Annotated[tuple[Authority, ...], *NOT_EMPTY]

    @model_validator(mode="after")
    def _says_why_it_leaves_cases_open(self) -> Self:
        if self.yes_if is None and self.no_if is not None:
            raise ValueError("a version without yes_if has no no_if either")
        if self.by_fact is not None and self.yes_if is not None:
            raise ValueError(
                "has by_fact and yes_if; by_fact stands for yes_if and no_if, so keep one of the two forms"
            )
        gives_reasons = bool(self.left_open) and self.left_open[-1].where is None
        leaves_open = (
            self.no_if is not None or not self.is_computed
            if self.by_fact is None
            else self.by_fact.leaves_open
        )
        if gives_reasons != leaves_open and (self.is_computed or self.left_open):
            leaves = "with no_if or without yes_if" if self.by_fact is None else "with decider: in by_fact"
            raise ValueError(
                f"a version {leaves}, and no other, ends its left_open list with a reason that has no where:"
            )
        return self

    @model_validator(mode="after")
    def _states_law_or_none(self) -> Self:
        if self.unstated and (self.is_computed or self.text or not self.left_open):
            raise ValueError(
                "a version with unstated: has no conditions and no text:, and says why under left_open"
            )
        return self

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft, and not law."""
        return self.verified == "draft"

    @property
    def is_computed(self) -> bool:
        """Whether the version has conditions, in the long form or by fact."""
        return self.yes_if is not None or self.by_fact is not None

    def written_out(self, answers_to: Callable[[str], tuple[str, ...]]) -> Self:
        """The version with the conditions that its ``by_fact`` stands for.

        Args:
            answers_to: gives the closed list of a fact or question.
        """
        return (
            self
            if self.by_fact is None
            else self.model_copy(update=dict(self.by_fact.conditions(answers_to)))
        )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that decide the answer: ``yes_if``, and ``no_if`` if there is one; empty if the
        answer is not computed.
        """
        return tuple([each for each in (self.yes_if, self.no_if) if each is not None])

    def nodes(self) -> Iterator[tuple[str, Condition]]:
        """Every condition that decides the answer, with a key for its place."""
        for key in ("yes_if", "no_if"):
            condition = getattr(self, key)
            if condition is not None:
                yield from nodes(key, condition)

    def answer(self, answers: Answers) -> ANSWER | Literal["open"]:
        """The answer to the question, as far as *answers* settle it.

        With ``yes_if`` alone, the answer is no where ``yes_if`` fails. With ``no_if`` as well, a case that
        meets neither is open. Without either, the question stays open: the rule book computes no answer.

        Args:
            answers: the known answers to facts and limbs.
        """
        if self.yes_if is None:
            return "open"
        yes = self.yes_if.holds(answers)
        if yes:
            return "yes"
        no = yes is False if self.no_if is None else self.no_if.holds(answers)
        return "no" if no else "open"

    @cached_property
    def presumed(self) -> Mapping[ANSWER, tuple[str, ...]]:
        """By answer, the facts of which its condition presumes that nothing against it is shown, in order."""

        def by(condition: Condition | None) -> tuple[str, ...]:
            leaves = condition.leaves() if condition is not None else ()
            return tuple(dict.fromkeys(leaf.fact for leaf in leaves if isinstance(leaf.test, Unless)))

        return {"yes": by(self.yes_if), "no": by(self.no_if)}

    @cached_property
    def composed(self) -> frozenset[str]:
        """The keys of the conditions that have other conditions within them."""
        return frozenset(key for key, condition in self.nodes() if not isinstance(condition, Is))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The names of every fact and question in its conditions, each once, in order."""
        return tuple(dict.fromkeys(leaf.fact for condition in self.conditions for leaf in condition.leaves()))
