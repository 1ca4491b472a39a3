"""The conditions under which the trials of an offence give the answer to a question on the trial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extradition.rule_book.conditions import All, AnyOf, Condition, Is, OneOf
from extradition.rule_book.decision_kinds import DecisionKinds, EachDecisionRule
from extradition.rule_book.trials import DecisionMade, Trials, name_of
from extradition.rule_book.version import LeftOpen


@dataclass(frozen=True)
class TrialConditions:
    """The conditions on the answers for each decision that give the answer for the offence.

    Attributes:
        question: the name of the question.
        rule: its rule in ``decisions.yaml``.
        kinds: the kinds of decision.
        trials: the decisions on the offence by their part.
    """

    question: str
    rule: EachDecisionRule
    kinds: DecisionKinds
    trials: Trials

    @property
    def yes(self) -> Condition:
        """The condition of a yes; with one decision alone, the answer for it is the answer."""
        heard: list[Condition] = [_is(self.question, each, "yes") for each in self.trials.heard]
        if len(heard) == 1:
            return heard[0]
        satisfied = [
            *map(self._satisfied, self.trials.stages),
            *(_any(self._satisfies(each)) for each in self.trials.left_to_decider),
        ]
        if self.rule.satisfied_by == (self.question,):
            return _all(satisfied)
        return _all([*satisfied, _any(heard)])  # otherwise the other questions alone could give a yes

    @property
    def no(self) -> Condition:
        """The condition of a no."""
        if len(self.trials.heard) == 1:
            return _is(self.question, self.trials.heard[0], "no")
        return _any(list(map(self._failed, self.trials.stages)))

    @property
    def reasons(self) -> tuple[LeftOpen, ...]:
        """The reasons why the answers for the decisions can leave the question to the decider.

        Each has its condition; the last has none, and is the reason in any other case.
        """
        of_stages = (reason for trial in self.trials.stages for reason in self._left_by_a_stage(trial))
        return (*self._left_to_decider(), *of_stages, LeftOpen(because=self.rule.because))

    def _left_to_decider(self) -> list[LeftOpen]:
        """The reason of each decision of which the decider decides whether it is the trial."""
        left = ((each, self.kinds.kinds[each.kind].because) for each in self.trials.left_to_decider)
        return [LeftOpen(where=self._fails(each), because=because) for each, because in left if because]

    def _left_by_a_stage(self, trial: tuple[DecisionMade, ...]) -> Iterator[LeftOpen]:
        """The reasons of a *trial* of which only some stages satisfy the rule."""
        because, presence = self.kinds.kinds[trial[-1].kind].because, self.kinds.presence
        if because and self.rule.satisfied_by == (presence,):
            earlier = _any([_is(presence, stage, "yes") for stage in trial[:-1]])
            yield LeftOpen(where=_all([_is(presence, trial[-1], "no"), earlier]), because=because)
        if self.rule.because_of_an_earlier_stage and len(trial) > 1:
            earlier = _any([self._fails(stage) for stage in trial[:-1]])
            where = _all([earlier, _any(self._satisfies(trial[-1]))])
            yield LeftOpen(where=where, because=self.rule.because_of_an_earlier_stage)

    def _satisfies(self, decision: DecisionMade) -> list[Condition]:
        return [_is(name, decision, "yes") for name in self.rule.satisfied_by]

    def _satisfied(self, trial: tuple[DecisionMade, ...]) -> Condition:
        """The condition on which *trial* satisfies the rule: at every stage, or by presence at the last of
        several.
        """
        each = [_any(self._satisfies(stage)) for stage in trial]
        if self.rule.satisfied_by == (self.kinds.presence,):
            return each[-1]
        return each[0] if len(trial) == 1 else _any([_is(self.kinds.presence, trial[-1], "yes"), _all(each)])

    def _failed(self, trial: tuple[DecisionMade, ...]) -> Condition:
        """The condition on which *trial* does not satisfy the rule."""
        each = [self._fails(stage) for stage in trial]
        return _all(each) if self.rule.fails == "at every stage" else each[-1]

    def _fails(self, decision: DecisionMade) -> Condition:
        return _all([_is(name, decision, "no") for name in self.rule.satisfied_by])


def _is(question: str, decision: DecisionMade, answer: str) -> Is:
    return Is({name_of(question, decision.id): OneOf((answer,))})


def _all(conditions: list[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else All(all=tuple(conditions))


def _any(conditions: list[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else AnyOf(any=tuple(conditions))
