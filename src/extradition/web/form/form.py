"""A form of a case file, made from the rule book and the content as it stands: sections in the order of the hearing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from extradition.determination.outcome import Stage
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Condition
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.question import Question
from extradition.source import Place, written_place
from extradition.web.form.entries import SHOWS, Drawer, Entry, FaultShown, Field, id_of
from extradition.web.form.examination import Examined
from extradition.web.form.fields import leaves_of, written_leaves
from extradition.web.form.relevance import Relevances
from extradition.web.form.warrant_fields import WarrantFields, warrant_fields

_FEW = 12
"""Stages in which something is known are unfolded too, if there are so few; of a whole hearing only those where something matters."""
_DATES = ("arrest", "arrest_hour", "certificate", "hearing")
_ANSWERS = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True)
class Group:
    """The entries of a section on one offence, or on the person (*offence* is None): for the warrant with that *title*, or for all."""

    offence: int | None
    title: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """A stage of the hearing: its question, the limbs of it, the facts that they ask for.

    *stages* is how it stands for each offence, none while the case file has a fault; *referred*: what another section has, with the
    ids. *is_open*: whether it is unfolded from the start.
    """

    id: str
    provision: str | None
    question: Question | None
    address: str | None
    stages: tuple[Stage, ...]
    groups: tuple[Group, ...]
    referred: tuple[tuple[str, str], ...]
    is_open: bool

    @property
    def entries(self) -> Iterator[Entry]:
        """Every entry of it."""
        return (entry for group in self.groups for entry in group.entries)

    @property
    def answered(self) -> int:
        """How many of its entries have a finding."""
        return sum(not entry.is_blank for entry in self.entries)

    @property
    def mattering(self) -> int:
        """How many of its entries can still change the outcome."""
        return sum(entry.matters for entry in self.entries)

    @property
    def is_aside(self) -> bool:
        """Whether the hearing does not come to it for any offence, and nothing is recorded in it."""
        return not self.is_open and bool(self.stages) and all(stage.state in ("not reached", "not examined") for stage in self.stages)


@dataclass(frozen=True)
class IssuedWarrantFields:
    """The fields at the head of one of several warrants; *at* is its place in the file."""

    at: str
    number: int
    id: Field
    title: Field
    taken_from: Field
    dates: Mapping[str, Field]
    faults: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """By which a page finds it."""
        return id_of(self.at)


@dataclass(frozen=True)
class OffenceFields:
    """The fields at the head of one offence, and those of its warrant's own form where there can be one.

    *number* counts the offences of the page, *at* is the place in the file, *within* that of its warrant, if there are several.
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
        """By which a page finds it."""
        return id_of(self.at)


@dataclass(frozen=True)
class Form:
    """A form of a case file.

    *part* is None while it is not known, and then there are no sections. *rest* is what the case file says and no field shows, as
    JSON. *to_ask*: the entries that matter, the best asked first. *shows*: which faults stand beside the fields.
    """

    part: str | None
    fields: Mapping[str, Field]
    notes: tuple[Field, ...]
    warrants: tuple[IssuedWarrantFields, ...]
    offences: tuple[OffenceFields, ...]
    sections: tuple[Section, ...]
    rest: str
    faults: tuple[FaultShown, ...]
    to_ask: tuple[Entry, ...]
    examined: Examined
    shows: SHOWS

    @property
    def runs(self) -> Iterator[tuple[bool, tuple[Section, ...]]]:
        """The sections in their order, those to which the hearing does not come together; whether it does not."""
        return ((aside, tuple(run)) for aside, run in groupby(self.sections, lambda section: section.is_aside))


def form_of(content: Mapping[str, Any], rule_book: RuleBook, known: Examined, *, another: str = "", unfolded: str = "", shows: SHOWS = "all") -> Form:
    """The form of a case file with that *content*, *known* being what it makes.

    Args:
        another: the place of findings to which a blank one is added.
        unfolded: the id of a section that is unfolded whatever is in it.
        shows: which faults are shown beside the fields; only with all of them they are told together as well.
    """
    return _Maker(content, rule_book, known, another, unfolded, shows).form()


