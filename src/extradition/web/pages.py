"""The routes of the page of a case: fill it in and see its determination, save.

The server keeps no case between two requests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from importlib.util import find_spec
from typing import Annotated, Any, cast, get_args

from fastapi import APIRouter, Query, Request, Response

from extradition.case_file import CaseFile
from extradition.case_file.editing import written
from extradition.casework.anonymity import anonymous
from extradition.casework.in_issue import InIssue
from extradition.casework.papers.kinds import named_papers, paper_of
from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.casework.warrant_file.skeleton import skeleton_of
from extradition.engine.agreement import ENGINE
from extradition.hearing import Under, hear
from extradition.hearing.examination import examine, read_case
from extradition.report import FORMAT, is_binary
from extradition.report.wording import capital
from extradition.rule_book import RuleBook
from extradition.source import OptionError, Problem, SourceError, place_of
from extradition.web.boundary import HEADERS
from extradition.web.example_cases import ExampleCases
from extradition.web.exchange import Exchange, PageRefusal, fitting, html_answer
from extradition.web.form import content_of, examined, form_of
from extradition.web.form.another import with_another
from extradition.web.form.entries import SHOWS
from extradition.web.form.examined_content import case_of, examined_case, faults_in
from extradition.web.form.fields import Leaves, matter_in
from extradition.web.form.issues import REFUSED, issues_of, with_rest_recorded
from extradition.web.form.page_html import asset, render_case, render_saved, render_start
from extradition.web.form.posted_form import PostedForm
from extradition.web.form.sections import section_id
from extradition.web.form.settlement import with_settlement
from extradition.web.limits import MOST_ON_A_PAGE
from extradition.web.rule_books import RULE_BOOK, RuleBooks
from extradition.web.sent_file import document_sent, warrant_sent
from extradition.web.service.reports import OF_ONE_CASE, report

ASSETS = (("page.css", "text/css"), ("page.js", "text/javascript"), ("page_draft.js", "text/javascript"))
"""The style and the scripts of the page, with their media types."""
_FEW = 6
"""The most questions in issue whose stages the page opens of its own accord."""
_ONE_OFFENCE: Mapping[str, Any] = {"offences": [{"id": "offence-1"}]}


def page_routes(books: RuleBooks, examples: ExampleCases, engine: ENGINE = "durable") -> APIRouter:
    """The routes ``/case``, ``/case/save/{form}`` and ``/case/paper/{form}``, and the style and the scripts.

    Args:
        books: the rule books of the service.
        examples: the example cases that the page opens.
        engine: as for ``determine``.
    """
    page, exchange = _Page(books, examples, engine), Exchange(books)
    routes = APIRouter(include_in_schema=False)

    @routes.get("/case")
    def new(
        example: Annotated[str | None, Query()] = None,
        part: Annotated[str | None, Query()] = None,
        opened: Annotated[list[str] | None, Query()] = None,
        book: Annotated[str | None, Query()] = None,
    ) -> Response:
        if example is not None:
            return exchange.answer(lambda: page.example(example, opened or ()))
        return exchange.answer(lambda: page.empty(book, part, opened or ()))

    @routes.post("/case")
    async def filled_in(request: Request) -> Response:
        return await exchange.posted(request, page.worked)

    @routes.post("/case/save/{form}")
    async def save(request: Request, form: str) -> Response:
        return await exchange.posted(request, lambda posted: page.saved(posted, form))

    @routes.post("/case/paper/{form}")
    async def save_paper(request: Request, form: str) -> Response:
        return await exchange.posted(request, lambda posted: page.paper_saved(posted, form))

    for name, media in ASSETS:
        routes.add_api_route(f"/{name}", _static(asset(name), media), methods=["GET"])
    return routes


class _Page:
    def __init__(self, books: RuleBooks, examples: ExampleCases, engine: ENGINE) -> None:
        self._books = books
        self._examples = examples
        self._engine: ENGINE = engine
        self._offered = (
            "yaml",
            *(form for form in get_args(OF_ONE_CASE) if not is_binary(form) or _has_paper()),
        )

    def example(self, name: str, stages: Collection[str]) -> Response:
        """The page of the example with that *name*, with some *stages* opened."""
        content = self._examples.content(name)
        if content is None:
            raise PageRefusal(404, "unknown page")
        return self._case(content, opened=stages)

    def empty(self, book: str | None, part: str | None, stages: Collection[str]) -> Response:
        """The page of an empty case under the matter *part* of a rule book, with some *stages* opened."""
        try:
            rule_book = self._books.named(book)
        except OptionError:
            raise PageRefusal(404, "unknown page") from None
        if part is None or part not in rule_book.matters:
            raise PageRefusal(404, "unknown page")
        of_book = {} if book is None else {"book": book}
        offences = {} if rule_book.is_on_the_person_alone(part) else _ONE_OFFENCE
        content = {**of_book, "part": part, "dates": {}, **offences}
        return self._case(content, shows="none", opened=stages)

    def worked(self, posted: PostedForm) -> Response:
        """The page of the case after the action of the button."""
        do, _, what = posted.do.partition(" ")
        if do in ("load", "warrant"):
            return self._loaded(posted) if do == "load" else self._started(posted)
        if do == "in-issue":
            leaves, act = with_rest_recorded(posted, self._books.of_leaves(posted.leaves))
            in_issue = map(section_id, posted.contested if len(posted.contested) <= _FEW else ())
            return self._case(content_of(leaves), opened=in_issue, posted=posted, act=act)
        section, *entry = what.split() if do == "open" else [""]
        return self._case(
            content_of(_changed(posted.leaves, do, what, self._decider(posted.leaves))),
            another=what if do == "another" else "",
            unfolded=[what] if do == "update" else entry,
            shows="all" if do == "update" else "of what is filled in",
            opened=[section] if do == "open" else [],
            posted=posted,
        )

    def _decider(self, leaves: Leaves) -> str:
        """The decider of the hearing of the case in *leaves*; the first of the rule book if none is named."""
        book = self._books.of_leaves(leaves)
        return book.before.get(matter_in(leaves) or "", book.deciders[0])

    def saved(self, posted: PostedForm, form: str) -> Response:
        """The case file, or its determination in that *form*; the page of the case if it has a fault."""
        if form not in self._offered:
            raise PageRefusal(404, "unknown page")
        content, book = fitting(content_of(posted.leaves)), self._books.of_leaves(posted.leaves)
        try:
            case_file = case_of(content, book)
            if form == "yaml":
                text = render_saved(written(case_file), faults_in(case_file, book), book)
                headers = {**HEADERS, RULE_BOOK: book.digest}
                saved = Response(text, media_type="application/yaml", headers=headers)
                return _as_file(saved, case_file, ".yaml")
            case_file = _as_written(case_file, book, posted)
        except SourceError:
            return self._case(content, status=422, posted=posted)
        known = examined_case(case_file, book, self._engine)
        if known.determination is None:
            return self._case(content, status=422, posted=posted)
        depth = None if form == "json" else posted.depth
        try:
            made = report(known.determination, cast("FORMAT", form), depth, known.compared)
        except SourceError as error:
            raise PageRefusal(422, "too much on paper", capital(f"{error.problems[0].message}.")) from None
        return _as_file(made, case_file, f".{form}")

    def paper_saved(self, posted: PostedForm, form: str) -> Response:
        """The court paper that the user chose, in that *form*; the page of the case if it has a fault."""
        content, book = fitting(content_of(posted.leaves)), self._books.of_leaves(posted.leaves)
        papers = named_papers(book.parties)
        if form not in self._offered or form == "yaml" or posted.paper not in papers:
            raise PageRefusal(404, "unknown page")
        try:
            case_file = _as_written(case_of(content, book), book, posted)
            hearing = hear(case_file, book, Under(engine=self._engine))
            made = paper_of(hearing, *papers[posted.paper])
        except SourceError:
            return self._case(content, status=422, posted=posted)
        return _as_file(report(made, cast("FORMAT", form)), case_file, f"-{posted.paper}.{form}")

    def _loaded(self, posted: PostedForm) -> Response:
        """The page of the case file that was sent; if it is no case file, the page as before, with the
        reason.
        """
        name, raw = posted.file or ("", b"")
        try:
            document = document_sent(name, raw)
        except SourceError as error:
            if not posted.leaves:
                return html_answer(render_start(self._examples.by_book, error.problems), 422)
            return self._case(content_of(posted.leaves), problems=error.problems, status=422)
        book = self._books.of_content(document.content)
        try:
            examine(read_case(document, book), book)
        except SourceError as error:
            return self._case(document.content, problems=error.problems)
        return self._case(document.content)

    def _started(self, posted: PostedForm) -> Response:
        """The page of a case with the entries of the warrant that was sent, and with what was not read."""
        try:
            reading = warrant_sent(*(posted.file or ("", b"")), self._books.own)
        except SourceError as error:
            return html_answer(render_start(self._examples.by_book, error.problems, "warrant"), 422)
        return self._case(skeleton_of(reading), shows="none", reading=reading)

    # Whole: the choices of every caller, a row each, and the two calls that pass them on by name.
    def _case(
        self,
        content: Mapping[str, Any],
        *,
        another: str = "",
        unfolded: Iterable[str] = (),
        shows: SHOWS = "all",
        problems: Iterable[Problem] = (),
        status: int = 200,
        opened: Iterable[str] = (),
        reading: WarrantReading | None = None,
        posted: PostedForm | None = None,
        act: InIssue | REFUSED | None = None,
    ) -> Response:
        book = self._books.of_content(content)
        known = examined(fitting(content), book, self._engine)
        before = (posted.opened, posted.unfolded) if posted is not None else ((), ())
        stages = {*before[0], *opened}
        form = form_of(
            content,
            book,
            known,
            another=another,
            unfolded={*before[1], *unfolded},
            contested=posted.contested if posted is not None else (),
            shows=shows,
            opened=None if "all" in stages else stages,
        )
        has_room = len(form.offences) < MOST_ON_A_PAGE
        made = render_case(
            book,
            form,
            self._offered,
            tuple(problems),
            has_room=has_room,
            reading=reading,
            issues=issues_of(form, book, posted, act),
            has_draft=posted is not None and posted.has_draft,
            author=posted.author if posted is not None else "",
        )
        return html_answer(made, status, book)


def _as_written(case_file: CaseFile, book: RuleBook, posted: PostedForm) -> CaseFile:
    """*case_file* itself; without what identifies the people in it, if that was *posted*.

    Raises:
        SourceError: as for ``anonymous``.
    """
    return anonymous(case_file, book) if posted.anonymous else case_file


def _changed(leaves: Leaves, do: str, what: str, decider: str) -> Leaves:
    """The *leaves* after the action of a button on the place *what*; the *decider* is that of the hearing."""
    if do == "add":
        return with_another(leaves, what)
    if do == "settle":
        return with_settlement(leaves, what, decider)
    place = place_of(what) if do in ("found", "remove", "take-back") else None
    if place is None:
        return leaves
    if do == "found":
        return {**leaves, place: decider}
    return {each: leaf for each, leaf in leaves.items() if each[: len(place)] != place}


def _as_file(saved: Response, case_file: CaseFile, ending: str) -> Response:
    """*saved* as a file with the name of the case and that *ending*."""
    name = "-".join(re.findall(r"[a-z0-9]+", case_file.case.lower()))[:60].strip("-") or "case"
    saved.headers["Content-Disposition"] = f'attachment; filename="{name}{ending}"'
    return saved


def _has_paper() -> bool:
    """Whether the packages that make Word files and PDFs are installed."""
    return all(find_spec(package) for package in ("docxtpl", "typst"))


def _static(text: str, media: str) -> Callable[[], Response]:
    return lambda: Response(text, media_type=media, headers={**HEADERS, "Cache-Control": "no-cache"})
