"""The route that says whether the service can take a request now, for the machinery that sends requests."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter

from extradition.law import Model
from extradition.web.audit.audited import AuditRecord, NotRecordedError
from extradition.web.log import log_error
from extradition.web.problems import PROBLEM, Refusal
from extradition.web.service.json_route import JsonRoute, route_id


class Readiness(Model):
    """The state of a service that can take a request. Its rules are compiled, and a record that it keeps
    can be written.
    """

    status: Literal["ready"] = "ready"


def readiness_routes(record: AuditRecord | None) -> APIRouter:
    """The route ``/ready``.

    Args:
        record: the audit record that the service keeps; None if it keeps none.
    """
    router = APIRouter(route_class=JsonRoute, generate_unique_id_function=route_id)

    def ready() -> Readiness:
        """State that the service can take a request; 503 if it cannot."""
        try:
            if record is not None:
                record.examine()
        except NotRecordedError as error:
            log_error(error.__cause__ or error)
            raise Refusal("not_ready") from None
        return Readiness()

    described: dict[int | str, dict[str, Any]] = {
        status: {"content": PROBLEM} for status in (400, 408, 413, 422, 500, 503)
    }
    router.get("/ready", responses=described)(ready)
    return router
