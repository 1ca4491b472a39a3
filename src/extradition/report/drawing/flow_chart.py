"""A drawing (SVG) of how cases move from outcome to outcome: a column for each law, a block for each
outcome, ribbons between them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Literal

from extradition.determination.outcome import KIND_OF_CASE
from extradition.report.drawing.svg import INK, text_element, wrapped
from extradition.rule_book.consequences import CONSEQUENCES
from extradition.source.characters import seen

MOST_LAWS = 5
MOST_OUTCOMES = 12
_LOOK = KIND_OF_CASE | Literal["other"]
_LOOKS: dict[_LOOK, tuple[str, str]] = {
    **{kind: (row.colour, "none") for kind, row in CONSEQUENCES.items()},
    "mixed": ("#dcd6c8", "1 3"),
    "other": ("#eeeeee", "10 3 2 3"),
    "open": ("#ffffff", "6 4"),
}
"""The fill of a block, from dark to light, and the dashes of its stroke."""
_OTHER = "other outcomes"
_WIDTH, _EDGE, _SIZE, _LINE, _GAP, _ABOVE = 760, 6, 14, 17, 14, 5
_HEIGHT, _TALLEST, _LEAST = 380, 24, 3
"""The height of all cases together, the most height of one case, and the least of a ribbon."""
_UNCHANGED, _UNCHANGED_EDGE = "#ebe8e2", "#8a8a8a"
_LETTERS = 0.86
"""The part of a line that is safe to fill: fonts differ in width."""


@dataclass(frozen=True)
class FlowChart:
    """A drawing, and what its legend has to say.

    Args:
        svg: The drawing, to insert in a page unchanged. It has no id, so that a page can have several.
        widened: Whether ribbons of few cases are wider than their number, so that a reader can see them.
        together: The outcomes that share one block because there is no room for each.
    """

    svg: str
    widened: bool
    together: tuple[str, ...]


def flow_chart(
    laws: Sequence[str],
    outcomes: Mapping[str, KIND_OF_CASE],
    rows: Mapping[tuple[str, ...], int],
    *,
    title: str,
    description: str,
) -> FlowChart | None:
    """The drawing of how many cases have which outcomes; None without cases or with more than ``MOST_LAWS``
    laws.

    A row has one height in every column, so that the ribbons into a block and out of it have the same height.

    Args:
        laws: The names of the laws, one column each.
        outcomes: The kind of every outcome, in the order of the blocks from the top.
        rows: How many cases have these outcomes, one under each law.
        title: The title, for a reader who cannot see the drawing.
        description: What it shows, for the same reader.
    """
    if not rows or len(laws) > MOST_LAWS:
        return None
    alone, together = _blocks(outcomes, rows)
    looks: dict[str, _LOOK] = {outcome: outcomes[outcome] for outcome in alone}
    if together:
        looks[_OTHER] = "other"
    bands: Counter[tuple[str, ...]] = Counter()
    for row, times in rows.items():
        bands[tuple(_OTHER if outcome in together else outcome for outcome in row)] += times
    drawing = _Drawing(laws, looks, bands)
    return FlowChart(_svg(drawing, title, description), drawing.widened, together)


def _blocks(
    outcomes: Iterable[str], rows: Mapping[tuple[str, ...], int]
) -> tuple[list[str], tuple[str, ...]]:
    """The outcomes that have a block each, and the rarest ones, which share one if there are too many."""
    count = {outcome: sum(times * row.count(outcome) for row, times in rows.items()) for outcome in outcomes}
    occur = [outcome for outcome in count if count[outcome]]
    rarest = sorted(occur, key=lambda outcome: -count[outcome])[MOST_OUTCOMES - 1 :]
    together = tuple(outcome for outcome in occur if outcome in rarest) if len(rarest) > 1 else ()
    return [outcome for outcome in occur if outcome not in together], together


def _svg(drawing: _Drawing, title: str, description: str) -> str:
    face = "font-family=\"Georgia, 'Times New Roman', serif\""
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow" role="img" viewBox="0 0 {_WIDTH} '
        f'{drawing.height:g}" width="100%" {face}>'
    )
    lines = [
        opening,
        f"<title>{escape(seen(title))}</title>",
        f"<desc>{escape(seen(description))}</desc>",
        *drawing.elements(),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Drawing:
    """The places of all parts.

    Every outcome has its own row across all columns, so that a ribbon without a change is about level.
    """

    def __init__(
        self, laws: Sequence[str], looks: Mapping[str, _LOOK], bands: Mapping[tuple[str, ...], int]
    ) -> None:
        self._laws = laws
        self._looks = looks
        self._wide = min(150, 0.74 * _WIDTH / len(laws))
        self._apart = (_WIDTH - 2 * _EDGE - self._wide) / (len(laws) - 1)
        unit = min(_TALLEST, _HEIGHT / sum(bands.values()))
        self.widened = any(times * unit < _LEAST for times in bands.values())
        self._count: Counter[tuple[int, str]] = Counter()
        self._tall: defaultdict[tuple[int, str], float] = defaultdict(float)
        self._ribbons: defaultdict[tuple[int, str, str], float] = defaultdict(float)
        self._flows: Counter[tuple[int, str, str]] = Counter()
        for row, times in sorted(
            bands.items()
        ):  # sums of lengths, rounded alike in whatever order the cases are
            tall = max(times * unit, _LEAST)
            for place in enumerate(row):
                self._count[place] += times
                self._tall[place] += tall
            for i, (before, after) in enumerate(pairwise(row)):
                self._flows[i, before, after] += times
                self._ribbons[i, before, after] += tall
        self._heads = [wrapped(law, self._wide / _SIZE * _LETTERS) for law in laws]
        self._labels = {
            place: wrapped(f"{place[1]}: {times}", self._wide / _SIZE * _LETTERS)
            for place, times in self._count.items()
        }
        self._top, self.height = self._tops()

    def _tops(self) -> tuple[dict[str, float], float]:
        """The top of the blocks of each outcome, and the height of the drawing."""
        y: float = _EDGE + _LINE * max(len(lines) for lines in self._heads) + _GAP
        top: dict[str, float] = {}
        for outcome in self._looks:
            here = [place for place in self._count if place[1] == outcome]
            y += _LINE * max(len(self._labels[place]) for place in here) + _ABOVE
            top[outcome] = y
            y += max(self._tall[place] for place in here) + _GAP
        return top, round(y - _GAP + _EDGE)

    def _left(self, column: int) -> float:
        return _EDGE + column * self._apart

    def elements(self) -> Iterator[str]:
        """The elements in drawing order: ribbons without a change, other ribbons, blocks with labels,
        names of the laws.
        """
        yield from (drawn for _, drawn in sorted(self._drawn_ribbons(), key=lambda ribbon: ribbon[0]))
        for column, outcome in sorted(self._count, key=lambda place: (place[0], self._top[place[1]])):
            yield from self._block(column, outcome)
        for column, lines in enumerate(self._heads):
            for i, line in enumerate(lines):
                yield text_element(
                    round(self._left(column), 2), _EDGE + _LINE * i + _SIZE, line, _SIZE, INK, "bold"
                )

    def _block(self, column: int, outcome: str) -> Iterator[str]:
        fill, dashes = _LOOKS[self._looks[outcome]]
        x, y, tall = self._left(column), self._top[outcome], self._tall[column, outcome]
        frame = f'fill="{fill}" stroke="{INK}" stroke-width="1.5" stroke-dasharray="{dashes}"'
        yield (
            f'<rect class="block" x="{x:.2f}" y="{y:.2f}" width="{self._wide:.2f}" height="{tall:.2f}" '
            f"{frame}/>"
        )
        lines = self._labels[column, outcome]
        for i, line in enumerate(lines):
            yield text_element(
                round(x, 2), round(y - _ABOVE - _LINE * (len(lines) - 1 - i), 2), line, _SIZE, INK
            )

    def _drawn_ribbons(self) -> Iterator[tuple[int, str]]:
        """Each ribbon, after 1 if the outcome changes along it, else 0."""
        out: dict[tuple[int, str], float] = {place: self._top[place[1]] for place in self._count}
        into = dict(out)
        order = {outcome: i for i, outcome in enumerate(self._looks)}
        for column, before, after in sorted(
            self._ribbons, key=lambda each: (each[0], order[each[1]], order[each[2]])
        ):
            tall = self._ribbons[column, before, after]
            y, to = out[column, before], into[column + 1, after]
            out[column, before] += tall
            into[column + 1, after] += tall
            x, end = self._left(column) + self._wide, self._left(column + 1)
            middle = (x + end) / 2
            upper = f"M{x:.2f} {y:.2f}C{middle:.2f} {y:.2f} {middle:.2f} {to:.2f} {end:.2f} {to:.2f}"
            lower = (
                f"V{to + tall:.2f}C{middle:.2f} {to + tall:.2f} {middle:.2f} {y + tall:.2f} {x:.2f} "
                f"{y + tall:.2f}Z"
            )
            tooltip = (
                f"<title>{escape(seen(f'{before} → {after}: {self._flows[column, before, after]}'))}</title>"
            )
            yield (
                int(before != after),
                (
                    f'<path class="ribbon" d="{upper}{lower}" '
                    f"{self._ribbon_look(before, after)}>{tooltip}</path>"
                ),
            )

    def _ribbon_look(self, before: str, after: str) -> str:
        if before == after:
            return f'fill="{_UNCHANGED}" stroke="{_UNCHANGED_EDGE}" stroke-width="0.75"'
        dashes = "4 3" if "open" in (self._looks[before], self._looks[after]) else "none"
        return (
            f'fill="{_LOOKS[self._looks[after]][0]}" fill-opacity="0.75" stroke="{INK}" stroke-width="1" '
            f'stroke-dasharray="{dashes}"'
        )
