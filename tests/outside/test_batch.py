"""The batch: an answer to each line in order, whatever is wrong with it; its limits; a client that leaves."""

import asyncio
import json
import logging
import os
import signal
import threading
import time
from concurrent.futures import Future

import pytest
from asked import Asked
from strategies import BOOK, ROOT, SMALL
from test_service import MERTICARIU, stated

from extradition import CaseFile, Determination, EngineError, determine
from extradition.source import MOST_BYTES, read
from extradition.web import application
from extradition.web.audit.audited import NotRecordedError, sha256_of
from extradition.web.audit.recording import Audit
from extradition.web.body_limits import LimitedBody, Patience
from extradition.web.channel import Channel
from extradition.web.limits import MOST_BATCHES
from extradition.web.rule_books import RuleBooks
from extradition.web.service import batch, body_lines
from extradition.web.service.batch import AFTER_BODY, LINES
from extradition.web.service.body_lines import LineBegun
from extradition.web.service.etags import Tags
from extradition.web.service.lines import BatchLine, LineAnswers
from extradition.worker_process import Lost

PATH = "/v1/batch"
TYPE = {"content-type": LINES}
CASE = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
EXAMPLES = sorted(ROOT.glob("examples/*/case.yaml"))


@pytest.fixture(scope="module")
def app():
    made = application(BOOK, engine="plain", jobs=1)
    yield made
    made.state.batches.close()


@pytest.fixture(scope="module")
def client(app):
    return Asked(app)


def line(name, **more):
    return json.dumps({"id": name, "case_file": MERTICARIU, **more}).encode()


def sent(client, *lines, query="", end=b"\n"):
    """The answers to *lines*."""
    answer = client.post(PATH + query, content=b"\n".join(lines) + end, headers=TYPE)
    assert (answer.status_code, answer.headers["content-type"]) == (200, LINES)
    return [json.loads(each) for each in answer.text.splitlines()]


def kind(answer):
    return answer["problem"]["type"].removeprefix("urn:problem-type:extradition:")


def test_each_line_has_its_answer_in_order(client):
    lines = [
        json.dumps({"id": path.parent.name, "case_file": read(path).content}).encode() for path in EXAMPLES
    ]
    answers = sent(client, *lines, query="?detail=full")
    assert [(each["line"], each["id"], each["status"]) for each in answers] == [
        (number, path.parent.name, 200) for number, path in enumerate(EXAMPLES, 1)
    ]
    for path, answer in zip(EXAMPLES, answers, strict=True):
        made = Determination.model_validate(answer["determination"])
        assert made.outcome == determine(CaseFile.load(path), BOOK, engine="plain").outcome
    alone = client.post("/v1/determinations?detail=note", json={"case_file": MERTICARIU}).json()
    for query in ("", "?detail=note"):
        (answer,) = sent(client, line("x"), query=query)
        assert answer["determination"] == alone


def test_a_line_with_a_fault_does_not_stop_the_others(client):
    answers = sent(
        client,
        line("a"),
        b"{not JSON",
        b"",
        line("b", law="merticaru"),
        line("long", metadata={"x": "y" * 2 * MOST_BYTES}),
        line("a"),
        json.dumps(
            {"id": "c", "case_file": {**MERTICARIU, "territory": "Romania", "colour": "blue"}}
        ).encode(),
        line("d")[:-20],
        end=b"",
    )
    assert [(each["line"], each["id"], each["status"]) for each in answers] == [
        (1, "a", 200),
        (2, None, 400),
        (4, "b", 422),
        (5, None, 413),
        (6, "a", 422),
        (7, "c", 422),
        (8, None, 400),
    ]
    assert [kind(each) for each in answers[1:]] == [
        *("unreadable", "unknown-law", "line-too-long", "same-id", "faults", "unreadable")
    ]
    assert answers[4]["problem"]["detail"] == "Line 1 has this id too. Give each line its own id."
    assert [fault["place"] for fault in answers[5]["problem"]["faults"]] == [
        *("case_file.colour", "case_file.territory")
    ]


