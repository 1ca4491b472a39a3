"""The book on international policing: its tests of law, its guidance, its examples and its checklist."""

import pytest
from strategies import ROOT, book_in

from extradition import CaseFile, RuleBook, determine, determine_each_matter
from extradition.policy import law_tests
from extradition.policy.coverage import cover
from extradition.report.summary import summary_of

POLICING = book_in("rules/international_policing")
LAW = law_tests.load(ROOT / "tests/cases/international_policing", POLICING)
EXAMPLES = ROOT / "examples/international_policing"
PAIRS = sorted(EXAMPLES.glob("*/case_*.yaml"))
ENDS = {"yes": {"may", "must", "refer"}, "no": {"may_not", "need_not", "done"}}


@pytest.fixture(scope="module")
def covered():
    """What comes of all tests of law of the book, by both readings."""
    return cover(LAW, POLICING)


def test_every_test_of_law_holds_and_every_answer_day_and_number_is_tried(covered):
    assert covered.tests == len(LAW) > 490
    assert (covered.failures, covered.untried, covered.edges, covered.unstated) == ((), {}, (), ())
    assert covered.is_complete


def test_a_rule_book_of_the_package_is_loaded_by_its_name_and_the_first_without_one():
    assert RuleBook.load_named("international-policing").digest == POLICING.digest
    assert RuleBook.load_named(None).title != POLICING.title


def end_of(made):
    """The kind of end of a determination."""
    return made.offences[0].outcome.kind


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: f"{path.parent.name}: {path.stem}")
def test_each_example_ends_as_its_name_says(path):
    made = determine(CaseFile.load(path), POLICING)
    assert made.part.replace("-", "_") == path.parent.name
    assert end_of(made) in ENDS[path.stem.removeprefix("case_")]


def test_every_matter_has_an_example_that_ends_with_yes_and_one_that_ends_with_no():
    named = {(path.parent.name, path.stem.removeprefix("case_")) for path in PAIRS}
    assert named == {(name.replace("-", "_"), end) for name in POLICING.matters for end in ENDS}


def test_the_custody_checklist_asks_the_matters_whose_gate_holds():
    case = CaseFile.load(EXAMPLES / "custody_checklist.yaml")
    made = determine_each_matter(case, POLICING)
    assert {each.part: end_of(each) for each in made.determinations} == {
        "search-for-nationality-documents": "may_not",
        "custody-fingerprints": "must",
        "custody-immigration-check": "must",
        "custody-overseas-convictions": "need_not",
        "custody-interpol-check": "must",
        "custody-deportation-notice": "must",
    }


def test_where_guidance_and_law_part_both_texts_have_an_address():
    listed = summary_of(POLICING, with_guidance=True).guidance
    differing = {each.provision for each in listed if each.differs}
    assert differing == {
        "CICA 2003 s 7(2)",
        "UKBA 2007 s 44(1)",
        "UKBA 2007 s 44(4)",
        "UKBA 2007 s 46(2)",
        "UKBA 2007 s 46A(2)",
        "CJA 2003 s 103(7)",
        "EUFRA 2020 s 4(1)",
        "IA 1971 s 6(2)",
        "IAA 1999 s 141(3)",
        "PA 1996 s 26",
        "PA 1996 s 26(3)",
        "APP at arrest-on-a-match",
        "APP at notice-of-liability-to-deportation",
    }
    assert all(each.provision_address.startswith("https://") for each in listed)
    assert all(each.at_address.startswith("https://") for each in listed)


def test_guidance_that_makes_a_version_is_never_called_text_that_was_seen():
    levels = {
        version.verified
        for question in POLICING.questions.values()
        for version in question.versions
        if version.made_by == "guidance"
    }
    assert levels == {"secondary", "recalled"}
