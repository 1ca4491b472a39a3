"""The service under load, and with clients that hold it or leave. Processes are read from /proc (Linux)."""

import concurrent.futures
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from connections import taken
from strategies import ROOT

from extradition.source import read
from extradition.web.limits import MOST_CONNECTIONS, MOST_ON_PAPER

JSON = {"content-type": "application/json"}
CASE = read(ROOT / "examples/merticariu/case.yaml").content
SERVICE = """
import functools, sys
from extradition import cli, web
from extradition.web import server
server.MOST_HEAD_SECONDS = server.MOST_SECONDS_TO_TAKE = float(sys.argv[1])
web.application = functools.partial(web.application, most_work_seconds=float(sys.argv[2]))
sys.exit(cli.main(["serve", "--port", "0", "--workers", "1"]))
"""
LONG = "600"
PATIENCE = 60
"""The seconds after which a test gives up: many, because the machine may be busy."""


def nothing_known(offences, **more):
    """A request for a case of Part 2 of which nothing is known: the most work for the fewest bytes."""
    listed = [{"id": f"o{number}", "case_type": "conviction"} for number in range(offences)]
    dates = {"arrest": "2024-01-01", "hearing": "2025-03-01"}
    return {"case_file": {"case": "x", "territory": "US", "dates": dates, "offences": listed}, **more}


@dataclass(frozen=True)
class Process:
    """A process of this machine."""

    pid: int

    def children(self):
        with contextlib.suppress(OSError):
            lists = [path.read_text() for path in Path(f"/proc/{self.pid}/task").glob("*/children")]
            return [Process(int(child)) for each in lists for child in each.split()]
        return []

    def sockets(self):
        links = []
        for each in Path(f"/proc/{self.pid}/fd").iterdir():
            with contextlib.suppress(OSError):
                links.append(str(each.readlink()))
        return sum(link.startswith("socket:") for link in links)

    def ticks(self):
        """The processor time that it has used."""
        return int(self._state()[11])

    def has_ended(self):
        return self._state()[0] in ("Z", "gone")

    def send(self, number):
        os.kill(self.pid, number)

    def _state(self):
        try:
            return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return ("gone",)


class Service:
    """A service with one worker, in a process of its own."""

    def __init__(self, process):
        self._process = process
        self.process = Process(process.pid)
        self.address = process.stdout.readline().split()[2]
        host, port = self.address.removeprefix("http://").split(":")
        self._at = (host, int(port))

    def post(self, body, path="/v1/determinations"):
        return httpx.post(self.address + path, json=body, timeout=PATIENCE)

    def health(self):
        return httpx.get(f"{self.address}/health", timeout=PATIENCE).status_code

    def connect(self):
        made = socket.create_connection(self._at, timeout=PATIENCE)
        made.settimeout(PATIENCE)
        return made

    def begin(self, body, path="/v1/determinations"):
        """A connection on which *body* was posted."""
        connection, text = self.connect(), json.dumps(body).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        connection.sendall(f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text)
        return connection

    def worker(self):
        """The process that works, once there is one."""
        return eventually(lambda: next(iter(self.process.children()), None))

    def ready_worker(self):
        assert self.post({"case_file": CASE}).status_code == 200
        return self.worker()

    def stop(self):
        """The code with which it ends after SIGTERM."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=PATIENCE)


def eventually(find):
    """What *find* returns, as soon as that is something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := find():
            return found
        time.sleep(0.02)
    raise AssertionError("it never happened")


