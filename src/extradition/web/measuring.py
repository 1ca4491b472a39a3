"""ASGI middleware that measures each request, and gives nothing of its content away."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extradition.web.log import KnownPaths, method_and_route

_TRACEPARENT = re.compile(rb"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")


@dataclass(frozen=True)
class Measured:
    """One request as it is measured: what the log says of it, and the trace that it belongs to.

    Attributes:
        method: the method, if the service knows it.
        route: the path as the service knows it.
        status: the status of the answer; None if the client went away.
        began: when it began, in nanoseconds since 1970.
        ended: when it ended, in nanoseconds since 1970.
        traceparent: the ids of the trace that the caller named; None if it named none.
    """

    method: str
    route: str
    status: int | None
    began: int
    ended: int
    traceparent: str | None


class Telemetry(Protocol):
    """What takes the measured requests."""

    def add(self, request: Measured) -> None:
        """Take one request, without waiting for where it goes.

        Args:
            request: the request as it was measured.
        """


class Measuring:
    """ASGI middleware: the route, the status and the time of each request go to *telemetry*.

    Args:
        app: the application.
        telemetry: what takes the measured requests.
        routes: the routes whose paths may be named.
    """

    def __init__(self, app: ASGIApp, *, telemetry: Telemetry, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._telemetry = telemetry
        self._paths = KnownPaths(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and measure it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status: int | None = None

        async def send_on(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        began = time.time_ns()
        try:
            await self._app(scope, receive, send_on)
        finally:
            method, route = method_and_route(scope, self._paths)
            self._telemetry.add(
                Measured(method, route, status, began, time.time_ns(), _traceparent_of(scope))
            )


def _traceparent_of(scope: Scope) -> str | None:
    """The ids of the caller's trace.

    No other header of a trace is read, since a caller may write anything there.
    """
    values = [value for name, value in scope["headers"] if name.lower() == b"traceparent"]
    return values[0].decode() if len(values) == 1 and _TRACEPARENT.fullmatch(values[0]) else None
