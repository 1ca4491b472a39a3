"""The route for programs: it reads body and query once, as strictly as a file, and tags each answer."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Coroutine
from typing import Any, ClassVar, cast

from fastapi import Request
from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from starlette.responses import Response

from extradition.source import Document, OptionError, Problem, SourceError, keys_at, nearest, parse_json
from extradition.web.problems import STATUS, Refusal, with_words_of_cases
from extradition.web.rule_books import RuleBooks
from extradition.web.service.etags import Tags, if_none_match, names, names_any
from extradition.web.service.unknown_names import MOST_NAME_LETTERS, unknown_names
from extradition.web.threads import in_thread, threaded

VERSION = "/v1"
"""The path before each route of the version of today."""
RouteHandler = Callable[[Request], Coroutine[Any, Any, Response]]
"""The function of a route, which answers a request."""
_UTF_8 = re.compile(r'(\s*;\s*charset\s*=\s*"?utf-8"?)?\s*', re.IGNORECASE)

_OF_BODY = "is no parameter of the query: write it as a key of the body"
_FIRST_NOT_OF_SUCCESS = 300


def route_id(route: APIRoute) -> str:
    """The id of a route in the OpenAPI description: its name.

    Args:
        route: the route.
    """
    return route.name


def is_media_type(media_type: str, header: str) -> bool:
    """Whether the Content-Type *header* says *media_type*, in UTF-8.

    Args:
        media_type: the media type, in small letters.
        header: the value of the header.

    >>> is_media_type("a/b", "A/B; charset=UTF-8"), is_media_type("a/b", "a/b; charset=utf-16")
    (True, False)
    """
    named, rest = header[: len(media_type)], header[len(media_type) :]
    return named.lower() == media_type and _UTF_8.fullmatch(rest) is not None


class _Parsed(Request):
    """A request whose body was read and parsed beforehand."""

    async def json(self) -> Any:
        return (await body_document(self)).content


async def body_document(request: Request) -> Document:
    """The parsed body of *request*, with the places of its parts."""
    document: Document = request.state.document
    return document


class JsonRoute(APIRoute):
    """A route that reads JSON with ``source.parse_json`` and refuses unknown query parameters.

    Its answers have an entity tag. A request that names the tag in If-None-Match gets the status 304, or 412
    where the method is not GET (RFC 9110, section 13.1.2). A request with a fault gets its fault, also with
    ``If-None-Match: *`` (section 13.2.1).
    """

    tags_of_answers: ClassVar[Tags | None] = None
    """The tags of the answers; None for a route whose answers have none."""
    books: ClassVar[RuleBooks | None] = None
    """The rule books whose laws a request may name; None for a route that takes none."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **described: Any) -> None:
        runs = endpoint if inspect.iscoroutinefunction(endpoint) else threaded(endpoint)
        super().__init__(path, runs, **described)

    def get_route_handler(self) -> RouteHandler:
        """The function of the route, after the body is read and the query is checked."""
        go_on = self._at_once(super().get_route_handler())
        known = {parameter.alias for parameter in self.dependant.query_params}

        async def read(request: Request) -> Response:
            parsed = request if self.body_field is None else await _parsed(request)
            content = None if self.body_field is None else (await body_document(parsed)).content
            names = self._unknown_names(_short_values(request, known), content)
            unknown = _unknown_in(request, known, self._keys_of_body)
            if unknown or names:
                await self._refuse(parsed, go_on, unknown, names)
            sends_a_file = self.body_field is None and request.method != "GET"
            if self.tags_of_answers is None or sends_a_file:
                return await go_on(parsed)
            return await self._unless_known(parsed, go_on, self.tags_of_answers)

        return read

    def _keys_of_body(self) -> Collection[str]:
        if self.body_field is None:
            return ()
        return keys_at(cast("type[BaseModel]", self.body_field.field_info.annotation), ())

    def _unknown_names(self, *asked: object) -> list[Problem]:
        return [each for one in asked for each in unknown_names(one, self.books)] if self.books else []

    async def _refuse(
        self, request: Request, go_on: RouteHandler, problems: list[Problem], names: list[Problem]
    ) -> None:
        """Refuse a *request* with those *problems* and unknown *names*, and with what its answer would say.

        Raises:
            Refusal: nothing but names is unknown; or the request is refused with another status.
            SourceError: something else is wrong; it carries every problem.
            RequestValidationError: the request has faults of shape, to which its handler adds those problems.
        """
        found = [*problems, *names]
        request.state.problems = found
        try:
            await go_on(request)
        except SourceError as error:
            found = [*found, *error.problems]
        except OptionError as error:
            found = found if names else [*found, Problem(None, "", str(error))]
        except Refusal as refusal:
            if STATUS[refusal.kind] != STATUS["faults"]:
                raise
            found = [*found, *refusal.problems]
        if self.books and self.body_field is not None:
            found = [*with_words_of_cases(found, await body_document(request), self.books)]
        if found == names:
            raise Refusal("unknown_law", names)
        raise SourceError(dict.fromkeys(found))

    def _at_once(self, go_on: RouteHandler) -> RouteHandler:
        """The function *go_on* that answers a request without a query by itself, if its body has no fault.

        Where there is only a body to validate, looking for other parameters takes longer than that.
        """
        if self.body_field is None or any(
            each.field_info.is_required() for each in self.dependant.query_params
        ):
            return go_on
        name = self.dependant.body_params[0].name
        model = cast("type[BaseModel]", self.body_field.field_info.annotation)

        async def answer(request: Request) -> Response:
            document = await body_document(request)
            try:
                asked = model.model_validate(document.content)
            except ValidationError:
                return await go_on(request)  # it says what is wrong
            return cast("Response", await self.endpoint(**{name: asked}, body=document))

        async def choose(request: Request) -> Response:
            return await (go_on if request.scope["query_string"] else answer)(request)

        return choose

    async def _unless_known(self, request: Request, go_on: RouteHandler, tags: Tags) -> Response:
        """The answer to *request* with its tag, unless the client has that answer already."""
        content = None if self.body_field is None else (await body_document(request)).content
        path = request.url.path.removeprefix(VERSION)
        # An old path whose answer differs has another endpoint.
        tag = tags.of(f"{path} {self.endpoint.__name__}", request.query_params.multi_items(), content)
        given = if_none_match(request)
        if names(given, tag):  # such a tag is of an answer without a fault
            return _unchanged(request, tag)
        answer = await go_on(request)
        if names_any(given) and answer.status_code < _FIRST_NOT_OF_SUCCESS:
            return _unchanged(request, tag)
        answer.headers["ETag"] = tag
        return answer


