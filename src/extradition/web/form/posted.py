"""A posted form: the leaves of its case, and the fields that are no part of a case file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from extradition.report.depths import DEPTH, DEPTHS, NOTE
from extradition.web.form.fields import Leaves, posted_leaves, unshown_leaves

_OWN = ("do", "rest", "file", "depth", "anonymous", "paper")
"""The names of the fields that are no part of a case file."""


@dataclass(frozen=True)
class Posted:
    """A posted form.

    Attributes:
        leaves: the leaves of its case.
        do: what to do.
        file: the file sent with it: its name and its bytes.
        depth: the depth of the report to save.
        anonymous: whether the report or the paper to save is anonymous.
        paper: the name of the court paper to save.
    """

    leaves: Leaves
    do: str
    file: tuple[str, bytes] | None
    depth: DEPTH
    anonymous: bool
    paper: str


def posted_form(texts: Sequence[tuple[str, str]], sent: tuple[str, bytes] | None) -> Posted:
    """The posted form with those *texts* and the file that was *sent*.

    Args:
        texts: the name and the value of each field.
        sent: the name and the bytes of the file; None if there is none.

    Raises:
        ValueError: this is not the form of the page.
    """
    rest = unshown_leaves(next((value for name, value in texts if name == "rest"), "[]"))
    fields = posted_leaves((name, value) for name, value in texts if name not in _OWN)
    own = {name: value for name, value in reversed(texts) if name in _OWN}
    depth = own.get("depth", NOTE)
    if depth not in DEPTHS:
        raise ValueError(f"{depth!r} is not a depth")
    return Posted(
        {**rest, **fields},
        own.get("do", ""),
        sent,
        cast("DEPTH", depth),
        own.get("anonymous") == "yes",
        own.get("paper", ""),
    )
