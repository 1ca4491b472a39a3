"""The party that an answer to a question of the Act helps."""

from __future__ import annotations

from extradition.determination.outcome import Outcome
from extradition.law import ANSWER, PARTY
from extradition.rule_book.consequences import Discharge, RefuseCertificate
from extradition.rule_book.parties import Parties
from extradition.rule_book.question import Question

_ENDS = (Discharge, RefuseCertificate)
_GRANTED = ("order", "send")
_REFUSED = ("discharge", "refuse")


def favoured(question: Question, answer: ANSWER, parties: Parties) -> PARTY | None:
    """The party that *answer* to *question* helps; None if the rule book does not show it.

    Where one answer ends the case without extradition and the other does not, the consequences show it.
    Otherwise the burden of proof does.

    Args:
        question: a question of the Act.
        answer: yes or no.
        parties: the parties of the rule book.
    """
    consequence, opposite = question.yes, question.no
    if answer == "no":
        consequence, opposite = opposite, consequence
    ends = isinstance(consequence, _ENDS)
    if ends != isinstance(opposite, _ENDS):
        return parties.respondent if ends else parties.applicant
    if question.proof is None:
        return None
    return question.proof.on if answer == question.proof.of else parties.other_than(question.proof.on)


def goes_against(outcome: Outcome, side: PARTY, parties: Parties) -> bool:
    """Whether *outcome* is the one that the other party seeks.

    Args:
        outcome: the outcome of an offence.
        side: the party.
        parties: the parties of the rule book.
    """
    return outcome.kind in (_REFUSED if side == parties.applicant else _GRANTED)
