"""The checks of the arguments that a caller in Python gives, made before the first hearing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from extradition.case_file import CaseFile
from extradition.rule_book import RuleBook


def examine_case(given: object, name: str = "the case file") -> None:
    """Refuse a value that is no case file.

    Args:
        given: the value.
        name: the words for it in the message.

    Raises:
        TypeError: *given* is no ``CaseFile``.

    >>> examine_case("case.yaml")
    Traceback (most recent call last):
        ...
    TypeError: the case file must be a CaseFile, not str; CaseFile.load reads one from a file
    >>> examine_case({"case": "An example"})
    Traceback (most recent call last):
        ...
    TypeError: the case file must be a CaseFile, not dict; CaseFile.from_mapping makes one of it
    """
    if isinstance(given, Mapping):
        kind = type(given).__name__
        raise TypeError(f"{name} must be a CaseFile, not {kind}; CaseFile.from_mapping makes one of it")
    _must_be(CaseFile, given, name, "a file")


def examine_book(given: object) -> None:
    """Refuse a value that is no rule book.

    Args:
        given: the value.

    Raises:
        TypeError: *given* is no ``RuleBook``.

    >>> examine_book("rules")
    Traceback (most recent call last):
        ...
    TypeError: the rule book must be a RuleBook, not str; RuleBook.load reads one from a folder
    """
    _must_be(RuleBook, given, "the rule book", "a folder")


def _must_be(kind: type, given: object, name: str, source: str) -> None:
    if not isinstance(given, kind):
        own = kind.__name__
        raise TypeError(
            f"{name} must be a {own}, not {type(given).__name__}; {own}.load reads one from {source}"
        )


def examine_law(law: object, as_at: object) -> None:
    """Refuse a law or a day of the wrong type.

    Args:
        law: the name of a law, or None.
        as_at: a day, or None.

    Raises:
        TypeError: *law* is no text, or *as_at* is no day.

    >>> examine_law(None, "2024-03-06")
    Traceback (most recent call last):
        ...
    TypeError: as_at must be a day such as datetime.date(2024, 3, 6), not '2024-03-06'
    """
    if law is not None and not isinstance(law, str):
        raise TypeError(f"law must be the name of a law, not {law!r}")
    if as_at is not None and (not isinstance(as_at, dt.date) or isinstance(as_at, dt.datetime)):
        raise TypeError(f"as_at must be a day such as datetime.date(2024, 3, 6), not {as_at!r}")


def names_in(given: Iterable[str], argument: str) -> tuple[str, ...]:
    """The names in a list of names.

    Args:
        given: the list.
        argument: the name of the argument that has it.

    Raises:
        TypeError: *given* is one text, whose letters would be read as names, or has an item that is no text.

    >>> names_in(["today", "merticariu"], "laws")
    ('today', 'merticariu')
    >>> names_in("today", "laws")
    Traceback (most recent call last):
        ...
    TypeError: laws must be a list of names; write ['today'] for one
    """
    if isinstance(given, str):
        raise TypeError(f"{argument} must be a list of names; write [{given!r}] for one")
    names = tuple(given)
    wrong = next((each for each in names if not isinstance(each, str)), None)
    if wrong is not None:
        raise TypeError(f"{argument} must be a list of names, and {wrong!r} is none")
    return names
