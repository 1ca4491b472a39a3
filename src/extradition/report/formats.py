"""The formats of reports: one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extradition.report.blocks import Document

TEXT = Literal["md", "html", "csv", "json"]
PAPER = Literal["docx", "pdf"]
FORMAT = TEXT | PAPER


@dataclass(frozen=True)
class Source:
    """What a format is made from: the *page* of a report, its Mermaid *drawings* in their order, and a Word *template* of the user."""

    page: str
    drawings: tuple[str, ...] = ()
    template: Path | None = None


@dataclass(frozen=True)
class Format:
    """One format: its *name* in words, its *use*, the *suffix* of its files, its *media_type*, whether it is *paper* (bytes, not text).

    ``of_page`` makes it from the page of a report; None if it is made from the models. *extra* is the optional part of the package
    that it needs.
    """

    name: str
    use: str
    suffix: str
    media_type: str
    paper: bool = False
    of_page: Callable[[Source], str | bytes] | None = None
    extra: str | None = None


def _document(page: str, *, numbered: bool = True) -> Document:
    from extradition.report.document import document_of  # noqa: PLC0415  this table is read before a command knows what it needs

    return document_of(page, numbered=numbered)


def _markdown(source: Source) -> str:
    from extradition.report.markdown import markdown_of  # noqa: PLC0415  as above

    return markdown_of(_document(source.page, numbered=False), source.drawings)


def _word(source: Source) -> bytes:
    word, _ = _makers_of_paper("docx")
    made: bytes = word.docx_of(_document(source.page), source.template)
    return made


def _pdf(source: Source) -> bytes:
    _, pdf = _makers_of_paper("pdf")
    made: bytes = pdf.pdf_of(_document(source.page))
    return made


def _makers_of_paper(form: PAPER) -> tuple[ModuleType, ModuleType]:
    """The modules that make Word files and PDFs; only these two formats import their packages."""
    try:
        from extradition.report import pdf, word  # noqa: PLC0415  a text report needs neither package
    except ImportError as error:
        from extradition.source import MissingExtraError  # noqa: PLC0415  as above

        raise MissingExtraError(f"a report as {form}", "paper") from error
    return word, pdf


_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: Mapping[FORMAT, Format] = {
    "md": Format("Markdown", "to read", ".md", "text/markdown; charset=utf-8", of_page=_markdown),
    "html": Format("HTML page", "for a page", ".html", "text/html; charset=utf-8", of_page=lambda source: source.page),
    "docx": Format("Word file", "for Word", ".docx", _WORD_TYPE, paper=True, of_page=_word, extra="paper"),
    "pdf": Format("PDF", "to send", ".pdf", "application/pdf", paper=True, of_page=_pdf, extra="paper"),
    "csv": Format("CSV table", "for a spreadsheet", ".csv", "text/csv; charset=utf-8"),
    "json": Format("JSON", "for a program", ".json", "application/json"),
}
"""Each format by its name on the command line and in an address. A new format is one row here, one member of ``FORMAT``."""
