"""The routes of the pages without a case: the start page, what is watched, and where two laws part."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from extradition.policy.region import region
from extradition.report.wording import capital
from extradition.source import OptionError
from extradition.web.example_cases import ExampleCases
from extradition.web.exchange import Exchange, PageRefusal, html_answer
from extradition.web.form.page_html import render_start, render_watch
from extradition.web.rule_books import RuleBooks
from extradition.web.service.reports import report


def start_routes(books: RuleBooks, examples: ExampleCases) -> APIRouter:
    """The routes ``/``, ``/watch`` and ``/region``.

    Args:
        books: the rule books of the service.
        examples: the example cases that the start page lists.
    """
    exchange, routes = Exchange(books), APIRouter(include_in_schema=False)

    @routes.get("/")
    def start() -> Response:
        return html_answer(render_start(examples.by_book))

    @routes.get("/watch")
    def watched() -> Response:
        return html_answer(render_watch(books.each))

    @routes.get("/region")
    def where_laws_part(
        one: Annotated[str, Query()] = "",
        other: Annotated[str, Query()] = "",
        question: Annotated[str, Query()] = "",
        book: Annotated[str | None, Query()] = None,
    ) -> Response:
        return exchange.answer(lambda: _where_laws_part(books, (one, other), question or None, book))

    return routes


def _where_laws_part(
    books: RuleBooks, laws: tuple[str, str], question: str | None, book: str | None
) -> Response:
    """The report on where two *laws* of a rule book part.

    Raises:
        PageRefusal: there is none; the page names the fault.
    """
    try:
        made = region(*laws, books.named(book), question=question)
    except OptionError as error:
        raise PageRefusal(422, "no region", capital(f"{error}.")) from None
    return report(made, "html")
