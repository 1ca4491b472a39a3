"""The answers on the page: the author, chosen once for all of them, and the entries that stay unfolded."""

import re

import pytest
from controls import posted
from test_page import load, post

from extradition import CaseFile
from extradition.case_file.finding import Finding

CASE = """\
case: X
part: 1
territory: RO
taken_from: EA 2003 s 20(1)
dates: {certificate: 2025-03-24, arrest: 2025-04-02, hearing: 2025-11-27}
offences:
  - id: a
    case_type: conviction
    conduct_date: 2018-11-30
    findings: {flight: to_avoid_the_proceedings}
"""
ABSENT = "offences[0].findings.deliberately_absent"
APPEAL = "offences[0].findings.merits_appeal"
FLIGHT = "offences[0].findings.flight"


def page() -> list[tuple[str, str]]:
    loaded = posted(load("case.yaml", CASE.encode()).text)
    return posted(post(loaded, do="open all").text)


def changed(fields, **to):
    return [(name, to.pop(name, value)) for name, value in fields] + list(to.items())


def answered(fields, place: str, answer: str, **more):
    return changed(fields, **{f"{place}[0].answer": answer}, **more)


def saved(fields) -> dict[str, tuple[Finding, ...]]:
    return CaseFile.parse("case.yaml", post(fields, "/case/save/yaml").text).offences[0].findings


def opened(html: str) -> list[str]:
    return re.findall(r'<details class="entry[^"]*" id="([^"]+)"\s+open', html)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("author", "status"),
    [
        ("judge", "found"),
        ("Secretary of State", "found"),
        ("designated authority", "found"),
        ("parties", "agreed"),
        ("requesting authority", "asserted"),
        ("requested person", "asserted"),
    ],
)
def test_the_author_chosen_once_is_that_of_each_answer_given_after_it_and_of_no_other(author, status):
    fields = answered(page(), ABSENT, "no", author=author)
    for found in (saved(fields), saved(posted(post(fields).text))):
        (answer,) = found["deliberately_absent"]
        assert (answer.answer, answer.by, answer.status) == ("no", author, status)
        (before,) = found["flight"]
        assert (before.by, before.status) == (None, None)


def test_an_answer_without_an_author_that_is_changed_is_a_new_answer():
    fields = answered(page(), FLIGHT, "none", author="judge")
    (finding,) = saved(fields)["flight"]
    assert (finding.answer, finding.by, finding.status) == ("none", "judge", "found")


def test_an_answer_with_an_author_of_its_own_keeps_it():
    fields = answered(page(), ABSENT, "no", author="judge", **{f"{ABSENT}[0].by": "parties"})
    (finding,) = saved(fields)["deliberately_absent"]
    assert (finding.by, finding.status) == ("parties", None)


def test_an_answer_that_is_taken_back_takes_its_author_with_it():
    given = posted(post(answered(page(), ABSENT, "no", author="judge")).text)
    assert "deliberately_absent" not in saved(answered(given, ABSENT, ""))
    kept = changed(given, **{f"{ABSENT}[0].reasons": "Paragraph 4"})
    answer = post(answered(kept, ABSENT, ""), "/case/save/yaml")
    assert answer.status_code == 422
    assert "Paragraph 4" in answer.text


@pytest.mark.parametrize("author", ["", "author of the case file", "clerk"])
def test_no_author_is_written_that_was_not_chosen(author):
    (finding,) = saved(answered(page(), ABSENT, "no", author=author))["deliberately_absent"]
    assert (finding.by, finding.status) == (None, None)


def test_the_author_that_was_chosen_stays_chosen():
    answer = post(changed(page(), author="judge"))
    assert ("author", "judge") in posted(answer.text)
    assert '<option value="judge" selected>Found by the judge</option>' in answer.text


def test_an_entry_stays_unfolded_from_its_answer_until_it_has_an_author():
    entry = "offences-0-findings-merits_appeal"
    first = page()
    assert entry not in opened(post(first).text)
    after = post(answered(first, APPEAL, "none_shown")).text
    assert entry in opened(after)
    again = post(posted(after)).text
    assert entry in opened(again)
    signed = post(changed(posted(again), **{f"{APPEAL}[0].by": "parties"})).text
    assert entry not in opened(signed)


def test_an_answer_that_came_without_an_author_unfolds_nothing():
    assert "offences-0-findings-flight" not in opened(post(page()).text)


def test_a_link_to_an_entry_opens_its_stage_and_unfolds_it():
    html = load("case.yaml", CASE.encode()).text
    do, entry = re.findall(r'value="(open section-[^"]+)" formaction="/case#([^"]+)"', html)[-1]
    assert entry not in opened(html)
    assert entry in opened(post(posted(html), do=do).text)


def test_more_on_a_document_is_asked_once_there_is_a_document():
    language = f"{ABSENT}[0].source.language"
    given = posted(post(answered(page(), ABSENT, "no", author="parties")).text)
    assert language not in dict(given)
    with_document = changed(given, **{f"{ABSENT}[0].source.document": "Agreed facts"})
    assert language in dict(posted(post(with_document).text))
