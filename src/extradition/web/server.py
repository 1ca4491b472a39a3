"""The server that the service runs on; the only importer of ``uvicorn``."""

from __future__ import annotations

import contextlib
import ipaddress
import signal
import socket
import sys
from collections.abc import Callable, Iterator

import uvicorn
from fastapi import FastAPI

from extradition.source import Problem, SourceError
from extradition.web.log import logging_to

MOST_CONNECTIONS = 512
"""The most connections, busy or idle. The server itself refuses requests on further ones."""
_WAITING = 128
_IDLE_SECONDS = 5
_SECONDS_TO_FINISH = 10
_MOST_HEAD_BYTES = 16_384


def serve(app: FastAPI, host: str, port: int, on_listening: Callable[[str], None]) -> None:
    """Serve *app* until SIGINT or SIGTERM, then finish the requests under way.

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
                http="h11",  # the one parser that every install has
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,  # its lines hold the query
                proxy_headers=False,
                server_header=False,
                limit_concurrency=MOST_CONNECTIONS,
                timeout_keep_alive=_IDLE_SECONDS,
                timeout_graceful_shutdown=_SECONDS_TO_FINISH,
                h11_max_incomplete_event_size=_MOST_HEAD_BYTES,
            )
        )
        with _stopped_by_signals(server):
            name, bound = listening.getsockname()[:2]
            on_listening(f"http://{f'[{name}]' if ':' in name else name}:{bound}")
            server.run(sockets=[listening])


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
