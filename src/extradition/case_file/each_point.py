"""The separate case on each point of a decided case, with its faults at their places in the whole file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from extradition.case_file.case_file import CaseFile
from extradition.case_file.decided import CourtDecision
from extradition.case_file.finding import Findings
from extradition.case_file.offences import Offence
from extradition.rule_book import RuleBook
from extradition.source import Fault, Place, Problem


def each_point(case_file: CaseFile, rule_book: RuleBook) -> tuple[CaseFile, ...]:
    """The separate case on each point that the court decided.

    Points of several offences that start at the same question are one case. It has those offences alone. A
    finding on a question that the court answered only on another point is left out. So no point rests on the
    answer to another.

    Args:
        case_file: the decided case.
        rule_book: the law, which has the names of the questions.

    Returns:
        One case file for each question at which a point starts, in the order of the file; the file itself if
        it has no points.
    """
    points = (
        point for offence in case_file.offences if offence.decided for point in offence.decided.points or ()
    )
    starts = dict.fromkeys(point.taken_from for point in points)
    return tuple(_from(case_file, start, rule_book) for start in starts) or (case_file,)


def _from(whole: CaseFile, start: str, rule_book: RuleBook) -> CaseFile:
    """The case on the points of *whole* that start at the question *start*."""
    decided = dict(_decided(whole, start))
    steps = {step for offence in decided.values() if offence.decided for step in offence.decided.steps}
    without = _names(_steps(whole) - steps, rule_book) - _names(steps, rule_book)
    authority = (
        {step: each for step, each in whole.decided.treatments.items() if step in steps}
        if whole.decided
        else {}
    )
    update = {
        "taken_from": start,
        "findings": _kept(whole.findings, without),
        "offences": tuple(
            each.model_copy(update={"findings": _kept(each.findings, without)}) for each in decided.values()
        ),
        "decided": whole.decided.model_copy(update={"authority": authority or None})
        if whole.decided
        else None,
    }
    return whole.model_copy(update=update).part_of(partial(_problems, whole, tuple(decided)))


def _decided(whole: CaseFile, start: str) -> Iterator[tuple[Place, Offence]]:
    """Each offence with a point that starts at *start*: its place in *whole*, and the offence with that
    decision alone.
    """
    for number, offence in enumerate(whole.offences):
        points = offence.decided.points if offence.decided else None
        point = next((point for point in points or () if point.taken_from == start), None)
        if point is not None:
            yield (
                ("offences", number),
                offence.model_copy(
                    update={"decided": CourtDecision(**point.model_dump(exclude={"taken_from"}))}
                ),
            )


def _steps(whole: CaseFile) -> set[str]:
    """Every question that the court answered, on any point."""
    decisions = (offence.decided for offence in whole.offences if offence.decided)
    return {step for decision in decisions for point in decision.each for step in point.steps}


def _names(steps: Collection[str], rule_book: RuleBook) -> set[str]:
    return {rule_book.questions[step].name for step in steps if step in rule_book.questions}


def _kept(findings: Findings, without: Collection[str]) -> Findings:
    return {name: each for name, each in findings.items() if name not in without}


def _problems(whole: CaseFile, places: tuple[Place, ...], faults: list[Fault]) -> list[Problem]:
    """The *faults* of the case on one point, as problems at their places in *whole*."""
    moved = [
        replace(fault, place=(*places[int(fault.place[1])], *fault.place[2:]))
        if _in_offence(fault)
        else fault
        for fault in faults
    ]
    return whole.problems(moved)


def _in_offence(fault: Fault) -> bool:
    return len(fault.place) > 1 and fault.place[0] == "offences"
