"""The audit record: what an entry says, that none is changed, and that no answer leaves without one."""

import asyncio
import datetime as dt
import hashlib
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest
import sqlalchemy
from asked import Asked
from controls import posted
from strategies import BOOK, ROOT
from test_page import FORM

from extradition import MissingExtraError, RuleBook, SourceError, cli, web
from extradition.hearing import made_by
from extradition.source import MOST_BYTES, read
from extradition.web import application
from extradition.web.audit.audited import Audited, NotRecordedError
from extradition.web.audit.database import AuditDatabase
from extradition.web.audit.recording import MOST_NAME_BYTES, Audit
from extradition.web.service import heard_cases
from extradition.web.service.batch import LINES

MARKER = "Marmaduke"
CASE = {**read(ROOT / "examples/merticariu/case.yaml").content, "case": MARKER, "notes": [MARKER]}
BODY = json.dumps({"case_file": CASE}).encode()
JSON = {"content-type": "application/json"}
NAMED = {"x-asked-by": "CN=A Lawyer,O=Somewhere"}
ENTRY = Audited(dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC), "A Lawyer", "/x", 200, "a", None, "b", "c")
COLUMNS = ["number", "at_utc", "asked_by", "route", "status", "asked_sha256", "answered_sha256"]
COLUMNS += ["rule_book", "made_by"]


class Full:
    """A record that cannot be written."""

    def add(self, entry):
        raise NotRecordedError from OSError(f"{MARKER}: {entry}")

    def examine(self):
        raise NotRecordedError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "audit.db"


@pytest.fixture
def record(path):
    with closing(AuditDatabase(str(path))) as made:
        yield made


def asked_of(record, trusted="X-Asked-By"):
    return Asked(application(BOOK, engine="plain", audit=Audit(record, trusted)))


def entries(path):
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        found = [dict(each) for each in connection.execute("SELECT * FROM audit_record ORDER BY number")]
    connection.close()
    return found


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def kind_of(answer):
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def test_an_entry_says_who_asked_and_nothing_of_the_case(path, record):
    before = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    client = asked_of(record)
    answer = client.post("/determinations?format=md", content=BODY, headers=JSON | NAMED)
    assert MARKER in answer.text
    (entry,) = entries(path)
    assert before <= dt.datetime.fromisoformat(entry.pop("at_utc")) <= before + dt.timedelta(minutes=5)
    assert entry == {
        "number": 1,
        "asked_by": "CN=A Lawyer,O=Somewhere",
        "route": "/determinations",
        "status": 200,
        "asked_sha256": sha256(BODY),
        "answered_sha256": sha256(answer.content),
        "rule_book": BOOK.digest,
        "made_by": made_by(),
    }
    assert MARKER.encode() not in path.read_bytes()


def test_an_entry_has_the_rule_book_that_was_applied(path, record):
    example = ROOT / "examples/international_policing/letter_of_request/case_yes.yaml"
    other, client = RuleBook.load_named("international-policing"), asked_of(record)
    body = {"case_file": read(example).content}
    answer = client.post("/v1/determinations", json=body, headers=NAMED)
    assert answer.headers["rule-book"] == other.digest
    client.post("/v1/comparisons", json={"case_files": [body["case_file"]]}, headers=NAMED)
    lines = json.dumps({"id": "a", **body}).encode()
    client.post("/v1/batch", content=lines, headers={"content-type": LINES} | NAMED)
    for do in ("/case", "/case/check", "/case/save/yaml", "/case/save/md"):
        fields = posted(client.get("/case?example=letter_of_request_yes").text)
        client.post(do, content=urlencode(fields), headers=FORM | NAMED)
    client.post("/v1/determinations", content=BODY, headers=JSON | NAMED)
    kept = entries(path)
    assert [(each["status"], each["rule_book"]) for each in kept[:-1]] == [(200, other.digest)] * 7
    assert kept[-1]["rule_book"] == BOOK.digest


