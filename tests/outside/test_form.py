import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from controls import posted
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, case_of, findings

from extradition import CaseFile, RuleBook, source
from extradition.case_file.editing import written
from extradition.hearing import Under, hear
from extradition.source import SourceError, place_of
from extradition.web.form import Form, content_of, effects_by_law, examined, form_of, leaves_of, posted_leaves
from extradition.web.form.entries import FormEntry
from extradition.web.form.examined_content import Examined
from extradition.web.form.fields import unshown_leaves
from extradition.web.form.page_html import render_case
from extradition.web.form.posted_form import PostedForm
from extradition.web.form.relevance import AnswerEffect

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("examples/*/case.yaml")), *sorted(ROOT.glob("precedents/*.yaml"))]
BLANK = {"part": "1", "dates": {}, "offences": [{"id": "one"}]}


def content(text: str) -> dict:
    return source.parse("case.yaml", text).content


def form(said: dict | str, book: RuleBook = BOOK, **more) -> Form:
    said = content(said) if isinstance(said, str) else said
    return form_of(said, book, examined(said, book, "plain"), **more)


def back(html: str) -> dict:
    return content_of(PostedForm.of(posted(html), None, lambda _: {"judge": "found"}).leaves)


def round_trip(said: dict, book: RuleBook = BOOK) -> CaseFile:
    shown = form_of(said, book, Examined())
    return CaseFile.model_validate(back(render_case(book, shown, ())))


def entry(of: Form, name: str, offence: int | None = None) -> FormEntry:
    return next(
        each
        for section in of.sections
        for each in section.entries
        if each.name == name and each.offence == offence
    )


@pytest.mark.parametrize(
    ("part", "document"), [("1", "Box (e) of the warrant"), ("2", "Statement of facts in the request")]
)
def test_an_entry_names_the_documents_of_its_part(part, document):
    asked = entry(form({**BLANK, "part": part}), "acts_place", 0)
    assert asked.look_in == (document, "The indictment")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.parent.name if path.stem == "case" else path.stem
)
def test_a_case_file_comes_back_from_its_form_as_it_was(path):
    assert round_trip(source.read(path).content).digest == CaseFile.load(path).digest


@given(st.data())
@examples(25)
def test_any_findings_come_back_from_the_form_and_from_the_text_written_as_new_text(data):
    part = data.draw(st.sampled_from(["1", "2"]))
    found = data.draw(findings(BOOK, part))
    words = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=60).filter(
        lambda text: text.strip()
    )
    case = case_of(found, dt.date(2025, 1, 1), part, notes=[data.draw(words)], citation=data.draw(words))
    assert CaseFile.parse("case.yaml", written(case)).digest == case.digest
    assert round_trip(content(written(case))).digest == case.digest


def test_text_of_several_lines_and_characters_that_are_not_printed_come_back():
    text = 'one "two" <b>&amp;</b>\n\n\n\n  three\u2009four\u00a0five {{ six }} {# seven #}'
    said = {**content(FILES[0].read_text()), "notes": [text], "case": "<script>&quot;'"}
    assert round_trip(said).notes == (text,)
    assert round_trip(said).case == "<script>&quot;'"


def test_what_no_field_shows_travels_unseen_and_comes_back():
    said = content((ROOT / "precedents/benko.yaml").read_text())
    shown = form(said)
    assert "decided" in shown.rest
    assert "offences[0].decided" not in render_case(BOOK, shown, ())
    assert round_trip(said).decided is not None


def test_sections_follow_the_order_of_the_hearing_and_limbs_stand_with_their_stage():
    sections = form(BLANK).sections
    stages = [provision for provision, question in BOOK.questions_in("1") if not question.is_limb]
    assert [section.provision for section in sections] == [*stages, None]
    retrial = next(section for section in sections if section.provision == "EA 2003 s 20(5)")
    assert {"minimum_retrial_rights", "entitled_to_retrial"} <= {each.name for each in retrial.entries}


