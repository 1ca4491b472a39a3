"""Consequences of an answer: the next question, or an end of the hearing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag

from extradition.law import Day, Model, ProvisionText
from extradition.rule_book.conditions import Condition

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5_000)]
DECIDER = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
"""The name of a decider, as it stands after "the"; the book declares it."""
_TRUE = Annotated[
    Literal["true"],
    BeforeValidator(
        lambda value: "true" if value is True else value, json_schema_input_type=Literal["true", True]
    ),
]


class Limit(Model):
    """A time limit: a number of hours, days, weeks or months that runs *from* an event."""

    is_: Annotated[int, Field(alias="is", gt=0)]
    unit: Literal["hours", "days", "weeks", "months", "working days"]
    from_: Sentence = Field(alias="from")

    @property
    def length(self) -> str:
        """The number with its unit.

        >>> Limit.model_validate({"is": 1, "unit": "hours", "from": "the arrest"}).length
        '1 hour'
        """
        return f"{self.is_} {self.unit if self.is_ != 1 else self.unit.removesuffix('s')}"


class Proceed(Model):
    """The next question, and the provision that leads there."""

    proceed_to: ProvisionText
    under: ProvisionText


class Send(Model):
    """The decider must send the case to another, whose first question is *send_to*."""

    send_to: ProvisionText
    under: ProvisionText


class OtherGround(Model):
    """The provision *under* which the decider makes the order *when* a condition holds, from the day *from*
    on.
    """

    when: Condition
    from_: Day | None = Field(default=None, alias="from")
    under: ProvisionText


def _several(value: Any) -> Any:
    return [value] if isinstance(value, Mapping | OtherGround) else value


OtherGrounds = Annotated[
    tuple[OtherGround, ...],
    BeforeValidator(_several, json_schema_input_type=OtherGround | tuple[OtherGround, ...]),
]


class Discharge(Model):
    """The decider must order the person's discharge, *under* a provision, *unless* another provision
    governs it.
    """

    discharge: _TRUE
    under: ProvisionText
    unless: OtherGrounds = ()


class Order(Model):
    """The decider must order the person's extradition, *under* a provision, *unless* another provision
    governs the order.
    """

    order: _TRUE
    under: ProvisionText
    unless: OtherGrounds = ()


class Adjourn(Model):
    """The decider adjourns the hearing, *under* a provision, or waits in another way, which *says* names."""

    adjourn: _TRUE
    says: Sentence | None = None
    under: ProvisionText


class RefuseCertificate(Model):
    """The decider issues no certificate, so that the case does not reach a hearing."""

    refuse_certificate: _TRUE
    under: ProvisionText


class May(Model):
    """The power to do what *may* says, for the decider *by*."""

    may: Sentence
    by: DECIDER | None = None
    under: ProvisionText


class MayNot(Model):
    """The lack of a power to do what *may_not* says, for the decider *by*."""

    may_not: Sentence
    by: DECIDER | None = None
    under: ProvisionText


class Must(Model):
    """The duty of *by* to do what *must* says, *within* a time limit if it has one."""

    must: Sentence
    by: DECIDER
    within: Limit | None = None
    under: ProvisionText


class NeedNot(Model):
    """The lack of a duty to do what *need_not* says, for *by*."""

    need_not: Sentence
    by: DECIDER
    under: ProvisionText


class Done(Model):
    """The end at which nothing more follows; *done* says so in a sentence."""

    done: Sentence
    under: ProvisionText


class ReferTo(Model):
    """The body to which the matter goes, *because* of a stated reason."""

    refer_to: Sentence
    because: Sentence
    under: ProvisionText


KIND_OF_END = Literal["may", "may_not", "must", "need_not", "done", "refer"]
KIND_OF_CONSEQUENCE = Literal["order", "send", "proceed", "adjourn", "refuse", "discharge", KIND_OF_END]


@dataclass(frozen=True)
class ConsequenceKind:
    """One kind of consequence: a row of the table ``CONSEQUENCES``.

    Attributes:
        kind: its name in a determination.
        model: its shape in a rule file.
        key: the key that identifies the shape.
        noun: the outcome in words.
        heading: its name over a column, or at a bar, of counts.
        colour: its colour in a chart.
        ends: whether it ends the case, before this decider and every other.
        halts: whether it ends or adjourns the hearing without what is asked for, such as extradition; one
            answer is enough for it.
    """

    kind: KIND_OF_CONSEQUENCE
    model: type[Model]
    key: str
    noun: str
    heading: str
    colour: str
    ends: bool
    halts: bool = False


CONSEQUENCES: Mapping[KIND_OF_CONSEQUENCE, ConsequenceKind] = {
    row.kind: row
    for row in (
        ConsequenceKind("order", Order, "order", "order", "Order", "#12352b", ends=True),
        ConsequenceKind("send", Send, "send_to", "send", "Sent on", "#2a6f97", ends=False),
        ConsequenceKind("proceed", Proceed, "proceed_to", "proceed", "Going on", "#9cc4dd", ends=False),
        ConsequenceKind(
            "adjourn", Adjourn, "adjourn", "adjourn", "Adjourned", "#c9a24a", ends=False, halts=True
        ),
        ConsequenceKind(
            "refuse",
            RefuseCertificate,
            "refuse_certificate",
            "certificate refused",
            "Certificate refused",
            "#a07ab4",
            ends=True,
            halts=True,
        ),
        ConsequenceKind(
            "discharge", Discharge, "discharge", "discharge", "Discharge", "#8a2b1c", ends=True, halts=True
        ),
        ConsequenceKind("may", May, "may", "may", "May", "#2c8769", ends=True),
        ConsequenceKind("may_not", MayNot, "may_not", "may not", "May not", "#8e4535", ends=True, halts=True),
        ConsequenceKind("must", Must, "must", "must", "Must", "#2d3b66", ends=True),
        ConsequenceKind(
            "need_not", NeedNot, "need_not", "need not", "Need not", "#c8cacf", ends=True, halts=True
        ),
        ConsequenceKind("done", Done, "done", "done", "Done", "#7ca17c", ends=True),
        ConsequenceKind("refer", ReferTo, "refer_to", "refer to", "Referred", "#c8b08a", ends=True),
    )
}
"""Every kind of consequence, in the order in which reports list outcomes."""
HALTING = frozenset(kind for kind, row in CONSEQUENCES.items() if row.halts)
"""The kinds of consequence that end or adjourn the hearing without what is asked for."""
_KINDS = {row.model: row.kind for row in CONSEQUENCES.values()}


def _shape(value: Any) -> str:
    named = (
        row.key
        for row in CONSEQUENCES.values()
        if isinstance(value, row.model) or (isinstance(value, Mapping) and row.key in value)
    )
    return f"<{next(named, 'proceed_to')}>"


Consequence = Annotated[
    Annotated[Proceed, Tag("<proceed_to>")]
    | Annotated[Discharge, Tag("<discharge>")]
    | Annotated[Order, Tag("<order>")]
    | Annotated[Adjourn, Tag("<adjourn>")]
    | Annotated[RefuseCertificate, Tag("<refuse_certificate>")]
    | Annotated[Send, Tag("<send_to>")]
    | Annotated[May, Tag("<may>")]
    | Annotated[MayNot, Tag("<may_not>")]
    | Annotated[Must, Tag("<must>")]
    | Annotated[NeedNot, Tag("<need_not>")]
    | Annotated[Done, Tag("<done>")]
    | Annotated[ReferTo, Tag("<refer_to>")],
    Discriminator(_shape),
]


def kind_of(way: Consequence) -> KIND_OF_CONSEQUENCE:
    """The kind of consequence that *way* is."""
    return _KINDS[type(way)]


def next_question(way: Consequence) -> str | None:
    """The provision of the question to which *way* leads; None if *way* leads to no question."""
    return way.proceed_to if isinstance(way, Proceed) else way.send_to if isinstance(way, Send) else None


def provisions_in(way: Consequence) -> tuple[str, ...]:
    """Every provision that *way* names."""
    to = next_question(way)
    return (way.under, *(other.under for other in other_grounds(way)), *(() if to is None else (to,)))


def other_grounds(way: Consequence | None) -> tuple[OtherGround, ...]:
    """The other provisions that *way* may rest on; none unless it is an order of extradition or discharge."""
    return way.unless if isinstance(way, Order | Discharge) else ()


def facts_of_order(way: Consequence | None) -> tuple[str, ...]:
    """The names of the facts that decide on which provision *way* rests; none unless it is an order of
    extradition or discharge.
    """
    return tuple(dict.fromkeys(leaf.fact for other in other_grounds(way) for leaf in other.when.leaves()))
