"""The batch: many cases in one request, a line for each, and an answer for each line as soon as it is made.

Three tasks share the work: one reads lines, one gives them to the workers, one sends the answers in order.
The first never waits for the others, so a client may send its whole body before it reads an answer.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from concurrent.futures import Future
from functools import partial
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from extradition.engine.agreement import ENGINE
from extradition.report.depths import DEPTH
from extradition.rule_book import RuleBook
from extradition.source import MOST_BYTES
from extradition.web.audit.recording import Entries
from extradition.web.body_limits import BodyTooLarge, BodyTooSlow
from extradition.web.channel import Channel
from extradition.web.limits import (
    MOST_BATCH_BYTES,
    MOST_BATCH_SECONDS,
    MOST_BATCHES,
    MOST_BODY_SECONDS,
    MOST_LINES,
    MOST_WORK_SECONDS,
)
from extradition.web.log import log_lost
from extradition.web.problems import KIND, Refusal, details_of, details_of_lost
from extradition.web.service.json_route import VERSION
from extradition.web.service.lines import BatchLine, LineAnswers, LineText, line_id, line_refused
from extradition.web.threads import in_thread
from extradition.worker_process import Lost
from extradition.workers import Workers

LINES = "application/x-ndjson"
"""The media type of a batch and of its answers."""
_AHEAD = 16
"""The lines that are at the workers, or whose answers wait to be sent."""


class Batches:
    """The batches of a service: at most ``MOST_BATCHES`` at once, over the same workers.

    Args:
        rule_book: the law.
        engine: the engine of lines that name none.
        jobs: the number of workers, which start with the first batch.
        entries: the audit record, to which each answered line is added; None if there is none.
    """

    def __init__(
        self, rule_book: RuleBook, engine: ENGINE, jobs: int, entries: Entries | None = None
    ) -> None:
        self.entries = entries
        self._make = partial(LineAnswers, rule_book, engine)
        self._jobs = jobs
        self._workers: Workers[BatchLine, LineText] | None = None
        self.at_once = 0

    @property
    def workers(self) -> Workers[BatchLine, LineText]:
        """The workers, which start with the first line."""
        if self._workers is None:
            self._workers = Workers(self._make(), self._jobs, MOST_WORK_SECONDS)
        return self._workers

    def answer(self, detail: DEPTH) -> BatchResponse:
        """The answer to one batch.

        Args:
            detail: the detail of each determination.

        Raises:
            Refusal: as many batches as there may be are worked on already.
        """
        if self.at_once >= MOST_BATCHES:
            raise Refusal("busy", headers={"Retry-After": "10"})
        return BatchResponse(self, detail)

    def close(self) -> None:
        """End the workers."""
        if self._workers is not None:
            self._workers.close()


class _Gone(Exception):  # noqa: N818
    """The client went away."""


class _Begun:
    """A line that is being answered: its number and its text, and the answer to come.

    The text is None if no worker sees the line, because it exceeds a limit.
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
        name = None if self.text is None else await in_thread(line_id, self.text)
        return line_refused(self.number, name, details_of_lost(made))

    def cancel(self) -> None:
        """Take the line back, if no worker is at it."""
        if isinstance(self._answer, Future):
            self._answer.cancel()


