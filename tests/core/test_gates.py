"""The gate before a question that is asked unless something is shown, and an order that rests on several
grounds.
"""

import pytest
from pydantic import ValidationError
from strategies import BOOK, case_of

from extradition import SourceError, determine
from extradition.rule_book.consequences import Discharge, Order, other_grounds
from extradition.rule_book.gate import Gate

START = "EA 2003 s 2(2)"
WAY = {"proceed_to": "EA 2003 s 6(2)", "under": "EA 2003 s 6(1)"}
GOOD = {"issuer": "court_or_judge", "offence_particulars": "full", "sentence_particulars": "full"}
ARREST = {
    "arrest_route": "provisional_part_1",
    "discharge_application": "for_a_time_limit_after_provisional_arrest",
}


def heard(found):
    return determine(case_of(found, "2025-06-02", taken_from=START), BOOK).offences[0]


def first_step(found):
    return next((step for step in heard(found).steps if step.provision == START), None)


def test_a_gate_has_one_condition():
    for conditions in ({}, {"when": {"mercy": ["yes"]}, "unless_shown": {"mercy": ["no"]}}):
        with pytest.raises(ValidationError, match="has either when or unless_shown"):
            Gate.model_validate({**conditions, "otherwise": WAY})


def test_a_gate_lets_ask_when_its_condition_holds_or_unless_its_condition_is_shown():
    when = Gate.model_validate({"when": {"mercy": ["yes"]}, "otherwise": WAY})
    unless = Gate.model_validate({"unless_shown": {"mercy": ["yes"]}, "otherwise": WAY})
    assert [when.lets_ask(known) for known in ({"mercy": "yes"}, {"mercy": "no"}, {})] == [True, False, None]
    assert [unless.lets_ask(known) for known in ({"mercy": "yes"}, {"mercy": "no"}, {})] == [
        False,
        True,
        None,
    ]


@pytest.mark.parametrize(
    ("found", "presumed"),
    [
        ({}, ["arrest_route"]),
        ({"arrest_route": "provisional_part_1"}, ["discharge_application"]),
        (ARREST, ["hours_to_judge", "hours_to_warrant"]),
        ({**ARREST, "hours_to_judge": "20", "hours_to_warrant": "60"}, ["extra_48_hours"]),
        ({**ARREST, "hours_to_judge": "20", "hours_to_warrant": "20"}, []),
        ({"discharge_application": "not_made"}, []),
    ],
)
def test_the_step_says_of_what_the_gate_presumes_that_nothing_is_shown(found, presumed):
    step = first_step({**GOOD, **found})
    assert step.answer == "yes"
    assert list(step.unless_shown) == presumed


def test_a_gate_that_is_not_let_names_no_presumption():
    offence = heard({**ARREST, "hours_to_judge": "61"})
    assert (offence.outcome.kind, offence.outcome.under, offence.unless_shown) == (
        "discharge",
        "EA 2003 s 6(6)",
        (),
    )
    assert [each.provision for each in offence.not_asked if each.because == "not asked in this case"] == [
        START
    ]


def test_a_dispute_on_what_the_gate_reads_leaves_it_open_whether_the_question_is_asked():
    disputed = [{"answer": "61", "by": "requested person"}, {"answer": "40", "by": "requesting authority"}]
    offence = heard({**GOOD, **ARREST, "hours_to_judge": disputed, "hours_to_warrant": "40"})
    left = next(each for each in offence.open_questions if each.provision == START)
    assert "hours_to_judge" in left.whether_asked
    assert "arrest_route" not in left.whether_asked


def test_only_a_finding_on_a_question_that_the_gate_names_answers_it():
    missed = {**GOOD, **ARREST, "hours_to_judge": "61", "hours_to_warrant": "20"}
    for by, outcome in (("judge", None), ("requested person", "EA 2003 s 6(6)")):
        found = {**missed, "provisional_limits_exceeded": {"answer": "no", "by": by}}
        offence = heard(found)
        assert (first_step(found) is None) == (by != "judge")
        assert offence.outcome.under == outcome


def test_a_date_of_the_case_answers_a_fact_whatever_a_party_says():
    for found in ({}, {"certificate_issued": {"answer": "yes", "by": "requesting authority"}}):
        case = case_of(found, "2025-06-02", taken_from="EA 2003 s 2(7)")
        offence = determine(case, BOOK).offences[0]
        assert [each.answer for each in offence.steps if each.provision == "EA 2003 s 2(7)"] == ["yes"]
        assert [each for each in offence.cautions if each.fact == "certificate_issued"] == []
        assert offence.party_cases == ()


def test_a_finding_that_contradicts_the_date_is_a_fault():
    with pytest.raises(SourceError) as caught:
        determine(case_of({"certificate_issued": "not_shown"}, "2025-06-02"), BOOK)
    assert [each.message for each in caught.value.problems] == [
        "the case file gives dates.certificate, and so the answer is 'yes'"
    ]


def test_a_date_answers_nothing_that_the_case_does_not_date():
    case = case_of({}, "2025-06-02", taken_from="EA 2003 s 2(7)")
    undated = case.model_copy(update={"dates": case.dates.model_copy(update={"certificate": None})})
    first = determine(undated, BOOK).offences[0].open_questions[0]
    assert (first.provision, first.facts[0].answer) == ("EA 2003 s 2(7)", None)


def test_an_order_or_a_discharge_may_rest_on_several_other_provisions():
    ground = {"when": {"mercy": ["yes"]}, "under": "EA 2003 s 3"}
    for shape, key in ((Order, "order"), (Discharge, "discharge")):
        for unless, number in ((ground, 1), ([ground, ground], 2)):
            way = shape.model_validate({key: True, "under": "EA 2003 s 2", "unless": unless})
            assert [other.under for other in other_grounds(way)] == ["EA 2003 s 3"] * number
    assert other_grounds(None) == ()
