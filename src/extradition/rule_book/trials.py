"""The decisions on one offence that are, or may be, the trial: by the kind of each, in the order in which
they were made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extradition.rule_book.decision_kinds import IS_THE_TRIAL, DecisionKind


@dataclass(frozen=True)
class DecisionMade:
    """One decision on an offence, as far as the law needs it.

    Attributes:
        id: its id.
        kind: the name of its kind in ``decisions.yaml``.
        words: its name in a sentence, different for each decision of an offence.
        follows: the id of the decision that it reviews or replaces; None if the list leaves no doubt.
        own: the facts about conduct of which it has an answer of its own.
    """

    id: str
    kind: str
    words: str
    follows: str | None = None
    own: frozenset[str] = frozenset()


def name_of(name: str, decision: str) -> str:
    """The name of the fact or question *name* for the decision with that id.

    >>> name_of("attendance", "appeal-1")
    'attendance__appeal_1'
    """
    return f"{name}__{decision.replace('-', '_')}"


@dataclass(frozen=True)
class Role:
    """The part of one decision: whether it *is_the_trial*, and the later decision by which it was
    *replaced_by*, if any.
    """

    is_the_trial: IS_THE_TRIAL
    replaced_by: str | None = None


@dataclass(frozen=True)
class Trials:
    """The decisions of an offence by their part.

    Attributes:
        stages: each trial, as the decisions that are its stages in order.
        left_to_decider: the decisions of which the decider decides whether they are the trial.
        roles: the part of each decision, by its id.
    """

    stages: tuple[tuple[DecisionMade, ...], ...]
    left_to_decider: tuple[DecisionMade, ...]
    roles: Mapping[str, Role]

    @property
    def heard(self) -> tuple[DecisionMade, ...]:
        """Every decision that is or may be the trial."""
        return (*(each for trial in self.stages for each in trial), *self.left_to_decider)


def trials_of(decisions: Iterable[DecisionMade], kinds: Mapping[str, DecisionKind]) -> Trials:
    """The trials among *decisions*.

    A later stage joins the trial that it follows. A decision that replaces earlier ones takes their place.

    Args:
        decisions: the decisions on one offence, the oldest first.
        kinds: every kind, by its name.
    """
    stages: list[list[DecisionMade]] = []
    left: list[DecisionMade] = []
    roles: dict[str, Role] = {}
    for decision in decisions:
        kind = kinds[decision.kind]
        roles[decision.id] = Role(kind.is_the_trial)
        for trial in followed(decision, stages, kind.replaces):
            roles.update((each.id, Role("no", decision.id)) for each in trial)
            stages.remove(trial)
        continued = followed(decision, stages, kind.continues)
        if kind.is_the_trial == "decider":
            left.append(decision)
        elif continued:
            continued[-1].append(decision)
        elif kind.is_the_trial == "yes":
            stages.append([decision])
    return Trials(tuple(map(tuple, stages)), tuple(left), roles)


def followed(
    decision: DecisionMade, stages: Sequence[list[DecisionMade]], kinds: Iterable[str]
) -> list[list[DecisionMade]]:
    """The trials among *stages* that end in a decision of one of *kinds*, or only the one that *decision*
    names.

    Args:
        decision: the later decision.
        stages: the trials before it.
        kinds: the kinds of decision that it can follow.
    """
    named = decision.follows
    return [
        trial
        for trial in stages
        if trial[-1].kind in kinds and (named is None or any(each.id == named for each in trial))
    ]
