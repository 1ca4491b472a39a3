"""What a case file says of each fact and question, and what its territory settles."""

from __future__ import annotations

from extradition.case_file import CaseFile, Offence
from extradition.case_file.settling import Known, settle
from extradition.hearing.designation import designated
from extradition.hearing.warrant_reading import form_reader
from extradition.rule_book import RuleBook


def known_of(case_file: CaseFile, offence: Offence, rule_book: RuleBook) -> dict[str, Known]:
    """What *case_file* says of each fact and question that bears on *offence*, and what its territory settles.

    What its warrant's own form says counts as further findings on those facts.
    """
    findings = {**case_file.findings, **offence.all_findings}
    reader = form_reader(rule_book)
    if reader is not None and offence.warrant is not None:
        stated = reader.findings(offence.warrant)
        findings |= {name: (*findings.get(name, ()), *each) for name, each in stated.items()}
    said = {name: settle(each, rule_book.includes(name)) for name, each in findings.items()}
    settled = {
        name: Known(found.is_, case_file.findings.get(name, ()), found)
        for name, found in designated(case_file, rule_book)
        if name in rule_book.subjects[str(case_file.part)]
    }
    return {**said, **settled}
