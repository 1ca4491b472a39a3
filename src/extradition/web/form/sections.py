"""The sections of a form: one for each stage of the hearing, with the entries for its facts and questions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extradition.determination.outcome import Stage
from extradition.hearing.reach import after_the_hearing
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.question import Question
from extradition.source import written_place
from extradition.web.form.entries import Drawer, FormEntry, id_of
from extradition.web.form.relevance import Relevance, Relevances
from extradition.web.form.stages_drawn import Holder, Plan, to_draw

_ANSWERS = {"yes": "Yes", "no": "No"}
FEW = 12
"""The most stages with a finding that are all unfolded. Of a whole hearing, only the stages where something
matters are."""


@dataclass(frozen=True)
class Group:
    """The entries of a section on one offence, or on the person.

    Attributes:
        offence: the number of the offence; None for the person.
        title: that of the offence, or of the warrant for which the entries on the person are; None for the
            only group.
    """

    offence: int | None
    title: str | None
    entries: tuple[FormEntry, ...]


@dataclass(frozen=True)
class Section:
    """A stage of the hearing: its question, the limbs of the question, and the facts for which they ask.

    Attributes:
        question: None for the section after the hearing.
        stages: the state of the stage for each offence; empty while the case file has a fault.
        referred: the question and the id of each entry that another section has.
        is_open: whether it is unfolded from the start.
        is_drawn: whether the page has its entries; if not, a button opens it.
    """

    id: str
    provision: str | None
    question: Question | None
    address: str | None
    stages: tuple[Stage, ...]
    groups: tuple[Group, ...]
    referred: tuple[tuple[str, str], ...]
    is_open: bool
    is_drawn: bool = True

    @property
    def entries(self) -> Iterator[FormEntry]:
        """Every entry of the section."""
        return (entry for group in self.groups for entry in group.entries)

    @property
    def answered(self) -> int:
        """The number of its entries that have a finding."""
        return sum(not entry.is_blank for entry in self.entries)

    @property
    def mattering(self) -> int:
        """The number of its entries that can still change the outcome."""
        return sum(entry.matters for entry in self.entries)

    @property
    def is_aside(self) -> bool:
        """Whether the hearing of no offence reaches it, and nothing is recorded in it."""
        return (
            not self.is_open
            and bool(self.stages)
            and all(stage.state in ("not reached", "not examined") for stage in self.stages)
        )


def section_id(provision: str) -> str:
    """The id of the section of a question on the page.

    Args:
        provision: that of the question; empty for the section after the hearing.

    >>> section_id("EA 2003 s 20(5)"), section_id("")
    ('section-20-5', 'section-after')
    """
    return "section-" + (provision or "after").rpartition(" ")[2].replace("(", "-").replace(")", "")


class SectionMaker:
    """The maker of the sections of one form.

    Args:
        drawer: the leaves and the faults of the case file; those of the entries are taken out.
        rule_book: the law.
        part: the matter of the case.
        persons: the holders of findings on the person.
        offences: the holders of findings on an offence.
        relevances: the relevance of every entry; None while the case file has a fault.
        another: the place of findings to which a blank one is added.
        unfolded: the ids of the sections and the entries to unfold.
        contested: the provisions of the questions that are in issue; a finding on one of them is called for.
        opened: the ids of the sections to draw besides those with something recorded, best asked or at
            fault; None draws every section.
    """

    def __init__(
        self,
        drawer: Drawer,
        rule_book: RuleBook,
        part: str,
        persons: Sequence[Holder],
        offences: Sequence[Holder],
        relevances: Relevances | None,
        *,
        another: str,
        unfolded: Collection[str],
        contested: Collection[str],
        opened: Collection[str] | None,
    ) -> None:
        self._drawer = drawer
        self._book = rule_book
        self._part = part
        self._persons = persons
        self._offences = offences
        self._relevances = relevances
        self._another = another
        self._unfolded = unfolded
        self._contested = contested
        self._opened = opened
        self._home: dict[str, str] = {}
        self._asked_at: dict[str, list[str]] = {}
        self._factor_of: dict[str, list[str]] = {}

    def sections(self) -> Iterator[Section]:
        """A section for each question that leads somewhere, with its limbs; then one for the facts asked
        after the hearing.
        """
        stages: list[list[Question]] = []
        for _, question in self._book.questions_in(self._part):
            if question.is_limb:
                stages[-1].append(question)
            else:
                stages.append([question])
        self._note_where_asked(stages)
        asked = [
            (
                stage[0],
                dict.fromkeys(name for question in stage for name in (*self._names(question), question.name)),
            )
            for stage in stages
        ]
        for question, names in sorted(
            asked, key=lambda each: self._is_not_examined(each[0])
        ):  # of two stages, one that is examined
            for name in names:
                self._home.setdefault(name, question.provision)
        plans = [self._plan(question, names) for question, names in asked]
        plans.append(self._plan(None, dict.fromkeys(after_the_hearing(self._book, self._part))))
        drawn = {plan.key for plan in plans}
        if self._opened is not None:
            asked_for = {*self._opened, *self._unfolded}
            drawn = to_draw(plans, asked_for, self._drawer, self._relevances, another=self._another)
        for plan in plans:
            yield self._section(plan, is_drawn=plan.key in drawn)

    def _note_where_asked(self, stages: Sequence[Sequence[Question]]) -> None:
        for stage in stages:
            for question in stage:
                for name in self._names(question):
                    self._asked_at.setdefault(name, []).extend(
                        dict.fromkeys((question.provision, stage[0].provision))
                    )
                for name in question.factor_names:
                    self._factor_of.setdefault(name, []).append(question.provision)

    def _is_not_examined(self, question: Question) -> bool:
        stages = self._relevances.stages(question.provision) if self._relevances else ()
        return bool(stages) and all(stage.state == "not examined" for stage in stages)

    def _names(self, question: Question) -> Iterator[str]:
        """The facts for which its gate and its versions ask, and its factors."""
        gate = self._book.gates.get(question.provision, ())
        versions = (name for version in question.versions for name in version.facts)
        return (
            name
            for name in (*gate, *versions, *question.factor_names)
            if name in self._book.facts and name != ALWAYS_KNOWN
        )

    def _plan(self, question: Question | None, names: Mapping[str, None]) -> Plan:
        """What stands in the section of *question*, which has *names*."""
        provision = question.provision if question else ""
        about: dict[Holder, list[str]] = {holder: [] for holder in (*self._persons, *self._offences)}
        referred = []
        for name in names:
            subjects = self._persons if self._book.about(self._part, name) == "person" else self._offences
            if self._home.setdefault(name, provision) != provision:
                referred += [(self._ask(name), (*holder.place, "findings", name)) for holder in subjects[:1]]
                continue
            for holder in subjects:
                about[holder].append(name)
        return Plan(
            section_id(provision), question, {holder: its for holder, its in about.items() if its}, referred
        )

    def _section(self, plan: Plan, *, is_drawn: bool) -> Section:
        provision = plan.question.provision if plan.question else None
        entry = self._entry if is_drawn else self._unseen_entry
        groups = tuple(
            Group(holder.offence, holder.title, tuple(entry(holder, name) for name in names))
            for holder, names in plan.about.items()
        )
        entries = [each for group in groups for each in group.entries]
        calls = any(each.is_open or each.adds == self._another for each in entries)
        is_chosen = plan.key in (self._opened or ())
        return Section(
            id=plan.key,
            provision=provision,
            question=plan.question,
            address=self._book.address(provision) if provision else None,
            stages=self._relevances.stages(provision) if self._relevances and provision else (),
            groups=groups,
            referred=tuple((ask, id_of(written_place(place))) for ask, place in plan.referred),
            is_open=is_drawn and (calls or is_chosen or plan.key in self._unfolded),
            is_drawn=is_drawn,
        )

    def _ask(self, name: str) -> str:
        fact, provision = self._book.facts.get(name), self._book.named(self._part, name)
        return fact.ask if fact else self._book.questions[str(provision)].question

    def _entry(self, holder: Holder, name: str) -> FormEntry:
        place = (*holder.place, "findings", name)
        adds = written_place(place)
        faults = self._drawer.faults(place)
        blank = self._blank_entry(holder, name)
        asked_at = [blank.provision] if blank.provision else self._asked_at.get(name, [])
        findings = self._drawer.findings(place, another=adds == self._another)
        is_contested = blank.provision in self._contested and not self._drawer.under(place)
        return replace(
            blank,
            findings=findings,
            is_called=is_contested or blank.id in self._unfolded,
            relevance=self._relevances.of(holder.place, name, asked_at, self._factor_of.get(name, []))
            if self._relevances
            else None,
            faults=faults,
        )

    def _unseen_entry(self, holder: Holder, name: str) -> FormEntry:
        """The entry in a section that is not drawn: its findings travel with the form, in no field."""
        blank = self._blank_entry(holder, name)
        rank = self._relevances.rank(holder.place, name) if self._relevances else None
        relevance = None if rank is None else Relevance("matters", rank)
        unseen = len(self._drawer.under((*holder.place, "findings", name)))
        return replace(blank, relevance=relevance, unseen=unseen)

    def _blank_entry(self, holder: Holder, name: str) -> FormEntry:
        provision = self._book.named(self._part, name)
        question = self._book.questions[provision] if provision else None
        fact = None if question else self._book.facts[name]
        adds = written_place((*holder.place, "findings", name))
        return FormEntry(
            id=id_of(adds),
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
            findings=(),
            adds=adds,
            relevance=None,
            faults=(),
            disputed=self._relevances.disputed(holder.place, name) if self._relevances else (),
        )
