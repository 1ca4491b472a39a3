"""The facts that are in doubt: a decider found the doubt, and nothing but assertions answers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extradition.case_file.settling import Known
from extradition.rule_book import RuleBook
from extradition.rule_book.parties import Parties


def silenced(known: Mapping[str, Known], rule_book: RuleBook) -> dict[str, Known]:
    """The facts in doubt that only assertions answer, or that are in dispute between the parties: not shown.

    That is so once the evidence is closed: the party with the burden of proof has not proved them. A doubt
    that the tool read from the warrant's form, or that a party alone raises, does not count yet. Whether it
    is one is for the decider.

    Args:
        known: the known answers, by fact and question.
        rule_book: the law, with the facts that record doubts.
    """
    facts, parties = rule_book.facts, rule_book.parties
    return {
        name: Known(facts[name].when_not_shown, known[name].findings)
        for doubt, names in rule_book.doubts.items()
        if doubt in known and _stands(known[doubt], facts[doubt].when_not_shown, parties)
        for name in names
        if name in known and _is_asserted(known[name], parties)
    }


def asserted_in_doubt(known: Mapping[str, Known], rule_book: RuleBook) -> dict[str, dict[str, str]]:
    """By recorded doubt, the facts that it concerns and that only one assertion answers, with that answer.

    Args:
        known: the known answers, by fact and question.
        rule_book: the law, with the facts that record doubts.
    """
    return {
        doubt: asserted
        for doubt, names in rule_book.doubts.items()
        if doubt in known and (asserted := dict(_asserted(names, known, rule_book.parties)))
    }


def _asserted(
    names: Iterable[str], known: Mapping[str, Known], parties: Parties
) -> Iterator[tuple[str, str]]:
    """Each of *names* that only one assertion answers, with that answer."""
    for name in names:
        each = known.get(name)
        if each is None or each.asserted is None:
            continue
        if each.is_not_proved or _is_asserted(each, parties):
            yield name, each.asserted


def _stands(recorded: Known, silence: str | None, parties: Parties) -> bool:
    """Whether more than a party's assertion and a reading of the form records a doubt."""
    return recorded.answer != silence and any(
        finding.answer == recorded.answer and not finding.is_read_from_form
        for finding in recorded.findings
        if not finding.is_contestable(parties)
    )


def _is_asserted(known: Known, parties: Parties) -> bool:
    """Whether nothing answers a fact but what a party asserts or disputes."""
    return not known.is_settled and all(finding.is_contestable(parties) for finding in known.findings)