def test_a_worker_that_is_killed_at_a_line_loses_that_line(app, client, caplog):
    workers = app.state.batches.workers

    def kill_at_a_line():
        while workers._idle:
            time.sleep(0.01)
        for worker in [*workers._running]:
            os.kill(worker._process.pid, signal.SIGKILL)

    def lines():
        yield line("a") + b"\n"
        for worker in workers._running:
            os.kill(worker._process.pid, signal.SIGSTOP)
        threading.Thread(target=kill_at_a_line).start()
        yield line("b") + b"\n"
        yield line("c") + b"\n"

    sent(client, line("first"))
    with caplog.at_level(logging.INFO, "extradition.web"):
        answer = client.post(PATH, content=lines(), headers=TYPE)
    answers = [json.loads(each) for each in answer.text.splitlines()]
    statuses = [each["status"] for each in answers]
    assert sorted(statuses) == [200, 200, 503]
    (lost,) = [each for each in answers if each["status"] == 503]
    assert kind(lost) == "worker-ended"
    assert [each["id"] for each in answers] == ["a", "b", "c"]
    assert "Send this one again" in lost["problem"]["detail"]
    assert "a line of a batch has no answer: its worker ended" in caplog.messages


def test_a_worker_that_is_killed_between_two_lines_loses_none(app, client):
    sent(client, line("first"))
    for worker in app.state.batches.workers._running:
        os.kill(worker._process.pid, signal.SIGKILL)
        os.waitid(os.P_PID, worker._process.pid, os.WEXITED | os.WNOWAIT)
    assert [each["status"] for each in sent(client, line("a"), line("b"))] == [200, 200]


def answered(number, text, detail="note", engine="plain"):
    return json.loads(LineAnswers(BOOK, engine)(BatchLine(number, text, detail)).json)


@pytest.mark.parametrize(
    ("text", "name", "faults"),
    [
        (b"[]", None, [("", "must be a mapping")]),
        (b"5", None, [("", "must be a mapping")]),
        (b"{}", None, [("case_file", "is required"), ("id", "is required")]),
        (b'{"id": 5, "case_file": {}}', None, None),
        (b'{"id": "", "case_file": 3}', "", [("case_file", "must be a mapping"), ("id", "is empty")]),
        (line("x", lawn="y"), "x", [("lawn", "is not a key that belongs here; did you mean law?")]),
        (
            json.dumps({"id": "x", "case_file": {"offences": [{}] * 101}}).encode(),
            "x",
            [("case_file", "has 101 offences; the service takes at most 100 in one request")],
        ),
        (
            json.dumps({"id": "x", "case_file": {**MERTICARIU, "dates": {"hearing": "2003-12-31"}}}).encode(),
            "x",
            None,
        ),
    ],
)
def test_what_a_line_does_not_say_is_reported_with_every_fault(text, name, faults):
    answer = answered(3, text)
    assert (answer["line"], answer["id"], answer["status"], kind(answer)) == (3, name, 422, "faults")
    found = [(each["place"], each["message"]) for each in answer["problem"]["faults"]]
    assert found
    assert faults is None or found == faults


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        (b"{", 400, "unreadable"),
        (line("x", as_at="2024-01-01", law="merticariu"), 422, "unmet-option"),
        (line("x", hold_findings=True), 422, "unmet-option"),
        (line("x", hold_findings=True, lawn="y"), 422, "faults"),
    ],
)
def test_a_line_has_the_problem_that_a_request_would_have(text, status, expected):
    answer = answered(1, text)
    assert (answer["status"], kind(answer)) == (status, expected)


def test_an_option_of_a_line_that_does_not_fit_has_its_place():
    answer = answered(3, line("x", hold_findings=True))
    assert answer["problem"]["faults"] == [{"place": "hold_findings", "message": "needs sensitivity: true"}]


