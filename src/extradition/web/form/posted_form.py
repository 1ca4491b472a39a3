"""A posted form of the page: the case file in it, and what its user asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, cast

from extradition.case_file.finding import STATUS
from extradition.report.depths import DEPTH, DEPTHS, NOTE
from extradition.source import Place, written_place
from extradition.web.form.entries import id_of
from extradition.web.form.fields import Leaves, posted_leaves, unshown_leaves
from extradition.web.form.new_answers import new_answers, with_author

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
    "author",
    "nameless",
    "unfolded",
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
        author: the author of the answers that the user gives next; empty if none was chosen.
        unfolded: the ids of the entries that the user answered on the page, and whose answers have no author.
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
    author: str
    unfolded: tuple[str, ...]

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The fields, with their values, of what the user chose about the page itself."""
        lists = {"opened": self.opened, "contested": self.contested, "unfolded": self.unfolded}
        alone = {"speaker": self.speaker, "author": self.author, "draft": "yes" if self.has_draft else ""}
        return (
            *((name, value) for name, values in lists.items() for value in values),
            *((name, value) for name, value in alone.items() if value),
        )

    @classmethod
    def of(
        cls,
        texts: Sequence[tuple[str, str]],
        sent: tuple[str, bytes] | None,
        authors_of: Callable[[Leaves], Mapping[str, STATUS]],
    ) -> Self:
        """The posted form with those *texts* and the file that was *sent*.

        Args:
            texts: the name and the value of each field, in their order.
            sent: the name and the bytes of a file; None if there is none.
            authors_of: the authors that can be chosen once in the case with those leaves.

        Raises:
            ValueError: it is no form of the page.
        """
        rest = unshown_leaves(next((value for name, value in texts if name == "rest"), "[]"))
        fields = posted_leaves((name, value) for name, value in texts if name not in _OWN)
        own = {name: value for name, value in reversed(texts) if name in _OWN}
        lists = {name: _listed(texts, name) for name in ("opened", "contested", "nameless", "unfolded")}
        author = own.get("author", "")
        fields = with_author(fields, frozenset(lists["nameless"]), author, authors_of({**rest, **fields}))
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
            lists["opened"],
            lists["contested"],
            own.get("speaker", ""),
            own.get("draft") == "yes",
            author,
            _unfolded(fields, lists["nameless"], lists["unfolded"]),
        )


def _listed(texts: Sequence[tuple[str, str]], name: str) -> tuple[str, ...]:
    """The values of the fields with that *name*, each once."""
    return tuple(dict.fromkeys(value for each, value in texts if each == name))


def _unfolded(fields: Leaves, nameless: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """The ids of the entries whose new answers have no author, and of those from *before* that still have
    none.
    """
    new = {_id_of_entry(place) for place in new_answers(fields, frozenset(nameless))}
    still = {_id_of_entry(place) for place in new_answers(fields)}
    return (*new, *(each for each in before if each in still - new))


def _id_of_entry(finding: Place) -> str:
    return id_of(written_place(finding[:-1]))
