"""A finding on the person recorded for one of several offences: it counts there in place of the person's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from controls import posted
from strategies import BOOK, ROOT

from extradition import CaseFile, analyse, determine, source
from extradition.casework.in_issue import in_issue
from extradition.determination.caution import Caution
from extradition.hearing import Under, hear
from extradition.law import Provision
from extradition.report import render
from extradition.report.listed_facts import listed_facts
from extradition.report.presentation import shown_above
from extradition.sensitivity import best_asked, sensitivities
from extradition.source import SourceError
from extradition.web.form import Form, content_of, examined, form_of
from extradition.web.form.entries import FormEntry
from extradition.web.form.page_html import render_case
from extradition.web.form.posted_form import PostedForm

EXAMPLES = {"1": "part_1_conviction", "2": "part_2_accusation_sent"}
FOR_SECRETARY_OF_STATE = {
    "speciality_protection": "law_or_arrangements",
    "earlier_transfer_to_uk": "none",
    "consent_of_sender": "not_needed",
}


def content_for(part: str, *own: dict[str, Any], **person: Any) -> dict[str, Any]:
    """The content of an example with two offences alike, each with its *own* findings; those on the *person*
    replace those of the example, and None takes them away.
    """
    said = json.loads(
        json.dumps(source.read(ROOT / "examples" / EXAMPLES[part] / "case.yaml").content, default=str)
    )
    more = FOR_SECRETARY_OF_STATE if part == "2" else {}
    every = {**more, **said["findings"], **person}
    said["findings"] = {name: each for name, each in every.items() if each is not None}
    if "consent" in person:
        said["dates"]["consent"] = "2025-05-01"
    (first,) = said["offences"]
    ending = {"death_sentence": "no", "national_security_certificate": "not_issued"} if part == "2" else {}
    said["offences"] = [
        {**first, "id": name, "findings": {**first["findings"], **ending, **each}}
        for name, each in zip(("one", "two"), own, strict=False)
    ]
    return said


def case_for(part: str, *own: dict[str, Any], **person: Any) -> CaseFile:
    return CaseFile.model_validate(content_for(part, *own, **person))


def ends(case_file: CaseFile) -> list[tuple[str, str | None]]:
    made = determine(case_file, BOOK)
    return [(each.outcome.kind, each.outcome.under) for each in made.offences]


NEVER = {"answer": "needed_and_not_given", "by": "judge"}
GROUND = {
    "protected_ground": {"answer": "political_opinions", "by": "judge"},
    "purpose_of_request": {"answer": "for_the_offence", "by": "judge"},
    "feared_treatment": {"answer": "prejudice_at_trial", "by": "judge"},
    "chance_of_feared_treatment": {"answer": "serious_possibility", "by": "judge"},
}


@pytest.mark.parametrize(
    ("part", "own", "under"),
    [
        ("1", {"convention_compatible": {"answer": "no", "by": "judge"}}, "EA 2003 s 21(2)"),
        ("1", {"withdrawal": {"answer": "told_to_judge", "by": "judge"}}, "EA 2003 s 41(3)"),
        ("1", GROUND, "EA 2003 s 11(3)"),
        ("1", {"made_on_protected_ground": {"answer": "yes", "by": "judge"}}, "EA 2003 s 11(3)"),
        ("1", {"speciality_protection": {"answer": "none", "by": "judge"}}, "EA 2003 s 11(3)"),
        (
            "1",
            {"earlier_transfer_to_uk": "from_category_1_territory", "consent_of_sender": NEVER},
            "EA 2003 s 11(3)",
        ),
        (
            "1",
            {"earlier_transfer_to_uk": "from_other_territory", "consent_of_sender": NEVER},
            "EA 2003 s 11(3)",
        ),
        ("1", {"earlier_icc_transfer": {"answer": "yes", "by": "judge"}}, "EA 2003 s 11(3)"),
        ("2", {"convention_compatible": {"answer": "no", "by": "judge"}}, "EA 2003 s 87(2)"),
        ("2", {"withdrawal": {"answer": "told_to_judge", "by": "judge"}}, "EA 2003 s 122(3)"),
        ("2", {"withdrawal": {"answer": "told_after_sending", "by": "judge"}}, "EA 2003 s 123(3)"),
        ("2", GROUND, "EA 2003 s 79(3)"),
        ("2", {"speciality_protection": {"answer": "none", "by": "judge"}}, "EA 2003 s 93(3)"),
        (
            "2",
            {"earlier_transfer_to_uk": "from_other_territory", "consent_of_sender": NEVER},
            "EA 2003 s 93(3)",
        ),
    ],
)
def test_what_ends_one_offence_leaves_the_other(part, own, under):
    alike = ends(case_for(part, {}, {}))
    assert len(set(alike)) == 1
    assert alike[0][0] == "order"
    made = case_for(part, own, {})
    assert ends(made) == [("discharge", under), alike[1]]
    assert ends(case_for(part, {}, own)) == [alike[0], ("discharge", under)]
    stated = determine(made, BOOK)
    assert (stated.outcome, stated.combined_under) == ("mixed", "SI 2003/3150")
    text = render(stated, depth="full")
    assert text.count(under) > 0


def test_only_a_part_1_warrant_and_a_request_for_extradition_have_the_order_on_several_offences():
    """Article 2(2) of SI 2003/3150 names these two papers; a Part 3 warrant is neither."""
    under = {name: matter.combined_under for name, matter in BOOK.matters.items() if matter.combined_under}
    assert under == dict.fromkeys(
        ["1", "2", "arrest-on-warrant", "arrest-after-request", "provisional-warrant"], "SI 2003/3150"
    )
    content = {
        "case": "Two offences, one of them minor",
        "matter": "issue-of-warrant",
        "territory": "BE",
        "dates": {"hearing": "2025-03-03"},
        "taken_from": "EA 2003 s 148",
        "offences": [
            {
                "id": f"offence-{n}",
                "case_type": "accusation",
                "findings": {"place_of_uk_offence": "in_the_uk", "maximum_here": months},
            }
            for n, months in enumerate((120, 6))
        ],
    }
    made = determine(CaseFile.model_validate(content), BOOK)
    assert (len({each.outcome.kind for each in made.offences}), made.combined_under) == (2, None)
    assert "3150" not in render(made, depth="full")


def test_consent_to_one_offence_ends_the_hearing_of_that_offence_alone():
    given, refused = ({"answer": answer, "by": "judge"} for answer in ("given_in_form", "not_given"))
    for part, on_consent, after_hearing, appeal in (
        ("1", "EA 2003 s 46(6)", "EA 2003 s 21(3)", "EA 2003 s 26"),
        ("2", "EA 2003 s 93(4)", "EA 2003 s 93(4)", "EA 2003 s 108"),
    ):
        said = content_for(part, {"consent": given}, {"consent": refused}, consent=None)
        made = determine(CaseFile.model_validate(said), BOOK)
        one, two = made.offences
        assert [each.outcome.under for each in made.offences] == [on_consent, after_hearing]
        heard = [{step.provision for step in each.steps} for each in (one, two)]
        bars = {"EA 2003 s 14", "EA 2003 s 82"}
        assert not bars & heard[0]
        assert bars & heard[1]
        assert appeal in {each.provision for each in made.afterwards}
        swapped = content_for(part, {"consent": refused}, {"consent": given}, consent=None)
        again = determine(CaseFile.model_validate(swapped), BOOK)
        assert [each.provision for each in again.afterwards] == [each.provision for each in made.afterwards]
        both = content_for(part, {"consent": given}, {"consent": given}, consent=None)
        alike = {each.provision for each in determine(CaseFile.model_validate(both), BOOK).afterwards}
        assert appeal not in alike or part == "2"


def test_a_pending_request_holds_up_only_the_offence_that_the_person_consents_to():
    given, refused = ({"answer": answer, "by": "judge"} for answer in ("given_in_form", "not_given"))
    more = {"competing_claim": {"answer": "deferred", "by": "judge"}, "consent": None}
    said = content_for("1", {"consent": given}, {"consent": refused}, **more)
    assert ends(CaseFile.model_validate(said))[0] == ("adjourn", "EA 2003 s 51(4)")
    assert ends(CaseFile.model_validate(said))[1][1] != "EA 2003 s 51(4)"


def test_consent_to_some_offences_only_does_not_lift_the_bar_of_speciality():
    given, refused = ({"answer": answer, "by": "judge"} for answer in ("given_in_form", "not_given"))
    none = {"consent": None, "speciality_protection": "none"}
    presumed = determine(case_for("2", {"consent": given}, {"consent": refused}, **none), BOOK)
    outcomes = [(each.outcome.kind, each.outcome.under) for each in presumed.offences]
    assert outcomes == [("send", "EA 2003 s 128(4)"), ("discharge", "EA 2003 s 93(3)")]
    every = {**none, "consent_to_every_offence": {"answer": "all_offences", "by": "Secretary of State"}}
    both = ends(case_for("2", {"consent": given}, {"consent": given}, **every))
    assert both == [("order", "EA 2003 s 93(4)")] * 2
    some = {**none, "consent_to_every_offence": {"answer": "some_only", "by": "Secretary of State"}}
    stated = ends(case_for("2", {"consent": given}, {"consent": refused}, **some))
    assert stated == [("discharge", "EA 2003 s 93(3)")] * 2


def test_how_far_the_consent_goes_is_no_finding_on_one_offence():
    of_one = {"consent_to_every_offence": {"answer": "some_only", "by": "judge"}}
    with pytest.raises(SourceError, match="so it belongs under the findings of the case"):
        determine(case_for("2", of_one, {}), BOOK)


def test_an_assertion_on_one_offence_that_displaces_a_finding_on_the_person_has_a_caution():
    against = {"answer": "no", "by": "requested person", "status": "asserted"}
    one, two = determine(case_for("1", {"convention_compatible": against}, {}), BOOK).offences
    (caution,) = [each for each in one.cautions if each.kind == "displaces a finding"]
    assert caution.findings == ("convention_compatible",)
    assert not any(each.kind == "displaces a finding" for each in two.cautions)
    agreed = {"answer": "no", "by": "parties", "status": "agreed"}
    found, _ = determine(case_for("1", {"convention_compatible": agreed}, {}), BOOK).offences
    assert not any(each.kind == "displaces a finding" for each in found.cautions)


def heard(case_file: CaseFile, number: int) -> dict[str, Any]:
    """The determination on one offence, without the cautions, which name the place."""
    hearing = hear(case_file, BOOK, Under(engine="plain"))
    return hearing.offences[number].determination().model_dump(exclude={"cautions", "id"})


def findings_for_one(part: str) -> Iterator[dict[str, Any]]:
    """Findings on each name that a case file may answer for one offence: by its decider or by a party."""
    for i, name in enumerate(BOOK.also_for_offence[part]):
        provision = BOOK.named(part, name)
        decider = BOOK.questions[provision].decided_by if provision else "judge"
        first, *_, last = ("yes", "no") if provision else BOOK.facts[name].answers
        said = {"by": "requested person", "status": "asserted"} if i % 3 == 0 else {"by": decider}
        yield {name: {"answer": last if i % 2 else first, **said}}


@pytest.mark.parametrize("part", ["1", "2"])
@pytest.mark.parametrize("are_open", [False, True])
def test_an_offence_is_heard_as_alone_with_its_findings_on_the_person(part, are_open):
    person = dict.fromkeys(case_for(part, {}).findings) if are_open else {"consent": "not_given"}
    other = heard(case_for(part, {}, **person), 0)
    for own in findings_for_one(part):
        whole = case_for(part, {}, own, **person)
        assert heard(whole, 0) == other, own
        assert heard(whole, 1) == heard(case_for(part, {}, **{**person, **own}), 0), own


@pytest.mark.parametrize(
    "own",
    [
        {"convention_compatible": {"answer": "no", "by": "requested person", "status": "asserted"}},
        {"consent": {"answer": "given_in_form", "by": "judge"}},
    ],
)
def test_its_outcome_depends_on_the_same(own):
    def depends(case_file: CaseFile, number: int) -> dict[str, Any]:
        hearing = hear(case_file, BOOK, Under(engine="plain"))
        return sensitivities(hearing)[number].model_dump(exclude={"offence"})

    person = {"consent": "not_given"}
    assert depends(case_for("1", {}, own, **person), 1) == depends(case_for("1", {}, **person | own), 0)


def test_the_finding_for_the_offence_counts_and_is_no_dispute_with_that_on_the_person():
    one = {"convention_compatible": {"answer": "yes", "by": "requested person", "status": "asserted"}}
    found = {"convention_compatible": {"answer": "no", "by": "judge"}}
    made = determine(case_for("1", {**found}, {}), BOOK)
    (step,) = [each for each in made.offences[0].steps if each.provision == "EA 2003 s 21"]
    assert [(each.answer, each.by) for each in step.findings] == [("no", "judge")]
    assert not any(each.kind == "disputed" for each in made.offences[0].cautions)
    asserted = determine(case_for("1", one, {}, **found), BOOK)
    assert asserted.offences[0].outcome.to == "EA 2003 s 21"  # the finding on the person does not count here
    assert asserted.offences[1].outcome.kind == "discharge"


def test_the_report_shows_the_step_of_each_offence():
    made = determine(case_for("1", {}, {"convention_compatible": {"answer": "no", "by": "judge"}}), BOOK)
    text = render(made, depth="full")
    shown = [next(step for step in each.steps if step.provision == "EA 2003 s 21") for each in made.offences]
    assert [step.answer for step in shown] == ["yes", "no"]
    above = shown_above(made, made.offences[1])
    assert shown[1] not in above
    assert "EA 2003 s 13(a)" in {step.provision for step in above}
    assert "Human rights: **no**" in text.partition("two")[2]


def test_a_finding_on_the_person_that_every_offence_replaces_has_a_caution():
    own = {"convention_compatible": {"answer": "yes", "by": "judge"}}
    made = determine(case_for("1", own, own), BOOK)
    assert Caution(kind="replaced for each offence", findings=("convention_compatible",)) in made.cautions
    assert (
        "Without effect, because each offence has findings of its own on it: the findings on s 21, "
        "human rights." in " ".join(render(made, depth="full").split())
    )
    assert not any(
        each.kind == "replaced for each offence" for each in determine(case_for("1", own, {}), BOOK).cautions
    )


def test_a_finding_for_an_offence_that_its_hearing_did_not_reach_has_a_caution():
    own = {
        "withdrawal": {"answer": "told_to_judge", "by": "judge"},
        "convention_compatible": {"answer": "no", "by": "judge"},
    }
    made = determine(case_for("1", own, {}), BOOK)
    unread = [each for each in made.offences[0].cautions if each.kind == "finding not reached"]
    assert any("convention_compatible" in each.findings for each in unread)


@pytest.mark.parametrize(
    ("part", "name", "answer"),
    [
        ("1", "uk_charge", "none"),
        ("1", "identity_established", "yes"),
        ("1", "unjust_or_oppressive_condition", "yes"),
        ("2", "copies_served", "yes"),
        ("2", "discharged_as_protected", "yes"),
    ],
)
def test_what_the_order_does_not_name_stays_with_the_person(part, name, answer):
    with pytest.raises(SourceError) as error:
        determine(case_for(part, {name: answer}, {}), BOOK)
    assert str(error.value).endswith(
        f"offences[0].findings.{name}: is about the person, so it belongs under the findings of the case"
    )


def test_the_order_names_the_questions():
    named = {
        question.provision: question.also_for_offence
        for question in BOOK.questions.values()
        if question.also_for_offence
    }
    bars = ("13(a)", "13(b)", "17", "18", "19", "19A")
    assert named == {
        **{f"EA 2003 s {each}": "SI 2003/3150 sch para 3" for each in bars},
        "EA 2003 s 21": "SI 2003/3150 sch para 5",
        "EA 2003 s 41": "SI 2003/3150 sch para 15",
        "EA 2003 s 45": "SI 2003/3150 sch para 18",
        "EA 2003 s 81(a)": "SI 2003/3150 sch para 24",
        "EA 2003 s 81(b)": "SI 2003/3150 sch para 24",
        "EA 2003 s 87": "SI 2003/3150 sch para 28",
        "EA 2003 s 95": "SI 2003/3150 sch para 30",
        "EA 2003 s 96": "SI 2003/3150 sch para 30",
        "EA 2003 s 96A": "SI 2003/3150 sch para 30",
        "EA 2003 s 122": "SI 2003/3150 sch para 48",
        "EA 2003 s 123": "SI 2003/3150 sch para 49",
        "EA 2003 s 127": "SI 2003/3150 sch para 52",
    }
    assert BOOK.address("SI 2003/3150 sch para 5").endswith("/uksi/2003/3150/schedule/paragraph/5")
    levels = {each.name: each.levels for each in listed_facts(BOOK)}
    assert levels["consent"] == levels["convention_compatible"] == ("person", "offence")
    assert (levels["uk_charge"], levels["years_elapsed"]) == (("person",), ("offence",))


@pytest.mark.parametrize(
    ("text", "short", "folder", "stem"),
    [
        ("SI 2003/3150 sch para 5(2)", "sch para 5(2)", "schedule", "sch_para5_02"),
        ("EA 2003 sch A1 para 2", "sch A1 para 2", "schedule_A1", "schA1_para2"),
        ("EA 2003 sch 1", "sch 1", "schedule_1", "sch1"),
        ("X sch", "sch", "schedule", "sch"),
    ],
)
def test_the_only_schedule_of_an_instrument_has_no_number(text, short, folder, stem):
    provision = Provision(text)
    assert (provision.short, provision.folder, provision.stem) == (short, folder, stem)


DISPUTED = [
    {"answer": "not_needed", "by": "requesting authority", "status": "asserted"},
    {"answer": "needed_and_not_given", "by": "requested person", "status": "asserted"},
]
SENT_HERE = {"earlier_transfer_to_uk": "from_category_1_territory"}


def test_what_is_open_for_one_offence_is_asked_for_it_and_what_is_open_for_the_other_of_the_person():
    case_file = case_for("1", {"consent_of_sender": DISPUTED}, {}, **SENT_HERE)
    asked = best_asked(analyse(case_file, BOOK), BOOK, hear(case_file, BOOK).case_file)
    assert {place for place, name in asked if name == "consent_of_sender"} == {(), ("offences", 0)}


def test_a_question_in_dispute_for_one_offence_is_recorded_as_not_in_issue_for_the_others():
    said = {"answer": "yes", "by": "requested person", "status": "asserted"}
    case_file = case_for("1", {"made_on_protected_ground": said}, {}, protected_ground=None)
    act = in_issue(case_file, BOOK, (), "parties")
    assert [each.place for each in act.recorded if each.name == "made_on_protected_ground"] == [()]
    assert [each.offences for each in act.left if each.provision == "EA 2003 s 13(a)"] == [("one",)]
    alike = in_issue(case_for("1", {}, {}, protected_ground=None), BOOK, (), "parties")
    assert not any(each.provision == "EA 2003 s 13(a)" for each in alike.left)


def shown_for(*own: dict[str, Any], **person: Any) -> Form:
    said = content_for("1", *own, **person)
    return form_of(said, BOOK, examined(said, BOOK, "plain"))


def entries(form: Form, name: str) -> dict[int | None, FormEntry]:
    """The entries of *form* for *name*, by the number of the offence; None for the person."""
    return {each.offence: each for section in form.sections for each in section.entries if each.name == name}


def test_the_page_shows_the_findings_of_an_offence_and_brings_them_back():
    own = {"convention_compatible": {"answer": "no", "by": "judge"}}
    said = content_for("1", {}, own)
    form = form_of(said, BOOK, examined(said, BOOK, "plain"))
    shown = entries(form, "convention_compatible")
    assert [(of, each.findings[0].answer.value) for of, each in shown.items()] == [(None, "yes"), (1, "no")]
    assert {of: each.relevance.answer for of, each in shown.items()} == {None: "yes", 1: "no"}
    html = render_case(BOOK, form, ())
    again = content_of(PostedForm.of(posted(html), None, lambda _: {"judge": "found"}).leaves)
    assert CaseFile.model_validate(again).digest == CaseFile.model_validate(said).digest
    assert list(entries(shown_for({}, {}), "convention_compatible")) == [None]


def test_the_page_says_of_the_person_what_counts_for_the_offences_without_findings_of_their_own():
    own = {"convention_compatible": {"answer": "no", "by": "judge"}}
    one = entries(shown_for(own, {}, convention_compatible=None), "convention_compatible")
    assert (one[None].relevance.kind, one[0].relevance.kind) == ("matters", "known")
    assert [each.offences for each in one[None].relevance.effects["no"]] == [()]
    both = shown_for(own, own, convention_compatible=None)
    assert entries(both, "convention_compatible")[None].relevance.kind == "of each offence"
    assert entries(both, "convention_compatible")[None].relevance.is_faded
    assert "Not needed: each offence has findings of its own on it" in render_case(BOOK, both, ())


def test_the_page_asks_for_what_is_open_for_one_offence_at_that_offence():
    form = shown_for({"consent_of_sender": DISPUTED}, {}, **SENT_HERE)
    assert [each.offence for each in form.to_ask if each.name == "consent_of_sender"] == [0, None]
    assert [each.offence for each in form.disputed] == [0]


def test_a_twin_has_a_provision_of_its_own_or_none():
    assert BOOK.questions["EA 2003 s 91(2)"].also_for_offence is None
    assert BOOK.also_for_offence["2"]["protected_ground"] == "SI 2003/3150 sch para 24"
    assert BOOK.also_for_offence["1"]["protected_ground"] == "SI 2003/3150 sch para 3"
    assert "convention_compatible_if_accused" not in BOOK.also_for_offence["1"]
    assert "uk_charge" not in BOOK.also_for_offence["1"]
