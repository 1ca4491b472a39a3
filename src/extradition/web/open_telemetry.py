"""Traces and times for OpenTelemetry; the only importer of ``opentelemetry``."""

from __future__ import annotations

from extradition.source import MissingExtraError
from extradition.web.measuring import Measured

try:
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import MetricReader, PeriodicExportingMetricReader
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from opentelemetry.trace import SpanKind, Status, StatusCode
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
except ModuleNotFoundError as error:
    raise MissingExtraError("telemetry", "telemetry") from error

_SERVER_ERRORS = 500
_NANOSECONDS = 1_000_000_000


class OpenTelemetry:
    """Telemetry that sends a span and a duration for each request.

    Args:
        rule_book: the digest of the rule book.
        version: the version of the package.
        spans: where the spans go; by default to the collector that the environment names
            (``OTEL_EXPORTER_OTLP_ENDPOINT``).
        times: where the durations go; by default to the same collector.
    """

    def __init__(
        self,
        rule_book: str,
        version: str,
        *,
        spans: SpanProcessor | None = None,
        times: MetricReader | None = None,
    ) -> None:
        resource = Resource.create(
            {
                "service.name": "extradition",
                "service.version": version,
                "extradition.rule_book": rule_book,
            }
        )
        self._spans = TracerProvider(resource=resource)
        self._spans.add_span_processor(spans or BatchSpanProcessor(OTLPSpanExporter()))
        self._times = MeterProvider([times or PeriodicExportingMetricReader(OTLPMetricExporter())], resource)
        self._tracer = self._spans.get_tracer("extradition")
        self._duration = self._times.get_meter("extradition").create_histogram(
            "http.server.request.duration", unit="s"
        )

    def add(self, request: Measured) -> None:
        """Take one request, without waiting for where it goes.

        Args:
            request: the request as it was measured.
        """
        said: dict[str, str | int] = {"http.request.method": request.method, "http.route": request.route}
        if request.status is not None:
            said["http.response.status_code"] = request.status
        self._duration.record((request.ended - request.began) / _NANOSECONDS, said)
        carrier = {} if request.traceparent is None else {"traceparent": request.traceparent}
        span = self._tracer.start_span(
            f"{request.method} {request.route}",
            TraceContextTextMapPropagator().extract(carrier),
            SpanKind.SERVER,
            said,
            start_time=request.began,
        )
        if request.status is None or request.status >= _SERVER_ERRORS:
            span.set_status(Status(StatusCode.ERROR))
        span.end(request.ended)

    def close(self) -> None:
        """Send what is left, and stop."""
        self._spans.shutdown()
        self._times.shutdown()
