"""The dates of a case file that its rule book does not declare."""

from __future__ import annotations

from extradition.case_file import CaseFile
from extradition.hearing.unknown_words import UnknownWords
from extradition.rule_book import RuleBook
from extradition.source import Fault


def with_known_dates(case_file: CaseFile, rule_book: RuleBook) -> tuple[CaseFile, list[Fault]]:
    """The *case_file* with the dates alone that the rule book declares, and a fault for each other date.

    Args:
        case_file: a case file with one warrant.
        rule_book: the law, with the dates of a case.
    """
    known = rule_book.titles_of_dates
    unknown = [key for key in case_file.dates.keys_given if key not in known]
    if not unknown:
        return case_file, []
    kept = case_file.model_copy(update={"dates": case_file.dates.among(known)})
    words = UnknownWords(rule_book)
    return kept, [Fault(("dates", key), words.date(key)) for key in unknown]
