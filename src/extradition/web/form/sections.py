"""The sections of a form: one for each stage of the hearing, with the entries for its facts and questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extradition.determination.outcome import Stage
from extradition.hearing.reach import after_the_hearing
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.source import written_place
from extradition.web.form.entries import Drawer, FormEntry, id_of
from extradition.web.form.entry_maker import EntryMaker, PageChoices, names_asked
from extradition.web.form.relevance import Relevances
from extradition.web.form.stages_drawn import Holder, Plan, to_draw

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
        choices: the choices of the user about the page.
    """

    def __init__(
        self,
        drawer: Drawer,
        rule_book: RuleBook,
        part: str,
        persons: Sequence[Holder],
        offences: Sequence[Holder],
        relevances: Relevances | None,
        choices: PageChoices,
    ) -> None:
        self._drawer = drawer
        self._book = rule_book
        self._part = part
        self._persons = persons
        self._offences = offences
        self._relevances = relevances
        self._choices = choices
        self._stages = _stages(rule_book, part)
        self._entries = EntryMaker(drawer, rule_book, part, self._stages, relevances, choices)
        self._home: dict[str, str] = {}

    def sections(self) -> Iterator[Section]:
        """A section for each question that leads somewhere, with its limbs; then one for the facts asked
        after the hearing.
        """
        asked = [(stage[0], self._names(stage)) for stage in self._stages]
        for question, names in sorted(
            asked, key=lambda each: self._is_not_examined(each[0])
        ):  # of two stages, one that is examined
            for name in names:
                self._home.setdefault(name, question.provision)
        plans = [self._plan(question, names) for question, names in asked]
        plans.append(self._plan(None, dict.fromkeys(after_the_hearing(self._book, self._part))))
        drawn = {plan.key for plan in plans}
        if self._choices.opened is not None:
            asked_for = {*self._choices.opened, *self._choices.unfolded}
            drawn = to_draw(plans, asked_for, self._drawer, self._relevances, another=self._choices.another)
        for plan in plans:
            yield self._section(plan, is_drawn=plan.key in drawn)

    def _is_not_examined(self, question: Question) -> bool:
        stages = self._relevances.stages(question.provision) if self._relevances else ()
        return bool(stages) and all(stage.state == "not examined" for stage in stages)

    def _names(self, stage: Sequence[Question]) -> dict[str, None]:
        """The facts for which the questions of a *stage* ask, and the questions themselves, each once."""
        return dict.fromkeys(
            name for question in stage for name in (*names_asked(question, self._book), question.name)
        )

    def _plan(self, question: Question | None, names: Mapping[str, None]) -> Plan:
        """What stands in the section of *question*, which has *names*."""
        provision = question.provision if question else ""
        about: dict[Holder, list[str]] = {holder: [] for holder in (*self._persons, *self._offences)}
        referred = []
        for name in names:
            subjects = self._persons if self._book.about(self._part, name) == "person" else self._offences
            if self._home.setdefault(name, provision) != provision:
                referred += [
                    (self._entries.ask(name), (*holder.place, "findings", name)) for holder in subjects[:1]
                ]
                continue
            for holder in (*subjects, *self._with_own(name, subjects)):
                about[holder].append(name)
        return Plan(
            section_id(provision), question, {holder: its for holder, its in about.items() if its}, referred
        )

    def _with_own(self, name: str, asked_of: Sequence[Holder]) -> Iterator[Holder]:
        """The offences with findings of their own on *name*, which is asked of others."""
        others = (holder for holder in self._offences if holder not in asked_of)
        return (holder for holder in others if self._drawer.under((*holder.place, "findings", name)))

    def _section(self, plan: Plan, *, is_drawn: bool) -> Section:
        provision = plan.question.provision if plan.question else None
        entry = self._entries.entry if is_drawn else self._entries.unseen_entry
        groups = tuple(
            Group(holder.offence, holder.title, tuple(entry(holder, name) for name in names))
            for holder, names in plan.about.items()
        )
        entries = [each for group in groups for each in group.entries]
        calls = any(each.is_open or each.adds == self._choices.another for each in entries)
        is_chosen = plan.key in (self._choices.opened or ())
        return Section(
            id=plan.key,
            provision=provision,
            question=plan.question,
            address=self._book.address(provision) if provision else None,
            stages=self._relevances.stages(provision) if self._relevances and provision else (),
            groups=groups,
            referred=tuple((ask, id_of(written_place(place))) for ask, place in plan.referred),
            is_open=is_drawn and (calls or is_chosen or plan.key in self._choices.unfolded),
            is_drawn=is_drawn,
        )


def _stages(rule_book: RuleBook, part: str) -> list[list[Question]]:
    """Each question of a matter that leads somewhere, with its limbs, in the order of the hearing."""
    stages: list[list[Question]] = []
    for _, question in rule_book.questions_in(part):
        if question.is_limb:
            stages[-1].append(question)
        else:
            stages.append([question])
    return stages
