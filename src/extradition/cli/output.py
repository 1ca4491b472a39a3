"""The files that the command line writes: each whole or not at all, and none over a file that was read."""

from __future__ import annotations

import contextlib
import itertools
import os
import stat
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from extradition.cli.half_written import half_written, remove_abandoned, sync_content, sync_names
from extradition.source import SourceError, refusal


def report_names(paths: Sequence[Path], form: str) -> dict[Path, str]:
    """The file name of the report on each of *paths*.

    No two are alike, even where the system ignores the case of letters.

    A report takes the name of its case file, or of the folder if the file is called ``case``. Where two names
    would be alike, both take the whole name of the file, then also the name of its folder, then a number. No
    name begins with a dot.

    Args:
        paths: the case files.
        form: the format of the reports, which is the ending of their names.

    >>> list(report_names([Path("x/a.yaml"), Path("x/a.json"), Path("y/case.yaml")], "md").values())
    ['a.yaml.md', 'a.json.md', 'y.md']

    Raises:
        SourceError: the user gave one path twice.
    """
    wholes = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  a link keeps its own name
    names = [_visible(whole.parent.name if whole.stem.lower() == "case" else whole.stem) for whole in wholes]
    for path, times in Counter(wholes).items():
        if times > 1:
            given = wholes.index(path)
            raise refusal(
                paths[given], f"its report would be {names[given]}.{form}, as that of {paths[given]}"
            )
    for longer in (
        [whole.name for whole in wholes],
        [f"{whole.parent.name}-{whole.name}" for whole in wholes],
    ):
        times_taken = Counter(map(_alike, names))
        names = [
            _visible(more) if times_taken[_alike(name)] > 1 else name
            for name, more in zip(names, longer, strict=True)
        ]
    taken: dict[str, str] = {}
    for name in names:
        free = next(
            each
            for number in itertools.count(1)
            if _alike(each := f"{name}-{number}" if number > 1 else name) not in taken
        )
        taken[_alike(free)] = f"{free}.{form}"
    return dict(zip(paths, taken.values(), strict=True))


def _visible(name: str) -> str:
    return name.lstrip(".") or "case"


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def status_of(path: Path) -> os.stat_result | None:
    """The status of the file at *path*; None if there is no regular file.

    Args:
        path: the file.
    """
    try:
        status = path.stat()
    except OSError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def deliver(made: str | bytes, out: Path | None) -> None:
    """Write *made* to the file *out*, or to standard output without one.

    Args:
        made: the content to write.
        out: the file; None for standard output.

    Raises:
        SourceError: the file cannot be written.
        OSError: there is no standard output.
    """
    if out is not None:
        write(out, made)
    elif sys.stdout is None:
        raise OSError(0, "there is no standard output")
    elif isinstance(made, bytes):
        sys.stdout.buffer.write(made)
    else:
        sys.stdout.write(made)


def write(path: Path, made: str | bytes) -> None:
    """Write one file whole or not at all. Its folder is made if it does not exist.

    The content goes to a file without a name, and is on disk before it takes the place of *path*. If the
    process is killed before that, nothing is left. The file has a name of its own only between two system
    calls, linkat and rename. Where the system has no files without a name, a hidden file in the same folder
    is used.

    An existing file keeps its rights. A link stays, and the file to which it points is written. A pipe or a
    device is written directly.

    Args:
        path: the file to write.
        made: its content; text becomes UTF-8.

    Raises:
        SourceError: the file cannot be written.
    """
    with _made_folder(path.parent):
        _write([(path, made)], alone=True)


def write_into(folder: Path, written: Sequence[tuple[str, str | bytes]]) -> None:
    """Write several files into *folder*.

    No file takes its name before all are on disk.

    The files wait as hidden files in the folder. If one fails or the process is terminated (not killed), they
    are removed.

    Args:
        folder: the folder, which is made if it does not exist.
        written: the name and the content of each file.

    Raises:
        SourceError: the folder or a file cannot be written. Existing files are unchanged, and a new folder is
            removed.
    """
    if status_of(folder) is not None:
        needed = "several reports need a folder" if len(written) > 1 else "no folder"
        raise refusal(folder, f"cannot be written: is a file, and {needed}")
    with _made_folder(folder):
        _write([(folder / name, content) for name, content in written], alone=False)


@contextlib.contextmanager
def _made_folder(folder: Path) -> Iterator[None]:
    """A block for which *folder* is made, with the folders above it; those left empty are removed."""
    made = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise _cannot(folder, error) from None
    finally:
        with contextlib.suppress(OSError):  # a folder with a report in it stays
            for each in made:
                each.rmdir()


@contextlib.contextmanager
def written_by_another(path: Path) -> Iterator[Path]:
    """A block in which another part of the package writes *path*: whole or not at all, as ``write`` does.

    The block writes the hidden file that it gets. After an error that file is removed. If the process is
    killed, the next command that writes in the folder removes it.

    Args:
        path: the file to write.

    Raises:
        SourceError: the file cannot be written.
    """
    try:
        if not _is_replaced(path):
            yield path
            return
        target = path.resolve()
        remove_abandoned(target.parent)
        with half_written(target, b"", alone=True, ending=target.suffix) as half:
            yield half
            sync_content(half)
            half.replace(target)
        sync_names(target.parent)
    except OSError as error:
        raise _cannot(path, error) from None


# Whole: the fault names the file at which the writing stopped.
def _write(written: Sequence[tuple[Path, str | bytes]], *, alone: bool) -> None:
    waiting: list[tuple[Path, Path]] = []
    folders: set[Path] = set()
    path = written[0][0]
    try:
        with contextlib.ExitStack() as open_files:
            for path, made in written:
                content = made.encode() if isinstance(made, str) else made
                if not _is_replaced(path):
                    path.write_bytes(content)
                    continue
                target = path.resolve()
                if target.parent not in folders:
                    remove_abandoned(target.parent)
                    folders.add(target.parent)
                half = open_files.enter_context(half_written(target, content, alone=alone))
                waiting.append((half, target))
            for half, path in waiting:
                half.replace(path)
            for folder in folders:
                sync_names(folder)
    except OSError as error:
        raise _cannot(path, error) from None


def _is_replaced(path: Path) -> bool:
    """Whether another file takes the place of *path*; not if it is a pipe or a device.

    Raises:
        IsADirectoryError: it is a folder.
    """
    if path.is_dir():
        raise IsADirectoryError(0, "is a folder; name a file in it")
    return path.is_file() or not path.exists()


def _cannot(path: Path, error: OSError) -> SourceError:
    return refusal(path, f"cannot be written: {(error.strerror or str(error)).lower()}")
