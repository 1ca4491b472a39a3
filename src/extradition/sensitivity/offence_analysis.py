"""The sensitivity of the outcome of one offence, with the effect of each answer that is still open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extradition.case_file.settling import Known
from extradition.determination.dependence import Change, Effect, Flip, Matter, Rests, Sensitivity
from extradition.hearing.offence import Heard
from extradition.law import PARTY
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.question import Question
from extradition.sensitivity.changes import (
    EXACT_UP_TO,
    order_to_ask,
    smallest_changes,
    smallest_support,
    together,
)
from extradition.sensitivity.function import HearingFunction
from extradition.sensitivity.hearing_diagrams import words_of_end
from extradition.sensitivity.remaining import Answered


class OffenceAnalysis:
    """The analysis of one offence after its hearing.

    Args:
        heard: the offence after its hearing.
        rule_book: the law.
        hold_findings: whether the findings of a judge (or another decider) are taken as fixed, and never
            changed.
    """

    def __init__(self, heard: Heard, rule_book: RuleBook, *, hold_findings: bool) -> None:
        self._heard = heard
        self._book = rule_book
        self._hold = hold_findings
        self._questions = {
            question.name: (provision, question) for provision, question in rule_book.questions_in(heard.part)
        }

    def sensitivity(self) -> Sensitivity:
        """The sensitivity of the outcome of the offence."""
        to_come = HearingFunction(self._heard, self._book, "variables")
        whole = HearingFunction(self._heard, self._book, "ends", constants="unchangeable")
        diagrams, known = whole.diagrams, whole.known
        shown = {
            **{name: whole.like(name, answer) for name, answer in self._not_shown(whole).items()},
            **known,
        }
        closed = diagrams.given(
            whole.whole, {name: answer for name, answer in shown.items() if name not in known}
        )
        closed = whole.whatever_is_missing(closed)
        changeable = frozenset(name for name in known if not (self._hold and self._is_found(name)))
        end = diagrams.value(diagrams.given(closed, known))
        flips = smallest_changes(diagrams, closed, known, changeable)
        answered = to_come.answered
        mattering, could_matter = to_come.diagrams.names(to_come.whole), diagrams.names(whole.whole)
        return Sensitivity(
            offence=self._heard.offence.id,
            findings_held=self._hold,
            outcome=words_of_end(end),
            settled=not mattering,
            matters=tuple(
                self._with_effects(to_come, answered, name)
                for name in order_to_ask(to_come.diagrams, to_come.whole, answered)
            ),
            order="exact" if len(mattering) <= EXACT_UP_TO else "rule of thumb",
            no_longer_matters=tuple(
                name
                for name in whole.facts
                if name in could_matter and name not in known and name not in mattering
            ),
            flips=tuple(
                Flip(
                    outcome=words_of_end(other),
                    changes=tuple(
                        self._change(whole, name, known[name], answers) for name, answers in change.items()
                    ),
                )
                for other, changes in sorted(
                    flips.items(), key=lambda item: (len(next(iter(item[1].listed))), str(item[0]))
                )
                for change in together(changes.listed)
            ),
            flips_not_listed={
                words_of_end(other): left
                for other, changes in flips.items()
                if (left := changes.number - len(changes.listed))
            },
            support=self._support(whole),
        )

    def _not_shown(self, whole: HearingFunction) -> dict[str, Answer]:
        """The answer that each unknown or disputed fact has if nothing more is shown."""
        unknown = {name: self._book.facts[name] for name in whole.facts if name not in whole.lengths}
        return {name: answer for name, fact in unknown.items() if (answer := fact.when_not_shown) is not None}

    def _support(self, whole: HearingFunction) -> tuple[Rests, ...] | None:
        """A smallest set of known facts that guarantees the outcome, and the lengths without which it
        would not; None if there is none.
        """
        support = smallest_support(whole.diagrams, whole.whole, whole.known)
        if support is None:
            return None
        rests = [
            Rests(name=name, ask=self._ask(name), answer=whole.words(name, whole.known[name]))
            for name in support
        ]
        if whole.lengths:
            free = HearingFunction(self._heard, self._book, "ends", constants="unchangeable", any_length=True)
            left = free.diagrams.names(
                free.diagrams.given(free.whole, {name: free.known[name] for name in support})
            )
            between = {name: whole.lengths[name] for name in left if name in whole.lengths}
            rests += [
                Rests(name=name, ask=self._ask(name), answer=f"{least} to {most}")
                for name, (least, most) in between.items()
            ]
        return tuple(rests)

    def _is_found(self, name: str) -> bool:
        known: Known | None = self._heard.known.get(name)
        return known is not None and any(finding.is_decided(self._book.parties) for finding in known.findings)

    def _ask(self, name: str) -> str:
        return self._book.facts[name].ask if name in self._book.facts else self._questions[name][1].question

    def _change(self, whole: HearingFunction, name: str, now: Answer, to: Iterable[Answer]) -> Change:
        return Change(
            name=name,
            ask=self._ask(name),
            now=whole.words(name, now),
            to=tuple(whole.words(name, each) for each in to),
        )

    def _with_effects(self, to_come: HearingFunction, answered: Answered, name: str) -> Matter:
        """The fact, judgment or date *name*, which still matters, with the effect of each answer."""
        matter = self._matter(to_come, name)
        if matter.kind == "date":
            return matter
        answers = to_come.diagrams.answers(name)
        outcomes = self._heard.outcomes_if(name, map(str, answers))
        effects = (
            Effect(
                answer=to_come.words(name, answer),
                outcome=outcome.outcome,
                final=answered.settles(name, answer),
            )
            for answer, outcome in zip(answers, outcomes, strict=True)
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
        asked = [
            each
            for each in self._questions.values()
            if name in to_come.asked_at(each[0]) & to_come.depends_on(each[0])
        ]
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
        return Matter(
            name=name,
            kind="date",
            ask=self._book.asks_for_dates[name.replace("_", " ")],
            provisions=provisions,
            answers={label: f"{label[0].upper()}{label[1:]}." for label in to_come.dates[name]},
            unit=None,
            look_in=(),
            decided_by=self._book.questions[provisions[0]].decided_by,
            proof=None,
            suffices=(),
            findings=(),
        )

    def _suffices(
        self, to_come: HearingFunction, name: str, asked: Sequence[tuple[str, Question]], on: PARTY
    ) -> tuple[str, ...]:
        """The answers to *name* that leave possible what *on* has to prove at one of the questions that
        ask for it.
        """
        diagrams = to_come.diagrams
        proofs = [
            (to_come.question(provision), question.proof.of)
            for provision, question in asked
            if question.proof and question.proof.on == on
        ]
        return tuple(
            to_come.words(name, answer)
            for answer in diagrams.answers(name)
            if any(diagrams.still_reaches(answered, name, answer, to_prove) for answered, to_prove in proofs)
        )
