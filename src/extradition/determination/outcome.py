"""Where a hearing comes out: the outcome of an offence, the stages on the way to it, and what follows after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from pydantic import ConfigDict, computed_field

from extradition.case_file.settling import BASIS
from extradition.days import Days
from extradition.determination.reasons import FactUsed
from extradition.law import ANSWER, HOLDS, VERIFIED, Hour, Model, Proof, Provision
from extradition.rule_book.book import CATEGORY, DECIDER, Limit
from extradition.rule_book.consequences import CONSEQUENCES, KIND_OF_CONSEQUENCE
from extradition.rule_book.fact import SUBJECT

KIND = Literal[KIND_OF_CONSEQUENCE, "open"]
KIND_OF_CASE = KIND | Literal["mixed"]
"""The kind of outcome of a whole case: ``mixed`` where its offences come out differently."""
ONLY_ON = Literal["yes", "no", "not asked"]
STATE = Literal["answered", "open", "judgment", "makes no difference", "not asked", "not in force", "date missing", "not reached", "not examined"]
OnlyIf = tuple[tuple[str, ONLY_ON], ...]
"""The open questions before a question, with the answers on which it is reached."""
READ_BACK = ConfigDict(extra="ignore", frozen=True)  # what is computed is in the JSON form too


class Forcing(Model):
    """An answered question that leads to an outcome whatever the open questions before it come to, *under* that provision."""

    question: str
    under: str | None


class Outcome(Model):
    """Where an offence comes out, or a single answer leads; *under* is the provision it rests on.

    ``forced_by``: where open questions do not matter because every way on leads to this outcome, the answered questions that lead to it.
    ``proceed`` goes on to the question *to*, which nobody has answered; ``send`` to the Secretary of State, whose first
    question is *to*; ``refuse``: no certificate is issued. *by* is whose outcome it is, *at* the question whose answer leads there.
    """

    model_config = READ_BACK
    kind: KIND
    to: str | None = None
    under: str | None = None
    by: DECIDER | None = None
    at: str | None = None
    forced_by: tuple[Forcing, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def outcome(self) -> str:
        """The outcome in words: ``discharge``, ``proceed to s 21``, ``order by the Secretary of State``, ``open``."""
        if self.kind == "proceed" and self.to is not None:
            return f"proceed to {Provision(self.to).short}"
        if self.kind == "open":
            return "open"
        noun = CONSEQUENCES[self.kind].noun
        return noun if self.by in (None, "judge") or self.kind == "refuse" else f"{noun} by the {self.by}"

    def same_as(self, other: Outcome) -> bool:
        """Whether both come out at the same place, whatever provision led there."""
        return (self.kind, self.to, self.by) == (other.kind, other.to, other.by)


def outcome_of(outcomes: Iterable[Outcome]) -> str:
    """The outcome of the whole case, in words: that of every offence if they agree, else ``mixed``."""
    words = {each.outcome for each in outcomes}
    return words.pop() if len(words) == 1 else "mixed"


def under_of(outcomes: Iterable[Outcome]) -> str | None:
    """The provision on which the whole case rests, if every offence rests on the same one."""
    provisions = {each.under for each in outcomes}
    return provisions.pop() if len(provisions) == 1 else None


class Stage(Model):
    """A question of the Part as a stage of the hearing, in the order in which the hearing comes to it.

    ``answer`` is None unless it is answered; ``leads_to`` is where that answer (or the gate that passed it by) leads, ``ways``
    where each answer to an open question would;
    ``certain``: whether the hearing comes to it whatever is still open.
    """

    provision: str
    title: str
    decided_by: DECIDER
    decided_for: SUBJECT
    state: STATE
    answer: ANSWER | None
    leads_to: Outcome | None
    ways: tuple[tuple[ONLY_ON, Outcome], ...] = ()
    certain: bool


class Unproved(Model):
    """A question that goes against whoever had to prove it, if nothing more is shown."""

    provision: str
    title: str
    answer: ANSWER
    proof: Proof


class Closing(Model):
    """The outcome if nothing more is shown: every open fact stays not shown, and the burden decides.

    ``reached``: every question to which the hearing would come.
    """

    outcome: Outcome
    reached: tuple[str, ...]
    unproved: tuple[Unproved, ...]


class PartyCase(Model):
    """The outcome on what is found and agreed only, or on a party's case, and the outcome there if nothing more is shown.

    For the two parties' cases ``differs`` are the facts and questions that were asked and on which they say different
    things, with what this party's case has on each. ``parts_at`` is the first question of the hearing that comes out differently
    in them as things stand; if there is none, the first that would if nothing more is shown.
    """

    name: BASIS
    outcome: Outcome
    if_nothing_more_is_shown: Outcome
    differs: tuple[FactUsed, ...] = ()
    parts_at: str | None = None


class Alternative(Model):
    """The outcome if a *version* that is not the law on the dates applied instead."""

    version: str
    provision: str
    verified: VERIFIED
    outcome: Outcome


class Span(Model):
    """The days (and hours) in which a *date* of the case may fall: *from* is in, *until* is out."""

    date: str
    from_: dt.date
    from_hour: Hour | None
    until: dt.date | None
    until_hour: Hour | None


class Candidate(Model):
    """The outcome under the law that applies if the dates that are missing fall into these *spans*."""

    spans: tuple[Span, ...]
    outcome: Outcome


class CategoryUsed(Model):
    """What the territory was designated as on the *day* (or on every day of the span) that is looked up, *selected_by* which date of the case."""

    category: CATEGORY
    day: dt.date | Days
    selected_by: str
    by: str
    verified: VERIFIED


class Combined(Model):
    """The offences that come out alike."""

    outcome: Outcome
    offences: tuple[str, ...]


class Follows(Model):
    """What the Act provides after the outcome, for information; ``applies`` is open where a fact that it turns on is.

    ``warrants`` are the ids of the warrants after whose outcomes it follows, where there are several.
    """

    provision: str
    address: str
    title: str
    says: str
    limit: Limit | None
    verified: VERIFIED
    applies: HOLDS
    warrants: tuple[str, ...] = ()
