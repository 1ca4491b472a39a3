"""Properties of a determination: whatever the findings, the dates and the law."""

import datetime as dt
import random
import shutil
import threading

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from profiles import examples
from strategies import (
    BOOK,
    ROOT,
    SMALL,
    assumptions,
    case_of,
    days,
    findings,
    fresh_book,
    hearings,
    laws,
    small_case_of,
)

from extradition import (
    CaseFile,
    Determination,
    EngineError,
    OptionError,
    RuleBook,
    SourceError,
    UnknownLawError,
    compare,
    determine,
    render,
)
from extradition.days import text_of_days
from extradition.determination.matter_used import (
    MatterUsed,
    bundled_matters,
    left_out_if_bundled,
    matter_in_words,
)
from extradition.engine import agreement
from extradition.hearing import Under, hear

PARTS = st.sampled_from(["1", "2"])


def test_a_determination_repeats_the_words_of_a_matter_only_if_the_package_has_others():
    bundled_matters.cache_clear()
    assert bundled_matters() == {
        part: MatterUsed.of(matter, BOOK.parties, BOOK.before[part]) for part, matter in BOOK.matters.items()
    }
    other = SMALL.matters["1"].model_copy(update={"title": "The first Part"})
    own = left_out_if_bundled("1", other, BOOK.parties, "judge")
    assert own == MatterUsed(title="The first Part", paper="warrant")
    assert matter_in_words("1", own) == own
    assert left_out_if_bundled("1", BOOK.matters["1"], BOOK.parties, "judge") is None
    assert matter_in_words("1", None) == MatterUsed(title="Part 1", paper="warrant")
    assert matter_in_words("power-to-enter", None) == MatterUsed(title="power-to-enter")


@given(st.data(), PARTS, days)
def test_durable_rules_agree_with_the_plain_reading(data, part, day):
    assuming = data.draw(assumptions(part))
    start, found = data.draw(hearings(part))
    kind = data.draw(st.sampled_from(["accusation", "conviction"]))
    case = case_of(found, day, part, kind, taken_from=start)
    both = determine(case, BOOK, assuming=assuming)  # refuses a difference
    plain = determine(case, BOOK, assuming=assuming, engine="plain")
    assert both.offences == plain.offences
    assert both.readings == "durable rules and plain reading"
    assert plain.readings == "plain reading alone"


def placed(questions):
    """What is known of questions without their account."""
    return [
        (
            each.asked.provision,
            each.limb_of,
            each.asked.answer,
            each.asked.chosen.version.id,
            [*each.asked.chosen.dates],
        )
        for each in questions
    ]


def accounted(questions):
    """The same of questions in a determination."""
    return [
        (
            each.provision,
            each.limb_of,
            getattr(each, "answer", "open"),
            each.version.id,
            dates_of(each.version),
        )
        for each in questions
    ]


def dates_of(version):
    """Every date that chose a version: its name, and its day."""
    every = (version, *version.also)
    return [(each.selected_by, each.looked_up_on) for each in every if each.looked_up_on is not None]


@examples(100)
@given(st.data(), PARTS, days, laws)
def test_a_hearing_says_without_its_account_what_the_determination_says_with_it(data, part, day, law):
    start, found = data.draw(hearings(part))
    hearing = hear(case_of(found, day, part, taken_from=start), BOOK, Under(law=law, engine="plain"))
    made = hearing.determination
    assert (hearing.outcome, hearing.rests_on, hearing.combined) == (made.outcome, made.under, made.combined)
    assert hearing.turns_on_commencement == made.turns_on_commencement
    assert {version.id for version in hearing.versions} == set(made.versions)
    for heard, offence in zip(hearing.offences, made.offences, strict=True):
        walk, closing = heard.walked, offence.if_nothing_more_is_shown
        assert (heard.outcome, tuple(walk.path.reached)) == (offence.outcome, offence.reached)
        assert (heard.closed.path.outcome, tuple(heard.closed.path.reached)) == (
            closing.outcome,
            closing.reached,
        )
        assert placed(walk.steps) == accounted(offence.steps)
        assert placed(walk.steps_beyond) == accounted(offence.steps_beyond)
        assert placed(walk.open_questions) == accounted(offence.open_questions)
        assert [walk.leads(step.asked) for step in walk.steps] == [step.leads_to for step in offence.steps]
        in_account = (*offence.steps, *offence.open_questions, *offence.steps_beyond)
        assert tuple(heard.explanation.of(walk, each) for each in walk.placed) == in_account


