"""Court papers: each sentence is followed back to what it rests on; each paper has what it is for."""

import datetime as dt
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator
from profiles import examples
from rests import Followed, elements
from strategies import BOOK, ROOT, SMALL, case_of, hearings

from extradition import CaseFile, OptionError, Paper, further_information, paper, render
from extradition.casework.papers.authorities_table import AuthoritiesTable
from extradition.casework.papers.favoured import favoured, goes_against
from extradition.casework.papers.kinds import KINDS_OF_PAPER, named_papers, paper_of
from extradition.casework.papers.paper_names import KIND_OF_PAPER
from extradition.determination.outcome import Outcome
from extradition.hearing import Under, hear
from extradition.report.schemas import schema
from extradition.report.wording import Vocabulary

EXAMPLES = {path.parent.name: path for path in sorted(ROOT.glob("examples/*/case.yaml"))}
AUTHORITY, PERSON = "requesting authority", "requested person"
PLAIN = Under(engine="plain")
NAMED_PAPERS = named_papers(BOOK.parties)


def heard(name):
    return hear(CaseFile.load(EXAMPLES[name]), BOOK, PLAIN)


def made(name, kind, side=None):
    return paper(CaseFile.load(EXAMPLES[name]), BOOK, kind, side, engine="plain")


def content(name, kind, side=None):
    return made(name, kind, side).content


@pytest.mark.no_cover
@pytest.mark.parametrize("name", EXAMPLES)
def test_each_sentence_of_each_paper_is_followed_back(name):
    hearing = heard(name)
    for kind, side in NAMED_PAPERS.values():
        drawn = paper_of(hearing, kind, side)
        followed, found = Followed(hearing, drawn), elements(render(drawn, "html"))
        assert found
        assert [words for words, rests in found if rests is None] == []
        assert [(words, rests) for words, rests in found if not followed.exists(rests)] == []


@examples(10)
@given(st.data(), st.sampled_from(["1", "2"]), st.sampled_from(["accusation", "conviction"]))
def test_each_sentence_is_followed_back_whatever_the_findings(data, part, kind_of_case):
    start, found = data.draw(hearings(part))
    authors = st.sampled_from([AUTHORITY, PERSON, "judge", "parties", "author of the case file"])
    said = {
        name: {"answer": answer, "by": data.draw(authors)} if name in BOOK.facts else answer
        for name, answer in found.items()
    }
    hearing = hear(case_of(said, "2025-06-20", part, kind_of_case, taken_from=start), BOOK, PLAIN)
    for kind, side in NAMED_PAPERS.values():
        drawn = paper_of(hearing, kind, side)
        followed = Followed(hearing, drawn)
        for words, rests in elements(render(drawn, "html")):
            assert rests is not None, words
            assert followed.exists(rests), (words, rests)


