"""The limits of the service: stated once, and kept for requests that are answered in other processes."""

import asyncio
import contextlib
import json
import pickle
import re
import resource

import pytest
from asked import Asked
from strategies import BOOK, ROOT
from test_service import MERTICARIU, ask, stated

from extradition.web import application, limits, restraint
from extradition.web.apart import Apart
from extradition.web.boundary import Boundary
from extradition.web.limits import (
    LIMITS,
    LIMITS_OF_EXPLORER,
    MOST_ON_PAPER,
    MOST_WORK_SECONDS,
    table_of_limits,
)
from extradition.web.origin import is_of_another_site
from extradition.web.request_answers import MadeAnswer, RequestAnswers, SentRequest
from extradition.web.threads import Threads
from extradition.worker_process import Lost
from extradition.workers import ItemAsked

POST = {"type": "http.request", "body": b"{}"}
GONE = {"type": "http.disconnect"}


def kind(sent):
    return json.loads(sent[1]["body"])["type"].removeprefix("urn:problem-type:extradition:")


def test_the_limits_are_stated_in_the_documentation_and_in_the_description():
    assert table_of_limits() in (ROOT / "docs/service.md").read_text(encoding="utf-8")
    described = Asked(application(BOOK, engine="plain")).get("/openapi.json").json()
    assert table_of_limits() in described["info"]["description"]
    assert len({each.what for each in LIMITS}) == len(LIMITS)
    assert [f"explorer: {each.what}" for each in LIMITS_OF_EXPLORER] == [
        each.what for each in LIMITS if each.what.startswith("explorer: ")
    ]
    assert table_of_limits(LIMITS_OF_EXPLORER) in (ROOT / "docs/tasks/explorer.md").read_text(
        encoding="utf-8"
    )


