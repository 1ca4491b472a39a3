"""The answer to one request, made in a worker: the same routes, in a process that can be stopped."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response
from starlette.types import Message, Scope

from extradition.engine.agreement import ENGINE, compile_all
from extradition.rule_book import RuleBook
from extradition.web.limits import MOST_ANSWER_BYTES
from extradition.web.log import logging_to
from extradition.web.problems import problem
from extradition.web.restraint import restrain_this_process, spare_collections
from extradition.web.routed import routed
from extradition.web.rule_books import RuleBooks
from extradition.web.service.batch import Batches
from extradition.web.threads import Threads

_KEPT = ("http_version", "method", "scheme", "path", "raw_path", "query_string", "root_path", "headers")


@dataclass(frozen=True)
class SentRequest:
    """A request as a worker gets it: what ASGI says of it, and its whole *body*."""

    scope: Mapping[str, Any]
    body: bytes

    @classmethod
    def of(cls, scope: Scope, body: bytes) -> SentRequest:
        """The request with that *scope* and that *body*."""
        return cls({key: scope[key] for key in _KEPT if key in scope}, body)


@dataclass(frozen=True)
class MadeAnswer:
    """The answer of a worker."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class RequestAnswers:
    """The function of the workers: the answer to one request.

    Args:
        rule_book: the law.
        engine: the engine of requests that name none.
        most_bytes: the size of the largest answer.
    """

    def __init__(self, rule_book: RuleBook, engine: ENGINE, most_bytes: int = MOST_ANSWER_BYTES) -> None:
        self._book = rule_book
        self._engine: ENGINE = engine
        self._most_bytes = most_bytes

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        """Become the function of this process, which is a worker, ready for its first request."""
        restrain_this_process()
        self.__dict__.update(state)
        self._begin()
        Threads.are_used = False
        if self._engine == "durable":
            for each in RuleBooks(self._book).each:
                compile_all(each)
        spare_collections()
        contextlib.ExitStack().enter_context(logging_to(sys.stderr))

    def _begin(self) -> None:
        self._app = routed(self._book, self._engine, Batches(self._book, self._engine, 1))
        self._loop = asyncio.new_event_loop()

    def __call__(self, sent: SentRequest) -> MadeAnswer:
        """The answer to the request that was *sent*."""
        made = self._loop.run_until_complete(self._answer(sent))
        if len(made.body) <= self._most_bytes:
            return made
        refused = problem("answer_too_large", most_bytes=self._most_bytes)
        return MadeAnswer(refused.status_code, refused.raw_headers, bytes(refused.body))

    async def _answer(self, sent: SentRequest) -> MadeAnswer:
        coming: list[Message] = [{"type": "http.request", "body": sent.body, "more_body": False}]
        answer: list[Message] = []

        async def receive() -> Message:
            return coming.pop() if coming else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            answer.append(message)

        scope = {"type": "http", "asgi": {"version": "3.0"}, "state": {}, **sent.scope}
        await self._app(scope, receive, send)
        body = b"".join(filter(None, (message.get("body") for message in answer)))  # one piece is not copied
        return MadeAnswer(answer[0]["status"], [*answer[0]["headers"]], body)


def response_of(made: MadeAnswer) -> Response:
    """The response with the answer of a worker.

    Args:
        made: the answer.
    """
    response = Response(made.body, made.status)
    response.raw_headers = made.headers
    return response
