"""The close of the evidence: what a side has not shown is then not shown, and the burden of proof decides."""

import itertools

import pytest
from strategies import BOOK, ROOT

from extradition import CaseFile, RuleBook, SourceError, analyse, determine
from extradition.report import render
from extradition.report.case_schema import case_schema
from extradition.report.decisive_steps import why_of

CASE = {
    "case": "Closed",
    "part": "1",
    "territory": "RO",
    "taken_from": "EA 2003 s 20(3)",
    "dates": {"hearing": "2025-06-02"},
    "offences": [
        {
            "id": "one",
            "case_type": "conviction",
            "findings": {"retrial_right": {"answer": "none", "by": "judge"}},
        }
    ],
}
CLOSED = {"of": "requesting authority", "by": "judge", "on": "2025-05-01"}


def determined(*closed, **changes):
    return determine(CaseFile.model_validate({**CASE, "evidence_closed": closed, **changes}), BOOK)


@pytest.mark.parametrize(
    ("of", "outcome"),
    [("requesting authority", "discharge"), ("whole case", "discharge"), ("requested person", "open")],
)
def test_the_burden_decides_once_the_evidence_of_the_side_that_has_it_is_closed(of, outcome):
    assert determined().offences[0].outcome.kind == "open"
    offence = determined({**CLOSED, "of": of}).offences[0]
    assert offence.outcome.kind == outcome
    assert (offence.outcome.under == "EA 2003 s 20(7)") is (outcome == "discharge")


def test_what_is_recorded_outranks_the_close_of_the_evidence():
    waived = [{**CASE["offences"][0], "findings": {"express_waiver": {"answer": "in_terms", "by": "judge"}}}]
    offence = determined(CLOSED, offences=waived).offences[0]
    assert [(step.name, step.answer) for step in offence.steps] == [("deliberately_absent", "yes")]
    assert offence.unless_shown == ()  # with the evidence closed, silence is an answer and no presumption


def test_the_report_says_whose_evidence_is_closed_and_where_it_decided():
    text = render(determined(CLOSED), depth="full")
    assert "The evidence of the requesting authority is closed: the judge ruled so on 1 May 2025." in text
    assert "the evidence of the requesting authority is closed (judge, 1 May 2025)" in text
    agreed = render(determined({**CLOSED, "of": "whole case", "by": "parties"}), depth="full")
    assert "The evidence of the whole case is closed: the parties agree on 1 May 2025." in agreed


def test_a_file_without_it_keeps_its_hash():
    assert (
        CaseFile.model_validate(CASE).digest
        == CaseFile.model_validate({**CASE, "evidence_closed": []}).digest
    )
    assert (
        CaseFile.model_validate(CASE).digest
        != CaseFile.model_validate({**CASE, "evidence_closed": [CLOSED]}).digest
    )


@pytest.mark.parametrize(
    ("closed", "by", "on", "fault"),
    [
        (
            CLOSED,
            "requesting authority",
            "2025-05-02",
            (
                "is evidence of a later date than 2025-05-01, when the evidence of the requesting authority "
                "was closed"
            ),
        ),
        (
            {**CLOSED, "of": "whole case"},
            "requested person",
            "2025-05-02",
            "when the evidence of the whole case was closed",
        ),
        (CLOSED, "requested person", "2025-05-02", None),
        (CLOSED, "judge", "2025-05-02", None),
        (CLOSED, "requesting authority", "2025-05-01", None),
        ({**CLOSED, "on": "2025-06-03"}, "judge", "2025-05-01", "is after the hearing"),
    ],
)
def test_evidence_that_is_closed_is_not_added_to(closed, by, on, fault):
    finding = {"answer": "not_shown", "by": by, "source": {"document": "Letter", "date": on}}
    offences = [{**CASE["offences"][0], "findings": {"flight": finding}}]
    if fault is None:
        determined(closed, offences=offences)
        return
    with pytest.raises(SourceError, match=fault):
        determined(closed, offences=offences)


def test_findings_on_the_person_are_held_against_it_too():
    found = {
        "identity_established": {
            "answer": "yes",
            "by": "requesting authority",
            "source": {"document": "Letter", "date": "2025-05-02"},
        }
    }
    with pytest.raises(SourceError, match="when the evidence of the requesting authority was closed"):
        determined(CLOSED, taken_from="EA 2003 s 7(2)", findings=found)


