"""``extradition serve``: a real server on this machine, its address, its signals, and what it writes while
it is asked.
"""

import contextlib
import http.client
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import types
from functools import partial
from pathlib import Path

import httpx
import pytest
from connections import taken
from strategies import BOOK, ROOT

from extradition import CaseFile, cli, determine, render, web
from extradition.source import MOST_BYTES, read
from extradition.web import server
from extradition.web.limits import MOST_HEAD_BYTES
from extradition.web.server import address_of, is_own

get, post = (
    partial(httpx.get, timeout=60),
    partial(httpx.post, timeout=60),
)  # a busy machine starts a worker slowly
MARKER = "Marmaduke"
CASE = read(ROOT / "examples/merticariu/case.yaml").content
FAILING = f"""
from extradition.web.service import api
def fail(*args, **more):
    raise RuntimeError("{MARKER}")
api.compare = fail
"""
"""What each process of the service runs first."""

EVERYWHERE = "0.0.0.0"  # noqa: S104  the tests listen nowhere: they look at what a server would do


@contextlib.contextmanager
def served(*command):
    """A server in a process of its own: its address, and the process."""
    process = subprocess.Popen(  # noqa: S603  our own command
        [sys.executable, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        line = process.stdout.readline()
        yield line.removeprefix("Listening on ").removesuffix(" until interrupted.\n"), process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_interrupted(number):
    with served("-m", "extradition", "serve", "--port", "0", "--engine", "plain") as (address, process):
        assert get(f"{address}/health").json()["engine"] == "plain"
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert [line.split(" ", 3)[3].rsplit(" ", 2)[0] for line in err.splitlines()] == ["GET /health 200"]


def test_nothing_of_a_case_is_logged(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(FAILING)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", ""))))
    marked = {**CASE, "case": MARKER, "notes": [MARKER]}
    with served("-m", "extradition", "serve", "--port", "0", "--workers", "1") as (address, process):
        said = {"content-type": "application/json"}
        good = post(f"{address}/determinations?format=md", json={"case_file": marked})
        bad = post(
            f"{address}/determinations?{MARKER}={MARKER}",
            json={"case_file": {**marked, MARKER: MARKER, "territory": MARKER}},
        )
        unread = post(f"{address}/determinations", content=f'{{"{MARKER}": "{MARKER}', headers=said)
        crashed = post(f"{address}/comparisons", json={"case_files": [marked], "laws": [MARKER, MARKER]})
        lost = get(f"{address}/{MARKER}?{MARKER}#{MARKER}", headers={MARKER: MARKER})
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as plain:
            plain.sendall(f"{MARKER} {MARKER}\r\n\r\n".encode())
            broken = plain.recv(100)
        with socket.create_connection((host, int(port))) as plain:  # goes away in the middle of its body
            head = f"POST /determinations HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100\r\n\r\n"
            plain.sendall(f'{head}{{"{MARKER}"'.encode())
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert [answer.status_code for answer in (good, bad, unread, crashed, lost)] == [200, 422, 400, 500, 404]
    assert MARKER in good.text
    assert broken.startswith(b"HTTP/1.1 400 ")
    assert (process.returncode, out, MARKER.lower() in err.lower()) == (0, "", False)
    logged = [line.split(" ", 2)[2] for line in err.splitlines()]
    assert [line.partition(" at ")[0] for line in logged if line.startswith("ERROR")] == [
        "ERROR a request has no answer: RuntimeError"
    ]
    assert sum(line.startswith("INFO POST /determinations") for line in logged) == 4
    assert "INFO POST /determinations gone" in "\n".join(logged)
    assert "Traceback" not in err


def test_a_body_that_comes_in_chunks_is_limited_as_well():
    with served("-m", "extradition", "serve", "--port", "0", "--engine", "plain") as (address, _):
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
        chunks = [json.dumps({"case_file": CASE}).encode(), *[b" " * 100_000] * 20]
        for number, status in ((5, 200), (20, 413)):
            with contextlib.suppress(
                BrokenPipeError, ConnectionResetError
            ):  # it need not take what it does not read
                connection.request(
                    "POST",
                    "/determinations",
                    iter(chunks[:number]),
                    {"Content-Type": "application/json"},
                    encode_chunked=True,
                )
            answer = connection.getresponse()
            assert (answer.status, answer.getheader("server")) == (status, None)
            answer.read()
        assert answer.getheader("connection") == "close"
    assert MOST_BYTES < 20 * 100_000


@pytest.mark.parametrize(
    ("path", "megabytes", "headers", "status"),
    [
        ("/v1/determinations", 10, {}, 413),
        ("/v1/batch", 70, {}, 413),
        ("/v1/batch", 5, {"Content-Encoding": "gzip"}, 415),
        ("/v1/batch", 5, {"Origin": "https://evil.example"}, 403),
        ("/v1/batch/", 5, {}, 404),
    ],
)
def test_a_client_that_sends_its_whole_body_first_reads_why_it_is_refused(
    plain_service, path, megabytes, headers, status
):
    with contextlib.closing(http.client.HTTPConnection(plain_service, timeout=60)) as connection:
        connection.request("POST", path, b" " * (megabytes * 1_000_000), headers)
        answer = connection.getresponse()
        assert (answer.status, json.loads(answer.read())["status"]) == (status, status)
        assert answer.getheader("connection") == "close"


@pytest.fixture(scope="module")
def plain_service():
    with served("-m", "extradition", "serve", "--port", "0", "--engine", "plain") as (address, _):
        yield address.removeprefix("http://")


def ask_while_it_runs(run, ask):
    """Run the server in this thread, which gets the signals, and *ask* in another, which stops it in the
    end.
    """
    addresses, answers = queue.Queue(), []

    def other():
        try:
            answers.append(ask(addresses.get(timeout=20)))
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=other)
    before = signal.getsignal(signal.SIGTERM)
    thread.start()
    run(addresses.put)
    thread.join()
    assert signal.getsignal(signal.SIGTERM) is before
    return answers[0]


class Waiting:
    """An application that begins an answer when it is asked, and ends it once the client has taken it."""

    def __init__(self):
        self.state = types.SimpleNamespace(start=lambda: None, close=lambda: None)

    async def __call__(self, _scope, receive, send):
        body = b""
        while (message := await receive())["type"] == "http.request":
            body += message["body"]
            if not message["more_body"]:
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(int(body or 0)):
            await send({"type": "http.response.body", "body": b"x" * 1_000_000, "more_body": True})
        await send({"type": "http.response.body", "body": b"ok"})


def asked_at(address, text):
    host, port = address.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=20)
    connection.sendall(text)
    return connection


@pytest.fixture
def _little_patience(monkeypatch):
    monkeypatch.setattr(server, "MOST_HEAD_SECONDS", 0.3)
    monkeypatch.setattr(server, "MOST_SECONDS_TO_TAKE", 0.3)


GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.usefixtures("_little_patience")
def test_a_connection_that_brings_no_whole_head_is_closed():
    def ask(address):
        return [taken(asked_at(address, sent)) for sent in (b"", GET[:9], GET + GET[:9])]

    silent, begun, twice = ask_while_it_runs(lambda stated: web.serve(Waiting(), "127.0.0.1", 0, stated), ask)
    assert (silent, begun) == (b"", b"")
    assert twice.startswith(b"HTTP/1.1 200 OK")


def test_the_limit_of_a_head_does_not_depend_on_how_it_arrives():
    def status(address, size, pieces):
        begin = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: "
        head = begin + b"x" * (size - len(begin) - 4) + b"\r\n\r\n"
        step = -(-size // pieces)
        with asked_at(address, head[:step]) as connection:
            for at in range(step, size, step):
                time.sleep(0.05)
                connection.sendall(head[at : at + step])
            return int(connection.recv(12)[9:])

    def ask(address):
        sizes = (MOST_HEAD_BYTES, MOST_HEAD_BYTES + 1, MOST_HEAD_BYTES + 600)
        return [status(address, size, pieces) for size in sizes for pieces in (1, 2, 3)]

    statuses = ask_while_it_runs(lambda stated: web.serve(Waiting(), "127.0.0.1", 0, stated), ask)
    assert statuses == [200] * 3 + [400] * 6


def test_what_the_http_server_refuses_by_itself_is_answered_in_plain_text():
    begin = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "
    too_large = begin + b"x" * MOST_HEAD_BYTES + b"\r\n\r\n"

    def ask(address):
        return [taken(asked_at(address, sent)) for sent in (too_large, b"no HTTP\r\n\r\n")]

    for answer in ask_while_it_runs(lambda stated: web.serve(Waiting(), "127.0.0.1", 0, stated), ask):
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 400 ")
        assert b"content-type: text/plain; charset=utf-8\r\nconnection: close" in head.lower()
        assert body.count(b"Invalid HTTP request received.") == 1


def test_another_protocol_that_a_client_offers_is_passed_over(caplog):
    offers = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: %s\r\n\r\n"

    def ask(address):
        return [taken(asked_at(address, offers % each)) for each in (b"h2c", b"websocket")]

    for answer in ask_while_it_runs(lambda stated: web.serve(Waiting(), "127.0.0.1", 0, stated), ask):
        assert answer.startswith(b"HTTP/1.1 200 OK")
    assert [each.getMessage() for each in caplog.records if each.levelname == "WARNING"] == []


@pytest.mark.usefixtures("_little_patience")
def test_an_answer_that_is_not_taken_ends_and_one_that_is_taken_goes_on():
    def post(size, sent=b""):
        head = b"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
        return head % size + sent

    def ask(address):
        slow = asked_at(address, post(2, b"40"))
        late = asked_at(address, post(2, b"4"))  # its body comes later than a head may
        time.sleep(1)
        late.sendall(b"0")
        return len(taken(slow)), len(taken(late))

    left, whole = ask_while_it_runs(lambda stated: web.serve(Waiting(), "127.0.0.1", 0, stated), ask)
    assert left < 40_000_000 < whole


def test_a_connection_too_many_closes_the_one_that_has_waited_longest(monkeypatch):
    monkeypatch.setattr(server, "MOST_CONNECTIONS", 3)

    def ask(address):
        head = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
        with asked_at(address, head) as body:
            held = [asked_at(address, GET[:9]) for _ in range(2)]
            answers = [get(address).text for _ in range(2)]
            silent = [taken(each) for each in held]
            body.sendall(b"000000000")
            return answers, silent, body.recv(12)

    answers, silent, went_on = ask_while_it_runs(
        lambda stated: web.serve(Waiting(), "127.0.0.1", 0, stated), ask
    )
    assert (answers, silent, went_on) == (["ok", "ok"], [b"", b""], b"HTTP/1.1 200")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_it_is_asked_where_it_says(host, capsys):
    app = web.application(BOOK)
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    answer = ask_while_it_runs(
        lambda stated: web.serve(app, host, 0, stated),
        lambda address: post(f"{address}/determinations", json={"case_file": CASE}),
    )
    assert answer.text == render(determine(case, BOOK), "json")
    assert "INFO POST /determinations 200 " in capsys.readouterr().err


def test_the_command_prints_its_address_and_warns_where_others_can_reach_it(capsys, monkeypatch):
    stated = queue.Queue()

    def serve(_app, host, port, listening):
        stated.put((host, port))
        listening("http://0.0.0.0:1")

    monkeypatch.setattr(web, "serve", serve)
    assert (
        cli.main(
            [
                "serve",
                "--host",
                EVERYWHERE,
                "--port",
                "1",
                "--allow-host",
                "casework.example",
                "--allow-host",
                "[::2]",
            ]
        )
        == 0
    )
    out = capsys.readouterr()
    assert (stated.get(), out.out) == ((EVERYWHERE, 1), "Listening on http://0.0.0.0:1 until interrupted.\n")
    assert out.err.startswith(
        "Warning: on 0.0.0.0 other machines may reach the service. It has neither authentication nor TLS"
    )
    assert cli.main(["serve"]) == 0
    assert (stated.get(), capsys.readouterr().err) == (("127.0.0.1", 8000), "")


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("LocalHost", True),
        (EVERYWHERE, False),
        ("::", False),
        ("x.example", False),
    ],
)
def test_which_addresses_only_this_machine_reaches(host, own):
    assert is_own(host) is own


