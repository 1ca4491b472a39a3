"""The warrant's own form: what it asserts, what it leaves unclear, and how that is merged with the
findings of the case file.
"""

import contextlib
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError
from strategies import BOOK, ROOT, SMALL, case_of, small_case_of

from extradition import CaseFile, SourceError, determine, render
from extradition.case_file.finding import Finding
from extradition.case_file.warrant import Warrant
from extradition.hearing.examination import examine
from extradition.hearing.known import known_of
from extradition.hearing.warrant_reading import unclear
from extradition.rule_book.warrant_form import Option

WARRANTS = (Path(__file__).parents[1] / "warrants.yaml").read_text(encoding="utf-8")
FORMS = yaml.load(WARRANTS, Loader=yaml.BaseLoader)  # noqa: S506  text only
DAY = "2026-11-02"
INCONSISTENT = {"box_d": {"ticked": ["3.1b", "3.4"]}}


def warranted(warrant, found=None, **more):
    """A case with that warrant."""
    case = case_of(found or {}, DAY, **more)
    offence = case.offences[0].model_copy(update={"warrant": Warrant.model_validate(warrant)})
    return case.model_copy(update={"offences": (offence,)})


def known(case):
    return known_of(examine(case, BOOK), case.offences[0], BOOK)


def boxes(form):
    return {key: value for key, value in form.items() if key.startswith("box_")}


@pytest.mark.parametrize(("length", "fits"), [(0, False), (1, True), (20, True), (21, False)])
def test_the_name_of_an_option_has_at_most_twenty_characters(length, fits):
    with contextlib.nullcontext() if fits else pytest.raises(ValidationError):
        assert TypeAdapter(Option).validate_python("1" * length) == "1" * length


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["it"])
def test_a_form_shows_what_is_unclear_and_where_and_nothing_else(form):
    case = warranted(boxes(form))
    (offence,) = determine(case, BOOK, engine="plain").offences
    assert {each.id: list(each.where) for each in offence.ambiguities} == form["shows"]
    said = {name: each.answer or "null" for name, each in known(case).items()}
    doubts = {name: answer for name, answer in said.items() if name.startswith("doubt_about_")}
    stated = form.get("known", {})
    assert {name: said[name] for name in stated} | doubts == stated


def test_every_ambiguity_is_shown_by_some_form_and_every_option_ticked():
    form = BOOK.warrant_form
    assert {name for each in FORMS for name in each["shows"]} == set(form.ambiguities)
    assert {option for each in FORMS for option in each.get("box_d", {}).get("ticked", [])} == set(
        form.options
    )


def test_what_is_ticked_is_asserted_by_the_requesting_authority_and_says_where():
    said = known(warranted(INCONSISTENT))["attendance"].findings
    assert [(finding.by, finding.status, finding.source.document, finding.source.at) for finding in said] == [
        ("requesting authority", "asserted", "The warrant", "box (d) 3.1b; box (d) 3.4")
    ]


def test_later_material_is_put_forward_by_whom_it_says():
    later = {"document": "Report", "at": "page 2", "by": "requested person", "says": ["left_at_address"]}
    said = known(warranted({"box_d": {"ticked": ["3.1b"], "contradicted_by": later}}))["notice"].findings
    assert [(finding.answer, finding.by) for finding in said][1] == ("left_at_address", "requested person")
    assert (said[1].source.document, said[1].source.at) == ("Report", "page 2")


def test_an_ambiguity_stands_on_the_face_of_the_form_and_is_no_partys_assertion():
    (finding,) = known(warranted(INCONSISTENT))["doubt_about_notice"].findings
    assert not finding.is_contestable(BOOK.parties)
    assert not finding.is_decided(BOOK.parties)
    assert finding.reasons.startswith("An option on the notice is ticked together with a retrial")
    assert finding.source.at == "box (d) 3.1b; box (d) 3.4"
    both = warranted({"box_d": {"ticked": ["3.1a", "3.1b"]}})
    (finding,) = known(both)["doubt_about_notice"].findings
    assert finding.reasons is None  # the words of the answer say the same


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_report_says_that_an_ambiguity_is_read_from_the_form_and_where(form):
    text = render(determine(warranted(INCONSISTENT), BOOK), form, depth="full")
    assert "read from the form of the warrant (The warrant, box (d) 3.1b; box (d) 3.4)" in text
    assert "asserted by the requesting authority (The warrant, box (d) 3.4)" in text
    assert "author of the case file" not in text


