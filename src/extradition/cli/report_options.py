"""The options that commands on one or more cases share: the law, the format, the output, ``--anonymous``."""

from __future__ import annotations

import argparse
import sys

from extradition.case_file import CaseFile
from extradition.casework.anonymity import anonymous
from extradition.hearing import Under
from extradition.report import is_binary
from extradition.rule_book import Draft, RuleBook
from extradition.source import UnknownLawError


def rule_book_of(options: argparse.Namespace) -> RuleBook:
    """The rule book that the options name, with the drafts that they add.

    Raises:
        SourceError: carries every fault of the rule book, or of a draft.
    """
    book = RuleBook.load(options.rules)
    for path in getattr(options, "drafts", ()):
        book = book.with_draft(Draft.load(path))
    return book


def as_written(case: CaseFile, book: RuleBook, options: argparse.Namespace) -> CaseFile:
    """*case* itself; with ``--anonymous``, without what identifies the people in it.

    Raises:
        SourceError: as for ``anonymous``.
    """
    return anonymous(case, book) if options.anonymous else case


def law_of(options: argparse.Namespace) -> Under:
    """The choice of the law that the options make."""
    return Under.of(options.law, options.as_at, options.assuming, options.engine)


def examine_form(options: argparse.Namespace) -> None:
    """Refuse an output that cannot be made or written, before any case is determined.

    Raises:
        UnknownLawError: a Word file or PDF would go to a terminal, or a template is given for another format.
    """
    if options.template is not None and options.format != "docx":
        raise UnknownLawError("--template needs --format docx")
    if is_binary(options.format) and options.out is None and sys.stdout is not None and sys.stdout.isatty():
        raise UnknownLawError(f"a {options.format} is nothing to read on a terminal: it needs --out FILE")
