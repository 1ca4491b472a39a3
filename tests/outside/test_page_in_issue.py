"""What is in issue, on the page: questions are ticked, and the rest is recorded with one button."""

import re

import pytest
from controls import posted
from test_page import determined, example, get, load, post

from extradition import CaseFile

CASE = """\
case: X
part: 1
territory: RO
dates: {certificate: 2025-03-24, arrest: 2025-04-02, hearing: 2025-11-27}
findings: {consent: {answer: not_given, by: parties, status: agreed}}
offences: [{id: a, case_type: conviction, conduct_date: 2018-11-30}]
"""
SAID = [("speaker", "parties")]


def form() -> list[tuple[str, str]]:
    return without(posted(load("case.yaml", CASE.encode()).text))


def without(fields):
    return [(name, value) for name, value in fields if name not in ("speaker", "contested")]


def section(html: str) -> str:
    start = html.index('id="in-issue"')
    return re.sub(r"\s+", " ", html[start : html.index("</details>", start)])


def saved(fields) -> CaseFile:
    return CaseFile.parse("case.yaml", post(fields, "/case/save/yaml").text)


def ticked(html: str) -> list[str]:
    return [value for name, value in posted(html) if name == "contested"]


def test_the_questions_of_the_case_are_listed_and_none_is_ticked_on_a_new_page():
    page = section(load("case.yaml", CASE.encode()).text)
    assert 'value="EA 2003 s 20(1)">s 20(1), Conviction in the person&#39;s presence</label>' in page
    assert "EA 2003 s 12A(1)(a)" not in page  # the Act asks that in an accusation case
    assert "EA 2003 s 20(8)" not in page  # a limb of another question
    assert "checked" not in page


def test_one_press_records_the_rest_and_leaves_the_ticked_question():
    answer = post([*form(), *SAID, ("contested", "EA 2003 s 20(5)")], do="in-issue")
    assert answer.status_code == 200
    assert "questions recorded as not in issue by the parties." in section(answer.text)
    file = saved(posted(answer.text))
    assert file.findings["convention_compatible"][0].status == "not in issue"
    assert "entitled_to_retrial" not in file.offences[0].findings
    assert ticked(answer.text) == ["EA 2003 s 20(5)"]
    assert '<option value="parties" selected>' in section(answer.text)


def test_with_nothing_ticked_the_outcome_is_an_order():
    answer = post([*form(), *SAID], do="in-issue")
    assert '<p class="word">Order</p>' in determined(answer.text)


def test_what_is_left_alone_is_listed_with_the_reason():
    page = section(post([*form(), *SAID, ("contested", "EA 2003 s 20(1)")], do="in-issue").text)
    assert "<p>Left alone:</p>" in page
    assert "s 20(3), deliberate absence: the hearing reaches it only on some answers" in page


def test_a_second_press_adds_nothing_and_a_tick_takes_the_statement_back():
    first = posted(post([*form(), *SAID], do="in-issue").text)
    again = post(first, do="in-issue")
    assert "0 questions recorded as not in issue by the parties." in section(again.text)
    back = post([*first, ("contested", "EA 2003 s 20(1)")], do="in-issue")
    file = saved(posted(back.text))
    assert "convicted_in_presence" not in file.offences[0].findings
    assert "deliberately_absent" not in file.offences[0].findings
    assert "double_jeopardy" in file.offences[0].findings


def test_a_case_that_is_loaded_again_has_ticks_at_the_questions_that_are_open():
    answer = post([*form(), *SAID, ("contested", "EA 2003 s 14")], do="in-issue")
    text = post(posted(answer.text), "/case/save/yaml").text
    assert ticked(load("case.yaml", text.encode()).text) == ["EA 2003 s 14"]


def test_ticks_stay_while_the_rest_of_the_form_is_filled_in():
    fields = [*form(), ("speaker", "requested person"), ("contested", "EA 2003 s 14")]
    answer = post(fields, do="update")
    assert ticked(answer.text) == ["EA 2003 s 14"]
    assert ("speaker", "requested person") in posted(answer.text)


@pytest.mark.parametrize("speaker", ["", "judge"])
def test_nothing_is_recorded_if_no_one_says_so(speaker):
    answer = post([*form(), ("speaker", speaker)], do="in-issue")
    assert "Nothing was recorded. Choose who says that the other questions are not in issue." in section(
        answer.text
    )
    assert list(saved(posted(answer.text)).findings) == ["consent"]


