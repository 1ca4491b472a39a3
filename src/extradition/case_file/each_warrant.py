"""The separate case on each of several warrants, with its faults at their places in the whole file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from extradition.case_file.case_file import CaseFile
from extradition.case_file.offences import IssuedWarrant, Offence
from extradition.case_file.particulars import Particulars
from extradition.rule_book.parties import Parties
from extradition.source import Fault, Place, Problem


def each_warrant(case_file: CaseFile) -> tuple[CaseFile, ...]:
    """The separate case on each warrant of *case_file*, with the part of the file that all the warrants
    share.

    A date of the warrant replaces the shared date. Findings on the person count together with the shared
    findings.

    Returns:
        One case file for each of its ``warrants``; the file itself if it has none.
    """
    return tuple(_alone(case_file, number) for number in range(len(case_file.warrants))) or (case_file,)


def _alone(whole: CaseFile, number: int) -> CaseFile:
    warrant = whole.warrants[number]
    names = dict.fromkeys((*whole.findings, *warrant.findings))
    update = {
        "warrants": (),
        **_offences(warrant),
        "dates": whole.dates.model_copy(update={name: day for name, day in warrant.dates if day is not None}),
        "particulars": _particulars(whole, warrant),
        "taken_from": warrant.taken_from or whole.taken_from,
        "findings": {
            name: (*whole.findings.get(name, ()), *warrant.findings.get(name, ())) for name in names
        },
    }
    return whole.model_copy(update=update).part_of(partial(_problems, whole, number))


def _offences(warrant: IssuedWarrant) -> dict[str, tuple[Offence, ...]]:
    """The offences of *warrant*, by their key; without the key if the file has none there."""
    is_given = warrant.offences or "offences" in warrant.model_fields_set
    return {"offences": warrant.offences} if is_given else {}


def _particulars(whole: CaseFile, warrant: IssuedWarrant) -> Particulars | None:
    """The particulars of the whole case, with those of *warrant*; None if there are neither."""
    if warrant.particulars is None:
        return whole.particulars
    return (whole.particulars or Particulars()).model_copy(update={"warrant": warrant.particulars})


def contradictions(case_file: CaseFile, parties: Parties) -> Iterator[Fault]:
    """The faults where one of several warrants contradicts the shared dates, start or decisions of
    *case_file*.

    Args:
        case_file: the case file, with one warrant or several.
        parties: the parties of the rule book.
    """
    for i, warrant in enumerate(case_file.warrants):
        for name, own in warrant.dates:
            yield from _given_twice(("warrants", i, "dates", name), own, case_file.dates.given(name))
        yield from _given_twice(("warrants", i, "taken_from"), warrant.taken_from, case_file.taken_from)
        for name, own in warrant.findings.items():
            found = {
                finding.answer
                for finding in (*case_file.findings.get(name, ()), *own)
                if finding.is_decided(parties)
            }
            if len(found) > 1:
                message = (
                    "is decided differently in the findings for all the warrants; write a decision for one "
                    "warrant under that warrant only"
                )
                yield Fault(("warrants", i, "findings", name), message)


def _given_twice(place: Place, own: object, shared: object) -> Iterator[Fault]:
    if None not in (own, shared) and own != shared:
        yield Fault(place, f"is {own} here and {shared} for all the warrants; leave one of them out")


def in_whole(case_file: CaseFile, number: int, faults: Iterable[Fault]) -> list[Fault]:
    """The *faults* of the case on the warrant with index *number*, at their places in *case_file*."""
    return [
        replace(fault, place=place) for fault in faults for place in _places(case_file, number, fault.place)
    ]


def _problems(whole: CaseFile, number: int, faults: list[Fault]) -> list[Problem]:
    return whole.problems(in_whole(whole, number, faults))


def _places(whole: CaseFile, number: int, place: Place) -> tuple[Place, ...]:
    """The places in *whole* for *place* in the case on one warrant: under the warrant, in the shared part,
    or both.
    """
    warrant, own = whole.warrants[number], ("warrants", number, *place)
    key = place[0]
    if key == "dates":
        return (own,) if _is_own_date(whole, warrant, str(place[1])) else (place,)
    if key == "findings":
        return _places_of_finding(whole, warrant, own, place)
    if place[:2] == ("particulars", "warrant") and warrant.particulars:
        return (("warrants", number, "particulars", *place[2:]),)
    return (own,) if key == "offences" or (key == "taken_from" and warrant.taken_from) else (place,)


def _is_own_date(whole: CaseFile, warrant: IssuedWarrant, name: str) -> bool:
    """Whether a date belongs to the warrant.

    A missing date does, except a hearing date that no warrant has.
    """
    if warrant.dates.given(name) is not None:
        return True
    shared = name == "hearing" and all(each.dates.hearing is None for each in whole.warrants)
    return whole.dates.given(name) is None and not shared


def _places_of_finding(
    whole: CaseFile, warrant: IssuedWarrant, own: Place, place: Place
) -> tuple[Place, ...]:
    """The places of the findings under a name, at most two; for a single finding, its own place."""
    name, numbered = str(place[1]), place[2:3]
    shared = len(whole.findings.get(name, ()))
    if not numbered:
        return (*((place,) if shared else ()), *((own,) if name in warrant.findings else ()))
    at = int(numbered[0])
    return (place,) if at < shared else ((*own[:4], at - shared, *place[3:]),)
