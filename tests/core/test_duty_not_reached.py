"""A duty to adjourn at any time of the hearing: a discharge that came before it has a caution."""

import pytest
from strategies import BOOK, case_of

from extradition import determine
from extradition.report import render
from extradition.report.note import note_of

CHARGED = {"uk_charge": "learned_of_during_hearing"}
DEFERRED = {"competing_claim": "deferred"}
ADJOURNED = {"adjourned_for_transfer_or_interview": {"answer": "yes", "by": "judge"}}
NO_OFFENCE = {"acts_place": "in_the_territory", "uk_equivalent": "no_offence", "foreign_maximum": 60}
IN_PART_2 = {"identity_evidence": "not_shown"}


def made(found, start="EA 2003 s 10(2)", day="2025-06-02", **case):
    return determine(case_of(found, day, taken_from=start, **case), BOOK)


def duties(determination):
    cautions = determination.offences[0].cautions
    return [each.provision for each in cautions if each.kind == "duty not reached"]


@pytest.mark.parametrize(
    ("found", "provision"),
    [
        (CHARGED, "EA 2003 s 22"),
        ({"uk_charge": "pending_before_hearing"}, "EA 2003 s 22"),
        (DEFERRED, "EA 2003 s 24"),
        (ADJOURNED, "EA 2003 s 21B(4)"),
    ],
)
def test_a_discharge_stands_only_if_it_came_before_the_duty_to_adjourn(found, provision):
    determination = made({**NO_OFFENCE, **found}, case_type="accusation")
    assert determination.offences[0].outcome.kind == "discharge"
    assert duties(determination) == [provision]


@pytest.mark.parametrize(("found", "provision"), [(CHARGED, "EA 2003 s 88"), (DEFERRED, "EA 2003 s 90")])
def test_so_it_is_in_part_2(found, provision):
    determination = made({**IN_PART_2, **found}, "EA 2003 s 78(4)(a)", part="2", territory="IN")
    assert determination.offences[0].outcome.kind == "discharge"
    assert duties(determination) == [provision]


@pytest.mark.parametrize(
    ("found", "case"),
    [
        ({}, {}),  # nothing recorded: no one says that the judge was informed
        ({"uk_charge": "none", "competing_claim": "pending_without_order"}, {}),
        (ADJOURNED, {"case_type": "conviction"}),  # section 21B is for a person accused
        (ADJOURNED, {"day": "2013-06-03"}),  # and came in 2014
    ],
)
def test_without_the_duty_there_is_no_caution(found, case):
    listed = {"framework_list_certificate": "no"}
    determination = made({**NO_OFFENCE, **listed, **found}, **{"case_type": "accusation", **case})
    assert determination.offences[0].outcome.kind == "discharge"
    assert duties(determination) == []


@pytest.mark.parametrize(
    ("found", "start", "case"),
    [
        ({"withdrawal": "told_to_judge"}, "EA 2003 s 41", {}),  # a duty of its own, before the hearing begins
        ({"withdrawal": "told_to_judge"}, "EA 2003 s 122", {"part": "2", "territory": "IN"}),
        ({"withdrawal": "told_after_sending"}, "EA 2003 s 123", {"part": "2", "territory": "IN"}),
    ],
)
def test_a_discharge_before_the_hearing_or_after_it_has_no_caution(found, start, case):
    determination = made({**found, **CHARGED}, start, **case)
    assert determination.offences[0].outcome.kind == "discharge"
    assert duties(determination) == []


def test_the_note_says_it_once_and_a_paper_says_it_of_any_discharge():
    determination = made({**NO_OFFENCE, **CHARGED}, case_type="accusation")
    assert render(determination, depth="note").count("A discharge stands only if") == 1
    kinds = [each.kind for each in (*determination.cautions, *determination.offences[0].cautions)]
    assert (kinds.count("duty not reached"), kinds.count("finding not reached")) == (1, 1)
    assert note_of(determination).left_out["other cautions"] == 1  # the finding; the duty is not left out


def test_an_outcome_that_is_no_discharge_has_no_caution():
    determination = made({**NO_OFFENCE, "uk_equivalent": "offence", **CHARGED}, case_type="accusation")
    assert determination.offences[0].outcome.kind != "discharge"
    assert duties(determination) == []


def test_a_discharge_after_the_question_has_no_caution():
    condition = {"unjust_or_oppressive_condition": "yes", "discharged_for_condition": "yes"}
    found = {**condition, "uk_charge": "none", "uk_sentence": "none", "competing_claim": "none"}
    determination = made(found, "EA 2003 s 22", case_type="accusation")
    assert determination.offences[0].outcome.kind == "discharge"
    assert duties(determination) == []


@pytest.mark.parametrize("depth", ["note", "hearing"])
def test_the_caution_stands_right_under_the_outcome(depth):
    text = render(made({**NO_OFFENCE, **CHARGED}, case_type="accusation"), depth=depth)
    says = "A discharge stands only if it was ordered before that."
    assert text.index("Discharge") < text.index(says) < text.index("## Why")
