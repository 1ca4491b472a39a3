"""The batch: many cases in one request, a line for each, and an answer for each line as soon as it is made.

Three tasks share the work: one reads lines, one gives them to the workers, one sends the answers in order.
The first never waits for the others, so a client may send its whole body before it reads an answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from extradition.engine.agreement import ENGINE
from extradition.report.depths import DEPTH
from extradition.rule_book import RuleBook
from extradition.web.audit.recording import Entries
from extradition.web.body_limits import Patience
from extradition.web.channel import Channel
from extradition.web.limits import (
    MOST_BATCH_SECONDS,
    MOST_BATCHES,
    MOST_BODY_SECONDS,
    MOST_IDLE_SECONDS,
    MOST_WORK_SECONDS,
)
from extradition.web.problems import Refusal, details_of
from extradition.web.service.body_lines import (
    ClientGone,
    LineBegun,
    lines_of_body,
    problem_line,
    until_gone,
)
from extradition.web.service.json_route import VERSION
from extradition.web.service.lines import BatchLine, LineAnswers, LineText, line_refused
from extradition.workers import Workers

LINES = "application/x-ndjson"
"""The media type of a batch and of its answers."""
AFTER_BODY = "answer-after-body"
"""The preference (RFC 7240) of a client that sends no more of the body once the answer has begun."""
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
        self.under_way: set[BatchResponse] = set()

    @property
    def workers(self) -> Workers[BatchLine, LineText]:
        """The workers, which start with the first line."""
        if self._workers is None:
            self._workers = Workers(self._make(), self._jobs, MOST_WORK_SECONDS)
        return self._workers

    def answer(self, detail: DEPTH, *, after_body: bool = False) -> BatchResponse:
        """The answer to one batch.

        Args:
            detail: the detail of each determination.
            after_body: whether no answer is sent before the whole body is there.

        Raises:
            Refusal: as many batches as there may be are worked on already, and none waits for its client.
        """
        if self.at_once >= MOST_BATCHES and not self._makes_room():
            raise Refusal("busy", headers={"Retry-After": "10"})
        return BatchResponse(self, detail, after_body=after_body)

    def _makes_room(self) -> bool:
        """Whether there is room for another batch, because the one that waited longest for a line ends."""
        longest = max(self.under_way, key=lambda each: each.patience.waited, default=None)
        if longest is None or longest.patience.waited < MOST_IDLE_SECONDS:
            return False
        longest.give_up(MOST_IDLE_SECONDS)
        return True

    def close(self) -> None:
        """End the workers."""
        if self._workers is not None:
            self._workers.close()


class BatchResponse(Response):
    """The answers to the lines of a body that is read while they are sent.

    Args:
        batches: the batches of the service, of which it is one.
        detail: the detail of each determination.
        after_body: whether no answer is sent before the whole body is there.

    Attributes:
        patience: how long it waits for the next line.
    """

    media_type = LINES
    _reading: asyncio.Task[None]

    def __init__(self, batches: Batches, detail: DEPTH, *, after_body: bool = False) -> None:
        super().__init__(headers={"Preference-Applied": AFTER_BODY} if after_body else None)
        self._batches = batches
        self._detail = detail
        self.patience = Patience(MOST_BODY_SECONDS, partial(self.give_up, MOST_BODY_SECONDS))
        self._last = 0
        self._at_work = 0
        self._after_body = after_body
        self._whole = asyncio.Event()
        self._answered: int | None = None
        self._lines: Channel[BatchLine | LineBegun] = Channel()
        self._begun: Channel[LineBegun] = Channel()
        self._window = asyncio.Semaphore(_AHEAD)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer each line in order, until the body and its answers end or the client goes away."""
        self._batches.at_once += 1
        self._batches.under_way.add(self)
        try:
            try:
                await self._answer(scope, receive, send)
            except* ClientGone:
                pass
        except asyncio.CancelledError:  # the server ends
            if self._answered is None:
                raise
            last = await problem_line(self._answered + 1, "stopped", is_line=True).answer()
            await send({"type": "http.response.body", "body": last.json, "more_body": False})
        finally:
            self._batches.at_once -= 1
            self._batches.under_way.discard(self)
            self.patience.stop()
            for begun in self._begun.rest():
                begun.cancel()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        entries = self._batches.entries
        asked_by = entries.asked_by(scope) if entries else None
        async with asyncio.timeout(MOST_BATCH_SECONDS), asyncio.TaskGroup() as tasks:
            self._reading = tasks.create_task(self._read(receive))
            tasks.create_task(self._give())
            if self._after_body:
                await self._whole.wait()
            headers = [(name, value) for name, value in self.raw_headers if name != b"content-length"]
            await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
            self._answered = 0
            await self._send(send, asked_by)
            self._reading.cancel()

    def give_up(self, seconds: float) -> None:
        """Read no further line, and say so, because none came for so many *seconds*."""
        self._reading.cancel()
        self._append(problem_line(self._last + 1, "too_slow", seconds=seconds, next_line=True))
        self._end()

    async def _read(self, receive: Receive) -> None:
        """Read every line of the body; then wait until the client goes away.

        Raises:
            ClientGone: the client went away.
        """
        self.patience.wait()
        async for line in lines_of_body(receive, self._detail):
            self._append(line)
        self._end()
        await until_gone(receive)

    def _append(self, line: BatchLine | LineBegun) -> None:
        self._lines.append(line)
        self._last = line.number
        self._at_work += 1
        if self._after_body:
            self.patience.wait()  # its answers keep no client busy
        else:
            self.patience.stop()

    def _end(self) -> None:
        self._lines.end()
        self._whole.set()
        self.patience.stop()

    async def _give(self) -> None:
        """Give each line to the workers, a few ahead of the answers that were sent."""
        async for line in self._lines:
            await self._window.acquire()
            begun = line if isinstance(line, LineBegun) else self._given(line)
            self._begun.append(begun)
        self._begun.end()

    def _given(self, line: BatchLine) -> LineBegun:
        return LineBegun(line.number, self._batches.workers.begin(line), line.text)

    async def _recorded(self, begun: LineBegun, answer: LineText, asked_by: str | None) -> LineText:
        """The *answer* to a line, once the audit record has it; a problem if it cannot be recorded."""
        entries = self._batches.entries
        if entries is None or begun.text is None:
            return answer
        route = f"{VERSION}/batch"
        status, text = answer.status, answer.json.removesuffix(b"\n")  # as the line asked, which has none
        book = answer.rule_book
        if await entries.is_added(asked_by, route, status, asked=begun.text, answered=text, rule_book=book):
            return answer
        return line_refused(begun.number, answer.own, details_of("not_recorded"))

    async def _send(self, send: Send, asked_by: str | None) -> None:
        """Send the answer to each line; a second line with one id has a problem of its own."""
        taken: dict[str, int] = {}
        async for begun in self._begun:
            answer = await begun.answer()
            name = answer.own.id
            if name is not None and taken.setdefault(name, begun.number) != begun.number:
                problem = details_of("same_id", line=taken[name])
                answer = line_refused(begun.number, answer.own, problem)
            answer = await self._recorded(begun, answer, asked_by)
            await send({"type": "http.response.body", "body": answer.json, "more_body": True})
            self._answered = begun.number
            self._window.release()
            self._at_work -= 1
            if not self._at_work and not self._whole.is_set():
                self.patience.wait()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def prefers_after_body(preferences: Iterable[str]) -> bool:
    """Whether the *preferences* ask that the answer begins after the body.

    Args:
        preferences: the values of the header Prefer.

    >>> prefers_after_body(["wait=10, Answer-After-Body"]), prefers_after_body(["respond-async"])
    (True, False)
    """
    named = [each for value in preferences for each in value.split(",")]
    return any(each.partition(";")[0].strip().lower() == AFTER_BODY for each in named)
