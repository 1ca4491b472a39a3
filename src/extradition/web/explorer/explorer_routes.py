"""The routes of the explorer: send a table, look at it, save what is shown, draft a law."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from extradition.web.audit.recording import Entries
from extradition.web.boundary import HEADERS
from extradition.web.explorer.explorations import Explorations
from extradition.web.explorer.explorer_answers import PATH, ExplorerAnswers, Fields, texts_of
from extradition.web.explorer.selection import Selection
from extradition.web.explorer.table_answers import TableAnswers, report_answer
from extradition.web.form.page_html import asset
from extradition.web.limits import MOST_TABLE_FIELDS
from extradition.web.rule_books import RuleBooks


# Whole: a function of a few lines for each route.
def explorer_routes(  # noqa: C901  a function for each route
    books: RuleBooks, explorations: Explorations, folder: Path | None, entries: Entries | None
) -> APIRouter:
    """The routes ``/explorer``, and those of one table under it.

    Args:
        books: the rule books of the service.
        explorations: the tables of the service.
        folder: the operator's folder with tables that users may name; None for none.
        entries: the audit record, to which each table that is sent is added; None if there is none.
    """
    explorer = ExplorerAnswers(books, explorations, folder, entries)
    tables, routes = TableAnswers(books, explorations), APIRouter(include_in_schema=False)

    @routes.get(PATH)
    def start(book: Annotated[str | None, Query()] = None) -> Response:
        return explorer.start(book)

    @routes.post(PATH)
    async def send(request: Request) -> Response:
        return await explorer.sent(request)

    @routes.get(f"{PATH}/{{key}}")
    def show(request: Request, key: str) -> Response:
        selection = Selection.of(request.query_params.multi_items())
        return tables.of(key, lambda table: tables.shown(table, selection))

    @routes.post(f"{PATH}/{{key}}")
    async def act(request: Request, key: str) -> Response:
        fields = await _fields_of(request)
        return await run_in_threadpool(tables.of, key, lambda table: tables.acted(table, fields))

    @routes.get(f"{PATH}/{{key}}/save/{{form}}")
    def save(request: Request, key: str, form: str) -> Response:
        selection = Selection.of(request.query_params.multi_items())
        return tables.of(key, lambda table: tables.saved(table, selection, form))

    @routes.get(f"{PATH}/{{key}}/rows/{{number}}")
    def show_row(key: str, number: int) -> Response:
        return tables.of(key, lambda table: tables.row(table, number))

    @routes.get(f"{PATH}/{{key}}/rows/{{number}}/case.yaml")
    def save_row(key: str, number: int) -> Response:
        return tables.of(key, lambda table: tables.case_file(table, number))

    @routes.get(f"{PATH}/{{key}}/rows/{{number}}/note")
    def show_note(key: str, number: int, law: Annotated[str, Query()] = "") -> Response:
        return tables.of(key, lambda table: report_answer(table.ask("note", number, law)))

    @routes.get(f"{PATH}/{{key}}/region/{{place}}")
    def where_laws_part(key: str, place: int) -> Response:
        return tables.of(key, lambda table: report_answer(table.ask("where_laws_part", place)))

    @routes.get(f"{PATH}/{{key}}/draft")
    def edit(request: Request, key: str) -> Response:
        fields = request.query_params.multi_items()
        return tables.of(key, lambda table: tables.edited(table, fields))

    @routes.post(f"{PATH}/{{key}}/draft")
    async def draft(request: Request, key: str) -> Response:
        fields = await _fields_of(request)
        return await run_in_threadpool(tables.of, key, lambda table: tables.drafted(table, fields))

    script = asset("page_explorer.js")
    headers = {**HEADERS, "Cache-Control": "no-cache"}
    media = "text/javascript"
    routes.add_api_route("/page_explorer.js", lambda: Response(script, headers=headers, media_type=media))
    return routes


async def _fields_of(request: Request) -> Fields:
    """The fields of a posted form; none if it is no form."""
    try:
        async with request.form(max_files=0, max_fields=MOST_TABLE_FIELDS) as form:
            return texts_of(form)
    except HTTPException:
        return []
