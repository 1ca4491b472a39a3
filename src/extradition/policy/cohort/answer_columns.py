"""The answers to the facts and questions of a matter under one law, as columns."""

from __future__ import annotations

from collections.abc import Iterable

from extradition.policy.cohort.answer_codes import NO, YES, codes_of
from extradition.policy.cohort.columns import Column, Columns
from extradition.policy.cohort.decision_lists import by_list
from extradition.policy.cohort.version_guards import VersionGuards
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import All, AtLeast, Below, Condition, Is, OneOf, Unless
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version

_NONE_SILENT: frozenset[str] = frozenset()


class AnswerColumns:
    """The answers under one law: ``YES``, ``NO`` or open in each row.

    Args:
        rule_book: the law.
        part: the matter.
        columns: the maker of the columns.
        guards: the versions that apply in each row.
        closing: whether every open fact is taken as not shown.
    """

    def __init__(
        self, rule_book: RuleBook, part: str, columns: Columns, guards: VersionGuards, *, closing: bool
    ) -> None:
        self._book = rule_book
        self._part = part
        self._columns = columns
        self._guards = guards
        self._closing = closing
        self._kept: dict[str, Column] = {}
        self._each = tuple(
            AnswerColumns(each.book, part, columns, each, closing=closing) for each in guards.each
        )

    def fact(self, name: str) -> Column:
        """The answer to the fact *name*; at the close of the evidence, an open fact is not shown."""
        silence, given = self._book.facts[name].when_not_shown, self._columns.given(name)
        if not self._closing or silence is None:
            return given
        code = codes_of(self._book, name)[silence]
        return self._columns.first_known([given, self._columns.literal(code)])

    def holds(
        self, condition: Condition, silent: frozenset[str] = _NONE_SILENT, *, found: bool = False
    ) -> Column:
        """Whether *condition* holds.

        Args:
            condition: a condition of a question of the matter.
            silent: the facts that, while they are open, are presumed not to be shown.
            found: whether only a finding on it answers another question.
        """
        if isinstance(condition, Is):
            return self._test(condition, silent, found=found)
        parts = (self.holds(inner, silent, found=found) for inner in condition.conditions)
        return self._columns.all(parts) if isinstance(condition, All) else self._columns.any(parts)

    def _test(self, condition: Is, silent: frozenset[str], *, found: bool) -> Column:
        columns, test = self._columns, condition.test
        limb = self._book.named(self._part, condition.fact)
        if limb is None:
            answer = self.fact(condition.fact)
        else:
            answer = columns.given(condition.fact) if found else self.answer(limb)
        if isinstance(test, AtLeast):
            held = columns.at_least(answer, test.at_least)
        elif isinstance(test, Below):  # a word of a fact with numbers is negative
            held = columns.all([columns.at_least(answer, 0), columns.below(answer, test.below)])
        else:
            held = columns.among(answer, self._codes(condition.fact, test))
            held = columns.opposite(held) if isinstance(test, Unless) else held
        if condition.fact not in silent:
            return held
        return columns.first_known([held, columns.literal(isinstance(test, Unless))])

    def _codes(self, name: str, test: OneOf | Unless) -> Iterable[int]:
        words = test.root if isinstance(test, OneOf) else test.unless
        codes = codes_of(self._book, name)
        return (codes[word] for word in words if word in codes)

    def answer(self, provision: str) -> Column:
        """The answer to a question: by the finding on it, else by the burden of proof, else by its rule."""
        if provision not in self._kept:
            question = self._book.questions[provision]
            each = [other.answer(provision) for other in self._each if question.asked_of is not None]
            self._kept[provision] = by_list(self._columns, self._of_question(question), each)
        return self._kept[provision]

    def _of_question(self, question: Question) -> Column:
        found = self._guards.of(question.provision)
        rules = ((each, self._by_rule(question, each.version)) for each in found)
        return self._columns.first_known(
            [
                self._columns.given(question.name),
                self._by_burden(question),
                self._guards.by_version(question.provision, rules),
            ]
        )

    def _by_burden(self, question: Question) -> Column:
        """The answer to a reserved question against the party with the burden, if it has no evidence."""
        columns = self._columns
        if not (self._closing and question.reserved and question.proof is not None):
            return columns.open
        shown = [columns.known(columns.given(question.name))]
        for name, answers in question.gives_nothing.items():
            codes = codes_of(self._book, name)
            nothing = columns.among(columns.given(name), [codes[each] for each in answers if each in codes])
            shown.append(columns.opposite(nothing))
        answer = columns.literal(NO if question.proof.of == "yes" else YES)
        return columns.case([(columns.any(shown), columns.open)], answer)

    def _by_rule(self, question: Question, version: Version | None) -> Column:
        """The answer by the conditions of *version*; for a limb that is not in force, of the latest one."""
        columns, version = self._columns, version or question.dated[-1]
        if version.yes_if is None:
            return columns.open
        yes = self.holds(version.yes_if)
        no = columns.opposite(yes) if version.no_if is None else self.holds(version.no_if)
        arms = [(yes, columns.literal(YES)), (no, columns.literal(NO)), *self._presumed(version)]
        return columns.case(arms[1:] if _presumes_more(version) else arms, columns.open)

    def _presumed(self, version: Version) -> list[tuple[Column, Column]]:
        """The answers that *version* gives if nothing against them is shown, each after its test."""
        columns = self._columns
        for_yes, for_no = (frozenset(version.presumed[answer]) for answer in ("yes", "no"))
        arms: list[tuple[Column, Column]] = []
        if for_yes and version.yes_if is not None:
            arms.append((self.holds(version.yes_if, for_yes), columns.literal(YES)))
        if for_no and version.yes_if is not None and version.no_if is not None:
            not_yes = columns.opposite(columns.certainly(self.holds(version.yes_if, for_no)))
            no = columns.all([not_yes, self.holds(version.no_if, for_no)])
            arms.append((no, columns.literal(NO)))
        return arms


def _presumes_more(version: Version) -> bool:
    """Whether the answer yes on the presumption holds wherever the answer yes holds.

    It does if the condition tests the presumed facts in no other way. The check of the rule book shows that
    the answers yes and no never both hold. So the first of the two tests can then be left out.
    """
    presumed = version.presumed["yes"]
    if not presumed or version.yes_if is None or version.no_if is None:
        return False
    tests = [leaf.test for leaf in version.yes_if.leaves() if leaf.fact in presumed]
    return all(isinstance(test, Unless) for test in tests)