@given(st.data(), days)
def test_they_agree_where_a_question_is_reserved(data, day):
    case = small_case_of({**data.draw(findings(SMALL, "2")), "named": "yes"}, day, "2")
    assert determine(case, SMALL).offences == determine(case, SMALL, engine="plain").offences


@given(st.data(), days)
def test_they_agree_on_numbers_gates_and_the_person_too(data, day):
    person = data.draw(
        st.fixed_dictionaries({}, optional={"named": st.sampled_from(["yes", "no", "not_shown"])})
    )
    kind = data.draw(st.sampled_from(["accusation", "conviction"]))
    assuming = data.draw(st.sampled_from([(), ("s2-1-proposed",)]))
    case = small_case_of({**data.draw(findings(SMALL, "1")), **person}, day, case_type=kind)
    assert (
        determine(case, SMALL, assuming=assuming).offences
        == determine(case, SMALL, assuming=assuming, engine="plain").offences
    )


@examples(100)
@given(st.data(), PARTS, days)
def test_the_order_of_findings_does_not_matter(data, part, day):
    start, found = data.draw(hearings(part))
    shuffled = dict(data.draw(st.permutations(list(found.items()))))
    assert determine(case_of(found, day, part, taken_from=start), BOOK) == determine(
        case_of(shuffled, day, part, taken_from=start), BOOK
    )


@examples(100)
@given(st.data(), PARTS, days)
def test_a_finding_on_a_question_not_reached_changes_nothing(data, part, day):
    start, found = data.draw(hearings(part))
    offence = determine(case_of(found, day, part, taken_from=start), BOOK).offences[0]
    asked = {each.name for each in (*offence.steps, *offence.open_questions, *offence.steps_beyond)}
    asked |= {
        fact.name
        for each in (*offence.steps, *offence.open_questions, *offence.steps_beyond)
        for fact in each.facts
    }
    asked |= {  # a gate reads facts too
        name
        for each in (*offence.steps, *offence.open_questions, *offence.steps_beyond, *offence.not_asked)
        for name in BOOK.questions[each.provision].gate_facts
    }
    fewer = {name: answer for name, answer in found.items() if name in asked}
    again = determine(case_of(fewer, day, part, taken_from=start), BOOK).offences[0]
    assert (again.outcome, again.steps, again.open_questions) == (
        offence.outcome,
        offence.steps,
        offence.open_questions,
    )


@examples(100)
@given(st.data(), PARTS, days)
def test_a_new_finding_never_changes_a_step_already_taken(data, part, day):
    start, found = data.draw(hearings(part, on_questions=False))
    fewer = {name: answer for name, answer in found.items() if data.draw(st.booleans())}
    before = determine(case_of(fewer, day, part, taken_from=start), BOOK).offences[0]
    after = determine(case_of(found, day, part, taken_from=start), BOOK).offences[0]
    answers = {step.provision: step.answer for step in after.steps}
    presumed = [bool(step.unless_shown) for step in before.steps]
    firm = (
        before.steps[: presumed.index(True)] if True in presumed else before.steps
    )  # a presumption says what may change it
    taken = [step for step in firm if step.limb_of is None]
    assert [answers.get(step.provision) for step in taken] == [step.answer for step in taken]
    if before.outcome.kind != "open" and not before.unless_shown:
        assert after.outcome.same_as(before.outcome)


KNEW_AND_WARNED = {
    "notice": "summoned_in_person",
    "knew_date_and_place": "yes",
    "warned_of_trial_in_absence": "yes",
}


@examples(100)
@given(st.data(), st.sampled_from([("1", "EA 2003 s 20(3)"), ("2", "EA 2003 s 85(3)")]))
def test_a_presumption_falls_only_by_a_finding_on_what_it_presumes(data, asked):
    (part, start), day = asked, "2025-01-01"
    drawn = data.draw(findings(BOOK, part, on_questions=False, among=[BOOK.questions[start]]))
    found = {**drawn, **KNEW_AND_WARNED}
    fewer = {
        name: answer for name, answer in found.items() if name in KNEW_AND_WARNED or data.draw(st.booleans())
    }
    before = determine(case_of(fewer, day, part, taken_from=start), BOOK).offences[0]
    event("with a presumption" if before.unless_shown else "with none")
    silent = {
        name: answer for name, answer in found.items() if name in fewer or name not in before.unless_shown
    }
    after = determine(case_of(silent, day, part, taken_from=start), BOOK).offences[0]
    answers = {step.provision: step.answer for step in after.steps}
    taken = [step for step in before.steps if step.limb_of is None]
    assert [answers.get(step.provision) for step in taken] == [step.answer for step in taken]