@pytest.mark.parametrize("part", ["1", "2"])
def test_each_fact_and_question_of_the_part_is_shown_once_and_later_stages_refer_to_it(part):
    shown = form({**BLANK, "part": part})
    names = [each.name for section in shown.sections for each in section.entries]
    asked = {
        name
        for name in [*BOOK.facts, *(question.name for _, question in BOOK.questions_in(part))]
        if BOOK.about(part, name)
    }
    assert len(names) == len(set(names))
    assert set(names) == asked - {"case_type"}
    ids = {each.id for section in shown.sections for each in section.entries}
    assert {id_ for section in shown.sections for _, id_ in section.referred} <= ids


def test_a_fact_is_shown_at_a_stage_that_is_examined_if_there_is_one():
    content = source.read(ROOT / "examples/half_complete/case.yaml").content
    shown = form(content)
    before, at = (
        next(each for each in shown.sections if each.provision == f"EA 2003 s {number}")
        for number in ("8A(1)", "22")
    )
    assert "uk_charge" in {entry.name for entry in at.entries}
    assert "uk_charge" not in {entry.name for entry in before.entries}
    assert "findings-uk_charge" in {id_ for _, id_ in before.referred}
    whole = form({key: value for key, value in content.items() if key != "taken_from"})
    assert "uk_charge" in {
        entry.name for each in whole.sections if each.provision == "EA 2003 s 8A(1)" for entry in each.entries
    }


def test_a_fact_about_an_offence_is_shown_for_each_and_one_about_the_person_once():
    shown = form({**BLANK, "offences": [{"id": "one"}, {"id": "two"}]})
    offences = [
        each.offence for section in shown.sections for each in section.entries if each.name == "attendance"
    ]
    person = [
        each.offence
        for section in shown.sections
        for each in section.entries
        if each.name == "identity_evidence"
    ]
    assert (offences, person) == ([0, 1], [None])


def test_what_matters_has_its_rank_and_the_questions_at_which_it_does():
    shown = form((ROOT / "examples/half_complete/case.yaml").read_text())
    assert [each.relevance.rank for each in shown.to_ask] == list(range(1, len(shown.to_ask) + 1))
    first = shown.to_ask[0]
    assert first.matters
    assert first.is_open
    assert first.relevance.at
    assert any(section.mattering for section in shown.sections)


def test_each_answer_to_a_fact_that_matters_has_its_effect():
    shown = form((ROOT / "examples/half_complete/case.yaml").read_text())
    for each in shown.to_ask:
        answers = set(each.relevance.effects)
        assert set(each.answers) <= answers
        assert each.unit or answers == set(each.answers)
    first = shown.to_ask[0]
    matter = next(
        each
        for each in shown.examined.determination.offences[0].sensitivity.matters
        if each.name == first.name
    )
    for effect in matter.effects:
        (found,) = first.relevance.effects[effect.answer]
        assert (found.outcome, found.final, found.offences) == (effect.outcome, effect.final, ())
    known = entry(shown, "attendance", 0)
    assert known.relevance.effects == {}


def test_effects_on_some_offences_name_them_and_effects_on_all_do_not():
    said = content((ROOT / "examples/half_complete/case.yaml").read_text())
    first = said["offences"][0]
    said["offences"] = [first, {**first, "id": "other"}]
    assert entry(form(said), "convention_compatible").relevance.effects["no"] == (
        AnswerEffect("discharge", True, ()),
    )
    found = {
        "answer": "no",
        "by": "judge",
        "status": "found",
    }  # on these the second offence is discharged before the question
    said["offences"][1]["findings"] = dict.fromkeys(
        ("convicted_in_presence", "deliberately_absent", "entitled_to_retrial"), found
    )
    assert entry(form(said), "convention_compatible").relevance.effects["no"] == (
        AnswerEffect("discharge", True, (first["id"],)),
    )
    assert f"discharge ({first['id']}), whatever else is shown" in " ".join(
        render_case(BOOK, form(said), ()).split()
    )


