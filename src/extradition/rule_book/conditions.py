"""Conditions: the closed grammar in which a question file says which facts give an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, RootModel, StringConstraints, Tag, model_validator

from extradition.law import NOT_EMPTY, Model, in_words

Answer = str | int
Answers = Mapping[str, Answer]
"""The known answers, by the name of the fact or question. An open fact has no key."""

_NAME_WORDS = "must be a name of small letters, digits and underscores, such as case_type"
Name = Annotated[str, *in_words("[a-z][a-z0-9_]*", _NAME_WORDS), StringConstraints(max_length=60)]


class AtLeast(Model):
    """A test for a number that is *at_least* or more, in the unit of its fact."""

    at_least: Annotated[int, Field(ge=0, lt=2**53)]

    def holds(self, answer: Answer) -> bool:
        """Whether *answer* is a number that large; a worded answer never is."""
        return isinstance(answer, int) and answer >= self.at_least


class Below(Model):
    """A test for a number smaller than *below*, in the unit of its fact."""

    below: Annotated[int, Field(ge=0, lt=2**53)]

    def holds(self, answer: Answer) -> bool:
        """Whether *answer* is a number that small; a worded answer never is."""
        return isinstance(answer, int) and answer < self.below


class OneOf(RootModel[Annotated[tuple[str, ...], *NOT_EMPTY]]):
    """A test for a worded answer that is on a list."""

    def holds(self, answer: Answer) -> bool:
        """Whether *answer* is on the list."""
        return answer in self.root


SILENCE = "~"
"""The answer to a fact of which a reading presumes that nothing is shown: it passes a test with ``unless``
and no other."""


class Unless(Model):
    """A test that an answer passes unless it is on the list *unless*.

    While the fact is open, the test is open. A version that would be open for that reason alone is read on
    the presumption that none of these answers is shown. The fact then has the answer ``SILENCE``.
    """

    unless: Annotated[tuple[str, ...], *NOT_EMPTY]

    def holds(self, answer: Answer) -> bool:
        """Whether *answer* is not on the list."""
        return answer not in self.unless


def _test_shape(value: Any) -> str:
    if isinstance(value, Mapping):
        return next((f"<{word}>" for word in ("at_least", "unless") if word in value), "<below>")
    if isinstance(value, AtLeast | Below):
        return "<at_least>" if isinstance(value, AtLeast) else "<below>"
    return "<unless>" if isinstance(value, Unless) else "<one_of>"


Test = Annotated[
    Annotated[OneOf, Tag("<one_of>")]
    | Annotated[AtLeast, Tag("<at_least>")]
    | Annotated[Below, Tag("<below>")]
    | Annotated[Unless, Tag("<unless>")],
    Discriminator(_test_shape),
]


class Is(RootModel[dict[Name, Test]]):
    """``fact: [answers]``: the answer to one fact, or to another question, passes a test."""

    @model_validator(mode="after")
    def _has_one_key(self) -> Self:
        if len(self.root) != 1:
            raise ValueError("a condition has one key; put several conditions in a list under all: or any:")
        return self

    @cached_property
    def fact(self) -> str:
        """The name of the fact or question that the test is about."""
        return next(iter(self.root))

    @cached_property
    def test(self) -> OneOf | AtLeast | Below | Unless:
        """The test that its answer must pass."""
        return self.root[self.fact]

    @property
    def edge(self) -> int | None:
        """The number with which the test compares the answer; None for a test of words."""
        return (
            self.test.at_least
            if isinstance(self.test, AtLeast)
            else self.test.below
            if isinstance(self.test, Below)
            else None
        )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions within it: none."""
        return ()

    def holds(self, answers: Answers) -> bool | None:
        """Whether the answer passes the test; None while it is open.

        >>> condition = Is.model_validate({"notice": ["served"]})
        >>> condition.holds({"notice": "served"}), condition.holds({})
        (True, None)
        """
        answer = answers.get(self.fact)
        return None if answer is None else self.test.holds(answer)

    def leaves(self) -> Iterator[Is]:
        """Its one test of a fact: itself."""
        yield self


class All(Model):
    """A condition that holds when all its conditions hold."""

    all: Annotated[tuple[Condition, ...], *NOT_EMPTY]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions within it."""
        return self.all

    def holds(self, answers: Answers) -> bool | None:
        """Whether it holds (Kleene's *and*): False if any condition fails, None if none fails and any is
        open.
        """
        held = [condition.holds(answers) for condition in self.all]
        return False if False in held else None if None in held else True

    def leaves(self) -> Iterator[Is]:
        """Every test of a fact within it, in order."""
        for condition in self.all:
            yield from condition.leaves()


class AnyOf(Model):
    """A condition that holds when at least one of its conditions holds."""

    any: Annotated[tuple[Condition, ...], *NOT_EMPTY]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions within it."""
        return self.any

    def holds(self, answers: Answers) -> bool | None:
        """Whether it holds (Kleene's *or*): True if any condition holds, None if none holds and any is
        open.
        """
        held = [condition.holds(answers) for condition in self.any]
        return True if True in held else None if None in held else False

    def leaves(self) -> Iterator[Is]:
        """Every test of a fact within it, in order."""
        for condition in self.any:
            yield from condition.leaves()


def _condition_shape(value: Any) -> str:
    if isinstance(value, Mapping):
        return next((f"<{word}>" for word in ("all", "any") if word in value), "<is>")
    return "<all>" if isinstance(value, All) else "<any>" if isinstance(value, AnyOf) else "<is>"


Condition = Annotated[
    Annotated[All, Tag("<all>")] | Annotated[AnyOf, Tag("<any>")] | Annotated[Is, Tag("<is>")],
    Discriminator(_condition_shape),
]
All.model_rebuild()
AnyOf.model_rebuild()


def nodes(key: str, condition: Condition) -> Iterator[tuple[str, Condition]]:
    """*condition* and every condition within it, each with a key for its place: ``yes_if/all/0``.

    Args:
        key: the key of *condition* itself.
        condition: the outermost condition.
    """
    yield key, condition
    for i, inner in enumerate(condition.conditions):
        yield from nodes(f"{key}/{'all' if isinstance(condition, All) else 'any'}/{i}", inner)
