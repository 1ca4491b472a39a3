"""Findings under a name that does not count, in a case on several warrants."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from extradition.case_file import CaseFile, each_warrant
from extradition.case_file.each_warrant import in_whole
from extradition.hearing.without_effect import misnamed_findings
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.source import Fault


def misnamed_on_each(
    case_file: CaseFile, rule_book: RuleBook, parts: Iterable[PART | None]
) -> Iterator[Fault]:
    """A fault for each finding under the wrong name: on one warrant, or on all if the finding is for all.

    Args:
        case_file: the case file, with several warrants.
        rule_book: the law, with the names that count.
        parts: the matter of each warrant; None for one that is not known.
    """
    alone = zip(each_warrant(case_file), parts, strict=True)
    of_each = [
        in_whole(case_file, number, misnamed_findings(each, rule_book, part)) if part else []
        for number, (each, part) in enumerate(alone)
    ]
    on_all = frozenset.intersection(*(frozenset(fault.place for fault in faults) for faults in of_each))
    for fault in itertools.chain.from_iterable(of_each):
        if fault.place[0] == "warrants" or fault.place in on_all:
            yield fault
