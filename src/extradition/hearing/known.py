"""The known answers of a case: the findings of the case file, and the designation of its territory."""

from __future__ import annotations

from extradition.case_file import CaseFile, Offence
from extradition.case_file.settling import Known, settle
from extradition.hearing.decisions import findings_for_each
from extradition.hearing.designation import designated
from extradition.hearing.warrant_reading import form_reader
from extradition.rule_book import RuleBook


def known_of(case_file: CaseFile, offence: Offence, rule_book: RuleBook) -> dict[str, Known]:
    """The known answers on *offence*, by fact and question: findings, and facts that the territory settles.

    The statements of the warrant's own form count as further findings. The findings about single decisions
    count where the rule book was made for those decisions.

    Args:
        case_file: the case file, with its Part.
        offence: the offence of it.
        rule_book: the law.
    """
    findings = {**case_file.findings, **offence.all_findings}
    reader = form_reader(rule_book)
    if reader is not None and offence.warrant is not None:
        stated = reader.findings(offence.warrant)
        findings |= {name: (*findings.get(name, ()), *each) for name, each in stated.items()}
    for name, each in findings_for_each(offence, rule_book).items():
        findings[name] = (*findings.get(name, ()), *each)
    said = {name: settle(each, rule_book.includes(name)) for name, each in findings.items()}
    settled = {
        name: Known(found.is_, case_file.findings.get(name, ()), found)
        for name, found in designated(case_file, rule_book)
        if name in rule_book.subjects[str(case_file.part)]
    }
    return {**_not_shown(case_file, rule_book), **said, **settled}


def _not_shown(case_file: CaseFile, rule_book: RuleBook) -> dict[str, Known]:
    """The answer "not shown" to every fact on which the evidence is closed."""
    if not case_file.evidence_closed:
        return {}
    burdens = rule_book.burdens[str(case_file.part)]
    return {
        name: Known(silence, (), closed=closed)
        for name in rule_book.subjects[str(case_file.part)]
        if name in rule_book.facts and (silence := rule_book.facts[name].when_not_shown) is not None
        for closed in case_file.evidence_closed
        if closed.covers(burdens[name])
    }
