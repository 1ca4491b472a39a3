"""Whether a browser sent a request for a page of another site."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITE = frozenset({"same-origin", "none"})


def is_of_another_site(method: str, headers: Iterable[tuple[bytes, str]]) -> bool:
    """Whether a page of another site made the browser send the request.

    A browser says so in ``Sec-Fetch-Site``. Where it cannot, because there is no TLS, it names the origin of
    the page in ``Origin``. A program sends neither. A link from another site is no such request.

    Args:
        method: the method of the request.
        headers: the names, in small letters, and the values of its headers.

    >>> own = (b"host", "case.example")
    >>> is_of_another_site("POST", [own, (b"origin", "https://evil.example")])
    True
    >>> is_of_another_site("POST", [own, (b"origin", "https://case.example")])
    False
    """
    if method in _CHANGES_NOTHING:
        return False
    sent = [(name, value.strip().lower()) for name, value in headers]
    sites = {value for name, value in sent if name == b"sec-fetch-site"}
    if sites:
        return not sites <= _OWN_SITE
    hosts = {value for name, value in sent if name == b"host"}
    return any(_host_of(value) not in hosts for name, value in sent if name == b"origin")


def _host_of(origin: str) -> str | None:
    """The host and the port of an origin; None for ``null`` and for what is none."""
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None
