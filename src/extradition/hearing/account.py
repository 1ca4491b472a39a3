"""The account of a walk: its questions and answers as the steps, open questions and cautions of a determination."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal
from weakref import WeakKeyDictionary

from extradition import reading
from extradition.case_file import Known
from extradition.determination import Caution, Closing, MissingFact, NotAsked, OpenQuestion, Step, Unproved
from extradition.determination.reasons import HOLDS, AuthorityUsed, FactUsed, Reason, VersionUsed
from extradition.hearing.path import OnlyIf, Put, Walk, led_to
from extradition.law import ANSWER, year_of
from extradition.rule_book import Chosen, RuleBook
from extradition.rules import Version
from extradition.rules.conditions import All, Answer, AtLeast, Condition, Is, OneOf

_versions_used: WeakKeyDictionary[RuleBook, dict[object, VersionUsed]] = WeakKeyDictionary()
"""What a determination shows of each version, made once for each rule book, version and day."""
_WORDS: dict[bool | None, HOLDS] = {True: "yes", False: "no", None: "open"}


class Account:
    """What is told of one offence; *known* is what the case file says of it."""

    def __init__(self, rule_book: RuleBook, part: str, known: dict[str, Known]) -> None:
        self._book = rule_book
        self._part = part
        self._known = known
        self._matters: dict[str, tuple[str, ...]] = {}

    def steps(self, walk: Walk) -> Iterator[Step]:
        """The steps taken, each followed by those of its limbs that are answered."""
        for put in walk.path.steps:
            yield self._step(put, None, ())
            yield from (self._step(limb, put.provision, ()) for limb in walk.limbs(put) if limb.answer != "open")

    def steps_beyond(self, walk: Walk) -> Iterator[Step]:
        """What is answered already at or beyond an open question: questions that may be reached, and limbs."""
        for put, only_if in walk.path.beyond:
            yield self._step(put, None, only_if)
        for put, only_if in (*walk.path.beyond, *((put, only_if) for put, only_if, _ in walk.path.open)):
            yield from (self._step(limb, put.provision, only_if) for limb in walk.limbs(put) if limb.answer != "open")

    def open_questions(self, walk: Walk) -> Iterator[OpenQuestion]:
        """The open questions that can be reached, each followed by its open limbs."""
        for put, only_if, matters in walk.path.open:
            missing = self._missing(put) if matters else ()
            yield self._open(put, None, only_if, missing, matters=matters)
            for limb in walk.limbs(put):
                if limb.answer == "open" and limb.question.name in missing:
                    yield self._open(limb, put.provision, only_if, self._missing(limb), matters=matters)

    def not_asked(self, walk: Walk) -> Iterator[NotAsked]:
        """Every other question of the Part, with what made it unnecessary."""
        path = walk.path
        asked = {put.provision for put in path.all}
        limb_of = {limb.provision: put for put in path.all for limb in walk.limbs(put)}
        last = path.steps[-1] if path.steps else None
        for provision, question in self._book.questions_in(self._part):
            if provision in asked:
                continue
            if provision in limb_of:
                parent = limb_of[provision]
                if walk.put(provision).answer == "open" and (parent.answer != "open" or question.name not in self._missing(parent)):
                    yield NotAsked(provision=provision, title=question.title, because="makes no difference", after=parent.provision)
            elif provision in path.passed_by:
                yield NotAsked(provision=provision, title=question.title, because="not asked in such a case", under=path.passed_by[provision].under)
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
        was_open = {put.provision for put, *_ in walk.path.open}
        unproved = (
            Unproved(provision=put.provision, title=put.question.title, answer="yes" if put.answer == "yes" else "no", proof=put.question.proof)
            for put in closed.path.steps
            if put.provision in was_open and put.question.proof is not None and put.answer != put.question.proof.of
        )
        return Closing(outcome=closed.path.outcome, unproved=tuple(unproved))

    def cautions(self, walk: Walk) -> Iterator[Caution]:
        """What the reader must know of the questions that were asked."""
        asked = [each for put in walk.path.all for each in (put, *walk.limbs(put))]
        for put in asked:
            version, where = put.chosen.version, {"provision": put.provision, "version": put.chosen.version.id}
            if version.in_force.is_prospective:
                yield Caution(kind="prospective version", verified=version.verified, **where)
            if version.verified in ("factsheet only", "recalled"):
                yield Caution(kind="unverified version", verified=version.verified, **where)
            yield from self._cautions_on_findings(put)
        for name in dict.fromkeys(name for put in asked for name in (*put.names, put.question.name)):
            known = self._known.get(name)
            if known is not None and known.answer is None and name in self._book.facts:
                yield Caution(kind="disputed", fact=name)
            for finding in known.findings if known else ():
                if finding.status == "assumed":
                    yield Caution(kind="assumed", fact=name, said=finding.answer, why=finding.reasons)
            if known is not None and known.answer is not None and name in self._book.facts and all(each.is_assertion for each in known.findings):
                yield Caution(kind="asserted", fact=name, said=known.answer, why=known.findings[0].by)

    def _cautions_on_findings(self, put: Put) -> Iterator[Caution]:
        if put.findings and put.found is None:
            disputed = self._known[put.question.name].answer is None
            kind: Literal["disputed", "assertion is not a finding"] = "disputed" if disputed else "assertion is not a finding"
            yield Caution(kind=kind, provision=put.provision, said=put.findings[0].answer)
        if put.found is not None:
            if put.reading.answer not in ("open", put.found):
                yield Caution(kind="finding differs from derivation", provision=put.provision, said=put.reading.answer)
            if not any(finding.by or finding.status for finding in put.findings):
                yield Caution(kind="author not given", provision=put.provision, said=put.found)

    def _step(self, put: Put, limb_of: str | None, only_if: OnlyIf) -> Step:
        answer: ANSWER = "yes" if put.answer == "yes" else "no"
        consequence = put.question.consequence(answer)
        return Step(
            **self._asked(put, limb_of),
            answer=answer,
            answered_by="derivation" if put.found is None else "finding",
            findings=put.findings,
            leads_to=led_to(consequence) if consequence else None,
            only_if=only_if,
        )

    def _open(self, put: Put, limb_of: str | None, only_if: OnlyIf, missing: tuple[str, ...], *, matters: bool) -> OpenQuestion:
        left_open = put.chosen.version.left_open
        reasons = tuple(reason.because for reason in left_open if reason.where is not None and reason.where.holds(put.answers))
        judgment = matters and not missing
        return OpenQuestion(
            **self._asked(put, limb_of),
            because="judgment" if judgment else "facts" if matters else "makes no difference",
            for_the_judge=reasons or ((left_open[-1].because,) if judgment and left_open else ()),
            facts_that_matter=tuple(self._missing_fact(name) for name in missing if name in self._book.facts),
            limbs_that_matter=tuple(name for name in missing if name not in self._book.facts),
            findings=put.findings,
            only_if=only_if,
        )

    def _asked(self, put: Put, limb_of: str | None) -> dict[str, Any]:
        question, version = put.question, put.chosen.version
        return {
            "provision": put.provision,
            "address": self._book.address(put.provision),
            "name": question.name,
            "title": question.title,
            "question": question.question,
            "decided_by": question.decided_by,
            "decided_for": question.decided_for,
            "reserved": question.reserved,
            "limb_of": limb_of,
            "proof": question.proof,
            "version": version_used(self._book, put.chosen),
            "derived": put.reading.answer,
            "yes_if": _reason("yes_if", version.yes_if, put),
            "no_if": _reason("no_if", version.no_if, put),
            "facts": tuple(self._fact_used(name, put.answers.get(name)) for name in put.names),
        }

    def _fact_used(self, name: str, answer: Answer | None) -> FactUsed:
        fact = self._book.facts.get(name)
        provision = None if fact else self._book.named(self._part, name)
        ask = fact.ask if fact else self._book.questions[str(provision)].question
        wording = None
        if fact and answer is not None:
            wording = f"{answer} {fact.unit}" if isinstance(answer, int) else fact.answers[answer]
        known = self._known.get(name)
        return FactUsed(name=name, ask=ask, provision=provision, answer=answer, wording=wording, findings=known.findings if known else ())

    def _missing(self, put: Put) -> tuple[str, ...]:
        """The open facts and limbs that can still change the answer to *put*."""
        if put.provision not in self._matters:
            version = put.chosen.version
            self._matters[put.provision] = reading.matters(version, put.answers, self._book.choices(version)) if version.yes_if else ()
        return self._matters[put.provision]

    def _missing_fact(self, name: str) -> MissingFact:
        fact, known = self._book.facts[name], self._known.get(name)
        return MissingFact(
            name=name, ask=fact.ask, answers=fact.answers, unit=fact.unit, look_in=fact.look_in, disputed=known.findings if known else ()
        )


def version_used(rule_book: RuleBook, chosen: Chosen) -> VersionUsed:
    """*chosen* as a determination shows it; made once for each version and day."""
    kept = _versions_used.setdefault(rule_book, {})
    key = (chosen.version.id, chosen.day, chosen.by)
    if key not in kept:
        version = chosen.version
        kept[key] = VersionUsed(
            id=version.id,
            summary=version.summary,
            verified=version.verified,
            made_by=version.made_by,
            in_force_from=version.in_force.from_,
            in_force_until=version.in_force.until,
            selected_by=chosen.by,
            looked_up_on=chosen.day,
            assumes=version.assumes,
            not_formalised=version.not_formalised,
            authorities=tuple(_authority_used(rule_book, version, chosen.day)),
        )
    return kept[key]


def _authority_used(rule_book: RuleBook, version: Version, day: dt.date | None) -> Iterator[AuthorityUsed]:
    for authority in version.authorities:
        year = year_of(authority.cite)
        later = day is not None and year is not None and year > day.year
        yield AuthorityUsed(**authority.model_dump(), address=rule_book.authority_address(authority), later=later)


def _reason(key: str, condition: Condition | None, put: Put) -> Reason | None:
    return None if condition is None else _came_out(key, condition, put)


def _came_out(key: str, condition: Condition, put: Put) -> Reason:
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
