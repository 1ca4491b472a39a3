"""The drawings of a report, cut into pieces that fit on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extradition.report.environment import filled_part

_LONGEST = 0.9
"""The most height of a piece, in widths of the drawing: two pieces fit on a page."""
_FRAME = re.compile(r'viewBox="0 0 (\d+) (\d+)" width="100%"')
_WORDS = re.compile(r'<text [^>]*?\by="([\d.]+)"[^>]*>.*?</text>\n?', re.DOTALL)
_BOX = re.compile(r'<rect [^>]*?\by="(\d+)"[^>]*? height="(\d+)"')


@dataclass(frozen=True)
class Drawing:
    """A piece of a drawing, number *part* of *parts*: its SVG, and its size in the units of the drawing."""

    svg: str
    width: int
    height: int
    title: str
    description: str
    part: int = 1
    parts: int = 1

    @property
    def caption(self) -> str:
        """The caption if the drawing has several pieces."""
        return filled_part("words_paper.j2", "caption", drawing=self).strip()

    @property
    def alternative(self) -> str:
        """The description for a reader who cannot see the drawing."""
        return filled_part("words_paper.j2", "alternative", drawing=self).strip()


def pieces(svg: str, title: str, description: str, *, whole: bool = False) -> Iterator[Drawing]:
    """The drawing in pieces of about equal height, cut only between boxes.

    Each piece has only its own words, so that a search or a copy of the paper finds nothing twice.

    Args:
        svg: The drawing.
        title: Its title.
        description: What it shows, in words.
        whole: Whether to leave it in one piece, at any height.

    Raises:
        ValueError: The drawing does not state its size in whole numbers from 0.
    """
    size = _FRAME.search(svg)
    if size is None:
        raise ValueError("the drawing does not say how large it is")
    width, height = int(size[1]), int(size[2])
    ends = [height] if whole else [*_cuts(svg, width, height), height]
    for part, (start, end) in enumerate(pairwise([0, *ends]), start=1):
        frame = f'viewBox="0 {start} {width} {end - start}" width="{width}" height="{end - start}"'
        piece = _WORDS.sub(lambda words: words[0] if start <= float(words[1]) < end else "", svg)  # noqa: B023  used at once
        yield Drawing(
            piece.replace(size[0], frame, 1), width, end - start, title, description, part, len(ends)
        )


def _cuts(svg: str, width: int, height: int) -> Iterator[int]:
    """Where to cut: in each gap between boxes that is nearest to the end of an equal piece."""
    gaps, below = [], 0
    for top, bottom in sorted((int(box[1]), int(box[1]) + int(box[2])) for box in _BOX.finditer(svg)):
        if top > below > 0:
            gaps.append((below + top) // 2)
        below = max(below, bottom)
    parts = -(-height // int(width * _LONGEST)) if gaps else 1
    yield from sorted(
        {min(gaps, key=lambda gap: abs(gap - height * part / parts)) for part in range(1, parts)}
    )