def test_a_fact_that_the_warrant_states_is_known_without_a_finding():
    attendance = entry(form((ROOT / "examples/half_complete/case.yaml").read_text()), "attendance", 0)
    assert attendance.is_blank
    assert (attendance.relevance.kind, attendance.relevance.answer) == (
        "known",
        "not_at_the_decisive_hearing",
    )


def test_each_kind_of_relevance_is_shown():
    half = form((ROOT / "examples/half_complete/case.yaml").read_text())
    assert entry(half, "identity_evidence").relevance.kind == "not asked"
    assert entry(half, "identity_evidence").relevance.why.because == "not examined"
    assert entry(half, "place_of_service", 0).relevance.kind in (
        "disputed",
        "without effect",
        "not asked",
        "matters",
    )
    merticariu = form((ROOT / "examples/merticariu/case.yaml").read_text())
    assert entry(merticariu, "attendance", 0).relevance.kind == "answered by a finding"
    assert entry(merticariu, "attendance", 0).relevance.is_faded
    assert entry(merticariu, "entitled_to_retrial", 0).relevance.kind == "derived"
    assert entry(merticariu, "entitled_to_retrial", 0).relevance.answer == "no"
    request = form((ROOT / "examples/part_2_in_absence/case.yaml").read_text())
    kinds = {each.relevance.kind for section in request.sections for each in section.entries}
    assert {
        "settled by the territory",
        "known",
        "matters",
        "derived",
        "without effect",
        "laid out",
        "after the hearing",
    } <= kinds
    settled = next(
        each
        for section in request.sections
        for each in section.entries
        if each.relevance.kind == "settled by the territory"
    )
    assert settled.relevance.designation is not None


def test_a_fact_that_led_round_a_question_is_not_called_without_effect():
    shown = form((ROOT / "examples/part_1_conviction/case.yaml").read_text())
    gates = {
        leaf.fact
        for _, question in BOOK.questions_in("1")
        if question.asked_if
        for leaf in question.asked_if.condition.leaves()
    }
    known = [
        each
        for section in shown.sections
        for each in section.entries
        if each.name in gates and not each.is_blank
    ]
    assert all(not each.relevance.is_faded for each in known)


def test_stages_to_which_the_hearing_does_not_come_stand_together():
    runs = list(form((ROOT / "examples/merticariu/case.yaml").read_text()).runs)
    assert runs[0][0]
    assert len(runs[0][1]) > 20
    assert [section.provision for _, run in runs for section in run][-1] is None


def test_of_a_whole_hearing_only_the_stages_where_something_matters_are_unfolded():
    assert not any(
        section.is_open
        for section in form((ROOT / "examples/part_1_mixed_offences/case.yaml").read_text()).sections
    )
    few = form((ROOT / "examples/merticariu/case.yaml").read_text())
    assert [section.provision for section in few.sections if section.is_open] == [
        f"EA 2003 s 20({number})" for number in (1, 3, 5)
    ]


def test_a_section_and_a_further_finding_are_unfolded_when_they_are_wanted():
    shown = form(BLANK, another="findings.identity_evidence", unfolded=["section-22"])
    assert {section.id for section in shown.sections if section.is_open} == {"section-7-2", "section-22"}
    said = (ROOT / "examples/merticariu/case.yaml").read_text()
    more = entry(form(said, another="offences[0].findings.rehearing"), "rehearing", 0)
    assert [each.answer.value for each in more.findings] == ["retrial", ""]
    assert more.findings[1].answer.name == "offences[0].findings.rehearing[1].answer"


def test_faults_stand_at_their_fields_and_lead_there():
    said = content((ROOT / "examples/merticariu/case.yaml").read_text())
    said["dates"]["hearing"] = "tomorrow"
    said["offences"][0]["findings"]["rehearing"] = {"answer": "retrial", "status": "found"}
    shown = form(said)
    assert [fault.partition(",")[0] for fault in shown.dates["hearing"].faults] == [
        "must be a date such as 2024-03-06"
    ]
    wrong = entry(shown, "rehearing", 0)
    assert wrong.has_faults
    assert wrong.findings[0].faults == ("an answer that is found needs its author, under by:",)
    assert {fault.id for fault in shown.faults} == {"dates-hearing", "offences-0-findings-rehearing-0"}
    assert not shown.to_ask
    assert wrong.relevance is None


