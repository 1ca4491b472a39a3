"""Hints about the known word that the writer of an unknown word may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str:
    """A hint about the one of *words* that the writer of *word* may have meant; empty if none is near.

    >>> nearest("Judge", ["judge", "agreed"])
    '; did you mean judge?'
    """
    known = list(words)
    same = [each for each in known if each.casefold() == word.strip().casefold()]
    near = same or difflib.get_close_matches(word, known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


_ALIKE = 0.8
"""The least likeness of a misspelt name and the name meant, as ``difflib`` measures it."""


def nearly(word: str, names: Iterable[str]) -> str | None:
    """The one of *names* of which *word* is a misspelling, of the same length give or take a letter.

    Names that share fewer letters are other names: Niger is not Nigeria.

    >>> nearly("roumania", ["romania", "oman"]), nearly("niger", ["nigeria"])
    ('romania', None)
    """
    as_long = [name for name in names if abs(len(name) - len(word)) <= 1]
    return next(iter(difflib.get_close_matches(word, as_long, n=1, cutoff=_ALIKE)), None)


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
