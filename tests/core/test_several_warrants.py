"""Several warrants for one person in one case file: each with its own law and designation, joined in one
determination.
"""

import json

import pytest
from controls import posted
from strategies import BOOK, ROOT

from extradition import CaseFile, SourceError, determine, source
from extradition.case_file import contradictions, each_warrant
from extradition.case_file.editing import written
from extradition.case_file.finding import Finding
from extradition.case_file.offence_count import MOST_OFFENCES, count_offences
from extradition.casework.further_information import further_information
from extradition.casework.interview import Interview
from extradition.casework.replay import Record
from extradition.hearing import Under, hear
from extradition.hearing.examination import read_case
from extradition.policy.comparison import compare
from extradition.policy.validation import validate
from extradition.report import render
from extradition.sensitivity import analyse
from extradition.source import Document, parse_json
from extradition.source import model_of as validate_model
from extradition.web.form import content_of, examined, form_of, posted_leaves
from extradition.web.form.another import with_another
from extradition.web.form.page_html import render_case

EXAMPLE = ROOT / "examples/two_warrants/case.yaml"
OPEN = """\
case: Two warrants
part: 1
territory: RO
dates: {hearing: 2024-10-16}
findings:
  consent: {answer: not_given, status: agreed, by: parties}  # for both
warrants:
  - id: AW3
    dates: {arrest: 2020-11-03, certificate: 2020-11-02}
    offences:
      - {id: one, case_type: conviction, conduct_date: 2016-05-01}
      - {id: two, case_type: accusation, conduct_date: 2016-05-01}
  # the second
  - id: AW4
    dates: {arrest: 2021-02-01}
    findings:
      consent: {answer: not_given, by: judge}
    offences:
      - {id: three, case_type: conviction, conduct_date: 2018-05-01}
"""


@pytest.fixture(scope="module")
def example():
    return CaseFile.load(EXAMPLE)


@pytest.fixture(scope="module")
def stated(example):
    return determine(example, BOOK)


@pytest.fixture(scope="module")
def two_open():
    return CaseFile.parse("case.yaml", OPEN)


def problems(text):
    with pytest.raises(SourceError) as refused:
        determine(CaseFile.parse("case.yaml", text), BOOK)
    return [str(problem) for problem in refused.value.problems]


def test_the_day_of_each_arrest_chooses_the_law_for_its_warrant(stated):
    versions = {offence.warrant: offence.steps[0].version.id for offence in stated.offences}
    assert versions == {"AW-2019": "s10-2-with-list-offences", "AW-2023": "s10-2-without-list-offences"}
    assert [each.outcome for each in stated.warrants] == ["proceed to s 21A(1)(a)", "discharge"]
    assert stated.outcome == "mixed"
    assert [each.offences for each in stated.combined] == [("membership",), ("recruitment",)]


def test_the_designation_is_that_of_each_certificate(stated):
    categories = [each.category for each in stated.warrants]
    assert [(str(each.day), each.by) for each in categories] == [
        ("2019-05-02", "SI 2003/3333"),
        ("2023-03-06", "EUFRA 2020"),
    ]
    assert stated.category is None


def test_each_warrant_has_its_own_dates_and_those_for_all(stated):
    assert [sorted(each.dates) for each in stated.warrants] == [["arrest", "certificate", "hearing"]] * 2
    assert sorted(stated.law.dates) == ["hearing"]
    assert [str(day) for day in stated.law.chosen_by["arrest date"]] == ["2019-05-14", "2023-03-21"]


def test_each_warrant_is_as_it_does_in_a_file_of_its_own(example, stated):
    for number, alone in enumerate(each_warrant(example)):
        own = CaseFile.model_validate(alone.model_dump(exclude_none=True))
        by_itself = determine(own, BOOK)
        joined = [
            offence.model_copy(update={"warrant": None})
            for offence in stated.offences
            if offence.warrant == stated.warrants[number].id
        ]
        assert joined == list(by_itself.offences)
        assert stated.warrants[number].combined == by_itself.combined
        assert stated.warrants[number].category == by_itself.category


def test_a_finding_on_the_person_for_one_warrant_counts_for_that_one_only(two_open):
    hearing = hear(two_open, BOOK)
    ranks = {
        heard.offence.id: max(finding.rank(BOOK.parties) for finding in heard.known["consent"].findings)
        for heard in hearing.offences
    }
    assert ranks == {"one": 2, "two": 2, "three": 3}


