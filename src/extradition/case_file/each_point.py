"""The separate case on each point of a decided case, with its faults at their places in the whole file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from extradition.case_file.case_file import CaseFile, Offence
from extradition.case_file.decided import CourtDecision
from extradition.source import Fault, Place, Problem


def each_point(case_file: CaseFile) -> tuple[CaseFile, ...]:
    """The separate case on each point that the court decided.

    Points of several offences that start at the same question are one case. It has those offences alone.

    Returns:
        One case file for each question at which a point starts, in the order of the file; the file itself if it has no points.
    """
    points = (point for offence in case_file.offences if offence.decided for point in offence.decided.points)
    starts = dict.fromkeys(point.taken_from for point in points)
    return tuple(_from(case_file, start) for start in starts) or (case_file,)


def _from(whole: CaseFile, start: str) -> CaseFile:
    """The case on the points of *whole* that start at the question *start*."""
    decided = list(_decided(whole, start))
    offences = tuple(offence for _, offence in decided)
    places = tuple(place for place, _ in decided)
    return whole.model_copy(update={"taken_from": start, "offences": offences}).part_of(partial(_problems, whole, places))


def _decided(whole: CaseFile, start: str) -> Iterator[tuple[Place, Offence]]:
    """Each offence with a point that starts at *start*: its place in *whole*, and the offence with that decision alone."""
    for number, offence in enumerate(whole.offences):
        points = offence.decided.points if offence.decided else ()
        point = next((point for point in points if point.taken_from == start), None)
        if point is not None:
            yield ("offences", number), offence.model_copy(update={"decided": CourtDecision(**point.model_dump(exclude={"taken_from"}))})


def _problems(whole: CaseFile, places: tuple[Place, ...], faults: list[Fault]) -> list[Problem]:
    """The *faults* of the case on one point, as problems at their places in *whole*."""
    moved = [replace(fault, place=(*places[int(fault.place[1])], *fault.place[2:])) if _in_offence(fault) else fault for fault in faults]
    return whole.problems(moved)


def _in_offence(fault: Fault) -> bool:
    return len(fault.place) > 1 and fault.place[0] == "offences"
