"""The faults in the close of the evidence: a side or an author that it cannot have, and later evidence."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile
from extradition.case_file.closed_evidence import added_after_closing
from extradition.case_file.each_findings import with_decisions
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.parties import BOTH, WHOLE_CASE
from extradition.source import Fault


def closing_faults(case_file: CaseFile, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for each wrong side or author of a close of the evidence, and for each finding that a side adds
    after it.

    A close is of a side of the rule book or of the whole case. It is by the decider of the hearing or by the
    parties.

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
    for place, findings in with_decisions(case_file):
        yield from added_after_closing(case_file.evidence_closed, findings, place, parties)
