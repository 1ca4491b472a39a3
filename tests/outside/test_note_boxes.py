"""The outcome box of the note and its points to obtain: each sentence follows from a value of the
determination, and none is dropped.
"""

import re
from functools import cache

import pytest
from strategies import BOOK, FORCED, ROOT

from extradition import CaseFile, render
from extradition.case_file.case_dates import Dates
from extradition.hearing import Under, hear
from extradition.law import Provision
from extradition.precedents import with_precedents
from extradition.report.note import note_of
from extradition.report.place_of_outcome import next_provision
from extradition.report.wording import Vocabulary
from extradition.sensitivity import with_sensitivity

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)")
ASSUMED = "The answers behind this outcome assume that nothing against them is shown on: "
MERTICARIU = ROOT / "examples/merticariu/case.yaml"
MORE = {
    "under an assumed law": (CaseFile.load(MERTICARIU), Under(law="as-amended-2026", engine="plain")),
    "forced": (CaseFile.model_validate(FORCED), Under(engine="plain")),
    "on a month": (
        CaseFile.load(MERTICARIU).model_copy(
            update={"dates": Dates.model_validate({"arrest": "2019-09-25", "hearing": "2024-03"})}
        ),
        Under(engine="plain"),
    ),
}
EXAMPLES = [path.parent.name for path in sorted(ROOT.glob("examples/*/case.yaml"))]
every_case = pytest.mark.parametrize("name", [*EXAMPLES, *MORE])


@cache
def determined(name):
    case, under = MORE.get(name) or (
        CaseFile.load(ROOT / f"examples/{name}/case.yaml"),
        Under(engine="plain"),
    )
    hearing = hear(case, BOOK, under)
    return with_precedents(with_sensitivity(hearing), hearing)


def section(name, first, last):
    """The lines of the note between two headings, without marks, tables and empty lines."""
    text = LINK.sub(r"\1", render(determined(name))).replace("\\", "")
    lines = [
        line.removeprefix("- ")
        for part in re.findall(rf"^## {first}[^\n]*\n(.*?)(?=^## {last}|\Z)", text, re.DOTALL | re.MULTILINE)
        for line in part.splitlines()
    ]
    return [line for line in lines if line and not line.startswith(("|", "#"))]


def short(provision):
    return Provision(provision).short


def under(outcome):
    return f", under {outcome.under}" if outcome.under else ""


def first_line(offence, exits):
    """Each form that the first line of an outcome may have."""
    outcome = offence.outcome
    line = f"**{outcome.outcome[:1].upper()}{outcome.outcome[1:]}**{under(outcome)}"
    yield line
    yield f"{line}: {exits.get(outcome.to)}"
    for stage in offence.path:
        if stage.provision == next_provision(offence):
            yield f"{line}: {stage.title}"
            yield f"{line}; next: {short(stage.provision)}, {stage.title}"
        if stage.provision == outcome.at:
            yield f"{line}, at {short(stage.provision)}: {stage.title}"


def on_found_facts(offence):
    for found in offence.party_cases[:1]:
        line = "This rests on facts that are asserted or disputed, and not found. "
        line += f"On found and agreed facts only: {found.outcome.outcome}"
        yield f"{line}."
        yield f"{line}; if nothing more is shown: {found.if_nothing_more_is_shown.outcome}."


def other_laws(offence):
    for other in offence.in_force:
        yield (
            "This turns on commencement, which is not verified. If the assumed version is not in force, "
            f"another version of {short(other.provision)} applies. The outcome would then be "
            f"**{other.outcome.outcome}**{under(other.outcome)}."
        )
    for other in offence.prospective:
        start = f"Under a version of {other.provision} that is"
        if other.out_of_reach:
            start = f"If the case were heard under a later version of {other.provision},"
        yield (
            f"{start} not known to be in force, the outcome would be "
            f"**{other.outcome.outcome}**{under(other.outcome)}. That version: known only from the "
            "government's factsheet on the Bill; the enacted text was not seen."
        )