def test_a_request_that_is_refused_is_recorded_as_well(path, record):
    client = asked_of(record)
    bad = client.post(f"/determinations?{MARKER}", content=BODY, headers=JSON | NAMED)
    lost = client.post(f"/{MARKER}", content=BODY, headers=JSON | NAMED)
    assert [(each["route"], each["status"]) for each in entries(path)] == [
        ("/determinations", 422),
        ("(unknown path)", 404),
    ]
    assert [each["answered_sha256"] for each in entries(path)] == [sha256(bad.content), sha256(lost.content)]
    assert MARKER.encode() not in path.read_bytes()


def test_a_failure_of_the_service_is_recorded(path, record, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError(MARKER)

    monkeypatch.setattr(heard_cases, "hear", fail)
    answer = asked_of(record).post("/determinations", content=BODY, headers=JSON | NAMED)
    assert kind_of(answer) == (500, "unforeseen")
    (entry,) = entries(path)
    assert (entry["status"], entry["answered_sha256"]) == (500, None)


def test_what_holds_no_case_is_not_recorded(path, record):
    client = asked_of(record)
    assert [client.get(each).status_code for each in ("/", "/laws", "/health", "/ready")] == [200] * 4
    assert (
        client.post("/determinations", content=BODY, headers=JSON | NAMED | {"host": "x"}).status_code == 400
    )
    assert entries(path) == []


@pytest.mark.parametrize(
    ("path_asked", "body", "headers", "status"),
    [
        ("determinations", b"{", JSON, 400),
        ("determinations", BODY, {"content-type": "text/plain"}, 415),
        ("laws", BODY, JSON, 405),
    ],
)
def test_a_request_that_is_read_is_recorded_whatever_its_answer(
    path, record, path_asked, body, headers, status
):
    answer = asked_of(record).post(f"/v1/{path_asked}", content=body, headers=headers | NAMED)
    (entry,) = entries(path)
    assert (answer.status_code, entry["status"]) == (status, status)
    assert (entry["asked_sha256"], entry["answered_sha256"]) == (sha256(body), sha256(answer.content))


@pytest.mark.parametrize(
    ("path_asked", "body", "headers", "status"),
    [
        ("determinations", BODY, JSON | {"origin": "https://other.example"}, 403),
        ("determinations", BODY, JSON | {"content-encoding": "gzip"}, 415),
        ("determinations", b" " * (MOST_BYTES + 1), JSON, 413),
        ("batch", BODY, JSON, 415),
        ("batch?detail=every", BODY, {"content-type": LINES}, 422),
    ],
)
def test_a_request_that_is_refused_before_it_is_read_is_not_recorded(
    path, record, path_asked, body, headers, status
):
    answer = asked_of(record).post(f"/v1/{path_asked}", content=body, headers=headers | NAMED)
    assert answer.status_code == status
    assert entries(path) == []


def test_each_hash_is_that_of_the_commands_of_the_page(path, record, tmp_path):
    page = (ROOT / "docs/deployment.md").read_text(encoding="utf-8").partition("### To check a hash")[2]
    client = asked_of(record)
    line = json.dumps({"id": "{}", "case_file": CASE}).encode()
    too_long = b" " * MOST_BYTES + b"{}"
    lines = [line.replace(b"{}", b"a"), b"{\r", line.replace(b"{}", b"c"), b"", too_long, line]
    sent = {"asked.json": BODY, "asked.ndjson": b"\n".join(lines)}
    for name, route, kind in (("json", "determinations", JSON), ("ndjson", "batch", {"content-type": LINES})):
        answer = client.post(f"/v1/{route}", content=sent[f"asked.{name}"], headers=kind | NAMED)
        sent[f"answered.{name}"] = answer.content
    for name, content in sent.items():
        (tmp_path / name).write_bytes(content)
    script = page.partition("```sh\n")[2].partition("```")[0]
    ran = subprocess.run(  # noqa: S603  our own page
        ["/bin/sh", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    alone, first, second, third, last = entries(path)
    hashes = [each[column] for each in (alone, third) for column in ("asked_sha256", "answered_sha256")]
    assert [printed.split()[0] for printed in ran.stdout.splitlines()] == hashes
    assert [each["status"] for each in (first, second, third, last)] == [200, 400, 200, 200]
    assert [each["asked_sha256"] for each in (first, second, third, last)] == [
        sha256(lines[number]) for number in (0, 1, 2, 5)
    ]
    statuses = [json.loads(each)["status"] for each in sent["answered.ndjson"].splitlines()]
    assert statuses == [200, 400, 200, 413, 200]


@pytest.mark.parametrize(
    "named",
    [
        [],
        [("x-asked-by", "")],
        [("x-asked-by", "A"), ("X-Asked-By", "B")],
        [("x-asked-by", b"\xff")],
        [("x-asked-by", "a\tb")],
        [("x-asked-by", "a" * (MOST_NAME_BYTES + 1))],
        [("x-asked-for", "A Lawyer")],
    ],
    ids=["none", "empty", "two", "no text", "a tab", "too long", "another header"],
)
def test_a_request_that_names_no_one_user_is_refused(path, record, named):
    answer = asked_of(record).post("/determinations", content=BODY, headers=[*JSON.items(), *named])
    assert kind_of(answer) == (403, "unnamed")
    assert entries(path) == []


def test_a_header_that_is_not_trusted_gives_no_name(path, record):
    client = asked_of(record, trusted=None)
    assert client.post("/determinations", content=BODY, headers=JSON | NAMED).status_code == 200
    assert [each["asked_by"] for each in entries(path)] == [None]


def test_a_name_may_have_letters_of_every_language(path, record):
    client = asked_of(record)
    client.post("/determinations", content=BODY, headers=JSON | {"x-asked-by": "Zoë Łukasz".encode()})
    assert [each["asked_by"] for each in entries(path)] == ["Zoë Łukasz"]


def test_an_answer_that_cannot_be_recorded_is_withheld(caplog, monkeypatch):
    client = asked_of(Full())
    answer = client.post("/determinations", content=BODY, headers=JSON | NAMED)
    assert kind_of(answer) == (503, "not-recorded")
    assert kind_of(client.get("/ready")) == (503, "not-ready")
    assert client.get("/health").status_code == 200

    def fail(*_, **__):
        raise RuntimeError(MARKER)

    monkeypatch.setattr(heard_cases, "hear", fail)
    assert kind_of(client.post("/determinations", content=BODY, headers=JSON | NAMED)) == (500, "unforeseen")
    assert [each.message.partition(" at ")[0] for each in caplog.records if each.levelname == "ERROR"] == [
        *("OSError", "NotRecordedError", "OSError", "RuntimeError")
    ]
    assert MARKER not in caplog.text


def test_a_request_whose_client_left_is_recorded_without_an_answer(path, record):
    async def left(_scope, _receive, _send):
        pass

    async def receive():
        return {"type": "http.request", "body": b"asked"}

    recording = web.app.Recording(left, entries=web.app.Entries(Audit(record), "", ""), routes=())
    asyncio.run(recording({"type": "http", "method": "POST", "path": "/", "headers": []}, receive, None))
    (entry,) = entries(path)
    assert (entry["status"], entry["answered_sha256"]) == (499, None)


def test_readiness_without_a_record_is_that_the_service_answers():
    answer = Asked(application(BOOK, engine="plain")).get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


def test_other_messages_pass_through(record):
    passed = []

    async def app(scope, receive, send):
        passed.append(scope["type"])

    recording = web.app.Recording(app, entries=web.app.Entries(Audit(record), "", ""), routes=())
    asyncio.run(recording({"type": "lifespan"}, None, None))
    assert passed == ["lifespan"]


def test_the_description_says_that_a_user_must_be_named(record):
    described = asked_of(record, "X-Asked-By").get("/openapi.json").json()["paths"]
    assert "403" in described["/v1/determinations"]["post"]["responses"]
    assert "403" not in described["/ready"]["get"]["responses"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_record SET asked_by = 'Another'",
        "DELETE FROM audit_record",
        "INSERT OR REPLACE INTO audit_record SELECT * FROM audit_record",
    ],
)
def test_no_entry_is_changed_or_removed(path, record, change):
    record.add(ENTRY)
    kept = entries(path)
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(change)
    connection.close()
    assert entries(path) == kept
    assert list(kept[0]) == COLUMNS


def test_a_record_goes_on_where_it_ended(path, record):
    record.add(ENTRY)
    record.examine()
    with closing(AuditDatabase(f"sqlite:///{path}")) as again:
        again.add(ENTRY)
    assert [(each["number"], each["at_utc"]) for each in entries(path)] == [
        (1, "2026-11-28 12:00:00.000000"),
        (2, "2026-11-28 12:00:00.000000"),
    ]


def test_only_its_owner_reads_a_new_record(path, record):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_record_whose_table_is_gone_says_so(path, record):
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE audit_record")
    connection.close()
    for call in (record.examine, lambda: record.add(ENTRY)):
        with pytest.raises(NotRecordedError):
            call()


def test_several_services_may_open_one_new_record_at_once(path):
    with ThreadPoolExecutor(4) as threads:
        opened = [*threads.map(AuditDatabase, [str(path)] * 4)]
    for each in opened:
        each.add(ENTRY)
        each.close()
    assert len(entries(path)) == 4


def refused(url):
    with pytest.raises(SourceError) as raised:
        AuditDatabase(str(url))
    return str(raised.value)


def test_where_no_record_can_be_kept(tmp_path, path):
    assert refused(tmp_path / "nowhere/audit.db") == "--audit: cannot be opened: no such file or directory"
    assert refused("sqlite://") == "--audit: names no file; a record in memory would be lost"
    assert refused("mysql://x:secret@y/z") == (
        "--audit: is a URL of mysql; the record is kept in SQLite or PostgreSQL"
    )
    assert refused("://secret") == "--audit: is not the URL of a database"
    assert refused("postgres://x:secret@y/z") == (
        "--audit: is a URL of postgres; the record is kept in SQLite or PostgreSQL; did you mean postgresql?"
    )
    assert refused("postgresql://x:secret@127.0.0.1:1/z") == "--audit: cannot be opened: Connection refused"
    nowhere = refused("postgresql://x:invalid@nowhere.invalid/z")
    assert nowhere.startswith("--audit: cannot be opened: failed to resolve host 'nowhere.***'")
    path.write_text("not a database, and longer than its head would be" * 10, encoding="utf-8")
    assert refused(path) == "--audit: cannot be opened: file is not a database"
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE audit_record (number INTEGER)")
    connection.close()
    assert refused(path) == "--audit: has a table audit_record with other columns; name a new database"


def test_a_record_that_cannot_be_written_is_refused_at_the_start(path, record, monkeypatch):
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TRIGGER x BEFORE INSERT ON audit_record BEGIN SELECT RAISE(ABORT, 'no more'); END"
        )
    connection.close()
    assert refused(path) == "--audit: cannot be written"


def test_a_url_of_postgresql_is_reached_with_its_driver(monkeypatch):
    made = []

    def create_engine(url, **_):
        made.append(url.drivername)
        raise ModuleNotFoundError

    monkeypatch.setattr(sqlalchemy, "create_engine", create_engine)
    for url in ("postgresql://x/y", "postgresql+psycopg://x/y"):
        with pytest.raises(MissingExtraError, match=r"pip install 'extradition\[postgresql\]'"):
            AuditDatabase(url)
    assert made == ["postgresql+psycopg"] * 2


@pytest.fixture
def postgresql():
    """The URL of a PostgreSQL server that a user without rights runs on a socket in a folder."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}

    def run(program, *arguments):
        subprocess.run(  # noqa: S603  Debian's own programs
            [programs / program, *arguments], check=True, cwd=home, stdout=subprocess.DEVNULL, **user
        )

    with tempfile.TemporaryDirectory(dir="/tmp") as home:  # short, as the path of a socket must be
        if user:
            shutil.chown(home, "postgres")
        run("initdb", "--pgdata=data", "--no-sync", "--auth=trust", "--username=owner", "--encoding=UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={home} -c fsync=off -c shared_buffers=1MB"
        run("pg_ctl", "--pgdata=data", "--wait", "--silent", "--log=log", f"--options={options}", "start")
        try:
            yield f"postgresql://owner@/postgres?host={home}"
        finally:
            run("pg_ctl", "--pgdata=data", "--mode=immediate", "--silent", "stop")


def test_the_record_may_be_kept_in_postgresql(postgresql):
    with closing(AuditDatabase(postgresql)) as record:
        client = asked_of(record)
        assert client.get("/ready").status_code == 200
        answer = client.post("/determinations", content=BODY, headers=JSON | NAMED)
    with closing(AuditDatabase(postgresql)) as again:
        again.add(ENTRY)
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE ROLE service LOGIN; GRANT INSERT, SELECT ON audit_record TO service")
    with closing(AuditDatabase(postgresql.replace("owner@", "service@"))) as with_few_rights:
        with_few_rights.add(ENTRY)
    with psycopg.connect(postgresql, autocommit=True) as connection:
        rows = connection.execute("SELECT * FROM audit_record ORDER BY number").fetchall()
        assert [row[0] for row in rows] == [1, 2, 3]
        assert rows[0][2:7] == (
            NAMED["x-asked-by"],
            "/determinations",
            200,
            sha256(BODY),
            sha256(answer.content),
        )
        assert rows[1][1] == dt.datetime(2026, 11, 28, 12)  # noqa: DTZ001  the column is in UTC
        for change in (
            "UPDATE audit_record SET status = 0",
            "DELETE FROM audit_record",
            "TRUNCATE audit_record",
        ):
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                connection.execute(change)


def test_the_command_keeps_a_record_if_asked(path, monkeypatch):
    made = []
    monkeypatch.setattr(web, "serve", lambda app, *_: made.append(app))
    options = ["serve", "--engine", "plain", "--audit", str(path), "--trust-header", "X-Asked-By"]
    assert cli.main(options) == 0
    Asked(made[0]).post("/determinations", content=BODY, headers=JSON | NAMED)
    made[0].state.close()
    assert [each["asked_by"] for each in entries(path)] == [NAMED["x-asked-by"]]


def test_a_header_is_trusted_for_a_record_alone(capsys):
    assert cli.main(["serve", "--engine", "plain", "--trust-header", "X-Asked-By"]) == 2
    assert capsys.readouterr().err == "--trust-header: has no effect without --audit\n"
    with pytest.raises(SystemExit, match="2"):
        cli.main(["serve", "--audit", "x", "--trust-header", "X Asked"])
    assert "'X Asked' is not the name of a header" in capsys.readouterr().err
    for name in ("Host", "content-type"):
        with pytest.raises(SystemExit, match="2"):
            cli.main(["serve", "--audit", "x", "--trust-header", name])
        assert (
            f"{name!r} is a header of every client; name the one in which the proxy"
            in capsys.readouterr().err
        )


def test_without_its_extra_the_command_says_what_to_install(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "extradition.web.audit.database")
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    assert cli.main(["serve", "--engine", "plain", "--audit", "x"]) == 2
    assert capsys.readouterr().err == (
        "extradition: the audit record needs more than the plain install: pip install 'extradition[audit]'\n"
    )
