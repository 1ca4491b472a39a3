"""Several findings on one fact or question: which of them bind, in whatever order the file has them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOOK, case_of, hearings

from extradition import determine, render

AUTHORITY, PERSON = BOOK.parties.names
DAY = "2025-01-01"
ASSUMED = {"status": "assumed", "reasons": "not in issue"}


def by(author, status="asserted"):
    return {"by": author, "status": status}


def determined(name, *listed, **more):
    """The offence of a case with those findings on *name*, each an answer and what is said of it."""
    found = [{"answer": answer, **said} for answer, said in listed]
    return determine(case_of({name: found}, DAY, **more), BOOK).offences[0]


def cautions(offence, kind):
    return [(each.said, each.why) for each in offence.cautions if each.kind == kind]


@pytest.mark.parametrize("listed", list(itertools.permutations([("no", by(AUTHORITY)), ("no", ASSUMED)])))
def test_an_assumed_answer_counts_although_a_party_asserts_the_same(listed):
    offence = determined("entitled_to_retrial", *listed, taken_from="EA 2003 s 20(5)")
    assert (offence.outcome.kind, offence.outcome.under) == ("discharge", "EA 2003 s 20(7)")


@pytest.mark.parametrize(
    "listed",
    list(
        itertools.permutations([("at_no_hearing", by(PERSON)), ("at_no_hearing", by(AUTHORITY, "disputed"))])
    ),
)
def test_an_assertion_stays_that_of_its_author_when_the_other_party_disputes_it(listed):
    alone = determined("attendance", listed[0] if listed[0][1]["by"] == PERSON else listed[1])
    offence = determined("attendance", *listed)
    assert alone.open_questions[0].provision == "EA 2003 s 20(1)"
    assert offence.open_questions[0].provision == "EA 2003 s 20(1)"
    assert cautions(offence, "asserted") == [("at_no_hearing", PERSON)]


def test_an_answer_that_both_parties_assert_is_asserted_by_no_single_one():
    listed = [("at_no_hearing", by(author)) for author in (PERSON, AUTHORITY)]
    found = [{"answer": answer, **said} for answer, said in listed]
    made = determine(case_of({"attendance": found}, DAY), BOOK)
    assert cautions(made.offences[0], "asserted") == [("at_no_hearing", None)]
    assert "Asserted by a party, and not found: " in render(made, "md", depth="full")


@st.composite
def several(draw, name, answer):
    """One to three findings on *name* with that answer, of different weight."""
    kinds = [
        {},
        ASSUMED,
        by(AUTHORITY),
        by(PERSON),
        by(AUTHORITY, "disputed"),
        by(PERSON, "disputed"),
        by(PERSON, "agreed"),
    ]
    return [
        {"answer": answer, **said} for said in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3))
    ]


@given(st.data(), st.sampled_from(["1", "2"]))
def test_the_order_of_the_findings_on_a_fact_does_not_matter(data, part):
    start, found = data.draw(hearings(part))
    found = {name: data.draw(several(name, answer)) for name, answer in found.items()}
    other = {name: data.draw(st.permutations(listed)) for name, listed in found.items()}
    first, second = (
        determine(case_of(each, DAY, part, taken_from=start), BOOK).offences[0] for each in (found, other)
    )
    assert (first.outcome, first.unless_shown) == (second.outcome, second.unless_shown)
    assert [(step.provision, step.answer) for step in first.steps] == [
        (step.provision, step.answer) for step in second.steps
    ]
    assert {(each.kind, each.fact, each.why) for each in first.cautions} == {
        (each.kind, each.fact, each.why) for each in second.cautions
    }
    assert [(each.name, each.outcome) for each in first.party_cases] == [
        (each.name, each.outcome) for each in second.party_cases
    ]
