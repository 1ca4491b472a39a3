"""The direction of decided cases, tried on each decided case with that case left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extradition.case_file import CaseFile
from extradition.court_record import answers_of
from extradition.hearing import Hearing
from extradition.law import ANSWER, Model
from extradition.precedents import Precedents
from extradition.rule_book.version import Version


class Trial(Model):
    """An answer of a court, with the answer to which the other decided cases point, and the number of
    cases that point to it.
    """

    case: str
    citation: str | None
    provision: str
    court: ANSWER
    others: ANSWER
    pointing: int


class LeaveOneOut(Model):
    """The answers of courts against the direction of the other decided cases.

    ``tried`` is the number of answers, ``answered`` the number with a direction, ``right`` the number with
    the court's answer as direction.
    """

    tried: int
    answered: int
    right: int
    misses: tuple[Trial, ...]


@dataclass(frozen=True)
class AnswerTried:
    """One answer of a court in a decided case, to be tried against the direction of the others.

    Attributes:
        case_file: the decided case, on the point that has the answer.
        provision: the question.
        court: the answer of the court.
        version: the version of the question under which the case was heard.
        known: the settled answers of the case, by fact and question.
    """

    case_file: CaseFile
    provision: str
    court: ANSWER
    version: Version
    known: Mapping[str, str]


def answers_tried(case_file: CaseFile, hearing: Hearing) -> Iterator[AnswerTried]:
    """Each answer of the court in a decided case.

    Args:
        case_file: the decided case, on one of its points.
        hearing: its hearing.
    """
    alone = case_file.alone()
    for offence, heard in zip(case_file.every_offence.values(), hearing.offences, strict=True):
        known = answers_of(heard.known, hearing.rule_book)
        for provision, court in (offence.decided.steps if offence.decided else {}).items():
            last = hearing.rule_book.questions[provision].last
            version = heard.walked.questions.version(provision) or last
            yield AnswerTried(alone, provision, court, version, known)


def leave_one_out(answers: Iterable[AnswerTried], precedents: Precedents) -> LeaveOneOut:
    """Each answer of a court against the direction of the other decided cases, under the law of its own
    dates.

    Args:
        answers: the answers of the courts.
        precedents: all the decided cases.
    """
    every = [_trial(answer, precedents) for answer in answers]
    answered = [trial for trial in every if trial is not None]
    misses = tuple(trial for trial in answered if trial.court != trial.others)
    return LeaveOneOut(
        tried=len(every), answered=len(answered), right=len(answered) - len(misses), misses=misses
    )


def _trial(answer: AnswerTried, precedents: Precedents) -> Trial | None:
    """The trial of one answer; None where the other cases give no direction."""
    others = precedents.on(answer.provision, answer.version, answer.case_file, answer.known)
    if others is None or others.towards is None:
        return None
    return Trial(
        case=answer.case_file.case,
        citation=answer.case_file.citation,
        provision=answer.provision,
        court=answer.court,
        others=others.towards,
        pointing=others.pointing,
    )
