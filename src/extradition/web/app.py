"""The application: the routes of the service, and what stands around them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.routing import Route

from extradition.engine.agreement import ENGINE, compile_all
from extradition.hearing import made_by
from extradition.rule_book import RuleBook
from extradition.source import MOST_BYTES
from extradition.web.apart import Apart
from extradition.web.audit.recording import Audit, Entries, Recording
from extradition.web.boundary import ALWAYS_ANSWERED, OWN_HOSTS, Boundary
from extradition.web.deprecation import Deprecation
from extradition.web.explorer.explorations import Explorations
from extradition.web.explorer.explorer_answers import PATH
from extradition.web.explorer.explorer_routes import explorer_routes
from extradition.web.limits import (
    MOST_AT_ONCE,
    MOST_BATCH_BYTES,
    MOST_BODY_SECONDS,
    MOST_TABLE_BYTES,
    MOST_WORK_SECONDS,
)
from extradition.web.log import UNKNOWN_PATH
from extradition.web.loop_workers import LoopWorkers
from extradition.web.measuring import Measuring, Telemetry
from extradition.web.pages import ASSETS
from extradition.web.request_answers import RequestAnswers
from extradition.web.routed import Service, routed
from extradition.web.rule_books import RuleBooks
from extradition.web.service.batch import Batches
from extradition.web.service.json_route import VERSION

_BATCH = f"{VERSION}/batch"
_HERE = ALWAYS_ANSWERED | {UNKNOWN_PATH, _BATCH, *(f"/{name}" for name, _ in ASSETS)}
"""The paths that need no work. A batch has workers of its own, and so has each table of the explorer."""


# Whole: a parameter for each limit, and the layers around the routes in one place, as their order matters.
def application(
    rule_book: RuleBook,
    *,
    engine: ENGINE = "durable",
    hosts: Iterable[str] = (),
    most_bytes: int = MOST_BYTES,
    most_seconds: float = MOST_BODY_SECONDS,
    most_at_once: int = MOST_AT_ONCE,
    workers: int = 0,
    most_work_seconds: float = MOST_WORK_SECONDS,
    jobs: int | None = None,
    audit: Audit | None = None,
    telemetry: Telemetry | None = None,
    tables: Path | None = None,
) -> Service:
    """The service over *rule_book*, as an ASGI application.

    Args:
        rule_book: the law that the service applies.
        engine: as for ``determine``; a request may name another, and the answer names the one used.
        hosts: the host names that requests may use, besides those of the machine itself.
        most_bytes: the size of the largest body that is read.
        most_seconds: the time in which the whole body must arrive.
        most_at_once: the number of requests that are worked on, or wait for that, at once.
        workers: the number of processes that work on requests. They start with
            ``app.state.start()``, or when they are needed, and end with ``app.state.close()``. With 0,
            threads of this process work on them, and their work has no limit of time.
        most_work_seconds: the time that a worker may take for a request.
        jobs: the number of processes that work on batches, by default one for each core. They start with the
            first batch and end with this process, or with ``app.state.close()``.
        audit: how requests are recorded; by default they are not.
        telemetry: what is measured of each request; by default nothing.
        tables: a folder with tables that users of the explorer may name; by default none. What it holds of
            tables ends with this process, or with ``app.state.close()``.

    Raises:
        EngineError: durable-rules cannot be loaded or cannot hold the rules, and *engine* asks for it.
    """
    books = _compiled(RuleBooks(rule_book), engine)
    entries = None if audit is None else Entries(audit, rule_book.digest, made_by())
    batches = Batches(rule_book, engine, jobs or os.cpu_count() or 1, entries)
    explorations = Explorations(books, engine)
    app = routed(rule_book, engine, batches, None if audit is None else audit.record)
    explorer = explorer_routes(books, explorations, tables, entries)
    app.include_router(explorer)
    app.known_routes = (*app.known_routes, *explorer.routes)
    app.state.batches, app.state.explorations = batches, explorations
    app.state.start = lambda: None
    app.state.close = lambda: _close(batches, explorations)
    if workers:
        here = _HERE | {route.path for route in explorer.routes if isinstance(route, Route)}
        _work_apart(app, RequestAnswers(rule_book, engine), workers, most_work_seconds, here)
    streamed = {_BATCH: MOST_BATCH_BYTES, PATH: MOST_TABLE_BYTES + MOST_BYTES}
    if entries is not None:
        app.add_middleware(Recording, entries=entries, routes=app.known_routes, streamed=frozenset(streamed))
    app.add_middleware(
        Boundary,
        routes=app.known_routes,
        hosts=OWN_HOSTS | {host.lower() for host in hosts},
        most_bytes=most_bytes,
        most_seconds=most_seconds,
        most_at_once=most_at_once,
        streamed=streamed,
    )
    app.add_middleware(Deprecation, routes=app.known_routes)
    if telemetry is not None:
        app.add_middleware(Measuring, telemetry=telemetry, routes=app.known_routes)
    return app


def _compiled(books: RuleBooks, engine: ENGINE) -> RuleBooks:
    """*books*, with their rules compiled if *engine* fires them.

    Raises:
        EngineError: durable-rules cannot be loaded or cannot hold the rules.
    """
    if engine == "durable":
        for each in books.each:
            compile_all(each)
    return books


def _close(*held: Batches | Explorations | LoopWorkers[Any, Any]) -> None:
    """End what the service holds."""
    for each in held:
        each.close()


def _work_apart(
    app: Service, answers: RequestAnswers, count: int, most_seconds: float, here: frozenset[str]
) -> None:
    """Have *count* workers answer the requests of *app*, but for the paths answered *here*."""
    workers = LoopWorkers(answers, count, most_seconds)
    batches, explorations = app.state.batches, app.state.explorations
    app.state.start = workers.start
    app.state.close = lambda: _close(workers, batches, explorations)
    app.state.workers = workers
    app.add_middleware(Apart, workers=workers, routes=app.known_routes, here=here)