def test_the_place_of_what_is_not_json_is_a_line_of_the_batch(client):
    answers = sent(client, b"[1, ", b"", b'{"id": "x", "case_file": ')
    assert [(each["line"], each["problem"]["faults"]) for each in answers] == [
        (1, [{"place": "", "message": "is not JSON: expecting value, at line 1, column 5"}]),
        (3, [{"place": "", "message": "is not JSON: expecting value, at line 3, column 26"}]),
    ]


def test_an_engine_that_fails_is_a_problem_of_its_line(monkeypatch):
    def refuse(*_):
        raise EngineError("the readings differ")

    monkeypatch.setattr("extradition.web.service.heard_cases.hear", refuse)
    answer = answered(1, line("x"))
    assert (answer["status"], kind(answer)) == (500, "no-determination")


def test_the_answer_repeats_metadata_and_takes_the_tag_of_an_answer_that_the_caller_has():
    first = answered(1, line("x", metadata={"desk": "7"}))
    assert first["metadata"] == {"desk": "7"}
    assert "metadata" not in first["determination"]
    assert "problem" not in first
    again = answered(2, line("y", metadata={"desk": "7"}, if_none_match=first["etag"]))
    assert (again["status"], again["id"], kind(again)) == (412, "y", "unchanged")
    assert (again["etag"], again["metadata"]) == (first["etag"], {"desk": "7"})
    others = (Tags(RuleBooks(SMALL), "plain"), Tags(RuleBooks(BOOK), "durable"))
    for tags in others:
        content = {"case_file": MERTICARIU, "metadata": {"desk": "7"}}
        old = tags.of("/batch", [("detail", "note")], content)
        assert answered(2, line("y", metadata={"desk": "7"}, if_none_match=old))["status"] == 200
    assert answered(1, line("x", metadata={"desk": "7"}), "hearing")["etag"] != first["etag"]


@pytest.mark.parametrize("written", ["{}", "W/{}", '"x", {}', "*", " * "])
def test_a_condition_on_a_line_is_read_as_the_header_is(written):
    condition = written.format(answered(1, line("x"))["etag"])
    again = answered(2, line("y", if_none_match=condition))
    assert (again["status"], again["id"], kind(again)) == (412, "y", "unchanged")
    assert again["etag"] == answered(1, line("x"))["etag"]
    assert "metadata" not in again
    faulty = answered(2, line("y", if_none_match=condition, law="merticaru"))
    assert (faulty["status"], kind(faulty)) == (422, "unknown-law")


@pytest.mark.parametrize("condition", ["", "x", "W/x", "x, *"])
def test_a_condition_on_a_line_that_names_no_tag_is_a_fault(condition):
    answer = answered(2, line("y", if_none_match=condition))
    assert answer["problem"]["faults"] == [
        {
            "place": "if_none_match",
            "message": 'must be the etag of an answer, with its quotation marks, or "*"',
        }
    ]


def test_the_tag_of_a_request_of_its_own_is_not_that_of_a_line(client):
    alone = {"case_file": MERTICARIU}
    path = "/v1/determinations?detail=note"
    assert "etag" not in client.post(PATH, content=line("x"), headers=TYPE).headers
    tag, of_line = client.post(path, json=alone).headers["etag"], answered(1, line("x"))["etag"]
    assert tag != of_line
    assert answered(1, line("x", if_none_match=tag))["status"] == 200
    assert client.post(path, json=alone, headers={"If-None-Match": of_line}).status_code == 200


def test_a_line_may_ask_what_the_outcome_depends_on():
    (asked,) = answered(1, line("x", sensitivity=True))["determination"]["offences"]
    (plain,) = answered(1, line("x"))["determination"]["offences"]
    assert asked["sensitivity"]
    assert {key: value for key, value in asked.items() if key != "sensitivity"} == plain


def test_only_lines_of_json_are_read(client):
    assert stated(client.post(PATH, json={})) == (415, "not-lines", [])
    assert stated(client.post(PATH + "?detail=short", content=b"", headers=TYPE))[0] == 422
    assert stated(client.get(PATH))[:2] == (405, "method-not-allowed")
    assert sent(client, b"", b" ", end=b"") == []
    for charset, status in (("utf-8", 200), ('"UTF-8"', 200), ("utf-16", 415), ("utf-8; x=y", 415)):
        with_charset = {"content-type": f"{LINES}; charset={charset}"}
        assert client.post(PATH, content=b"", headers=with_charset).status_code == status
    assert client.post(PATH, content=b"", headers={"content-type": f"{LINES}x"}).status_code == 415


