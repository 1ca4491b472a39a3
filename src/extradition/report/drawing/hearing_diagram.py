"""Diagrams of the path of one offence and of the questions of one Part, as Mermaid text or as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import count, groupby, pairwise
from typing import Literal

from extradition.determination.outcome import Outcome, Stage
from extradition.law import Provision
from extradition.report.drawing.svg import INK, SOFT, seen, text_element, wrapped
from extradition.rule_book import RuleBook
from extradition.rule_book.consequences import Consequence, Order, kind_of, next_question
from extradition.rule_book.question import Question

_LOOK = Literal["yes", "no", "open", "judgment", "aside", "plain", "ends"]
_STROKES: dict[_LOOK, tuple[str, int, str, str]] = {
    "yes": ("#14532d", 2, "none", "#ffffff"),
    "no": ("#8a1c1c", 4, "none", "#ffffff"),
    "open": ("#5a4a00", 2, "8 4", "#ffffff"),
    "judgment": ("#5a4a00", 3, "2 4", "#ffffff"),
    "aside": (SOFT, 1, "4 4", "#ffffff"),
    "plain": (INK, 1, "none", "#ffffff"),
    "ends": (INK, 3, "none", "#f4f2ee"),
}
"""The colour, width and dashes of the stroke, and the fill: no two looks differ in colour alone."""
_LOOKS: dict[str, _LOOK] = {"judgment": "judgment", "not asked": "aside", "not in force": "aside"}
_SAFE = frozenset(" ,()-'")
_WIDTH, _EDGE, _GAP, _PAD, _LANE, _LANES, _BIG, _SMALL = 640, 4, 28, 13, 17, 6, 21, 18
_COLUMN, _ENDS = 424, 452
"""Where the column of questions stops if there are ends, and where the column of ends starts."""


@dataclass(frozen=True)
class _Box:
    """A question with its mark: the answer, or the reason for no answer. Without *head*: several questions that the hearing does not reach.

    With *leads_here*: an end of the hearing, or an exit from these questions, next to the question of that name.
    """

    name: str
    look: _LOOK
    title: str
    head: str = ""
    mark: str = ""
    notes: tuple[str, ...] = ()
    leads_here: str = ""


@dataclass(frozen=True)
class _Way:
    """A way from one question or end to another; *may*: the hearing may or may not take it."""

    start: str
    to: str
    label: str = ""
    may: bool = False


@dataclass
class _Chart:
    """The content of a diagram: the questions in the order of the hearing, the ends, and the ways between them."""

    boxes: list[_Box] = field(default_factory=list)
    ends: list[_Box] = field(default_factory=list)
    ways: list[_Way] = field(default_factory=list)

    def lead(self, way: _Way, outcome: Outcome, called: str = "", also: str = "", *, on: str = "") -> None:
        """Add *way*, which leads to another question, or by *outcome* to an end and from there perhaps to a question."""
        if outcome.kind == "proceed" and way.to:
            self.ways.append(way)
            return
        under = f", under {Provision(outcome.under).short}" if outcome.under else ""
        end = _Box(f"e{len(self.ends)}", "ends", f"{on}{outcome.outcome}{called}{under}{also}", leads_here=way.start)
        self.ends.append(end)
        self.ways.append(replace(way, to=end.name))
        if way.to:
            self.ways.append(_Way(end.name, way.to, may=way.may))

    def leads(self, box: _Box) -> list[tuple[_Way, str]]:
        """The ways from *box*, each with the words for its destination."""
        words = {each.name: each.head or each.title for each in (*self.boxes, *self.ends)}
        then = {way.start: f", then {words[way.to]}" for way in self.ways if way.start.startswith("e")}
        return [(way, words[way.to] + then.get(way.to, "")) for way in self.ways if way.start == box.name]


def mermaid_of_path(stages: Sequence[Stage]) -> str:
    """The path of one offence as a Mermaid flowchart, without a code fence; a dashed arrow is a way that the hearing may take.

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
    return _svg(_path(stages), title)


def mermaid_of_book(rule_book: RuleBook, part: str) -> str:
    """The questions of one Part, ``1`` or ``2``, as a Mermaid flowchart. Yes and no are solid arrows; gates are dashed arrows.

    Args:
        rule_book: The law.
        part: The Part of the Act, ``1`` or ``2``.
    """
    return _mermaid(_questions(rule_book, part))


def svg_of_book(rule_book: RuleBook, part: str) -> str:
    """The questions of one Part, ``1`` or ``2``, as one ``<svg>`` in the order of the hearing, each with where its answers lead.

    Args:
        rule_book: The law.
        part: The Part of the Act, ``1`` or ``2``.
    """
    chart = _questions(rule_book, part)
    boxes = [replace(box, notes=(*box.notes, *(f"{way.label}: {where}" for way, where in chart.leads(box)))) for box in chart.boxes]
    return _svg(_Chart(boxes), f"{rule_book.title}, Part {part}: the questions in the order of the hearing")


