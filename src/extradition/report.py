"""Determinations, comparisons and validations as Markdown, HTML and JSON; the only importer of ``jinja2``."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Literal

import jinja2

from extradition.comparison import Comparison
from extradition.determination import Determination
from extradition.law import Model, Provision
from extradition.rule_book import RuleBook
from extradition.source import bundled_folder
from extradition.validation import Validation

FORMAT = Literal["md", "html", "json"]

_WHITE = "\n\t\u00a0"
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


class BookSummary(Model):
    """What ``extradition check`` found a sound rule book to hold: counts, and how sure we are of how many versions."""

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


def render(told: Determination | Comparison | Validation | BookSummary, form: FORMAT = "md") -> str:
    """*told* as text: Markdown, one self-contained HTML page (a determination only), or JSON.

    Raises:
        ValueError: there is no such form of it.
    """
    if form == "json":
        return told.model_dump_json(indent=2) + "\n"
    name = {Determination: "determination", Comparison: "comparison", Validation: "validation", BookSummary: "check"}[type(told)]
    try:
        template = _environment(form).get_template(f"{name}.{form}.j2")
    except jinja2.TemplateNotFound:
        raise ValueError(f"a {name} has no {form!r} form") from None
    return _tidy(template.render(told=told))


def render_questions(rule_book: RuleBook) -> str:
    """The rule book as a Markdown list that reads in statutory order."""
    return _tidy(_environment("md").get_template("questions.md.j2").render(book=rule_book))


def _tidy(text: str) -> str:
    """One empty line at the most between two others, one end of line at the end, and nothing that a terminal would obey.

    Files cannot have unseen characters, but a case put together in Python can.
    """
    seen = "".join(character if character.isprintable() or character in _WHITE else f"U+{ord(character):04X}" for character in text)
    return re.sub(r"\n{3,}", "\n\n", seen).strip() + "\n"


@cache
def _environment(form: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(bundled_folder("templates")),
        autoescape=form == "html",  # noqa: S701  Markdown is not HTML; the filter t escapes its marks
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters.update(
        standard=lambda to: f"on the {to}" if to == "balance of probabilities" else f"to the {to}",
        day=_day,
        words=_words,
        short=lambda provision: Provision(provision).short,
        t=_plain if form == "md" else str,
    )
    return environment


def _day(day: dt.date | str) -> str:
    """A date as lawyers write it: 6 March 2024."""
    day = dt.date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {day:%B %Y}"


def _words(code: object) -> str:
    """A fact or answer of the vocabulary as words."""
    return str(code).replace("_", " ")


def _plain(text: object) -> str:
    """Text of a case file or rule file, so that Markdown shows it as it is."""
    return _MARKDOWN_MARKS.sub(r"\\\1", " ".join(str(text).split()))
