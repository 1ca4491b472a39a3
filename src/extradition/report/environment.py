"""The templates and the functions they may call; the only importer of ``jinja2``."""

from __future__ import annotations

import pickle
import re
import sys
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import jinja2.compiler
import jinja2.sandbox
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from extradition.determination import OffenceDetermination
from extradition.law import Provision
from extradition.policy.comparison import Comparison
from extradition.policy.reported_law import law_titles
from extradition.report import (
    appendix,
    decisive_steps,
    place_of_outcome,
    presentation,
    unused_findings,
    wording,
)
from extradition.report.drawing import hearing_diagram
from extradition.report.drawing.flow_chart import FlowChart, flow_chart
from extradition.rule_book.consequences import CONSEQUENCES
from extradition.rule_book.said import said_of
from extradition.source import bundled_folder, place_of, unwanted
from extradition.standard import STANDARDS

_OPEN = ("builtins", "jinja2", "markupsafe")
"""The packages whose objects a template of the user may use as Jinja allows, such as text and ``loop``."""
_WHITE = "\n\t\u00a0"
_NOT_ASCII = re.compile("[^ -~]")
_PERHAPS_UNSEEN = re.compile("[^ -~\n]")
_READY = (
    *(appendix.identifiers, appendix.made_from),
    *(decisive_steps.authority_of, decisive_steps.why_of, law_titles),
    *(
        presentation.assumptions,
        presentation.choosing_dates,
        presentation.chosen_by_words,
        presentation.closing_differs,
        presentation.decides_nothing,
        presentation.guidance_next_to_it,
        presentation.effects,
    ),
    *(presentation.forced, presentation.gathered, presentation.heading),
    *(presentation.passages_by_question, presentation.passages_quoted),
    *(
        presentation.law_line,
        presentation.passed_over,
        presentation.precedents_on,
    ),
    *(place_of_outcome.next_provision, place_of_outcome.place_of_outcome),
    *(presentation.shown_above, presentation.why_judgment, unused_findings.unused_findings),
    *(
        wording.capital,
        wording.day,
        wording.in_sentence,
        wording.number,
        wording.section,
        wording.share,
        wording.words,
    ),
)
"""The functions that templates may call, each under its own name."""
_MARKDOWN_MARKS = re.compile(r"([\\`*_\[\]<>|#~]|&(?=\w+;))")


def filled(name: str, **values: object) -> str:
    """The text of a template filled with *values*.

    Args:
        name: The file name, as ``determination.html.j2``. The part before ``.j2`` decides how values are
            escaped.
        **values: The variables of the template.

    Raises:
        LookupError: No template has this name.
    """
    try:
        template = _environment(name.split(".")[-2]).get_template(name)
    except jinja2.TemplateNotFound:
        raise LookupError(name) from None
    return tidied(template.render(**values))


def filled_part(name: str, part: str, **values: object) -> str:
    """The text of the macro *part* of the template *name*, called with *values*.

    Args:
        name: The file name, as ``ask.txt.j2``. The part before ``.j2`` decides how values are escaped.
        part: The name of a macro in that file.
        **values: The arguments of the macro, by name.
    """
    return tidied(getattr(_environment(name.split(".")[-2]).get_template(name).module, part)(**values))


def closed_environment() -> jinja2.Environment:
    """The environment for a template of the user: it can show the values it is given, and do nothing else."""
    return _Closed(autoescape=True, undefined=jinja2.StrictUndefined)


class _Closed(jinja2.sandbox.SandboxedEnvironment):
    """Of the objects of this package a template sees the fields of a dataclass, and no method."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._fields: dict[type, frozenset[str]] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        is_open = type(obj).__module__.partition(".")[0] in _OPEN
        return super().is_safe_attribute(obj, attr, value) and (is_open or attr in self._fields_of(type(obj)))

    def _fields_of(self, kind: type) -> frozenset[str]:
        """The fields of the dataclass *kind*, worked out once for the many values of a report."""
        if kind not in self._fields:
            names = (each.name for each in fields(kind)) if is_dataclass(kind) else ()
            self._fields[kind] = frozenset(names)
        return self._fields[kind]


class _Compiled(jinja2.FileSystemBytecodeCache):
    """The templates as compiled before. A run keeps them as Python keeps modules: next to their source,
    unless the folder is not to be written to or ``PYTHONDONTWRITEBYTECODE`` is set.

    A template that two forms include is compiled for each, because each form escapes values in its own way.
    """

    def __init__(self, folder: Path, form: str) -> None:
        super().__init__(str(folder / "__pycache__"), f"%s.{form}.{sys.implementation.cache_tag}.jinja")
        modules = (Path(each).read_text(encoding="utf-8") for each in (__file__, jinja2.compiler.__file__))
        self._modules = super().get_source_checksum("".join(modules))

    def get_source_checksum(self, source: str) -> str:
        """The check sum of all that a compiled template is made from: its text and two modules."""
        return super().get_source_checksum(f"{self._modules} {source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what was kept, if it can be read and is whole."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if that is allowed."""
        if sys.dont_write_bytecode:
            return
        try:
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return  # the next run compiles it again


