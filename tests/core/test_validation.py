import pytest
from strategies import SMALL

from extradition import CaseFile, SourceError, render, validate


def decided(name, offences, hearing="2011-01-01"):
    return CaseFile.model_validate(
        {
            "case": name,
            "part": "1",
            "territory": "RO",
            "dates": {"hearing": hearing} if hearing else {},
            "findings": {"named": "yes"},
            "decided": {"court": "A court", "level": "High Court", "sources": ["x"], "confidence": "high"},
            "offences": offences,
        }
    )


def offence(findings, ident="o", **court):
    return {"id": ident, "case_type": "conviction", "findings": findings, "decided": court}


def counts(made, provision):
    """The counts of the answers to one question that are not zero."""
    return {name: count for name, count in made.by_provision[provision].model_dump().items() if count}


S21 = "TA 2000 s 2(1)"
AGREES = decided(
    "Agrees",
    [
        offence(
            {"sentence": "24", "mercy": "no"},
            outcome="proceed",
            to="TA 2000 s 9",
            steps={S21: "yes", "TA 2000 s 2(2)": "no"},
        )
    ],
)
DISAGREES = decided(
    "Disagrees",
    [
        offence(
            {"sentence": "0", "mercy": "no"},
            outcome="proceed",
            to="TA 2000 s 9",
            steps={S21: "yes"},
            disagreement="Because.",
        )
    ],
    "2009-06-01",
)
UNEXPLAINED = decided("Unexplained", [offence({"sentence": "24", "mercy": "no"}, outcome="discharge")])
OPEN = decided("Open", [offence({"mercy": "no"}, outcome="discharge")])
JUDGMENT = decided("For the judge", [offence({"sentence": "2", "mercy": "no"}, steps={S21: "no"})])
STEPS = decided(
    "Steps",
    [
        offence({"sentence": "24", "mercy": "no"}, steps={S21: "yes"}),
        offence({"sentence": "24", "mercy": "no"}, "p", steps={"TA 2000 s 1": "no", S21: "yes"}),
    ],
)


def test_cases_are_counted_by_standing_era_court_and_provision():
    made = validate([AGREES, DISAGREES, OPEN, JUDGMENT], SMALL)
    assert (made.agreed, made.disagreed, made.open, made.total) == (1, 1, 2, 4)
    assert made.by_era["old days"].model_dump() == {"agreed": 0, "disagreed": 1, "open": 0, "total": 1}
    assert made.by_era["new days"].total == 3
    assert made.by_court["High Court"].total == 4
    assert counts(made, S21) == {"derived": 1, "wrong": 1, "open": 1, "total": 3}
    assert made.if_nothing_more_is_shown.model_dump() == {
        "agreed": 1,
        "disagreed": 0,
        "open": 1,
        "total": 2,
    }  # the burden decides one alone
    assert [(case.agreement, case.if_nothing_more_is_shown) for case in made.cases[2:]] == [
        ("open", "agreed"),
        ("open", "open"),
    ]


@pytest.mark.parametrize(
    ("deciders", "said"),
    [
        (("judge",), "to the judge."),
        (("judge", "minister"), "to the judge or the minister."),
        ((), "to the decider."),
    ],
)
def test_the_validation_names_the_deciders_of_its_hearings(deciders, said):
    made = validate([OPEN], SMALL)
    assert made.deciders == ("judge",)
    text = render(made.model_copy(update={"deciders": deciders}))
    assert f"the law leaves the point {said}" in text


def test_a_disagreement_says_where_it_parts_from_the_court():
    made = validate([DISAGREES, UNEXPLAINED], SMALL)
    assert [
        (each.provision, each.court, each.ours, each.explanation)
        for case in made.disagreements
        for each in case.parted
    ] == [
        (S21, "yes", "no", "Because."),
        (None, "discharge", "proceed to s 9", None),
    ]
    assert [case.case for case in made.unexplained] == ["Unexplained"]


def test_a_case_that_only_feeds_findings_back_is_reported_apart():
    fed = decided(
        "Fed", [offence({"sentence_enough": "yes", "spared": "no"}, outcome="proceed", to="TA 2000 s 9")]
    )
    fed = fed.model_copy(
        update={
            "findings": CaseFile.model_validate(
                {**fed.model_dump(exclude={"findings"}), "findings": {"identity": "yes"}}
            ).findings
        }
    )
    made = validate([fed, AGREES], SMALL)
    assert (made.agreed, made.agreed_by_derivation) == (2, 1)


def test_a_case_is_as_good_as_its_worst_offence_and_later_steps_are_parted_too():
    made = validate([STEPS], SMALL)
    assert (made.agreed, made.disagreed) == (0, 1)
    assert made.by_provision["TA 2000 s 1"].wrong == 1
    assert counts(made, S21) == {"derived": 2, "total": 2}
    not_reached = decided(
        "Not reached", [offence({"sentence": "24"}, steps={"TA 2000 s 1": "no", "TA 2000 s 2(2)": "no"})]
    )
    assert validate([not_reached], SMALL).by_provision["TA 2000 s 2(2)"].wrong == 1


def test_disagreement_weighs_more_than_an_open_point():
    offences = [
        offence({"mercy": "no"}, outcome="discharge"),
        offence({"sentence": "24", "mercy": "no"}, "p", outcome="discharge"),
    ]
    made = validate([decided("Both", offences)], SMALL)
    assert (made.disagreed, made.open) == (1, 0)


def test_a_case_that_no_court_decided_is_refused():
    case = CaseFile.model_validate(
        {
            "case": "X",
            "part": "1",
            "territory": "RO",
            "dates": {},
            "offences": [{"id": "o", "case_type": "conviction"}],
        }
    )
    with pytest.raises(SourceError) as error:
        validate([case], SMALL)
    assert str(error.value).splitlines() == [
        "decided: is required of a decided case",
        "offences[0].decided: is required of a decided case",
    ]


def test_a_discharge_under_another_provision_is_another_discharge():
    other = decided(
        "Other ground",
        [offence({"sentence": "0", "mercy": "no"}, outcome="discharge", under="TA 2000 s 1")],
        "2009-06-01",
    )
    same = decided(
        "Same ground",
        [offence({"sentence": "0", "mercy": "no"}, outcome="discharge", under="TA 2000 s 2(1)")],
        "2009-06-01",
    )
    assert [case.agreement for case in validate([other, same], SMALL).cases] == ["disagreed", "agreed"]


@pytest.mark.parametrize(
    ("sentence", "mark"), [("24", "derived"), ("3", "fed_in"), ("not_shown", "wrong")], ids=str
)
def test_a_finding_on_the_question_hides_no_wrong_rule(sentence, mark):
    found = {"sentence": sentence, "mercy": "no", "sentence_enough": {"answer": "yes", "by": "judge"}}
    made = validate(
        [decided("Hidden", [offence(found, outcome="proceed", to="TA 2000 s 9", steps={S21: "yes"})])], SMALL
    )
    assert counts(made, S21) == {mark: 1, "total": 1}
