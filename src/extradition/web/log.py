"""What the service logs: that there was a request and how it ended, and never anything of what was sent."""

from __future__ import annotations

import contextlib
import logging
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TextIO

from starlette.routing import BaseRoute, Route
from starlette.types import Scope

LOGGER = logging.getLogger("extradition.web")

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"})
_RAISED = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def log_request(scope: Scope, routes: Iterable[BaseRoute], status: int | None, seconds: float) -> None:
    """Log the method, the path of the one of *routes* that *scope* is for, the *status* (none, if the other side went away) and the time.

    What somebody may have written into a path that there is not, or into a query, is not logged.
    """
    method = scope["method"] if scope["method"] in _METHODS else "(unknown method)"
    path = next((route.path for route in routes if isinstance(route, Route) and route.path_regex.fullmatch(scope["path"])), "(unknown path)")
    LOGGER.info("%s %s %s %.1f ms", method, path, status or "gone", seconds * 1000)


def log_error(error: BaseException) -> None:
    """Log what kind of *error* it is and where in the code it was raised: not its words, which may quote the case."""
    LOGGER.error("%s", place_of(error))


def place_of(error: BaseException) -> str:
    """The kind of *error* and where in the code it was raised."""
    places = [f" at {Path(frame.f_code.co_filename).name}:{line}" for frame, line in traceback.walk_tb(error.__traceback__)]
    return type(error).__name__ + "".join(places[-1:])


class QuietFormatter(logging.Formatter):
    """Tells an exception by its kind and place alone, whoever logs it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatException(self, ei: _RAISED) -> str:  # noqa: N802  the name that logging calls
        """The kind of what was raised, and where."""
        return place_of(ei[1]) if ei[1] is not None else "no exception"


@contextlib.contextmanager
def logging_to(stream: TextIO) -> Iterator[None]:
    """Let everything that the service and its server log go to *stream*, requests included."""
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