def test_the_explorer_has_no_limit_outside_the_table():
    paths = sorted((ROOT / "src/extradition/web/explorer").glob("*.py"))
    assert [
        path.name
        for path in paths
        if re.search(r"^(MOST|IDLE)_[A-Z_]+\b.* = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    ] == []


@pytest.mark.parametrize(
    ("method", "sent", "expected"),
    [
        ("POST", {}, False),
        ("GET", {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}, False),
        ("POST", {"origin": "http://localhost:8000"}, False),
        ("POST", {"origin": "https://LOCALHOST:8000"}, False),
        ("POST", {"origin": "http://localhost"}, True),
        ("POST", {"origin": "https://evil.example"}, True),
        ("POST", {"origin": "null"}, True),
        ("POST", {"origin": "http://[x"}, True),
        ("POST", {"origin": "null", "sec-fetch-site": "same-origin"}, False),
        ("POST", {"sec-fetch-site": "none"}, False),
        ("POST", {"sec-fetch-site": "same-site"}, True),
        ("POST", {"origin": "http://localhost:8000", "sec-fetch-site": "cross-site"}, True),
        ("PUT", {"sec-fetch-site": "cross-site"}, True),
    ],
)
def test_whether_a_page_of_another_site_sent_a_request(method, sent, expected):
    headers = [(b"host", "localhost:8000"), *((name.encode(), value) for name, value in sent.items())]
    assert is_of_another_site(method, headers) is expected


@pytest.mark.parametrize("path", ["/v1/determinations", "/case", "/case/save/yaml", "/v1/batch"])
def test_a_form_of_another_site_is_refused(path):
    client = Asked(application(BOOK, engine="plain"))
    answer = client.post(path, content=b"", headers={"origin": "https://evil.example"})
    assert stated(answer) == (403, "other-site", [])


def test_bodies_that_come_at_once_have_a_limit_together(monkeypatch):
    monkeypatch.setattr("extradition.web.boundary.MOST_HELD_BYTES", 10)
    app = application(BOOK, engine="plain")
    start, body, end = ask(app, {**POST, "body": b"x" * 11, "more_body": True}, POST)
    assert (start["status"], kind((start, body)), end["body"]) == (503, "busy", b"")
    start, _ = ask(app, {**POST, "body": b"x" * 10})
    assert start["status"] == 415  # what was held is held no more


def boundary(inner):
    return Boundary(
        inner, routes=[], hosts=frozenset({"localhost"}), most_bytes=9, most_seconds=9, most_at_once=1
    )


def test_a_request_that_the_server_stops_is_answered():
    async def stopped(_scope, _receive, _send):
        raise asyncio.CancelledError

    assert kind(ask(boundary(stopped), POST)) == "stopped"

    async def stopped_later(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise asyncio.CancelledError

    assert [each["type"] for each in ask(boundary(stopped_later), POST)] == ["http.response.start"]


class Given:
    """Workers that answer every request in one way, or not at all."""

    def __init__(self, answer=None, *, is_at_work=True):
        self.asked = ItemAsked()
        self.sent = None
        self._answer = answer
        if is_at_work:
            self.asked.answer.set_running_or_notify_cancel()

    def ask(self, sent):
        self.sent = sent
        if self._answer is not None:
            self.asked.answer.set_result(self._answer)
        return self.asked


async def never(*_):
    raise AssertionError


def apart(workers, *, most_wait=60.0, most_after=0.01, inner=never):
    here = frozenset({"/here"})
    return Apart(inner, workers=workers, routes=[], here=here, most_wait=most_wait, most_after=most_after)


@pytest.mark.parametrize(
    ("size", "more"),
    [
        (1_200_000, [True, True, True, False]),
        (2 * 512 * 1024, [True, True, False]),
        (512 * 1024 + 32 * 1024, [True, False]),
        (32 * 1024, [False]),
        (0, [False]),
    ],
)
def test_a_worker_answers_a_request_in_pieces(size, more):
    body = b"x" * size
    given = Given(MadeAnswer(203, [(b"x-own", b"1")], body))
    start, *pieces = ask(apart(given), {**POST, "body": b"asked"})
    assert start == {"type": "http.response.start", "status": 203, "headers": [(b"x-own", b"1")]}
    assert b"".join(each["body"] for each in pieces) == body
    assert [each["more_body"] for each in pieces] == more
    assert len(pieces[-1]["body"]) <= 32 * 1024  # the rest, once the client has taken what came before
    assert (given.sent.body, given.sent.scope["path"]) == (b"asked", "/determinations")


@pytest.mark.parametrize(
    ("lost", "status", "expected", "logged"),
    [
        (Lost(None), 503, "worker-ended", "its worker ended"),
        (Lost(None, is_overdue=True), 503, "too-long", "its worker was stopped, as it took too long"),
        (Lost("ValueError at x.py:1"), 500, "unforeseen", "ValueError at x.py:1"),
    ],
)
def test_a_request_without_an_answer_says_why(lost, status, expected, logged, caplog):
    start, *pieces = ask(apart(Given(lost)), POST)
    assert (start["status"], kind((start, *pieces))) == (status, expected)
    assert caplog.messages == [f"a request has no answer: {logged}"]


def test_a_request_that_waits_too_long_for_a_worker_is_refused():
    sent = ask(apart(Given(is_at_work=False), most_wait=0.01), POST)
    assert (kind(sent), dict(sent[0]["headers"])[b"retry-after"]) == ("busy", b"10")


def test_a_request_that_a_worker_is_at_is_waited_for():
    given = Given()

    async def run():
        asyncio.get_running_loop().call_later(
            0.05, given.asked.answer.set_result, MadeAnswer(200, [], b"late")
        )
        sent = []
        messages = [POST]

        async def receive():
            return messages.pop() if messages else await asyncio.sleep(60)

        async def send(message):
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": "/x", "headers": []}
        await apart(given, most_wait=0.01)(scope, receive, send)
        return sent

    assert asyncio.run(run())[1]["body"] == b"late"


def test_work_for_a_client_that_left_is_stopped():
    given, stopped = Given(), []
    given.asked.is_at(type("Worker", (), {"kill": lambda _: stopped.append(True)})())
    assert ask(apart(given), POST, {"type": "http.request", "body": b""}, GONE) == []
    assert stopped == [True]


def test_work_that_ends_soon_after_its_client_left_costs_no_worker():
    given, stopped = Given(), []
    given.asked.is_at(type("Worker", (), {"kill": lambda _: stopped.append(True)})())

    def end():
        given.asked.is_at(None)
        given.asked.answer.set_result(MadeAnswer(200, [], b"too late"))

    async def receive():
        return messages.pop(0) if messages else GONE

    async def run():
        asyncio.get_running_loop().call_later(0.05, end)
        await apart(given, most_after=60.0)(scope, receive, never)

    messages = [POST]
    scope = {"type": "http", "method": "POST", "path": "/x", "headers": []}
    asyncio.run(run())
    assert stopped == []


def test_a_request_that_waits_for_a_worker_ends_with_its_client():
    given = Given(is_at_work=False)
    assert ask(apart(given, most_after=60.0), POST, GONE) == []
    assert given.asked.answer.cancelled()


def test_what_is_answered_here_and_what_is_no_request_go_on():
    seen = []

    async def inner(scope, _receive, _send):
        seen.append(scope["type"])

    here = apart(Given(), inner=inner)
    ask(here, type="lifespan")
    unknown = Apart(inner, workers=Given(), routes=[], here=frozenset({"(unknown path)"}))
    ask(unknown, POST)
    assert seen == ["lifespan", "http"]


@pytest.fixture
def unrestrained(monkeypatch):
    """The restraint of a worker, noted and not done: these are the processes of the tests."""
    noted = []
    monkeypatch.setattr("extradition.web.request_answers.restrain_this_process", lambda: noted.append(1))
    monkeypatch.setattr("extradition.web.request_answers.spare_collections", lambda: None)
    monkeypatch.setattr(Threads, "are_used", True)
    monkeypatch.setattr("extradition.web.request_answers.logging_to", lambda _: contextlib.nullcontext())
    return noted


@contextlib.contextmanager
def function_of_a_worker(engine, **more):
    made = pickle.loads(pickle.dumps(RequestAnswers(BOOK, engine, **more)))  # noqa: S301  our own
    with contextlib.closing(made._loop):
        yield made


@pytest.mark.parametrize("engine", ["plain", "durable"])
def test_the_function_of_a_worker_answers_as_the_service_does(engine, unrestrained):
    body = json.dumps({"case_file": MERTICARIU}).encode()
    headers = [(b"host", b"localhost"), (b"content-type", b"application/json")]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/determinations",
        "query_string": b"",
        "headers": headers,
    }
    with function_of_a_worker(engine) as made:
        answer = made(SentRequest.of(scope, body))
    assert unrestrained == [1]
    expected = Asked(application(BOOK, engine=engine)).post(
        "/v1/determinations", content=body, headers={"content-type": "application/json"}
    )
    assert (answer.status, answer.body) == (expected.status_code, expected.content)
    assert dict(answer.headers)[b"etag"].decode() == expected.headers["etag"]


@pytest.mark.usefixtures("unrestrained")
def test_an_answer_that_is_too_large_is_refused():
    scope = {"method": "GET", "path": "/v1/laws", "query_string": b"", "headers": [(b"host", b"localhost")]}
    with function_of_a_worker("plain", most_bytes=100) as made:
        answer = made(SentRequest.of(scope, b""))
    assert (answer.status, json.loads(answer.body)["title"]) == (422, "The answer is too large")


@pytest.mark.parametrize(("hard", "most"), [(resource.RLIM_INFINITY, limits.MOST_MEMORY), (1000, 1000)])
def test_a_process_that_works_is_restrained(hard, most, monkeypatch):
    noted = []
    monkeypatch.setattr(restraint.os, "nice", noted.append)
    monkeypatch.setattr(restraint.resource, "getrlimit", lambda _: (0, hard))
    monkeypatch.setattr(restraint.resource, "setrlimit", lambda *given: noted.append(given))
    restraint.restrain_this_process()
    assert noted == [5, (resource.RLIMIT_DATA, (most, hard))]


def test_a_process_that_works_seldom_collects_garbage(monkeypatch):
    noted = []
    for name in ("collect", "freeze", "set_threshold"):
        monkeypatch.setattr(f"gc.{name}", lambda *given, name=name: noted.append((name, *given)))
    restraint.spare_collections()
    assert noted == [("collect",), ("freeze",), ("set_threshold", 20_000)]


def test_the_service_starts_its_workers_and_ends_them(monkeypatch):
    calls = []

    class Noted:
        def __init__(self, answers, count, most_seconds):
            calls.append((type(answers), count, most_seconds))

        def start(self):
            calls.append("start")

        def close(self):
            calls.append("close")

    monkeypatch.setattr("extradition.web.app.LoopWorkers", Noted)
    app = application(BOOK, engine="plain", workers=3)
    app.state.start()
    app.state.close()
    assert calls == [(RequestAnswers, 3, MOST_WORK_SECONDS), "start", "close"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/determinations?format=pdf&depth=full", 422),
        ("/v1/determinations?format=docx&depth=hearing", 422),
        ("/v1/further-information?format=pdf", 422),
        ("/v1/determinations?format=docx", 200),
        ("/v1/determinations?format=html&depth=full", 200),
    ],
)
def test_paper_has_room_for_so_many_offences(path, status):
    offences = [{"id": f"o{number}", "case_type": "conviction"} for number in range(MOST_ON_PAPER + 1)]
    case = {"case": "x", "territory": "US", "dates": {"arrest": "2024-01-01", "hearing": "2025-03-01"}}
    body = {"case_file": {**case, "offences": offences}}
    answer = Asked(application(BOOK, engine="plain")).post(path, json=body)
    assert answer.status_code == status
    if status != 200:
        (fault,) = answer.json()["faults"]
        assert fault["place"] == "format"
        assert f"shows at most {MOST_ON_PAPER} offences in depth, and these are 11" in fault["message"]


class Coming:
    """A body that comes in pieces of a hundred bytes, and what an application answers to it."""

    def __init__(self, pieces, *, pause=0.0):
        self.left = pieces
        self.pause = pause
        self.sent = []

    async def receive(self):
        await asyncio.sleep(self.pause)
        self.left -= 1
        return {"type": "http.request", "body": b" " * 100, "more_body": self.left > 0}

    async def send(self, message):
        self.sent.append(message)

    def answered(self, app, *, path="/v1/determinations", method="POST", version="1.1", **headers):
        named = {"host": "localhost", **headers}
        scope = {
            "type": "http",
            "http_version": version,
            "method": method,
            "path": path,
            "query_string": b"",
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in named.items()],
        }
        asyncio.run(app(scope, self.receive, self.send))
        start, *pieces = self.sent
        assert [each["more_body"] for each in pieces] == [True] * (len(pieces) - 1) + [False]
        return start["status"], dict(start["headers"])


