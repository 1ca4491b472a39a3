"""The explorer over each rule book: the book of a table is chosen, and everything that is shown is of it."""

import csv
import io
import re
from html import unescape

import pytest
from asked import Asked
from cohort_tables import csv_of
from strategies import BOOK
from test_cohorts_of_every_book import WITHOUT, rows_of
from test_every_book import BOOKS
from test_explorer import InProcess, finished, section, text_of

from extradition import CaseFile, Draft, determine
from extradition.policy.cohort.ends import CohortEnd
from extradition.policy.reported_law import law_titles, reported_law
from extradition.report.wording import capital
from extradition.web import application
from extradition.web.audit.recording import Audit
from extradition.web.explorer import exploration
from extradition.web.explorer.draft_form import DraftForm, checked, editor_of, offered_versions
from extradition.web.explorer.settings_form import facts_of

SECOND = "international-policing"
IN_A_QUERY = {"rules/international_policing": SECOND}
"""The rule books that a service over the first one has too; each other is the own one of a service."""
ROWS = 12


@pytest.fixture(scope="module")
def clients():
    """A client for each rule book, by its folder, and the application behind it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(exploration, "Workers", InProcess)
        own = {name: application(BOOKS[name], engine="plain") for name in BOOKS if name not in IN_A_QUERY}
        made = own | dict.fromkeys(IN_A_QUERY, own["rules"])
        yield {name: Asked(app) for name, app in made.items()}
        for app in own.values():
            app.state.explorations.close()


def send(client, name, rows, **fields):
    """The answer to a table of the rule book *name* that is sent."""
    laws = dict(zip(("law_1", "law_2"), BOOKS[name].side_by_side[-2:], strict=True))
    data = {**laws, "law_3": "", "taken_from": "", "part": "", "book": IN_A_QUERY.get(name, ""), **fields}
    return client.post("/explorer", data=data, files={"file": ("rows.csv", csv_of(rows).encode())})


def opened(client, name, rows, **fields):
    answer = send(client, name, rows, **fields)
    assert answer.status_code == 303, text_of(answer)
    return answer.headers["location"], finished(client, answer.headers["location"])


def with_teams(name, part):
    """Rows of a matter, each with the name of a team, which no rule reads."""
    return [{**row, "team": "ab"[place % 2]} for place, row in enumerate(rows_of(name, part, ROWS))]


def options(page, field):
    """The values of a choice on a page, and their labels."""
    chosen = page.text[page.text.index(f'<select id="{field}"') :].partition("</select>")[0]
    return [(value, unescape(label)) for value, label in re.findall(r'value="([^"]*)"[^>]*>([^<]*)', chosen)]


@pytest.mark.parametrize("name", BOOKS)
def test_the_form_offers_what_the_book_has(name, clients):
    book = BOOKS[name]
    page = clients[name].get("/explorer", params={"book": IN_A_QUERY[name]} if name in IN_A_QUERY else {})
    assert options(page, "law_1") == [(each, law.title) for each, law in book.laws.items()]
    assert options(page, "part") == [("", "As the table says"), *book.titles.items()]
    named = re.findall(r'<option value="([^"]*)"', page.text.partition('id="taken_from"')[2])
    assert {book.part(provision) for provision in named if provision} == set(book.matters)
    names = {fact for facts in facts_of(book).values() for fact in facts}
    assert [each for each in names if f"<code>{each}</code>" not in page.text] == []
    assert ('name="book"' in page.text) == (book.name is not None)
    assert f'<p class="name"><a href="/">{book.title}</a>' in unescape(page.text)
    assert page.headers["rule-book"] == book.digest


def test_the_form_leads_to_that_of_each_other_book(clients):
    client = clients["rules"]
    page = client.get("/explorer")
    link = re.search(r'href="(/explorer\?book=[^"]*)">([^<]*)', section(page, "books"))
    assert (link[1], link[2]) == (f"/explorer?book={SECOND}", BOOKS["rules/international_policing"].title)
    assert f'<strong aria-current="true">{BOOK.title}' in section(page, "books")
    second = client.get(link[1])
    assert f'href="/explorer">{BOOK.title}' in section(second, "books")
    assert "One row is one case." in text_of(second)
    assert "columns are named as the keys of a case file: hearing , and the names" in text_of(second)
    assert "One row is one offence, or one case in a matter on the person alone." in text_of(page)
    assert "case file: territory , case_type , arrest" in text_of(page)


def test_a_form_of_offences_alone_says_so(clients):
    assert "One row is one offence. The columns" in text_of(clients["tests/books/small"].get("/explorer"))


def test_a_book_that_is_not_there_is_refused_with_the_nearest_and_nothing_is_kept(clients):
    client = clients["rules"]
    rows = rows_of("rules/international_policing", "letter-of-request", 1)
    said = "'international-polising' is not a rule book of this service; did you mean international-policing?"
    for answer in (
        client.get("/explorer?book=international-polising"),
        send(client, "rules", rows, book="international-polising"),
        client.post("/explorer", data={"book": "international-polising"}),
    ):
        assert (answer.status_code, said in text_of(answer)) == (422, True)
    assert client._app.state.explorations._held == {}


def test_a_table_that_is_not_taken_leads_back_to_the_form_of_its_book(clients):
    answer = clients["rules"].post("/explorer", data={"book": SECOND})
    assert answer.status_code == 422
    assert "no table was chosen" in text_of(answer)
    assert f'name="book" value="{SECOND}"' in answer.text


@pytest.mark.parametrize(("name", "part"), WITHOUT)
def test_a_table_of_any_matter_is_decided_looked_at_and_saved(name, part, clients):
    client, book = clients[name], BOOKS[name]
    address, page = opened(client, name, with_teams(name, part), part=part, keep_also="team")
    try:
        saved = client.get(f"{address}/rows/1/case.yaml")
        case = CaseFile.parse("row-1.yaml", saved.text)
        assert (case.book, case.part) == (book.name, part)
        counted = "offences" if case.offences else "cases"
        assert re.search(rf"\d+ of {ROWS} {counted} are decided", text_of(page)), text_of(page)
        assert page.headers["rule-book"] == book.digest
        assert f'<p class="name"><a href="/">{book.title}</a>' in unescape(page.text)
        looked_at(client, address, name, counted)
        rows = saved_in_every_form(client, address, counted)
        assert len(rows) == ROWS
        number = next(place for place, row in enumerate(rows, 1) if not row["refused"])
        opened_row(client, address, name, number, rows[number - 1])
    finally:
        client.post(address, data={"do": "delete"})


def looked_at(client, address, name, counted):
    """Filters, counts and the region of a table, each in its own rule book."""
    laws = BOOKS[name].side_by_side[-2:]
    filtered = client.get(f"{address}?where=team%3Da&by=team&by=year")
    assert re.search(rf"\d+ of {ROWS // 2} chosen {counted} are decided", text_of(filtered))
    assert f"{capital(counted)}, by team and year of the hearing" in section(filtered, "counts")
    one, other = law_titles(reported_law(law, BOOKS[name]) for law in laws).values()
    assert f"where “{one}” and “{other}” part" in client.get(f"{address}/region/0").text


def opened_row(client, address, name, number, cells):
    """One row that is decided: its outcome is that of its case file, which opens as a case of its book."""
    book = BOOKS[name]
    row = client.get(f"{address}/rows/{number}")
    case = CaseFile.parse("row.yaml", client.get(f"{address}/rows/{number}/case.yaml").text)
    shown = re.findall(r"</th><td>(.*?)</td>", row.text)
    for place, law in enumerate(book.side_by_side[-2:]):
        made = determine(case, book, law=law, engine="plain")
        outcome = CohortEnd.of(made.offences[0].outcome).outcome
        assert cells[f"{law}: outcome"] == outcome
        assert unescape(shown[place]).startswith(outcome)
        note = client.get(f"{address}/rows/{number}/note", params={"law": law})
        assert (note.status_code, book.title_of(made.part) in unescape(note.text)) == (200, True)
    rest = unescape(re.search(r"name=\"rest\" value='([^']*)'", row.text)[1])
    form = client.post("/case", data={"rest": rest, "do": "update"})
    assert (form.status_code, form.headers["rule-book"]) == (200, book.digest)
    assert f'<a href="/">{book.title}</a>' in unescape(form.text)


def saved_in_every_form(client, address, counted):
    """The rows as they are saved, in words."""
    for form in ("parquet", "xlsx", "png"):
        assert client.get(f"{address}/save/{form}").status_code == 200
    report = client.get(f"{address}/save/html").text
    assert f"Cohort (support): {ROWS} {counted} under 2 laws" in report
    assert f">{counted}</text>" in client.get(f"{address}/save/svg").text
    return [*csv.DictReader(io.StringIO(client.get(f"{address}/save/csv").content.decode("utf-8-sig")))]


def test_the_matter_is_chosen_again_or_named_by_a_column(clients):
    name, part = "rules/international_policing", "letter-of-request"
    client, rows = clients[name], rows_of(name, part, 5)
    address, page = opened(client, name, rows)
    said = text_of(page)
    assert (
        "part : is required: write this column, or choose the matter of the rows: letter-of-request" in said
    )
    assert not re.search(r"(?<![\w-])--[a-z]", said)
    client.post(
        address,
        data={
            **dict(zip(("law_1", "law_2"), BOOKS[name].side_by_side, strict=True)),
            "do": "again",
            "part": part,
        },
    )
    page = finished(client, address)
    assert "of 5 cases are decided" in text_of(page)
    assert f'<option value="{part}" selected>' in page.text
    client.post(address, data={"do": "delete"})
    address, page = opened(client, name, [{**row, "part": part} for row in rows])
    assert "of 5 cases are decided" in text_of(page)
    client.post(address, data={"do": "delete"})


def test_a_matter_of_which_no_question_changes_says_so(clients):
    name, part = "rules/international_policing", "letter-of-request"
    address, page = opened(clients[name], name, rows_of(name, part, 5), part=part)
    said = "The two laws answer every question of this matter alike on every pattern of facts."
    assert said in text_of(page)
    clients[name].post(address, data={"do": "delete"})


@pytest.mark.parametrize("name", BOOKS)
def test_the_editor_has_a_form_for_each_version_that_it_offers(name):
    book = BOOKS[name]
    versions = [ident for _, listed in offered_versions(book) for ident, _ in listed]
    assert versions or name not in ("rules", "rules/international_policing")
    for ident in versions:
        form = DraftForm.of([("version", ident)], book, book.side_by_side)
        assert editor_of(form, book)["facts"]


def test_a_draft_starts_from_a_law_that_has_the_version(clients):
    name = "rules/international_policing"
    book, laws = BOOKS[name], BOOKS[name].side_by_side
    starts = {
        ident: DraftForm.of([("version", ident)], book, laws).law
        for ident in ("s45-2-ukba-as-enacted", "s45-2-ukba-as-amended-2016")
    }
    assert [*starts.values()] == ["before-all-premises-warrants", "today"]
    assert DraftForm.of([("version", "s20-5-as-amended-2026")], BOOK, ["today"]).law == "as-amended-2026"
    part = "search-for-nationality-documents"
    address, _ = opened(clients[name], name, rows_of(name, part, 3), part=part)
    page = clients[name].get(f"{address}/draft?version=s45-2-ukba-as-amended-2016")
    assert '<option value="today" selected>' in page.text
    assert "“For the justice of the peace”: neither follows from it." in text_of(page)
    clients[name].post(address, data={"do": "delete"})


def each_move(facts):
    """The field of each answer on another side than that of the version."""
    for fact, sides in facts:
        for answer, side in sides.items():
            for other in fact.choices:
                if other != side:
                    yield {f"{fact.name}.{answer}": other}


def a_draft(book):
    """The fields of a draft without a fault that moves one answer, in a version that is in force."""
    texts = {
        "title": "One answer moved",
        "author": "A policy team",
        "summary": "One answer counts otherwise.",
    }
    for ident in (each for _, listed in offered_versions(book) for each, _ in listed):
        start = {"version": ident, "law": book.side_by_side[-1], **texts}
        form = DraftForm.of(start.items(), book, book.side_by_side)
        for moved in each_move(editor_of(form, book)["facts"]):
            made = checked(DraftForm.of({**start, **moved}.items(), book, book.side_by_side), book)
            if not made.problems and made.effect.questions:
                return {**start, **moved}
    raise AssertionError(book.title)


@pytest.mark.parametrize("name", ["rules/international_policing", "tests/books/third"])
def test_a_draft_of_a_book_is_checked_saved_and_run_on_its_table(name, clients):
    client, book = clients[name], BOOKS[name]
    fields = a_draft(book)
    part = book.part(book.versions[fields["version"]][0])
    address, _ = opened(client, name, rows_of(name, part, ROWS), part=part)
    assert book.versions[fields["version"]][1].summary in unescape(
        client.get(f"{address}/draft", params={"version": fields["version"]}).text
    )
    assert "The draft has no fault" in text_of(
        client.post(f"{address}/draft", data={**fields, "do": "check"})
    )
    saved = client.post(f"{address}/draft", data={**fields, "do": "save"})
    assert f"# It changes the rule book {book.name}: use it with that book." in saved.text
    drafted = book.with_draft(Draft.parse("draft.yaml", saved.text))
    client.post(f"{address}/draft", data={**fields, "do": "run"})
    page = finished(client, address)
    assert "Draft, not law: One answer moved" in text_of(page)
    assert [*drafted.laws][-1] == "one-answer-moved"
    assert "Region (support)" in client.get(f"{address}/region/0").text
    client.post(address, data={"do": "delete"})


def test_the_saved_draft_of_the_first_book_names_no_book(clients):
    name, part = "rules", "own-nationals"
    address, _ = opened(clients[name], name, rows_of(name, part, 3), part=part)
    saved = clients[name].post(f"{address}/draft", data={**a_draft(BOOK), "do": "save"})
    assert "rule book" not in saved.text
    clients[name].post(address, data={"do": "delete"})


def test_the_audit_record_names_the_book_of_each_table(monkeypatch):
    class Record:
        entries = ()

        def add(self, entry):
            self.entries = (*self.entries, entry)

        def check(self):
            """Nothing to check."""

    monkeypatch.setattr(exploration, "Workers", InProcess)
    record = Record()
    app = application(BOOK, engine="plain", audit=Audit(record, None))
    name, part = "rules/international_policing", "letter-of-request"
    address, _ = opened(Asked(app), name, rows_of(name, part, 3), part=part)
    Asked(app).post(address, data={"do": "delete"})
    assert [each.rule_book for each in record.entries] == [BOOKS[name].digest] * 2
    app.state.explorations.close()
