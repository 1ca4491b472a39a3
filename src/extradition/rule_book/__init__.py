"""The rule book: the rule files read and cross-checked, the versions chosen for the dates, a case file held against it."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from extradition.case_file import CaseFile, Finding, Findings, Known, Offence, settle
from extradition.law import SELECTOR, Provision, case_law_address
from extradition.rule_book import checks
from extradition.rule_book.folder import Contents, part_of, read_folder
from extradition.rule_book.vocabulary import representatives
from extradition.rules import Authority, Era, Fact, NamedLaw, Question, Version, provisions_named
from extradition.rules.conditions import Answer
from extradition.source import ExtraditionError, Fault, Place, SourceError, bundled_folder, canonical


@dataclass(frozen=True)
class Chosen:
    """The version of a question that governs a case: the *day* on which it was looked up, *by* what; None if assumed."""

    version: Version
    day: dt.date | None = None
    by: str | None = None


class UnknownLawError(ExtraditionError, ValueError):
    """A law, version or day that the rule book does not have was asked for."""


class RuleBook:
    """A folder of rule files, read and checked. Immutable; safe to share between threads."""

    def __init__(self, contents: Contents) -> None:
        problems = checks.problems_in(contents)
        if problems:
            raise SourceError(problems)
        self._contents = contents
        self.title = contents.book.title
        self.stated_as_at = contents.book.stated_as_at
        self.facts: Mapping[str, Fact] = contents.facts
        self.questions: Mapping[str, Question] = contents.questions
        self.laws: Mapping[str, NamedLaw] = contents.laws.laws
        self.territories = contents.territories
        self.exits: Mapping[str, str] = contents.book.exits
        self.starts_at: Mapping[str, str] = contents.book.starts_at
        self._choices: dict[str, Mapping[str, tuple[Answer, ...]]] = {}
        self.digest = hashlib.sha256(canonical(contents.everything)).hexdigest()

    @classmethod
    def load(cls, folder: str | Path | None = None) -> Self:
        """Read and check the rule book in *folder*; without one, the rule book that comes with the package.

        Raises:
            SourceError: every problem in every file, as ``path:line:column: place: what is wrong``.
        """
        return cls(read_folder(bundled_folder("rules") if folder is None else Path(folder)))

    @cached_property
    def versions(self) -> Mapping[str, tuple[str, Version]]:
        """Version id to the provision of its question and the version."""
        return {version.id: (provision, version) for provision, question in self.questions.items() for version in question.versions}

    def choices(self, version: Version) -> Mapping[str, tuple[Answer, ...]]:
        """For each fact and question that *version* asks about, the answers that its conditions can tell apart."""
        if version.id not in self._choices:
            self._choices[version.id] = {name: representatives(name, self.facts, version.conditions) for name in version.facts}
        return self._choices[version.id]

    def part(self, provision: str) -> str:
        """The Part of the Act, ``1`` or ``2``, in which the question of *provision* is asked."""
        return self._contents.parts[provision]

    def written_as(self, provision: str) -> str | None:
        """The provision whose file *provision* is the twin of."""
        return self._contents.twins.get(provision)

    def questions_in(self, part: str) -> Iterator[tuple[str, Question]]:
        """The questions of one Part with their provisions, in statutory order."""
        return part_of(self._contents, part)

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        return {part: {question.name: provision for provision, question in self.questions_in(part)} for part in ("1", "2")}

    def named(self, part: str, name: str) -> str | None:
        """The provision of the question that is called *name* in that Part."""
        return self._names[part].get(name)

    def address(self, provision: str) -> str:
        """The legislation.gov.uk identifier of *provision*."""
        parsed = Provision(provision)
        return parsed.identifier(self._contents.book.acts[parsed.act].id)

    @cached_property
    def addresses(self) -> Mapping[str, Mapping[str, str]]:
        """By Part, every provision that its questions name, with its address."""
        return {
            part: {name: self.address(name) for _, question in self.questions_in(part) for name in provisions_named(question)} for part in ("1", "2")
        }

    def authority_address(self, authority: Authority) -> str | None:
        """Where *authority* can be read: computed from its citation, or else the link its file gives."""
        act = self._contents.book.acts.get(authority.cite)
        own = f"https://www.legislation.gov.uk/{act.id}" if act else case_law_address(authority.cite)
        return own or authority.link

    def era(self, day: dt.date) -> Era | None:
        """The era of decided cases that *day* falls in; None before the first."""
        return next((era for era in reversed(self._contents.laws.eras) if era.from_ <= day), None)

    def law(self, name: str) -> NamedLaw:
        """The law that ``laws.yaml`` calls *name*.

        Raises:
            UnknownLawError: there is no such law.
        """
        if name not in self.laws:
            raise UnknownLawError(f"{name!r} is not a law in laws.yaml{_nearest(name, self.laws)}")
        return self.laws[name]

    def choose(self, case_file: CaseFile, as_at: dt.date | None, assuming: Iterable[str]) -> dict[str, Chosen]:
        """Choose the version of every question in the case's Part.

        The dates of the case choose, or *as_at* in place of all of them; a version among *assuming* outranks both.

        Raises:
            UnknownLawError: *assuming* names no version, or two of one question; no version is in force on *as_at*.
            SourceError: the case file lacks a date that selects a version, or gives one on which none is in force.
        """
        assumed = self._assumed(assuming)
        chosen: dict[str, Chosen] = {}
        faults: dict[Place, str] = {}
        for provision, question in self.questions_in(case_file.part):
            if provision in assumed:
                chosen[provision] = Chosen(assumed[provision])
                continue
            dated = self.in_force(case_file, provision, as_at)
            if dated is not None:
                chosen[provision] = dated
            elif as_at:
                raise UnknownLawError(f"{provision} has no version in force on {as_at}")
            else:
                selector = question.versions[0].in_force.selected_by
                day = _date(case_file, selector)
                missing = f"is required: it chooses the version of {provision}"
                outside = f"no version of {provision} is in force on {day}; the first begins on {question.versions[0].in_force.from_}"
                faults.setdefault(("dates", selector.removesuffix(" date")), missing if day is None else outside)
        if faults:
            raise SourceError(case_file.problems([Fault(place, message) for place, message in faults.items()]))
        return chosen

    def in_force(self, case_file: CaseFile, provision: str, as_at: dt.date | None) -> Chosen | None:
        """The version of one question that is in force on the date of the case that selects it, or on *as_at*; None if none is."""
        versions = self.questions[provision].versions
        selector = versions[0].in_force.selected_by
        day = as_at or _date(case_file, selector)
        by = "day named" if as_at else selector
        return next((Chosen(version, day, by) for version in versions if day is not None and version.in_force.covers(day)), None)

    def _assumed(self, assuming: Iterable[str]) -> dict[str, Version]:
        assumed: dict[str, Version] = {}
        for version_id in assuming:
            if version_id not in self.versions:
                raise UnknownLawError(f"{version_id!r} is not a version in this rule book{_nearest(version_id, self.versions)}")
            provision, version = self.versions[version_id]
            if assumed.setdefault(provision, version) is not version:
                raise UnknownLawError(f"{assumed[provision].id} and {version_id} are both versions of {provision}; assume one")
        return assumed

    def known(self, case_file: CaseFile, offence: Offence) -> dict[str, Known]:
        """What the case file says of each fact and question that bears on *offence*."""
        return {name: settle(findings) for name, findings in {**case_file.findings, **offence.all_findings}.items()}

    def answer(self, name: str, text: str) -> Answer:
        """*text* as an answer to the fact *name*: a number where numbers are answers."""
        fact = self.facts.get(name)
        return int(text) if fact and fact.unit and text.isascii() and text.isdigit() else text

    def examine(self, case_file: CaseFile) -> None:
        """Hold *case_file* against the vocabulary.

        Raises:
            SourceError: every unknown territory, fact and answer, every fact of the other Part, every misplaced fact.
        """
        faults = [*self._faults_in_head(case_file), *self._faults_in(case_file.findings, ("findings",), case_file.part, "person")]
        for i, offence in enumerate(case_file.offences):
            place = ("offences", i)
            faults += self._faults_in_answers((*place, "case_type"), "case_type", offence.all_findings["case_type"])
            faults += self._faults_in(offence.findings, (*place, "findings"), case_file.part, "offence")
            for provision in offence.decided.steps if offence.decided else ():
                if provision not in self.questions or self.part(provision) != case_file.part:
                    faults.append(Fault((*place, "decided", "steps", provision), f"is not a question of Part {case_file.part}"))
        if faults:
            raise SourceError(case_file.problems(faults))

    def _faults_in_head(self, case_file: CaseFile) -> Iterator[Fault]:
        if case_file.territory not in self.territories:
            yield Fault(("territory",), f"{case_file.territory!r} is not in territories.yaml{_nearest(case_file.territory, self.territories)}")
        if case_file.dates.arrest and case_file.dates.hearing and case_file.dates.arrest > case_file.dates.hearing:
            yield Fault(("dates", "arrest"), "is after the hearing")

    def _faults_in(self, findings: Findings, place: Place, part: str, about: str) -> Iterator[Fault]:
        for name, entries in findings.items():
            here = (*place, name)
            message = self._fault_in_name(name, part, about)
            if message:
                yield Fault(here, message)
                continue
            yield from self._faults_in_answers(here, name, entries)

    def _faults_in_answers(self, place: Place, name: str, entries: Iterable[Finding]) -> Iterator[Fault]:
        fact = self.facts.get(name)
        for i, finding in enumerate(entries):
            allowed = fact.allows(self.answer(name, finding.answer)) if fact else finding.answer in ("yes", "no")
            if not allowed:
                choices = [*(fact.answers if fact else ("yes", "no")), *([f"a number of {fact.unit}"] if fact and fact.unit else [])]
                yield Fault((*place, i, "answer"), f"{finding.answer!r} is not one of its answers: {', '.join(choices)}")

    def _fault_in_name(self, name: str, part: str, about: str) -> str | None:
        other = {"1": "2", "2": "1"}[part]
        subject = self._subject(name, part) or self._subject(name, other)
        if subject is None:
            vocabulary = [*self.facts, *self._names["1"], *self._names["2"]]
            return f"is not a fact or a question of this rule book{_nearest(name, vocabulary)}"
        if self._subject(name, part) is None:
            return f"is asked only in Part {other}; this is a Part {part} case"
        if subject != about:
            return f"is about the {subject}, so it belongs under {'offences' if subject == 'offence' else 'the findings of the case'}"
        return None

    def _subject(self, name: str, part: str) -> str | None:
        """Whether *name* is about the person or an offence; None if that Part never asks it."""
        return self._subjects[part].get(name)

    @cached_property
    def _subjects(self) -> Mapping[str, Mapping[str, str]]:
        subjects: dict[str, dict[str, str]] = {"1": {}, "2": {}}
        for part, asked in subjects.items():
            for _, question in self.questions_in(part):
                gate = [leaf.fact for leaf in question.asked_if.when.leaves()] if question.asked_if else []
                for name in (*gate, *question.factors, *(fact for version in question.versions for fact in version.facts)):
                    if name in self.facts:
                        asked[name] = self.facts[name].about
                asked[question.name] = question.decided_for
        return subjects


def _date(case_file: CaseFile, selector: SELECTOR) -> dt.date | None:
    day: dt.date | None = getattr(case_file.dates, selector.removesuffix(" date"))
    return day


def _nearest(word: str, words: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(words), n=1)
    return f"; did you mean {near[0]}?" if near else ""


__all__ = ["Chosen", "RuleBook", "UnknownLawError"]