def follows(line, offence, made):
    """Whether *line* of an outcome box follows from the values of *offence*."""
    words, last = Vocabulary(made.terms), offence.if_nothing_more_is_shown
    own = {*first_line(offence, made.exits), offence.outcome.because}
    if line in {*own, *on_found_facts(offence), *other_laws(offence)}:
        return True
    if line.startswith("Whatever the answer at "):
        forcing = {each.question for each in offence.outcome.forced_by}
        named = {stage.provision for stage in offence.path if f"({stage.title[:1].lower()}" in line}
        sections = re.findall(r"Section (\S+) \(", line)
        return bool(sections) and {f"EA 2003 s {each}" for each in sections} <= forcing & named
    if line.startswith(ASSUMED):
        return line == f"{ASSUMED}{words.phrases(offence.unless_shown)}."
    if line.startswith("If nothing more is shown: "):
        unproved = [f"the {each.proof.on} has not " for each in last.unproved]
        start = f"If nothing more is shown: **{last.outcome.outcome}**"
        return line.startswith(start) and all(each in line for each in unproved)
    if line.startswith(("Which law applies turns on ", "Under each law that may apply ")):
        return bool(offence.may_apply)
    return any(
        offence.laws_differ and line.endswith(f": **{each.outcome.outcome}**{under(each.outcome)}")
        for each in offence.may_apply
    )


def of_the_whole(line, made):
    """Whether *line* is about all offences: the outcome of the whole, or the heading of one."""
    first = re.split(r":| \(|;", line.strip("*"))[0]
    return (
        line.startswith((f"For the whole: **{made.outcome}**", "**The warrants: "))
        or first in {each.id for each in made.offences}
        or first in {each.id for each in made.warrants}
    )


@every_case
def test_each_sentence_of_the_outcome_box_follows_from_the_determination(name):
    made = determined(name)
    lines = section(name, "Outcome", "Why")
    assert lines
    for line in lines:
        assert of_the_whole(line, made) or any(follows(line, offence, made) for offence in made.offences), (
            line
        )


@every_case
def test_nothing_that_the_outcome_box_must_state_is_dropped(name):
    made = determined(name)
    lines = section(name, "Outcome", "Why")
    for each in note_of(made).offences:
        offence = each.offence
        assert {*first_line(offence, made.exits)} & {*lines}
        for alternative in other_laws(offence):
            assert alternative in lines
        if offence.unless_shown:
            assert any(line.startswith(ASSUMED) and follows(line, offence, made) for line in lines)
        last = offence.if_nothing_more_is_shown
        if offence.open_questions and not last.outcome.same_as(offence.outcome):
            assert any(
                line.startswith(f"If nothing more is shown: **{last.outcome.outcome}**") for line in lines
            )
        found = offence.party_cases[0].outcome if offence.party_cases else offence.outcome
        if not found.same_as(offence.outcome):
            assert {*on_found_facts(offence)} & {*lines}


def points_of(offence):
    """The line of each matter: its question, its provisions, and the party with the burden or the decider."""
    for matter in offence.sensitivity.matters:
        whom = f"for the {matter.proof.on} to show" if matter.proof else f"decided by the {matter.decided_by}"
        if matter.kind == "judgment":
            whom = f"a judgment for the {matter.decided_by}"
        if matter.kind == "date":
            whom = "a date that chooses the law"
        disputed = "; disputed" if matter.findings else ""
        line = f"{matter.ask} ({', '.join(map(short, matter.provisions))}; {whom}{disputed})"
        yield line, matter.look_in


def pointing_of(offence):
    for each in offence.precedents or ():
        if each.towards:
            yield (
                f"At {short(each.provision)} the decided cases point to {each.towards} "
                f"({each.pointing} of {each.pointing} share the known facts). That is no answer."
            )


@every_case
def test_each_point_to_obtain_is_a_matter_of_the_sensitivity_or_a_pointing_precedent(name):
    offences = determined(name).offences
    points = dict(point for offence in offences for point in points_of(offence))
    pointing = {line for offence in offences for line in pointing_of(offence)}
    lines = section(name, "What to obtain next", "(?!What to obtain)")
    for line in lines:
        point, _, places = line.partition(" Look in: ")
        assert point in points or line in pointing, line
        named = re.sub(r"; or \d+ more\.$|\.$", "", places)
        assert named == "; ".join(points.get(point, ())[:2]), line
    for each in note_of(determined(name)).offences:
        listed = [
            point for point, _ in points_of(each.offence) if any(line.startswith(point) for line in lines)
        ]
        assert len(listed) >= len(each.matters) == min(3, len(each.offence.sensitivity.matters))
        assert {*pointing_of(each.offence)} <= {*lines}
