"""Read YAML while remembering where every key and value stood; the only importer of ``yaml``."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)
Place = tuple[str | int, ...]

MOST_BYTES = 1_048_576
"""The largest file that is read: a case file or a question file is a few kilobytes."""
MOST_DEPTH = 50
"""The deepest nesting that is read: a question file needs about ten levels."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same YAML, read by libyaml where the wheel has it
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BRACKETS = re.compile(r"[\[\]{}]")
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value")}
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


class ExtraditionError(Exception):
    """Everything this package raises on purpose.

    ::

        ExtraditionError
        ├── SourceError        a file does not say what it should; every problem with its place
        ├── UnknownLawError    a law, version or day was asked for that the rule book does not have
        ├── MissingExtraError  a part of the package was asked for that needs packages which are not installed
        └── EngineError        durable rules cannot be had, cannot hold the rules, or differs from the plain reading
    """


class EngineError(ExtraditionError):
    """No determination stands: the engine is missing, a rule set is beyond its limits, or the two readings differ."""


class MissingExtraError(ExtraditionError):
    """Something was asked for that needs an *extra* of this package which is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs more than the plain install: pip install 'extradition[{extra}]'")


@dataclass(frozen=True, order=True)
class Position:
    """Where something stood: *line* and *column* count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Fault:
    """What is wrong at a place in a document."""

    place: Place
    message: str


@dataclass(frozen=True)
class Problem:
    """A fault with its position, if its document came from a file."""

    position: Position | None
    where: str
    message: str

    def __str__(self) -> str:
        return ": ".join(str(part) for part in (self.position, self.where, self.message) if part)


class SourceError(ExtraditionError, ValueError):
    """A file (or a case put together in Python) does not say what it should; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: (p.position or Position("", 0, 0), p.where, p.message)))
        super().__init__("\n".join(map(str, self.problems)))


def written_place(place: Place) -> str:
    """*place* as a person reads it: ``offences[0].findings.attendance``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")


@dataclass
class Document:
    """Parsed YAML: scalars stay text, and every key and value keeps its position."""

    path: str
    content: Any = None
    positions: dict[Place, Position] = field(default_factory=dict)

    def problem(self, fault: Fault) -> Problem:
        """Give *fault* its position: that of the nearest thing in the file that it is about."""
        place = tuple(part for part in fault.place if not str(part).startswith("<"))  # the tag of a union is not in the file
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


def read(path: Path) -> Document:
    """Parse the file at *path*.

    Scalars stay text, so that ``no`` is a word and not False. Aliases, tags, several documents, keys given twice
    and nesting beyond ``MOST_DEPTH`` are refused.

    Raises:
        SourceError: the file cannot be read or is not such YAML; carries every problem that could be found.
    """
    return parse(str(path), text_at(path))


def validate(model: type[M], document: Document) -> M:
    """Turn *document* into *model*.

    Raises:
        SourceError: with the position and place of each fault.
    """
    try:
        return model.model_validate(document.content)
    except ValidationError as error:
        raise SourceError(document.problem(fault) for fault in faults_of(error)) from None


