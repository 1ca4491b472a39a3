"""Each route of the service and each page over each rule book of this package."""

import json
import re
from html import unescape
from urllib.parse import urlencode

import pytest
from asked import Asked
from controls import posted
from strategies import BOOK, ROOT, SMALL
from test_page import FORM
from test_service import stated

from extradition import CaseFile, RuleBook, determine, render
from extradition.policy.region import region
from extradition.report import render_questions, render_watched
from extradition.report.case_schema import case_schema_text
from extradition.report.listed_facts import listed_facts
from extradition.report.presentation import guidance_next_to_it
from extradition.rule_book.installed import installed_books
from extradition.source import read
from extradition.web import application
from extradition.web.example_cases import name_of_example
from extradition.web.service.batch import LINES

BOOKS = {None: BOOK, **{name: RuleBook.load(folder) for name, folder in installed_books().items()}}
FIRST = [ROOT / f"examples/{each}/case.yaml" for each in ("merticariu", "part_2_accusation_sent")]
EXAMPLES = {
    name: sorted((ROOT / "examples" / name.replace("-", "_")).glob("*/case*.yaml")) if name else FIRST
    for name in BOOKS
}
MATTERS = [
    pytest.param(name, part, id=f"{name}: {part}") for name, book in BOOKS.items() for part in book.matters
]
each_book = pytest.mark.parametrize("name", BOOKS, ids=str)


@pytest.fixture(scope="module")
def client():
    app = application(BOOK, engine="plain", jobs=1)
    yield Asked(app)
    app.state.close()


def case(name, number=0):
    return read(EXAMPLES[name][number]).content


def query(name, **more):
    return {**({"book": name} if name else {}), **more}


@each_book
@pytest.mark.parametrize("route", ["determinations", "further-information", "papers?kind=authorities"])
def test_a_case_is_answered_under_the_book_that_it_names(name, route, client):
    answer = client.post(f"/v1/{route}", json={"case_file": case(name)})
    assert (answer.status_code, answer.json()["rule_book"]) == (200, BOOKS[name].digest), answer.text


@each_book
def test_the_cases_of_each_book_are_compared(name, client):
    cases = [case(name, 0), case(name, 1)]
    for more in ({}, {"anonymous": True}):
        answer = client.post("/v1/comparisons", json={"case_files": cases, **more})
        assert (answer.status_code, answer.json()["rule_book"]) == (200, BOOKS[name].digest)
        assert [law["name"] for law in answer.json()["laws"]] == [*BOOKS[name].side_by_side]


def test_cases_of_two_books_are_not_compared_together(client):
    cases = [case(None), case("international-policing"), case(None, 1)]
    assert stated(client.post("/v1/comparisons", json={"case_files": cases})) == (
        422,
        "faults",
        [f"case_files[1].book: is of another rule book than the first case ({BOOK.title}); compare it apart"],
    )


@each_book
def test_a_batch_answers_cases_of_each_book(name, client):
    line = json.dumps({"id": "a", "case_file": case(name)})
    answer = client.post("/v1/batch", content=line.encode(), headers={"content-type": LINES})
    made = json.loads(answer.text)
    assert (made["status"], made["determination"]["rule_book"]) == (200, BOOKS[name].digest)


@each_book
def test_what_a_book_has_is_listed(name, client):
    book, asked = BOOKS[name], {"params": query(name)}
    assert client.get("/v1/questions", **asked).text == render_questions(book, "json")
    assert [*client.get("/v1/laws", **asked).json()] == [*book.laws]
    facts = client.get("/v1/facts", params=query(name, limit=200)).json()
    assert facts["total"] == len(listed_facts(book))
    assert [each["name"] for each in facts["facts"]] == [each.name for each in listed_facts(book)[:200]]


@each_book
def test_the_next_page_of_facts_is_of_the_same_book(name, client):
    first = client.get("/v1/facts", params=query(name, limit=1)).json()
    second = client.get(first["next"]).json()
    assert [each["name"] for each in second["facts"]] == [listed_facts(BOOKS[name])[1].name]


@pytest.mark.parametrize(("name", "part"), MATTERS)
def test_the_schema_and_the_facts_of_each_matter_are_given(name, part, client):
    schema = client.get("/v1/schema/case", params=query(name, part=part))
    assert schema.text == case_schema_text(BOOKS[name], part)
    facts = client.get("/v1/facts", params=query(name, part=part, limit=200)).json()["facts"]
    assert {part} <= set.intersection(*(set(each["parts"]) for each in facts))


@each_book
def test_the_laws_of_each_book_are_held_against_each_other(name, client):
    book = BOOKS[name]
    one, other = book.side_by_side[-2:]
    answer = client.get("/v1/regions", params=query(name, one=one, other=other))
    assert answer.text == render(region(one, other, book), "json")


def test_health_names_every_book(client):
    health = client.get("/v1/health").json()
    assert health["rule_book"] == BOOK.digest
    assert health["rule_books"] == {name: book.digest for name, book in BOOKS.items() if name}