def test_nothing_is_recorded_in_a_case_with_faults():
    fields = [(name, "nowhere" if name == "territory" else value) for name, value in form()]
    answer = post([*fields, *SAID], do="in-issue")
    assert "Nothing was recorded, because the case file has faults." in section(answer.text)
    assert "Complete the head of the case" in section(answer.text)


def test_a_tick_at_a_question_that_is_no_longer_asked_is_left_out():
    fields = [(name, "EA 2003 s 20(1)" if name == "taken_from" else value) for name, value in form()]
    ticks = [("contested", "EA 2003 s 12"), ("contested", "EA 2003 s 900")]
    answer = post([*fields, *SAID, *ticks], do="in-issue")
    assert answer.status_code == 200
    assert "questions recorded as not in issue" in section(answer.text)


def test_the_findings_go_to_the_offence_and_to_the_warrant_of_a_case_with_several():
    answer = post([*without(example("two_warrants")), *SAID], do="in-issue")
    assert answer.status_code == 200
    assert "recorded as not in issue" in section(answer.text)


def test_a_case_with_every_question_answered_has_no_list():
    assert 'id="in-issue"' not in get("/case?example=merticariu").text


def test_a_question_that_is_recorded_or_no_longer_reached_can_still_be_contested():
    page = section(post([*form(), *SAID], do="in-issue").text)
    assert all(f'value="EA 2003 s {at}"' in page for at in ("12", "20(1)", "20(5)"))


def test_an_empty_case_says_that_its_head_comes_first():
    assert "Complete the head of the case" in section(get("/case?part=1").text)


def test_what_is_recorded_is_listed_on_whose_word_after_the_hearing_has_ended_and_is_taken_back():
    ended = post([*form(), *SAID], do="in-issue")
    assert '<p class="word">Order</p>' in determined(ended.text)
    again = load("case.yaml", post(posted(ended.text), "/case/save/yaml").text.encode()).text
    recorded = re.search(r"Recorded as not in issue \((\d+)\)", section(again))
    assert recorded is not None
    listed = re.findall(r'value="(take-back [^"]+)"', section(again))
    assert len(listed) == int(recorded[1])
    assert "s 14, Passage of time: no, on the word of the parties" in section(again)
    back = post(without(posted(again)), do="take-back offences[0].findings.passage_of_time[0]")
    assert "passage_of_time" not in saved(posted(back.text)).offences[0].findings
    assert len(re.findall(r'value="(take-back [^"]+)"', section(back.text))) == len(listed) - 1
    assert re.search(r'id="in-issue" data-swap open>', back.text)
    assert '<p class="word">Order</p>' not in determined(back.text)


def test_a_statement_past_the_end_of_the_hearing_is_listed_too():
    end = "findings: {identity_established: {answer: no, by: judge}, "
    stated = "convention_compatible: {answer: yes, by: parties, status: not in issue}}"
    case = CASE.replace("findings: {consent: {answer: not_given, by: parties, status: agreed}}", end + stated)
    page = load("case.yaml", case.encode()).text
    assert "s 21, Human rights: yes, on the word of the parties" in section(page)


def test_of_several_offences_each_statement_names_its_own():
    case = CASE.replace(
        "offences: [{", "offences: [{id: b, case_type: conviction, conduct_date: 2018-11-30}, {"
    )
    page = section(post([*without(posted(load("case.yaml", case.encode()).text)), *SAID], do="in-issue").text)
    assert "s 14, Passage of time (a): no, on the word of the parties" in page
    assert "s 14, Passage of time (b): no, on the word of the parties" in page


def test_the_stages_of_the_questions_in_issue_are_drawn_and_a_finding_on_each_is_unfolded():
    answer = post([*form(), *SAID, ("contested", "EA 2003 s 14")], do="in-issue").text
    assert re.search(r'<details class="stage" id="section-14" open>', answer)
    assert re.search(r'<details class="entry[^"]*" id="offences-0-findings-passage_of_time"\s+open', answer)
    many = [("contested", question) for question, _ in re.findall(r'value="(EA[^"]+)">(s )', section(answer))]
    assert len(many) > 6
    assert 'id="section-21-state"' in answer
    assert not re.search(
        r'<details class="stage" id="section-19A"', post([*form(), *SAID, *many], do="in-issue").text
    )
