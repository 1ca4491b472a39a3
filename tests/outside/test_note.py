"""The note on a determination: each value follows from a step, a fact, a sensitivity or a version."""

import datetime as dt
import re
from functools import cache

import pytest
from strategies import BOOK, ROOT

from extradition import CaseFile, UnknownLawError, compare, determine, render
from extradition.determination.reasons import AuthorityUsed
from extradition.hearing import Under, hear
from extradition.law import Provision
from extradition.policy.comparison import compared_laws
from extradition.precedents import with_precedents
from extradition.report.decisive_steps import authority_of, why_of
from extradition.report.depths import DEPTHS, examine_depth
from extradition.report.note import note_of
from extradition.report.wording import Vocabulary
from extradition.sensitivity import with_sensitivity

EXAMPLES = [path.parent.name for path in sorted(ROOT.glob("examples/*/case.yaml"))]
every_example = pytest.mark.parametrize("name", EXAMPLES)
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)")


@cache
def case(name):
    return CaseFile.load(ROOT / f"examples/{name}/case.yaml")


@cache
def determined(name):
    hearing = hear(case(name), BOOK, Under(engine="plain"))
    return with_precedents(with_sensitivity(hearing), hearing)


@cache
def laws(name):
    return compared_laws(case(name), BOOK, "plain")


@cache
def note_text(name):
    return LINK.sub(r"\1", render(determined(name), laws=laws(name))).replace("\\", "")


def part(text, heading):
    """The lines of each section whose heading starts so."""
    found = re.findall(rf"^## {re.escape(heading)}[^\n]*\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return [
        line.removeprefix("- ") for section in found for line in section.splitlines() if line.startswith("- ")
    ]


def cited(authority):
    return authority.cite if authority.treatment == "enacts" else f"{authority.name} {authority.cite}"


@pytest.mark.no_cover
@every_example
def test_each_reason_is_a_step_or_a_stage_of_the_hearing(name):
    offences = determined(name).offences
    steps = {
        f"{Provision(step.provision).short}, {step.title}: **{step.answer}**": step
        for offence in offences
        for step in offence.steps
    }
    words = ("The outcome rests on ", "On the person, as above: ", "No other question stands in the way: ")
    words += ("The other questions did not end the hearing: ", "Open: ", "Open, if the hearing reaches ")
    reasons = part(note_text(name), "Why")
    assert reasons
    for line in reasons:
        step = next((step for start, step in steps.items() if line.startswith(start)), None)
        assert step is not None or line.startswith(words), line
        authority = line.rpartition(". (")[2].removesuffix(")").removesuffix(", recalled and not confirmed")
        if step is not None and line.endswith(")"):
            assert authority in {cited(each) for each in step.version.authorities}


@pytest.mark.no_cover
@every_example
def test_a_reason_names_what_is_shown_before_what_is_not(name):
    for offence in determined(name).offences:
        why = why_of(offence)
        for step in why.decisive:
            points = why.points(step)
            assert {each.name for each in points} == {*step.turned_on}
            for together in (True, False):
                some = [each.nothing_shown for each in points if (each.name in why.telling) == together]
                assert some == sorted(some)


def test_an_absence_is_no_first_reason_unless_it_alone_would_change_the_outcome():
    (half,) = [line for line in part(note_text("half_complete"), "Why") if line.startswith("s 20(1)")]
    assert half.index("the person's attendance at the trial") < half.index("no appeal on the merits appears")
    (discharged,) = determined("two_warrants").offences[1:]
    why = why_of(discharged)
    (step,) = why.decisive
    first, second, *_ = why.points(step)
    assert (first.nothing_shown, first.name in why.telling) == (True, True)
    assert (second.nothing_shown, second.name in why.telling) == (False, False)


@every_example
def test_each_change_is_one_of_the_sensitivity_and_none_is_dropped_in_silence(name):
    made = determined(name)
    words = Vocabulary(made.terms)
    for each in note_of(made).offences:
        sensitivity = each.offence.sensitivity
        flips = {flip for turn in each.turns for flip in turn.flips}
        assert flips <= set(sensitivity.flips)
        not_listed = sum(sensitivity.flips_not_listed.values())
        assert len(flips) + each.more_turns == len(sensitivity.flips) + not_listed
        assert len(each.matters) + each.more_matters == len(sensitivity.matters)
        for flip in flips:
            assert all(words.phrase(change.name) in note_text(name) for change in flip.changes)


