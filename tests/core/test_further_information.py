"""The draft request: nothing is asked but what can matter and is for the requesting authority to prove;
everything in it stays text.
"""

import json
import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator
from profiles import examples
from strategies import BOOK, ROOT, answers, case_of, hearings

from extradition import CaseFile, FurtherInformation, RuleBook, analyse, further_information, paper, render
from extradition.hearing import hear
from extradition.report.schemas import schema
from extradition.sensitivity import hanging_on

DAY = "2025-01-01"
MARKUP = CaseFile.load(ROOT / "tests/golden/everything.yaml")
TICKED = {
    "box_d": {"ticked": ["3.1b", "3.4"], "text": "left <b>there</b> *so*", "text_says": ["left_at_address"]}
}


def names(draft):
    return [point.name for point in draft.points]


def with_warrant(findings, *, ids=("one",), **more):
    """A case from section 20(1) on with the same warrant for each offence."""
    case = case_of(findings, DAY, **more)
    offences = [
        {**case.offences[0].model_dump(exclude_none=True), "id": name, "warrant": TICKED} for name in ids
    ]
    return CaseFile.model_validate({**case.model_dump(exclude_none=True), "offences": offences})


@examples(15)
@given(st.data(), st.sampled_from(["1", "2"]), st.sampled_from(["accusation", "conviction"]))
def test_whatever_is_asked_can_matter_and_is_for_the_authority_to_prove(data, part, kind):
    start, found = data.draw(hearings(part))
    case = case_of(found, DAY, part, kind, taken_from=start)
    (stated,) = analyse(case, BOOK, engine="plain")
    matters = {each.name: each for each in stated.matters if each.kind == "fact"}
    draft = further_information(case, BOOK, engine="plain")
    for point in draft.points:
        assert (point.own or point.proof).on == "requesting authority"
        assert point.under
        asked = [each for each in point.under if BOOK.questions[each.provision].proof]
        assert point.burden_at == asked[0]
        assert BOOK.questions[point.burden_at.provision].proof == point.proof
        assert (point.proof, point.disputed) == (matters[point.name].proof, matters[point.name].findings)
    kept_back = [point.name for point in draft.kept_back]
    assert set(names(draft)) | set(kept_back) == {
        name
        for name, each in matters.items()
        if each.proof and each.proof.on == "requesting authority" and not BOOK.facts[name].doubts
    }
    assert not set(names(draft)) & set(kept_back)
    for point in draft.kept_back:
        assert BOOK.facts[point.name].known_here == (point.only_if == ())
        assert all(matters[each.name].findings == () for each in point.only_if)
    assert [point.number for point in draft.points] == list(range(1, len(draft.points) + 1))
    order = [provision for provision, _ in BOOK.questions_in(part)]
    for points in (draft.on_the_person, draft.offences[0].points):
        places = [order.index(point.under[0].provision) for point in points]
        assert places == sorted(places)


@examples(15)
@given(st.data(), st.sampled_from(["1", "2"]), st.sampled_from(["accusation", "conviction"]))
def test_where_no_fact_is_unknown_nothing_is_asked(data, part, kind):
    start, found = data.draw(hearings(part))
    facts = [
        name
        for name, fact in BOOK.facts.items()
        if name not in {*BOOK.from_territory, *BOOK.from_date, "case_type"} and BOOK.about(part, name)
    ]
    everything = {name: data.draw(answers(BOOK, name)) for name in facts}
    draft = further_information(
        case_of({**everything, **found}, DAY, part, kind, taken_from=start), BOOK, engine="plain"
    )
    assert draft.asks_nothing
    assert "There is nothing to ask" in render(draft)
    assert "There is nothing to ask" in render(draft, "html")


def test_every_answer_that_suffices_leaves_the_proof_possible_and_no_other_does():
    found = {
        "convicted_in_presence": "no",
        "deliberately_absent": "no",
        "minimum_retrial_rights": "yes",
        "rehearing": "retrial",
    }
    draft = further_information(case_of(found, DAY), BOOK)
    (right,) = [point for point in draft.points if point.name == "retrial_right"]
    assert [each.answer for each in right.suffices] == [
        "unconditional",
        "procedural_steps_only",
        "already_used",
    ]
    assert [each.wording for each in right.suffices] == [
        BOOK.facts["retrial_right"].answers[each.answer] for each in right.suffices
    ]
    assert not right.excludes_nothing
    assert "What would suffice (on these answers, and on no other" in render(draft)
    on = (
        "On s 20(5), entitlement to a retrial: the requesting authority must prove, to the criminal standard,"
    )
    assert f"{on} that the answer is yes (" in render(draft)
    open_to_all = further_information(case_of({"convicted_in_presence": "no"}, DAY), BOOK)
    (notice,) = [point for point in open_to_all.points if point.name == "notice"]
    assert notice.excludes_nothing
    assert {each.answer for each in notice.suffices} == set(BOOK.facts["notice"].answers) - {"not_shown"}
    assert "Possible answers (none decides by itself)" in render(open_to_all)


