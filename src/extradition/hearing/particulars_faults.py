"""The faults of particulars that stand under the wrong name for the matter, or for several warrants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from extradition.case_file import CaseFile
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.matter import PAPER
from extradition.source import Fault


def particulars_faults(case_file: CaseFile, rule_book: RuleBook, part: PART | None) -> Iterator[Fault]:
    """A fault for particulars of a paper that is not that of the matter, and of one paper where there are
    several.

    Args:
        case_file: the whole case file.
        rule_book: the law, with the paper of each matter.
        part: the matter of the case; None if it is not known.
    """
    given = case_file.particulars
    for paper in get_args(PAPER):
        if given is None or getattr(given, paper) is None:
            continue
        if case_file.warrants:
            message = "is for a case with one warrant or request; write it under its own warrant"
            yield Fault(("particulars", paper), message)
        elif part is not None and rule_book.matters[part].paper != paper:
            yield Fault(("particulars", paper), _elsewhere(paper, rule_book, part))


def _elsewhere(paper: str, rule_book: RuleBook, part: PART) -> str:
    """The message for particulars of *paper*, which the matter *part* does not have."""
    of = " and ".join(each.title for each in rule_book.matters.values() if each.paper == paper)
    matter = rule_book.matters[part]
    own = f"it is called {matter.paper}" if matter.paper else "no paper asks for the person"
    return f"is for {of}; in {matter.title} {own}" if of else f"is not for {matter.title}: {own}"