SMALL = application(BOOK, engine="plain", most_bytes=1000)
LARGE = {"content_length": "5000"}


@pytest.mark.parametrize(
    ("request_", "status", "allow"),
    [
        ({**LARGE}, 413, None),
        ({}, 413, None),
        ({"path": "/v1/batch", "content_length": "99999999"}, 413, None),
        ({**LARGE, "path": "/v1/batch", "content_encoding": "gzip"}, 415, None),
        ({**LARGE, "path": "/v1/batch", "origin": "https://evil.example"}, 403, None),
        ({**LARGE, "path": "/v1/batch", "host": "evil.example"}, 400, None),
        ({**LARGE, "path": "/v1/batch/"}, 404, None),
        ({"path": "/v1/batch/"}, 404, None),
        ({**LARGE, "path": "/v1/batch/", "content_encoding": "gzip"}, 404, None),
        ({**LARGE, "path": "/v1/laws"}, 405, b"GET, HEAD"),
        ({"path": "/v1/laws", "content_encoding": "gzip"}, 405, b"GET, HEAD"),
        ({**LARGE, "method": "PUT"}, 405, b"POST"),
        ({**LARGE, "method": "HEAD"}, 405, b"POST"),
        ({**LARGE, "path": "/v1/batch", "connection": "close", "content_type": "text/plain"}, 415, None),
        ({**LARGE, "path": "/v1/batch", "version": "1.0", "content_type": "text/plain"}, 415, None),
    ],
)
def test_a_refused_body_is_discarded_before_the_connection_closes(request_, status, allow):
    coming = Coming(50)
    answered, headers = coming.answered(SMALL, **request_)
    assert (answered, headers.get(b"allow"), coming.left) == (status, allow, 0)
    assert (len(coming.sent[1]["body"]) > 0) == (request_.get("method") != "HEAD")  # sent before it
    assert coming.sent[-1]["body"] == b""


