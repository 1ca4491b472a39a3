"""Facts: the questions of fact that a rule may ask, each with its closed list of answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from extradition.law import NOT_EMPTY, PART, FactProof, Model
from extradition.length import Length
from extradition.rule_book.book import DESIGNATED_AS
from extradition.rule_book.conditions import Answer, Name
from extradition.rule_book.consequences import Sentence

ALWAYS_KNOWN = "case_type"
"""The one fact that every offence in a case file states."""
NOT_SHOWN = "not_shown"
"""The answer that a fact is not proved.

Not every answer of ``Fact.when_not_shown`` is one. "There was no appeal" may also be how things are.
"""
_MOST_DIGITS = 15
SUBJECT = Literal["person", "offence"]
ASKED_OF = Literal["each decision", "the offence or a decision"]


class Term(Model):
    """The words for one fact or question in a report.

    Attributes:
        phrase: its name in a sentence.
        answers: the words for each answer of a fact.
        unit: the unit of an answer that is a number.
        provision: the provision of a question; None for a fact.
    """

    phrase: str
    answers: dict[str, str] = Field(default_factory=dict)
    unit: str | None = None
    provision: str | None = None


class FromDate(Model):
    """The *answer* that a case file gives by its *date* of that key."""

    date: Name
    answer: Name


class DatesInOrder(Model):
    """Two dates of a case, by their keys, of which *earlier* is not after *later*."""

    earlier: Name
    later: Name


class FollowsFrom(Model):
    """The *answer* that follows where a decider found, or the parties agree, another fact, and why.

    Attributes:
        found: by fact, the answers from any one of which it follows.
        unless: by fact, the answers with any one of which it does not follow.
        asserted: the facts in doubt of which one must be asserted; any of them if none is named.
        reading_of: the law that we read so, which no source confirms. Reports say it.
    """

    found: Annotated[dict[Name, Annotated[tuple[Name, ...], *NOT_EMPTY]], Field(min_length=1)]
    unless: dict[Name, Annotated[tuple[Name, ...], *NOT_EMPTY]] = Field(default_factory=dict)
    asserted: tuple[Name, ...] = ()
    answer: Name
    because: Sentence
    reading_of: Sentence

    def renamed(self, names: Mapping[str, str]) -> FollowsFrom:
        """The same with other names of facts.

        Args:
            names: the new name of each fact that has one.
        """
        return self.model_copy(
            update={
                "found": {names.get(name, name): answers for name, answers in self.found.items()},
                "unless": {names.get(name, name): answers for name, answers in self.unless.items()},
                "asserted": tuple(names.get(name, name) for name in self.asserted),
            }
        )


class Fact(Model):
    """A question of fact that a rule may ask, with its closed list of answers.

    Attributes:
        notes: help for the user who chooses an answer, by answer; no letter prints it.
        includes: a wide answer, with the narrower answers that it may mean. It does not contradict them.
        without_effect: the reason why an answer changes nothing, for each answer that no condition and no
            factor distinguishes.
        unit: the unit of whole numbers, which are then answers too.
        asked_of: ``each decision`` for a fact about one decision of a court; ``the offence or a decision``
            for a fact about the person's conduct. The answer of the offence then holds for each decision
            without its own.
        doubts: the facts on which it records a doubt that a reader of the papers has. A decider finds the
            doubt, or the parties agree it. Once the evidence is closed, what is only asserted of those facts
            is then not shown. No letter asks an authority for a doubt.
        follows_from: the findings on other facts from which a doubt follows. It does only while one of the
            facts in doubt is asserted, and no decider or agreement says whether there is a doubt.
        about_every_offence: whether it is about all the offences together. No single offence has an answer.
        known_here: whether the law of this country, or papers that are already here, answer it. No letter
            asks an authority for it.
        when_not_shown: the answer if no party shows more. Every fact that decides an answer needs one.
        proof: its own burden of proof, where it differs from that of the question.
        from_territory: the designation in ``territories.yaml`` that answers it, on the days that the file
            covers.
        from_date: the answer that a date of the case file gives.
        in_order: by answer, the two dates of the case whose order it presupposes. Another order is a caution.
        look_first_in: the documents of one matter that usually have the answer, by matter: the boxes of a
            warrant.
        look_in: the documents of any case that usually have it.
        phrase: the name of the fact in a sentence of a report: "the retrial".
    """

    ask: Sentence
    phrase: Sentence | None = None
    about: SUBJECT
    asked_of: ASKED_OF | None = None
    doubts: tuple[Name, ...] = ()
    follows_from: tuple[FollowsFrom, ...] = ()
    about_every_offence: bool = False
    known_here: bool = False
    answers: Annotated[dict[Name, Sentence], Field(min_length=1)]
    notes: dict[Name, Sentence] = Field(default_factory=dict)
    includes: dict[Name, tuple[Name, ...]] = Field(default_factory=dict)
    without_effect: dict[Name, Sentence] = Field(default_factory=dict)
    unit: Literal["months", "days", "years", "hours"] | None = None
    when_not_shown: Name | None = None
    proof: FactProof | None = None
    from_territory: DESIGNATED_AS | None = None
    from_date: FromDate | None = None
    in_order: dict[Name, DatesInOrder] = Field(default_factory=dict)
    look_first_in: dict[PART, tuple[Sentence, ...]] = Field(default_factory=dict)
    look_in: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _defaults_to_one_of_its_answers(self) -> Self:
        if self.when_not_shown is not None and self.when_not_shown not in self.answers:
            raise ValueError(f"when_not_shown is {self.when_not_shown!r}, which is not one of the answers")
        if self.from_territory is not None and (self.about != "person" or self.unit is not None):
            raise ValueError("a fact that the territory settles must be about the person, and have no unit")
        if self.from_date is not None and (self.about != "person" or self.from_territory is not None):
            raise ValueError("a fact that a date answers must be about the person, and not of the territory")
        if self.in_order and self.about != "person":
            raise ValueError("in_order is for a fact about the person")
        return self

    @model_validator(mode="after")
    def _follows_only_as_a_doubt(self) -> Self:
        if self.follows_from and not self.doubts:
            raise ValueError("follows_from is for a fact that records a doubt")
        asserted = [name for each in self.follows_from for name in each.asserted]
        other = next((name for name in asserted if name not in self.doubts), None)
        if other is not None:
            raise ValueError(f"follows_from has {other} as asserted, which is not one of its doubts")
        return self

    @model_validator(mode="after")
    def _is_about_an_offence_if_about_its_decisions(self) -> Self:
        if self.asked_of is not None and self.about != "offence":
            raise ValueError("asked_of is for facts about an offence")
        return self

    @model_validator(mode="after")
    def _notes_and_includes_its_own_answers(self) -> Self:
        named = {
            *self.notes,
            *self.includes,
            *self.without_effect,
            *self.in_order,
            *([self.from_date.answer] if self.from_date else []),
            *(each.answer for each in self.follows_from),
            *(answer for others in self.includes.values() for answer in others),
        }
        unknown = sorted(named - self.answers.keys())
        if unknown:
            raise ValueError(f"{unknown[0]!r} is not one of the answers")
        wider = next(
            (answer for answer, others in self.includes.items() if {*others} & self.includes.keys()), None
        )
        if wider is not None:
            raise ValueError(f"{wider!r} includes an answer that includes others itself")
        return self

    def term(self, name: str) -> Term:
        """The words for this fact in a report.

        Args:
            name: its name in the rule book; it serves as the phrase of a fact that has none.
        """
        return Term(phrase=self.phrase or name.replace("_", " "), answers=self.answers, unit=self.unit)

    def documents(self, part: PART) -> tuple[str, ...]:
        """The documents that usually have the answer in a case of the matter *part*, those of it first.

        Args:
            part: the matter.
        """
        return (*self.look_first_in.get(part, ()), *self.look_in)

    def allows(self, answer: Answer | Length) -> bool:
        """Whether *answer* is on the closed list, or a number or a length where the fact allows them."""
        if isinstance(answer, Length):
            return self.unit == "months"
        return (
            self.unit is not None and 0 <= answer < 2**53
            if isinstance(answer, int)
            else answer in self.answers
        )

    def read(self, text: str) -> Answer | Length:
        """The answer that *text* is: a number if the fact has a unit, a length if the unit is months,
        otherwise the text.

        A length with one certain number of whole months is that number.

        Args:
            text: the answer as a case file has it: a code, a number or a length in words.

        >>> sentence = Fact(ask="How long?", about="offence", answers={"life": "Life."}, unit="months")
        >>> sentence.read("12"), sentence.read("life"), sentence.read("1 year")
        (12, 'life', 12)
        """
        if self.unit is None:
            return text
        if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
            return int(text)
        length = Length.read(text) if self.unit == "months" else None
        if length is None:
            return text
        least, most = length.whole_months
        return least if least == most else length
