"""The account of a walk: its questions and answers as the steps, open questions and cautions of a determination."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.determination.outcome import ONLY_ON, STATE, Closing, Outcome, Stage, Unproved
from extradition.determination.reasons import AuthorityUsed, Reason, VersionUsed
from extradition.determination.steps import MissingFact, NotAsked, OpenQuestion, Step
from extradition.engine.agreement import once
from extradition.hearing.applicable_versions import Chosen
from extradition.hearing.facts import fact_used
from extradition.hearing.lengths import not_comparable
from extradition.hearing.path import AskedQuestion, Unanswered
from extradition.hearing.walk import PlacedQuestion, Walk
from extradition.law import ANSWER, HOLDS, year_of
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import All, Answer, AtLeast, Condition, Is, OneOf
from extradition.rule_book.fact import Fact
from extradition.rule_book.version import Authority

_stage = lru_cache(maxsize=4096)(Stage)
_WORDS: dict[bool | None, HOLDS] = {True: "yes", False: "no", None: "open"}


class Explanation:
    """What is told of one offence; *known* is what the case file says of it."""

    def __init__(self, rule_book: RuleBook, part: str, known: dict[str, Known]) -> None:
        self._book = rule_book
        self._part = part
        self._known = known

    def steps(self, walk: Walk) -> Iterator[Step]:
        """The steps taken, each followed by those of its limbs that are answered."""
        return (self._step(walk, placed) for placed in walk.steps)

    def steps_beyond(self, walk: Walk) -> Iterator[Step]:
        """What is answered already at or beyond an open question: questions that may be reached, and limbs."""
        return (self._step(walk, placed) for placed in walk.steps_beyond)

    def open_questions(self, walk: Walk) -> Iterator[OpenQuestion]:
        """The open questions that can be reached, each followed by its open limbs."""
        return (self._open(walk, placed, placed.left) for placed in walk.open_questions if placed.left is not None)

    def of(self, walk: Walk, placed: PlacedQuestion) -> Step | OpenQuestion:
        """The account of one question of *walk* alone."""
        return self._step(walk, placed) if placed.left is None else self._open(walk, placed, placed.left)

    def not_asked(self, walk: Walk) -> Iterator[NotAsked]:
        """Every other question of the Part, with what made it unnecessary."""
        path = walk.path
        asked = {put.provision for put in path.all}
        limb_of = {limb.provision: put for put in path.all for limb in walk.questions.limbs(put)}
        last = path.steps[-1] if path.steps else None
        examined = self._book.reached_from(walk.start)
        for provision, question in self._book.questions_in(self._part):
            if provision in asked:
                continue
            passed = path.passed_by.get(provision)
            if provision in limb_of:
                parent = limb_of[provision]
                if walk.questions.ask(provision).answer == "open" and (
                    parent.answer != "open" or question.name not in walk.questions.missing(parent)
                ):
                    yield NotAsked(provision=provision, title=question.title, because="makes no difference", after=parent.provision)
            elif passed is not None and passed.absent is not None:
                yield NotAsked(provision=provision, title=question.title, because="not in force", day=passed.absent.day, under=passed.way.under)
            elif passed is not None:
                why = passed.gate.because if passed.gate else None
                yield NotAsked(provision=provision, title=question.title, because="not asked in such a case", why=why, under=passed.way.under)
            elif question.is_limb:
                continue
            elif provision in path.undated:
                fault = path.undated[provision]
                where = ".".join(str(part) for part in fault.place if part != "offences" and not isinstance(part, int))
                yield NotAsked(provision=provision, title=question.title, because="date missing", why=f"{where} {fault.message}")
            elif provision not in examined:
                yield NotAsked(provision=provision, title=question.title, because="not examined", after=walk.start)
            else:
                under = last.question.consequence("yes" if last.answer == "yes" else "no") if last else None
                yield NotAsked(
                    provision=provision,
                    title=question.title,
                    because="not reached",
                    after=last.provision if last else None,
                    answer=None if last is None else "yes" if last.answer == "yes" else "no",
                    under=under.under if under else None,
                    because_open=bool(path.open),
                )

    def closing(self, walk: Walk, closed: Walk) -> Closing:
        """The outcome of *closed*, and whom the burden went against at the questions that *walk* left open."""
        was_open = {left.asked.provision for left in walk.path.open}
        unproved = (
            Unproved(provision=put.provision, title=put.question.title, answer="yes" if put.answer == "yes" else "no", proof=put.question.proof)
            for put in closed.path.steps
            if put.provision in was_open and put.question.proof is not None and put.answer != put.question.proof.of
        )
        return Closing(outcome=closed.path.outcome, reached=tuple(closed.path.reached), unproved=tuple(unproved))

    def stages(self, walk: Walk) -> Iterator[Stage]:
        """Every question of the Part, limbs left out, in the order of the hearing, with what became of it."""
        path = walk.path
        answered = {put.provision: put for put in (*path.steps, *path.beyond)}
        left = {each.asked.provision: each for each in path.open}
        examined, certain = self._book.reached_from(walk.start), set(path.reached)
        for provision, question in self._book.questions_in(self._part):
            if question.is_limb:
                continue
            state: STATE = "not reached" if provision in examined else "not examined"
            answer: ANSWER | None = None
            leads_to: Outcome | None = None
            ways: tuple[tuple[ONLY_ON, Outcome], ...] = ()
            if provision in answered:
                state, answer = "answered", "yes" if answered[provision].answer == "yes" else "no"
                consequence = question.consequence(answer)
                leads_to = walk.lead(provision, consequence) if consequence else None
            elif provision in path.passed_by:
                passed = path.passed_by[provision]
                state, leads_to = "not in force" if passed.absent else "not asked", walk.lead(provision, passed.way)
            elif provision in path.undated:
                state = "date missing"
            elif provision in left:
                judgment = left[provision].matters and not (walk.questions.missing(left[provision].asked) or left[provision].gate)
                state = "judgment" if judgment else "open" if left[provision].matters else "makes no difference"
                ways = tuple((told, walk.lead(provision, way)) for told, way in left[provision].ways)
            yield _stage(
                provision=provision,
                title=question.title,
                decided_by=question.decided_by,
                decided_for=question.decided_for,
                state=state,
                answer=answer,
                leads_to=leads_to,
                ways=ways,
                certain=provision in certain,
            )

    def _step(self, walk: Walk, placed: PlacedQuestion) -> Step:
        put = placed.asked
        answer: ANSWER = "yes" if put.answer == "yes" else "no"
        return Step(
            **self._asked(placed),
            answer=answer,
            answered_by="derivation" if put.found is None else "finding",
            findings=put.findings,
            leads_to=walk.leads(put),
            for_the_judge=_left_open(put),
            only_if=walk.only_if(placed.chain.provision),
        )

    def _open(self, walk: Walk, placed: PlacedQuestion, left: Unanswered) -> OpenQuestion:
        put = placed.asked
        question, matters = put.question, left.matters
        missing = walk.questions.missing(put) if matters else ()
        whether = left.gate if placed.limb_of is None else ()
        left_open, reasons = put.chosen.version.left_open, _left_open(put)
        judgment = matters and not missing and not whether
        return OpenQuestion(
            **self._asked(placed),
            because="judgment" if judgment else "facts" if matters else "makes no difference",
            for_the_judge=reasons or ((left_open[-1].because,) if judgment and left_open else ()),
            facts_that_matter=tuple(self._missing_fact(put, name) for name in dict.fromkeys((*whether, *missing)) if name in self._book.facts),
            limbs_that_matter=tuple(name for name in missing if name not in self._book.facts),
            whether_asked=whether,
            on_yes=walk.lead(put.provision, question.yes) if question.yes else None,
            on_no=walk.lead(put.provision, question.no) if question.no else None,
            findings=put.findings,
            only_if=walk.only_if(placed.chain.provision),
        )

    def _asked(self, placed: PlacedQuestion) -> dict[str, Any]:
        put = placed.asked
        question, version = put.question, put.chosen.version
        towards = {factor.fact: factor for factor in question.factors}
        return {
            "provision": put.provision,
            "address": self._book.address(put.provision),
            "name": question.name,
            "title": question.title,
            "question": question.question,
            "decided_by": question.decided_by,
            "decided_for": question.decided_for,
            "reserved": question.reserved,
            "limb_of": placed.limb_of,
            "proof": question.proof,
            "version": version_used(self._book, put.chosen),
            "derived": put.reading.answer,
            "yes_if": self._reason("yes_if", version.yes_if, put),
            "no_if": self._reason("no_if", version.no_if, put),
            "facts": tuple(fact_used(self._book, self._part, self._known, name, put.answers.get(name), towards.get(name)) for name in put.names),
        }

    def _reason(self, key: str, condition: Condition | None, put: AskedQuestion) -> Reason | None:
        if condition is None:
            return None
        same = (key, put.chosen.version.id, tuple(put.answers.items()))
        return once(self._book, same, lambda: _came_out(key, condition, put))

    def _missing_fact(self, put: AskedQuestion, name: str) -> MissingFact:
        known = self._known.get(name)
        if known is not None:
            length = dict(not_comparable(self._book, self._known, put)).get(name)
            made = _missing_fact(name, self._book.facts[name], known.findings if length is None else ())
            return made.model_copy(update={"length": length})
        return once(self._book, ("missing", name), lambda: _missing_fact(name, self._book.facts[name], ()))


def _left_open(put: AskedQuestion) -> tuple[str, ...]:
    """The reasons that the version gives, on these answers, for leaving its question to the judge."""
    if put.reading.answer != "open":
        return ()
    return tuple(reason.because for reason in put.chosen.version.left_open if reason.where is not None and reason.where.holds(put.answers))


def _missing_fact(name: str, fact: Fact, disputed: tuple[Finding, ...]) -> MissingFact:
    return MissingFact(name=name, ask=fact.ask, answers=fact.answers, unit=fact.unit, look_in=fact.look_in, disputed=disputed)


def version_used(rule_book: RuleBook, chosen: Chosen) -> VersionUsed:
    """*chosen* as a determination shows it; made once for each version and day."""
    version = chosen.version

    def made() -> VersionUsed:
        return VersionUsed(
            id=version.id,
            summary=version.summary,
            verified=version.verified,
            made_by=version.made_by,
            in_force_from=version.in_force.from_,
            from_hour=version.in_force.from_hour,
            in_force_until=version.in_force.until,
            until_hour=version.in_force.until_hour,
            selected_by=chosen.by,
            looked_up_on=chosen.when,
            assumes=version.assumes,
            not_formalised=version.not_formalised,
            authorities=tuple(authorities_used(rule_book, version.authorities, chosen.day)),
        )

    return once(rule_book, ("version", version.id, chosen.when, chosen.by), made)


def authorities_used(rule_book: RuleBook, authorities: Iterable[Authority], day: dt.date | None) -> Iterator[AuthorityUsed]:
    """Each of *authorities* with its address, and whether it is later than the *day* of the law."""
    for authority in authorities:
        year = year_of(authority.cite)
        later = day is not None and year is not None and year > day.year
        yield AuthorityUsed(**authority.model_dump(), address=rule_book.authority_address(authority), later=later)


def _came_out(key: str, condition: Condition, put: AskedQuestion) -> Reason:
    holds = _WORDS[put.reading.settled.get(key)]
    if isinstance(condition, Is):
        return _tested(condition.fact, _wanted(condition), put.answers.get(condition.fact), holds)
    word = "all" if isinstance(condition, All) else "any"
    parts = tuple(_came_out(f"{key}/{word}/{i}", inner, put) for i, inner in enumerate(condition.conditions))
    return Reason(kind="all" if isinstance(condition, All) else "any", holds=holds, of=parts)


def _wanted(condition: Is) -> tuple[str, ...]:
    test = condition.test
    if isinstance(test, OneOf):
        return test.root
    return (f"at least {test.at_least}" if isinstance(test, AtLeast) else f"below {test.below}",)


@lru_cache(maxsize=4096)
def _tested(fact: str, wanted: tuple[str, ...], answer: Answer | None, holds: HOLDS) -> Reason:
    return Reason(kind="fact", holds=holds, fact=fact, wanted=wanted, answer=answer)