@examples(100)
@given(st.data(), PARTS, days)
def test_what_a_step_says_is_enough_to_derive_it(data, part, day):
    start, found = data.draw(hearings(part, on_questions=False))
    for step in determine(case_of(found, day, part, taken_from=start), BOOK).offences[0].steps:
        version = BOOK.versions[step.version.id][1]
        stated = {fact.name: fact.answer for fact in step.facts if fact.name in step.turned_on}
        stated |= {name: BOOK.facts[name].when_not_shown for name in step.unless_shown}
        assert version.answer(stated) == step.answer


@examples(100)
@given(st.data(), PARTS, days)
def test_the_facts_listed_as_open_are_those_that_can_change_the_answer(data, part, day):
    start, found = data.draw(hearings(part, on_questions=False))
    offence = determine(case_of(found, day, part, taken_from=start), BOOK).offences[0]
    for question in offence.open_questions:
        version = BOOK.versions[question.version.id][1]
        known = {fact.name: fact.answer for fact in question.facts if fact.answer is not None}
        missing = {fact.name for fact in question.facts} - set(known)
        listed = {fact.name for fact in question.facts_that_matter} | set(question.limbs_that_matter)
        listed -= set(question.whether_asked) - set(version.facts)
        assert listed <= missing
        rest = {
            name: data.draw(
                st.sampled_from(list(BOOK.facts[name].answers) if name in BOOK.facts else ["yes", "no"])
            )
            for name in sorted(missing)
        }
        whole = version.answer({**known, **rest})
        if question.because != "makes no difference":
            others = {name: rest[name] for name in listed}
            assert version.answer({**known, **rest, **others}) == whole
            for name in missing - listed:  # what is not listed changes nothing, whatever the rest
                for answer in BOOK.facts[name].answers if name in BOOK.facts else ("yes", "no"):
                    assert version.answer({**known, **rest, name: answer}) == whole


@examples(100)
@given(st.data(), PARTS, days)
def test_if_nothing_more_is_shown_only_judgment_is_left_open(data, part, day):
    start, found = data.draw(hearings(part))
    offence = determine(case_of(found, day, part, taken_from=start), BOOK).offences[0]
    closing = offence.if_nothing_more_is_shown
    if offence.outcome.kind not in (
        "open",
        "proceed",
        "send",
    ):  # those go on, by the burden, to what comes next
        assert closing.outcome.same_as(offence.outcome)
    elif all(
        question.because != "judgment" and not question.for_the_judge for question in offence.open_questions
    ):
        versions = [BOOK.versions[question.version.id][1] for question in offence.open_questions]
        assert closing.outcome.kind != "open" or any(
            version.no_if or not version.yes_if for version in versions
        )
    for each in closing.unproved:
        assert each.answer != each.proof.of


def test_nothing_known_is_discharge_by_the_burden_and_open_otherwise():
    offence = determine(case_of({}, "2025-01-01"), BOOK).offences[0]
    assert offence.outcome.kind == "open"
    assert offence.if_nothing_more_is_shown.outcome.under == "EA 2003 s 20(7)"
    assert [each.provision for each in offence.if_nothing_more_is_shown.unproved] == [
        "EA 2003 s 20(1)",
        "EA 2003 s 20(3)",
        "EA 2003 s 20(5)",
    ]
    chain = [
        (q.provision, q.only_if)
        for q in offence.open_questions
        if q.limb_of is None and q.provision.startswith("EA 2003 s 20(")
    ]
    assert chain == [
        ("EA 2003 s 20(1)", ()),
        ("EA 2003 s 20(3)", (("EA 2003 s 20(1)", "no"),)),
        ("EA 2003 s 20(5)", (("EA 2003 s 20(1)", "no"), ("EA 2003 s 20(3)", "no"))),
    ]


def test_an_open_question_that_makes_no_difference_leaves_the_outcome_settled():
    offence = determine(case_of({"deliberately_absent": "yes"}, "2025-01-01"), BOOK).offences[0]
    assert (offence.outcome.kind, offence.outcome.to, offence.outcome.under) == (
        "proceed",
        "EA 2003 s 21",
        None,
    )
    question = offence.open_questions[0]
    assert (question.provision, question.because, question.facts_that_matter) == (
        "EA 2003 s 20(1)",
        "makes no difference",
        (),
    )
    assert [(step.provision, step.only_if) for step in offence.steps_beyond] == [
        ("EA 2003 s 20(3)", (("EA 2003 s 20(1)", "no"),))
    ]


