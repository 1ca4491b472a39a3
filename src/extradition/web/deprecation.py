"""The headers of every answer on a deprecated path: since when, and the path that takes its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import quote

from fastapi.routing import APIRoute
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extradition.web.log import UNKNOWN_PATH, KnownPaths
from extradition.web.service.json_route import VERSION

DEPRECATED_SINCE = dt.datetime(2026, 11, 28, tzinfo=dt.UTC)
"""The day since which the paths without a version are deprecated."""
_SINCE = f"@{int(DEPRECATED_SINCE.timestamp())}".encode()


class Deprecation:
    """ASGI middleware: each answer on a deprecated path, a refusal too, has ``Deprecation`` and a ``Link``.

    Args:
        app: the application inside it.
        routes: the routes of the service, of which some are deprecated.
    """

    def __init__(self, app: ASGIApp, *, routes: Iterable[BaseRoute]) -> None:
        self._app = app
        self._paths = KnownPaths(each for each in routes if isinstance(each, APIRoute) and each.deprecated)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the headers to its answer if its path is deprecated."""
        if scope["type"] != "http" or self._paths.path(scope["path"]) == UNKNOWN_PATH:
            await self._app(scope, receive, send)
            return
        link = f'<{VERSION}{quote(scope["path"])}>; rel="successor-version"'.encode()

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(b"deprecation", _SINCE), (b"link", link)]
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await self._app(scope, receive, send_with_headers)
