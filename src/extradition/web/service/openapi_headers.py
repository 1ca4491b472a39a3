"""The headers of requests and answers in the OpenAPI description."""

from __future__ import annotations

from typing import Any

from extradition.web.service.batch import AFTER_BODY

_TEXT = {"type": "string"}
ETAG = {"description": "The entity tag of the answer: the same while nothing is new.", "schema": _TEXT}
OF_RULE_BOOK = {"description": "The hash of the rule book that was applied.", "schema": _TEXT}
_CONDITION = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The entity tags of answers that the client has, separated by commas. If one of them is "
    "that of the answer, the status is 304, or 412 after a POST.",
    "schema": _TEXT,
}
RETRY_AFTER = {
    "description": "The seconds after which a client may ask again. It is there where the service is busy.",
    "schema": {"type": "integer", "minimum": 1},
}
PREFERENCE = {
    "name": "Prefer",
    "in": "header",
    "required": False,
    "description": f"With `{AFTER_BODY}` no answer is sent before the whole body is there. A client or a "
    "proxy needs it that sends no more of the body once the answer has begun.",
    "schema": _TEXT,
}
"""A text, although a request may have several: generators of clients make no header of a list."""
_UNCHANGED = {"304", "412"}
"""The statuses of an answer that the client has already; an operation with one of them has entity tags."""


def describe_retrying(operation: dict[str, Any]) -> None:
    """Add the header Retry-After to the description of an operation.

    Args:
        operation: the description; it is changed.
    """
    operation["responses"]["503"].setdefault("headers", {})["Retry-After"] = RETRY_AFTER


def describe_tags(operation: dict[str, Any]) -> None:
    """Add the headers of entity tags to the description of an operation that has them.

    Args:
        operation: the description; it is changed.
    """
    answers = operation["responses"]
    if not _UNCHANGED & answers.keys():
        return
    operation.setdefault("parameters", []).append(_CONDITION)
    for status in ("200", *sorted(_UNCHANGED & answers.keys())):
        answers[status].setdefault("headers", {})["ETag"] = ETAG