def faults_of(error: ValidationError) -> list[Fault]:
    """The faults in *error*, in the words of this project."""
    told = []
    for fault in error.errors():
        words = fault["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
        told.append(Fault(fault["loc"], _WORDS.get(fault["type"], words)))
    return told


def text_at(path: Path) -> str:
    """The whole text of the file at *path*, its line ends and a byte order mark as they are.

    Raises:
        SourceError: the file cannot be read, is too large, too deep, empty, or not UTF-8.
    """
    shown = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SourceError([Problem(Position(shown, 1, 1), "", "is not a file")])
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise SourceError([Problem(Position(shown, 1, 1), "", message)]) from None
    return text_of(shown, raw)


def text_of(shown: str, raw: bytes) -> str:
    """The text that the bytes *raw* of a file are, as ``text_at`` reads it; *shown* is its path in every problem.

    Raises:
        SourceError: it is too large, too deep, empty, or not UTF-8.
    """

    def refuse(message: str, line: int = 1, column: int = 1) -> SourceError:
        return SourceError([Problem(Position(shown, line, column), "", message)])

    if len(raw) > MOST_BYTES:
        raise refuse(f"is larger than {MOST_BYTES:,} bytes, the most that is read")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise refuse(f"is not UTF-8 text: byte 0x{raw[error.start]:02x}", line, column) from None
    if not text.strip():
        raise refuse("is empty")
    _check_depth(text, refuse)
    return text


def _check_depth(text: str, refuse: Any) -> None:
    """Count brackets and indentation before the parser does, whose recursion in C has no limit of its own."""
    open_brackets = 0
    for number, line in enumerate(text.split("\n"), 1):
        for bracket in _BRACKETS.findall(line):
            open_brackets += 1 if bracket in "[{" else -1
            if open_brackets > MOST_DEPTH:
                raise refuse(f"is nested deeper than {MOST_DEPTH} levels", number)
        if len(line) - len(line.lstrip(" -?")) > 4 * MOST_DEPTH:
            raise refuse(f"is nested deeper than {MOST_DEPTH} levels", number)


def parse(shown: str, text: str) -> Document:
    """Parse *text* as ``read`` does; *shown* is its path in every problem.

    Raises:
        SourceError: *text* is not such YAML; carries every problem that could be found.
    """
    text = text.removeprefix("\ufeff")
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Position(shown, mark.line + 1, mark.column + 1) if mark else Position(shown, 1, 1)
        raise SourceError([Problem(at, "", f"is not YAML: {error.problem or error.context}")]) from None
    except yaml.YAMLError as error:
        reason = str(getattr(error, "reason", error)).splitlines()[0]
        line = text[: getattr(error, "position", 0)].count("\n") + 1
        raise SourceError([Problem(Position(shown, line, 1), "", f"is not YAML: {reason}")]) from None
    if root is None:
        raise SourceError([Problem(Position(shown, 1, 1), "", "is empty")])
    builder = _Builder(Document(shown))
    builder.document.content = builder.build(root, ())
    if builder.problems:
        raise SourceError(builder.problems)
    return builder.document


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def build(self, node: Any, place: Place) -> Any:
        if id(node) in self._seen:  # its marks are those of the first time
            return self._refuse(place, "is repeated by an alias; write it out")
        at = Position(self.document.path, node.start_mark.line + 1, node.start_mark.column + 1)
        self.document.positions.setdefault(place, at)
        refused = self._why_not(node, place)
        if refused is not None:
            return self._refuse(place, refused)
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*place, i)) for i, item in enumerate(node.value)]
        return node.value

    def _why_not(self, node: Any, place: Place) -> str | None:
        if node.tag not in _PLAIN_TAGS:
            return f"has the tag {node.tag!r}; plain values only"
        if len(place) > MOST_DEPTH:
            return f"is nested deeper than {MOST_DEPTH} levels"
        return _unwanted(node.value) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: Any, place: Place) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key_node, value_node in node.value:
            at = Position(self.document.path, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(place, "has a key that is not a word")
                continue
            key = key_node.value
            unwanted = _unwanted(key, also="\n\t")
            if unwanted is not None:
                self._refuse(place, f"has a key that {unwanted}")
                continue
            if key in built:
                self.problems.append(Problem(at, self.document.problem(Fault((*place, key), "")).where, "is given twice"))
                continue
            self.document.positions[*place, key] = at
            built[key] = self.build(value_node, (*place, key))
        return built

    def _refuse(self, place: Place, message: str) -> None:
        self.problems.append(self.document.problem(Fault(place, message)))


def unseen_in(place: Place, text: str) -> list[Fault]:
    """The fault of *text* at *place* if it has an unseen character, which a file is refused for: for text that comes from elsewhere."""
    unwanted = _unwanted(text)
    return [Fault(place, unwanted)] if unwanted else []


def _unwanted(text: str, also: str = "") -> str | None:
    """Why *text* is refused: a character that is not seen but changes what is (NUL, escapes, marks of direction)."""
    found = next((character for character in text if _UNSEEN.match(character) or character in also), None)
    return f"has the unseen character U+{ord(found):04X}" if found else None


def canonical(content: Any) -> bytes:
    """*content* as JSON that is the same bytes for the same content: the form whose hash names a rule book."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def bundled_folder(name: str) -> Path:
    """The folder *name* (``rules``, ``templates``) that travels with the package: inside a wheel, or beside ``src``."""
    here = Path(__file__).parent
    return next(folder for folder in (here / "_bundled" / name, here.parents[1] / name) if folder.is_dir())