def test_a_file_with_one_warrant_has_no_warrants_in_its_determination(merticariu):
    made = determine(merticariu, BOOK)
    assert (made.warrants, made.offences[0].warrant, each_warrant(merticariu)) == ((), None, (merticariu,))


def test_the_hash_of_a_file_with_one_warrant_does_not_know_of_several(merticariu):
    content = merticariu.model_dump(mode="json", exclude_none=True)
    assert content.pop("warrants") == []
    assert merticariu.digest == CaseFile.model_validate(content).digest


def test_what_follows_names_the_warrants_after_whose_outcome_it_does(stated):
    assert {each.warrants for each in stated.afterwards} == {("AW-2023",)}
    joined = determine(CaseFile.parse("x", EXAMPLE.read_text().replace("2019-05-14", "2022-05-14")), BOOK)
    assert {each.warrants for each in joined.afterwards} == {("AW-2019", "AW-2023")}
    assert joined.outcome == "discharge"


def test_an_aggregate_sentence_is_looked_at_again_within_its_warrant_only(example):
    text = EXAMPLE.read_text()
    longer = text.replace(
        "          foreign_maximum:",
        (
            "          aggregate_sentence: {answer: yes, status: agreed, by: parties}\n          "
            "foreign_maximum:"
        ),
    )
    made = determine(CaseFile.parse("x", longer), BOOK)
    assert not [
        caution
        for each in (made, *made.warrants)
        for caution in each.cautions
        if caution.kind == "look again"
    ]


def test_cautions_on_one_warrant_stand_under_it_and_those_on_all_over_it(example, stated):
    assert [each.kind for each in stated.cautions] == ["hearing taken from"]
    text = (
        EXAMPLE.read_text()
        .replace("taken_from: EA 2003 s 10(2)\n", "")
        .replace("  - id: AW-2023", "  - id: AW-2023\n    taken_from: EA 2003 s 10(2)")
    )
    made = determine(CaseFile.parse("x", text), BOOK)
    assert made.taken_from is None
    assert [[caution.kind for caution in each.cautions] for each in made.warrants] == [
        [],
        ["hearing taken from", "finding not reached"],
    ]


def test_a_hearing_may_be_on_another_day_for_each_warrant():
    text = OPEN.replace("dates: {hearing: 2024-10-16}", "dates: {}").replace(
        "2020-11-02}", "2020-11-02, hearing: 2023-06-01}"
    )
    both = text.replace("{arrest: 2021-02-01}", "{arrest: 2021-02-01, hearing: 2024-10-16}")
    made = determine(CaseFile.parse("x", both), BOOK)
    assert [str(each.dates["hearing"]) for each in made.warrants] == ["2023-06-01", "2024-10-16"]
    one_missing = determine(CaseFile.parse("x", text), BOOK)
    assert [sorted(each.dates) for each in one_missing.warrants] == [
        ["arrest", "certificate", "hearing"],
        ["arrest"],
    ]
    assert [bool(each.may_apply) for each in one_missing.offences] == [False, False, True]


def test_a_hearing_that_no_warrant_has_is_missing_for_all():
    made = determine(CaseFile.parse("x", OPEN.replace("dates: {hearing: 2024-10-16}", "dates: {}")), BOOK)
    assert all("hearing date" in each.dates_missing for each in made.offences)


