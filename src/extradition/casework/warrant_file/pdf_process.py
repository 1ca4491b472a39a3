"""The lines of text of a PDF, read in a process of its own with limits of time and memory."""

from __future__ import annotations

import json
import threading
from importlib.util import find_spec

from extradition.casework.warrant_file.text_lines import MOST_PAGES, TOO_LONG, TextLine
from extradition.limited_process import Limits, run_apart
from extradition.source import MissingExtraError, refusal

MOST_PDF_SECONDS = 20
"""The most seconds of processor time for one PDF; a warrant takes about one."""
_MOST_MEMORY = 1024**3
_WAIT = 60
_AT_ONCE = threading.BoundedSemaphore(2)
"""The PDFs that one server reads at once. Each may take all the memory that its process is allowed."""
_CHILD = "from extradition.casework.warrant_file.pdf_text import answer; answer(sys.stdin.buffer, sys.stdout)"
"""A PDF may be made so that it takes hours or all memory to read."""
_WORDS = {
    "encrypted": "is encrypted: save it without a password, and read it again",
    "damaged": "is damaged: it cannot be read as a PDF",
    "too many pages": f"has more than {MOST_PAGES} pages, the most that are read",
    "too much text": TOO_LONG,
    "no text": "has no text layer: it is a scanned image. Fill in the form from the paper",
    "recognised text": (
        "is a scanned image with recognised text, which may be wrong. Fill in the form from the paper, "
        "or ask for the file from which it was printed"
    ),
    "limits": f"takes more than {MOST_PDF_SECONDS} seconds or 1 GB of memory to read",
}


def lines_of_pdf(raw: bytes, name: str, *, seconds: int = MOST_PDF_SECONDS) -> list[TextLine]:
    """The lines of a PDF, from the first page to the last and from top to bottom.

    Args:
        raw: the bytes of the file.
        name: the name of the file, for messages.
        seconds: the most seconds of processor time.

    Raises:
        MissingExtraError: the package that reads PDFs is not installed.
        SourceError: the file is encrypted, scanned, damaged or too long, or it takes too much to read.
        RuntimeError: the process failed for another reason; the message has it.
    """
    if find_spec("pdfplumber") is None:
        raise MissingExtraError("the reading of a warrant's own file", "warrant")
    with _AT_ONCE:
        done = run_apart(_CHILD, raw, Limits(seconds, _MOST_MEMORY, _WAIT))
    if done is None:
        raise refusal(name, _WORDS["limits"])
    if done.returncode:
        raise RuntimeError(f"the PDF was not read: {done.stderr.decode(errors='replace').strip()}")
    answer = json.loads(done.stdout)
    if answer["refused"]:
        raise refusal(name, _WORDS[answer["refused"]])
    pages = [0, *(page for page, *_ in answer["lines"]), 0]
    return [
        TextLine(text, page, is_doubtful=doubtful, is_at_margin=(before, after) != (page, page))
        for (page, text, doubtful), before, after in zip(answer["lines"], pages, pages[2:], strict=False)
    ]
