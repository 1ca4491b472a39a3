"""Telemetry: what is measured of a request, and that nothing of the case is in it."""

import asyncio
import sys
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from asked import Asked
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from strategies import BOOK, ROOT

from extradition import cli, web
from extradition.source import read
from extradition.web import application
from extradition.web.measuring import Measured, Measuring
from extradition.web.open_telemetry import OpenTelemetry

MARKER = "Marmaduke"
CASE = {**read(ROOT / "examples/merticariu/case.yaml").content, "case": MARKER, "notes": [MARKER]}
TRACE, PARENT = "1" * 32, "2" * 16


class Kept:
    """Telemetry whose spans and durations stay in memory."""

    def __init__(self):
        self._spans, self._times = InMemorySpanExporter(), InMemoryMetricReader()
        self.telemetry = OpenTelemetry(
            BOOK.digest, "1.2", spans=SimpleSpanProcessor(self._spans), times=self._times
        )

    def close(self):
        self.telemetry.close()

    def spans(self):
        return self._spans.get_finished_spans()

    def durations(self):
        found = self._times.get_metrics_data().resource_metrics[0].scope_metrics[0].metrics
        return [(each.name, point) for each in found for point in each.data.data_points]


@pytest.fixture
def kept():
    with closing(Kept()) as made:
        yield made


@pytest.fixture
def client(kept):
    return Asked(application(BOOK, engine="plain", telemetry=kept.telemetry))


def test_a_request_is_a_span_with_its_route_and_its_status(kept, client):
    assert client.post("/determinations", json={"case_file": CASE}).status_code == 200
    (span,) = kept.spans()
    assert (span.name, span.kind, span.parent) == ("POST /determinations", SpanKind.SERVER, None)
    said = {"http.request.method": "POST", "http.route": "/determinations", "http.response.status_code": 200}
    assert dict(span.attributes) == said
    assert span.status.status_code is StatusCode.UNSET
    assert 0 < span.end_time - span.start_time < 60 * 10**9
    of = span.resource.attributes
    assert (of["service.name"], of["service.version"]) == ("extradition", "1.2")
    assert of["extradition.rule_book"] == BOOK.digest
    ((name, point),) = kept.durations()
    assert (name, dict(point.attributes), point.count) == ("http.server.request.duration", said, 1)
    assert point.sum == pytest.approx((span.end_time - span.start_time) / 10**9)


def test_nothing_of_a_case_or_of_its_user_is_measured(kept, client):
    headers = {"x-asked-by": MARKER, "baggage": f"case={MARKER}", "tracestate": f"case={MARKER.lower()}"}
    headers |= {"traceparent": f"00-{TRACE}-{PARENT}-01", "user-agent": MARKER}
    client.post(f"/determinations?{MARKER}={MARKER}", json={"case_file": CASE}, headers=headers)
    client.post(f"/{MARKER}", json={"case_file": CASE}, headers=headers)
    client.request(MARKER.upper(), "/laws", headers=headers)
    said = "".join(span.to_json() for span in kept.spans()) + repr(kept.durations())
    assert MARKER.lower() not in said.lower()
    assert [span.name for span in kept.spans()] == [
        *("POST /determinations", "POST (unknown path)", "(unknown method) /laws")
    ]


def test_a_span_belongs_to_the_trace_of_the_caller(kept, client):
    client.get("/laws", headers={"traceparent": f"00-{TRACE}-{PARENT}-01"})
    (span,) = kept.spans()
    assert (f"{span.context.trace_id:x}", f"{span.parent.span_id:x}") == (TRACE, PARENT)
    assert dict(span.context.trace_state) == {}


@pytest.mark.parametrize("traceparent", [MARKER, f"00-{TRACE}-{PARENT}-01-more", f"01-{TRACE}-{PARENT}-01"])
def test_a_trace_that_cannot_be_read_is_left_alone(kept, client, traceparent):
    client.get("/laws", headers={"traceparent": traceparent})
    assert [span.parent for span in kept.spans()] == [None]


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (404, StatusCode.UNSET, {"http.response.status_code": 404}),
        (503, StatusCode.ERROR, {"http.response.status_code": 503}),
        (None, StatusCode.ERROR, {}),
    ],
)
def test_a_failure_is_marked_in_its_span(kept, status, code, said):
    kept.telemetry.add(Measured("GET", "/x", status, 1, 2, None))
    (span,) = kept.spans()
    assert (span.status.status_code, span.status.description) == (code, None)
    assert dict(span.attributes) == {"http.request.method": "GET", "http.route": "/x", **said}


def test_a_request_that_fails_is_measured_and_other_messages_are_not():
    measured = []

    class Telemetry:
        add = measured.append

    async def app(scope, receive, send):
        if scope["type"] == "http":
            raise RuntimeError(MARKER)

    measuring = Measuring(app, telemetry=Telemetry, routes=())
    asyncio.run(measuring({"type": "lifespan"}, None, None))
    with pytest.raises(RuntimeError, match=MARKER):
        asyncio.run(measuring({"type": "http", "method": "GET", "path": "/", "headers": []}, None, None))
    assert [(each.route, each.status) for each in measured] == [("(unknown path)", None)]


class Collector(BaseHTTPRequestHandler):
    """A collector on this machine, which keeps what it gets."""

    got: ClassVar = {}

    def do_POST(self):
        self.got[self.path] = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def test_the_command_sends_to_the_collector_if_asked(monkeypatch):
    def serve(app, *_):
        answer = Asked(app).post(f"/determinations?{MARKER}", json={"case_file": CASE})
        assert answer.status_code == 422
        app.state.close()

    monkeypatch.setattr(web, "serve", serve)
    with ThreadingHTTPServer(("127.0.0.1", 0), Collector) as collector:
        threading.Thread(target=collector.serve_forever).start()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{collector.server_port}")
        assert cli.main(["serve", "--engine", "plain", "--telemetry"]) == 0
        collector.shutdown()
    assert set(Collector.got) == {"/v1/traces", "/v1/metrics"}
    assert b"POST /determinations" in Collector.got["/v1/traces"]
    for sent in Collector.got.values():
        assert BOOK.digest.encode() in sent
        assert MARKER.encode() not in sent


def test_without_its_extra_the_command_says_what_to_install(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "extradition.web.open_telemetry")
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    assert cli.main(["serve", "--engine", "plain", "--telemetry"]) == 2
    assert capsys.readouterr().err == (
        "extradition: telemetry needs more than the plain install: pip install 'extradition[telemetry]'\n"
    )
