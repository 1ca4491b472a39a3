"""The rule books of a service: its own, and every further one of this package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from extradition.case_file import CaseFile
from extradition.rule_book import RuleBook, installed
from extradition.source import Place, UnknownLawError, nearest

RULE_BOOK = "Rule-Book"
"""The header of an answer with the hash of the rule book that it applies."""


@cache
def _loaded(folder: Path) -> RuleBook:
    """The rule book in *folder*, read once in each process."""
    return RuleBook.load(folder)


class RuleBooks:
    """The rule books that a service applies; a case file names one under ``book``, a query too.

    Args:
        own: the rule book of a case file or a query that names none.

    Raises:
        SourceError: a further rule book of this package has faults.
    """

    def __init__(self, own: RuleBook) -> None:
        folders = installed.installed_books()
        self.own = own
        self.each = (own, *(_loaded(folder) for name, folder in folders.items() if name != own.name))
        """Every rule book, the own one first."""
        self._by_name = {each.name: each for each in self.each}

    @property
    def digests(self) -> tuple[str, ...]:
        """The hash of each rule book."""
        return tuple(each.digest for each in self.each)

    def named(self, name: str | None) -> RuleBook:
        """The rule book with that *name*; the own one if it is None.

        Args:
            name: the name, as a case file has it under ``book``.

        Raises:
            UnknownLawError: the service has no rule book of that name.
        """
        if name is None:
            return self.own
        if name not in self._by_name:
            known = [each for each in self._by_name if each is not None]
            hint = nearest(name, known) or f"; those with a name are {', '.join(known)}"
            raise UnknownLawError(f"{name!r} is not a rule book of this service{hint}")
        return self._by_name[name]

    def of_case(self, case: CaseFile) -> RuleBook:
        """The rule book that *case* names.

        Args:
            case: a case file.

        Raises:
            UnknownLawError: as for ``named``.
        """
        return self.named(case.book)

    def of_leaves(self, leaves: Mapping[Place, object]) -> RuleBook:
        """The rule book that a posted case names; the own one if it names none that is there.

        Args:
            leaves: the leaves of the case file.
        """
        return self.of_content({"book": leaves.get(("book",))})

    def of_content(self, content: object) -> RuleBook:
        """The rule book that the *content* of a case file names; the own one if it names none that is there.

        Args:
            content: the content of a case file, whatever its faults.
        """
        return self._by_name.get(installed.book_named(content), self.own)
