"""Checks of the versions of the law over time."""

from __future__ import annotations

from extradition.law import SELECTOR
from extradition.rule_book.checks.places import Found, every_version
from extradition.rule_book.checks.tiling import combinations
from extradition.rule_book.consequences import other_grounds
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.source import Fault


def overruled_versions_end(contents: Contents) -> Found:
    """A version with an overruled or disapproved authority ends when the version of the overruling
    authority begins.
    """
    for each in every_version(contents):
        starts = _starts_of_authorities(each.question)
        ends = {str(span.until) for span in each.version.in_force.spans}
        for j, authority in enumerate(each.version.authorities):
            begins = starts.get(str(authority.by), "no version rests on it")
            if authority.treatment in ("overruled", "disapproved") and begins not in ends:
                message = f"{each.version.id} must end when {authority.by} begins ({begins})"
                yield each.fault("authorities", j, "by", message=message)


def _starts_of_authorities(question: Question) -> dict[str, str]:
    """The day on which the version of each establishing authority begins: the last that it waits for."""
    return {
        authority.cite: max(str(span.from_) for span in version.in_force.spans)
        for version in question.versions
        for authority in version.authorities
        if authority.treatment == "establishes"
    }


def limbs_outlast_the_versions_that_name_them(contents: Contents) -> Found:
    """A limb is in force whenever a version that names it is in force, by the same date of the case."""
    for part in contents.book.matters:
        limbs = {question.name: question for _, question in part_of(contents, part)}
        in_part = {provision for provision, _ in part_of(contents, part)}
        versions = (each for each in every_version(contents) if each.provision in in_part)
        named = ((each, limbs[name]) for each in versions for name in each.version.facts if name in limbs)
        for each, limb in named:
            if not _outlasts(limb, each.version):
                message = f"{each.version.id} builds on {limb.name}, which is not in force, by the same date"
                yield each.fault(message=f"{message}, for as long as it is")


def _outlasts(limb: Question, version: Version) -> bool:
    """Whether *limb* is in force on every combination of days on which *version* is; no date is after the
    hearing.
    """
    if not limb.dated:  # versions_tile reports it
        return True
    every = [*(each.in_force for each in limb.dated), version.in_force]
    spans = [span for each in every for span in each.spans if not span.is_prospective]
    edges = sorted({edge for span in spans for edge in (span.begins, span.ends) if edge is not None})
    if version.in_force.is_prospective:
        edges = edges[-1:]
    selectors: tuple[SELECTOR, ...] = tuple(dict.fromkeys(span.selected_by for span in spans))
    for moments in combinations(selectors, edges):
        applies = version.in_force.is_prospective or version.in_force.covers(moments)
        if applies and not any(each.in_force.covers(moments) for each in limb.dated):
            return False
    return True


def questions_for_the_person_need_no_offence_date(contents: Contents) -> Found:
    """The date of an offence does not select the version of a question that is decided for the person."""
    for each in every_version(contents):
        selectors = each.version.in_force.selectors
        if each.question.decided_for == "person" and "conduct date" in selectors:
            number = [selectors.index("conduct date")] if len(each.version.in_force.spans) > 1 else []
            yield each.fault("in_force", *number, "selected_by", message="is the date of an offence")


def one_date_chooses_where_a_way_changes(contents: Contents) -> Found:
    """One date alone chooses the versions of a question whose gate or order changes on a day."""
    for provision, question in contents.questions.items():
        gate = question.asked_if
        changes: dict[tuple[str, str], object] = {("asked_if", "earlier"): gate and gate.earlier}
        changes |= {
            (key, "unless"): [other for other in other_grounds(getattr(question, key)) if other.from_]
            for key in ("yes", "no")
        }
        for place, change in changes.items():
            if change and len(question.selectors) > 1:
                dates = " and ".join(f"the {selector}" for selector in question.selectors)
                yield (
                    contents.documents[provision],
                    Fault(place, f"changes on a day, but {dates} choose the versions of this question"),
                )


def named_laws_exist(contents: Contents) -> Found:
    """Every version that a named law assumes exists, every question has a version on its day, and the eras
    are in order.
    """
    ids: dict[str, Version] = {
        version.id: version for question in contents.questions.values() for version in question.versions
    }
    document = contents.documents["laws.yaml"]
    for name, law in contents.laws.laws.items():
        for i, version_id in enumerate(law.assuming):
            if version_id not in ids:
                yield (
                    document,
                    Fault(("laws", name, "assuming", i), f"{version_id} is not a version in this rule book"),
                )
        for question in contents.questions.values():
            if not (
                any(version.in_force.covers_day(law.as_at) for version in question.versions)
                or question.is_limb
                or question.while_not_in_force
            ):
                yield (
                    document,
                    Fault(
                        ("laws", name, "as_at"),
                        f"{question.provision} has no version in force on {law.as_at}",
                    ),
                )
    starts = [era.from_ for era in contents.laws.eras]
    if starts != sorted(set(starts)):
        yield document, Fault(("eras",), "must begin one after another")
