"""The route for programs: it reads body and query once, and as strictly as a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from extradition.source import Document, Problem, SourceError, parse_json
from extradition.web.problems import Refusal

_JSON = re.compile(r'application/json(\s*;\s*charset\s*=\s*"?utf-8"?)?\s*', re.IGNORECASE)


class _Parsed(Request):
    """A request whose body was read and parsed beforehand."""

    async def json(self) -> Any:
        return body_document(self).content


def body_document(request: Request) -> Document:
    """The parsed body of *request*, with the places of its parts."""
    document: Document = request.state.document
    return document


class JsonRoute(APIRoute):
    """A route that reads JSON with ``source.parse_json`` and refuses unknown query parameters."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The function of the route, after the body is read and the query is checked."""
        go_on = super().get_route_handler()
        known = {parameter.alias for parameter in self.dependant.query_params}

        async def read(request: Request) -> Response:
            _refuse_unknown(request, known)
            if self.body_field is None:
                return await go_on(request)
            if not _JSON.fullmatch(request.headers.get("content-type", "")):
                raise Refusal("not_json")
            parsed = _Parsed(request.scope, request.receive)  # this object keeps the body
            try:
                parsed.state.document = await run_in_threadpool(parse_json, await parsed.body())
            except SourceError as error:
                raise Refusal("unreadable", error.problems) from None
            return await go_on(parsed)

        return read


def _refuse_unknown(request: Request, known: set[str]) -> None:
    """Refuse a query parameter that is unknown or repeated, because it would have no effect."""
    names = [name for name, _ in request.query_params.multi_items()]
    problems = [
        Problem(None, name, "is not asked for in the query")
        for name in dict.fromkeys(names)
        if name not in known
    ]
    problems += [
        Problem(None, name, "is given twice in the query") for name in known if names.count(name) > 1
    ]
    if problems:
        raise SourceError(problems)
