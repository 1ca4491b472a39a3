"""A comparison as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from extradition.policy.comparison import Comparison
from extradition.policy.comparison.case_groups import CaseGroups
from extradition.policy.comparison.cases import CaseComparison, ForcingQuestion, LawOutcome
from extradition.source.characters import FORMULA_STARTS, seen

COLUMNS = (
    *("number", "case", "reference", "citation", "case_file_hash", "law", "law_as_at", "law_assumes"),
    *("outcome", "under", "forced_by", "if_nothing_more_is_shown", "unless_shown"),
    *("turns_on_commencement", "mixed_of", "unused_findings"),
    *("parts_at", "turned_on", "kind", "readings", "rule_book", "made_by", "drafts", "part", "territory"),
    *("case_type", "hearing_year", "court", "cps_reference", "warrant_reference"),
)
"""The headings of the rows of a comparison."""


def table(comparison: Comparison) -> str:
    """The CSV (RFC 4180) of *comparison*: one row for each case under each law, ready for a pivot table.

    - ``number`` is the place of the case and distinguishes cases of one name. To count cases, choose one law;
      do not count rows.
    - Several values share one cell, with semicolons between them.
    - ``law_assumes`` lists the versions that a law assumes, each with how it is verified.
    - ``rule_book`` is the hash of the rule book of the row's law; ``drafts`` has each draft with its own.
    - ``forced_by`` has the questions that lead to the outcome, whatever the answer to an earlier open
      question, each with its provision. ``under`` is empty if that answer decides which provision applies.
    - ``unused_findings`` has the findings of a decider that count for nothing under the row's law.
    - The columns after ``drafts`` are groups for a breakdown. They are empty if the case file does not say.
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
    laws = {law.name: law for law in comparison.laws}
    drafts = _listed(f"{draft.id}: {draft.sha256}" for draft in comparison.drafts)
    for case in comparison.cases:
        parts_at = _listed(dict.fromkeys(parting.provision for parting in case.partings))
        turned_on = _listed(dict.fromkeys(fact for each in case.partings for fact in each.turned_on))
        for each in case.outcomes:
            law = laws[each.law]
            yield (
                *(str(case.number), case.case, case.reference or "", case.citation or ""),
                *(case.case_file_hash, law.name, law.as_at.isoformat()),
                _listed(f"{each.version} ({each.verified})" for each in law.assuming),
                *_outcome(each),
                _unused_findings(case, law.name),
                *(parts_at, turned_on, comparison.kind, comparison.readings),
                comparison.against if law.second and comparison.against else comparison.rule_book,
                *(comparison.made_by, drafts),
                *_groups(case.groups),
            )


def _outcome(outcome: LawOutcome) -> tuple[str, ...]:
    """The cells on the *outcome* of a case under one law."""
    mixed_of = _listed(
        f"{offence}: {group.outcome.outcome}" for group in outcome.combined for offence in group.offences
    )
    return (
        outcome.outcome,
        outcome.under or "",
        _listed(_forcing(each) for each in outcome.forced_by),
        outcome.if_nothing_more_is_shown,
        _listed(outcome.unless_shown),
        "yes" if outcome.turns_on_commencement else "no",
        mixed_of if len(outcome.combined) > 1 else "",
    )


def _forcing(forcing: ForcingQuestion) -> str:
    return f"{forcing.question} ({forcing.under})" if forcing.under else forcing.question


def _unused_findings(case: CaseComparison, law: str) -> str:
    """The cell on the findings of a decider that count for nothing under one *law*."""
    unused = (each.caution for each in case.unused_findings if law in each.laws)
    return _listed(dict.fromkeys(f"{each.fact}: {each.said} ({each.by})" for each in unused))


def _groups(groups: CaseGroups) -> tuple[str, ...]:
    """The cells on the groups of a case."""
    return (
        groups.part,
        groups.territory or "",
        _listed(groups.case_types),
        _listed(map(str, groups.hearing_years)),
        groups.court or "",
        groups.cps_reference or "",
        _listed(groups.references),
    )


def _listed(values: Iterable[str]) -> str:
    """The *values* in one cell, with semicolons between them."""
    return "; ".join(values)


def _harmless(cell: str) -> str:
    shown = seen(cell)
    return f"'{shown}" if shown.startswith(FORMULA_STARTS) else shown