@contextlib.contextmanager
def running(*, client_seconds=LONG, work_seconds=LONG):
    command = [sys.executable, "-c", SERVICE, client_seconds, work_seconds]
    with subprocess.Popen(  # noqa: S603  our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield Service(process)
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def service():
    with running() as made:
        yield made


def kind(answer):
    return answer.json()["type"].removeprefix("urn:problem-type:extradition:")


def test_health_is_answered_while_many_cases_wait(service):
    body = nothing_known(1, sensitivity=True)
    assert len(json.dumps(body)) < 225
    with concurrent.futures.ThreadPoolExecutor(41) as threads:
        asked = [threads.submit(service.post, body) for _ in range(41)]
        eventually(asked[0].done)
        assert service.health() == 200
        assert not all(each.done() for each in asked)
        assert {each.result().status_code for each in asked} == {200}


def test_heads_that_never_end_keep_no_other_request_away(service):
    with contextlib.ExitStack() as held:
        connections = [held.enter_context(service.connect()) for _ in range(MOST_CONNECTIONS)]
        for each in connections:
            each.sendall(b"POST /v1/determinations HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        assert service.health() == 200
        assert service.post({"case_file": CASE}).status_code == 200
        assert taken(connections[0]) == b""  # the oldest made room


def test_a_client_that_leaves_takes_its_work_with_it(service):
    worker = service.ready_worker()
    with service.begin(nothing_known(100, sensitivity=True)):
        before = worker.ticks()
        eventually(lambda: worker.ticks() > before)
    eventually(worker.has_ended)
    assert service.post({"case_file": CASE}).status_code == 200


def test_a_pdf_ends_with_the_client_that_wanted_it(service):
    worker = service.ready_worker()
    path = "/v1/determinations?format=pdf&depth=full"
    with service.begin(nothing_known(MOST_ON_PAPER), path):
        typesetter = eventually(lambda: next(iter(worker.children()), None))
    eventually(typesetter.has_ended)
    assert service.post({"case_file": CASE}).status_code == 200


def test_a_worker_that_is_killed_at_a_request_loses_that_request(service):
    worker = service.ready_worker()
    worker.send(signal.SIGSTOP)
    with concurrent.futures.ThreadPoolExecutor(1) as threads:
        lost = threads.submit(service.post, {"case_file": CASE})
        time.sleep(0.5)
        worker.send(signal.SIGKILL)
        assert (lost.result().status_code, kind(lost.result())) == (503, "worker-ended")
    assert service.post({"case_file": CASE}).status_code == 200


def test_it_ends_although_requests_are_under_way():
    with running() as service:
        service.ready_worker().send(signal.SIGSTOP)  # so this request would never end
        with concurrent.futures.ThreadPoolExecutor(1) as threads:
            waits = threads.submit(service.post, {"case_file": CASE})
            time.sleep(0.5)
            assert service.stop() == 0
            assert (waits.result().status_code, kind(waits.result())) == (503, "stopped")


def test_work_that_takes_too_long_is_stopped():
    with running(work_seconds="2") as service:
        eventually(lambda: service.post({"case_file": CASE}).status_code == 200)
        worker = service.worker()
        worker.send(signal.SIGSTOP)
        late = service.post({"case_file": CASE})
        assert (late.status_code, kind(late)) == (503, "too-long")
        eventually(lambda: service.post({"case_file": CASE}).status_code == 200)
        assert worker.has_ended()


@pytest.mark.parametrize(
    "sent", [b"", b"GET /health HTTP/1.1\r\nHost:", b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /he"]
)
def test_a_connection_on_which_no_head_comes_is_closed(sent, hasty):
    with hasty.connect() as connection:
        connection.sendall(sent)
        taken(connection)  # what was asked in full is answered
    assert hasty.health() == 200


@pytest.fixture(scope="module")
def hasty():
    with running(client_seconds="1") as made:
        yield made


def test_an_answer_that_is_not_taken_is_not_kept(hasty):
    assert hasty.health() == 200
    time.sleep(2)  # by then the connections of earlier requests are closed, and do not count
    before = hasty.process.sockets()
    with hasty.begin(nothing_known(40)):
        eventually(lambda: hasty.process.sockets() > before)
        eventually(lambda: hasty.process.sockets() == before)
    assert hasty.health() == 200
