"""The entries of a form, for the facts and the questions of one matter."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.question import Question
from extradition.source import written_place
from extradition.web.form.entries import Drawer, FormEntry, id_of
from extradition.web.form.relevance import Relevance, Relevances
from extradition.web.form.stages_drawn import Holder

_ANSWERS = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True)
class PageChoices:
    """The choices of the user about the page itself.

    Attributes:
        another: the place of findings to which a blank one is added.
        unfolded: the ids of the sections and the entries to unfold.
        contested: the provisions of the questions that are in issue; a finding on one of them is called for.
        opened: the ids of the sections to draw besides those with something recorded, best asked or at
            fault; None draws every section.
    """

    another: str
    unfolded: Collection[str]
    contested: Collection[str]
    opened: Collection[str] | None


def names_asked(question: Question, rule_book: RuleBook) -> Iterator[str]:
    """The facts for which the gate and the versions of a question ask, and its factors.

    Args:
        question: the question.
        rule_book: the law.
    """
    gate = rule_book.gates.get(question.provision, ())
    versions = (name for version in question.versions for name in version.facts)
    return (
        name
        for name in (*gate, *versions, *question.factor_names)
        if name in rule_book.facts and name != ALWAYS_KNOWN
    )


class EntryMaker:
    """The maker of the entries of one form.

    Args:
        drawer: the leaves and the faults of the case file; those of the entries are taken out.
        rule_book: the law.
        part: the matter of the case.
        stages: each question of the matter that leads somewhere, with its limbs.
        relevances: the relevance of every entry; None while the case file has a fault.
        choices: the choices of the user about the page.
    """

    def __init__(
        self,
        drawer: Drawer,
        rule_book: RuleBook,
        part: str,
        stages: Sequence[Sequence[Question]],
        relevances: Relevances | None,
        choices: PageChoices,
    ) -> None:
        self._drawer = drawer
        self._book = rule_book
        self._part = part
        self._relevances = relevances
        self._choices = choices
        self._asked_at: dict[str, list[str]] = {}
        self._factor_of: dict[str, list[str]] = {}
        for stage in stages:
            for question in stage:
                self._note_where_asked(question, stage[0])

    def _note_where_asked(self, question: Question, leading: Question) -> None:
        for name in names_asked(question, self._book):
            self._asked_at.setdefault(name, []).extend(dict.fromkeys((question.provision, leading.provision)))
        for name in question.factor_names:
            self._factor_of.setdefault(name, []).append(question.provision)

    def ask(self, name: str) -> str:
        """The question to the user for the fact or question *name*."""
        fact, provision = self._book.facts.get(name), self._book.named(self._part, name)
        return fact.ask if fact else self._book.questions[str(provision)].question

    def entry(self, holder: Holder, name: str) -> FormEntry:
        """The entry in a section that is drawn, with a field for each of its findings.

        Args:
            holder: the person or the offence that has the findings.
            name: the fact or question.
        """
        place = (*holder.place, "findings", name)
        adds = written_place(place)
        faults = self._drawer.faults(place)
        blank = self._blank_entry(holder, name)
        asked_at = [blank.provision] if blank.provision else self._asked_at.get(name, [])
        findings = self._drawer.findings(place, another=adds == self._choices.another)
        is_contested = blank.provision in self._choices.contested and not self._drawer.under(place)
        return replace(
            blank,
            findings=findings,
            is_called=is_contested or blank.id in self._choices.unfolded,
            relevance=self._relevances.of(holder.place, name, asked_at, self._factor_of.get(name, []))
            if self._relevances
            else None,
            faults=faults,
        )

    def unseen_entry(self, holder: Holder, name: str) -> FormEntry:
        """The entry in a section that is not drawn: its findings travel with the form, in no field.

        Args:
            holder: the person or the offence that has the findings.
            name: the fact or question.
        """
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
            ask=self.ask(name),
            holder=holder.place,
            offence=holder.offence,
            on=holder.short,
            answers=fact.answers if fact else _ANSWERS,
            notes=fact.notes if fact else {},
            unit=fact.unit if fact else None,
            look_in=fact.documents(self._part) if fact else (),
            provision=provision,
            reserved=bool(question and question.reserved),
            decided_by=question.decided_by if question else None,
            findings=(),
            adds=adds,
            relevance=None,
            faults=(),
            disputed=self._relevances.disputed(holder.place, name) if self._relevances else (),
        )
