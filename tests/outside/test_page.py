import asyncio
import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from controls import posted
from fastapi import FastAPI
from strategies import BOOK

from extradition import CaseFile
from extradition.source import MOST_BYTES, EngineError
from extradition.web import application
from extradition.web.form import examined_content
from extradition.web.limits import (
    MOST_FORM_FIELDS,
    MOST_LEAVES,
    MOST_ON_A_PAGE,
    MOST_ON_PAPER,
    table_of_limits,
)

ROOT = Path(__file__).parents[2]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
A_FEW = f"its matters are 1, 2, issue-of-warrant, route-to-uk and {len(BOOK.matters) - 4} more"
MARKUP = '<script>alert(1)</script>"><img src=x onerror=alert(2)>{{ 7 * 7 }}{% raw %}&lt;&#60;'


def app_of(engine="plain") -> FastAPI:
    return application(BOOK, engine=engine)


APP = app_of()


def ask(method: str, path: str, app: FastAPI = APP, **more) -> httpx.Response:
    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1"
        ) as client:
            return await client.request(method, path, **more)

    return asyncio.run(asked())


def get(path: str) -> httpx.Response:
    return ask("GET", path)


def post(fields, path: str = "/case", do: str = "update", app: FastAPI = APP) -> httpx.Response:
    return ask("POST", path, app, content=urlencode([*fields, ("do", do)]), headers=FORM)


def load(name: str, raw: bytes, fields=()) -> httpx.Response:
    sent: dict[str, list[str]] = {}
    for key, value in [*fields, ("do", "load")]:
        sent.setdefault(key, []).append(value)
    return ask("POST", "/case", data=sent, files={"file": (name, raw)})


@cache
def example(name: str) -> tuple[tuple[str, str], ...]:
    return tuple(posted(get(f"/case?example={name}").text))


def changed(fields, **to):
    names = {name.replace("__", "."): value for name, value in to.items()}
    return [(name, names.get(name, value)) for name, value in fields]


def determined(html: str) -> str:
    return re.sub(r"\s+", " ", html[html.index('id="determined"') :])


def test_the_start_page_has_every_example_both_parts_and_a_way_to_load():
    page = get("/")
    assert page.status_code == 200
    for path in ROOT.glob("examples/*/case.yaml"):
        assert f'href="/case?example={path.parent.name}"' in page.text
    assert "Merticariu v Judecatoria Arad, Romania</a> [2024] UKSC 10" in page.text
    assert 'href="/case?part=1"' in page.text
    assert 'href="/case?part=2"' in page.text
    assert 'name="file"' in page.text


