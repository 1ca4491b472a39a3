"""The hearing as a whole: the worked examples, the dates and the territory that choose the law, several
offences together.
"""

import datetime as dt

import pytest
from strategies import BOOK, ROOT, case_of, fresh_book

from extradition import CaseFile, SourceError, UnknownLawError, determine, render
from extradition.case_file.finding import Finding
from extradition.hearing.unasked import _undated
from extradition.rule_book import kept_for_book
from extradition.source import Fault

EXAMPLES = {
    "part_1_accusation_ordered": ("order", "EA 2003 s 21A(5)"),
    "part_1_accusation_barred": ("discharge", "EA 2003 s 11(3)"),
    "part_1_conviction": ("order", "EA 2003 s 21(3)"),
    "part_2_accusation_sent": ("send to the Secretary of State", "EA 2003 s 87(3)"),
    "part_2_death_penalty": ("discharge by the Secretary of State", "EA 2003 s 93(3)"),
    "part_2_in_absence": ("send to the Secretary of State", "EA 2003 s 87(3)"),
    "part_1_mixed_offences": ("mixed", None),
    "list_offence_2020": ("proceed to s 21A(1)(a)", "EA 2003 s 11(5)"),
}


DAY = "2025-01-01"


def example(name):
    return CaseFile.load(ROOT / "examples" / name / "case.yaml")


@pytest.mark.parametrize(("name", "outcome"), EXAMPLES.items())
def test_a_worked_example_is_as_it_says(name, outcome):
    made = determine(example(name), BOOK)
    assert (made.outcome, made.under) == outcome
    assert made.taken_from is None
    assert made.offences == determine(example(name), BOOK, engine="plain").offences


def test_every_question_of_the_part_is_a_stage_of_the_path():
    for name in EXAMPLES:
        made = determine(example(name), BOOK)
        stages = [provision for provision, question in BOOK.questions_in(made.part) if not question.is_limb]
        for offence in made.offences:
            assert [stage.provision for stage in offence.path] == stages
            answered = {
                stage.provision: stage.answer
                for stage in offence.path
                if stage.state == "answered" and stage.certain
            }
            assert answered == {step.provision: step.answer for step in offence.steps if step.limb_of is None}


def test_a_question_not_asked_names_the_provision_of_the_step_before_it():
    under: set[str | None] = set()
    for name in EXAMPLES:
        for offence in determine(example(name), BOOK).offences:
            leads = {step.provision: step.leads_to for step in offence.steps}
            leads |= {stage.provision: stage.leads_to for stage in offence.path if stage.state == "not asked"}
            for each in offence.not_asked:
                if each.because == "not asked in this case" or (each.because == "not reached" and each.after):
                    led = leads[each.after or each.provision]
                    assert led is not None
                    assert each.under == led.under, (name, each)
                    under.add(each.under)
    assert {"EA 2003 s 21(3)", "EA 2003 s 21A(5)"} < under


def test_offences_have_outcomes_each_and_then_together():
    made = determine(example("part_1_mixed_offences"), BOOK)
    assert [(each.outcome.outcome, each.outcome.under, each.offences) for each in made.combined] == [
        ("order", None, ("loans", "burglary")),
        ("discharge", None, ("defamation", "van")),
    ]
    assert [each.outcome.at for each in made.combined] == ["EA 2003 s 44(3)", None]
    assert made.combined_under == "SI 2003/3150"
    assert [caution.said for caution in made.cautions if caution.kind == "look again"] == ["burglary"]
    assert {each.outcome.at for each in made.offences if each.outcome.kind == "discharge"} == {
        "EA 2003 s 10(2)",
        "EA 2003 s 12",
    }
    stated = render(made, depth="full")
    assert "Questions on the person, shown above: s 2(7) (yes)" in stated
    assert stated.count("Is the person before the judge the person named in the warrant or request?") == 1


def test_what_the_act_provides_afterwards_is_reported_by_outcome():
    ordered = determine(example("part_1_conviction"), BOOK).afterwards
    assert {"EA 2003 s 26", "EA 2003 s 35"} <= {each.provision for each in ordered}
    assert "EA 2003 s 28" not in {each.provision for each in ordered}
    discharged = determine(example("part_1_accusation_barred"), BOOK).afterwards
    assert {each.provision for each in discharged} & {"EA 2003 s 26", "EA 2003 s 28"} == {"EA 2003 s 28"}
    assert {each.applies for each in ordered} == {"yes", "open"} or {each.applies for each in ordered} == {
        "yes"
    }
    assert determine(example("list_offence_2020"), BOOK).afterwards == ()


