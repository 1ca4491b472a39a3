"""The case files that the command line reads: single files, and folders with everything below them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from extradition.case_file import CaseFile
from extradition.hearing.examination import read_case
from extradition.rule_book import RuleBook
from extradition.source import Fault, Position, Problem, SourceError, UnknownLawError, read_all

T = TypeVar("T")

SUFFIXES = (".yaml", ".yml", ".json")
"""The ends of the names of case files; upper and lower case letters count alike."""
_TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")
_READ = "a case file ends in .yaml, .yml or .json"


@dataclass
class CaseFiles:
    """The case files at some paths: the files found, the cases loaded, the files left out, and the faults.

    Attributes:
        found: the path of every case file.
        cases: the path and the case of every file without a fault.
        skipped: one line for each file or folder that was left out, with the reason.
        faults: every fault, with its position.
    """

    found: list[Path] = field(default_factory=list)
    cases: list[tuple[Path, CaseFile]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    _law: list[UnknownLawError] = field(default_factory=list)

    def skip(self, path: Path, why: str) -> None:
        """Note that *path* is left out, and the reason."""
        self.skipped.append(f"{path}: not read: {why}")

    def refuse(self, case: CaseFile, error: SourceError | UnknownLawError) -> None:
        """Note that *case* has no report, and the *error* that is the reason."""
        if isinstance(error, SourceError):
            self.faults += error.problems
        else:
            self.faults += case.problems([Fault((), str(error))])
            self._law.append(error)

    def each(
        self, cases: Iterable[tuple[Path, CaseFile]], make: Callable[[CaseFile], T]
    ) -> list[tuple[Path, T]]:
        """The path and the value of *make* for each of *cases*.

        A case that *make* refuses is noted and left out.
        """
        made: list[tuple[Path, T]] = []
        for path, case in cases:
            try:
                made.append((path, make(case)))
            except (SourceError, UnknownLawError) as error:
                self.refuse(case, error)
        return made

    def refuse_if_none(self, made: Sized) -> None:
        """Stop if no report was *made*.

        Raises:
            UnknownLawError: the only fault is the law that the user named.
            SourceError: there are other faults.
        """
        if not made and len(self._law) == len(self.faults) > 0:
            raise self._law[0]
        if not made:
            raise SourceError(self.faults)


def load_all(paths: Iterable[Path], rule_book: RuleBook) -> CaseFiles:
    """The case files at *paths*: each named file, and every case file in a named folder and the folders below
    it.

    The search leaves out hidden files and hidden folders, and does not follow links to folders. It reads a
    file once, even if the file has two names. The faults of one file are kept, and the other files are read.

    Args:
        paths: files and folders, as the user names them.
        rule_book: the rule book that has the facts and questions of the case files.
    """
    paths = list(paths)
    files = CaseFiles()
    known = {same: path for path in paths if (same := _identity(path)) is not None}
    for path in paths:
        if is_folder(path):
            _search(path, files, known)
        else:
            files.found.append(path)
    for path in files.found:
        try:
            files.cases.append((path, load_case(path, rule_book)))
        except SourceError as error:
            files.faults += error.problems
    return files


def load_case(path: Path, rule_book: RuleBook) -> CaseFile:
    """The case file at *path*. Its faults are those of its shape and of its words together.

    Raises:
        SourceError: its name is not that of a case file, or ``read_case`` refuses it.
    """
    refuse_other_names(path)
    return read_case(read_all(path), rule_book)


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