def test_what_the_vocabulary_does_not_have_is_a_fault_that_can_be_left_out():
    said = content((ROOT / "examples/merticariu/case.yaml").read_text())
    said["findings"] = {"hat_colour": "red"}
    fault = form(said).faults[0]
    assert (fault.where, fault.id, fault.can_go) == ("findings.hat_colour", None, True)


def test_an_answer_that_is_not_on_the_list_is_shown_as_it_stands():
    said = content((ROOT / "examples/merticariu/case.yaml").read_text())
    said["offences"][0]["findings"]["rehearing"] = "perhaps"
    assert "perhaps (as it stands)" in render_case(BOOK, form(said), ())
    assert back(render_case(BOOK, form(said), ()))["offences"][0]["findings"]["rehearing"] == [
        {"answer": "perhaps"}
    ]


def test_faults_of_fields_that_are_blank_are_not_shown_while_the_user_is_typing():
    assert form(BLANK).fields["case"].faults == ("is required",)
    assert form(BLANK, shows="of what is filled in").fields["case"].faults == ()
    assert form(BLANK, shows="none").offences[0].case_type.faults == ()
    (wrong,) = (
        form({**BLANK, "territory": "Atlantis"}, shows="of what is filled in").fields["territory"].faults
    )
    assert wrong.startswith("'Atlantis' is not in territories.yaml")
    named = {
        **BLANK,
        "case": "X",
        "territory": "Atlantis",
        "offences": [{"id": "one", "case_type": "conviction"}],
    }
    assert (
        form(named, shows="of what is filled in")
        .fields["territory"]
        .faults[0]
        .startswith("'Atlantis' is not in territories.yaml")
    )


def test_without_a_part_there_are_no_sections_until_the_territory_gives_it():
    assert form({"case": "X"}).sections == ()
    said = content((ROOT / "examples/merticariu/case.yaml").read_text())
    del said["part"]
    assert form(said).part == "1"


def test_unseen_characters_are_refused_as_in_a_file():
    said = {**content((ROOT / "examples/merticariu/case.yaml").read_text()), "case": "A \u202e case"}
    assert [(fault.where, fault.message) for fault in form(said).faults] == [
        ("case", "has the unseen character U+202E (right-to-left override); delete it")
    ]


def test_a_law_under_which_the_case_cannot_be_taken_is_reported_instead_of_the_laws(monkeypatch):
    said = content((ROOT / "examples/merticariu/case.yaml").read_text())

    def refuse(*_, **__):
        raise SourceError([source.Problem(None, "dates.arrest", "is required")])

    monkeypatch.setattr("extradition.web.form.examined_content.compare", refuse)
    known = examined(said, BOOK, "plain")
    assert (known.compared, known.not_compared) == (None, "dates.arrest: is required")
    assert "cannot be determined under all of them: dates.arrest: is required" in render_case(
        BOOK, form_of(said, BOOK, known), ()
    )


def test_a_warrant_of_which_no_option_is_ticked_differs_from_one_that_is_blank():
    said = content((ROOT / "examples/half_complete/case.yaml").read_text())
    said["offences"][0]["warrant"]["box_d"] = {"ticked": []}
    shown = form(said)
    assert shown.offences[0].warrant.none_ticked.is_ticked
    assert round_trip(said).offences[0].warrant.box_d.ticked == ()
    del said["offences"][0]["warrant"]
    shown = form(said)
    assert shown.offences[0].warrant.is_blank
    assert round_trip(said).offences[0].warrant is None


