"""The chart of a breakdown as SVG or PNG: the only importer of Altair and of its converter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Literal

import altair as alt
import vl_convert

from extradition.policy.cohort.breakdown import Breakdown, BreakdownCell
from extradition.rule_book.consequences import CONSEQUENCES
from extradition.source.characters import seen

MOST_VALUES = 8
"""The most values of a column that one chart shows: those with the most decided offences."""
_WIDTH, _STEP, _SCALE = 480, 18, 2
_LABEL = 240
"""The most width of the title of a law at its row."""
_FONT, _SIZE_OF_TEXT = "Arial, Helvetica, sans-serif", 12
_SIZE = re.compile(r'width="(\d+)" height="(\d+)" viewBox="([^"]*)"')
"""The size of a drawing: a page and paper scale it to their width."""
_INK, _LINE = "#1b1b1b", "#c9c9c9"


def breakdown_chart(
    breakdown: Breakdown,
    form: Literal["svg", "png"],
    laws: Mapping[str, str],
    *,
    title: str,
    description: str,
    counted: str,
) -> bytes:
    """The chart of a breakdown: a bar for each count, with a line from the least to the most.

    Each column of bars is a kind of outcome, each group of rows a value, each row a law. The same breakdown
    gives the same bytes.

    Args:
        breakdown: the breakdown of a table by one column, or of the whole table.
        form: ``svg`` or ``png``.
        laws: the title of each law, by its name.
        title: the title of the chart, for a reader who does not see it.
        description: the chart in words.
        counted: what each row of the table is, in words: the title of the axis.
    """
    titles = {name: seen(title) for name, title in laws.items()}
    drawn = json.dumps(_specification(breakdown, titles, counted), ensure_ascii=False)
    if form == "png":
        made: bytes = vl_convert.vegalite_to_png(drawn, scale=_SCALE)
        return made
    svg: str = vl_convert.vegalite_to_svg(drawn)
    head, _, rest = svg.partition(">")
    head = _SIZE.sub(r'viewBox="\3" width="100%" style="max-width: \1px"', head)
    said = f"<title>{escape(seen(title))}</title><desc>{escape(seen(description))}</desc>"
    return f'{head} role="img">{said}{rest}'.encode()


def cells_shown(breakdown: Breakdown) -> tuple[BreakdownCell, ...]:
    """The cells that a chart shows: those with the most decided offences, in the order of the breakdown.

    Args:
        breakdown: the breakdown of a table.
    """
    most = sorted(breakdown.cells, key=lambda cell: -cell.decided)[:MOST_VALUES]
    return tuple(cell for cell in breakdown.cells if cell in most)


def _specification(breakdown: Breakdown, laws: Mapping[str, str], counted: str) -> dict[str, Any]:
    """The chart in the language of Vega-Lite."""
    headings = [CONSEQUENCES[kind].heading for kind in breakdown.kinds]
    colours = [CONSEQUENCES[kind].colour for kind in breakdown.kinds]
    y = alt.Y("law:N", sort=list(laws.values()), title=None, axis=alt.Axis(labelLimit=_LABEL))
    colour = alt.Color("kind:N", legend=None).scale(domain=headings, range=colours)
    scale = alt.Scale(domainMin=0, nice=True)
    axis = alt.Axis(format=",d", tickMinStep=1, tickCount=4)
    x = alt.X("count:Q", title=counted, scale=scale, axis=axis)
    base = alt.Chart().encode(y=y)
    bars = base.mark_bar(height=_STEP // 2).encode(x=x, color=colour)
    lines = base.mark_rule(color=_INK).encode(x=alt.X("least:Q"), x2="most:Q")
    tick = base.mark_tick(color=_INK, thickness=2, size=_STEP * 0.7)
    ends = [tick.encode(x=f"{end}:Q") for end in ("least", "most")]
    width = _WIDTH // max(len(headings), 1)
    layers = alt.layer(bars, lines, *ends).properties(width=width, height=_STEP * len(laws))
    values = list(dict.fromkeys(str(row["value"]) for row in _rows(breakdown, laws)))
    head = alt.Header(labelAngle=0, labelAlign="left", labelLimit=140)
    chart = layers.facet(
        data=alt.InlineData(values=list(_rows(breakdown, laws))),
        row=alt.Row("value:N", sort=values, title=None, header=head),
        column=alt.Column("kind:N", sort=headings, title=None),
        spacing=8,
    )
    made: dict[str, Any] = chart.to_dict()
    text = {"labelFontSize": _SIZE_OF_TEXT, "titleFontSize": _SIZE_OF_TEXT, "titleFontWeight": "normal"}
    return {**made, "config": {"font": _FONT, "view": {"stroke": _LINE}, "axis": text, "header": text}}


def _rows(breakdown: Breakdown, laws: Mapping[str, str]) -> Iterator[dict[str, str | int]]:
    for cell in cells_shown(breakdown):
        value = ", ".join("(empty)" if each is None else seen(each) for each in cell.values) or "all rows"
        for law in cell.laws:
            for end in (law.end(kind) for kind in breakdown.kinds):
                heading = CONSEQUENCES[end.kind].heading
                counts = {"count": end.count, "least": end.least, "most": end.most}
                yield {"value": value, "law": laws[law.law], "kind": heading, **counts}