def _path(stages: Sequence[Stage]) -> _Chart:
    chart = _Chart()
    asked: dict[str, Stage] = {}
    places: dict[str | None, str] = {}
    for state, together in groupby(stages, lambda stage: stage.state if stage.state in ("not reached", "not examined") else stage.provision):
        group, name = list(together), f"n{len(chart.boxes)}"
        places.update((stage.provision, name) for stage in group)
        if group[0].state == state:
            chart.boxes.append(_Box(name, "aside", f"{len(group)} question{'s' if len(group) > 1 else ''} {state}"))
        else:
            asked[name] = stage = group[0]
            notes = () if stage.certain else ("if the hearing reaches it",)
            look = stage.answer or _LOOKS.get(stage.state, "open")
            chart.boxes.append(_Box(name, look, stage.title, Provision(stage.provision).short, _mark(stage), notes))
    after = dict(pairwise(asked))
    for name, stage in asked.items():
        way = _Way(name, "", _mark(stage), may=not stage.certain or stage.state in ("open", "judgment", "makes no difference"))
        if stage.leads_to is not None:
            chart.lead(replace(way, to=places.get(stage.leads_to.to, "")), stage.leads_to)
        for answer, outcome in stage.ways:
            chart.lead(replace(way, to=places.get(outcome.to, ""), label=answer), outcome, on=f"{answer}: ")
        if stage.leads_to is None and not stage.ways and name in after:
            chart.ways.append(replace(way, to=after[name]))
    return chart


def _mark(stage: Stage) -> str:
    words = {"judgment": f"for the {stage.decided_by}", "makes no difference": "open, makes no difference"}
    return stage.answer or words.get(stage.state, stage.state)


def _questions(rule_book: RuleBook, part: str) -> _Chart:
    main = [(provision, question) for provision, question in rule_book.questions_in(part) if not question.is_limb]
    places: dict[str | None, str] = {provision: f"n{i}" for i, (provision, _) in enumerate(main)}
    chart = _Chart()
    for provision, question in main:
        named = dict.fromkeys(rule_book.named(part, fact) for version in question.versions for fact in version.facts)
        limbs = ", ".join(Provision(limb).short for limb in named if limb is not None)
        mark = f"reserved for the {question.decided_by}" if question.reserved else ""
        decider = "" if mark or question.decided_by == "judge" else f"for the {question.decided_by}"
        notes = tuple(note for note in (decider, limbs and f"builds on {limbs}") if note)
        chart.boxes.append(_Box(places[provision], "judgment" if mark else "plain", question.title, Provision(provision).short, mark, notes))
        for way, label, may in _ways(question):
            outcome = Outcome(kind=kind_of(way), to=next_question(way), under=way.under, by=question.decided_by)
            other = f" or {Provision(way.unless.under).short}" if isinstance(way, Order) and way.unless else ""
            left = f" ({rule_book.exits[outcome.to]})" if outcome.to and outcome.to in rule_book.exits else ""
            chart.lead(_Way(places[provision], places.get(outcome.to, ""), label, may), outcome, left, other)
    return chart


def _ways(question: Question) -> Iterator[tuple[Consequence, str, bool]]:
    """The ways from *question*, each with the words for when the hearing takes it, and whether it needs no answer."""
    gate = question.asked_if
    until = gate.earlier.until if gate is not None and gate.earlier is not None else None
    words = {"asked_if": "not asked", "while_not_in_force": "not in force", "earlier": until and f"not asked before {until.day} {until:%B %Y}"}
    return ((way, words.get(key) or key, key in words) for key, way in question.ways.items())