WITHOUT_RETRIAL = {
    "convicted_in_presence": "no",
    "deliberately_absent": "no",
    "rehearing": "retrial",
    "minimum_retrial_rights": "yes",
    "retrial_right": "none",
}


@pytest.mark.parametrize(
    ("found", "start", "after", "answer", "under"),
    [
        ({"double_jeopardy": "yes"}, "EA 2003 s 12", "EA 2003 s 12", "yes", "EA 2003 s 11(3)"),
        (WITHOUT_RETRIAL, "EA 2003 s 20(1)", "EA 2003 s 20(5)", "no", "EA 2003 s 20(7)"),
        ({}, "EA 2003 s 20(1)", None, None, None),
    ],
)
def test_a_question_that_is_not_reached_says_after_which_answer_and_under_which_provision(
    found, start, after, answer, under
):
    (offence,) = determine(case_of(found, "2025-01-01", taken_from=start), BOOK).offences
    by_gate = ("EA 2003 s 21A", "EA 2003 s 21B") if after == "EA 2003 s 20(5)" else ()
    unreached = [each for each in offence.not_asked if each.because == "not reached"]
    of_accused = [each for each in unreached if each.provision.startswith(by_gate)]
    assert {(each.after, each.answer) for each in of_accused} <= {("EA 2003 s 20(1)", "no")}
    unreached = [each for each in unreached if each not in of_accused]
    assert unreached
    assert {(each.after, each.answer, each.under) for each in unreached} == {(after, answer, under)}
    assert {each.because_open for each in unreached} == {after is None}


def test_a_prospective_version_that_would_change_the_outcome_is_reported_unasked(merticariu):
    offence = determine(merticariu, BOOK).offences[0]
    assert offence.outcome.kind == "discharge"
    assert [(other.version, other.outcome.outcome) for other in offence.prospective] == [
        ("s20-5-as-amended-2026", "proceed to s 21")
    ]
    assert not determine(merticariu, BOOK).turns_on_commencement
    amended = determine(merticariu, BOOK, law="as-amended-2026")
    assert amended.turns_on_commencement
    assert [(other.version, other.outcome.outcome) for other in amended.offences[0].in_force] == [
        ("s20-5-merticariu", "discharge")
    ]
    assert amended.law.assuming == ("s20-5-as-amended-2026",)
    same = determine(case_of({"convicted_in_presence": "yes"}, "2025-01-01"), BOOK, law="as-amended-2026")
    assert (same.turns_on_commencement, same.offences[0].in_force) == (False, ())
    undated = {
        "case": "X",
        "part": "1",
        "territory": "RO",
        "taken_from": "EA 2003 s 20(1)",
        "dates": {},
        "offences": [{"id": "o", "case_type": "conviction"}],
    }
    every = [versions[-1].id for versions in (question.versions for _, question in BOOK.questions_in("1"))]
    assert determine(CaseFile.model_validate(undated), BOOK, assuming=every).offences[0].in_force == ()
    assert amended.offences[0].prospective == ()
    assert "prospective version" in {caution.kind for caution in amended.offences[0].cautions}


def test_a_version_can_be_assumed_and_the_day_be_named(merticariu):
    assert determine(merticariu, BOOK, assuming=["s20-5-before-merticariu"]).outcome == "proceed to s 21"
    before = determine(merticariu, BOOK, as_at=BOOK.laws["before-merticariu"].as_at)
    assert before.outcome == "proceed to s 21"
    assert [caution.kind for caution in before.cautions] == ["hearing taken from", "dates set aside"]
    assert before.offences[0].steps[0].version.selected_by == "day named"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"law": "merticaru"}, "'merticaru' is not a law in laws.yaml; did you mean merticariu?"),
        (
            {"assuming": ["s20-5-mertcariu"]},
            "'s20-5-mertcariu' is not a version in this rule book; did you mean s20-5-merticariu?",
        ),
        (
            {"assuming": ["s20-5-merticariu", "s20-5-as-amended-2026"]},
            "s20-5-merticariu and s20-5-as-amended-2026 are both versions of EA 2003 s 20(5); assume one",
        ),
        ({"assuming": ["s85-5-merticariu"]}, "s85-5-merticariu is of another matter; this is a Part 1 case"),
        (
            {"law": "merticariu", "as_at": BOOK.stated_as_at},
            "a law that is named has its own day; leave out either the law or the day",
        ),
        (
            {"as_at": BOOK.stated_as_at.replace(year=1999)},
            "EA 2003 s 2(2) has no version in force on 1999-11-22",
        ),
    ],
)
def test_a_law_that_is_not_there_is_refused(merticariu, options, message):
    with pytest.raises(OptionError) as error:
        determine(merticariu, BOOK, **options)
    assert str(error.value) == message
    fits_nothing_else = "assume one" in message or "leave out" in message
    assert isinstance(error.value, UnknownLawError) != fits_nothing_else


