"""Two laws of one matter as functions in one store of decision diagrams, so that answers can be paired."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Literal, cast

from extradition.case_file import CaseFile
from extradition.hearing import Hearing, Under
from extradition.hearing.applicable_versions import Choice, Chosen, NotInForce
from extradition.hearing.offence import Heard
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.hearing_law import JUDGMENTS, HearingLaw

ANSWER_BY_LAW = Literal["yes", "no", "judgment", "not in force", "not stated"]
"""The answer of a law to a question on a pattern of facts: ``judgment`` if the law leaves it to the
decider. ``not stated``: the rule book does not state that law."""
AnswerPair = tuple[ANSWER_BY_LAW, ANSWER_BY_LAW]
"""The answers of the first law and of the second."""
_OPEN, _JUDGMENT, _NOT_IN_FORCE, _NOT_STATED = "open", "judgment", "not in force", "not stated"


class LawPair:
    """Two laws of one matter in one store, each as if every date of the case fell on the day of the law.

    Args:
        part: the matter.
        laws: the names of the two laws.
        rule_book: the law.
        judgments: ``variables`` or ``ends``, as for ``HearingLaw``.
        fixed: the answers that are the same in every pattern.

    Attributes:
        diagrams: the store of the functions.

    Raises:
        UnknownLawError: the law changed within the day of one of them.

    >>> pair = LawPair("1", ("today", "as-amended-2026"), RuleBook.load(), "ends", {})
    >>> ("yes", "no") in pair.answers("EA 2003 s 20(5)")
    False
    """

    def __init__(
        self,
        part: str,
        laws: tuple[str, str],
        rule_book: RuleBook,
        judgments: JUDGMENTS,
        fixed: Mapping[str, Answer],
    ) -> None:
        self._book = rule_book
        self._heard = [_heard(part, law, rule_book) for law in laws]
        one, other = (HearingLaw(each, rule_book, judgments, fixed, {}).answers for each in self._heard)
        self.diagrams = Diagrams(united(one, other))
        self._laws = [
            HearingLaw(each, rule_book, judgments, fixed, {}, self.diagrams) for each in self._heard
        ]

    def choices(self, provision: str) -> tuple[Choice, Choice]:
        """The version of a question under each law, or why there is none."""
        one, other = (each.chosen[provision] for each in self._heard)
        return one, other

    def answers(self, provision: str) -> tuple[AnswerPair, ...]:
        """Every pair of answers that the two laws give to a question on some pattern of facts."""
        return tuple(cast("AnswerPair", end) for end in self.diagrams.ends(self.question(provision)))

    def question(self, provision: str) -> int:
        """The answers of the two laws to a question as one function, whose ends are each an
        ``AnswerPair``.
        """
        one, other = (
            self._answer(law, choice, provision)
            for law, choice in zip(self._laws, self.choices(provision), strict=True)
        )
        return self._paired(one, other)

    def hearing(self) -> int:
        """The ends of the hearing under the two laws as one function, whose ends are pairs."""
        one, other = (law.diagrams().whole for law in self._laws)
        return self._paired(one, other)

    def _answer(self, law: HearingLaw, choice: Choice, provision: str) -> int:
        if isinstance(choice, NotInForce) and not self._book.questions[provision].is_limb:
            return self.diagrams.end(_NOT_IN_FORCE)
        asked = law.question(provision)
        is_stated = not (isinstance(choice, Chosen) and choice.version.unstated)
        answer = self.diagrams.end(_JUDGMENT if is_stated else _NOT_STATED)
        return self.diagrams.replaced(asked, {_OPEN: answer})

    def _paired(self, one: int, other: int) -> int:
        diagrams = self.diagrams
        ends = diagrams.ends(other)

        def with_each(value: Hashable) -> int:
            return diagrams.replaced(other, {end: diagrams.end((value, end)) for end in ends})

        return diagrams.replaced(one, {value: with_each(value) for value in diagrams.ends(one)})


def united(
    one: Mapping[str, tuple[Answer, ...]], other: Mapping[str, tuple[Answer, ...]]
) -> dict[str, tuple[Answer, ...]]:
    """The names and the answers that *one* or *other* distinguishes, in the order of the hearing.

    Args:
        one: the answers of one law, by name.
        other: the answers of another law.

    >>> united({"age": (0, 10), "trial": ("yes", "no")}, {"age": (0, 14), "notice": ("yes",)})
    {'age': (0, 10, 14), 'notice': ('yes',), 'trial': ('yes', 'no')}
    """
    order = list(one)
    place = 0
    for name in other:
        if name in one:
            place = order.index(name) + 1
        else:
            order.insert(place, name)
            place += 1
    return {name: _both(one.get(name, ()), other.get(name, ())) for name in order}


def _both(one: tuple[Answer, ...], other: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers in either, words first and numbers in order."""
    every = dict.fromkeys((*one, *other))
    return (
        *(answer for answer in every if isinstance(answer, str)),
        *sorted(answer for answer in every if isinstance(answer, int)),
    )


def _heard(part: str, law: str, rule_book: RuleBook) -> Heard:
    """An offence of which nothing is known, heard on the day of *law*."""
    case = CaseFile.model_validate(
        {
            "case": "No facts",
            "part": part,
            "territory": next(iter(rule_book.territories), None),
            "dates": {},
            "offences": [{"id": "one", "case_type": rule_book.case_types(part)[0]}],
        }
    )
    return Hearing(case, rule_book, Under(law=law, engine="plain"), examined=True).offences[0]
