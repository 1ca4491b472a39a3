"""What the Act provides after the hearing: appeals, removal, undertakings, asylum, and their time limits."""

from __future__ import annotations

import pytest
from strategies import BOOK, case_of

from extradition import CaseFile, determine

DAY = "2025-01-01"


def listed(provision, by="judge"):
    """The steps under *provision* after an outcome *by* that decider."""
    return [each for each in BOOK.sequels if (each.provision, each.by) == (provision, by)]


def test_every_limit_of_days_says_that_its_first_day_is_included():
    limits = [each.limit for each in BOOK.sequels if each.limit is not None]
    in_days = [each.from_ for each in limits if each.unit != "hours"]
    assert len(in_days) > 30
    assert [each for each in in_days if not each.endswith(", that day included")] == []
    assert {each.from_ for each in limits if each.unit == "hours"} == {"the time of the arrest"}


@pytest.mark.parametrize("provision", ["EA 2003 s 32", "EA 2003 s 114"])
def test_the_later_periods_of_an_appeal_to_the_supreme_court_include_their_first_day(provision):
    steps = [each for each in BOOK.sequels if each.provision == provision]
    assert steps
    for step in steps:
        assert "A refusal of leave by the High Court opens another 14 days, and leave opens 28" in step.says
        assert "Each period includes the day of that decision." in step.says


@pytest.mark.parametrize("provision", ["EA 2003 s 35", "EA 2003 s 36", "EA 2003 s 47"])
def test_ten_days_that_are_agreed_start_with_the_later_date(provision):
    (step,) = listed(provision)
    assert "ten days that start with a later date agreed with the authority" in step.says


def test_the_time_for_removal_without_an_appeal_started_with_the_order_before_2007():
    (without,), (following,) = listed("EA 2003 s 35"), listed("EA 2003 s 36")
    assert "Before 15 January 2007 the time started with the day of the order." in without.says
    assert "2007" not in following.says


@pytest.mark.parametrize(
    ("provision", "by", "certificate"),
    [("EA 2003 s 39", "judge", "section 2"), ("EA 2003 s 121", "Secretary of State", "section 70")],
)
def test_a_claim_for_asylum_after_the_certificate_was_a_bar_before_2014_too(provision, by, certificate):
    (step,) = listed(provision, by)
    assert step.says.startswith("The person must not be extradited until the claim is finally determined.")
    assert f"Before that day it had to be made after the {certificate} certificate." in step.says


def after(findings, part, taken_from):
    """The outcome of the case, and the provisions of what follows it."""
    made = determine(case_of(findings, DAY, part=part, taken_from=taken_from), BOOK)
    return made.outcome, [each.provision.removeprefix("EA 2003 ") for each in made.afterwards]


@pytest.mark.parametrize(("sentence", "follows"), [("serving_before_hearing", True), ("none", False)])
def test_an_order_on_consent_can_wait_for_an_undertaking(sentence, follows):
    found = {"consent": "given_in_form", "other_part_1_warrant": "none", "uk_sentence": sentence}
    outcome, provisions = after(found, "1", "EA 2003 s 48(2)")
    assert (outcome, "s 47" in provisions) == ("order", True)
    assert ("s 52" in provisions) is follows
    assert not {"s 26", "s 32", "s 35", "s 36", "s 37"} & {*provisions}
    (removal,), (undertaking,) = listed("EA 2003 s 47"), listed("EA 2003 s 52")
    assert "the ten days start with the day on which the judge receives it" in removal.says
    assert undertaking.limit is None


def test_an_order_without_consent_waits_for_an_undertaking_under_section_37():
    found = {"consent": "not_given", "other_part_1_warrant": "none", "uk_sentence": "released"}
    outcome, provisions = after(found, "1", "EA 2003 s 44(3)")
    assert (outcome, {"s 37", "s 52"} & {*provisions}) == ("order", {"s 37"})
    assert "the ten days for removal start with the day on which" in listed("EA 2003 s 37")[0].says
    assert "the 28 days for removal start" in listed("EA 2003 s 119", "Secretary of State")[0].says


@pytest.mark.parametrize(
    ("findings", "part", "taken_from", "appeals"),
    [
        (
            {"discharged_as_protected": {"answer": "yes", "by": "Secretary of State"}},
            "2",
            "EA 2003 s 93(6A)",
            ["s 110", "s 114"],
        ),
        ({"withdrawal": "told_after_sending"}, "2", "EA 2003 s 123", []),
        ({"issuer": "ministry_alone"}, "1", "EA 2003 s 2(2)", ["s 28", "s 32"]),
        ({"withdrawal": "told_to_judge"}, "1", "EA 2003 s 41", []),
    ],
)
@pytest.mark.parametrize("consent", ["given_in_form", "not_given"])
def test_consent_bars_no_appeal_against_a_discharge(findings, part, taken_from, appeals, consent):
    outcome, provisions = after({**findings, "consent": consent}, part, taken_from)
    assert (outcome.split(" by")[0], provisions) == ("discharge", appeals)


