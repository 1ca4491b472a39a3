"""Values of the field: provisions, neutral citations, spans in force, burdens of proof."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sized
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

T = TypeVar("T", bound=Sized)


def text_of_number(value: Any) -> Any:
    """A whole number as the text that a file would have: for values made in Python."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


ANSWER = Literal["yes", "no"]
HOLDS = Literal["yes", "no", "open"]
VERIFIED = Literal["text seen", "secondary", "factsheet only", "recalled"]
"""How sure we are of a statement of law, surest first (see docs/glossary.md)."""
SELECTOR = Literal["hearing date", "arrest date", "certificate date", "conduct date"]
PART = Annotated[Literal["1", "2"], BeforeValidator(text_of_number, json_schema_input_type=Literal["1", "2", 1, 2])]
PARTY = Literal["requesting authority", "requested person"]
STANDARD = Literal[
    "criminal standard",
    "balance of probabilities",
    "reasonable chance or serious possibility",
    "reasonable grounds for believing",
    "real risk",
    "case to answer",
    "standard of the right relied on",
]

_PROVISION = re.compile(r"(?P<act>.+?) (?P<kind>s|art|reg) (?P<number>\d+[A-Z]*)(?P<below>(\([0-9a-zA-Z]+\))*)")
_CITATION = re.compile(r"\[(?P<year>\d{4})\] (?P<court>[A-Za-z]+)(?: (?P<list>Civ|Crim))? (?P<number>\d+)(?: \((?P<division>[A-Za-z]+)\))?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_KINDS = {"s": "section", "art": "article", "reg": "regulation"}
_FIND_CASE_LAW = {"UKSC": None, "UKPC": None, "EWCA": "list", "EWHC": "division"}
"""The courts published there, and which part of the citation names their list."""


def written(pattern: str, words: str) -> tuple[StringConstraints, BeforeValidator]:
    """What a text matches, for schemas, and the *words* that a person reads if it does not.

    Args:
        pattern: a regular expression for the whole text.
        words: what the text must be, with an example.
    """
    whole = re.compile(pattern)

    def look(value: Any) -> Any:
        if isinstance(value, str) and not whole.fullmatch(value):
            raise ValueError(f"is empty; {words}" if not value else words)
        return value

    return StringConstraints(pattern=f"^{pattern}$"), BeforeValidator(look)


ProvisionText = Annotated[str, *written(_PROVISION.pattern, "must be a provision such as EA 2003 s 20(5)")]
"""A provision as lawyers write it: ``EA 2003 s 20(5)``."""


def _not_empty(value: T) -> T:
    if not value:
        raise ValueError("is empty")
    return value


NOT_EMPTY = (AfterValidator(_not_empty), Field(json_schema_extra={"minItems": 1}))
"""For a list: checked only once its items are right, so that wrong items are not also called missing."""


class Model(BaseModel):
    """A frozen value that refuses keys it does not know, and is told with the keys that it is read with."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True)


class Provision:
    """The parts of a provision: ``EA 2003 s 20(5)`` is act ``EA 2003``, section ``20``, subsection ``5``."""

    def __init__(self, text: str) -> None:
        found = _PROVISION.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is not a provision such as 'EA 2003 s 20(5)'")
        self.act = found["act"]
        self.kind = found["kind"]
        self.number = found["number"]
        self.below = tuple(re.findall(r"\(([0-9a-zA-Z]+)\)", found["below"]))

    @property
    def section(self) -> str:
        """The section alone, as it is spoken of within the Act: ``s 20``."""
        return f"{self.kind} {self.number}"

    @property
    def short(self) -> str:
        """The provision without its Act: ``s 20(5)``."""
        return self.section + "".join(f"({part})" for part in self.below)

    @property
    def stem(self) -> str:
        """How the name of its question file begins: ``s20_05``."""
        return "_".join([f"{self.kind}{self.number}", *(part.rjust(2, "0") if part.isdigit() else part for part in self.below)])

    @property
    def slug(self) -> str:
        """How the ids of its versions begin: ``s20-5``."""
        return "-".join([f"{self.kind}{self.number}", *self.below])

    def identifier(self, act: str) -> str:
        """Its address on legislation.gov.uk, *act* being that of the Act: ``ukpga/2003/41``."""
        return "/".join(["https://www.legislation.gov.uk", act, _KINDS[self.kind], self.number, *self.below])


def case_law_address(cite: str) -> str | None:
    """The Find Case Law address of a neutral citation; None for a court that is not published there.

    ``[2013] EWHC 261 (Admin)`` becomes https://caselaw.nationalarchives.gov.uk/ewhc/admin/2013/261.
    """
    found = _CITATION.fullmatch(cite)
    if found is None or found["court"] not in _FIND_CASE_LAW:
        return None
    named = _FIND_CASE_LAW[found["court"]]
    given = {part for part in ("list", "division") if found[part]}
    if given != ({named} if named else set()):
        return None
    middle = [found[named].lower()] if named else []
    return "/".join(["https://caselaw.nationalarchives.gov.uk", found["court"].lower(), *middle, found["year"], found["number"]])


def year_of(cite: str) -> int | None:
    """The year of a neutral citation; None for any other citation."""
    found = _CITATION.fullmatch(cite)
    return int(found["year"]) if found else None


def _written_day(value: Any) -> Any:
    if not isinstance(value, dt.date) and not (isinstance(value, str) and _DAY.fullmatch(value)):  # pydantic would count seconds
        raise ValueError("must be a date such as 2024-03-06")
    return value


def _written_hour(value: Any) -> Any:
    if not isinstance(value, dt.time) and not (isinstance(value, str) and _HOUR.fullmatch(value)):
        raise ValueError("must be a time such as 23:00")
    return value


Day = Annotated[dt.date, BeforeValidator(_written_day)]
"""A date, written year, month, day: 2024-03-06."""
Hour = Annotated[
    dt.time,
    BeforeValidator(_written_hour),
    PlainSerializer(lambda hour: f"{hour:%H:%M}"),
    WithJsonSchema({"type": "string", "pattern": f"^({_HOUR.pattern})$"}),  # no "time" of JSON Schema, which has seconds and a zone
]
"""A time of day in the United Kingdom: 23:00."""


class InForce(Model):
    """The days on which a version is the law: *from* is in, *until* is out; each begins at midnight or at its *hour*.

    A ``prospective`` version has no first day yet; it is run only by naming it. *enacted* is the day on which its Act was passed: on a
    day before it, nobody need think of the version; from then on it may have come into force without our knowing.
    """

    from_: Literal["prospective"] | Day = Field(alias="from")
    from_hour: Hour | None = None
    until: Day | None = None
    until_hour: Hour | None = None
    selected_by: SELECTOR
    enacted: Day | None = None

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        if self.until is not None and (self.from_ == "prospective" or self.until <= self.from_):
            raise ValueError("must end after it starts")
        if self.enacted is not None and not self.is_prospective:
            raise ValueError("has the day on which it was enacted, but only a prospective version needs that")
        if (self.from_hour and self.is_prospective) or (self.until_hour and self.until is None):
            raise ValueError("has an hour without its day")
        if (self.from_hour or self.until_hour) and self.selected_by != "arrest date":
            raise ValueError("has an hour, but only of an arrest is the hour known")
        return self

    @property
    def is_prospective(self) -> bool:
        """Whether no day is known on which it starts."""
        return self.from_ == "prospective"

    def covers(self, day: dt.date, hour: dt.time | None = None) -> bool:
        """Whether the version is the law on *day*, at *hour* (at its beginning, if none is given)."""
        if self.from_ == "prospective":
            return False
        moment = (day, hour or dt.time())
        return (self.from_, self.from_hour or dt.time()) <= moment and (self.until is None or moment < (self.until, self.until_hour or dt.time()))

    def splits(self, day: dt.date) -> dt.time | None:
        """The hour on *day* at which the version begins or ends; None if it does so on no hour of that day."""
        return self.from_hour if self.from_ == day else self.until_hour if self.until == day else None


class Proof(Model):
    """Who must prove the answer *of*, and to what standard."""

    on: PARTY
    of: ANSWER
    to: STANDARD
    under: ProvisionText


class FactProof(Model):
    """Who must prove a fact that has a burden of its own, and to what standard."""

    on: PARTY
    to: STANDARD
