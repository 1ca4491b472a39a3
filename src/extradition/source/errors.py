"""What is raised on purpose, and what is wrong where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Place = tuple[str | int, ...]
T = TypeVar("T")
R = TypeVar("R")


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


def each_or_all_faults(items: Iterable[T], make: Callable[[T], R]) -> list[R]:
    """What *make* makes of each of *items*, or else every problem with any of them.

    Raises:
        SourceError: the problems of all the items that *make* refused.
    """
    made: list[R] = []
    problems: list[Problem] = []
    for item in items:
        try:
            made.append(make(item))
        except SourceError as error:
            problems.extend(error.problems)
    if problems:
        raise SourceError(problems)
    return made


def misnamed(paths: Iterable[Path], what: str) -> list[Problem]:
    """The problems with files that would be left out without a word: *what* ends in ``.yaml``, and they end otherwise.

    Args:
        paths: files and folders; hidden files and files that are no YAML or JSON by their names are no problem.
        what: what the files would be, such as "a rule file".

    >>> [problem.message for problem in misnamed([Path("s1.yml"), Path("s2.yaml"), Path("README.md")], "a rule file")]
    ['is not read: a rule file ends in .yaml']
    """
    wrong = [path for path in paths if path.suffix != ".yaml" and path.suffix.lower() in (".yaml", ".yml", ".json")]
    return [Problem(Position(str(path), 1, 1), "", f"is not read: {what} ends in .yaml") for path in wrong if not path.name.startswith(".")]


class UnknownLawError(ExtraditionError, ValueError):
    """A law, version or day that the rule book does not have was asked for."""
