"""The party that an answer to a question of the Act helps."""

from __future__ import annotations

from extradition.determination.outcome import Outcome
from extradition.law import ANSWER, PARTY
from extradition.rule_book.consequences import Discharge, RefuseCertificate
from extradition.rule_book.question import Question

_ENDS = (Discharge, RefuseCertificate)
_WON_BY = {
    "order": "requesting authority",
    "send": "requesting authority",
    "discharge": "requested person",
    "refuse": "requested person",
}


def other_party(side: PARTY) -> PARTY:
    """The party other than *side*.

    Args:
        side: one of the two parties.

    >>> other_party("requested person")
    'requesting authority'
    """
    return "requesting authority" if side == "requested person" else "requested person"


def favoured(question: Question, answer: ANSWER) -> PARTY | None:
    """The party that *answer* to *question* helps; None if the rule book does not show it.

    Where one answer ends the case without extradition and the other does not, the consequences show it.
    Otherwise the burden of proof does.

    Args:
        question: a question of the Act.
        answer: yes or no.
    """
    consequence, opposite = question.yes, question.no
    if answer == "no":
        consequence, opposite = opposite, consequence
    ends = isinstance(consequence, _ENDS)
    if ends != isinstance(opposite, _ENDS):
        return "requested person" if ends else "requesting authority"
    if question.proof is None:
        return None
    return question.proof.on if answer == question.proof.of else other_party(question.proof.on)


def goes_against(outcome: Outcome, side: PARTY) -> bool:
    """Whether *outcome* is the one that the other party seeks.

    Args:
        outcome: the outcome of an offence.
        side: the party.
    """
    return _WON_BY.get(outcome.kind) == other_party(side)
