"""The case files that the command line reads: single files, and folders with everything below them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from extradition.case_file import CaseFile
from extradition.hearing.examination import read_case
from extradition.rule_book import RuleBook
from extradition.rule_book.draft import is_draft
from extradition.source import SUFFIXES, Document, OptionError, Position, Problem, SourceError, read_all

T = TypeVar("T")

_TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")
_READ = "a case file ends in .yaml, .yml or .json"


@dataclass(frozen=True)
class Made(Generic[T]):
    """What a task made of one case file: a *value*, or the *problems* that are the reason why it has none.

    ``law`` is the message if the only problem is the law that the user named.
    """

    path: Path
    value: T | None = None
    problems: tuple[Problem, ...] = ()
    law: str | None = None


@dataclass
class CaseFiles:
    """The case files at some paths: the files found, the files left out, and the faults.

    Attributes:
        found: the path of every case file.
        skipped: one line for each file or folder that was left out, with the reason.
        faults: every fault, with its position.
    """

    found: list[Path] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    _law: list[str] = field(default_factory=list)

    def skip(self, path: Path, why: str) -> None:
        """Note that *path* is left out, and the reason."""
        self.skipped.append(f"{path}: not read: {why}")

    def sound(self, every: Iterable[Made[T]]) -> Iterator[tuple[Path, T]]:
        """The path and the value of each file that has one; the faults of the other files are noted.

        Args:
            every: what a task made of each file.
        """
        for made in every:
            if made.value is not None:
                yield made.path, made.value
            self.faults += made.problems
            self._law += [made.law] if made.law is not None else []

    def refuse_if_none(self, made: Sized) -> None:
        """Stop if no report was *made*. The error has all the faults, so none is left to print.

        Raises:
            OptionError: the only fault is the law that the user named.
            SourceError: there are other faults.
        """
        if made:
            return
        faults, self.faults = self.faults, []
        if len(self._law) == len(faults) > 0:
            raise OptionError(self._law[0])
        raise SourceError(faults)


def find_all(paths: Iterable[Path]) -> CaseFiles:
    """The case files at *paths*: each named file, and every case file in a named folder and the folders below
    it.

    The search leaves out hidden files and hidden folders, and does not follow links to folders. It finds a
    file once, even if the file has two names.

    Args:
        paths: files and folders, as the user names them.
    """
    paths = list(paths)
    files = CaseFiles()
    known = {same: path for path in paths if (same := _identity(path)) is not None}
    for path in paths:
        if is_folder(path):
            _search(path, files, known)
        else:
            files.found.append(path)
    return files


def load_case(path: Path, rule_book: RuleBook) -> CaseFile:
    """The case file at *path*. Its faults are those of its shape and of its words together.

    Raises:
        SourceError: as for ``case_document``, or ``read_case`` refuses it.
    """
    return read_case(case_document(path), rule_book)


def case_document(path: Path) -> Document:
    """The content of the case file at *path*, with its positions.

    Raises:
        SourceError: its name is not that of a case file, it cannot be read, or it is a draft law.
    """
    refuse_other_names(path)
    document = read_all(path)
    if is_draft(document.content):
        raise SourceError([_problem(path, "is a draft law and no case file; name it after --with")])
    return document


def case_to_check(path: Path) -> CaseFile:
    """The case file at *path* with facts of any matter. Its faults are those of its shape.

    Raises:
        SourceError: its name is not that of a case file, or its shape has a fault.
    """
    refuse_other_names(path)
    return CaseFile.load(path)


def refuse_other_names(path: Path) -> None:
    """Refuse a file that has not the name of a case file.

    Raises:
        SourceError: there is a file at *path*, and its name has another ending.
    """
    if not is_named_as_case_file(path) and _identity(path) is not None and path.is_file():
        raise SourceError([_problem(path, f"is not read: {_why_not(path)}")])


def is_named_as_case_file(path: Path) -> bool:
    """Whether the name of *path* has the ending of a case file.

    >>> is_named_as_case_file(Path("case.YAML")), is_named_as_case_file(Path("cases.csv"))
    (True, False)
    """
    return path.name.lower().endswith(SUFFIXES)


def _why_not(path: Path) -> str:
    return f"it is a table of cases; {_READ} and holds one case" if path.suffix.lower() in _TABLES else _READ


def _search(top: Path, files: CaseFiles, known: dict[tuple[int, int], Path]) -> None:
    """Add the case files below *top* to *files*, and note what is left out."""

    def unreadable(error: OSError) -> None:
        files.faults.append(
            _problem(error.filename, f"cannot be read: {(error.strerror or str(error)).lower()}")
        )

    before = len(files.found) + len(files.faults)
    repeated = False
    for name, folders, names in os.walk(top, onerror=unreadable):
        folder = Path(name)
        folders[:] = [each for each in sorted(folders) if _is_searched(folder / each, files)]
        for path in sorted(
            (folder / each for each in names), key=lambda path: (path.is_symlink(), path)
        ):  # a file before a link to it
            same = _identity(path)
            if path.name.startswith("."):
                files.skip(path, "its name begins with a dot")
            elif not is_named_as_case_file(path):
                files.skip(path, _why_not(path))
            elif same in known:
                repeated = True
                files.skip(path, f"it is the same file as {known[same]}")
            else:
                files.found.append(path)
                known |= {} if same is None else {same: path}
    if len(files.found) + len(files.faults) == before and not repeated:
        files.faults.append(_problem(top, f"has no case file in it: {_READ}"))


def _is_searched(folder: Path, files: CaseFiles) -> bool:
    if folder.name.startswith("."):
        files.skip(folder, "its name begins with a dot")
    elif folder.is_symlink():
        files.skip(folder, "it is a link to a folder; name it on the command line to read what is in it")
    else:
        return True
    return False


def is_folder(path: Path) -> bool:
    """Whether *path* is a folder; False if the system cannot say."""
    return _identity(path) is not None and path.is_dir()


def _identity(path: Path) -> tuple[int, int] | None:
    """The device and number of the file, alike for two names of it; None if the system cannot say."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _problem(path: Path | str, message: str) -> Problem:
    return Problem(Position(str(path), 1, 1), "", message)
