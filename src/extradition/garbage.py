"""The collection of garbage: seldom, and never among what a process keeps to its end."""

from __future__ import annotations

import gc

SELDOM = 200_000
"""The objects made between two collections. A search finds nothing in a rule book, which a process keeps."""


def collect_seldom(allocations: int = SELDOM) -> None:
    """Have garbage collected each time that so many more objects were made than freed.

    Args:
        allocations: the number of objects.
    """
    gc.set_threshold(allocations)


def leave_out_what_is_there() -> None:
    """Collect garbage now, and leave what remains out of every later collection."""
    gc.collect()
    gc.freeze()
