"""The points and clarifications of a request for further information."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from extradition.case_file.finding import Finding
from extradition.determination.ambiguity import WarrantAmbiguity
from extradition.determination.dependence import Matter
from extradition.law import LEFT_OUT_IF_NONE, FactProof, Model, Proof
from extradition.rule_book.question import Question


class QuestionAsked(Model):
    """A question of the Act that depends on a fact which is asked for."""

    provision: str
    title: str


def burden_at(matter: Matter, questions: Mapping[str, Question]) -> QuestionAsked | None:
    """The question on which the burden of proof of *matter* is: the first that asks for it and has a burden.

    Args:
        matter: a fact or a judgment that can still change the outcome.
        questions: the questions of the rule book, by provision.
    """
    asked = ((provision, questions[provision]) for provision in matter.provisions)
    return next(
        (QuestionAsked(provision=at, title=question.title) for at, question in asked if question.proof), None
    )


class Sufficient(Model):
    """An answer that leaves the proof possible: in the words of the vocabulary, or a span of numbers
    without *wording*.
    """

    answer: str
    wording: str | None


class Point(Model):
    """One fact that the requesting authority is asked for, *under* those questions, for all the *offences*
    that it affects.

    *warrant* is the id of the warrant for which it is asked, where there are several: each may have its own
    issuing authority.

    ``proof`` is the burden on the question ``burden_at``, the first of those questions that has one. ``own``
    is the burden on the fact itself, which takes precedence. ``suffices`` are the answers that leave the
    proof possible; "not shown" is never among them. ``excludes_nothing``: whether it has every other answer
    in words (and there are no numbers), so that no answer decides by itself.
    """

    number: int
    name: str
    ask: str
    under: tuple[QuestionAsked, ...]
    offences: tuple[str, ...]
    look_in: tuple[str, ...]
    proof: Proof | None
    burden_at: Annotated[QuestionAsked | None, LEFT_OUT_IF_NONE] = None
    own: FactProof | None
    unit: str | None
    suffices: tuple[Sufficient, ...]
    excludes_nothing: bool
    disputed: tuple[Finding, ...]
    warrant: str | None = None


class Presumed(Model):
    """A fact of which nothing is recorded, and the *answer* that the rule book presumes meanwhile."""

    name: str
    ask: str
    answer: str


class PointKept(Model):
    """A fact that the draft keeps back from the requesting authority, for all the *offences* that it affects.

    ``only_if`` are the presumed facts on which it hangs: it matters only if the answer to one of them is not
    the presumed one. They are empty for a point that is known here.
    """

    name: str
    ask: str
    under: tuple[QuestionAsked, ...]
    offences: tuple[str, ...]
    look_in: tuple[str, ...]
    only_if: tuple[Presumed, ...] = ()
    warrant: str | None = None

    @property
    def hangs_on(self) -> tuple[str, ...]:
        """The names of the presumed facts."""
        return tuple(each.name for each in self.only_if)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the presumed facts and of the fact itself."""
        return (*self.hangs_on, self.name)


class Clarification(Model):
    """An *ambiguity* in the form of the warrant for those *offences*: nothing settles it, and its fact can
    change the outcome.

    ``ask`` is the wording of that fact; None if the fact records a doubt.
    """

    number: int
    offences: tuple[str, ...]
    warrant: str | None = None
    ambiguity: WarrantAmbiguity
    ask: Annotated[str | None, LEFT_OUT_IF_NONE] = None


class OnOffence(Model):
    """One offence, and the points that concern it alone."""

    id: str
    title: str | None
    case_type: str | None
    warrant: str | None = None
    points: tuple[Point, ...]