@every_example
def test_how_sure_the_law_is_counts_every_version_once(name):
    made = determined(name)
    note = note_of(made, laws(name))
    assert sum(count for _, count in note.certainty) == len(made.versions_applied)
    for level, count in note.certainty:
        assert count == sum(version.verified == level for version, _ in made.versions_applied)
    assert (
        f"the {len(made.versions_applied)} versions of the law" in note_text(name) or len(note.certainty) == 1
    )
    for each in note.prospective:
        assert "is not known to be in force (known only from the government's factsheet" in note_text(name)
        assert each.provision in {provision for _, provision in made.versions_applied}


@every_example
def test_a_caution_is_listed_or_counted(name):
    made = determined(name)
    note = note_of(made)
    listed = [caution for _, group in note.cautions for caution in group]
    every = {*made.cautions, *(caution for offence in made.offences for caution in offence.cautions)}
    assert set(listed) <= every
    assert {each.kind for each in every} - {each.kind for each in listed} <= {
        *("unverified version", "unverified designation", "finding of another law"),
        *("finding of another case type", "finding not examined", "finding not reached"),
    }
    assert ("other cautions" in note.left_out) == (len(every) > len(set(listed)))


@every_example
def test_the_outcome_stands_before_everything_else_and_the_note_says_that_it_decides_nothing(name):
    text = note_text(name)
    assert text.index("decides nothing") < text.index("## Outcome") < text.index("## Why")
    assert text.index("## Why") < text.index("## How sure this is")
    assert "**" + determined(name).offences[0].outcome.outcome[:1].upper() in text.partition("## Why")[0]
    assert re.findall(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b|\b(?=[a-f]*\d)[0-9a-f]{12,}\b", text) == []


def test_a_discharge_turns_on_the_steps_of_one_section_and_an_order_on_every_yes_and_every_finding():
    barred = why_of(determined("part_1_accusation_barred").offences[0])
    sections = {step.provision.partition("(")[0] for step in barred.decisive}
    assert len(sections) == 1
    assert not barred.alike
    ordered = determined("part_1_conviction").offences[0]
    decisive = {step.provision for step in why_of(ordered).decisive}
    for step in ordered.steps:
        if step.limb_of is None and (step.answer == "yes" or step.answered_by == "finding"):
            assert step.provision in decisive
    assert why_of(ordered).alike
    assert why_of(ordered).others[-1] == ("EA 2003 s 44(3)", "EA 2003 s 44(3)")


def test_an_outcome_that_no_yes_leads_to_turns_on_its_last_step():
    offence = determined("part_1_conviction").offences[0]
    noes = tuple(step for step in offence.steps if step.answer == "no" and step.answered_by == "derivation")
    left = offence.model_copy(update={"steps": noes})
    assert [step.provision for step in why_of(left).decisive] == ["EA 2003 s 44(3)"]


def test_the_laws_are_side_by_side_where_they_part_and_in_one_sentence_where_they_agree():
    assert "## Where the laws part" in note_text("merticariu")
    assert "| Today | discharge | s 20(7) | discharge |" in note_text("merticariu")
    alike = note_text("part_1_conviction")
    assert "The outcome is the same under each of these laws: " in alike
    assert "An open question is not agreement" not in alike
    assert "An open question is not agreement" in note_text("half_complete")
    assert "were not compared for this note" in render(determined("merticariu"))
    none = laws("merticariu").model_copy(update={"cases": ()})
    assert "cannot be determined under all the laws that the rule book sets side by side." in render(
        determined("merticariu"), laws=none
    )


def test_a_case_that_has_no_outcome_under_one_of_the_laws_has_a_comparison_without_cases():
    faulty = case("merticariu").model_copy(update={"part": None, "territory": "ZZ"})
    made = compared_laws(faulty, BOOK, "plain")
    assert (made.cases, made.not_compared) == ((), "territory: 'ZZ' is not in territories.yaml")
    assert f"sets side by side: {made.not_compared}." in render(determined("merticariu"), laws=made)
    with pytest.raises(Exception, match="ZZ"):
        compare(faulty, BOOK, engine="plain")


def test_a_law_without_a_version_on_its_day_is_the_reason_too(monkeypatch):
    def refuse(*_):
        raise UnknownLawError("EA 2003 s 2(2) has no version in force on 2003-01-01")

    monkeypatch.setattr("extradition.policy.comparison.comparison.hear_case", refuse)
    made = compared_laws(case("merticariu"), BOOK, "plain")
    assert (made.cases, made.not_compared) == ((), "EA 2003 s 2(2) has no version in force on 2003-01-01")


def test_a_note_without_what_matters_says_so():
    text = render(hear(case("merticariu"), BOOK, Under(engine="plain")).determination)
    assert "What would change the outcome was not worked out for this note." in text
    assert "## What would change it" not in text


def version_with(*authorities, **more):
    version = determined("merticariu").offences[0].steps[0].version
    made = [
        AuthorityUsed(
            cite=cite, name="N", treatment=treatment, verified="secondary", address=None, later=later
        )
        for cite, treatment, later in authorities
    ]
    return version.model_copy(update={"authorities": tuple(made), **more})


@pytest.mark.parametrize(
    ("authorities", "chosen"),
    [
        ([("[2012] UKSC 1", "establishes", False), ("[2024] UKSC 2", "establishes", False)], "[2024] UKSC 2"),
        (
            [("[1978] 1 WLR 779", "establishes", False), ("[2009] UKHL 21", "establishes", False)],
            "[2009] UKHL 21",
        ),
        ([("Case C-1/17", "establishes", False)], "Case C-1/17"),
        ([("EA 2003", "enacts", False), ("X 2014", "enacts", False), ("Y 2025", "enacts", False)], "X 2014"),
        ([("[2024] UKSC 2", "applies", False), ("[2025] UKSC 3", "establishes", True)], None),
    ],
)
def test_the_authority_of_a_version_that_a_judgment_made(authorities, chosen):
    version = version_with(*authorities, made_by="judgment", in_force_from=dt.date(2024, 3, 6))
    found = authority_of(version)
    assert (found and found.cite) == chosen


@pytest.mark.parametrize(
    ("authorities", "begins", "chosen"),
    [
        (
            [("EA 2003", "enacts", False), ("[2009] UKHL 21", "establishes", False)],
            dt.date(2010, 1, 1),
            "[2009] UKHL 21",
        ),
        (
            [("EA 2003", "enacts", False), ("Case C-1/17", "establishes", False)],
            dt.date(2010, 1, 1),
            "EA 2003",
        ),
        ([("EA 2003", "enacts", False), ("X 2026", "enacts", False)], "prospective", "X 2026"),
        ([("Case C-1/17", "establishes", False)], dt.date(2010, 1, 1), "Case C-1/17"),
    ],
)
def test_the_authority_of_a_version_that_an_enactment_made(authorities, begins, chosen):
    version = version_with(*authorities, made_by="enactment", in_force_from=begins)
    assert authority_of(version).cite == chosen


def test_only_a_determination_to_read_has_a_depth():
    for depth in DEPTHS:
        assert examine_depth(depth, "pdf") == depth
        for form in ("json", "csv"):
            with pytest.raises(ValueError, match=f"{form} has no depth"):
                examine_depth(depth, form)
    with pytest.raises(ValueError, match="a depth is 'note', 'hearing', 'full', not 'nte'"):
        render(determine(CaseFile.load(ROOT / "examples/merticariu/case.yaml"), BOOK), depth="nte")
    with pytest.raises(
        TypeError, match="a report is a determination, a comparison or the like, not RuleBook"
    ):
        render(BOOK)
    with pytest.raises(ValueError, match="this report has no depth"):
        render(laws("merticariu"), depth="full")
    with pytest.raises(ValueError, match="json has no depth"):
        render(determined("merticariu"), "json", depth="note")


@pytest.mark.no_cover
@every_example
def test_each_depth_holds_what_the_one_before_it_leaves_out(name):
    hearing, full = (render(determined(name), depth=depth) for depth in ("hearing", "full"))
    assert "## Appendix: identifiers" not in hearing
    assert "## Appendix: identifiers" in full
    assert "## Versions of the law that were applied" not in hearing
    for text in (hearing, full):
        assert text.index("## Outcome") < text.index("## Law used and assumptions")
        assert text.index("## Law used and assumptions") < text.index("## Steps")
    assert hearing.index("## Why") < hearing.index("## Law used")
    assert "**Law applied**" not in hearing
    for offence in determined(name).offences:
        for step in offence.steps:
            assert step.title in hearing
    assert not re.search(r"open(, for the judge)? \(if the hearing reaches it\)", hearing)
    assert len(hearing) < len(full)


def test_the_stages_that_are_open_only_later_are_one_sentence_of_the_hearing_report():
    made = render(determined("half_complete"), depth="hearing")
    sentence = (
        "Open, if the hearing reaches them: s 20(5), s 21, s 22, s 23(1), s 23(2), s 24, s 25(2), s 25(3),"
    )
    assert made.count(sentence) == 3  # under Why, under The hearing, under Still open
    assert render(determined("half_complete"), depth="full").count("(if the hearing reaches it)") >= 9
