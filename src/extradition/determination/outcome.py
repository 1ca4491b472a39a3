"""The outcome of an offence, the stages of the hearing before it, and the provisions that apply after it."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import ConfigDict, computed_field

from extradition.case_file.settling import BASIS
from extradition.days import Days
from extradition.determination.reasons import FactUsed
from extradition.law import (
    ANSWER,
    HOLDS,
    LEFT_OUT_IF_EMPTY,
    LEFT_OUT_IF_NONE,
    VERIFIED,
    Hour,
    Model,
    Proof,
    Provision,
)
from extradition.rule_book.consequences import CONSEQUENCES, DECIDER, KIND_OF_CONSEQUENCE, Limit
from extradition.rule_book.fact import SUBJECT
from extradition.rule_book.in_force import Moment, is_part_of_a_day, moment_of, span_in_words
from extradition.rule_book.matter import CATEGORY
from extradition.rule_book.said import OF_A_PERSON
from extradition.rule_book.version import LEVEL

OUTCOME_KIND = Literal[KIND_OF_CONSEQUENCE, "open"]
KIND_OF_CASE = OUTCOME_KIND | Literal["mixed"]
"""The kind of outcome of a whole case: ``mixed`` if its offences have different outcomes."""
ONLY_ON = Literal["yes", "no", "not asked"]
STATE = Literal[
    "answered",
    "open",
    "judgment",
    "makes no difference",
    "not asked",
    "not in force",
    "date missing",
    "not reached",
    "not examined",
]
OnlyIf = tuple[tuple[str, ONLY_ON], ...]
"""The open questions before a question, with the answers on which it is reached."""
READ_BACK = ConfigDict(extra="ignore", frozen=True)  # the JSON form includes the computed fields


class Forcing(Model):
    """An answered question that leads to an outcome *under* a provision, whatever the answers to the open
    questions before it.
    """

    question: str
    under: str | None


class Outcome(Model):
    """The outcome of an offence, or of a single answer; *under* is the provision for it.

    ``forced_by`` are the answered questions that lead to this outcome, if all answers to the open questions
    lead to it too. ``proceed``: the hearing goes on to the question *to*, which has no answer yet. ``send``:
    the case goes to another decider, whose first question is *to*. ``refuse``: no certificate is issued. *by*
    is the decider of the outcome, *at* the question whose answer leads to it. ``says`` is what the outcome
    says in words of its own: the power, the duty or the reason to stop. It may also be the body that takes
    over (*because* of a reason), or a decider who is not the decider of the hearing. ``within`` is the time
    limit of a duty.
    """

    model_config = READ_BACK
    kind: OUTCOME_KIND
    to: str | None = None
    under: str | None = None
    by: DECIDER | None = None
    at: str | None = None
    says: Annotated[str | None, LEFT_OUT_IF_NONE] = None
    within: Annotated[Limit | None, LEFT_OUT_IF_NONE] = None
    because: Annotated[str | None, LEFT_OUT_IF_NONE] = None
    forced_by: tuple[Forcing, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def outcome(self) -> str:
        """The outcome in words: ``discharge``, ``proceed to s 21``, ``open``, or what it says of its own."""
        if self.says is not None:
            return f"the {self.by} {self.says}" if self.kind in OF_A_PERSON else self.says
        if self.kind == "proceed" and self.to is not None:
            return f"proceed to {_short(self.to)}"
        return "open" if self.kind == "open" else CONSEQUENCES[self.kind].noun

    def same_as(self, other: Outcome) -> bool:
        """Whether both are the same outcome, whatever the provision for each."""
        return self.key == other.key

    @property
    def key(self) -> tuple[OUTCOME_KIND, str | None, str | None, str | None]:
        """The parts of the outcome that count: its kind, the next question, the decider, its own words."""
        return self.kind, self.to, self.by, self.says


@lru_cache(maxsize=1024)  # every outcome names one of the few provisions of a rule book
def _short(provision: str) -> str:
    return Provision(provision).short


class Stage(Model):
    """A question of the matter as a stage of the hearing, in the order of the hearing.

    ``answer`` is None unless the question is answered. ``leads_to`` is the outcome of that answer, or of the
    gate that passed the question over. ``ways`` are the outcomes of each answer to an open question.
    ``certain``: whether the hearing reaches the question, whatever the open answers are.
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
    """A question that goes against the party with the burden of proof, if nothing more is shown."""

    provision: str
    title: str
    answer: ANSWER
    proof: Proof


