"""The groups to which a case belongs, by which a reader breaks a comparison down."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile, each_warrant
from extradition.days import first_day, last_day
from extradition.law import Model


class CaseGroups(Model):
    """The groups of one case; a group is None or empty if the case file does not say.

    Attributes:
        part: the matter of the case, given or derived.
        territory: the code of the requesting territory.
        case_types: the case type of each offence, each once.
        hearing_years: the year of the hearing; several if several warrants have different ones.
        court: the court of the particulars; else the court that decided the case.
        cps_reference: the reference of the Crown Prosecution Service.
        references: the reference of each warrant or request.
    """

    part: str
    territory: str | None
    case_types: tuple[str, ...]
    hearing_years: tuple[int, ...] = ()
    court: str | None = None
    cps_reference: str | None = None
    references: tuple[str, ...] = ()


def groups_of(case: CaseFile, part: str) -> CaseGroups:
    """The groups of *case*.

    Args:
        case: the case file, as the user gave it.
        part: the matter under which it was heard. Two rule books may give two.

    >>> groups_of(CaseFile.load("examples/merticariu/case.yaml"), "1").hearing_years
    (2024,)
    """
    given, decided = case.particulars, case.decided
    court = given.court if given is not None else None
    return CaseGroups(
        part=part,
        territory=case.territory,
        case_types=tuple(
            dict.fromkeys(each.case_type for each in case.every_offence.values() if each.case_type)
        ),
        hearing_years=tuple(dict.fromkeys(_years(case))),
        court=court or (decided.court if decided is not None else None),
        cps_reference=given.cps_reference if given is not None else None,
        references=tuple(dict.fromkeys(_references(case))),
    )


def _years(case: CaseFile) -> Iterator[int]:
    """The year of each hearing, if its date is known to the year."""
    for alone in each_warrant(case):
        when = alone.dates.hearing
        if when is not None and first_day(when).year == last_day(when).year:
            yield first_day(when).year


def _references(case: CaseFile) -> Iterator[str]:
    """The reference of each warrant or request that has one."""
    for alone in each_warrant(case):
        given = alone.particulars
        for each in (given.warrant, given.request) if given is not None else ():
            if each is not None and each.reference is not None:
                yield each.reference