def test_several_requests_are_heard_likewise_in_part_2():
    text = """{case: X, territory: AL, dates: {hearing: 2024-06-01}, warrants: [
      {id: R1, dates: {arrest: 2023-01-01}, offences: [{id: one, case_type: accusation}]},
      {id: R2, dates: {arrest: 2023-09-01}, offences: [{id: two, case_type: conviction}]}]}"""
    made = determine(CaseFile.parse("x", text), BOOK)
    assert (made.part, [each.category.category for each in made.warrants]) == ("2", ["2", "2"])
    assert "| Request |" in render(made, depth="full")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "{arrest: 2021-02-01}",
            "{arrest: 2025-02-01}",
            "case.yaml:15:13: warrants[1].dates.arrest: is after the hearing",
        ),
        (
            "2018-05-01",
            "2025-05-01",
            "case.yaml:19:44: warrants[1].offences[0].conduct_date: is after the hearing",
        ),
        (
            "    findings:\n      consent:",
            "    findings:\n      fugitive:",
            "warrants[1].findings.fugitive: is about the offence",
        ),
        (
            "answer: not_given, by: judge",
            "answer: never, by: judge",
            "case.yaml:17:17: warrants[1].findings.consent.answer: 'never' is not one of its answers",
        ),
        (
            "{answer: not_given, status: agreed, by: parties}",
            "never",
            "case.yaml:6:3: findings.consent.answer: 'never' is not one of its answers",
        ),
        (
            "{arrest: 2021-02-01}",
            "{arrest: 2021-02-01, hearing: 2024-10-17}",
            "warrants[1].dates.hearing: is 2024-10-17 here and 2024-10-16 for all",
        ),
        ("status: agreed, by: parties", "by: judge", None),
        (
            "consent: {answer: not_given, status: agreed, by: parties}",
            "consent: {answer: given_in_form, by: judge}",
            "warrants[1].findings.consent: is decided differently",
        ),
        (
            "territory: RO",
            "territory: RO\ntaken_from: EA 2003 s 99",
            "taken_from: EA 2003 s 99 is not a question of Part 1",
        ),
        (
            "  - id: AW3",
            "  - id: AW3\n    taken_from: EA 2003 s 99",
            "warrants[0].taken_from: EA 2003 s 99 is not a question of Part 1",
        ),
    ],
)
def test_a_fault_has_its_place_in_the_whole_file(old, new, expected):
    text = OPEN.replace(old, new)
    if expected is None:
        determine(CaseFile.parse("case.yaml", text), BOOK)
        return
    (found,) = problems(text)
    assert expected in found


def test_a_start_given_twice_must_be_the_same():
    text = OPEN.replace("territory: RO", "territory: RO\ntaken_from: EA 2003 s 10(2)")
    case = CaseFile.parse("x", text.replace("  - id: AW3", "  - id: AW3\n    taken_from: EA 2003 s 20(1)"))
    assert [fault.message for fault in contradictions(case, BOOK.parties)] == [
        "is EA 2003 s 20(1) here and EA 2003 s 10(2) for all the warrants; leave one of them out"
    ]


def test_an_unknown_name_is_shown_wherever_it_stands():
    found = problems(OPEN.replace("consent:", "konsent:"))
    assert [each.split(": ")[1] for each in found] == ["findings.konsent", "warrants[1].findings.konsent"]


def test_a_finding_that_stands_for_one_warrant_has_its_own_number():
    found = problems(
        OPEN.replace("{answer: not_given, by: judge}", "[no, {answer: not_given, by: Secretary of State}]")
    )
    assert [each.split(": ")[1] for each in found] == ["warrants[1].findings.consent[0].answer"]


def test_warrants_of_different_parts_are_refused():
    text = """{case: X, territory: RO, dates: {hearing: 2008-06-01}, warrants: [
      {id: A, dates: {arrest: 2006-01-01}, offences: [{id: one, case_type: accusation}]},
      {id: B, dates: {arrest: 2008-01-01}, offences: [{id: two, case_type: accusation}]}]}"""
    assert [each.partition(": ")[2] for each in problems(text)] == [
        (
            "warrants[0]: is of Part 2 on its dates, and another warrant is not; "
            "write a case file for each matter"
        ),
        (
            "warrants[1]: is of Part 1 on its dates, and another warrant is not; "
            "write a case file for each matter"
        ),
    ]


def test_it_is_replayed_identically(example, stated):
    record = Record(parse_json(render(stated, "json").encode()))
    assert record.replayed(BOOK).status == "identical"
    assert json.loads(render(stated, "json"))["warrants"][0]["id"] == "AW-2019"


def test_it_is_compared_and_every_offence_counts(example):
    made = compare(example, BOOK, ("merticariu", "before-merticariu"))
    assert [each.kind for each in made.cases[0].outcomes] == ["mixed", "mixed"]
    assert made.cases[0].outcomes[0].combined[1].offences == ("recruitment",)
    assert "membership: proceed" in render(made, "csv")


def test_it_is_validated_with_the_era_of_its_last_hearing():
    text = OPEN.replace("conduct_date: 2016-05-01}", "decided: {outcome: discharge}}").replace(
        "dates: {hearing: 2024-10-16}", "dates: {}"
    )
    text = text.replace("2020-11-02}", "2020-11-02, hearing: 2023-06-01}").replace(
        "{arrest: 2021-02-01}", "{arrest: 2021-02-01, hearing: 2024-10-16}"
    )
    text += "decided: {court: High Court, level: High Court, sources: [a], confidence: low}\n"
    with pytest.raises(SourceError, match=r"warrants\[1\].offences\[0\].decided: is required"):
        validate([CaseFile.parse("x", text)], BOOK)
    whole = text.replace("2018-05-01}", "2018-05-01, decided: {outcome: discharge}}")
    made = validate([CaseFile.parse("x", whole)], BOOK)
    alone = validate([each_warrant(CaseFile.parse("x", whole))[1]], BOOK)
    assert made.cases[0].era == alone.cases[0].era


