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
"""Connections beyond which the server itself turns requests away, whatever state the others are in."""
_WAITING = 128
_IDLE_SECONDS = 5
_SECONDS_TO_FINISH = 10
_MOST_HEAD_BYTES = 16_384


def serve(app: FastAPI, host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve *app* on *host* and *port* until SIGINT or SIGTERM comes; requests under way are finished first.

    *told* is called with the address once it is listening; a *port* of 0 is any that is free. What is logged goes to
    standard error.

    Raises:
        SourceError: the address cannot be had.
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
            told(f"http://{f'[{name}]' if ':' in name else name}:{bound}")
            server.run(sockets=[listening])


def is_own(host: str) -> bool:
    """Whether only this machine reaches what listens on *host*."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; the port is taken from here on, so that it can be told."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listening = socket.socket(family, kind, protocol)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else it could not start again for a minute
            listening.bind(address)
            listening.listen(_WAITING)
        except OSError:
            listening.close()
            raise
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SourceError([Problem(None, f"{host}:{port}", f"cannot be listened on: {why.lower()}")]) from None
    return listening


@contextlib.contextmanager
def _stopped_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """Let SIGINT and SIGTERM stop *server* before it runs as well, and after it, when it raises them again, do nothing."""
    before = {each: signal.signal(each, server.handle_exit) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
