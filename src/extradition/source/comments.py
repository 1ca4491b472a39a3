"""Values of a YAML file that a comment cuts off, perhaps by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from extradition.source.errors import Fault, Place
from extradition.source.known_keys import is_free_text

_CUT = (
    "is cut off before {!r}: a space and # start a comment. Put the text in quotation marks, or the comment "
    "on a line of its own"
)
_NAMES = frozenset(("id", "follows", "by", "also", "words", "balance"))
"""The keys of short names, which often have a comment. It is meant as text only if no space follows the #."""
_CLOSED = frozenset(("territory", "territory_of_tests", "case_type", "next"))
"""The keys of values from a closed list, although the model takes any text."""


def cut_off(place: Place, comment: str) -> Fault:
    """The fault of a text that a comment cuts off.

    Args:
        place: the place of the text.
        comment: the comment.
    """
    return Fault(place, _CUT.format(comment))


def may_be_a_number(comment: str) -> bool:
    """Whether a *comment* after a name may be meant as part of it: no space follows the #.

    >>> may_be_a_number("#3"), may_be_a_number("# the third")
    (True, False)
    """
    return comment[1:2] not in ("", " ", "\t")


def texts_cut_off(model: type[BaseModel], cut: Mapping[Place, str]) -> Iterator[Fault]:
    """A fault for each free text that a comment cuts off, and for each name if the comment may be part of it.

    Args:
        model: the model of the whole document, which says what is free text.
        cut: the comment after the value at each place.
    """
    for place, comment in cut.items():
        key = next((part for part in reversed(place) if isinstance(part, str)), "")
        is_text = key not in _CLOSED and is_free_text(model, place)
        if may_be_a_number(comment) if key in _NAMES else is_text:
            yield cut_off(place, comment)
