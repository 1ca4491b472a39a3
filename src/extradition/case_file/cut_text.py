"""Texts of a case file that a comment cuts off, perhaps by mistake, and nulls in place of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extradition.source import Fault, Place

_CUT = (
    "is cut off before {!r}: a space and # start a comment. Put the text in quotation marks, or the comment "
    "on a line of its own"
)


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


def faults_of_cut_text(cut: Mapping[Place, str]) -> Iterator[Fault]:
    """A fault for each free text that a comment cuts off.

    Args:
        cut: the comment that cuts off the value at each place.
    """
    return (Fault(place, _CUT.format(comment)) for place, comment in cut.items() if is_prose(place))
