"""The sensitivity of the outcome of one offence, with the effect of each answer that is still open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from extradition.case_file.settling import Known
from extradition.determination.dependence import Change, Flip, Rests, Sensitivity
from extradition.hearing.offence import Heard
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.sensitivity.answers_to_come import AnswersToCome
from extradition.sensitivity.changes import (
    EXACT_UP_TO,
    SmallestChanges,
    smallest_changes,
    smallest_support,
    together,
)
from extradition.sensitivity.doubts import Doubts
from extradition.sensitivity.function import HearingFunction
from extradition.sensitivity.hearing_diagrams import End, words_of_end


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
        self._questions = {question.name: question for _, question in rule_book.questions_in(heard.part)}

    def sensitivity(self) -> Sensitivity:
        """The sensitivity of the outcome of the offence."""
        to_come = AnswersToCome(self._heard, self._book)
        whole = HearingFunction(self._heard, self._book, "ends", constants="unchangeable")
        diagrams, known = whole.diagrams, whole.known
        changeable = frozenset(name for name in known if not (self._hold and self._is_found(name)))
        doubts = Doubts(self._heard.known, self._book, whole)
        closed = doubts.decided(self._closed(whole, doubts.unrecorded))
        flips = smallest_changes(diagrams, closed, doubts.known, changeable)
        mattering, could_matter = to_come.names, diagrams.names(whole.whole)
        return Sensitivity(
            offence=self._heard.offence.id,
            findings_held=self._hold,
            outcome=words_of_end(diagrams.value(diagrams.given(closed, doubts.known))),
            settled=not mattering,
            matters=to_come.matters(),
            order="exact" if len(mattering) <= EXACT_UP_TO else "rule of thumb",
            no_longer_matters=tuple(
                name
                for name in whole.facts
                if name in could_matter and name not in known and name not in mattering
            ),
            flips=tuple(self._flips(whole, doubts.known, flips)),
            flips_not_listed={
                words_of_end(other): left
                for other, changes in flips.items()
                if (left := changes.number - len(changes.listed))
            },
            support=self._support(whole),
        )

    def _closed(self, whole: HearingFunction, but: Collection[str]) -> int:
        """The end of the hearing as a function of the known answers, if nothing more is shown.

        The names in *but* are left open.
        """
        known = {*whole.lengths, *whole.known, *but}
        unknown = (name for name in whole.facts if name not in known)
        not_shown = {
            name: whole.like(name, answer)
            for name in unknown
            if (answer := self._book.facts[name].when_not_shown) is not None
        }
        return whole.whatever_is_missing(whole.diagrams.given(whole.whole, not_shown))

    def _flips(
        self, whole: HearingFunction, now: Mapping[str, Answer], to: Mapping[End, SmallestChanges]
    ) -> Iterator[Flip]:
        """The fewest changes *to* each other outcome from the answers *now*; the outcomes of the fewest
        first.
        """
        in_order = sorted(to.items(), key=lambda item: (item[1].size, str(item[0])))
        for end, changes in in_order:
            for change in together(changes.listed):
                each = (self._change(whole, name, now[name], answers) for name, answers in change.items())
                yield Flip(outcome=words_of_end(end), changes=tuple(each))

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
        return self._book.facts[name].ask if name in self._book.facts else self._questions[name].question

    def _change(self, whole: HearingFunction, name: str, now: Answer, to: Iterable[Answer]) -> Change:
        return Change(
            name=name,
            ask=self._ask(name),
            now=whole.words(name, now),
            to=tuple(whole.words(name, each) for each in to),
        )
