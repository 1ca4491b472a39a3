"""A hint at the known word that an unknown one may be meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str:
    """A hint at the one of *words* that *word* may be meant to be."""
    known = list(words)
    same = [each for each in known if each.casefold() == word.strip().casefold()]
    near = same or difflib.get_close_matches(word, known, n=1)
    return f"; did you mean {near[0]}?" if near else ""
