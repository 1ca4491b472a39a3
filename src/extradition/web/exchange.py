"""The posted form of a request, and the answer to it: a page, or the page that says why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi import Request, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from extradition import source
from extradition.case_file.finding import STATUS
from extradition.case_file.offence_count import count_offences
from extradition.rule_book import RuleBook
from extradition.source import EngineError
from extradition.web.boundary import HEADERS
from extradition.web.form import leaves_of
from extradition.web.form.fields import Leaves, matter_in
from extradition.web.form.new_answers import authors_at_once
from extradition.web.form.page_html import render_trouble
from extradition.web.form.posted_form import PostedForm
from extradition.web.limits import MOST_FORM_FIELDS, MOST_LEAVES, MOST_ON_A_PAGE
from extradition.web.rule_books import RULE_BOOK, RuleBooks
from extradition.web.threads import in_thread


class PageRefusal(Exception):  # noqa: N818  it is an answer, not an error
    """A request that is answered by a page with the reason."""

    def __init__(self, status: int, kind: str, detail: str = "") -> None:
        super().__init__(kind)
        self.status, self.kind, self.detail = status, kind, detail


class Exchange:
    """The answers to posted forms.

    Args:
        books: the rule books of the service.
    """

    def __init__(self, books: RuleBooks) -> None:
        self._books = books

    async def posted(self, request: Request, make: Callable[[PostedForm], Response]) -> Response:
        """The answer that *make* returns for the form in *request*, or the page with the reason why there
        is none.
        """
        try:
            async with request.form(
                max_files=1, max_fields=MOST_FORM_FIELDS, max_part_size=source.MOST_BYTES
            ) as form:
                texts = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
                file = form.get("file")
                sent = (file.filename or "", await file.read()) if isinstance(file, UploadFile) else None
        except HTTPException:
            return self.answer(lambda: _refuse(400, "not a form"))
        return await in_thread(self.answer, lambda: make(self._read(texts, sent)))

    def _read(self, texts: Sequence[tuple[str, str]], sent: tuple[str, bytes] | None) -> PostedForm:
        try:
            return PostedForm.of(texts, sent, self._authors_of)
        except ValueError:
            raise PageRefusal(400, "not a form") from None

    def _authors_of(self, leaves: Leaves) -> Mapping[str, STATUS]:
        """The authors that can be chosen once in the case that has those *leaves*, each with its status."""
        book = self._books.of_leaves(leaves)
        return authors_at_once(book.deciders_in(matter_in(leaves)), book.parties)

    def answer(self, make: Callable[[], Response]) -> Response:
        """The answer that *make* returns, or the page with the reason why there is none."""
        try:
            return make()
        except PageRefusal as refusal:
            return html_answer(render_trouble(self._books.own, refusal.kind, refusal.detail), refusal.status)
        except EngineError as error:
            return html_answer(render_trouble(self._books.own, "no determination", str(error)), 500)


def fitting(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The *content* itself, if it fits on a page.

    Args:
        content: the content of a case file.

    Raises:
        PageRefusal: it has too many offences or too many entries.
    """
    offences = count_offences(content)
    if offences > MOST_ON_A_PAGE:
        raise PageRefusal(413, "too much", f"Offences: {offences:,}")
    leaves = len(leaves_of(content))
    if leaves > MOST_LEAVES:
        raise PageRefusal(413, "too much", f"Entries: {leaves:,}")
    return content


def _refuse(status: int, kind: str) -> Response:
    raise PageRefusal(status, kind)


def html_answer(text: str, status: int = 200, rule_book: RuleBook | None = None) -> Response:
    """The answer with a page.

    Args:
        text: the page as HTML.
        status: the status of HTTP.
        rule_book: the rule book of the case on the page; None for a page without a case.
    """
    of_book = {} if rule_book is None else {RULE_BOOK: rule_book.digest}
    return Response(text, status, media_type="text/html", headers={**HEADERS, **of_book})