def test_a_service_with_another_book_has_it_in_place_of_the_first():
    name, policing = next((name, book) for name, book in BOOKS.items() if name)
    app = application(policing, engine="plain", jobs=1)
    client = Asked(app)
    health = client.get("/v1/health").json()
    assert (health["rule_book"], health["rule_books"]) == (policing.digest, {name: policing.digest})
    unnamed = {key: value for key, value in case(name).items() if key != "book"}
    assert client.post("/v1/determinations", json={"case_file": unnamed}).status_code == 200
    status, kind, faults = stated(client.post("/v1/determinations", json={"case_file": case(None)}))
    assert (status, kind, len(faults)) == (422, "faults", 1)
    assert (
        f'these are facts of the rule book "{BOOK.title}": use that one, which is there without' in faults[0]
    )
    app.state.close()


def test_every_route_that_reads_a_book_is_tested_here(client):
    described = client.get("/openapi.json").json()["paths"]
    by_query = {
        path
        for path, methods in described.items()
        if any(each["name"] == "book" for each in methods.get("get", {}).get("parameters", ()))
    }
    assert by_query == {
        *("/v1/facts", "/v1/laws", "/v1/questions", "/v1/regions", "/v1/schema/{name}"),
    }
    sends = {path for path, methods in described.items() if "post" in methods}
    tested = {"determinations", "further-information", "papers", "comparisons", "batch"}
    assert sends == {f"/v1/{each}" for each in (*tested, "warrants")}  # a warrant is a form of the first book


NO_BOOK = "is not a rule book of this service"


@pytest.mark.parametrize("path", ["facts", "laws", "questions", "schema/case", "regions?one=today&other=x"])
def test_a_book_that_is_not_there_is_refused_with_the_nearest(path, client):
    mark = "&" if "?" in path else "?"
    assert stated(client.get(f"/v1/{path}{mark}book=international-polising")) == (
        422,
        "unknown-law",
        [f"book: 'international-polising' {NO_BOOK}; did you mean international-policing?"],
    )
    (said,) = stated(client.get(f"/v1/{path}{mark}book=x"))[2]
    assert (
        said == "book: 'x' is not a rule book of this service; those with a name are international-policing"
    )


def test_a_case_of_a_book_that_is_not_there_is_refused(client):
    body = {**case(None), "book": "x"}
    for path, sent, place in (
        ("determinations", {"case_file": body}, "case_file"),
        ("comparisons", {"case_files": [body]}, "case_files[0]"),
        ("comparisons", {"case_files": [case(None), body]}, "case_files[1]"),
    ):
        status, kind, faults = stated(client.post(f"/v1/{path}", json=sent))
        assert (status, kind, len(faults)) == (422, "unknown-law", 1)
        assert faults[0].startswith(f"{place}.book: 'x' is not a rule book of this service")


def test_the_book_belongs_to_the_schema_of_a_case_alone(client):
    answer = client.get("/v1/schema/laws?book=international-policing&part=letter-of-request")
    assert stated(answer) == (
        *(422, "unmet-option"),
        [f"{each}: is of the schema of a case alone" for each in ("book", "part")],
    )


@pytest.mark.parametrize("of_batch", [False, True])
def test_the_faults_of_a_case_are_those_of_its_own_book(of_batch, client):
    name = "international-policing"
    faulty = {**case(name), "dates": [], "findings": {"assistance_wantd": "evidence_abroad"}}
    if of_batch:
        line = json.dumps({"id": "a", "case_file": faulty})
        answer = client.post("/v1/batch", content=line.encode(), headers={"content-type": LINES})
        said = [fault["message"] for fault in json.loads(answer.text)["problem"]["faults"]]
    else:
        answer = client.post("/v1/determinations", json={"case_file": faulty})
        said = [fault["message"] for fault in answer.json()["faults"]]
    assert len(said) == 2
    assert said[1].endswith("did you mean assistance_wanted?")


@pytest.mark.parametrize(("name", "part"), MATTERS)
def test_the_page_has_an_empty_case_of_each_matter_and_takes_its_form(name, part, client):
    address = f"/case?{urlencode(query(name, part=part))}"
    assert f'href="{address}"' in unescape(client.get("/").text)
    page = client.get(address)
    assert page.status_code == 200
    fields = dict(posted(page.text))
    assert fields["part"] == part
    again = client.post("/case", content=urlencode({**fields, "do": "update"}), headers=FORM)
    assert again.status_code == 200
    assert BOOKS[name].title in again.text
    assert dict(posted(again.text))["part"] == part
    check = client.post("/case/check", content=urlencode(fields), headers=FORM)
    assert (check.status_code, BOOKS[name].title in check.text) == (200, True)


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=name_of_example(path)) for path in EXAMPLES["international-policing"]]
)
def test_each_example_of_a_further_book_opens_with_its_determination_and_is_saved(path, client):
    name = name_of_example(path)
    assert f'href="/case?example={name}"' in client.get("/").text
    page = client.get(f"/case?example={name}")
    assert "No determination yet" not in page.text
    fields = posted(page.text)
    saved = client.post("/case/save/yaml", content=urlencode(fields), headers=FORM)
    assert CaseFile.parse("saved.yaml", saved.text).book == "international-policing"
    for form in ("md", "json"):
        made = client.post(f"/case/save/{form}", content=urlencode(fields), headers=FORM)
        assert (made.status_code, made.headers["content-type"].split(";")[0] != "text/html") == (200, True)
    paper = client.post(
        "/case/paper/html", content=urlencode([*fields, ("paper", "authorities")]), headers=FORM
    )
    assert paper.status_code == 200


