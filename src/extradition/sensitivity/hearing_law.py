"""The law of a hearing as decision diagrams: the same for every case of a matter and type, whatever is known
of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Literal, cast

from extradition.hearing.applicable_versions import Choice, Chosen, NotInForce
from extradition.hearing.lengths import within
from extradition.hearing.offence import Heard
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import All, Answer, AnyOf, Condition, Is
from extradition.rule_book.consequences import Consequence
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.hearing_diagrams import OPEN_END, End, HearingDiagrams, Lengths, end_of
from extradition.sensitivity.version_spans import VersionSpans, labels
from extradition.source import Fault

JUDGMENTS = Literal["variables", "ends"]


_HOLDS, _FAILS, _OPEN = "holds", "fails", "open"


# Whole: conditions, questions and consequences build on one another in the same tables.
class HearingLaw:
    """The law of one hearing, from which its diagrams are made.

    Args:
        judgments: ``variables``: a judgment that is not recorded is a variable, and every end is final;
            ``ends``: the hearing ends at it.
        fixed: the answers that nothing can change: the type of the case, and what the territory settles.
        lengths: the fewest and the most whole months of each length that stays between two answers.
        store: the store of the diagrams, which distinguishes at least the ``answers`` of this law; without
            it, the law makes its own.
    """

    def __init__(
        self,
        heard: Heard,
        rule_book: RuleBook,
        judgments: JUDGMENTS,
        fixed: Mapping[str, Answer],
        lengths: Lengths,
        store: Diagrams | None = None,
    ) -> None:
        self._walk = heard.walked
        self._part = heard.part
        self._book = rule_book
        self._judgments = judgments
        self._fixed = fixed
        self._lengths = lengths
        self._asked = dict(rule_book.questions_in(heard.part))
        self._found = frozenset(
            question.name
            for provision, question in self._asked.items()
            if self._walk.questions.found(provision)
        )
        self._law = VersionSpans(self._asked, heard.chosen)
        self.answers: Mapping[str, tuple[Answer, ...]] = dict(self._variables())
        self._diagrams = Diagrams(self.answers) if store is None else store
        self._questions: dict[str, int] = {}
        self._under: dict[tuple[str, str | None], int] = {}
        self._chains: dict[tuple[str, End | None], int] = {}

    @property
    def key(self) -> object:
        """The identity of the law: two offences with the same key have the same diagrams."""
        choices = tuple(
            tuple(self._identity(p, choice) for choice in self._law.choices(p)) for p in self._asked
        )
        return (
            self._judgments,
            self._walk.start,
            choices,
            tuple(self.answers.items()),
            tuple(sorted(self._fixed.items())),
            self._found,
        )

    def diagrams(self) -> HearingDiagrams:
        """The diagrams of the hearing."""
        whole = self._chain(self._walk.start, None)
        come_to = dict(self._questions)
        return HearingDiagrams(
            diagrams=self._diagrams,
            names=tuple(self.answers),
            whole=whole,
            questions=come_to,
            gates={
                provision: self._condition(gate.condition)
                for provision in come_to
                if (gate := self._asked[provision].asked_if)
            },
            asks={
                p: frozenset(leaf.fact for each in self._conditions(p, q) for leaf in each.leaves())
                for p, q in self._asked.items()
            },
            dates={name: labels(spans) for name, spans in self._law.dates.items()},
            chosen_by={name: self._law.chosen_by(name) for name in self._law.dates},
        )

    def question(self, provision: str) -> int:
        """The answer to a question as a function: yes, no, or open for judgment.

        Args:
            provision: the provision of a question of the matter, whether the hearing reaches it or not.
        """
        if provision not in self._questions:
            self._questions[provision] = self._on_each_day(
                provision, lambda choice: self._answered(provision, choice)
            )
        return self._questions[provision]

    def _variables(self) -> Iterator[tuple[str, tuple[Answer, ...]]]:
        """Every name that may be asked for, with the answers to distinguish, in the order of the hearing."""
        tests: dict[str, list[Condition]] = {}
        for provision in self._asked:
            self._add_tests(provision, tests)
        for name, conditions in tests.items():
            fact = self._book.facts.get(name)
            if name in self._law.dates:
                yield name, labels(self._law.dates[name])
            elif fact is None:
                yield name, ("yes", "no")
            else:
                edges = {
                    edge for each in conditions if isinstance(each, Is) and (edge := each.edge) is not None
                }
                numbers = sorted({0, *edges}) if fact.unit else ()
                every = (*fact.answers, *numbers)
                yield name, within(numbers, *self._lengths[name]) if name in self._lengths else every

    def _add_tests(self, provision: str, tests: dict[str, list[Condition]]) -> None:
        """Add to *tests*, by name, what a question tests, and before its name all that its limbs test."""
        question = self._asked[provision]
        for date in self._law.dates_of(provision):
            tests.setdefault(date, [])
        for condition in self._conditions(provision, question):
            for leaf in condition.leaves():
                limb = self._book.named(self._part, leaf.fact)
                if limb is not None and leaf.fact not in tests:
                    self._add_tests(limb, tests)
                tests.setdefault(leaf.fact, []).append(leaf)
        tests.setdefault(question.name, [])

    def _conditions(self, provision: str, question: Question) -> Iterator[Condition]:
        """The conditions of a question under every version that may apply, and the condition on which it
        is asked.
        """
        if question.asked_if:
            yield question.asked_if.condition
        for choice in self._law.choices(provision):
            version = _version(question, choice)
            yield from version.conditions if version else ()

    def _on_each_day(self, provision: str, of: Callable[[Choice], int]) -> int:
        """The function *of* the choice for a question, on each day on which that choice may differ."""
        dates, choices = self._law.dates_of(provision), self._law.choices(provision)
        alike = {self._identity(provision, choice): choice for choice in choices}
        made = {identity: of(choice) for identity, choice in alike.items()}
        on = dict(zip(itertools.product(*(self.answers[date] for date in dates)), choices, strict=True))

        def with_spans(spans: tuple[Answer, ...]) -> int:
            if len(spans) == len(dates):
                return made[self._identity(provision, on[spans])]
            return self._diagrams.choice(dates[len(spans)], lambda span: with_spans((*spans, span)))

        return with_spans(())

    def _identity(self, provision: str, choice: Choice) -> object:
        """The identity of a choice: equal for two choices after which the hearing continues alike."""
        gate = self._asked[provision].asked_if
        early = gate is not None and not isinstance(choice, Fault) and gate.way(choice.day) != gate.otherwise
        return choice.version.id if isinstance(choice, Chosen) else type(choice).__name__, early

    def _condition(self, condition: Condition) -> int:
        """Whether *condition* holds, fails, or is open because a question that it builds on is left to
        judgment.
        """
        diagrams = self._diagrams
        if isinstance(condition, Is):
            return self._leaf(condition)
        decisive = _HOLDS if isinstance(condition, AnyOf) else _FAILS
        other = _FAILS if isinstance(condition, AnyOf) else _HOLDS
        whole = diagrams.end(other)
        for inner in condition.conditions if isinstance(condition, All | AnyOf) else ():
            held = self._condition(inner)
            ends: dict[Hashable, int] = {decisive: diagrams.end(decisive), other: whole}
            if diagrams.reaches(held, _OPEN):
                ends[_OPEN] = diagrams.replaced(
                    whole, {decisive: diagrams.end(decisive), other: diagrams.end(_OPEN)}
                )
            whole = diagrams.replaced(held, ends)
        return whole

    def _leaf(self, condition: Is) -> int:
        diagrams = self._diagrams

        def held(answer: Answer) -> int:
            return diagrams.end(_HOLDS if condition.test.holds(answer) else _FAILS)

        limb = self._book.named(self._part, condition.fact)
        if limb is not None:
            return diagrams.replaced(
                self.question(limb), {"yes": held("yes"), "no": held("no"), "open": diagrams.end(_OPEN)}
            )
        if condition.fact in self._fixed:
            return held(self._fixed[condition.fact])
        return diagrams.choice(condition.fact, held)

    def _answered(self, provision: str, choice: Choice) -> int:
        question = self._asked[provision]
        version = _version(question, choice)
        key = (provision, version.id if version else None)
        if key not in self._under:
            self._under[key] = self._answered_under(question, version)
        return self._under[key]

    def _answered_under(self, question: Question, version: Version | None) -> int:
        diagrams = self._diagrams
        by_finding = diagrams.choice(question.name, diagrams.end)
        if question.name in self._found:
            return by_finding
        left = by_finding if self._judgments == "variables" else diagrams.end("open")
        if version is None or version.yes_if is None:
            return left
        yes, no = diagrams.end("yes"), diagrams.end("no")
        if version.no_if is None:
            return diagrams.replaced(self._condition(version.yes_if), {_HOLDS: yes, _FAILS: no, _OPEN: left})
        otherwise = diagrams.replaced(self._condition(version.no_if), {_HOLDS: no, _FAILS: left, _OPEN: left})
        return diagrams.replaced(
            self._condition(version.yes_if), {_HOLDS: yes, _FAILS: otherwise, _OPEN: otherwise}
        )

    def _chain(self, provision: str, sent: End | None) -> int:
        """The end of the hearing from the question of *provision* on; *sent* is the end that an earlier
        "send" has fixed.
        """
        if (provision, sent) not in self._chains:
            self._chains[provision, sent] = self._on_each_day(
                provision, lambda choice: self._from(provision, choice, sent)
            )
        return self._chains[provision, sent]

    def _from(self, provision: str, choice: Choice, sent: End | None) -> int:
        diagrams, question = self._diagrams, self._asked[provision]
        if isinstance(choice, Fault):
            return diagrams.end(sent or OPEN_END)
        if isinstance(choice, NotInForce):
            way = cast(
                "Consequence", question.while_not_in_force
            )  # only a limb, which is never followed, may have none
            return self._led(provision, way, sent)
        yes, no = (self._led(provision, question.leads(answer), sent) for answer in ("yes", "no"))
        self.question(provision)  # recorded, because the hearing reaches it
        answered = self._answered(provision, choice)
        ways: dict[Hashable, int] = {"yes": yes, "no": no}
        if diagrams.reaches(answered, "open"):
            ways["open"] = diagrams.agreed(yes, no, diagrams.end(self._stands(question, sent)))
        asked = diagrams.replaced(answered, ways)
        gate = question.asked_if
        if gate is None:
            return asked
        around = self._led(provision, gate.way(choice.day), sent)
        held, failed = (asked, around) if gate.unless_shown is None else (around, asked)
        return diagrams.replaced(
            self._condition(gate.condition), {_HOLDS: held, _FAILS: failed, _OPEN: asked}
        )

    def _stands(self, question: Question, sent: End | None) -> End:
        """The end that the hearing has while *question* is left to judgment."""
        if sent is not None:
            return sent
        is_here = question.decided_by == self._book.before[self._part]
        if question.reserved and is_here and question.provision != self._walk.start:
            return "proceed", question.provision, None, None
        return OPEN_END

    def _led(self, provision: str, consequence: Consequence, sent: End | None) -> int:
        lead = self._walk.lead(provision, consequence)
        if lead.to is None or lead.to not in self._asked:
            return self._diagrams.end(end_of(lead))
        return self._chain(lead.to, end_of(lead) if lead.kind == "send" else sent)


def _version(question: Question, choice: Choice) -> Version | None:
    """The version that governs *question*; for a limb that is not in force, the latest, on which an
    assumed version may build.
    """
    if isinstance(choice, Chosen):
        return choice.version
    return question.dated[-1] if question.is_limb else None
