"""The interview without a terminal: what it asks, in which order, what an answer would do, and the way
back.
"""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, ROOT, SMALL

from extradition import CaseFile, SourceError, analyse, determine
from extradition.case_file.finding import Finding
from extradition.casework.interview import Interview, statuses
from extradition.determination.dependence import Effect

ABSENCE = """\
# a case, half complete
case: A v B
part: 1
territory: RO
taken_from: EA 2003 s 20(1)
dates: {arrest: 2025-01-01, hearing: 2025-01-01}   # both
offences:
  - id: burglary
    title: Burglary
    case_type: conviction
    # nothing is found yet
"""
SEVERAL = ABSENCE + "  - id: theft\n    case_type: conviction\n    findings: {}\n"


LACKING = ABSENCE.replace("s 20(1)", "s 10(2)").replace("hearing: 2025-01-01", "").replace("01, }", "01}")


def interview(text=ABSENCE, rule_book=BOOK):
    return Interview(rule_book, "case.yaml", text, engine="plain")


def found(answer, by="judge", status="found"):
    return Finding(answer=answer, by=by, status=status)


def at(name, state):
    """The interview come to *name*, everything else left open."""
    return replace(state, asked=frozenset(asked for asked in state.to_ask if asked[1] != name))


def test_it_asks_first_what_is_best():
    state = interview()
    assert list(state.to_ask) == [
        (() if BOOK.about("1", matter.name) == "person" else ("offences", 0), matter.name)
        for matter in analyse(state.case_file, BOOK)[0].matters
    ]
    assert state.next.asked == next(iter(state.to_ask))
    assert (state.next.offence_id, state.next.place) in {("burglary", ("offences", 0)), (None, ())}


def test_the_person_is_asked_about_once():
    state = interview(SEVERAL)
    names = [name for _, name in state.to_ask]
    person = [name for name in names if BOOK.about("1", name) == "person"]
    assert len(person) == len(set(person)) > 0
    assert names.count("later_decision") == 2
    assert at("later_decision", state).next.offence_id == "burglary"


def test_what_each_answer_would_do():
    enquiry = at("retrial_right", interview()).next
    assert [prospect.answer for prospect in enquiry.prospects] == list(BOOK.facts["retrial_right"].answers)
    assert {prospect.outcomes for prospect in enquiry.prospects} == {(("discharge", ("burglary",)),)}
    assert enquiry.same_effect == enquiry.prospects[0].effect
    assert enquiry.titles == {"EA 2003 s 20(5)": BOOK.questions["EA 2003 s 20(5)"].title}
    no = at("convention_compatible", interview(SEVERAL)).next
    assert [(each.outcomes[0], each.settled) for each in no.prospects][-1] == (
        ("discharge", ("burglary", "theft")),
        True,
    )
    assert no.same_effect is None
    assert no.model_copy(update={"prospects": no.prospects[:1]}).same_effect is None


