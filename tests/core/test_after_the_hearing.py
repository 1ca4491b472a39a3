"""What the Act provides after the hearing: appeals, removal, undertakings, asylum, and their time limits."""

from __future__ import annotations

import pytest
from strategies import BOOK


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
    assert "Before 15 January 2007 it started with the day of the order." in without.says
    assert "2007" not in following.says


@pytest.mark.parametrize(
    ("provision", "by", "certificate"),
    [("EA 2003 s 39", "judge", "section 2"), ("EA 2003 s 121", "Secretary of State", "section 70")],
)
def test_a_claim_for_asylum_after_the_certificate_was_a_bar_before_2014_too(provision, by, certificate):
    (step,) = listed(provision, by)
    assert step.says.startswith("The person must not be extradited until the claim is finally determined.")
    assert f"Before that day it had to be made after the {certificate} certificate." in step.says
