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


class KnownPaths:
    """The paths of the routes, each as the service knows it.

    Args:
        routes: the routes whose paths may be named.

    >>> KnownPaths([Route("/schema/{name}", print)]).path("/schema/case")
    '/schema/{name}'
    """

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        known = [route for route in routes if isinstance(route, Route)]
        self._with_names = [route for route in known if route.param_convertors]
        plain = [route.path for route in known if not route.param_convertors]
        self._plain = {path: next(each.path for each in known if _matches(each, path)) for path in plain}

    def path(self, sent: str) -> str:
        """The path of the route that answers a request.

        Args:
            sent: the path of the request.
        """
        found = self._plain.get(sent)
        if found is not None:
            return found
        return next((each.path for each in self._with_names if _matches(each, sent)), UNKNOWN_PATH)


def _matches(route: Route, path: str) -> bool:
    return route.path_regex.fullmatch(path) is not None


def log_request(scope: Scope, paths: KnownPaths, status: int | None, seconds: float) -> None:
    """Log one request: method, path of the route, status and time.

    An unknown path and a query are not logged.

    Args:
        scope: the request.
        paths: the paths that may be logged.
        status: the status of the answer; None if the client went away.
        seconds: the time that the answer took.
    """
    LOGGER.info("%s %s %s %.1f ms", *method_and_route(scope, paths), status or "gone", seconds * 1000)


def method_and_route(scope: Scope, paths: KnownPaths) -> tuple[str, str]:
    """The method of a request and the path of its route, both as the service knows them.

    Args:
        scope: the request.
        paths: the paths that may be named.
    """
    method = scope["method"] if scope["method"] in _METHODS else "(unknown method)"
    return method, paths.path(scope["path"])


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
