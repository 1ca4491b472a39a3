"""The log of the service: each request and how it ended, and nothing of its content."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TextIO

from starlette.routing import BaseRoute, Route
from starlette.types import Scope

from extradition.source import where_raised
from extradition.worker_process import Lost

LOGGER = logging.getLogger("extradition.web")
UNKNOWN_PATH = "(unknown path)"

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"})
_RAISED = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def log_request(scope: Scope, routes: Iterable[BaseRoute], status: int | None, seconds: float) -> None:
    """Log one request: method, path of the route, status and time.

    An unknown path and a query are not logged.

    Args:
        scope: the request.
        routes: the routes whose paths may be logged.
        status: the status of the answer; None if the client went away.
        seconds: the time that the answer took.
    """
    LOGGER.info("%s %s %s %.1f ms", *method_and_route(scope, routes), status or "gone", seconds * 1000)


def method_and_route(scope: Scope, routes: Iterable[BaseRoute]) -> tuple[str, str]:
    """The method of a request and the path of its route, both as the service knows them.

    Args:
        scope: the request.
        routes: the routes whose paths may be named.
    """
    method = scope["method"] if scope["method"] in _METHODS else "(unknown method)"
    path = next(
        (
            route.path
            for route in routes
            if isinstance(route, Route) and route.path_regex.fullmatch(scope["path"])
        ),
        UNKNOWN_PATH,
    )
    return method, path


def log_error(error: BaseException) -> None:
    """Log the class of *error* and the place in the code that raised it.

    Its words may quote the case, and are not logged.
    """
    LOGGER.error("%s", where_raised(error))


def log_lost(what: str, lost: Lost) -> None:
    """Log that a worker gave no answer.

    Args:
        what: a request, or a line of a batch.
        lost: the class and the place of its error; none if the worker ended.
    """
    ended = "its worker was stopped, as it took too long" if lost.is_overdue else "its worker ended"
    LOGGER.error("%s has no answer: %s", what, lost.error or ended)


class QuietFormatter(logging.Formatter):
    """A formatter that shows an exception by its class and place only."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatException(self, ei: _RAISED) -> str:  # noqa: N802  the name that logging calls
        """The class of the exception, and the place that raised it."""
        return where_raised(ei[1]) if ei[1] is not None else "no exception"


@contextlib.contextmanager
def logging_to(stream: TextIO) -> Iterator[None]:
    """A block in which the service and its server log to *stream*, requests included."""
    root, level = logging.getLogger(), LOGGER.level
    to = logging.StreamHandler(stream)
    to.setFormatter(QuietFormatter())
    root.addHandler(to)
    LOGGER.setLevel(logging.INFO)
    try:
        yield
    finally:
        LOGGER.setLevel(level)
        root.removeHandler(to)