class Closing(Model):
    """The outcome if nothing more is shown: every open fact counts as not shown, and the burden of proof
    decides.

    ``reached`` are all the questions that the hearing would reach.
    """

    outcome: Outcome
    reached: tuple[str, ...]
    unproved: tuple[Unproved, ...]


class PartyCase(Model):
    """The outcome on found and agreed answers only, or on a party's case, and its outcome there if nothing
    more is shown.

    For the two parties' cases, ``differs`` are the facts and questions that were asked and on which the cases
    differ. Each has the answer in this party's case. ``parts_at`` is the first question of the hearing with a
    different result in the two cases now. If there is none, it is the first with a different result if
    nothing more is shown. ``unless_shown`` are the facts of which the outcome presumes that nothing against
    it is shown.
    """

    name: BASIS
    outcome: Outcome
    unless_shown: tuple[str, ...] = ()
    if_nothing_more_is_shown: Outcome
    differs: tuple[FactUsed, ...] = ()
    parts_at: str | None = None


class Alternative(Model):
    """The outcome under another *version*, which is not the law on the dates of the case.

    ``out_of_reach``: the prospective version was enacted after the date of the case that would choose it.
    """

    version: str
    provision: str
    verified: LEVEL
    outcome: Outcome
    out_of_reach: Annotated[bool, LEFT_OUT_IF_EMPTY] = False


class Span(Model):
    """The days (and hours) on which a *date* of the case may fall, including *from* and excluding *until*."""

    date: str
    from_: dt.date
    from_hour: Hour | None
    until: dt.date | None
    until_hour: Hour | None

    @property
    def in_words(self) -> str:
        """The days (and hours) in words.

        >>> days = {"date": "hearing date", "from_hour": None, "until_hour": None, "until": "2024-03-09"}
        >>> Span.model_validate({"from_": "2024-03-06", **days}).in_words
        'from 6 March 2024 to 8 March 2024 inclusive'
        """
        return span_in_words(self.begins, self.ends)

    @property
    def is_part_of_a_day(self) -> bool:
        """Whether the span begins and ends on one day, and leaves out some of its hours."""
        return is_part_of_a_day(self.begins, self.ends)

    @property
    def begins(self) -> Moment:
        """The moment at which the span begins."""
        return moment_of(self.from_, self.from_hour)

    @property
    def ends(self) -> Moment | None:
        """The moment at which the span has ended; None if it has no end."""
        return moment_of(self.until, self.until_hour)


class Candidate(Model):
    """The outcome under the law that applies if the missing dates fall in these *spans*."""

    spans: tuple[Span, ...]
    outcome: Outcome


class CategoryUsed(Model):
    """The designated *category* of the territory on the *day* (or on every day of the span) that a date of
    the case selects (*selected_by*).
    """

    category: CATEGORY
    day: dt.date | Days
    selected_by: str
    by: str
    verified: VERIFIED


class Combined(Model):
    """The offences with the same outcome."""

    outcome: Outcome
    offences: tuple[str, ...]


class Follows(Model):
    """A provision of the Act that follows the outcome, for information; ``applies`` is open if a fact that
    decides it is open.

    ``warrants`` are the ids of the warrants with an outcome that it follows, if there are several.
    """

    provision: str
    address: str
    title: str
    says: str
    limit: Limit | None
    verified: VERIFIED
    applies: HOLDS
    warrants: tuple[str, ...] = ()
