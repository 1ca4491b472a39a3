"""The functions of the routes for programs: they take JSON and return a determination, a comparison or a
draft request.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi import Path as InPath
from starlette.responses import JSONResponse, Response

from extradition.casework.further_information import request_for
from extradition.casework.papers.kinds import paper_of
from extradition.casework.papers.paper_names import KIND_OF_PAPER
from extradition.casework.warrant_file.reading import read_warrant
from extradition.engine.agreement import ENGINE
from extradition.hearing import made_by
from extradition.law import PART
from extradition.policy.comparison import compare, compared_laws
from extradition.policy.region import region
from extradition.report import FORMAT
from extradition.report.case_schema import case_schema_text
from extradition.report.depths import DEPTH, NOTE, examine_depth
from extradition.report.details import detailed
from extradition.report.listed_facts import FACT_LEVEL
from extradition.report.schemas import SCHEMAS, schema
from extradition.source import Document, OptionError, Problem, nearest
from extradition.web.problems import Refusal
from extradition.web.rule_books import RULE_BOOK, RuleBooks
from extradition.web.service.batch import LINES, Batches, prefers_after_body
from extradition.web.service.bodies import (
    CasesToCompare,
    CaseToDetermine,
    CaseUnderLaw,
    FactPage,
    FactsPassed,
    FactsShown,
    Health,
)
from extradition.web.service.etags import Tags
from extradition.web.service.heard_cases import HeardCases
from extradition.web.service.json_bytes import json_bytes
from extradition.web.service.json_route import body_document, is_media_type
from extradition.web.service.listed_law import ListedLaw
from extradition.web.service.reports import OF_COMPARISON, OF_ONE_CASE, report
from extradition.web.service.unknown_names import MOST_NAME_LETTERS
from extradition.web.threads import in_thread

WARRANT_FILES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/octet-stream",
)
"""The media types of a warrant's own file; its first bytes say which kind it is."""

Body = Annotated[Document, Depends(body_document)]
CaseForm = Annotated[OF_ONE_CASE, Query(alias="format")]
ComparisonForm = Annotated[OF_COMPARISON, Query(alias="format")]
LawName = Annotated[str, Query(max_length=MOST_NAME_LETTERS)]
BookName = Annotated[
    str | None,
    Query(
        max_length=MOST_NAME_LETTERS,
        description="The name of a rule book, as a case file has it under `book`; /health lists them.",
    ),
]
CaseDepth = Annotated[DEPTH | None, Query()]


class _JSONText(Response):
    media_type = "application/json"


class JsonSchema(JSONResponse):
    """The answer that is a JSON Schema, as the OpenAPI description names it."""

    media_type = "application/schema+json"


