"""A report as a Word file in a template of the user, filled in by a process of its own."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import BinaryIO

from extradition.limited_process import Limits, run_apart
from extradition.report.blocks import PaperDocument
from extradition.report.word import pictures_of, word_file_in
from extradition.report.word_archive import template_bytes
from extradition.source import SourceError, refusal

_MOST_SECONDS = 20
"""The most seconds of processor time to fill in a template; a report of 500 cases takes about two."""
_CHILD = "from extradition.report.own_template import fill_in; fill_in(sys.stdin.buffer, sys.stdout.buffer)"
_DONE, _REFUSED = b"+", b"-"


def docx_from(template: Path, document: PaperDocument) -> bytes:
    """The Word file of *document* in the *template* of the user; the same document gives the same bytes.

    The template may hold expressions that take hours or all memory: the process that fills it in has limits,
    and cannot write a file.

    Args:
        template: A Word file with the styles to use.
        document: The report.

    Raises:
        SourceError: *template* is not a Word template, lacks a style, leaves out a part of the document, or
            takes too long to fill in.
        RuntimeError: The process failed for another reason; the message has it.
    """
    try:
        raw = template_bytes(template)
    except OSError as error:
        raise refusal(template, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    except SourceError:
        raise
    except Exception as error:  # noqa: BLE001  zipfile and zlib refuse a bad archive in ways of their own
        raise _unusable(template, str(error)) from None
    done = run_apart(_CHILD, pickle.dumps((raw, document, pictures_of(document))), Limits(_MOST_SECONDS))
    if done is None:
        raise _unusable(template, f"it takes more than {_MOST_SECONDS} seconds or 1 GB of memory to fill in")
    if done.returncode:
        raise RuntimeError(f"the template was not filled in: {done.stderr.decode(errors='replace').strip()}")
    if done.stdout.startswith(_REFUSED):
        raise _unusable(template, done.stdout[1:].decode())
    return done.stdout[1:]


def fill_in(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Fill in the template that *incoming* has, and write the Word file, or why there is none, to *outgoing*.

    Args:
        incoming: The pipe from the caller: the bytes of the template, the report, and its pictures.
        outgoing: The pipe to the caller.
    """
    raw, document, pictures = pickle.load(incoming)  # noqa: S301  our own caller wrote it
    try:
        made = word_file_in(io.BytesIO(raw), document, lambda *drawing: pictures[drawing])
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  lxml, python-docx and Jinja each refuse a bad template in ways of their own
        outgoing.write(_REFUSED + " ".join(str(error).split()).encode())
    else:
        outgoing.write(_DONE + made)


def _unusable(template: Path, why: str) -> SourceError:
    return refusal(template, f"cannot be used as a Word template: {' '.join(why.split())}")
