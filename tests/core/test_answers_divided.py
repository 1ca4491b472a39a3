"""The answers of a version, divided into yes, no and for the judge, and the drafts that move them."""

import pytest
from strategies import BOOK

from extradition import Draft
from extradition.policy.answers_divided import changed_tests, divided_facts, twin_of
from extradition.rule_book.conditions import Is
from extradition.rule_book.version import Version

VERSIONS = {name: version for name, (_, version) in BOOK.versions.items() if version.is_computed}


def facts(version: Version):
    return {each.name: each for each in divided_facts(version, BOOK)}


def test_most_versions_of_the_rule_book_can_be_changed_answer_by_answer():
    divided = [name for name, version in VERSIONS.items() if facts(version)]
    assert len(divided) > 0.8 * len(VERSIONS)


@pytest.mark.parametrize("name", VERSIONS)
def test_the_sides_are_those_that_the_version_gives_where_one_fact_is_all_that_it_tests(name):
    version = VERSIONS[name]
    for fact in divided_facts(version, BOOK):
        alone = version.facts == (fact.name,)
        for answer, side in fact.sides.items():
            said = version.answer({fact.name: answer})
            if side == "no" and fact.no_in:
                assert said == "no"
            elif alone and not fact.is_tested_elsewhere:
                assert said == {"decider": "open"}.get(side, side)
            elif side == "decider" and not fact.is_tested_elsewhere:
                assert said == "open"


@pytest.mark.parametrize("name", VERSIONS)
def test_to_move_nothing_changes_nothing(name):
    stay = {fact.name: fact.sides for fact in divided_facts(VERSIONS[name], BOOK)}
    assert changed_tests(VERSIONS[name], stay, BOOK) == []


def test_an_answer_moves_from_one_test_to_the_other_and_only_to_a_side_that_the_version_has():
    version = VERSIONS["s20-5-merticariu"]
    moved = {"retrial_right": {"if_court_finds_no_deliberate_absence": "yes"}, "rehearing": {"retrial": "no"}}
    assert changed_tests(version, moved, BOOK) == [
        {"in": "yes_if.all[0]", "fact": "retrial_right", "add": ["if_court_finds_no_deliberate_absence"]},
        {"in": "no_if.any[2]", "fact": "retrial_right", "remove": ["if_court_finds_no_deliberate_absence"]},
    ]
    assert facts(version)["rehearing"].choices == ("yes", "decider")


def test_a_version_without_a_test_for_no_has_no_side_for_the_judge():
    version = VERSIONS["s12-as-enacted"]
    (fact, *_) = divided_facts(version, BOOK)
    assert (version.no_if is None, fact.choices) == (fact.is_otherwise_no, fact.choices)
    only_yes = [
        each
        for version in VERSIONS.values()
        if version.no_if is None
        for each in divided_facts(version, BOOK)
    ]
    assert {each.choices for each in only_yes} == {("yes", "no")}


def test_a_moved_answer_gives_the_other_answer_under_the_draft():
    tests = changed_tests(
        VERSIONS["s20-5-merticariu"],
        {"retrial_right": {"if_court_finds_no_deliberate_absence": "decider"}},
        BOOK,
    )
    lines = [
        f"      - {{in: '{each['in']}', fact: {each['fact']}, remove: [{each['remove'][0]}]}}"
        for each in tests
    ]
    text = "\n".join(
        [
            "id: d\nauthor: A\ntitle: T\nsummary: S\nlaw: today\nchanges:",
            "  - version: s20-5-merticariu\n    id: s20-5-d\n    summary: S\n    tests:",
            *lines,
        ]
    )
    book = BOOK.with_draft(Draft.parse("draft.yaml", text))
    answers = {"retrial_right": "if_court_finds_no_deliberate_absence", "rehearing": "retrial"}
    said = [
        version.answer(answers)
        for _, version in (BOOK.versions["s20-5-merticariu"], book.versions["s20-5-d"])
    ]
    assert said == ["no", "open"]


def test_the_twin_is_the_version_in_the_same_place_if_it_has_the_same_conditions():
    assert twin_of("s20-5-merticariu", "1", BOOK) == ("s85-5-merticariu", "EA 2003 s 85(5)")
    assert twin_of("s85-5-merticariu", "2", BOOK) == ("s20-5-merticariu", "EA 2003 s 20(5)")
    twins = {name: twin_of(name, BOOK.part(BOOK.versions[name][0]), BOOK) for name in VERSIONS}
    for name, twin in twins.items():
        if twin is not None:
            assert BOOK.versions[twin[0]][1].conditions == VERSIONS[name].conditions
    assert None in twins.values()


def test_an_answer_that_leads_both_ways_is_not_divided():
    version = VERSIONS["s20-5-merticariu"]
    both = Is.model_validate({"minimum_retrial_rights": ["yes"]})
    unfit = version.model_copy(update={"yes_if": both, "no_if": both})
    assert divided_facts(Version.model_validate(unfit.model_dump(by_alias=True)), BOOK) == ()
