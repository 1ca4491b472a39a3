"""The fields of a form and its entries: each entry has the findings on one fact or one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extradition.case_file.finding import Finding
from extradition.rule_book.consequences import DECIDER
from extradition.source import Place, Problem, written_place
from extradition.web.form.fields import Leaves
from extradition.web.form.relevance import Relevance

SHOWS = Literal["all", "of what is filled in", "none"]
"""The faults that are shown next to the fields. While the user types, blank fields show none."""
OPEN_FIRST = 3
"""The number of entries that are unfolded from the start: those that are best asked first."""
_SOURCE = ("document", "at", "date", "language", "translation")


@dataclass(frozen=True)
class Field:
    """One field: its ``name`` (the place in the case file), its ``value`` and its ``faults``."""

    name: str
    value: str
    faults: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the field on the page."""
        return id_of(self.name)


@dataclass(frozen=True)
class FindingFields:
    """The fields of one finding, blank for a new one; ``faults`` are those of the finding as a whole."""

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
    def is_nameless(self) -> bool:
        """Whether it has an answer without an author and a status."""
        return bool(self.answer.value and not self.by.value and not self.status.value)

    @property
    def asks_more(self) -> bool:
        """Whether there is a document of which more can be said."""
        return bool(self.document.value) or self.has_more

    @property
    def has_more(self) -> bool:
        """Whether it has details of its document beyond the first two."""
        return any(field.value or field.faults for field in (self.date, self.language, self.translation))


@dataclass(frozen=True)
class FormEntry:
    """The entry of a form for one fact, or for a question itself: every finding on it, or a blank one.

    Attributes:
        holder: the place that has the findings.
        offence: the number of the offence on the page; None for the person.
        on: the name of the offence or the warrant, where there are several.
        answers: the closed list; ``notes`` help to choose one, and ``unit`` is that of numbers.
        provision: that of the question, if the entry is for a question.
        reserved: whether only a finding answers the question.
        adds: the place at which another finding is added.
        relevance: its relevance in the case; None while the case file has a fault.
        disputed: the findings on it that differ, of the case file or of its warrant's form.
        unseen: the number of findings on it that no field shows, because its stage is not drawn.
        is_called: whether the user works on it: it is unfolded.
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
    disputed: tuple[Finding, ...] = ()
    unseen: int = 0
    is_called: bool = False

    @property
    def is_nameless(self) -> bool:
        """Whether an answer on it has no author and no status."""
        return any(each.is_nameless for each in self.findings)

    @property
    def has_faults(self) -> bool:
        """Whether it or one of its fields has a fault."""
        return bool(self.faults) or any(
            each.faults or any(field.faults for field in _fields(each)) for each in self.findings
        )

    @property
    def is_blank(self) -> bool:
        """Whether the form has no finding on it."""
        return not self.unseen and not any(field.value for each in self.findings for field in _fields(each))

    @property
    def matters(self) -> bool:
        """Whether it can still change the outcome."""
        return self.relevance is not None and self.relevance.rank is not None

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded from the start: it has a fault, is one of the best to ask, or is called."""
        return (
            self.has_faults
            or self.is_called
            or bool(self.relevance and self.relevance.rank and self.relevance.rank <= OPEN_FIRST)
        )

    @property
    def disputed_answers(self) -> Mapping[str, tuple[Finding, ...]]:
        """Each answer that is in dispute, with the findings that give it."""
        answers = dict.fromkeys(finding.answer for finding in self.disputed)
        return {answer: tuple(each for each in self.disputed if each.answer == answer) for answer in answers}

    def says(self, answer: str) -> str:
        """The sentence of *answer*, or the number with its unit."""
        return self.answers.get(answer) or (f"{answer} {self.unit}" if self.unit else answer)


@dataclass(frozen=True)
class FaultShown:
    """A fault and its place.

    Attributes:
        where: the place of the fault.
        id: the id of the field or entry that shows it; None if none does.
        can_go: whether no field shows the place, so that the user can leave it out.
    """

    where: str
    message: str
    id: str | None
    can_go: bool


def _fields(of: FindingFields) -> Iterable[Field]:
    return (of.answer, of.by, of.status, of.document, of.at, of.date, of.language, of.translation, of.reasons)


def id_of(name: str) -> str:
    """The id on the page of the place *name*.

    >>> id_of("offences[0].findings.x")
    'offences-0-findings-x'
    """
    return name.replace("].", "-").replace("[", "-").replace("]", "").replace(".", "-")


class Drawer:
    """The leaves and the faults of a case file, taken out one by one for their fields; ``left`` has no field.

    Args:
        leaves: the leaves of the case file.
        problems: its faults.
        shows: the faults that are shown next to the fields.
    """

    def __init__(self, leaves: Leaves, problems: Iterable[Problem], shows: SHOWS) -> None:
        self.left = dict(leaves)
        self._numbers = _numbers(leaves)
        self._shows = shows
        self._faults: dict[str, list[str]] = {}
        for problem in problems:
            self._faults.setdefault(problem.where, []).append(problem.message)
        self._faulty = {around for where in self._faults for around in _around(where)}
        self.ids: dict[str, str] = {}

    def field(self, *place: str | int) -> Field:
        """The field at *place*; its leaf is taken out."""
        name, leaf = written_place(place), self._span(place) or self.left.get(place)
        if isinstance(leaf, str | int):
            self.left.pop(place, None)
        faults = self.faults(place)
        value = str(leaf) if isinstance(leaf, str | int) else ""
        return Field(name, value, faults if value or self._shows == "all" else ())

    def _span(self, place: Place) -> str | None:
        """The span of days at *place* as one text; None if there is none."""
        ends = [self.left.get((*place, key)) for key in ("from", "until")]
        if not all(isinstance(end, str) for end in ends) or place in self.left:
            return None
        for key in ("from", "until"):
            del self.left[(*place, key)]
        return f"{ends[0]} to {ends[1]}"

    def faults(self, place: Place) -> tuple[str, ...]:
        """The faults at *place* itself, to be shown there."""
        name = written_place(place)
        self.ids[name] = id_of(name)
        return () if self._shows == "none" else tuple(self._faults.get(name, ()))

    def under(self, place: Place) -> tuple[int, ...]:
        """The numbers of the items of the list at *place*."""
        return tuple(sorted(self._numbers.get(place, ())))

    def is_faulty(self, place: Place) -> bool:
        """Whether there is a fault at *place* or within it."""
        return written_place(place) in self._faulty

    def findings(self, place: Place, *, another: bool) -> tuple[FindingFields, ...]:
        """The findings at *place*, and a blank one if there are none or *another* is added."""
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
        """Every fault, with the id of the place that shows it."""
        left = {around for place in self.left for around in _around(written_place(place))}
        nearest = {
            where: next((self.ids[name] for name in _around(where) if name in self.ids), None)
            for where in self._faults
        }
        return tuple(
            FaultShown(where, message, nearest[where], where in left)
            for where, messages in self._faults.items()
            for message in messages
        )


def _numbers(leaves: Iterable[Place]) -> dict[Place, set[int]]:
    """The numbers of the items of each list among *leaves*, by the place of the list."""
    numbers: dict[Place, set[int]] = {}
    for place in leaves:
        for end, part in enumerate(place):
            if isinstance(part, int):
                numbers.setdefault(place[:end], set()).add(part)
    return numbers


def _around(name: str) -> Iterator[str]:
    """The place *name* and every place around it, the nearest first."""
    while name:
        yield name
        name = name[: max(name.rfind("."), name.rfind("["), 0)]
