"""The start of a case file from the reading of a warrant: its content, and its text with each source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from extradition.casework.warrant_file.entries_read import EntryRead, WarrantReading
from extradition.source import Place, written_place

_WARRANT: Place = ("offences", 0, "warrant")


def skeleton_of(reading: WarrantReading) -> dict[str, Any]:
    """The content of a case file as far as the warrant gives it, with texts as values.

    Who completes it adds the name of the case, the territory, the dates and the type of the case.

    Args:
        reading: the reading of the warrant's file.
    """
    parts = reading.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    offence: dict[str, Any] = {"id": "offence-1"}
    if reading.warrant is not None:
        offence["warrant"] = _in_words(parts["warrant"])
    content: dict[str, Any] = {"part": reading.part, "dates": {}}
    if reading.particulars is not None:
        content["particulars"] = _in_words(parts["particulars"])
    if reading.read:
        content["notes"] = [f"Read from {reading.file}: " + "; ".join(map(_source_of, reading.read))]
    return {**content, "offences": [offence]}


def _in_words(content: Any) -> Any:
    """*content* with every value as a text, as it stands in a file."""
    if isinstance(content, Mapping):
        return {key: _in_words(value) for key, value in content.items()}
    return [_in_words(each) for each in content] if isinstance(content, list) else str(content)


def place_in_file(entry: EntryRead) -> str:
    """The source of *entry* for a reader, with its page if the file records it.

    Args:
        entry: an entry that was read.

    >>> place_in_file(EntryRead(entry="warrant.box_d.ticked", value="2", at="box (d) 2", page=3))
    'page 3, box (d) 2'
    """
    return entry.at if entry.page is None else f"page {entry.page}, {entry.at}"


def _source_of(entry: EntryRead) -> str:
    return f"{entry.name} from {place_in_file(entry)}"


def skeleton_text(reading: WarrantReading) -> str:
    """The content of ``skeleton_of`` as YAML, with the source of each entry as a comment.

    Args:
        reading: the reading of the warrant's file.
    """
    return "".join(f"{line}\n" for line in _lines(skeleton_of(reading), (), "", reading))


def warrant_lines(reading: WarrantReading, indent: str) -> list[str]:
    """The lines of the key ``warrant`` of an offence, with the source of each entry as a comment.

    Args:
        reading: the reading of the warrant's file.
        indent: the spaces before the key.
    """
    content = skeleton_of(reading)["offences"][0]
    return [*_lines({"warrant": content["warrant"]}, _WARRANT[:-1], indent, reading)]


def _lines(content: Mapping[str, Any], place: Place, indent: str, reading: WarrantReading) -> Iterator[str]:
    for key, value in content.items():
        here = (*place, key)
        if isinstance(value, Mapping) and value:
            yield f"{indent}{key}:"
            yield from _lines(value, here, f"{indent}  ", reading)
        elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
            yield f"{indent}{key}:"
            for number, each in enumerate(value):
                first, *others = _lines(each, (*here, number), f"{indent}    ", reading)
                yield from (f"{indent}  - {first.strip()}", *others)
        else:
            written = json.dumps(value, ensure_ascii=False)
            yield f"{indent}{key}: {written}{_comment(here, reading)}"


def _comment(place: Place, reading: WarrantReading) -> str:
    is_in_warrant = place[: len(_WARRANT)] == _WARRANT
    entry = written_place(("warrant", *place[len(_WARRANT) :]) if is_in_warrant else place)
    sources = [place_in_file(each) for each in reading.read if each.entry == entry]
    return f"  # {'; '.join(sources)}" if sources else ""