@pytest.mark.parametrize(
    "path", ["/", "/case?part=1", "/case?example=unknown", "/page.css", "/page.js", "/page_draft.js"]
)
def test_every_answer_has_the_policy_that_lets_nothing_else_in(path):
    headers = get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith(
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'"
    )
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_style_and_script_are_served_as_what_they_are():
    assert get("/page.css").headers["content-type"] == "text/css; charset=utf-8"
    assert get("/page.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert get("/page_draft.js").headers["content-type"] == "text/javascript; charset=utf-8"


def test_one_function_gathers_the_fields_for_both_scripts():
    scripts = [get("/page.js").text, get("/page_draft.js").text]
    assert [each.count("new FormData") for each in scripts] == [1, 0]
    assert [each.count("filledFields(form)") for each in scripts] == [2, 1]


def test_only_the_script_of_the_draft_uses_the_storage_of_the_browser_and_under_one_key():
    assert "localStorage" not in get("/page.js").text
    script = get("/page_draft.js").text
    assert re.findall(r"localStorage\.(\w+)\((\w+)", script) == [
        *(("getItem", "KEY"), ("removeItem", "KEY"), ("setItem", "KEY"))
    ]
    assert "fetch" not in script
    for text in (get("/page.js").text, script):
        assert not re.search(r"sessionStorage|indexedDB|caches|cookie|innerHTML", text)


@pytest.mark.parametrize(
    "path", ["/", "/case?part=2", "/case?example=merticariu", "/case?example=part_1_mixed_offences"]
)
def test_no_page_has_style_or_script_within_or_loads_anything_from_elsewhere(path):
    html = get(path).text
    assert not re.search(
        r"<style|style=|<script(?! src=\"/page(?:_draft)?\.js\" defer)|\son\w+=|javascript:", html
    )
    assert not re.search(r"(?:src|action)=\"(?!/)", html)


def test_nothing_of_a_page_with_a_case_is_kept_by_a_browser():
    assert get("/case?part=1").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/case", "/case?part=3", "/case?example=../merticariu", "/case?example="])
def test_what_is_not_there_is_a_page_that_says_so(path):
    page = get(path)
    assert page.status_code == 404
    assert "This address has no page, no example and no form to save." in page.text


def test_no_page_and_no_answer_of_the_service_has_an_option_of_the_command_line():
    of_command = ("ask.txt.j2", "replay.md.j2")  # neither is sent by the service
    sent = [path for path in (ROOT / "templates").glob("*.j2") if path.name not in of_command]
    options = {
        (path.name, option)
        for path in sent
        for option in re.findall(r"(?<![\w{(-])--[a-z][a-z-]+(?![\w-]*:)", path.read_text(encoding="utf-8"))
    }
    assert options == {("service.txt.j2", "--allow-host")}  # the warning of the command that serves


def test_an_empty_case_says_what_is_missing_and_blames_nothing():
    page = get("/case?part=1")
    assert page.status_code == 200
    assert "Name of the case: is required" in determined(page.text)
    assert 'class="summary"' not in page.text
    assert "aria-invalid" not in page.text


def test_the_determination_is_next_to_the_form_with_the_laws_and_where_they_part():
    stated = determined(get("/case?example=merticariu").text)
    assert "Discharge" in stated
    assert 'href="https://www.legislation.gov.uk/ukpga/2003/41/section/20/7">EA 2003 s 20(7)</a>' in stated
    assert "Before Merticariu and Bertino" in stated
    assert "proceed to s 21" in stated
    assert re.search(
        (
            r"The laws part at <a [^>]+>s 20\(5\)</a>, Entitlement to a retrial: yes, no, no, yes, in that "
            r"order. Decisive fact: the retrial."
        ),
        stated,
    )
    assert 'href="#section-20-5">s 20(5)</a> Entitlement to a retrial: <strong>no</strong>' in stated


def test_the_decided_cases_stand_at_the_open_question_that_they_share_facts_with():
    findings = {
        "convicted_in_presence": "no",
        "flight": "to_avoid_the_proceedings",
        "knowledge_of_case": "prosecution",
    }
    head = {
        "case": "Invented",
        "part": "1",
        "territory": "PL",
        "taken_from": "EA 2003 s 20(1)",
        "dates": {"hearing": "2026-11-01"},
    }
    case = {**head, "offences": [{"id": "o", "case_type": "conviction", "findings": findings}]}
    stated = determined(load("case.json", json.dumps(case).encode()).text)
    assert "<summary>Decided cases on these facts</summary>" in stated
    assert ">[2025] EWHC 766 (Admin)</a>" in stated
    assert "Decided cases" not in determined(get("/case?example=merticariu").text)


def test_what_matters_next_leads_to_the_entries():
    page = get("/case?example=half_complete").text
    stated = determined(page)
    linked = re.findall(r'<li value="(\d+)"><a href="#([^"]+)">', stated)
    opening = re.findall(
        r'<li value="(\d+)"><button class="link" name="do" value="(open [^"]+)" formaction="/case#([^"]+)">',
        stated,
    )
    ranks = sorted(int(rank) for rank, *_ in (*linked, *opening))
    assert ranks == list(range(1, len(ranks) + 1))
    assert all(f'id="{id_}"' in page for _, id_ in linked)
    fields = example("half_complete")
    for _, do, id_ in opening:
        assert f'id="{id_}"' not in page
        assert f'id="{id_}"' in post(fields, do=do).text
    first, last = (
        stated.index("Each of these can still change"),
        stated.index("For a decider, and never computed here"),
    )
    judged = stated.index("compatible with the Convention rights within", first)
    assert first < stated.index("What stands between the person and a retrial", first) < last < judged
    assert "And 9 more" in stated


def shown_text(html: str) -> str:
    """The words of a page that a person reads: no tags, no attributes, and no text of a field."""
    return re.sub(r"<[^>]*>", "\n", re.sub(r"<textarea.*?</textarea>", "", html, flags=re.DOTALL))


@pytest.mark.no_cover
@pytest.mark.parametrize("name", sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml")))
def test_the_page_of_every_example_shows_words_and_no_names_of_facts_or_versions(name):
    page = get(f"/case?example={name}&opened=all")
    assert page.status_code == httpx.codes.OK
    text = shown_text(page.text)
    assert re.findall(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b", text) == []
    ids = [version for version in BOOK.versions if "-" in version]
    words = {*re.findall(r"[\w-]+", text)}
    assert [each for each in ids if each in words] == []


def test_the_page_quotes_the_law_of_each_warrant():
    page = get("/case?example=two_warrants&opened=all").text
    assert "if the conditions in subsection (3), (4) or (5) are satisfied" in page
    assert "if the conditions in subsection (3) or (4) are satisfied" in page


def test_each_answer_to_a_fact_that_matters_shows_its_effect():
    page = re.sub(r"\s+", " ", get("/case?example=half_complete&opened=section-20-1").text)
    name = re.search(r'<li value="1"><a href="#([^"]+)"', page)[1]
    entry = page[page.index(f'id="{name}"') :].partition("</details>")[0]
    effects = re.findall(
        (
            r'<input type="radio"[^>]+value="[^"]+"[^>]*><span>[^<]+(?:<span class="note">.*?</span>)? '
            r'<span class="effect">([^<]+)</span>'
        ),
        entry,
    )
    assert len(effects) == entry.count('<input type="radio"') - 1
    assert all(
        each.endswith(("still open", "if nothing more is shown", "whatever else is shown"))
        for each in effects
    )
    known = page[page.index('id="offences-0-findings-attendance"') :].partition("</details>")[0]
    assert 'class="effect"' not in known


def test_an_answer_that_is_changed_changes_the_outcome():
    fields = changed(
        example("merticariu"), **{"offences[0]__findings__retrial_right[0]__answer": "unconditional"}
    )
    page = post(fields)
    assert page.status_code == 200
    assert "Proceed to s 21" in determined(page.text)


@pytest.mark.parametrize("typed", ["5/3/2024", "5.3.2024", "5 March 2024", "2024-03-05"])
def test_a_date_may_be_typed_as_people_write_it(typed):
    page = post(changed(example("merticariu"), dates__hearing=typed)).text
    assert dict(posted(page))["dates.hearing"] == "2024-03-05"
    assert "Proceed to s 21" in determined(page)


def test_a_fault_is_reported_together_and_at_its_field_and_nothing_that_was_typed_is_lost():
    fields = changed(example("merticariu"), dates__hearing="3/27/2024", case="Another name")
    page = post(fields).text
    assert "1 thing is missing or wrong" in page
    kinds = ", a month (2024-03), a year (2024) or a span (2024-03-06 to 2024-03-09)"
    kinds += "; the day comes first: 27/3/2024"
    assert f'<a href="#dates-hearing">Hearing: must be a date such as 2024-03-06{kinds}</a>' in page
    assert (
        'name="dates.hearing" value="3/27/2024" id="dates-hearing" aria-invalid="true" '
        'aria-describedby="dates-hearing-faults"' in page
    )
    assert "<title>Error: Another name" in page
    assert "There is no determination while something is missing or wrong" in page
    assert dict(posted(page))["case"] == "Another name"


def test_while_the_user_types_only_what_is_filled_in_is_reported_as_wrong():
    page = post(changed(posted(get("/case?part=1").text), dates__hearing="soon"), do="live").text
    assert page.count("aria-invalid") == 1
    assert 'class="summary"' not in page


def test_an_offence_is_added_with_a_name_of_its_own_and_taken_out_again():
    page = post(example("merticariu"), do="add offence").text
    assert dict(posted(page))["offences[1].id"] == "offence-1"
    again = post(posted(page), do="add offence").text
    assert dict(posted(again))["offences[2].id"] == "offence-2"
    without = post(posted(again), do="remove offences[1]").text
    assert dict(posted(without))["offences[1].id"] == "offence-2"
    none = post(posted(without), do="remove offences").text
    assert "Offence: is required" in none


def test_a_page_has_room_for_so_many_offences():
    fields = example("merticariu")
    case_type = dict(fields)["offences[0].case_type"]
    many = [
        *fields,
        *(
            (f"offences[{i}].{key}", value)
            for i in range(1, MOST_ON_A_PAGE)
            for key, value in (("id", f"o{i}"), ("case_type", case_type))
        ),
    ]
    full = post(many)
    assert full.status_code == 200
    assert "Add an offence" not in full.text
    assert "Add an offence" in post(many[:-2]).text
    for refused in (
        post(many, do="add offence"),
        post([*many, (f"offences[{MOST_ON_A_PAGE}].id", "more")], path="/case/save/yaml"),
    ):
        assert refused.status_code == 413
        assert "more in it than a page has room for" in refused.text
        assert f"Offences: {MOST_ON_A_PAGE + 1}" in refused.text


def test_a_page_has_room_for_so_many_entries():
    raw = (ROOT / "examples/merticariu/case.yaml").read_text(encoding="utf-8")
    full = load("case.yaml", (raw + "notes:\n" + "  - One more.\n" * MOST_LEAVES).encode())
    assert full.status_code == 413
    assert "more in it than a page has room for" in full.text
    assert "Entries: 5,0" in full.text


def test_an_offence_is_added_to_a_case_file_that_has_an_empty_list_of_them():
    loaded = load("case.yaml", b"case: A\npart: 1\nterritory: RO\ndates: {arrest: 2019-09-25}\noffences: []")
    assert "Offence: is empty" in loaded.text
    page = post(posted(loaded.text), do="add offence")
    assert page.status_code == 200
    assert dict(posted(page.text))["offences[0].id"] == "offence-1"


@pytest.mark.parametrize(
    ("part", "fault"),
    [(b"[1]", "must be"), (b"{a: 1}", "must be"), (b"3", "3 is not a matter of this rule book")],
)
def test_a_part_that_is_none_is_a_fault_on_the_page(part, fault):
    page = load(
        "case.yaml",
        b"case: A\npart: " + part + b"\nterritory: RO\ndates: {}\noffences: [{id: a, case_type: conviction}]",
    )
    assert page.status_code == 200
    assert f"Matter: {fault}" in page.text


def test_another_finding_is_added_where_there_is_one():
    fields = example("merticariu")
    page = post(fields, do="another offences[0].findings.rehearing").text
    assert ("offences[0].findings.rehearing[1].answer", "") in posted(page)
    disputed = changed(
        posted(page),
        **{
            "offences[0]__findings__rehearing[0]__by": "requesting authority",
            "offences[0]__findings__rehearing[0]__status": "asserted",
        },
    )
    disputed = [
        (name, value) for name, value in disputed if name != "offences[0].findings.rehearing[1].answer"
    ]
    stated = post(
        [
            *disputed,
            ("offences[0].findings.rehearing[1].answer", "limited_review"),
            ("offences[0].findings.rehearing[1].by", "requested person"),
        ]
    )
    assert "Disputed, and without effect on the outcome as the case stands" in stated.text


def test_what_the_rule_book_does_not_know_can_be_left_out():
    loaded = load(
        "case.yaml",
        (ROOT / "examples/merticariu/case.yaml").read_bytes().replace(b"rehearing:", b"hat_colour:"),
    )
    assert "is not a fact or a question of this rule book" in loaded.text
    assert 'value="remove offences[0].findings.hat_colour"' in loaded.text
    page = post(posted(loaded.text), do="remove offences[0].findings.hat_colour").text
    assert "hat_colour" not in page
    assert 'class="summary"' not in page


def test_a_name_to_take_out_that_is_none_takes_nothing_out():
    assert dict(posted(post(example("merticariu"), do="remove !").text))["offences[0].id"] == "burglary"


def test_a_saved_case_file_loads_again_and_says_the_same():
    for name in ("half_complete", "part_1_mixed_offences"):
        saved = post(example(name), "/case/save/yaml")
        assert saved.status_code == 200
        assert (
            CaseFile.parse("case.yaml", saved.text).digest
            == CaseFile.load(ROOT / f"examples/{name}/case.yaml").digest
        )
        again = post(posted(load("case.yaml", saved.content).text), "/case/save/yaml")
        assert again.text == saved.text


@pytest.mark.parametrize(
    ("form", "media", "start"),
    [
        ("yaml", "application/yaml", "case: "),
        ("json", "application/json", "{"),
        ("html", "text/html", "<!DOCTYPE"),
        ("md", "text/markdown", "# "),
    ],
)
def test_what_is_saved_has_its_kind_and_a_safe_name(form, media, start):
    fields = changed(example("merticariu"), case='../"Ärger"\r\nX: v\u0130 Z')
    saved = post(fields, f"/case/save/{form}")
    assert saved.headers["content-type"].startswith(media)
    assert saved.headers["content-disposition"] == f'attachment; filename="rger-x-vi-z.{form}"'
    assert saved.text.startswith(start)


def test_a_name_without_letters_gives_a_file_called_case():
    saved = post(changed(example("merticariu"), case="事件"), "/case/save/yaml")
    assert saved.headers["content-disposition"] == 'attachment; filename="case.yaml"'


def test_a_pdf_with_more_offences_than_it_has_room_for_is_refused_by_a_page():
    many = [
        (f"offences[{number}].{key}", value)
        for number in range(MOST_ON_PAPER + 1)
        for key, value in (("id", f"o{number}"), ("case_type", "conviction"))
    ]
    person = [each for each in example("merticariu") if not each[0].startswith("offences")]
    fields = [("depth", "full"), *person, *many]
    answer = post(fields, "/case/save/pdf")
    assert (answer.status_code, "has more offences than this report has room for" in answer.text) == (
        422,
        True,
    )
    assert f"A pdf shows at most {MOST_ON_PAPER} offences in depth" in answer.text


def test_a_report_is_saved_at_the_depth_that_the_user_chooses():
    fields = [each for each in example("merticariu") if each[0] != "depth"]
    titles = {"note": "# Note on a determination (support): ", "full": "# Determination (support): "}
    for depth, title in titles.items():
        assert post([*fields, ("depth", depth)], "/case/save/md").text.startswith(title)
    assert post(fields, "/case/save/md").text == post([*fields, ("depth", "note")], "/case/save/md").text
    assert "## Where the laws part" in post(fields, "/case/save/md").text
    assert post([*fields, ("depth", "deep")], "/case/save/md").status_code == 400
    assert ("depth", "note") in example("merticariu")


def test_the_saved_json_is_a_determination_with_what_it_depends_on():
    saved = post(example("merticariu"), "/case/save/json")
    stated = saved.json()
    assert stated["outcome"] == "discharge"
    assert stated["offences"][0]["sensitivity"]["settled"]


def test_a_case_with_a_fault_is_not_saved_but_shown():
    for form, field, fault in (
        ("yaml", "case", "Name of the case: is required"),
        ("json", "case", "Name of the case: is required"),
        ("json", "territory", "Requesting territory: is required"),
    ):
        page = post(changed(example("merticariu"), **{field: ""}), f"/case/save/{form}")
        assert page.status_code == 422
        assert fault in page.text


def test_a_case_file_of_the_right_shape_is_saved_though_it_does_not_fit_the_rule_book():
    fields = changed(example("merticariu"), territory="Atlantis")
    assert "territory: Atlantis" in post(fields, "/case/save/yaml").text
    assert post(fields, "/case/save/md").status_code == 422


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"territory": ""}, ["Requesting territory: is required"]),
        (
            {"territory": "Atlantis"},
            ["Requesting territory: 'Atlantis' is not in territories.yaml"],
        ),
        (
            {"territory": "", "part": "3"},
            [f"Matter: 3 is not a matter of this rule book; {A_FEW}"],
        ),
        (
            {"territory": "X\nterritory: FR"},
            ["Requesting territory: 'X\\nterritory: FR' is not in territories.yaml"],
        ),
    ],
)
def test_a_saved_case_file_says_what_is_missing_or_wrong_before_it_begins(changes, said):
    answer = post(changed(example("merticariu"), **changes), "/case/save/yaml")
    assert answer.status_code == 200
    first, *rest = answer.text.splitlines()
    assert first == "# Saved as it is. There is no determination while something is missing or wrong:"
    assert [line for line in rest if line.startswith("#")] == [f"# - {each}" for each in said]
    loaded = load("case.yaml", answer.content).text
    assert re.search(r"[1-9] things? (is|are) missing or wrong", loaded)
    for each in said:
        assert each in unescape(loaded)


