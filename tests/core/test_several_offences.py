"""Several offences in one case: the decisions that are for the person, or for which one offence is enough."""

import pytest
from strategies import BOOK

from extradition import CaseFile, determine


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
