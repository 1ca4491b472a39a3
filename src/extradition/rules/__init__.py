"""The shapes of the rule files: facts, questions with their versions, laws, territories, the book itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag, field_validator, model_validator

from extradition.law import ANSWER, NOT_EMPTY, PART, VERIFIED, Day, InForce, Model, Proof, ProvisionText
from extradition.rules.conditions import Answer, Answers, Condition, Is, Name, nodes

VersionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+[A-Za-z0-9]*(-[A-Za-z0-9]+)*$", max_length=60)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5_000)]
SUBJECT = Literal["person", "offence"]
DECIDER = Literal["judge", "Secretary of State", "designated authority"]


class Fact(Model):
    """A question of fact that a rule may ask, with its closed list of answers.

    ``when_not_shown`` is the answer that stands if nothing more is shown (every fact that decides an answer needs one);
    ``unit`` makes whole numbers answers too.
    """

    ask: Sentence
    about: SUBJECT
    answers: Annotated[dict[Name, Sentence], Field(min_length=1)]
    unit: Literal["months", "days", "years"] | None = None
    when_not_shown: Name | None = None
    look_in: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _closes_with_one_of_its_answers(self) -> Self:
        if self.when_not_shown is not None and self.when_not_shown not in self.answers:
            raise ValueError(f"when_not_shown is {self.when_not_shown!r}, which is not one of the answers")
        return self

    def allows(self, answer: Answer) -> bool:
        """Whether *answer* is on the closed list (or a number, where numbers are answers)."""
        return self.unit is not None and 0 <= answer < 2**53 if isinstance(answer, int) else answer in self.answers


class Proceed(Model):
    """The next question, and the provision that leads there."""

    proceed_to: ProvisionText
    under: ProvisionText


class Discharge(Model):
    """The judge must order the person's discharge, under that provision."""

    discharge: Annotated[
        Literal["true"], BeforeValidator(lambda value: "true" if value is True else value, json_schema_input_type=Literal["true", True])
    ]
    under: ProvisionText


def _consequence_shape(value: Any) -> str:
    return "<discharge>" if isinstance(value, Discharge) or (isinstance(value, Mapping) and "discharge" in value) else "<proceed>"


Consequence = Annotated[Annotated[Proceed, Tag("<proceed>")] | Annotated[Discharge, Tag("<discharge>")], Discriminator(_consequence_shape)]


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
        if self.yes_if is None and (self.no_if is not None or self.left_open):
            raise ValueError("a version without yes_if, which only a reserved question has, has neither no_if nor left_open")
        gives_reasons = bool(self.left_open) and self.left_open[-1].where is None
        if (self.no_if is not None) != gives_reasons:
            raise ValueError("a version with no_if, and no other, ends its left_open list with a reason that has no where:")
        return self

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that decide the answer: ``yes_if``, and ``no_if`` if there is one; none for a reserved question."""
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
        either, the question is reserved and stays open.
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


class EarlierWay(Model):
    """Where a gate led on the days before *until*."""

    until: Day
    otherwise: Consequence


class Gate(Model):
    """When the Act asks the question at all, and where it leads *otherwise*; and where it led *earlier*."""

    when: Condition
    otherwise: Consequence
    earlier: EarlierWay | None = None

    def way(self, day: dt.date | None) -> Consequence:
        """Where it leads on *day*, the day that chose the version of its question; now, if the version was assumed."""
        return self.earlier.otherwise if self.earlier and day is not None and day < self.earlier.until else self.otherwise


class Question(Model):
    """One question that the Act puts to a decider, with every version of the law on it, oldest first.

    A question with neither ``yes`` nor ``no`` is a limb: it is asked only because another question's condition names it.
    A *reserved* question is an evaluative judgment: only a finding answers it, and its *factors* are laid out beside it.
    """

    provision: ProvisionText
    name: Name
    title: Sentence
    question: Sentence
    decided_by: DECIDER
    decided_for: SUBJECT
    proof: Proof | None = None
    asked_if: Gate | None = None
    reserved: bool = False
    factors: tuple[Name, ...] = ()
    yes: Consequence | None = None
    no: Consequence | None = None
    versions: Annotated[tuple[Version, ...], *NOT_EMPTY]

    @model_validator(mode="after")
    def _leads_somewhere_on_both_answers_or_on_neither(self) -> Self:
        if (self.yes is None) != (self.no is None):
            raise ValueError("a question says what follows from yes and from no, or (a limb of another question) from neither")
        return self

    @model_validator(mode="after")
    def _is_computed_unless_it_is_reserved(self) -> Self:
        if any((version.yes_if is None) != self.reserved for version in self.versions):
            raise ValueError("every version has yes_if, unless the question is reserved; then none has")
        return self

    def consequence(self, answer: ANSWER) -> Consequence | None:
        """What follows from *answer*; None for a limb."""
        return self.yes if answer == "yes" else self.no


def provisions_named(question: Question) -> tuple[str, ...]:
    """Every provision that *question* names: its own, those of its proof and gate, those it leads to."""
    gate = question.asked_if
    ways = (question.yes, question.no, gate.otherwise if gate else None, gate.earlier.otherwise if gate and gate.earlier else None)
    named = [question.provision, *([question.proof.under] if question.proof else [])]
    for way in ways:
        named += [] if way is None else [way.under] if isinstance(way, Discharge) else [way.under, way.proceed_to]
    return tuple(dict.fromkeys(named))


class Twin(Model):
    """A question that the Act asks in both Parts: all of its *as*, except what is given here.

    ``verified`` is how sure we are that the twin says the same; it is carried where it is less sure, but not to a
    prospective version, whose source speaks of both. Authorities on the other Part alone are left out.
    """

    provision: ProvisionText
    as_: ProvisionText = Field(alias="as")
    title: Sentence
    verified: VERIFIED
    yes: Consequence | None = None
    no: Consequence | None = None
    asked_if: Gate | None = None


class NamedLaw(Model):
    """A law to compare with others: the rule book on the day *as_at*, with the versions it is *assuming*."""

    title: Sentence
    as_at: Day
    assuming: tuple[VersionId, ...] = ()
    summary: Sentence


class Era(Model):
    """A span of hearing dates under which decided cases are counted together."""

    name: Sentence
    from_: Day = Field(alias="from")


class Laws(Model):
    """``laws.yaml``: the laws that have a name, and the eras of decided cases."""

    laws: dict[Annotated[str, StringConstraints(pattern="^[a-z0-9-]+$")], NamedLaw]
    eras: Annotated[tuple[Era, ...], *NOT_EMPTY]


class Territory(Model):
    """A territory that may send a warrant or a request."""

    name: Sentence


class Act(Model):
    """An Act or instrument that provisions belong to; *id* is its place on legislation.gov.uk: ``ukpga/2003/41``."""

    title: Sentence
    id: Annotated[str, StringConstraints(pattern="^[a-z]+/[0-9]{4}/[0-9]+$")]


class Book(Model):
    """``book.yaml``: what the rule book is, on what day it states the law, and where each Part starts and ends."""

    title: Sentence
    stated_as_at: Day
    acts: dict[str, Act]
    starts_at: dict[str, ProvisionText]
    exits: dict[ProvisionText, Sentence]

    @field_validator("starts_at")
    @classmethod
    def _has_both_parts(cls, value: dict[str, str]) -> dict[str, str]:
        if set(value) != {"1", "2"}:
            raise ValueError("needs the question at which Part 1 starts and the one at which Part 2 starts")
        return value
