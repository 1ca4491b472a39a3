"""The file that a browser sent: a case file to load, or a warrant's own file to start from."""

from __future__ import annotations

from collections.abc import Mapping

from extradition import source
from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.casework.warrant_file.reading import read_warrant
from extradition.rule_book import RuleBook
from extradition.source import Problem, SourceError, refusal


def document_sent(name: str, raw: bytes) -> source.Document:
    """The content of the case file that was sent.

    Args:
        name: the name of the file; empty if none was chosen.
        raw: the bytes of the file.

    Raises:
        SourceError: no file was sent, or it is no YAML text, or its content is no mapping.
    """
    _refuse_without(name)
    document = source.parse(name, source.text_of(name, raw))
    if not isinstance(document.content, Mapping):
        raise refusal(name, "must be a mapping")
    return document


def warrant_sent(name: str, raw: bytes, rule_book: RuleBook) -> WarrantReading:
    """The reading of the warrant's own file that was sent.

    Args:
        name: the name of the file; empty if none was chosen.
        raw: the bytes of the file.
        rule_book: the law, with the printed words of the form.

    Raises:
        SourceError: no file was sent, or it is refused; the message says why.
    """
    _refuse_without(name)
    return read_warrant(raw, name, rule_book)


def _refuse_without(name: str) -> None:
    if not name:
        raise SourceError([Problem(None, "", "no file was chosen")])
