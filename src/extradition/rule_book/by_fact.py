"""The short form of a condition: the answers of each fact divided into yes, decider and no."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, RootModel, Tag, model_validator

from extradition.law import NOT_EMPTY, Model
from extradition.rule_book.conditions import All, AnyOf, Condition, Is, Name, OneOf
from extradition.source import Fault

_SIDES = ("yes", "decider", "no")
_REST = "rest"
_Side = Annotated[
    Annotated[Literal["rest"], Tag("<rest>")] | Annotated[tuple[str, ...], *NOT_EMPTY, Tag("<answers>")],
    Discriminator(lambda value: "<rest>" if isinstance(value, str) else "<answers>"),
]


class Division(Model):
    """The closed list of one fact, divided: each answer is in one list: ``yes``, ``decider`` or ``no``.

    ``decider`` or ``no`` may be ``rest``: every answer that the other lists leave over. ``yes`` is always
    written out, so that an answer that is added to a fact never becomes a yes by itself.
    """

    yes: Annotated[tuple[str, ...], *NOT_EMPTY]
    decider: _Side | None = None
    no: _Side | None = None

    @model_validator(mode="after")
    def _has_each_answer_once(self) -> Self:
        if self.decider is None and self.no is None:
            raise ValueError(
                "needs decider: or no:, because a fact on which every answer is yes decides nothing"
            )
        sides = [side for side in (self.yes, self.decider, self.no) if side is not None]
        if sum(side == _REST for side in sides) > 1:
            raise ValueError("has rest twice; write the answers of one of the two lists")
        listed = [answer for side in sides if side != _REST for answer in side]
        again = next((answer for answer in listed if listed.count(answer) > 1), None)
        if again is not None:
            raise ValueError(f"has {again!r} twice; keep one")
        return self

    @property
    def listed(self) -> Mapping[str, tuple[str, ...]]:
        """The answers in each list that is written out, by the key of the list."""
        sides = ((key, getattr(self, key)) for key in _SIDES)
        return {key: side for key, side in sides if side is not None and side != _REST}

    def written_out(self, answers: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
        """The answers in each list, with ``rest`` replaced by the answers that it stands for.

        Args:
            answers: the closed list of the fact.

        >>> Division(yes=("late",), no="rest").written_out(("early", "late", "not_shown"))
        {'yes': ('late',), 'no': ('early', 'not_shown')}
        """
        taken = {answer for side in self.listed.values() for answer in side}
        rest = tuple(answer for answer in answers if answer not in taken)
        return {key: self.listed.get(key, rest) for key in _SIDES if getattr(self, key) is not None}


class ByFact(RootModel[Annotated[dict[Name, Division], Field(min_length=1)]]):
    """The conditions of a version, fact by fact: yes if every fact is yes, no if any fact is no, otherwise
    for the decider.
    """

    @model_validator(mode="after")
    def _can_be_no(self) -> Self:
        if not any(division.no is not None for division in self.root.values()):
            raise ValueError("needs no: for at least one fact")
        return self

    @property
    def leaves_open(self) -> bool:
        """Whether it leaves any answer to the decider."""
        return any(division.decider is not None for division in self.root.values())

    def conditions(self, answers_to: Callable[[str], tuple[str, ...]]) -> Mapping[str, Condition | None]:
        """The conditions ``yes_if`` and ``no_if`` that it stands for.

        There is no ``no_if`` if nothing is left to the decider.

        Args:
            answers_to: gives the closed list of a fact or question.
        """
        divided = {fact: division.written_out(answers_to(fact)) for fact, division in self.root.items()}
        yes = tuple(_is(fact, sides["yes"]) for fact, sides in divided.items())
        no = tuple(_is(fact, sides["no"]) for fact, sides in divided.items() if "no" in sides)
        return {
            "yes_if": yes[0] if len(yes) == 1 else All(all=yes),
            "no_if": None if not self.leaves_open else no[0] if len(no) == 1 else AnyOf(any=no),
        }

    def faults(self, answers_to: Callable[[str], tuple[str, ...]]) -> Iterator[Fault]:
        """A fault for each unknown fact or answer, and for each answer that is in no list.

        Args:
            answers_to: gives the closed list of a fact or question; empty for an unknown fact, and for
                numbers.
        """
        for fact, division in self.root.items():
            answers = answers_to(fact)
            if answers:
                yield from _faults_of(division, fact, answers)
            else:
                yield Fault(
                    (fact,),
                    "is not a fact with a closed list of answers, nor the name of a question in this matter",
                )


def _is(fact: str, answers: tuple[str, ...]) -> Is:
    return Is({fact: OneOf(answers)})


def _faults_of(division: Division, fact: str, answers: tuple[str, ...]) -> Iterator[Fault]:
    for key, listed in division.listed.items():
        unknown = (answer for answer in listed if answer not in answers)
        yield from (
            Fault((fact, key), f"{answer!r} is not one of its answers: {', '.join(sorted(answers))}")
            for answer in unknown
        )
    divided = division.written_out(answers)
    left = [answer for answer in answers if not any(answer in side for side in divided.values())]
    if left:
        yield Fault(
            (fact,), f"leaves out {', '.join(left)}; add each answer to a list, or write rest for one list"
        )
    empty = next((key for key, side in divided.items() if not side), None)
    if empty is not None:
        yield Fault((fact, empty), "is rest, but the other lists leave no answer over")
