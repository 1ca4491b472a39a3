"""What a question means while one enactment or judgment governs it, and the authorities behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from extradition.law import ANSWER, NOT_EMPTY, PART, VERIFIED, InForce, Model
from extradition.rule_book.book import VersionId
from extradition.rule_book.conditions import Answers, Condition, Is, nodes
from extradition.rule_book.consequences import Sentence


class Authority(Model):
    """A judgment or instrument behind a version.

    ``treatment`` says what that authority does to the version; ``by`` names what overruled it, ``link`` an address
    for what has no neutral citation on Find Case Law. An authority that bears on one Part alone names it under ``part``.
    """

    cite: Sentence
    name: Sentence
    treatment: Literal["enacts", "establishes", "applies", "illustrates", "overruled", "disapproved", "contrary"]
    verified: VERIFIED
    part: PART | None = None
    by: Sentence | None = None
    at: Sentence | None = None
    note: Sentence | None = None
    link: Annotated[str, StringConstraints(pattern="^https?://")] | None = None

    @model_validator(mode="after")
    def _names_what_overruled_it(self) -> Self:
        if (self.by is not None) != (self.treatment in ("overruled", "disapproved")):
            raise ValueError("an authority that is overruled or disapproved, and no other, names by: what")
        return self


class LeftOpen(Model):
    """Why the law leaves a case to the judge: *because*, wherever *where* may hold (anywhere, if it is absent)."""

    where: Condition | None = None
    because: Sentence


class Version(Model):
    """What a question means while one enactment or judgment governs it."""

    id: VersionId
    in_force: InForce
    made_by: Literal["enactment", "judgment"]
    verified: VERIFIED
    summary: Sentence
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
        gives_reasons = bool(self.left_open) and self.left_open[-1].where is None
        leaves_open = self.no_if is not None or self.yes_if is None
        if gives_reasons != leaves_open and (self.yes_if is not None or self.left_open):
            raise ValueError("a version with no_if or without yes_if, and no other, ends its left_open list with a reason that has no where:")
        return self

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that decide the answer: ``yes_if``, and ``no_if`` if there is one; none where nothing is computed."""
        return tuple(condition for condition in (self.yes_if, self.no_if) if condition is not None)

    def nodes(self) -> Iterator[tuple[str, Condition]]:
        """Every condition that decides the answer, with a key that says where it stands."""
        for key in ("yes_if", "no_if"):
            condition = getattr(self, key)
            if condition is not None:
                yield from nodes(key, condition)

    def answer(self, answers: Answers) -> ANSWER | Literal["open"]:
        """The answer to the question, as far as *answers* settle it.

        With ``yes_if`` alone whatever is not yes is no; with ``no_if`` as well, what neither catches is open. Without
        either, nothing is computed and the question stays open.
        """
        if self.yes_if is None:
            return "open"
        yes = self.yes_if.holds(answers)
        if yes:
            return "yes"
        no = yes is False if self.no_if is None else self.no_if.holds(answers)
        return "no" if no else "open"

    @cached_property
    def composed(self) -> frozenset[str]:
        """The keys of the conditions that are made of others."""
        return frozenset(key for key, condition in self.nodes() if not isinstance(condition, Is))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Every fact and question its conditions ask about, each once, in order."""
        return tuple(dict.fromkeys(leaf.fact for condition in self.conditions for leaf in condition.leaves()))
