"""The formats of reports, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from extradition.report.direction import isolated, isolated_page

if TYPE_CHECKING:
    from extradition.report.blocks import PaperDocument

TEXT = Literal["md", "html", "csv", "json"]
BINARY = Literal["docx", "pdf", "xlsx"]
FORMAT = TEXT | BINARY


@dataclass(frozen=True)
class PageSource:
    """The input of a format: the *page* of a report, its Mermaid *drawings* in order, and the Word
    *template* of the user.
    """

    page: str
    drawings: tuple[str, ...] = ()
    template: Path | None = None


@dataclass(frozen=True)
class Format:
    """One format of a report.

    Args:
        name: The format in words.
        use: The purpose, after the name in ``--help``: "for Word".
        suffix: The suffix of its files.
        media_type: The media type of its content over HTTP.
        binary: Whether the report is bytes and not text.
        of_page: A function that makes the report from its page; None if the models make it.
        extra: The optional part of the package that the format needs.
    """

    name: str
    use: str
    suffix: str
    media_type: str
    binary: bool = False
    of_page: Callable[[PageSource], str | bytes] | None = None
    extra: str | None = None


def _document(page: str, *, numbered: bool = True) -> PaperDocument:
    from extradition.report.page_reading import paper_document_of  # noqa: PLC0415  this table is read before a command knows what it needs

    return paper_document_of(page, numbered=numbered)


def _markdown(source: PageSource) -> str:
    from extradition.report.markdown import markdown_of  # noqa: PLC0415  as above

    return isolated(markdown_of(_document(source.page, numbered=False), source.drawings))


def _word(source: PageSource) -> bytes:
    word, _ = _makers_of_paper("docx")
    document = _document(source.page)
    if source.template is None:
        made: bytes = word.docx_of(document)
        return made
    from extradition.report.own_template import docx_from  # noqa: PLC0415  as above

    return docx_from(source.template, document)


def _pdf(source: PageSource) -> bytes:
    _, pdf = _makers_of_paper("pdf")
    made: bytes = pdf.pdf_of(_document(source.page))
    return made


def _makers_of_paper(form: Literal["docx", "pdf"]) -> tuple[ModuleType, ModuleType]:
    """The two modules that make Word files and PDFs; no other format imports their packages."""
    try:
        from extradition.report import pdf, word  # noqa: PLC0415  a text report needs neither package
    except ImportError as error:
        from extradition.source import MissingExtraError  # noqa: PLC0415  as above

        raise MissingExtraError(f"a report as {form}", "paper") from error
    return word, pdf


_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: Mapping[FORMAT, Format] = {
    "md": Format("Markdown", "to read", ".md", "text/markdown; charset=utf-8", of_page=_markdown),
    "html": Format(
        "HTML page",
        "for a page",
        ".html",
        "text/html; charset=utf-8",
        of_page=lambda source: isolated_page(source.page),
    ),
    "docx": Format("Word file", "for Word", ".docx", _WORD_TYPE, binary=True, of_page=_word, extra="paper"),
    "pdf": Format("PDF", "to send", ".pdf", "application/pdf", binary=True, of_page=_pdf, extra="paper"),
    "xlsx": Format("Excel workbook", "for Excel", ".xlsx", _EXCEL_TYPE, binary=True, extra="paper"),
    "csv": Format("CSV table", "for a spreadsheet", ".csv", "text/csv; charset=utf-8"),
    "json": Format("JSON", "for a program", ".json", "application/json"),
}
"""Each format by its name on the command line and in an address. A new format is one row here and one
member of ``TEXT`` or ``BINARY``."""


def examine_format(form: str) -> None:
    """Refuse a name that is no format's.

    Args:
        form: the name.

    Raises:
        ValueError: *form* is not among ``FORMATS``.
    """
    if form not in FORMATS:
        raise ValueError(f"{form!r} is not a format; the formats are {', '.join(FORMATS)}")
