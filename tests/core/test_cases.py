"""The tests of law, which are data: tests/cases/part_*/** and the precedents."""

import shutil
from pathlib import Path

import pytest
from strategies import BOOK, ROOT, fresh_book

from extradition import CaseFile, RuleBook, SourceError, validate
from extradition.case_file import each_point
from extradition.hearing import hear
from extradition.policy import law_tests
from extradition.policy.coverage import cover
from extradition.policy.law_tests import LawTest

CASES = Path(__file__).parents[1] / "cases"
LAW = law_tests.load(CASES, BOOK)
DECIDED = [CaseFile.load(path) for path in sorted(Path(__file__).parents[2].glob("precedents/*.yaml"))]


@pytest.fixture(scope="module")
def covered():
    """What comes of all tests of law, by both readings."""
    return cover(LAW, BOOK)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "path", dict.fromkeys(path for path, _ in LAW), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_law(path, covered):
    assert {each.it: each.differences for each in covered.failures if each.file == str(path)} == {}


@pytest.mark.no_cover
def test_the_law_tests_try_every_answer_of_every_version_and_both_sides_of_every_edge(covered):
    assert covered.tests == len(LAW)
    assert (covered.failures, covered.untried, covered.edges) == ((), {}, ())


@pytest.mark.no_cover
def test_the_law_tests_state_where_each_answer_leads_and_why_a_question_is_left_to_the_judge(covered):
    assert covered.unstated == ()


@pytest.mark.no_cover
def test_each_answer_on_a_list_decides_a_law_test_and_each_reason_is_stated_by_one(covered):
    assert (covered.undecided, covered.reasons) == ({}, {})
    assert covered.answers_to_facts > 1000  # the whole book
    assert covered.is_complete


def test_a_law_test_without_a_territory_has_that_of_its_matter_in_the_rule_book(tmp_path):
    folder = shutil.copytree(ROOT / "tests/books/small", tmp_path / "small")
    path = folder / "book.yaml"
    text = path.read_text(encoding="utf-8")
    one = text.replace("category: 1, paper: warrant}", "category: 1, paper: warrant, territory_of_tests: RO}")
    path.write_text(one, encoding="utf-8")
    book = RuleBook.load(folder)
    first, second = (
        LawTest(it="Named", law="s 1", part=part, hearing="2010-01-01", findings={"named": "yes"})
        for part in ("1", "2")
    )
    assert (first.case_file(book).territory, second.case_file(book).territory) == ("RO", None)


def test_what_no_test_tries_is_reported(small):
    tests = [
        LawTest(
            it="Four months are enough",
            law="s 2",
            part=1,
            territory="RO",
            hearing="2010-01-01",
            findings={"named": "yes", "sentence": 4},
        ),
        LawTest(
            it="And so is none",
            law="s 2",
            part=1,
            territory="RO",
            hearing="2009-12-31",
            findings={"named": "no"},
            path={"TA 2000 s 1": "yes"},
        ),
        LawTest(
            it="No such fact",
            law="s 2",
            part=1,
            territory="RO",
            hearing="2010-01-01",
            findings={"nmaed": "no"},
        ),
    ]
    coverage = cover([(Path("a.yaml"), test) for test in tests], small)
    assert coverage.tests == 3
    assert [failure.it for failure in coverage.failures] == [
        "Four months are enough",
        "And so is none",
        "No such fact",
    ]
    assert coverage.failures[1].differences == ("the path is TA 2000 s 1 no, not TA 2000 s 1 yes",)
    assert (
        coverage.failures[2]
        .differences[0]
        .startswith("it is refused: offences[0].findings.nmaed: is not a fact or a question")
    )
    assert coverage.untried["s1-first"] == ("open",)
    assert coverage.untried["s2-1-first"] == ("yes", "no", "open")
    assert "TA 2000 s 2(1): no test with sentence at 3" in coverage.edges
    assert "TA 2000 s 2(1): no test on 2009-12-31" in coverage.edges
    assert not coverage.is_complete


