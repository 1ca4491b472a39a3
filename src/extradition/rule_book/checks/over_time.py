"""Checks of the versions of the law over time."""

from __future__ import annotations

import datetime as dt
import itertools

from extradition.rule_book.checks.places import Found
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import Fault


def versions_tile(contents: Contents) -> Found:
    """The versions of a question, oldest first, cover every day once.

    Only a limb, or a question with ``while_not_in_force``, may end.
    """
    for provision, question in contents.questions.items():
        dated = [(i, version) for i, version in enumerate(question.versions) if not version.in_force.is_prospective]
        if not dated:
            yield contents.documents[provision], Fault(("versions",), "has no version that is in force on any day")
        for (_, earlier), (i, later) in itertools.pairwise(dated):
            if (earlier.in_force.until, earlier.in_force.until_hour) != (later.in_force.from_, later.in_force.from_hour):
                end = earlier.in_force.until or "never"
                message = f"starts on {later.in_force.from_}, but {earlier.id} ends {end}"
                yield contents.documents[provision], Fault(("versions", i, "in_force", "from"), message)
            if earlier.in_force.selected_by != later.in_force.selected_by:
                message = f"must be {earlier.in_force.selected_by!r}, as for {earlier.id}"
                yield contents.documents[provision], Fault(("versions", i, "in_force", "selected_by"), message)
        if dated and dated[-1][1].in_force.until is not None and question.while_not_in_force is None and not question.is_limb:
            yield contents.documents[provision], Fault(("versions", dated[-1][0], "in_force", "until"), "leaves the days after it without a version")


def overruled_versions_end(contents: Contents) -> Found:
    """A version with an overruled or disapproved authority ends when the version of the overruling authority begins."""
    for provision, question in contents.questions.items():
        starts: dict[str, dt.date | str] = {
            authority.cite: version.in_force.from_
            for version in question.versions
            for authority in version.authorities
            if authority.treatment == "establishes"
        }
        for i, version in enumerate(question.versions):
            for j, authority in enumerate(version.authorities):
                if authority.treatment in ("overruled", "disapproved") and authority.by and version.in_force.until != starts.get(authority.by):
                    message = f"{version.id} must end when {authority.by} begins ({starts.get(authority.by, 'no version rests on it')})"
                    yield contents.documents[provision], Fault(("versions", i, "authorities", j, "by"), message)


def limbs_outlast_the_versions_that_name_them(contents: Contents) -> Found:
    """A limb is in force whenever a version that names it is in force, by the same date of the case."""
    for part in ("1", "2"):
        limbs = {question.name: question for _, question in part_of(contents, part)}
        for provision, question in part_of(contents, part):
            for i, version in enumerate(question.versions):
                for limb in (limbs[name] for name in version.facts if name in limbs):
                    if not _outlasts(limb, version):
                        message = f"{version.id} builds on {limb.name}, which is not in force, by the same date, for as long as it is"
                        yield contents.documents[provision], Fault(("versions", i), message)


def _outlasts(limb: Question, version: Version) -> bool:
    dated = [each.in_force for each in limb.versions if not each.in_force.is_prospective]
    if not dated:  # versions_tile reports it
        return True
    first, last, own = dated[0], dated[-1], version.in_force
    begins = own.is_prospective or _moment(first.from_, first.from_hour) <= _moment(own.from_, own.from_hour)
    if first.selected_by != own.selected_by or own.until is None:
        return begins and last.until is None
    return begins and (last.until is None or _moment(own.until, own.until_hour) <= _moment(last.until, last.until_hour))


def _moment(day: dt.date | str, hour: dt.time | None) -> tuple[str, dt.time]:
    return str(day), hour or dt.time()


def questions_for_the_person_need_no_offence_date(contents: Contents) -> Found:
    """The date of an offence does not select the version of a question that is decided for the person."""
    for provision, question in contents.questions.items():
        for i, version in enumerate(question.versions):
            if question.decided_for == "person" and version.in_force.selected_by == "conduct date":
                yield contents.documents[provision], Fault(("versions", i, "in_force", "selected_by"), "is the date of an offence")


def named_laws_exist(contents: Contents) -> Found:
    """Every version that a named law assumes exists, every question has a version on its day, and the eras are in order."""
    ids: dict[str, Version] = {version.id: version for question in contents.questions.values() for version in question.versions}
    document = contents.documents["laws.yaml"]
    for name, law in contents.laws.laws.items():
        for i, version_id in enumerate(law.assuming):
            if version_id not in ids:
                yield document, Fault(("laws", name, "assuming", i), f"{version_id} is not a version in this rule book")
        for question in contents.questions.values():
            if not (any(version.in_force.covers(law.as_at) for version in question.versions) or question.is_limb or question.while_not_in_force):
                yield document, Fault(("laws", name, "as_at"), f"{question.provision} has no version in force on {law.as_at}")
    starts = [era.from_ for era in contents.laws.eras]
    if starts != sorted(set(starts)):
        yield document, Fault(("eras",), "must begin one after another")
