"""The words of facts and answers in a report, its appendix, and the table of formats."""

import datetime as dt
import re
from itertools import chain
from typing import get_args

import pytest
from strategies import BOOK, ROOT, book_in, case_of

from extradition import CaseFile, determine, render
from extradition.hearing import hear
from extradition.report import BINARY, FORMATS, TEXT, is_binary
from extradition.report.environment import filled
from extradition.report.formats import examine_format
from extradition.report.presentation import chosen_by_words
from extradition.report.wording import Vocabulary, in_sentence, inside, section, share
from extradition.rule_book.fact import Term
from extradition.sensitivity import with_sensitivity

SAYS = Vocabulary(
    {
        "retrial_right": Term(
            phrase="the retrial",
            answers={"none": "There is no right.", "open_to_all": "It follows as of right."},
        ),
        "sentence": Term(phrase="the sentence", answers={"life": "Imprisonment for life."}, unit="months"),
        "present": Term(phrase="Trial in presence", provision="EA 2003 s 20(1)"),
    }
)


def test_every_fact_of_the_rule_book_has_a_phrase_of_its_own():
    phrases = [fact.phrase for fact in BOOK.facts.values()]
    assert None not in phrases
    assert len(set(phrases)) == len(phrases)
    assert all(len(phrase) < 80 and "_" not in phrase and not phrase.endswith(".") for phrase in phrases)
    assert all(phrase[0].islower() or phrase.startswith(("European", "Part ")) for phrase in phrases)


def test_every_answer_reads_inside_a_sentence_and_names_alone_keep_their_capital():
    books = [BOOK, book_in("rules/international_policing")]
    answers = {words for book in books for fact in book.facts.values() for words in fact.answers.values()}
    kept = {words.split()[0] for words in answers if inside(words)[0].isupper()}
    # Names, a provision of a Part, and the letters of the classes under which fingerprints are taken.
    assert kept == {"Article", "British", "Immigration", "Part", "B.", "C.", "CA.", "D.", "E.", "F."}


def test_every_answer_and_every_question_has_words():
    for name, fact in BOOK.facts.items():
        assert fact.phrase in fact.term(name).phrase
        for words in (
            fact.ask,
            *fact.answers.values(),
            *fact.notes.values(),
            *chain(*fact.look_first_in.values(), fact.look_in),
        ):
            assert "_" not in words, words
        assert all(words.endswith(".") for words in fact.answers.values())
    for provision, question in BOOK.questions.items():
        assert not re.search(r"_|[.?]$", question.title), provision
        assert question.question.endswith("?")


def test_a_title_in_a_sentence_keeps_its_capital_only_where_it_begins_with_a_name():
    titles = {question.title for question in BOOK.questions.values()}
    kept = {title for title in titles if in_sentence(title) == title}
    assert {title.partition(" ")[0] for title in kept} == {"European"}
    law = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "rules").rglob("*.yaml"))
    for first in {re.split(r"[ ,-]", title)[0] for title in titles - kept}:
        in_mid_sentence = re.search(rf"[a-z] {first}\b", law)  # as a name has its capital there
        assert re.search(rf"\b{in_sentence(first)}\b", law) or not in_mid_sentence, first
    assert in_sentence("Part 1 warrant") == "Part 1 warrant"
    assert in_sentence("EU list") == "EU list"
    assert SAYS.heading("present") == "Trial in presence, s 20(1)"
    assert SAYS.heading("retrial_right") == "The retrial"
    assert SAYS.heading("unknown_fact") == "Unknown fact"


def test_an_answer_is_worded_as_its_file_words_it():
    assert SAYS.answer("retrial_right", "none") == "There is no right"
    assert SAYS.answer("sentence", "life") == "Imprisonment for life"
    assert SAYS.answer("sentence", "at least 12") == "at least 12 months"
    assert SAYS.answer("sentence", 12) == "12 months"
    assert SAYS.answer("sentence", "below 1") == "below 1 month"
    assert SAYS.answer("sentence", 11) == "11 months"
    assert SAYS.answer("present", "yes") == "yes"
    assert SAYS.answer("unknown_fact", "some_answer") == "some answer"
    assert SAYS.inside("retrial_right", "none") == "there is no right"
    assert (
        SAYS.one_of("retrial_right", ["none", "open_to_all"])
        == "“There is no right” or “It follows as of right”"
    )
    assert SAYS.one_of("sentence", ["at least 12"]) == "at least 12 months"
    assert SAYS.one_of("present", ["yes"]) == "yes"
    assert SAYS.phrases(["retrial_right", "present"]) == "the retrial; s 20(1), trial in presence"


def test_a_name_inside_a_sentence_of_a_rule_file_is_its_phrase():
    assert (
        SAYS.prose("It is left to retrial_right, or to other_fact.")
        == "It is left to “the retrial”, or to “other fact”."
    )