# Whole: a function of a few lines for each route, all with the same rule books.
class Api:
    """The functions of the routes.

    Args:
        books: the rule books of the service.
        engine: the engine of requests that name none.
        batches: the batches of the service.
    """

    def __init__(self, books: RuleBooks, engine: ENGINE, batches: Batches) -> None:
        self.books = books
        self._engine = engine
        self._batches = batches
        self._heard_cases = HeardCases(books, engine)
        self._listed = {each.name: ListedLaw(each) for each in books.each}
        self.tags = Tags(books, engine)
        own, named = books.own, {each.name: each.digest for each in books.each if each.name is not None}
        self._health = Health(
            made_by=made_by(),
            rule_book=own.digest,
            stated_as_at=own.stated_as_at,
            engine=engine,
            rule_books=named,
        ).model_dump_json()

    def determinations(
        self,
        asked: CaseToDetermine,
        body: Body,
        form: CaseForm = "json",
        depth: CaseDepth = None,
        detail: CaseDepth = None,
    ) -> Response:
        """Determine one case: a determination (support), never a decision, as JSON or as a report to read."""
        unmet = _unmet(asked, form, depth, detail)
        if form == "json":
            shown: DEPTH = detail or "full"
            made = self._heard_cases.determined(asked, body, shown, unmet)
            answer = json_bytes(detailed(made, shown, asked.metadata), indent=2)
            return _JSONText(answer, headers={RULE_BOOK: made.rule_book})
        reads = depth or detail or NOTE
        made = self._heard_cases.determined(asked, body, "full", unmet)
        engine = asked.engine or self._engine
        book = self.books.of_case(asked.case_file)
        laws = compared_laws(asked.case_file, book, engine) if reads == NOTE else None
        return report(made, form, reads, laws)

    async def batch(
        self,
        request: Request,
        detail: Annotated[DEPTH, Query()] = "note",
    ) -> Response:
        """Determine many cases: one JSON object on each line, and one line in answer to each."""
        if not is_media_type(LINES, request.headers.get("content-type", "")):
            raise Refusal("not_lines")
        return self._batches.answer(detail, after_body=prefers_after_body(request.headers.getlist("prefer")))

    def comparisons(self, asked: CasesToCompare, body: Body, form: ComparisonForm = "json") -> Response:
        """Compare named laws for one case or for many: the outcome of each, where the laws part, and why."""
        cases, book = self._heard_cases.to_compare(asked, body)
        return report(compare(cases, book, asked.laws, engine=asked.engine or self._engine), form)

    def regions(
        self,
        one: LawName,
        other: LawName,
        question: Annotated[str | None, Query(max_length=MOST_NAME_LETTERS)] = None,
        form: CaseForm = "json",
        book: BookName = None,
    ) -> Response:
        """Find every pattern of facts on which two laws answer differently, and what stays the same."""
        return report(region(one, other, self.books.named(book), question=question), form)

    def further_information(self, asked: CaseUnderLaw, body: Body, form: CaseForm = "json") -> Response:
        """Draft a request for further information to the party that seeks the order; nothing is sent."""
        return report(request_for(self._heard_cases.heard(asked, body)), form)

    def papers(
        self,
        asked: CaseUnderLaw,
        body: Body,
        kind: Annotated[KIND_OF_PAPER, Query()],
        side: Annotated[str | None, Query(alias="for", max_length=100)] = None,
        form: CaseForm = "json",
    ) -> Response:
        """Make one court paper, a draft for a lawyer to settle, as JSON or as a report to read."""
        hearing = self._heard_cases.heard(asked, body)
        try:
            paper = paper_of(hearing, kind, side and side.replace("-", " "))
        except OptionError as error:
            raise Refusal("unmet_option", [Problem(None, "for", str(error))]) from None
        return report(paper, form)

    async def warrants(
        self, request: Request, name: Annotated[str, Query(min_length=1, max_length=200)] = "warrant"
    ) -> Response:
        """Read a warrant's own file: a Word file (.docx) or a PDF with a text layer, as the whole body."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in WARRANT_FILES:
            raise Refusal("not_a_warrant")
        reading = await in_thread(read_warrant, await request.body(), name, self.books.own)
        return _JSONText(reading.model_dump_json())

    def _listed_of(self, book: str | None) -> ListedLaw:
        """The lists of the rule book that a query names.

        Raises:
            UnknownLawError: the service has no rule book of that name.
        """
        return self._listed[self.books.named(book).name]

    def questions(self, book: BookName = None) -> Response:
        """List every question of a rule book by its provision."""
        return _JSONText(self._listed_of(book).questions)

    def laws(self, book: BookName = None) -> Response:
        """List the named laws of a rule book, under which cases may be determined or compared."""
        return _JSONText(self._listed_of(book).laws)

    async def health(self) -> Response:  # a coroutine waits for no thread
        """State that the service runs, and its package, rule books and engine."""
        return _JSONText(self._health)

    def facts(
        self,
        request: Request,
        part: Annotated[PART | None, Query()] = None,
        level: Annotated[FACT_LEVEL | None, Query()] = None,
        limit: Annotated[FactsShown, Query()] = 50,
        offset: Annotated[FactsPassed, Query()] = 0,
        book: BookName = None,
    ) -> Response:
        """List the facts and questions that a case file may answer, with their answers, a page at a time."""
        listed = self._listed_of(book)
        listed.examine_matter(part)
        found = [
            fact
            for fact in listed.facts
            if (part is None or part in fact.parts) and (level is None or level in fact.levels)
        ]
        more = offset + limit < len(found)
        following = request.url.include_query_params(offset=offset + limit) if more else None
        page = FactPage(
            total=len(found),
            offset=offset,
            facts=tuple(found[offset : offset + limit]),
            next=f"{following.path}?{following.query}" if following else None,
        )
        return _JSONText(page.model_dump_json())

    def schemas(self) -> Response:
        """List the names of the JSON Schemas."""
        return JSONResponse(sorted(SCHEMAS))

    def schema(
        self,
        name: Annotated[str, InPath(json_schema_extra={"enum": sorted(SCHEMAS)})],
        part: Annotated[PART | None, Query()] = None,
        book: BookName = None,
    ) -> Response:
        """Return one JSON Schema: of a report or of a file; that of a case has every fact and answer."""
        listed = self._listed_of(book)
        listed.examine_matter(part)
        given = {"book": book, "part": part}
        misplaced = [each for each, value in given.items() if value is not None and name != "case"]
        if misplaced:
            alone = "is of the schema of a case alone"
            raise Refusal("unmet_option", [Problem(None, each, alone) for each in misplaced])
        if name == "case":
            return Response(case_schema_text(listed.rule_book, part), media_type=JsonSchema.media_type)
        return self.plain_schema(name)

    def plain_schema(
        self, name: Annotated[str, InPath(json_schema_extra={"enum": sorted(SCHEMAS)})]
    ) -> Response:
        """Return one JSON Schema: of a report, or of the shape of a file."""
        if name not in SCHEMAS:
            hint = nearest(name, SCHEMAS) or "; GET /v1/schema lists the names"
            raise Refusal("not_found", [Problem(None, "name", f"{name!r} is not a schema{hint}")])
        return Response(schema(name), media_type=JsonSchema.media_type)


def _unmet(asked: CaseToDetermine, form: FORMAT, depth: DEPTH | None, detail: DEPTH | None) -> list[Problem]:
    """A problem for each option of a determination that does not fit the format of its answer."""
    if form == "json":
        try:
            examine_depth(depth, form)
        except ValueError as error:
            return [Problem(None, "depth", str(error))]
        return []
    problems = []
    if asked.metadata is not None:
        problems.append(
            Problem(None, "metadata", "is repeated in JSON alone; leave it out of a report to read")
        )
    if depth is not None and detail is not None:
        problems.append(Problem(None, "detail", "is the depth of a report to read; give one of the two"))
    return problems