@pytest.mark.parametrize(
    ("name", "address"),
    [
        (EVERYWHERE, "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
        ("192.0.2.1", "http://192.0.2.1:8000"),
    ],
)
def test_the_address_that_is_printed_is_one_that_the_service_answers(name, address):
    assert address_of(name, 8000) == address


def test_a_port_that_is_taken_is_reported_plainly(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)]) == 2
    assert capsys.readouterr() == ("", f"127.0.0.1:{port}: cannot be listened on: address already in use\n")


def test_a_host_that_there_is_not_is_reported_plainly(capsys):
    for host in ("192.0.2.1", "a" * 70 + ".example", ""):
        assert cli.main(["serve", "--host", host, "--port", "0"]) == 2
        last = capsys.readouterr().err.splitlines()[-1]
        assert last.startswith(f"{host}:0: cannot be listened on: ")


@pytest.mark.parametrize(
    "options",
    [
        ["--port", "65536"],
        ["--port", "-1"],
        ["--port", "²"],
        ["--allow-host", "x:80"],
        ["--allow-host", "http://x"],
    ],
)
def test_what_may_not_be_typed(options, capsys):
    with pytest.raises(SystemExit, match="2"):
        cli.main(["serve", *options])
    assert " is not " in capsys.readouterr().err


def test_without_its_extra_the_command_says_what_to_install(monkeypatch, capsys):
    for name in [name for name in sys.modules if name.startswith("extradition.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("extradition.web")
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert cli.main(["serve"]) == 2
    assert (
        capsys.readouterr().err
        == "extradition: the service needs more than the plain install: pip install 'extradition[web]'\n"
    )


def test_the_rule_book_may_be_another(capsys, tmp_path):
    assert cli.main(["serve", "--rules", str(tmp_path / "nowhere")]) == 2
    assert str(Path("nowhere")) in capsys.readouterr().err


def test_tables_must_be_in_a_folder(tmp_path, capsys):
    assert cli.main(["serve", "--tables", str(tmp_path / "none")]) == 2
    assert "is not a folder" in capsys.readouterr().err
