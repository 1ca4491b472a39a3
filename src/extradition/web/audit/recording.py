"""ASGI middleware that records each request with a case, and withholds an answer that is not recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extradition.web.audit.audited import Audited, AuditRecord, NotRecordedError, sha256_of
from extradition.web.boundary import receive_again
from extradition.web.log import log_error, method_and_route
from extradition.web.problems import problem

MOST_NAME_BYTES = 500
"""The longest name of a user, in bytes."""


@dataclass(frozen=True)
class Audit:
    """How requests are recorded.

    Attributes:
        record: where the entries go.
        trusted: the header in which the reverse proxy names the user; None if no header is trusted.
    """

    record: AuditRecord
    trusted: str | None = None


class Recording:
    """ASGI middleware: each POST, which alone can hold a case, is recorded before it is answered.

    It stands inside the boundary, which has read the whole body. What the boundary refuses is not recorded.

    Args:
        app: the application.
        audit: how requests are recorded.
        routes: the routes whose paths may be recorded.
        rule_book: the digest of the rule book.
        made_by: the package and its version.
    """

    def __init__(
        self, app: ASGIApp, *, audit: Audit, routes: Sequence[BaseRoute], rule_book: str, made_by: str
    ) -> None:
        self._app = app
        self._record = audit.record
        self._trusted = None if audit.trusted is None else audit.trusted.lower().encode()
        self._routes = routes
        self._rule_book = rule_book
        self._made_by = made_by

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, record it and then send its answer."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        asked_by = None if self._trusted is None else name_in(scope, self._trusted)
        if self._trusted is not None and asked_by is None:
            await problem("unnamed")(scope, receive, send)
            return
        body = (await receive())["body"]
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        try:
            await self._app(scope, receive_again(body, receive), keep)
        except Exception:
            await self._is_recorded(scope, asked_by, body, [])
            raise
        if await self._is_recorded(scope, asked_by, body, answer):
            for message in answer:
                await send(message)
        else:
            await problem("not_recorded")(scope, receive, send)

    async def _is_recorded(
        self, scope: Scope, asked_by: str | None, body: bytes, answer: Sequence[Message]
    ) -> bool:
        """Whether the record now has an entry of this request; *answer* is empty if the service failed."""
        entry = Audited(
            at_utc=dt.datetime.now(dt.UTC),
            asked_by=asked_by,
            route=method_and_route(scope, self._routes)[1],
            status=answer[0]["status"] if answer else 500,
            asked_sha256=sha256_of(body),
            answered_sha256=sha256_of(b"".join(each.get("body", b"") for each in answer)) if answer else None,
            rule_book=self._rule_book,
            made_by=self._made_by,
        )
        return await run_in_threadpool(self._is_added, entry)

    def _is_added(self, entry: Audited) -> bool:
        try:
            self._record.add(entry)
        except NotRecordedError as error:
            log_error(error.__cause__ or error)
            return False
        return True


def name_in(scope: Scope, header: bytes) -> str | None:
    """The name of the user in that *header*; None if it does not name one user in plain text.

    Args:
        scope: the request.
        header: the name of the header, in small letters.

    >>> name_in({"headers": [(b"x-asked-by", b"CN=A Lawyer")]}, b"x-asked-by")
    'CN=A Lawyer'
    """
    values = [value for name, value in scope["headers"] if name.lower() == header]
    if len(values) != 1 or len(values[0]) > MOST_NAME_BYTES:
        return None
    try:
        text: str = values[0].decode().strip()
    except UnicodeDecodeError:
        return None
    return text if text and text.isprintable() else None
