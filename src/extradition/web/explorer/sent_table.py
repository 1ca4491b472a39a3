"""The file of a table that was sent or named: kept in a private folder, within the limits."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from extradition.web.limits import MOST_TABLE_BYTES, MOST_UNPACKED_BYTES

_AT_ONCE = 1 << 20
_NAME = re.compile(r"[^\w.() -]+")


def stored(sent: IO[bytes], name: str, folder: Path, most_bytes: int) -> Path | None:
    """The path of the table that was sent, copied into a private folder; None if it is too large.

    Args:
        sent: the file that was sent.
        name: its name; its end says what it is.
        folder: the folder.
        most_bytes: the size of the largest table.
    """
    path = folder / f"table{Path(name).suffix.lower()}"
    left = most_bytes
    with path.open("wb") as kept:
        while piece := sent.read(_AT_ONCE):
            left -= len(piece)
            if left < 0:
                return None
            kept.write(piece)
    return path


def shown_name(name: str) -> str:
    """The name of a file that was sent, as pages and reports show it.

    Args:
        name: the name that the browser gave.

    >>> shown_name("C:/cases/<a>.csv")
    'a.csv'
    """
    last = re.split(r"[/\\]", name)[-1]
    return _NAME.sub("", last).strip()[:100] or "table"


def tables_in(folder: Path | None, is_table: Callable[[Path], bool], most: int) -> Sequence[str]:
    """The names of the tables under the operator's *folder*, each relative to it.

    A link that leads out of the folder is left out.

    Args:
        folder: the folder; None if the operator allows none.
        is_table: whether a path has the name of a table.
        most: the most names.
    """
    if folder is None:
        return ()
    root = folder.resolve()
    found = (each for each in sorted(root.rglob("*")) if is_table(each) and each.is_file())
    inside = [each for each in found if each.resolve().is_relative_to(root)]
    return [each.relative_to(root).as_posix() for each in inside[:most]]


def why_too_large(path: Path) -> str | None:
    """Why a table is too large to be read; None if it is not.

    Args:
        path: the file of the table.
    """
    size = path.stat().st_size
    if size > MOST_TABLE_BYTES:
        return f"has {size:,} bytes; the limit is {MOST_TABLE_BYTES:,}"
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(each.file_size for each in archive.infolist())
    if unpacked > MOST_UNPACKED_BYTES:
        return f"has {unpacked:,} bytes once it is unpacked; the limit is {MOST_UNPACKED_BYTES:,}"
    return None
