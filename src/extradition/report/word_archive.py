"""The archive that a Word file is: read within a limit, written with one fixed date."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

_MOST_BYTES = 16 * 1_048_576
"""The largest template to read; a template with a logo has about a megabyte."""


_EPOCH = (1980, 1, 1, 0, 0, 0)


def template_bytes(template: Path) -> bytes:
    """The bytes of the file at *template*.

    Args:
        template: A Word file of the user.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no file, or too large to be a template.
    """
    about = template.stat()
    if not stat.S_ISREG(about.st_mode) or about.st_size > _MOST_BYTES:
        raise ValueError(f"a template is a file of at most {_MOST_BYTES:,} bytes")
    return template.read_bytes()


def without_clock(file: bytes) -> bytes:
    """*file* with one fixed date for every part.

    Args:
        file: The bytes of a zip archive.
    """
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, _EPOCH), old.read(part), zipfile.ZIP_DEFLATED)
    return again.getvalue()
