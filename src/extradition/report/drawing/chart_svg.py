"""A chart of questions as one ``<svg>``, with the same words for a reader who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import count

from extradition.report.drawing.chart import STROKES, Box, Chart, Way
from extradition.report.drawing.svg import INK, SOFT, text_element, wrapped
from extradition.source.characters import seen

_WIDTH, _EDGE, _GAP, _PAD, _LANE, _LANES, _BIG, _SMALL = 640, 4, 28, 13, 17, 6, 21, 18


_COLUMN, _ENDS = 424, 452
"""Where the column of questions stops if there are ends, and where the column of ends starts."""


@dataclass(frozen=True)
class _Layout:
    """The places of the parts of a chart.

    Attributes:
        lanes: the lane of each long way.
        left: the left edge of the column of questions; *right* is its right edge.
        spans: the top and the bottom of each question and each end, by name.
    """

    lanes: Mapping[Way, int]
    left: int
    right: int
    spans: Mapping[str, tuple[int, int]]


def svg_of_chart(chart: Chart, title: str) -> str:
    """The drawing of *chart*: the questions from top to bottom, their ends to the right, long ways to the
    left.

    Args:
        chart: The questions, the ends and the ways between them.
        title: The title, for a reader who cannot see the diagram.
    """
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
    layout = _Layout(lanes, left, right, spans)
    drawn += (element for way in chart.ways for element in _arrow(way, layout))
    height = max(y - _GAP, 0) + _EDGE
    face = 'font-family="Georgia, \'Times New Roman\', serif" class="diagram"'
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDTH} {height}" width="100%" '
        f"{face}>"
    )
    words = f"<title>{escape(seen(title))}</title>\n<desc>{escape(seen(' '.join(_sentences(chart))))}</desc>"
    return "\n".join([opening, words, *drawn, "</svg>"]) + "\n"


def _arrow(way: Way, layout: _Layout) -> tuple[str, str]:
    """The line of *way*, and its tip."""
    left, right = layout.left, layout.right
    bottom, to = layout.spans[way.start][1], layout.spans[way.to][0]
    if way.to.startswith("e"):
        start = min(to + 22, bottom - 12)
        line, tip, turn = f"M{right} {start}H{right + 8}V{to + 22}H{_ENDS - 10}", (_ENDS - 2, to + 22), 0
    elif way in layout.lanes:
        x = left - _LANE * (1 + min(layout.lanes[way], _LANES - 1)) + 2
        line, tip, turn = f"M{left} {bottom - 12}H{x}V{to + 16}H{left - 8}", (left - 2, to + 16), 0
    else:
        line, tip, turn = f"M{left + 30} {bottom + 1}V{to - 10}", (left + 30, to - 2), 90
    dashes = ' stroke-dasharray="5 3"' if way.may else ""
    moved = f"translate({tip[0]} {tip[1]}) rotate({turn})"
    return (
        f'<path d="{line}" fill="none" stroke="{INK}" stroke-width="2"{dashes}/>',
        f'<path d="M-10 -6L0 0L-10 6Z" fill="{INK}" transform="{moved}"/>',
    )


def _sentences(chart: Chart) -> Iterator[str]:
    """What the diagram shows, for a reader who cannot see it."""
    for box in chart.boxes:
        leads = [f"{'may lead' if way.may else 'leads'} to {where}" for way, where in chart.leads(box)]
        says = "; ".join(line for line in (box.mark, *box.notes, *leads) if line)
        yield f"{box.head} {box.title}".strip() + (f": {says}." if says else ".")


def _lanes(chart: Chart) -> dict[Way, int]:
    """The ways that pass other questions, each with a lane to the left of the column in which it crosses
    no other way.
    """
    rows = {box.name: i for i, box in enumerate(chart.boxes)}
    rows.update((end.name, rows[end.leads_here]) for end in chart.ends)
    spans = {
        way: (rows[way.start], rows[way.to])
        for way in chart.ways
        if rows[way.to] - rows[way.start] != 1 and way.to.startswith("n")
    }
    lanes: dict[Way, int] = {}
    for way, (start, to) in sorted(spans.items(), key=lambda each: each[1][1] - each[1][0]):
        taken = {lanes[other] for other in lanes if spans[other][0] < to and start < spans[other][1]}
        lanes[way] = next(lane for lane in count() if lane not in taken)
    return lanes


def _box(drawn: list[str], box: Box, x: int, y: int, width: int) -> int:
    """The height of *box*, after drawing it with its upper left corner at *x* and *y*."""
    stroke, thick, dashes, fill = STROKES[box.look]
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
