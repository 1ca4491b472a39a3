"""The dates that the cases of a rule book have, as ``book.yaml`` declares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extradition.law import Model
from extradition.rule_book.consequences import Sentence

HEARING = "hearing"
"""The key of the day on which a case is decided, in every rule book."""
_CERTIFICATE = "certificate"
_SELECTS_WITH_ANOTHER = "provisional_warrant"
CONDUCT_DATE = "conduct date"
"""The name of the date of the conduct, which each offence has for itself."""


class BookDate(Model):
    """A date that a case of the rule book may give under ``dates``.

    Attributes:
        title: its words on a page.
        hour: the words for the hour of that day, for the one date that may have an hour.
    """

    title: Sentence
    hour: Sentence | None = None


def name_of_date(key: str) -> str:
    """The name of the date *key*, by which it selects versions of the law.

    Args:
        key: the key of the date in a case file.

    >>> name_of_date("own_decision")
    'own decision date'
    """
    return f"{key.replace('_', ' ')} date"


def asked_as(selector: str) -> str:
    """The name under which the book has the question that asks for the date *selector*.

    The decision on the certificate is dated by the certificate.

    Args:
        selector: the name by which a date selects versions of the law.

    >>> asked_as("certificate decision date"), asked_as("hearing date")
    ('certificate date', 'hearing date')
    """
    return name_of_date(_CERTIFICATE) if selector == f"{_CERTIFICATE} decision date" else selector


def selectors_of(dates: Iterable[str]) -> Iterator[str]:
    """The name of each date that can select versions, where a case may give *dates*.

    A provisional warrant selects together with the certificate. The decision on the certificate has no key of
    its own.

    Args:
        dates: the keys of the dates of the book.

    >>> list(selectors_of(["certificate", "hearing"]))
    ['certificate date', 'hearing date', 'certificate decision date', 'conduct date']
    """
    keys = tuple(dates)
    yield from (name_of_date(key) for key in keys if key != _SELECTS_WITH_ANOTHER)
    if _CERTIFICATE in keys:
        yield f"{_CERTIFICATE} decision date"
    yield CONDUCT_DATE