def test_a_saved_case_file_without_a_fault_begins_with_its_name():
    assert post(example("merticariu"), "/case/save/yaml").text.startswith("case: ")


def test_an_unknown_matter_is_answered_with_the_nearest_or_with_a_few():
    text = b"case: A\npart: PART\ndates: {}\noffences: [{id: a, case_type: conviction}]"
    for part, said in (
        (
            b"issue-of-warant",
            "issue-of-warant is not a matter of this rule book; did you mean issue-of-warrant?",
        ),
        (b"certif", "its matters are arrest-on-certificate, certificate-for-arrest, "),
    ):
        assert said in unescape(load("case.yaml", text.replace(b"PART", part)).text)


def test_a_form_that_is_not_offered_is_not_there():
    assert post(example("merticariu"), "/case/save/exe").status_code == 404


def test_a_report_on_paper_is_made():
    saved = post(example("merticariu"), "/case/save/docx")
    assert saved.headers["content-disposition"].endswith('.docx"')
    assert saved.content[:2] == b"PK"
    assert post(example("merticariu"), "/case/save/pdf").content[:4] == b"%PDF"


def test_paper_is_offered_exactly_if_it_can_be_made(monkeypatch):
    assert 'formaction="/case/save/docx"' in get("/case?part=1").text
    monkeypatch.setattr("extradition.web.pages.find_spec", lambda package: None)
    app = app_of()
    assert 'formaction="/case/save/docx"' not in ask("GET", "/case?part=1", app).text
    assert post(example("merticariu"), "/case/save/pdf", app=app).status_code == 404


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("case.yaml", b"case: [", "case.yaml, line 2, column 1: is not YAML"),
        ("notes.txt", b"just words", "notes.txt, line 1, column 1: must be a mapping"),
        ("empty.yaml", b" \n", "empty.yaml, line 1, column 1: is empty"),
        ("picture.png", b"\x89PNG\r\n", "picture.png, line 1, column 1: is not UTF-8 text: byte 0x89"),
        ("", b"", "no file was chosen"),
        ("<b>.yaml", b"a: 1\na: 2", "&lt;b&gt;.yaml, line 2, column 1: <code>a</code>: is given twice"),
    ],
)
def test_a_file_that_is_no_case_file_is_refused_as_on_the_command_line_and_nothing_is_lost(name, raw, said):
    page = load(name, raw)
    assert page.status_code == 422
    assert said in page.text
    assert "Nothing was loaded." in page.text
    kept = load(name, raw, changed(example("merticariu"), case="Typed before"))
    assert kept.status_code == 422
    assert said in kept.text
    assert dict(posted(kept.text))["case"] == "Typed before"
    assert "Discharge" in determined(kept.text)


