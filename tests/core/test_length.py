"""The length of a sentence: read, compared with whole months, and left open where the calendar decides."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from strategies import BOOK, case_of

from extradition import SourceError, analyse, determine, render
from extradition.case_file.warrant import Warrant
from extradition.casework.interview import Interview
from extradition.hearing import combination, hear
from extradition.length import Length, days_in, too_long
from extradition.rule_book.conditions import Is
from extradition.rule_book.vocabulary import edges

OPENING = "EA 2003 s 10(2)"
THERE = {"acts_place": "in_the_territory", "uk_equivalent": "offence"}


def sentenced(length, **more):
    return case_of({**THERE, "sentence_imposed": length, **more}, "2025-06-02", taken_from=OPENING)


def months_after(day: dt.date, months: int) -> dt.date:
    """The corresponding day so many months later; the last of its month, if that has no such day."""
    month = day.year * 12 + day.month - 1 + months
    first = dt.date(month // 12, month % 12 + 1, 1)
    following = dt.date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return first + dt.timedelta(days=min(day.day, (following - first).days) - 1)


DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2090, 12, 31))


@given(DAYS, st.integers(0, 60))
def test_so_many_months_last_no_fewer_and_no_more_days_than_is_said(day, months):
    fewest, most = days_in(months)
    assert fewest <= (months_after(day, months) - day).days <= most


@given(DAYS, st.integers(0, 30), st.integers(0, 400), st.integers(0, 40))
def test_a_comparison_that_is_certain_is_so_wherever_the_sentence_begins(day, months, days, threshold):
    length = Length(months, days)
    is_long_enough = months_after(day, months) + dt.timedelta(days=days) >= months_after(day, threshold)
    answer = length.at_least(threshold)
    if day.day <= 28:
        assert answer is None or answer == is_long_enough
    least, most = length.whole_months
    assert (length.at_least(least), length.at_least(most) is not False, length.at_least(most + 1)) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "24",
        "days",
        "2 years2 months",
        "and 3 days",
        ", 3 days",
        "2 months 3 years",
        "1 month less 40 days",
        "4 month-long",
        "life",
    ],
)
def test_other_words_are_no_length(written):
    assert Length.read(written) is None


@pytest.mark.parametrize(
    ("written", "months", "days"),
    [
        ("2 Years, 2 months and 20 days", 26, 20),
        ("2 years 4 months less one day", 28, -1),
        ("4 years, less 1 day", 48, -1),
        ("21 months 17 days", 21, 17),
        ("1 year and 1 day", 12, 1),
        ("3 weeks", 0, 21),
        ("0 days", 0, 0),
    ],
)
def test_a_length_is_read_as_it_is_written(written, months, days):
    assert Length.read(written) == Length(months, days)
    assert Length.read(str(Length(months, days))) in (Length(months, days), None)


@pytest.mark.parametrize(
    ("written", "months", "days"),
    [
        ("83333 years 3 months 1 day", 999_999, 1),
        ("999999 months less one day", 999_999, -1),
        ("142857 weeks", 0, 999_999),
        ("141078 years", 1_692_936, 0),
        ("999999 years, 999999 months", 12_999_987, 0),
    ],
)
def test_the_longest_lengths_are_read_from_what_they_are_written_as(written, months, days):
    length = Length.read(written)
    assert length == Length(months, days)
    assert (Length.read(str(length)) if days else Length(int(str(length)), 0)) == length
    assert too_long(written) is None
    made = determine(sentenced(written), BOOK)
    assert made.offences[0].open_questions == determine(sentenced("30"), BOOK).offences[0].open_questions


MOST = "is too long: words state at most 999999 months and 999999 days in all; write a number of whole months"


@pytest.mark.parametrize(
    "written",
    [
        "83334 years 1 day",
        "83333 years 4 months 1 day",
        "141078 years less one day",
        "142858 weeks",
        "1 week 999999 days",
        "1000000 years",
        "1000000 months",
        "1000000 DAYS",
        f"{'9' * 5000} years",
    ],
)
def test_a_longer_length_is_a_fault(written):
    assert Length.read(written) is None
    assert too_long(written) == MOST
    with pytest.raises(ValidationError, match=MOST):
        Warrant.model_validate({"box_c": {"sentence_months": written}})
    if len(written) < 5000:
        with pytest.raises(SourceError, match=rf"sentence_imposed.*: '{written}' {MOST}"):
            determine(sentenced(written), BOOK)


@pytest.mark.parametrize(
    "written", ["a while", "1 month less 40 days", f"{'0' * 20}1 day", "24", "83334 years"]
)
def test_other_words_are_not_too_long(written):
    assert too_long(written) is None


@given(
    st.tuples(*(st.none() | st.integers(0, 1_100_000),) * 4),
    st.none() | st.integers(0, 999),
)
def test_every_length_that_is_read_is_read_again_from_its_text(counts, less):
    units = zip(counts, ("years", "months", "weeks", "days"), strict=True)
    words = " ".join(f"{count} {unit}" for count, unit in units if count is not None)
    written = words if less is None else f"{words} less {less} days"
    length = Length.read(written)
    if length is not None:
        again = Length.read(str(length)) if length.days else Length(int(str(length)), 0)
        assert again == length


def test_what_the_calendar_decides_is_open_and_the_report_says_why():
    made = determine(sentenced("120 days"), BOOK)
    (offence,) = made.offences
    question = offence.open_questions[0]
    assert (offence.outcome.kind, question.provision, question.because) == ("open", OPENING, "facts")
    limb = next(each for each in offence.open_questions if each.provision == "EA 2003 s 65(3)")
    (fact,) = limb.facts_that_matter
    assert (fact.name, fact.disputed) == ("sentence_imposed", ())
    assert fact.length.model_dump() == {
        "said": "120 days",
        "months": 4,
        "over": 4,
        "fewest": 120,
        "most": 123,
    }
    assert [caution.fact for caution in offence.cautions if caution.kind == "length not comparable"] == [
        "sentence_imposed"
    ]
    for form in ("md", "html"):
        assert (
            "“120 days” may be at least 4 months, or less, by the calendar: 4 months last from 120 to 123 "
            "days." in " ".join(render(made, form, depth="full").split())
        )
    assert "120 days, and open" in render(made, depth="full")
    assert "1 month lasts from 28 to 31 days" in render(
        determine(sentenced("3 months and 30 days"), BOOK), depth="full"
    )


def test_a_length_keeps_the_words_in_which_it_is_written():
    (offence,) = determine(
        sentenced({"answer": "2 years, 2 months and 20 days", "by": "requesting authority"}), BOOK
    ).offences
    used = next(fact for step in offence.steps for fact in step.facts if fact.name == "sentence_imposed")
    assert (used.answer, used.wording) == (26, "2 years, 2 months and 20 days")
    assert [caution.said for caution in offence.cautions if caution.kind == "asserted"] == [
        "2 years, 2 months and 20 days"
    ]


def test_the_same_length_in_other_words_is_no_dispute():
    said = [
        {"answer": "2 years", "by": "requesting authority"},
        {"answer": "24 months", "by": "requested person"},
        {"answer": 24, "by": "parties"},
    ]
    assert not [
        each for each in determine(sentenced(said), BOOK).offences[0].cautions if each.kind == "disputed"
    ]
    judges = [{"answer": "2 years", "by": "judge"}, {"answer": "24 months", "by": "judge"}]
    assert determine(sentenced(judges), BOOK).offences[0].steps
    others = [
        {"answer": "2 years", "by": "requesting authority"},
        {"answer": "2 years less one day", "by": "requested person"},
    ]
    assert [
        each for each in determine(sentenced(others), BOOK).offences[0].cautions if each.kind == "disputed"
    ]


def test_on_whose_case_a_length_that_the_calendar_decides_is_reported_in_its_words():
    said = [{"answer": "120 days", "by": "requested person"}, {"answer": 5, "by": "requesting authority"}]
    made = determine(sentenced(said), BOOK)
    differs = {
        view.name: [(fact.answer, fact.wording) for fact in view.differs]
        for view in made.offences[0].party_cases
    }
    assert differs["requested person"] == [(None, "120 days")]
    assert differs["requesting authority"] == [(5, "5 months")]
    assert "120 days, and open" in render(made, depth="full")


def test_a_length_is_a_number_for_a_version_that_cannot_tell_it_from_others():
    found = {**THERE, "framework_list_certificate": "yes", "foreign_maximum": "365 days"}
    case = case_of(found, "2019-06-03", case_type="accusation", taken_from=OPENING)
    steps = {step.provision: step.answer for step in determine(case, BOOK).offences[0].steps}
    opened = {each.provision: each for each in determine(case, BOOK).offences[0].open_questions}
    assert "EA 2003 s 64(3)" in opened  # twelve months, or a little less
    assert "EA 2003 s 64(5)" not in opened  # certainly not thirty-six
    assert steps.keys().isdisjoint(opened)
    version = next(
        version
        for version in BOOK.questions["EA 2003 s 64(5)"].versions
        if "foreign_maximum" in version.facts
    )
    assert Length(0, 365).in_months(edges("foreign_maximum", version.conditions)) == 11


def test_the_box_of_the_warrant_takes_a_length_in_words():
    case = sentenced({"answer": "26 months, 20 days", "by": "parties"})
    boxes = Warrant.model_validate({"box_c": {"sentence_months": "2 years, 2 months and 20 days"}})
    offence = case.offences[0].model_copy(update={"warrant": boxes})
    made = determine(case.model_copy(update={"offences": (offence,)}), BOOK)
    assert [step.answer for step in made.offences[0].steps if step.provision == "EA 2003 s 65(3)"] == ["yes"]
    assert not [each for each in made.offences[0].cautions if each.kind == "disputed"]
    assert Warrant.model_validate({"box_c": {"sentence_months": "30"}}).model_dump(exclude_none=True) == {
        "box_c": {"sentence_months": 30}
    }


def test_an_interview_takes_a_length():
    text = (
        "case: A\npart: 1\nterritory: RO\ntaken_from: EA 2003 s 10(2)\ndates: {arrest: 2025-01-01, hearing: "
        "2025-06-02}\n"
        "offences:\n  - id: one\n    case_type: conviction\n    conduct_date: 2020-01-01\n"
        "    findings: {acts_place: in_the_territory, uk_equivalent: offence}\n"
    )
    state = Interview(BOOK, "case.yaml", text, engine="plain")
    while state.next.matter.name != "sentence_imposed":
        state = state.left_open(state.next)
    written = ("120 days", "2 years", "4 months less one day", "a while")
    assert [state.next.answer(each) for each in written] == ["120 days", "24", "4 months less one day", None]


def test_a_length_between_two_numbers_of_months_is_reported_to_what_asks_about_all_versions():
    (heard,) = hear(sentenced("120 days", foreign_maximum="18 months"), BOOK).offences
    asked = heard.walked.questions
    assert (
        asked.whole_months("sentence_imposed"),
        asked.whole_months("foreign_maximum"),
        asked.whole_months("uk_maximum"),
    ) == ((3, 4), None, None)
    assert (asked.fact("sentence_imposed"), asked.fact("foreign_maximum")) == (None, 18)
    assert "sentence_imposed" in {matter.name for matter in analyse(sentenced("120 days"), BOOK)[0].matters}


def test_a_length_answers_a_condition_only_where_it_is_on_one_side_of_it():
    (heard,) = hear(sentenced("120 days"), BOOK).offences
    answers = [
        combination._holds(Is.model_validate({"sentence_imposed": {"at_least": months}}), heard)
        for months in (3, 4, 5)
    ]
    assert answers == [True, None, False]


def test_of_a_length_between_two_numbers_only_those_it_may_be_matter():
    case = sentenced("120 days")
    (depends,) = analyse(case, BOOK)
    (length,) = [matter for matter in depends.matters if matter.name == "sentence_imposed"]
    assert [effect.answer for effect in length.effects] == ["below 4", "at least 4"]
    assert set(length.suffices) <= {"below 4", "at least 4"}
    (unknown,) = analyse(case_of(THERE, "2025-06-02", taken_from=OPENING), BOOK)
    (every,) = [matter for matter in unknown.matters if matter.name == "sentence_imposed"]
    assert len(every.effects) > 2


def test_an_outcome_rests_on_a_length_that_only_one_version_can_compare():
    found = {
        "acts_place": "in_the_territory",
        "uk_equivalent": "no_offence",
        "framework_list_certificate": "yes",
        "foreign_maximum": "365 days",
    }
    case = case_of(found, "2020-06-01", case_type="accusation", taken_from=OPENING)
    (depends,) = analyse(case, BOOK)
    assert (depends.outcome, depends.settled, depends.matters) == ("discharge", True, ())
    assert depends.outcome == determine(case, BOOK).offences[0].outcome.outcome
    assert ("foreign_maximum", "11 to 12") in {(each.name, each.answer) for each in depends.support}


@pytest.mark.parametrize("length", ["365 days", "120 days"])
def test_the_outcome_that_is_analysed_is_open_where_a_length_decides_it(length):
    case = case_of(
        {**THERE, "foreign_maximum": length}, "2025-06-02", case_type="accusation", taken_from=OPENING
    )
    (depends,), (determined,) = analyse(case, BOOK), determine(case, BOOK).offences
    assert depends.outcome == determined.if_nothing_more_is_shown.outcome.outcome
