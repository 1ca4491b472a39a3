"""The rule book: the questions, facts, laws and territories of the rule files, read and cross-checked."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Self

from extradition.law import PARTY
from extradition.length import Length
from extradition.rule_book import checks
from extradition.rule_book.addresses import Addresses
from extradition.rule_book.book import Combination, Era, Explained, NamedLaw, OutOfScope, Sequel, Together
from extradition.rule_book.conditions import Answer
from extradition.rule_book.decision_kinds import DecisionKinds
from extradition.rule_book.each_decision import EachDecision, contents_for
from extradition.rule_book.fact import Fact, Term
from extradition.rule_book.hearing_order import in_order_of_hearing, reached_from
from extradition.rule_book.kept_lately import KeptLately
from extradition.rule_book.load import Contents, read_folder
from extradition.rule_book.passage import Sources
from extradition.rule_book.question import Question, provisions_named
from extradition.rule_book.subjects import burdens_of, subjects_of, terms_of
from extradition.rule_book.trials import DecisionMade
from extradition.rule_book.version import Authority, Version
from extradition.rule_book.vocabulary import representatives
from extradition.rule_book.warrant_form import WarrantForm
from extradition.source import SourceError, UnknownLawError, bundled_folder, canonical, nearest


class RuleBook:
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
        self._contents = contents
        self.title = contents.book.title
        self.stated_as_at = contents.book.stated_as_at
        self.facts: Mapping[str, Fact] = contents.facts
        self.questions: Mapping[str, Question] = contents.questions
        self.parts: Mapping[str, str] = contents.parts
        self.laws: Mapping[str, NamedLaw] = contents.laws.laws
        self.side_by_side: tuple[str, ...] = contents.laws.side_by_side
        self.territories = contents.territories
        self.sequels: tuple[Sequel, ...] = contents.sequels
        self.sources: Sources = contents.sources
        self.combination: Combination | None = contents.book.combination
        self.warrant_form: WarrantForm | None = contents.warrant_form
        self.decision_kinds: DecisionKinds | None = contents.decision_kinds
        self.each_decision = each_decision or EachDecision()
        self.exits: Mapping[str, str] = contents.book.exits
        self.not_answers: tuple[Explained, ...] = contents.book.not_answers
        self.not_territories: tuple[Explained, ...] = contents.book.not_territories
        self.out_of_scope: tuple[OutOfScope, ...] = contents.book.out_of_scope
        self.reported_together: tuple[Together, ...] = contents.book.reported_together
        self.starts_at: Mapping[str, str] = contents.book.starts_at
        self._web = Addresses(contents.book.acts)
        self._order = {part: in_order_of_hearing(contents, part) for part in ("1", "2")}
        self.places = {
            part: {provision: i for i, provision in enumerate(order)} for part, order in self._order.items()
        }
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

    @cached_property
    def burdens(self) -> Mapping[str, Mapping[str, frozenset[PARTY]]]:
        """The parties with the burden of proving each fact, by Part and name: its own burden, or that of
        each question that asks for it.
        """
        questions = {part: [question for _, question in self.questions_in(part)] for part in ("1", "2")}
        return {part: burdens_of(self.facts, asked, self.subjects[part]) for part, asked in questions.items()}

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
            part: the Part that has the question, ``1`` or ``2``; a twin names other limbs in the other
                Part.
            question: a question of that Part.
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
        """The prospective versions of each question that has any, by the provision of the question."""
        found = {
            name: tuple(each for each in question.versions if each.in_force.is_prospective)
            for name, question in self.questions.items()
        }
        return {name: versions for name, versions in found.items() if versions}

    @cached_property
    def gates(self) -> Mapping[str, tuple[str, ...]]:
        """The facts that decide whether the Act asks a question, by the provision of each question that
        has a gate.
        """
        gated = ((name, question.asked_if) for name, question in self.questions.items())
        return {
            name: tuple(leaf.fact for leaf in gate.when.leaves()) for name, gate in gated if gate is not None
        }

    def concerns_person_only(self, question: Question) -> bool:
        """Whether *question* is decided for the person, and no factor of it is about an offence."""
        if question.provision not in self._person_only:
            facts = [self.facts[name] for name in question.factor_names]
            self._person_only[question.provision] = question.decided_for == "person" and all(
                fact.about == "person" for fact in facts
            )
        return self._person_only[question.provision]

    def part(self, provision: str) -> str:
        """The Part of the Act, ``1`` or ``2``, that has the question of *provision*."""
        return self.parts[provision]

    def written_as(self, provision: str) -> str | None:
        """The provision of the question that *provision* is a twin of; None if it is no twin."""
        return self._contents.twins.get(provision)

    def questions_in(self, part: str) -> Iterator[tuple[str, Question]]:
        """The questions of one Part with their provisions, in the order of the hearing, each followed by
        its limbs.
        """
        return ((provision, self.questions[provision]) for provision in self._order[part])

    def reached_from(self, provision: str) -> frozenset[str]:
        """The questions that a hearing can reach from *provision*, without limbs."""
        if provision not in self._after:
            self._after[provision] = frozenset(reached_from(self._contents, provision))
        return self._after[provision]

    def named(self, part: str, name: str) -> str | None:
        """The provision of the question *name* of that Part; None if there is none."""
        return self.names[part].get(name)

    def address(self, provision: str) -> str:
        """The legislation.gov.uk identifier of *provision*."""
        return self._web.of_provision(provision)

    @cached_property
    def addresses(self) -> Mapping[str, Mapping[str, str]]:
        """The address of every provision that the questions and the sequels of a Part name, by Part."""
        named = {
            part: [each for _, question in self.questions_in(part) for each in provisions_named(question)]
            for part in "12"
        }
        for sequel in self.sequels:
            named[sequel.part].append(sequel.provision)
        return {part: {name: self.address(name) for name in names} for part, names in named.items()}

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, Term]]:
        """The words for every fact and question of a Part, by Part and by name."""
        return {
            part: terms_of(self.subjects[part], self.facts, self.questions_in(part)) for part in ("1", "2")
        }

    def authority_address(self, authority: Authority) -> str | None:
        """The address at which a reader can open *authority*: computed from its citation, or else the link
        in its file.
        """
        return self._web.of_authority(authority)

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

    def about(self, part: str, name: str) -> str | None:
        """The subject of the fact or question *name*, the person or an offence; None if that Part never
        asks it.
        """
        return self.subjects[part].get(name)

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

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """The provision of each question, by Part and by the name of the question."""
        parts = ("1", "2")
        return {part: {each.name: provision for provision, each in self.questions_in(part)} for part in parts}

    @cached_property
    def subjects(self) -> Mapping[str, Mapping[str, str]]:
        """The subject of each fact and question, the person or an offence, by Part and by name."""
        last = [self.combination.look_again_if] if self.combination else []
        when = [(each.part, each.applies_if) for each in self.sequels if each.applies_if]
        after = {part: [condition for of, condition in when if of == part] for part in ("1", "2")}
        asked = {part: [question for _, question in self.questions_in(part)] for part in ("1", "2")}
        return {part: subjects_of(self.facts, asked[part], [*after[part], *last]) for part in ("1", "2")}
