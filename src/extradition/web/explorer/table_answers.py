"""The answers about one table of the explorer: its pages and files, and the draft laws that are run on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast, get_args

from fastapi import Response

from extradition.report.formats import FORMATS
from extradition.source import ExtraditionError, SourceError
from extradition.web.boundary import HEADERS
from extradition.web.exchange import html_answer
from extradition.web.explorer.draft_form import DraftForm, checked
from extradition.web.explorer.exploration import Exploration, NoAnswer
from extradition.web.explorer.explorations import Explorations
from extradition.web.explorer.explored import SAVED_AS
from extradition.web.explorer.explorer_answers import Fields, answer_leading_to
from extradition.web.explorer.explorer_html import ExplorerPages
from extradition.web.explorer.selection import Selection
from extradition.web.explorer.settings_form import settings_of
from extradition.web.limits import MOST_TABLE_LAWS
from extradition.web.rule_books import RULE_BOOK, RuleBooks
from extradition.web.service.reports import policy_of

_MEDIA_TYPES = {
    **{form: FORMATS[cast("Any", form)].media_type for form in ("xlsx", "csv", "html")},
    "parquet": "application/vnd.apache.parquet",
    "svg": "image/svg+xml",
    "png": "image/png",
}


class NoPage(Exception):  # noqa: N818  it is an answer, not an error
    """There is no page, row or format of that name."""


class TableAnswers:
    """The answers about one table.

    Args:
        books: the rule books of the service.
        explorations: the tables of the service.
    """

    def __init__(self, books: RuleBooks, explorations: Explorations) -> None:
        self._held = explorations
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
        return answer_leading_to(table)

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
        return answer_leading_to(table)

    def _trouble(self, status: int, kind: str, detail: str = "") -> Response:
        return html_answer(self._pages.trouble(kind, detail), status)


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
