"""The methods that each path takes, and the refusal of another path or method."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from extradition.web.problems import problem


class AllowedMethods:
    """The methods that each path takes, as the header Allow lists them.

    Args:
        routes: the routes of the service.

    >>> AllowedMethods([Route("/laws", print, methods=["GET"])]).of("/laws")
    'GET, HEAD'
    """

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        self._routes = [route for route in routes if isinstance(route, Route)]

    def of(self, path: str) -> str:
        """The methods that a path takes; HEAD wherever it takes GET. Empty if no route has the path.

        Args:
            path: the path of a request.
        """
        found = [route.methods or () for route in self._routes if route.path_regex.fullmatch(path)]
        named = {method for methods in found for method in methods}
        return ", ".join(sorted(named | {"HEAD"} if "GET" in named else named))

    def refusal(self, path: str, method: str) -> Response | None:
        """The refusal of a path that no route has, or of a method that it does not take; None without one.

        Its connection is closed, because the body of the request is not read.

        Args:
            path: the path of the request.
            method: its method.
        """
        methods = self.of(path)
        if not methods:
            return problem("not_found", headers={"Connection": "close"})
        if method in methods.split(", "):
            return None
        return problem("method_not_allowed", headers={"Connection": "close", "Allow": methods})