def test_an_answer_that_stands_where_nothing_is_shown_may_still_suffice():
    draft = further_information(CaseFile.load(ROOT / "precedents/oprea-lublin.yaml"), BOOK)
    (appeal,) = [point for point in draft.points if point.name == "merits_appeal"]
    assert BOOK.facts["merits_appeal"].when_not_shown == "none_shown"
    assert [each.answer for each in appeal.suffices] == [
        "none_shown",
        "points_of_law_only",
        "attended",
        "absent_but_covered",
    ]
    assert not appeal.excludes_nothing
    assert "still possible)**: No appeal on the merits appears from the material; or: " in render(draft)


def test_a_fact_is_tied_only_to_questions_that_it_can_still_change():
    case = case_of({"convicted_in_presence": {"answer": "no", "by": "judge"}}, DAY)
    (later,) = [point for point in further_information(case, BOOK).points if point.name == "later_decision"]
    assert [under.provision for under in later.under] == ["EA 2003 s 20(3)", "EA 2003 s 20(5)"]
    both = further_information(case_of({}, DAY), BOOK)
    (later,) = [point for point in both.points if point.name == "later_decision"]
    assert [under.provision for under in later.under] == [f"EA 2003 s 20({number})" for number in (1, 3, 5)]


def test_a_number_is_reported_as_a_span_of_its_unit():
    draft = further_information(case_of({}, DAY, taken_from="EA 2003 s 10(2)"), BOOK)
    (sentence,) = [point for point in draft.points if point.name == "sentence_imposed"]
    assert ("at least 4", None) in [(each.answer, each.wording) for each in sentence.suffices]
    assert "at least 4 months" in render(draft)


def test_who_says_what_of_a_disputed_fact_is_reported():
    said = [
        {"answer": "none", "by": "requested person", "reasons": "The code has none"},
        {
            "answer": "unconditional",
            "by": "requesting authority",
            "source": {"document": "Letter", "at": "page 2"},
        },
    ]
    draft = further_information(
        case_of({"convicted_in_presence": "no", "deliberately_absent": "no", "retrial_right": said}, DAY),
        BOOK,
    )
    for form in ("md", "html"):
        stated = render(draft, form)
        none = (
            "“There is no right to a retrial now, and none was used”, said by the requested person: The "
            "code has none"
        )
        assert (
            f"{none}; “Nothing; it follows as of right”, said by the requesting authority (Letter, page 2)."
            in stated
        )


def test_what_is_unclear_in_the_warrant_comes_first_and_once():
    draft = further_information(with_warrant({}, ids=("one", "two")), BOOK)
    assert [each.number for each in draft.clarifications] == list(range(1, len(draft.clarifications) + 1))
    assert {each.ambiguity.id for each in draft.clarifications} >= {
        "notice-and-retrial",
        "notice-against-option",
    }
    assert {each.offences for each in draft.clarifications} == {("one", "two")}
    assert draft.points[0].number == len(draft.clarifications) + 1
    assert {number for numbers in draft.authorities.values() for number in numbers} == {
        each.number for each in draft.clarifications
    }
    text = render(draft)
    assert text.index("What is unclear in the warrant") < text.index("About the offence")
    assert "For one, two" not in text
    assert "left \\<b\\>there\\</b\\> \\*so\\*" in text
    assert "left &lt;b&gt;there&lt;/b&gt; *so*" in render(draft, "html")


def test_what_is_unclear_but_settled_or_without_effect_is_not_asked():
    settled = with_warrant(
        {
            "doubt_about_notice": {"answer": "none_shown", "by": "judge"},
            "retrial_right": {"answer": "none", "by": "judge"},
        }
    )
    assert further_information(settled, BOOK).clarifications == ()
    present = with_warrant({"convicted_in_presence": {"answer": "yes", "by": "judge"}})
    assert further_information(present, BOOK).clarifications == ()


def test_no_letter_asks_the_authority_for_a_doubt_of_the_reader():
    for case in (case_of({}, DAY), with_warrant({})):
        draft = further_information(case, BOOK)
        (stated,) = analyse(case, BOOK)
        facts = {each.name for each in stated.matters if each.kind == "fact"}
        doubts = {name for name in facts if BOOK.facts[name].doubts}
        assert doubts >= {"doubt_about_waiver", "doubt_about_retrial"}
        assert {"express_waiver", "retrial_own_defence"} <= set(names(draft))
        assert not doubts & set(names(draft))
        for text in (render(draft), render(draft, "html"), render(paper(case, BOOK, "request"))):
            assert "in doubt, and not resolved by a finding" not in text
    assert "An option on the notice is ticked together with a retrial that is still to come" in text


