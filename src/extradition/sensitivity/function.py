"""The hearing of one offence as a function: each fact that may be asked for is a variable, each end of the
hearing a value.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping
from typing import Literal

from extradition.hearing.offence import Heard
from extradition.law import ANSWER
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.kept_lately import KeptLately
from extradition.sensitivity.hearing_diagrams import OPEN_END, End, HearingDiagrams, Lengths, end_of
from extradition.sensitivity.hearing_law import JUDGMENTS, HearingLaw
from extradition.sensitivity.raised_doubts import RaisedDoubts
from extradition.sensitivity.remaining import Answered

MOST_KEPT = 16
"""The most laws whose diagrams are kept for a rule book: those that were used last."""

_kept: weakref.WeakKeyDictionary[RuleBook, KeptLately[object, HearingDiagrams]] = weakref.WeakKeyDictionary()


class HearingFunction:
    """The end of the hearing of an offence, for all answers to all facts.

    Args:
        heard: the offence, with the versions that were chosen for it.
        judgments: with ``variables``, a judgment that is not recorded is a variable too, by the name of its
            question, and every end is final. With ``ends``, the hearing ends at that judgment, with the
            outcome that it then has.
        constants: ``known``: every known answer is a constant, and only the rest are variables;
            ``unchangeable``: only the answers that nothing can change are constants.
        any_length: whether a length that stays between two answers may have every answer, as if it were
            unknown.

    Attributes:
        diagrams: the store of the function.
        whole: the function.
        dates: by name, the labels of the spans in which a date that the case file lacks may fall: a variable
            too.
        found: by the name of its question, every finding on a question that binds: a variable too.
        lengths: by the name of a fact, the fewest and the most whole months of a length that stays between
            two answers.
    """

    def __init__(
        self,
        heard: Heard,
        rule_book: RuleBook,
        judgments: JUDGMENTS,
        *,
        constants: Literal["known", "unchangeable"] = "known",
        any_length: bool = False,
    ) -> None:
        facts, fact = rule_book.facts, heard.walked.questions.fact
        answers = {name: answer for name in facts if (answer := fact(name)) is not None}
        fixed = _unchangeable(answers, rule_book)
        self.found = _findings(heard, rule_book)
        self.lengths = _lengths(heard, (name for name in facts if name not in answers))
        self._shared = _shared(
            rule_book, HearingLaw(heard, rule_book, judgments, fixed, {} if any_length else self.lengths)
        )
        self._is_fact = facts.__contains__
        self.dates = self._shared.dates
        self.diagrams = self._shared.diagrams.copy()
        now = {name: answer for name, answer in {**answers, **self.found}.items() if name not in fixed}
        known = {name: self.like(name, now[name]) for name in self._shared.names if name in now}
        self._constants = {**fixed, **known} if constants == "known" else fixed
        to_come = judgments == "variables" and constants == "known"
        self._raised = RaisedDoubts(heard.known, rule_book, self._shared.names) if to_come else None
        self.known: dict[str, Answer] = {} if constants == "known" else known
        self.whole = self._reduced(self._shared.whole)
        self._depends_on: dict[str, frozenset[str]] = {}

    @property
    def answered(self) -> Answered:
        """The function after each answer to each of its names; that of the law itself is kept with its
        diagrams.
        """
        if self.whole == self._shared.whole:
            return self._shared.answered
        return Answered(self.diagrams, self.whole)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts among the variables, in the order of the hearing."""
        return tuple(
            name for name in self._shared.names if self._is_fact(name) and name not in self._constants
        )

    def like(self, name: str, answer: Answer) -> Answer:
        """The answer of the diagrams that stands for *answer*: for a number, the first of its span."""
        if not isinstance(answer, int):
            return answer
        return max(each for each in self.diagrams.answers(name) if isinstance(each, int) and each <= answer)

    def words(self, name: str, answer: Answer) -> str:
        """The words for *answer* to *name*; a number of the diagrams stands for its span."""
        return spans({name: self.diagrams.answers(name)}, name, answer)

    def question(self, provision: str) -> int:
        """The answer to a question that the hearing can reach, as a function: yes, no, or open for
        judgment.
        """
        return self._reduced(self._shared.questions[provision])

    def depends_on(self, provision: str) -> frozenset[str]:
        """The names that can still change the answer to a question, or whether it is asked; none if the
        hearing cannot reach it.
        """
        if provision not in self._depends_on:
            functions = [
                each[provision] for each in (self._shared.questions, self._shared.gates) if provision in each
            ]
            self._depends_on[provision] = frozenset(
                name for each in functions for name in self.diagrams.names(self._reduced(each))
            )
        return self._depends_on[provision]

    def asked_at(self, provision: str) -> frozenset[str]:
        """The names that a question asks for under a version that may apply, and those of its gate."""
        return self._shared.asks[provision]

    def chosen_by(self, date: str) -> tuple[str, ...]:
        """The provisions of the questions that the hearing can reach and whose version the missing *date*
        chooses.
        """
        return tuple(
            provision for provision in self._shared.chosen_by[date] if provision in self._shared.questions
        )

    def whatever_is_missing(self, function: int) -> int:
        """The *function* with the end that it has for every missing date and open length; open where these
        decide.
        """
        still_open = self.diagrams.end(OPEN_END)
        for name in (*self.dates, *(name for name in self.lengths if name in self._shared.names)):
            first, *others = (
                self.diagrams.given(function, {name: answer}) for answer in self.diagrams.answers(name)
            )
            function = first
            for other in others:
                function = self.diagrams.agreed(function, other, still_open)
        return function

    def _reduced(self, function: int) -> int:
        reduced = self.diagrams.given(function, self._constants)
        return self._raised.raised_in(self.diagrams, reduced) if self._raised else reduced


