"""The application: its routes, its boundary and its OpenAPI description."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema
from starlette.routing import BaseRoute

from extradition.engine.agreement import ENGINE, compile_all
from extradition.hearing import made_by
from extradition.rule_book import RuleBook
from extradition.source import MOST_BYTES
from extradition.web.audit.recording import Audit, Entries, Recording
from extradition.web.boundary import MOST_AT_ONCE, MOST_SECONDS, OWN_HOSTS, Boundary
from extradition.web.checking import checking_routes
from extradition.web.explorer.explorations import Explorations
from extradition.web.explorer.explorer_answers import PATH
from extradition.web.explorer.explorer_limits import MOST_TABLE_BYTES
from extradition.web.explorer.explorer_routes import explorer_routes
from extradition.web.measuring import Measuring, Telemetry
from extradition.web.pages import page_routes
from extradition.web.problems import MEDIA_TYPE, add_handlers
from extradition.web.readiness import readiness_routes
from extradition.web.service.api import Api
from extradition.web.service.batch import MOST_BATCH_BYTES, Batches
from extradition.web.service.bodies import LineToDetermine
from extradition.web.service.json_route import VERSION
from extradition.web.service.lines import LineAnswer
from extradition.web.service.routes import api_routes


class Service(FastAPI):
    """The application; its OpenAPI description gives a problem its own media type."""

    names_the_user = False
    """Whether a request with a case is refused if it does not name the user."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made from the models of the requests and the answers."""
        described = super().openapi()
        components = described["components"]
        components["schemas"] = {**_line_models(), **components["schemas"]}
        for path in described["paths"].values():
            for method, operation in path.items():
                if self.names_the_user and method == "post":
                    refused = {**operation["responses"]["503"], "description": "Forbidden"}
                    operation["responses"]["403"] = refused
                for status, answer in operation["responses"].items():
                    if int(status) >= 400:  # noqa: PLR2004  where errors begin
                        answer["content"] = {MEDIA_TYPE: next(iter(answer["content"].values()))}
        return described


def _line_models() -> dict[str, Any]:
    """The models of the lines of a batch, and those that they refer to, by name."""
    models: list[tuple[type[BaseModel], JsonSchemaMode]]
    models = [(LineToDetermine, "validation"), (LineAnswer, "serialization")]
    _, described = models_json_schema(models, ref_template="#/components/schemas/{model}")
    models_of_lines: dict[str, Any] = described["$defs"]
    return models_of_lines


def application(
    rule_book: RuleBook,
    *,
    engine: ENGINE = "durable",
    hosts: Iterable[str] = (),
    most_bytes: int = MOST_BYTES,
    most_seconds: float = MOST_SECONDS,
    most_at_once: int = MOST_AT_ONCE,
    jobs: int | None = None,
    audit: Audit | None = None,
    telemetry: Telemetry | None = None,
    tables: Path | None = None,
) -> FastAPI:
    """The service over *rule_book*, as an ASGI application.

    Args:
        rule_book: the law that the service applies.
        engine: as for ``determine``; a request may name another, and the answer names the one used.
        hosts: the host names that requests may use, besides those of the machine itself.
        most_bytes: the size of the largest body that is read.
        most_seconds: the time in which the whole body must arrive.
        most_at_once: the number of requests that are taken at once.
        jobs: the number of processes that work on batches, by default one for each core; they start with the
            first batch and end with this process, or with ``app.state.batches.close()``.
        audit: how requests are recorded; by default they are not.
        telemetry: what is measured of each request; by default nothing.
        tables: a folder with tables that users of the explorer may name; by default none. What it holds of
            tables ends with this process, or with ``app.state.explorations.close()``.

    Raises:
        EngineError: durable-rules cannot be loaded or cannot hold the rules, and *engine* asks for it.
    """
    if engine == "durable":
        compile_all(rule_book)
    app = _without_routes()
    app.names_the_user = audit is not None and audit.trusted is not None
    entries = None if audit is None else Entries(audit, rule_book.digest, made_by())
    app.state.batches = Batches(rule_book, engine, jobs or os.cpu_count() or 1, entries)
    app.state.explorations = Explorations(rule_book, engine)
    routers = (
        *api_routes(Api(rule_book, engine, app.state.batches)),
        page_routes(rule_book, engine),
        checking_routes(rule_book, engine),
        explorer_routes(rule_book, app.state.explorations, tables, entries),
        readiness_routes(None if audit is None else audit.record),
    )
    routes = _add_routes(app, rule_book, routers)
    streamed = {f"{VERSION}/batch": MOST_BATCH_BYTES, PATH: MOST_TABLE_BYTES + MOST_BYTES}
    if entries is not None:
        app.add_middleware(Recording, entries=entries, routes=routes, streamed=frozenset(streamed))
    app.add_middleware(
        Boundary,
        routes=routes,
        hosts=OWN_HOSTS | {host.lower() for host in hosts},
        most_bytes=most_bytes,
        most_seconds=most_seconds,
        most_at_once=most_at_once,
        streamed=streamed,
    )
    if telemetry is not None:
        app.add_middleware(Measuring, telemetry=telemetry, routes=routes)
    return app


def _without_routes() -> Service:
    return Service(
        title="extradition",
        version=made_by().split()[-1],
        docs_url=None,  # both pages load scripts from other hosts
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
    )


def _add_routes(app: Service, rule_book: RuleBook, routers: Iterable[APIRouter]) -> list[BaseRoute]:
    """The routes of *app*, once those of the *routers* are in it."""
    add_handlers(app, rule_book)
    routes = [*app.routes]
    for router in routers:
        app.include_router(router)
        routes += router.routes
    return routes