def test_a_test_says_all_that_differs(small):
    head = {
        "it": "X",
        "law": "Y",
        "part": 1,
        "territory": "RO",
        "hearing": "2010-01-01",
        "findings": {"named": "no"},
    }
    leads = {
        "next": "TA 2000 s 9",
        "next_under": "TA 2000 s 8",
        "goes_on_under": {"TA 2000 s 2(1)": "TA 2000 s 3"},
    }
    ends = {
        "outcome": "proceed",
        "to": "TA 2000 s 9",
        "open": ["TA 2000 s 1"],
        "because": {"TA 2000 s 1": ["It is"]},
    }
    wrong = LawTest(**head, **leads, **ends, unless_shown=["named"], if_nothing_more_is_shown="open")
    assert list(wrong.differences(hear(wrong.case_file(small), small))) == [
        "the path is TA 2000 s 1 no, not empty",
        "the last answer leads to discharge, not TA 2000 s 9",
        "the last answer leads on under TA 2000 s 1, not TA 2000 s 8",
        "the hearing goes on under TA 2000 s 2(1) None, not TA 2000 s 2(1) TA 2000 s 3",
        "the outcome is discharge under TA 2000 s 1, not proceed TA 2000 s 9 under None",
        "the first open questions are (), not ('TA 2000 s 1',)",
        "TA 2000 s 1 is left to the decider because of (), not of ('It is',)",
        "the outcome presumes that nothing is shown on (), not ('named',)",
        "the outcome if nothing more is shown is discharge, not open",
    ]
    right = LawTest(
        **head, path={"TA 2000 s 1": "no"}, next="discharge", outcome="discharge", under="TA 2000 s 1"
    )
    assert list(right.differences(hear(right.case_file(small), small))) == []
    nothing = LawTest(**{**head, "findings": {}}, next="discharge")
    assert list(nothing.differences(hear(nothing.case_file(small), small))) == [
        "the last answer leads to None, not discharge"
    ]


BETWEEN = "TA 2000 s 2(1)"
HEAD = {"it": "X", "law": "Y", "part": 1, "territory": "RO", "taken_from": BETWEEN, "hearing": "2010-01-01"}
OPEN = {"findings": {"sentence": 2, "mercy": "no"}, "open": [BETWEEN]}


def test_a_test_compares_the_reasons_that_leave_a_question_to_the_judge(small):
    right = LawTest(**HEAD, **OPEN, because={BETWEEN: ["The sentence is between"]})
    wrong = LawTest(**HEAD, **OPEN, because={BETWEEN: ["It is for the judge"]})
    longer = LawTest(**HEAD, **OPEN, because={BETWEEN: ["The sentence is between", "It is for the judge"]})
    hearing = hear(right.case_file(small), small)
    assert list(right.differences(hearing)) == []
    assert [list(test.differences(hearing)) for test in (wrong, longer)] == [
        [
            (
                f"{BETWEEN} is left to the decider because of ('The sentence is between one month and "
                f"four.',), not of {words}"
            )
        ]
        for words in (("It is for the judge",), ("The sentence is between", "It is for the judge"))
    ]


@pytest.mark.parametrize(
    ("test", "keys"),
    [
        ({"findings": {"sentence": 5, "mercy": "no"}}, ["path", "next", "next_under", "under"]),
        (
            {"findings": {"sentence": 5, "mercy": "no"}, "path": {BETWEEN: "yes"}, "next": "TA 2000 s 9"},
            ["next_under", "under"],
        ),
        (OPEN, ["path", "because"]),
        ({**OPEN, "path": {}, "open": []}, []),
        ({**OPEN, "path": {}, "because": {BETWEEN: ["The sentence"]}}, []),
        (
            {
                "findings": {},
                "case_type": "accusation",
                "path": {},
                "outcome": "proceed",
                "under": "TA 2000 s 2(3)",
            },
            ["goes_on_under"],
        ),
        (
            {
                "findings": {},
                "case_type": "accusation",
                "path": {},
                "goes_on_under": {BETWEEN: "TA 2000 s 2(3)"},
            },
            ["under"],
        ),
    ],
)
def test_a_test_says_which_keys_it_leaves_out(small, test, keys):
    law_test = LawTest.model_validate({**HEAD, **test})
    assert list(law_test.unstated(hear(law_test.case_file(small), small))) == keys