@pytest.mark.parametrize(("part", "provision"), [("1", "EA 2003 s 20(5)"), ("2", "EA 2003 s 85(5)")])
def test_a_hearing_from_the_day_on_which_an_amendment_was_passed_reports_it_whatever_the_outcome(
    part, provision
):
    reached = {"convicted_in_presence": "no", "deliberately_absent": "no"}

    def stated(day, **law):
        cautions = determine(case_of(reached, day, part), BOOK, **law).offences[0].cautions
        return [
            (each.provision, each.said, each.verified)
            for each in cautions
            if each.kind == "may have been amended"
        ]

    assert stated("2026-04-28") == []
    assert stated("2026-04-29") == [(provision, "2026-04-29", "factsheet only")]
    assert stated("2020-01-01", as_at=dt.date(2026, 5, 1)) == [(provision, "2026-04-29", "factsheet only")]
    assert stated("2026-05-01", law="as-amended-2026") == []
    page = render(determine(case_of(reached, "2026-10-01", part), BOOK), depth="full")
    assert f"An Act passed on 29 April 2026 amends {provision}" in page
    assert "Whether it was in force on the day that chooses the law is not verified" in page
    present = (
        determine(case_of({"convicted_in_presence": "yes"}, "2026-10-01", part), BOOK).offences[0].cautions
    )
    assert "may have been amended" not in {each.kind for each in present}


def test_a_found_fact_without_an_author_is_a_caution():
    stated = {"attendance": "at_no_hearing", "merits_appeal": {"answer": "none_shown", "by": "judge"}}
    made = determine(case_of(stated, "2025-01-01"), BOOK)
    assert [
        (each.fact, each.said)
        for each in made.offences[0].cautions
        if each.kind == "author not given" and each.fact
    ] == [("attendance", "at_no_hearing")]
    assert (
        "The case file does not say who found this answer: the person's attendance at the trial (not "
        "present at any hearing)." in render(made, depth="full")
    )


def test_a_date_after_the_law_is_stated_is_a_caution():
    late = [caution.kind for caution in determine(case_of({}, "2026-11-23"), BOOK).cautions]
    assert late == ["hearing taken from", "after the day on which the law is stated"]
    assert [caution.kind for caution in determine(case_of({}, "2026-11-22"), BOOK).cautions] == [
        "hearing taken from"
    ]


def test_a_party_s_assertion_on_the_question_is_no_finding():
    found = {
        "deliberately_absent": {"answer": "yes", "by": "requesting authority", "status": "asserted"},
        "convicted_in_presence": "no",
    }
    offence = determine(case_of(found, "2025-01-01"), BOOK).offences[0]
    assert offence.outcome.kind == "open"
    assert ("assertion is not a finding", "EA 2003 s 20(3)") in {
        (caution.kind, caution.provision) for caution in offence.cautions
    }


NAMELESS = {
    "convicted_in_presence": "no",
    "deliberately_absent": "no",
    "rehearing": "retrial",
    "minimum_retrial_rights": "yes",
    "retrial_right": [
        "if_court_finds_no_deliberate_absence",
        {"answer": "none", "by": "requested person", "status": "asserted"},
    ],
}


def test_who_found_an_answer_does_not_decide_in_silence():
    made = determine(case_of(NAMELESS, "2025-01-01"), BOOK)
    assert [(c.kind, c.said) for c in made.offences[0].cautions if c.fact == "retrial_right"] == [
        ("disputed without an author", "if_court_finds_no_deliberate_absence")
    ]
    assert "does not say who found its answer on the retrial" in render(made, depth="full")
    compared = compare(case_of(NAMELESS, "2025-01-01"), BOOK)
    assert compared.cases[0].unattributed == ("retrial_right",)
    assert "does not say who found its answer on the retrial" in render(compared)
    found = {
        **NAMELESS,
        "retrial_right": [
            {"answer": "if_court_finds_no_deliberate_absence", "by": "judge"},
            NAMELESS["retrial_right"][1],
        ],
    }
    assert compare(case_of(found, "2025-01-01"), BOOK).cases[0].unattributed == ()


