"""The application: its routes, its boundary and its OpenAPI description."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from starlette.routing import BaseRoute

from extradition.engine.agreement import ENGINE, compile_all
from extradition.hearing import made_by
from extradition.rule_book import RuleBook
from extradition.source import MOST_BYTES
from extradition.web.audit.audited import AuditRecord
from extradition.web.audit.recording import Audit, Recording
from extradition.web.boundary import MOST_AT_ONCE, MOST_SECONDS, OWN_HOSTS, Boundary
from extradition.web.checking import checking_routes
from extradition.web.measuring import Measuring, Telemetry
from extradition.web.pages import page_routes
from extradition.web.problems import MEDIA_TYPE, add_handlers
from extradition.web.readiness import readiness_routes
from extradition.web.service.api import api_routes


class Service(FastAPI):
    """The application; its OpenAPI description gives a problem its own media type."""

    names_the_user = False
    """Whether a request with a case is refused if it does not name the user."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made from the models of the requests and the answers."""
        described = super().openapi()
        for path in described["paths"].values():
            for method, operation in path.items():
                if self.names_the_user and method == "post":
                    refused = {**operation["responses"]["503"], "description": "Forbidden"}
                    operation["responses"]["403"] = refused
                for status, answer in operation["responses"].items():
                    if int(status) >= 400:  # noqa: PLR2004  where errors begin
                        answer["content"] = {MEDIA_TYPE: next(iter(answer["content"].values()))}
        return described


def application(
    rule_book: RuleBook,
    *,
    engine: ENGINE = "durable",
    hosts: Iterable[str] = (),
    most_bytes: int = MOST_BYTES,
    most_seconds: float = MOST_SECONDS,
    most_at_once: int = MOST_AT_ONCE,
    audit: Audit | None = None,
    telemetry: Telemetry | None = None,
) -> FastAPI:
    """The service over *rule_book*, as an ASGI application.

    Args:
        rule_book: the law that the service applies.
        engine: as for ``determine``; a request may name another, and the answer names the one used.
        hosts: the host names that requests may use, besides those of the machine itself.
        most_bytes: the size of the largest body that is read.
        most_seconds: the time in which the whole body must arrive.
        most_at_once: the number of requests that are taken at once.
        audit: how requests are recorded; by default they are not.
        telemetry: what is measured of each request; by default nothing.

    Raises:
        EngineError: durable-rules cannot be loaded or cannot hold the rules, and *engine* asks for it.
    """
    if engine == "durable":
        compile_all(rule_book)
    app = _without_routes()
    app.names_the_user = audit is not None and audit.trusted is not None
    routes = _add_routes(app, rule_book, engine, None if audit is None else audit.record)
    if audit is not None:
        app.add_middleware(
            Recording, audit=audit, routes=routes, rule_book=rule_book.digest, made_by=made_by()
        )
    app.add_middleware(
        Boundary,
        routes=routes,
        hosts=OWN_HOSTS | {host.lower() for host in hosts},
        most_bytes=most_bytes,
        most_seconds=most_seconds,
        most_at_once=most_at_once,
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


def _add_routes(
    app: Service, rule_book: RuleBook, engine: ENGINE, record: AuditRecord | None
) -> list[BaseRoute]:
    """The routes of *app*, once those for programs, for people and for the machinery are in it."""
    add_handlers(app, rule_book)
    routers = [routes_of(rule_book, engine) for routes_of in (api_routes, page_routes, checking_routes)]
    routes = [*app.routes]
    for router in (*routers, readiness_routes(record)):
        app.include_router(router)
        routes += router.routes
    return routes
