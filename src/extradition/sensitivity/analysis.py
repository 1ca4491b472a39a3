"""What still matters to the outcome of a case, what would change it, on what it rests, and what to ask next: exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from extradition.case_file import CaseFile
from extradition.case_file.finding import DECIDERS
from extradition.case_file.settling import Known
from extradition.determination import Determination
from extradition.determination.dependence import Change, Effect, Flip, Matter, Rests, Sensitivity
from extradition.determination.outcome import Outcome
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, hear
from extradition.hearing.offence import Heard
from extradition.hearing.under import Under
from extradition.law import PARTY
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.question import Question
from extradition.sensitivity.changes import EXACT_UP_TO, order_to_ask, smallest_changes, smallest_support, together
from extradition.sensitivity.function import HearingFunction, spans
from extradition.sensitivity.remaining import Answered
from extradition.source import Place

Asked = tuple[Place, str]
"""What is asked: the place in the case file that has the findings, and the name of the fact or question."""


def analyse(
    case_file: CaseFile,
    rule_book: RuleBook,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    hold_findings: bool = False,
    engine: ENGINE = "durable",
) -> tuple[Sensitivity, ...]:
    """Work out, for every offence of *case_file*, what its outcome depends on. Arguments and errors as for ``determine``.

    Args:
        hold_findings: whether what a judge (or another who decides) has found is taken as fixed, and never changed.
    """
    return sensitivities(hear(case_file, rule_book, Under.of(law, as_at, assuming, engine)), hold_findings=hold_findings)


def sensitivities(hearing: Hearing, *, hold_findings: bool = False) -> tuple[Sensitivity, ...]:
    """What the outcome of each offence of *hearing* depends on; worked out once for each hearing. Arguments as for ``analyse``."""

    def made() -> tuple[Sensitivity, ...]:
        return tuple(_Analysis(each, hearing.rule_book, hold_findings=hold_findings).sensitivity() for each in hearing.offences)

    return hearing.once(("sensitivities", hold_findings), made)


def with_sensitivity(hearing: Hearing, *, hold_findings: bool = False) -> Determination:
    """The determination of *hearing* with what each of its offences depends on."""
    return analysed(hearing.determination, sensitivities(hearing, hold_findings=hold_findings))


def analysed(determination: Determination, sensitivities: Iterable[Sensitivity]) -> Determination:
    """*determination* with what each of its offences depends on."""
    offences = (offence.model_copy(update={"sensitivity": each}) for offence, each in zip(determination.offences, sensitivities, strict=True))
    return determination.model_copy(update={"offences": tuple(offences)})


def best_asked(
    sensitivities: Iterable[Sensitivity], rule_book: RuleBook, case_file: CaseFile, *, without: Collection[Asked] = frozenset()
) -> dict[Asked, Matter]:
    """Every fact and judgment that still matters to an offence of *case_file*, *without* those that are named, the best first.

    A missing date is not among them, because no finding gives it. What is best for some offence comes before what is
    second best for any; of several, what matters to more offences, so that the person is asked about once on each warrant;
    then as the offences stand in the file.
    """
    part = str(case_file.part)
    found: dict[Asked, tuple[int, list[int], Matter]] = {}
    for i, (place, sensitivity) in enumerate(zip(case_file.every_offence, sensitivities, strict=True)):
        person: Place = place[: -len(("offences", 0))]
        asked_for = [matter for matter in sensitivity.matters if matter.kind != "date"]
        keyed = [((person if rule_book.about(part, matter.name) == "person" else place, matter.name), matter) for matter in asked_for]
        for position, (asked, matter) in enumerate((asked, matter) for asked, matter in keyed if asked not in without):
            best, offences, first = found.get(asked, (position, [], matter))
            found[asked] = (min(best, position), [*offences, i], first)
    ordered = sorted(found.items(), key=lambda item: (item[1][0], -len(item[1][1]), item[1][1]))
    return {asked: matter for asked, (_, _, matter) in ordered}


def can_still_change(heard: Heard, rule_book: RuleBook, facts: Collection[str]) -> frozenset[str]:
    """Which of those *facts*, each in place of what is known of it, could still change the final outcome of the offence."""
    if not facts:
        return frozenset()
    function = HearingFunction(heard, rule_book, "variables", put_in="fixed")
    diagrams, known = function.diagrams, function.known
    return frozenset(
        fact for fact in facts if fact in diagrams.names(diagrams.given(function.whole, {name: known[name] for name in known if name != fact}))
    )


class _Analysis:
    def __init__(self, heard: Heard, rule_book: RuleBook, *, hold_findings: bool) -> None:
        self._heard = heard
        self._book = rule_book
        self._hold = hold_findings
        self._questions = {question.name: (provision, question) for provision, question in rule_book.questions_in(heard.part)}

    def sensitivity(self) -> Sensitivity:
        to_come = HearingFunction(self._heard, self._book, "variables")
        whole = HearingFunction(self._heard, self._book, "ends", put_in="fixed")
        diagrams, known = whole.diagrams, whole.known
        shown = {**{name: whole.like(name, answer) for name, answer in self._not_shown(whole).items()}, **known}
        closed = diagrams.given(whole.whole, {name: answer for name, answer in shown.items() if name not in known})
        closed = whole.on_every_day(closed)
        changeable = frozenset(name for name in known if not (self._hold and self._is_found(name)))
        end = diagrams.value(diagrams.given(closed, known))
        flips = smallest_changes(diagrams, closed, known, changeable)
        support = smallest_support(diagrams, whole.whole, known)
        answered = Answered(to_come.diagrams, to_come.whole)
        mattering, could_matter = to_come.diagrams.names(to_come.whole), diagrams.names(whole.whole)
        return Sensitivity(
            offence=self._heard.offence.id,
            findings_held=self._hold,
            outcome=_told(end),
            settled=not mattering,
            matters=tuple(self._with_effects(to_come, answered, name) for name in order_to_ask(to_come.diagrams, to_come.whole, answered)),
            order="exact" if len(mattering) <= EXACT_UP_TO else "rule of thumb",
            no_longer_matters=tuple(name for name in whole.facts if name in could_matter and name not in known and name not in mattering),
            flips=tuple(
                Flip(outcome=_told(other), changes=tuple(self._change(whole, name, known[name], answers) for name, answers in change.items()))
                for other, changes in sorted(flips.items(), key=lambda item: (len(next(iter(item[1].listed))), str(item[0])))
                for change in together(changes.listed)
            ),
            flips_not_listed={_told(other): left for other, changes in flips.items() if (left := changes.number - len(changes.listed))},
            support=None if support is None else tuple(self._rests(whole, name, known[name]) for name in support),
        )

    def _not_shown(self, whole: HearingFunction) -> dict[str, Answer]:
        """What every unknown fact is taken as if nothing more is shown; a disputed fact with them."""
        facts = self._book.facts
        return {name: answer for name in whole.facts if name in facts and (answer := facts[name].when_not_shown) is not None}

    def _is_found(self, name: str) -> bool:
        known: Known | None = self._heard.known.get(name)
        return known is not None and any(finding.by in DECIDERS for finding in known.findings)

    def _ask(self, name: str) -> str:
        return self._book.facts[name].ask if name in self._book.facts else self._questions[name][1].question

    def _change(self, whole: HearingFunction, name: str, now: Answer, to: Iterable[Answer]) -> Change:
        answers = {name: whole.diagrams.answers(name)}
        return Change(name=name, ask=self._ask(name), now=spans(answers, name, now), to=tuple(spans(answers, name, each) for each in to))

    def _rests(self, whole: HearingFunction, name: str, answer: Answer) -> Rests:
        return Rests(name=name, ask=self._ask(name), answer=spans({name: whole.diagrams.answers(name)}, name, answer))

    def _with_effects(self, to_come: HearingFunction, answered: Answered, name: str) -> Matter:
        """What still matters, with what each of its answers would do."""
        matter = self._matter(to_come, name)
        if matter.kind == "date":
            return matter
        apart = to_come.diagrams.answers(name)
        effects = (
            Effect(
                answer=spans({name: apart}, name, answer),
                outcome=self._heard.outcome_if(name, str(answer)).outcome,
                final=answered.settles(name, answer),
            )
            for answer in apart
        )
        return matter.model_copy(update={"effects": tuple(effects)})

    def _matter(self, to_come: HearingFunction, name: str) -> Matter:
        known = self._heard.known.get(name)
        if name in to_come.dates:
            return self._missing_date(to_come, name)
        if name not in self._book.facts:
            provision, question = self._questions[name]
            return Matter(
                name=name,
                kind="judgment",
                ask=question.question,
                provisions=(provision,),
                answers={"yes": "Yes.", "no": "No."},
                unit=None,
                look_in=(),
                decided_by=question.decided_by,
                proof=question.proof,
                suffices=(question.proof.of,) if question.proof else (),
                findings=known.findings if known else (),
            )
        fact = self._book.facts[name]
        asked = [each for each in self._questions.values() if name in to_come.asked_at(each[0]) & to_come.depends_on(each[0])]
        proof = next((question.proof for _, question in asked if question.proof), None)
        return Matter(
            name=name,
            kind="fact",
            ask=fact.ask,
            provisions=tuple(provision for provision, _ in asked),
            answers=fact.answers,
            unit=fact.unit,
            look_in=fact.look_in,
            decided_by=asked[0][1].decided_by,
            proof=proof,
            suffices=self._suffices(to_come, name, asked, proof.on) if proof else (),
            findings=known.findings if known else (),
        )

    def _missing_date(self, to_come: HearingFunction, name: str) -> Matter:
        """The date *name*, which the case file lacks and which chooses the law of some questions."""
        provisions = to_come.chosen_by(name)
        words = name.replace("_", " ")
        return Matter(
            name=name,
            kind="date",
            ask=f"What is the {words}?",
            provisions=provisions,
            answers={label: f"{label[0].upper()}{label[1:]}." for label in to_come.dates[name]},
            unit=None,
            look_in=(),
            decided_by=self._book.questions[provisions[0]].decided_by,
            proof=None,
            suffices=(),
            findings=(),
        )

    def _suffices(self, to_come: HearingFunction, name: str, asked: Sequence[tuple[str, Question]], on: PARTY) -> tuple[str, ...]:
        """The answers to the fact *name* on which what *on* has to prove, at one of the questions that ask for it, is still possible."""
        diagrams = to_come.diagrams
        told = {name: diagrams.answers(name)}
        proofs = [(to_come.question(provision), question.proof.of) for provision, question in asked if question.proof and question.proof.on == on]
        return tuple(
            spans(told, name, answer)
            for answer in diagrams.answers(name)
            if any(wanted in diagrams.values(diagrams.given(answered, {name: answer})) for answered, wanted in proofs)
        )


def _told(end: object) -> str:
    """*end* in words, as an outcome."""
    kind, to, by = end if isinstance(end, tuple) else ("open", None, None)
    return Outcome(kind=kind, to=to, by=by).outcome
