"""How the body and the query of a route for programs are read: as strictly as a file is, and once."""

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
    """A request whose body has been read and parsed before it is asked for."""

    async def json(self) -> Any:
        return document_of(self).content


def document_of(request: Request) -> Document:
    """The body of *request*, which knows its places."""
    document: Document = request.state.document
    return document


class JsonRoute(APIRoute):
    """A route that takes JSON as ``source.parse_json`` reads it, and no query that it does not know."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Read the body and look at the query, before anything else is done."""
        go_on = super().get_route_handler()
        known = {parameter.alias for parameter in self.dependant.query_params}

        async def read(request: Request) -> Response:
            _refuse_unknown(request, known)
            if self.body_field is None:
                return await go_on(request)
            if not _JSON.fullmatch(request.headers.get("content-type", "")):
                raise Refusal("not_json")
            parsed = _Parsed(request.scope, request.receive)  # it keeps the body that is read here
            try:
                parsed.state.document = await run_in_threadpool(parse_json, await parsed.body())
            except SourceError as error:
                raise Refusal("unreadable", error.problems) from None
            return await go_on(parsed)

        return read


def _refuse_unknown(request: Request, known: set[str]) -> None:
    """Refuse what is asked in the query and not known, or asked twice: none of it would be heeded."""
    names = [name for name, _ in request.query_params.multi_items()]
    problems = [Problem(None, name, "is not asked for in the query") for name in dict.fromkeys(names) if name not in known]
    problems += [Problem(None, name, "is given twice in the query") for name in known if names.count(name) > 1]
    if problems:
        raise SourceError(problems)
