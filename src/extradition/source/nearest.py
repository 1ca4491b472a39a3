"""Hints about the known word that the writer of an unknown word may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from itertools import takewhile


def nearest(word: str, words: Iterable[str], least: float = 0.6) -> str:
    """A hint about the one of *words* that the writer of *word* may have meant; empty if none is near.

    >>> nearest("Judge", ["judge", "agreed"])
    '; did you mean judge?'
    """
    near = spelt_like(word, words, least)
    return "" if near is None else f"; did you mean {near}?"


def spelt_like(word: str, words: Iterable[str], least: float = 0.6) -> str | None:
    """The one of *words* that is spelt most like *word*; None if none is, and never its opposite.

    Args:
        word: the unknown word.
        words: the known ones.
        least: the least part of its letters that the word has in common, in their order.

    >>> spelt_like("jury", ["judge"]), spelt_like("jury", ["judge"], 0.4), spelt_like("shown", ["not_shown"])
    (None, 'judge', None)
    """
    given = word.strip().casefold()
    known = [each for each in words if not _are_opposites(given, each.casefold())]
    same = [each for each in known if each.casefold() == given]
    return next(iter(same or difflib.get_close_matches(word, known, n=1, cutoff=least)), None)


_NOT = ("un", "in", "im", "dis", "non", "non_", "not_", "no_")
"""What makes a word its opposite when it stands before it."""


def _are_opposites(word: str, other: str) -> bool:
    """Whether one of two words is the other with a "not" before it. The message never offers it."""
    return any(f"{each}{word}" == other or f"{each}{other}" == word for each in _NOT)


_LONG_ENOUGH = 5
"""The least letters of a name that can be misspelt. Shorter names that differ in a letter are other names."""


def misspelt(word: str, names: Iterable[str]) -> list[str]:
    """Those of *names* of which *word* is a misspelling: one letter more, fewer, other, or two exchanged.

    Names that differ in more are other names: Niger is not Nigeria.

    >>> misspelt("roumania", ["romania", "oman"]), misspelt("niger", ["nigeria"]), misspelt("iran", ["iraq"])
    (['romania'], [], [])
    """
    as_long = (name for name in names if abs(len(name) - len(word)) <= 1)
    return [
        name
        for name in as_long
        if min(len(word), len(name)) >= _LONG_ENOUGH and _is_one_slip_from(word, name)
    ]


def _is_one_slip_from(word: str, name: str) -> bool:
    """Whether *word* and *name* differ by one letter, or by two neighbours exchanged."""
    start = _alike(word, name)
    end = _alike(word[start:][::-1], name[start:][::-1])
    left, right = word[start : len(word) - end], name[start : len(name) - end]
    return max(len(left), len(right)) <= 1 or (left[1:] == right[:1] and right[1:] == left[:1])


def _alike(word: str, name: str) -> int:
    """The number of letters with which both *word* and *name* begin."""
    pairs = zip(word, name, strict=False)  # of unequal length
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


_NOTHING = frozenset(
    ("", "~", "null", "none", "nil", "unknown", "not known", "n/a", "tbc", "tbd", "pending", "?")
)
"""Words that people write for a value that they do not know or do not have."""


def says_nothing(word: object) -> bool:
    """Whether *word* is a text that stands for no value.

    >>> says_nothing("TBC"), says_nothing("2024")
    (True, False)
    """
    return isinstance(word, str) and word.strip().casefold().replace("_", " ") in _NOTHING


_FEW = 4
"""The most words of a list that a message names."""


def few_of(words: Iterable[str]) -> str:
    """The first of *words*, and the number of the others.

    >>> few_of("abc"), few_of("abcdef")
    ('a, b, c', 'a, b, c, d and 2 more')
    """
    known = list(words)
    if len(known) <= _FEW + 1:  # one more name is no longer than its number
        return ", ".join(known)
    return f"{', '.join(known[:_FEW])} and {len(known) - _FEW} more"


def nearest_first(word: str, words: Iterable[str]) -> list[str]:
    """All of *words*, those that are most like *word* first.

    >>> nearest_first("arrest", ["surrender", "arrest-on-warrant"])
    ['arrest-on-warrant', 'surrender']
    """
    return sorted(words, key=lambda each: -difflib.SequenceMatcher(None, word, each).ratio())
