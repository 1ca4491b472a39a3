"""The balance sheet: the side of each recorded answer, and the reason why a balance was not asked."""

from strategies import BOOK, case_of

from extradition import determine, paper, render
from extradition.hearing.facts import towards
from extradition.rule_book.checks.words import _wrong_in
from extradition.rule_book.question import Factor

DAY = "2025-06-20"


def sides(found):
    case = case_of(found, DAY, taken_from="EA 2003 s 21")
    (balance,) = paper(case, BOOK, "balance-sheet", engine="plain").content.balances
    return {each.name: each.side_of_sheet for each in balance.factors}


def test_harm_to_a_family_weighs_against_extradition_and_a_sentence_left_to_serve_for_it():
    placed = sides({"family_life_impact": "severe", "remaining_to_serve": "31"})
    assert placed["family_life_impact"] == "against extradition"
    assert placed["remaining_to_serve"] == "for extradition"
    assert sides({"remaining_to_serve": "nothing_left"})["remaining_to_serve"] == "against extradition"


def test_an_answer_without_a_direction_in_the_rule_book_is_not_placed():
    found = {"change_of_circumstances": "ordinary"}
    assert sides(found)["change_of_circumstances"] == "not placed"
    text = render(paper(case_of(found, DAY, taken_from="EA 2003 s 21"), BOOK, "balance-sheet"))
    assert "Not placed: the rule book does not say which way the answer goes" in text
    assert "neutral" not in text.lower()


def test_each_number_above_0_goes_towards_one_answer():
    factor = Factor(fact="remaining_to_serve", numbers_towards="yes", towards_no=("nothing_left",))
    assert [towards(factor, each) for each in (31, 0, "nothing_left", None)] == ["yes", None, "no", None]
    assert towards(Factor(fact="remaining_to_serve"), 31) is None


def test_only_a_fact_with_a_unit_has_numbers():
    factor = Factor(fact="fugitive", numbers_towards="yes")
    assert [*_wrong_in(factor, BOOK.facts["fugitive"])] == [
        "numbers_towards is for a fact with a unit; fugitive has none"
    ]


def reasons(kind, found):
    case = case_of(found, DAY, case_type=kind, taken_from="EA 2003 s 20(1)")
    made = paper(case, BOOK, "balance-sheet")
    named = {each.question.provision: each.question for each in made.content.not_asked}
    return named, " ".join(render(made).split())


def test_a_balance_for_a_person_accused_is_not_reached_because_the_person_is_convicted():
    found = {"convicted_in_presence": "yes", "convention_compatible": "yes"}
    named, text = reasons("conviction", found)
    assert (named["EA 2003 s 21A(1)(a)"].after, named["EA 2003 s 21A(1)(a)"].answer) == (
        "EA 2003 s 20(1)",
        "yes",
    )
    of_gate = "only where the person has been convicted; a person accused goes on to human rights and"
    said = "not reached: s 20(1) is asked in this case, and leads elsewhere under s 20(2)"
    assert f"Section 21A(1)(a), Human rights (person accused): {said}: {of_gate}" in text


def test_a_balance_for_a_person_convicted_is_not_reached_because_the_person_is_accused():
    found = {"convention_compatible_if_accused": "yes", "disproportionate": "no"}
    named, text = reasons("accusation", found)
    assert (named["EA 2003 s 21"].after, named["EA 2003 s 21"].answer) == ("EA 2003 s 20(1)", None)
    said = "not reached: s 20(1) is not asked in this case, which leads elsewhere under s 11(5)"
    assert f"Section 21, Human rights: {said}: only where the person has been convicted" in text


def test_a_question_that_is_not_reached_names_the_answer_that_led_past_it():
    case = case_of({"convicted_in_presence": "yes"}, DAY, taken_from="EA 2003 s 20(1)")
    (offence,) = determine(case, BOOK).offences
    causes = {each.provision: each for each in offence.not_asked if each.because == "not reached"}
    assert (causes["EA 2003 s 20(5)"].after, causes["EA 2003 s 20(5)"].under) == (
        "EA 2003 s 20(1)",
        "EA 2003 s 20(2)",
    )


def test_a_question_not_in_force_leads_past_those_that_only_its_answer_reaches():
    start = case_of({}, "2012-06-01", case_type="accusation", taken_from="EA 2003 s 19B(2)(a)")
    (offence,) = determine(start, BOOK).offences
    causes = {each.provision: each for each in offence.not_asked}
    assert (causes["EA 2003 s 19C(1)"].after, causes["EA 2003 s 19C(1)"].answer) == (
        "EA 2003 s 19B(2)(a)",
        None,
    )