def test_two_answers_to_one_fact_are_a_dispute_and_a_judge_s_finding_ends_it():
    authority = {"answer": "unconditional", "by": "requesting authority", "status": "asserted"}
    person = {"answer": "none", "by": "requested person", "status": "asserted"}
    judge = {"answer": "none", "by": "judge", "status": "found"}
    rest = {
        "convicted_in_presence": "no",
        "deliberately_absent": "no",
        "rehearing": "retrial",
        "minimum_retrial_rights": "yes",
    }
    disputed = determine(
        case_of({**rest, "retrial_right": [authority, person]}, "2025-01-01"), BOOK
    ).offences[0]
    assert disputed.outcome.kind == "open"
    assert [caution.fact for caution in disputed.cautions if caution.kind == "disputed"] == ["retrial_right"]
    assert [finding.by for finding in disputed.open_questions[0].facts_that_matter[0].disputed] == [
        "requesting authority",
        "requested person",
    ]
    assert (
        determine(case_of({**rest, "retrial_right": [authority, person, judge]}, "2025-01-01"), BOOK).outcome
        == "discharge"
    )
    on_question = determine(
        case_of(
            {"deliberately_absent": [{**authority, "answer": "yes"}, {**person, "answer": "no"}]},
            "2025-01-01",
        ),
        BOOK,
    )
    stated = [
        (caution.provision, caution.fact)
        for caution in on_question.offences[0].cautions
        if caution.kind == "disputed"
    ]
    assert stated == [("EA 2003 s 20(3)", None)]  # of the question, once; no fact is treated as open for it


def test_a_judge_outranks_what_the_parties_agree():
    agreed = {"answer": "yes", "by": "parties", "status": "agreed"}
    judge = {"answer": "no", "by": "judge", "status": "found"}
    for order in ([agreed, judge], [judge, agreed]):
        offence = determine(case_of({"convicted_in_presence": order}, "2025-01-01"), BOOK).offences[0]
        assert (offence.steps[0].provision, offence.steps[0].answer) == ("EA 2003 s 20(1)", "no")
    asserted = {"answer": "no", "by": "requested person", "status": "asserted"}
    assert (
        determine(case_of({"convicted_in_presence": [asserted, agreed]}, "2025-01-01"), BOOK).outcome
        == "proceed to s 21"
    )


def test_only_the_facts_that_still_matter_are_listed():
    found = {"deliberately_absent": "no", "retrial_right": "unconditional", "rehearing": "retrial"}
    (question,) = [
        q
        for q in determine(case_of(found, "2025-01-01"), BOOK).offences[0].open_questions
        if q.provision == "EA 2003 s 20(5)"
    ]
    assert [fact.name for fact in question.facts_that_matter] == ["doubt_about_retrial"]
    assert question.limbs_that_matter == ("minimum_retrial_rights",)


def test_what_is_not_verified_is_reported_where_it_is_applied(merticariu):
    kinds = {
        (caution.kind, caution.verified)
        for caution in determine(merticariu, BOOK, law="as-amended-2026").offences[0].cautions
    }
    assert ("unverified version", "factsheet only") in kinds
    part_2 = determine(case_of({}, "2025-01-01", "2"), BOOK).offences[0].cautions
    assert ("unverified version", "recalled") in {(caution.kind, caution.verified) for caution in part_2}


def test_an_assertion_that_no_decider_found_is_reported(merticariu):
    assert [
        (each.fact, each.why)
        for each in determine(merticariu, BOOK).offences[0].cautions
        if each.kind == "asserted"
    ] == [("retrial_right", "requesting authority")]


def test_a_finding_outranks_the_derivation_and_the_difference_is_reported():
    facts = {
        "later_decision": "none_shown",
        "doubt_about_presence": "none_shown",
        "merits_appeal": "none_shown",
        "attendance": "at_the_decisive_hearing",
    }
    found = {**facts, "convicted_in_presence": {"answer": "no", "by": "judge", "status": "found"}}
    offence = determine(case_of(found, "2025-01-01"), BOOK).offences[0]
    assert (offence.steps[0].answer, offence.steps[0].answered_by, offence.steps[0].derived) == (
        "no",
        "finding",
        "yes",
    )
    assert ("finding differs from derivation", "yes") in {
        (caution.kind, caution.said) for caution in offence.cautions
    }


