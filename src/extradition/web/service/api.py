"""The routes for programs: they take JSON and return a determination, a comparison or a draft request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi import Path as InPath
from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from extradition.casework.anonymity import anonymous
from extradition.casework.further_information import FurtherInformation, request_for
from extradition.casework.papers.kinds import paper_of
from extradition.casework.papers.paper import Paper
from extradition.casework.papers.paper_names import HYPHENATED_SIDE, KIND_OF_PAPER
from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.casework.warrant_file.reading import read_warrant
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear, made_by
from extradition.hearing.examination import examine
from extradition.policy.comparison import Comparison, compare, compared_laws
from extradition.policy.region import Region, region
from extradition.precedents import with_precedents
from extradition.report import FORMAT, render_questions
from extradition.report.depths import DEPTH, NOTE, examine_depth
from extradition.report.schemas import SCHEMAS, schema
from extradition.rule_book import RuleBook
from extradition.rule_book.book import NamedLaw
from extradition.rule_book.question import Question
from extradition.sensitivity import with_sensitivity
from extradition.source import Document, Problem, SourceError, each_or_all_faults
from extradition.web.problems import ProblemDetails, Refusal
from extradition.web.service.bodies import CasesToCompare, CaseToDetermine, CaseUnderLaw, Health
from extradition.web.service.json_route import JsonRoute, body_document
from extradition.web.service.reports import OF_COMPARISON, OF_ONE_CASE, media_types, report

_ON_READING = (400, 408, 413, 422, 500, 503)
_ON_SENDING = (*_ON_READING, 415)

_WARRANT_FILES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/octet-stream",
)
"""The media types of a warrant's own file; its first bytes say which kind it is."""
_BYTES = {"schema": {"type": "string", "format": "binary"}}

_MOST_LETTERS = 100
"""The most letters of the name of a law or of a provision in a query."""

Body = Annotated[Document, Depends(body_document)]
CaseForm = Annotated[OF_ONE_CASE, Query(alias="format")]
ComparisonForm = Annotated[OF_COMPARISON, Query(alias="format")]
LawName = Annotated[str, Query(max_length=_MOST_LETTERS)]
CaseDepth = Annotated[DEPTH | None, Query()]


class _JSONText(Response):
    media_type = "application/json"


class _Schema(JSONResponse):  # named in the OpenAPI description
    media_type = "application/schema+json"