@pytest.mark.no_cover
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_name_id_or_hash_stands_in_a_paper(name):
    hearing = heard(name)
    for kind, side in NAMED_PAPERS.values():
        read = [words for words, _ in elements(render(paper_of(hearing, kind, side), "html"))]
        text = " ".join(read)
        assert re.findall(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b", text) == []
        words = {*re.findall(r"[\w-]+", text)}
        assert [version for version in BOOK.versions if version in words] == []
        assert re.findall(r"\b(?=[a-f]*\d)[0-9a-f]{12,}\b", text) == []


def test_a_name_of_what_is_not_there_is_found_out():
    hearing = heard("merticariu")
    followed = Followed(hearing, paper_of(hearing, "opening-note"))
    wrong = (
        *("step:burglary/EA 2003 s 14", "authority:[2001] UKHL 1", "version:s20-5-as-amended-2026"),
        *("decision:burglary/trial", "not asked:burglary/EA 2003 s 20(5)", "closed:requested person"),
        *("absent:issues", "outcome:burglary/judge", "caution:9"),
    )
    assert [name for name in wrong if followed.exists(name)] == []
    for name in ("finding:burglary/fugitive", "case:dates/consent/day"):
        with pytest.raises((KeyError, TypeError)):
            followed.exists(name)
    with pytest.raises(ValueError, match="no such kind of name"):
        followed.exists("memory:of a judge")
    assert elements("<html><main><p>One <em>word</em></p></main></html>") == [("One", None), ("word", None)]


@pytest.mark.parametrize("name", ["part_1_conviction", "half_complete"])
def test_a_sentence_on_a_finding_has_its_answer_and_its_author(name):
    hearing = heard(name)
    drawn = paper_of(hearing, "facts")
    page = " ".join(render(drawn, "html").split())
    words = Vocabulary(drawn.terms, drawn.matter.parties)
    for fact in drawn.content.facts:
        assert words.heading(fact.name).replace("'", "&#39;") in page
        for finding in fact.findings:
            assert f"“{words.answer(fact.name, finding.answer)}”".replace("'", "&#39;") in page
            assert (finding.by or "assumed") in page


def test_each_paper_says_that_it_is_a_draft_and_has_the_particulars():
    hearing = heard("part_1_conviction")
    for kind, side in NAMED_PAPERS.values():
        text = render(paper_of(hearing, kind, side))
        assert text.startswith(f"# {KINDS_OF_PAPER[kind].title}")
        assert "**Draft, for a lawyer to settle" in text
        assert "It supports a decision and decides nothing." in text
        assert "- **Requested person**: Dragoș Exemplu; born 17 May 1994; Romanian" in text
        assert ("Law: chosen by the arrest date" in text) == (kind != "request")
        offence = "Offence: burglaries, Four burglaries of homes (2018) (conviction)."
        assert (offence in text) == (kind != "request")


def test_the_kinds_are_one_closed_set():
    assert [*KINDS_OF_PAPER] == [*KIND_OF_PAPER.__args__]
    assert [*NAMED_PAPERS][:2] == ["skeleton-requesting-authority", "skeleton-requested-person"]


@pytest.mark.parametrize(
    ("kind", "side", "message"),
    [
        ("skelton", None, "'skelton' is not a kind of paper: .*; did you mean skeleton?"),
        ("skeleton", None, "a skeleton is for a party: requesting authority or requested person"),
        ("skeleton", "requested persn", "is not a party: .*; did you mean requested person?"),
        ("facts", AUTHORITY, r"only a paper that argues is for a party \(skeleton\); leave it out for facts"),
    ],
)
def test_a_kind_and_a_side_that_do_not_fit_are_refused(kind, side, message):
    with pytest.raises(OptionError, match=message):
        made("merticariu", kind, side)


def test_a_paper_is_made_under_the_law_that_is_named():
    case = CaseFile.load(EXAMPLES["merticariu"])
    argued = paper(case, BOOK, "skeleton", AUTHORITY, law="before-merticariu", engine="plain")
    assert argued.law.name == "before-merticariu"
    assert argued.content.follows[0].outcome.outcome == "proceed to s 21"
    assert not argued.content.follows[0].against_side
    assumed = paper(case, BOOK, "opening-note", assuming=["s20-5-as-amended-2026"], engine="plain")
    text = render(assumed)
    assert "**Not known to be in force.**" in text
    assert "The answer to EA 2003 s 20(5) applies a version that is not known to be in force." in text


def test_a_skeleton_that_its_own_case_does_not_support_says_so():
    argument = content("merticariu", "skeleton", AUTHORITY)
    own = argument.follows[0]
    assert (own.basis, own.outcome.outcome, own.against_side) == (AUTHORITY, "discharge", True)
    assert [(each.asked.provision, each.state) for each in argument.issues] == [
        ("EA 2003 s 20(1)", "decided"),
        ("EA 2003 s 20(3)", "decided"),
        ("EA 2003 s 20(5)", "asserted"),
    ]
    assert [(each.name, each.provision, each.answer) for each in argument.conceded] == [
        ("retrial_right", "EA 2003 s 20(5)", "no")
    ]
    assert argument.helping == ()
    text = render(made("merticariu", "skeleton", AUTHORITY))
    assert "the case file supports no submission of the requesting authority for another" in text


def said(answer, by=AUTHORITY, status="asserted"):
    return {"answer": answer, "by": by, "status": status}


FOUND = {"answer": "no", "by": "judge"}
NO_APPEAL = {"merits_appeal": "none_shown"}
ABSENT, PRESENT, MISSED = "at_no_hearing", "at_the_decisive_hearing", "not_at_the_decisive_hearing"


@pytest.mark.parametrize(
    ("findings", "state"),
    [
        ({"convicted_in_presence": FOUND, "attendance": said(ABSENT)}, "decided"),
        ({"convicted_in_presence": FOUND, "attendance": said(PRESENT)}, "contested"),
        ({"convicted_in_presence": FOUND, "attendance": [said(ABSENT, PERSON), said(PRESENT)]}, "contested"),
        ({"convicted_in_presence": [FOUND, said("no", PERSON)]}, "contested"),
        ({"convicted_in_presence": said("no", "parties", "agreed"), "attendance": said(PRESENT)}, None),
        ({"convicted_in_presence": FOUND, "attendance": said(ABSENT, PERSON, "disputed")}, "contested"),
        ({**NO_APPEAL, "attendance": said(ABSENT)}, "asserted"),
        ({**NO_APPEAL, "attendance": [said(MISSED), said(ABSENT, PERSON)]}, "asserted"),
        ({**NO_APPEAL, "attendance": {"answer": ABSENT, "by": "judge"}}, "decided"),
        ({**NO_APPEAL, "attendance": ABSENT}, None),
    ],
)
def test_a_question_is_contested_only_if_the_case_file_records_a_difference(findings, state):
    argument = paper(case_of(findings, "2025-06-20"), BOOK, "skeleton", PERSON, engine="plain").content
    states = {each.asked.provision: each.state for each in argument.issues}
    assert states.get("EA 2003 s 20(1)") == state


def test_a_side_that_says_nothing_gets_a_paper_that_says_so():
    argument = content("merticariu", "skeleton", PERSON)
    assert not argument.asserts
    assert argument.conceded == ()
    text = render(made("merticariu", "skeleton", PERSON))
    assert "The case file records no answer by the requested person." in text
    assert "records no answer that the requested person gives or agrees" in text
    assert content("merticariu", "skeleton", AUTHORITY).asserts


def test_a_note_takes_no_side():
    argument = content("merticariu", "opening-note")
    assert [each.basis for each in argument.follows] == [None, "found and agreed", AUTHORITY, PERSON]
    assert argument.conceded == argument.helping == ()
    text = render(made("merticariu", "opening-note"))
    assert "## What follows" in text
    assert "conceded" not in text


def test_where_nothing_is_asserted_each_side_has_one_outcome():
    argument = content("dos_santos", "skeleton", AUTHORITY)
    (only,) = argument.follows
    assert (only.basis, only.alike) == (None, True)
    assert "Nothing in the case file is merely asserted or disputed on a question that was asked" in render(
        made("dos_santos", "skeleton", AUTHORITY)
    )


def test_both_skeletons_of_a_barred_case():
    person = content("part_1_accusation_barred", "skeleton", PERSON)
    (time,) = [each for each in person.helping if each.provision == "EA 2003 s 14"]
    assert (time.answer, time.by_finding) == ("yes", True)
    assert ("identity_evidence", "yes") in [(each.name, each.answer) for each in person.conceded]
    authority = content("part_1_accusation_barred", "skeleton", AUTHORITY)
    assert authority.conceded == ()  # what it says on the delay, the judge found otherwise
    (contested,) = [each for each in authority.issues if each.state == "contested"]
    assert contested.asked.provision == "EA 2003 s 14"
    assert {each.provision for each in authority.not_contested} >= {"EA 2003 s 7(2)", "EA 2003 s 12"}


def test_a_limb_that_did_not_decide_is_no_concession():
    conceded = content("part_1_conviction", "skeleton", AUTHORITY).conceded
    assert [(each.name, each.provision) for each in conceded] == [("prison_conditions", "EA 2003 s 21")]


def test_facts_that_differ_are_given_with_the_position_of_the_side():
    argument = content("half_complete", "skeleton", AUTHORITY)
    own = argument.follows[0]
    assert own.parts_at or own.differs
    text = render(made("half_complete", "skeleton", AUTHORITY))
    assert "On the requesting authority\N{RIGHT SINGLE QUOTATION MARK}s case:" in text
    assert {each.state for each in argument.issues} >= {"open"}
    assert argument.open_points
    assert "It can still change the answer to s 20(3), Deliberate absence." in text
    assert "Open: the law leaves it to the judge." in text
    assert ".." not in text


def test_an_open_question_without_effect_is_an_issue_without_law():
    case = case_of({"convention_compatible": {"answer": "no", "by": "judge"}}, "2025-06-20")
    argument = paper(case, BOOK, "skeleton", PERSON, engine="plain").content
    states = {each.asked.provision: each.state for each in argument.issues}
    assert states["EA 2003 s 20(5)"] == "makes no difference"
    assert states["EA 2003 s 21"] == "decided"
    assert [each.provision for each in argument.law] == ["EA 2003 s 21"]
    text = render(paper(case, BOOK, "skeleton", PERSON, engine="plain"))
    assert "Open, and its answer makes no difference to the outcome." in text


def test_a_part_that_is_the_same_for_several_offences_stands_once():
    argument = content("part_1_mixed_offences", "skeleton", AUTHORITY)
    ids = [each.id for each in made("part_1_mixed_offences", "skeleton", AUTHORITY).offences]
    assert ids == list(dict.fromkeys(ids))
    provisions = [(each.provision, each.offences) for each in argument.law]
    assert len(provisions) == len(set(provisions))
    assert any(len(each.offences) > 1 for each in argument.issues)
    assert "For " in render(made("part_1_mixed_offences", "skeleton", AUTHORITY))


def test_the_chronology_has_every_date_and_its_place():
    events = content("part_1_conviction", "chronology").events
    assert [(str(each.day), each.what) for each in events][:3] == [
        ("1994-05-17", "birth"),
        ("2018-11-30", "conduct"),
        ("2021-08-30", "issue"),
    ]
    held = next(each for each in events if each.what == "custody")
    assert (held.day.from_, held.day.until, held.goes_on) == (
        dt.date(2025, 4, 2),
        dt.date(2025, 4, 3),
        False,
    )
    assert next(each for each in events if each.what == "bail").goes_on
    assert {each.what for each in events} >= {"certificate", "hearing listed", "date of the case"}
    text = render(made("part_1_conviction", "chronology"))
    assert "| 2 April 2025 to 3 April 2025 | In custody | Particulars of the case file |" in text
    assert "| From 3 April 2025 | On bail, with no recorded end | Particulars of the case file |" in text


def dated_case(**more):
    """A case whose every kind of entry has a date."""
    finding = {
        "answer": "not_given",
        "by": "judge",
        "source": {"document": "Ruling", "date": "2024-05", "at": "page 2"},
    }
    box = {"ticked": ["3.1b"], "summoned_on": "2019-05-03"}
    decision = {
        "id": "trial",
        "kind": "first_instance",
        "court": "The court",
        "date": {"from": "2019-06-01", "until": "2019-06-17"},
        "source": {"document": "Judgment", "date": "2019-07-01"},
        "findings": {"notice": {"answer": "none", "by": PERSON, "source": {"document": "Proof"}}},
        "warrant": {"box_d": box},
    }
    undated = {"id": "again", "kind": "points_of_law_appeal"}
    return case_of(
        {},
        "2025-06-02",
        offences=[
            {"id": "one", "case_type": "conviction", "decisions": [decision, undated]},
            {"id": "two", "title": "Theft", "case_type": "conviction", "warrant": {"box_d": box}},
            {"id": "three", "case_type": "conviction", "warrant": {"box_d": {"ticked": []}}},
        ],
        findings={"consent": finding, "uk_charge": {"answer": "none", "by": AUTHORITY}},
        evidence_closed=[{"of": AUTHORITY, "by": "parties", "on": "2025-05-01"}],
        **more,
    )


def test_a_chronology_has_decisions_summonses_documents_and_the_close_of_the_evidence():
    drawn = paper(dated_case(), BOOK, "chronology", engine="plain")
    text = render(drawn)
    assert (
        "| 1 June 2019 to 17 June 2019 | Trial at first instance, The court (offence one) | Judgment" in text
    )
    assert text.count("A summons, as the form of the warrant states") == 2
    assert "| May 2024 | Document: Ruling | Case file |" in text
    assert "| 1 July 2019 | Document: Judgment | Case file |" in text
    assert (
        "| 1 May 2025 | The evidence of the requesting authority was closed (parties) | Case file |" in text
    )
    request = {"request": {"reference": "R-1", "issued": "2025-06-02"}}
    with_certificate = {"request": {"certificate": "C-1", "certified": "2025-06-02"}}
    certified = case_of({}, "2025-06-02", "2", particulars=with_certificate)
    line = "| 2 June 2025 | The request was certified: C-1 | Particulars of the case file |"
    assert line in render(paper(certified, BOOK, "chronology", engine="plain"))
    other = {"custody": [{"status": "custody", "from": "2025-01-01", "until": "2025-01-01"}]}
    case = case_of({}, "2025-06-02", "2", particulars={**request, **other})
    text = render(paper(case, BOOK, "chronology", engine="plain"))
    assert "| 2 June 2025 | The request was issued: R-1 | Particulars of the case file |" in text
    assert "| 1 January 2025 | In custody |" in text


def test_a_chronology_without_a_date_says_so():
    case = case_of({}, "2025-06-02").model_dump(exclude_none=True, exclude={"dates"})
    del case["offences"][0]["conduct_date"]
    drawn = paper(CaseFile.model_validate({**case, "dates": {}}), BOOK, "chronology", engine="plain")
    assert drawn.content.events == ()
    assert "The case file gives no date." in render(drawn)


def test_the_warrants_of_a_chronology_are_named():
    text = render(made("two_warrants", "chronology"))
    assert "| 14 May 2019 | Arrest, AW-2019 | Case file |" in text


def test_the_schedule_has_each_decision_with_its_own_points():
    schedule = content("points_of_law_appeal", "decisions").decisions
    assert [each.decision.id for each in schedule] == ["trial", "law-appeal"]
    assert [point.fact.name for point in schedule[0].points] == [
        "notice",
        "place_of_service",
        "attendance",
        "lawyer",
    ]
    assert schedule[0].points[0].known_as == "notice__trial"
    text = render(made("points_of_law_appeal", "decisions"))
    assert "## Trial at first instance of 20 June 2017" in text
    assert "| The place of service | Nothing recorded | Nothing recorded |" in text
    assert "| Is it the trial? | No | A court confined to points of law is not the trial" in text


def test_without_a_list_of_decisions_the_points_are_about_the_one_decision():
    (only,) = content("part_1_conviction", "decisions").decisions
    assert only.decision is None
    text = render(made("part_1_conviction", "decisions"))
    assert "## The decision" in text
    assert content("merticariu", "decisions").decisions == ()
    assert "records no decision of a court" in render(made("merticariu", "decisions"))


def test_each_offence_of_several_has_its_own_decisions():
    text = render(paper(dated_case(), BOOK, "decisions", engine="plain"))
    assert "## Appeal on points of law: one" in text
    assert "| Hearing | Nothing recorded | Nothing recorded |" in text


def test_the_balance_sheet_has_sides_and_neither_weight_nor_sum():
    (balance,) = content("part_1_conviction", "balance-sheet").balances
    assert (balance.provision, balance.balance) == ("EA 2003 s 21", "article 8")
    sides = {(each.name, each.finding.by): each.side_of_sheet for each in balance.factors}
    assert sides["fugitive", "judge"] == "for extradition"
    assert sides["family_life_impact", PERSON] == "against extradition"
    assert sides["family_life_impact", "judge"] == "against extradition"
    assert sides["remaining_to_serve", "parties"] == "for extradition"
    assert sides["change_of_circumstances", "judge"] == "not placed"
    assert "prison_conditions" not in {each.name for each in balance.factors}  # article 3 is no balance
    text = render(made("part_1_conviction", "balance-sheet"))
    assert "gives none of them a weight and adds nothing up" in text
    assert "The case file records on the question itself: “yes”, found by the judge." in text
    assert "Each factor has a recorded answer." in text


def test_proportionality_has_a_balance_of_its_own_for_a_person_accused():
    balances = content("part_1_accusation_ordered", "balance-sheet").balances
    assert [each.balance for each in balances] == ["article 8", "proportionality"]
    proportion = {each.name: each.side_of_sheet for each in balances[1].factors}
    assert proportion["guidance_category"] == "for extradition"  # "no" to disproportionate
    assert set(proportion) == {
        "offence_seriousness",
        "likely_penalty",
        "less_coercive_measures",
        "guidance_category",
        "exceptional_features",
    }


def test_a_balance_that_was_not_asked_says_why():
    sheet = content("part_1_accusation_barred", "balance-sheet")
    assert sheet.balances == ()
    assert "EA 2003 s 21A(1)(b)" in {each.question.provision for each in sheet.not_asked}
    text = render(made("part_1_accusation_barred", "balance-sheet"))
    assert "No question that is a balance was asked on this case file." in text
    assert "not reached: s 14 was answered yes" in text


@pytest.mark.parametrize(
    ("length", "side", "conceded"),
    [("2 years less one day", "for extradition", ["remaining_to_serve"]), ("3 weeks", "not placed", [])],
)
def test_a_length_is_placed_in_a_balance_by_its_whole_months(length, side, conceded):
    found = {"remaining_to_serve": {"answer": length, "status": "agreed", "by": "parties"}}
    case = case_of(found, "2025-06-20", taken_from="EA 2003 s 21")
    (balance,) = paper(case, BOOK, "balance-sheet", engine="plain").content.balances
    (left,) = [each for each in balance.factors if each.name == "remaining_to_serve"]
    assert left.side_of_sheet == side
    text = render(paper(case, BOOK, "balance-sheet", engine="plain"))
    assert f"“{length}”, agreed (parties)." in text
    skeleton = paper(case, BOOK, "skeleton", PERSON, engine="plain")
    assert [each.name for each in skeleton.content.conceded] == conceded


def test_the_schedule_of_facts_groups_them_by_who_says_so():
    schedule = content("half_complete", "facts")
    groups = {fact.name: fact.group for fact in schedule.facts}
    assert groups["knowledge_of_case"] == "disputed"
    assert groups["merits_appeal"] == "agreed"
    assert groups["address_duty"] == "asserted"
    assert {fact.group for fact in content("part_1_conviction", "facts").facts} >= {
        "found",
        "agreed",
        "questions",
    }
    assert "designated" in {fact.group for fact in content("part_2_accusation_sent", "facts").facts}
    assert "assumed" in {fact.group for fact in content("merticariu", "facts").facts}
    empty = paper(case_of({}, "2025-06-02"), BOOK, "facts", engine="plain")
    assert empty.content.facts == ()
    assert "The case file records no fact." in render(empty)


def test_the_table_of_authorities_says_how_each_is_verified():
    table = content("merticariu", "authorities")
    assert [row.authority.cite for row in table.legislation] == ["EA 2003"]
    rows = [(row.authority.cite, row.authority.treatment) for row in table.judgments]
    assert len(rows) == len(set(rows))
    ghinea = next(row for row in table.judgments if row.authority.cite == "[2024] EWHC 1895 (Admin)")
    assert ghinea.provisions == ("EA 2003 s 20(1)", "EA 2003 s 20(3)")
    text = render(made("merticariu", "authorities"))
    assert "**Not read at its source:** known from secondary sources" in text
    assert "Text read at its source" in text
    assert any(row.on_warrant for row in content("half_complete", "authorities").judgments)
    assert "the form of the warrant" in render(made("half_complete", "authorities"))


def test_a_paper_without_an_authority_or_an_issue_says_so():
    drawn = made("merticariu", "authorities")
    empty = drawn.model_copy(update={"content": AuthoritiesTable(legislation=(), judgments=())})
    assert "so no authority is cited" in render(empty)
    note = made("merticariu", "opening-note")
    bare = {"issues": (), "facts": (), "law": ()}
    text = render(note.model_copy(update={"content": note.content.model_copy(update=bare)}))
    assert "no question that is open, contested, asserted or decided by a finding" in text
    assert "## Facts" not in text
    assert "## The law" not in text


def test_the_request_has_what_is_to_be_sent_and_nothing_for_the_lawyer():
    drawn = made("half_complete", "request")
    draft = further_information(CaseFile.load(EXAMPLES["half_complete"]), BOOK, engine="plain")
    assert drawn.content == draft
    text, whole = render(drawn), render(draft)
    for point in draft.points:
        assert f"{point.number}. **{point.ask}**" in text
    left_out = (
        *("notes for the lawyer", "Authorities on this", "What would suffice", "Burden and standard"),
        *("Appendix", draft.rule_book, draft.case_file_hash, "Versions of the law"),
    )
    for words in left_out:
        assert words in whole
        assert words not in text
    assert (
        "Asked under the Extradition Act 2003, section 20(1) (conviction in the person's presence); " in text
    )
    assert "as you state (The warrant, box (d) 3.4)" in text
    assert "asserted by the requesting authority" not in text
    assert any("Further information" in point.look_in for point in draft.points)
    assert not re.search(r"written or shown: (.*; )?Further information[;.]", text)
    nothing = made("merticariu", "request")
    assert "There is nothing to ask." in render(nothing)


def test_a_request_names_the_offences_of_what_is_unclear():
    box = {"ticked": ["3.1b", "3.4"], "text": "left there", "text_says": ["left_at_address"]}
    offences = [
        {"id": "one", "case_type": "conviction", "warrant": {"box_d": box}},
        {"id": "two", "title": "Theft", "case_type": "conviction"},
    ]
    text = render(paper(case_of({}, "2025-01-01", offences=offences), BOOK, "request", engine="plain"))
    assert "**For one: " in text
    assert "## About the offence: Theft" in text
    start = case_of({}, "2025-01-01", taken_from="EA 2003 s 7(2)")
    assert "## About the person" in render(paper(start, BOOK, "request", engine="plain"))


def test_closed_evidence_is_stated_and_never_becomes_an_assertion():
    case = case_of(
        {"retrial_right": {"answer": "none", "by": "judge"}},
        "2025-06-02",
        taken_from="EA 2003 s 20(3)",
        evidence_closed=[
            {"of": AUTHORITY, "by": "judge", "on": "2025-05-01", "source": {"document": "Order"}}
        ],
    )
    for kind, side in (("skeleton", AUTHORITY), ("facts", None)):
        drawn = paper(case, BOOK, kind, side, engine="plain")
        text = render(drawn)
        assert "The evidence of the requesting authority is closed: the judge ruled so on 1 May 2025" in text
        assert "(Order)" in text
    assert [each.name for each in drawn.content.facts] == ["retrial_right"]
    argument = paper(case, BOOK, "skeleton", AUTHORITY, engine="plain").content
    assert not argument.asserts
    assert [each.fact.name for each in argument.facts] == ["retrial_right"]


@pytest.mark.parametrize("kind", KINDS_OF_PAPER)
def test_text_of_a_case_file_stays_text(kind):
    case = CaseFile.load(ROOT / "tests/golden/everything.yaml")
    side = AUTHORITY if KINDS_OF_PAPER[kind].takes_side else None
    drawn = paper(case, SMALL, kind, side, engine="plain")
    page = render(drawn, "html")
    assert "<script>" not in page
    assert "R v &lt;script&gt;alert(1)&lt;/script&gt; &amp; *Others*" in page
    assert "\\<script\\>" in render(drawn)


@pytest.mark.parametrize("name", ["merticariu", "part_1_conviction", "half_complete"])
def test_a_paper_fits_its_schema_and_can_be_read_back(name):
    hearing, shape = heard(name), Draft202012Validator(json.loads(schema("paper")))
    for kind, side in NAMED_PAPERS.values():
        drawn = paper_of(hearing, kind, side)
        text = render(drawn, "json")
        shape.validate(json.loads(text))
        assert Paper.model_validate_json(text) == drawn


def test_the_party_that_an_answer_helps():
    def helped(provision, answer):
        return favoured(BOOK.questions[provision], answer, BOOK.parties)

    assert (helped("EA 2003 s 14", "yes"), helped("EA 2003 s 14", "no")) == (PERSON, AUTHORITY)
    assert (helped("EA 2003 s 20(1)", "yes"), helped("EA 2003 s 20(1)", "no")) == (AUTHORITY, PERSON)
    assert helped("EA 2003 s 45", "yes") is None
    assert goes_against(Outcome(kind="send"), PERSON, BOOK.parties)
    assert not goes_against(Outcome(kind="open"), PERSON, BOOK.parties)


def test_the_same_case_gives_the_same_paper():
    assert render(made("merticariu", "facts"), "html") == render(made("merticariu", "facts"), "html")