def test_what_each_outcome_depends_on_is_worked_out_for_each_offence(two_open):
    assert [each.offence for each in analyse(two_open, BOOK)] == ["one", "two", "three"]


def test_a_request_asks_about_the_person_for_each_warrant(two_open):
    made = further_information(two_open, BOOK)
    asked = [
        (point.warrant, point.offences) for point in made.on_the_person if point.name == "identity_evidence"
    ]
    assert asked == [("AW3", ("one", "two")), ("AW4", ("three",))]
    assert [each.warrant for each in made.offences] == ["AW3", "AW3", "AW4"]
    assert "About the offence: one (AW3)" in render(made)
    assert "For AW4, three:" in render(made)


def test_a_request_says_on_which_warrant_a_date_is_missing(two_open):
    made = further_information(CaseFile.parse("x", OPEN.replace(", conduct_date: 2018-05-01", "")), BOOK)
    assert {each.why.partition(",")[0] for each in made.date_missing} == {"on AW4"}
    said = "on AW4, on which day was the certificate issued? The date chooses the version of s 10(2). This"
    assert said in render(made)


def test_an_interview_writes_each_answer_under_its_warrant():
    text = OPEN.replace("territory: RO", "territory: RO\ntaken_from: EA 2003 s 44(3)")
    state, asked = Interview(BOOK, "case.yaml", text), []
    while (enquiry := state.next) is not None:
        asked.append((enquiry.warrant_id, enquiry.offence_id, enquiry.place, enquiry.matter.name))
        finding = Finding(answer=next(iter(enquiry.matter.answers)), by=enquiry.matter.decided_by)
        state = state.answered(enquiry, finding)
        warrant = state.case_file.warrants[enquiry.place[1]]
        assert warrant.findings[enquiry.matter.name] == (finding,)
        assert {outcome for outcome, _ in enquiry.prospects[0].outcomes}
        assert {line for line in text.split("\n") if "#" in line} <= set(state.text.split("\n"))
    assert {each[:3] for each in asked} == {("AW3", None, ("warrants", 0)), ("AW4", None, ("warrants", 1))}


def test_an_interview_asks_about_an_offence_at_its_place():
    text = OPEN.replace("territory: RO", "territory: RO\ntaken_from: EA 2003 s 20(1)")
    asked = Interview(BOOK, "case.yaml", text).to_ask
    places = {
        place for place, name in asked if name == "attendance"
    }  # an accusation is not asked about presence
    assert places == {("warrants", 0, "offences", 0), ("warrants", 1, "offences", 0)}


def test_reports_have_a_table_of_warrants_and_name_that_of_each_offence(stated):
    page, text = render(stated, "html", depth="full"), render(stated, "md", depth="full")
    for made in (page, text):
        assert "The warrants: the dates of each choose its law and its designation" in made
        assert "membership (AW-2019)" in made
        assert "After the outcome on AW-2023." in made


def test_the_table_shows_the_cautions_and_the_designation_that_only_one_warrant_has():
    text = """{case: X, part: 1, territory: RO, dates: {hearing: 2024-06-01}, warrants: [
      {id: A, dates: {arrest: 2023-01-01}, offences: [{id: one, case_type: accusation}]},
      {id: B, taken_from: EA 2003 s 20(1), offences: [{id: two, case_type: conviction}]}]}"""
    made = determine(CaseFile.parse("x", text.replace("id: B,", "id: B, dates: {arrest: 2023-01-01},")), BOOK)
    assert "- B: The hearing is taken from EA 2003 s 20(1)" in render(made, depth="full")
    assert "taken from s 20(1)" in render(made, depth="full")


def test_a_law_that_is_named_is_the_law_for_every_warrant(example):
    made = hear(example, BOOK, Under(law="as-amended-2026")).determination
    assert {each.kind for each in made.cautions} >= {"hearing taken from", "dates set aside"}


def test_so_many_offences_of_all_warrants_are_read():
    many = [{"id": f"w{i}", "offences": [{"id": f"o{i}"}]} for i in range(MOST_OFFENCES)]
    assert count_offences({"warrants": [*many, {"id": "more"}, "none"]}) == MOST_OFFENCES + 2
    with pytest.raises(SourceError) as refused:
        validate_model(
            CaseFile,
            Document("", {"case": "X", "territory": "RO", "dates": {}, "warrants": [*many, {"id": "more"}]}),
        )
    assert [str(each) for each in refused.value.problems] == [
        ":1:1: warrants: has 501 offences; at most 500 are read"
    ]


