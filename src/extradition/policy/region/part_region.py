"""The questions of one matter by whether two laws can answer them differently."""

from __future__ import annotations

from extradition.hearing.applicable_versions import Chosen
from extradition.law import PART, Model
from extradition.policy.region.law_pair import AnswerPair, LawPair
from extradition.rule_book import RuleBook


class QuestionNamed(Model):
    """A question by its *provision*, *title* and *address*; *reworded* if the laws have two versions of
    it.
    """

    provision: str
    title: str
    address: str
    reworded: bool


class PartRegion(Model):
    """The questions of one matter, each in one list, in the order of the hearing.

    Attributes:
        title: the title of the matter.
        apart: the questions that the laws can answer differently by their own versions.
        through: those that differ only because they build on another question.
        alike: those that the laws answer alike on every pattern of facts.
        absent: those that the Act has on the day of neither law.
        left: those of which neither law computes an answer: both leave them to the decider. What a decider
            makes of them is not compared.
        unstated: those of which the rule book does not state the law of one of the two days.
    """

    part: PART
    title: str
    apart: tuple[QuestionNamed, ...]
    through: tuple[QuestionNamed, ...]
    alike: tuple[QuestionNamed, ...]
    absent: tuple[QuestionNamed, ...]
    left: tuple[QuestionNamed, ...]
    unstated: tuple[QuestionNamed, ...]


_WITHOUT_ANSWER: dict[tuple[AnswerPair, ...], str] = {
    (("judgment", "judgment"),): "left",
    (("not in force", "not in force"),): "absent",
}
"""The list of a question by its pairs of answers, where neither law computes one."""


def part_region(part: PART, pair: LawPair, rule_book: RuleBook) -> PartRegion:
    """The questions of *part* by whether the laws of *pair* can answer them differently.

    Args:
        part: the matter.
        pair: the two laws of that matter, with judgments as ends.
        rule_book: the law.
    """
    lists: dict[str, list[QuestionNamed]] = {
        name: [] for name in ("apart", "through", "alike", "absent", "left", "unstated")
    }
    for provision, question in rule_book.questions_in(part):
        named = QuestionNamed(
            provision=provision,
            title=question.title,
            address=rule_book.address(provision),
            reworded=_is_reworded(provision, pair),
        )
        lists[_list_of(named, pair)].append(named)
    return PartRegion.model_validate({"part": part, "title": rule_book.title_of(part), **lists})


def _list_of(named: QuestionNamed, pair: LawPair) -> str:
    answers = pair.answers(named.provision)
    only = _WITHOUT_ANSWER.get(answers)
    if only is not None:
        return only
    if any("not stated" in each for each in answers):
        return "unstated"
    if differs(named.provision, pair):
        return "apart" if named.reworded else "through"
    return "alike"


def differs(provision: str, pair: LawPair) -> bool:
    """Whether the laws of *pair* answer a question differently on some pattern of facts.

    Args:
        provision: the provision of the question.
        pair: the two laws of its matter, with judgments as ends.
    """
    return any(one != other for one, other in pair.answers(provision))


def _is_reworded(provision: str, pair: LawPair) -> bool:
    one, other = (
        choice.version.id if isinstance(choice, Chosen) else None for choice in pair.choices(provision)
    )
    return one != other
