"""The path through a Part: questions asked in order, each answer leading to the next or to the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extradition.case_file import Finding, Known
from extradition.determination import Outcome
from extradition.determination.reasons import HOLDS
from extradition.hearing.readers import Reader
from extradition.law import ANSWER
from extradition.reading import Reading
from extradition.rule_book import Chosen, RuleBook
from extradition.rules import Consequence, Discharge, Question
from extradition.rules.conditions import Answer, Answers

OPEN = Outcome(kind="open")
OnlyIf = tuple[tuple[str, ANSWER], ...]


@dataclass(frozen=True)
class Put:
    """A question as it was put: the version chosen, the answers given to it, what they gave, and its answer.

    ``findings`` are those on the question itself; ``found`` is the answer they give, if they bind.
    """

    provision: str
    question: Question
    chosen: Chosen
    answers: Answers
    reading: Reading
    findings: tuple[Finding, ...]
    found: ANSWER | None

    @property
    def names(self) -> tuple[str, ...]:
        """The facts and questions that it asks about: those of its conditions, and its factors."""
        return (*self.chosen.version.facts, *self.question.factors)

    @property
    def answer(self) -> HOLDS:
        """The finding on the question if there is one that binds, else what is derived."""
        return self.found or self.reading.answer


@dataclass
class Path:
    """Where the questions led: those answered on the way, those open, those beyond an open one, those passed by."""

    outcome: Outcome = OPEN
    steps: list[Put] = field(default_factory=list)
    beyond: list[tuple[Put, OnlyIf]] = field(default_factory=list)
    open: list[tuple[Put, OnlyIf, bool]] = field(default_factory=list)
    """Each open question, on what answers it is reached, and whether its answer makes a difference."""
    passed_by: dict[str, Consequence] = field(default_factory=dict)

    @property
    def all(self) -> list[Put]:
        """Every question that was put, limbs left out."""
        return [*self.steps, *(put for put, _ in self.beyond), *(put for put, *_ in self.open)]


class Walk:
    """One walk through the Part of a case, for one offence, under chosen versions.

    Args:
        known: what the case file says, by fact and question.
        closing: whether every open fact is taken as not shown.
    """

    def __init__(
        self, rule_book: RuleBook, part: str, chosen: Mapping[str, Chosen], known: Mapping[str, Known], read: Reader, *, closing: bool = False
    ) -> None:
        self._book = rule_book
        self._part = part
        self._chosen = chosen
        self._known = known
        self._read = read
        self._closing = closing
        self._put: dict[str, Put] = {}
        self._ends: dict[str, Outcome] = {}
        self.path = Path()
        self.path.outcome = self._follow(rule_book.starts_at[part], ())

    def fact(self, name: str) -> Answer | None:
        """The answer to the fact *name*; None while it is open or disputed."""
        known = self._known.get(name)
        if known is not None and known.answer is not None:
            return self._book.answer(name, known.answer)
        if known is not None:  # disputed: silence does not settle that
            return None
        return self._book.facts[name].when_not_shown if self._closing else None

    def put(self, provision: str) -> Put:
        """Ask the question of *provision*, and before it the limbs that it builds on; each is asked once."""
        if provision not in self._put:
            question, chosen = self._book.questions[provision], self._chosen[provision]
            answers: dict[str, Answer] = {}
            for name in (*chosen.version.facts, *question.factors):
                limb = self._book.named(self._part, name)
                answer = self.fact(name) if limb is None else self.put(limb).answer
                if answer is not None and answer != "open":
                    answers[name] = answer
            known = self._known.get(question.name)
            findings = known.findings if known else ()
            self._put[provision] = Put(provision, question, chosen, answers, self._read(chosen.version, answers), findings, _found(known))
        return self._put[provision]

    def limbs(self, put: Put) -> list[Put]:
        """The limbs that *put* builds on, in order."""
        named = (self._book.named(self._part, name) for name in put.chosen.version.facts)
        return [self.put(provision) for provision in named if provision is not None]

    def _follow(self, provision: str, only_if: OnlyIf) -> Outcome:
        if provision not in self._ends:
            self._ends[provision] = self._answer(provision, only_if)
        return self._ends[provision]

    def _answer(self, provision: str, only_if: OnlyIf) -> Outcome:
        question = self._book.questions[provision]
        gate = question.asked_if
        if gate is not None and not gate.when.holds(
            {leaf.fact: answer for leaf in gate.when.leaves() if (answer := self.fact(leaf.fact)) is not None}
        ):
            way = self.path.passed_by[provision] = gate.way(self._chosen[provision].day)
            return self._led(way, only_if)
        put = self.put(provision)
        if put.answer != "open":
            if only_if:
                self.path.beyond.append((put, only_if))
            else:
                self.path.steps.append(put)
            return self._led(question.consequence(put.answer), only_if)
        here = len(self.path.open)
        yes = self._led(question.yes, (*only_if, (provision, "yes")))
        no = self._led(question.no, (*only_if, (provision, "no")))
        settled = yes.kind != "open" and yes.same_as(no)
        self.path.open.insert(here, (put, only_if, not settled))
        if not settled:
            return OPEN
        return yes if yes.under == no.under else yes.model_copy(update={"under": None})

    def _led(self, consequence: Consequence | None, only_if: OnlyIf) -> Outcome:
        if consequence is None:  # a limb; the checks of the rule book let no way lead to one
            raise TypeError("a limb was followed")
        here = led_to(consequence)
        return self._follow(here.to, only_if) if here.to is not None and here.to in self._book.questions else here


def led_to(consequence: Consequence) -> Outcome:
    """Where *consequence* leads by itself, whatever is asked there."""
    if isinstance(consequence, Discharge):
        return Outcome(kind="discharge", under=consequence.under)
    return Outcome(kind="proceed", to=consequence.proceed_to, under=consequence.under)


def _found(known: Known | None) -> ANSWER | None:
    """The answer that findings on a question itself give: a party's assertion is argument, not a finding."""
    if known is None or known.answer is None:
        return None
    binding = max(known.findings, key=lambda finding: finding.rank)
    if binding.is_assertion:
        return None
    return "yes" if known.answer == "yes" else "no"
