"""The facts that are in doubt: a decider found the doubt, and nothing but assertions answers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extradition.case_file.settling import Known
from extradition.rule_book import RuleBook
from extradition.rule_book.parties import Parties


def doubted(known: Mapping[str, Known], rule_book: RuleBook) -> Iterator[str]:
    """The facts in doubt that only assertions answer, or that are in dispute between the parties.

    Once the evidence is closed they are not shown: the party with the burden of proof has not proved them.
    A doubt that the tool read from the warrant's form, or that a party alone raises, does not count yet.
    Whether it is one is for the decider.

    Args:
        known: the known answers, by fact and question.
        rule_book: the law, with the facts that record doubts.
    """
    for doubt, names in rule_book.doubts.items():
        recorded = known.get(doubt)
        silence, parties = rule_book.facts[doubt].when_not_shown, rule_book.parties
        if recorded is not None and recorded.answer != silence and _stands(recorded, parties):
            yield from (name for name in names if name in known and _is_asserted(known[name], parties))


def unresolved(known: Mapping[str, Known], rule_book: RuleBook) -> Mapping[str, Known]:
    """The *known* answers with no more evidence: what is in doubt is not shown.

    Args:
        known: the known answers, by fact and question.
        rule_book: the law, with the facts that record doubts.
    """
    facts = rule_book.facts
    silent = {
        name: Known(facts[name].when_not_shown, known[name].findings) for name in doubted(known, rule_book)
    }
    return {**known, **silent} if silent else known


def _stands(recorded: Known, parties: Parties) -> bool:
    """Whether more than a party's assertion and a reading of the form records a doubt."""
    return any(
        finding.answer == recorded.answer and not finding.is_read_from_form
        for finding in recorded.findings
        if not finding.is_contestable(parties)
    )


def _is_asserted(known: Known, parties: Parties) -> bool:
    """Whether nothing answers a fact but what a party asserts or disputes."""
    return not known.is_settled and all(finding.is_contestable(parties) for finding in known.findings)
