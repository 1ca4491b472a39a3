"""The files that the command line reads and writes: case files in folders, reports whole or not at all."""

from __future__ import annotations

import itertools
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from extradition.case_file import CaseFile
from extradition.determination import Determination
from extradition.hearing.examination import read_case
from extradition.report import FORMAT, render
from extradition.rule_book import RuleBook
from extradition.source import Position, Problem, SourceError, each_or_all_faults, read_all


def reports(
    folder: Path, form: FORMAT, paths: Sequence[Path], made: Sequence[Determination], template: Path | None = None
) -> Iterator[tuple[Path, str | bytes]]:
    """Where each report goes in *folder*: no two to one place."""
    taken: dict[str, Path] = {}
    for path, each in zip(paths, made, strict=True):
        name = _report_name(path, form)
        if taken.setdefault(name, path) is not path:
            raise SourceError([Problem(Position(str(path), 1, 1), "", f"its report would be {name}, as that of {taken[name]}")])
        yield folder / name, render(each, form, template)


def _found(path: Path) -> list[Path]:
    """*path* itself, or every ``*.yaml`` below it that is not hidden.

    Raises:
        SourceError: a folder cannot be read, or has no case files.
    """

    def refuse(error: OSError) -> None:
        raise SourceError([Problem(Position(str(error.filename), 1, 1), "", f"cannot be read: {(error.strerror or str(error)).lower()}")])

    try:
        if not path.is_dir():
            return [path]
    except OSError as error:
        refuse(error)
    found: list[Path] = []
    for folder, folders, files in os.walk(path, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder, name) for name in sorted(files) if name.endswith(".yaml") and not name.startswith(".")]
    if not found:
        raise SourceError([Problem(Position(str(path), 1, 1), "", "has no case files (*.yaml) in it")])
    return found


def load(paths: Iterable[Path], rule_book: RuleBook) -> list[tuple[Path, CaseFile]]:
    """Every case file at *paths*; all faults in all of them at once."""
    loaded = each_or_all_faults(paths, lambda path: each_or_all_faults(_found(path), lambda found: (found, load_one(found, rule_book))))
    return list(itertools.chain.from_iterable(loaded))


def load_one(path: Path, rule_book: RuleBook) -> CaseFile:
    """The case file at *path*; the faults of its words come with those of its shape."""
    return read_case(read_all(path), rule_book)


def _report_name(path: Path, form: str) -> str:
    name = path.parent.name if path.stem == "case" else path.stem
    return f"{name}.{form}"


def refuse_to_overwrite(out: Path, read: Iterable[Path]) -> None:
    """Refuse an *out* that is one of the files that are *read*.

    Raises:
        SourceError: it is.
    """
    if any(path.is_file() and out.is_file() and out.samefile(path) for path in read):
        raise SourceError([Problem(Position(str(out), 1, 1), "", "is read, and would be written over")])


def write(written: Sequence[tuple[Path, str | bytes]]) -> int:
    """Write each text (or the bytes of it) whole or not at all: to a file beside it first, which then takes its name.

    A file that was there keeps its rights. What a link points at is written, not the link; what is no regular file (a pipe, a
    device) is written directly.

    Raises:
        SourceError: somewhere cannot be written; nothing half-written is left.
    """
    waiting: list[tuple[Path, Path]] = []
    path = written[0][0]
    try:
        for path, text in written:
            content = text.encode() if isinstance(text, str) else text
            if path.is_dir():
                raise IsADirectoryError(0, "is a folder")
            if path.exists() and not path.is_file():
                path.write_bytes(content)
                continue
            if len(written) > 1:
                path.parent.mkdir(parents=True, exist_ok=True)
            target = path.resolve()
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
            waiting.append((Path(name), target))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        for half, path in waiting:
            half.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
            half.replace(path)
    except OSError as error:
        raise SourceError([Problem(Position(str(path), 1, 1), "", f"cannot be written: {(error.strerror or str(error)).lower()}")]) from None
    finally:
        for half, _ in waiting:
            half.unlink(missing_ok=True)
    return 0


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