def on_decision(day, name):
    source = {"document": "Letter", "date": day}
    found = {"attendance": {"answer": "at_no_hearing", "by": "requesting authority", "source": source}}
    decisions = [{"id": "trial", "kind": "first_instance", "findings": found}]
    return [{**CASE["offences"][0], "id": name, "decisions": decisions}]


@pytest.mark.parametrize("many", [False, True])
def test_findings_on_a_decision_are_held_against_it_too(many):
    def decided(day):
        if not many:
            return determined(CLOSED, offences=on_decision(day, "one"))
        warrants = [{"id": name, "offences": on_decision(day, name)} for name in ("one", "two")]
        return determined(CLOSED, offences=[], warrants=warrants)

    assert decided("2025-05-01").offences
    with pytest.raises(SourceError) as raised:
        decided("2025-05-20")
    late = ".decisions[0].findings.attendance: is evidence of a later date than 2025-05-01, when the evidence"
    faults = [f"{problem.where}: {problem.message}" for problem in raised.value.problems]
    places = ["warrants[0].offences[0]", "warrants[1].offences[0]"] if many else ["offences[0]"]
    assert faults == [f"{place}{late} of the requesting authority was closed" for place in places]


@pytest.mark.parametrize(
    ("by", "fault"),
    [
        ("prosecutor", "evidence_closed.0..by: must be 'judge' or 'parties', not 'prosecutor'"),
        ("District Judge", "not 'District Judge'; here it is judge"),
        ("CPS", "must be 'judge' or 'parties', not 'CPS'$"),
        ("party", "must be 'judge' or 'parties', not 'party'; did you mean parties?"),
    ],
)
def test_the_decider_of_the_hearing_or_the_parties_close_the_evidence(by, fault):
    with pytest.raises(SourceError, match=fault):
        determined({**CLOSED, "by": by})


def test_the_decider_of_another_book_closes_the_evidence_there():
    third = RuleBook.load(ROOT / "tests/books/third")
    case = {
        "case": "X",
        "matter": "power-to-enter",
        "dates": {"hearing": "2015-06-01"},
        "evidence_closed": [{"of": "whole case", "by": "inspector", "on": "2015-05-01"}],
    }
    made = determine(CaseFile.model_validate(case), third)
    said = "The evidence of the whole case is closed: the inspector ruled so on 1 May 2015."
    assert said in render(made, depth="full")
    closing = case_schema(third, "duty-to-notify")["$defs"]["ClosedEvidence"]["properties"]["by"]
    assert closing == {"enum": ["licensing authority", "parties"]}
    with pytest.raises(SourceError, match="must be 'licensing authority' or 'parties', not 'inspector'"):
        determine(CaseFile.model_validate({**case, "matter": "duty-to-notify"}), third)


BOX = {"attendance": "at_no_hearing", "notice": "official_information_received"} | dict.fromkeys(
    ("knew_date_and_place", "warned_of_trial_in_absence"), "yes"
)
ASSERTED = {name: {"answer": answer, "by": "requesting authority"} for name, answer in BOX.items()}
DOUBT = {"doubt_about_notice": {"answer": "text_against_option", "by": "judge"}}
NO_RETRIAL = {"retrial_right": {"answer": "none", "by": "judge"}}


def case_on_notice(*closed, **found):
    offence = {**CASE["offences"][0], "findings": {**NO_RETRIAL, **ASSERTED, **DOUBT, **found}}
    return CaseFile.model_validate({**CASE, "evidence_closed": closed, "offences": [offence]})


def on_notice(*closed, **found):
    return determine(case_on_notice(*closed, **found), BOOK).offences[0]


def test_a_doubt_that_nothing_resolves_by_the_close_of_the_evidence_is_no_proof():
    """Section 206: the authority proves deliberate absence to the criminal standard."""
    assert on_notice().open_questions[0].provision == "EA 2003 s 20(3)"
    closed = on_notice(CLOSED)
    assert [(step.name, step.answer) for step in closed.steps[:1]] == [("deliberately_absent", "no")]
    assert closed.outcome.under == "EA 2003 s 20(7)"
    assert on_notice().if_nothing_more_is_shown.outcome == closed.outcome
    assert on_notice({**CLOSED, "of": "requested person"}).outcome.kind == "open"


