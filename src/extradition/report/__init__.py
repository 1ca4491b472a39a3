"""Determinations, comparisons, validations and draft requests as what people and programs read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeGuard, get_args, overload

from extradition.casework.further_information import FurtherInformation
from extradition.casework.replay import Replay
from extradition.determination import Determination
from extradition.determination.dependence import Sensitivity
from extradition.law import Model
from extradition.policy.comparison import Comparison
from extradition.policy.law_tests import Coverage
from extradition.policy.validation import Validation
from extradition.report.document import document_of
from extradition.report.drawing import hearing_diagram
from extradition.report.environment import filled, filled_part
from extradition.report.table import table
from extradition.rule_book import RuleBook
from extradition.source import MissingExtraError

TEXT = Literal["md", "html", "csv", "json"]
PAPER = Literal["docx", "pdf"]
FORMAT = TEXT | PAPER


class BookSummary(Model):
    """What ``extradition check`` found a sound rule book to hold: counts, how sure we are of how many versions, how far tests try it."""

    title: str
    stated_as_at: dt.date
    rule_book: str
    questions: int
    versions: int
    prospective: int
    facts: int
    territories: int
    verified: dict[str, int]
    unsure: dict[str, list[str]]
    coverage: Coverage | None


_TEMPLATES: dict[type[Model], str] = {
    Determination: "determination",
    Comparison: "comparison",
    Validation: "validation",
    FurtherInformation: "further_information",
    Replay: "replay",
    BookSummary: "check",
}


Told = Determination | Comparison | Validation | FurtherInformation | Replay | BookSummary


@overload
def render(told: Told, form: TEXT = "md") -> str: ...
@overload
def render(told: Told, form: PAPER, template: Path | None = None) -> bytes: ...
@overload
def render(told: Told, form: FORMAT, template: Path | None = None) -> str | bytes: ...
def render(told: Told, form: FORMAT = "md", template: Path | None = None) -> str | bytes:
    """*told* as text: Markdown, JSON, one self-contained HTML page (of a determination, a comparison or a draft request), or CSV (of a comparison).

    Or as a Word file or a PDF: what has a page can be put on paper, in the words of the page and in their order. A Word file is made
    from *template*, if there is one.

    Raises:
        ValueError: there is no such form of it, or only a Word file has a template.
        MissingExtraError: what makes Word files and PDFs is not installed.
        SourceError: *template* is no Word template, or leaves something out.
    """
    if template is not None and form != "docx":
        raise ValueError(f"a {form} is not made from a template: only docx is")
    if is_paper(form):
        return _on_paper(told, form, template)
    if form == "json":
        return told.model_dump_json(indent=2) + "\n"
    if form == "csv" and isinstance(told, Comparison):
        return table(told)
    return _page(told, form)


def is_paper(form: str) -> TypeGuard[PAPER]:
    """Whether *form* is one of bytes and not of text."""
    return form in get_args(PAPER)


def _page(told: Told, form: str, wanted: str = "") -> str:
    name = _TEMPLATES[type(told)]
    try:
        return filled(f"{name}.{form}.j2", told=told)
    except LookupError:
        raise ValueError(f"a {name} has no {(wanted or form)!r} form") from None


def _on_paper(told: Told, form: PAPER, template: Path | None) -> bytes:
    page = _page(told, "html", form)
    try:
        from extradition.report import pdf, word  # noqa: PLC0415  only who wants paper needs what makes it
    except ImportError as error:
        raise MissingExtraError(f"a report as {form}", "paper") from error
    document = document_of(page)
    return pdf.pdf_of(document) if form == "pdf" else word.docx_of(document, template)


def render_questions(rule_book: RuleBook, form: Literal["md", "json"] = "md") -> str:
    """The questions of the rule book: as a Markdown list that reads in statutory order, or by their provisions as JSON."""
    if form == "json":
        listed = {provision: question.model_dump(mode="json") for provision, question in rule_book.questions.items()}
        return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"
    return filled("questions.md.j2", book=rule_book)


def render_interview(part: str, **told: object) -> str:
    """One *part* of what an interview says at the terminal: a macro of ``ask.txt.j2``, told what it asks for."""
    return filled_part("ask.txt.j2", part, **told)


def render_service(part: str, **told: object) -> str:
    """One *part* of what the service says where it is no report: a macro of ``service.txt.j2``, told what it asks for."""
    return filled_part("service.txt.j2", part, **told)


def render_sensitivities(told: Sequence[tuple[str, Sensitivity]]) -> str:
    """What the outcomes of several offences depend on, each under its name, as Markdown."""
    return filled("sensitivity.md.j2", told=told)


def render_diagram(rule_book: RuleBook, form: Literal["md", "html"]) -> str:
    """The rule book drawn: each Part as a Mermaid diagram in Markdown, or as a picture on one self-contained HTML page."""
    return filled(f"diagram.{form}.j2", book=rule_book, mermaid=hearing_diagram.mermaid_of_book, svg=hearing_diagram.svg_of_book)