def test_no_more_of_a_refused_body_is_discarded_than_the_limit(monkeypatch):
    monkeypatch.setattr("extradition.web.body_limits.MOST_DISCARDED_BYTES", 1000)
    coming = Coming(50)
    assert coming.answered(SMALL, **LARGE)[0] == 413
    assert coming.left == 40


def test_a_refused_body_that_comes_slowly_has_no_more_time_than_another():
    slow = application(BOOK, engine="plain", most_bytes=1000, most_seconds=0.3)
    coming = Coming(1000, pause=0.02)
    assert coming.answered(slow, **LARGE)[0] == 413
    assert 900 < coming.left < 1000
    coming = Coming(1000, pause=0.02)
    assert coming.answered(slow)[0] == 413  # the time until it was too large counts
    assert 984 <= coming.left < 989


def test_a_client_that_asks_first_sends_no_body_that_would_be_refused():
    coming = Coming(50)
    assert coming.answered(SMALL, **LARGE, expect="100-Continue")[0] == 413
    assert coming.left == 50
    coming = Coming(50)
    assert coming.answered(SMALL, expect="100-continue")[0] == 413  # its size was not known
    assert coming.left == 0


def test_an_answer_on_a_connection_that_stays_open_waits_for_nothing():
    coming = Coming(50)
    assert coming.answered(SMALL, **LARGE, path="/v1/batch", content_type="text/plain")[0] == 415
    assert (coming.left, len(coming.sent)) == (50, 2)


def test_a_service_that_ends_discards_nothing_more():
    async def run():
        asked = asyncio.create_task(SMALL(scope, coming.receive, coming.send))
        await asyncio.sleep(0.1)  # by then the answer is sent, and its end waits
        asked.cancel()
        await asked

    coming = Coming(1000, pause=0.05)
    scope = {"type": "http", "method": "POST", "path": "/v1/batch/", "query_string": b""}
    scope["headers"] = [(b"host", b"localhost"), (b"content-length", b"5000")]
    asyncio.run(run())
    assert coming.sent[-1] == {"type": "http.response.body", "body": b"", "more_body": False}
    assert coming.left > 900
