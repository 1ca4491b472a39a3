"""The gate before a question: the condition on which the Act asks it, and the way around it."""

from __future__ import annotations

import datetime as dt
from typing import Self, cast

from pydantic import model_validator

from extradition.law import Day, Model
from extradition.rule_book.conditions import Answers, Condition
from extradition.rule_book.consequences import Consequence, Sentence


class EarlierWay(Model):
    """The consequence to which a gate led on the days before *until*."""

    until: Day
    otherwise: Consequence


class Gate(Model):
    """The condition (*when*) on which the Act asks a question at all.

    If the condition fails, the hearing goes on to *otherwise*, *because* of a stated reason; it led elsewhere
    *earlier*. With *unless_shown* in place of *when*, the question is asked unless that condition holds. On
    open facts it is presumed that nothing is shown. A question that the condition names is answered by the
    findings on it alone.
    """

    when: Condition | None = None
    unless_shown: Condition | None = None
    otherwise: Consequence
    because: Sentence | None = None
    earlier: EarlierWay | None = None

    @model_validator(mode="after")
    def _has_one_condition(self) -> Self:
        if (self.when is None) == (self.unless_shown is None):
            raise ValueError("has either when or unless_shown")
        return self

    @property
    def condition(self) -> Condition:
        """The condition on which it depends whether the question is asked."""
        return cast("Condition", self.when or self.unless_shown)

    def lets_ask(self, answers: Answers) -> bool | None:
        """Whether the question is asked; None while that is open.

        Args:
            answers: the known answers to the facts of the condition.
        """
        held = self.condition.holds(answers)
        return held if self.unless_shown is None or held is None else not held

    def way(self, day: dt.date | None) -> Consequence:
        """The consequence on *day* if the condition fails.

        Args:
            day: the day that chose the version of the question; None if the user assumed the version, and
                then the consequence is that of today.
        """
        return (
            self.earlier.otherwise
            if self.earlier and day is not None and day < self.earlier.until
            else self.otherwise
        )