def test_a_question_reserved_to_the_judge_is_reported_as_what_comes_next():
    offence = determine(case_of({}, "2025-01-01", taken_from="EA 2003 s 25(2)"), BOOK).offences[0]
    assert offence.outcome.kind == "open"  # nothing leads to the first question
    offence = determine(
        case_of({"competing_claim": "none"}, "2025-01-01", taken_from="EA 2003 s 24"), BOOK
    ).offences[0]
    assert offence.outcome.outcome == "proceed to s 25(2)"
    both = [question for question in offence.open_questions if question.provision == "EA 2003 s 25(2)"]
    assert [(question.on_yes.to, question.on_no.to) for question in both] == [
        ("EA 2003 s 25(3)", "EA 2003 s 44(3)")
    ]
    assert (
        next(stage.ways for stage in offence.path if stage.provision == "EA 2003 s 25(2)")[0][1].to
        == "EA 2003 s 25(3)"
    )


def test_nothing_shown_on_a_reserved_question_goes_against_the_party_with_the_burden():
    bare = determine(
        case_of({}, "2025-01-01", taken_from="EA 2003 s 14", case_type="accusation"), BOOK
    ).offences[0]
    assert ("EA 2003 s 14", "no") in {
        (each.provision, each.answer) for each in bare.if_nothing_more_is_shown.unproved
    }
    raised = determine(
        case_of({"effect_on_trial": "evidence_lost"}, "2025-01-01", taken_from="EA 2003 s 14"), BOOK
    ).offences[0]
    assert "EA 2003 s 14" not in {each.provision for each in raised.if_nothing_more_is_shown.unproved}


def test_once_sent_to_the_secretary_of_state_a_case_is_reported_as_sent():
    found = {"other_warrant_pending": "no"}
    assert "other_warrant_pending" not in {question.name for _, question in BOOK.questions_in("2")}
    found = {"unjust_or_oppressive_condition": {"answer": "no", "by": "judge"}}
    offence = determine(
        case_of(found, "2025-01-01", "2", "accusation", taken_from="EA 2003 s 91(2)"), BOOK
    ).offences[0]
    assert (offence.outcome.outcome, offence.outcome.to) == (
        "send to the Secretary of State",
        "EA 2003 s 123",
    )
    later = determine(
        case_of(
            {"death_penalty": {"answer": "no", "by": "Secretary of State"}},
            "2025-01-01",
            "2",
            taken_from="EA 2003 s 94",
        ),
        BOOK,
    )
    assert later.outcome == "open"  # nothing was sent in what was examined
    early = {"withdrawal": "no", "uk_charge": "none", "uk_sentence": "none", "competing_claim": "none"}
    both = {**found, **early, "death_penalty": {"answer": "yes", "by": "Secretary of State"}}
    refused = determine(case_of(both, "2025-01-01", "2", "accusation", taken_from="EA 2003 s 91(2)"), BOOK)
    assert (refused.outcome, refused.offences[0].outcome.at) == (
        "discharge by the Secretary of State",
        "EA 2003 s 94",
    )


def test_the_question_after_the_sending_is_the_first_that_the_secretary_of_state_has_not_answered():
    found = {"unjust_or_oppressive_condition": {"answer": "no", "by": "judge"}}
    early = {"withdrawal": "no", "uk_charge": "none", "uk_sentence": "none", "competing_claim": "none"}
    for more, said in (
        ({}, "next: s 123, Withdrawal after the case was sent"),
        (early, "next: s 94, Death penalty"),
        ({**early, "uk_sentence": "learned_of_during_hearing"}, "next: s 98(2), Deferral of the decision"),
    ):
        case = case_of({**found, **more}, "2025-01-01", "2", "accusation", taken_from="EA 2003 s 91(2)")
        assert said in render(determine(case, BOOK))


