"""The length of a sentence in years, months and days, and its comparison with a number of months."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from extradition.law import Model, text_of_number


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


def _grammar(number: str) -> str:
    """The grammar of a length in words, each *number* of years, months, weeks or days by this pattern."""
    counts = [rf"{number}\s+{_any_case(unit)}[Ss]?" for unit in ("year", "month", "week", "day")]
    from_each = (
        first + "".join(f"(?:{_BETWEEN}{later})?" for later in counts[place:])
        for place, first in enumerate(counts, start=1)
    )
    return rf"\s*(?:{'|'.join(from_each)})(?:{_LESS})?\s*"


_BETWEEN = rf",?\s+(?:{_any_case('and')}\s+)?"
_LESS = rf",?\s+{_any_case('less')}\s+(?:{_any_case('one')}|[Aa]|\d{{1,3}})\s+{_any_case('day')}[Ss]?"
_DIGITS = 6
_MOST = 10**_DIGITS - 1
"""The largest number in the words of a length, and the most months and days in all of a length with days."""
LENGTH_PATTERN = _grammar(rf"\d{{1,{_DIGITS}}}")
"""The grammar of a length in words, as a regular expression without flags. ``Length.read`` and the JSON
Schema of a case file share it.
"""
_IN_WORDS = re.compile(LENGTH_PATTERN)
_OF_ANY_SIZE = re.compile(_grammar(r"\d+"))
_COUNTED = re.compile(r"(\d+)\s+(year|month|week|day)")
_WHOLE = re.compile(r"\d{1,15}")
_CYCLE = 400 * 12
"""The number of months after which the calendar repeats itself."""
_LENGTHS = tuple(calendar.monthrange(2000 + month // 12, 1 + month % 12)[1] for month in range(_CYCLE))
_DAYS_BEFORE = tuple(accumulate(_LENGTHS + _LENGTHS, initial=0))


@lru_cache(maxsize=256)
def days_in(months: int) -> tuple[int, int]:
    """The fewest and the most days that *months* consecutive calendar months can last, from any first month.

    >>> days_in(1), days_in(4), days_in(12)
    ((28, 31), (120, 123), (365, 366))
    """
    cycles, rest = divmod(months, _CYCLE)
    spans = {_DAYS_BEFORE[start + rest] - _DAYS_BEFORE[start] for start in range(_CYCLE)}
    return cycles * sum(_LENGTHS) + min(spans), cycles * sum(_LENGTHS) + max(spans)


class NotComparable(Model):
    """The reason why a length may or may not reach a number of months.

    Attributes:
        said: the length in the words of the case file.
        months: the number of months to compare it with.
        over: the difference between *months* and the months of the length.
        fewest: the fewest days that *over* months can last.
        most: the most days that *over* months can last.
    """

    said: str
    months: int
    over: int
    fewest: int
    most: int


@dataclass(frozen=True)
class Length:
    """A number of *months* and *days*; negative days are taken off the months.

    A month is a calendar month, so its number of days depends on when it begins.

    >>> str(Length(24, 0)), str(Length(26, 20)), str(Length(48, -1))
    ('24', '26 months 20 days', '48 months less 1 days')
    """

    months: int
    days: int

    def __str__(self) -> str:
        """The number of whole months, or the months and days in words, from which ``read`` makes it."""
        days = f"less {-self.days} days" if self.days < 0 else f"{self.days} days"
        return f"{self.months} months {days}" if self.days else str(self.months)

    @classmethod
    def read(cls, text: str) -> Length | None:
        """The length that *text* states; None if it states none, or one that is ``too_long``.

        A number alone is not a length: it may count anything.

        >>> Length.read("2 years, 2 months and 20 days")
        Length(months=26, days=20)
        >>> Length.read("4 years less one day") == Length(48, -1), Length.read("a while")
        (True, None)
        """
        if text.isidentifier():  # one word, as most answers are; a length has a number before a word
            return None
        if not _IN_WORDS.fullmatch(text):
            return None
        whole, _, less = text.lower().partition("less")
        months, days = _months_and_days(whole)
        taken = less.split()[0] if less else "0"
        days -= 1 if taken in ("one", "a") else int(taken)
        if days and max(months, days) > _MOST:
            return None
        return cls(months, days) if days_in(months)[0] + days >= 0 else None

    def at_least(self, months: int) -> bool | None:
        """Whether the length is at least *months*; None where the answer depends on the calendar.

        >>> [Length(0, days).at_least(4) for days in (119, 120, 122, 123)]
        [False, None, None, True]
        """
        fewest, most = days_in(abs(months - self.months))
        if months >= self.months:
            return True if self.days >= most else False if self.days < fewest else None
        return True if -self.days <= fewest else False if -self.days > most else None

    @cached_property
    def whole_months(self) -> tuple[int, int]:
        """The most months that the length certainly lasts, and the most that it may last.

        >>> Length(0, 120).whole_months, Length(48, -1).whole_months, Length(26, 20).whole_months
        ((3, 4), (47, 47), (26, 26))
        """
        most = self.months + max(0, self.days * _CYCLE // sum(_LENGTHS) + 2)
        while self.at_least(most) is False:
            most -= 1
        least = most
        while self.at_least(least) is None:
            least -= 1
        return least, most

    def in_months(self, edges: Collection[int]) -> int | None:
        """A number of months on the same side of every edge as the length; None if the length may be on
        either side.

        Args:
            edges: the numbers of months with which conditions compare the length.

        >>> Length(0, 120).in_months({12}), Length(0, 120).in_months({4, 12})
        (3, None)
        """
        least, most = self.whole_months
        return None if any(least < edge <= most for edge in edges) else least

    def not_comparable(self, edges: Collection[int], said: str) -> NotComparable:
        """The reason why the length may be on either side of one of *edges*.

        Args:
            edges: the numbers of months with which conditions compare the length.
            said: the length in the words of the case file.

        Raises:
            ValueError: the length is on a certain side of every edge.
        """
        months = min(edge for edge in edges if self.at_least(edge) is None)
        over = abs(months - self.months)
        fewest, most = days_in(over)
        return NotComparable(said=said, months=months, over=over, fewest=fewest, most=most)


def _months_and_days(whole: str) -> tuple[int, int]:
    """The months and the days in the words *whole*, in small letters; of a huge number, its first digits."""
    counts = {unit: int(count[: 2 * _DIGITS]) for count, unit in _COUNTED.findall(whole)}
    months = 12 * counts.get("year", 0) + counts.get("month", 0)
    return months, 7 * counts.get("week", 0) + counts.get("day", 0)


def too_long(text: str) -> str | None:
    """The message for words that state a length longer than any that is read; None for all other words.

    Args:
        text: the words.

    >>> too_long("83334 years 1 day")
    'is too long: words state at most 999999 months and 999999 days in all; write a number of whole months'
    >>> too_long("83333 years 1 day") is None, too_long("a while") is None
    (True, True)
    """
    if Length.read(text) is not None or not _OF_ANY_SIZE.fullmatch(text):
        return None
    if max(_months_and_days(text.lower().partition("less")[0])) <= _MOST:
        return None
    most = f"{_MOST} months and {_MOST} days"
    return f"is too long: words state at most {most} in all; write a number of whole months"


def in_one_piece(content: Any) -> Any:
    """The *content* of a mapping, unchanged.

    A key that is a length is a fault: a comma has cut a length in two.

    Raises:
        ValueError: a key is a length.
    """
    if isinstance(content, Mapping) and any(
        isinstance(key, str) and Length.read(key) is not None for key in content
    ):
        raise ValueError(
            'has a length with a comma in it; put it in quotes, as "2 years, 2 months and 20 days"'
        )
    return content


def _written_length(value: Any) -> Any:
    """The number of whole months, or the length in its own words."""
    text = text_of_number(value)
    if isinstance(text, str) and _WHOLE.fullmatch(text) and text.isascii():
        return int(text)
    if not isinstance(text, str) or Length.read(text) is None:
        longer = too_long(text) if isinstance(text, str) else None
        if longer is not None:
            raise ValueError(f"{text!r} {longer}")
        raise ValueError(
            "must be a number of whole months such as 30, or a length such as 2 years, 2 months and 20 days"
        )
    return " ".join(text.split())


LengthWritten = Annotated[
    int | str,
    BeforeValidator(_written_length),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": f"^(?:[0-9]{{1,15}}|{LENGTH_PATTERN})$"},
            ]
        }
    ),
]
"""The length of a sentence as a file has it: whole months as a number, or years, months and days in words."""