def test_offences_are_determined_each_and_together():
    offences = [
        {"id": "present", "case_type": "conviction", "findings": {"convicted_in_presence": "yes"}},
        {
            "id": "absent",
            "case_type": "conviction",
            "findings": {
                "convicted_in_presence": "no",
                "deliberately_absent": "no",
                "entitled_to_retrial": "no",
            },
        },
    ]
    made = determine(
        CaseFile.model_validate(
            {
                "case": "Two",
                "part": "1",
                "territory": "RO",
                "taken_from": "EA 2003 s 20(1)",
                "dates": {"hearing": "2025-01-01"},
                "offences": offences,
            }
        ),
        BOOK,
    )
    assert [offence.outcome.outcome for offence in made.offences] == ["proceed to s 21", "discharge"]
    assert (made.outcome, made.under) == ("mixed", None)


def test_what_a_party_says_without_more_is_an_assertion_too():
    found = {"convicted_in_presence": {"answer": "yes", "by": "requesting authority"}}
    offence = determine(case_of(found, "2025-01-01"), BOOK).offences[0]
    assert offence.outcome.kind == "open"
    assert ("assertion is not a finding", "EA 2003 s 20(1)") in {
        (each.kind, each.provision) for each in offence.cautions
    }


def test_an_assumed_answer_to_a_question_is_reported():
    found = {"convicted_in_presence": {"answer": "no", "status": "assumed", "reasons": "Not in issue"}}
    offence = determine(case_of(found, "2025-01-01"), BOOK).offences[0]
    assert ("assumed", "convicted_in_presence", "Not in issue") in {
        (each.kind, each.fact, each.why) for each in offence.cautions
    }


def test_silence_does_not_settle_a_dispute():
    sides = [
        {"answer": "none_shown", "by": "requesting authority", "status": "asserted"},
        {"answer": "not_covered", "by": "requested person", "status": "asserted"},
    ]
    found = {"attendance": {"answer": "at_the_decisive_hearing", "by": "judge"}, "merits_appeal": sides}
    assert (
        determine(case_of(found, "2025-01-01"), BOOK).offences[0].if_nothing_more_is_shown.outcome.kind
        == "open"
    )


def test_an_engine_that_does_not_exist_is_refused(merticariu):
    with pytest.raises(ValueError, match="the engine is 'durable' or 'plain', not 'plian'"):
        determine(merticariu, BOOK, engine="plian")


def test_the_json_form_can_be_read_back(merticariu):
    made = determine(merticariu, BOOK, law="as-amended-2026")
    assert Determination.model_validate_json(made.model_dump_json()) == made


def test_a_case_without_the_date_that_chooses_the_law_is_open():
    offence = {"id": "o", "case_type": "conviction"}
    case = CaseFile.model_validate(
        {"case": "X", "part": "1", "territory": "RO", "dates": {}, "offences": [offence]}
    )
    made = determine(case, BOOK)
    assert (made.outcome, made.law.chosen_by) == ("open", {})
    assert [
        (each.why, each.law_of) for each in made.offences[0].not_asked if each.because == "date missing"
    ] == [("On which day is the hearing?", "EA 2003 s 2(2)")]
    assert determine(case, BOOK, law="merticariu").outcome == "open"


def test_a_fact_of_the_other_part_is_refused():
    with pytest.raises(
        SourceError, match=r"offences\[0\].findings.sentence: is asked only in Part 1; this is a Part 2 case"
    ):
        determine(small_case_of({"sentence": "4"}, "2011-01-01", "2"), SMALL)


