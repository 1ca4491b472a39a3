"""Errors as problem details (RFC 9457), with the same faults as on the command line."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from extradition import source
from extradition.case_file.offence_count import offences_in_all
from extradition.hearing.examination import with_words
from extradition.law import Model
from extradition.report import render_service
from extradition.source import EngineError, OptionError, SourceError, UnknownLawError, faults_of, keys_at
from extradition.web.limits import MOST_CASES, MOST_FAULTS, MOST_OFFENCES, MOST_WORK_SECONDS
from extradition.web.log import log_error
from extradition.web.rule_books import RuleBooks
from extradition.worker_process import Lost

MEDIA_TYPE = "application/problem+json"
PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
"""A problem, as the OpenAPI description of an answer names its content."""

KIND = Literal[
    "unreadable",
    "unknown_host",
    "not_found",
    "method_not_allowed",
    "too_slow",
    "too_large",
    "not_json",
    "not_a_warrant",
    "encoded",
    "faults",
    "unknown_law",
    "unmet_option",
    "no_determination",
    "unforeseen",
    "busy",
    "unnamed",
    "not_recorded",
    "not_ready",
    "other",
    "unchanged",
    "not_lines",
    "line_too_long",
    "too_many_lines",
    "same_id",
    "worker_ended",
    "too_long",
    "answer_too_large",
    "other_site",
    "stopped",
]
STATUS: Mapping[KIND, int] = {
    "unreadable": 400,
    "unknown_host": 400,
    "not_found": 404,
    "method_not_allowed": 405,
    "too_slow": 408,
    "too_large": 413,
    "not_json": 415,
    "not_a_warrant": 415,
    "encoded": 415,
    "faults": 422,
    "unknown_law": 422,
    "unmet_option": 422,
    "no_determination": 500,
    "unforeseen": 500,
    "busy": 503,
    "unnamed": 403,
    "not_recorded": 503,
    "not_ready": 503,
    "other": 400,
    "unchanged": 412,
    "not_lines": 415,
    "line_too_long": 413,
    "too_many_lines": 413,
    "same_id": 422,
    "worker_ended": 503,
    "too_long": 503,
    "answer_too_large": 422,
    "other_site": 403,
    "stopped": 503,
}
"""The status of every kind of problem; its words are in ``service.txt.j2``."""
_MOST_LETTERS = 6_000
"""The most letters of a place or of a message. A text of a case file, which it may repeat, has 5,000."""
_BY_STATUS: Mapping[int, KIND] = {404: "not_found", 405: "method_not_allowed"}


class FaultDetail(Model):
    """A fault of the request: its ``message``, and its ``place`` as in ``case_file.offences[0].id`` (empty
    for the whole).
    """

    place: str
    message: str


class ProblemDetails(Model):
    """The reason why there is no answer, in the form of RFC 9457, with every fault that was found."""

    type: str
    title: str
    status: int
    detail: str
    faults: tuple[FaultDetail, ...] = ()


class Refusal(Exception):  # noqa: N818  a refusal is no error: it is an answer
    """A request that is answered with a problem of that *kind*, with *problems* as its faults and with more
    *headers*.
    """

    def __init__(
        self,
        kind: KIND,
        problems: Iterable[source.Problem] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.kind = kind
        self.problems = tuple(problems)
        self.headers = headers
        super().__init__(kind)


def problem(
    kind: KIND,
    problems: Iterable[source.Problem] = (),
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
    **words: object,
) -> Response:
    """The answer that states a problem.

    Args:
        kind: the kind of problem, which has a macro in ``service.txt.j2``.
        problems: its faults; the answer lists at most ``MOST_FAULTS``.
        status: the status of the answer; by default that of the kind.
        headers: further headers of the answer.
        words: the arguments of the macro.
    """
    return _answer(details_of(kind, problems, status=status, **words), headers)


def _answer(whole: ProblemDetails, headers: Mapping[str, str] | None = None) -> Response:
    return Response(whole.model_dump_json(), whole.status, headers, MEDIA_TYPE)


def details_of(
    kind: KIND, problems: Iterable[source.Problem] = (), *, status: int | None = None, **words: object
) -> ProblemDetails:
    """The details of a problem, for a whole answer or for a line of one.

    Args:
        kind: as for ``problem``.
        problems: as for ``problem``.
        status: as for ``problem``.
        words: as for ``problem``.
    """
    title, _, detail = render_service(kind, **words).partition("\n")
    return ProblemDetails(
        type=f"urn:problem-type:extradition:{kind.replace('_', '-')}",
        title=title,
        status=status or STATUS[kind],
        detail=detail.strip(),
        faults=tuple(
            FaultDetail(place=_cut(each.where), message=_cut(each.message))
            for each in itertools.islice(problems, MOST_FAULTS)
        ),
    )


def _cut(text: str) -> str:
    """The *text*, cut if it repeats much of what was sent."""
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"


def details_of_lost(lost: Lost) -> ProblemDetails:
    """The details of a request, or of a line, at which a worker gave no answer.

    Args:
        lost: the reason.
    """
    if lost.is_overdue:
        return details_of("too_long", seconds=MOST_WORK_SECONDS)
    return details_of("worker_ended" if lost.error is None else "unforeseen")


def details_of_unmet(error: OptionError) -> ProblemDetails:
    """The details of a request with an option that cannot be met, or that names an unknown law.

    Args:
        error: the reason.
    """
    kind: KIND = "unknown_law" if isinstance(error, UnknownLawError) else "unmet_option"
    return details_of(kind, [source.Problem(None, "", str(error))])


def faulty(problems: Iterable[source.Problem]) -> ProblemDetails:
    """The details of a request with faults; they say how many there are, and list at most ``MOST_FAULTS``.

    Args:
        problems: every fault.
    """
    found = tuple(problems)
    return details_of("faults", found, count=len(found), most=MOST_FAULTS)


def _places_of_cases(content: object) -> list[source.Place]:
    """The places of the case files in a body that has no more of them, and of offences, than are read."""
    body = content if isinstance(content, Mapping) else {}
    several = body.get("case_files")
    many = several if isinstance(several, list) and len(several) <= MOST_CASES else []
    one = [body["case_file"]] if "case_file" in body else []
    if offences_in_all([*one, *many]) > MOST_OFFENCES:
        return []
    return [*(("case_file",) for _ in one), *(("case_files", i) for i in range(len(many)))]


def _keys_of(request: Request) -> Callable[[source.Place], Iterable[str]]:
    """The keys that could stand at a place of the *request*, which begins with ``body``, as a function."""
    field = getattr(request.scope.get("route"), "body_field", None)
    return lambda place: () if field is None else keys_at(field.field_info.annotation, place[1:-1])


def with_words_of_cases(
    problems: Iterable[source.Problem], document: source.Document, books: RuleBooks
) -> tuple[source.Problem, ...]:
    """The *problems* of a request, and those of the words of each case in its body.

    Args:
        problems: the problems that were found.
        document: the body.
        books: the facts and questions that case files may name, each in the rule book that it is of.
    """
    found = tuple(problems)
    for place in _places_of_cases(document.content):
        case = document.part(*place)
        found = with_words(found, case, books.of_content(case.content))
    return found


def add_handlers(app: FastAPI, books: RuleBooks) -> None:
    """Let *app* answer every error that its routes raise on purpose with a problem.

    Args:
        app: the application.
        books: the facts and questions that case files may name, each in the rule book that it is of.
    """

    @app.exception_handler(Refusal)
    def _refusal(_: Request, refusal: Refusal) -> Response:
        return problem(refusal.kind, refusal.problems, headers=refusal.headers)

    @app.exception_handler(SourceError)
    def _faults(_: Request, error: SourceError) -> Response:
        return _answer(faulty(error.problems))

    @app.exception_handler(RequestValidationError)
    def _shape(request: Request, error: RequestValidationError) -> Response:
        document = getattr(request.state, "document", source.Document(""))
        faults = (
            source.Fault(fault.place[1:], fault.message)
            for fault in faults_of(error.errors(), _keys_of(request))
        )  # the first says body or query
        found = getattr(request.state, "problems", [])
        problems = [*found, *(document.problem(fault) for fault in faults)]
        return _faults(request, SourceError(with_words_of_cases(problems, document, books)))

    @app.exception_handler(OptionError)
    def _unmet(_: Request, error: OptionError) -> Response:
        return _answer(details_of_unmet(error))

    @app.exception_handler(EngineError)
    def _no_determination(_: Request, error: EngineError) -> Response:
        log_error(error)
        return problem("no_determination", why=str(error))

    @app.exception_handler(HTTPException)
    def _http(_: Request, error: HTTPException) -> Response:
        kind = _BY_STATUS.get(error.status_code)
        if kind is None:
            return problem("other", status=error.status_code, headers=error.headers, code=error.status_code)
        return problem(kind, headers=error.headers)