@pytest.mark.parametrize(
    "found",
    [
        {"doubt_about_notice": {"answer": "text_against_option", "by": "requested person"}},
        {"doubt_about_notice": {"answer": "none_shown", "by": "judge"}},
        {"knew_date_and_place": {"answer": "yes", "by": "judge"}},
        {"knew_date_and_place": {"answer": "yes", "by": "parties", "status": "agreed"}},
    ],
    ids=["only the person doubts", "no doubt", "knowledge is found", "knowledge is agreed"],
)
def test_a_doubt_counts_against_assertions_alone_and_only_once_it_stands(found):
    assert "no" not in [step.answer for step in on_notice(CLOSED, **found).steps]
    assert on_notice(**found).if_nothing_more_is_shown.outcome.kind != "discharge"


def test_a_doubt_that_the_tool_reads_from_the_form_is_for_the_judge_first():
    form = {
        "box_d": {"ticked": ["2", "3.1b"], "text": "A letter was left.", "text_says": ["left_at_address"]}
    }
    read = [{**CASE["offences"][0], "warrant": form, "findings": NO_RETRIAL}]
    assert determined(CLOSED, offences=read).offences[0].outcome.kind == "open"
    found = [{**read[0], "findings": {**NO_RETRIAL, **DOUBT}}]
    assert determined(CLOSED, offences=found).offences[0].outcome.under == "EA 2003 s 20(7)"


def test_presence_and_a_retrial_in_doubt_are_not_proved_either():
    presence = {
        "attendance": [
            {"answer": "at_the_decisive_hearing", "by": "requesting authority"},
            {"answer": "at_no_hearing", "by": "requested person"},
        ],
        "doubt_about_presence": {"answer": "further_information_against_it", "by": "judge"},
    }
    retrial = {
        "retrial_right": {"answer": "procedural_steps_only", "by": "requesting authority"},
        "doubt_about_retrial": {"answer": "ambiguous", "by": "parties", "status": "agreed"},
    }
    for start, found in (("EA 2003 s 20(1)", presence), ("EA 2003 s 20(5)", retrial)):
        offences = [{**CASE["offences"][0], "findings": found}]
        for closed in ((), (CLOSED,)):
            offence = determined(*closed, offences=offences, taken_from=start).offences[0]
            assert [step.answer for step in offence.steps[:1]] == ["no"] * len(closed)


def test_the_doubts_of_one_decision_concern_the_facts_of_that_decision():
    decisions = [
        {"id": "trial", "kind": "first_instance", "findings": {**ASSERTED, **DOUBT}},
    ]
    offences = [{**CASE["offences"][0], "decisions": decisions}]
    assert determined(offences=offences).offences[0].outcome.kind == "open"
    assert determined(CLOSED, offences=offences).offences[0].outcome.under == "EA 2003 s 20(7)"


def test_the_report_says_that_the_doubt_was_not_resolved():
    offence = {**CASE["offences"][0], "findings": {**NO_RETRIAL, **ASSERTED, **DOUBT}}
    text = render(determined(CLOSED, offences=[offence]), depth="full")
    assert "is closed (judge, 1 May 2025), and the doubt about what is asserted was not resolved" in text
    note = render(determined(CLOSED, offences=[offence]), depth="note")
    assert "A doubt about the notice was not resolved before the evidence was closed." in note
    assert "not shown: the notice of the hearing; " in note
    assert "not resolved" not in render(determined(offences=[offence]), depth="note")


def changes_of(flips):
    """Each change that *flips* list: its outcome, and the answers that a judge would find."""
    for flip in flips:
        for answers in itertools.product(*(change.to for change in flip.changes)):
            yield (
                flip.outcome,
                {
                    change.name: {"answer": answer, "by": "judge"}
                    for change, answer in zip(flip.changes, answers, strict=True)
                },
            )


KNEW = {"knew_date_and_place": {"answer": "yes", "by": "judge"}}
NO_DOUBT = {"doubt_about_notice": {"answer": "none_shown", "by": "judge"}}


