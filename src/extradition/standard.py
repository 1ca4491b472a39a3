"""The standards of proof, and their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

STANDARD = Literal[
    "criminal standard",
    "balance of probabilities",
    "reasonable chance or serious possibility",
    "reasonable grounds for believing",
    "real risk",
    "case to answer",
    "standard of the right relied on",
]


@dataclass(frozen=True)
class Standard:
    """The words of one standard of proof.

    Attributes:
        name: the standard as a rule file writes it.
        verb: what the party with the burden of proof must do: "prove" or "show".
        phrase: the standard in a sentence: "to the criminal standard", "a real risk".
        role: what the phrase is in the sentence. A *measure* says to what degree ("proves, to the criminal
            standard, that ..."). An *object* takes the statement after it ("shows a real risk that ..."). A
            *whole* takes none ("shows a case to answer").
    """

    name: STANDARD
    verb: Literal["prove", "show"]
    phrase: str
    role: Literal["measure", "object", "whole"]

    @property
    def participle(self) -> str:
        """The verb after "has not": "proved" or "shown"."""
        return {"prove": "proved", "show": "shown"}[self.verb]


STANDARDS: Mapping[STANDARD, Standard] = MappingProxyType(
    {
        row.name: row
        for row in (
            Standard("criminal standard", "prove", "to the criminal standard", "measure"),
            Standard("balance of probabilities", "prove", "on the balance of probabilities", "measure"),
            Standard(
                "reasonable chance or serious possibility",
                "show",
                "a reasonable chance or serious possibility",
                "object",
            ),
            Standard(
                "reasonable grounds for believing", "show", "reasonable grounds for believing", "object"
            ),
            Standard("real risk", "show", "a real risk", "object"),
            Standard("case to answer", "show", "a case to answer", "whole"),
            Standard(
                "standard of the right relied on", "show", "to the standard of the right relied on", "measure"
            ),
        )
    }
)
"""The words of every standard of proof, by its name: one row for each member of ``STANDARD``."""
