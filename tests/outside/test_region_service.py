"""Where two laws part over HTTP: the route for programs, and the form of the start page."""

import re
from typing import get_args

import pytest
from asked import Asked
from strategies import BOOK

from extradition import region, render
from extradition.web import application
from extradition.web.service.reports import MEDIA_TYPES, OF_ONE_CASE

RETRIAL = "one=today&other=as-amended-2026&question=EA+2003+s+20(5)"


@pytest.fixture(scope="module")
def client():
    return Asked(application(BOOK, engine="plain"))


@pytest.mark.parametrize("form", get_args(OF_ONE_CASE))
def test_a_region_comes_in_every_form(client, form):
    answer = client.get(f"/regions?{RETRIAL}&format={form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == MEDIA_TYPES[form]
    made = render(region("today", "as-amended-2026", BOOK, question="EA 2003 s 20(5)"), form)
    if form != "docx":  # a Word file has the hour in it
        assert answer.content == (made if isinstance(made, bytes) else made.encode())


def test_a_region_is_json_by_default_and_of_every_question(client):
    answer = client.get("/regions?one=today&other=as-amended-2026")
    assert answer.json()["kind"] == "region (support)"
    assert [(each["part"], each["case_type"]) for each in answer.json()["hearings"]] == [
        (matter, case_type)
        for matter in BOOK.matters
        for case_type in (
            ("accusation", "conviction") if matter in ("1", "2", "issue-of-warrant") else (None,)
        )
    ]


@pytest.mark.parametrize(
    ("query", "kind", "message"),
    [
        ("one=todai&other=merticariu", "unknown-law", "did you mean today?"),
        ("one=today&other=today", "unmet-option", "a region needs two different laws"),
        ("one=today&other=merticariu&question=s+20(5)", "unknown-law", "did you mean EA 2003 s 20(5)?"),
        ("one=today", "faults", "is required"),
        (f"one=today&other={'a' * 101}", "faults", "100"),
        (f"{RETRIAL}&law=today", "faults", "is not asked for in the query"),
        (f"{RETRIAL}&format=xlsx", "faults", "must be 'md', 'html', 'docx', 'pdf' or 'json'"),
    ],
)
def test_a_region_that_cannot_be_made_is_refused_with_the_reason(client, query, kind, message):
    answer = client.get(f"/regions?{query}")
    assert answer.status_code == 422
    assert answer.json()["type"] == f"urn:problem-type:extradition:{kind}"
    assert message in answer.json()["faults"][0]["message"]


def test_the_form_of_the_start_page_leads_to_the_report(client):
    start = client.get("/").text
    form = start.split('action="/region"')[1]  # of the first rule book
    assert re.findall(r'<option value="([^"]*)" selected>', form) == list(BOOK.side_by_side[-2:])
    for provision in ("", "EA 2003 s 20(8)", "EA 2003 s 85(5)"):
        assert f'<option value="{provision}">' in form
    answer = client.get("/region?one=today&other=as-amended-2026&question=")
    assert answer.status_code == 200
    assert ">The whole hearing<" in answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "style-src 'sha256-" in answer.headers["content-security-policy"]
    assert client.get(f"/region?{RETRIAL}").text == render(
        region("today", "as-amended-2026", BOOK, question="EA 2003 s 20(5)"), "html"
    )


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("one=today&other=today", "A region needs two different laws, and both are"),
        ("one=&other=today", "is not a law in laws.yaml."),
        ("one=today&other=merticariu&question=%3Cb%3E", "is not a question of this rule book."),
        ("", "A region needs two different laws"),
    ],
)
def test_a_mistake_on_the_page_has_a_page_with_the_reason(client, query, message):
    answer = client.get(f"/region?{query}")
    assert answer.status_code == 422
    assert "Choose two different laws." in answer.text
    assert message in answer.text
    assert "<b>" not in answer.text
