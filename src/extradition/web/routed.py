"""The routes of the service and its OpenAPI description, without the boundary around them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import Any, cast

from fastapi import APIRouter, FastAPI
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from extradition.engine.agreement import ENGINE
from extradition.hearing import made_by
from extradition.rule_book import RuleBook
from extradition.web.audit.audited import AuditRecord
from extradition.web.checking import checking_routes
from extradition.web.example_cases import ExampleCases
from extradition.web.limits import table_of_limits
from extradition.web.pages import page_routes
from extradition.web.problems import add_handlers
from extradition.web.readiness import readiness_routes
from extradition.web.rule_books import RuleBooks
from extradition.web.service.api import Api
from extradition.web.service.batch import Batches
from extradition.web.service.bodies import LineToDetermine
from extradition.web.service.etags import if_none_match, names, names_any, tag_of
from extradition.web.service.json_route import route_id
from extradition.web.service.lines import LineAnswer
from extradition.web.service.openapi_headers import describe_retrying, describe_tags
from extradition.web.service.openapi_schemas import open_answers
from extradition.web.service.routes import api_routes
from extradition.web.start import start_routes

_DESCRIPTION = """\
Determinations (support), never decisions.

A path answers the methods that are listed here, and `HEAD` wherever it has `GET`.
Another method gets 405, and `Allow` lists all those of the path.

The limits:

{}"""


class Service(FastAPI):
    """The application; its OpenAPI description has the lines of a batch, and the tags of the answers."""

    known_routes: tuple[BaseRoute, ...] = ()
    """The routes whose paths may be logged."""

    def setup(self) -> None:
        """Add the path of the OpenAPI description, whose answer gets an entity tag."""
        super().setup()
        (route,) = self.router.routes  # the only one that is there at first
        self.router.routes.remove(route)
        described = partial(_tagged, cast("Route", route).endpoint)
        self.add_route(str(self.openapi_url), described, include_in_schema=False)

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made from the models of the requests and the answers."""
        if self.openapi_schema:  # made before, and completed
            return self.openapi_schema
        described = super().openapi()
        components = described["components"]
        components["schemas"] = {**_line_models(), **components["schemas"]}
        open_answers(described)
        for path in described["paths"].values():
            for operation in path.values():
                describe_retrying(operation)
                describe_tags(operation)
        return described


async def _tagged(described: Callable[[Request], Awaitable[Response]], request: Request) -> Response:
    """The answer of *described* with its tag, or the status 304 if the client has it already."""
    answer = await described(request)
    tag = tag_of(bytes(answer.body))
    given = if_none_match(request)
    if names(given, tag) or names_any(given):
        return Response(status_code=304, headers={"ETag": tag})
    answer.headers["ETag"] = tag
    return answer


def _line_models() -> dict[str, Any]:
    """The models of the lines of a batch, and those that they refer to, by name."""
    models: list[tuple[type[BaseModel], JsonSchemaMode]]
    models = [(LineToDetermine, "validation"), (LineAnswer, "serialization")]
    _, described = models_json_schema(models, ref_template="#/components/schemas/{model}")
    models_of_lines: dict[str, Any] = described["$defs"]
    return models_of_lines


def routed(
    rule_book: RuleBook, engine: ENGINE, batches: Batches, record: AuditRecord | None = None
) -> Service:
    """The service over *rule_book*, and the further rule books of this package, with every route and nothing
    around them.

    Args:
        rule_book: the law that the service applies.
        engine: the engine of requests that name none.
        batches: the batches of the service.
        record: the audit record that the service keeps; None if it keeps none.
    """
    app, books = _without_routes(), RuleBooks(rule_book)
    examples = ExampleCases(books)
    add_handlers(app, books)
    routers = (
        *api_routes(Api(books, engine, batches)),
        start_routes(books, examples),
        page_routes(books, examples, engine),
        checking_routes(books, engine),
        readiness_routes(record),
    )
    _add_routes(app, routers)
    return app


def _without_routes() -> Service:
    return Service(
        title="extradition",
        version=made_by().split()[-1],
        description=_DESCRIPTION.format(table_of_limits()),
        docs_url=None,  # both pages load scripts from other hosts
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=route_id,
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
    )


def _add_routes(app: Service, routers: Iterable[APIRouter]) -> None:
    """Add the routes of the *routers* to *app*, each by itself. FastAPI asks an included router twice."""
    for router in routers:
        app.router.routes.extend(router.routes)
    app.known_routes = tuple(app.routes)
