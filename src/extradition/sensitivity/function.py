"""The hearing of one offence as a function: every fact that may be asked for a variable, every end of the hearing a value."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Mapping
from typing import Literal

from extradition.hearing.offence import Heard
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.sensitivity.hearing_diagrams import JUDGMENTS, End, HearingDiagrams, HearingLaw, end_of

MOST_KEPT = 16
"""The diagrams of so many laws are kept for a rule book: those that were used last."""

_kept: weakref.WeakKeyDictionary[RuleBook, OrderedDict[object, HearingDiagrams]] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


class HearingFunction:
    """What the hearing of an offence comes to, for all answers to all facts.

    Args:
        heard: the offence, with the versions that were chosen for it.
        judgments: ``variables``: what is left to judgment is a variable too, by the name of its question, and every end is final;
            ``ends``: the hearing ends at it, with the outcome that it then has.
        put_in: ``known``: what is known is fixed, and only the rest are variables; ``fixed``: only what cannot be otherwise.

    Attributes:
        diagrams: where the function lives.
        whole: the function.
        dates: by name, the labels of the spans in which a date that the case file lacks may fall: a variable too.
        found: by the name of its question, every finding on a question that binds: a variable too.
    """

    def __init__(self, heard: Heard, rule_book: RuleBook, judgments: JUDGMENTS, *, put_in: Literal["known", "fixed"] = "known") -> None:
        walk, facts = heard.walked, rule_book.facts
        answers = {name: answer for name in facts if (answer := walk.questions.fact(name)) is not None}
        fixed = {name: answer for name, answer in answers.items() if name == ALWAYS_KNOWN or facts[name].from_territory is not None}
        self.found = {
            question.name: found for provision, question in rule_book.questions_in(heard.part) if (found := walk.questions.found(provision))
        }
        self._shared = _shared(rule_book, HearingLaw(heard, rule_book, judgments, fixed))
        self._is_fact = facts.__contains__
        self.dates = self._shared.dates
        self.diagrams = self._shared.diagrams.copy()
        open_to_change = {**answers, **self.found}
        known = {n: self.like(n, open_to_change[n]) for n in self._shared.names if n in open_to_change and n not in fixed}
        self._put_in = {**fixed, **known} if put_in == "known" else fixed
        self.known: dict[str, Answer] = {} if put_in == "known" else known
        self.whole = self._reduced(self._shared.whole)
        self._depends_on: dict[str, frozenset[str]] = {}

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts among the variables, in the order of the hearing."""
        return tuple(name for name in self._shared.names if self._is_fact(name) and name not in self._put_in)

    def like(self, name: str, answer: Answer) -> Answer:
        """The one of the answers told apart that *answer* is like: a number is like the first of its span."""
        if not isinstance(answer, int):
            return answer
        return max(each for each in self.diagrams.answers(name) if isinstance(each, int) and each <= answer)

    def question(self, provision: str) -> int:
        """The answer to a question that the hearing can come to: yes, no, or open for judgment."""
        return self._reduced(self._shared.questions[provision])

    def depends_on(self, provision: str) -> frozenset[str]:
        """The names that can still change the answer to a question, or whether it is asked; none if the hearing cannot come to it."""
        if provision not in self._depends_on:
            functions = [each[provision] for each in (self._shared.questions, self._shared.gates) if provision in each]
            self._depends_on[provision] = frozenset(name for each in functions for name in self.diagrams.names(self._reduced(each)))
        return self._depends_on[provision]

    def asked_at(self, provision: str) -> frozenset[str]:
        """The names that a version of a question which may apply asks for, and those on which it is asked."""
        return self._shared.asks[provision]

    def chosen_by(self, date: str) -> tuple[str, ...]:
        """The provisions of the questions that the hearing can come to and whose version the missing *date* chooses."""
        return tuple(provision for provision in self._shared.chosen_by[date] if provision in self._shared.questions)

    def on_every_day(self, function: int) -> int:
        """*function* where it comes to the same end whatever the missing dates are, and elsewhere open."""
        still_open = self.diagrams.end(("open", None, None))
        for date in self.dates:
            first, *others = (self.diagrams.given(function, {date: span}) for span in self.diagrams.answers(date))
            function = first
            for other in others:
                function = self.diagrams.agreed(function, other, still_open)
        return function

    def _reduced(self, function: int) -> int:
        return self.diagrams.given(function, self._put_in)


def _shared(rule_book: RuleBook, law: HearingLaw) -> HearingDiagrams:
    """The diagrams of *law*, made once and kept while they are among the last that were used."""
    key = law.key
    with _lock:
        kept = _kept.setdefault(rule_book, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    made = law.diagrams()
    with _lock:
        kept[key] = made
        if len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return made


def spans(answers: Mapping[str, tuple[Answer, ...]], name: str, answer: Answer) -> str:
    """*answer* in words: a number stands for all from it up to the next."""
    if not isinstance(answer, int):
        return answer
    above = [each for each in answers[name] if isinstance(each, int) and each > answer]
    return f"below {above[0]}" if answer == 0 and above else f"{answer} to {above[0] - 1}" if above else f"at least {answer}"


__all__ = ["End", "HearingFunction", "end_of", "spans"]
