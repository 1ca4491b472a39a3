"""Hidden files that wait, whole and on disk, until they take the name of the file that a command writes."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover  Windows has no such locks: what a killed command left there stays
    fcntl = None  # type: ignore[assignment]

_NAME = re.compile(r"\.extradition-[0-9a-f]{16}(\.[^.]*)?")
_NEW_FILE = 0o666  # the umask removes some of these rights


@contextlib.contextmanager
def half_written(target: Path, content: bytes, *, alone: bool, ending: str = "") -> Iterator[Path]:
    """A block with a hidden file next to *target* that has its content, and its rights if it exists.

    After the block the hidden file is gone: it has taken the name of *target*, or it is removed.

    Args:
        target: the file whose place the hidden file will take.
        content: the whole of its content.
        alone: whether the command writes this file alone. Then it has no name until all of it is on disk,
            where the system can do that. It stays open and locked until the block ends, so that no other
            process takes it for one that was left. Of thousands of files, a process cannot keep each open.
        ending: the ending of the hidden file, such as ``.csv``, if another part of the package is to write
            it, which looks at its name. Its *content* is then empty at first.

    Raises:
        OSError: the file cannot be written.
    """
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "permission denied")
    half = target.parent / f".extradition-{'' if alone else 'of-several-'}{secrets.token_hex(8)}{ending}"
    handle = _open_unnamed(target.parent) if alone else None
    is_unnamed = handle is not None
    if handle is None:
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _NEW_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            locked = alone and _lock(handle)
            if target.exists():
                os.fchmod(handle, stat.S_IMODE(target.stat().st_mode))
            file.write(content)
            file.flush()
            os.fsync(handle)
            if is_unnamed:
                # with src_dir_fd, Python calls linkat, which follows the link in /proc to the file
                os.link(f"/proc/self/fd/{handle}", half, src_dir_fd=handle, follow_symlinks=True)
            if locked:
                yield half
        if not locked:
            yield half
    finally:
        half.unlink(missing_ok=True)


def remove_abandoned(folder: Path) -> None:
    """Remove the hidden files that killed commands left in *folder*: those that no process has locked.

    Args:
        folder: a folder that is about to be written into.
    """
    for path in (each for each in folder.iterdir() if _NAME.fullmatch(each.name)):
        with contextlib.suppress(OSError), path.open("rb") as file:
            if _lock(file.fileno()):
                path.unlink()


def sync_content(path: Path) -> None:
    """Sync the content of a file to disk.

    Args:
        path: a file that another part of the package has written.

    Raises:
        OSError: the file cannot be read, or the disk is full.
    """
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_names(folder: Path) -> None:
    """Sync the names in *folder* to disk, where the system can.

    Args:
        folder: the folder in which a file has taken another's name.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lock(handle: int) -> bool:
    """Lock the file for this process until it closes it, and say whether that was possible."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (AttributeError, OSError):  # another process has it, or the system has no such locks
        return False
    return True


def _open_unnamed(folder: Path) -> int | None:
    """A new file in *folder* that has no name yet; None where the system has no files without a name."""
    kind = getattr(os, "O_TMPFILE", None)
    if kind is None or not os.path.exists("/proc/self/fd"):  # noqa: PTH110  not a path of ours
        return None
    try:
        return os.open(folder, os.O_WRONLY | kind, _NEW_FILE)
    except (
        OSError
    ):  # not every file system has files without a name; if the folder is at fault, the named file shows it
        return None
