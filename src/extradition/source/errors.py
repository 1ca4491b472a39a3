"""The errors that this package raises on purpose, and the faults and problems that they carry."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

Place = tuple[str | int, ...]
T = TypeVar("T")
R = TypeVar("R")
SUFFIXES = (".yaml", ".yml", ".json")
"""The ends of the names of files in YAML and JSON; upper and lower case letters count alike."""


class ExtraditionError(Exception):
    """The base of every error that this package raises on purpose.

    ::

        ExtraditionError
        ├── SourceError        a file has faults; carries every problem with its place
        ├── OptionError        an option of a request cannot be met, alone or with the others
        │   └── UnknownLawError    it names a law, version, question or day that is not there
        │       └── UnknownDayError    no version of a question is in force on the day, or two are
        ├── MissingExtraError  the command needs packages that are not installed
        └── EngineError        durable rules is missing, cannot hold the rules, or differs from the plain
        reading

    Examples:
        >>> from extradition import ExtraditionError, RuleBook
        >>> try:
        ...     RuleBook.load().law("another law")
        ... except ExtraditionError as error:
        ...     print(error)
        'another law' is not a law in laws.yaml
    """


class EngineError(ExtraditionError):
    """No determination is possible: the engine is missing, a rule set exceeds its limits, or the two readings
    differ.

    Where only the engine is missing, the plain reading alone still gives a determination, and the
    determination says so.

    Examples:
        >>> from extradition import CaseFile, EngineError, RuleBook, determine
        >>> case, book = CaseFile.load("examples/part_1_conviction/case.yaml"), RuleBook.load()
        >>> try:
        ...     determination = determine(case, book)
        ... except EngineError:
        ...     determination = determine(case, book, engine="plain")
        >>> determination.outcome
        'order'
    """


class MissingExtraError(ExtraditionError):
    """The command needs an *extra* of this package that is not installed.

    Args:
        what: the part of the package that needs it, such as "the service".
        extra: the name of the extra, as pip knows it.

    Examples:
        >>> print(MissingExtraError("the service", "web"))
        the service needs more than the plain install: pip install 'extradition[web]'
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs more than the plain install: pip install 'extradition[{extra}]'")
        self._given = (what, extra)

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        """What another process makes this error from."""
        return type(self), self._given


class Position(NamedTuple):
    """The position of a key or a value in a file; *line* and *column* count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Fault:
    """A fault: its place in a document, and a message that says what is wrong."""

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
    """A file (or a case made in Python) has faults; carries every problem found.

    Args:
        problems: the problems, in any order; the error has them in the order of the file.

    Attributes:
        problems: each problem, with its position if it came from a file.

    Examples:
        >>> from extradition import CaseFile, SourceError
        >>> try:
        ...     CaseFile.parse("case.yaml", "case: A case without dates")
        ... except SourceError as error:
        ...     print(error.problems[0])
        case.yaml:1:1: dates: is required
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(
            sorted(problems, key=lambda p: (p.position or Position("", 0, 0), p.where, p.message))
        )
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[SourceError], tuple[tuple[Problem, ...]]]:
        """What another process makes this error from."""
        return type(self), (self.problems,)


def refusal(path: Path | str, message: str, line: int = 1, column: int = 1) -> SourceError:
    """The error that refuses the file *path* with one *message*.

    Args:
        path: the file, or its name.
        message: what is wrong, and what to do.
        line: the line of the fault, from 1.
        column: its column, from 1.

    >>> print(refusal("warrant.pdf", "has no text"))
    warrant.pdf:1:1: has no text
    """
    return SourceError([Problem(Position(str(path), line, column), "", message)])


def where_raised(error: BaseException) -> str:
    """The class of *error* and the place in the code that raised it.

    Its words are left out, because they may quote a case.

    Args:
        error: the error, raised or not.

    >>> where_raised(ValueError("the name of a person"))
    'ValueError'
    """
    places = [
        f" at {Path(frame.f_code.co_filename).name}:{line}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    return type(error).__name__ + "".join(places[-1:])


def each_or_all_faults(items: Iterable[T], make: Callable[[T], R]) -> list[R]:
    """The values that *make* returns for *items*, in order; if any item has faults, every problem of every
    item.

    Args:
        items: the values to pass to *make*.
        make: a function that returns a value or raises ``SourceError``.

    Raises:
        SourceError: carries the problems of all the items that *make* refused.
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
    """The problems of files that the reader would silently leave out: *what* ends in ``.yaml``, and they do
    not.

    Args:
        paths: files and folders; hidden files, and files not named as YAML or JSON, are no problem.
        what: the kind of file, such as "a rule file".

    >>> problems = misnamed([Path("s1.yml"), Path("s2.yaml"), Path("README.md")], "a rule file")
    >>> [problem.message for problem in problems]
    ['is not read: a rule file ends in .yaml']
    """
    wrong = [path for path in paths if path.suffix != ".yaml" and path.suffix.lower() in SUFFIXES]
    return [
        Problem(Position(str(path), 1, 1), "", f"is not read: {what} ends in .yaml")
        for path in wrong
        if not path.name.startswith(".")
    ]


class OptionError(ExtraditionError, ValueError):
    """An option of a request cannot be met: alone, with the others, or for this case.

    Examples:
        >>> from extradition import OptionError, RuleBook, region
        >>> try:
        ...     region("today", "today", RuleBook.load())
        ... except OptionError as error:
        ...     print(error)
        a region needs two different laws, and both are 'today'
    """


class UnknownLawError(OptionError):
    """The rule book does not have the law, version, day, matter or question that an option names.

    Examples:
        >>> from extradition import RuleBook, UnknownLawError
        >>> try:
        ...     RuleBook.load().law("tomorrow")
        ... except OptionError as error:
        ...     print(error)
        'tomorrow' is not a law in laws.yaml
    """


class UnknownDayError(UnknownLawError):
    """The day that the user named chooses no version of a question, or it chooses two.

    >>> print(UnknownDayError("s 20(5) has no version in force on 1999-01-01"))
    s 20(5) has no version in force on 1999-01-01
    """
