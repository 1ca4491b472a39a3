"""The names of the kinds of court papers, and of the sides in a command or an address.

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
HYPHENATED_SIDE = Literal["requesting-authority", "requested-person"]
