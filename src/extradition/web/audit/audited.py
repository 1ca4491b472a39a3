"""One entry of the audit record, and what a record must be able to do."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Protocol


class NotRecordedError(Exception):
    """The audit record cannot be written; the answer is withheld."""


@dataclass(frozen=True)
class Audited:
    """One request and its answer, with nothing of the case in them.

    Attributes:
        at_utc: the time of the answer, in UTC.
        asked_by: the name that the reverse proxy gave; None if no header is trusted.
        route: the path as the service knows it.
        status: the status of the answer.
        asked_sha256: the hash of the body of the request; of a line of a batch, without its line end.
        answered_sha256: the hash of the body of the answer, or of its line without the line end; None if the
            service failed.
        rule_book: the digest of the rule book that the answer applies; for a refusal, the service's own.
        made_by: the package and its version.
    """

    at_utc: dt.datetime
    asked_by: str | None
    route: str
    status: int
    asked_sha256: str
    answered_sha256: str | None
    rule_book: str
    made_by: str


class AuditRecord(Protocol):
    """A record to which entries are added, and from which none is removed."""

    def add(self, entry: Audited) -> None:
        """Add *entry*, so that it is there when this returns.

        Args:
            entry: one request and its answer.

        Raises:
            NotRecordedError: the record cannot be written.
        """

    def examine(self) -> None:
        """Find out whether an entry can be added now; nothing is added.

        Raises:
            NotRecordedError: the record cannot be written.
        """


def sha256_of(content: bytes) -> str:
    """The SHA-256 hash of *content* in hexadecimal digits.

    Args:
        content: the body of a request or of an answer.

    >>> sha256_of(b"")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(content).hexdigest()
