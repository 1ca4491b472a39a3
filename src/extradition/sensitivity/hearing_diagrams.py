"""The finished decision diagrams of a hearing, and the ends that they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extradition.determination.outcome import Outcome
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.remaining import Answered

End = tuple[str, str | None, str | None, str | None]
"""The parts of an outcome that count: its kind, the provision it leads to, who decides, and its own words."""
OPEN_END: End = ("open", None, None, None)
"""The end of a hearing whose outcome is open."""
Lengths = Mapping[str, tuple[int, int]]
"""By the name of a fact, the fewest and the most whole months that its length may be."""


def end_of(outcome: Outcome) -> End:
    """The end of a hearing with that *outcome*.

    Args:
        outcome: the outcome of a hearing, with or without its provision.
    """
    return outcome.key


def words_of_end(end: object) -> str:
    """The words for *end* as an outcome; for anything else than an end, those for an open outcome.

    Args:
        end: the end of a hearing, as a decision diagram has it.

    >>> words_of_end(("discharge", None, "judge", None)), words_of_end(None)
    ('discharge', 'open')
    """
    kind, to, by, says = end if isinstance(end, tuple) else OPEN_END
    return Outcome(kind=kind, to=to, by=by, says=says).outcome


@dataclass(frozen=True)
class HearingDiagrams:
    """The finished diagrams of a hearing. They never change, so cases and threads share them.

    Attributes:
        diagrams: the store of the functions; a case copies it before it adds its own.
        names: every variable, in the order of the hearing.
        whole: the function that gives the end of the hearing.
        questions: the answer to every question that the hearing can reach.
        gates: whether a question is asked, for those of these questions that are not always asked.
        asks: the names that each question of the matter asks for under a version that may apply, those of its
            gate included.
        dates: the labels of the spans of every missing date that is a variable.
        chosen_by: the questions whose version each of those dates chooses.
    """

    diagrams: Diagrams
    names: tuple[str, ...]
    whole: int
    questions: Mapping[str, int]
    gates: Mapping[str, int]
    asks: Mapping[str, frozenset[str]]
    dates: Mapping[str, tuple[str, ...]]
    chosen_by: Mapping[str, tuple[str, ...]]

    @cached_property
    def answered(self) -> Answered:
        """The end of the hearing after each answer to each name, with nothing else known."""
        return Answered(self.diagrams, self.whole)
