"""The files from which a cohort was made, each with its SHA-256: what a reader needs to make it again."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from extradition.law import Model

FILE_HOLDS = Literal["table", "decisions", "case files"]
"""What a file of a cohort holds."""


class FileRead(Model):
    """What a cohort was made from: a table, a table of decisions, or case files.

    ``sha256`` is that of the content of the file. It is None for what is no single file, such as a folder.
    """

    holds: FILE_HOLDS
    name: str
    sha256: str | None

    @classmethod
    def of(cls, path: Path, holds: FILE_HOLDS) -> FileRead:
        """The file at *path*, which is read once more as a stream.

        Args:
            path: a file, or a folder that is read as one table.
            holds: what it holds.

        Raises:
            OSError: the file cannot be read.
        """
        if not path.is_file():
            return cls(holds=holds, name=path.name, sha256=None)
        with path.open("rb") as opened:
            return cls(holds=holds, name=path.name, sha256=hashlib.file_digest(opened, "sha256").hexdigest())