def test_a_secretary_of_state_who_must_wait_defers_the_decision_and_adjourns_nothing():
    found = {"withdrawal": "no", "uk_charge": "learned_of_after_hearing"}
    (offence,) = determine(case_of(found, "2025-01-01", "2", taken_from="EA 2003 s 123"), BOOK).offences
    assert (offence.outcome.kind, offence.outcome.outcome) == (
        "adjourn",
        "decision deferred by the Secretary of State",
    )
    assert (offence.outcome.by, offence.outcome.under) == ("Secretary of State", "EA 2003 s 97(2)")


def test_a_condition_that_every_way_to_a_question_has_is_what_it_is_reached_only_if():
    offence = determine(
        case_of({}, "2025-01-01", case_type="accusation", taken_from="EA 2003 s 21A(1)(b)"), BOOK
    ).offences[0]
    only_if = {question.provision: question.only_if for question in offence.open_questions}
    assert only_if["EA 2003 s 21B(4)"] == (("EA 2003 s 21A(1)(b)", "no"), ("EA 2003 s 21B(1)", "yes"))
    assert only_if["EA 2003 s 22"] == (("EA 2003 s 21A(1)(b)", "no"),)  # whichever way s 21B was answered


def test_the_hour_of_the_arrest_is_asked_for_on_the_day_the_law_changed():
    def case(**dates):
        head = {"case": "A", "part": 1, "territory": "BE", "taken_from": "EA 2003 s 10(2)"}
        head["dates"] = {"hearing": "2021-06-01", "certificate": "2020-10-05", **dates}
        offence = {"id": "one", "case_type": "accusation", "conduct_date": "2019-01-01"}
        return CaseFile.model_validate({**head, "offences": [offence]})

    found = {
        "acts_place": "in_the_territory",
        "uk_equivalent": "no_offence",
        "framework_list_certificate": "yes",
        "foreign_maximum": "36",
    }
    spans = {}
    for name, dates, lacking in (
        ("none", {}, "a date that the case file does not give to the day"),
        ("day", {"arrest": "2020-12-31"}, "an hour that the case file does not give"),
    ):
        file = case(**dates)
        offence = file.offences[0].model_copy(
            update={"findings": case_of(found, DAY, taken_from="EA 2003 s 10(2)").offences[0].findings}
        )
        made = determine(file.model_copy(update={"offences": (offence,)}), BOOK).offences[0]
        assert made.outcome.kind == "open"
        spans[name] = [
            (str(each.spans[0].from_), each.spans[0].until_hour, each.outcome.kind) for each in made.may_apply
        ]
        stated = render(determine(file.model_copy(update={"offences": (offence,)}), BOOK), depth="full")
        assert f"Which law applies turns on {lacking}:" in stated
    assert spans["none"] == [("2004-01-01", dt.time(23), "open"), ("2020-12-31", None, "discharge")]
    assert spans["day"] == [("2020-12-31", dt.time(23), "open"), ("2020-12-31", None, "discharge")]
    assert "the arrest date: on 31 December 2020, before 23:00: **open**" in stated
    assert "the arrest date: on 31 December 2020, from 23:00: **discharge**" in stated
    undecided = render(determine(case(arrest="2020-12-31"), BOOK))
    assert "turns on an hour that the case file does not give: that of the arrest date. Under" in undecided
    for hour, version in (("22:59", "s10-2-with-list-offences"), ("23:00", "s10-2-without-list-offences")):
        made = determine(case(arrest="2020-12-31", arrest_hour=hour), BOOK)
        assert made.offences[0].open_questions[0].version.id == version
    with pytest.raises(
        UnknownLawError, match="changed at 23:00 on 2020-12-31; name the day before or the day after"
    ):
        determine(case(), BOOK, as_at=dt.date(2020, 12, 31))
    with pytest.raises(SourceError, match=r"dates.arrest_hour: has no arrest to be the hour of"):
        determine(case(arrest_hour="22:59"), BOOK)
    stated = render(determine(case(arrest="2020-11-03"), BOOK), depth="full")
    by_certificate = "; and by the certificate date, 5 October 2020, on or after 21 July 2014"
    assert (
        f"chosen by the arrest date, 3 November 2020, before 23:00 on 31 December 2020{by_certificate}"
        in stated
    )