PLACES = [
    ("england_and_wales", {"s 32", "s 36"}, {"s 114", "s 118"}),
    ("scotland", {"s 36A"}, {"s 118A"}),
    ("not_stated", {"s 32", "s 36"}, {"s 114", "s 118"}),
    (None, {"s 32", "s 36", "s 36A"}, {"s 114", "s 118", "s 118A"}),
]


@pytest.mark.parametrize(("place", "part_1", "part_2"), PLACES)
def test_removal_after_an_appeal_and_the_supreme_court_are_of_the_place_where_the_judge_sits(
    place, part_1, part_2
):
    seat = {} if place is None else {"judge_sits_in": place}
    one = {"other_part_1_warrant": "none", "consent": "not_given"}
    two = {"national_security_certificate": "not_issued", "consent": "not_given"}
    of_place = {"s 32", "s 36", "s 36A", "s 114", "s 118", "s 118A"}
    for part, found, start, expected in (
        ("1", one, "EA 2003 s 44(3)", part_1),
        ("2", two, "EA 2003 s 208(5)", part_2),
    ):
        made = determine(case_of({**found, **seat}, DAY, part=part, taken_from=start), BOOK)
        assert made.outcome.startswith("order")
        applies = {each.provision.removeprefix("EA 2003 "): each.applies for each in made.afterwards}
        assert {*applies} & of_place == expected
        assert {applies[each] for each in expected} == {"open" if place is None else "yes"}


@pytest.mark.parametrize(
    ("provision", "by", "limit"),
    [("EA 2003 s 36A", "judge", 28), ("EA 2003 s 118A", "Secretary of State", 28)],
)
def test_removal_after_an_appeal_in_scotland_has_its_own_time(provision, by, limit):
    (step,) = listed(provision, by)
    assert (step.limit.is_, step.limit.unit) == (limit, "days")
    assert step.says.startswith("In Scotland alone, from 29 July 2013.")


@pytest.mark.parametrize("consent", ["given_in_form", "not_given"])
def test_no_appeal_to_the_supreme_court_after_a_discharge_in_scotland(consent):
    found = {"discharged_as_protected": {"answer": "yes", "by": "Secretary of State"}, "consent": consent}
    assert after({**found, "judge_sits_in": "scotland"}, "2", "EA 2003 s 93(6A)")[1] == ["s 110"]
    found = {"issuer": "ministry_alone", "consent": consent, "judge_sits_in": "scotland"}
    assert after(found, "1", "EA 2003 s 2(2)")[1] == ["s 28"]


@pytest.mark.parametrize(
    ("provision", "by", "starts"),
    [
        ("EA 2003 s 35", "judge", "ten days start with the final order on the last of them"),
        ("EA 2003 s 36", "judge", "the time starts when every decision is final"),
        ("EA 2003 s 47", "judge", "ten days start with the final order on the last of them"),
        (
            "EA 2003 s 117",
            "Secretary of State",
            "start with the Secretary of State's final order on the last",
        ),
        ("EA 2003 s 118", "Secretary of State", "the time starts when the last decision is final"),
    ],
)
def test_with_several_offences_removal_waits_for_the_last_of_them(provision, by, starts):
    (step,) = listed(provision, by)
    assert starts in step.says
    assert "SI 2003/3150" in step.says
    assert "as made" in step.says


def test_the_order_on_several_offences_is_listed_as_made():
    (text,) = [each for each in BOOK.sources.read.values() if each.cite == "SI 2003/3150"]
    assert text.title.endswith(", as made")


SPECIALITY = {"EA 2003 s 150", "EA 2003 s 151A", "EA 2003 s 151B"}
AFTER_ANY = {"EA 2003 s 152", "EA 2003 s 153", "EA 2003 s 153A", "EA 2003 s 153C", "EA 2003 s 154"}


def test_the_route_to_the_united_kingdom_has_the_speciality_of_category_2_alone():
    steps = [each for each in BOOK.sequels if each.part == "route-to-uk"]
    assert {each.provision for each in steps} == SPECIALITY | AFTER_ANY
    assert {each.provision for each in steps if each.under == ("EA 2003 s 142",)} == SPECIALITY
    old_acts = {"old_acts_outside_the_system": {"answer": "yes", "status": "agreed", "by": "parties"}}
    content = {"case": "X", "matter": "route-to-uk", "territory": "AT", "dates": {"hearing": "2026-05-04"}}
    for territory, findings, provisions in (("AT", old_acts, AFTER_ANY), ("US", {}, SPECIALITY | AFTER_ANY)):
        said = {**content, "territory": territory, "findings": findings}
        made = determine(CaseFile.from_mapping(said), BOOK)
        assert {each.provision for each in made.afterwards} == provisions


@pytest.mark.parametrize("provision", ["EA 2003 s 145", "EA 2003 s 152", "EA 2003 s 153A", "EA 2003 s 153C"])
def test_what_follows_a_part_3_warrant_says_what_held_before_2010(provision):
    for step in listed(provision):
        assert "25 January 2010" in step.says
