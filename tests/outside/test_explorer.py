"""The explorer over HTTP, in process: a table is sent, decided, looked at, saved and deleted."""

import asyncio
import csv
import hashlib
import io
import re
import time
from concurrent.futures import Future, ThreadPoolExecutor
from html import unescape

import polars as pl
import pytest
from asked import Asked
from cohort_tables import EXAMPLE, csv_of, write_sheet
from strategies import BOOK

from extradition import CaseFile, Draft
from extradition.report import paper_length
from extradition.report.wording import capital
from extradition.source import EngineError, Problem, SourceError, parse
from extradition.web import app as web_app
from extradition.web import application
from extradition.web.audit.audited import NotRecordedError
from extradition.web.audit.recording import Audit
from extradition.web.explorer import exploration, explorations, explored_table, explorer_answers, sent_table
from extradition.web.explorer.explorations import Explorations
from extradition.web.explorer.sent_table import shown_name, tables_in
from extradition.web.limits import LIMITS_OF_EXPLORER
from extradition.web.rule_books import RuleBooks
from extradition.worker_process import Lost

LAWS = {"law_1": "today", "law_2": "as-amended-2026", "law_3": "", "taken_from": ""}
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
MARKUP = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


class InProcess:
    """Workers that answer in a thread of this process, so that a test sees what they do."""

    waits_at: str | None = None

    def __init__(self, answer, count):
        self._answer = answer
        self._threads = ThreadPoolExecutor(count)
        self.is_closed = False

    def begin(self, item):
        return self._threads.submit(self._made, item)

    def _made(self, item):
        while item[0] == self.waits_at and not self.is_closed:
            time.sleep(0.005)
        if self.is_closed:
            return Lost(None)
        return self._answer(item)

    def close(self):
        self.is_closed = True
        self._threads.shutdown(cancel_futures=True)


@pytest.fixture
def in_process(monkeypatch):
    monkeypatch.setattr(exploration, "Workers", InProcess)
    monkeypatch.setattr(InProcess, "waits_at", None)
    return InProcess


@pytest.fixture
def app(in_process):
    made = application(BOOK, engine="plain")
    yield made
    made.state.explorations.close()


@pytest.fixture
def client(app):
    return Asked(app)


def send(client, raw=None, name="offences.csv", **fields):
    """The answer to a table that is sent; the example without another."""
    data = {**LAWS, "keep_also": "court", **fields}
    raw = EXAMPLE.read_bytes() if raw is None else raw
    return client.post("/explorer", data=data, files={"file": (name, raw)})


def finished(client, address):
    """The page of a table once it works no more."""
    for _ in range(4_000):
        page = client.get(address)
        if "data-working" not in page.text:
            return page
        time.sleep(0.005)
    raise AssertionError(page.text)


def opened(client, raw=None, name="offences.csv", **fields):
    """The address of a table that was sent and decided, and its page."""
    answer = send(client, raw, name, **fields)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"], finished(client, answer.headers["location"])