def test_a_batch_may_be_so_large_and_have_so_many_lines(monkeypatch):
    monkeypatch.setattr("extradition.web.app.MOST_BATCH_BYTES", 40)
    monkeypatch.setattr(body_lines, "MOST_LINES", 2)
    small = application(BOOK, engine="plain", jobs=1)
    answer = Asked(small).post(PATH, content=b"x" * 41, headers=TYPE)
    assert stated(answer)[:2] == (413, "too-large")
    first, last = sent(Asked(small), b"[1", b"[2", b"[3", b"[4")[1:]
    assert (first["line"], kind(first), last["line"], kind(last)) == (2, "unreadable", 3, "too-many-lines")
    pieces = Asked(small).post(PATH, content=iter([b"[1\n", b"x" * 50, b"\n[3"]), headers=TYPE)
    first, last = [json.loads(each) for each in pieces.text.splitlines()]
    assert (first["line"], kind(first), last["line"], last["status"], kind(last)) == (
        *(1, "unreadable", 2, 413),
        "too-large",
    )
    small.state.batches.close()


def test_a_batch_too_many_is_reported_to_come_again(app, client):
    app.state.batches.at_once += MOST_BATCHES
    answer = client.post(PATH, content=b"", headers=TYPE)
    app.state.batches.at_once -= MOST_BATCHES
    assert (stated(answer), answer.headers["retry-after"]) == ((503, "busy", []), "10")
    application(BOOK, engine="plain").state.batches.close()  # no worker was started


class Client:
    """A client that sends *messages* one by one, each as soon as it is let to."""

    def __init__(self, app, *messages, headers=()):
        self._app = app
        self._messages = list(messages)
        self._headers = headers
        self.may_go_on = asyncio.Event()
        self.got = []
        self.has_answer = asyncio.Event()

    async def _receive(self):
        if not self._messages:
            await asyncio.wait_for(self.may_go_on.wait(), 60)
            self.may_go_on.clear()
        message = self._messages.pop(0)
        if message is None:
            await self.has_answer.wait()
            return await self._receive()
        return message

    async def _send(self, message):
        self.got.append(message)
        if message.get("body"):
            self.has_answer.set()

    async def run(self):
        scope = {
            "type": "http",
            "method": "POST",
            "path": PATH,
            "raw_path": PATH.encode(),
            "query_string": b"",
            "headers": [(b"host", b"localhost"), (b"content-type", LINES.encode()), *self._headers],
        }
        await self._app(scope, self._receive, self._send)
        return [json.loads(each["body"]) for each in self.got if each.get("body")]


def piece(text, *, more=True):
    return {"type": "http.request", "body": text, "more_body": more}


def test_an_answer_comes_before_the_next_line_is_sent(app):
    async def run():
        made = Client(app, piece(line("a") + b"\n"), None, piece(line("b"), more=False))
        return await asyncio.wait_for(made.run(), 30)

    assert [each["id"] for each in asyncio.run(run())] == ["a", "b"]


def test_a_client_that_goes_away_ends_its_batch(app):
    lines = b"\n".join(line(str(number)) for number in range(40))

    async def run(*messages):
        made = Client(app, *messages)
        await asyncio.wait_for(made.run(), 30)
        return made.got

    gone = {"type": "http.disconnect"}
    for messages in ((piece(lines), gone), (piece(lines, more=False), gone)):
        got = asyncio.run(run(*messages))
        assert len(got) < 40
        assert got[-1].get("more_body") is not False
    assert app.state.batches.at_once == 0


