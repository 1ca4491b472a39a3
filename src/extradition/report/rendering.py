"""Determinations, comparisons, validations and draft requests as what people and programs read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeGuard, cast, overload

from extradition.casework.further_information import FurtherInformation
from extradition.casework.replay import Replay
from extradition.determination import Determination
from extradition.determination.dependence import Sensitivity
from extradition.law import Model
from extradition.policy.comparison import Comparison
from extradition.policy.law_tests import Coverage
from extradition.policy.validation import Validation
from extradition.report.drawing import hearing_diagram
from extradition.report.environment import filled, filled_part
from extradition.report.formats import FORMAT, FORMATS, PAPER, TEXT, Source
from extradition.report.table import table
from extradition.report.wording import Vocabulary
from extradition.rule_book import RuleBook


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


_PAGED = (Determination, Comparison, FurtherInformation)
Told = Determination | Comparison | Validation | FurtherInformation | Replay | BookSummary


@overload
def render(told: Told, form: TEXT = "md") -> str: ...
@overload
def render(told: Told, form: PAPER, template: Path | None = None) -> bytes: ...
@overload
def render(told: Told, form: FORMAT, template: Path | None = None) -> str | bytes: ...
def render(told: Told, form: FORMAT = "md", template: Path | None = None) -> str | bytes:
    """The report on *told* in one of ``FORMATS``: text, or the bytes of a Word file or a PDF.

    Args:
        told: A determination, a comparison or a draft request has a page, and so every format that is made from one. A validation, a
            replay and the summary of a rule book are Markdown or JSON. A comparison is CSV too.
        form: The format.
        template: The Word file from whose styles a Word file is made; without one, the template of this package.

    Returns:
        The whole report. The same content gives the same text and the same bytes.

    Raises:
        ValueError: *told* has no such format, or only a Word file has a template.
        MissingExtraError: the packages that make Word files and PDFs are not installed.
        SourceError: *template* is no Word template, or leaves a part of the report out.
    """
    if template is not None and form != "docx":
        raise ValueError(f"a {form} is not made from a template: only docx is")
    if form == "json":
        return told.model_dump_json(indent=2) + "\n"
    if form == "csv" and isinstance(told, Comparison):
        return table(told)
    name, of_page = _TEMPLATES[type(told)], FORMATS[form].of_page
    if isinstance(told, _PAGED) and of_page is not None:
        page = filled(f"{name}.html.j2", told=told, v=Vocabulary(told.terms), drawn=form != "md")
        return of_page(Source(page, _mermaid(told) if form == "md" else (), template))
    if form == "md":
        return filled(f"{name}.md.j2", told=told)
    raise ValueError(f"a {name} has no {form!r} form")


def is_paper(form: str) -> TypeGuard[PAPER]:
    """Whether *form* is a format of bytes and not of text."""
    return form in FORMATS and FORMATS[cast("FORMAT", form)].paper


def _mermaid(told: Told) -> tuple[str, ...]:
    """The path of each offence as Mermaid text, in the order in which the page draws them."""
    return tuple(hearing_diagram.mermaid_of_path(offence.path) for offence in told.offences) if isinstance(told, Determination) else ()


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
