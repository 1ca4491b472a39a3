"""The faults in the authors of findings that only a rule book shows, with its deciders and parties."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile
from extradition.case_file.each_findings import with_decisions
from extradition.case_file.finding import Finding
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.source import Fault


def author_faults(case_file: CaseFile, rule_book: RuleBook, part: PART | None) -> Iterator[Fault]:
    """A fault for each status that the author of a finding cannot give, and for two deciders who differ.

    A finding by an unknown author has a fault of its own, and none here.

    Args:
        case_file: the case file, with one warrant or several.
        rule_book: the law, with its deciders and parties.
        part: the matter of the case; None if it is not known.
    """
    parties = rule_book.parties
    known = rule_book.authors_in(part)
    recorded = (
        (place, name, entries)
        for place, findings in with_decisions(case_file)
        for name, entries in findings.items()
    )
    for place, name, entries in recorded:
        if len({each.compared for each in entries if each.is_decided(parties)}) > 1:
            yield Fault(place, f"{name} has two different findings by a decider")
        for i, finding in enumerate(entries):
            message = _fault_of(finding, decides=finding.is_decided(parties))
            if message is not None and finding.by in known:
                yield Fault((*place, name, i), message)


def _fault_of(finding: Finding, *, decides: bool) -> str | None:
    """The fault of a status that its author cannot give; None if there is none."""
    if finding.status == "found" and not decides:
        return "only an answer by a decider has the status found"
    if decides and finding.status not in (None, "found"):
        return f"an answer by the {finding.by} has the status found and no other"
    return None
