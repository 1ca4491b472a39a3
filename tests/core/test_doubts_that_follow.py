"""The doubts that follow from findings: what is asserted in one breath with a rejected fact is in doubt."""

import pytest
from strategies import BOOK

from extradition import CaseFile, analyse, analysed, determine
from extradition.report import render

JUDGE, AGREED = {"by": "judge"}, {"by": "parties", "status": "agreed"}


def case(ticked=(), *, closed=False, listed=False, **findings):
    """A case heard from section 20(1), with the options of box (d) that are ticked, on one decision or one
    listed.
    """
    found = {"warrant": {"box_d": {"ticked": [*ticked]}}, "findings": findings}
    decisions = [{"id": "trial", "kind": "first_instance", **found}]
    retrial = {"retrial_right": {"answer": "none", "by": "judge"}}
    offence = {"id": "one", "case_type": "conviction"}
    offence |= (
        {"decisions": decisions, "findings": retrial}
        if listed
        else {**found, "findings": {**retrial, **findings}}
    )
    return CaseFile.model_validate(
        {
            "case": "X",
            "part": "1",
            "territory": "PL",
            "taken_from": "EA 2003 s 20(1)",
            "dates": {"hearing": "2025-06-02"},
            "offences": [offence],
            "evidence_closed": [{"of": "whole case", "by": "judge", "on": "2025-06-01"}] if closed else [],
        }
    )


def outcome(*ticked, closed=False, listed=False, **findings):
    made = determine(case(ticked, closed=closed, listed=listed, **findings), BOOK).offences[0]
    return made.outcome.outcome, made.if_nothing_more_is_shown.outcome.outcome


@pytest.mark.parametrize("listed", [False, True], ids=["one decision", "listed"])
@pytest.mark.parametrize("author", [JUDGE, AGREED], ids=["judge", "agreed"])
@pytest.mark.parametrize(
    ("ticked", "name", "answer"),
    [
        ("3.1a", "notice", "none"),
        ("3.1a", "notice", "not_shown"),
        ("3.1b", "notice", "left_at_address"),
        ("3.1b", "knew_date_and_place", "not_shown"),
        ("3.2", "knew_date_and_place", "not_shown"),
        ("3.2", "lawyer", "appointed_without_mandate"),
    ],
)
def test_the_rest_of_an_option_does_not_outlive_a_finding_against_it(ticked, name, answer, author, listed):
    found = {name: {"answer": answer, **author}}
    assert outcome(ticked, listed=listed)[0] == "proceed to s 21"
    now, then = outcome(ticked, listed=listed, **found)
    assert now in ("open", "discharge")
    assert then == "discharge"
    assert outcome(ticked, listed=listed, closed=True, **found)[0] == "discharge"


def test_a_doubt_follows_from_a_finding_alone_and_only_while_something_is_asserted():
    asserted = {"notice": {"answer": "none", "by": "requested person"}}
    assert outcome("3.1a", **asserted)[1] != "discharge"  # a dispute about the notice, and no finding
    no_notice = {"notice": {"answer": "none", **JUDGE}}
    both = ("knew_date_and_place", "warned_of_trial_in_absence")
    found = {name: {"answer": "yes", **JUDGE} for name in both}
    assert outcome("3.1a", **no_notice, **found)[0] == "proceed to s 21"
    resolved = {"doubt_about_notice": {"answer": "none_shown", **JUDGE}}
    assert outcome("3.1a", **no_notice, **resolved)[0] == "proceed to s 21"
    announced = {"told_at_earlier_hearing": {"answer": "yes", "by": "requesting authority"}}
    assert outcome("3.1a", **no_notice, **announced)[0] == "proceed to s 21"


def test_the_report_names_the_doubt_its_reason_and_what_needs_a_finding():
    made = determine(case(["3.1a"], notice={"answer": "none", **JUDGE}), BOOK)
    (caution,) = [each for each in made.offences[0].cautions if each.kind == "doubt from a finding"]
    assert caution.findings == ("knew_date_and_place", "warned_of_trial_in_absence")
    said = (
        "A doubt about the notice follows from another finding. The notice that is found is less than what "
        "is asserted with it. That the doubt follows is our reading of section 206 and Cretu; no source that "
        "was read says it. What is only asserted here needs a finding: the person's knowledge of the date "
        "and place; the warning of a trial in absence."
    )
    assert said in " ".join(render(made, depth="note").split())


AUTHORITY, PERSON = {"by": "requesting authority"}, {"by": "requested person"}


