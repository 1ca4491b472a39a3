"""The faults in the close of the evidence: a side or an author that it cannot have, and later evidence."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile
from extradition.case_file.closed_evidence import added_after_closing
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.parties import BOTH, WHOLE_CASE
from extradition.source import Fault, Place


def closing_faults(case_file: CaseFile, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for each close of the evidence of no side of the rule book, or by neither the decider of the
    hearing nor the parties; and for each finding that a side adds after it.

    Args:
        case_file: the case file.
        rule_book: the law, with its parties and the decider before whom each matter is heard.
        part: the matter of the case.
    """
    parties = rule_book.parties
    authors, sides = (rule_book.before[part], BOTH), (WHOLE_CASE, *parties.names)
    for i, closed in enumerate(case_file.evidence_closed):
        for key, given, known in (("of", closed.of, sides), ("by", closed.by, authors)):
            if given not in known:
                yield Fault(("evidence_closed", i, key), UnknownWords(rule_book).author(given, known))
    places: list[Place] = [(), *(("offences", i) for i in range(len(case_file.offences)))]
    for place, owner in zip(places, (case_file, *case_file.offences), strict=True):
        yield from added_after_closing(
            case_file.evidence_closed, owner.findings, (*place, "findings"), parties
        )