def test_a_date_is_not_asked_for_where_every_version_answers_alike():
    head = {
        "case": "A",
        "part": 1,
        "territory": "BE",
        "taken_from": "EA 2003 s 15",
        "dates": {"hearing": "2025-06-01"},
    }
    offence = {"id": "one", "case_type": "conviction", "findings": {"age_at_conduct": "30"}}
    made = determine(CaseFile.model_validate({**head, "findings": {}, "offences": [offence]}), BOOK)
    (step,) = [step for step in made.offences[0].steps if step.provision == "EA 2003 s 15"]
    assert (step.answer, step.version.selected_by, step.version.looked_up_on) == (
        "no",
        "every day alike",
        None,
    )
    assert "the date that chooses is missing, and every version gives the same answer" in render(
        made, depth="full"
    )
    young = CaseFile.model_validate(
        {
            **head,
            "offences": [{**offence, "findings": {"age_at_conduct": "8"}}],
            "findings": {"judge_sits_in": "scotland"},
        }
    )
    assert {each.spans[0].date for each in determine(young, BOOK).offences[0].may_apply} == {"conduct date"}


def test_a_date_that_is_missing_beyond_an_open_question_is_no_fault_yet():
    head = {
        "case": "A",
        "part": 1,
        "territory": "BE",
        "taken_from": "EA 2003 s 12",
        "dates": {"hearing": "2025-06-01"},
    }
    made = determine(
        CaseFile.model_validate({**head, "offences": [{"id": "one", "case_type": "conviction"}]}), BOOK
    )
    assert [
        (each.because, each.why, each.law_of)
        for each in made.offences[0].not_asked
        if each.provision == "EA 2003 s 15"
    ] == [("date missing", "On which day did the conduct take place?", "EA 2003 s 15")]
    assert [stage.state for stage in made.offences[0].path if stage.provision == "EA 2003 s 15"] == [
        "date missing"
    ]
    assert "a date that chooses its law is missing" in render(made, depth="full")
    said = "not asked yet: On which day did the conduct take place? The date chooses the version of s 15."
    assert said in render(made, depth="full")


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"arrest": "2020-12-31"}, "At which hour was the person arrested? s 10(2) changed at 23:00 on"),
        (
            {"arrest": {"from": "2020-12-01", "until": "2021-01-31"}},
            "The case file gives a span of days, and s 10(2) changed on",
        ),
        ({}, "On which day was the person arrested? The date chooses the version of s 10(2)"),
    ],
)
def test_the_date_that_chooses_the_law_is_asked_for_in_words(dates, said):
    case = CaseFile.model_validate(
        {
            "case": "A",
            "part": 1,
            "territory": "BE",
            "taken_from": "EA 2003 s 10(2)",
            "dates": {"certificate": "2020-12-01", "hearing": "2025-06-01", **dates},
            "offences": [{"id": "one", "case_type": "accusation", "conduct_date": "2019-01-01"}],
        }
    )
    assert said in render(determine(case, BOOK), depth="full")


def test_a_day_without_law_is_given_without_the_place_in_the_case_file():
    message = "no version of EA 2003 s 15 is in force on 1899-12-31; the first begins on 1900-01-01"
    fault = Fault(("offences", 0, "conduct_date"), message)
    made = _undated(BOOK, BOOK.questions["EA 2003 s 15"], fault)
    assert (made.because, made.why, made.law_of) == ("date missing", message, None)


def territory(code, day, part=None, **more):
    offence = {"id": "one", "case_type": "accusation", "conduct_date": "2004-01-01"}
    start = {"1": "EA 2003 s 12", "2": "EA 2003 s 80", None: None}[part]
    head = {"case": "A", "territory": code, "dates": {"hearing": day, **more}, "offences": [offence]}
    return CaseFile.model_validate({**head, **({"part": part, "taken_from": start} if part else {})})