class BatchResponse(Response):
    """The answers to the lines of a body that is read while they are sent.

    Args:
        batches: the batches of the service, of which it is one.
        detail: the detail of each determination.
    """

    media_type = LINES

    def __init__(self, batches: Batches, detail: DEPTH) -> None:
        super().__init__()
        self._batches = batches
        self._detail = detail
        self._lines: Channel[BatchLine | _Begun] = Channel()
        self._begun: Channel[_Begun] = Channel()
        self._window = asyncio.Semaphore(_AHEAD)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer each line in order, until the body and its answers end or the client goes away."""
        headers = [(name, value) for name, value in self.raw_headers if name != b"content-length"]
        entries = self._batches.entries
        asked_by = entries.asked_by(scope) if entries else None
        self._batches.at_once += 1
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
            async with asyncio.timeout(MOST_BATCH_SECONDS), asyncio.TaskGroup() as tasks:
                reading = tasks.create_task(self._read(receive))
                tasks.create_task(self._give())
                await self._send(send, asked_by)
                reading.cancel()
        except* _Gone:
            pass
        finally:
            self._batches.at_once -= 1
            for begun in self._begun.rest():
                begun.cancel()

    async def _read(self, receive: Receive) -> None:
        """Read every line of the body; then wait until the client goes away.

        Raises:
            _Gone: the client went away.
        """
        async for line in _lines(receive, self._detail):
            self._lines.append(line)
        self._lines.end()
        await _until_gone(receive)

    async def _give(self) -> None:
        """Give each line to the workers, a few ahead of the answers that were sent."""
        async for line in self._lines:
            await self._window.acquire()
            begun = line if isinstance(line, _Begun) else self._given(line)
            self._begun.append(begun)
        self._begun.end()

    def _given(self, line: BatchLine) -> _Begun:
        return _Begun(line.number, self._batches.workers.begin(line), line.text)

    async def _recorded(self, begun: _Begun, answer: LineText, asked_by: str | None) -> LineText:
        """The *answer* to a line, once the audit record has it; a problem if it cannot be recorded."""
        entries = self._batches.entries
        if entries is None or begun.text is None:
            return answer
        route = f"{VERSION}/batch"
        status, text = answer.status, answer.json
        book = answer.rule_book
        if await entries.is_added(asked_by, route, status, asked=begun.text, answered=text, rule_book=book):
            return answer
        return line_refused(begun.number, answer.id, details_of("not_recorded"))

    async def _send(self, send: Send, asked_by: str | None) -> None:
        """Send the answer to each line; a second line with one id has a problem of its own."""
        taken: dict[str, int] = {}
        async for begun in self._begun:
            answer = await begun.answer()
            if answer.id is not None and taken.setdefault(answer.id, begun.number) != begun.number:
                problem = details_of("same_id", line=taken[answer.id])
                answer = line_refused(begun.number, answer.id, problem)
            answer = await self._recorded(begun, answer, asked_by)
            await send({"type": "http.response.body", "body": answer.json, "more_body": True})
            self._window.release()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _lines(receive: Receive, detail: DEPTH) -> AsyncIterator[BatchLine | _Begun]:
    """Each line of a body that is not empty; the last is the problem of a body that exceeds a limit."""
    number = 0
    try:
        async for text in _texts(receive):
            number += 1
            if number > MOST_LINES:
                yield _problem(number, "too_many_lines", most=MOST_LINES)
                return
            if len(text) > MOST_BYTES:
                yield _problem(number, "line_too_long", most_bytes=MOST_BYTES)
            elif text.strip():
                yield BatchLine(number, text, detail)
    except BodyTooLarge:
        yield _problem(number + 1, "too_large", most_bytes=MOST_BATCH_BYTES)
    except BodyTooSlow:
        yield _problem(number + 1, "too_slow", seconds=MOST_BODY_SECONDS)


def _problem(number: int, kind: KIND, **words: Any) -> _Begun:
    return _Begun(number, line_refused(number, None, details_of(kind, **words)))


async def _texts(receive: Receive) -> AsyncIterator[bytes]:
    """The text of each line. Of a line that is too long, enough to show it."""
    rest = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        *whole, last = message.get("body", b"").split(b"\n")
        for text in whole:
            yield bytes(rest + text[: MOST_BYTES + 1])
            rest.clear()
        rest += last[: MOST_BYTES + 1 - len(rest)]
        more = message.get("more_body", False)
    if rest:
        yield bytes(rest)


async def _until_gone(receive: Receive) -> None:
    """Wait until the client goes away; what it still sends is not read.

    Raises:
        _Gone: the client went away.
    """
    with contextlib.suppress(BodyTooLarge, BodyTooSlow):
        while (await receive())["type"] != "http.disconnect":
            pass
        raise _Gone
