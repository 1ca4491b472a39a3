"""The laws that a report compares: the name, the day and the assumed versions of each, with how sure we are
of them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from extradition.law import Model
from extradition.rule_book import RuleBook
from extradition.rule_book.version import LEVEL


class AssumedVersion(Model):
    """A *version* that a law assumes in place of that of its day, and the assumptions of that version;
    *prospective* if no day is known.
    """

    version: str
    provision: str
    address: str
    verified: LEVEL
    prospective: bool
    assumes: tuple[str, ...]


class ReportedLaw(Model):
    """A law of ``laws.yaml``: the rule book on the day *as_at* with the versions that it is *assuming*.

    The *short_title* names it at the head of a column and in a sentence; *name* is its key.
    """

    name: str
    title: str
    short_title: str
    summary: str
    as_at: dt.date
    assuming: tuple[AssumedVersion, ...]

    @property
    def prospective(self) -> bool:
        """Whether it assumes a version that is not known to be in force."""
        return any(each.prospective for each in self.assuming)

    @property
    def is_draft(self) -> bool:
        """Whether it assumes a draft, which is not law."""
        return any(each.verified == "draft" for each in self.assuming)

    @property
    def assumes(self) -> tuple[str, ...]:
        """The assumptions of the versions that it assumes, each once."""
        return tuple(dict.fromkeys(line for each in self.assuming for line in each.assumes))


def law_titles(laws: Iterable[ReportedLaw]) -> dict[str, str]:
    """The short title of each law, by its name; titles that two laws share have the names after them.

    Args:
        laws: the laws of one report.

    >>> book = RuleBook.load()
    >>> law_titles(reported_law(name, book) for name in ("today", "as-amended-2026"))
    {'today': 'Today', 'as-amended-2026': 'As amended in 2026 (prospective)'}
    """
    titles = [(law.name, law.short_title) for law in laws]
    count = Counter(title for _, title in titles)
    return {name: title if count[title] == 1 else f"{title} ({name})" for name, title in titles}


def reported_law(name: str, rule_book: RuleBook) -> ReportedLaw:
    """The law that ``laws.yaml`` calls *name*, as a report shows it.

    Args:
        name: a key of ``laws.yaml``.
        rule_book: the law.

    Raises:
        UnknownLawError: ``laws.yaml`` has no law of that name.

    >>> reported_law("today", RuleBook.load()).prospective
    False
    """
    law = rule_book.law(name)
    assumed = [(version, *rule_book.versions[version]) for version in law.assuming]
    return ReportedLaw(
        name=name,
        title=law.title,
        short_title=law.short_title or law.title,
        summary=law.summary,
        as_at=law.as_at,
        assuming=tuple(
            AssumedVersion(
                version=ident,
                provision=provision,
                address=rule_book.address(provision),
                verified=version.verified,
                prospective=version.in_force.is_prospective and not version.is_draft,
                assumes=version.assumes,
            )
            for ident, provision, version in assumed
        ),
    )
