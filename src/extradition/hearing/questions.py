"""The questions of a matter, asked of one offence under the versions that govern it; each is asked once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from extradition.case_file.settling import Known
from extradition.engine import plain
from extradition.engine.agreement import Reader
from extradition.hearing.applicable_versions import EVERY_DAY, Choice, Chosen, DateMissing
from extradition.hearing.doubted import silenced
from extradition.hearing.lengths import choices, not_comparable
from extradition.hearing.path import AskedQuestion
from extradition.hearing.presumption import presumed_reading
from extradition.hearing.read_by import read_by
from extradition.law import ANSWER
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer, Condition
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.question import Question
from extradition.rule_book.turning_points import have_one_rule
from extradition.rule_book.version import Version
from extradition.rule_book.vocabulary import edges
from extradition.source import Fault


# Whole: every method reads the questions already asked, and a split would have to share them.
class Questions:
    """The questions of a matter as they are asked of one offence.

    Args:
        rule_book: the law.
        part: the matter.
        chosen: the version of each question, or why there is none.
        known: the known answers, by fact and question.
        read: reads a version on the answers to its facts.
        person: the questions on the person that were asked for another offence; those asked here are added.
        own: facts and questions on the person with findings for this offence alone.
        already: questions that were asked before and have the same answer here.
        closing: whether every open fact is taken as not shown.
    """

    def __init__(
        self,
        rule_book: RuleBook,
        part: str,
        chosen: Mapping[str, Choice],
        known: Mapping[str, Known],
        read: Reader,
        *,
        person: dict[str, AskedQuestion] | None = None,
        own: frozenset[str] = frozenset(),
        already: Mapping[str, AskedQuestion] | None = None,
        closing: bool = False,
    ) -> None:
        self.book = rule_book
        self.part = part
        self.closing = closing
        self._chosen = chosen
        self._known = {**known, **silenced(known, rule_book)} if closing else known
        self._read = read
        self._person = {} if person is None else person
        self._own = own
        self._asked: dict[str, AskedQuestion] = dict(already or {})
        self._settled: dict[str, Chosen] = {}

    def fact(self, name: str, compared_by: Iterable[Condition] | None = None) -> Answer | None:
        """The answer to the fact *name*; None while it is open or disputed.

        A length of months and days counts as a number of months only if that changes no comparison with it.

        Args:
            name: the fact.
            compared_by: the conditions that compare it; if None, those of every version that applies.
        """
        known = self._known.get(name)
        if known is not None and known.answer is not None:
            answer = self.book.answer(name, known.answer)
            return (
                answer.in_months(edges(name, self._conditions if compared_by is None else compared_by))
                if isinstance(answer, Length)
                else answer
            )
        if known is not None:  # disputed: silence does not settle that
            return None
        return self.book.facts[name].when_not_shown if self.closing else None

    def is_disputed(self, name: str) -> bool:
        """Whether there are findings on *name* that give no answer."""
        known = self._known.get(name)
        return known is not None and known.answer is None

    def facts_in(self, condition: Condition) -> dict[str, Answer]:
        """The known answers to the facts of *condition*; to a question of it, the answer of its findings."""
        return {
            leaf.fact: answer
            for leaf in condition.leaves()
            if (answer := self._shown(leaf.fact, condition)) is not None
        }

    def _shown(self, name: str, condition: Condition) -> Answer | None:
        limb = self.book.named(self.part, name)
        return self.fact(name, (condition,)) if limb is None else self.found(limb)

    def whole_months(self, name: str) -> tuple[int, int] | None:
        """The fewest and the most whole months that the answer to *name* may be; None if it is not a
        length.
        """
        known = self._known.get(name)
        answer = (
            self.book.answer(name, known.answer) if known is not None and known.answer is not None else None
        )
        return answer.whole_months if isinstance(answer, Length) else None

    def found(self, provision: str) -> ANSWER | None:
        """The answer of the findings on the question of *provision* itself; None if they do not bind."""
        known = self._known.get(self.book.questions[provision].name)
        return known.found if known else None

    def ask(self, provision: str) -> AskedQuestion:
        """The question of *provision* with its answer. Its limbs are asked before it."""
        question = self.book.questions[provision]
        of_all = self.book.concerns_person_only(question) and self._is_shared(provision)
        asked = self._person if of_all else self._asked
        if provision not in asked:
            chosen = self._settled.get(provision, self._chosen[provision])
            if not isinstance(chosen, Chosen):  # a limb that only an assumed version builds on
                chosen = Chosen(question.dated[-1])
            asked[provision] = self._ask_under(provision, chosen)
        return asked[provision]

    def limbs(self, asked: AskedQuestion) -> list[AskedQuestion]:
        """The limbs that the question *asked* builds on, in order."""
        return [self.ask(limb) for limb in self._limbs_of(asked.question, asked.chosen.version)]

    def chosen(self, provision: str) -> Choice:
        """The version chosen for a question by itself, or why there is none."""
        return self._chosen[provision]

    def choice(self, provision: str) -> Choice:
        """The version chosen for a question, or why there is none; a missing date of one of its limbs
        counts too.
        """
        choice = self._chosen[provision]
        if isinstance(choice, Chosen):
            limbs = self._limbs_of(self.book.questions[provision], choice.version)
            if not limbs:
                return choice
            return next((fault for limb in limbs if isinstance(fault := self.choice(limb), Fault)), choice)
        return choice

    @property
    def settled(self) -> Mapping[str, Chosen]:
        """The versions settled without the date that chooses them, by provision."""
        return self._settled

    def applied(self, provision: str) -> Choice:
        """The same, but with a version settled on every day where the date is missing."""
        return self._settled.get(provision) or self.choice(provision)

    def version(self, provision: str) -> Version | None:
        """The version of a question that applies; None if there is none, or the date that chooses it is
        missing.
        """
        choice, question = self.applied(provision), self.book.questions[provision]
        if isinstance(choice, Chosen):
            return choice.version
        return question.last if question.is_limb else None

    def settle_on_every_day(self, provision: str) -> Chosen | None:
        """The latest version of a question without its date, which then applies, if all that may apply give
        one answer.

        They give one answer to a question that is still open only if they have the same conditions, and it
        leads to the same ways. A question whose own date is known applies if each of its limbs without a date
        gives one answer.
        """
        question, fault = self.book.questions[provision], self._chosen[provision]
        if isinstance(fault, Chosen) and self._limbs_settle(self._limbs_of(question, fault.version)):
            self._settled[provision] = fault
            return fault
        possible = fault.possible if isinstance(fault, DateMissing) else question.dated
        if (
            not isinstance(fault, Fault)
            or question.while_not_in_force is not None
            or (None in possible and not question.is_limb)
        ):
            return None
        dated = [Chosen(version, None, EVERY_DAY) for version in possible if version is not None]
        limbs = dict.fromkeys(limb for chosen in dated for limb in self._limbs_of(question, chosen.version))
        if not self._limbs_settle(limbs):
            return None
        answers = {self._ask_under(provision, chosen).settled for chosen in dated}
        if len(answers) != 1 or (
            "open" in answers
            and not (
                isinstance(fault, DateMissing)
                and have_one_rule(question, [chosen.version for chosen in dated])
            )
        ):
            return None
        newest = self._settled[provision] = dated[-1]
        return newest

    def _limbs_settle(self, limbs: Iterable[str]) -> bool:
        """Whether each of *limbs* has its version, by its date or as all that may apply give one answer."""
        return all(
            not isinstance(self.choice(limb), Fault) or self.settle_on_every_day(limb) is not None
            for limb in limbs
        )

    @property
    def asked(self) -> dict[str, AskedQuestion]:
        """Every question asked so far, limbs included, by provision."""
        return self._asked | {at: each for at, each in self._person.items() if self._is_shared(at)}

    def _is_shared(self, provision: str) -> bool:
        """Whether a question on the person has the same answer for this offence as for the others."""
        return not self._own or self._own.isdisjoint(read_by(self.book, self.part, provision))

    def answers_alike(self, provision: str, other: Chosen) -> bool:
        """Whether the question of *provision* is answered already, and has the same answer under *other*."""
        asked = self._asked.get(provision)
        return (
            asked is not None
            and asked.settled != "open"
            and asked.settled == self._ask_under(provision, other).settled
        )

    def missing(self, asked: AskedQuestion) -> tuple[str, ...]:
        """The open facts and limbs that can still change the answer to *asked*; if none, the lengths it
        cannot compare.
        """
        version = asked.chosen.version
        if version.yes_if is None:
            return ()
        lengths = dict(not_comparable(self.book, self._known, asked))
        key = ("matters", version.id, tuple(asked.answers.items()), tuple(lengths.items()))
        every = choices(self.book, self._known, asked)
        return once(self.book, key, lambda: plain.matters(version, asked.answers, every)) or tuple(lengths)

    @cached_property
    def _conditions(self) -> tuple[Condition, ...]:
        """The conditions of every question's gate and of the version of it that applies."""
        gates = [
            question.asked_if.condition
            for _, question in self.book.questions_in(self.part)
            if question.asked_if
        ]
        versions = (self.version(provision) for provision, _ in self.book.questions_in(self.part))
        return (*gates, *(condition for version in versions if version for condition in version.conditions))

    def _limbs_of(self, question: Question, version: Version) -> tuple[str, ...]:
        return self.book.limbs_of(self.part, question, version)

    def _ask_under(self, provision: str, chosen: Chosen) -> AskedQuestion:
        """The question of *provision* asked under the version *chosen*."""
        question, conditions = self.book.questions[provision], chosen.version.conditions
        answers: dict[str, Answer] = {}
        asked_by = self.book.asked_by(self.part, question, chosen.version)
        for name, limb in asked_by:
            answer = self.fact(name, conditions) if limb is None else self.ask(limb).answer
            if answer is not None and answer != "open":
                answers[name] = answer
        known = self._known.get(question.name)
        found, findings = (known.found, known.findings) if known else (None, ())
        reading = self._read(chosen.version, answers)
        presumed: tuple[str, ...] = ()
        if reading.answer == "open" and found is None:
            reading, presumed = presumed_reading(
                chosen.version, question.proof, answers, self._known, self._read
            ) or (reading, ())
        return AskedQuestion(
            provision,
            question,
            chosen,
            answers,
            reading,
            findings,
            found,
            tuple([name for name, _ in asked_by]),
            self._by_burden(question),
            presumed,
        )

    def _by_burden(self, question: Question) -> ANSWER | None:
        """The answer to a reserved question with no evidence for the party with the burden of proof: it goes
        against that party.
        """
        if not (self.closing and question.reserved and question.proof is not None):
            return None
        if question.name in self._known or any(
            name in self._known and self._known[name].answer not in answers
            for name, answers in question.gives_nothing.items()
        ):
            return None
        return "no" if question.proof.of == "yes" else "yes"
