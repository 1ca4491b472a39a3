"""The known answers of a case: the findings of the case file, the designation of its territory, its dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from extradition.case_file import CaseFile, Offence
from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known, settle
from extradition.hearing.dated_facts import dated_facts
from extradition.hearing.decisions import findings_for_each
from extradition.hearing.designation import designated
from extradition.hearing.doubted import raised, silenced
from extradition.hearing.warrant_reading import form_reader
from extradition.rule_book import RuleBook
from extradition.source import Place


class KnownAnswers:
    """The known answers in one case. Those on the person and the territory are settled once for all its
    offences.

    Args:
        case_file: the case file, with its matter.
        rule_book: the law.
    """

    def __init__(self, case_file: CaseFile, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._case_file = case_file
        self._findings = case_file.findings
        self._reader = form_reader(rule_book)
        said = {name: self._settled(name, each) for name, each in case_file.findings.items()}
        self._on_person = {**_not_shown(case_file, rule_book), **said}
        self._settled_facts = _settled_facts(case_file, rule_book)

    def on(self, offence: Offence) -> dict[str, Known]:
        """The known answers on *offence*, by fact and question: findings, and facts that the territory or a
        date settles.

        The statements of the warrant's own form count as further findings. The findings about single
        decisions count where the rule book was made for those decisions.
        """
        own, further = offence.all_findings, (self._stated(offence), findings_for_each(offence, self._book))
        known = dict(self._on_person)
        for name in dict.fromkeys((*own, *further[0], *further[1])):
            findings = own.get(name) or self._findings.get(name, ())
            more = [finding for each in further for finding in each.get(name, ())]
            known[name] = self._settled(name, (*findings, *more))
        known.update(raised(known, self._book))
        return {**known, **self._settled_facts, **_still_in_doubt(known, self._case_file, self._book)}

    def _stated(self, offence: Offence) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that the warrant's form gives on *offence*."""
        if self._reader is None or offence.warrant is None:
            return {}
        return self._reader.findings(offence.warrant)

    def _settled(self, name: str, findings: tuple[Finding, ...]) -> Known:
        return settle(findings, self._book.parties, self._book.includes(name))


def counted_at(name: str, at: Place, offence: Offence, rule_book: RuleBook, part: str) -> Place:
    """The place of the findings on a fact or question that count for an offence: its own, or its person's.

    Args:
        name: the name of the fact or question.
        at: the place of the offence.
        offence: the offence.
        rule_book: the law, which says whether the fact or question is about the person.
        part: the matter of the case.
    """
    own = name in offence.findings or rule_book.about(part, name) == "offence"
    return at if own else at[: -len(("offences", 0))]


def known_on_dates(
    known: Mapping[str, Known], case_file: CaseFile, rule_book: RuleBook
) -> Mapping[str, Known]:
    """The *known* answers with those that the territory and the dates of *case_file* settle.

    Args:
        known: the known answers of the same case on other dates.
        case_file: the case file on the dates that count.
        rule_book: the law, with the designations of each territory.
    """
    settled = _settled_facts(case_file, rule_book)
    before = {name: each for name, each in known.items() if each.designation is not None or each.dated}
    if settled == before:
        return known
    recorded = {
        name: settle(each.findings, rule_book.parties, rule_book.includes(name))
        for name, each in before.items()
        if each.findings
    }
    return {**{name: known[name] for name in known if name not in before}, **recorded, **settled}


def _settled_facts(case_file: CaseFile, rule_book: RuleBook) -> dict[str, Known]:
    """The answer to each fact that the territory or a date of the case settles."""
    return {
        **_dated(case_file, rule_book),
        **{
            name: Known(found.is_, case_file.findings.get(name, ()), found)
            for name, found in designated(case_file, rule_book)
            if name in rule_book.subjects[str(case_file.part)]
        },
    }


def known_of(case_file: CaseFile, offence: Offence, rule_book: RuleBook) -> dict[str, Known]:
    """The known answers on *offence*, as ``KnownAnswers`` gives them for the case.

    Args:
        case_file: the case file, with its matter.
        offence: the offence of it.
        rule_book: the law.
    """
    return KnownAnswers(case_file, rule_book).on(offence)


def _dated(case_file: CaseFile, rule_book: RuleBook) -> dict[str, Known]:
    """The answer to each fact that a date of the case file gives."""
    return {
        name: Known(given.answer, case_file.findings.get(name, ()), dated=True)
        for name, given in dated_facts(case_file, rule_book)
        if name in rule_book.subjects[str(case_file.part)]
    }


def _not_shown(case_file: CaseFile, rule_book: RuleBook) -> dict[str, Known]:
    """The answer "not shown" to every fact on which the evidence is closed."""
    if not case_file.evidence_closed:
        return {}
    names = (name for name in rule_book.subjects[str(case_file.part)] if name in rule_book.facts)
    return {
        name: Known(silence, (), closed=closed)
        for name in names
        if (silence := rule_book.facts[name].when_not_shown) is not None
        for closed in _closed_on(name, case_file, rule_book)
    }


def _still_in_doubt(known: Mapping[str, Known], case_file: CaseFile, rule_book: RuleBook) -> dict[str, Known]:
    """The answer "not shown" to every fact in doubt on which the evidence is closed."""
    if not case_file.evidence_closed:
        return {}
    return {
        name: replace(each, closed=closed)
        for name, each in silenced(known, rule_book).items()
        for closed in _closed_on(name, case_file, rule_book)
    }


def _closed_on(name: str, case_file: CaseFile, rule_book: RuleBook) -> Iterator[ClosedEvidence]:
    """The closed evidence that covers the fact *name*."""
    burdens = rule_book.burdens[str(case_file.part)][name]
    return (closed for closed in case_file.evidence_closed if closed.covers(burdens))