@pytest.mark.parametrize(
    ("closed", "found", "outcome", "turned", "to"),
    [
        ((), {}, "discharge", NO_DOUBT, "proceed to s 21"),
        ((CLOSED,), {}, "discharge", NO_DOUBT, "proceed to s 21"),
        ((CLOSED,), KNEW, "open", NO_DOUBT, "proceed to s 21"),
        ((CLOSED,), NO_DOUBT, "proceed to s 21", DOUBT, "discharge"),
        ((), NO_DOUBT, "proceed to s 21", DOUBT, "discharge"),
    ],
    ids=["evidence open", "evidence closed", "one fact found", "no doubt", "no doubt, evidence open"],
)
def test_a_doubt_is_a_change_and_every_change_leads_where_it_says(closed, found, outcome, turned, to):
    (stated,) = analyse(case_on_notice(*closed, **found), BOOK)
    assert stated.outcome == outcome
    changes = list(changes_of(stated.flips))
    assert (to, turned) in changes
    for other, change in changes:
        then = on_notice({**CLOSED, "of": "whole case"}, **{**found, **change})
        assert then.outcome.outcome == other


def test_a_doubt_that_a_judge_found_is_no_change_where_findings_are_held():
    (stated,) = analyse(case_on_notice(CLOSED), BOOK, hold_findings=True)
    assert "doubt_about_notice" not in {change.name for flip in stated.flips for change in flip.changes}


def test_what_was_asserted_and_not_proved_is_the_first_reason():
    why = why_of(on_notice(CLOSED))
    assert [fact.name for fact in why.points(why.decisive[0])[:3]] == [
        "knew_date_and_place",
        "warned_of_trial_in_absence",
        "notice",
    ]


def test_the_smallest_changes_are_kept_whether_or_not_they_resolve_a_doubt():
    waiver = {
        "express_waiver": {"answer": "in_terms", "by": "requesting authority"},
        "doubt_about_waiver": {"answer": "ambiguous", "by": "judge"},
    }
    (both,) = analyse(case_on_notice(CLOSED, **waiver), BOOK)
    alone = [change for to, change in changes_of(both.flips) if to == "proceed to s 21"]
    doubts = ("doubt_about_notice", "doubt_about_waiver")
    assert all({name: NO_DOUBT["doubt_about_notice"]} in alone for name in doubts)
    assert {len(change) for change in alone} == {1}


def test_a_doubt_resolved_replaces_larger_sets_of_changes():
    found = {
        "attendance": {"answer": "at_no_hearing", "by": "judge"},
        "doubt_about_notice": {"answer": "ambiguous", "by": "parties", "status": "agreed"},
    }
    (stated,) = analyse(case_on_notice(**found), BOOK, hold_findings=True)
    assert [change for to, change in changes_of(stated.flips) if to == "proceed to s 21"] == [NO_DOUBT]


def test_a_dispute_counts_as_not_shown_whether_or_not_there_is_a_doubt():
    by = {"answer": "no", "by": "requested person"}
    disputed = {"warned_of_trial_in_absence": [ASSERTED["warned_of_trial_in_absence"], by]}
    (stated,) = analyse(case_on_notice(CLOSED, **disputed), BOOK)
    assert [to for to, change in changes_of(stated.flips) if change == NO_DOUBT] == ["open"]


@pytest.mark.parametrize("route", ["provisional_warrant", "certificate_without_warrant"])
@pytest.mark.parametrize("consent", ["given_in_form", "not_given"])
def test_no_request_that_was_never_made_is_refused_after_a_provisional_arrest(route, consent):
    """Section 70(1) acts on a request that is received; until then the period of section 74(11) runs."""
    case = {
        "case": "Before the request",
        "part": 2,
        "territory": "US",
        "dates": {"arrest": "2025-02-26", "consent": "2025-03-03", "hearing": "2025-03-03"},
        "evidence_closed": [{"of": "whole case", "by": "judge", "on": "2025-03-03"}],
        "findings": {"arrest_route": route, "discharge_application": "not_made", "consent": consent},
        "offences": [{"id": "one", "case_type": "accusation"}],
    }
    offence = determine(CaseFile.model_validate(case), BOOK).offences[0]
    assert offence.outcome.kind == "open"
    assert [stage.provision for stage in offence.path if stage.certain] == ["EA 2003 s 70(1)"]
