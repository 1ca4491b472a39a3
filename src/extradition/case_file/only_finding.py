"""A case file with one finding in place of those on the same fact or question."""

from __future__ import annotations

from typing import TypeVar

from extradition.case_file.case_file import CaseFile
from extradition.case_file.finding import Finding
from extradition.case_file.offences import IssuedWarrant, Offence
from extradition.source import Place

M = TypeVar("M", CaseFile, IssuedWarrant, Offence)


def with_only_finding(holder: M, place: Place, name: str, finding: Finding) -> M:
    """A copy of *holder* with *finding* as the only finding on *name* in the findings at *place*.

    Args:
        holder: a case file, or one of its warrants or offences.
        place: the owner of the findings within *holder*: a warrant or an offence by its place, or ().
        name: the fact or question of the finding.
        finding: the finding.
    """
    if not place:
        return holder.model_copy(update={"findings": {**holder.findings, name: (finding,)}})
    key, number = str(place[0]), int(place[1])
    items = list(getattr(holder, key))
    items[number] = with_only_finding(items[number], place[2:], name, finding)
    return holder.model_copy(update={key: tuple(items)})
