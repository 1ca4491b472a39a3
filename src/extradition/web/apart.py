"""ASGI middleware that has requests answered in other processes, within the limits of time.

So the process that listens always answers, and the work stops if its client leaves. It stops a little later
than the client leaves: most requests end in that time, and a worker that is ended takes longer to replace.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from extradition.web.limits import MOST_SECONDS_AFTER, MOST_WAIT_SECONDS
from extradition.web.log import KnownPaths, log_lost, method_and_route
from extradition.web.loop_workers import LoopWorkers
from extradition.web.problems import MEDIA_TYPE, details_of_lost, problem
from extradition.web.request_answers import MadeAnswer, SentRequest, response_of
from extradition.worker_process import Lost
from extradition.workers import ItemAsked

_PIECE = 512 * 1024
"""The bytes that are sent at a time. So a request counts until its client has taken the answer."""
_LAST = 32 * 1024
"""The bytes that may be sent with the end of an answer. A client that has not taken them holds no more than
the server keeps for it in any case."""


class Apart:
    """ASGI middleware: a worker answers each request, but for those that are answered *here*.

    It stands inside the boundary, which has read the whole body.

    Args:
        app: the application, for what is answered here.
        workers: the workers.
        routes: the routes of the application.
        here: the paths that this process answers, because they need no work.
        most_wait: the most seconds that a request waits for a worker.
        most_after: the most seconds that a worker goes on after the client left.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        workers: LoopWorkers[SentRequest, MadeAnswer],
        routes: Sequence[BaseRoute],
        here: frozenset[str],
        most_wait: float = MOST_WAIT_SECONDS,
        most_after: float = MOST_SECONDS_AFTER,
    ) -> None:
        self._app = app
        self._workers = workers
        self._paths = KnownPaths(routes)
        self._here = here
        self._most_wait = most_wait
        self._most_after = most_after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have a worker answer a request. Its work ends if the client leaves."""
        if scope["type"] != "http" or method_and_route(scope, self._paths)[1] in self._here:
            await self._app(scope, receive, send)
            return
        asked = self._workers.ask(SentRequest.of(scope, (await receive())["body"]))
        try:
            answer = await self._answer(asked, receive)
        finally:
            asked.stop()
        if answer is not None:
            await _send(answer, send)

    async def _answer(self, asked: ItemAsked[MadeAnswer], receive: Receive) -> Response | None:
        """The answer of the worker, or the problem; None if the client left before it was there."""
        made: asyncio.Future[MadeAnswer | Lost] = asyncio.get_running_loop().create_future()
        asked.answer.add_done_callback(partial(_hand_over, made))
        gone = asyncio.create_task(_until_gone(receive))
        either: set[asyncio.Future[Any]] = {made, gone}
        try:
            done, _ = await asyncio.wait(either, timeout=self._most_wait, return_when=asyncio.FIRST_COMPLETED)
            if not done:
                if asked.answer.cancel():
                    return problem("busy", headers={"Retry-After": "10"})
                done, _ = await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if made not in done and asked.answer.running():
                await asyncio.wait({made}, timeout=self._most_after)
        finally:
            gone.cancel()
        return _response(made.result()) if made in done else None


def _hand_over(made: asyncio.Future[MadeAnswer | Lost], answer: Future[MadeAnswer | Lost]) -> None:
    """Hand the *answer* over to the task that waits. This is its thread, for its loop asks the workers."""
    if answer.cancelled():
        made.cancel()
    else:
        made.set_result(answer.result())


def _response(made: MadeAnswer | Lost) -> Response:
    if isinstance(made, MadeAnswer):
        return response_of(made)
    log_lost("a request", made)
    details = details_of_lost(made)
    return Response(details.model_dump_json(), details.status, media_type=MEDIA_TYPE)


async def _send(answer: Response, send: Send) -> None:
    """Send an *answer* piece by piece, each once the client has taken most of the one before it."""
    start = {"type": "http.response.start", "status": answer.status_code, "headers": answer.raw_headers}
    await send(start)
    body, at = bytes(answer.body), 0  # not a view of it: bytes that go in one piece are not copied
    while len(body) - at > _LAST:
        piece = body[at : at + _PIECE]
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        at += len(piece)
    await send({"type": "http.response.body", "body": body[at:], "more_body": False})


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
