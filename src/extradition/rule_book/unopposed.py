"""The answer to a question by which a hearing goes on where no one contests the question."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.law import ANSWER
from extradition.rule_book.consequences import HALTING, Consequence, kind_of, next_question
from extradition.rule_book.parties import Parties
from extradition.rule_book.question import Question

_OTHER: Mapping[ANSWER, ANSWER] = {"yes": "no", "no": "yes"}


def unopposed_answer(
    question: Question, questions: Mapping[str, Question], parties: Parties
) -> ANSWER | None:
    """The answer to *question* by which the hearing goes on if no one contests it; None if the Act gives no
    such answer.

    If one answer ends or adjourns the hearing, it is the other. If neither does, it is the answer that the
    applicant must prove, or the opposite of the one that the respondent must prove. Without a burden of proof
    it is "no" where "yes" only adds a further question on the way to the same place.

    Args:
        question: a question that is not a limb.
        questions: every question of the rule book, by provision.
        parties: the parties of the rule book.

    Examples:
        >>> from extradition import RuleBook
        >>> book = RuleBook.load()
        >>> named = {question.name: question for question in book.questions.values()}
        >>> names = ("passage_of_time", "deliberately_absent", "consented")
        >>> [unopposed_answer(named[name], book.questions, book.parties) for name in names]
        ['no', 'yes', None]
    """
    yes, no = question.leads("yes"), question.leads("no")
    stops = {"yes": kind_of(yes) in HALTING, "no": kind_of(no) in HALTING}
    if any(stops.values()):
        return None if all(stops.values()) else "no" if stops["yes"] else "yes"
    if question.proof is not None:
        of = question.proof.of
        return of if question.proof.on == parties.applicant else _OTHER[of]
    further = next_question(yes)
    onward = questions[further] if further is not None else None
    adds_a_question = onward is not None and any(
        way is not None and _is_same(way, no) for way in (onward.yes, onward.no)
    )
    return "no" if adds_a_question else None


def _is_same(way: Consequence, other: Consequence) -> bool:
    return kind_of(way) == kind_of(other) and next_question(way) == next_question(other)
