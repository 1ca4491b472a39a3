"""Whether JSON is a whole determination, which can be derived again, or only a part of one."""

from __future__ import annotations

from extradition.source import Document, Fault, SourceError

_LESS = ("note", "hearing")
"""The levels of detail that have no case file."""


def examine_whole(document: Document) -> None:
    """Refuse a note, a hearing and an answer of a batch. What else is wrong is for the reader of the record.

    Args:
        document: the parsed JSON.

    Raises:
        SourceError: it is one of those; carries one problem, which says what replay needs.

    >>> examine_whole(Document("note.json", {"kind": "determination (support)", "detail": "note"}))
    Traceback (most recent call last):
        ...
    extradition.source.errors.SourceError: note.json:1:1: detail: is note: a note has no case file. \
Replay needs the full determination (detail=full)
    """
    content = document.content if isinstance(document.content, dict) else {}
    if "kind" not in content and isinstance(content.get("determination"), dict):
        examine_whole(document.part("determination"))
        says = "is in an answer of a batch; give replay a file that has the content of this key alone"
        raise SourceError([document.problem(Fault(("determination",), says))])
    detail = content.get("detail")
    if detail in _LESS:
        says = f"is {detail}: a {detail} has no case file. Replay needs the full determination (detail=full)"
        raise SourceError([document.problem(Fault(("detail",), says))])
