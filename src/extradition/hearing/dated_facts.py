"""The facts that a date of the case file answers."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile
from extradition.hearing.designation import contradicting
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import FromDate
from extradition.source import Fault


def dated_facts(case_file: CaseFile, rule_book: RuleBook) -> Iterator[tuple[str, FromDate]]:
    """Each fact that a date of the case file answers, with that date and the answer.

    Args:
        case_file: the case file, with the dates of one warrant.
        rule_book: the law, with its facts.
    """
    for name, given in rule_book.from_date.items():
        if case_file.dates.of(given.date) is not None:
            yield name, given


def dated_faults(case_file: CaseFile, rule_book: RuleBook) -> Iterator[Fault]:
    """A fault for each finding that contradicts the answer that a date of the case file gives.

    Args:
        case_file: the case file, with the dates of one warrant.
        rule_book: the law, with its facts.
    """
    for name, given in dated_facts(case_file, rule_book):
        message = f"the case file gives dates.{given.date}, and so the answer is {given.answer!r}"
        yield from contradicting(case_file, name, given.answer, message)
