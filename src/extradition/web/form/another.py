"""The leaves of a form with another offence or another warrant, for the buttons that add one."""

from __future__ import annotations

import itertools

from extradition.rule_book.book_date import HEARING
from extradition.source import Place, place_of
from extradition.web.form.fields import Leaves, next_number

_OF_ALL: Place = ("dates", HEARING)
"""The date that all warrants share, where there are several."""


def with_another(leaves: Leaves, what: str) -> Leaves:
    """The *leaves* with one more offence or warrant. Unchanged if *what* names neither.

    With a second warrant, the existing offences, arrest, certificate and particulars of
    the warrant become those of the first.

    Args:
        leaves: the leaves of a case file.
        what: ``offence``, ``offence warrants[1]`` (an offence of that warrant) or ``warrant``.

    >>> with_another({("offences", 0, "id"): "one"}, "offence")
    {('offences', 0, 'id'): 'one', ('offences', 1, 'id'): 'offence-1'}
    """
    kind, _, where = what.partition(" ")
    if kind == "offence":
        return _with_one_more(leaves, (*(place_of(where) or ()), "offences"), "offence")
    if kind != "warrant":
        return leaves
    if not any(place[0] == "warrants" for place in leaves):
        leaves = {_of_the_first(place): leaf for place, leaf in leaves.items()} | {
            ("warrants", 0, "id"): "warrant-1"
        }
    more = _with_one_more(leaves, ("warrants",), "warrant")
    *_, last = more
    return _with_one_more(more, (*last[:-1], "offences"), "offence")


def _of_the_first(place: Place) -> Place:
    if place[:1] == ("particulars",) and place[1:2] in (("warrant",), ("request",)):
        return ("warrants", 0, "particulars", *place[2:])
    is_own = place[0] == "offences" or (place[0] == "dates" and place != _OF_ALL)
    return ("warrants", 0, *place) if is_own else place


def _with_one_more(leaves: Leaves, place: Place, kind: str) -> Leaves:
    """The *leaves* with one more item in the list at *place*, under an unused name."""
    taken = {leaf for key, leaf in leaves.items() if key[-1] == "id"}
    free = next(name for i in itertools.count(1) if (name := f"{kind}-{i}") not in taken)
    return {**leaves, (*place, next_number(leaves, place), "id"): free}
