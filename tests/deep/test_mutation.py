"""The tests of law notice a changed law: a sample of the single changes that `make mutation` tries, always
the same one, and the flips of one file of each rule book, of those that `make mutation-rules` tries.
"""

import pytest
import rule_flips
from mutation import EXPLAINED, NEVER_NOTICED, Mutants, sample
from rule_flips import MOVED, SWAPPED, TURNED, all_flips, flips, named, noticed

FLIPPED = {"rules": "s22_uk_charge_pending", "international_policing": "s141_12_confirmed_for_child"}
"""By the folder of a rule book, a file of it."""
MUST_BE_NOTICED = ("citation", "yes and no swapped", "condition: number", "gate", "day")


@pytest.fixture(scope="module")
def books():
    return dict(rule_flips.runs())


@pytest.fixture(scope="module")
def run(books):
    return books["rules"]


def test_each_change_that_is_explained_is_one_of_the_changes(run):
    assert EXPLAINED.keys() <= {str(mutant) for mutant in run.mutants}


@pytest.mark.parametrize("kind", MUST_BE_NOTICED)
def test_the_tests_of_law_notice_a_changed_law(run, kind):
    mutants = [
        mutant for mutant in run.mutants if mutant.kind.startswith(kind) and mutant.kind != NEVER_NOTICED
    ]
    tried = sample(mutants, 12)
    assert tried
    assert [str(mutant) for mutant in tried if not run.noticed(mutant) and str(mutant) not in EXPLAINED] == []


def test_what_the_checks_refuse_and_what_changes_an_answer_is_noticed(run):
    added = sample([mutant for mutant in run.mutants if mutant.kind == "condition: answer added"], 20)
    noticed = {mutant: run.noticed(mutant) for mutant in added}
    assert {"check", "test"} <= set(noticed.values())
    assert all(run.differs(mutant) for mutant, by in noticed.items() if by == "test")


def test_the_short_form_has_single_changes_too(run):
    sides = {"notice": {"yes": ["served", "posted"], "decider": ["heard_of"], "no": "rest"}}
    content = {"provision": "TA 2000 s 1", "versions": [{"by_fact": sides}]}
    answers = {"notice": ("served", "posted", "heard_of", "none", "not_shown")}
    moved = [mutant.says for mutant in Mutants(run.mutants[0].path, content, answers)]
    assert moved == [
        *(
            "served under decider, not yes",
            "served under no, not yes",
            "posted under decider, not yes",
            "posted under no, not yes",
        ),
        *(
            "none under yes, not no",
            "none under decider, not no",
            "not_shown under yes, not no",
            "not_shown under decider, not no",
        ),
    ]


def test_each_flip_of_a_file_of_each_book_is_noticed(books):
    assert books.keys() == FLIPPED.keys()
    for book, run in books.items():
        found = list(all_flips(run, FLIPPED[book]))
        assert {flip.kind for flip in found} == {SWAPPED, TURNED, MOVED}
        assert [str(flip) for flip in found if not noticed(run, flip)] == []


def test_each_flip_that_is_explained_is_one_of_the_flips(books):
    found = {(flip.path.stem, named(flip)) for run in books.values() for flip in all_flips(run)}
    assert {(stem, flip) for stem, each in rule_flips.EXPLAINED.items() for flip in each} <= found


def test_a_flip_turns_a_version_round_or_moves_one_answer(run):
    answers = {"notice": ("served", "posted", "none"), "length": ()}
    sides = {"yes_if": {"any": [{"notice": ["served", "posted"]}, {"length": {"at_least": "4"}}]}}
    content = {"provision": "TA 2000 s 1", "versions": [{"id": "s1", **sides}]}
    found = {flip.says: flip.content["versions"][0] for flip in flips(run.mutants[0].path, content, answers)}
    assert all(version.pop("id") == "s1" for version in found.values())
    other = {"length": {"at_least": "4"}}
    assert found == {
        "yes for no": {"yes_if": {"all": [{"notice": ["none"]}, {"length": {"below": "4"}}]}},
        "notice: served under no": {"yes_if": {"any": [{"notice": ["posted"]}, other]}},
        "notice: posted under no": {"yes_if": {"any": [{"notice": ["served"]}, other]}},
        "notice: none under yes": {"yes_if": {"any": [{"notice": ["served", "posted", "none"]}, other]}},
    }


def test_a_flip_of_a_version_with_two_sides_keeps_the_answers_between_them(run):
    sides = {"notice": {"yes": ["served", "posted"], "decider": ["heard_of"], "no": "rest"}}
    content = {"provision": "TA 2000 s 1", "versions": [{"by_fact": sides}]}
    answers = {"notice": ("served", "posted", "heard_of", "none")}
    (turned,) = (flip for flip in flips(run.mutants[0].path, content, answers) if flip.kind == TURNED)
    assert turned.content["versions"] == [
        {"yes_if": {"any": [{"notice": ["none"]}]}, "no_if": {"all": [{"notice": ["served", "posted"]}]}}
    ]
