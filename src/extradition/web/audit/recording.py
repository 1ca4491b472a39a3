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
from extradition.web.log import KnownPaths, log_error, method_and_route
from extradition.web.problems import problem
from extradition.web.rule_books import RULE_BOOK

_CLIENT_LEFT = 499
"""The status of a request whose client left before it was answered. HTTP itself has none; nginx uses this."""
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


class Entries:
    """The entries that a service adds to its record.

    Args:
        audit: how requests are recorded.
        rule_book: the digest of the service's own rule book.
        made_by: the package and its version.
    """

    def __init__(self, audit: Audit, rule_book: str, made_by: str) -> None:
        self._record = audit.record
        self._trusted = None if audit.trusted is None else audit.trusted.lower().encode()
        self._rule_book = rule_book
        self._made_by = made_by

    def asked_by(self, scope: Scope) -> str | None:
        """The name of the user; None if no header is trusted, or if it names none."""
        return None if self._trusted is None else name_in(scope, self._trusted)

    def is_unnamed(self, scope: Scope) -> bool:
        """Whether a header is trusted and does not name the user."""
        return self._trusted is not None and self.asked_by(scope) is None

    async def is_added(
        self,
        asked_by: str | None,
        route: str,
        status: int,
        *,
        asked: bytes,
        answered: bytes | None,
        rule_book: str | None = None,
    ) -> bool:
        """Whether the record now has an entry of one request or of one line of a batch.

        Args:
            asked_by: the name of the user.
            route: the path as the service knows it.
            status: the status of the answer.
            asked: the body of the request, or the line.
            answered: the body of the answer; None if the service failed.
            rule_book: the digest of the rule book that the answer applies; None for the service's own.
        """
        entry = Audited(
            at_utc=dt.datetime.now(dt.UTC),
            asked_by=asked_by,
            route=route,
            status=status,
            asked_sha256=sha256_of(asked),
            answered_sha256=None if answered is None else sha256_of(answered),
            rule_book=rule_book or self._rule_book,
            made_by=self._made_by,
        )
        return await run_in_threadpool(self._is_kept, entry)

    def _is_kept(self, entry: Audited) -> bool:
        try:
            self._record.add(entry)
        except NotRecordedError as error:
            log_error(error.__cause__ or error)
            return False
        return True


class Recording:
    """ASGI middleware: each POST, which alone can hold a case, is recorded before it is answered.

    It stands inside the boundary, which has read the whole body. What the boundary refuses is not recorded. A
    batch adds an entry for each of its lines itself, before it sends the answer to the line.

    Args:
        app: the application.
        entries: the entries of the service.
        routes: the routes whose paths may be recorded.
        streamed: the paths of batches.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        entries: Entries,
        routes: Sequence[BaseRoute],
        streamed: frozenset[str] = frozenset(),
    ) -> None:
        self._app = app
        self._entries = entries
        self._paths = KnownPaths(routes)
        self._streamed = streamed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, record it and then send its answer."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self._app(scope, receive, send)
        elif self._entries.is_unnamed(scope):
            await problem("unnamed")(scope, receive, send)
        elif scope["path"] in self._streamed:
            await self._app(scope, receive, send)
        else:
            await self._recorded(scope, receive, send)

    async def _recorded(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = (await receive())["body"]
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        try:
            await self._app(scope, receive_again(body, receive), keep)
        except Exception:
            await self._is_added(scope, body, [], 500)
            raise
        if await self._is_added(scope, body, answer, _CLIENT_LEFT):
            for message in answer:
                await send(message)
        else:
            await problem("not_recorded")(scope, receive, send)

    async def _is_added(self, scope: Scope, body: bytes, answer: Sequence[Message], without: int) -> bool:
        """Whether the record now has an entry of this request, with the status *without* if there is no
        answer.
        """
        return await self._entries.is_added(
            self._entries.asked_by(scope),
            method_and_route(scope, self._paths)[1],
            answer[0]["status"] if answer else without,
            asked=body,
            answered=b"".join(each.get("body", b"") for each in answer) if answer else None,
            rule_book=_rule_book_of(answer[0]) if answer else None,
        )


def _rule_book_of(start: Message) -> str | None:
    """The digest of the rule book that an answer applies, as its header has it."""
    header = RULE_BOOK.lower().encode()
    return next((value.decode() for name, value in start["headers"] if name.lower() == header), None)


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