def _entities(text: str) -> str:
    """*text* for a quoted Mermaid label: every character that could be a mark of Mermaid, Markdown or HTML is escaped."""
    named = {'"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;"}
    return "".join(each if each.isalnum() or each in _SAFE else named.get(each, f"#{ord(each)};") for each in seen(text))


def _mermaid(chart: _Chart) -> str:
    lines = ["flowchart TD"]
    for box in (*chart.boxes, *chart.ends):
        label = "<br/>".join(_entities(line) for line in (f"{box.head} {box.title}".strip(), box.mark, *box.notes) if line)
        lines.append(f'    {box.name}(["{label}"]):::{box.look}' if box.leads_here else f'    {box.name}["{label}"]:::{box.look}')
    for way in chart.ways:
        label = f'|"{_entities(way.label)}"|' if way.label else ""
        lines.append(f"    {way.start} {'-.->' if way.may else '-->'}{label} {way.to}")
    lines += [f"    {one.name} -.- {other.name}" for one, other in pairwise(chart.boxes) if not (one.head and other.head)]
    for look, (stroke, width, dashes, fill) in _STROKES.items():
        size = ",font-size:13px" if look == "aside" else ""
        lines.append(f"    classDef {look} fill:{fill},stroke:{stroke},stroke-width:{width}px,stroke-dasharray:{dashes},color:{INK}{size}")
    return "\n".join(lines) + "\n"


def _svg(chart: _Chart, title: str) -> str:
    lanes = _lanes(chart)
    left = _EDGE + _LANE * min(_LANES, 1 + max(lanes.values(), default=-1))
    right = _COLUMN if chart.ends else _WIDTH - _EDGE
    ends = {box.name: [end for end in chart.ends if end.leads_here == box.name] for box in chart.boxes}
    drawn: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    y = _EDGE
    for box in chart.boxes:
        height = _box(drawn, box, left, y, right - left)
        spans[box.name] = (y, y + height)
        below = y
        for end in ends[box.name]:
            spans[end.name] = (below, y + height)
            below += _box(drawn, end, _ENDS, below, _WIDTH - _EDGE - _ENDS) + 8
        y += max(height, below - y - 8) + _GAP
    for way in chart.ways:
        dashes = ' stroke-dasharray="5 3"' if way.may else ""
        bottom, to = spans[way.start][1], spans[way.to][0]
        if way.to.startswith("e"):
            start = min(to + 22, bottom - 12)
            line, tip, turn = f"M{right} {start}H{right + 8}V{to + 22}H{_ENDS - 10}", (_ENDS - 2, to + 22), 0
        elif way in lanes:
            x = left - _LANE * (1 + min(lanes[way], _LANES - 1)) + 2
            line, tip, turn = f"M{left} {bottom - 12}H{x}V{to + 16}H{left - 8}", (left - 2, to + 16), 0
        else:
            line, tip, turn = f"M{left + 30} {bottom + 1}V{to - 10}", (left + 30, to - 2), 90
        drawn.append(f'<path d="{line}" fill="none" stroke="{INK}" stroke-width="2"{dashes}/>')
        drawn.append(f'<path d="M-10 -6L0 0L-10 6Z" fill="{INK}" transform="translate({tip[0]} {tip[1]}) rotate({turn})"/>')
    height = max(y - _GAP, 0) + _EDGE
    face = 'font-family="Georgia, \'Times New Roman\', serif" class="diagram"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDTH} {height}" width="100%" {face}>'
    words = f"<title>{escape(seen(title))}</title>\n<desc>{escape(seen(' '.join(_sentences(chart))))}</desc>"
    return "\n".join([opening, words, *drawn, "</svg>"]) + "\n"


def _sentences(chart: _Chart) -> Iterator[str]:
    """What the diagram shows, for a reader who cannot see it."""
    for box in chart.boxes:
        leads = [f"{'may lead' if way.may else 'leads'} to {where}" for way, where in chart.leads(box)]
        says = "; ".join(line for line in (box.mark, *box.notes, *leads) if line)
        yield f"{box.head} {box.title}".strip() + (f": {says}." if says else ".")


def _lanes(chart: _Chart) -> dict[_Way, int]:
    """The ways that pass other questions, each with a lane to the left of the column in which it crosses no other way."""
    rows = {box.name: i for i, box in enumerate(chart.boxes)}
    rows.update((end.name, rows[end.leads_here]) for end in chart.ends)
    spans = {way: (rows[way.start], rows[way.to]) for way in chart.ways if rows[way.to] - rows[way.start] != 1 and way.to.startswith("n")}
    lanes: dict[_Way, int] = {}
    for way, (start, to) in sorted(spans.items(), key=lambda each: each[1][1] - each[1][0]):
        taken = {lanes[other] for other in lanes if spans[other][0] < to and start < spans[other][1]}
        lanes[way] = next(lane for lane in count() if lane not in taken)
    return lanes


def _box(drawn: list[str], box: _Box, x: int, y: int, width: int) -> int:
    """The height of *box*, after drawing it with its upper left corner at *x* and *y*."""
    stroke, thick, dashes, fill = _STROKES[box.look]
    size = _SMALL if box.look in ("aside", "ends") else _BIG
    inner, mark = width - 2 * _PAD, len(seen(box.mark)) * 10 + 16
    texts: list[str] = []
    below = y + 8
    if box.head:
        texts.append(text_element(x + _PAD, below + size, box.head, size, INK, "bold"))
        below += size + 8
    if box.mark:
        fits = len(box.head) * size * 0.6 + mark <= inner
        top = y + 9 if fits else below + 2
        below += 0 if fits else 30
        start = x + width - _PAD - mark if fits else x + _PAD
        frame = f'fill="none" stroke="{stroke}" stroke-width="{min(thick, 2)}" stroke-dasharray="{dashes}"'
        texts.append(f'<rect x="{start}" y="{top}" width="{mark}" height="26" rx="6" {frame}/>')
        texts.append(text_element(start + mark // 2, top + 19, box.mark, _SMALL, stroke, "bold", "middle"))
    for words, tall, colour in ((box.title, size, INK), *((note, _SMALL, SOFT) for note in box.notes)):
        for line in wrapped(words, inner / tall):
            texts.append(text_element(x + _PAD, below + tall, line, tall, colour))
            below += tall + 5
    height = below - y + 10
    frame = f'fill="{fill}" stroke="{stroke}" stroke-width="{thick}" stroke-dasharray="{dashes}"'
    drawn.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="9" {frame}/>')
    drawn += texts
    return height
