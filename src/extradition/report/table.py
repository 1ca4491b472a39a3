"""A comparison as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from extradition.policy.comparison import Comparison
from extradition.report.drawing.svg import seen

_COLUMNS = (
    *("number", "case", "citation", "case_file_hash", "law", "law_as_at", "law_assumes", "outcome", "under"),
    *("turns_on_commencement", "mixed_of", "parts_at", "turned_on", "kind", "readings", "rule_book", "made_by"),
)
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a formula starts, in the wide forms of East Asia too."""


def table(told: Comparison) -> str:
    """*told* as CSV (RFC 4180): a row for every case under every law, so that a pivot table can have the law across and the outcome down.

    ``number`` is the place of the case, which tells cases of one name apart; count those with one law, not the rows. What a case has
    several of stands in one cell, with semicolons. ``law_assumes`` are the versions that a law assumes, each with how it is
    verified. The text starts with a byte order mark, without which Excel takes UTF-8 for something else. A cell that a spreadsheet
    would take for a formula gets an apostrophe before it, every cell is in quotes, whatever parts the cells there, and is one line
    without unseen characters, as in the other reports.
    """
    out = io.StringIO()
    out.write("\ufeff")
    rows = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    rows.writerow(_COLUMNS)
    rows.writerows([_harmless(cell) for cell in row] for row in _rows(told))
    return out.getvalue()


def _rows(told: Comparison) -> Iterator[tuple[str, ...]]:
    made = (told.kind, told.readings, told.rule_book, told.made_by)
    laws = {law.name: (law.name, law.as_at.isoformat(), "; ".join(f"{each.version} ({each.verified})" for each in law.assuming)) for law in told.laws}
    for case in told.cases:
        parts_at = "; ".join(dict.fromkeys(parting.provision for parting in case.partings))
        turned_on = "; ".join(dict.fromkeys(fact for parting in case.partings for fact in parting.turned_on))
        for each in case.outcomes:
            commencement = "yes" if each.turns_on_commencement else "no"
            mixed_of = "; ".join(f"{offence}: {group.outcome.outcome}" for group in each.combined for offence in group.offences)
            yield (
                *(
                    str(case.number),
                    case.case,
                    case.citation or "",
                    case.case_file_hash,
                    *laws[each.law],
                    each.outcome,
                    each.under or "",
                    commencement,
                ),
                *(mixed_of if each.kind == "mixed" else "", parts_at, turned_on, *made),
            )


def _harmless(cell: str) -> str:
    shown = seen(cell)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
