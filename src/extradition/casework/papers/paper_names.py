"""The names of the kinds of court papers, and the form of a side in a command or an address.

The command line needs nothing else for its help.
"""

from __future__ import annotations

from typing import Literal

KIND_OF_PAPER = Literal[
    "skeleton",
    "opening-note",
    "chronology",
    "decisions",
    "balance-sheet",
    "facts",
    "authorities",
    "request",
]


def hyphenated(side: str) -> str:
    """The name of the party *side* with a hyphen between its words, as a command or an address has it.

    Args:
        side: a party of the rule book.

    >>> hyphenated("local authority")
    'local-authority'
    """
    return side.replace(" ", "-")
