"""The service: determinations over HTTP for casework systems, and a page for lawyers; the only importer of
``fastapi`` and ``starlette``.

The server keeps nothing but the tables of the explorer, for a while (docs/decisions/0023-the-explorer.md),
and logs nothing of a case (docs/decisions/0008-the-service.md). The import raises
``MissingExtraError`` where the extra ``web`` is not installed.
"""

from extradition.source import MissingExtraError

try:
    from extradition.web.app import application
    from extradition.web.server import is_own, serve
except ModuleNotFoundError as error:
    raise MissingExtraError("the service", "web") from error

__all__ = ["application", "is_own", "serve"]
