"""Determinations, comparisons, validations and draft requests as Markdown, HTML and JSON; the only importer of ``jinja2``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import jinja2

from extradition import diagram
from extradition.comparison import Comparison
from extradition.determination import Caution, Determination, OffenceDetermination, Step
from extradition.determination.outcome import Stage
from extradition.determination.sensitivity import Sensitivity
from extradition.further_information import FurtherInformation
from extradition.law import Model, Provision
from extradition.law_tests import Coverage
from extradition.rule_book import RuleBook
from extradition.source import bundled_folder
from extradition.validation import Validation

FORMAT = Literal["md", "html", "json"]

_WHITE = "\n\t\u00a0"
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


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
    BookSummary: "check",
}


def render(told: Determination | Comparison | Validation | FurtherInformation | BookSummary, form: FORMAT = "md") -> str:
    """*told* as text: Markdown, one self-contained HTML page (a determination or a draft request), or JSON.

    Raises:
        ValueError: there is no such form of it.
    """
    if form == "json":
        return told.model_dump_json(indent=2) + "\n"
    name = _TEMPLATES[type(told)]
    try:
        template = _environment(form).get_template(f"{name}.{form}.j2")
    except jinja2.TemplateNotFound:
        raise ValueError(f"a {name} has no {form!r} form") from None
    return _tidy(template.render(told=told))


def render_questions(rule_book: RuleBook) -> str:
    """The rule book as a Markdown list that reads in statutory order."""
    return _tidy(_environment("md").get_template("questions.md.j2").render(book=rule_book))


def render_interview(part: str, **told: object) -> str:
    """One *part* of what an interview says at the terminal: a macro of ``ask.txt.j2``, told what it asks for."""
    return _tidy(getattr(_environment("txt").get_template("ask.txt.j2").module, part)(**told))


def render_sensitivities(told: Sequence[tuple[str, Sensitivity]]) -> str:
    """What the outcomes of several offences depend on, each under its name, as Markdown."""
    return _tidy(_environment("md").get_template("sensitivity.md.j2").render(told=told))


def render_diagram(rule_book: RuleBook, form: Literal["md", "html"]) -> str:
    """The rule book drawn: each Part as a Mermaid diagram in Markdown, or as a picture on one self-contained HTML page."""
    return _tidy(
        _environment(form).get_template(f"diagram.{form}.j2").render(book=rule_book, mermaid=diagram.mermaid_of_book, svg=diagram.svg_of_book)
    )


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
        assumptions=_assumptions,
        decides_nothing=_decides_nothing,
        hour=lambda at: f"{at:%H:%M}",
        gathered=_gathered,
        told_before=_told_before,
        passed_over=_passed_over,
        mermaid=diagram.mermaid_of_path,
        svg=lambda offence: diagram.svg_of_path(offence.path, title=f"The hearing: {offence.id}"),
        day=_day,
        words=_words,
        short=lambda provision: Provision(provision).short,
        t=_plain if form == "md" else str,
    )
    return environment


def _gathered(told: Determination) -> Iterator[tuple[tuple[str, ...], list[Caution]]]:
    """The cautions of the offences, those of a kind that would be told of many questions together.

    Each with the offences that it is of; none, if it is of all of them.
    """
    groups: dict[tuple[object, tuple[Caution, ...]], list[Caution]] = {}
    ids: dict[tuple[object, tuple[Caution, ...]], list[str]] = {}
    for offence in told.offences:
        here: dict[object, list[Caution]] = {}
        for caution in offence.cautions:
            together = caution.kind in ("unverified version", "author not given")
            here.setdefault((caution.kind, caution.verified) if together else caution, []).append(caution)
        for key, group in here.items():
            same = (key, tuple(group))
            groups.setdefault(same, group)
            ids.setdefault(same, []).append(offence.id)
    for same, group in groups.items():
        yield () if len(ids[same]) == len(told.offences) else tuple(ids[same]), group


def _assumptions(told: Determination) -> dict[str, list[str]]:
    """What the versions that were applied assume, each sentence once, with the versions that do."""
    assumed: dict[str, list[str]] = {}
    for version, _ in told.versions_applied:
        for line in version.assumes:
            assumed.setdefault(line, []).append(version.id)
    return assumed


def _decides_nothing(step: Step, offence: OffenceDetermination) -> bool:
    """Whether *step* is a limb on which the answer that it is a limb of did not turn."""
    parent = next((each for each in offence.steps if each.provision == step.limb_of), None)
    return parent is not None and parent.answered_by == "derivation" and step.name not in parent.turned_on


def _told_before(told: Determination, offence: OffenceDetermination) -> list[Step]:
    """The steps of *offence* on the person that an earlier offence has told already, just so."""
    earlier = told.offences[: told.offences.index(offence)]
    before = {step.provision: step for each in earlier for step in each.steps if step.decided_for == "person"}
    return [step for step in offence.steps if before.get(step.provision) == step]


def _passed_over(path: tuple[Stage, ...]) -> Iterator[tuple[str, list[Stage]]]:
    """The stages to which the hearing did not come, by why."""
    for state in ("not examined", "not reached"):
        stages = [stage for stage in path if stage.state == state]
        if stages:
            yield state, stages


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