PRESENT = {"attendance": {"answer": "at_the_decisive_hearing", "by": "requesting authority"}}
NOTHING_LATER = {"later_decision": "none_shown", "merits_appeal": "none_shown"}


def test_a_point_that_hangs_on_a_presumption_waits_for_it():
    draft = further_information(case_of(PRESENT, DAY), BOOK)
    assert names(draft) == ["later_decision", "merits_appeal"]
    waiting = {point.name: point.hangs_on for point in draft.kept_back}
    assert waiting["notice"] == ("doubt_about_presence",)
    assert waiting["express_waiver"] == ("merits_appeal", "doubt_about_presence")
    assert waiting["attendance_prevented"] == ("merits_appeal", "doubt_about_presence")
    assert not {"later_decision", "merits_appeal"} & set(waiting)
    for text in (render(draft), render(paper(case_of(PRESENT, DAY), BOOK, "request"))):
        notes, letter = text.split("Further information is requested on the numbered points")
        assert "a doubt about presence (presumed: “No doubt about presence appears”)" in notes
        assert "the appeal on the merits (point 2, presumed: “No appeal on the merits appears" in notes
        assert "How did notice of the decisive hearing reach the person?" in notes
        assert "How did notice of the decisive hearing reach the person?" not in letter
    first = case_of({**PRESENT, **NOTHING_LATER}, DAY)
    draft = further_information(first, BOOK)
    assert draft.asks_nothing
    assert "still change the outcome, apart from the points kept back." in render(draft)
    assert "apart from the points kept back." in render(paper(first, BOOK, "request"))
    assert {point.hangs_on for point in draft.kept_back} == {("doubt_about_presence",)}


def test_once_the_presumption_is_settled_its_points_are_asked_or_gone():
    of_doubt = {**PRESENT, **NOTHING_LATER, "doubt_about_presence": "none_shown"}
    draft = further_information(case_of(of_doubt, DAY), BOOK)
    assert (draft.points, draft.kept_back) == ((), ())
    assert "apart from" not in render(draft)
    draft = further_information(case_of({**of_doubt, "doubt_about_presence": "ambiguous"}, DAY), BOOK)
    assert {"notice", "express_waiver", "flight"} <= set(names(draft))
    said = [
        {"answer": "none_shown", "by": "requesting authority"},
        {"answer": "ambiguous", "by": "requested person"},
    ]
    draft = further_information(case_of({**of_doubt, "doubt_about_presence": said}, DAY), BOOK)
    assert {"notice", "express_waiver", "flight"} <= set(names(draft))


def test_a_point_waits_only_on_the_offences_that_hang_on_the_presumption():
    absent = {"attendance": {"answer": "at_no_hearing", "by": "requesting authority"}}
    offences = [
        {"id": name, "case_type": "conviction", "findings": found}
        for name, found in (("present", PRESENT), ("absent", absent), ("later", PRESENT))
    ]
    case = case_of({}, DAY, offences=offences)
    draft = further_information(case, BOOK)
    assert {point.offences for point in draft.kept_back} == {("present", "later")}
    (notice,) = [point for point in draft.points if point.name == "notice"]
    assert notice.offences == ("absent",)
    assert "- For present, later: How did notice of the decisive hearing reach" in render(draft)
    assert "appeal on the merits (point 2, presumed" in render(draft)


def test_what_two_presumptions_together_keep_back_hangs_on_both():
    (heard,) = hear(
        case_of({**PRESENT, **NOTHING_LATER, "doubt_about_waiver": "none_shown"}, DAY), BOOK
    ).offences
    presumed = {"doubt_about_presence": "none_shown", "express_waiver": "in_terms"}
    assert hanging_on(heard, presumed)["notice"] == ("doubt_about_presence", "express_waiver")
    assert "express_waiver" not in hanging_on(heard, {"express_waiver": "in_terms"})
    assert hanging_on(heard, {}) == {}


def test_what_is_known_here_is_not_asked_of_the_authority():
    case = case_of({}, DAY, "2", taken_from="EA 2003 s 78(2)")
    draft = further_information(case, BOOK)
    here = {"uk_equivalent", "uk_maximum", "uk_extraterritorial", "service_of_request", "request_file"}
    assert here <= {point.name for point in draft.kept_back if not point.only_if}
    assert not {name for name in names(draft) if BOOK.facts[name].known_here}
    for text in (render(draft), render(paper(case, BOOK, "request"))):
        notes, letter = text.split("Further information is requested on the numbered points")
        assert "They are for the lawyer who acts for the requesting authority." in notes
        for name in here:
            assert BOOK.facts[name].ask in notes
            assert BOOK.facts[name].ask not in letter


