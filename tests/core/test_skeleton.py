"""The skeleton does not contradict itself: issues and limbs, conditions of limbs, and what is conceded."""

import pytest
from strategies import BOOK, case_of

from extradition import paper, render

DAY = "2025-11-27"
AUTHORITY, PERSON = "requesting authority", "requested person"


def said(answer, by=AUTHORITY):
    return {"answer": answer, "by": by, "status": "asserted"}


def agreed(answer):
    return {"answer": answer, "by": "parties", "status": "agreed"}


AT_THE_TRIAL = {"attendance": said("at_the_decisive_hearing")}
AT_THE_APPEAL = {
    "attendance": said("at_no_hearing"),
    "notice": said("left_at_address"),
    "place_of_service": said("requesting_territory"),
    "knew_date_and_place": said("no", PERSON),
    "warned_of_trial_in_absence": said("not_shown"),
    "lawyer": said("appointed_without_mandate"),
    "express_waiver": said("none"),
    "told_at_earlier_hearing": said("no"),
    "flight": said("for_other_reasons", PERSON),
    "address_duty": said("no_duty"),
    "knowledge_of_case": said("prosecution"),
    "service_of_judgment": said("not_served"),
    "doubt_about_notice": agreed("none_shown"),
}
RETRIAL = {
    "retrial_right": agreed("if_court_finds_no_deliberate_absence"),
    "rehearing": agreed("retrial"),
    "retrial_own_defence": agreed("yes"),
    "retrial_legal_aid": agreed("yes"),
    "retrial_prosecution_witnesses": agreed("yes"),
    "retrial_defence_witnesses": agreed("yes"),
    "doubt_about_retrial": agreed("none_shown"),
}


@pytest.fixture(scope="module")
def skeleton():
    """The skeleton of the authority; the person was at the trial and not at an appeal on the merits."""
    decisions = [
        {"id": "trial", "kind": "first_instance", "findings": AT_THE_TRIAL},
        {"id": "second", "kind": "merits_appeal", "findings": AT_THE_APPEAL},
    ]
    offence = {"id": "one", "case_type": "conviction", "findings": RETRIAL, "decisions": decisions}
    case = case_of({}, DAY, offences=[offence], taken_from="EA 2003 s 20(1)")
    return paper(case, BOOK, "skeleton", AUTHORITY)


def test_a_question_with_a_contested_limb_is_not_among_those_without_a_difference(skeleton):
    states = {each.asked.provision: each.state for each in skeleton.content.issues}
    assert states["EA 2003 s 20(3) [second]"] == "contested"
    assert states["EA 2003 s 20(3)"] == "contested"
    uncontested = {each.provision for each in skeleton.content.not_contested}
    assert uncontested
    assert not uncontested & set(states)


def test_a_limb_is_not_said_to_be_reached_by_an_answer_to_its_own_question(skeleton):
    asked = {each.asked.provision: each.asked for each in skeleton.content.issues}
    for name in ("second", "trial"):
        limb = asked[f"EA 2003 s 20(1) [{name}]"]
        assert (limb.limb_of, limb.only_if) == ("EA 2003 s 20(1)", ())
    assert asked["EA 2003 s 20(3) [second]"].only_if == (("EA 2003 s 20(1)", "no"),)
    lines = [line for line in render(skeleton).splitlines() if "Section 20(1)" in line]
    assert lines
    assert not [line for line in lines if "It is reached only if s 20(1)" in line]


def test_what_is_agreed_beyond_an_open_question_is_conceded(skeleton):
    conceded = {(each.name, each.provision) for each in skeleton.content.conceded}
    assert ("retrial_right", "EA 2003 s 20(5)") in conceded
    assert ("notice__second", "EA 2003 s 20(3) [second]") in conceded
    assert "rehearing" not in {name for name, _ in conceded}
