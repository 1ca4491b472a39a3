"""The reading of a warrant's own file, a Word file or a PDF, from its bytes."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from extradition.casework.warrant_file.box_reading import reading_of
from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.casework.warrant_file.file_kind import MOST_FILE_BYTES, kind_of_file
from extradition.casework.warrant_file.pdf_process import lines_of_pdf
from extradition.casework.warrant_file.text_lines import TextLine
from extradition.rule_book import RuleBook
from extradition.source import MissingExtraError, refusal


def read_warrant(file: Path | bytes, name: str, rule_book: RuleBook) -> WarrantReading:
    """The reading of a warrant's own file, a Word file (.docx) or a PDF with a text layer.

    Args:
        file: the path of the file, or its bytes.
        name: the name of the file, for messages and for the source of each entry.
        rule_book: the law, with the printed words of the form.

    Raises:
        SourceError: the file is refused; the message says why, and what to do.
        MissingExtraError: the packages that read the file are not installed.
    """
    form = rule_book.warrant_form
    if form is None or form.printed is None:
        raise refusal(name, "is not read: this rule book has no printed words of a warrant's form")
    raw = _bytes_of(file, name) if isinstance(file, Path) else file
    lines = lines_of_word_file(raw, name) if kind_of_file(raw, name) == "word" else lines_of_pdf(raw, name)
    return reading_of(lines, name, form.printed, form.part)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise refusal(name, f"cannot be read: {why}") from None


def lines_of_word_file(raw: bytes, name: str) -> list[TextLine]:
    """The lines of a Word file.

    Args:
        raw: the bytes of the file.
        name: the name of the file, for messages.

    Raises:
        SourceError: as for ``lines_of_word``.
        MissingExtraError: the package that reads Word files is not installed.
    """
    if find_spec("docx") is None:
        raise MissingExtraError("the reading of a warrant's own file", "warrant")
    from extradition.casework.warrant_file.word_text import lines_of_word  # noqa: PLC0415  the plain install lacks it

    return lines_of_word(raw, name)
