"""The application: its routes, its boundary and its OpenAPI description."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI

from extradition.engine.agreement import ENGINE, compile_all
from extradition.hearing import made_by
from extradition.rule_book import RuleBook
from extradition.source import MOST_BYTES
from extradition.web.boundary import MOST_AT_ONCE, MOST_SECONDS, OWN_HOSTS, Boundary
from extradition.web.checking import checking_routes
from extradition.web.pages import page_routes
from extradition.web.problems import MEDIA_TYPE, add_handlers
from extradition.web.service.api import api_routes


class Service(FastAPI):
    """The application; its OpenAPI description gives a problem its own media type."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made from the models of the requests and the answers."""
        described = super().openapi()
        for path in described["paths"].values():
            for operation in path.values():
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
) -> FastAPI:
    """The service over *rule_book*, as an ASGI application.

    Args:
        rule_book: the law that the service applies.
        engine: as for ``determine``; a request may name another, and the answer names the one used.
        hosts: the host names that requests may use, besides those of the machine itself.
        most_bytes: the size of the largest body that is read.
        most_seconds: the time in which the whole body must arrive.
        most_at_once: the number of requests that are taken at once.

    Raises:
        EngineError: durable-rules cannot be loaded or cannot hold the rules, and *engine* asks for it.
    """
    if engine == "durable":
        compile_all(rule_book)
    app = Service(
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
    add_handlers(app, rule_book)
    routes = [*app.routes]
    for routes_of in (api_routes, page_routes, checking_routes):
        router = routes_of(rule_book, engine)
        app.include_router(router)
        routes += router.routes
    app.add_middleware(
        Boundary,
        routes=routes,
        hosts=OWN_HOSTS | {host.lower() for host in hosts},
        most_bytes=most_bytes,
        most_seconds=most_seconds,
        most_at_once=most_at_once,
    )
    return app
