"""The short form of a condition stands for the same answers as the long form; an answer without effect
says why.
"""

import itertools
import shutil

import pytest
from pydantic import ValidationError
from strategies import ROOT

from extradition import RuleBook
from extradition.rule_book.by_fact import ByFact
from extradition.rule_book.conditions import All, AnyOf, Is, OneOf
from extradition.rule_book.version import Version

ANSWERS = {"notice": ("served", "posted", "none", "not_shown"), "lawyer": ("own", "appointed", "none")}
DIVIDED = {
    "notice": {"yes": ["served"], "decider": ["posted"], "no": "rest"},
    "lawyer": {"yes": ["own", "appointed"], "no": "rest"},
}


def conditions(divided):
    return ByFact.model_validate(divided).conditions(ANSWERS.__getitem__)


def test_each_answer_is_read_once_and_stands_for_the_two_conditions():
    assert conditions(DIVIDED) == {
        "yes_if": All(all=(Is({"notice": OneOf(("served",))}), Is({"lawyer": OneOf(("own", "appointed"))}))),
        "no_if": AnyOf(any=(Is({"notice": OneOf(("none", "not_shown"))}), Is({"lawyer": OneOf(("none",))}))),
    }


def test_one_fact_alone_needs_no_list():
    only = {"notice": {"yes": ["served"], "decider": "rest", "no": ["none"]}}
    assert conditions(only) == {
        "yes_if": Is({"notice": OneOf(("served",))}),
        "no_if": Is({"notice": OneOf(("none",))}),
    }


def test_without_an_answer_for_the_judge_everything_that_is_not_yes_is_no():
    assert conditions({"lawyer": {"yes": ["own"], "no": "rest"}}) == {
        "yes_if": Is({"lawyer": OneOf(("own",))}),
        "no_if": None,
    }


def test_the_short_form_names_a_fact():
    with pytest.raises(ValidationError, match="at least 1 item"):
        ByFact.model_validate({})


def test_every_combination_of_answers_has_the_answer_that_the_lists_say():
    rest = {
        "id": "s1-first",
        "in_force": {"from": "2000-01-01", "selected_by": "hearing date"},
        "made_by": "enactment",
        "verified": "text seen",
    }
    cites = [{"cite": "TA 2000", "name": "Test Act 2000", "treatment": "enacts", "verified": "text seen"}]
    shape = {
        **rest,
        "summary": "X.",
        "by_fact": DIVIDED,
        "left_open": [{"because": "Y."}],
        "authorities": cites,
    }
    short = Version.model_validate(shape)
    assert (short.is_computed, short.yes_if) == (True, None)
    version = short.written_out(ANSWERS.__getitem__)
    sides = {"notice": {"served": "yes", "posted": "decider"}, "lawyer": {"own": "yes", "appointed": "yes"}}
    for notice, lawyer in itertools.product(ANSWERS["notice"], ANSWERS["lawyer"]):
        found = {sides["notice"].get(notice, "no"), sides["lawyer"].get(lawyer, "no")}
        expected = "no" if "no" in found else "open" if "decider" in found else "yes"
        assert version.answer({"notice": notice, "lawyer": lawyer}) == expected


def test_a_book_reads_the_short_form_of_a_fact_and_of_another_question(tmp_path):
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "b")
    file = tmp_path / "b/test_act_2000/part_1/section_2/s2_01_sentence_enough.yaml"
    old = "    yes_if: {sentence: {at_least: 12}}\n"
    new = "    by_fact: {spared: {yes: [no], no: rest}, mercy: {yes: [yes], no: rest}}\n"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    version = RuleBook.load(tmp_path / "b").questions["TA 2000 s 2(1)"].versions[2]
    assert version.yes_if == All(all=(Is({"spared": OneOf(("no",))}), Is({"mercy": OneOf(("yes",))})))
    assert version.no_if is None


def test_an_answer_without_effect_says_why(tmp_path):
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "b")
    changes = {
        "test_act_2000/part_1/section_1/s1_identity.yaml": (
            "    yes_if: {named: [yes]}\n",
            (
                "    by_fact: {named: {yes: [yes], decider: [no], no: [not_shown]}}\n    left_open: "
                "[{because: It is for the judge.}]\n"
            ),
        ),
        "facts/facts.yaml": (
            "  answers: {yes: It is., no: It is not., not_shown: Not proved.}\n",
            (
                "  answers: {yes: It is., no: It is not., not_shown: Not proved.}\n  without_effect: {no: "
                "The judge must look in any case.}\n"
            ),
        ),
    }
    for name, (old, new) in changes.items():
        text = (tmp_path / "b" / name).read_text(encoding="utf-8")
        (tmp_path / "b" / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert RuleBook.load(tmp_path / "b").facts["named"].without_effect == {
        "no": "The judge must look in any case."
    }