def test_no_case_file_states_what_only_the_form_can_say():
    said = {"doubt_about_notice": {"answer": "none_shown", "by": "form of the warrant"}}
    with pytest.raises(SourceError, match=r"by: must be 'judge', .* not 'form of the warrant'"):
        determine(case_of(said, DAY), BOOK)


def test_a_right_that_the_form_states_with_its_rights_shown_is_an_entitlement():
    rights = dict.fromkeys(BOOK.questions["EA 2003 s 20(8)"].dated[-1].facts, "yes")
    made = determine(warranted({"box_d": {"ticked": ["2", "3.4"]}}, rights), BOOK).offences[0]
    (step,) = [each for each in made.steps_beyond if each.provision == "EA 2003 s 20(5)"]
    assert (step.answer, step.answered_by) == ("yes", "derivation")


def test_an_ambiguity_that_says_more_than_its_answer_has_its_reasons():
    ticked = warranted({"box_d": {"ticked": ["3.2"], "text": "appointed", "text_says": ["lawyer_appointed"]}})
    (finding,) = known(ticked)["doubt_about_lawyer"].findings
    assert finding.reasons == "A mandated lawyer is ticked, and the text does not bear it out."


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"answer": "none_shown", "by": "judge"}, "none_shown"),
        ({"answer": "none_shown", "status": "agreed", "by": "parties"}, "none_shown"),
        ({"answer": "none_shown", "by": "requesting authority", "status": "asserted"}, None),
        (
            {"answer": "ambiguous", "by": "requested person", "status": "asserted"},
            "ambiguous",
        ),
    ],
    ids=[
        "a judge outranks it",
        "an agreement outranks it",
        "a differing assertion is a dispute",
        "the same assertion is none",
    ],
)
def test_the_form_is_one_more_entry_on_a_fact(said, answer):
    assert known(warranted(INCONSISTENT, {"doubt_about_notice": said}))["doubt_about_notice"].answer == answer


def test_a_judge_on_the_fact_outranks_an_option():
    said = known(warranted(INCONSISTENT, {"notice": {"answer": "left_at_address", "by": "judge"}}))["notice"]
    assert said.answer == "left_at_address"
    assert [finding.answer for finding in said.findings] == [
        "left_at_address",
        "official_information_received",
    ]


def test_an_ambiguity_says_what_settled_it():
    judge = {"answer": "none_shown", "by": "judge", "source": {"document": "Ruling"}}
    (stated,) = (
        determine(warranted(INCONSISTENT, {"doubt_about_notice": judge}), BOOK).offences[0].ambiguities
    )
    assert stated.settled_by == (Finding.model_validate(judge),)
    (stated,) = determine(warranted(INCONSISTENT), BOOK).offences[0].ambiguities
    assert stated.settled_by == ()
    conditional = {"box_d": {"ticked": ["3.4"], "text": "X", "text_says": ["retrial_at_discretion"]}}
    (stated,) = (
        determine(warranted(conditional, {"retrial_right": {"answer": "none", "by": "judge"}}), BOOK)
        .offences[0]
        .ambiguities
    )
    assert [finding.answer for finding in stated.settled_by] == ["none"]
    assert stated.asserts is None


def test_an_ambiguity_keeps_the_question_open_that_the_clean_form_answers():
    clean = {"box_d": {"ticked": ["3.1a"], "place_of_service": "requesting_territory"}}
    shown = {"merits_appeal": "none_shown", "later_decision": "none_shown"}
    steps = {step.name: step.answer for step in determine(warranted(clean, shown), BOOK).offences[0].steps}
    assert steps["deliberately_absent"] == "yes"
    unclear = determine(
        warranted(
            {"box_d": {"ticked": ["3.1a"], "text": "Unknown.", "text_says": ["place_of_service_not_known"]}},
            shown,
        ),
        BOOK,
    )
    unclear = unclear.offences[0]
    assert "deliberately_absent" in [each.name for each in unclear.open_questions]


