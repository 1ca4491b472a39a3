"""The names in a request that its rule book does not have, each with its place.

They are names of laws, of versions, of questions and of rule books.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from extradition.hearing.unknown_words import UnknownWords
from extradition.rule_book import RuleBook
from extradition.source import Place, Problem, UnknownLawError, few_of, nearest, written_place
from extradition.web.rule_books import RuleBooks

MOST_NAME_LETTERS = 100
"""The most letters of the name of a law or of a provision in a query."""


def unknown_names(asked: object, books: RuleBooks) -> tuple[Problem, ...]:
    """A problem for each name that the service does not know; none for what has not the shape of a name.

    Args:
        asked: the content of a body, or the parameters of a query.
        books: the rule books of the service.
    """
    if not isinstance(asked, Mapping):
        return ()
    named = [*_texts(asked, "book"), *_books_of_cases(asked)]
    of_books = tuple(_problems(named, lambda name: _of_book(name, books)))
    if of_books:
        return of_books  # the laws of a book that is not there are not known
    book = books.named(named[0][1]) if named else books.own
    laws = [each for key in ("law", "laws", "one", "other") for each in _texts(asked, key)]
    return (
        *_problems(laws, lambda name: _of_law(name, book)),
        *_problems(_texts(asked, "assuming"), lambda name: _of_version(name, book)),
        *_problems(_texts(asked, "question"), lambda name: _of_question(name, book)),
    )


def _texts(asked: Mapping[str, Any], key: str) -> list[tuple[Place, str]]:
    """The place and the text of each name under *key*."""
    value = asked.get(key)
    if isinstance(value, str):
        return [((key,), value)]
    listed = value if isinstance(value, list) else []
    return [((key, i), each) for i, each in enumerate(listed) if isinstance(each, str)]


def _books_of_cases(asked: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    several = asked.get("case_files")
    cases: list[tuple[Place, object]] = [(("case_file",), asked.get("case_file"))]
    cases += [
        (("case_files", i), each) for i, each in enumerate(several if isinstance(several, list) else [])
    ]
    for place, case in cases:
        if isinstance(case, Mapping):
            yield from (((*place, *at), name) for at, name in _texts(case, "book"))


def _problems(named: Iterable[tuple[Place, str]], fault_of: Callable[[str], str | None]) -> Iterator[Problem]:
    for place, name in named:
        fault = fault_of(name)
        if fault is not None:
            yield Problem(None, written_place(place), fault)


def _of_book(name: str, books: RuleBooks) -> str | None:
    try:
        books.named(name)
    except UnknownLawError as error:
        return str(error)
    return None


def _of_law(name: str, book: RuleBook) -> str | None:
    hint = nearest(name, book.laws) or f"; its laws are {few_of(book.laws)}"
    return None if name in book.laws else f"{name!r} is not a law in laws.yaml{hint}"


def _of_version(name: str, book: RuleBook) -> str | None:
    hint = nearest(name, book.versions)
    return None if name in book.versions else f"{name!r} is not a version in this rule book{hint}"


def _of_question(name: str, book: RuleBook) -> str | None:
    return None if name in book.questions else UnknownWords(book).no_question(name)
