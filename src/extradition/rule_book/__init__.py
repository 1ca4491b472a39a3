"""The rule book: the rule files read and cross-checked, the versions chosen for the dates, a case file held against it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Self

from extradition.case_file import CaseFile, Known, Offence, settle
from extradition.law import Provision, case_law_address
from extradition.rule_book import checks
from extradition.rule_book.choices import Choice, Chosen, NotInForce, UnknownLawError, choose
from extradition.rule_book.examination import Vocabulary, nearest
from extradition.rule_book.folder import Contents, read_folder
from extradition.rule_book.order import in_order_of_hearing, reached_from
from extradition.rule_book.vocabulary import representatives
from extradition.rule_book.warrant import FormReader, Unclear
from extradition.rules import Authority, Fact, Question, Version, provisions_named
from extradition.rules.book import Combination, Era, NamedLaw, Sequel
from extradition.rules.conditions import Answer
from extradition.rules.warrant_form import WarrantForm
from extradition.source import Fault, SourceError, bundled_folder, canonical


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
        self.side_by_side: tuple[str, ...] = contents.laws.side_by_side
        self.territories = contents.territories
        self.sequels: tuple[Sequel, ...] = contents.sequels
        self.combination: Combination | None = contents.book.combination
        self.warrant_form: WarrantForm | None = contents.warrant_form
        self._form = FormReader(contents.warrant_form, contents.facts) if contents.warrant_form else None
        self.exits: Mapping[str, str] = contents.book.exits
        self.starts_at: Mapping[str, str] = contents.book.starts_at
        self._addresses: dict[str, str] = {}
        self._order = {part: in_order_of_hearing(contents, part) for part in ("1", "2")}
        self.places = {part: {provision: i for i, provision in enumerate(order)} for part, order in self._order.items()}
        self._choices: dict[str, Mapping[str, tuple[Answer, ...]]] = {}
        self._asked_by: dict[tuple[str, str], tuple[tuple[str, str | None], ...]] = {}
        self._person_only: dict[str, bool] = {}
        self._after: dict[str, frozenset[str]] = {}
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

    def asked_by(self, part: str, question: Question, version: Version) -> tuple[tuple[str, str | None], ...]:
        """The facts and questions that *version* asks about and those laid out beside it, each with its provision if it is a question."""
        key = (part, version.id)
        if key not in self._asked_by:
            names = dict.fromkeys((*version.facts, *question.factor_names))
            self._asked_by[key] = tuple((name, self.named(part, name)) for name in names)
        return self._asked_by[key]

    def concerns_person_only(self, question: Question) -> bool:
        """Whether *question* is decided for the person and no fact about an offence is laid out beside it."""
        if question.provision not in self._person_only:
            facts = [self.facts[name] for name in question.factor_names]
            self._person_only[question.provision] = question.decided_for == "person" and all(fact.about == "person" for fact in facts)
        return self._person_only[question.provision]

    def part(self, provision: str) -> str:
        """The Part of the Act, ``1`` or ``2``, in which the question of *provision* is asked."""
        return self._contents.parts[provision]

    def written_as(self, provision: str) -> str | None:
        """The provision whose file *provision* is the twin of."""
        return self._contents.twins.get(provision)

    def questions_in(self, part: str) -> Iterator[tuple[str, Question]]:
        """The questions of one Part with their provisions, in the order of the hearing, each followed by its limbs."""
        return ((provision, self.questions[provision]) for provision in self._order[part])

    def reached_from(self, provision: str) -> frozenset[str]:
        """The questions that a hearing taken from *provision* can come to, limbs left out."""
        if provision not in self._after:
            self._after[provision] = frozenset(reached_from(self._contents, provision))
        return self._after[provision]

    def named(self, part: str, name: str) -> str | None:
        """The provision of the question that is called *name* in that Part."""
        return self._vocabulary.names[part].get(name)

    def address(self, provision: str) -> str:
        """The legislation.gov.uk identifier of *provision*."""
        if provision not in self._addresses:
            parsed = Provision(provision)
            self._addresses[provision] = parsed.identifier(self._contents.book.acts[parsed.act].id)
        return self._addresses[provision]

    @cached_property
    def addresses(self) -> Mapping[str, Mapping[str, str]]:
        """By Part, every provision that its questions name or that follows on its outcomes, with its address."""
        return {
            part: {name: self.address(name) for _, question in self.questions_in(part) for name in provisions_named(question)}
            | {sequel.provision: self.address(sequel.provision) for sequel in self.sequels if sequel.part == part}
            for part in ("1", "2")
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
            raise UnknownLawError(f"{name!r} is not a law in laws.yaml{nearest(name, self.laws)}")
        return self.laws[name]

    def choose(self, case_file: CaseFile, offence: Offence, as_at: dt.date | None, assuming: Iterable[str]) -> dict[str, Choice]:
        """Choose the version of every question in the case's Part, for one offence.

        The dates of the case choose, as if it were heard on *as_at*, if that is given; a version among *assuming* outranks both.

        Raises:
            UnknownLawError: *assuming* names no version, or two of one question; no version is in force on *as_at*.
        """
        assumed = self._assumed(assuming)
        return {
            provision: Chosen(assumed[provision]) if provision in assumed else choose(provision, question, case_file, offence, as_at)
            for provision, question in self.questions_in(str(case_file.part))
        }

    def _assumed(self, assuming: Iterable[str]) -> dict[str, Version]:
        assumed: dict[str, Version] = {}
        for version_id in assuming:
            if version_id not in self.versions:
                raise UnknownLawError(f"{version_id!r} is not a version in this rule book{nearest(version_id, self.versions)}")
            provision, version = self.versions[version_id]
            if assumed.setdefault(provision, version) is not version:
                raise UnknownLawError(f"{assumed[provision].id} and {version_id} are both versions of {provision}; assume one")
        return assumed

    def known(self, case_file: CaseFile, offence: Offence) -> dict[str, Known]:
        """What the case file says of each fact and question that bears on *offence*, and what its territory settles.

        What its warrant's own form says counts as further findings on those facts.
        """
        findings = {**case_file.findings, **offence.all_findings}
        if self._form is not None and offence.warrant is not None:
            stated = self._form.findings(offence.warrant)
            findings |= {name: (*findings.get(name, ()), *each) for name, each in stated.items()}
        said = {name: settle(each) for name, each in findings.items()}
        settled = {
            name: Known(found.is_, case_file.findings.get(name, ()), found)
            for name, found in self._vocabulary.designated(case_file)
            if name in self._vocabulary.subjects[str(case_file.part)]
        }
        return {**said, **settled}

    def unclear(self, offence: Offence) -> Iterator[Unclear]:
        """What the form of the warrant leaves unclear about *offence*."""
        if self._form is not None and offence.warrant is not None:
            yield from self._form.unclear(offence.warrant)

    def about(self, part: str, name: str) -> str | None:
        """Whether the fact or question *name* is about the person or an offence; None if that Part never asks it."""
        return self._vocabulary.subjects[part].get(name)

    def answer(self, name: str, text: str) -> Answer:
        """*text* as an answer to the fact *name*: a number where numbers are answers."""
        return self._vocabulary.answer(name, text)

    def examine(self, case_file: CaseFile) -> CaseFile:
        """Hold *case_file* against the vocabulary; give it back with its Part, which the territory settles if it does not.

        Raises:
            SourceError: every unknown territory, fact and answer, every fact of the other Part, every misplaced fact; a
                Part that the territory did not belong to on the dates of the case.
        """
        vocabulary = self._vocabulary
        part, faults = vocabulary.part(case_file)
        told = [*faults]
        if part is not None:
            told += vocabulary.faults(case_file, part)
            told += self._faults_in_warrants(case_file, part)
        if case_file.territory in self.territories:
            told += vocabulary.faults_against_designation(case_file)
        if told:
            raise SourceError(case_file.problems(told))
        return case_file if case_file.part else case_file.model_copy(update={"part": part})

    def _faults_in_warrants(self, case_file: CaseFile, part: str) -> Iterator[Fault]:
        for i, offence in enumerate(case_file.offences):
            if offence.warrant is not None:
                place = ("offences", i, "warrant")
                if self._form is None:
                    yield Fault(place, "is not read by this rule book, which has no warrant_form.yaml")
                else:
                    yield from self._form.faults(offence.warrant, offence.case_type, part, place)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        subjects: dict[str, dict[str, str]] = {"1": {}, "2": {}}
        for part, asked in subjects.items():
            after = [leaf.fact for sequel in self.sequels if sequel.part == part and sequel.applies_if for leaf in sequel.applies_if.leaves()]
            last = [leaf.fact for leaf in self.combination.look_again_if.leaves()] if self.combination else []
            asked.update((name, self.facts[name].about) for name in (*after, *last))
            for _, question in self.questions_in(part):
                gate = [leaf.fact for leaf in question.asked_if.when.leaves()] if question.asked_if else []
                for name in (*gate, *question.factor_names, *(fact for version in question.versions for fact in version.facts)):
                    if name in self.facts:
                        asked[name] = self.facts[name].about
                asked[question.name] = question.decided_for
        names = {part: {question.name: provision for provision, question in self.questions_in(part)} for part in ("1", "2")}
        return Vocabulary(self.facts, names, subjects, self.questions, self._contents.parts, self.territories)


__all__ = ["Choice", "Chosen", "NotInForce", "RuleBook", "UnknownLawError"]
