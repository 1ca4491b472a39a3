"""The boundary of the service: hosts, sites, limits, headers and log, for every request and answer alike."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extradition.web.allowed import AllowedMethods
from extradition.web.body_limits import Incoming, LimitedBody
from extradition.web.limits import MOST_HELD_BYTES
from extradition.web.log import KnownPaths, log_error, log_request
from extradition.web.origin import is_of_another_site
from extradition.web.problems import problem

OWN_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
ALWAYS_ANSWERED = frozenset({"/health", "/v1/health", "/ready"})
"""The paths that are answered however many requests there are."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
        "img-src 'self' data:; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""The headers of every answer, unless its route sets a stricter one."""
_ENCODED = tuple((name.lower().encode(), value.encode()) for name, value in HEADERS.items())
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(:\d+)?")
_MOST_LENGTH = 18
"""The most digits of a length that is read as a number."""
_NOT_ENCODED = ("", "identity")
_CLOSE = {"Connection": "close"}  # the application does not read the rest of the body
_CLOSED = (b"connection", b"close")
_Headers = Sequence[tuple[bytes, bytes]]


class Boundary:
    """ASGI middleware: hosts, sites, limits, the headers of every answer, the log, and unforeseen errors.

    A HEAD request is answered as a GET, without the body (RFC 9110, section 9.3.2).

    It reads the whole body before the *app* sees any of it, so that it can limit its size and time. The body
    of a *streamed* path reaches the *app* piece by piece, within its own limits. The rest of a body that is
    refused is discarded, once its answer is sent.

    Args:
        app: the application inside the boundary.
        routes: the routes whose paths may be logged.
        hosts: the host names that requests may use, in small letters.
        most_bytes: the size of the largest body that is read.
        most_seconds: the time in which the whole body must arrive.
        most_at_once: the number of requests that are worked on, or wait for that, at once.
        streamed: the size of the largest body of each streamed path.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        routes: Sequence[BaseRoute],
        hosts: frozenset[str],
        most_bytes: int,
        most_seconds: float,
        most_at_once: int,
        streamed: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self._app = app
        self._paths = KnownPaths(routes)
        self._allowed = AllowedMethods(routes)
        self._hosts = hosts
        self._most_bytes = most_bytes
        self._most_seconds = most_seconds
        self._most_at_once = most_at_once
        self._streamed = streamed
        self._at_once = 0
        self._held_bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request to the application, or answer it with a problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        is_head = scope["method"] == "HEAD"
        body = Incoming(scope, receive, self._most_seconds)
        answer = _Answer(scope, send, body, self._allowed)
        try:
            await self._answer({**scope, "method": "GET"} if is_head else scope, body.receive, answer)
        except asyncio.CancelledError:  # the server ends, and this task with it
            body.stop()
            if answer.status is None:
                await problem("stopped", headers=_CLOSE)(scope, receive, answer.send)
        except Exception as error:  # noqa: BLE001  any error is logged by its place: its words may quote the case
            log_error(error)
            if answer.status is None:
                await problem("unforeseen")(scope, receive, answer.send)
        finally:
            log_request(scope, self._paths, answer.status, time.perf_counter() - began)
        await answer.end()

    async def _answer(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        most = self._streamed.get(scope["path"], self._most_bytes)
        refused = self._refused(scope, most)
        if refused is not None:
            await refused(scope, receive, answer.send)
        elif scope["path"] in self._streamed:
            limited = LimitedBody(receive, most, self._most_seconds)
            await self._passed(scope, limited.receive, answer.send)
        else:
            await self._answer_whole(scope, receive, answer)

    async def _answer_whole(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        """Answer a request once its whole body is there. Until then it is not counted, so that many bodies
        that come slowly keep no other request away.
        """
        body = bytearray()
        try:
            refused = await self._read(scope, receive, body)
            if refused is None:
                await self._passed(scope, receive_again(bytes(body), receive), answer.send)
            elif isinstance(refused, Response):
                await refused(scope, receive, answer.send)
        finally:
            self._held_bytes -= len(body)

    async def _passed(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, if there is room for it."""
        if self._at_once >= self._most_at_once and scope["path"] not in ALWAYS_ANSWERED:
            await _busy()(scope, receive, send)
            return
        self._at_once += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._at_once -= 1

    def _refused(self, scope: Scope, most_bytes: int) -> Response | None:
        """The refusal of a request whose body is not read; None if it is read."""
        sent = [(name.lower(), value.decode("latin-1")) for name, value in scope["headers"]]
        hosts = [_HOST.fullmatch(value) for name, value in sent if name == b"host"]
        if len(hosts) != 1 or hosts[0] is None or hosts[0]["name"].lower() not in self._hosts:
            return problem("unknown_host", headers=_CLOSE)
        if is_of_another_site(scope["method"], sent):
            return problem("other_site", headers=_CLOSE)
        codings = ", ".join(value for name, value in sent if name == b"content-encoding")
        if codings.strip().lower() not in _NOT_ENCODED:
            encoded = problem("encoded", headers={**_CLOSE, "Accept-Encoding": "identity"}, coding=codings)
            return self._unrouted(scope) or encoded
        lengths = [value for name, value in sent if name == b"content-length"]
        too_much = any(_says_too_much(value, most_bytes) for value in lengths)
        return self._too_large(scope, most_bytes) if too_much else None

    def _unrouted(self, scope: Scope) -> Response | None:
        return self._allowed.refusal(scope["path"], scope["method"])

    def _too_large(self, scope: Scope, most_bytes: int) -> Response:
        return self._unrouted(scope) or problem("too_large", headers=_CLOSE, most_bytes=most_bytes)

    # Whole: one limit of time, one of size and one of memory hold for each piece of a body.
    async def _read(
        self, scope: Scope, receive: Receive, body: bytearray
    ) -> Response | Literal["gone"] | None:
        """Read the whole body into *body*: None if it is there, else the refusal."""
        more = True
        try:
            async with asyncio.timeout(self._most_seconds):
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return "gone"
                    piece = message.get("body", b"")
                    body += piece
                    self._held_bytes += len(piece)
                    if len(body) > self._most_bytes:
                        return self._too_large(scope, self._most_bytes)
                    if piece and self._held_bytes > MOST_HELD_BYTES:
                        return _busy()
                    more = message.get("more_body", False)
        except TimeoutError:
            return problem("too_slow", headers=_CLOSE, seconds=self._most_seconds)
        return None


