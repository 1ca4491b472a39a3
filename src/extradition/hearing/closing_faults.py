"""The faults in the close of the evidence: an author who cannot close it."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.source import Fault


def closing_faults(case_file: CaseFile, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for each close of the evidence by neither the decider of the hearing nor the parties.

    Args:
        case_file: the case file.
        rule_book: the law, with the decider before whom each matter is heard.
        part: the matter of the case.
    """
    authors = (rule_book.before[part], "parties")
    for i, closed in enumerate(case_file.evidence_closed):
        if closed.by not in authors:
            message = UnknownWords(rule_book).author(closed.by, authors)
            yield Fault(("evidence_closed", i, "by"), message)
