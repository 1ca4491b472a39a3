"""The heads of a form: the fields of the case, of each of several warrants and of each offence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.source import Place, written_place
from extradition.web.form.entries import Drawer, Field, id_of
from extradition.web.form.particulars_fields import instrument_fields
from extradition.web.form.warrant_fields import WarrantFields, warrant_fields

_OF_THE_CASE = ("case", "reference", "citation", "part", "territory", "taken_from")


@dataclass(frozen=True)
class IssuedWarrantFields:
    """The fields at the head of one of several warrants; ``at`` is its place in the file."""

    at: str
    number: int
    id: Field
    title: Field
    taken_from: Field
    dates: Mapping[str, Field]
    particulars: Mapping[str, Field]
    faults: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The id of the warrant on the page."""
        return id_of(self.at)


@dataclass(frozen=True)
class OffenceFields:
    """The fields at the head of one offence.

    Attributes:
        number: its number among all offences of the page.
        at: its place in the file.
        within: the place of its warrant; empty unless there are several.
        warrant: the fields of its warrant's own form; None where it can have none.
    """

    number: int
    at: str
    within: str
    id: Field
    title: Field
    case_type: Field
    conduct_date: Field
    faults: tuple[str, ...]
    warrant: WarrantFields | None

    @property
    def anchor(self) -> str:
        """The id of the offence on the page."""
        return id_of(self.at)


def case_fields(drawer: Drawer) -> dict[str, Field]:
    """The fields at the head of the case, by name: its name and its territory among them."""
    is_matter = ("matter",) in drawer.left or drawer.is_faulty(("matter",))  # a file has one of the two keys
    key = {"part": "matter"} if is_matter else {}
    return {name: drawer.field(key.get(name, name)) for name in _OF_THE_CASE}


def date_fields(drawer: Drawer, rule_book: RuleBook, place: Place = ()) -> dict[str, Field]:
    """The fields of the dates that the rule book declares, by their keys.

    Args:
        drawer: the leaves and the faults of the case file.
        rule_book: the law, with the dates of a case.
        place: the place of the warrant whose dates they are; empty for those of the case.
    """
    return {key: drawer.field(*place, "dates", key) for key in rule_book.titles_of_dates}


def note_fields(drawer: Drawer) -> tuple[Field, ...]:
    """The fields of the notes, and a blank one after them."""
    numbers = drawer.under(("notes",))
    return tuple(drawer.field("notes", number) for number in (*numbers, max(numbers, default=-1) + 1))


def issued_warrant_fields(drawer: Drawer, rule_book: RuleBook, number: int) -> IssuedWarrantFields:
    """The fields at the head of the warrant with that *number* in the file."""
    place, field = ("warrants", number), drawer.field
    return IssuedWarrantFields(
        at=written_place(place),
        number=number,
        id=field(*place, "id"),
        title=field(*place, "title"),
        taken_from=field(*place, "taken_from"),
        dates=date_fields(drawer, rule_book, place),
        particulars=instrument_fields(drawer, (*place, "particulars")),
        faults=(*drawer.faults(place), *drawer.faults((*place, "particulars"))),
    )


def offence_fields(
    drawer: Drawer, rule_book: RuleBook, part: str | None, number: int, place: Place
) -> OffenceFields:
    """The fields at the head of one offence, and those of its warrant's own form.

    Args:
        drawer: the leaves and the faults of the case file; those of the offence are taken out.
        rule_book: has the form of a warrant, and the matter for which there is one.
        part: the matter of the case; None while it is not known.
        number: the number of the offence on the page.
        place: its place in the file.
    """
    form, case_type = rule_book.warrant_form, drawer.field(*place, ALWAYS_KNOWN)
    has_warrant = form is not None and form.part == part
    return OffenceFields(
        number=number,
        at=written_place(place),
        within=written_place(place[:-2]),
        id=drawer.field(*place, "id"),
        title=drawer.field(*place, "title"),
        case_type=case_type,
        conduct_date=drawer.field(*place, "conduct_date"),
        faults=drawer.faults(place),
        warrant=warrant_fields(drawer, form, rule_book.facts, place, case_type.value)
        if form and has_warrant
        else None,
    )