def test_a_line_that_does_not_come_is_not_waited_for():
    slow = application(BOOK, engine="plain", jobs=1, most_seconds=0.05)
    (answer,) = asyncio.run(Client(slow, piece(b"[")).run())
    assert (answer["line"], answer["status"], kind(answer)) == (1, 408, "too-slow")


async def dribbling(app, piece_of_body, *, seconds=0.01):
    """The lines that a client gets that sends one piece again and again."""
    made = Client(app)
    sent_so_far = []

    async def receive():
        await asyncio.sleep(seconds)
        sent_so_far.append(piece_of_body)
        return piece(piece_of_body)

    made._receive = receive
    return await asyncio.wait_for(made.run(), 30), sent_so_far


@pytest.mark.parametrize("text", [b"\n", b" \n", b"x"])
def test_a_client_that_sends_no_line_loses_its_place(app, text, monkeypatch):
    monkeypatch.setattr(batch, "MOST_BODY_SECONDS", 0.3)
    (answer,), sent_so_far = asyncio.run(dribbling(app, text))
    assert (answer["line"], answer["id"], answer["status"], kind(answer)) == (1, None, 408, "too-slow")
    assert answer["problem"]["detail"].startswith("No line came for 0.3 seconds.")
    assert len(sent_so_far) > 1
    assert app.state.batches.at_once == 0


def test_a_client_that_sends_lines_slowly_keeps_its_place(app, monkeypatch):
    monkeypatch.setattr(batch, "MOST_BODY_SECONDS", 1)

    async def run():
        made = Client(app, *[piece(b"{\n")] * 6, piece(b"", more=False))
        taken = made._receive

        async def receive():
            await asyncio.sleep(0.2)
            return await taken()

        made._receive = receive
        return await asyncio.wait_for(made.run(), 30)

    assert [kind(each) for each in asyncio.run(run())] == ["unreadable"] * 6


def test_a_batch_is_not_impatient_while_a_line_is_at_work(app, monkeypatch):
    monkeypatch.setattr(batch, "MOST_BODY_SECONDS", 0.2)
    workers, to_come = app.state.batches.workers, Future()
    to_come.set_running_or_notify_cancel()
    monkeypatch.setattr(workers, "begin", lambda _: to_come)

    async def run():
        asyncio.get_running_loop().call_later(0.6, to_come.set_result, Lost(None))
        made = Client(app, piece(line("a") + b"\n"), None, piece(b"", more=False))
        return await asyncio.wait_for(made.run(), 30)

    assert [kind(each) for each in asyncio.run(run())] == ["worker-ended"]


@pytest.mark.parametrize(("idle", "seconds", "status"), [(0.1, 0.1, 200), (60, 2, 503)])
def test_a_batch_that_waits_for_its_client_makes_room_for_another(app, monkeypatch, idle, seconds, status):
    monkeypatch.setattr(batch, "MOST_BATCHES", 1)
    monkeypatch.setattr(batch, "MOST_BODY_SECONDS", 2)
    monkeypatch.setattr(batch, "MOST_IDLE_SECONDS", idle)

    async def run():
        idler = asyncio.create_task(dribbling(app, b"\n"))
        await asyncio.sleep(0.5)
        other = Client(app, piece(line("a"), more=False))
        await other.run()
        (ended,), _ = await idler
        return ended, other.got[0]["status"]

    ended, answered_with = asyncio.run(run())
    assert (kind(ended), answered_with) == ("too-slow", status)
    assert f"No line came for {seconds} seconds." in ended["problem"]["detail"]


def test_a_client_may_ask_that_no_answer_begins_before_the_body_has_come(app):
    prefers = (b"prefer", AFTER_BODY.encode())

    async def run(*headers):
        made = Client(app, piece(line("a") + b"\n"), piece(line("b")), headers=headers)
        at_work = asyncio.create_task(made.run())
        await asyncio.sleep(1)
        before = len(made.got)
        made._messages.append(piece(b"", more=False))
        made.may_go_on.set()
        return before, await asyncio.wait_for(at_work, 30), made.got[0]["headers"]

    before, answers, headers = asyncio.run(run(prefers))
    assert (before, [each["id"] for each in answers]) == (0, ["a", "b"])
    assert (b"preference-applied", AFTER_BODY.encode()) in headers
    before, answers, headers = asyncio.run(run())
    assert (before > 1, [each["id"] for each in answers]) == (True, ["a", "b"])
    assert b"preference-applied" not in dict(headers)


