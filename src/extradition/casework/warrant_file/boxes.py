"""The boxes of a warrant's form: the text of a file, cut at the printed headings (a) to (i)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import get_args

from extradition.casework.warrant_file.text_lines import TextLine
from extradition.rule_book.printed_form import BOX, PrintedForm
from extradition.source import refusal

_LETTER = r"[\W_]*\(?(?P<letter>[a-i])\)[\s.:]*"
_LETTER_ALONE = re.compile(r"[\W_]*\(?[a-i]\)[\W_]*", re.IGNORECASE)
_WORDS_WITHOUT_LETTER = 4
_FEWEST_HEADINGS = 5
"""The fewest headings of a form. With fewer, the file is something else or in another language."""
_PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u2014\u00a0\u202f\t", "''\"\"----   ")


def folded(text: str) -> str:
    r"""*text* in small letters and plain signs, each character at its own place.

    Args:
        text: the text of a file.

    >>> folded("The Person\u2019s\tName")
    "the person's name"
    """
    return "".join(small if len(small := each.lower()) == 1 else each for each in text.translate(_PLAIN))


def pattern_of(fragments: Sequence[str]) -> str:
    """The pattern that finds one of the *fragments* in folded text, over line ends too.

    Args:
        fragments: printed words of the form.
    """
    longest_first = sorted(fragments, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest_first) + ")"


@dataclass(frozen=True)
class BoxText:
    """The text of one box, or of the whole file: its *letter* (empty for the whole) and its *lines*."""

    letter: str
    lines: tuple[TextLine, ...]

    @cached_property
    def text(self) -> str:
        """The lines in one text."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def plain(self) -> str:
        """The text for comparison; each character is at the place that it has in the text."""
        return folded(self.text)

    @cached_property
    def struck(self) -> str:
        """The words that the file marks as struck out, for comparison."""
        return "\n".join(folded(line.struck) for line in self.lines if line.struck)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line.text) + 1 for line in self.lines[:-1]), initial=0))

    def page_at(self, place: int) -> int | None:
        """The page of the character at *place*."""
        return self.lines[bisect_right(self._starts, place) - 1].page if self.lines else None

    def is_doubtful(self, start: int, end: int) -> bool:
        """Whether something is drawn over a line between *start* and *end*."""
        return any(line.is_doubtful for line in self._lines_between(start, end))

    def has_margin(self, start: int, end: int) -> bool:
        """Whether a page begins or ends between *start* and *end*, after the line of *start*."""
        return any(line.is_at_margin for line in self._lines_between(start, end)[1:])

    def _lines_between(self, start: int, end: int) -> tuple[TextLine, ...]:
        first, last = (bisect_right(self._starts, place) - 1 for place in (start, max(start, end - 1)))
        return self.lines[first : last + 1]


def boxes_of(lines: Sequence[TextLine], printed: PrintedForm, name: str) -> dict[str, BoxText]:
    """The boxes whose headings are in *lines*, in the order of the form.

    Args:
        lines: the lines of the file.
        printed: the printed words of the form.
        name: the name of the file, for messages.

    Raises:
        SourceError: too few headings are found, one is found twice, or they have another order.
    """
    found = list(_headings(lines, printed.boxes))
    if len({letter for letter, *_ in found}) < _FEWEST_HEADINGS:
        raise refusal(
            name,
            "has no boxes (a) to (i) with the headings of a warrant in English. For a warrant in another "
            "language, read its English translation",
        )
    letters = [letter for letter, *_ in found]
    twice = [letter for letter in letters if letters.count(letter) > 1]
    if twice:
        raise refusal(
            name, f"has the heading of box ({twice[0]}) twice: save each warrant as a file of its own"
        )
    if letters != sorted(letters):
        raise refusal(name, f"has its boxes in another order than the form: {', '.join(letters)}")
    cut = [*found, ("", len(lines), len(lines), "")]
    return {
        letter: BoxText(letter, _content(lines, rest, first, next_start))
        for (letter, _, first, rest), (_, next_start, *_) in pairwise(cut)
    }


def _content(lines: Sequence[TextLine], rest: str, first: int, end: int) -> tuple[TextLine, ...]:
    """The lines of a box: the *rest* of the line of its heading, and the lines up to the next heading."""
    heading = lines[first - 1]
    rest = rest.lstrip(" :")
    own = (replace(heading, text=rest),) if rest else ()
    return (*own, *lines[first:end])


def _headings(
    lines: Sequence[TextLine], boxes: Mapping[BOX, Sequence[str]]
) -> Iterator[tuple[str, int, int, str]]:
    """The letter of each heading, its line, the line after it, and the rest of its line.

    The letter of a heading may be missing, because Word numbers paragraphs by itself. Its words must then be
    several, and no heading of the file may have its letter.
    """
    lettered = [(*each, True) for each in _headings_of(lines, boxes, needs_letter=True)]
    yield from ((each[0], each[1], each[2], each[3]) for each in lettered)
    if not lettered:
        yield from _headings_of(lines, boxes, needs_letter=False)


def _headings_of(
    lines: Sequence[TextLine], boxes: Mapping[BOX, Sequence[str]], *, needs_letter: bool
) -> Iterator[tuple[str, int, int, str]]:
    patterns = {}
    for letter in get_args(BOX):
        words = [each for each in boxes[letter] if needs_letter or len(each.split()) >= _WORDS_WITHOUT_LETTER]
        start = _LETTER if needs_letter else r"[\W_]*"
        patterns[letter] = re.compile(start + pattern_of(words)) if words else None
    number = 0
    while number < len(lines):
        text, after = lines[number].text, number + 1
        if needs_letter and _LETTER_ALONE.fullmatch(text) and after < len(lines):
            text, after = f"{text} {lines[after].text}", after + 1
        plain = folded(text)
        for letter, pattern in patterns.items():
            found = pattern.match(plain) if pattern else None
            if found and (not needs_letter or found["letter"] == letter):
                yield letter, number, after, text[found.end() :]
                break
        else:
            after = number + 1
        number = after