def test_the_territory_gives_the_part_and_refuses_another():
    made = determine(territory("FR", "2025-06-01", arrest="2025-01-02"), BOOK)
    assert (made.part, made.category.selected_by) == ("1", "arrest date")
    assert determine(territory("IS", "2020-06-01", arrest="2020-05-01"), BOOK).part == "1"
    assert determine(
        territory("IS", "2021-06-01", "2", arrest="2021-05-01", certificate="2021-04-01"), BOOK
    ).category.day == dt.date(2021, 4, 1)
    with pytest.raises(SourceError) as error:
        determine(territory("IS", "2020-06-01", "2", arrest="2020-05-01"), BOOK)
    assert str(error.value).startswith(
        "part: Iceland was a category 1 territory on 2020-05-01, the arrest date, by SI 2020/265 from "
        "2020-03-17 to 2020-12-30 inclusive"
    )
    with pytest.raises(
        SourceError, match="part: is required: the category of Montenegro on 2006-07-01 is not known here"
    ):
        determine(territory("ME", "2006-07-01"), BOOK)
    with pytest.raises(
        SourceError, match="part: is required: the category of France without a date is not known here"
    ):
        determine(
            CaseFile.model_validate(
                {
                    "case": "A",
                    "territory": "FR",
                    "dates": {},
                    "offences": [{"id": "o", "case_type": "accusation"}],
                }
            ),
            BOOK,
        )


def test_schedule_a1_is_known_of_each_territory_of_category_2():
    began = dt.date(2020, 12, 31)  # the first day of the schedule
    of_category_2 = [
        each
        for each in BOOK.territories.values()
        if any(span.is_ == "2" and (span.until is None or span.until > began) for span in each.category)
    ]
    assert len(of_category_2) > 80
    assert [each.name for each in of_category_2 if not each.schedule_a1] == []


def test_what_is_not_known_or_not_verified_of_the_territory_is_reported():
    def kinds(case):
        made = determine(case, BOOK)
        return {caution.kind for caution in (*made.cautions, *made.offences[0].cautions)}, render(
            made, depth="full"
        )

    stated, text = kinds(territory("ME", "2006-07-01", "2", certificate="2006-07-01"))
    assert "designation not known" in stated
    assert "How Montenegro was designated on the dates of the case is not known here" in text
    stated, text = kinds(territory("RW", "2017-01-01", "2", certificate="2016-01-01"))
    assert "in no category" in stated
    assert "Rwanda was in no category on the dates of the case" in text
    stated, text = kinds(territory("HK", "2026-06-01", "2", certificate="2026-03-02"))
    assert "in no category" in stated
    with pytest.raises(
        SourceError, match=r"part: Hong Kong SAR was in no category on 2026-03-02, the certificate date"
    ):
        determine(territory("HK", "2026-06-01", "1", certificate="2026-03-02"), BOOK)
    stated, _ = kinds(territory("FR", "2025-06-01", "1"))
    assert "designation by the hearing date" in stated
    stated, text = kinds(territory("IN", "2025-06-01", arrest="2025-01-01"))
    assert "unverified designation" in stated  # that nothing was added to Schedule A1 is recalled
    assert "the designation for arrest on a certificate: it was not in that Schedule, by EPAA 2020" in text


def test_what_the_territory_settles_is_not_the_case_file_s_to_say():
    case = territory("US", "2025-06-01", "2", certificate="2025-01-01").model_copy(
        update={"taken_from": "EA 2003 s 84"}
    )
    offence = determine(case, BOOK).offences[0]
    assert [each.because for each in offence.not_asked if each.provision == "EA 2003 s 84"] == [
        "not asked in this case"
    ]
    said = CaseFile.model_validate(
        {**case.model_dump(by_alias=True, mode="json"), "findings": {"article_3_territory": "no"}}
    )
    with pytest.raises(
        SourceError, match=r"findings.article_3_territory\[0\].answer: territories.yaml has 'yes' for US, by "
    ):
        determine(said, BOOK)


def test_where_it_is_open_whether_a_question_is_asked_both_ways_are_gone():
    case = territory("CL", "2026-03-02", "2", certificate="2025-12-15").model_copy(
        update={"taken_from": "EA 2003 s 84"}
    )
    offence = determine(case, BOOK).offences[0]
    question = offence.open_questions[0]
    assert (question.provision, question.because, question.whether_asked) == (
        "EA 2003 s 84",
        "facts",
        ("article_3_territory",),
    )
    assert offence.outcome.kind == "open"
    assert (
        "Whether the question arises depends on: the designation that dispenses with evidence of a case."
        in render(determine(case, BOOK), depth="full")
    )
    assert [
        answer
        for answer, _ in next(stage.ways for stage in offence.path if stage.provision == "EA 2003 s 84")
    ] == ["yes", "no", "not asked"]


