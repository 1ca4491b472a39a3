"""What was read, with where it stood, and models made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extradition.source.errors import Fault, Place, Position, Problem, SourceError

M = TypeVar("M", bound=BaseModel)

MOST_BYTES = 1_048_576
"""The largest file that is read: a case file or a question file is a few kilobytes."""
MOST_DEPTH = 50
"""The deepest nesting that is read: a question file needs about ten levels."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_PLACE = re.compile(r"[A-Za-z0-9_-]+(\[\d{1,4}\])*(\.[A-Za-z0-9_-]+(\[\d{1,4}\])*)*")
_PLACE_PART = re.compile(r"\[(\d+)\]|([A-Za-z0-9_-]+)")
_WORDS = {
    "extra_forbidden": "is not a key that belongs here",
    "missing": "is required",
    "tuple_type": "must be a list",
    "model_type": "must be a mapping",
    "model_attributes_type": "must be a mapping",
    "dict_type": "must be a mapping",
    "string_type": "must be text",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "date_from_datetime_parsing": "must be a date such as 2024-03-06",
    "date_parsing": "must be a date such as 2024-03-06",
}


def written_place(place: Place) -> str:
    """*place* as a person reads it: ``offences[0].findings.attendance``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")


def place_of(name: str) -> Place | None:
    """The place of the field of a form called *name*; None if no field of a case file is called so."""
    place = tuple(int(number) if number else word for number, word in _PLACE_PART.findall(name))
    return place if _PLACE.fullmatch(name) and len(place) <= MOST_DEPTH else None


@dataclass
class Document:
    """What was read: every key and value keeps its position, which is None where only its place is known.

    A *part* of a document says of its faults where they are in the whole: *under* which place.
    """

    path: str
    content: Any = None
    positions: dict[Place, Position | None] = field(default_factory=dict)
    under: Place = ()

    def part(self, *place: str | int) -> Document:
        """What stands at *place*, as a document whose faults are told with their place in this one."""
        content = self.content
        for key in place:
            content = content[key]
        return Document(self.path, content, self.positions, (*self.under, *place))

    def problem(self, fault: Fault) -> Problem:
        """Give *fault* its position: that of the nearest thing in the file that it is about."""
        place = (*self.under, *(part for part in fault.place if not str(part).startswith("<")))  # the tag of a union is not in the file
        at = self._nearest(place) if self.positions else place
        last = place[-1:]
        shown = at if at[-1:] == last else at + last
        return Problem(self.positions.get(at, Position(self.path, 1, 1)), written_place(shown), fault.message)

    def _nearest(self, place: Place) -> Place:
        """Drop the parts of *place* that are not in the file: keys that are missing."""
        at: Place = ()
        for part in place:
            if (*at, part) in self.positions:
                at = (*at, part)
        return at


def validate(model: type[M], document: Document) -> M:
    """Turn *document* into *model*.

    Raises:
        SourceError: with the position and place of each fault.
    """
    try:
        return model.model_validate(document.content)
    except ValidationError as error:
        raise SourceError(document.problem(fault) for fault in faults_of(error.errors())) from None


def faults_of(errors: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """The faults that pydantic tells as *errors*, in the words of this project."""
    told = []
    for error in errors:
        words = error["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
        told.append(Fault(tuple(error["loc"]), _WORDS.get(error["type"], words)))
    return told


def unwanted(text: str, also: str = "") -> str | None:
    """Why *text* is refused: a character that is not seen but changes what is (NUL, escapes, marks of direction)."""
    found = next((character for character in text if _UNSEEN.match(character) or character in also), None)
    return f"has the unseen character U+{ord(found):04X}" if found else None


def canonical(content: Any) -> bytes:
    """*content* as JSON that is the same bytes for the same content: the form whose hash names a rule book."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def bundled_folder(name: str) -> Path:
    """The folder *name* (``rules``, ``templates``) that travels with the package: inside a wheel, or beside ``src``."""
    here = Path(__file__).parents[1]
    return next(folder for folder in (here / "_bundled" / name, here.parents[1] / name) if folder.is_dir())
