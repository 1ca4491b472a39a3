"""Texts of a case file that a comment cuts off, perhaps by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extradition.source import Fault, Place

_CUT = (
    "is cut off before {!r}: a space and # start a comment. Put the text in quotation marks, or the comment "
    "on a line of its own"
)


_PROSE = frozenset(
    (
        "case",
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


def _is_prose(place: Place) -> bool:
    return place[-1:] != () and (place[-1] in _PROSE or (len(place) > 1 and place[-2] in _LISTS_OF_PROSE))


def faults_of_cut_text(cut: Mapping[Place, str]) -> Iterator[Fault]:
    """A fault for each free text that a comment cuts off.

    Args:
        cut: the comment that cuts off the value at each place.
    """
    return (Fault(place, _CUT.format(comment)) for place, comment in cut.items() if _is_prose(place))
