"""A posted form of the page: the case file in it, and what its user asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, cast

from extradition.report.depths import DEPTH, DEPTHS, NOTE
from extradition.web.form.fields import Leaves, posted_leaves, unshown_leaves

_OWN = (
    "do",
    "rest",
    "file",
    "depth",
    "anonymous",
    "paper",
    "opened",
    "contested",
    "speaker",
    "draft",
)
"""The names of the fields that are no part of a case file."""


@dataclass(frozen=True)
class PostedForm:
    """A posted form.

    Attributes:
        leaves: the leaves of its case file.
        do: the action of the button.
        file: the file sent with it: its name and its bytes.
        depth: the depth of the report to save.
        anonymous: whether the report or the paper to save strikes out names and references.
        paper: the name of the court paper to save.
        opened: the ids of the stages that were drawn or that the user opened.
        contested: the provisions of the questions that are ticked as in issue.
        speaker: who says that the others are not.
        has_draft: whether the browser keeps a draft of the case.
    """

    leaves: Leaves
    do: str
    file: tuple[str, bytes] | None
    depth: DEPTH
    anonymous: bool
    paper: str
    opened: tuple[str, ...]
    contested: tuple[str, ...]
    speaker: str
    has_draft: bool

    @classmethod
    def of(cls, texts: Sequence[tuple[str, str]], sent: tuple[str, bytes] | None) -> Self:
        """The posted form with those *texts* and the file that was *sent*.

        Args:
            texts: the name and the value of each field, in their order.
            sent: the name and the bytes of a file; None if there is none.

        Raises:
            ValueError: it is no form of the page.
        """
        rest = unshown_leaves(next((value for name, value in texts if name == "rest"), "[]"))
        fields = posted_leaves((name, value) for name, value in texts if name not in _OWN)
        own = {name: value for name, value in reversed(texts) if name in _OWN}
        depth = own.get("depth", NOTE)
        if depth not in DEPTHS:
            raise ValueError(f"no depth is called {depth!r}")
        return cls(
            {**rest, **fields},
            own.get("do", ""),
            sent,
            cast("DEPTH", depth),
            own.get("anonymous") == "yes",
            own.get("paper", ""),
            tuple(dict.fromkeys(value for name, value in texts if name == "opened")),
            tuple(dict.fromkeys(value for name, value in texts if name == "contested")),
            own.get("speaker", ""),
            own.get("draft") == "yes",
        )