def _unchanged(request: Request, tag: str) -> Response:
    """The answer to a client that has the answer with that *tag* already."""
    if request.method == "GET":
        return Response(status_code=304, headers={"ETag": tag})
    raise Refusal("unchanged", headers={"ETag": tag})


async def _parsed(request: Request) -> _Parsed:
    """The *request* with its body read and parsed."""
    if not is_media_type("application/json", request.headers.get("content-type", "")):
        raise Refusal("not_json")
    parsed = _Parsed(request.scope, request.receive)  # this object keeps the body
    try:
        parsed.state.document = await in_thread(parse_json, await parsed.body())
    except SourceError as error:
        raise Refusal("unreadable", error.problems) from None
    return parsed


def _short_values(request: Request, known: set[str]) -> dict[str, str]:
    """The query parameters that are *known*, without those that are too long for a name."""
    sent = request.query_params.items()
    return {name: value for name, value in sent if name in known and len(value) <= MOST_NAME_LETTERS}


def _unknown_in(request: Request, known: set[str], of_body: Callable[[], Collection[str]]) -> list[Problem]:
    """The query parameters that are unknown or repeated, and so would have no effect. The message on one that
    is a key *of_body* says so.
    """
    sent = [name for name, _ in request.query_params.multi_items()]
    problems = [
        Problem(
            None,
            name,
            _OF_BODY if name in of_body() else f"is not asked for in the query{nearest(name, known)}",
        )
        for name in dict.fromkeys(sent)
        if name not in known
    ]
    problems += [Problem(None, name, "is given twice in the query") for name in known if sent.count(name) > 1]
    return problems
