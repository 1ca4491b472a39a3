"""The report on the region in which two laws part: its sentences on what is not verified, on what changes and
on what does not.
"""

import re
from importlib import import_module

import pytest
from strategies import BOOK

from extradition import region, render
from extradition.policy.region import implicants

AMENDED = ("today", "as-amended-2026")


def text_of(laws, question=None):
    return render(region(*laws, BOOK, question=question), "md")


def sections(text):
    return re.findall(r"^## (.*)$", text, re.MULTILINE)


def test_what_is_not_verified_is_said_first():
    text = text_of(AMENDED)
    assert sections(text)[0] == "What is not verified"
    first = text.partition("\n## s 20(5)")[0]
    assert "Prospective: not known to be in force." in first
    assert "known only from the government's factsheet on the Bill; the enacted text was not seen" in first
    assert (
        "That the minimum rights are required of the past right too (not verified against the statute)."
        in first
    )
    assert "by how they are verified:" in first


def test_the_changes_are_sentences_in_the_words_of_the_facts():
    text = text_of(AMENDED, "EA 2003 s 20(5)")
    assert "The laws answer differently in 4,812 of 1,399,680 patterns of 10 facts." in text
    assert "In no pattern is a “yes” under the first law anything else under the second." in text
    assert "### From no to yes: 272 patterns" in text
    assert (
        "1. the retrial: “A court there must first find that the person was not deliberately absent”\n"
        in text
    )
    assert "a doubt about the retrial: any answer except “No doubt about the retrial appears”" in text
    assert "The whole hearing" not in sections(text)


def test_the_whole_hearing_is_counted_by_part_and_type_of_case():
    text = text_of(AMENDED)
    assert "### Part 1, accusation cases\n\nThe hearing ends in the same way in all about" in text
    assert "| discharge | **order by the Secretary of State** |" in text
    assert "Both laws are of one day." in text


def test_laws_of_two_days_are_not_said_to_be_of_one():
    text = text_of(("before-merticariu", "merticariu"))
    assert "Both laws are of one day." not in text


def test_a_question_that_differs_through_another_says_so():
    text = text_of(("before-merticariu", "today"), "EA 2003 s 10(2)")
    assert "Both laws have one version of it. A question on which it builds differs." in text
    assert "**Different only because they build on another question: 1 question**" in text


def test_a_question_that_cannot_change_says_so():
    limb = text_of(AMENDED, "EA 2003 s 20(8)")
    assert "The laws give the same answer in all 81 patterns of 4 facts." in limb
    gone = text_of(AMENDED, "EA 2003 s 16")
    assert (
        "No fact changes the answer under either law, and both laws give the same one: not in force." in gone
    )
    assert "not in force on the day of the law" in gone


def test_conditions_that_are_too_many_are_said_to_be(monkeypatch):
    monkeypatch.setattr(implicants, "MOST_CONDITIONS", 1)
    monkeypatch.setattr(import_module("extradition.policy.region.region"), "MOST_CONDITIONS", 1)
    text = text_of(AMENDED, "EA 2003 s 20(5)")
    assert text.count("The minimal conditions of this change are too many to list: more than 1") == 2
    assert "From no to yes: 272 patterns" in text


def test_laws_that_answer_alike_have_no_question():
    made = region(*AMENDED, BOOK)
    none = made.model_copy(update={"questions": ()})
    assert "The two laws answer every question alike on every pattern of facts." in render(none, "md")


def test_no_law_can_change_no_question_of_a_part():
    made = region(*AMENDED, BOOK)
    part = made.parts[0].model_copy(update={"apart": ()})
    text = render(made.model_copy(update={"parts": (part,)}), "md")
    assert "### Part 1: the two laws can answer no question differently" in text


def test_one_pattern_and_one_fact_are_singular():
    made = region(*AMENDED, BOOK, question="EA 2003 s 20(5)")
    (question,) = made.questions
    change = question.changes[0].model_copy(update={"patterns": 1})
    one = question.model_copy(update={"changes": (change,), "facts": {"rehearing": ("retrial",)}})
    text = render(made.model_copy(update={"questions": (one,)}), "md")
    assert "patterns of 1 fact." in text
    assert "From no to yes: 1 pattern\n" in text


@pytest.mark.parametrize("form", ["csv", "docm"])
def test_a_region_has_no_other_form(form):
    with pytest.raises((ValueError, KeyError)):
        render(region(*AMENDED, BOOK, question="EA 2003 s 20(5)"), form)
