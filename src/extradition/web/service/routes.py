"""The paths of the routes for programs, with their description: those of this version, and the older ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from extradition.casework.further_information import FurtherInformation
from extradition.casework.papers.paper import Paper
from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.policy.comparison import Comparison
from extradition.policy.region import Region
from extradition.report.details import FullDetail, HearingDetail, NoteDetail
from extradition.rule_book.book import NamedLaw
from extradition.rule_book.question import Question
from extradition.source import MOST_BYTES
from extradition.web.limits import MOST_BATCH_BYTES, MOST_BATCHES, MOST_LINES
from extradition.web.problems import PROBLEM
from extradition.web.rule_books import RULE_BOOK
from extradition.web.service.api import WARRANT_FILES, Api, JsonSchema
from extradition.web.service.batch import LINES
from extradition.web.service.bodies import FactPage, Health
from extradition.web.service.json_route import VERSION, JsonRoute, route_id
from extradition.web.service.openapi_headers import OF_RULE_BOOK, PREFERENCE
from extradition.web.service.reports import OF_COMPARISON, OF_ONE_CASE, media_types

NOT_MODIFIED = 304
_ON_ALL = (400, 408, 413, 422, 500, 503)
_ON_READING = (NOT_MODIFIED, *_ON_ALL)
_ON_SENDING = (*_ON_ALL, 403, 412, 415)
_ON_SENDING_FILES = (*_ON_ALL, 403, 415)
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_LINES_DESCRIBED = (
    f"Lines of JSON in UTF-8: at most {MOST_LINES:,} lines of {MOST_BYTES:,} bytes each, "
    f"and {MOST_BATCH_BYTES:,} bytes in all; {MOST_BATCHES} batches at once. Each line of the request is "
    "a LineToDetermine, each line of the answer a LineAnswer (both under components), in the same order."
)
_BY_DETAIL = (
    "The determination (support). The key `detail` tells the three forms in JSON apart: it is `note` or "
    "`hearing`, and the full record has no such key."
)
_LINES = {"schema": {"type": "string", "description": _LINES_DESCRIBED}}


class _Lines(Response):
    """The answer to a batch, as the OpenAPI description names it."""

    media_type = LINES


def api_routes(api: Api) -> tuple[APIRouter, ...]:
    """The routes of this version, the one for probes, and the older paths.

    Args:
        api: the functions of the routes.
    """

    class Tagged(JsonRoute):
        tags_of_answers = api.tags
        books = api.books

    class Older(Tagged):
        """A route that no document describes: FastAPI would make a model of each of its answers."""

        def __init__(self, path: str, endpoint: Callable[..., Any], **described: Any) -> None:
            super().__init__(path, endpoint, **{**described, "responses": None})

    today = APIRouter(route_class=Tagged, prefix=VERSION, generate_unique_id_function=route_id)
    older = APIRouter(route_class=Older, deprecated=True, include_in_schema=False)
    for router in (today, older):
        _add_posts(router, api)
        _add_gets(router, api)
    _add_of_today(today, api)
    older.get("/schema/{name}")(api.plain_schema)
    for_probes = APIRouter(route_class=Older, include_in_schema=False)
    for_probes.get("/health")(api.health)
    return today, for_probes, older


def _add_posts(router: APIRouter, api: Api) -> None:
    one, several = media_types(OF_ONE_CASE), media_types(OF_COMPARISON)
    details = NoteDetail | HearingDetail | FullDetail
    determined = _responses(details, _ON_SENDING, one)
    determined[200]["description"] = _BY_DETAIL
    router.post("/determinations", responses=determined)(api.determinations)
    router.post("/comparisons", responses=_responses(Comparison, _ON_SENDING, several))(api.comparisons)
    router.post("/further-information", responses=_responses(FurtherInformation, _ON_SENDING, one))(
        api.further_information
    )
    router.post("/papers", responses=_responses(Paper, _ON_SENDING, one))(api.papers)
    router.post(
        "/warrants",
        responses=_responses(WarrantReading, _ON_SENDING_FILES),
        openapi_extra={"requestBody": {"required": True, "content": dict.fromkeys(WARRANT_FILES, _BYTES)}},
    )(api.warrants)


def _add_gets(router: APIRouter, api: Api) -> None:
    read: Callable[..., Any] = partial(_responses, statuses=_ON_READING)
    router.get("/regions", responses=read(Region, forms=media_types(OF_ONE_CASE)))(api.regions)
    router.get("/questions", responses=read(dict[str, Question]))(api.questions)
    router.get("/laws", responses=read(dict[str, NamedLaw]))(api.laws)
    router.get("/schema", responses=read(list[str]))(api.schemas)


def _add_of_today(router: APIRouter, api: Api) -> None:
    """The routes that have no older path, or one that is no older: the schema is another one there."""
    router.get("/health", responses=_responses(Health, _ON_READING))(api.health)
    router.get("/facts", responses=_responses(FactPage, _ON_READING))(api.facts)
    router.get(
        "/schema/{name}",
        response_class=JsonSchema,
        responses=_responses(dict[str, Any], (*_ON_READING, 404)),
    )(api.schema)
    answers = _responses(None, _ON_SENDING_FILES)
    answers[200] = {"description": "An answer to each line", "content": {LINES: _LINES}}
    router.post(
        "/batch",
        response_class=_Lines,
        responses=answers,
        openapi_extra={
            "requestBody": {"required": True, "content": {LINES: _LINES}},
            "parameters": [PREFERENCE],
        },
    )(api.batch)


def _responses(
    model: Any, statuses: tuple[int, ...], forms: Iterable[str] = ()
) -> dict[int | str, dict[str, Any]]:
    """The description of the answers of one route."""
    described: dict[int | str, dict[str, Any]] = {
        200: {"model": model, "content": {form: {"schema": {"type": "string"}} for form in forms}}
    }
    if forms:  # a report, which is of one rule book
        described[200]["headers"] = {RULE_BOOK: OF_RULE_BOOK}
    for status in statuses:
        described[status] = {"content": PROBLEM}
    if NOT_MODIFIED in statuses:
        described[NOT_MODIFIED] = {"description": "The client has the answer already"}
    return described