def _says_too_much(length: str, most_bytes: int) -> bool:
    return length.isdecimal() and (len(length) > _MOST_LENGTH or int(length) > most_bytes)


def _busy() -> Response:
    return problem("busy", headers={**_CLOSE, "Retry-After": "1"})


class _Answer:
    """An answer that is being sent: it gets the headers, and ``status`` is set once it has begun.

    If the connection closes after it and more of the body may come, its end waits for ``end``.
    """

    def __init__(self, scope: Scope, send: Send, body: Incoming, allowed: AllowedMethods) -> None:
        self._scope = scope
        self._send = send
        self._body = body
        self._allowed = allowed
        self._closes = scope.get("http_version") == "1.0" or _is_closed_by(scope["headers"])
        self._waits = False
        self.status: int | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self._closes = self._closes or _is_closed_by(message["headers"])
            message["headers"] = [*self._with_methods(message["headers"])]
        else:
            is_last = not message.get("more_body", False)
            self._waits = is_last and self._closes and self._body.has_rest
            body = b"" if self._scope["method"] == "HEAD" else message.get("body", b"")
            message = {**message, "body": body, "more_body": self._waits or not is_last}
        await self._send(message)

    async def end(self) -> None:
        """Discard the rest of the body, and end the answer, if that waits."""
        if self._waits:
            with contextlib.suppress(asyncio.CancelledError):  # the server ends
                await self._body.discard()
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    def _with_methods(self, headers: _Headers) -> Iterator[tuple[bytes, bytes]]:
        """The headers of every answer too; Allow with every method, since a route knows its own alone."""
        own = {name.lower() for name, _ in headers}
        for name, value in headers:
            is_allow = name.lower() == b"allow"
            yield name, (is_allow and self._allowed.of(self._scope["path"]).encode()) or value
        yield from (each for each in _ENCODED if each[0] not in own)


def _is_closed_by(headers: _Headers) -> bool:
    return any((name.lower(), value.lower()) == _CLOSED for name, value in headers)


def receive_again(body: bytes, receive: Receive) -> Receive:
    """A *receive* that first gives the whole *body*, which was read already.

    Args:
        body: the body of the request.
        receive: what gives the messages after it.
    """
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_next() -> Message:
        return messages.pop() if messages else await receive()

    return receive_next