@dataclass(frozen=True)
class _Holder:
    """What has findings: its *place*, the number of the *offence* or None, the *title* of its group, and a *short* name if there are several."""

    place: Place
    offence: int | None
    title: str | None
    short: str | None


def _holder_of(place: Place, offence: OffenceFields, *, several: bool) -> _Holder:
    return _Holder(place, offence.number, offence.title.value or offence.id.value, offence.id.value if several else None)


class _Maker:
    def __init__(self, content: Mapping[str, Any], rule_book: RuleBook, known: Examined, another: str, unfolded: str, shows: SHOWS) -> None:
        self._book = rule_book
        self._known = known
        self._another = another
        self._unfolded = unfolded
        self._shows: SHOWS = shows
        self._drawer = Drawer(leaves_of(content), known.problems, shows)
        told, case_file = known.told, known.case_file
        self._relevances = Relevances(rule_book, case_file, told) if told and case_file else None
        given = content.get("part")
        self._part = told.part if told else given if isinstance(given, str) and given in rule_book.starts_at else None
        self._home: dict[str, str] = {}

    def form(self) -> Form:
        drawer = self._drawer
        names = ("case", "citation", "part", "territory", "taken_from")
        fields = {name: drawer.field(name) for name in names}
        fields |= {name: drawer.field("dates", name) for name in _DATES}
        numbers = drawer.under(("notes",))
        notes = tuple(drawer.field("notes", number) for number in (*numbers, max(numbers, default=-1) + 1))
        warrants = tuple(self._warrant(number) for number in drawer.under(("warrants",)))
        places: list[Place] = [(), *(("warrants", each.number) for each in warrants)]
        of_all = [(*place, "offences", number) for place in places for number in drawer.under((*place, "offences"))]
        offences = tuple(self._offence(number, place) for number, place in enumerate(of_all))
        persons = [_Holder((), None, "every warrant" if warrants else None, None)]
        persons += [_Holder(("warrants", each.number), None, each.id.value, each.id.value) for each in warrants]
        self._holders = (persons, [_holder_of(place, each, several=len(offences) > 1) for place, each in zip(of_all, offences, strict=True)])
        sections = tuple(self._sections()) if self._part else ()
        if sum(section.answered > 0 for section in sections) <= _FEW:
            sections = tuple(replace(section, is_open=section.is_open or section.answered > 0) for section in sections)
        entries = {(entry.holder, entry.name): entry for section in sections for entry in section.entries}
        to_ask = tuple(entries[asked] for asked in self._relevances.to_ask) if self._relevances else ()
        return Form(
            self._part, fields, notes, warrants, offences, sections, written_leaves(drawer.left), drawer.shown, to_ask, self._known, self._shows
        )

    def _warrant(self, number: int) -> IssuedWarrantFields:
        place, field = ("warrants", number), self._drawer.field
        return IssuedWarrantFields(
            at=written_place(place),
            number=number,
            id=field(*place, "id"),
            title=field(*place, "title"),
            taken_from=field(*place, "taken_from"),
            dates={name: field(*place, "dates", name) for name in _DATES},
            faults=self._drawer.faults(place),
        )

    def _offence(self, number: int, place: Place) -> OffenceFields:
        drawer, form = self._drawer, self._book.warrant_form
        case_type = drawer.field(*place, ALWAYS_KNOWN)
        has_warrant = form is not None and form.part == self._part
        return OffenceFields(
            number=number,
            at=written_place(place),
            within=written_place(place[:-2]),
            id=drawer.field(*place, "id"),
            title=drawer.field(*place, "title"),
            case_type=case_type,
            conduct_date=drawer.field(*place, "conduct_date"),
            faults=drawer.faults(place),
            warrant=warrant_fields(drawer, form, self._book.facts, place, case_type.value) if form and has_warrant else None,
        )

    def _sections(self) -> Iterator[Section]:
        """One for each question that leads somewhere, with the limbs after it; then one for what is asked only after the hearing."""
        part = str(self._part)
        stages: list[list[Question]] = []
        for _, question in self._book.questions_in(part):
            if question.is_limb:
                stages[-1].append(question)
            else:
                stages.append([question])
        self._asked_at: dict[str, list[str]] = {}
        self._factor_of: dict[str, list[str]] = {}
        for stage in stages:
            for question in stage:
                for name in self._names(question):
                    self._asked_at.setdefault(name, []).extend(dict.fromkeys((question.provision, stage[0].provision)))
                for name in question.factor_names:
                    self._factor_of.setdefault(name, []).append(question.provision)
        asked = [(stage[0], dict.fromkeys(name for question in stage for name in (*self._names(question), question.name))) for stage in stages]
        for question, names in sorted(asked, key=lambda each: self._is_not_examined(each[0])):  # of two stages, one that is examined
            for name in names:
                self._home.setdefault(name, question.provision)
        for question, names in asked:
            yield self._section(question, names)
        applies = [sequel.applies_if for sequel in self._book.sequels if sequel.part == part and sequel.applies_if]
        again = [self._book.combination.look_again_if] if self._book.combination else []
        yield self._section(None, dict.fromkeys(name for condition in (*applies, *again) for name in _facts_in(condition)))

    def _is_not_examined(self, question: Question) -> bool:
        stages = self._relevances.stages(question.provision) if self._relevances else ()
        return bool(stages) and all(stage.state == "not examined" for stage in stages)

    def _names(self, question: Question) -> Iterator[str]:
        """The facts that its gate, its versions and the factors beside it ask for."""
        gate = _facts_in(question.asked_if.when) if question.asked_if else ()
        versions = (name for version in question.versions for name in version.facts)
        return (name for name in (*gate, *versions, *question.factor_names) if name in self._book.facts and name != ALWAYS_KNOWN)

    def _section(self, question: Question | None, names: Mapping[str, None]) -> Section:
        part, provision = str(self._part), question.provision if question else None
        key = "section-" + (provision or "after").rpartition(" ")[2].replace("(", "-").replace(")", "")
        persons, offences = self._holders
        about: dict[_Holder, list[str]] = {holder: [] for holder in (*persons, *offences)}
        referred = []
        for name in names:
            subjects = persons if self._book.about(part, name) == "person" else offences
            if self._home.setdefault(name, provision or "") != (provision or ""):
                referred += [(self._ask(name), id_of(written_place((*holder.place, "findings", name)))) for holder in subjects[:1]]
                continue
            for holder in subjects:
                about[holder].append(name)
        made = ((holder, tuple(self._entry(holder, name) for name in its)) for holder, its in about.items() if its)
        groups = tuple(Group(holder.offence, holder.title, entries) for holder, entries in made)
        entries = [entry for group in groups for entry in group.entries]
        calls = any(entry.has_faults or entry.adds == self._another or entry.matters for entry in entries)
        return Section(
            id=key,
            provision=provision,
            question=question,
            address=self._book.address(provision) if provision else None,
            stages=self._relevances.stages(provision) if self._relevances and provision else (),
            groups=groups,
            referred=tuple(referred),
            is_open=calls or key == self._unfolded,
        )

    def _ask(self, name: str) -> str:
        fact, provision = self._book.facts.get(name), self._book.named(str(self._part), name)
        return fact.ask if fact else self._book.questions[str(provision)].question

    def _entry(self, holder: _Holder, name: str) -> Entry:
        place = (*holder.place, "findings", name)
        provision = self._book.named(str(self._part), name)
        question = self._book.questions[provision] if provision else None
        fact = None if question else self._book.facts[name]
        adds = written_place(place)
        faults = self._drawer.faults(place)
        key = self._drawer.ids[adds]
        asked_at = [provision] if provision else self._asked_at.get(name, [])
        return Entry(
            id=key,
            name=name,
            ask=self._ask(name),
            holder=holder.place,
            offence=holder.offence,
            on=holder.short,
            answers=fact.answers if fact else _ANSWERS,
            notes=fact.notes if fact else {},
            unit=fact.unit if fact else None,
            look_in=fact.look_in if fact else (),
            provision=provision,
            reserved=bool(question and question.reserved),
            decided_by=question.decided_by if question else None,
            findings=self._drawer.findings(place, another=adds == self._another),
            adds=adds,
            relevance=self._relevances.of(holder.place, name, asked_at, self._factor_of.get(name, [])) if self._relevances else None,
            faults=faults,
        )


def _facts_in(condition: Condition) -> tuple[str, ...]:
    return tuple(leaf.fact for leaf in condition.leaves())
