"""The shape of a question file: a question with its versions, or the twin of a question."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from extradition.law import ANSWER, NOT_EMPTY, SELECTOR, VERIFIED, Model, Proof, ProvisionText
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import (
    DECIDER,
    Adjourn,
    Consequence,
    Sentence,
    facts_of_order,
    provisions_in,
)
from extradition.rule_book.fact import NOT_SHOWN, SUBJECT
from extradition.rule_book.gate import Gate
from extradition.rule_book.guidance import Guidance
from extradition.rule_book.passage import Passage, Text
from extradition.rule_book.version import Version


class Factor(Model):
    """A fact that a report lists with a reserved question.

    Its answers weigh towards yes or no; it decides nothing. *balance* names the balance in which the decider
    weighs it; None if the law does not balance it against other facts. *numbers_towards* is the answer to
    which each number above 0 goes, for a fact with a unit.
    """

    fact: Name
    balance: Sentence | None = None
    towards_yes: tuple[str, ...] = ()
    towards_no: tuple[str, ...] = ()
    numbers_towards: ANSWER | None = None


def _factor(value: Any) -> Any:
    return {"fact": value} if isinstance(value, str) else value


class AtAnyTime(Model):
    """A duty that arises at any time from the question *since* on.

    *says* is the caution on a discharge that comes from there on, before the duty is asked about.
    """

    since: ProvisionText
    says: Sentence


# Whole: a model with its fields, its checks, and the short lists worked out from them.
class Question(Model):
    """One question that the Act requires a decider to answer, with every version of the law on it, oldest
    first.

    A question with neither ``yes`` nor ``no`` is a limb: it matters only because the condition of another
    question names it. A *reserved* question is an evaluative judgment: only a finding answers it, and the
    report lists its *factors* with it. On a day on which none of its versions is in force, the hearing goes
    the way *while_not_in_force*. ``see_also`` names the questions of its Part on the same matter that the Act
    asks in other cases: a message names the one that counts. ``asked_of`` is given if the question is asked
    of each decision of a court on the offence, where the case file lists them. ``text`` has the words of the
    Act; a version with a text of its own replaces them. ``guidance`` is what guidance says next to the law.
    ``at_any_time`` is for a duty to adjourn that arises at any point of a hearing.
    ``also_for_offence`` is the provision under which a question for the person is decided for each of several
    offences. A case file may then answer it, and the facts of its conditions, for one offence.
    """

    provision: ProvisionText
    name: Name
    title: Sentence
    question: Sentence
    decided_by: DECIDER
    decided_for: SUBJECT
    also_for_offence: ProvisionText | None = None
    asked_of: Literal["each decision"] | None = None
    proof: Proof | None = None
    asked_if: Gate | None = None
    reserved: bool = False
    factors: tuple[
        Annotated[Factor, BeforeValidator(_factor, json_schema_input_type=Name | Factor)], ...
    ] = ()
    while_not_in_force: Consequence | None = None
    see_also: tuple[ProvisionText, ...] = ()
    at_any_time: AtAnyTime | None = None
    text: Text = ()
    guidance: tuple[Guidance, ...] = ()
    yes: Consequence | None = None
    no: Consequence | None = None
    versions: Annotated[tuple[Version, ...], *NOT_EMPTY]

    @model_validator(mode="after")
    def _leads_somewhere_on_both_answers_or_on_neither(self) -> Self:
        if (self.yes is None) != (self.no is None):
            raise ValueError(
                "a question has a consequence under yes and under no; a limb of another question has neither"
            )
        return self

    @model_validator(mode="after")
    def _adjourns_at_any_time_on_yes(self) -> Self:
        if self.at_any_time is not None and not isinstance(self.yes, Adjourn):
            raise ValueError("at_any_time is for a question that adjourns under yes")
        return self

    @model_validator(mode="after")
    def _is_for_the_person_if_also_for_an_offence(self) -> Self:
        if self.also_for_offence is not None and self.decided_for != "person":
            raise ValueError("also_for_offence is only for a question that is decided for the person")
        return self

    @model_validator(mode="after")
    def _is_computed_unless_it_is_reserved(self) -> Self:
        wrong = next(filter(None, map(self.wrong_in, self.versions)), None)
        if wrong is not None:
            raise ValueError(wrong)
        return self

    def wrong_in(self, version: Version) -> str | None:
        """The reason why *version* cannot be a version of this question; None if it can."""
        if self.reserved and (version.is_computed or version.left_open):
            return "a reserved question is never computed: its versions have neither yes_if nor left_open"
        if not self.reserved and not version.is_computed and not version.left_open:
            return (
                "every version has yes_if, or says in left_open why it has not, unless the question is "
                "reserved"
            )
        return None

    def altered(self, **fields: Any) -> Self:
        """A copy with other values for some *fields*.

        It keeps nothing that was worked out from the old values.
        """
        made = self.model_copy(update=fields)
        for name in ("dated", "selectors"):
            made.__dict__.pop(name, None)
        return made

    @cached_property
    def dated(self) -> tuple[Version, ...]:
        """The versions that some day chooses: all but the prospective ones."""
        return tuple(version for version in self.versions if not version.in_force.is_prospective)

    @property
    def last(self) -> Version:
        """The last version in the question file, which no draft is."""
        return next(version for version in reversed(self.versions) if not version.is_draft)

    @cached_property
    def selectors(self) -> tuple[SELECTOR, ...]:
        """The names of the dates that choose among its versions."""
        return tuple(
            dict.fromkeys(selector for version in self.dated for selector in version.in_force.selectors)
        )

    @property
    def factor_names(self) -> tuple[str, ...]:
        """The names of the facts that the report lists with it."""
        return tuple(factor.fact for factor in self.factors)

    @cached_property
    def gives_nothing(self) -> Mapping[str, frozenset[str]]:
        """The answers to each factor that give nothing to the party with the burden of proof.

        They are those that weigh against that party, and the answer that nothing is shown.
        """
        proved = self.proof.of if self.proof is not None else "yes"
        return {
            factor.fact: frozenset(
                {*(factor.towards_no if proved == "yes" else factor.towards_yes), NOT_SHOWN}
            )
            for factor in self.factors
        }

    @property
    def gate_facts(self) -> tuple[str, ...]:
        """The names of the facts that decide whether the Act asks it."""
        return tuple(leaf.fact for leaf in self.asked_if.condition.leaves()) if self.asked_if else ()

    @property
    def order_facts(self) -> tuple[str, ...]:
        """The names of the facts that decide on which provision its orders rest."""
        return tuple(name for way in self.ways.values() for name in facts_of_order(way))

    @property
    def names_read(self) -> tuple[str, ...]:
        """The names of the facts and questions that a hearing can read at it: before its answer, its own
        name, and after its answer.
        """
        before = (*self.gate_facts, *(name for version in self.versions for name in version.facts))
        return tuple(dict.fromkeys((*before, *self.factor_names, self.name, *self.order_facts)))

    @property
    def is_limb(self) -> bool:
        """Whether it is a limb: no consequence follows from it alone."""
        return self.yes is None

    @property
    def ways(self) -> Mapping[str, Consequence]:
        """Every consequence that can follow, by its key in the file."""
        gate = self.asked_if
        ways = {
            "yes": self.yes,
            "no": self.no,
            "asked_if": gate.otherwise if gate else None,
            "earlier": gate.earlier.otherwise if gate and gate.earlier else None,
            "while_not_in_force": self.while_not_in_force,
        }
        return {key: way for key, way in ways.items() if way is not None}

    def text_of(self, version: Version) -> tuple[Passage, ...]:
        """The words of the Act on which *version* rests: its own text, or the passages of the question that
        stood in its time.

        A prospective version has its own text alone: the words that it will replace are not its words.
        """
        if version.text or version.in_force.is_prospective:
            return version.text
        return tuple(passage for passage in self.text if version.in_force.meets(passage.since, passage.until))

    def leads(self, answer: ANSWER) -> Consequence:
        """The consequence of *answer* to a question that is not a limb.

        Raises:
            TypeError: the question is a limb. The checks of the rule book let no consequence lead to one.
        """
        way = self.consequence(answer)
        if way is None:
            raise TypeError(f"{self.provision} is a limb: no consequence follows from it")
        return way

    def consequence(self, answer: ANSWER) -> Consequence | None:
        """The consequence of *answer*; None for a limb."""
        return self.yes if answer == "yes" else self.no


def provisions_named(question: Question) -> tuple[str, ...]:
    """Every provision that *question* names.

    They are its own, those of its proof and its gate, those it leads to, and that of ``also_for_offence``.
    """
    named = [question.provision, *([question.proof.under] if question.proof else [])]
    named += [question.also_for_offence] if question.also_for_offence else []
    named += [question.at_any_time.since] if question.at_any_time else []
    for way in question.ways.values():
        named += provisions_in(way)
    named += [guidance.at for guidance in question.guidance]
    return tuple(dict.fromkeys(named))


class Twin(Model):
    """A question that the Act asks in both Parts: the question *as*, with the changes written here.

    ``verified`` says how sure we are that the twin has the same law. A version takes it where it is less sure
    than its own; a prospective version does not, because its source covers both Parts. The twin leaves out
    authorities on the other Part alone. It has the text of the question *as*, where the Act repeats itself,
    or a ``text`` of its own, in place of every text there. Its ``also_for_offence`` is its own alone.
    """

    provision: ProvisionText
    as_: ProvisionText = Field(alias="as")
    title: Sentence
    verified: VERIFIED
    yes: Consequence | None = None
    no: Consequence | None = None
    asked_if: Gate | None = None
    proof: Proof | None = None
    also_for_offence: ProvisionText | None = None
    while_not_in_force: Consequence | None = None
    see_also: tuple[ProvisionText, ...] | None = None
    at_any_time: AtAnyTime | None = None
    text: Text | None = None
