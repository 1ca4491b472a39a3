"""The lines of a batch: as its body has them, and as they are being answered."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from concurrent.futures import Future
from typing import Any

from starlette.types import Receive

from extradition.report.depths import DEPTH
from extradition.source import MOST_BYTES
from extradition.web.body_limits import BodyTooLarge, BodyTooSlow
from extradition.web.limits import MOST_BATCH_BYTES, MOST_BODY_SECONDS, MOST_LINES
from extradition.web.log import log_lost
from extradition.web.problems import KIND, details_of, details_of_lost
from extradition.web.service.lines import NO_VALUES, BatchLine, LineText, line_refused, own_values
from extradition.web.threads import in_thread
from extradition.worker_process import Lost


class ClientGone(Exception):  # noqa: N818
    """The client went away."""


class LineBegun:
    """A line that is being answered.

    Args:
        number: the number of the line in the body, from 1.
        answer: its answer, or the answer to come.
        text: its text; None if no worker sees the line, because it exceeds a limit.
    """

    def __init__(
        self, number: int, answer: Future[LineText | Lost] | LineText, text: bytes | None = None
    ) -> None:
        self.number = number
        self.text = text
        self._answer = answer

    async def answer(self) -> LineText:
        """The answer of the worker; without one, the problem."""
        if isinstance(self._answer, LineText):
            return self._answer
        made = await asyncio.wrap_future(self._answer)
        if isinstance(made, LineText):
            return made
        log_lost("a line of a batch", made)
        own = NO_VALUES if self.text is None else await in_thread(own_values, self.text)
        return line_refused(self.number, own, details_of_lost(made))

    def cancel(self) -> None:
        """Take the line back, if no worker is at it."""
        if isinstance(self._answer, Future):
            self._answer.cancel()


async def lines_of_body(receive: Receive, detail: DEPTH) -> AsyncIterator[BatchLine | LineBegun]:
    """Each line of a body that is not empty; the last is the problem of a body that exceeds a limit.

    Args:
        receive: the messages of the request.
        detail: the detail of each determination.

    Raises:
        ClientGone: the client went away.
    """
    number = 0
    try:
        async for text in _texts(receive):
            number += 1
            if number > MOST_LINES:
                yield problem_line(number, "too_many_lines", most=MOST_LINES)
                return
            if len(text) > MOST_BYTES:
                yield problem_line(number, "line_too_long", most_bytes=MOST_BYTES)
            elif text.strip():
                yield BatchLine(number, text, detail)
    except BodyTooLarge:
        yield problem_line(number + 1, "too_large", most_bytes=MOST_BATCH_BYTES)
    except BodyTooSlow:
        yield problem_line(number + 1, "too_slow", seconds=MOST_BODY_SECONDS, next_line=True)


def problem_line(number: int, kind: KIND, **words: Any) -> LineBegun:
    """The line that is answered with a problem of the batch itself.

    Args:
        number: the number of the line.
        kind: the kind of problem.
        words: as for ``problem``.
    """
    return LineBegun(number, line_refused(number, NO_VALUES, details_of(kind, **words)))


async def _texts(receive: Receive) -> AsyncIterator[bytes]:
    """The text of each line. Of a line that is too long, enough to show it."""
    rest = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        *whole, last = message.get("body", b"").split(b"\n")
        for text in whole:
            yield bytes(rest + text[: MOST_BYTES + 1])
            rest.clear()
        rest += last[: MOST_BYTES + 1 - len(rest)]
        more = message.get("more_body", False)
    if rest:
        yield bytes(rest)


async def until_gone(receive: Receive) -> None:
    """Wait until the client goes away; what it still sends is not read.

    Args:
        receive: the messages of the request.

    Raises:
        ClientGone: the client went away.
    """
    with contextlib.suppress(BodyTooLarge, BodyTooSlow):
        while (await receive())["type"] != "http.disconnect":
            pass
        raise ClientGone
