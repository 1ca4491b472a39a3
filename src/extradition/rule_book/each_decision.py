"""The rule book for an offence with several decisions.

Each question on the trial is asked of each decision that is, or may be, the trial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from extradition.rule_book.conditions import All, AnyOf, Condition, Is
from extradition.rule_book.decision_kinds import DecisionKinds, EachDecisionRule
from extradition.rule_book.fact import Fact
from extradition.rule_book.load import Contents
from extradition.rule_book.question import Question
from extradition.rule_book.trial_conditions import TrialConditions
from extradition.rule_book.trials import DecisionMade, Trials, name_of, trials_of
from extradition.rule_book.version import LEVEL, Authority, LeftOpen, Version


@dataclass(frozen=True)
class EachDecision:
    """The decisions for which a rule book was made; empty for the rule book of the files.

    Attributes:
        trials: the decisions by their part; None for the rule book of the files.
        facts: by the id of a decision, the name of each fact and question about it.
        versions: by the id of a version, those of the same law for each decision.
        plain: by the name of a fact or question for one decision, its name without the decision.
        own: the ids of every version that was made for the decisions.
    """

    trials: Trials | None = None
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plain: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def without_decisions(self, names: Iterable[str]) -> tuple[str, ...]:
        """The *names* of facts and questions without the decisions, each once."""
        return tuple(dict.fromkeys(self.plain.get(name, name) for name in names))

    def with_limbs(self, versions: Iterable[str]) -> tuple[str, ...]:
        """The ids of *versions*, each followed by those of the same law for each decision."""
        return tuple(each for version in versions for each in (version, *self.versions.get(version, ())))


def contents_for(
    contents: Contents, kinds: DecisionKinds, decisions: tuple[DecisionMade, ...]
) -> tuple[Contents, EachDecision]:
    """The contents of a rule book in which the questions on the trial are asked of each of *decisions*.

    Each question that is asked of each decision is then built on one limb for every decision that is, or may
    be, the trial. The facts that the list of decisions replaces have the answer that it gives.

    Args:
        contents: the contents of the rule files.
        kinds: the kinds of decision.
        decisions: the decisions on one offence, the oldest first.
    """
    return _Maker(contents, kinds, decisions).made()


class _Maker:
    """The maker of the contents of a rule book for a list of decisions."""

    def __init__(self, contents: Contents, kinds: DecisionKinds, decisions: tuple[DecisionMade, ...]) -> None:
        self._contents = contents
        self._kinds = kinds
        self._decisions = decisions
        self._trials = trials_of(decisions, kinds.kinds)
        self._facts = {each.id: dict(self._names(each)) for each in decisions}

    def _names(self, decision: DecisionMade) -> Iterator[tuple[str, str]]:
        """Each fact that *decision* has of its own, and each question asked of it, with the name for that
        decision.
        """
        yield from ((name, name_of(name, decision.id)) for name in self._kinds.questions)
        for name, fact in self._contents.facts.items():
            if fact.asked_of == "each decision" or (fact.asked_of is not None and name in decision.own):
                yield name, name_of(name, decision.id)

    def made(self) -> tuple[Contents, EachDecision]:
        facts = {**self._contents.facts}
        for decision in self._decisions:
            facts.update(
                (name, self._fact(fact, decision))
                for fact, name in self._facts[decision.id].items()
                if fact in facts
            )
        questions: dict[str, Question] = {}
        parts, documents = {**self._contents.parts}, {**self._contents.documents}
        for provision, question in self._contents.questions.items():
            rule = self._kinds.questions.get(question.name) if question.asked_of else None
            questions[provision] = question if rule is None else self._whole(question, rule)
            for limb in (
                [] if rule is None else [self._limb(question, rule, each) for each in self._trials.heard]
            ):
                questions[limb.provision] = limb
                parts[limb.provision], documents[limb.provision] = parts[provision], documents[provision]
        contents = replace(self._contents, facts=facts, questions=questions, parts=parts, documents=documents)
        changed = [question for question in self._contents.questions.values() if question.asked_of]
        versions = {
            v.id: tuple(_version_of(v.id, each) for each in self._trials.heard)
            for question in changed
            for v in question.versions
        }
        own = frozenset((*versions, *(each for limbs in versions.values() for each in limbs)))
        plain = {name: fact for names in self._facts.values() for fact, name in names.items()}
        return contents, EachDecision(self._trials, self._facts, versions, plain, own)

    def _fact(self, name: str, decision: DecisionMade) -> Fact:
        fact = self._contents.facts[name]
        words = f"({decision.words})"
        ask = (
            self._kinds.asks[name].format(decision=decision.words)
            if name in self._kinds.asks
            else f"{fact.ask} {words}"
        )
        phrase = f"{fact.phrase or name.replace('_', ' ')} {words}"
        names = self._facts[decision.id]
        doubts = tuple(names.get(each, each) for each in fact.doubts)
        follows_from = tuple(each.renamed(names) for each in fact.follows_from)
        return fact.model_copy(
            update={"ask": ask, "phrase": phrase, "doubts": doubts, "follows_from": follows_from}
        )

    def _limb(self, question: Question, rule: EachDecisionRule, decision: DecisionMade) -> Question:
        """*question* as it is asked of *decision* alone."""
        return question.altered(
            **{
                "provision": f"{question.provision} [{decision.id}]",
                "name": name_of(question.name, decision.id),
                "title": f"{question.title} ({decision.words})",
                "question": rule.question.format(decision=decision.words),
                "asked_of": None,
                **dict.fromkeys(("asked_if", "while_not_in_force", "at_any_time", "yes", "no")),
                "see_also": (),
                "versions": tuple(
                    self._version_for(question, version, rule, decision) for version in question.versions
                ),
            }
        )

    def _version_for(
        self, question: Question, version: Version, rule: EachDecisionRule, decision: DecisionMade
    ) -> Version:
        """*version* of *question* for *decision* alone: with its own facts, and without the facts that the
        list of decisions replaces.
        """
        reasons: list[LeftOpen] = []
        for reason in version.left_open:
            where = self._about(reason.where, decision) if reason.where is not None else None
            if not isinstance(where, bool):
                reasons.append(
                    LeftOpen(
                        where=where, because=reason.because if where is not None else rule.because_of_one
                    )
                )
        update: dict[str, object] = {
            key: self._about(condition, decision)
            for key in ("yes_if", "no_if")
            if (condition := getattr(version, key)) is not None
        }
        update |= {"id": _version_of(version.id, decision), "left_open": tuple(reasons), "not_formalised": ()}
        authorities = self._authorities(question, version, [decision])
        return _changed(version, {**update, "authorities": authorities})

    def _about(self, condition: Condition, decision: DecisionMade) -> Condition | bool:
        """*condition* about *decision* alone; True or False if the list of decisions settles it."""
        if isinstance(condition, Is):
            if condition.fact in self._kinds.listed_instead:
                return condition.test.holds(self._kinds.listed_instead[condition.fact])
            return Is({self._facts[decision.id].get(condition.fact, condition.fact): condition.test})
        decisive = isinstance(condition, AnyOf)
        inner = [self._about(each, decision) for each in condition.conditions]
        if decisive in [each for each in inner if isinstance(each, bool)]:
            return decisive
        left = tuple(each for each in inner if not isinstance(each, bool))
        if len(left) < 2:  # noqa: PLR2004  one condition needs no all: or any:
            return left[0] if left else not decisive
        return AnyOf(any=left) if decisive else All(all=left)

    def _whole(self, question: Question, rule: EachDecisionRule) -> Question:
        """*question* for the offence, built on its answers for each decision."""
        on = TrialConditions(question.name, rule, self._kinds, self._trials)
        return question.altered(
            versions=tuple(self._version_of_all(question, version, on) for version in question.versions)
        )

    def _version_of_all(self, question: Question, version: Version, on: TrialConditions) -> Version:
        levels = get_args(LEVEL)
        sure = max(
            (version.verified, *(self._kinds.kinds[each.kind].verified for each in self._decisions)),
            key=levels.index,
        )
        authorities = self._authorities(question, version, self._decisions)
        conditions = {"yes_if": on.yes, "no_if": on.no, "left_open": on.reasons}
        return _changed(version, {**conditions, "verified": sure, "authorities": authorities})

    def _authorities(
        self, question: Question, version: Version, decisions: Sequence[DecisionMade]
    ) -> tuple[Authority, ...]:
        """The authorities of *version* of *question* that concern *decisions*."""
        part = self._contents.parts[question.provision]
        listed = dict.fromkeys(each.kind for each in decisions)
        return self._kinds.authorities(version, listed, part) or version.authorities


def _changed(version: Version, update: dict[str, object]) -> Version:
    """*version* with the fields of *update*.

    A copy would keep what the first version has derived from its conditions.
    """
    fields = {name: getattr(version, name) for name in type(version).model_fields}
    return type(version).model_validate(
        {**fields, "by_fact": None, **update}
    )  # the conditions are written out


def _version_of(version: str, decision: DecisionMade) -> str:
    return f"{version}-of-{decision.id}"
