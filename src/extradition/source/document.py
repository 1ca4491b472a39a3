"""Documents: the content of a file with the position of every key and value, and models made from it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extradition.source.comments import texts_cut_off
from extradition.source.errors import Fault, Place, Position, Problem, SourceError
from extradition.source.known_keys import keys_at
from extradition.source.shape_faults import faults_of
from extradition.source.yaml_faults import of_bare_key

M = TypeVar("M", bound=BaseModel)

MOST_BYTES = 1_048_576
"""The most bytes of a file. A case file or a question file has a few kilobytes."""
MOST_DEPTH = 50
"""The most levels of nesting. A question file needs about ten."""

_PLACE = re.compile(r"[A-Za-z0-9_-]+(\[\d{1,4}\])*(\.[A-Za-z0-9_-]+(\[\d{1,4}\])*)*")
_PLACE_PART = re.compile(r"\[(\d+)\]|([A-Za-z0-9_-]+)")


def written_place(place: Place) -> str:
    """The text of *place*, for a reader.

    >>> written_place(("offences", 0, "findings", "attendance"))
    'offences[0].findings.attendance'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")


def place_of(name: str) -> Place | None:
    """The place that a form field *name* stands for; None if no field of a case file can have that name.

    >>> place_of("offences[0].findings.attendance")
    ('offences', 0, 'findings', 'attendance')
    """
    place = tuple(int(number) if number else word for number, word in _PLACE_PART.findall(name))
    return place if _PLACE.fullmatch(name) and len(place) <= MOST_DEPTH else None


@dataclass
class Document:
    """The content of a file or a request, with the position of every key and value.

    Attributes:
        path: the file; empty for a request.
        content: the mappings, lists and texts.
        positions: the position of each place; None if the document came without positions.
        under: the place of this part in the whole document; faults name their place in the whole.
    """

    path: str
    content: Any = None
    positions: dict[Place, Position | None] = field(default_factory=dict)
    under: Place = ()
    cut: dict[Place, str] = field(default_factory=dict)
    """The comment after an unquoted text on the same line, by the place of the text. The writer may have
    meant it as text."""
    bare: set[Place] = field(default_factory=set)
    """The place of each key within brackets that has no colon, and so no value."""
    nulls: set[Place] = field(default_factory=set)
    """The place of each value that YAML reads as null, although it is text here."""
    problems: list[Problem] = field(default_factory=list)
    """The problems of the text itself; ``model_of`` raises them together with the faults of shape."""
    locate: Callable[[], dict[Place, Position | None]] | None = None
    """Finds the positions when a fault first needs them; None if they are there, or if there are none."""

    def part(self, *place: str | int) -> Document:
        """The content at *place*, as a document. Its faults name their place in this document."""
        content = self.content
        for key in place:
            content = content[key]
        return replace(self, content=content, under=(*self.under, *place), problems=[])

    def problem(self, fault: Fault) -> Problem:
        """The problem that *fault* is, at the position of the nearest key or value in the file."""
        if self.locate is not None:
            self.positions, self.locate = self.locate(), None
        place = (
            *self.under,
            *(part for part in fault.place if not str(part).startswith("<")),
        )  # the tag of a union is not in the file
        at = self._nearest(place) if self.positions else place
        last = place[-1:]
        shown = at if at[-1:] == last else at + last
        message = fault.message
        if shown in self.bare:
            key = str(last[0])
            message = ("is not a key that belongs here" if ":" in key else message) + of_bare_key(key)
        return Problem(self.positions.get(at, Position(self.path, 1, 1)), written_place(shown), message)

    def key_written(self, place: Place, *names: str) -> str:
        """The key among *names* that the mapping at *place* has; the first of them if it has none.

        >>> Document("", {"matter": "entry"}).key_written((), "part", "matter")
        'matter'
        """
        content = self.content
        for key in place:
            content = content[key]
        return next((name for name in names if name in content), names[0])

    def _nearest(self, place: Place) -> Place:
        """The parts of *place* that are in the file, without the missing keys."""
        at: Place = ()
        for part in place:
            if (*at, part) in self.positions:
                at = (*at, part)
        return at


@dataclass
class ExtendedDocument(Document):
    """A document to which another file adds parts. The fault of an added part has its place in that file.

    Attributes:
        added: the document and the place of each added part, by its place here.
    """

    added: dict[Place, tuple[Document, Place]] = field(default_factory=dict)

    def problem(self, fault: Fault) -> Problem:
        """The problem that *fault* is, in the file of the part at fault."""
        for place, (document, there) in self.added.items():
            if fault.place[: len(place)] == place:
                return document.problem(Fault((*there, *fault.place[len(place) :]), fault.message))
        return super().problem(fault)


def model_of(model: type[M], document: Document) -> M:
    """The *model* that *document* makes.

    Args:
        model: the class of the model.
        document: the document to check; its content may be wrong.

    Raises:
        SourceError: the document is wrong, or a comment cuts off a text; carries every fault with its
            position and place.
    """
    made, problems = validated(model, document)
    problems += map(document.problem, texts_cut_off(model, document.cut))
    if made is None or problems:
        raise SourceError(problems)
    return made


def validated(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """The *model* that *document* makes (None if its shape has a fault), and every problem of its text and
    shape.
    """
    try:
        return model.model_validate(document.content), list(document.problems)
    except ValidationError as error:
        refused = {problem.where for problem in document.problems}
        bare = {place[-1] for place in document.bare}  # of which ``problem`` says what is wrong
        faults = faults_of(
            error.errors(include_url=False),
            lambda place: () if place[-1] in bare else keys_at(model, place[:-1]),
        )
        of_shape = [document.problem(fault) for fault in faults]
        return None, [*document.problems, *(problem for problem in of_shape if problem.where not in refused)]


def canonical(content: Any) -> bytes:
    """The JSON of *content*, with the same bytes for the same content. Its hash identifies a rule book.

    >>> canonical({"b": "2", "a": ["1"]})
    b'{"a":["1"],"b":"2"}'
    """
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def bundled_folder(name: str) -> Path:
    """The folder *name* (``rules``, ``precedents``, ``templates``) that belongs to the package: inside a
    wheel, or next to ``src``.
    """
    here = Path(__file__).parents[1]
    return next(folder for folder in (here / "_bundled" / name, here.parents[1] / name) if folder.is_dir())