@pytest.mark.parametrize(
    ("text", "stated"),
    [("Nothing follows", "nothing follows"), ("Part 1 applies", "Part 1 applies"), ("Romania", "Romania")],
)
def test_a_sentence_loses_its_capital_unless_it_may_begin_with_a_name(text, stated):
    assert inside(text) == stated


def test_a_section_and_a_share_are_written_in_words():
    assert section("EA 2003 s 20(5)") == "Section 20(5)"
    assert share(1, 3) == "33.3 %"


def test_each_format_is_one_row():
    assert set(FORMATS) == {*get_args(TEXT), *get_args(BINARY)}
    assert [name for name in FORMATS if is_binary(name)] == ["docx", "pdf", "xlsx"]
    assert not is_binary("yaml")
    assert all(
        each.suffix == f".{name}" and each.name and each.use and "/" in each.media_type
        for name, each in FORMATS.items()
    )
    assert {name for name, each in FORMATS.items() if each.extra} == {
        name for name in FORMATS if is_binary(name)
    }


def test_a_template_that_does_not_exist_is_named():
    with pytest.raises(LookupError, match=r"nothing\.md\.j2"):
        filled("nothing.md.j2")


def test_a_length_of_a_case_file_has_no_unit_after_its_own():
    lengths = ["120 days", "1 year and 2 days", "4 years less one day", "12", "at least 12"]
    said = ["120 days", "1 year and 2 days", "4 years less one day", "12 months", "at least 12 months"]
    assert [SAYS.answer("sentence", length) for length in lengths] == said
    assert [SAYS.inside("sentence", length) for length in lengths] == said


def _without_a_conduct_date(start, dates, findings, assuming=()):
    case = {"case": "X", "part": "1", "territory": "RO", "taken_from": start, "dates": dates}
    found = {
        of: {name: each for name, each in findings.items() if BOOK.about("1", name) == of}
        for of in ("person", "offence")
    }
    offences = [{"id": "o", "case_type": "conviction", "findings": found["offence"]}]
    file = CaseFile.model_validate({**case, "findings": found["person"], "offences": offences})
    return chosen_by_words(determine(file, BOOK, assuming=assuming, engine="plain"))


def test_the_law_that_no_date_chose_says_whether_a_question_was_asked():
    found = {
        "judge_sits_in": {"answer": "england_and_wales", "by": "judge"},
        "age_at_conduct": {"answer": "8", "by": "judge"},
    }
    hearing = {"hearing": "2013-06-30"}
    assert _without_a_conduct_date("EA 2003 s 15", hearing, found) == (
        "no date: the dates that choose are missing, and each version that may apply gives the same answer"
    )
    assert _without_a_conduct_date("EA 2003 s 20(5)", {}, {}) == "no date: no question was asked"
    assumed = {"entitled_to_retrial": {"answer": "no", "by": "judge"}}
    law = ["s20-5-as-amended-2026"]
    assert _without_a_conduct_date("EA 2003 s 20(5)", {}, assumed, law) == "no date of the case file"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("requested person", "The parties dispute the retrial."),
        ("requesting authority", "The requesting authority gives different answers on the retrial."),
    ],
)
def test_a_dispute_names_the_parties_or_the_one_that_contradicts_itself(other, said):
    answers = [("unconditional", "requesting authority"), ("none", other)]
    case = case_of(
        {
            "convicted_in_presence": {"answer": "no", "by": "judge"},
            "deliberately_absent": {"answer": "no", "by": "judge"},
            "retrial_right": [{"answer": answer, "by": by, "status": "asserted"} for answer, by in answers],
        },
        dt.date(2025, 6, 2),
    )
    assert said in render(determine(case, BOOK), depth="hearing")


def test_a_name_that_is_no_format_is_refused_with_the_formats():
    with pytest.raises(ValueError, match="'xml' is not a format; the formats are md, "):
        examine_format("xml")


@pytest.mark.parametrize(
    ("part", "documents"),
    [
        ("1", ("Box (e) of the warrant", "The indictment")),
        ("2", ("Statement of facts in the request", "The indictment")),
    ],
)
def test_the_documents_of_one_part_are_named_in_a_case_of_that_part_alone(part, documents):
    start = BOOK.starts_at[part]
    case_file = case_of({}, "2026-03-02", part, "accusation", taken_from=start)
    [offence] = with_sensitivity(hear(case_file, BOOK)).offences
    facts = (fact for question in offence.open_questions for fact in question.facts_that_matter)
    asked = {fact.look_in for fact in facts if fact.name == "acts_place"}
    [matter] = [each for each in offence.sensitivity.matters if each.name == "acts_place"]
    assert asked == {matter.look_in} == {documents}