class _Api:
    """The functions of the routes, with one rule book; *engine* is used unless a request names another."""

    def __init__(self, rule_book: RuleBook, engine: ENGINE) -> None:
        self._book = rule_book
        self._engine = engine
        self._questions = render_questions(rule_book, "json")
        self._laws = TypeAdapter(dict[str, NamedLaw]).dump_json(dict(rule_book.laws))
        self._health = Health(
            made_by=made_by(), rule_book=rule_book.digest, stated_as_at=rule_book.stated_as_at, engine=engine
        ).model_dump_json()

    def determinations(
        self, asked: CaseToDetermine, body: Body, form: CaseForm = "json", depth: CaseDepth = None
    ) -> Response:
        """Determine one case: a determination (support), never a decision, as JSON or as a report to read."""
        reads = _depth(depth, form)
        hearing = self._heard(asked, body)
        determination = (
            with_sensitivity(hearing, hold_findings=asked.hold_findings)
            if asked.sensitivity
            else hearing.determination
        )
        if asked.precedents:
            determination = with_precedents(determination, hearing)
        engine = asked.engine or self._engine
        laws = compared_laws(asked.case_file, self._book, engine) if reads == NOTE else None
        return report(determination, form, reads, laws)

    def comparisons(self, asked: CasesToCompare, body: Body, form: ComparisonForm = "json") -> Response:
        """Compare named laws for one case or for many: the outcome of each, where the laws part, and why."""
        cases = [case.within(body.part("case_files", i)) for i, case in enumerate(asked.case_files)]
        each_or_all_faults(cases, lambda case: examine(case, self._book))
        if asked.anonymous:
            cases = [anonymous(case, self._book) for case in cases]
        return report(compare(cases, self._book, asked.laws, engine=asked.engine or self._engine), form)

    def regions(
        self,
        one: LawName,
        other: LawName,
        question: Annotated[str | None, Query(max_length=_MOST_LETTERS)] = None,
        form: CaseForm = "json",
    ) -> Response:
        """Find every pattern of facts on which two laws answer differently, and what stays the same."""
        return report(region(one, other, self._book, question=question), form)

    def further_information(self, asked: CaseUnderLaw, body: Body, form: CaseForm = "json") -> Response:
        """Draft a request for further information to the requesting authority; nothing is sent."""
        return report(request_for(self._heard(asked, body)), form)

    def papers(
        self,
        asked: CaseUnderLaw,
        body: Body,
        kind: Annotated[KIND_OF_PAPER, Query()],
        side: Annotated[HYPHENATED_SIDE | None, Query(alias="for")] = None,
        form: CaseForm = "json",
    ) -> Response:
        """Make one court paper, a draft for a lawyer to settle, as JSON or as a report to read."""
        return report(paper_of(self._heard(asked, body), kind, side and side.replace("-", " ")), form)

    async def warrants(
        self, request: Request, name: Annotated[str, Query(min_length=1, max_length=200)] = "warrant"
    ) -> Response:
        """Read a warrant's own file: a Word file (.docx) or a PDF with a text layer, as the whole body."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in _WARRANT_FILES:
            raise Refusal("not_a_warrant")
        reading = await run_in_threadpool(read_warrant, await request.body(), name, self._book)
        return _JSONText(reading.model_dump_json())

    def questions(self) -> Response:
        """List every question of the rule book by its provision."""
        return _JSONText(self._questions)

    def laws(self) -> Response:
        """List the named laws, under which cases may be determined or compared."""
        return _JSONText(self._laws)

    def health(self) -> Response:
        """State that the service runs, and its package, rule book and engine."""
        return _JSONText(self._health)

    def schemas(self) -> Response:
        """List the names of the JSON Schemas."""
        return JSONResponse(sorted(SCHEMAS))

    def schema(self, name: Annotated[str, InPath(json_schema_extra={"enum": sorted(SCHEMAS)})]) -> Response:
        """Return one JSON Schema: of a file or of a report."""
        if name not in SCHEMAS:
            raise HTTPException(404)
        return Response(schema(name), media_type=_Schema.media_type)

    def _heard(self, asked: CaseUnderLaw, body: Document) -> Hearing:
        """The hearing of the case in the *body*, without what identifies a person if that was *asked*."""
        case = asked.case_file.within(body.part("case_file"))
        return hear(anonymous(case, self._book) if asked.anonymous else case, self._book, self._under(asked))

    def _under(self, asked: CaseUnderLaw) -> Under:
        return Under.of(asked.law, asked.as_at, asked.assuming, asked.engine or self._engine)


def _depth(depth: DEPTH | None, form: FORMAT) -> DEPTH | None:
    """The depth of a report in the format *form*; None for JSON.

    Raises:
        SourceError: a depth is given for JSON.
    """
    try:
        reads = examine_depth(depth, form)
    except ValueError as error:
        raise SourceError([Problem(None, "depth", str(error))]) from None
    return None if form == "json" else reads


def api_routes(rule_book: RuleBook, engine: ENGINE) -> APIRouter:
    """The routes for programs, over *rule_book*; *engine* is used unless a request names another."""
    api = _Api(rule_book, engine)
    router = APIRouter(route_class=JsonRoute)

    def responses(
        model: Any, statuses: tuple[int, ...], forms: Iterable[str] = ()
    ) -> dict[int | str, dict[str, Any]]:
        done: dict[str, Any] = {
            "model": model,
            "content": {form: {"schema": {"type": "string"}} for form in forms},
        }
        return {200: done, **{status: {"model": ProblemDetails} for status in statuses}}

    router.post("/determinations", responses=responses(Determination, _ON_SENDING, media_types(OF_ONE_CASE)))(
        api.determinations
    )
    router.post("/comparisons", responses=responses(Comparison, _ON_SENDING, media_types(OF_COMPARISON)))(
        api.comparisons
    )
    router.post(
        "/further-information", responses=responses(FurtherInformation, _ON_SENDING, media_types(OF_ONE_CASE))
    )(api.further_information)
    router.post("/papers", responses=responses(Paper, _ON_SENDING, media_types(OF_ONE_CASE)))(api.papers)
    router.post(
        "/warrants",
        responses=responses(WarrantReading, _ON_SENDING),
        openapi_extra={"requestBody": {"required": True, "content": dict.fromkeys(_WARRANT_FILES, _BYTES)}},
    )(api.warrants)
    router.get("/regions", responses=responses(Region, _ON_READING, media_types(OF_ONE_CASE)))(api.regions)
    router.get("/questions", responses=responses(dict[str, Question], _ON_READING))(api.questions)
    router.get("/laws", responses=responses(dict[str, NamedLaw], _ON_READING))(api.laws)
    router.get("/schema", responses=responses(list[str], _ON_READING))(api.schemas)
    router.get(
        "/schema/{name}", response_class=_Schema, responses=responses(dict[str, Any], (*_ON_READING, 404))
    )(api.schema)
    router.get("/health", responses=responses(Health, _ON_READING))(api.health)
    return router