def test_a_gate_that_leads_where_no_leads_changes_nothing():
    case = territory("AE", "2022-06-01", "2", certificate="2012-12-31").model_copy(
        update={"taken_from": "EA 2003 s 74B(1)"}
    )
    said = CaseFile.model_validate(
        {**case.model_dump(by_alias=True, mode="json"), "findings": {"discharge_application": "not_made"}}
    )
    offence = determine(said, BOOK).offences[0]
    assert {stage.provision: stage.certain for stage in offence.path}["EA 2003 s 72(2)"]


def test_a_start_that_is_no_question_of_the_part_is_refused():
    for start in ("EA 2003 s 20(8)", "EA 2003 s 85(1)", "EA 2003 s 999"):
        with pytest.raises(
            SourceError, match=r"taken_from: .* is not a question of Part 1 from which the hearing goes on"
        ):
            determine(case_of({}, "2025-01-01", taken_from=start), BOOK)


def test_what_lies_before_the_start_is_reported_as_not_examined():
    offence = determine(case_of({}, "2025-01-01"), BOOK).offences[0]
    because = {each.provision: each.because for each in offence.not_asked}
    assert (because["EA 2003 s 2(2)"], because["EA 2003 s 21A(1)(a)"]) == ("not examined", "not reached")


def test_a_version_that_builds_on_a_limb_of_its_time_can_be_assumed():
    case = case_of({}, "2025-01-01", case_type="accusation", taken_from="EA 2003 s 10(2)")
    offence = determine(case, BOOK, assuming=["s10-2-with-list-offences"]).offences[0]
    (limb,) = [question for question in offence.open_questions if question.provision == "EA 2003 s 64(5)"]
    assert (limb.version.id, limb.version.looked_up_on) == ("s64-5-as-substituted-2014", None)


def test_what_is_kept_is_bounded(monkeypatch):
    monkeypatch.setattr(kept_for_book, "MOST_KEPT", 1)
    fresh = fresh_book()
    case = case_of({}, "2025-01-01")
    assert determine(case, fresh).offences == determine(case, BOOK).offences
    assert len(kept_for_book._kept[fresh]) == 1


def test_what_every_way_leads_to_is_certain():
    found = {
        "entitled_to_retrial": {"answer": "yes", "by": "judge"},
        "convention_compatible": {"answer": "no", "by": "judge"},
    }
    offence = determine(case_of(found, DAY, taken_from="EA 2003 s 20(3)"), BOOK).offences[0]
    assert (offence.outcome.outcome, offence.outcome.at) == ("discharge", "EA 2003 s 21")
    assert offence.reached == ("EA 2003 s 20(3)", "EA 2003 s 21")  # whether or not he was deliberately absent
    assert [step.provision for step in offence.steps] == ["EA 2003 s 21"]
    assert [step.provision for step in offence.steps_beyond if step.limb_of is None] == ["EA 2003 s 20(5)"]


def test_two_discharges_that_rest_on_different_questions_rest_on_none():
    found = {
        "convention_compatible": {"answer": "no", "by": "judge"},
        "entitled_to_retrial": {"answer": "no", "by": "judge"},
    }
    outcome = determine(case_of(found, DAY, taken_from="EA 2003 s 20(3)"), BOOK).offences[0].outcome
    assert (outcome.outcome, outcome.under, outcome.at) == ("discharge", None, None)


def test_a_limb_of_which_the_date_is_missing_is_put_under_no_version():
    case = case_of(
        {"acts_place": "outside_the_territory"}, DAY, case_type="accusation", taken_from="EA 2003 s 10(2)"
    )
    undated = case.model_copy(update={"dates": case.dates.model_copy(update={"hearing": None})})
    (offence,) = determine(undated, BOOK).offences
    assert [
        (each.provision, each.why, each.law_of, each.day)
        for each in offence.not_asked
        if each.because == "date missing"
    ][:1] == [("EA 2003 s 10(2)", "On which day is the hearing?", "EA 2003 s 64(3)", None)]
    assert "EA 2003 s 64(3)" not in {each.provision for each in (*offence.steps, *offence.open_questions)}


