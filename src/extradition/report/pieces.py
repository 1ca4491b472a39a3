"""A drawing of a report, cut where it is too long for paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extradition.report.environment import filled_part

_LONGEST = 0.9
"""About how long a piece may be, in widths of the drawing: two of them go on a page."""
_FRAME = re.compile(r'viewBox="0 0 (\d+) (\d+)" width="100%"')
_WORDS = re.compile(r'<text [^>]*?\by="([\d.]+)"[^>]*>.*?</text>\n?', re.DOTALL)
_BOX = re.compile(r'<rect [^>]*?\by="(\d+)"[^>]*? height="(\d+)"')


@dataclass(frozen=True)
class Drawing:
    """A piece of a drawing, the *part*-th of *parts*: its SVG, and its size in the drawing's own units."""

    svg: str
    width: int
    height: int
    title: str
    description: str
    part: int = 1
    parts: int = 1

    @property
    def caption(self) -> str:
        """What stands under it if it is one of several pieces."""
        return filled_part("words_paper.j2", "caption", drawing=self).strip()

    @property
    def alternative(self) -> str:
        """What is told to who cannot see it."""
        return filled_part("words_paper.j2", "alternative", drawing=self).strip()


def pieces(svg: str, title: str, description: str, *, whole: bool = False) -> Iterator[Drawing]:
    """The drawing *svg* in pieces about as long as each other, cut only where no box is; or *whole*, however long it is.

    Each piece has its own words alone: who searches or copies what is on paper finds nothing twice.

    Raises:
        ValueError: it does not say how large it is, in whole numbers from 0.
    """
    size = _FRAME.search(svg)
    if size is None:
        raise ValueError("the drawing does not say how large it is")
    width, height = int(size[1]), int(size[2])
    ends = [height] if whole else [*_cuts(svg, width, height), height]
    for part, (start, end) in enumerate(pairwise([0, *ends]), start=1):
        frame = f'viewBox="0 {start} {width} {end - start}" width="{width}" height="{end - start}"'
        piece = _WORDS.sub(lambda words: words[0] if start <= float(words[1]) < end else "", svg)  # noqa: B023  used at once
        yield Drawing(piece.replace(size[0], frame, 1), width, end - start, title, description, part, len(ends))


def _cuts(svg: str, width: int, height: int) -> Iterator[int]:
    """Where to cut: in the gaps between boxes that are nearest to where equal pieces would end."""
    gaps, below = [], 0
    for top, bottom in sorted((int(box[1]), int(box[1]) + int(box[2])) for box in _BOX.finditer(svg)):
        if top > below > 0:
            gaps.append((below + top) // 2)
        below = max(below, bottom)
    parts = -(-height // int(width * _LONGEST)) if gaps else 1
    yield from sorted({min(gaps, key=lambda gap: abs(gap - height * part / parts)) for part in range(1, parts)})
