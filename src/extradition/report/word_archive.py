"""The archive that a Word file is: read within a limit, written with one fixed date."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

from extradition.casework.warrant_file.file_kind import examine_archive

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
        SourceError: It is not safe to open: it declares XML entities, has macros, or unpacks to too much.
    """
    about = template.stat()
    if not stat.S_ISREG(about.st_mode) or about.st_size > _MOST_BYTES:
        raise ValueError(f"a template is a file of at most {_MOST_BYTES:,} bytes")
    raw = template.read_bytes()
    examine_archive(raw, str(template))
    return raw


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