def test_a_client_that_waits_for_its_answers_must_send_lines_all_the_same(app, monkeypatch):
    monkeypatch.setattr(batch, "MOST_BODY_SECONDS", 0.5)

    async def run():
        made = Client(app, piece(line("a") + b"\n"), headers=[(b"prefer", AFTER_BODY.encode())])
        return await asyncio.wait_for(made.run(), 30)

    assert [each["status"] for each in asyncio.run(run())] == [200, 408]


def test_a_batch_that_the_server_stops_says_which_lines_have_no_answer(app):
    async def run(*headers):
        made = Client(app, piece(line("a") + b"\n" + line("b") + b"\n"), headers=headers)
        at_work = asyncio.create_task(made.run())
        if not headers:
            await made.has_answer.wait()
        await asyncio.sleep(0.5)
        at_work.cancel()
        return await at_work, made.got[0]["status"]

    answers, _ = asyncio.run(run())
    numbers = [each["line"] for each in answers]
    assert numbers == [*range(1, len(answers) + 1)]
    assert [each["status"] for each in answers] == [200] * (len(answers) - 1) + [503]
    assert len(answers) > 1
    assert kind(answers[-1]) == "stopped"
    assert "this line and those after it" in answers[-1]["problem"]["detail"]
    (refused,), status = asyncio.run(run((b"prefer", AFTER_BODY.encode())))
    assert (status, refused["type"].rpartition(":")[2]) == (503, "stopped")


def test_what_comes_after_a_body_may_take_its_time():
    async def receive():
        await asyncio.sleep(0.05)
        return {"type": "http.disconnect"}

    async def run():
        messages = [piece(b"x", more=False)]

        async def first():
            return messages.pop() if messages else await receive()

        limited = LimitedBody(first, 1, 0.01)
        return [await limited.receive(), await limited.receive()]

    assert [each["type"] for each in asyncio.run(run())] == ["http.request", "http.disconnect"]


def test_a_line_at_which_a_worker_failed_says_no_more_than_that(caplog):
    async def run():
        made = Future()
        made.set_result(Lost("ValueError at x.py:3"))
        begun = LineBegun(4, made)
        answer = await begun.answer()
        again = LineBegun(4, answer)
        again.cancel()  # it was answered already
        assert await again.answer() is answer
        return answer

    answer = json.loads(asyncio.run(run()).json)
    assert (answer["line"], answer["status"], kind(answer)) == (4, 500, "unforeseen")
    assert caplog.messages == ["a line of a batch has no answer: ValueError at x.py:3"]


OWN = {"desk": "7"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (line("x", metadata=OWN, law="merticaru"), 422),
        (line("x", metadata=OWN, law="merticariu", as_at="2024-01-01"), 422),
        (line("x", metadata=OWN, if_none_match="*"), 412),
        (json.dumps({"id": 5, "metadata": OWN}).encode(), 422),
    ],
)
def test_a_line_without_a_determination_has_its_metadata_too(text, status):
    answer = answered(2, text)
    assert (answer["status"], answer["metadata"]) == (status, OWN)
    assert ("etag" in answer) == (status == 412)


@pytest.mark.parametrize("metadata", [None, 7, {"desk": 7}, {"desk": "x" * 1001}])
def test_metadata_that_cannot_be_read_is_left_out(metadata):
    answer = answered(2, line("x", metadata=metadata, law="merticaru"))
    assert answer["status"] == 422
    assert "metadata" not in answer


def test_a_second_line_with_one_id_has_its_own_metadata(client):
    _, second = sent(client, line("a", metadata={"desk": "1"}), line("a", metadata=OWN))
    assert (kind(second), second["metadata"]) == ("same-id", OWN)