@pytest.fixture(scope="module")
def held():
    """The address of the example, decided once for the tests that only look at it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(exploration, "Workers", InProcess)
        made = application(BOOK, engine="plain")
        client = Asked(made)
        address, _ = opened(client)
        yield client, address
        made.state.explorations.close()


def text_of(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def section(page, name):
    start = page.text.index(f'id="{name}"')
    return page.text[start : page.text.index("</section>", start)]


def test_the_start_page_states_every_limit_and_what_is_kept(client):
    page = client.get("/explorer")
    assert page.status_code == 200
    text = text_of(page)
    for each in LIMITS_OF_EXPLORER:
        assert f"{capital(each.what)} {each.most} {capital(each.beyond)}" in text
    assert (
        "deleted with everything made of it when you say so, or when no one has looked at it for 30" in text
    )
    assert "unsafe" not in page.headers["content-security-policy"]
    assert 'href="/explorer"' in client.get("/").text


def test_the_script_of_the_page_is_served(client):
    script = client.get("/page_explorer.js")
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert not re.search(r"localStorage|sessionStorage|cookie|innerHTML|https?:", script.text)


def test_a_table_is_decided_and_shown_under_each_law(held):
    client, address = held
    page = client.get(address)
    text = text_of(page)
    changed = "From “Today” to “As amended in 2026 (prospective)”, 2 have another outcome, open included: 0"
    assert f"8 of 9 offences are decided. {changed} from open, 1 to open." in text
    assert "“As amended in 2026 (prospective)” is not known to be in force." in text
    assert "as-amended-2026" not in text
    assert 'label="As amended in 2026 (prospective): outcome"' in page.text
    assert re.search(r"Discharge\s*</th>\s*<td[^>]*><a[^>]*>3</a></td>\s*<td[^>]*><a[^>]*>1</a>", page.text)
    assert "8 rows of the whole table were also determined one by one, by plain reading alone." in text
    assert "s 20(5), entitlement to a retrial: 4,812 of 1,399,680 patterns" in text
    assert "The dates contradict one another 1" in text
    assert f'href="{address}/rows/9">row 9</a>' in section(page, "refused")
    assert "Page 1 of 1, of 9 rows" in text


def test_rows_are_chosen_by_a_filter_and_the_filter_is_removed_by_a_link(held):
    client, address = held
    page = client.get(f"{address}?where=territory%3DRomania&where=today%3A+outcome%3Ddischarge&where=")
    assert "2 of 2 chosen offences are decided." in text_of(page)
    assert "Today: outcome: discharge Remove" in text_of(page)
    links = re.findall(r'href="([^"]*)">Remove', page.text)
    without = client.get(unescape(links[1]))
    assert "of 4 chosen offences are decided." in text_of(without)
    empty = client.get(f"{address}?where=refused%3D&where=deliberately_absent%3D")
    assert "3 of 3 chosen offences are decided." in text_of(empty)


def test_no_row_left_is_shown_as_none(held):
    client, address = held
    page = client.get(f"{address}?where=territory%3DRomania&where=court%3DMilan&by=court")
    assert "0 of 0 chosen offences are decided." in text_of(page)
    assert "nothing to draw" in text_of(page)
    chart = client.get(f"{address}/save/svg?where=territory%3DRomania&where=court%3DMilan")
    assert chart.status_code == 422
    assert "no row is decided, so that there is nothing to draw" in text_of(chart)


def test_a_link_of_the_changes_shows_the_rows_that_change(held):
    client, address = held
    page = client.get(address)
    link = unescape(re.search(r'href="([^"]*)#rows">Show these rows alone', page.text)[1])
    assert "2 of 2 chosen offences are decided." in text_of(client.get(link))


def test_counts_by_one_column_have_a_row_for_each_law_and_bounds(held):
    client, address = held
    counts = section(client.get(f"{address}?by=territory"), "counts")
    assert re.findall(r'scope="rowgroup" rowspan="2"><a[^>]*>(\w+)<', counts) == [
        "Italy",
        "Poland",
        "Romania",
    ]
    assert re.search(r"By territory: how hearings can end, and in brackets the least and the most", counts)
    assert re.search(r"\d+ <span class=\"fine\">\(\d+ to \d+\)</span>", counts)


def test_no_column_is_offered_twice(client):
    text = EXAMPLE.read_text(encoding="utf-8").replace("2024-03-06", "2025-03-06", 1)
    _, page = opened(client, text.encode())
    menu, _ = re.findall(r'<select id="by-.*?</select>', page.text, re.DOTALL)
    labels = re.findall(r"<option[^>]*>([^<]+)", menu)
    assert {"Year of the hearing", "Date of the conduct"} < set(labels)
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("measure", "title", "cells"),
    [
        ("", "Offences", ["4", "0", "0", "0"]),
        ("unknown", "Offences", ["4", "0", "0", "0"]),
        (
            "changed-0",
            "Another outcome from “Today” to “As amended in 2026 (prospective)”",
            ["1", "0", "0", "0"],
        ),
        ("refused", "Refused rows", ["1", "0", "0", "0"]),
    ],
)
def test_counts_by_two_columns_are_crossed(held, measure, title, cells):
    client, address = held
    page = client.get(f"{address}?by=territory&by=court&measure={measure}")
    counts = section(page, "counts")
    assert f"{title}, by territory and court" in counts
    romania = counts[counts.index(">Romania<") :]
    assert re.findall(r'<td class="count">([^<]*)', romania)[:4] == cells


def test_counts_of_an_end_by_two_columns_have_bounds(held):
    client, address = held
    page = client.get(f"{address}?by=territory&by=court&measure=discharge-0")
    assert "Discharge, “Today”, by territory and court" in section(page, "counts")
    assert re.search(r"2 <span class=\"fine\">\(2 to \d\)", section(page, "counts"))


def test_a_choice_that_cannot_be_shown_says_why_and_shows_the_whole_table(held):
    client, address = held
    page = client.get(f"{address}?where=cuort%3DArad&page=0")
    assert "has no column cuort by which rows can be chosen; did you mean court?" in text_of(page)
    assert "8 of 9 offences are decided." in text_of(page)
    page = client.get(f"{address}?by=cuort")
    assert "has no column cuort by which to break it down; did you mean court?" in text_of(page)


def test_rows_come_in_pages(client):
    head = next(csv.DictReader(io.StringIO(EXAMPLE.read_text(encoding="utf-8"))))
    rows = [{**head, "offence": str(number), "case": f"Row {number}"} for number in range(60)]
    address, page = opened(client, csv_of(rows).encode())
    assert f'href="{address}?page=2#rows"' in section(page, "rows")
    third = client.get(f"{address}?page=3")
    assert re.findall(r"/rows/(\d+)", section(third, "rows")) == [str(number) for number in range(51, 61)]
    assert "Rows after" not in section(third, "rows")
    assert f'href="{address}?page=2#rows">Rows before' in section(third, "rows")


def test_the_page_says_how_rows_are_numbered_and_how_many_blank_ones_are_left_out(client):
    numbering = "Rows are numbered from 1, without the head of the table and without blank rows."
    head, first, *others = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    _, page = opened(client, "".join((head, first, "\n", *others)).encode())
    assert f"{numbering} 1 blank row between other rows is left out. A row opens" in text_of(page)
    _, page = opened(client)
    assert f"{numbering} A row opens" in text_of(page)


def test_a_row_opens_with_its_determination_under_each_law_and_as_a_case(held):
    client, address = held
    page = client.get(f"{address}/rows/1")
    assert "Row 1: 1, Row one" in text_of(page)
    links = [unescape(each) for each in re.findall(r'href="([^"]*/note[^"]*)"', page.text)]
    notes = [client.get(each) for each in links]
    assert [re.search(r"Outcome[^.]*", text_of(each)) is not None for each in notes] == [True, True]
    assert all("style-src 'sha256-" in each.headers["content-security-policy"] for each in notes)
    saved = client.get(f"{address}/rows/1/case.yaml")
    case = CaseFile.parse("row-1.yaml", saved.text)
    assert (case.case, case.territory, case.part) == ("Row one", "RO", "1")
    rest = unescape(re.search(r"name=\"rest\" value='([^']*)'", page.text)[1])
    form = client.post("/case", data={"rest": rest, "do": "update"})
    assert "Row one" in form.text


def test_a_refused_row_says_why_and_its_determination_says_what_is_wrong(held):
    client, address = held
    page = client.get(f"{address}/rows/9")
    assert "The table refuses this row: the dates contradict one another." in text_of(page)
    note = client.get(f"{address}/rows/9/note?law=today")
    assert note.status_code == 422
    assert "dates.arrest: is after the hearing" in text_of(note)


@pytest.mark.parametrize(
    "path",
    ["rows/0", "rows/10", "rows/10/note?law=today", "rows/10/case.yaml", "region/1", "save/pdf", "unknown"],
)
def test_what_a_table_does_not_have_is_not_found(held, path):
    client, address = held
    assert client.get(f"{address}/{path}").status_code == 404


def test_a_law_that_the_table_has_not_is_refused(held):
    client, address = held
    page = client.get(f"{address}/rows/1/note?law=merticariu")
    assert page.status_code == 422
    assert "'merticariu' is not a law of this table" in text_of(page)


def test_the_report_on_where_two_laws_part_is_one_link_away(held):
    client, address = held
    page = client.get(f"{address}/region/0")
    assert "Region (support): where “Today” and “As amended in 2026 (prospective)” part" in page.text
    assert "style-src 'sha256-" in page.headers["content-security-policy"]


def test_the_chosen_rows_are_saved_in_every_form(held):
    client, address = held
    chosen = "?where=territory%3DRomania&by=court"
    saved = {
        form: client.get(f"{address}/save/{form}{chosen}") for form in ("csv", "parquet", "xlsx", "html")
    }
    rows = list(csv.DictReader(io.StringIO(saved["csv"].content.decode("utf-8-sig"))))
    assert [row["offence"] for row in rows] == ["1", "2", "8", "9"]
    assert rows[0]["today: outcome"] == "discharge"
    assert pl.read_parquet(io.BytesIO(saved["parquet"].content)).height == 4
    assert pl.read_excel(io.BytesIO(saved["xlsx"].content), sheet_name="Rows").height == 4
    assert "offences.csv (territory=Romania)" in saved["html"].text
    assert "3 rows were also determined one by one" in saved["html"].text
    assert "<summary>Rows 1 to 4 of 4, numbered 1 to 9 in the whole table</summary>" in saved["html"].text
    digest = hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()
    assert f'<th scope="row">Table, offences.csv</th><td><code>{digest}</code>' in saved["html"].text
    names = [each.headers["content-disposition"] for each in saved.values()]
    assert names[0] == 'attachment; filename="offences-explored.csv"'
    chart = client.get(f"{address}/save/svg{chosen}")
    assert (chart.headers["content-type"], chart.content[:4]) == ("image/svg+xml", b"<svg")
    assert client.get(f"{address}/save/png").content.startswith(b"\x89PNG")


def test_a_saved_report_speaks_to_a_reader_of_the_page(held, monkeypatch):
    client, address = held
    monkeypatch.setitem(paper_length.ROWS_ONE_BY_ONE, "html", 2)
    report = client.get(f"{address}/save/html")
    said = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", report.text, flags=re.DOTALL))
    assert "These are the first 2 of 9 rows. A table saved as CSV or Parquet has all of them" in said
    for page in (said, text_of(client.get(address)), text_of(client.get("/explorer"))):
        assert not re.search(r"(?<![\w-])--[a-z]|extradition determine", page)


def test_faults_are_listed_with_row_column_and_nearest_word_and_a_column_can_be_kept(client):
    text = EXAMPLE.read_text(encoding="utf-8").replace("conviction,2010", "convicton,2010", 1)
    address, page = opened(client, text.encode(), keep_also="")
    said = text_of(page)
    assert "The table has faults" in said
    assert re.findall(r'name="keep" value="([^"]*)"', page.text) == ["court"]
    assert "A fault names a row as the file counts it, with the head and blank rows." in said
    assert "Row 1, column 5 court : is not a column of a table" in said
    client.post(address, data={**LAWS, "do": "again", "keep": "court"})
    page = finished(client, address)
    assert "Row 2, column 8 case_type" in text_of(page)
    assert "conviction" in text_of(page)
    assert 'name="keep" value' not in page.text
    assert 'value="court"' in page.text


def test_an_unknown_law_is_a_fault(client):
    _, page = opened(client, law_1="todai")
    assert "'todai' is not a law in laws.yaml; did you mean today?" in text_of(page)


def test_text_of_a_table_is_never_markup(client):
    head = next(csv.DictReader(io.StringIO(EXAMPLE.read_text(encoding="utf-8"))))
    rows = [{**head, "offence": MARKUP, "court": MARKUP}, {**head, "offence": "2", "court": "Arad"}]
    address, page = opened(client, csv_of(rows).encode(), name=f"{MARKUP}.csv")
    for each in (page, client.get(f"{address}?by=court&by=territory"), client.get(f"{address}/rows/1")):
        assert MARKUP not in each.text
        assert "<script>alert" not in each.text
    assert "onerror=alert(2)&gt;" in client.get(f"{address}/rows/1").text


def test_a_table_comes_as_a_sheet_too(client, tmp_path):
    rows = list(csv.reader(io.StringIO(EXAMPLE.read_text(encoding="utf-8"))))
    path = write_sheet(tmp_path / "offences.xlsx", rows[0], rows[1:])
    _, page = opened(client, path.read_bytes(), name="C:\\cases\\offences.xlsx")
    assert "offences.xlsx: 9 rows under 2 laws" in text_of(page)


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "no table was chosen"), ("cases.pdf", "cases.pdf is no table: its name must end in")],
)
def test_what_is_no_table_is_not_taken(client, app, name, said):
    answer = send(client, b"%PDF", name) if name else client.post("/explorer", data=LAWS)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert app.state.explorations.has_room


def test_what_is_no_form_is_not_taken(client, app):
    content = {"content": b"bad", "headers": {"Content-Type": "multipart/form-data"}}
    assert client.post("/explorer", **content).status_code == 400
    address, _ = opened(client)
    assert client.post(address, **content).status_code == 303
    assert client.post(f"{address}/draft", **content).status_code == 404


@pytest.mark.parametrize(
    ("module", "limit", "value", "said"),
    [
        (explored_table, "MOST_TABLE_ROWS", 8, "has 9 rows; the limit is 8"),
        (explored_table, "MOST_TABLE_COLUMNS", 5, "has 15 columns; the limit is 5"),
        (sent_table, "MOST_TABLE_BYTES", 100, "bytes; the limit is 100"),
    ],
)
def test_a_table_above_a_limit_is_refused_before_it_is_read(client, monkeypatch, module, limit, value, said):
    monkeypatch.setattr(module, limit, value)
    _, page = opened(client)
    assert said in text_of(page)


def test_a_workbook_that_is_too_large_once_unpacked_is_refused(client, monkeypatch, tmp_path):
    monkeypatch.setattr(sent_table, "MOST_UNPACKED_BYTES", 1_000)
    path = write_sheet(tmp_path / "offences.xlsx", ["territory"], [["RO"]])
    _, page = opened(client, path.read_bytes(), name="offences.xlsx")
    assert "bytes once it is unpacked; the limit is 1,000" in text_of(page)


def test_a_body_above_the_limit_is_refused_and_nothing_is_kept(client, app, monkeypatch):
    monkeypatch.setattr(explorer_answers, "MOST_TABLE_BYTES", 100)
    answer = send(client)
    assert (answer.status_code, "has more than 100 bytes" in text_of(answer)) == (422, True)
    assert app.state.explorations.has_room


def test_a_body_that_says_no_size_is_read_as_far_as_the_limit(in_process, monkeypatch):
    monkeypatch.setattr(web_app, "MOST_TABLE_BYTES", 100)
    app = application(BOOK, engine="plain")
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    body = (head, *(bytes(200_000) for _ in range(6)))
    answer = Asked(app).post("/explorer", content=body, headers=MULTIPART)
    assert (answer.status_code, answer.headers["connection"]) == (413, "close")
    assert "larger than 32 MiB" in text_of(answer)
    assert not app.state.explorations._held


def test_a_body_that_stops_coming_is_given_up(app, monkeypatch):
    app_of = application(BOOK, engine="plain", most_seconds=0.05)

    async def slow():
        yield b'--x\r\nContent-Disposition: form-data; name="law_1"\r\n\r\n'
        await asyncio.sleep(1)
        yield b"today"

    class Slow(Asked):
        def _coming(self, content):
            return slow() if content else None

    answer = Slow(app_of).post("/explorer", content=b"x", headers=MULTIPART)
    assert answer.status_code == 408
    assert "did not arrive in time" in text_of(answer)


def test_as_many_tables_are_held_as_the_limit_says_and_one_more_when_one_is_deleted(client, app, monkeypatch):
    monkeypatch.setattr(explorations, "MOST_TABLES", 1)
    address, _ = opened(client)
    assert "holds 4 tables, and no more at once" in text_of(client.get("/explorer"))
    refused = send(client)
    assert refused.status_code == 503
    (held,) = app.state.explorations._held.values()
    assert held.folder.is_dir()
    deleted = client.post(address, data={"do": "delete"})
    assert "The table is deleted, with everything that was made of it." in text_of(deleted)
    assert not held.folder.exists()
    assert client.get(address).status_code == 404
    assert send(client).status_code == 303


def test_work_is_cancelled_and_begun_again(client, app, in_process, monkeypatch):
    monkeypatch.setattr(in_process, "waits_at", "decide")
    address = send(client).headers["location"]
    for _ in range(1_000):
        page = client.get(address)
        if 'aria-current="step">Check every cell' in page.text:
            break
        time.sleep(0.005)
    assert "Read the table (9 rows): done" in text_of(page)
    client.post(address, data={"do": "cancel"})
    page = client.get(address)
    assert "The work was cancelled" in text_of(page)
    assert client.get(f"{address}/rows/1").status_code == 503
    in_process.waits_at = None
    client.post(address, data={**LAWS, "do": "again", "keep_also": "court"})
    page = finished(client, address)
    assert "8 of 9 offences are decided" in text_of(page)
    assert client.post(address, data={"do": "cancel"}).status_code == 303
    assert "8 of 9 offences are decided" in text_of(client.get(address))


def test_work_is_cancelled_while_its_faults_are_gathered(client, in_process, monkeypatch):
    monkeypatch.setattr(in_process, "waits_at", "without_meaning")
    address = send(client, keep_also="").headers["location"]
    for _ in range(1_000):
        if 'aria-current="step">Check every cell' in client.get(address).text:
            break
        time.sleep(0.005)
    client.post(address, data={"do": "cancel"})
    assert "The work was cancelled" in text_of(client.get(address))


def test_columns_that_are_found_after_the_work_was_cancelled_change_nothing(monkeypatch, tmp_path):
    begun = []

    class Unanswered:
        def __init__(self, *_):
            pass

        def begin(self, item):
            begun.append((item[0], Future()))
            return begun[-1][1]

        def close(self):
            pass

    monkeypatch.setattr(exploration, "Workers", Unanswered)
    made = exploration.Exploration("key", tmp_path, RuleBooks(BOOK), "plain")
    made.begin(made.settings)
    begun[0][1].set_result(SourceError([Problem(None, "a", "is no column")]))
    made.cancel()
    begun[1][1].set_result(("a",))
    assert [name for name, _ in begun] == ["read", "without_meaning"]
    assert made.progress == exploration.Progress("cancelled")


def test_a_row_whose_case_file_cannot_be_written_says_why(client):
    head = next(csv.DictReader(io.StringIO(EXAMPLE.read_text(encoding="utf-8"))))
    address, _ = opened(client, csv_of([{**head, "case": "Right\u202eleft"}]).encode())
    page = client.get(f"{address}/rows/1")
    assert "Its case file cannot be written" in text_of(page)
    assert "case: has the unseen character U+202E" in text_of(page)
    assert client.get(f"{address}/rows/1/case.yaml").status_code == 404
    assert client.get(f"{address}/rows/1/note?law=today").status_code == 200


def test_work_that_takes_too_long_is_ended(client, app, in_process, monkeypatch):
    monkeypatch.setattr(in_process, "waits_at", "decide")
    monkeypatch.setattr(exploration, "MOST_TABLE_WORK_SECONDS", 0)
    address = send(client).headers["location"]
    page = client.get(address)
    assert "The work took longer than the limit" in text_of(page)


def test_an_answer_that_takes_too_long_is_ended(client, app, in_process, monkeypatch):
    address, _ = opened(client)
    monkeypatch.setattr(in_process, "waits_at", "row")
    monkeypatch.setattr(exploration, "MOST_TABLE_ANSWER_SECONDS", 0.01)
    page = client.get(f"{address}/rows/1")
    assert page.status_code == 503
    assert "This took longer than 30 seconds" in text_of(page)


def test_a_process_that_ends_is_said_to_have_ended(client, app, in_process):
    address, _ = opened(client)
    (held,) = app.state.explorations._held.values()
    held._workers._answer = lambda item: Lost("ValueError at x.py:1" if item[0] == "row" else None)
    assert "gave no answer" in text_of(client.get(f"{address}/rows/1"))
    assert client.get(address).status_code == 503
    assert "The work ended without an answer" in text_of(client.get(address))


def test_a_process_that_ends_at_work_is_said_to_have_ended(client, monkeypatch):
    monkeypatch.setattr(explored_table.ExploredTable, "decide", lambda self: Lost(None))
    _, page = opened(client)
    assert "The work ended without an answer" in text_of(page)


def test_a_difference_from_determine_stops_the_work(client, monkeypatch):
    def differs(self):
        raise EngineError("row 1: the columns differ. No outcome is given.")

    monkeypatch.setattr(explored_table.ExploredTable, "check", differs)
    _, page = opened(client)
    assert "No outcome is given." in text_of(page)


def test_a_table_that_no_one_looks_at_is_deleted(in_process, monkeypatch):
    monkeypatch.setattr(explorations, "_SWEEP_SECONDS", 0.01)
    held = Explorations(RuleBooks(BOOK), "plain", idle_seconds=0.05)
    made = held.new()
    for _ in range(1_000):
        if not made.folder.exists():
            break
        time.sleep(0.005)
    assert not made.folder.exists()
    assert held.find(made.key) is None
    held.close()


def test_only_tables_of_the_folder_of_the_operator_can_be_named(in_process, tmp_path):
    folder = tmp_path / "tables"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026/offences.csv").write_bytes(EXAMPLE.read_bytes())
    (folder / "notes.txt").write_text("no table")
    (tmp_path / "secret.csv").write_bytes(EXAMPLE.read_bytes())
    (folder / "link.csv").symlink_to(tmp_path / "secret.csv")
    app = application(BOOK, engine="plain", tables=folder)
    client = Asked(app)
    assert re.findall(r'<option value="([^"]*csv)"', client.get("/explorer").text) == ["2026/offences.csv"]
    for name in ("../secret.csv", "link.csv", str(tmp_path / "secret.csv")):
        assert client.post("/explorer", data={**LAWS, "table": name}).status_code == 422
    answer = client.post("/explorer", data={**LAWS, "table": "2026/offences.csv", "keep_also": "court"})
    page = finished(client, answer.headers["location"])
    assert "offences.csv: 9 rows under 2 laws" in text_of(page), text_of(page)
    client.post(answer.headers["location"], data={"do": "delete"})
    assert (folder / "2026/offences.csv").exists()
    app.state.explorations.close()


def test_without_a_folder_no_table_can_be_named(client):
    assert tables_in(None, lambda path: True, 9) == ()
    assert client.post("/explorer", data={**LAWS, "table": "offences.csv"}).status_code == 422


def test_the_name_of_a_table_loses_its_folders_and_marks():
    assert [shown_name(each) for each in ("/etc/passwd", "a\\b.csv", "\u202e")] == [
        "passwd",
        "b.csv",
        "table",
    ]


DRAFT = {
    "version": "s20-5-merticariu",
    "law": "today",
    "title": "A finding of a court is enough",
    "author": 'A "policy" officer: <team>',
    "summary": "A finding of a court suffices.",
    "retrial_right.if_court_finds_no_deliberate_absence": "yes",
    "twin": "yes",
}


def test_the_editor_shows_the_answers_of_one_version_and_marks_those_that_moved(held):
    client, address = held
    start = client.get(f"{address}/draft")
    assert "s 20(5), from 6 March 2024" in text_of(start)
    assert 'name="title"' not in start.text
    page = client.get(f"{address}/draft?version=s20-5-merticariu")
    name = "retrial_right.if_court_finds_no_deliberate_absence"
    assert re.findall(rf'name="{name}" value="(\w+)"( checked)?', page.text) == [
        *(("yes", ""), ("no", " checked"), ("decider", ""))
    ]
    assert "Change s 85(5), its twin, in the same way" in text_of(page)
    alone = "a doubt about the retrial; a later decision on the sentence"
    assert f"Not changed here, because no answer decides alone: {alone}." in text_of(page)


def test_a_draft_is_checked_and_its_effect_is_shown(held):
    client, address = held
    page = client.post(f"{address}/draft", data={**DRAFT, "do": "check"})
    text = text_of(page)
    assert page.status_code == 200
    assert "The draft has no fault" in text
    assert "From no to yes: 16 patterns" in text
    assert "A court there must first find that the person was not deliberately absent (moved)" in text


def test_a_draft_that_changes_nothing_or_has_no_author_has_faults(held):
    client, address = held
    page = client.post(f"{address}/draft", data={"version": "s20-5-merticariu", "do": "run"})
    assert page.status_code == 422
    for said in ("title : is required", "author : is required", "no answer is moved"):
        assert said in text_of(page)
    unfit = {f"minimum_retrial_rights.{answer}": "no" for answer in ("yes", "no")}
    page = client.post(f"{address}/draft", data={**DRAFT, **unfit, "do": "check"})
    assert "leaves no answer in the test of" in text_of(page)
    assert client.post(f"{address}/draft", data={**DRAFT, "version": "unknown"}).status_code == 404


def test_a_draft_is_saved_as_the_file_that_the_command_reads(held):
    client, address = held
    saved = client.post(f"{address}/draft", data={**DRAFT, "do": "save"})
    assert (
        saved.headers["content-disposition"] == 'attachment; filename="a-finding-of-a-court-is-enough.yaml"'
    )
    draft = Draft.parse("draft.yaml", saved.text)
    assert draft.file.author == DRAFT["author"]
    example = Draft.load("docs/tasks/draft-a-law.yaml")
    assert [each.tests[0].add for each in draft.file.changes] == [
        each.tests[0].add for each in example.file.changes
    ]
    assert parse("draft.yaml", saved.text).content["law"] == "today"


def test_the_table_is_run_with_the_draft_as_another_law(client):
    address, _ = opened(client)
    answer = client.post(f"{address}/draft", data={**DRAFT, "do": "run"})
    assert answer.headers["location"] == address
    page = finished(client, address)
    text = text_of(page)
    assert "under 3 laws" in text
    assert "Draft, not law: A finding of a court is enough" in text
    assert "“Draft, not law: A finding of a court is enough” is a draft, and not law." in text
    draft = "From “As amended in 2026 (prospective)” to “Today”, 2 have another outcome, open included: 1"
    assert f"{draft} from open, 0 to open." in text
    assert "From “Today” to “Draft, not law: A finding of a court is enough”, 1 has another outcome." in text
    assert "Draft, not law" in text_of(client.get(f"{address}/rows/1"))
    assert "Region (support)" in client.get(f"{address}/region/1").text


def test_an_id_that_is_taken_gets_a_number(held):
    client, address = held
    taken = {**DRAFT, "title": "Merticariu", "do": "save"}
    text = client.post(f"{address}/draft", data=taken).text
    assert "id: merticariu-2\n" in text
    assert "id: s20-5-merticariu-2\n" in text


def test_an_audit_record_has_each_table_that_is_sent_and_without_it_nothing_is_decided(in_process):
    class Record:
        fails = False
        entries = ()

        def add(self, entry):
            if self.fails:
                raise NotRecordedError
            self.entries = (*self.entries, entry)

        def check(self):
            """Nothing to check."""

    record = Record()
    app = application(BOOK, engine="plain", audit=Audit(record, None))
    client = Asked(app)
    opened(client)
    (entry,) = record.entries
    assert (entry.route, entry.status) == ("/explorer", 303)
    record.fails = True
    assert send(client).status_code == 503
    app.state.explorations.close()


def test_without_the_packages_for_tables_the_page_says_so(client, monkeypatch):
    monkeypatch.setattr(explorer_answers, "find_spec", lambda name: None)
    page = client.get("/explorer")
    assert page.status_code == 503
    assert "extra “cohort”" in text_of(page)


def test_a_table_is_decided_in_a_process_of_its_own():
    app = application(BOOK, engine="plain")
    client = Asked(app)
    address, page = opened(client)
    assert "8 of 9 offences are decided" in text_of(page)
    (held,) = app.state.explorations._held.values()
    app.state.explorations.close()
    assert not held.folder.exists()
    assert client.get(address).status_code == 404