def test_a_file_with_faults_is_loaded_with_their_lines_and_columns():
    raw = (
        (ROOT / "examples/merticariu/case.yaml")
        .read_bytes()
        .replace(b"hearing: 2024-03-06", b"hearing: soon")
    )
    page = load("mine.yaml", raw).text
    assert (
        "mine.yaml, line 7, column 29: <code>dates.hearing</code>: must be a date such as 2024-03-06" in page
    )
    assert '<a href="#dates-hearing">' in page
    assert dict(posted(page))["dates.hearing"] == "soon"


def test_a_file_of_any_shape_is_shown_as_far_as_it_goes():
    raw = b"case: {a: b}\npart: 1\ndates: soon\nfindings: [x]\noffences: {id: one}\nnotes: note\n"
    page = load("odd.yaml", raw)
    assert page.status_code == 200
    assert "must be a mapping" in page.text
    assert "must be a list" in page.text
    assert post(posted(page.text)).status_code == 200


def test_a_case_file_full_of_markup_stays_text():
    fields = [(name, value) for name, value in example("half_complete") if name != "rest"]
    filled = []
    for name, value in fields:
        keeps = name.endswith((".answer", ".by", ".status", ".id", "date", "_on", "case_type")) or name in (
            "part",
            "territory",
            "taken_from",
        )
        number = name.startswith("dates") or any(
            word in name
            for word in ("decisions", "sentence_months", "ticked", "says[", "place_of", "time_limit", "depth")
        )
        filled.append((name, value if keeps or number else MARKUP))
    page = post(
        [
            *filled,
            ("offences[0].findings.retrial_right[0].answer", "none"),
            ("offences[0].findings.retrial_right[0].reasons", MARKUP),
        ]
    )
    for text in (page.text, post([*filled, ("territory", MARKUP), ("offences[0].id", MARKUP)]).text):
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "49" not in re.findall(r"\{\{[^}]*\}\}|\b49\b", text)
        assert "&amp;lt;&amp;#60;" in text
    assert dict(posted(page.text))["case"] == MARKUP