def test_a_question_is_answered_by_its_decider_alone():
    for name, by, decider in (
        ("convicted_in_presence", "Secretary of State", "judge"),
        ("issuing_function", "judge", "designated authority"),
    ):
        with pytest.raises(SourceError, match=f"by: EA 2003 .* is for the {decider} to decide"):
            determine(case_of({name: {"answer": "yes", "by": by}}, DAY), BOOK)


def test_no_date_is_after_the_hearing():
    case = case_of({}, DAY)
    late = case.model_copy(
        update={"dates": case.dates.model_copy(update={"certificate": dt.date(2030, 1, 1)})}
    )
    with pytest.raises(SourceError, match=r"dates.certificate: is after the hearing"):
        determine(late, BOOK)
    offence = case.offences[0].model_copy(update={"conduct_date": dt.date(2030, 1, 1)})
    with pytest.raises(SourceError, match=r"offences\[0\].conduct_date: is after the hearing"):
        determine(case.model_copy(update={"offences": (offence,)}), BOOK)


def test_a_number_of_endless_digits_is_not_one():
    with pytest.raises(SourceError, match="is not one of its answers"):
        determine(case_of({"age_at_conduct": "9" * 5000}, DAY, taken_from="EA 2003 s 15"), BOOK)


def test_what_follows_is_reported_after_the_discharges_that_have_it():
    found = {"identity_established": {"answer": "no", "by": "judge"}}
    early = determine(case_of(found, DAY, taken_from="EA 2003 s 7(2)"), BOOK)
    assert (early.outcome, "EA 2003 s 28" in {each.provision for each in early.afterwards}) == (
        "discharge",
        False,
    )
    barred = determine(
        case_of({"passage_of_time": {"answer": "yes", "by": "judge"}}, DAY, taken_from="EA 2003 s 14"), BOOK
    )
    assert (barred.outcome, "EA 2003 s 28" in {each.provision for each in barred.afterwards}) == (
        "discharge",
        True,
    )


@pytest.mark.parametrize(
    ("part", "findings", "taken_from", "under", "again"),
    [
        (
            "1",
            {"uk_charge": "learned_of_during_hearing"},
            "EA 2003 s 22",
            "EA 2003 s 22(2)",
            ["EA 2003 s 9", "EA 2003 s 22(4)"],
        ),
        ("1", {"competing_claim": "deferred"}, "EA 2003 s 24", "EA 2003 s 24(2)", ["EA 2003 s 9"]),
        (
            "2",
            {"uk_charge": "learned_of_during_hearing"},
            "EA 2003 s 88",
            "EA 2003 s 88(2)",
            ["EA 2003 s 77", "EA 2003 s 88(4)"],
        ),
        ("2", {"competing_claim": "deferred"}, "EA 2003 s 90", "EA 2003 s 90", ["EA 2003 s 77"]),
    ],
)
def test_double_jeopardy_is_decided_again_after_an_adjournment_for_a_charge_alone(
    part, findings, taken_from, under, again
):
    adjourned = determine(case_of(findings, DAY, part=part, taken_from=taken_from), BOOK)
    assert (adjourned.outcome, adjourned.offences[0].outcome.under) == ("adjourn", under)
    assert [each.provision for each in adjourned.afterwards] == again


def test_a_charge_or_sentence_after_the_order_has_its_section_in_each_part():
    sections = {(each.part, each.provision): each.title for each in BOOK.sequels}
    for part, charge, sentence in (
        ("1", "EA 2003 s 36B", "EA 2003 s 36C"),
        ("2", "EA 2003 s 118C", "EA 2003 s 118D"),
    ):
        assert sections[part, charge] == "Charge in the United Kingdom after the order"
        assert sections[part, sentence] == "Sentence in the United Kingdom after the order"


@pytest.mark.parametrize(
    ("consent", "sentence", "expected"),
    [
        ("not_given", "none", {"EA 2003 s 103", "EA 2003 s 108"}),
        ("not_given", "released", {"EA 2003 s 103", "EA 2003 s 108", "EA 2003 s 119"}),
        ("given_in_form", "released", {"EA 2003 s 119"}),
    ],
)
def test_an_order_of_the_secretary_of_state_lets_the_person_appeal_against_both_decisions(
    consent, sentence, expected
):
    found = {"national_security_certificate": "not_issued", "consent": consent, "uk_sentence": sentence}
    made = determine(case_of(found, DAY, part="2", taken_from="EA 2003 s 208(5)"), BOOK)
    assert made.outcome == "order by the Secretary of State"
    afterwards = {each.provision for each in made.afterwards}
    assert afterwards & {"EA 2003 s 103", "EA 2003 s 108", "EA 2003 s 119"} == expected