@pytest.mark.parametrize(
    ("text", "name"), [(line("x", metadata=OWN), "x"), (b"{", None), (b'{"id": 5}', None)]
)
def test_a_line_that_took_too_long_keeps_its_id_and_its_metadata(text, name):
    async def run():
        made = Future()
        made.set_result(Lost(None, is_overdue=True))
        return await LineBegun(4, made, text).answer()

    answer = json.loads(asyncio.run(run()).json)
    assert (answer["line"], answer["id"], answer["status"], kind(answer)) == (4, name, 503, "too-long")
    assert answer.get("metadata") == (OWN if name else None)


def test_the_id_of_a_line_without_an_answer_counts(app, client, monkeypatch):
    lost = Future()
    lost.set_result(Lost(None))
    workers = app.state.batches.workers
    begin = workers.begin
    monkeypatch.setattr(workers, "begin", lambda given: lost if given.number == 1 else begin(given))
    answers = sent(client, line("a"), line("a"))
    assert [(each["id"], each["status"]) for each in answers] == [("a", 503), ("a", 422)]
    assert kind(answers[1]) == "same-id"


class Kept:
    """An audit record in memory; it cannot keep what *refused* says."""

    def __init__(self, refused=()):
        self.entries = []
        self._refused = refused

    def add(self, entry):
        if entry.status in self._refused:
            raise NotRecordedError
        self.entries.append(entry)

    def examine(self):
        pass


def test_each_line_is_recorded_before_it_is_answered():
    kept = Kept()
    recorded = application(BOOK, engine="plain", jobs=1, audit=Audit(kept, "X-Asked-By"))
    lines = [line("a"), b"{", line("b")]
    assert stated(Asked(recorded).post(PATH, content=lines[0], headers=TYPE))[1] == "unnamed"
    named = {**TYPE, "X-Asked-By": "CN=A Lawyer"}
    answer = Asked(recorded).post(PATH, content=b"\n".join(lines), headers=named)
    assert [entry.asked_sha256 for entry in kept.entries] == [*map(sha256_of, lines)]
    assert [entry.answered_sha256 for entry in kept.entries] == [
        sha256_of(each) for each in answer.content.splitlines()
    ]
    assert {(entry.asked_by, entry.route) for entry in kept.entries} == {("CN=A Lawyer", PATH)}
    assert [entry.status for entry in kept.entries] == [200, 400, 200]
    recorded.state.batches.close()


def test_an_answer_to_a_line_that_cannot_be_recorded_is_withheld():
    recorded = application(BOOK, engine="plain", jobs=1, audit=Audit(Kept(refused=(200,))))
    answers = sent(Asked(recorded), line("a", metadata=OWN), b"{")
    assert [each.get("metadata") for each in answers] == [OWN, None]
    assert [(each["id"], each["status"], kind(each)) for each in answers] == [
        ("a", 503, "not-recorded"),
        (None, 400, "unreadable"),
    ]
    recorded.state.batches.close()


def test_a_channel_gives_each_item_once_and_ends():
    async def run():
        channel = Channel()
        channel.append(1)
        channel.append(2)
        channel.end()
        taken = [item async for item in channel]
        channel.append(3)
        return taken, channel.rest(), channel.rest()

    assert asyncio.run(run()) == ([1, 2], [3], [])


def test_a_line_with_an_unknown_law_has_the_faults_of_its_case_too():
    wrong = {**MERTICARIU, "findings": {"retrail_right": "none"}}
    text = json.dumps({"id": "x", "case_file": wrong, "law": "tody"}).encode()
    problem = answered(1, text)["problem"]
    assert [each["place"] for each in problem["faults"]] == ["case_file.findings.retrail_right", "law"]


async def _patience():
    patience = Patience(1, lambda: None)
    before = patience.waited
    patience.wait()
    during = patience.waited
    patience.stop()
    return before, during, patience.waited


def test_an_answer_that_does_not_wait_has_waited_no_time():
    before, during, after = asyncio.run(_patience())
    assert before == after == 0
    assert 0 <= during < 1
