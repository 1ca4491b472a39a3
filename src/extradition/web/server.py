"""The server that the service runs on; the only importer of ``uvicorn`` and its ``h11``."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import signal
import socket
import sys
from collections.abc import Callable, Iterator

import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from extradition.source import Problem, SourceError
from extradition.web.limits import (
    MOST_CONNECTIONS,
    MOST_HEAD_BYTES,
    MOST_HEAD_SECONDS,
    MOST_SECONDS_TO_FINISH,
    MOST_SECONDS_TO_TAKE,
)
from extradition.web.log import logging_to

_WAITING = 128
_IDLE_SECONDS = 5


class _LimitedHeads(h11.Connection):
    """The reader of requests, which refuses a head that is too large, in however many pieces it came.

    By itself it would refuse one only while it is not whole. It goes on doing so at twice the size.
    """

    def __init__(self) -> None:
        super().__init__(h11.SERVER, 2 * MOST_HEAD_BYTES)

    def next_event(self) -> type[h11.NEED_DATA | h11.PAUSED] | h11.Event:
        """The next part of a request.

        Raises:
            h11.RemoteProtocolError: it is no request, or its head is too large.
        """
        event = super().next_event()
        if isinstance(event, h11.Request) and _size_of_head(event) > MOST_HEAD_BYTES:
            raise h11.RemoteProtocolError("the head is too large")
        return event


def _size_of_head(request: h11.Request) -> int:
    """The size of the head of *request* in bytes, with one space before the value of each header."""
    first_line = len(request.method) + len(request.target) + len(b"  HTTP/1.1\r\n\r\n")
    return first_line + sum(len(name) + len(value) + len(b": \r\n") for name, value in request.headers)


class PatientConnection(H11Protocol):
    """A connection that waits for its client, but not for ever.

    It is closed if no whole head of a request comes in time, or if an answer is not taken in time. Where
    there are too many connections, the one that has waited longest for its client makes room.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Wait for the first request."""
        super().connection_made(transport)
        self.conn = _LimitedHeads()
        self._timer: asyncio.TimerHandle | None = None
        self._wait(MOST_HEAD_SECONDS)
        if len(self.connections) > MOST_CONNECTIONS:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._wait(None)
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Wait for the next request, once the client has taken the answer."""
        self._wait(MOST_SECONDS_TO_TAKE if self.transport.get_write_buffer_size() else MOST_HEAD_SECONDS)
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Wait for the client to take what was sent."""
        super().pause_writing()
        self._wait(MOST_SECONDS_TO_TAKE)

    def resume_writing(self) -> None:
        """Go on: the client has taken it."""
        super().resume_writing()
        self._wait(None if self.is_answering else MOST_HEAD_SECONDS)

    @property
    def is_answering(self) -> bool:
        """Whether a request is being answered, or its body still comes."""
        return self.cycle is not None and not self.cycle.response_complete

    @property
    def is_at_work(self) -> bool:
        """Whether the service, and not the client, has to do something next."""
        return self.is_answering and not self.cycle.more_body

    def _should_upgrade(self) -> bool:
        """Never, and without a warning: a server may pass over Upgrade (RFC 9110, section 7.8)."""
        return False

    def _wait(self, seconds: float | None) -> None:
        """Wait for the client for so many seconds from now; with None, as long as it takes."""
        self.since = self.loop.time()
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if seconds is None else self.loop.call_later(seconds, self._give_up)

    def _give_up(self) -> None:
        """Close the connection, unless the whole head came, or the client still sends a body."""
        if self.is_answering and (self.cycle.more_body or not self.flow.write_paused):
            self._wait(MOST_SECONDS_TO_TAKE if self.flow.write_paused else None)
        else:
            self.transport.abort()

    def _make_room(self) -> None:
        waiting = [
            each for each in self.connections if isinstance(each, PatientConnection) and not each.is_at_work
        ]
        longest = min(waiting, key=lambda each: (each is self, each.is_answering, each.since))
        self.connections.discard(longest)
        longest.transport.abort()


def serve(app: FastAPI, host: str, port: int, on_listening: Callable[[str], None]) -> None:
    """Serve *app* until SIGINT or SIGTERM, then finish the requests under way, and end its workers.

    A request that takes too long to finish is stopped.

    The log goes to standard error.

    Args:
        app: the application.
        host: the address to listen on.
        port: the port to listen on; 0 for any that is free.
        on_listening: called with the address once the server listens.

    Raises:
        SourceError: the server cannot listen on the address.
    """
    with _listening(host, port) as listening, logging_to(sys.stderr):
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                http=PatientConnection,
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,  # its lines hold the query
                proxy_headers=False,
                server_header=False,
                limit_concurrency=MOST_CONNECTIONS + 1,
                timeout_keep_alive=_IDLE_SECONDS,
                timeout_graceful_shutdown=MOST_SECONDS_TO_FINISH,
            )
        )
        with _stopped_by_signals(server):
            name, bound = listening.getsockname()[:2]
            on_listening(address_of(name, bound))
            try:
                app.state.start()
                server.run(sockets=[listening])
            finally:
                app.state.close()


def address_of(name: str, port: int) -> str:
    """The address at which this machine reaches a server that listens on *name* and *port*.

    A server that listens on every address is reached at that of the machine itself.

    Args:
        name: the IP address on which it listens.
        port: the port.

    >>> address_of("0.0.0.0", 8000), address_of("::", 8000)
    ('http://127.0.0.1:8000', 'http://[::1]:8000')
    """
    own = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(name, name)  # noqa: S104  a name, on which nothing listens here
    return f"http://[{own}]:{port}" if ":" in own else f"http://{own}:{port}"


def is_own(host: str) -> bool:
    """Whether only this machine can reach a server that listens on *host*.

    >>> is_own("127.0.0.1"), is_own("0.0.0.0")
    (True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens. It holds the port from now on, so that the address can be reported."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
        try:
            listening.setsockopt(
                socket.SOL_SOCKET, socket.SO_REUSEADDR, 1
            )  # without it the service could not restart for a minute
            listening.bind(address)
            listening.listen(_WAITING)
        except OSError:
            listening.close()
            raise
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SourceError(
            [Problem(None, f"{host}:{port}", f"cannot be listened on: {why.lower()}")]
        ) from None
    return listening


@contextlib.contextmanager
def _stopped_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """A block in which SIGINT and SIGTERM stop *server*, even before it runs.

    After it, they do nothing when raised again.
    """
    before = {each: signal.signal(each, server.handle_exit) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
