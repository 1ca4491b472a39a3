"""The fields of a warrant's own form: its ticks and statements, its text, and later material."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extradition.rule_book.fact import Fact
from extradition.rule_book.warrant_form import Statement, WarrantForm
from extradition.source import Place, written_place
from extradition.web.form.entries import Drawer, Field
from extradition.web.form.fields import NONE_TICKED


@dataclass(frozen=True)
class Tick:
    """A box to tick.

    Its ``field`` is posted if it is ticked; ``says`` is empty if the rule book does not know it.
    """

    field: Field
    says: str
    is_ticked: bool


@dataclass(frozen=True)
class WarrantFields:
    """The fields of the warrant's own form for one offence.

    Attributes:
        form: the form of the warrant in the rule book.
        none_ticked: the tick that is posted where no option is ticked, as opposed to not recorded.
        places: the answers for the place of service.
        text_says: the remarks on its text; ``later_says`` those on the later material.
    """

    form: WarrantForm
    decisions: Field
    sentence_months: Field
    has_options: bool
    ticked: tuple[Tick, ...]
    none_ticked: Tick
    text: Field
    text_says: tuple[Tick, ...]
    places: Mapping[str, str]
    place_of_service: Field
    summoned_on: Field
    time_limit_days: Field
    later_document: Field
    later_at: Field
    later_by: Field
    later_says: tuple[Tick, ...]
    faults: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing of the form is recorded."""
        stated = (
            self.decisions,
            self.sentence_months,
            self.text,
            self.place_of_service,
            self.summoned_on,
            self.time_limit_days,
            self.later_document,
        )
        ticks = (*self.ticked, self.none_ticked, *self.text_says, *self.later_says)
        return not any(field.value for field in stated) and not any(tick.is_ticked for tick in ticks)


def warrant_fields(
    drawer: Drawer, form: WarrantForm, facts: Mapping[str, Fact], offence: Place, case_type: str
) -> WarrantFields:
    """The fields of the warrant's own form for one offence.

    Args:
        drawer: the leaves and the faults of the case file; those of the warrant are taken out.
        form: the form of the warrant in the rule book.
        facts: the facts of the rule book.
        offence: the place of the offence.
        case_type: the options are shown for the type that has them, and where some are recorded.
    """
    place: Place = (*offence, "warrant")
    d: Place = (*place, "box_d")
    has_options = case_type == form.case_type or any(leaf[: len(d)] == d for leaf in drawer.left)
    none = drawer.left.pop((*d, "ticked"), None) == []
    served = form.entries["place_of_service"].answers
    return WarrantFields(
        form=form,
        has_options=has_options,
        faults=_faults(drawer, place),
        decisions=drawer.field(*place, "box_b", "decisions"),
        sentence_months=drawer.field(*place, "box_c", "sentence_months"),
        ticked=tuple(_ticks(drawer, (*d, "ticked"), form.options)),
        none_ticked=Tick(Field(written_place((*d, "ticked", 9999)), NONE_TICKED, ()), "", none),
        text=drawer.field(*d, "text"),
        text_says=tuple(_ticks(drawer, (*d, "text_says"), form.remarks)),
        places=facts[served].answers if served else {},
        place_of_service=drawer.field(*d, "place_of_service"),
        summoned_on=drawer.field(*d, "summoned_on"),
        time_limit_days=drawer.field(*d, "time_limit_days"),
        later_document=drawer.field(*d, "contradicted_by", "document"),
        later_at=drawer.field(*d, "contradicted_by", "at"),
        later_by=drawer.field(*d, "contradicted_by", "by"),
        later_says=tuple(_ticks(drawer, (*d, "contradicted_by", "says"), form.remarks)),
    )


def _faults(drawer: Drawer, warrant: Place) -> tuple[str, ...]:
    """The faults of the form at the place *warrant*, and of its boxes and lists, which are no fields."""
    d: Place = (*warrant, "box_d")
    parts: tuple[Place, ...] = (
        warrant,
        (*warrant, "box_b"),
        (*warrant, "box_c"),
        d,
        (*d, "ticked"),
        (*d, "text_says"),
        (*d, "contradicted_by"),
    )
    return tuple(fault for part in parts for fault in drawer.faults(part))


def _ticks(drawer: Drawer, place: Place, statements: Mapping[str, Statement]) -> Iterator[Tick]:
    """A tick for each of *statements*, in their order.

    A ticked one keeps its number, and so its order, in the file.
    """
    drawer.faults(place)
    ticked = {
        field.value: field for number in drawer.under(place) if (field := drawer.field(*place, number)).value
    }
    free = itertools.count(len(ticked))
    for code in dict.fromkeys((*statements, *ticked)):
        field = ticked.get(code) or Field(written_place((*place, next(free))), code, ())
        yield Tick(field, statements[code].says if code in statements else "", code in ticked)
