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
