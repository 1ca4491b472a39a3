"""The kind of a file, Word or PDF, from its bytes; and the refusal of a file that is not safe to open."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Literal

from extradition.source import refusal

KIND_OF_FILE = Literal["word", "pdf"]
MOST_FILE_BYTES = 10 * 1024 * 1024
"""The most bytes of a warrant's file."""
MOST_UNPACKED = 50 * 1024 * 1024
"""The most bytes of all parts of a Word file together, after unpacking."""
_MOST_RATIO = 200
_SMALL_PART = 1024 * 1024
_MOST_PARTS = 2_000
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_PDF_WITHIN = 1024
_IS_ENCRYPTED = 0x1
_MACROS = ("vbaproject.bin", "vbadata.xml")
_BODY = "word/document.xml"


def kind_of_file(raw: bytes, name: str) -> KIND_OF_FILE:
    """The kind of a file, from its content and not from its name.

    Args:
        raw: the bytes of the file.
        name: the name of the file, for messages.

    Raises:
        SourceError: the file is empty, too large, encrypted, has macros, unpacks to too much, or is of
            another kind.
    """
    if not raw:
        raise refusal(name, "is empty")
    if len(raw) > MOST_FILE_BYTES:
        raise refusal(name, f"is larger than {MOST_FILE_BYTES // 1024**2} MB, the most that is read")
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return "pdf"
    if raw.startswith(_OLD_OFFICE):
        is_encrypted = "EncryptedPackage".encode("utf-16-le") in raw
        raise refusal(name, _ENCRYPTED if is_encrypted else _OLD)
    if not raw.startswith(b"PK"):
        raise refusal(name, _OTHER)
    try:
        examine_archive(raw, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        if hasattr(error, "problems"):
            raise
        raise refusal(name, "is damaged: its parts cannot be unpacked") from None
    return "word"


_ENCRYPTED = "is encrypted: save it without a password, and read it again"
_OLD = "is a file of an older Word (.doc): save it as .docx, and read it again"
_OTHER = "is neither a Word file (.docx) nor a PDF"


def examine_archive(raw: bytes, name: str) -> None:
    """Refuse a Word file that is not safe to open.

    Args:
        raw: the bytes of the file.
        name: the name of the file, for messages.

    Raises:
        SourceError: the file is encrypted, has macros, declares XML entities, unpacks to too much, or is no
            Word file.
        zipfile.BadZipFile: its parts cannot be unpacked; damage may show as another error too.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
        names = [part.filename.lower() for part in parts]
        if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
            raise refusal(name, _ENCRYPTED)
        if any(each.endswith(_MACROS) for each in names):
            raise refusal(name, _MACRO)
        if len(parts) > _MOST_PARTS or any(_unpacks_to_too_much(part) for part in parts):
            raise refusal(name, _BOMB)
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise refusal(name, _BOMB)
        if _BODY not in names or len(set(names)) < len(names):
            raise refusal(name, _OTHER)
        for text in _texts(archive, parts):
            _examine_part(text, name)


_MACRO = "has macros: save it as .docx without macros, and read it again"
_BOMB = f"unpacks to too much: at most {MOST_UNPACKED // 1024**2} MB in {_MOST_PARTS:,} parts are read"


def _unpacks_to_too_much(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL_PART and part.file_size > _MOST_RATIO * max(part.compress_size, 1)


def _texts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[bytes]:
    for part in parts:
        yield archive.read(part).replace(b"\0", b"")  # as in UTF-16, where every other byte is zero


def _examine_part(text: bytes, name: str) -> None:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise refusal(name, "declares its own XML entities, which no Word file needs")
    if b"macroEnabled" in text[:_SMALL_PART]:
        raise refusal(name, _MACRO)