def test_a_case_without_a_form_is_reported_as_before(merticariu):
    assert determine(merticariu, BOOK).offences[0].ambiguities == ()
    assert "leaves unclear" not in render(determine(merticariu, BOOK), depth="full")


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_report_says_what_is_unclear_and_whether_it_is_settled(form):
    text = render(
        determine(CaseFile.load(ROOT / "examples/half_complete/case.yaml"), BOOK), form, depth="full"
    )
    assert text.count("What the warrant leaves unclear") == 1
    assert text.count("Not settled by any finding") == 3
    assert "[2025] EWHC 458 (Admin)" in text.replace("\\", "")
    judge = {"doubt_about_notice": {"answer": "none_shown", "by": "judge"}}
    assert "Settled by a finding on this: No doubt about the notice appears (found by the judge)" in render(
        determine(warranted(INCONSISTENT, judge), BOOK), form, depth="full"
    )


def test_the_text_of_a_form_is_text_and_nothing_else():
    hostile = {
        "box_d": {
            "ticked": ["3.1b"],
            "text": "<script>alert(1)</script> # [x](javascript:y)",
            "text_says": ["left_at_address"],
        }
    }
    stated = determine(warranted(hostile), BOOK)
    assert stated.offences[0].ambiguities[0].text.startswith("<script>")
    assert "<script>" not in render(stated, "html", depth="full")
    assert "\\[x\\](javascript" in render(stated, depth="full")


def test_options_may_be_numbers():
    assert Warrant.model_validate({"box_d": {"ticked": [1, 3.4, "3.1b"]}}).box_d.ticked == (
        "1",
        "3.4",
        "3.1b",
    )


def test_a_rule_book_without_a_form_reads_no_warrant():
    case = small_case_of({}, "2010-01-01")
    assert SMALL.warrant_form is None
    offence = case.offences[0].model_copy(update={"warrant": Warrant()})
    assert [*unclear(offence, SMALL)] == []
    with pytest.raises(
        SourceError,
        match=r"offences\[0\].warrant: is not read by this rule book, which has no warrant_form.yaml",
    ):
        determine(case.model_copy(update={"offences": (offence,)}), SMALL)


SOME_HEARINGS = {"text": "Present in March and May, not in July.", "text_says": ["at_some_hearings_only"]}


@pytest.mark.parametrize("ticked", [["2"], ["2", "3.1a"], ["2", "3.4"]])
def test_absence_from_the_decisive_hearing_is_no_dispute_with_presence_at_others(ticked):
    case = warranted(
        {"box_d": {"ticked": ticked, **SOME_HEARINGS}},
        {"merits_appeal": "none_shown", "later_decision": "none_shown"},
    )
    made = determine(case, BOOK).offences[0]
    assert known(case)["attendance"].answer == "at_some_hearings_only"
    assert not [
        caution for caution in made.cautions if (caution.kind, caution.fact) == ("disputed", "attendance")
    ]
    assert next(step for step in made.steps if step.provision == "EA 2003 s 20(1)").answer == "no"


def test_presence_at_no_hearing_and_at_some_is_a_dispute_still():
    said = {"answer": "at_no_hearing", "by": "requested person", "status": "asserted"}
    case = warranted({"box_d": {"ticked": ["2"], **SOME_HEARINGS}}, {"attendance": said})
    assert known(case)["attendance"].answer is None


def test_a_wide_answer_of_one_party_is_narrowed_in_no_other_partys_case():
    said = {"answer": "at_no_hearing", "by": "requested person", "status": "asserted"}
    party_cases = {
        view.name: view
        for view in determine(warranted({"box_d": {"ticked": ["2"]}}, {"attendance": said}), BOOK)
        .offences[0]
        .party_cases
    }
    answers = {name: {fact.name: fact.answer for fact in view.differs} for name, view in party_cases.items()}
    assert answers["requesting authority"]["attendance"] == "not_at_the_decisive_hearing"
    assert answers["requested person"]["attendance"] == "at_no_hearing"
