"""The shapes of the rule files: facts and questions with their versions here, the rest in the modules beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from extradition.law import ANSWER, NOT_EMPTY, PART, VERIFIED, FactProof, InForce, Model, Proof, ProvisionText
from extradition.rules.book import DECIDER, DESIGNATED_AS, VersionId
from extradition.rules.conditions import Answer, Answers, Condition, Is, Name, nodes
from extradition.rules.consequences import Consequence, Gate, Sentence, provisions_in

SUBJECT = Literal["person", "offence"]


class Fact(Model):
    """A question of fact that a rule may ask, with its closed list of answers.

    ``when_not_shown`` is the answer that stands if nothing more is shown (every fact that decides an answer needs one);
    ``unit`` makes whole numbers answers too; ``proof`` is a burden of its own, other than that of the question;
    ``from_territory``: answered by ``territories.yaml``, for the days that it knows.
    """

    ask: Sentence
    about: SUBJECT
    answers: Annotated[dict[Name, Sentence], Field(min_length=1)]
    unit: Literal["months", "days", "years", "hours"] | None = None
    when_not_shown: Name | None = None
    proof: FactProof | None = None
    from_territory: DESIGNATED_AS | None = None
    look_in: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _closes_with_one_of_its_answers(self) -> Self:
        if self.when_not_shown is not None and self.when_not_shown not in self.answers:
            raise ValueError(f"when_not_shown is {self.when_not_shown!r}, which is not one of the answers")
        if self.from_territory is not None and not (self.about == "person" and {"yes", "no"} <= self.answers.keys()):
            raise ValueError("what the territory settles is about the person, and is answered yes or no")
        return self

    def allows(self, answer: Answer) -> bool:
        """Whether *answer* is on the closed list (or a number, where numbers are answers)."""
        return self.unit is not None and 0 <= answer < 2**53 if isinstance(answer, int) else answer in self.answers


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


class Factor(Model):
    """A fact laid out beside a reserved question, and which of its answers tell towards which answer; it decides nothing."""

    fact: Name
    towards_yes: tuple[str, ...] = ()
    towards_no: tuple[str, ...] = ()


def _factor(value: Any) -> Any:
    return {"fact": value} if isinstance(value, str) else value


class Question(Model):
    """One question that the Act puts to a decider, with every version of the law on it, oldest first.

    A question with neither ``yes`` nor ``no`` is a limb: it is asked only because another question's condition names it.
    A *reserved* question is an evaluative judgment: only a finding answers it, and its *factors* are laid out beside it.
    On a day on which none of its versions is in force, the hearing goes the way *while_not_in_force*.
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
    factors: tuple[Annotated[Factor, BeforeValidator(_factor, json_schema_input_type=Name | Factor)], ...] = ()
    while_not_in_force: Consequence | None = None
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
        for version in self.versions:
            if self.reserved and (version.yes_if is not None or version.left_open):
                raise ValueError("a reserved question is never computed: its versions have neither yes_if nor left_open")
            if not self.reserved and version.yes_if is None and not version.left_open:
                raise ValueError("every version has yes_if, or says in left_open why it has not, unless the question is reserved")
        return self

    @property
    def factor_names(self) -> tuple[str, ...]:
        """The facts that are laid out beside it."""
        return tuple(factor.fact for factor in self.factors)

    @property
    def is_limb(self) -> bool:
        """Whether nothing follows from it alone."""
        return self.yes is None

    @property
    def ways(self) -> Mapping[str, Consequence]:
        """Every way on from it, by the key in its file that says so."""
        gate = self.asked_if
        ways = {
            "yes": self.yes,
            "no": self.no,
            "asked_if": gate.otherwise if gate else None,
            "earlier": gate.earlier.otherwise if gate and gate.earlier else None,
            "while_not_in_force": self.while_not_in_force,
        }
        return {key: way for key, way in ways.items() if way is not None}

    def leads(self, answer: ANSWER) -> Consequence:
        """What follows from *answer* to a question that is not a limb; the checks of the rule book let no way lead to a limb."""
        way = self.consequence(answer)
        if way is None:
            raise TypeError(f"{self.provision} is a limb, and was followed")
        return way

    def consequence(self, answer: ANSWER) -> Consequence | None:
        """What follows from *answer*; None for a limb."""
        return self.yes if answer == "yes" else self.no


def provisions_named(question: Question) -> tuple[str, ...]:
    """Every provision that *question* names: its own, those of its proof and gate, those it leads to."""
    named = [question.provision, *([question.proof.under] if question.proof else [])]
    for way in question.ways.values():
        named += provisions_in(way)
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
    proof: Proof | None = None
    while_not_in_force: Consequence | None = None
