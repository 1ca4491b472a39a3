"""The sheets of a comparison as an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.policy.comparison import Comparison
from extradition.report.table import COLUMNS, rows_of
from extradition.workbook import Cell, Sheet, workbook_of

_CHANGES = (
    "from",
    "to",
    "another outcome",
    "open before only",
    "open after only",
    "open under both",
    "same outcome",
    "all cases",
    "turns on commencement",
)
_PLACES = ("provision", "question", "law", "yes", "no", "open", "not reached", "versions")
_LAWS = (
    "law",
    "title",
    "summary",
    "as at",
    "assumes",
    "provision",
    "verified",
    "prospective",
    "assumptions",
)
"""The headings of three sheets."""


def workbook(comparison: Comparison) -> bytes:
    """The workbook of *comparison*: summary, changes, transitions, places, cases and laws, a sheet each.

    Args:
        comparison: A comparison of one or more cases under two or more laws.

    Raises:
        OptionError: A sheet has more rows, or a text more characters, than Excel can hold.
    """
    laws = [law.name for law in comparison.laws]
    return workbook_of(
        (
            Sheet("Summary", ["counted", "outcome", *laws], _summary(comparison)),
            Sheet("Changes", _CHANGES, _changes(comparison)),
            Sheet(
                "Transitions",
                [*laws, "cases"],
                ((*each.outcomes, each.count) for each in comparison.transitions),
            ),
            Sheet("Where the laws part", _PLACES, _places(comparison)),
            Sheet("Cases", COLUMNS, rows_of(comparison)),
            Sheet("Laws", _LAWS, _laws(comparison)),
        ),
        f"{comparison.kind}: {len(comparison.cases)} cases under {len(laws)} laws",
        comparison.stated_as_at,
    )


def _summary(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for outcome in comparison.outcomes:
        yield ("outcome on what is known", outcome.outcome, *outcome.counts)
    for name, counts in comparison.closings:
        yield ("outcome if nothing more is shown", name, *counts)
    yield ("cases", None, *(len(comparison.cases) for _ in comparison.laws))
    yield ("turns on commencement", None, *(law.turns_on_commencement for law in comparison.laws))


def _changes(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for each in comparison.shifts:
        kinds = (each.changed, each.closed, each.opened, each.open, each.alike)
        yield (each.before, each.after, *kinds, each.total, each.on_commencement)


def _places(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for place in comparison.places:
        for law in place.answers:
            versions = "; ".join(f"{each.version} ({each.verified})" for each in law.versions)
            yield (
                place.provision,
                place.title,
                law.law,
                law.yes,
                law.no,
                law.open,
                law.not_reached,
                versions,
            )


def _laws(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for law in comparison.laws:
        stated = (law.name, law.title, law.summary, law.as_at)
        if not law.assuming:
            yield (*stated, None, None, None, "no", None)
        for each in law.assuming:
            prospective = "yes" if each.prospective else "no"
            yield (*stated, each.version, each.provision, each.verified, prospective, "; ".join(each.assumes))
