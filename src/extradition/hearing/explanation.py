"""The explanation of a walk: its questions and answers as the steps and open questions of a determination."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.determination.outcome import Closing, Unproved
from extradition.determination.reasons import FactUsed, Reason
from extradition.determination.steps import GuidanceUsed, MissingFact, OpenQuestion, Step
from extradition.hearing.facts import fact_used, towards
from extradition.hearing.lengths import not_comparable
from extradition.hearing.path import AskedQuestion, Unanswered
from extradition.hearing.shared import Shared
from extradition.hearing.version_used import version_used
from extradition.hearing.walk import PlacedQuestion, Walk
from extradition.law import HOLDS, PART, Provision
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import All, Answer, AtLeast, Condition, Is, OneOf, Unless
from extradition.rule_book.fact import Fact
from extradition.rule_book.guidance import Guidance
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.question import Factor

_WORDS: dict[bool | None, HOLDS] = {True: "yes", False: "no", None: "open"}


class Explanation:
    """The explanation of the outcome for one offence.

    Args:
        shared: the values that the offences of the case share.
        known: by fact and question, the findings of the case file and the designation of its territory.
    """

    def __init__(self, shared: Shared, known: dict[str, Known]) -> None:
        self._shared = shared
        self._book = shared.rule_book
        self._part = str(shared.case_file.part)
        self._known = known

    def steps(self, walk: Walk) -> Iterator[Step]:
        """The steps taken, each followed by those of its limbs that are answered."""
        return (self._step(walk, placed) for placed in walk.steps)

    def steps_beyond(self, walk: Walk) -> Iterator[Step]:
        """The answers already given at or beyond an open question: to questions that may be reached, and
        to limbs.
        """
        return (self._step(walk, placed) for placed in walk.steps_beyond)

    def open_questions(self, walk: Walk) -> Iterator[OpenQuestion]:
        """The open questions that can be reached, each followed by its open limbs."""
        return (
            self._open(walk, placed, placed.left) for placed in walk.open_questions if placed.left is not None
        )

    def of(self, walk: Walk, placed: PlacedQuestion) -> Step | OpenQuestion:
        """The step or the open question for one question of *walk* alone."""
        return self._step(walk, placed) if placed.left is None else self._open(walk, placed, placed.left)

    def closing(self, walk: Walk, closed: Walk) -> Closing:
        """The outcome with no more evidence, and the questions then lost by the party with the burden of
        proof.

        Args:
            walk: the walk on the findings as they are.
            closed: the walk with every open fact taken as not shown.
        """
        was_open = {left.asked.provision for left in walk.path.open}
        unproved = (
            Unproved(
                provision=asked.provision,
                title=asked.question.title,
                answer="yes" if asked.answer == "yes" else "no",
                proof=asked.question.proof,
            )
            for asked in closed.path.steps
            if asked.provision in was_open
            and asked.question.proof is not None
            and asked.answer != asked.question.proof.of
        )
        return Closing(
            outcome=closed.path.outcome, reached=tuple(closed.path.reached), unproved=tuple(unproved)
        )

    def _step(self, walk: Walk, placed: PlacedQuestion) -> Step:
        asked, described = placed.asked, self._described(placed)
        leads_to, only_if = walk.leads(asked), walk.only_if(placed.chain.provision)

        def made() -> Step:
            return _step_of(asked, leads_to=leads_to, only_if=only_if, **described)

        if asked.question.decided_for != "person":
            return made()
        facts: tuple[FactUsed, ...] = described["facts"]
        key = (placed.limb_of, leads_to, only_if)
        return self._shared.steps.of((asked, *facts), key, made)

    def _open(self, walk: Walk, placed: PlacedQuestion, left: Unanswered) -> OpenQuestion:
        asked = placed.asked
        question, matters = asked.question, left.matters
        missing = walk.questions.missing(asked) if matters else ()
        whether = left.gate if placed.limb_of is None else ()
        left_open, reasons = asked.chosen.version.left_open, _left_open(asked)
        judgment = matters and not missing and not whether
        return OpenQuestion(
            **self._described(placed),
            because="judgment" if judgment else "facts" if matters else "makes no difference",
            for_the_judge=reasons or ((left_open[-1].because,) if judgment and left_open else ()),
            facts_that_matter=tuple(
                self._missing_fact(asked, name)
                for name in dict.fromkeys((*whether, *missing))
                if name in self._book.facts
            ),
            limbs_that_matter=tuple(name for name in missing if name not in self._book.facts),
            whether_asked=whether,
            on_yes=walk.lead(asked.provision, question.yes) if question.yes else None,
            on_no=walk.lead(asked.provision, question.no) if question.no else None,
            findings=asked.findings,
            only_if=walk.only_if(placed.chain.provision),
        )

    def _described(self, placed: PlacedQuestion) -> dict[str, Any]:
        """The fields that a step and an open question share."""
        asked = placed.asked
        same = (
            "described",
            asked.provision,
            asked.chosen.key,
            tuple(asked.answers.items()),
            asked.presumed,
        )
        described = once(self._book, same, lambda: _described(self._book, asked))
        factors = {factor.fact: factor for factor in asked.question.factors}
        facts = tuple([self._fact(name, asked.answers.get(name), factors.get(name)) for name in asked.names])
        return {**described, "limb_of": placed.limb_of, "facts": facts}

    def _fact(self, name: str, answer: Answer | None, factor: Factor | None) -> FactUsed:
        """The fact or question *name* with its *answer*; made once for all the questions of the case that
        use it.
        """
        known = self._known.get(name)
        if known is None:
            return fact_used(self._book, self._part, self._known, name, answer, factor)
        key = (name, answer, None if factor is None else towards(factor, answer))
        return self._shared.facts.of(
            (known,), key, lambda: fact_used(self._book, self._part, self._known, name, answer, factor)
        )

    def _missing_fact(self, asked: AskedQuestion, name: str) -> MissingFact:
        known = self._known.get(name)
        if known is not None:
            length = dict(not_comparable(self._book, self._known, asked)).get(name)
            made = _missing_fact(
                name, self._book.facts[name], self._part, known.findings if length is None else ()
            )
            return made.model_copy(update={"length": length})
        key = ("missing", name, self._part)
        return once(self._book, key, lambda: _missing_fact(name, self._book.facts[name], self._part))


def _step_of(asked: AskedQuestion, **fields: Any) -> Step:
    """The step that *asked* is, with the *fields* that its place in the walk gives."""
    return Step(
        answer="yes" if asked.answer == "yes" else "no",
        answered_by="derivation" if asked.found is None else "finding",
        findings=asked.findings,
        unless_shown=asked.presumed,
        for_the_judge=_left_open(asked),
        **fields,
    )


def _described(rule_book: RuleBook, asked: AskedQuestion) -> dict[str, Any]:
    """The fields of a step or open question that are the same in every case with these answers, read with
    these presumptions.
    """
    question, version = asked.question, asked.chosen.version
    return {
        "provision": asked.provision,
        "address": rule_book.address(asked.provision),
        "name": question.name,
        "title": question.title,
        "question": question.question,
        "decided_by": question.decided_by,
        "decided_for": question.decided_for,
        "reserved": question.reserved,
        "proof": question.proof,
        "version": version_used(rule_book, asked.chosen),
        "derived": asked.reading.answer,
        "yes_if": _reason_for("yes_if", version.yes_if, asked) if version.yes_if else None,
        "no_if": _reason_for("no_if", version.no_if, asked) if version.no_if else None,
        "guidance": tuple(_guidance_used(rule_book, each) for each in question.guidance),
    }


def _guidance_used(rule_book: RuleBook, guidance: Guidance) -> GuidanceUsed:
    """The *guidance* with the title and the address of its document."""
    act = rule_book.acts[Provision(guidance.at).act]
    return GuidanceUsed(**dict(guidance), title=act.title, address=act.web)


def _left_open(asked: AskedQuestion) -> tuple[str, ...]:
    """The reasons that the version gives, on these answers, for leaving its question to the judge."""
    if asked.reading.answer != "open":
        return ()
    return tuple(
        reason.because
        for reason in asked.chosen.version.left_open
        if reason.where is not None and reason.where.holds(asked.answers)
    )


def _missing_fact(name: str, fact: Fact, part: PART, disputed: tuple[Finding, ...] = ()) -> MissingFact:
    return MissingFact(
        name=name,
        ask=fact.ask,
        answers=fact.answers,
        unit=fact.unit,
        look_in=fact.documents(part),
        disputed=disputed,
    )


def _reason_for(key: str, condition: Condition, asked: AskedQuestion) -> Reason:
    holds = _WORDS[asked.reading.settled.get(key)]
    if isinstance(condition, Is):
        answer, unless = asked.answers.get(condition.fact), isinstance(condition.test, Unless)
        holds = (
            "open" if answer is None and not unless else holds
        )  # silence passes a test with unless, and settles no other
        return _fact_reason(condition.fact, _answers_for(condition), answer, holds, unless=unless)
    word = "all" if isinstance(condition, All) else "any"
    parts = tuple(
        _reason_for(f"{key}/{word}/{i}", inner, asked) for i, inner in enumerate(condition.conditions)
    )
    return Reason(kind="all" if isinstance(condition, All) else "any", holds=holds, of=parts)


def _answers_for(condition: Is) -> tuple[str, ...]:
    test = condition.test
    if isinstance(test, OneOf):
        return test.root
    if isinstance(test, Unless):
        return test.unless
    return (f"at least {test.at_least}" if isinstance(test, AtLeast) else f"below {test.below}",)


@lru_cache(maxsize=4096)
def _fact_reason(
    fact: str, wanted: tuple[str, ...], answer: Answer | None, holds: HOLDS, *, unless: bool
) -> Reason:
    return Reason(kind="fact", holds=holds, fact=fact, wanted=wanted, answer=answer, unless=unless)
