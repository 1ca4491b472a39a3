"""The route of the screen on which the user checks every answer of a case before saving it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from extradition.engine.agreement import ENGINE
from extradition.web.exchange import Exchange, fitting, html_answer
from extradition.web.form import content_of, examined, form_of
from extradition.web.form.page_html import render_check
from extradition.web.form.posted_form import PostedForm
from extradition.web.rule_books import RuleBooks


def checking_routes(books: RuleBooks, engine: ENGINE = "durable") -> APIRouter:
    """The route ``/case/check``: everything that a posted case records, each with a way back to it.

    Args:
        books: the rule books of the service.
        engine: as for ``determine``.
    """
    exchange, routes = Exchange(books), APIRouter(include_in_schema=False)

    def checked(posted: PostedForm) -> Response:
        content = fitting(content_of(posted.leaves))
        rule_book = books.of_content(content)
        form = form_of(content, rule_book, examined(content, rule_book, engine, by_law=False))
        return html_answer(render_check(rule_book, form, posted))

    @routes.post("/case/check")
    async def check(request: Request) -> Response:
        return await exchange.posted(request, checked)

    return routes