def test_the_order_in_which_options_are_ticked_comes_back():
    said = content((ROOT / "examples/half_complete/case.yaml").read_text())
    said["offences"][0]["warrant"]["box_d"]["ticked"] = ["3.4", "2", "9"]
    ticks = form(said).offences[0].warrant.ticked
    assert [tick.field.value for tick in ticks if not tick.says] == ["9"]
    assert back(render_case(BOOK, form(said), ()))["offences"][0]["warrant"]["box_d"]["ticked"] == [
        "3.4",
        "2",
        "9",
    ]


def test_an_offence_of_another_type_shows_the_options_only_if_some_are_recorded():
    said = content((ROOT / "examples/part_1_accusation_ordered/case.yaml").read_text())
    assert not form(said).offences[0].warrant.has_options
    said["offences"][0]["warrant"] = {"box_d": {"ticked": ["2"]}}
    assert form(said).offences[0].warrant.has_options


def test_a_rule_book_without_the_form_of_a_warrant_has_no_fields_for_it(small):
    assert form({**BLANK, "part": "1"}, small).offences[0].warrant is None


def test_the_short_and_the_long_form_of_findings_have_the_same_fields():
    short = leaves_of(
        {"findings": {"a": "yes"}, "offences": [{"findings": {"b": ["no", {"answer": "yes"}]}}]}
    )
    long = leaves_of(
        {
            "findings": {"a": {"answer": "yes"}},
            "offences": [{"findings": {"b": [{"answer": "no"}, {"answer": "yes"}]}}],
        }
    )
    assert short == long
    assert ("findings", "a", 0, "answer") in short
    assert leaves_of({"findings": {}, "offences": [{"findings": {"c": []}}]}) == {
        ("findings",): {},
        ("offences", 0, "findings", "c"): [],
    }
    assert leaves_of({"findings": "none"}) == {("findings",): "none"}
    assert leaves_of({"findings": {"a": [["x"]]}}) == {("findings", "a", 0, 0): "x"}


def test_what_is_said_further_in_wins_over_what_stands_around_it():
    assert content_of({("dates",): {}, ("dates", "hearing"): "2024-03-06"}) == {
        "dates": {"hearing": "2024-03-06"}
    }
    assert content_of({("offences", 7, "id"): "b", ("offences", 2, "id"): "a"}) == {
        "offences": [{"id": "a"}, {"id": "b"}]
    }


def test_blank_fields_say_nothing_and_two_values_are_put_together():
    assert posted_leaves([("case", "  "), ("citation", " [2024] ")]) == {("citation",): "[2024]"}
    assert posted_leaves([("a[0].answer", "none"), ("a[0].answer", "30"), ("a[0].answer", "")]) == {
        ("a", 0, "answer"): "none 30"
    }
    assert posted_leaves([("a", "x"), ("a", "x"), ("b", "one\r\ntwo")]) == {("a",): "x", ("b",): "one\ntwo"}
    ticked = [("w.ticked[9999]", "none"), ("w.ticked[0]", "2")]
    assert posted_leaves(ticked) == {("w", "ticked", 9999): "none", ("w", "ticked", 0): "2"}


@pytest.mark.parametrize("name", ["", "a b", "a[x]", "a..b", "[0]", ".".join("a" * 60)])
def test_a_name_that_no_field_has_is_refused(name):
    assert place_of(name) is None
    with pytest.raises(ValueError, match="is not the name of a field"):
        posted_leaves([(name, "x")])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{}",
        "3",
        '"x"',
        "[3]",
        "[[[], 1]]",
        "[[[0], 1]]",
        '[[["a", []], 1]]',
        '[[["a"], {"b": 1}]]',
        '[[["a"], [1]]]',
    ],
)
def test_what_the_form_carries_unseen_is_refused_if_it_is_something_else(text):
    with pytest.raises(ValueError, match=r"\w"):
        unshown_leaves(text)


