"""The end of a hearing as one whole number, and back: the outcome first, then the provisions it rests on."""

from __future__ import annotations

from typing import Annotated

from extradition.determination.outcome import OUTCOME_KIND, Outcome
from extradition.law import LEFT_OUT_IF_NONE, Model
from extradition.rule_book.consequences import DECIDER

_BITS = 10
PLACE_BITS = 2 * _BITS
"""The bits of the two provisions, under the bits of the outcome."""
UNDER = ((1 << _BITS) - 1) << _BITS
"""The bits of the provision under which the outcome follows."""
AT = (1 << _BITS) - 1
"""The bits of the question whose answer leads to the outcome."""
OUTCOME = ~(UNDER | AT) & 0x7FFFFFFF
"""The bits of the outcome itself."""
OPEN, STANDS, BEFORE_ANOTHER_DECIDER = (number << PLACE_BITS for number in range(3))
"""The ends without an outcome: open; open before a judgment of the decider; open before another one."""
FIRST_OUTCOME = 3 << PLACE_BITS
"""The smallest number of an end with an outcome."""
_Outcome = tuple[OUTCOME_KIND, str | None, DECIDER | None, str | None]


class CohortEnd(Model):
    """The end of the hearing of one offence, as ``Outcome`` has it.

    *under* is the provision for it, and *by* the decider. *at* is the question whose answer leads to it, and
    *says* what the end says in words of its own.
    """

    kind: OUTCOME_KIND
    to: str | None = None
    by: DECIDER | None = None
    under: str | None = None
    at: str | None = None
    says: Annotated[str | None, LEFT_OUT_IF_NONE] = None

    @classmethod
    def of(cls, outcome: Outcome) -> CohortEnd:
        """The end that *outcome* states, without the questions that force it."""
        kind, to, by, says = outcome.key
        return cls(kind=kind, to=to, by=by, under=outcome.under, at=outcome.at, says=says)

    @property
    def outcome(self) -> str:
        """The outcome in words, as a determination has it."""
        return _in_words((self.kind, self.to, self.by, self.says))


class Ends:
    """The numbers of ends, the same for every law.

    >>> ends = Ends()
    >>> number = ends.number("discharge", None, "judge", None, "EA 2003 s 20(5)")
    >>> ends.end(number).outcome, ends.end(number).at
    ('discharge', 'EA 2003 s 20(5)')
    """

    def __init__(self) -> None:
        self._outcomes: list[_Outcome] = [("open", None, None, None)] * (FIRST_OUTCOME >> PLACE_BITS)
        self._provisions: list[str | None] = [None]

    def number(
        self,
        kind: OUTCOME_KIND,
        to: str | None,
        by: DECIDER | None,
        under: str | None,
        at: str | None,
        says: str | None = None,
    ) -> int:
        """The number of an end.

        Args:
            kind: the kind of outcome, not ``open``.
            to: the next question.
            by: the decider.
            under: the provision for the outcome.
            at: the question whose answer leads to it.
            says: what the end says in words of its own.

        Raises:
            ValueError: the rule book names more provisions than the number has room for.
        """
        outcome: _Outcome = (kind, to, by, says)
        if outcome not in self._outcomes:
            self._outcomes.append(outcome)
        place = self._outcomes.index(outcome)
        return place << PLACE_BITS | self.provision_number(under) << _BITS | self.provision_number(at)

    def provision_number(self, provision: str | None) -> int:
        """The number of a provision; 0 for None.

        Raises:
            ValueError: there are too many provisions.
        """
        if provision not in self._provisions:
            if len(self._provisions) > AT:
                raise ValueError(f"a cohort has room for {AT} provisions, and the rule book names more")
            self._provisions.append(provision)
        return self._provisions.index(provision)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes in words, in the order of their numbers."""
        return tuple(_in_words(outcome) for outcome in self._outcomes)

    @property
    def provisions(self) -> tuple[str | None, ...]:
        """The provisions, in the order of their numbers; None is the first."""
        return tuple(self._provisions)

    def provision(self, number: int) -> str | None:
        """The provision with that number."""
        return self._provisions[number]

    def end(self, number: int) -> CohortEnd:
        """The end with that number."""
        kind, to, by, says = self._outcomes[number >> PLACE_BITS]
        if kind == "open":
            return CohortEnd(kind="open")
        return CohortEnd(
            kind=kind,
            to=to,
            by=by,
            under=self._provisions[(number & UNDER) >> _BITS],
            at=self._provisions[number & AT],
            says=says,
        )


def _in_words(outcome: _Outcome) -> str:
    kind, to, by, says = outcome
    return Outcome(kind=kind, to=to, by=by, says=says).outcome
