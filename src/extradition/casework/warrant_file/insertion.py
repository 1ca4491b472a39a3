"""The text of a case file with the boxes of a warrant's own file in it; every other line stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, cast

from extradition import source
from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.casework.warrant_file.skeleton import skeleton_of, warrant_lines
from extradition.source import Document, Fault, Place, Position, SourceError, refusal


def with_warrant(text: str, path: str, reading: WarrantReading, offence: str | None = None) -> str:
    """*text* with the key ``warrant`` under one offence, after its id. The sources stand there as comments.

    The new text is read again: its content must be that of *text* and the warrant, and no more.

    Args:
        text: the text of the case file, in YAML.
        path: the path of the case file, for messages.
        reading: the reading of the warrant's own file.
        offence: the id of the offence; None if the case file has one offence only.

    Raises:
        SourceError: nothing of the boxes was read, or the offence is not known. Or the offence has a warrant
            already, or its layout leaves no room for the new lines.
    """
    if reading.warrant is None:
        raise refusal(reading.file, "has no entry in the boxes (c) and (d) that could be read")
    document = source.parse(path, text)
    place = _place_of(document, offence)
    expected = deepcopy(document.content)
    holder: Any = expected
    for part in place:
        holder = holder[part]
    if "warrant" in holder:
        raise _fault(
            document, (*place, "warrant"), "is there already; remove it first, or compare the two by eye"
        )
    holder["warrant"] = skeleton_of(reading)["offences"][0]["warrant"]
    at = cast("Position", document.positions[*place, "id"])
    lines = text.split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    added = [line + ending for line in warrant_lines(reading, " " * (at.column - 1))]
    made = "\n".join([*lines[: at.line], *added, *lines[at.line :]])
    if _content(path, made) == expected:
        return made
    raise _fault(
        document, (*place, "id"), "has a layout in which no lines can follow it; add the warrant by hand"
    )


def _place_of(document: Document, offence: str | None) -> Place:
    """The place of the offence with the id *offence*, or of the only one.

    Raises:
        SourceError: there is none, or there are several and no id is given.
    """
    places = dict(_offences(document.content, ()))
    if offence is None and len(places) == 1:
        return next(iter(places.values()))
    if offence not in places:
        known = ", ".join(places) or "none"
        missing = "name one of them" if offence is None else f"{offence!r} is not one of them"
        raise _fault(document, ("offences",), f"has the offences {known}: {missing}")
    return places[offence]


def _offences(content: Any, place: Place) -> Iterator[tuple[str, Place]]:
    """The id and the place of every offence, of several warrants too."""
    if not isinstance(content, Mapping):
        return
    for key in ("offences", "warrants"):
        listed = content.get(key)
        for number, each in enumerate(listed if isinstance(listed, list) else ()):
            here = (*place, key, number)
            if key == "warrants":
                yield from _offences(each, here)
            elif isinstance(each, Mapping) and isinstance(each.get("id"), str):
                yield each["id"], here


def _content(path: str, text: str) -> Any:
    try:
        return source.parse(path, text).content
    except SourceError:
        return None


def _fault(document: Document, place: Place, message: str) -> SourceError:
    return SourceError([document.problem(Fault(place, message))])
