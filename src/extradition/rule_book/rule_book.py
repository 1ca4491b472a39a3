"""The rule book: the questions, facts, laws and territories of the rule files, read and cross-checked."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Self

from extradition.length import Length
from extradition.rule_book import checks
from extradition.rule_book.assumed import assumed_versions
from extradition.rule_book.book import Era, Explained, NamedLaw, OutOfScope, Together
from extradition.rule_book.book_index import BookIndex
from extradition.rule_book.conditions import Answer
from extradition.rule_book.decision_kinds import DecisionKinds
from extradition.rule_book.draft import Draft, DraftUsed
from extradition.rule_book.drafted import law_assuming, with_draft
from extradition.rule_book.each_decision import EachDecision, contents_for
from extradition.rule_book.hearing_order import reached_from
from extradition.rule_book.installed import folder_of_book
from extradition.rule_book.kept_lately import KeptLately
from extradition.rule_book.load import Contents, read_folder
from extradition.rule_book.passage import Sources
from extradition.rule_book.question import Question
from extradition.rule_book.trials import DecisionMade
from extradition.rule_book.version import Version
from extradition.rule_book.vocabulary import representatives
from extradition.rule_book.warrant_form import WarrantForm
from extradition.source import OptionError, SourceError, UnknownLawError, bundled_folder, canonical, nearest


# Whole: what the rest of the package asks of the law, a few lines each.
class RuleBook(BookIndex):
    """A folder of rule files, read and checked. Immutable; safe to share between threads.

    Args:
        contents: the contents of the folder; ``load`` reads them.
        each_decision: the decisions on an offence for which *contents* were made; they are not checked again.

    Raises:
        SourceError: the checks find problems; carries all of them.

    Examples:
        >>> from extradition import RuleBook
        >>> book = RuleBook.load()
        >>> provision, question = next(iter(book.questions_in("1")))
        >>> book.part(provision), question.decided_by, book.address(provision).partition("/ukpga")[0]
        ('1', 'judge', 'https://www.legislation.gov.uk')
    """

    def __init__(self, contents: Contents, each_decision: EachDecision | None = None) -> None:
        problems = checks.problems_in(contents) if each_decision is None else ()
        if problems:
            raise SourceError(problems)
        super().__init__(contents)
        self._contents = contents
        self.name = contents.name
        self.watched = contents.watched
        self.title = contents.book.title
        self.stated_as_at = contents.book.stated_as_at
        self.laws: Mapping[str, NamedLaw] = contents.laws.laws
        self.side_by_side: tuple[str, ...] = contents.laws.side_by_side
        self.territories = contents.territories
        self.sources: Sources = contents.sources
        self.warrant_form: WarrantForm | None = contents.warrant_form
        self.decision_kinds: DecisionKinds | None = contents.decision_kinds
        self.each_decision = each_decision or EachDecision()
        self.drafts: tuple[DraftUsed, ...] = tuple(draft.used for draft in contents.drafts)
        self.exits: Mapping[str, str] = contents.book.exits
        self.also_called: Mapping[str, tuple[str, ...]] = contents.book.also_called
        self.not_answers: tuple[Explained, ...] = contents.book.not_answers
        self.not_territories: tuple[Explained, ...] = contents.book.not_territories
        self.out_of_scope: tuple[OutOfScope, ...] = contents.book.out_of_scope
        self.reported_together: tuple[Together, ...] = contents.book.reported_together
        self._choices: dict[str, Mapping[str, tuple[Answer, ...]]] = {}
        self._asked_by: dict[tuple[str, str], tuple[tuple[str, str | None], ...]] = {}
        self._limbs: dict[tuple[str, str], tuple[str, ...]] = {}
        self._person_only: dict[str, bool] = {}
        self._after: dict[str, frozenset[str]] = {}
        self._kept: KeptLately[tuple[DecisionMade, ...], RuleBook] = KeptLately(32)

    @classmethod
    def load(cls, folder: str | Path | None = None) -> Self:
        """The rule book in *folder*, read and checked.

        Args:
            folder: a folder of rule files; if it is absent, the rule book of this package.

        Raises:
            SourceError: carries every problem in every file, as ``path:line:column: place: what is wrong``.
        """
        return cls(read_folder(bundled_folder("rules") if folder is None else Path(folder)))

    @classmethod
    def load_named(cls, name: str | None) -> Self:
        """The rule book of this package with that *name*, read and checked.

        Args:
            name: the name that a case file has under ``book``; None for the first rule book.

        Raises:
            UnknownLawError: this package has no rule book of that name.
            SourceError: as for ``load``.
        """
        return cls.load(folder_of_book(name))

    def with_draft(self, draft: Draft) -> RuleBook:
        """This rule book with the versions of *draft*, and with a law that applies them and has its id.

        Under every other law it is the same; its digest is that of the rule files.

        Raises:
            SourceError: the draft does not fit the rule book; carries every fault, with its place.

        Examples:
            >>> from extradition import CaseFile, Draft, RuleBook, determine
            >>> case = CaseFile.load("examples/merticariu/case.yaml")
            >>> book = RuleBook.load().with_draft(Draft.load("docs/tasks/draft-a-law.yaml"))
            >>> [determine(case, book, law=law).outcome for law in book.side_by_side]
            ['discharge', 'proceed to s 21']
        """
        return RuleBook(with_draft(self._contents, draft))

    def with_law_assuming(self, name: str, versions: Iterable[str]) -> tuple[str, RuleBook]:
        """The name of one more law, and this rule book with it.

        It is the law *name* with *versions* in place of those that it has of the same questions.

        Args:
            name: a key of ``laws.yaml``.
            versions: ids of versions.

        Raises:
            UnknownLawError: as for ``law``; a version is unknown.
            OptionError: two versions are of one question, or the name that is made has a law already.

        >>> book = RuleBook.load()
        >>> versions = book.law("as-amended-2026").assuming
        >>> name, more = book.with_law_assuming("today", versions)
        >>> name, more.law(name).assuming == versions
        ('today-assuming', True)
        """
        base, made = self.law(name), f"{name}-assuming"
        if made in self.laws:
            raise OptionError(f"{made} is the name of a law already; name another law")
        update = {
            "title": f"{base.title}, with other versions",
            "short_title": f"{base.short_title or base.title}, with other versions",
            "summary": f"The law “{base.title}”, with versions that the user assumes in place of its own.",
        }
        law = law_assuming(base, versions, self.versions).model_copy(update=update)
        laws = self._contents.laws.model_copy(update={"laws": {**self.laws, made: law}})
        return made, RuleBook(replace(self._contents, laws=laws), self.each_decision)

    def for_decisions(self, decisions: tuple[DecisionMade, ...]) -> RuleBook:
        """This rule book with the questions on the trial asked of each of *decisions*; itself without them.

        It has the same law, so it has the same digest. It is kept while it is among those used last.

        Args:
            decisions: the decisions on one offence, the oldest first.
        """
        if not decisions or self.decision_kinds is None:
            return self
        kinds = self.decision_kinds
        return self._kept.of(decisions, lambda: RuleBook(*contents_for(self._contents, kinds, decisions)))

    @cached_property
    def digest(self) -> str:
        """The hash of everything in the rule files."""
        return hashlib.sha256(canonical(self._contents.everything)).hexdigest()

    @cached_property
    def versions(self) -> Mapping[str, tuple[str, Version]]:
        """Every version with the provision of its question, by the id of the version."""
        return {
            version.id: (provision, version)
            for provision, question in self.questions.items()
            for version in question.versions
        }

    def assumed(self, names: Iterable[str]) -> Mapping[str, Version]:
        """The versions of those ids, by the provision of their question.

        Args:
            names: the ids of versions.

        Raises:
            UnknownLawError: no version has one of the ids.
            OptionError: two versions are of one question.
        """
        return assumed_versions(names, self.versions)

    def choices(self, version: Version) -> Mapping[str, tuple[Answer, ...]]:
        """The answers that the conditions of *version* can distinguish, by the fact or question."""
        if version.id not in self._choices:
            self._choices[version.id] = {
                name: representatives(name, self.facts, version.conditions) for name in version.facts
            }
        return self._choices[version.id]

    def asked_by(self, part: str, question: Question, version: Version) -> tuple[tuple[str, str | None], ...]:
        """The names of the facts and questions in the conditions of *version* and among the factors of
        *question*.

        Each name has the provision of the question that it names; None for a fact.

        Args:
            part: the matter that has the question; a twin names other limbs in another matter.
            question: a question of that matter.
            version: one of its versions.
        """
        key = (part, version.id)
        if key not in self._asked_by:
            names = dict.fromkeys((*version.facts, *question.factor_names))
            self._asked_by[key] = tuple((name, self.named(part, name)) for name in names)
        return self._asked_by[key]

    def limbs_of(self, part: str, question: Question, version: Version) -> tuple[str, ...]:
        """The provisions of the limbs that *version* depends on, in order."""
        key = (part, version.id)
        if key not in self._limbs:
            self._limbs[key] = tuple(
                limb for _, limb in self.asked_by(part, question, version) if limb is not None
            )
        return self._limbs[key]

    @cached_property
    def prospective(self) -> Mapping[str, tuple[Version, ...]]:
        """The prospective versions of each question that has any, by its provision; a draft is none."""
        found = {
            name: tuple(v for v in question.versions if v.in_force.is_prospective and not v.is_draft)
            for name, question in self.questions.items()
        }
        return {name: versions for name, versions in found.items() if versions}

    @cached_property
    def gates(self) -> Mapping[str, tuple[str, ...]]:
        """The facts that decide whether the Act asks a question, by the provision of each question that
        has a gate.
        """
        return {name: each.gate_facts for name, each in self.questions.items() if each.asked_if is not None}

    def concerns_person_only(self, question: Question) -> bool:
        """Whether *question* is decided for the person, and no factor of it is about an offence."""
        if question.provision not in self._person_only:
            facts = [self.facts[name] for name in question.factor_names]
            self._person_only[question.provision] = question.decided_for == "person" and all(
                fact.about == "person" for fact in facts
            )
        return self._person_only[question.provision]

    def written_as(self, provision: str) -> str | None:
        """The provision of the question that *provision* is a twin of; None if it is no twin."""
        return self._contents.twins.get(provision)

    def reached_from(self, provision: str) -> frozenset[str]:
        """The questions that a hearing can reach from *provision*, without limbs."""
        if provision not in self._after:
            self._after[provision] = frozenset(reached_from(self._contents, provision))
        return self._after[provision]

    def era(self, day: dt.date) -> Era | None:
        """The era of decided cases that includes *day*; None before the first."""
        return next((era for era in reversed(self._contents.laws.eras) if era.from_ <= day), None)

    def law(self, name: str) -> NamedLaw:
        """The law that ``laws.yaml`` calls *name*.

        Args:
            name: a key of ``laws.yaml``.

        Raises:
            UnknownLawError: ``laws.yaml`` has no law of that name.
        """
        if name not in self.laws:
            raise UnknownLawError(f"{name!r} is not a law in laws.yaml{nearest(name, self.laws)}")
        return self.laws[name]

    def answer(self, name: str, text: str) -> Answer | Length:
        """The answer that *text* is to the fact *name*, as ``Fact.read`` gives it; for a question, the
        text itself.
        """
        fact = self.facts.get(name)
        return text if fact is None else fact.read(text)

    def includes(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """The wide answers to *name*, each with its narrower ones; none for a question."""
        fact = self.facts.get(name)
        return fact.includes if fact else {}
