"""The tests of law notice a changed law: a sample of the single changes that `make mutation` tries, always
the same one.
"""

import pytest
from mutation import EXPLAINED, NEVER_NOTICED, Mutants, Run, sample

MUST_BE_NOTICED = ("citation", "yes and no swapped", "condition: number", "gate", "day")


@pytest.fixture(scope="module")
def run():
    return Run()


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
    sides = {"notice": {"yes": ["served", "posted"], "judge": ["heard_of"], "no": "rest"}}
    content = {"provision": "TA 2000 s 1", "versions": [{"by_fact": sides}]}
    answers = {"notice": ("served", "posted", "heard_of", "none", "not_shown")}
    moved = [mutant.says for mutant in Mutants(run.mutants[0].path, content, answers)]
    assert moved == [
        *(
            "served under judge, not yes",
            "served under no, not yes",
            "posted under judge, not yes",
            "posted under no, not yes",
        ),
        *(
            "none under yes, not no",
            "none under judge, not no",
            "not_shown under yes, not no",
            "not_shown under judge, not no",
        ),
    ]
