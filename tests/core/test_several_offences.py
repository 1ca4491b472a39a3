"""Several offences in one case: the decisions that are for the person, or for which one offence is enough."""

import pytest
from strategies import BOOK

from extradition import CaseFile, Determination, compare, determine
from extradition.report import render
from extradition.report.details import detailed


def heard(part, findings, *offences, **changes):
    case = {
        "case": "Several offences",
        "part": part,
        "territory": "US",
        "dates": {"arrest": "2025-02-26", "hearing": "2025-03-03"},
        "findings": findings,
        "offences": [
            {"id": f"offence-{number}", "case_type": "accusation", "findings": own}
            for number, own in enumerate(offences, start=1)
        ],
    }
    return determine(CaseFile.model_validate({**case, **changes}), BOOK)


@pytest.mark.parametrize(("serious", "answers"), [("yes", {"no"}), ("no", {"yes"})])
def test_the_certificate_for_an_arrest_is_judged_for_the_person_and_not_offence_by_offence(serious, answers):
    """Section 74D(10)(b)(i) discharges the person; one serious offence is ground for the certificate."""
    made = heard(
        2,
        {
            "arrest_route": "certificate_without_warrant",
            "discharge_application": "for_the_arrest_certificate",
            "arrest_certificate": "in_form",
            "serious_offence_certified": serious,
        },
        {"uk_maximum": 120},
        {"uk_maximum": 24},
        taken_from="EA 2003 s 74B(1)",
    )
    found = {
        step.answer for each in made.offences for step in each.steps if step.provision == "EA 2003 s 74B(1)"
    }
    assert found == answers
    assert len({each.outcome.kind for each in made.offences}) == 1
    assert (made.outcome == "discharge") == (serious == "no")


WARRANTS = {
    "arrest-after-request": ("belief_in_offence_requested", {"papers_sent_to_judge": "yes"}),
    "provisional-warrant": (
        "belief_in_offence_abroad",
        {"person_sought_by_category_2": "yes", "whereabouts": "in_the_uk"},
    ),
}


def asked_for_a_warrant(matter, *beliefs, **changes):
    """The determination on a warrant for arrest, with the belief in each offence."""
    name, findings = WARRANTS[matter]
    own = [
        {"material_for_arrest_warrant": "evidence"} | ({name: belief} if belief else {}) for belief in beliefs
    ]
    return heard(matter, findings, *own, **changes)


@pytest.mark.parametrize("matter", WARRANTS)
@pytest.mark.parametrize(
    ("beliefs", "kind"),
    [
        (("yes", "no"), "may"),
        (("no", "yes"), "may"),
        (("yes", None), "may"),
        (("yes", "yes"), "may"),
        (("no", "no"), "may_not"),
        (("no", None), "open"),
    ],
)
def test_any_of_several_offences_is_enough_for_a_warrant(matter, beliefs, kind):
    """SI 2003/3150, Schedule, paragraphs 21 and 22: "any of the offences ... are extradition offences"."""
    made = asked_for_a_warrant(matter, *beliefs)
    of_kind = {each.outcome.kind: each.outcome for each in made.offences}
    assert made.outcome == ("open" if kind == "open" else of_kind[kind].outcome)
    assert kind == "open" or made.under == of_kind[kind].under
    (compared,) = compare([made.case_file], BOOK, ["merticariu", "today"]).cases
    assert {each.kind for each in compared.outcomes} == {kind}
    assert Determination.model_validate_json(made.model_dump_json()) == made


def test_the_report_says_that_one_offence_is_enough():
    made = asked_for_a_warrant("arrest-after-request", "yes", "no")
    for depth in ("note", "full"):
        stated = render(made, depth=depth)
        assert "For the whole: **the judge may issue a warrant for the arrest**" in stated
        assert "For the whole one offence is enough (SI 2003/3150, Schedule, paragraph 21)." in stated
    assert detailed(made, "hearing").model_dump(mode="json")["one_is_enough"]["for"] == "may"


def test_each_of_several_requests_has_a_warrant_of_its_own():
    case = asked_for_a_warrant("arrest-after-request", "yes", "no").case_file.model_dump(
        by_alias=True, mode="json"
    )
    first, second = case.pop("offences")
    case["warrants"] = [{"id": "one", "offences": [first]}, {"id": "two", "offences": [second]}]
    made = determine(CaseFile.model_validate(case), BOOK)
    assert (made.outcome, made.one_is_enough) == ("mixed", None)


def test_a_matter_without_the_rule_stays_mixed():
    made = heard(2, {}, {"passage_of_time": "yes"}, {"passage_of_time": "no"}, taken_from="EA 2003 s 82")
    assert (made.outcome, made.one_is_enough) == ("mixed", None)
