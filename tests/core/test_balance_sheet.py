"""The balance sheet: the side of each recorded answer, and the reason why a balance was not asked."""

from strategies import BOOK, case_of

from extradition import paper, render
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
