"""The depths of a report on a determination: how much of it the reader gets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

DEPTH = Literal["note", "hearing", "full"]
NOTE: DEPTH = "note"
"""The depth of a report for which the user names none."""
DEPTHS: Mapping[DEPTH, str] = {
    "note": "the outcome and its reasons on one page",
    "hearing": "each step with its facts and their sources",
    "full": "everything, with the words of the Act and the appendix",
}
"""Each depth, with its purpose."""


def examine_depth(depth: DEPTH | None, form: str, *, has_depths: bool = True) -> DEPTH:
    """The depth of a report in the format *form*.

    Args:
        depth: The depth that the user names; None if the user names none.
        form: The format of the report.
        has_depths: Whether a report on this subject has depths: only a determination has.

    Raises:
        ValueError: *depth* is none of ``DEPTHS``, or the user names one for a report that has none.

    >>> examine_depth(None, "md"), examine_depth("full", "pdf")
    ('note', 'full')
    """
    if depth is not None and (form in ("json", "csv") or not has_depths):
        subject = form if has_depths else "this report"
        raise ValueError(f"{subject} has no depth: only a determination to read has one, as md or pdf")
    if depth is not None and depth not in DEPTHS:
        raise ValueError(f"a depth is {', '.join(map(repr, DEPTHS))}, not {depth!r}")
    return depth or NOTE
