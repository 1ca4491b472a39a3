"""The hearing of one offence as a function: every fact that may be asked for a variable, every end of the hearing a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, cast

from extradition.decision_diagram import Diagrams
from extradition.determination.outcome import Outcome
from extradition.hearing.offence import Heard
from extradition.rule_book import NotInForce, RuleBook
from extradition.rule_book.vocabulary import ALWAYS_KNOWN
from extradition.rules import Question, Version
from extradition.rules.conditions import All, Answer, AnyOf, Below, Condition, Is, OneOf
from extradition.rules.consequences import Consequence
from extradition.source import Fault

End = tuple[str, str | None, str | None]
"""An outcome as far as it counts: its kind, where it goes on to, whose it is."""
_HOLDS, _FAILS, _OPEN = "holds", "fails", "open"


def end_of(outcome: Outcome) -> End:
    """*outcome* as an end."""
    return outcome.kind, outcome.to, outcome.by


class HearingFunction:
    """What the hearing of an offence comes to, for all answers to all facts.

    Args:
        heard: the offence, with the versions that were chosen for it.
        judgments: ``variables``: what is left to judgment is a variable too, by the name of its question, and every end is final;
            ``ends``: the hearing ends at it, as it is told as going on to it.
        put_in: ``known``: what is known is put in, and only the rest are variables; ``fixed``: only what cannot be otherwise.

    Attributes:
        diagrams: where the function lives.
        whole: the function.
        found: by the name of its question, every finding on a question that binds: a variable too.
    """

    def __init__(
        self, heard: Heard, rule_book: RuleBook, judgments: Literal["variables", "ends"], *, put_in: Literal["known", "fixed"] = "known"
    ) -> None:
        self._book = rule_book
        self._heard = heard
        self._walk = heard.walked
        self._as_variables = judgments == "variables"
        self._versions = {provision: self._walk.version(provision) for provision, _ in rule_book.questions_in(heard.part)}
        self.found = {question.name: found for provision, question in rule_book.questions_in(heard.part) if (found := self._walk.found(provision))}
        self._put_in = self._settled(put_in)
        self.diagrams = Diagrams(dict(self._variables()))
        self._questions: dict[str, int] = {}
        self._chains: dict[tuple[str, End | None], int] = {}
        self.whole = self._chain(heard.walked.start, None)
        self._come_to = frozenset(self._questions)

    @property
    def known(self) -> dict[str, Answer]:
        """The answer to every variable that is known and not put in, as one of those that are told apart."""
        told: dict[str, Answer] = {}
        for name in self._names:
            if name in self._put_in:
                continue
            answer: Answer | None = self.found[name] if name in self.found else self._walk.fact(name) if name in self._book.facts else None
            if answer is not None:
                told[name] = self.like(name, answer)
        return told

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts among the variables, in the order of the hearing."""
        return tuple(name for name in self._names if name in self._book.facts and name not in self._put_in)

    def like(self, name: str, answer: Answer) -> Answer:
        """The one of the answers told apart that *answer* is like: a number is like the first of its span."""
        if not isinstance(answer, int):
            return answer
        return max(each for each in self.diagrams.answers(name) if isinstance(each, int) and each <= answer)

    def _settled(self, put_in: str) -> dict[str, Answer]:
        """What is put in from the start: everything known, or what the file's head and the territory fix."""
        book = self._book
        told = {name: answer for name in book.facts if (answer := self._walk.fact(name)) is not None}
        if put_in == "known":
            return {**told, **self.found}
        return {name: answer for name, answer in told.items() if name == ALWAYS_KNOWN or book.facts[name].from_territory is not None}

    def _variables(self) -> Iterator[tuple[str, tuple[Answer, ...]]]:
        """Every name that may be asked for, with the answers to tell apart, in the order of the hearing."""
        tests: dict[str, list[Condition]] = {}
        for provision, question in self._book.questions_in(self._heard.part):
            version = self._versions[provision]
            gate = (question.asked_if.when,) if question.asked_if else ()
            for condition in (*gate, *(version.conditions if version else ())):
                for leaf in condition.leaves():
                    tests.setdefault(leaf.fact, []).append(leaf)
            tests.setdefault(question.name, [])
        self._names = tuple(tests)
        for name, conditions in tests.items():
            fact = self._book.facts.get(name)
            if fact is None:
                yield name, ("yes", "no")
                continue
            edges = {edge for each in conditions if isinstance(each, Is) and (edge := _edge(each)) is not None}
            yield name, (*fact.answers, *(sorted({0, *edges}) if fact.unit else ()))

    def _condition(self, condition: Condition) -> int:
        """When *condition* holds, fails, or is open because a question that it builds on is left to judgment."""
        diagrams = self.diagrams
        if isinstance(condition, Is):
            limb = self._book.named(self._heard.part, condition.fact)
            if limb is None:
                if condition.fact in self._put_in:
                    return diagrams.end(_HOLDS if condition.test.holds(self._put_in[condition.fact]) else _FAILS)
                return diagrams.choice(condition.fact, lambda answer: diagrams.end(_HOLDS if condition.test.holds(answer) else _FAILS))
            yes, no = (diagrams.end(_HOLDS if condition.test.holds(answer) else _FAILS) for answer in ("yes", "no"))
            return diagrams.put(self.question(limb), {"yes": yes, "no": no, "open": diagrams.end(_OPEN)})
        decisive = _HOLDS if isinstance(condition, AnyOf) else _FAILS
        other = _FAILS if isinstance(condition, AnyOf) else _HOLDS
        whole = diagrams.end(other)
        for inner in condition.conditions if isinstance(condition, All | AnyOf) else ():
            still_open = diagrams.put(whole, {decisive: diagrams.end(decisive), other: diagrams.end(_OPEN)})
            whole = diagrams.put(self._condition(inner), {decisive: diagrams.end(decisive), other: whole, _OPEN: still_open})
        return whole

    def question(self, provision: str) -> int:
        """The answer to a question: yes, no, or open for judgment."""
        if provision not in self._questions:
            self._questions[provision] = self._answered(self._book.questions[provision], self._versions[provision])
        return self._questions[provision]

    def depends_on(self, provision: str) -> frozenset[str]:
        """The names that can still change the answer to a question, or whether it is asked; none if the hearing cannot come to it."""
        if provision not in self._come_to:
            return frozenset()
        gate = self._book.questions[provision].asked_if
        whether = self.diagrams.names(self._condition(gate.when)) if gate else ()
        return frozenset((*whether, *self.diagrams.names(self.question(provision))))

    def _answered(self, question: Question, version: Version | None) -> int:
        diagrams = self.diagrams
        if question.name in self._put_in:
            return diagrams.end(self._put_in[question.name])
        by_finding = diagrams.choice(question.name, diagrams.end)
        if question.name in self.found:
            return by_finding
        left = by_finding if self._as_variables else diagrams.end("open")
        if version is None or version.yes_if is None:
            return left
        yes, no = diagrams.end("yes"), diagrams.end("no")
        if version.no_if is None:
            return diagrams.put(self._condition(version.yes_if), {_HOLDS: yes, _FAILS: no, _OPEN: left})
        otherwise = diagrams.put(self._condition(version.no_if), {_HOLDS: no, _FAILS: left, _OPEN: left})
        return diagrams.put(self._condition(version.yes_if), {_HOLDS: yes, _FAILS: otherwise, _OPEN: otherwise})

    def _chain(self, provision: str, sent: End | None) -> int:
        """What the hearing comes to from the question of *provision* on; *sent*: the end as which it is told since it was sent on."""
        if (provision, sent) not in self._chains:
            self._chains[provision, sent] = self._from(provision, sent)
        return self._chains[provision, sent]

    def _from(self, provision: str, sent: End | None) -> int:
        question, choice = self._book.questions[provision], self._walk.applied(provision)
        if isinstance(choice, Fault):
            return self.diagrams.end(sent or ("open", None, None))
        if isinstance(choice, NotInForce):
            way = cast("Consequence", question.while_not_in_force)  # only a limb, which is never followed, may have none
            return self._led(provision, way, sent)
        yes, no = self._led(provision, question.leads("yes"), sent), self._led(provision, question.leads("no"), sent)
        answered = self.question(provision)
        ways = {"yes": yes, "no": no}
        if self.diagrams.comes_to(answered, "open"):
            ways["open"] = self.diagrams.agreed(yes, no, self.diagrams.end(self._stands(question, sent)))
        asked = self.diagrams.put(answered, ways)
        gate = question.asked_if
        if gate is None:
            return asked
        around = self._led(provision, gate.way(choice.day), sent)
        return self.diagrams.put(self._condition(gate.when), {_HOLDS: asked, _FAILS: around, _OPEN: asked})

    def _stands(self, question: Question, sent: End | None) -> End:
        """The end as which it is told that *question* is left to judgment."""
        if sent is not None:
            return sent
        if question.reserved and question.decided_by == "judge" and question.provision != self._heard.walked.start:
            return "proceed", question.provision, None
        return "open", None, None

    def _led(self, provision: str, consequence: Consequence, sent: End | None) -> int:
        lead = self._walk.lead(provision, consequence)
        if lead.to is None or lead.to not in self._book.questions:
            return self.diagrams.end(end_of(lead))
        return self._chain(lead.to, end_of(lead) if lead.kind == "send" else sent)


def _edge(leaf: Is) -> int | None:
    test = leaf.test
    return None if isinstance(test, OneOf) else test.below if isinstance(test, Below) else test.at_least


def spans(answers: Mapping[str, tuple[Answer, ...]], name: str, answer: Answer) -> str:
    """*answer* in words: a number stands for all from it up to the next."""
    if not isinstance(answer, int):
        return answer
    above = [each for each in answers[name] if isinstance(each, int) and each > answer]
    return f"below {above[0]}" if answer == 0 and above else f"{answer} to {above[0] - 1}" if above else f"at least {answer}"
