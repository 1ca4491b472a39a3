"""The stages of a case that the rule book does not examine: each message says so, and which stage it is."""

import pytest
from strategies import BOOK

from extradition.hearing.unknown_words import UnknownWords

WORDS = UnknownWords(BOOK)
_APPEALS = [*range(26, 35), 42, 43, *range(103, 117), 124, 125, "30A", "33A", "33B", "115A"]


@pytest.mark.parametrize(
    ("sections", "stage"),
    [
        (_APPEALS, "appeal"),
        ([*range(35, 41), 47, 49, 52, 53, *range(117, 122), "36A", "118B"], "removal after an order"),
        ([*range(54, 60), *range(129, 133)], "after surrender"),
        ([*range(60, 63), *range(133, 136)], "costs"),
    ],
)
def test_a_hearing_is_not_taken_from_a_section_of_a_stage_that_is_out_of_scope(sections, stage):
    for section in sections:
        for written in (
            f"EA 2003 s {section}",
            f"EA 2003 s {section}(1)",
            f"s {section}",
            f"section {section}",
        ):
            assert WORDS.start(written, "1").startswith(f"{written} is out of scope ({stage}); "), written


def test_no_question_and_no_fact_about_an_appeal_abroad_is_out_of_scope():
    assert [own for own in BOOK.questions if WORDS.beyond(own) is not None] == []
    assert BOOK.decision_kinds is not None
    names = [each for each in (*BOOK.facts, *BOOK.decision_kinds.kinds) if "appeal" in each]
    assert {"merits_appeal", "points_of_law_appeal"} <= {*names}
    assert [name for name in names if WORDS.outside(name, of_date=True) is not None] == []


def test_every_appeal_and_removal_that_the_report_lists_is_out_of_scope():
    listed = [each for each in BOOK.sequels if each.title.startswith(("Appeal", "Removal"))]
    assert len(listed) > 10
    assert [each.provision for each in listed if WORDS.beyond(each.provision) is None] == []


@pytest.mark.parametrize(
    ("name", "is_date"), [("appeal", True), ("Notice of appeal", True), ("costs", False)]
)
def test_a_date_of_an_appeal_says_that_the_stage_is_out_of_scope(name, is_date):
    assert WORDS.date(name).startswith("is out of scope (")
    assert WORDS.name(name).startswith("is out of scope (") is not is_date


def test_a_fact_with_the_word_appeal_is_no_appeal_here():
    assert WORDS.name("merit_appeal") == (
        "is not a fact or a question of this rule book; did you mean merits_appeal?"
    )


def test_a_section_of_the_hearing_is_not_out_of_scope_however_it_is_written():
    assert WORDS.start("section 20", "1") == (
        "section 20 is not a question of Part 1 from which the hearing goes on; did you mean EA 2003 s 20(1)?"
    )
