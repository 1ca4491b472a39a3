"""The options that commands on one or more cases share: the law, the format, the output, ``--anonymous``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from extradition.case_file import CaseFile
from extradition.casework.anonymity import anonymous
from extradition.cli.case_files import find_all
from extradition.hearing import Under
from extradition.report import is_binary
from extradition.rule_book import Draft, RuleBook
from extradition.rule_book.installed import book_named, folder_of_book, installed_books
from extradition.source import OptionError, SourceError, read_all


def rule_book_of(options: argparse.Namespace) -> RuleBook:
    """The rule book that the options name, with the drafts that they add.

    Raises:
        SourceError: carries every fault of the rule book, or of a draft.
    """
    book = RuleBook.load(folder_of_rules(options))
    for path in getattr(options, "drafts", ()):
        book = book.with_draft(Draft.load(path))
    return book


def laws_named(options: argparse.Namespace, rule_book: RuleBook) -> list[str] | None:
    """The laws that the user names, then each draft of the rule book that is none of them; None without any.

    Args:
        options: the options of a command with ``--laws``.
        rule_book: the law, with its drafts.
    """
    laws: list[str] | None = options.laws
    return laws and [*laws, *(each.id for each in rule_book.drafts if each.id not in laws)]


def folder_of_rules(options: argparse.Namespace) -> Path | None:
    """The folder of the rule book that the options, or else the first case file, name; None for the first.

    Raises:
        OptionError: the case file names a rule book that this package does not have.
    """
    given: Path | None = options.rules
    if given is not None:
        return given if given.exists() else installed_books().get(str(given), given)
    cases = getattr(options, "cases", None) or [getattr(options, "case", None)]
    name = _book_named_in(cases[0]) if isinstance(cases, list) and isinstance(cases[0], Path) else None
    return None if name is None else folder_of_book(name)


def _book_named_in(path: Path) -> str | None:
    """The rule book that the case file at *path*, or the first one below it, names; None without one."""
    below = find_all([path]).found
    try:
        if not below or b"book" not in below[0].read_bytes():
            return None
        content = read_all(below[0]).content
    except (OSError, ValueError, SourceError):
        return None  # the reader of the whole file reports its faults
    return book_named(content)


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
        OptionError: a Word file or PDF would go to a terminal, or a template is given for another format.
    """
    if options.template is not None and options.format != "docx":
        raise OptionError("--template needs --format docx")
    if is_binary(options.format) and options.out is None and sys.stdout is not None and sys.stdout.isatty():
        raise OptionError(f"a {options.format} is nothing to read on a terminal: it needs --out FILE")