def test_the_coverage_lists_what_the_tests_leave_out(small):
    stated = {"path": {BETWEEN: "yes"}, "next": "TA 2000 s 9", "next_under": "TA 2000 s 2(1)"}
    ends = {"outcome": "proceed", "to": "TA 2000 s 9", "under": "TA 2000 s 2(1)"}
    short = LawTest.model_validate(
        {**HEAD, "findings": {"sentence": 5, "mercy": "no"}, "path": {BETWEEN: "yes"}}
    )
    whole = LawTest.model_validate(
        {**HEAD, **stated, **ends, "findings": {"sentence": "life", "mercy": "no"}}
    )
    between = LawTest.model_validate({**HEAD, **OPEN, "path": {}, "because": {BETWEEN: ["The sentence"]}})
    first = cover([(Path("a.yaml"), short)], small)
    assert first.unstated == tuple(
        f"a.yaml: X: does not state {key}" for key in ("next", "next_under", "under")
    )
    assert first.reasons == {"s2-1-second": ("The sentence is between one month and four.",)}
    assert not first.is_complete
    assert first.undecided["s2-1-second"] == ("sentence: life", "spared: yes", "sentence: not_shown")
    second = cover([(Path("a.yaml"), test) for test in (whole, between)], small)
    assert (second.failures, second.unstated, second.reasons) == ((), (), {})
    assert second.undecided["s2-1-second"] == ("spared: yes", "sentence: not_shown")
    assert (second.answers_to_facts, second.is_complete) == (7, False)


def test_a_folder_of_tests_says_what_is_wrong_with_it(tmp_path):
    with pytest.raises(SourceError, match="has no tests of law"):
        law_tests.load(tmp_path, BOOK)
    folder = tmp_path / "part_1/section_1"
    folder.mkdir(parents=True)
    (folder / "s1.yaml").write_text("- it: X\n  law: Y\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"s1.yaml:1:3: \[0\].part: is required"):
        law_tests.load(tmp_path, BOOK)


def test_a_file_of_tests_in_no_folder_of_a_matter_is_named(tmp_path):
    for name in (
        "part_one/s1.yaml",
        "top.yaml",
        "x/y/s2.YML",
        ".kept/s3.yaml",
        "international_policing/a.yaml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("- it: X\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("X", encoding="utf-8")
    with pytest.raises(SourceError) as error:
        law_tests.load(tmp_path, BOOK)
    matters = "part_1, part_1_arrest, part_2, part_2_arrest, part_3"
    stray = ("part_one/s1.yaml", "top.yaml", "x/y/s2.YML")
    assert [(each.position.path, each.message) for each in error.value.problems] == [
        (
            str(tmp_path),
            f"has no tests of law ({matters}: **/*.yaml) in it; not read: {', '.join(stray)}",
        )
    ]
    (tmp_path / "part_1").mkdir()
    shutil.copy(CASES / "part_1/section_12/s12_double_jeopardy.yaml", tmp_path / "part_1/s12.yaml")
    with pytest.raises(SourceError) as error:
        law_tests.load(tmp_path, BOOK)
    says = f"is not read: tests of law are in a folder of a matter: {matters}"
    assert [(each.position.path, each.message) for each in error.value.problems] == [
        (str(tmp_path / name), says) for name in stray
    ]
    for name in stray:
        (tmp_path / name).unlink()
    assert len(law_tests.load(tmp_path, BOOK)) > 1


def test_a_test_of_law_whose_sentence_a_comment_cuts_off_says_so(tmp_path):
    folder = tmp_path / "part_1/section_1"
    folder.mkdir(parents=True)
    (folder / "s1.yaml").write_text(
        "- it: Count #3 is decided\n  law: Y # 4\n  part: 1 #honest\n  territory: RO #honest\n"
        "  hearing: 2020-01-01 # honest\n  findings: {}\n",
        encoding="utf-8",
    )
    with pytest.raises(SourceError) as error:
        law_tests.load(tmp_path, BOOK)
    assert [(each.where, each.message.partition(":")[0]) for each in error.value.problems] == [
        ("[0].it", "is cut off before '#3 is decided'"),
        ("[0].law", "is cut off before '# 4'"),
    ]


def test_the_hours_at_which_the_law_changes_want_tests_too():
    edges = cover([], fresh_book(), engine="plain").edges
    assert "s10-2-with-list-offences: no test on 2020-12-31 before 23:00" in edges
    assert "s10-2-without-list-offences: no test on 2020-12-31 from 23:00" in edges
    assert "EA 2003 s 64(5): no test with foreign_maximum at 35" in edges


def test_a_decided_case_is_as_decided_or_says_why_not_and_only_then():
    validated = validate(DECIDED, BOOK)
    assert [(case.case, case.parted) for case in validated.unexplained] == []
    points = [point for case in DECIDED for point in each_point(case, BOOK)]
    for point, agreement in zip(points, validated.cases, strict=True):
        explained = any(offence.decided.disagreement is not None for offence in point.offences)
        assert (point.case, point.taken_from, explained) == (
            agreement.case,
            agreement.taken_from,
            agreement in validated.disagreements,
        )


def test_there_are_decided_cases_of_both_parts():
    assert {case.part for case in DECIDED} == {"1", "2"}
