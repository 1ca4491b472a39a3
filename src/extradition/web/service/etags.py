"""Entity tags: the hash of a request and of what answers it, so that a client knows when nothing is new."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any

from starlette.requests import Request

from extradition.engine.agreement import ENGINE
from extradition.hearing import made_by
from extradition.source import canonical
from extradition.web.rule_books import RuleBooks

_TAG = re.compile(r'"[^"]*"')


class Tags:
    """The entity tags of one service: new with each of its rule books, version of the package and engine.

    Args:
        books: the rule books of the service.
        engine: the engine of requests that name none.
    """

    def __init__(self, books: RuleBooks, engine: ENGINE) -> None:
        self._own = [made_by(), *books.digests, engine]

    def of(self, path: str, query: Iterable[tuple[str, str]], content: Any) -> str:
        """The tag of the answer to one request: the same for the same request, however it is laid out.

        Args:
            path: the path of the route without its version, and the name of its endpoint.
            query: the parameters of the query.
            content: the content of the body; None for a request without a body.
        """
        of_request = [*self._own, path, sorted(query), content]
        return tag_of(canonical(of_request))


def tag_of(content: bytes) -> str:
    """The tag of an answer, by its bytes or by those of all that it depends on.

    Args:
        content: the bytes.

    >>> tag_of(b"")[:9]
    '"e3b0c442'
    """
    return f'"{hashlib.sha256(content).hexdigest()}"'


def if_none_match(request: Request) -> str:
    """The values of the If-None-Match header of *request*, with commas between them; empty without one.

    Args:
        request: the request.
    """
    return ", ".join(request.headers.getlist("if-none-match"))


def names(header: str, tag: str) -> bool:
    """Whether the If-None-Match *header* names *tag*, as ``"a", W/"b"`` names ``"b"``.

    Args:
        header: what ``if_none_match`` gives.
        tag: an entity tag.

    >>> names('"a", W/"b"', '"b"'), names('"a, b"', '"b"'), names("*", '"b"')
    (True, False, False)
    """
    return tag in _TAG.findall(header)


def names_any(header: str) -> bool:
    """Whether the If-None-Match *header* is ``*``, which is true of any answer (RFC 9110, section 13.1.2).

    Args:
        header: as for ``names``.

    >>> names_any(" * "), names_any('"foo, *, bar"')
    (True, False)
    """
    return header.strip() == "*"


def is_condition(header: str) -> bool:
    """Whether *header* names a tag, or any.

    Args:
        header: as for ``names``.

    >>> is_condition('W/"a"'), is_condition("a")
    (True, False)
    """
    return names_any(header) or _TAG.search(header) is not None