def test_a_question_that_two_ways_lead_to_is_walked_once(tmp_path):
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "b")
    path = tmp_path / "b/test_act_2000/part_1/section_1/s1_identity.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("no: {discharge: true,", "no: {proceed_to: TA 2000 s 2(1),"),
        encoding="utf-8",
    )
    offence = determine(small_case_of({}, "2011-01-01"), RuleBook.load(tmp_path / "b")).offences[0]
    assert [question.provision for question in offence.open_questions if question.limb_of is None] == [
        "TA 2000 s 1",
        "TA 2000 s 2(1)",
    ]


def test_a_reserved_question_is_answered_by_a_finding_alone():
    found = {"mercy": "yes"}
    offence = determine(small_case_of({**found, "named": "yes"}, "2011-01-01", "2"), SMALL).offences[0]
    (question,) = offence.open_questions
    assert (question.reserved, question.because, question.facts_that_matter, question.yes_if) == (
        True,
        "judgment",
        (),
        None,
    )
    assert [(fact.name, fact.answer) for fact in question.facts] == [("mercy", "yes")]
    assert offence.outcome.outcome == offence.if_nothing_more_is_shown.outcome.outcome == "proceed to s 12"
    for answer, outcome in (("yes", "proceed to s 9"), ("no", "discharge")):
        case = small_case_of(
            {**found, "named": "yes", "fair": {"answer": answer, "by": "judge"}}, "2011-01-01", "2"
        )
        made = determine(case, SMALL)
        assert (made.outcome, made.offences[0].steps[-1].answered_by) == (outcome, "finding")
        assert made.offences == determine(case, SMALL, engine="plain").offences


def test_no_way_leads_to_a_limb():
    with pytest.raises(TypeError, match=r"EA 2003 s 20\(8\) is a limb: no consequence follows from it"):
        BOOK.questions["EA 2003 s 20(8)"].leads("yes")


def test_a_difference_between_the_readings_is_refused(merticariu, monkeypatch):
    fresh = fresh_book()
    original = agreement.engine_of(fresh).read

    def lies(version, answers):
        reading = original(version, answers)
        return agreement.Reading("yes", reading.settled) if version.id == "s20-5-merticariu" else reading

    monkeypatch.setattr(agreement.engine_of(fresh), "read", lies)
    with pytest.raises(
        EngineError,
        match="s20-5-merticariu: durable rules answers yes, the plain reading no; they differ at the answer",
    ):
        determine(merticariu, fresh)


def test_a_difference_in_the_reasons_is_refused_though_the_answer_is_the_same(merticariu, monkeypatch):
    fresh = fresh_book()
    original = agreement.engine_of(fresh).read

    def lies(version, answers):
        reading = original(version, answers)
        return (
            agreement.Reading(reading.answer, {**reading.settled, "yes_if": True})
            if version.id == "s20-5-merticariu"
            else reading
        )

    monkeypatch.setattr(agreement.engine_of(fresh), "read", lies)
    with pytest.raises(
        EngineError,
        match="s20-5-merticariu: durable rules answers no, the plain reading no; they differ at yes_if",
    ):
        determine(merticariu, fresh)


@pytest.mark.no_cover
def test_many_threads_determine_alike():
    """The full hundred thousand are in benchmarks/threads.py; this is the same test, shorter."""
    rng = random.Random(7)
    strategies = [name for name in BOOK.facts if BOOK.about("1", name) == "offence" and name != "case_type"]
    cases = [
        case_of(
            {n: rng.choice(list(BOOK.facts[n].answers)) for n in strategies if rng.random() < 0.7},
            "2025-01-01",
        )
        for _ in range(20)
    ]
    expected = [determine(case, BOOK, engine="plain").offences for case in cases]
    wrong: list[int] = []

    def work(seed: int) -> None:
        order = list(range(len(cases)))
        random.Random(seed).shuffle(order)
        wrong.extend(i for _ in range(2) for i in order if determine(cases[i], BOOK).offences != expected[i])

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_designation_that_is_recalled_is_a_caution(monkeypatch):
    italy = BOOK.territories["IT"]
    recalled = tuple(each.model_copy(update={"verified": "recalled"}) for each in italy.category)
    monkeypatch.setitem(BOOK.territories, "IT", italy.model_copy(update={"category": recalled}))
    case = CaseFile.model_validate(
        {
            "case": "A",
            "territory": "IT",
            "taken_from": "EA 2003 s 20(1)",
            "dates": {"arrest": "2008-01-10", "hearing": "2008-03-10"},
            "offences": [{"id": "o", "case_type": "conviction"}],
        }
    )
    (caution,) = [each for each in determine(case, BOOK).cautions if each.kind == "unverified designation"]
    assert (caution.fact, caution.said, caution.verified) == ("Italy", "category 1", "recalled")


def test_the_days_that_chose_the_law_are_in_order():
    case = case_of({}, "2024-01-01", "1", "accusation", taken_from="EA 2003 s 10(2)")
    starts = [{"from": "2010-01-01", "until": until} for until in ("2010-03-01", "2010-02-01")]
    offences = [
        case.offences[0].model_dump() | {"id": f"o{number}", "conduct_date": conduct}
        for number, conduct in enumerate([*starts, "2010-01-01", "2009-01-01"])
    ]
    case = CaseFile.model_validate(case.model_dump(by_alias=True) | {"offences": offences})
    assert [text_of_days(when) for when in determine(case, BOOK).law.chosen_by["conduct date"]] == [
        "2009-01-01",
        "2010-01-01",
        "2010-01-01 to 2010-02-01",
        "2010-01-01 to 2010-03-01",
    ]