@cache
def _environment(form: str) -> jinja2.Environment:
    folder = bundled_folder("templates")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        bytecode_cache=_Compiled(folder, form),
        autoescape=form == "html",  # noqa: S701  Markdown is not HTML; the filter t escapes its marks
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
        optimized=False,  # a quarter of the time to compile; the templates have hardly a constant to fold
    )
    environment.filters.update(
        {ready.__name__: ready for ready in _READY},
        hour=lambda at: f"{at:%H:%M}",
        flow=_flow,
        svg=_path,
        kept=_kept,
        in_single_quotes=_in_single_quotes,
        place=lambda name: place_of(name) or (),
        act=lambda provision: Provision(provision).act,
        heading_of_kind=lambda kind: CONSEQUENCES[kind].heading,
        short=lambda provision: Provision(provision).short,
        said=said_of,
        standard=STANDARDS.__getitem__,
        t=_plain if form == "md" else str,
    )
    environment.globals["unnamed"] = wording.Vocabulary({})
    return environment


def _path(offence: OffenceDetermination) -> str:
    """The path of *offence* as a drawing."""
    return hearing_diagram.svg_of_path(offence.path, title=f"The hearing: {offence.id}")


def _flow(report: Comparison) -> FlowChart | None:
    """The drawing of how cases move from law to law; ``flow.txt.j2`` has its title and description."""
    titles = law_titles(report.laws)
    return flow_chart(
        [titles[law.name] for law in report.laws],
        {each.outcome: each.kind for each in report.outcomes},
        {each.outcomes: each.count for each in report.transitions},
        title=filled_part("flow.txt.j2", "title", titles=titles),
        description=filled_part("flow.txt.j2", "flows", report=report, titles=titles),
    )


def _kept(text: str) -> Markup:
    """*text* as the value of a field that a browser sends back unchanged.

    Characters that ``tidied`` would change become references, except those that no file can have: the reader
    has to see them.
    """

    def reference(found: re.Match[str]) -> str:
        character = found[0]
        return character if character.isprintable() or unwanted(character) else f"&#{ord(character)};"

    return Markup(_NOT_ASCII.sub(reference, escape(text)))  # noqa: S704  it was escaped before


def _in_single_quotes(text: str) -> Markup:
    """*text* as ``kept``, for a value in single quotes: JSON, which is full of double ones."""
    return Markup(str(_kept(text)).replace("&#34;", '"'))  # noqa: S704  it was escaped before


def escaped(text: str) -> str:
    r"""*text* with its marks escaped for Markdown.

    Args:
        text: Text for one place in a Markdown report, not yet escaped.

    >>> escaped("a *b* [c](d)")
    'a \\*b\\* \\[c\\](d)'
    >>> escaped("&lt; and &")
    '\\&lt; and &'
    """
    return _MARKDOWN_MARKS.sub(r"\\\1", text)


def tidied(text: str) -> str:
    r"""*text* with at most one empty line in a row, one line end at the end, and no control character.

    Files cannot have invisible characters, but a case made in Python can.

    Args:
        text: The whole text of a filled template.

    >>> tidied("one\n\n\n\ntwo\a")
    'one\n\ntwoU+0007\n'
    """
    seen = _PERHAPS_UNSEEN.sub(
        lambda found: found[0] if found[0].isprintable() or found[0] in _WHITE else f"U+{ord(found[0]):04X}",
        text,
    )
    return re.sub(r"\n{3,}", "\n\n", seen).strip() + "\n"


def _plain(text: object) -> str:
    """The *text* of a case file or rule file on one line, with its marks escaped for Markdown."""
    return escaped(" ".join(str(text).split()))
