"""The limits of a body that is read while the answer is sent, and of one that is discarded after it.

They are its size, the time between its pieces, and the time for which the answer waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from starlette.types import Message, Receive, Scope

from extradition.web.limits import MOST_DISCARDED_BYTES


class BodyTooLarge(Exception):  # noqa: N818  a limit is no error
    """The body is larger than the route takes."""


class BodyTooSlow(Exception):  # noqa: N818
    """No more of the body arrived in time."""


class LimitedBody:
    """The messages of a request, as long as its body keeps the limits.

    Args:
        receive: the messages of the request.
        most_bytes: the size of the largest body.
        most_seconds: the time in which the next piece of the body must arrive.
    """

    def __init__(self, receive: Receive, most_bytes: int, most_seconds: float) -> None:
        self._receive = receive
        self._left = most_bytes
        self._seconds: float | None = most_seconds

    async def receive(self) -> Message:
        """The next message.

        Raises:
            BodyTooLarge: the body is larger than the limit.
            BodyTooSlow: the next piece did not arrive in time.
        """
        try:
            async with asyncio.timeout(self._seconds):
                message = await self._receive()
        except TimeoutError:
            raise BodyTooSlow from None
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise BodyTooLarge
        if not message.get("more_body", False):
            self._seconds = None  # what comes after the body may take its time
        return message


class Incoming:
    """The messages of a request, of whose body the rest can be discarded.

    A client may send its whole body before it reads an answer. If the connection were closed before, the
    client would be reset and lose the answer.

    Args:
        scope: the request.
        receive: its messages.
        most_seconds: the time from now after which nothing more is discarded.
    """

    def __init__(self, scope: Scope, receive: Receive, most_seconds: float) -> None:
        self._receive = receive
        self._until = asyncio.get_running_loop().time() + most_seconds
        self._is_over = False
        self._awaits_answer = any(
            name.lower() == b"expect" and value.lower() == b"100-continue" for name, value in scope["headers"]
        )

    async def receive(self) -> Message:
        """The next message."""
        self._awaits_answer = False  # the server says that it continues
        message = await self._receive()
        self._is_over = not message.get("more_body", False)
        return message

    @property
    def has_rest(self) -> bool:
        """Whether there may be more of the body, and time to discard it."""
        is_late = asyncio.get_running_loop().time() >= self._until
        return not (self._is_over or self._awaits_answer or is_late)

    def stop(self) -> None:
        """Discard nothing more."""
        self._until = 0.0

    async def discard(self) -> None:
        """Read the rest of the body and keep nothing of it, as far as the limits of size and time."""
        left = MOST_DISCARDED_BYTES
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(self._until):
                while left > 0 and not self._is_over:
                    left -= len((await self.receive()).get("body", b""))


class Patience:
    """The time for which an answer waits for its client, with nothing else to do.

    Args:
        seconds: the longest time.
        give_up: called once the time is over.
    """

    def __init__(self, seconds: float, give_up: Callable[[], None]) -> None:
        self._seconds = seconds
        self._give_up = give_up
        self._timer: asyncio.TimerHandle | None = None

    @property
    def waited(self) -> float:
        """The seconds since the answer began to wait; 0 while it does not."""
        if self._timer is None:
            return 0.0
        return asyncio.get_running_loop().time() - self._timer.when() + self._seconds

    def wait(self) -> None:
        """Wait for the client from now on."""
        self.stop()
        self._timer = asyncio.get_running_loop().call_later(self._seconds, self._give_up)

    def stop(self) -> None:
        """Wait no more: there is something to do, or nothing is missing."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
