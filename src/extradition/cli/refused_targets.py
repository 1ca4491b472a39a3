"""The files that a command refuses to write: those that it reads, case files of others, and new case files by
mistake.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from extradition.cli.case_files import is_folder, is_named_as_case_file
from extradition.cli.output import status_of
from extradition.source import Position, Problem, SourceError, bundled_folder, parse, refusal, text_at

_IS_A_REPORT = "(support)"
_BEGINNING = 300
"""How many characters of a report in JSON are sure to have its kind, which ends in ``_IS_A_REPORT``."""


def refuse_to_overwrite(targets: Sequence[Path], options: argparse.Namespace) -> None:
    """Refuse to write *targets* over a file that the command reads.

    Args:
        targets: the files to be written.
        options: the parsed command line, which names the files that the command reads.

    Raises:
        SourceError: the command reads a target (a case file, a rule file, a template). It would write over
            another case file, or it would read the target as a case file the next time.
    """
    read = {
        (status.st_dev, status.st_ino) for path in _read(options) if (status := status_of(path)) is not None
    }
    given = getattr(options, "cases", None)
    cases = given if isinstance(given, list) else []
    folders = [_folder_of(path) for path in cases if is_folder(path) or len(cases) > 1] if cases else []
    by = "a report" if hasattr(options, "format") else "another"
    reasons = [(target, _why_refused(target, read, by)) for target in targets]
    problems = [Problem(Position(str(target), 1, 1), "", why) for target, why in reasons if why is not None]
    if problems:
        raise SourceError(problems)
    if any(
        is_named_as_case_file(target) and any(target.resolve().is_relative_to(folder) for folder in folders)
        for target in targets
    ):
        raise refusal(
            options.out,
            (
                "is in a folder of case files, and would be read as one of them the next time; name another "
                "folder"
            ),
        )


def _why_refused(target: Path, read: Collection[tuple[int, int]], by: str) -> str | None:
    """The reason not to write *by* over the file at *target*; None if there is none.

    *read* are the device and the number of each file that the command reads.
    """
    status = status_of(target)
    if status is not None and (status.st_dev, status.st_ino) in read:
        return "is read, and would be written over"
    if status is not None and _is_case_file(target.resolve()):
        return f"is a case file, and would be written over by {by}; name another file"
    return None


def _folder_of(path: Path) -> Path:
    return path.resolve() if is_folder(path) else path.resolve().parent


def _is_case_file(path: Path) -> bool:
    """Whether the file at *path* is a case file by its name and its content; a report in JSON is none."""
    if not is_named_as_case_file(path):
        return False
    try:
        text = text_at(path)
        content = None if _IS_A_REPORT in text[:_BEGINNING] else parse("", text).content
    except SourceError:
        return False
    return isinstance(content, Mapping) and "case" in content


def _read(options: argparse.Namespace) -> Iterator[Path]:
    """Every file that the command may read: named files, the rule book, the templates, the case files in
    folders.
    """
    whole = [bundled_folder("templates"), bundled_folder("rules"), bundled_folder("precedents")]
    for name, value in vars(options).items():
        named = [
            each
            for each in (value if isinstance(value, list) else [value])
            if isinstance(each, Path) and name not in ("out", "report", "chart")
        ]
        if name in ("rules", "folder"):
            whole += named
            continue
        for path in named:
            yield path
            yield from (file for file in _below(path) if is_named_as_case_file(file))
    for folder in whole:
        yield from _below(folder)


def _below(folder: Path) -> Iterator[Path]:
    return (Path(name, each) for name, _, files in os.walk(folder) for each in files)