def test_the_page_of_what_is_watched_says_the_same_as_the_command(client):
    assert 'href="/watch"' in client.get("/").text
    page = client.get("/watch")
    assert page.status_code == 200
    assert "unsafe" not in page.headers["content-security-policy"]
    listed = re.search(r"<ul>.*?</ul>", render_watched(BOOK, "html"), re.DOTALL)[0]
    assert BOOK.watched
    assert listed in page.text
    for book in BOOKS.values():
        assert (book.title in page.text) == bool(book.watched)


def test_the_page_of_a_service_whose_books_watch_nothing_says_so(monkeypatch):
    monkeypatch.setattr("extradition.rule_book.installed.installed_books", dict)
    page = Asked(application(SMALL, engine="plain")).get("/watch")
    assert "This rule book watches nothing." in page.text


def test_the_panel_shows_guidance_under_its_own_heading_with_its_address_and_how_it_differs(client):
    path = ROOT / "examples/international_policing/arrest_on_interpol_match/case_yes.yaml"
    book = BOOKS["international-policing"]
    shown = guidance_next_to_it(determine(CaseFile.load(path), book))
    assert any(each.differs for _, _, each in shown)
    page = unescape(client.get("/case?example=arrest_on_interpol_match_yes").text)
    panel = page[page.index('id="determined"') :]
    panel = panel[panel.index('<h3 id="guidance">Guidance</h3>') : panel.index('id="laws-title"')]
    assert "Guidance is not law and decides nothing here." in panel
    for _, _, each in shown:
        assert f'href="{each.address}"' in panel
        assert each.says in panel
        assert (each.differs or "") in panel
    assert ">Guidance</h" not in client.get("/case?example=merticariu").text


def test_a_form_says_only_what_its_book_has(client):
    page = client.get("/case?book=international-policing&part=letter-of-request").text
    for said in ("Requesting territory", "Add another warrant", "offences[0]"):
        assert said not in page
    for path in ("book=x&part=1", "book=international-policing&part=1", "part=letter-of-request", "book=x"):
        assert client.get(f"/case?{path}").status_code == 404


@each_book
def test_the_form_of_the_effect_of_a_change_works_for_each_book(name, client):
    book = BOOKS[name]
    one, other = book.side_by_side[-2:]
    question = next(iter(book.questions))
    page = client.get("/region", params=query(name, one=one, other=other, question=question))
    assert page.text == render(region(one, other, book, question=question), "html")
    assert client.get("/region", params={"book": "x", "one": one, "other": other}).status_code == 422


def test_a_case_file_of_a_further_book_is_loaded_and_its_faults_are_those_of_its_book(client):
    text = EXAMPLES["international-policing"][0].read_bytes()
    fields = {"do": "load"}
    page = client.post("/case", data=fields, files={"file": ("case.yaml", text)})
    assert "No determination yet" not in page.text
    faulty = text + b"  assistance_wantd: evidence_abroad\n"
    page = client.post("/case", data=fields, files={"file": ("case.yaml", faulty)})
    assert "did you mean assistance_wanted?" in page.text
    unknown = text.replace(b"book: international-policing", b"book: international-polising")
    page = client.post("/case", data=fields, files={"file": ("case.yaml", unknown)})
    assert "Rule book: is the rule book international-polising" in page.text


def test_a_case_of_a_further_book_without_a_matter_needs_no_offence_yet(client):
    text = b"case: A\nbook: international-policing\ndates: {}\n"
    page = unescape(client.post("/case", data={"do": "load"}, files={"file": ("case.yaml", text)}).text)
    assert "1 thing is missing or wrong" in page
    first = ", ".join([*BOOKS["international-policing"].matters][:4])
    assert f"or one of the matters of this rule book: {first} and 18 more" in page
    assert '<a href="#matter">Matter: is required; write every for a checklist of every matter' in page


def test_a_checklist_is_refused_with_the_command_that_makes_it(client):
    checklist = read(ROOT / "examples/international_policing/custody_checklist.yaml").content
    fault = (
        "case_file.matter: asks for a checklist, which only the command line makes (extradition determine "
        "FILE); write one matter for anything else, and --every-matter makes the checklist of that file too"
    )
    assert stated(client.post("/v1/determinations", json={"case_file": checklist})) == (
        422,
        "faults",
        [fault],
    )