def test_a_clarification_asks_the_question_that_the_hearing_turns_on():
    draft = further_information(CaseFile.load(ROOT / "examples/half_complete/case.yaml"), BOOK)
    asked = {each.ambiguity.turns_on: each.ask for each in draft.clarifications}
    assert asked == {"doubt_about_notice": None, "retrial_right": BOOK.facts["retrial_right"].ask}
    assert render(draft).count("The hearing turns on this question: What stands between the person and") == 1


def test_a_fact_on_the_person_stands_once_and_names_its_offences_if_not_all():
    case = case_of({}, DAY, taken_from="EA 2003 s 7(2)")
    two = [{**case.offences[0].model_dump(exclude_none=True), "id": name} for name in ("one", "two")]
    draft = further_information(
        CaseFile.model_validate({**case.model_dump(exclude_none=True), "offences": two}), BOOK
    )
    assert [point.offences for point in draft.on_the_person if point.name == "identity_evidence"] == [
        ("one", "two")
    ]
    assert "identity_evidence" not in {point.name for offence in draft.offences for point in offence.points}
    assert "For one" not in render(draft)
    part = draft.model_copy(
        update={
            "on_the_person": tuple(
                point.model_copy(update={"offences": ("one",)}) for point in draft.on_the_person
            )
        }
    )
    assert "\n**For one:**\n" in render(part)
    assert '<p class="for">For one:</p>' in render(part, "html")


def test_a_missing_date_is_reported_since_what_comes_after_it_is_not_asked():
    case = case_of({}, DAY, taken_from="EA 2003 s 10(2)").model_dump(exclude_none=True)
    case["offences"][0].pop("conduct_date")
    draft = further_information(CaseFile.model_validate(case), BOOK)
    assert [each.provision for each in draft.date_missing] == ["EA 2003 s 15"]
    for form in ("md", "html"):
        assert "was not asked yet" in render(draft, form)


@pytest.fixture
def own_burdens(tmp_path):
    """The small rule book, with a burden of its own on each of two facts."""
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "small")
    file = tmp_path / "small/facts/facts.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        "mercy:\n", "mercy:\n  proof: {on: requesting authority, to: balance of probabilities}\n"
    )
    text = text.replace("sentence:\n", "sentence:\n  proof: {on: requested person, to: criminal standard}\n")
    file.write_text(text, encoding="utf-8")
    return RuleBook.load(tmp_path / "small")


def test_the_burden_of_a_fact_of_its_own_comes_before_that_of_its_question(own_burdens, small):
    case = MARKUP.model_copy(
        update={"offences": tuple(each for each in MARKUP.offences if each.id in ("long", "disputed"))}
    )
    case = case.model_copy(
        update={"offences": tuple(each.model_copy(update={"findings": {}}) for each in case.offences)}
    )
    assert set(names(further_information(case, small))) == {"sentence"}
    draft = further_information(case, own_burdens)
    assert set(names(draft)) == {"mercy"}
    assert draft.burdens == ()
    for form in ("md", "html"):
        assert (
            "This fact is for the requesting authority to prove on the balance of probabilities."
            in render(draft, form)
        )


@pytest.mark.parametrize("form", ["md", "html"])
def test_markup_in_the_case_stays_text(form, small):
    stated = render(further_information(MARKUP, small), form)
    assert "Draft, not sent; supports a decision." in stated
    assert small.digest[:16] in stated
    assert not re.search(r"(?<!\\)<(script|i>|b>|u>)", stated)
    assert {"md": "Accused \\<i\\>of\\</i\\> it", "html": "Accused &lt;i&gt;of&lt;/i&gt; it"}[form] in stated


def test_the_json_form_fits_its_schema_and_reads_back():
    draft = further_information(with_warrant({}), BOOK, law="merticariu")
    text = render(draft, "json")
    Draft202012Validator(json.loads(schema("further_information"))).validate(json.loads(text))
    assert FurtherInformation.model_validate_json(text) == draft


def test_another_law_asks_for_other_facts():
    case = case_of({}, DAY)
    before = further_information(case, BOOK, law="before-merticariu")
    assert "diligence" in names(before)
    assert "diligence" not in names(further_information(case, BOOK))
    assert "`before-merticariu`" in render(before)
    assumed = further_information(case, BOOK, assuming=iter(["s20-5-as-amended-2026"]))
    assert "assuming one version that the dates do not choose (named in the appendix)" in render(assumed)
    assert "s20-5-as-amended-2026" in render(assumed).partition("## Appendix")[2]
