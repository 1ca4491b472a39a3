"""A form of a case file, made from the rule book and the content of the file: sections in the order of the
hearing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any

from extradition.determination.dependence import Matter
from extradition.rule_book import RuleBook
from extradition.rule_book.matter import PAPER
from extradition.source import Place
from extradition.web.form.effects_by_law import AnswerByLaw, answers_by_law
from extradition.web.form.entries import OPEN_FIRST, SHOWS, Drawer, FaultShown, Field, FormEntry
from extradition.web.form.entry_maker import PageChoices
from extradition.web.form.examined_content import Examined
from extradition.web.form.fields import leaves_of, written_leaves
from extradition.web.form.heads import (
    IssuedWarrantFields,
    OffenceFields,
    case_fields,
    date_fields,
    issued_warrant_fields,
    note_fields,
    offence_fields,
)
from extradition.web.form.particulars_fields import ParticularsFields, particulars_fields
from extradition.web.form.relevance import Relevances
from extradition.web.form.sections import FEW, Section, SectionMaker
from extradition.web.form.stages_drawn import Holder


@dataclass(frozen=True)
class FormHeads:
    """The fields at the heads of a form.

    Attributes:
        fields: the fields at the head of the case, by name.
        dates: the fields of its dates, by their keys.
        particulars: the fields of the particulars, at the head of the case too.
        notes: the fields of its notes.
        warrants: the heads of its warrants, if there are several.
        offences: the heads of its offences.
        places: the place of each offence in the file.
    """

    fields: Mapping[str, Field]
    dates: Mapping[str, Field]
    particulars: ParticularsFields
    notes: tuple[Field, ...]
    warrants: tuple[IssuedWarrantFields, ...]
    offences: tuple[OffenceFields, ...]
    places: tuple[Place, ...]

    @property
    def holders(self) -> tuple[list[Holder], list[Holder]]:
        """The holders of findings on the person, and those of findings on an offence."""
        return _persons(self.warrants), _offences(self.places, self.offences)


@dataclass(frozen=True)
class Form(FormHeads):
    """A form of a case file.

    Attributes:
        part: the matter of the case; None while it is not known, and then there are no sections.
        sections: the sections in the order of the hearing.
        rest: the leaves of the case file that no field shows, as JSON.
        faults: every fault, with the id of what shows it.
        to_ask: the entries that matter, the best to ask first.
        by_law: the answers for which the laws set side by side part, by the id of the entry and the answer.
            The entries are those that are best to ask and drawn.
        examined: the case file, its determination and its faults.
        shows: the faults that are shown next to the fields.
        opened: the ids of the stages and the pictures that the user opened; None for all.
        paper: the paper that asks for the person in the matter of the case.
    """

    part: str | None
    sections: tuple[Section, ...]
    rest: str
    faults: tuple[FaultShown, ...]
    to_ask: tuple[FormEntry, ...]
    by_law: Mapping[str, Mapping[str, AnswerByLaw]]
    examined: Examined
    shows: SHOWS
    opened: Collection[str] | None
    paper: PAPER | None

    @property
    def is_whole(self) -> bool:
        """Whether the user opened every stage."""
        return self.opened is None

    @cached_property
    def unseen(self) -> Mapping[str, str]:
        """The id of the section of each entry that is not drawn, by the id of the entry."""
        return {
            entry.id: section.id
            for section in self.sections
            if not section.is_drawn
            for entry in section.entries
        }

    @property
    def disputed(self) -> tuple[FormEntry, ...]:
        """The entries on which the findings differ."""
        return tuple(entry for section in self.sections for entry in section.entries if entry.disputed)

    @property
    def runs(self) -> Iterator[tuple[bool, tuple[Section, ...]]]:
        """The sections in order, in runs: True with each run of sections that the hearing does not reach,
        False with the others.
        """
        return (
            (aside, tuple(run)) for aside, run in groupby(self.sections, lambda section: section.is_aside)
        )


# Whole: the fields of a form, a row each.
def form_of(
    content: Mapping[str, Any],
    rule_book: RuleBook,
    known: Examined,
    *,
    another: str = "",
    unfolded: Collection[str] = (),
    contested: Collection[str] = (),
    shows: SHOWS = "all",
    opened: Collection[str] | None = None,
) -> Form:
    """The form of a case file.

    Args:
        content: the content of the case file.
        rule_book: the law.
        known: the case file, the determination and the faults of that content.
        another: the place of findings to which a blank one is added.
        unfolded: the ids of the sections and the entries to unfold.
        contested: the provisions of the questions that are in issue.
        shows: the faults that are shown next to the fields; only if it is ``all`` does the page also list
            them together.
        opened: the ids of the stages that the user opened, drawn besides those where something is recorded,
            best asked or at fault. None draws every stage.
    """
    drawer = Drawer(leaves_of(content), known.problems, shows)
    case_file, determination = known.case_file, known.determination
    relevances = Relevances(rule_book, case_file, determination) if case_file and determination else None
    part = determination.part if determination else _stated_part(content, rule_book)
    paper = rule_book.matters[part].paper if part else None
    heads = _heads(drawer, rule_book, part, paper)
    sections: tuple[Section, ...] = ()
    if part:
        choices = PageChoices(another, unfolded, contested, opened)
        maker = SectionMaker(drawer, rule_book, part, *heads.holders, relevances, choices)
        sections = _unfolded(tuple(maker.sections()))
    entries = {(entry.holder, entry.name): entry for section in sections for entry in section.entries}
    best = [(entries[asked], each) for asked, each in relevances.to_ask.items()] if relevances else []
    by_law = _by_law(best[:OPEN_FIRST], sections, known, rule_book)
    return Form(
        **vars(heads),
        part=part,
        sections=sections,
        rest=written_leaves(drawer.left),
        faults=drawer.shown,
        to_ask=tuple(entry for entry, _ in best),
        by_law=by_law,
        examined=known,
        shows=shows,
        opened=opened,
        paper=paper,
    )


def _heads(drawer: Drawer, rule_book: RuleBook, part: str | None, paper: PAPER | None) -> FormHeads:
    """The heads of the form; their leaves are taken out of *drawer*."""
    warrants = tuple(
        issued_warrant_fields(drawer, rule_book, number) for number in drawer.under(("warrants",))
    )
    within: list[Place] = [(), *(("warrants", each.number) for each in warrants)]
    places = tuple(
        (*place, "offences", number) for place in within for number in drawer.under((*place, "offences"))
    )
    return FormHeads(
        fields=case_fields(drawer),
        dates=date_fields(drawer, rule_book),
        particulars=particulars_fields(drawer, paper, several=bool(warrants)),
        notes=note_fields(drawer),
        warrants=warrants,
        offences=tuple(
            offence_fields(drawer, rule_book, part, number, place) for number, place in enumerate(places)
        ),
        places=places,
    )


def _by_law(
    best: Sequence[tuple[FormEntry, Matter]],
    sections: Sequence[Section],
    known: Examined,
    rule_book: RuleBook,
) -> dict[str, Mapping[str, AnswerByLaw]]:
    """The answers for which the laws part, of each entry among the *best* to ask that is drawn, by its id."""
    drawn = {entry.id for section in sections if section.is_drawn for entry in section.entries}
    return {
        entry.id: answers_by_law(known, rule_book, (entry.holder, entry.name), matter)
        for entry, matter in best
        if entry.id in drawn
    }


def _stated_part(content: Mapping[str, Any], rule_book: RuleBook) -> str | None:
    """The matter that the *content* of a case file states; None if it states none of the rule book."""
    given = content.get("part") or content.get("matter")
    return given if isinstance(given, str) and given in rule_book.starts_at else None


def _unfolded(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The *sections*, with those that have a finding unfolded if they are few."""
    if sum(section.answered > 0 for section in sections) > FEW:
        return sections
    return tuple(
        replace(section, is_open=section.is_open or (section.is_drawn and section.answered > 0))
        for section in sections
    )


def _persons(warrants: Sequence[IssuedWarrantFields]) -> list[Holder]:
    """The person for all warrants, and for each of several."""
    persons = [Holder((), None, "every warrant" if warrants else None, None)]
    return persons + [
        Holder(("warrants", each.number), None, each.id.value, each.id.value) for each in warrants
    ]


def _offences(places: Sequence[Place], offences: Sequence[OffenceFields]) -> list[Holder]:
    several = len(offences) > 1
    return [
        Holder(place, each.number, each.title.value or each.id.value, each.id.value if several else None)
        for place, each in zip(places, offences, strict=True)
    ]
