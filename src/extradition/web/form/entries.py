"""The fields of a form and the entries made of them: the findings on one fact, or on one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extradition.rule_book.book import DECIDER
from extradition.source import Place, Problem, written_place
from extradition.web.form.fields import Leaves
from extradition.web.form.relevance import Relevance

SHOWS = Literal["all", "of what is filled in", "none"]
"""Which faults are shown beside the fields: while somebody is still typing, not those of the fields to which he has not come."""
_OPEN_FIRST = 3
"""So many of the entries that matter, the best asked, are unfolded from the start."""
_SOURCE = ("document", "at", "date", "language", "translation")


@dataclass(frozen=True)
class Field:
    """One field: its *name* (the place in the case file), its *value* as it stands, and what is wrong with it."""

    name: str
    value: str
    faults: tuple[str, ...]

    @property
    def id(self) -> str:
        """By which a page finds it."""
        return id_of(self.name)


@dataclass(frozen=True)
class FindingFields:
    """The fields of one finding; blank, if nobody has made it yet. *faults* are those of the whole."""

    id: str
    answer: Field
    by: Field
    status: Field
    document: Field
    at: Field
    date: Field
    language: Field
    translation: Field
    reasons: Field
    faults: tuple[str, ...]

    @property
    def tells_more(self) -> bool:
        """Whether more is said of its document than is asked at first."""
        return any(field.value or field.faults for field in (self.date, self.language, self.translation))


@dataclass(frozen=True)
class Entry:
    """What a form has on one fact, or on a question itself: every finding on it, or one that is blank.

    *holder* is the place that has the findings; *offence* the number of the offence on the page, None for the person; *on* names the
    offence or the warrant, where there are several. *provision* is that of the question, if it is one; *reserved* whether only a
    finding answers that. *answers* is the closed list, *notes* help to choose among them, *unit* is that of numbers. *relevance* is
    None as long as the case file has a fault. *adds*: the place at which another finding is added.
    """

    id: str
    name: str
    ask: str
    holder: Place
    offence: int | None
    on: str | None
    answers: Mapping[str, str]
    notes: Mapping[str, str]
    unit: str | None
    look_in: tuple[str, ...]
    provision: str | None
    reserved: bool
    decided_by: DECIDER | None
    findings: tuple[FindingFields, ...]
    adds: str
    relevance: Relevance | None
    faults: tuple[str, ...]

    @property
    def has_faults(self) -> bool:
        """Whether something in it is wrong."""
        return bool(self.faults) or any(each.faults or any(field.faults for field in _fields(each)) for each in self.findings)

    @property
    def is_blank(self) -> bool:
        """Whether the form has no finding on it."""
        return not any(field.value for each in self.findings for field in _fields(each))

    @property
    def matters(self) -> bool:
        """Whether it can still change the outcome."""
        return self.relevance is not None and self.relevance.rank is not None

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded from the start: something is wrong, or it is one of the best asked."""
        return self.has_faults or bool(self.relevance and self.relevance.rank and self.relevance.rank <= _OPEN_FIRST)

    def says(self, answer: str) -> str:
        """The sentence of *answer*, or a number with its unit."""
        return self.answers.get(answer) or (f"{answer} {self.unit}" if self.unit else answer)


@dataclass(frozen=True)
class FaultShown:
    """What is wrong, and *where*; the *id* of what shows it, if something does; *can_go*: it is in what no field shows, and can be left out."""

    where: str
    message: str
    id: str | None
    can_go: bool


def _fields(of: FindingFields) -> Iterable[Field]:
    return (of.answer, of.by, of.status, of.document, of.at, of.date, of.language, of.translation, of.reasons)


def id_of(name: str) -> str:
    """The id of what is at the place that is written *name*."""
    return name.replace("].", "-").replace("[", "-").replace("]", "").replace(".", "-")


class Drawer:
    """Takes leaves and faults out, each for the field at its place; what is left has no field.

    Args:
        leaves: what the case file says.
        problems: what is wrong with it.
        shows: which faults are shown beside the fields.
    """

    def __init__(self, leaves: Leaves, problems: Iterable[Problem], shows: SHOWS) -> None:
        self.left = dict(leaves)
        self._shows = shows
        self._faults: dict[str, list[str]] = {}
        for problem in problems:
            self._faults.setdefault(problem.where, []).append(problem.message)
        self.ids: dict[str, str] = {}

    def field(self, *place: str | int) -> Field:
        """The field at *place*."""
        name, leaf = written_place(place), self._span(place) or self.left.get(place)
        if isinstance(leaf, str | int):
            self.left.pop(place, None)
        faults = self.faults(place)
        value = str(leaf) if isinstance(leaf, str | int) else ""
        return Field(name, value, faults if value or self._shows == "all" else ())

    def _span(self, place: Place) -> str | None:
        """The span of days at *place* as one text, as a field has it; None if there is none."""
        ends = [self.left.get((*place, key)) for key in ("from", "until")]
        if not all(isinstance(end, str) for end in ends) or place in self.left:
            return None
        for key in ("from", "until"):
            del self.left[(*place, key)]
        return f"{ends[0]} to {ends[1]}"

    def faults(self, place: Place) -> tuple[str, ...]:
        """What is wrong at *place* itself, to be shown there."""
        name = written_place(place)
        self.ids[name] = id_of(name)
        return () if self._shows == "none" else tuple(self._faults.get(name, ()))

    def under(self, place: Place) -> tuple[int, ...]:
        """The numbers of the items of the list at *place*."""
        inside = (key[len(place)] for key in self.left if key[: len(place)] == place and len(key) > len(place))
        return tuple(sorted({part for part in inside if isinstance(part, int)}))

    def findings(self, place: Place, *, another: bool) -> tuple[FindingFields, ...]:
        """The findings at *place*; one blank if there are none, or if *another* is wanted."""
        numbers = self.under(place)
        blank = [max(numbers, default=-1) + 1] if another or not numbers else []
        return tuple(self._finding((*place, number)) for number in (*numbers, *blank))

    def _finding(self, place: Place) -> FindingFields:
        source = {key: self.field(*place, "source", key) for key in _SOURCE}
        own = {key: self.field(*place, key) for key in ("answer", "by", "status", "reasons")}
        faults = (*self.faults(place), *self.faults((*place, "source")))
        return FindingFields(id=id_of(written_place(place)), faults=faults, **own, **source)

    @property
    def shown(self) -> tuple[FaultShown, ...]:
        """Every fault, with what shows it."""
        left = {around for place in self.left for around in _around(written_place(place))}
        nearest = {where: next((self.ids[name] for name in _around(where) if name in self.ids), None) for where in self._faults}
        return tuple(FaultShown(where, message, nearest[where], where in left) for where, messages in self._faults.items() for message in messages)


def _around(name: str) -> Iterator[str]:
    """The place that is written *name*, and every place around it, the nearest first."""
    while name:
        yield name
        name = name[: max(name.rfind("."), name.rfind("["), 0)]
