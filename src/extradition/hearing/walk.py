"""The walk through a Part: each answer leading to the next question or to the end, every way on from an open one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import cast

from extradition.case_file.settling import Known
from extradition.determination.outcome import ONLY_ON, OnlyIf, Outcome
from extradition.engine.agreement import Reader
from extradition.hearing.applicable_versions import Choice, Chosen, DateMissing, NotInForce
from extradition.hearing.path import BEFORE_ANOTHER, OPEN, STANDS, Left, Passed, Path, Put, merged, outcome
from extradition.law import ANSWER
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer, Condition
from extradition.rule_book.consequences import Adjourn, Consequence, Discharge, Gate, Order, Proceed, Send
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import Fault, Place

EVERY_DAY = "every day alike"
"""What chose a version of which the date is missing, where every version gives the same answer."""


class Walk:
    """One walk through the Part of a case, for one offence, under chosen versions.

    Args:
        start: the question from which the hearing is taken.
        known: what the case file says, by fact and question.
        person: the questions on the person that a walk for another offence has put already, and where this one puts its own.
        already: questions that another walk has put and that come out the same in this one.
        closing: whether every open fact is taken as not shown.

    Attributes:
        start: the same.
        wanting: the places in the case file without the hearing, or with a date that chooses no version of a question that is
            certainly reached.
    """

    def __init__(
        self,
        rule_book: RuleBook,
        part: str,
        start: str,
        chosen: Mapping[str, Choice],
        known: Mapping[str, Known],
        read: Reader,
        *,
        person: dict[str, Put] | None = None,
        already: Mapping[str, Put] | None = None,
        closing: bool = False,
    ) -> None:
        self._book = rule_book
        self._part = part
        self.start = start
        self._chosen = chosen
        self._known = known
        self._read = read
        self._closing = closing
        self._person = {} if person is None else person
        self._put: dict[str, Put] = dict(already or {})
        self._settled: dict[str, Chosen] = {}
        self._ends: dict[str, Outcome] = {}
        self.wanting: dict[Place, Fault] = {}
        self._goes: defaultdict[str, list[str | None]] = defaultdict(list)
        self._came: defaultdict[str, list[tuple[str, ONLY_ON | None]]] = defaultdict(list)
        self._only_if: dict[str, OnlyIf] = {}
        self.path = Path()
        self._answered: list[Put] = []
        self.path.outcome = self._follow(start)
        self._tell_what_is_certain()

    def fact(self, name: str) -> Answer | None:
        """The answer to the fact *name*; None while it is open or disputed."""
        known = self._known.get(name)
        if known is not None and known.answer is not None:
            return self._book.answer(name, known.answer)
        if known is not None:  # disputed: silence does not settle that
            return None
        return self._book.facts[name].when_not_shown if self._closing else None

    def unmoved(self, provision: str | None = None) -> dict[str, Put]:
        """The questions put here that come out the same whatever more is shown; or, if the version of *provision* changes, all but those on it."""
        every = {**self._put, **self._person}
        if provision is None:
            return {name: put for name, put in every.items() if put.answer != "open" and put.question.decided_for == "offence"}
        moved, waiting = {provision}, [self._book.questions[provision].name]
        while waiting:
            name = waiting.pop()
            builds = [(key, put) for key, put in every.items() if key not in moved and name in put.names]
            moved |= {key for key, _ in builds}
            waiting += [put.question.name for _, put in builds]
        return {key: put for key, put in every.items() if key not in moved}

    def only_if(self, provision: str) -> OnlyIf:
        """The open questions without whose answers the hearing does not come to *provision*: those on every way to it."""
        if provision in self.path.reached:
            return ()
        if provision not in self._only_if:
            ways = [(*self.only_if(before), *(((before, answer),) if answer else ())) for before, answer in self._came[provision]]
            self._only_if[provision] = tuple(each for each in ways[0] if all(each in way for way in ways))
        return self._only_if[provision]

    @property
    def asked(self) -> list[Put]:
        """Every question that was put on a way, each followed by the limbs that it builds on."""
        return [each for put in self.path.all for each in (put, *self.limbs(put))]

    @property
    def met(self) -> frozenset[str]:
        """Every question that the walk came to on some way, put or passed by."""
        return frozenset(self._ends)

    def put(self, provision: str) -> Put:
        """Ask the question of *provision*, and before it the limbs that it builds on; each is asked once."""
        question = self._book.questions[provision]
        asked = self._person if self._book.concerns_person_only(question) else self._put
        if provision not in asked:
            chosen = self._settled.get(provision, self._chosen[provision])
            if not isinstance(chosen, Chosen):  # a limb that only an assumed version builds on
                chosen = Chosen([version for version in question.versions if not version.in_force.is_prospective][-1])
            asked[provision] = self._put_under(provision, chosen)
        return asked[provision]

    def _put_under(self, provision: str, chosen: Chosen) -> Put:
        question = self._book.questions[provision]
        answers: dict[str, Answer] = {}
        for name, limb in self._book.asked_by(self._part, question, chosen.version):
            answer = self.fact(name) if limb is None else self.put(limb).answer
            if answer is not None and answer != "open":
                answers[name] = answer
        known = self._known.get(question.name)
        findings = known.findings if known else ()
        read = self._read(chosen.version, answers)
        return Put(provision, question, chosen, answers, read, findings, self.found(provision), self._by_burden(question))

    def _alike_on_every_day(self, provision: str) -> Chosen | None:
        """The latest version of a question of which the date that chooses is missing, if every version gives the same answer."""
        question = self._book.questions[provision]
        dated = [Chosen(version, None, EVERY_DAY) for version in question.versions if not version.in_force.is_prospective]
        asked = {limb for chosen in dated for _, limb in self._book.asked_by(self._part, question, chosen.version) if limb is not None}
        if not isinstance(self._chosen[provision], Fault) or any(isinstance(self._choice(limb), Fault) for limb in asked):
            return None
        answers = {self._put_under(provision, chosen).answer for chosen in dated}
        always = question.while_not_in_force is None
        return dated[-1] if always and len(answers) == 1 and "open" not in answers else None

    def found(self, provision: str) -> ANSWER | None:
        """The answer that findings on the question of *provision* itself give, if they bind."""
        known = self._known.get(self._book.questions[provision].name)
        return known.found if known else None

    def applied(self, provision: str) -> Choice:
        """What was chosen for the question of *provision*, a version that every day alike would have chosen included."""
        return self._settled.get(provision) or self._choice(provision)

    def version(self, provision: str) -> Version | None:
        """The version of a question that applies; None if there is none, or the date is missing that chooses it."""
        choice, question = self.applied(provision), self._book.questions[provision]
        if isinstance(choice, Chosen):
            return choice.version
        return question.versions[-1] if question.is_limb else None

    def answers_alike(self, provision: str, other: Chosen) -> bool:
        """Whether the question of *provision*, put already and answered, has the same answer under *other*."""
        put = self._put.get(provision)
        return put is not None and put.answer != "open" and put.answer == self._put_under(provision, other).answer

    def limbs(self, put: Put) -> list[Put]:
        """The limbs that *put* builds on, in order."""
        return [self.put(limb) for _, limb in self._book.asked_by(self._part, put.question, put.chosen.version) if limb is not None]

    def lead(self, provision: str, consequence: Consequence) -> Outcome:
        """Where *consequence*, on the question of *provision*, leads by itself, whatever is asked there."""
        by = self._book.questions[provision].decided_by
        under, at = consequence.under, provision
        if isinstance(consequence, Proceed):
            return outcome(kind="proceed", to=consequence.proceed_to, under=under, at=at)
        if isinstance(consequence, Send):
            return outcome(kind="send", to=consequence.send_to, under=under, at=at, by=by)
        if isinstance(consequence, Order):
            other, choice = consequence.unless, self._chosen[provision]
            day = choice.day if isinstance(choice, Chosen) else None
            if other is not None and (day is None or day >= other.from_) and other.when.holds(self._facts_in(other.when)):
                under = other.under
            return outcome(kind="order", under=under, by=by, at=at)
        if isinstance(consequence, Discharge):
            return outcome(kind="discharge", under=under, by=by, at=at)
        return outcome(kind="adjourn" if isinstance(consequence, Adjourn) else "refuse", under=under, by=by, at=at)

    def _by_burden(self, question: Question) -> ANSWER | None:
        """How a reserved question on which nothing whatever is shown goes against whoever must prove it, if that is all."""
        if not (self._closing and question.reserved and question.proof is not None):
            return None
        if question.name in self._known or any(name in self._known for name in question.factor_names):
            return None
        return "no" if question.proof.of == "yes" else "yes"

    def _facts_in(self, condition: Condition) -> dict[str, Answer]:
        return {leaf.fact: answer for leaf in condition.leaves() if (answer := self.fact(leaf.fact)) is not None}

    def _tell_what_is_certain(self) -> None:
        """Part what the hearing comes to on every way from what it comes to on some, whatever is still open."""
        path, certain = self.path, self._certain(self.start, {})
        place = self._book.places[self._part]
        path.reached = sorted(certain, key=place.__getitem__)
        path.steps = sorted((put for put in self._answered if put.provision in certain), key=lambda put: place[put.provision])
        path.beyond = [put for put in self._answered if put.provision not in certain]
        for provision, fault in path.undated.items():
            may_wait = isinstance(fault, DateMissing) and fault.selector != "hearing date"
            if provision in certain and not self._closing and not may_wait:
                self.wanting.setdefault(fault.place, fault)

    def _certain(self, provision: str, made: dict[str, frozenset[str]]) -> frozenset[str]:
        """The questions that stand on every way on from *provision*, itself among them."""
        if provision not in made:
            ways = [frozenset() if to is None else self._certain(to, made) for to in self._goes[provision]]
            made[provision] = frozenset([provision]).union(frozenset.intersection(*ways) if ways else ())
        return made[provision]

    def _choice(self, provision: str) -> Choice:
        """What was chosen for a question; if the date is missing that chooses a limb of it, that."""
        choice = self._chosen[provision]
        if isinstance(choice, Chosen):
            limbs = (limb for _, limb in self._book.asked_by(self._part, self._book.questions[provision], choice.version) if limb is not None)
            return next((fault for limb in limbs if isinstance(fault := self._choice(limb), Fault)), choice)
        return choice

    def _follow(self, provision: str) -> Outcome:
        if provision not in self._ends:
            self._ends[provision] = self._answer(provision)
        return self._ends[provision]

    def _answer(self, provision: str) -> Outcome:
        question, choice = self._book.questions[provision], self._choice(provision)
        if isinstance(choice, Fault) and (alike := self._alike_on_every_day(provision)) is not None:
            choice = self._settled[provision] = alike
        if isinstance(choice, Fault):
            self.path.undated[provision] = choice
            return OPEN
        if isinstance(choice, NotInForce):
            way = cast("Consequence", question.while_not_in_force)  # only a limb, which is never followed, may have none
            self.path.passed_by[provision] = Passed(way, absent=choice)
            return self._led(provision, way)
        gate = question.asked_if
        asked = gate is None or gate.when.holds(self._facts_in(gate.when))
        if gate is not None and asked is False:
            way = gate.way(choice.day)
            self.path.passed_by[provision] = Passed(way, gate=gate)
            return self._led(provision, way)
        put = self.put(provision)
        if put.answer != "open" and asked:
            self._answered.append(put)
            return self._led(provision, question.leads(put.answer))
        return self._left(put, None if asked else gate)

    def _left(self, put: Put, gate: Gate | None) -> Outcome:
        """Go every way on from a question that is open, or of which it is open whether it is asked (then by its *gate*)."""
        question, provision = put.question, put.provision
        here = len(self.path.open)
        answers: tuple[ANSWER, ...] = ("yes", "no")
        ways: list[tuple[ONLY_ON, Consequence]] = [(answer, question.leads(answer)) for answer in answers if put.answer in ("open", answer)]
        if gate is not None:
            ways.append(("not asked", gate.way(put.chosen.day)))
        missing = tuple(leaf.fact for leaf in gate.when.leaves() if self.fact(leaf.fact) is None) if gate else ()
        leads = [self.lead(provision, way) for _, way in ways]
        if leads[0].to in self._book.questions and all(lead.same_as(leads[0]) for lead in leads):  # on to the same question
            self.path.open.append(Left(put, matters=False, ways=tuple(ways), gate=missing))
            return merged([self._led(provision, way) for _, way in ways])
        ends = [self._led(provision, way, on=answer) for answer, way in ways]
        settled = ends[0].kind != "open" and all(end.same_as(ends[0]) for end in ends)
        self.path.open.insert(here, Left(put, matters=not settled, ways=tuple(ways), gate=missing))
        if settled:
            return merged(ends)
        if question.decided_by != "judge":
            return BEFORE_ANOTHER
        return STANDS if question.reserved and gate is None else OPEN

    def _led(self, provision: str, consequence: Consequence, *, on: ONLY_ON | None = None) -> Outcome:
        here = self.lead(provision, consequence)
        if here.to is None or here.to not in self._book.questions:
            self._goes[provision].append(None)
            return here
        self._goes[provision].append(here.to)
        self._came[here.to].append((provision, on))
        end = self._follow(here.to)
        if end is STANDS or (end is BEFORE_ANOTHER and here.kind == "send"):
            return here
        return end
