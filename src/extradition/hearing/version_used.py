"""The version that applies as a determination shows it: its text, its dates and its authorities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from extradition.citation import year_of
from extradition.determination.reasons import AlsoSelected, AuthorityUsed, VersionUsed
from extradition.hearing.applicable_versions import Chosen
from extradition.hearing.passages import passages_used
from extradition.rule_book import RuleBook
from extradition.rule_book.in_force import InForce
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.version import Authority


def version_used(rule_book: RuleBook, chosen: Chosen) -> VersionUsed:
    """The version *chosen* as a determination shows it; made once for each version and day.

    Args:
        rule_book: the law, which has the addresses of the authorities.
        chosen: the version, with the day that chose it.
    """
    version = chosen.version
    span = (version.in_force.by(chosen.selector) if chosen.selector else None) or version.in_force.spans[0]

    def made() -> VersionUsed:
        return VersionUsed(
            id=version.id,
            summary=version.summary,
            text=passages_used(rule_book, version),
            verified=version.verified,
            made_by=version.made_by,
            in_force_from=span.from_,
            from_hour=span.from_hour,
            in_force_until=span.until,
            until_hour=span.until_hour,
            selected_by=chosen.by,
            looked_up_on=chosen.when,
            also=tuple(
                _also_selected(chosen, other) for other in version.in_force.spans if other is not span
            ),
            assumes=version.assumes,
            not_formalised=version.not_formalised,
            authorities=tuple(authorities_used(rule_book, version.authorities, chosen.day)),
        )

    return once(rule_book, ("version", chosen.key), made)


def _also_selected(chosen: Chosen, span: InForce) -> AlsoSelected:
    """One more span of the version *chosen*, with the date of the case that it looks at."""
    by = next((other for other in chosen.also if other.selector == span.selected_by), None)
    return AlsoSelected.model_validate(
        {
            "selector": span.selected_by,
            "selected_by": by and by.by,
            "looked_up_on": by and by.when,
            "in_force_from": span.from_,
            "from_hour": span.from_hour,
            "in_force_until": span.until,
            "until_hour": span.until_hour,
        }
    )


def authorities_used(
    rule_book: RuleBook, authorities: Iterable[Authority], day: dt.date | None
) -> Iterator[AuthorityUsed]:
    """Each authority with its address, and whether it is later than the law.

    Args:
        rule_book: the law, which has the addresses.
        authorities: the authorities that the rule book cites.
        day: the day of the law; without it no authority is later.
    """
    for authority in authorities:
        year = year_of(authority.cite)
        later = day is not None and year is not None and year > day.year
        yield AuthorityUsed(
            **authority.model_dump(), address=rule_book.authority_address(authority), later=later
        )
