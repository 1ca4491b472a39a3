"""The templates and what they may call; the only importer of ``jinja2``."""

from __future__ import annotations

import re
from functools import cache

import jinja2
import jinja2.sandbox
from markupsafe import Markup, escape

from extradition.determination import OffenceDetermination
from extradition.law import Provision
from extradition.policy.comparison import Comparison
from extradition.report import appendix, presentation, wording
from extradition.report.drawing import hearing_diagram
from extradition.report.drawing.flow_chart import FlowChart, flow_chart
from extradition.source import bundled_folder, place_of, unwanted

_WHITE = "\n\t\u00a0"
_NOT_ASCII = re.compile("[^ -~]")
_PERHAPS_UNSEEN = re.compile("[^ -~\n]")
_READY = (
    *(appendix.identifiers, appendix.made_from),
    *(presentation.assumptions, presentation.closing_differs, presentation.decides_nothing, presentation.effects),
    *(presentation.forced, presentation.gathered, presentation.heading),
    *(presentation.law_line, presentation.passed_over, presentation.place_of_outcome, presentation.shown_above, presentation.why_judgment),
    *(wording.capital, wording.day, wording.section, wording.share, wording.words),
)
"""What templates may call, each under its own name."""
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


def filled(name: str, **told: object) -> str:
    """The template *name* (``determination.html.j2``), told that; its kind, before the ``.j2``, says what is escaped.

    Raises:
        LookupError: there is no such template.
    """
    try:
        template = _environment(name.split(".")[-2]).get_template(name)
    except jinja2.TemplateNotFound:
        raise LookupError(name) from None
    return tidied(template.render(**told))


def filled_part(name: str, part: str, **told: object) -> str:
    """The macro *part* of the template *name*, told that."""
    return tidied(getattr(_environment(name.split(".")[-2]).get_template(name).module, part)(**told))


def closed_environment() -> jinja2.Environment:
    """What fills a template that did not come with this package: it can tell what it is given, and do nothing else."""
    return jinja2.sandbox.SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)


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
        {ready.__name__: ready for ready in _READY},
        hour=lambda at: f"{at:%H:%M}",
        flow=_flow,
        svg=_path,
        kept=_kept,
        place=lambda name: place_of(name) or (),
        title_first=wording.capital,
        short=lambda provision: Provision(provision).short,
        t=_plain if form == "md" else str,
    )
    environment.globals["unnamed"] = wording.Vocabulary({})
    return environment


def _path(offence: OffenceDetermination) -> str:
    """The path of *offence*, drawn."""
    return hearing_diagram.svg_of_path(offence.path, title=f"The hearing: {offence.id}")


def _flow(told: Comparison) -> FlowChart | None:
    """The flows of the cases from law to law, drawn; its title and its description are those of ``flow.txt.j2``."""
    return flow_chart(
        [law.name for law in told.laws],
        {each.outcome: each.kind for each in told.outcomes},
        {each.outcomes: each.count for each in told.transitions},
        title=filled_part("flow.txt.j2", "title", told=told),
        told=filled_part("flow.txt.j2", "flows", told=told),
    )


def _kept(text: str) -> Markup:
    """*text* as the value of a field, to come back as it is: what ``tidied`` would change is written as a reference to it.

    The characters that no file can have are left to it, so that they are seen.
    """

    def reference(found: re.Match[str]) -> str:
        character = found[0]
        return character if character.isprintable() or unwanted(character) else f"&#{ord(character)};"

    return Markup(_NOT_ASCII.sub(reference, escape(text)))  # noqa: S704  it was escaped before


def escaped(text: str) -> str:
    r"""*text* as Markdown shows it.

    >>> escaped("a *b* [c](d)")
    'a \\*b\\* \\[c\\](d)'
    """
    return _MARKDOWN_MARKS.sub(r"\\\1", text)


def tidied(text: str) -> str:
    """*text* with at most one empty line in a row, one end of line at the end, and no character that a terminal would obey.

    Files cannot have unseen characters, but a case made in Python can.
    """
    seen = _PERHAPS_UNSEEN.sub(lambda found: found[0] if found[0].isprintable() or found[0] in _WHITE else f"U+{ord(found[0]):04X}", text)
    return re.sub(r"\n{3,}", "\n\n", seen).strip() + "\n"


def _plain(text: object) -> str:
    """Text of a case file or rule file, so that Markdown shows it as it is."""
    return escaped(" ".join(str(text).split()))