@pytest.mark.parametrize("warrants", ["none", [3], [{"id": "a", "offences": 3}]])
def test_what_is_no_list_of_warrants_is_refused(warrants):
    with pytest.raises(SourceError):
        validate_model(
            CaseFile, Document("", {"case": "X", "territory": "RO", "dates": {}, "warrants": warrants})
        )


def test_a_file_that_was_written_from_the_model_says_the_same(example):
    assert CaseFile.model_validate(example.model_dump(mode="json")) == example.alone()
    text = written(example)
    assert CaseFile.parse("x", text).digest == example.digest
    assert text.index("warrants:") > text.index("findings:")


def test_the_page_gives_every_warrant_its_fields_and_loses_nothing(example):
    content = source.read(EXAMPLE).content
    form = form_of(content, BOOK, examined(content, BOOK, "durable"))
    assert [(each.at, each.id.value, each.anchor) for each in form.warrants] == [
        ("warrants[0]", "AW-2019", "warrants-0"),
        ("warrants[1]", "AW-2023", "warrants-1"),
    ]
    assert [(each.at, each.within, each.anchor) for each in form.offences] == [
        ("warrants[0].offences[0]", "warrants[0]", "warrants-0-offences-0"),
        ("warrants[1].offences[0]", "warrants[1]", "warrants-1-offences-0"),
    ]
    page = render_case(BOOK, form, ())
    assert "Add another warrant for the same person" in page
    sent = [field for field in posted(page) if field[0] not in ("rest", "depth", "paper", "opened", "author")]
    assert (
        CaseFile.model_validate(content_of(posted_leaves(sent))).digest == example.digest
    )  # every one of them has a field


def test_the_page_calls_several_of_part_2_requests():
    content = {
        "part": "2",
        "dates": {},
        "warrants": [{"id": "R1", "offences": [{"id": "one"}]}, {"id": "R2", "offences": [{"id": "two"}]}],
    }
    page = render_case(BOOK, form_of(content, BOOK, examined(content, BOOK, "durable")), ())
    assert "Add another request for the same person" in page
    assert "Remove this request and its offences" in page


def test_the_page_asks_about_the_person_for_all_warrants_and_for_each(two_open):
    content = source.parse("x", OPEN).content
    form = form_of(content, BOOK, examined(content, BOOK, "durable"))
    asked = [
        entry for section in form.sections for entry in section.entries if entry.name == "identity_evidence"
    ]
    assert [(entry.holder, entry.on) for entry in asked] == [
        ((), None),
        (("warrants", 0), "AW3"),
        (("warrants", 1), "AW4"),
    ]
    assert {entry.relevance.kind for entry in asked} == {"matters"}
    assert asked[0].relevance.rank == min(entry.relevance.rank for entry in asked[1:])
    assert {entry.holder[:1] for entry in form.to_ask} == {("warrants",)}
    assert "On the person, for AW4" in render_case(BOOK, form, ())


def test_another_warrant_makes_the_offences_so_far_those_of_the_first():
    one = {
        ("case",): "X",
        ("dates", "arrest"): "2020-11-03",
        ("dates", "hearing"): "2024-10-16",
        ("offences", 0, "id"): "one",
    }
    two = content_of(with_another(one, "warrant"))
    assert two["dates"] == {"hearing": "2024-10-16"}
    assert two["warrants"] == [
        {"id": "warrant-1", "dates": {"arrest": "2020-11-03"}, "offences": [{"id": "one"}]},
        {"id": "warrant-2", "offences": [{"id": "offence-1"}]},
    ]
    three = content_of(
        with_another(with_another(with_another(one, "warrant"), "warrant"), "offence warrants[1]")
    )
    assert [[each["id"] for each in warrant["offences"]] for warrant in three["warrants"]] == [
        ["one"],
        ["offence-1", "offence-3"],
        ["offence-2"],
    ]
    assert with_another(one, "nothing") == one


