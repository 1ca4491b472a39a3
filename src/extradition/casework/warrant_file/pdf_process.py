"""The lines of text of a PDF, read in a process of its own with limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from importlib.util import find_spec

from extradition.casework.warrant_file.text_lines import MOST_PAGES, TOO_LONG, TextLine, refused
from extradition.source import MissingExtraError

MOST_PDF_SECONDS = 20
"""The most seconds of processor time for one PDF; a warrant takes about one."""
_MOST_MEMORY = 1024**3
_WAIT = 60
_AT_ONCE = threading.BoundedSemaphore(2)
"""The PDFs that one server reads at once. Each may take all the memory that its process is allowed."""
_CHILD = (
    "import json, resource, sys; of = json.loads(sys.argv[1]); sys.path[:] = of['path']; "
    "resource.setrlimit(resource.RLIMIT_AS, (of['memory'],) * 2); "
    "resource.setrlimit(resource.RLIMIT_CPU, (of['seconds'],) * 2); "
    "from extradition.casework.warrant_file.pdf_text import answer; answer(sys.stdin.buffer, sys.stdout)"
)
"""A PDF may be made so that it takes hours or all memory to read: its process ends at the limits."""
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
    done = _read_apart(raw, seconds)
    if done is None or done.returncode < 0 or b"MemoryError" in done.stderr:
        raise refused(name, _WORDS["limits"])
    if done.returncode:
        raise RuntimeError(f"the PDF was not read: {done.stderr.decode(errors='replace').strip()}")
    answer = json.loads(done.stdout)
    if answer["refused"]:
        raise refused(name, _WORDS[answer["refused"]])
    pages = [0, *(page for page, *_ in answer["lines"]), 0]
    return [
        TextLine(text, page, is_doubtful=doubtful, is_at_margin=(before, after) != (page, page))
        for (page, text, doubtful), before, after in zip(answer["lines"], pages, pages[2:], strict=False)
    ]


def _read_apart(raw: bytes, seconds: int) -> subprocess.CompletedProcess[bytes] | None:
    """The process that read the PDF, after its end; None if it was stopped because it took too long."""
    limits = json.dumps({"path": sys.path, "memory": _MOST_MEMORY, "seconds": seconds})
    try:
        with _AT_ONCE:
            return subprocess.run(  # noqa: S603  our own line
                [sys.executable, "-I", "-W", "ignore", "-c", _CHILD, limits],
                input=raw,
                capture_output=True,
                check=False,
                timeout=_WAIT,
            )
    except subprocess.TimeoutExpired:
        return None
