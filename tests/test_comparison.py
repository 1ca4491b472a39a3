import pytest
from strategies import BOOK, SMALL, case_of, small_case_of

from extradition import CaseFile, UnknownLawError, compare

LAWS = ("before-merticariu", "merticariu", "as-amended-2026")


def test_merticariu_under_three_laws(merticariu):
    made = compare(merticariu, BOOK, LAWS)
    (case,) = made.cases
    assert [(each.law, each.outcome, each.under, each.turns_on_commencement) for each in case.outcomes] == [
        ("before-merticariu", "proceed to s 21", "EA 2003 s 20(6)", False),
        ("merticariu", "discharge", "EA 2003 s 20(7)", False),
        ("as-amended-2026", "proceed to s 21", "EA 2003 s 20(6)", True),
    ]
    (parting,) = case.partings
    assert (parting.provision, parting.turned_on) == ("EA 2003 s 20(5)", ("retrial_right",))
    assert [answer.answer for answer in parting.answers] == ["yes", "no", "yes"]
    assert parting.answers[1].authorities[0].cite == "[2024] UKSC 10"
    assert [(each.outcomes, each.count) for each in made.transitions] == [(("proceed to s 21", "discharge", "proceed to s 21"), 1)]


def test_merticariu_s_effect_is_told_from_bertino_s():
    bertino = CaseFile.load("examples/bertino/case.yaml")
    (parting,) = compare(bertino, BOOK, ("before-merticariu", "bertino-without-merticariu")).cases[0].partings
    assert (parting.provision, parting.turned_on) == ("EA 2003 s 20(3)", ("diligence",))
    assert compare(bertino, BOOK, ("bertino-without-merticariu", "merticariu")).cases[0].partings == ()


def test_the_laws_change_both_parts_alike():
    found = {"convicted_in_presence": "no", "deliberately_absent": "no", "rehearing": "retrial", "minimum_retrial_rights": "yes"}
    case = case_of({**found, "retrial_right": "if_court_finds_no_deliberate_absence"}, "2024-03-06", "2")
    (made,) = compare(case, BOOK, (*LAWS, "bertino-without-merticariu")).cases
    assert [each.outcome for each in made.outcomes] == ["proceed to s 86", "discharge", "proceed to s 86", "proceed to s 86"]


def test_what_holds_alike_under_both_laws_is_not_what_they_turn_on():
    found = {"convicted_in_presence": "no", "later_decision": "none_shown", "merits_appeal": "none_shown", "diligence": "manifest_lack"}
    (parting,) = compare(case_of(found, "2024-03-06"), BOOK, ("before-merticariu", "merticariu")).cases[0].partings
    assert parting.turned_on == ("diligence",)
    found = {"convicted_in_presence": "no", "deliberately_absent": "no", "retrial_right": "none", "rehearing": "retrial"}
    (parting,) = compare(case_of(found, "2024-03-06"), BOOK, ("merticariu", "as-amended-2026")).cases[0].partings
    assert ([each.answer for each in parting.answers], parting.turned_on) == (["no", "open"], ("retrial_right",))
    both_open = {"convicted_in_presence": "no", "deliberately_absent": "no", "retrial_right": "other_condition"}
    assert compare(case_of(both_open, "2024-03-06"), BOOK, ("before-merticariu", "as-amended-2026")).cases[0].partings == ()


def test_a_question_that_one_law_never_reaches():
    case = case_of(
        {"convicted_in_presence": "no", "later_decision": "none_shown", "merits_appeal": "none_shown", "diligence": "manifest_lack"}, "2024-03-06"
    )
    (parting,) = compare(case, BOOK, ("before-merticariu", "merticariu")).cases[0].partings
    assert [answer.answer for answer in parting.answers] == ["yes", "open"]
    first = small_case_of({"sentence": "24", "named": "yes"}, "2010-01-01")
    assert compare(first, SMALL, ("old", "new")).cases[0].partings == ()


def test_many_cases_are_counted_with_the_cases_behind_each_count(merticariu):
    other = case_of({"convicted_in_presence": "yes"}, "2020-01-01")
    made = compare([merticariu, other, other], BOOK, LAWS)
    assert [(each.outcomes, each.count, each.cases) for each in made.transitions] == [
        (("proceed to s 21",) * 3, 2, ("A case", "A case")),
        (("proceed to s 21", "discharge", "proceed to s 21"), 1, (merticariu.case,)),
    ]


@pytest.mark.parametrize("laws", [(), ("merticariu",), ("merticariu", "merticariu")])
def test_a_comparison_needs_two_different_laws(merticariu, laws):
    with pytest.raises(UnknownLawError, match="two or more different laws"):
        compare(merticariu, BOOK, laws)
