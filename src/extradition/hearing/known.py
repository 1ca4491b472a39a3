"""The known answers of a case: the findings of the case file, and the designation of its territory."""

from __future__ import annotations

from extradition.case_file import CaseFile, Offence
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known, settle
from extradition.hearing.designation import designated
from extradition.hearing.warrant_reading import form_reader
from extradition.rule_book import RuleBook


class KnownAnswers:
    """The known answers in one case. Those on the person and the territory are settled once for all its offences.

    Args:
        case_file: the case file, with its Part.
        rule_book: the law.
    """

    def __init__(self, case_file: CaseFile, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._findings = case_file.findings
        self._reader = form_reader(rule_book)
        self._on_person = {name: self._settled(name, each) for name, each in case_file.findings.items()}
        self._designated = {
            name: Known(found.is_, case_file.findings.get(name, ()), found)
            for name, found in designated(case_file, rule_book)
            if name in rule_book.subjects[str(case_file.part)]
        }

    def on(self, offence: Offence) -> dict[str, Known]:
        """The known answers on *offence*, by fact and question: findings, and facts that the territory settles.

        The statements of the warrant's own form count as further findings.
        """
        known, own = dict(self._on_person), offence.all_findings
        stated = self._reader.findings(offence.warrant) if self._reader is not None and offence.warrant is not None else {}
        for name in (*own, *(each for each in stated if each not in own)):
            findings = own.get(name) or self._findings.get(name, ())
            known[name] = self._settled(name, (*findings, *stated.get(name, ())))
        return {**known, **self._designated}

    def _settled(self, name: str, findings: tuple[Finding, ...]) -> Known:
        return settle(findings, self._book.includes(name))


def known_of(case_file: CaseFile, offence: Offence, rule_book: RuleBook) -> dict[str, Known]:
    """The known answers on *offence*, by fact and question: findings, and facts that the territory settles.

    Args:
        case_file: the case file, with its Part.
        offence: the offence of it.
        rule_book: the law.
    """
    return KnownAnswers(case_file, rule_book).on(offence)
