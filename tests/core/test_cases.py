"""The tests of law, which are data: tests/cases/part_*/** and the precedents."""

from pathlib import Path

import pytest
from strategies import BOOK

from extradition import CaseFile, RuleBook, SourceError, validate
from extradition.case_file import each_point
from extradition.hearing import hear
from extradition.policy import law_tests
from extradition.policy.law_tests import LawTest, cover

CASES = Path(__file__).parents[1] / "cases"
LAW = law_tests.load(CASES)
DECIDED = [CaseFile.load(path) for path in sorted(Path(__file__).parents[2].glob("precedents/*.yaml"))]


@pytest.fixture(scope="module")
def covered():
    """What comes of all tests of law, by both readings."""
    return cover(LAW, BOOK)


@pytest.mark.parametrize(("path", "test"), [pytest.param(path, test, id=f"{path.stem}: {test.it}") for path, test in LAW])
def test_law(path, test, covered):
    assert [failure.differences for failure in covered.failures if (failure.file, failure.it) == (str(path), test.it)] == []


def test_the_law_tests_try_every_answer_of_every_version_and_both_sides_of_every_edge(covered):
    assert covered.tests == len(LAW)
    assert (covered.failures, covered.untried, covered.edges) == ((), {}, ())
    assert covered.is_complete


def test_what_no_test_tries_is_told(small):
    tests = [
        LawTest(it="Four months are enough", law="s 2", part=1, territory="RO", hearing="2010-01-01", findings={"named": "yes", "sentence": 4}),
        LawTest(it="And so is none", law="s 2", part=1, territory="RO", hearing="2009-12-31", findings={"named": "no"}, path={"TA 2000 s 1": "yes"}),
        LawTest(it="No such fact", law="s 2", part=1, territory="RO", hearing="2010-01-01", findings={"nmaed": "no"}),
    ]
    coverage = cover([(Path("a.yaml"), test) for test in tests], small)
    assert coverage.tests == 3
    assert [failure.it for failure in coverage.failures] == ["Four months are enough", "And so is none", "No such fact"]
    assert coverage.failures[1].differences == ("the path is TA 2000 s 1 no, not TA 2000 s 1 yes",)
    assert coverage.failures[2].differences[0].startswith("it is refused: offences[0].findings.nmaed: is not a fact or a question")
    assert coverage.untried["s1-first"] == ("open",)
    assert coverage.untried["s2-1-first"] == ("yes", "no", "open")
    assert "TA 2000 s 2(1): no test with sentence at 3" in coverage.edges
    assert "TA 2000 s 2(1): no test on 2009-12-31" in coverage.edges
    assert not coverage.is_complete


def test_a_test_says_all_that_differs(small):
    head = {"it": "X", "law": "Y", "part": 1, "territory": "RO", "hearing": "2010-01-01", "findings": {"named": "no"}}
    wrong = LawTest(**head, next="TA 2000 s 9", outcome="proceed", to="TA 2000 s 9", open=["TA 2000 s 1"], if_nothing_more_is_shown="open")
    assert list(wrong.differences(hear(wrong.case_file(small), small))) == [
        "the path is TA 2000 s 1 no, not empty",
        "the last answer leads to discharge, not TA 2000 s 9",
        "the outcome is discharge under TA 2000 s 1, not proceed TA 2000 s 9 under None",
        "the first open questions are (), not ('TA 2000 s 1',)",
        "the outcome if nothing more is shown is discharge, not open",
    ]
    right = LawTest(**head, path={"TA 2000 s 1": "no"}, next="discharge", outcome="discharge", under="TA 2000 s 1")
    assert list(right.differences(hear(right.case_file(small), small))) == []
    nothing = LawTest(**{**head, "findings": {}}, next="discharge")
    assert list(nothing.differences(hear(nothing.case_file(small), small))) == ["the last answer leads to None, not discharge"]


def test_a_folder_of_tests_says_what_is_wrong_with_it(tmp_path):
    with pytest.raises(SourceError, match="has no tests of law"):
        law_tests.load(tmp_path)
    folder = tmp_path / "part_1/section_1"
    folder.mkdir(parents=True)
    (folder / "s1.yaml").write_text("- it: X\n  law: Y\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"s1.yaml:1:3: \[0\].part: is required"):
        law_tests.load(tmp_path)


def test_the_hours_at_which_the_law_changes_want_tests_too():
    edges = cover([], RuleBook.load(), engine="plain").edges
    assert "s10-2-with-list-offences: no test on 2020-12-31 before 23:00" in edges
    assert "s10-2-without-list-offences: no test on 2020-12-31 from 23:00" in edges
    assert "EA 2003 s 64(5): no test with foreign_maximum at 35" in edges


def test_a_decided_case_comes_out_as_decided_or_says_why_not_and_only_then():
    validated = validate(DECIDED, BOOK)
    assert [(case.case, case.parted) for case in validated.unexplained] == []
    points = [point for case in DECIDED for point in each_point(case, BOOK)]
    for point, agreement in zip(points, validated.cases, strict=True):
        explained = any(offence.decided.disagreement is not None for offence in point.offences)
        assert (point.case, point.taken_from, explained) == (agreement.case, agreement.taken_from, agreement in validated.disagreements)


def test_there_are_decided_cases_of_both_parts():
    assert {case.part for case in DECIDED} == {"1", "2"}