@pytest.mark.parametrize(("sentence", "follows"), [("released", True), ("none", False)])
def test_an_undertaking_can_be_had_for_a_person_on_licence(sentence, follows):
    ordered = example("part_1_conviction")
    recorded = {**ordered.findings, "uk_sentence": (Finding(answer=sentence, by="parties", status="agreed"),)}
    made = determine(ordered.model_copy(update={"findings": recorded}), BOOK)
    assert made.outcome == "order"
    assert ("EA 2003 s 37" in {each.provision for each in made.afterwards}) == follows


def test_a_day_that_is_named_is_that_of_the_hearing_and_saves_what_the_arrest_saved():
    listed = example("list_offence_2020")
    for law in ("before-merticariu", "merticariu"):
        offence = determine(listed, BOOK, law=law).offences[0]
        (step,) = [step for step in offence.steps if step.provision == "EA 2003 s 10(2)"]
        assert (step.answer, step.version.id, step.version.selected_by) == (
            "yes",
            "s10-2-with-list-offences",
            "arrest date",
        )
    later = listed.model_copy(
        update={
            "dates": listed.dates.model_copy(
                update={"arrest": dt.date(2025, 1, 1), "hearing": dt.date(2025, 6, 1)}
            )
        }
    )
    step = determine(later, BOOK, as_at=dt.date(2020, 1, 1)).offences[0].steps
    assert {each.version.selected_by for each in step if each.provision == "EA 2003 s 10(2)"} <= {"day named"}


def test_an_offence_needs_a_type_of_case_only_where_a_question_reads_it():
    untyped = {"offences": [{"id": "one"}]}
    arrested = example("arrest_on_certificate").model_dump(mode="json", exclude_none=True)
    made = determine(CaseFile.model_validate({**arrested, **untyped}), BOOK)
    assert [each.case_type for each in made.offences] == [None]
    sought = example("bertino").model_dump(mode="json", exclude_none=True)
    with pytest.raises(SourceError, match=r"offences\[0\]\.case_type: is required"):
        determine(CaseFile.model_validate({**sought, **untyped}), BOOK)


@pytest.mark.parametrize(
    ("sits_in", "start", "acts"),
    [
        ("scotland", "EA 2003 s 94", True),
        ("england_and_wales", "EA 2003 s 94", False),
        (None, "EA 2003 s 94", False),
        ("scotland", "EA 2003 s 208(5)", False),  # outside Part 2, so that section 141 does not reach it
    ],
)
def test_in_scotland_a_caution_says_that_the_scottish_ministers_act_for_the_secretary_of_state(
    sits_in, start, acts
):
    found = {"death_sentence": "no", "national_security_certificate": "not_issued"}
    found |= {"judge_sits_in": sits_in} if sits_in else {}
    determination = determine(case_of(found, "2025-01-01", "2", "accusation", taken_from=start), BOOK)
    cautions = (*determination.cautions, *determination.offences[0].cautions)
    said = [each for each in cautions if each.kind == "another office acts"]
    assert [each.provision for each in said] == (["EA 2003 s 141"] if acts else [])
    stated = render(determination)
    assert ("In Scotland the Scottish Ministers act for the Secretary of State" in stated) == acts
    assert "the part of the United Kingdom in which the judge sits" not in render(
        determination, depth="hearing"
    )


def test_the_refusal_of_a_certificate_of_national_security_in_part_1_says_that_section_208_covers_it():
    said = "national_security_certificate: is asked only in Part 2; this is a Part 1 case. Section 208 covers"
    case = CaseFile.parse(
        "x",
        "{case: X, part: 1, territory: ES, dates: {hearing: 2025-10-16}, offences: "
        "[{id: a, case_type: accusation, findings: {national_security_certificate: issued}}]}",
    )
    with pytest.raises(SourceError, match=said):
        determine(case, BOOK)
