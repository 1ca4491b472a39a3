"""The rule book for an offence with several decisions.

Each question on the trial is asked of each decision that is, or may be, the trial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from extradition.rule_book.conditions import All, AnyOf, Condition, Is, OneOf
from extradition.rule_book.decision_kinds import DecisionKinds, EachDecisionRule
from extradition.rule_book.fact import Fact
from extradition.rule_book.load import Contents
from extradition.rule_book.question import Question
from extradition.rule_book.trials import DecisionMade, Trials, trials_of
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


def name_of(name: str, decision: str) -> str:
    """The name of the fact or question *name* for the decision with that id.

    >>> name_of("attendance", "appeal-1")
    'attendance__appeal_1'
    """
    return f"{name}__{decision.replace('-', '_')}"


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
        return fact.model_copy(
            update={"ask": ask, "phrase": f"{fact.phrase or name.replace('_', ' ')} {words}"}
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
                **dict.fromkeys(("asked_if", "while_not_in_force", "yes", "no")),
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
        return question.altered(
            versions=tuple(self._version_of_all(question, version, rule) for version in question.versions)
        )

    def _version_of_all(self, question: Question, version: Version, rule: EachDecisionRule) -> Version:
        trials = self._trials
        heard: list[Condition] = [_is(question.name, each, "yes") for each in trials.heard]
        yes = [
            *(self._satisfied(trial, rule) for trial in trials.stages),
            *(_any(self._satisfies(each, rule)) for each in trials.left_to_decider),
        ]
        no = [self._failed(trial, rule) for trial in trials.stages]
        if len(heard) == 1:  # the answer for the only decision is the answer
            yes, no = heard, [_is(question.name, each, "no") for each in trials.heard]
        reasons = (*self._reasons(rule), LeftOpen(because=rule.because))
        alone = (
            rule.satisfied_by == (question.name,) or len(heard) == 1
        )  # otherwise the other questions alone could give a yes
        update = {
            "yes_if": _all(yes if alone else [*yes, _any(heard)]),
            "no_if": _any(no),
            "left_open": reasons,
        }
        levels = get_args(LEVEL)
        sure = max(
            (version.verified, *(self._kinds.kinds[each.kind].verified for each in self._decisions)),
            key=levels.index,
        )
        authorities = self._authorities(question, version, self._decisions)
        return _changed(version, {**update, "verified": sure, "authorities": authorities})

    def _authorities(
        self, question: Question, version: Version, decisions: Sequence[DecisionMade]
    ) -> tuple[Authority, ...]:
        """The authorities of *version* of *question* that concern *decisions*."""
        part = self._contents.parts[question.provision]
        listed = dict.fromkeys(each.kind for each in decisions)
        return self._kinds.authorities(version, listed, part) or version.authorities

    def _satisfies(self, decision: DecisionMade, rule: EachDecisionRule) -> list[Condition]:
        return [_is(name, decision, "yes") for name in rule.satisfied_by]

    def _satisfied(self, trial: tuple[DecisionMade, ...], rule: EachDecisionRule) -> Condition:
        """The condition on which *trial* satisfies *rule*: at every stage, or by presence at the last of
        several.
        """
        each = [_any(self._satisfies(stage, rule)) for stage in trial]
        if rule.satisfied_by == (self._kinds.presence,):
            return each[-1]
        return each[0] if len(trial) == 1 else _any([_is(self._kinds.presence, trial[-1], "yes"), _all(each)])

    def _failed(self, trial: tuple[DecisionMade, ...], rule: EachDecisionRule) -> Condition:
        """The condition on which *trial* does not satisfy *rule*."""
        each = [self._fails(stage, rule) for stage in trial]
        return _all(each) if rule.fails == "at every stage" else each[-1]

    def _fails(self, decision: DecisionMade, rule: EachDecisionRule) -> Condition:
        return _all([_is(name, decision, "no") for name in rule.satisfied_by])

    def _reasons(self, rule: EachDecisionRule) -> Iterator[LeftOpen]:
        """The reasons why the answers for the decisions can leave the question to the decider, each with its
        condition.
        """
        for decision in self._trials.left_to_decider:
            because = self._kinds.kinds[decision.kind].because
            where = self._fails(decision, rule)
            yield from [LeftOpen(where=where, because=because)] if because else []
        for trial in self._trials.stages:
            because = self._kinds.kinds[trial[-1].kind].because
            presence = self._kinds.presence
            if because and rule.satisfied_by == (presence,):
                where = _all(
                    [
                        _is(presence, trial[-1], "no"),
                        _any([_is(presence, stage, "yes") for stage in trial[:-1]]),
                    ]
                )
                yield LeftOpen(where=where, because=because)
            if rule.because_of_an_earlier_stage and len(trial) > 1:
                earlier = _any([self._fails(stage, rule) for stage in trial[:-1]])
                where = _all([earlier, _any(self._satisfies(trial[-1], rule))])
                yield LeftOpen(where=where, because=rule.because_of_an_earlier_stage)


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


def _is(question: str, decision: DecisionMade, answer: str) -> Is:
    return Is({name_of(question, decision.id): OneOf((answer,))})


def _all(conditions: list[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else All(all=tuple(conditions))


def _any(conditions: list[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else AnyOf(any=tuple(conditions))
