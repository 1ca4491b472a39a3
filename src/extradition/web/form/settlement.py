"""The leaves of a form with a finding that ends a dispute, for the buttons next to its answers."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.rule_book.parties import BOTH
from extradition.source import place_of
from extradition.web.form.fields import Leaves, next_number

_AGREED: Mapping[str, str] = {"by": BOTH, "status": "agreed"}


def with_settlement(leaves: Leaves, what: str, decider: str) -> Leaves:
    """The *leaves* with one more finding on a disputed fact. Unchanged if *what* names none.

    The findings of the parties stay. The new one outranks them.

    Args:
        leaves: the leaves of a case file.
        decider: the decider of the hearing.
        what: ``found`` (by the *decider*) or ``agreed``, the place of the findings, and the answer.

    >>> with_settlement({}, "agreed findings.consent given", "judge")[("findings", "consent", 0, "answer")]
    'given'
    """
    how, _, rest = what.partition(" ")
    where, _, answer = rest.partition(" ")
    place = place_of(where)
    settled = {"found": {"by": decider, "status": "found"}, "agreed": _AGREED}
    if how not in settled or not place or not answer:
        return leaves
    number, finding = next_number(leaves, place), {"answer": answer, **settled[how]}
    return {**leaves, **{(*place, number, key): leaf for key, leaf in finding.items()}}
