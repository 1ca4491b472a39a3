"""The one fault of a case file that is a case of another rule book."""

from __future__ import annotations

from extradition.case_file import CaseFile
from extradition.case_file.each_findings import each_findings
from extradition.rule_book import RuleBook
from extradition.rule_book.installed import installed_books, other_books_with, words_of_book
from extradition.source import Fault, nearest


def of_another_book(case_file: CaseFile, rule_book: RuleBook) -> Fault | None:
    """The fault of a case file that names another rule book, or has only facts of one other book.

    Args:
        case_file: the case file as written.
        rule_book: the rule book at hand.

    Returns:
        The fault; None for a case of *rule_book*, and for a case with facts of several books or of none.
    """
    if case_file.book is not None and case_file.book != rule_book.name:
        here = f"this is the rule book {rule_book.name}" if rule_book.name else "this is another rule book"
        return Fault(("book",), f"is the rule book {case_file.book}, and {here}{_way_to(case_file.book)}")
    places = [(*place, name) for place, findings in each_findings(case_file) for name in findings]
    names = {str(place[-1]) for place in places}
    if not names or any(_is_known(name, rule_book) for name in names):
        return None
    books = other_books_with(names, rule_book.name)
    if len(books) != 1:
        return None
    do = _what_to_write(books[0], case_file.book)
    return Fault(places[0], f"these are facts of the rule book {words_of_book(books[0])}: {do}")


def _way_to(name: str) -> str:
    """The way to the rule book *name* of this package; the nearest names if there is none."""
    books = installed_books()
    return (
        f"; use that one (in Python, RuleBook.load_named({name!r}))"
        if name in books
        else nearest(name, books)
    )


def _what_to_write(name: str | None, written: str | None) -> str:
    """What makes a case file that has *written* under ``book`` one of the rule book *name*."""
    if name is not None:
        return f"say book: {name}"
    if written is not None:
        return "leave out the key book"
    return "use that one, which is there without --rules (in Python, RuleBook.load())"


def _is_known(name: str, rule_book: RuleBook) -> bool:
    return name in rule_book.facts or any(name in names for names in rule_book.names.values())
