"""What was read, with where it stood, and models made of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extradition.source.errors import Fault, Place, Position, Problem, SourceError
from extradition.source.shape_faults import faults_of

M = TypeVar("M", bound=BaseModel)

MOST_BYTES = 1_048_576
"""The largest file that is read: a case file or a question file is a few kilobytes."""
MOST_DEPTH = 50
"""The deepest nesting that is read: a question file needs about ten levels."""

_PLACE = re.compile(r"[A-Za-z0-9_-]+(\[\d{1,4}\])*(\.[A-Za-z0-9_-]+(\[\d{1,4}\])*)*")
_PLACE_PART = re.compile(r"\[(\d+)\]|([A-Za-z0-9_-]+)")


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
    cut: dict[Place, str] = field(default_factory=dict)
    """The comment that follows an unquoted text at a place on the same line, and may be part of what was meant."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with the text itself; ``validate`` raises it together with the faults of shape."""

    def part(self, *place: str | int) -> Document:
        """What stands at *place*, as a document whose faults are told with their place in this one."""
        content = self.content
        for key in place:
            content = content[key]
        return Document(self.path, content, self.positions, (*self.under, *place), self.cut)

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
    made, problems = validated(model, document)
    if made is None or problems:
        raise SourceError(problems)
    return made


def validated(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """The *model* that *document* makes, None if its shape has a fault; and every problem with its text and its shape."""
    try:
        return model.model_validate(document.content), list(document.problems)
    except ValidationError as error:
        refused = {problem.where for problem in document.problems}
        of_shape = [document.problem(fault) for fault in faults_of(error.errors(include_url=False))]
        return None, [*document.problems, *(problem for problem in of_shape if problem.where not in refused)]


def canonical(content: Any) -> bytes:
    """*content* as JSON that is the same bytes for the same content: the form whose hash names a rule book."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def bundled_folder(name: str) -> Path:
    """The folder *name* (``rules``, ``templates``) that travels with the package: inside a wheel, or beside ``src``."""
    here = Path(__file__).parents[1]
    return next(folder for folder in (here / "_bundled" / name, here.parents[1] / name) if folder.is_dir())
