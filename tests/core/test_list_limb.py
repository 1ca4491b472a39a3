"""The territory of the case says whether the limb for list offences has effect for its warrants."""

import pytest
from strategies import BOOK, case_of

from extradition import determine
from extradition.casework.papers.facts_schedule import facts_schedule_of
from extradition.hearing import hear

LISTED = {
    "acts_place": "in_the_territory",
    "uk_equivalent": "no_offence",
    "foreign_maximum": 60,
    "framework_list_certificate": "yes",
}


def listed(territory, day="2020-07-01"):
    return case_of(LISTED, day, case_type="accusation", taken_from="EA 2003 s 10(2)", territory=territory)


@pytest.mark.parametrize(("territory", "kind"), [("NO", "discharge"), ("IS", "discharge"), ("ES", "open")])
def test_iceland_and_norway_have_no_list_limb(territory, kind):
    (offence,) = determine(listed(territory), BOOK).offences
    assert offence.outcome.kind == kind
    assert offence.unless_shown == ()


@pytest.mark.parametrize(("day", "names"), [("2020-07-01", ["framework_list_territory"]), ("2025-07-01", [])])
def test_the_schedule_of_facts_has_a_designation_only_where_the_hearing_asks_for_it(day, names):
    facts = facts_schedule_of(hear(listed("ES", day), BOOK)).of("designated")
    assert [each.name for each in facts] == names