def _unchangeable(answers: Mapping[str, Answer], rule_book: RuleBook) -> dict[str, Answer]:
    """The *answers* that nothing can change: the type of the case, and what the territory settles or a date
    gives.
    """
    return {
        name: answer
        for name, answer in answers.items()
        if name == ALWAYS_KNOWN or name in rule_book.from_territory or name in rule_book.from_date
    }


def _findings(heard: Heard, rule_book: RuleBook) -> dict[str, ANSWER]:
    """Every finding on a question that binds, by the name of the question."""
    return {
        question.name: found
        for provision, question in rule_book.questions_in(heard.part)
        if (found := heard.walked.questions.found(provision))
    }


def _lengths(heard: Heard, names: Iterable[str]) -> Lengths:
    """The fewest and the most whole months of each length among *names* that stays between two answers."""
    months_of = heard.walked.questions.whole_months
    return {name: months for name in names if (months := months_of(name)) is not None}


def _shared(rule_book: RuleBook, law: HearingLaw) -> HearingDiagrams:
    """The diagrams of *law*, made once and kept while they are among those used last."""
    return _kept.setdefault(rule_book, KeptLately(MOST_KEPT)).of(law.key, law.diagrams)


def spans(answers: Mapping[str, tuple[Answer, ...]], name: str, answer: Answer) -> str:
    """The words for *answer*: a number stands for all from it up to the next.

    Args:
        answers: the answers to distinguish, by name.
        name: the name of a fact or a question.
        answer: one of its answers in the diagrams.

    Examples:
        >>> [spans({"age": (0, 10, 18)}, "age", number) for number in (0, 10, 18)]
        ['below 10', '10 to 17', 'at least 18']
    """
    if not isinstance(answer, int):
        return answer
    above = [each for each in answers[name] if isinstance(each, int) and each > answer]
    return (
        f"below {above[0]}"
        if answer == 0 and above
        else f"{answer} to {above[0] - 1}"
        if above
        else f"at least {answer}"
    )


__all__ = ["End", "HearingFunction", "end_of", "spans"]
