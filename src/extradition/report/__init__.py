"""Determinations, comparisons, validations and draft requests as what people and programs read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from extradition import diagram
from extradition.comparison import Comparison
from extradition.determination import Determination
from extradition.determination.sensitivity import Sensitivity
from extradition.further_information import FurtherInformation
from extradition.law import Model
from extradition.law_tests import Coverage
from extradition.replay import Replay
from extradition.report.environment import filled, filled_part
from extradition.rule_book import RuleBook
from extradition.validation import Validation

FORMAT = Literal["md", "html", "json"]


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


def render(told: Determination | Comparison | Validation | FurtherInformation | Replay | BookSummary, form: FORMAT = "md") -> str:
    """*told* as text: Markdown, one self-contained HTML page (a determination or a draft request), or JSON.

    Raises:
        ValueError: there is no such form of it.
    """
    if form == "json":
        return told.model_dump_json(indent=2) + "\n"
    name = _TEMPLATES[type(told)]
    try:
        return filled(f"{name}.{form}.j2", told=told)
    except LookupError:
        raise ValueError(f"a {name} has no {form!r} form") from None


def render_questions(rule_book: RuleBook) -> str:
    """The rule book as a Markdown list that reads in statutory order."""
    return filled("questions.md.j2", book=rule_book)


def render_interview(part: str, **told: object) -> str:
    """One *part* of what an interview says at the terminal: a macro of ``ask.txt.j2``, told what it asks for."""
    return filled_part("ask.txt.j2", part, **told)


def render_sensitivities(told: Sequence[tuple[str, Sensitivity]]) -> str:
    """What the outcomes of several offences depend on, each under its name, as Markdown."""
    return filled("sensitivity.md.j2", told=told)


def render_diagram(rule_book: RuleBook, form: Literal["md", "html"]) -> str:
    """The rule book drawn: each Part as a Mermaid diagram in Markdown, or as a picture on one self-contained HTML page."""
    return filled(f"diagram.{form}.j2", book=rule_book, mermaid=diagram.mermaid_of_book, svg=diagram.svg_of_book)