@pytest.mark.parametrize(
    ("ticked", "found"),
    [
        ("3.1a", {}),
        ("3.1b", {"told_at_earlier_hearing": {"answer": "yes", **AUTHORITY}}),
        ("3.2", {"told_at_earlier_hearing": {"answer": "no", **JUDGE}}),
        ("3.1a", {"notice": {"answer": "left_at_address", **JUDGE}}),
        ("3.2", {"knew_date_and_place": {"answer": "no", **JUDGE}}),
        ("3.1a", {"doubt_about_notice": {"answer": "none_shown", **JUDGE}}),
        ("3.1a", {"doubt_about_notice": {"answer": "ambiguous", **AGREED}}),
        ("3.1a", {"doubt_about_notice": {"answer": "ambiguous", **PERSON}}),
        (
            "3.1a",
            {"doubt_about_notice": {"answer": "ambiguous", **PERSON}, "notice": {"answer": "none", **JUDGE}},
        ),
    ],
)
def test_one_finding_changes_the_outcome_as_the_analysis_says_with_the_doubts_that_it_raises(ticked, found):
    def analysis(answers):
        return analyse(case([ticked], **answers), BOOK)[0]

    now = analysis(found)
    said = {
        (change.name, answer): flip.outcome
        for flip in now.flips
        if len(flip.changes) == 1
        for change in flip.changes
        for answer in change.to
    }
    stated = {change.name: change.now for flip in now.flips for change in flip.changes}
    assert stated
    for name, answer in ((n, a) for n in stated for a in BOOK.facts[n].answers if a != stated[n]):
        after = analysis({**found, name: {"answer": answer, **JUDGE}}).outcome
        assert after == said.get((name, answer), now.outcome), (name, answer)


@pytest.mark.parametrize(
    ("ticked", "disputed", "found"),
    [
        ("3.1a", "notice", {}),
        ("3.1b", "notice", {"told_at_earlier_hearing": {"answer": "yes", **AUTHORITY}}),
        ("3.1b", "notice", {"doubt_about_notice": {"answer": "none_shown", **JUDGE}}),
        ("3.1a", "notice", {"knew_date_and_place": {"answer": "no", **JUDGE}}),
        ("3.1a", "knew_date_and_place", {}),
        ("3.2", "knew_date_and_place", {}),
        ("3.2", "lawyer", {"told_at_earlier_hearing": {"answer": "no", **JUDGE}}),
    ],
)
def test_what_a_disputed_fact_changes_is_what_a_finding_on_it_changes_with_the_doubts_that_it_raises(
    ticked, disputed, found
):
    denied = {"notice": "none", "knew_date_and_place": "no", "lawyer": "none"}[disputed]
    asserted = {"answer": denied, **PERSON}
    outcomes = {
        answer: outcome(ticked, **found, **{disputed: [asserted, {"answer": answer, **JUDGE}]})[1]
        for answer in BOOK.facts[disputed].answers
    }
    now = analyse(case([ticked], **found, **{disputed: [asserted]}), BOOK)[0]
    (matter,) = [each for each in now.matters if each.name == disputed] or [None]
    if matter is None:
        assert len(set(outcomes.values())) == 1
        assert disputed in now.no_longer_matters
    else:
        assert {each.answer: each.outcome for each in matter.effects} == outcomes
        assert matter.provisions


def test_the_note_says_what_a_finding_on_a_disputed_fact_leads_to():
    disputed = case(["3.1a"], notice={"answer": "none", **PERSON})
    note = render(analysed(determine(disputed, BOOK), analyse(disputed, BOOK)), depth="note")
    said = (
        "**Discharge** if nothing more is shown, with a finding on the notice of the hearing, which is "
        "disputed (“A summons was handed to an adult of the household, who undertook to pass it on”, or 4 "
        "more)."
    )
    assert said in " ".join(note.split())


def test_a_disputed_fact_that_only_raises_a_doubt_is_asked_at_the_question_that_reads_the_doubt():
    asserted = {
        "past_right_notified": {"answer": "yes", **AUTHORITY},
        "retrial_right": {"answer": "unconditional", **AUTHORITY},
    }
    disputed = [{"answer": "not_served", **PERSON}, {"answer": "accepted", **AUTHORITY}]
    found = {"deliberately_absent": {"answer": "no", **JUDGE}, "service_of_judgment": disputed}
    (made,) = analyse(case(["3.3"], **asserted, **found), BOOK)
    (matter,) = [each for each in made.matters if each.name == "service_of_judgment"]
    assert matter.provisions == ("EA 2003 s 20(5)",)
