"""The laws under which a comparison hears each case: those named, one with other versions, a second book."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extradition.hearing.argument_types import names_in
from extradition.rule_book import RuleBook
from extradition.source import OptionError, UnknownLawError

_SECOND = " (second rule book)"
"""The words after the name and the title of a law of the second rule book."""


@dataclass(frozen=True)
class LawHeard:
    """One law of a comparison.

    Attributes:
        name: its name in the report.
        law: its name in its rule book.
        rule_book: the rule book that has it.
        second: whether that is the second of two rule books.
    """

    name: str
    law: str
    rule_book: RuleBook
    second: bool = False

    def titled(self, title: str) -> str:
        """The *title* of the law in the report.

        Args:
            title: its title in its rule book.
        """
        return f"{title}{_SECOND}" if self.second else title


def laws_heard(
    rule_book: RuleBook,
    laws: Sequence[str] | None = None,
    *,
    assuming: Collection[str] = (),
    against: RuleBook | None = None,
) -> tuple[LawHeard, ...]:
    """The laws of a comparison, in the order of its columns.

    Args:
        rule_book: the rule book.
        laws: names of its laws. Without them, those that it lists side by side. Without them but with
            *assuming* or *against*, the law of the day on which it states the law, or of its drafts.
        assuming: ids of versions. One more law has them: the last of *laws*, with these in place of its own.
        against: a second rule book. Each law is followed by the law of the same name there.

    Raises:
        UnknownLawError: a law or version that the rule book does not have.
        OptionError: fewer than two laws, or one twice; a version is assumed under two rule books.
        TypeError: one text in place of a list of names.

    >>> book = RuleBook.load()
    >>> [each.name for each in laws_heard(book, assuming=book.law("as-amended-2026").assuming)]
    ['today', 'today-assuming']
    """
    assuming = names_in(assuming, "assuming")
    names = (
        names_in(laws, "laws") if laws is not None else _unnamed(rule_book, alone=bool(assuming or against))
    )
    for name in names:
        rule_book.law(name)
    if assuming:
        added, rule_book = rule_book.with_law_assuming(names[-1], assuming) if names else ("", rule_book)
        names = (*names, added)
    if len(set(names)) < max(len(names), 1 if against else 2):
        raise OptionError("a comparison needs two or more different laws")
    if against is None:
        return tuple(LawHeard(name, name, rule_book) for name in names)
    if assuming:
        raise OptionError("a comparison of two rule books assumes no version; name a law that assumes it")
    for name in names:
        against.law(name)
    pairs = (
        (LawHeard(name, name, rule_book), LawHeard(f"{name}{_SECOND}", name, against, second=True))
        for name in names
    )
    return tuple(each for pair in pairs for each in pair)


def _unnamed(rule_book: RuleBook, *, alone: bool) -> tuple[str, ...]:
    """The names of the laws to compare where the user names none."""
    if not alone or rule_book.drafts:
        return rule_book.side_by_side
    stated = (
        name
        for name, law in rule_book.laws.items()
        if law.as_at == rule_book.stated_as_at and not law.assuming
    )
    found = next(stated, None)
    if found is None:
        raise UnknownLawError(
            "no law of this rule book is of the day on which it states the law; name the laws"
        )
    return (found,)
