"""Texts of a case file that a comment cuts off, perhaps by mistake, and nulls in place of texts."""

from __future__ import annotations

import functools
import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extradition.source import Fault, Place, cut_off, may_be_a_number

_PROSE = frozenset(
    (
        "case",
        "reference",
        "citation",
        "title",
        "reason",
        "reasons",
        "document",
        "at",
        "language",
        "translation",
        "text",
        "to",
        "disagreement",
        "court",
        "note",
        "notes",
    )
)


_LISTS_OF_PROSE = frozenset(("notes", "sources", "inferred"))
"""The keys with free text as values, where the author may have meant a # as text."""


_IDS = frozenset(("id", "follows"))
"""The keys of ids. A comment after an id is meant as part of it only if no space follows the #."""


_NO_PROSE = frozenset(("date_of_birth", "issued", "certified", "date", "status", "from", "until"))
"""The keys of particulars that have no free text as values."""


def is_prose(place: Place) -> bool:
    """Whether the text at *place* in a case file is free text.

    >>> is_prose(("notes", 0)), is_prose(("particulars", "judge")), is_prose(("territory",))
    (True, True, False)
    """
    if "particulars" in (place[:1] + place[2:3]):
        return _NO_PROSE.isdisjoint(map(str, place))
    return place[-1:] != () and (place[-1] in _PROSE or (len(place) > 1 and place[-2] in _LISTS_OF_PROSE))


def faults_of_nulls(nulls: Iterable[Place]) -> Iterator[Fault]:
    """A fault for each null in place of an id or a free text.

    Args:
        nulls: the place of each null.
    """
    message = (
        "is null, which says nothing; write a text, in quotation marks if it is this word, or leave the key "
        "out"
    )
    return (Fault(place, message) for place in nulls if is_prose(place) or place[-1:] == ("id",))


def faults_of_cut_text(cut: Mapping[Place, str], content: object) -> Iterator[Fault]:
    """A fault for each free text that a comment cuts off, and for each id if the comment may be part of it.

    It may be part of it if no space follows the #, or if what is left is the id of another item of the list.

    Args:
        cut: the comment that cuts off the value at each place.
        content: the content of the document, of any shape.
    """
    cut_ids = [place for place in cut if not _IDS.isdisjoint(place[-1:])]
    shared = Counter(_ids(content)) if cut_ids else Counter()
    meant = {place for place in cut_ids if may_be_a_number(cut[place]) or shared[_id_at(place, content)] > 1}
    return (cut_off(place, cut[place]) for place in cut if is_prose(place) or place in meant)


def _ids(content: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Each id in *content*, with the key of its list: all offences have different ids, and all decisions."""
    if isinstance(content, Mapping):
        for key, each in content.items():
            yield from _ids(each, (*place, key))
    elif isinstance(content, list):
        for i, each in enumerate(content):
            yield from _ids(each, (*place, i))
    elif place[-1:] == ("id",):
        yield place[-3:-2], str(content)


def _id_at(place: Place, content: Any) -> tuple[Place, str]:
    """The id or the reference at *place* in *content*, as ``_ids`` gives an id."""
    return next(_ids(functools.reduce(operator.getitem, place, content), place), (place, ""))
