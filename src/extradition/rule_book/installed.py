"""The rule books that come with this package: the first, and each folder of its rules with a book."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from extradition import source
from extradition.rule_book.folders import files_of_acts
from extradition.source import UnknownLawError, bundled_folder, nearest

_OF_A_QUESTION = re.compile(r"^name: *([a-z0-9_]+) *$", re.MULTILINE)


@cache
def installed_books() -> Mapping[str, Path]:
    """The folder of each further rule book of this package, by the name that a case file has for it.

    >>> isinstance(installed_books(), dict)
    True
    """
    folders = sorted(path.parent for path in bundled_folder("rules").glob("*/book.yaml"))
    return {name_of_book(folder): folder for folder in folders}


def name_of_book(folder: Path) -> str:
    """The name of the rule book in *folder*.

    Args:
        folder: a folder of rule files.

    >>> name_of_book(Path("rules/international_policing"))
    'international-policing'
    """
    return folder.resolve().name.replace("_", "-")


def book_named(content: object) -> str | None:
    """The rule book that the *content* of a case file names; None if it names none.

    Args:
        content: the content of a case file, of any shape.

    >>> book_named({"book": "international-policing"}), book_named(["book"])
    ('international-policing', None)
    """
    name = content.get("book") if isinstance(content, Mapping) else None
    return name if isinstance(name, str) else None


def folder_of_book(name: str | None) -> Path:
    """The folder of the rule book *name* of this package.

    Args:
        name: its name, as a case file has it under ``book``; None for the first rule book.

    Raises:
        UnknownLawError: this package has no rule book of that name.
    """
    if name is None:
        return bundled_folder("rules")
    books = installed_books()
    if name not in books:
        raise UnknownLawError(f"{name!r} is not a rule book of this package{nearest(name, books)}")
    return books[name]


def other_book_with(word: str, own: str | None) -> str | None:
    """The words for the other rule book of this package that has the fact or question *word*; None if none
    has.

    Args:
        word: the name of a fact or question.
        own: the name of the rule book at hand; None for the first rule book of this package.
    """
    return next(map(words_of_book, other_books_with({word}, own)), None)


def other_books_with(words: Collection[str], own: str | None) -> list[str | None]:
    """The other rule books of this package that have all the facts and questions *words*; None is the first.

    Args:
        words: the names of facts and questions.
        own: the name of the rule book at hand; None for the first rule book of this package.
    """
    others: dict[str | None, Path] = {None: bundled_folder("rules")}
    others.update(installed_books())
    return [name for name, folder in others.items() if name != own and _vocabulary(folder).issuperset(words)]


@cache
def words_of_book(name: str | None) -> str:
    """The words for a rule book of this package in a message: its name, or the title of the first.

    Args:
        name: its name, as a case file has it under ``book``; None for the first rule book.

    >>> words_of_book("international-policing")
    'international-policing'
    """
    return name or f'"{source.read(bundled_folder("rules") / "book.yaml").content["title"]}"'


@cache
def _vocabulary(folder: Path) -> frozenset[str]:
    """The names of the facts and questions of the rule book in *folder*, without a check of its law."""
    facts = (name for path in folder.glob("facts/*.yaml") for name in source.read(path).content)
    files = (path for path in files_of_acts(folder) if path.suffix == ".yaml")
    texts = (path.read_text(encoding="utf-8") for path in files)
    return frozenset((*facts, *(name for text in texts for name in _OF_A_QUESTION.findall(text))))
