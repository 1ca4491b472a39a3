"""The answers of the explorer: pages, files, and the pages that say why there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast, get_args

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from extradition.policy.cohort.table_names import is_table
from extradition.report.formats import FORMATS
from extradition.report.wording import capital
from extradition.source import ExtraditionError, OptionError, Problem, SourceError
from extradition.web.audit.recording import Entries
from extradition.web.body_limits import BodyTooLarge, BodyTooSlow
from extradition.web.boundary import HEADERS
from extradition.web.exchange import html_answer
from extradition.web.explorer.draft_form import DraftForm, checked
from extradition.web.explorer.exploration import Exploration, NoAnswer
from extradition.web.explorer.explorations import Explorations, TooManyTables
from extradition.web.explorer.explored import SAVED_AS
from extradition.web.explorer.explorer_html import ExplorerPages
from extradition.web.explorer.selection import Selection
from extradition.web.explorer.sent_table import shown_name, stored, tables_in
from extradition.web.explorer.settings_form import settings_of
from extradition.web.limits import (
    MOST_TABLE_BYTES,
    MOST_TABLE_FIELDS,
    MOST_TABLE_FILES,
    MOST_TABLE_LAWS,
)
from extradition.web.problems import Refusal
from extradition.web.rule_books import RULE_BOOK, RuleBooks
from extradition.web.service.reports import policy_of

PATH = "/explorer"
"""The path to which a table is sent."""
_MEDIA_TYPES = {
    **{form: FORMATS[cast("Any", form)].media_type for form in ("xlsx", "csv", "html")},
    "parquet": "application/vnd.apache.parquet",
    "svg": "image/svg+xml",
    "png": "image/png",
}
Fields = list[tuple[str, str]]


class NoPage(Exception):  # noqa: N818  it is an answer, not an error
    """There is no page, row or format of that name."""


class ExplorerAnswers:
    """The answers of the explorer."""

    def __init__(
        self, books: RuleBooks, explorations: Explorations, folder: Path | None, entries: Entries | None
    ) -> None:
        self._books = books
        self._held = explorations
        self._folder = folder
        self._entries = entries
        self._pages = ExplorerPages(books)

    def of(self, key: str, make: Callable[[Exploration], Response]) -> Response:
        """The answer that *make* returns for the table with that *key*, or the page that says why there is
        none.
        """
        table = self._held.find(key)
        if table is None:
            return self._trouble(404, "no table")
        try:
            answer = make(table)
        except NoPage:
            return self._trouble(404, "no page")
        except NoAnswer:
            return self._trouble(503, "too slow" if table.progress.state == "too slow" else "no answer")
        except SourceError as error:
            said = "; ".join(f"{each.where}: {each.message}" for each in error.problems)
            return self._trouble(422, "faults", said)
        except ExtraditionError as error:
            return self._trouble(422, "faults", str(error))
        answer.headers[RULE_BOOK] = table.book.digest
        return answer

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
            return self._closing(self._trouble(503, "too many tables"))
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
            return self._closing(self._trouble(413, "too large"))
        except BodyTooSlow:
            return self._closing(self._trouble(408, "slow upload"))
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
        return _see(table)

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

    def shown(self, table: Exploration, selection: Selection) -> Response:
        """The page of a table: how far it is, or the chosen rows."""
        progress = table.progress  # which may be another one when the page is made
        if progress.state != "ready":
            return html_answer(self._pages.work(table, progress))
        return html_answer(self._pages.explored(table, table.ask("explored", selection)))

    def acted(self, table: Exploration, fields: Fields) -> Response:
        """The answer to a button: cancel, decide again otherwise, delete."""
        do = dict(fields).get("do")
        if do == "delete":
            self._held.end(table)
            return html_answer(self._pages.trouble("deleted"))
        if do == "cancel":
            table.cancel()
        if do == "again":
            old = table.settings
            new = settings_of(fields, table.book, path=old.path, folder=old.folder, name=old.name)
            table.begin(new)
        return _see(table)

    def saved(self, table: Exploration, selection: Selection, form: str) -> Response:
        """The chosen rows as a file.

        Args:
            table: the table.
            selection: the rows.
            form: the format.

        Raises:
            NoPage: there is no such format.
        """
        if form not in get_args(SAVED_AS):
            raise NoPage
        made: bytes = table.ask("saved", selection, form)
        answer = Response(made, headers=HEADERS, media_type=_MEDIA_TYPES[form])
        if form != "svg":
            stem = re.sub(r"[^a-z0-9]+", "-", Path(table.settings.name).stem.lower()).strip("-") or "table"
            answer.headers["Content-Disposition"] = f'attachment; filename="{stem}-explored.{form}"'
        return answer

    def row(self, table: Exploration, number: int) -> Response:
        """The page of one row.

        Args:
            table: the table.
            number: the number of the row, from 1.

        Raises:
            NoPage: the table has no such row.
        """
        row = table.ask("row", number)
        if row is None:
            raise NoPage
        return html_answer(self._pages.row(table, row))

    def case_file(self, table: Exploration, number: int) -> Response:
        """The case file of one row.

        Args:
            table: the table.
            number: the number of the row, from 1.

        Raises:
            NoPage: the table has no such row, or it makes no case file.
        """
        row = table.ask("row", number)
        if row is None or not row.case_file:
            raise NoPage
        headers = {**HEADERS, "Content-Disposition": f'attachment; filename="row-{number}.yaml"'}
        return Response(row.case_file, headers=headers, media_type="application/yaml")

    def edited(self, table: Exploration, fields: Fields) -> Response:
        """The editor of a draft, with the version that the query names."""
        return html_answer(self._pages.draft(table, DraftForm.of(fields, table.book, table.settings.laws)))

    def drafted(self, table: Exploration, fields: Fields) -> Response:
        """The draft that was posted: checked, saved, or run on the table as one more law."""
        book, do = table.book, dict(fields).get("do")
        form = DraftForm.of(fields, book, table.settings.laws)
        if form is None:
            raise NoPage
        made = checked(form, book)
        if do == "check" or made.problems:
            return html_answer(self._pages.draft(table, form, made), 422 if made.problems else 200)
        if do == "save":
            headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{made.law}.yaml"'}
            return Response(made.text, headers=headers, media_type="application/yaml")
        settings = table.settings
        laws = [each for each in settings.laws if each in book.laws and each != form.law]
        laws = [*laws[: MOST_TABLE_LAWS - 2], form.law, made.law]
        table.begin(settings.model_copy(update={"laws": tuple(laws), "drafts": (made.text,)}))
        return _see(table)

    def _trouble(self, status: int, kind: str, detail: str = "") -> Response:
        return html_answer(self._pages.trouble(kind, detail), status)

    def _closing(self, answer: Response) -> Response:
        """*answer*, after which the rest of the body is not read."""
        answer.headers["Connection"] = "close"
        return answer


def _see(table: Exploration) -> Response:
    """The answer that leads to the page of a table."""
    return Response(status_code=303, headers={**HEADERS, "Location": f"{PATH}/{table.key}"})


def report_answer(made: str | None) -> Response:
    """The answer with a report, which may use its own style alone.

    Args:
        made: the page of the report; None if there is none.

    Raises:
        NoPage: there is none.
    """
    if made is None:
        raise NoPage
    headers = {**HEADERS, "Content-Security-Policy": policy_of(made)}
    return Response(made, headers=headers, media_type="text/html")


def texts_of(form: FormData) -> Fields:
    """The names and the values of the fields of a form, without its files.

    Args:
        form: the posted form.
    """
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
