"""The fields of the particulars of a case, and of those of one of several warrants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extradition.rule_book.matter import PAPER
from extradition.source import Place
from extradition.web.form.entries import Drawer, Field

_PERSON = ("name", "date_of_birth")
_INSTRUMENT = ("reference", "issued", "issuing_authority", "requesting_authority", "certified", "certificate")
_PAPERS = ("court", "judge", "cps_reference")
_SIDES = ("requesting_authority", "requested_person")


@dataclass(frozen=True)
class ParticularsFields:
    """The fields of the particulars of a case. Each list has a blank item at its end.

    Attributes:
        person: the name and the date of birth of the requested person.
        nationality: each nationality.
        instrument: the fields of the warrant or request; empty where there are several.
        papers: the court, the judge and the CPS reference.
        hearings: the date and the title of each listed hearing.
        lawyers: counsel and solicitors, by kind and side.
        custody: the status and the first and last day of each span of bail or custody.
        faults: the faults of a part that has no field of its own.
    """

    person: Mapping[str, Field]
    nationality: tuple[Field, ...]
    instrument: Mapping[str, Field]
    papers: Mapping[str, Field]
    hearings: tuple[Mapping[str, Field], ...]
    lawyers: Mapping[tuple[str, str], tuple[Field, ...]]
    custody: tuple[Mapping[str, Field], ...]
    faults: tuple[str, ...]

    @property
    def count(self) -> int:
        """The number of fields that are filled in."""
        return sum(bool(field.value) for field in self._fields())

    @property
    def has_faults(self) -> bool:
        """Whether it or one of its fields has a fault, so that it is unfolded."""
        return bool(self.faults) or any(field.faults for field in self._fields())

    def _fields(self) -> Iterator[Field]:
        for each in (self.person, self.instrument, self.papers, *self.hearings, *self.custody):
            yield from each.values()
        yield from self.nationality
        for fields in self.lawyers.values():
            yield from fields


def particulars_fields(drawer: Drawer, paper: PAPER | None, *, several: bool) -> ParticularsFields:
    """The fields of the particulars of a case.

    Args:
        drawer: the leaves and the faults of the case file; those of the particulars are taken out.
        paper: the paper that asks for the person; a warrant while the matter is not known.
        several: whether the case has several warrants or requests, each with its own particulars.
    """
    at: Place = ("particulars",)
    key = paper or "warrant"
    spans: list[Place] = [(*at, "custody", number) for number in _and_one_more(drawer, (*at, "custody"))]
    whole: list[Place] = [at, (*at, "warrant"), (*at, "request"), *spans]
    return ParticularsFields(
        person=_named(drawer, (*at, "requested_person"), _PERSON),
        nationality=_listed(drawer, (*at, "requested_person", "nationality")),
        instrument={} if several else instrument_fields(drawer, (*at, key)),
        papers=_named(drawer, at, _PAPERS),
        hearings=tuple(
            _named(drawer, (*at, "hearing_list", number), ("date", "title"))
            for number in _and_one_more(drawer, (*at, "hearing_list"))
        ),
        lawyers={
            (kind, side): _listed(drawer, (*at, kind, side))
            for kind in ("counsel", "solicitors")
            for side in _SIDES
        },
        custody=tuple(_named(drawer, place, ("status", "from", "until")) for place in spans),
        faults=tuple(fault for place in whole for fault in drawer.faults(place)),
    )


def instrument_fields(drawer: Drawer, place: Place) -> dict[str, Field]:
    """The fields of the warrant or request at *place*, by name.

    Args:
        drawer: the leaves and the faults of the case file; those of the instrument are taken out.
        place: its place in the file.
    """
    return _named(drawer, place, _INSTRUMENT)


def _named(drawer: Drawer, place: Place, names: tuple[str, ...]) -> dict[str, Field]:
    return {name: drawer.field(*place, name) for name in names}


def _listed(drawer: Drawer, place: Place) -> tuple[Field, ...]:
    return tuple(drawer.field(*place, number) for number in _and_one_more(drawer, place))


def _and_one_more(drawer: Drawer, place: Place) -> tuple[int, ...]:
    """The numbers of the items of the list at *place*, and the number of a blank one after them."""
    numbers = drawer.under(place)
    return (*numbers, max(numbers, default=-1) + 1)
