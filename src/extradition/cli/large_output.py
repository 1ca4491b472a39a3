"""A large file that another part of the package writes: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from extradition.source import Position, Problem, SourceError


@contextlib.contextmanager
def replaced_at_once(path: Path) -> Iterator[Path]:
    """A block that writes a hidden file, which then takes the place of *path*; after an error it is removed.

    Args:
        path: the file to write.

    Raises:
        SourceError: the file cannot be written.
    """
    target = path.resolve()
    half = target.parent / f".extradition-large-{secrets.token_hex(8)}{target.suffix}"
    try:
        if target.is_dir():
            raise IsADirectoryError(0, "is a folder; name a file in it")
        half.touch(exist_ok=False)
        if target.exists():
            half.chmod(target.stat().st_mode & 0o777)
        yield half
        with half.open("rb") as written:
            os.fsync(written.fileno())
        half.replace(target)
    except OSError as error:
        message = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise SourceError([Problem(Position(str(path), 1, 1), "", message)]) from None
    finally:
        half.unlink(missing_ok=True)
