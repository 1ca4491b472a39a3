"""The direction of decided cases, tried on each decided case with that case left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extradition.case_file import CaseFile
from extradition.court_record import answers_of
from extradition.hearing import Hearing
from extradition.law import ANSWER, Model
from extradition.precedents import Precedents


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


def leave_one_out(heard: Iterable[tuple[CaseFile, Hearing]], precedents: Precedents) -> LeaveOneOut:
    """Each answer of a court against the direction of the other decided cases, under the law of its own
    dates.

    Args:
        heard: each decided case on each of its points, with its hearing.
        precedents: all the decided cases.
    """
    every = [trial for case_file, hearing in heard for trial in _trials(case_file, hearing, precedents)]
    answered = [trial for trial in every if trial is not None]
    misses = tuple(trial for trial in answered if trial.court != trial.others)
    return LeaveOneOut(
        tried=len(every), answered=len(answered), right=len(answered) - len(misses), misses=misses
    )


def _trials(case_file: CaseFile, hearing: Hearing, precedents: Precedents) -> Iterator[Trial | None]:
    """The trial of each answer of the court; None where the other cases give no direction."""
    for offence, heard in zip(case_file.every_offence.values(), hearing.offences, strict=True):
        known = answers_of(heard.known)
        for provision, court in (offence.decided.steps if offence.decided else {}).items():
            version = (
                heard.walked.questions.version(provision)
                or hearing.rule_book.questions[provision].versions[-1]
            )
            others = precedents.on(provision, version, case_file, known)
            if others is None or others.towards is None:
                yield None
            else:
                yield Trial(
                    case=case_file.case,
                    citation=case_file.citation,
                    provision=provision,
                    court=court,
                    others=others.towards,
                    pointing=others.pointing,
                )
