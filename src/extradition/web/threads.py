"""Work in a thread, so that the event loop goes on meanwhile; in a worker, which has one request, without."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool

P = ParamSpec("P")
T = TypeVar("T")


class Threads:
    """Whether this process uses threads."""

    are_used = True
    """A worker has one request at a time. There a thread would only cost a millisecond for each request."""


async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What *function* returns, from a thread if this process uses them.

    Args:
        function: the function.
        args: its arguments.
        kwargs: its arguments with a name.
    """
    if Threads.are_used:
        return await run_in_threadpool(function, *args, **kwargs)
    return function(*args, **kwargs)


def threaded(function: Callable[..., Any]) -> Callable[..., Any]:
    """The coroutine that does the same as *function*, with the same parameters.

    Args:
        function: the function.
    """

    @wraps(function)
    async def run(*args: Any, **kwargs: Any) -> Any:
        return await in_thread(function, *args, **kwargs)

    return run