def test_spans_and_lengths_come_back_from_the_form_as_texts():
    said = content((ROOT / "examples/half_complete/case.yaml").read_text(encoding="utf-8"))
    said["dates"] |= {"arrest": {"from": "2017-05-02", "until": "2017-06-30"}, "hearing": "2026"}
    said["offences"][0] |= {
        "conduct_date": "2016-05",
        "findings": {"sentence_imposed": "2 years, 2 months and 20 days"},
    }
    box = said["offences"][0]["warrant"]
    box["box_c"] = {"sentence_months": "2 years, 2 months and 20 days"}
    box["box_d"]["summoned_on"] = {"from": "2017-01-01", "until": "2017-02-02"}
    shown = form_of(said, BOOK, Examined())
    assert (shown.dates["arrest"].value, shown.dates["hearing"].value) == (
        "2017-05-02 to 2017-06-30",
        "2026",
    )
    assert shown.offences[0].warrant.summoned_on.value == "2017-01-01 to 2017-02-02"
    assert shown.rest == "[]"
    case = CaseFile.model_validate(said)
    assert round_trip(said).digest == case.digest
    assert CaseFile.parse("case.yaml", written(case)).digest == case.digest


def test_half_a_span_travels_with_the_form():
    said = content((ROOT / "examples/half_complete/case.yaml").read_text(encoding="utf-8"))
    said["dates"]["arrest"] = {"from": "2017-05-02"}
    shown = form_of(said, BOOK, Examined())
    assert shown.dates["arrest"].value == ""
    assert '[["dates","arrest","from"],"2017-05-02"]' in shown.rest


ZEQAJ = ROOT / "examples/zeqaj_part_2/case.yaml"


def test_an_answer_for_which_the_laws_part_has_the_outcome_under_each():
    said = source.read(ZEQAJ).content
    shown = form(said, opened=())
    assert list(shown.by_law) == [each.id for each in shown.to_ask[:3] if each.id not in shown.unseen]
    parted = {(id_, answer) for id_, by_answer in shown.by_law.items() for answer in by_answer}
    assert parted
    for asked in (each for each in shown.to_ask if each.id in shown.by_law):
        for answer in asked.answers:
            case = CaseFile.model_validate(
                {**said, "findings": {**said.get("findings", {}), asked.name: answer}}
                if not asked.holder
                else {**said, "offences": [_answered(said["offences"][0], asked.name, answer)]}
            )
            under = {
                BOOK.law(law).title: hear(case, BOOK, Under(law=law, engine="plain")).closing
                for law in BOOK.side_by_side
            }
            expected = {
                outcome: tuple(title for title, each in under.items() if each == outcome)
                for outcome in dict.fromkeys(under.values())
            }
            assert ((asked.id, answer) in parted) == (len(expected) > 1)
            assert shown.by_law[asked.id].get(answer, expected) == expected


def _answered(offence: dict, name: str, answer: str) -> dict:
    return {**offence, "findings": {**offence["findings"], name: {"answer": answer, "by": "judge"}}}


def test_without_a_comparison_of_the_laws_no_answer_has_outcomes_under_them():
    said = source.read(ZEQAJ).content
    known = replace(examined(said, BOOK, "plain"), compared=None)
    assert not any(form_of(said, BOOK, known).by_law.values())


def test_a_law_under_which_an_answer_leads_to_a_question_without_a_version_gives_no_determination(
    monkeypatch,
):
    said = source.read(ZEQAJ).content
    known = examined(said, BOOK, "plain")

    class Late(effects_by_law.Hearing):
        def __init__(self, case_file, book, under, **more):
            if under.law == "before-merticariu":
                raise SourceError([])
            super().__init__(case_file, book, under, **more)

    monkeypatch.setattr(effects_by_law, "Hearing", Late)
    by_law = form_of(said, BOOK, known).by_law
    assert {outcome for each in by_law.values() for outcomes in each.values() for outcome in outcomes} >= {
        "no determination"
    }


def test_the_page_gives_the_outcomes_of_an_answer_under_the_laws_that_part():
    said = source.read(ZEQAJ).content
    page = render_case(BOOK, form(said), ())
    first = "discharge (After Merticariu and Bertino; Today)"
    assert f"(prospective)); {first}</span></span></label>" in " ".join(page.split())
