"""The shape of ``decisions.yaml``: the kinds of decision on one offence, and the rule that joins the
answers for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from extradition.law import NOT_EMPTY, VERIFIED, Model
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.version import Authority, Version

IS_THE_TRIAL = Literal["yes", "no", "decider"]
FAILS = Literal["at every stage", "at the last stage"]


class DecisionKind(Model):
    """One kind of decision.

    Attributes:
        phrase: its name in a sentence: "appeal on the merits".
        is_the_trial: whether it is the trial; ``decider`` if the law leaves that to the decider.
        summary: the law on it.
        because: the reason why the answers for it can leave a question to the decider.
        continues: the kinds of which it is a later stage: both are one trial.
        replaces: the kinds of earlier decision that are no longer the trial after it.
        stands_for: the facts and answers that say the same where a case file lists no decisions.
    """

    phrase: Sentence
    is_the_trial: IS_THE_TRIAL
    summary: Sentence
    because: Sentence | None = None
    continues: tuple[Name, ...] = ()
    replaces: tuple[Name, ...] = ()
    stands_for: dict[Name, tuple[Name, ...]] = Field(default_factory=dict)
    verified: VERIFIED
    authorities: tuple[Authority, ...] = ()


class EachDecisionRule(Model):
    """How one question is asked of each decision, and how those answers make its answer.

    Attributes:
        question: the question asked of one decision; ``{decision}`` stands for the decision.
        satisfied_by: the questions of which one with the answer yes is enough for a decision.
        fails: whether the answer is no if no stage of a trial satisfies it, or if the last stage does not.
        because: the reason why the answers for the decisions can leave the question to the decider.
        because_of_an_earlier_stage: the reason where the last stage satisfies it and an earlier one does not.
        because_of_one: the reason why the question can be left to the decider for one decision.
    """

    question: Sentence
    satisfied_by: Annotated[tuple[Name, ...], *NOT_EMPTY]
    fails: FAILS
    because: Sentence
    because_of_an_earlier_stage: Sentence | None = None
    because_of_one: Sentence


class DecisionKinds(Model):
    """``decisions.yaml``: the kinds of decision, and the rule for the questions that are asked of each.

    Attributes:
        rule: the rule in words.
        presence: the question whose yes at the last stage of a trial is a yes for its earlier stages.
        listed_instead: the answer that the list of decisions gives to each fact that it replaces.
        schedule: the facts that a report shows for each decision.
        schedule_for_court: the facts that the schedule of decisions among the court papers shows for each.
        asks: the questions of fact that are worded differently for one decision.
    """

    rule: Sentence
    presence: Name
    listed_instead: dict[Name, Name]
    schedule: tuple[Name, ...]
    schedule_for_court: tuple[Name, ...] = ()
    asks: dict[Name, Sentence] = Field(default_factory=dict)
    questions: Annotated[dict[Name, EachDecisionRule], Field(min_length=1)]
    kinds: Annotated[dict[Name, DecisionKind], Field(min_length=1)]

    def authorities(self, version: Version, listed: Iterable[str], part: str) -> tuple[Authority, ...]:
        """The authorities of *version*, without those on other kinds of decision, and with those on the
        *listed* kinds; all that remain concern *part*.

        Args:
            version: a version of a question that is asked of each decision.
            listed: the kinds of decision on the offence, in the order of their authorities.
            part: the matter.
        """
        of_kinds = [each for name in listed for each in self.kinds[name].authorities if each.concerns(part)]
        others = {each.cite for kind in self.kinds.values() for each in kind.authorities}
        of_others = others - {each.cite for each in of_kinds}
        kept = {each.cite: each for each in (*version.authorities, *of_kinds) if each.cite not in of_others}
        return tuple(kept.values())
