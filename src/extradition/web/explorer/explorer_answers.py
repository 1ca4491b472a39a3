"""The answers of the explorer before there is a table: the start page, and where a sent table is shown."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from extradition.policy.cohort.table_names import is_table
from extradition.report.wording import capital
from extradition.source import OptionError, Problem
from extradition.web.audit.recording import Entries
from extradition.web.body_limits import BodyTooLarge, BodyTooSlow
from extradition.web.boundary import HEADERS
from extradition.web.exchange import html_answer
from extradition.web.explorer.exploration import Exploration
from extradition.web.explorer.explorations import Explorations, TooManyTables
from extradition.web.explorer.explorer_html import ExplorerPages
from extradition.web.explorer.sent_table import shown_name, stored, tables_in
from extradition.web.explorer.settings_form import settings_of
from extradition.web.limits import MOST_TABLE_BYTES, MOST_TABLE_FIELDS, MOST_TABLE_FILES
from extradition.web.problems import Refusal
from extradition.web.rule_books import RuleBooks

PATH = "/explorer"
"""The path to which a table is sent."""
Fields = list[tuple[str, str]]


class ExplorerAnswers:
    """The answers before there is a table.

    Args:
        books: the rule books of the service.
        explorations: the tables of the service.
        folder: the operator's folder with tables that users may name; None for none.
        entries: the audit record, to which each table that is sent is added; None if there is none.
    """

    def __init__(
        self, books: RuleBooks, explorations: Explorations, folder: Path | None, entries: Entries | None
    ) -> None:
        self._books = books
        self._held = explorations
        self._folder = folder
        self._entries = entries
        self._pages = ExplorerPages(books)

    def start(self, book: str | None, *faults: str) -> Response:
        """The page on which a user chooses a rule book, a table and the laws.

        Args:
            book: the name of the rule book; None for the service's own.
            faults: why the table that was sent was not taken.
        """
        if find_spec("polars") is None:
            return self._trouble(503, "not installed")
        try:
            rule_book = self._books.named(book)
        except OptionError as error:
            return self._trouble(422, "faults", capital(f"{error}."))
        problems = [Problem(None, "", fault) for fault in faults]
        page = self._pages.start(rule_book, self._tables, has_room=self._held.has_room, problems=problems)
        return html_answer(page, 422 if faults else 200, rule_book)

    async def sent(self, request: Request) -> Response:
        """The answer to a table that is sent or named: the address on which the user sees how far it is."""
        try:
            table = await run_in_threadpool(self._held.new)
        except TooManyTables:
            return _closing(self._trouble(503, "too many tables"))
        answer = None
        try:
            answer = await self._begun(request, table)
        finally:
            if answer is None or answer.status_code >= 400:  # noqa: PLR2004  where errors begin
                await run_in_threadpool(self._held.end, table)
        return answer

    async def _begun(self, request: Request, table: Exploration) -> Response:
        try:
            async with request.form(max_files=1, max_fields=MOST_TABLE_FIELDS) as form:
                path, name, fault = await run_in_threadpool(self._stored, form, table)
                fields = texts_of(form)
        except HTTPException:
            return self._trouble(400, "not a form")
        except BodyTooLarge:
            return _closing(self._trouble(413, "too large"))
        except BodyTooSlow:
            return _closing(self._trouble(408, "slow upload"))
        book = dict(fields).get("book") or None
        if path is None:
            return await run_in_threadpool(self.start, book, fault)
        try:
            rule_book = self._books.named(book)
        except OptionError as error:
            return self._trouble(422, "faults", capital(f"{error}."))
        settings = settings_of(fields, rule_book, path=path, folder=table.folder, name=name)
        if not await self._is_recorded(request, path, table.key, rule_book.digest):
            raise Refusal("not_recorded")
        await run_in_threadpool(table.begin, settings)
        return answer_leading_to(table)

    def _stored(self, form: FormData, table: Exploration) -> tuple[Path | None, str, str]:
        """The file of the table that was sent or named, with its name; or what is wrong."""
        file, named = form.get("file"), form.get("table")
        if isinstance(file, UploadFile) and file.filename:
            name = shown_name(file.filename)
            if not is_table(Path(name)):
                return None, name, f"{name} is no table: its name must end in .csv, .tsv, .xlsx or .parquet"
            path = stored(file.file, name, table.folder, MOST_TABLE_BYTES)
            return path, name, f"{name} has more than {MOST_TABLE_BYTES:,} bytes"
        if self._folder is not None and named in self._tables:
            return self._folder / str(named), Path(str(named)).name, ""
        return None, "", "no table was chosen"

    @property
    def _tables(self) -> list[str]:
        return [*tables_in(self._folder, is_table, MOST_TABLE_FILES)]

    async def _is_recorded(self, request: Request, path: Path, key: str, digest: str) -> bool:
        if self._entries is None:
            return True
        asked = await run_in_threadpool(path.read_bytes)
        by = self._entries.asked_by(request.scope)
        return await self._entries.is_added(
            by, PATH, 303, asked=asked, answered=key.encode(), rule_book=digest
        )

    def _trouble(self, status: int, kind: str, detail: str = "") -> Response:
        return html_answer(self._pages.trouble(kind, detail), status)


def _closing(answer: Response) -> Response:
    """*answer*, after which the rest of the body is not read."""
    answer.headers["Connection"] = "close"
    return answer


def answer_leading_to(table: Exploration) -> Response:
    """The answer that leads to the page of a table.

    Args:
        table: the table.
    """
    return Response(status_code=303, headers={**HEADERS, "Location": f"{PATH}/{table.key}"})


def texts_of(form: FormData) -> Fields:
    """The names and the values of the fields of a form, without its files.

    Args:
        form: the posted form.
    """
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