@pytest.mark.parametrize("name", sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml")))
def test_the_prospects_of_an_answer_are_its_exact_effects(name):
    path = ROOT / f"examples/{name}/case.yaml"
    state = Interview(BOOK, str(path), path.read_text(encoding="utf-8"), engine="plain")
    for place, matter in state.to_ask:
        of_each = [
            (each, next((other.effects for other in each.matters if other.name == matter), None))
            for at, each in zip(state.case_file.every_offence, state.sensitivities, strict=True)
            if at[: len(place)] == place
        ]
        for prospect in replace(at(matter, state), before=state).next.prospects:
            if prospect.faults:
                continue
            effects = [
                next(each for each in effects or () if each.answer == prospect.answer)
                if effects is not None
                else Effect(answer=prospect.answer, outcome=whole.outcome, final=whole.settled)
                for whole, effects in of_each
            ]
            assert prospect.settled == all(each.final for each in effects), (matter, prospect)
            assert {outcome for outcome, _ in prospect.outcomes} == {each.outcome for each in effects}


def test_an_answer_that_a_presumption_rests_on_does_not_settle_the_outcome():
    path = ROOT / "examples/points_of_law_appeal/case.yaml"
    state = Interview(BOOK, str(path), path.read_text(encoding="utf-8"), engine="plain")
    none = {each.answer: each for each in at("retrial_right", state).next.prospects}["none"]
    assert (none.outcomes, none.settled) == ((("discharge", ("arson",)),), False)


def test_an_answer_on_the_person_settles_the_outcome_if_it_does_for_each_offence():
    """It does not matter to the second offence, which is discharged before it."""
    found = "{convicted_in_presence: {answer: no, by: judge}, deliberately_absent: {answer: no, by: judge}, "
    found += "entitled_to_retrial: {answer: no, by: judge}}"
    state = interview(SEVERAL.replace("    findings: {}\n", f"    findings: {found}\n"))
    burglary, theft = state.sensitivities
    assert (burglary.settled, theft.settled) == (False, True)
    prospects = at("convention_compatible", state).next.prospects
    assert [(each.answer, each.outcomes, each.settled) for each in prospects] == [
        ("yes", (("discharge", ("burglary", "theft")),), False),
        ("no", (("discharge", ("burglary", "theft")),), True),
    ]


def test_numbers_that_do_the_same_are_reported_together():
    enquiry = at(
        "foreign_maximum", interview(LACKING.replace("{arrest", "{hearing: 2025-01-01, arrest"))
    ).next
    numbers = [prospect for prospect in enquiry.prospects if prospect.says is None]
    assert numbers
    assert all(
        (one.outcomes, one.settled, one.faults) != (other.outcomes, other.settled, other.faults)
        for one, other in pairwise(numbers)
    )
    assert enquiry.answer("24") == enquiry.answer("24 months") == enquiry.answer("024") == "24"
    assert (
        enquiry.answer(str(2**53))
        is enquiry.answer("9" * 5000)
        is enquiry.answer("²")
        is enquiry.answer("two")
        is None
    )
    assert enquiry.answer("not shown") == "not_shown"


def test_an_answer_is_a_code_or_a_number_of_the_list():
    enquiry = at("retrial_right", interview()).next
    codes = list(enquiry.matter.answers)
    assert [enquiry.answer(typed) for typed in ("1", "2", codes[0], codes[1].upper().replace("_", " "))] == [
        *codes[:2],
        *codes[:2],
    ]
    assert [enquiry.answer(typed) for typed in ("0", str(len(codes) + 1), "x", "", "-1")] == [None] * 5


def test_an_answer_is_in_the_text_and_is_not_asked_again():
    state = at("retrial_right", interview())
    after = state.answered(state.next, found("unconditional"))
    assert "      retrial_right: {answer: unconditional, by: judge, status: found}\n" in after.text
    assert "    # nothing is found yet\n" in after.text
    assert (0, "retrial_right") not in after.to_ask
    assert after.case_file.offences[0].findings["retrial_right"] == (found("unconditional"),)
    assert after.before is state
    assert after.determination() == determine(CaseFile.parse("case.yaml", after.text), BOOK, engine="plain")


def test_an_answer_that_leaves_it_open_is_not_asked_again_either():
    state = at("retrial_right", interview())
    after = state.answered(state.next, found("unconditional", "requested person", "disputed"))
    assert "retrial_right" in {matter.name for matter in after.sensitivities[0].matters}
    assert (0, "retrial_right") not in after.to_ask


def test_an_answer_after_which_a_date_would_have_no_law_is_not_taken():
    aged = LACKING.replace("s 10(2)", "s 15").replace(
        "case_type: conviction", "case_type: conviction\n    conduct_date: 1990-01-01"
    )
    aged = aged.replace("arrest: 2025-01-01", "hearing: 2003-12-31")
    state = at("age_at_conduct", interview(aged))
    refused = [prospect for prospect in state.next.prospects if prospect.faults]
    no_law = (
        "dates.hearing: no version of EA 2003 s 17 is in force on 2003-12-31; the first begins on 2004-01-01"
    )
    assert {prospect.faults for prospect in refused} == {(f"case.yaml:6:9: {no_law}",)}
    assert {prospect.outcomes for prospect in refused} == {()}
    with pytest.raises(SourceError, match=r"dates\.hearing: no version of EA 2003 s 17 is in force"):
        state.answered(state.next, found("30"))


def test_a_fault_in_the_file_is_reported():
    with pytest.raises(SourceError, match=r"case.yaml:4:1: territory: 'XX' is not in territories.yaml"):
        _ = interview(ABSENCE.replace("RO", "XX")).next


def test_who_may_say_what():
    deciders = [author for author in BOOK.authors_in("1") if statuses(author, BOOK) == ("found",)]
    assert deciders == ["judge", "Secretary of State", "designated authority"]
    assert "prosecutor" in BOOK.authors_in("route-to-uk")
    assert statuses("requested person", BOOK) == ("agreed", "asserted", "disputed", "assumed", "not in issue")


def test_a_case_is_heard_again_only_after_an_answer():
    first = interview()
    later = first.left_open(first.next)
    answered = later.answered(later.next, found(later.next.prospects[0].answer, later.next.matter.decided_by))
    assert later.hearing is first.hearing
    assert later.case_file is first.case_file
    assert answered.hearing is not first.hearing


def walk(data, first):
    state, texts = first, [first.text]
    while (enquiry := state.next) is not None:
        about = [
            sensitivity
            for i, sensitivity in enumerate(state.sensitivities)
            if enquiry.place in ((), ("offences", i))
        ]
        assert any(
            enquiry.matter.name == matter.name for sensitivity in about for matter in sensitivity.matters
        )
        assert enquiry.asked not in state.asked
        choices = [prospect.answer for prospect in enquiry.prospects if not prospect.faults and prospect.says]
        answer = data.draw(st.sampled_from([None, *choices]))
        state = (
            state.left_open(enquiry)
            if answer is None
            else state.answered(enquiry, found(answer, enquiry.matter.decided_by))
        )
        texts.append(state.text)
        state.determination()
    assert len(texts) <= (len(first.rule_book.facts) + len(first.rule_book.questions)) * len(
        state.case_file.offences
    )
    while state.before is not None:
        assert state.text == texts.pop()
        state = state.before
    assert state is first


@examples(25)
@given(st.data(), st.sampled_from(["1", "2"]))
def test_every_interview_ends_and_asks_only_what_matters_and_can_be_taken_back(data, part):
    offences = "offences: [{id: one, case_type: conviction}, {id: two, case_type: accusation}]"
    walk(
        data,
        interview(
            f"case: X\npart: {part}\nterritory: RO\ndates: {{hearing: 2011-01-01}}\n{offences}\n",
            rule_book=SMALL,
        ),
    )


@examples(1)
@given(st.data())
def test_so_does_one_about_trial_in_absence(data):
    walk(data, interview())