@pytest.mark.parametrize(
    "body",
    [
        b"rest=%7B",
        b"a+b=1",
        b"case[[=x",
        b"rest=%5B%5B%5B%22a%22%5D%2C%7B%22b%22%3A1%7D%5D%5D",
        b"rest=" + b"%5B" * 400,
    ],
)
def test_what_is_not_a_form_of_this_page_is_refused(body):
    page = ask("POST", "/case", content=body, headers=FORM)
    assert page.status_code == 400
    assert "is not a form of this page" in page.text


def test_a_form_with_more_fields_than_the_table_of_limits_states_is_refused():
    def posting(fields):
        return ask("POST", "/case", content="&".join(["note=a"] * fields), headers=FORM)

    assert posting(MOST_FORM_FIELDS + 1).status_code == 400
    assert posting(MOST_FORM_FIELDS).status_code == 200
    assert f"| fields of a posted form | {MOST_FORM_FIELDS:,} | 400 |" in table_of_limits()


def test_a_form_that_is_broken_off_is_refused():
    page = ask(
        "POST",
        "/case",
        content=b"--x\r\nContent-Disposition: form",
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert page.status_code in (200, 400)
    assert (
        ask("POST", "/case", content=b"x", headers={"Content-Type": "multipart/form-data"}).status_code == 400
    )


def test_what_is_too_large_is_not_read():
    assert ask("POST", "/case", content=b"x" * (MOST_BYTES + 1), headers=FORM).status_code == 413


def test_no_determination_is_a_page_that_says_so(monkeypatch):
    def fail(*_, **__):
        raise EngineError("the readings part at <x>")

    fields = example("merticariu")
    monkeypatch.setattr("extradition.web.form.examined_content.hear", fail)
    page = post(fields)
    assert page.status_code == 500
    assert "There is no determination" in page.text
    assert "the readings part at &lt;x&gt;" in page.text


def test_the_page_says_which_readings_derived_it():
    assert "derived by: plain reading alone" in determined(get("/case?example=merticariu").text)
    stated = determined(ask("GET", "/case?example=merticariu", app_of("durable")).text)
    assert "derived by: durable rules and plain reading" in stated


def test_what_the_warrant_and_later_material_say_of_a_disputed_fact_is_reported():
    page = re.sub(r"\s+", " ", get("/case?example=half_complete").text)
    said = (
        "A court there must first find that the person was not deliberately absent. (asserted by the "
        "requesting authority; Further information"
    )
    assert said in page
    assert "Disputed, and it matters at s 20(5): number 3 to ask" in page


def test_every_entry_that_fades_says_why():
    page = get("/case?example=half_complete&opened=all").text
    faded = re.findall(r'<details class="entry faded.*?</summary>', page, re.DOTALL)
    assert len(faded) > 50
    assert all('<span class="relevance">' in each for each in faded)
    assert any("Not examined: the hearing is taken from s 20(1)" in each for each in faded)


def test_a_reserved_question_asks_whether_its_decider_has_recorded_a_finding():
    assert (
        "Has the judge recorded a finding? Would the person&#39;s extradition be compatible"
        in get("/case?example=half_complete").text
    )


def test_the_order_of_the_territories_is_that_of_their_names():
    options = re.findall(r'<option value="[A-Z]{2}(?:-[A-Z]+)?"[^>]*>([^<]+)', get("/case?part=2").text)
    assert options == sorted(options)


def test_a_case_file_with_several_warrants_is_opened_and_saved_as_it_was():
    path = ROOT / "examples/two_warrants/case.yaml"
    page = load("case.yaml", path.read_bytes())
    assert "Warrant 2: Arrest warrant of 9 January 2023" in page.text
    saved = post(posted(page.text), path="/case/save/yaml").text
    assert CaseFile.parse("case.yaml", saved).digest == CaseFile.load(path).digest


def test_a_field_of_one_warrant_is_edited_and_the_law_follows():
    fields = changed(
        example("two_warrants"),
        depth="full",
        **{"warrants[1]__dates__arrest": "2020-03-21", "warrants[1]__dates__certificate": "2020-03-06"},
    )
    saved = post(fields, path="/case/save/md").text
    assert "arrest 21 March 2020" in saved
    assert "- open: recruitment" in saved  # what the rest of the file says is asked for now


def test_another_warrant_is_added_and_taken_out_again():
    page = post(example("merticariu"), do="add warrant").text
    fields = dict(posted(page))
    assert (fields["warrants[0].dates.arrest"], fields["warrants[0].offences[0].id"]) == (
        "2019-09-25",
        "burglary",
    )
    assert (fields["warrants[1].id"], fields["warrants[1].offences[0].id"]) == ("warrant-2", "offence-1")
    more = post(posted(page), do="add offence warrants[1]").text
    assert dict(posted(more))["warrants[1].offences[1].id"] == "offence-2"
    without = post(posted(more), do="remove warrants[1]").text
    assert "warrants[1].id" not in dict(posted(without))


def test_a_page_counts_the_offences_of_every_warrant():
    fields = [("case", "A"), *((f"warrants[{i}].offences[0].id", f"o{i}") for i in range(MOST_ON_A_PAGE + 1))]
    refused = post(fields)
    assert refused.status_code == 413
    assert f"Offences: {MOST_ON_A_PAGE + 1}" in refused.text


def test_an_answer_without_an_author_is_recorded_as_found_by_the_judge_with_one_click():
    fields = example("merticariu")
    (name,) = [name for name, value in fields if name.endswith("convicted_in_presence[0].by")]
    nameless = [
        (field, "" if field == name or field == name.replace(".by", ".status") else value)
        for field, value in fields
    ]
    page = post(nameless).text
    assert f'value="found {name}"' in page
    again = posted(post(nameless, do=f"found {name}").text)
    assert dict(again)[name] == "judge"
    assert f'value="found {name}"' not in post(again).text
    assert post(nameless, do="found nonsense[[").status_code == 200


CONVICTION = ROOT / "examples/part_1_conviction/case.yaml"


def test_the_particulars_are_fields_in_a_folded_section_and_are_kept():
    page = get("/case?example=part_1_conviction").text
    head = page[page.index('<details class="more" id="particulars">') :]
    head = head[: head.index('<details class="more" id="notes">')]
    assert "<summary>Particulars (25)</summary>" in head
    assert '<input name="particulars.requested_person.name" value="Drago' in head
    assert 'name="particulars.warrant.issuing_authority"' in head
    assert 'name="particulars.request.reference"' not in head
    assert 'name="particulars.custody[2].from" dir="auto"' in head
    saved = post(posted(page), "/case/save/yaml")
    assert CaseFile.parse("case.yaml", saved.text).digest == CaseFile.load(CONVICTION).digest
    again = posted(load("case.yaml", saved.content).text)
    assert post(again, "/case/save/yaml").text == saved.text


def test_particulars_are_added_on_the_page_and_head_the_report():
    added = {
        "reference": "MINE-1",
        "particulars.requested_person.name": MARKUP,
        "particulars.requested_person.nationality[0]": "Ruritanian",
        "particulars.custody[0].status": "custody",
        "particulars.custody[0].from": "2019-09-25",
        "particulars.custody[0].until": "2019-09-26",
        "particulars.hearing_list[0].date": "2024-03",
    }
    fields = [*((name, value) for name, value in example("merticariu") if name not in added), *added.items()]
    report = post(fields, "/case/save/md").text
    assert "- **Reference**: MINE-1\n" in report
    assert "; 2 days in custody (" in report
    assert "- **Hearing list**: March 2024\n" in report
    assert MARKUP not in post(fields).text
    saved = CaseFile.parse("x", post(fields, "/case/save/yaml").text)
    assert saved.particulars.requested_person.name == MARKUP


def test_a_fault_in_the_particulars_unfolds_them():
    fields = [
        *example("part_1_conviction"),
        ("particulars.custody[2].status", "custody"),
        ("particulars.custody[2].from", "2025-04-05"),
        ("particulars.custody[2].until", "2025-04-04"),
    ]
    page = post([each for each in fields if each[1]]).text
    assert '<details class="more" id="particulars" open>' in page
    assert "ends on 2025-04-04, before it starts on 2025-04-05" in page
    page = post(
        changed(example("part_1_conviction"), particulars__requested_person__date_of_birth="2020-01-01")
    )
    assert '<details class="more" id="particulars" open>' in page.text


def test_the_particulars_of_a_request_are_those_of_part_2():
    page = get("/case?part=2").text
    assert 'name="particulars.request.reference"' in page
    assert 'name="particulars.warrant.reference"' not in page


def test_each_of_several_warrants_has_its_particulars_on_the_page():
    page = post(example("part_1_conviction"), do="add warrant").text
    fields = dict(posted(page))
    assert fields["warrants[0].particulars.reference"] == "EX-112/2021"
    assert fields["particulars.judge"] == "District Judge Sample"
    assert "particulars.warrant.reference" not in fields


def test_a_saved_report_is_anonymous_if_the_box_is_ticked():
    assert '<input type="checkbox" name="anonymous" value="yes">' in get("/case?example=merticariu").text
    fields = [*example("part_1_conviction"), ("anonymous", "yes")]
    for form in ("md", "html", "json"):
        report = post(fields, f"/case/save/{form}").text
        assert ("(struck out)" in report, "EX-112/2021" in report, "Exemplu," in report) == (
            True,
            False,
            False,
        )
    kept = post(fields, "/case/save/yaml").text
    assert CaseFile.parse("x", kept).digest == CaseFile.load(CONVICTION).digest


def stages_of(page: str) -> tuple[list[str], list[str]]:
    """The ids of the stages whose entries are on the page, and of those that a button opens."""
    drawn = re.findall(r'<details class="stage" id="([^"]+)"', page)
    return drawn, re.findall(r'<div class="stage shut" id="([^"]+)"', page)


def test_a_page_of_a_whole_hearing_draws_a_stage_once_it_is_opened_and_then_keeps_it():
    page = get("/case?example=part_1_mixed_offences").text
    fields, (drawn, shut) = posted(page), stages_of(page)
    assert (drawn, "section-21" in shut) == ([], True)
    opened = post(fields, do="open section-21").text
    assert stages_of(opened)[0] == ["section-21"]
    again = post(posted(opened), do="open section-14").text
    assert stages_of(again)[0] == ["section-14", "section-21"]
    assert stages_of(post(posted(again)).text)[0] == ["section-14", "section-21"]
    every = post(posted(again), do="open all").text
    assert (len(stages_of(every)[0]), stages_of(every)[1]) == (len(stages_of(page)[1]), [])
    assert stages_of(post(posted(every)).text)[1] == []


def test_what_stands_in_a_stage_that_is_shut_is_saved_and_counted():
    fields = example("part_1_mixed_offences")
    saved = CaseFile.parse("x", post(fields, "/case/save/yaml").text)
    assert saved.digest == CaseFile.load(ROOT / "examples/part_1_mixed_offences/case.yaml").digest
    page = get("/case?example=part_1_mixed_offences").text
    whole = get("/case?example=part_1_mixed_offences&opened=all").text
    states = [
        re.findall(r"(section-[^\"]+)-state.*?· (\d+) recorded", each, re.DOTALL) for each in (page, whole)
    ]
    assert states[0] == states[1]
    assert len(states[0]) > 20


def test_the_picture_of_a_path_is_drawn_when_it_is_asked_for():
    page = get("/case?example=merticariu").text
    assert "<svg" not in page
    drawn = post(example("merticariu"), do="open picture-1").text
    assert '<details id="picture-1" open>' in drawn
    assert "<svg" in post(posted(drawn)).text


@pytest.mark.no_cover
@pytest.mark.parametrize("name", sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml")))
def test_the_page_of_an_example_weighs_less_than_150_kilobytes(name):
    assert len(get(f"/case?example={name}").content) < 150_000


def test_a_dispute_is_settled_with_one_click_and_the_findings_that_differ_stay():
    page = get("/case?example=half_complete").text
    fields = posted(page)
    assert "Where the findings differ (3)" in page
    notice = "offences[0].findings.notice"
    for how, by in (("found", "judge"), ("agreed", "parties")):
        after = post(fields, do=f"settle {how} {notice} left_at_address").text
        assert "Where the findings differ (2)" in after
        saved = CaseFile.parse("x", post(posted(after), "/case/save/yaml").text)
        (finding,) = saved.offences[0].findings["notice"]
        assert (finding.answer, finding.by, finding.status) == ("left_at_address", by, how)
    second = post(posted(after), do=f"settle found {notice} to_lawyer_only").text
    saved = CaseFile.parse("x", post(posted(second), "/case/save/yaml").text)
    assert [each.by for each in saved.offences[0].findings["notice"]] == ["parties", "judge"]
    for do in (
        "settle",
        "settle lost offences[0].findings.notice x",
        f"settle found {notice}",
        "settle found ] x",
    ):
        assert "Where the findings differ (3)" in post(fields, do=do).text
    assert "Where the findings differ" not in get("/case?example=merticariu").text


def test_the_box_of_the_draft_is_blank_at_first_and_stays_ticked_with_the_same_case():
    box = '<input type="checkbox" name="draft" value="yes"%s aria-describedby="about-draft">'
    assert box % "" in get("/case?example=merticariu").text
    ticked = [*example("merticariu"), ("draft", "yes")]
    assert box % " checked" in post(ticked).text
    assert box % " checked" in post([*ticked, ("dates.hearing", "soon")], "/case/save/md").text
    other = load("case.yaml", (ROOT / "examples/half_complete/case.yaml").read_bytes(), ticked)
    assert box % "" in other.text
    saved = CaseFile.parse("x", post(ticked, "/case/save/yaml").text)
    assert saved.digest == CaseFile.load(ROOT / "examples/merticariu/case.yaml").digest


def check_page(fields) -> str:
    return re.sub(r"\s+", " ", post(fields, "/case/check", do="check").text)


def rows_of(page: str) -> list[list[str]]:
    rows = re.findall(r'<tr role="row">(.*?)</tr>', page)
    return [
        [
            unescape(re.sub(r"<[^>]*>", "", cell)).strip()
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in rows
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml")))
def test_the_check_of_the_answers_has_every_text_of_the_case_file_and_brings_the_case_back(name):
    case, fields = CaseFile.load(ROOT / f"examples/{name}/case.yaml"), example(name)
    page = check_page(fields)
    shown = " ".join(unescape(shown_text(page)).split())
    assert [each for each in texts_of(case) if " ".join(each.split()) not in shown] == []
    assert re.findall(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b", shown) == []
    back = posted(page)
    assert CaseFile.parse("x", post(back, "/case/save/yaml").text).digest == case.digest


def texts_of(case: CaseFile) -> Iterator[str]:
    """The texts that a person wrote: names, titles, documents, reasons, notes."""
    yield case.case
    yield from case.notes
    for holder in (case, *case.warrants, *case.every_offence.values()):
        yield getattr(holder, "title", None) or ""
        for findings in holder.findings.values():
            for found in findings:
                yield found.reasons or ""
                yield (found.source and found.source.document) or ""
                yield (found.source and found.source.at) or ""


def test_the_check_of_the_answers_determines_the_case_under_no_other_law(monkeypatch):
    compared = []
    monkeypatch.setattr(examined_content, "compare", lambda *case, **_: compared.append(case))
    fields = posted(get("/case?example=half_complete").text)
    assert len(compared) == 1
    assert "<strong>open</strong>" in check_page(fields)
    assert len(compared) == 1


def test_what_the_user_chose_about_the_page_comes_back_from_the_check_of_the_answers():
    chosen = {("author", "judge"), ("speaker", "parties"), ("contested", "EA 2003 s 14"), ("draft", "yes")}
    chosen |= {("opened", "section-21"), ("unfolded", "findings-consent")}
    fields = [field for field in example("half_complete") if field[0] not in ("author", "speaker")]
    kept = {("findings.consent[0].answer", "given"), ("nameless", "findings.consent[0] given")}
    assert chosen <= set(posted(check_page([*fields, *chosen, *kept])))


def test_the_check_of_the_answers_gives_each_in_words_with_author_status_source_and_a_way_back():
    page = check_page(example("half_complete"))
    assert "<strong>open</strong>" in page
    assert "Nothing is missing or wrong." in page
    rows = rows_of(page)
    assert rows[0] == ["Question", "Answer", "Who says so, status", "Source", "Change"]
    assert ["Requesting territory", "Romania", "Change Requesting territory"] in rows
    convicted = BOOK.facts["case_type"].answers["conviction"]
    assert ["Accused or convicted", convicted, "Change Accused or convicted"] in rows
    assert ["Time limit in days", "30", "Change Time limit in days"] in rows
    (agreed,) = (row for row in rows if row[-2].startswith("Agreed statement of issues"))
    assert agreed[2:4] == ["parties, agreed", "Agreed statement of issues, paragraph 6"]
    assert agreed[4] == f"Change {agreed[0]}"
    places = [
        page.index(f'<th role="rowheader" scope="rowgroup" colspan="5">{title}')
        for title in (*("The case", "Dates", "Offence: ", "What the warrant", "s 20("),)
    ]
    assert places == sorted(places)


def test_the_check_of_the_answers_gives_the_items_of_each_list_and_each_warrant():
    rows = [row[:2] for row in rows_of(check_page(example("part_1_conviction")))]
    assert [value for name, value in rows if name in ("Listed hearing", "Bail or custody")] == [
        *("2025-04-03, First hearing", "2025-11-27, Extradition hearing"),
        *("custody, 2025-04-02, 2025-04-03", "bail, 2025-04-03"),
    ]
    warrants = CaseFile.load(ROOT / "examples/two_warrants/case.yaml").warrants
    rows = [row[:2] for row in rows_of(check_page(example("two_warrants")))]
    assert [value for name, value in rows if name == "Arrest"] == [
        each.dates.arrest.isoformat() for each in warrants
    ]
    assert {("What it is", each.title) for each in warrants} <= {tuple(row) for row in rows}


def test_change_opens_the_stage_and_nothing_is_lost():
    page = check_page([*example("part_1_mixed_offences"), ("draft", "yes")])
    do, target = re.findall(r'value="(open section-[^"]+)" formaction="/case#([^"]+)"', page)[-1]
    back = post(posted(page), do=do).text
    assert f'id="{target}"' in back
    section, entry = do.removeprefix("open ").split()
    assert section in stages_of(back)[0]
    assert entry == target
    assert re.search(rf'<details class="entry[^"]*" id="{target}"\s+open data-swap>', back)
    assert dict(posted(back))["draft"] == "yes"
    saved = CaseFile.parse("x", post(posted(back), "/case/save/yaml").text)
    assert saved.digest == CaseFile.load(ROOT / "examples/part_1_mixed_offences/case.yaml").digest
    heads = set(re.findall(r'value="change" formaction="/case#([^"]+)"', page))
    assert all(f'id="{each}"' in back for each in heads)
    assert len(heads) > 3


def test_stages_that_were_opened_are_still_open_after_the_check():
    opened = post(example("part_1_mixed_offences"), do="open section-14").text
    back = post(posted(check_page(posted(opened))), do="change").text
    assert stages_of(back)[0] == ["section-14"]


def test_the_check_of_a_case_with_faults_counts_them_and_shows_them_at_their_answers():
    fields = changed(example("merticariu"), dates__hearing="soon")
    page = check_page([*fields, ("offences[0].findings.rehearing[0].by", "a friend")])
    assert "No determination yet" in page
    assert "2 things are missing or wrong:" in page
    assert re.search(r"soon<span class=\"wrong\">Error: must be a date", page)
    assert page.count('class="wrong"') == 2
    assert "<title>Error: Check your answers: Merticariu" in page
    assert "1 thing is missing or wrong:" in check_page(fields)


def test_the_check_of_an_empty_case_and_of_one_without_a_part_says_what_is_recorded():
    rows = rows_of(check_page(posted(get("/case?part=1").text)))
    assert [row[:2] for row in rows[1:]] == [["Matter", "1"], ["Short name", "offence-1"]]
    lost = changed(example("merticariu"), part="", territory="")
    assert re.search(r"It keeps them as they are: findings \(\d+\)\.", check_page(lost))


def test_the_check_shows_the_boxes_of_the_warrant_in_words_and_the_case_of_markup_as_text():
    fields = [
        (name, value) for name, value in example("half_complete") if ".ticked" not in name and name != "case"
    ]
    page = check_page([*fields, ("offences[0].warrant.box_d.ticked[9999]", "none"), ("case", MARKUP)])
    assert ["None of them is ticked", "", "Change None of them is ticked"] in rows_of(page)
    assert MARKUP not in page
    assert "What that text says" in [row[0] for row in rows_of(page)]


def test_the_check_refuses_what_is_no_form_and_what_is_too_much():
    assert post([("rest", "{")], "/case/check").status_code == 400
    many = [(f"offences[{i}].id", f"o{i}") for i in range(MOST_ON_A_PAGE + 1)]
    assert post(many, "/case/check").status_code == 413