def test_a_finding_for_all_warrants_may_be_on_a_question_that_only_one_of_them_asks():
    finding = "findings: {convention_compatible_if_accused: {answer: yes, by: judge}}"
    text = """{case: X, territory: RO, dates: {hearing: 2024-10-16}, FOR_ALL, warrants: [
      {id: A, dates: {arrest: 2021-02-01}, FOR_ONE, offences: [{id: one, case_type: conviction}]},
      {id: B, dates: {arrest: 2021-02-01}, offences: [{id: two, case_type: TYPE}]}]}"""
    for_all = text.replace("FOR_ALL", finding).replace("FOR_ONE", "findings: {}")
    for_one = text.replace("FOR_ALL", "findings: {}").replace("FOR_ONE", finding)
    assert determine(CaseFile.parse("x", for_all.replace("TYPE", "accusation")), BOOK)
    for said, kind, place in (
        (for_all, "conviction", "findings"),
        (for_one, "accusation", "warrants[0].findings"),
    ):
        found = problems(said.replace("TYPE", kind))
        assert [each.split(": ")[1] for each in found] == [f"{place}.convention_compatible_if_accused"]
        assert "in a case of conviction the question is convention_compatible" in found[0]


def test_the_page_shows_the_cautions_of_each_warrant():
    content = source.read(EXAMPLE).content
    page = render_case(BOOK, form_of(content, BOOK, examined(content, BOOK, "durable")), ())
    assert "AW-2023: Without effect on this outcome" in page


def test_a_stage_that_is_out_of_scope_is_named_among_the_dates_of_a_warrant():
    text = OPEN.replace("{arrest: 2021-02-01}", "{arrest: 2021-02-01, appeal: 2025-01-01}").replace(
        "  - id: AW3", "  - id: AW3\n    appeal: 3"
    )
    with pytest.raises(SourceError) as refused:
        read_case(source.parse_all("case.yaml", text), BOOK)
    places = [problem.where for problem in refused.value.problems]
    assert places == ["warrants[0].appeal", "warrants[1].dates.appeal"]
    assert all(word in str(refused.value) for word in ("appeal", "not"))


def test_a_key_of_a_case_or_a_warrant_that_names_a_stage_out_of_scope_says_so():
    text = f"removal: 2026-01-01\n{OPEN}".replace("  - id: AW3", "  - id: AW3\n    later_date: 2026-01-01")
    with pytest.raises(SourceError) as refused:
        read_case(source.parse_all("case.yaml", text), BOOK)
    says = "the rule book ends with the order, and the report lists the time limits for removal"
    found = {problem.where: problem.message for problem in refused.value.problems}
    assert [*found] == ["removal", "warrants[0].later_date"]
    assert all(says in message for message in found.values())


EARLY = """\
case: Two
part: 1
territory: RO
taken_from: EA 2003 s 20(1)
dates: {hearing: 2003-06-30}
warrants:
  - {id: A, dates: {arrest: 2003-01-03}, offences: [{id: one, case_type: conviction}]}
  - {id: B, dates: {arrest: 2003-01-01}, offences: [{id: two, case_type: conviction}]}
"""


def test_a_day_before_any_law_is_reported_once_for_all_warrants_or_at_its_own():
    assert problems(EARLY) == [
        (
            "case.yaml:5:9: dates.hearing: no version of EA 2003 s 20(1) is in force on 2003-06-30; the "
            "first begins on 2004-01-01"
        ),
        *(
            f"case.yaml:{line}:21: warrants[{line - 7}].dates.arrest: is before 2004-01-01, on which the law "
            "of Part 1 begins in this rule book"
            for line in (7, 8)
        ),
    ]
    own = EARLY.replace("{hearing: 2003-06-30}", "{}").replace(
        "2003-01-03}", "2019-01-03, hearing: 2024-01-10}"
    )
    own = own.replace("arrest: 2003-01-01}", "hearing: 2003-06-30}")
    (problem,) = problems(own)
    assert "warrants[1].dates.hearing: no version of EA 2003 s 20(1) is in force on 2003-06-30" in problem


def test_each_warrant_shows_the_spans_of_its_dates():
    text = """{case: X, territory: RO, part: 1, taken_from: EA 2003 s 20(1), dates: {hearing: 2024-10-16},
      warrants: [{id: A, dates: {arrest: {from: 2024-05-01, until: 2024-05-08}},
        offences: [{id: one, case_type: conviction}]},
      {id: B, dates: {arrest: 2024-05-01}, offences: [{id: two, case_type: conviction}]}]}"""
    made = determine(CaseFile.parse("x", text), BOOK)
    assert str(made.warrants[0].dates["arrest"].until) == "2024-05-08"
    assert "1 May 2024 to 8 May 2024" in render(made, "md", depth="full")
