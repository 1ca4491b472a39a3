"""A comparison as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from extradition.policy.comparison import Comparison
from extradition.report.drawing.svg import seen

COLUMNS = (
    *(
        "number",
        "case",
        "reference",
        "citation",
        "case_file_hash",
        "law",
        "law_as_at",
        "law_assumes",
        "outcome",
        "under",
        "if_nothing_more_is_shown",
        "unless_shown",
    ),
    *(
        "turns_on_commencement",
        "mixed_of",
        "parts_at",
        "turned_on",
        "kind",
        "readings",
        "rule_book",
        "made_by",
    ),
)
"""The headings of the rows of a comparison."""
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The first characters of a formula, with their wide forms of East Asia."""


def table(comparison: Comparison) -> str:
    """The CSV (RFC 4180) of *comparison*: one row for each case under each law, ready for a pivot table.

    - ``number`` is the place of the case and distinguishes cases of one name. To count cases, choose one law;
      do not count rows.
    - Several values share one cell, with semicolons between them.
    - ``law_assumes`` lists the versions that a law assumes, each with how it is verified.
    - The text starts with a byte order mark: without one, Excel misreads UTF-8.
    - An apostrophe stands before a cell that a spreadsheet would read as a formula.
    - Every cell is in quotes, on one line, without invisible characters, as in the other reports.

    Args:
        comparison: A comparison of one or more cases under two or more laws.
    """
    out = io.StringIO()
    out.write("\ufeff")
    rows = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    rows.writerow(COLUMNS)
    rows.writerows([_harmless(cell) for cell in row] for row in rows_of(comparison))
    return out.getvalue()


def rows_of(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    """The rows under ``COLUMNS``: one for each case under each law.

    Args:
        comparison: A comparison of one or more cases under two or more laws.
    """
    made = (comparison.kind, comparison.readings, comparison.rule_book, comparison.made_by)
    laws = {
        law.name: (
            law.name,
            law.as_at.isoformat(),
            "; ".join(f"{each.version} ({each.verified})" for each in law.assuming),
        )
        for law in comparison.laws
    }
    for case in comparison.cases:
        parts_at = "; ".join(dict.fromkeys(parting.provision for parting in case.partings))
        turned_on = "; ".join(dict.fromkeys(fact for parting in case.partings for fact in parting.turned_on))
        for each in case.outcomes:
            commencement = "yes" if each.turns_on_commencement else "no"
            mixed_of = "; ".join(
                f"{offence}: {group.outcome.outcome}" for group in each.combined for offence in group.offences
            )
            yield (
                *(
                    str(case.number),
                    case.case,
                    case.reference or "",
                    case.citation or "",
                    case.case_file_hash,
                    *laws[each.law],
                    each.outcome,
                    each.under or "",
                    each.if_nothing_more_is_shown,
                    "; ".join(each.unless_shown),
                    commencement,
                ),
                *(mixed_of if each.kind == "mixed" else "", parts_at, turned_on, *made),
            )


def _harmless(cell: str) -> str:
    shown = seen(cell)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
