"""The templates and what they may call; the only importer of ``jinja2``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

import jinja2
import jinja2.sandbox
from markupsafe import Markup, escape

from extradition.days import Days
from extradition.determination import Determination, OffenceDetermination
from extradition.determination.caution import Caution
from extradition.determination.outcome import Stage
from extradition.determination.steps import Step
from extradition.law import Provision
from extradition.policy.comparison import Comparison
from extradition.report.drawing import hearing_diagram
from extradition.report.drawing.flow_chart import FlowChart, flow_chart
from extradition.source import bundled_folder, place_of, unwanted

_WHITE = "\n\t\u00a0"
_NOT_ASCII = re.compile("[^ -~]")
_PERHAPS_UNSEEN = re.compile("[^ -~\n]")
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
    return _tidy(template.render(**told))


def filled_part(name: str, part: str, **told: object) -> str:
    """The macro *part* of the template *name*, told that."""
    return _tidy(getattr(_environment(name.split(".")[-2]).get_template(name).module, part)(**told))


def _tidy(text: str) -> str:
    """One empty line at the most between two others, one end of line at the end, and nothing that a terminal would obey.

    Files cannot have unseen characters, but a case put together in Python can.
    """
    seen = _PERHAPS_UNSEEN.sub(lambda found: found[0] if found[0].isprintable() or found[0] in _WHITE else f"U+{ord(found[0]):04X}", text)
    return re.sub(r"\n{3,}", "\n\n", seen).strip() + "\n"


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
        assumptions=_assumptions,
        decides_nothing=_decides_nothing,
        hour=lambda at: f"{at:%H:%M}",
        gathered=_gathered,
        told_before=_told_before,
        passed_over=_passed_over,
        flow=_flow,
        share=lambda count, total: f"{100 * count / total:.1f} %",
        mermaid=hearing_diagram.mermaid_of_path,
        svg=lambda offence: hearing_diagram.svg_of_path(offence.path, title=f"The hearing: {offence.id}"),
        day=_day,
        words=_words,
        kept=_kept,
        place=lambda name: place_of(name) or (),
        title_first=lambda text: text[:1].upper() + text[1:],
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


def _flow(told: Comparison) -> FlowChart | None:
    """The flows of the cases from law to law, drawn; its title and its description are those of ``flow.txt.j2``."""
    return flow_chart(
        [law.name for law in told.laws],
        {each.outcome: each.kind for each in told.outcomes},
        {each.outcomes: each.count for each in told.transitions},
        title=filled_part("flow.txt.j2", "title", told=told),
        told=filled_part("flow.txt.j2", "flows", told=told),
    )


def _day(when: dt.date | Days | str) -> str:
    """A date as lawyers write it: 6 March 2024; a span as its month (March 2024), its year, or its first and last day."""
    if isinstance(when, str):
        first, _, last = when.partition(" to ")
        when = Days.model_validate({"from": first, "until": last}) if last else dt.date.fromisoformat(first)
    if not isinstance(when, Days):
        return f"{when.day} {when:%B %Y}"
    day_after = when.until + dt.timedelta(days=1)
    if (when.from_.day, day_after.day) == (1, 1):
        months = 12 * (day_after.year - when.from_.year) + day_after.month - when.from_.month
        if months == 1 or (months, when.from_.month) == (12, 1):
            return f"{when.from_:%B %Y}" if months == 1 else f"{when.from_:%Y}"
    return f"{_day(when.from_)} to {_day(when.until)}"


def _words(code: object) -> str:
    """A fact or answer of the vocabulary as words."""
    return str(code).replace("_", " ")


def _kept(text: str) -> Markup:
    """*text* as the value of a field, to come back as it is: what ``_tidy`` would change is written as a reference to it.

    The characters that no file can have are left to it, so that they are seen.
    """

    def reference(found: re.Match[str]) -> str:
        character = found[0]
        return character if character.isprintable() or unwanted(character) else f"&#{ord(character)};"

    return Markup(_NOT_ASCII.sub(reference, escape(text)))  # noqa: S704  it was escaped before


def _plain(text: object) -> str:
    """Text of a case file or rule file, so that Markdown shows it as it is."""
    return _MARKDOWN_MARKS.sub(r"\\\1", " ".join(str(text).split()))
