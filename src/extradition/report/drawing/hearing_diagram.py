"""Diagrams of the path of one offence and of the questions of one matter, as Mermaid text or as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from extradition.determination.outcome import Outcome, Stage
from extradition.law import Provision
from extradition.report.drawing.chart import LOOK, STROKES, Box, Chart, Way
from extradition.report.drawing.chart_svg import svg_of_chart
from extradition.report.drawing.svg import INK
from extradition.rule_book import RuleBook
from extradition.rule_book.consequences import Consequence, kind_of, next_question, other_grounds
from extradition.rule_book.question import Question
from extradition.rule_book.said import person_of, said_in
from extradition.source.characters import seen

_LOOKS: dict[str, LOOK] = {"judgment": "judgment", "not asked": "aside", "not in force": "aside"}
_SAFE = frozenset(" ,()-'")


def mermaid_of_path(stages: Sequence[Stage]) -> str:
    """The path of one offence as a Mermaid flowchart, without a code fence; a dashed arrow is a way that the
    hearing may take.

    Args:
        stages: The path of one offence, in the order of the hearing.

    Raises:
        ValueError: A stage, or the destination of one, does not have the form of a provision.
    """
    return _mermaid(_path(stages))


def svg_of_path(stages: Sequence[Stage], *, title: str) -> str:
    """The path of one offence as one ``<svg>``, to insert in a page unchanged.

    It has no id, so that a page can have several.

    Args:
        stages: The path of the offence.
        title: The title, for a reader who cannot see the diagram.

    Raises:
        ValueError: A stage, or the destination of one, does not have the form of a provision.
    """
    return svg_of_chart(_path(stages), title)


def mermaid_of_book(rule_book: RuleBook, part: str) -> str:
    """The questions of one matter as a Mermaid flowchart.

    Yes and no are solid arrows; gates are dashed arrows.

    Args:
        rule_book: The law.
        part: The matter.
    """
    return _mermaid(_questions(rule_book, part))


def svg_of_book(rule_book: RuleBook, part: str) -> str:
    """The questions of one matter as one ``<svg>`` in the order of the hearing, each with
    where its answers lead.

    Args:
        rule_book: The law.
        part: The matter.
    """
    chart = _questions(rule_book, part)
    boxes = [
        replace(box, notes=(*box.notes, *(f"{way.label}: {where}" for way, where in chart.leads(box))))
        for box in chart.boxes
    ]
    return svg_of_chart(
        Chart(boxes),
        f"{rule_book.title}, {rule_book.title_of(part)}: the questions in the order of the hearing",
    )


def _path(stages: Sequence[Stage]) -> Chart:
    chart = Chart()
    asked: dict[str, Stage] = {}
    places: dict[str | None, str] = {}
    for state, together in groupby(
        stages,
        lambda stage: stage.state if stage.state in ("not reached", "not examined") else stage.provision,
    ):
        group, name = list(together), f"n{len(chart.boxes)}"
        places.update((stage.provision, name) for stage in group)
        if group[0].state == state:
            chart.boxes.append(
                Box(name, "aside", f"{len(group)} question{'s' if len(group) > 1 else ''} {state}")
            )
        else:
            asked[name] = group[0]
            chart.boxes.append(_box_of_stage(name, group[0]))
    after = dict(pairwise(asked))
    for name, stage in asked.items():
        may = not stage.certain or stage.state in ("open", "judgment", "makes no difference")
        way = Way(name, "", _mark(stage), may)
        if stage.leads_to is not None:
            chart.lead(replace(way, to=places.get(stage.leads_to.to, "")), stage.leads_to)
        for answer, outcome in stage.ways:
            chart.lead(replace(way, to=places.get(outcome.to, ""), label=answer), outcome, on=f"{answer}: ")
        if stage.leads_to is None and not stage.ways and name in after:
            chart.ways.append(replace(way, to=after[name]))
    return chart


def _box_of_stage(name: str, stage: Stage) -> Box:
    notes = () if stage.certain else ("if the hearing reaches it",)
    look = stage.answer or _LOOKS.get(stage.state, "open")
    return Box(name, look, stage.title, Provision(stage.provision).short, _mark(stage), notes)


def _mark(stage: Stage) -> str:
    words = {"judgment": f"for the {stage.decided_by}", "makes no difference": "open, makes no difference"}
    return stage.answer or words.get(stage.state, stage.state)


def _questions(rule_book: RuleBook, part: str) -> Chart:
    main = [
        (provision, question) for provision, question in rule_book.questions_in(part) if not question.is_limb
    ]
    places: dict[str | None, str] = {provision: f"n{i}" for i, (provision, _) in enumerate(main)}
    chart = Chart()
    for provision, question in main:
        chart.boxes.append(_box_of_question(places[provision], question, rule_book, part))
        for way, label, may in _ways(question):
            outcome = Outcome(
                kind=kind_of(way),
                to=next_question(way),
                under=way.under,
                by=person_of(way, question.decided_by),
                says=said_in(rule_book, provision, way),
            )
            other = "".join(f" or {Provision(ground.under).short}" for ground in other_grounds(way))
            left = f" ({rule_book.exits[outcome.to]})" if outcome.to and outcome.to in rule_book.exits else ""
            chart.lead(Way(places[provision], places.get(outcome.to, ""), label, may), outcome, left, other)
    return chart


def _box_of_question(name: str, question: Question, rule_book: RuleBook, part: str) -> Box:
    """The box of *question*, with its limbs, and its decider if that is not the decider of the hearing."""
    named = dict.fromkeys(
        rule_book.named(part, fact) for version in question.versions for fact in version.facts
    )
    limbs = ", ".join(Provision(limb).short for limb in named if limb is not None)
    mark = f"reserved for the {question.decided_by}" if question.reserved else ""
    decider = (
        "" if mark or question.decided_by == rule_book.before[part] else f"for the {question.decided_by}"
    )
    notes = tuple(note for note in (decider, limbs and f"builds on {limbs}") if note)
    look: LOOK = "judgment" if mark else "plain"
    return Box(name, look, question.title, Provision(question.provision).short, mark, notes)


def _ways(question: Question) -> Iterator[tuple[Consequence, str, bool]]:
    """The ways from *question*, each with the words for when the hearing takes it, and whether it needs no
    answer.
    """
    gate = question.asked_if
    until = gate.earlier.until if gate is not None and gate.earlier is not None else None
    words = {
        "asked_if": "not asked",
        "while_not_in_force": "not in force",
        "earlier": until and f"not asked before {until.day} {until:%B %Y}",
    }
    return ((way, words.get(key) or key, key in words) for key, way in question.ways.items())


def _entities(text: str) -> str:
    """*text* for a quoted Mermaid label: every character that could be a mark of Mermaid, Markdown or HTML
    is escaped.
    """
    named = {'"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;"}
    return "".join(
        each if each.isalnum() or each in _SAFE else named.get(each, f"#{ord(each)};") for each in seen(text)
    )


def _mermaid(chart: Chart) -> str:
    lines = ["flowchart TD"]
    for box in (*chart.boxes, *chart.ends):
        label = "<br/>".join(
            _entities(line) for line in (f"{box.head} {box.title}".strip(), box.mark, *box.notes) if line
        )
        lines.append(
            f'    {box.name}(["{label}"]):::{box.look}'
            if box.leads_here
            else f'    {box.name}["{label}"]:::{box.look}'
        )
    for way in chart.ways:
        label = f'|"{_entities(way.label)}"|' if way.label else ""
        lines.append(f"    {way.start} {'-.->' if way.may else '-->'}{label} {way.to}")
    lines += [
        f"    {one.name} -.- {other.name}"
        for one, other in pairwise(chart.boxes)
        if not (one.head and other.head)
    ]
    for look, (stroke, width, dashes, fill) in STROKES.items():
        size = ",font-size:13px" if look == "aside" else ""
        lines.append(
            f"    classDef {look} "
            f"fill:{fill},stroke:{stroke},stroke-width:{width}px,stroke-dasharray:{dashes},color:{INK}{size}"
        )
    return "\n".join(lines) + "\n"
