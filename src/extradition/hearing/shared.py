"""The values that the offences of one case share, so that each is made once for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from extradition.case_file import CaseFile
from extradition.determination.reasons import FactUsed
from extradition.determination.steps import Step
from extradition.engine.agreement import Reader
from extradition.hearing.known import KnownAnswers
from extradition.hearing.version_choices import VersionChoices
from extradition.rule_book import RuleBook


class Shared:
    """The values that the offences of one case share. A case drops them with its hearing.

    Args:
        case_file: the case file, with its Part.
        rule_book: the law.
        as_at: the day on which the case is heard, if it is not that of the case file.
        assuming: the ids of versions that apply whatever the dates.
        read: reads a version on the answers to its facts.

    Attributes:
        case_file: the same.
        rule_book: the same.
        read: the same.
        choices: the versions that dates choose.
        known: the known answers.
        facts: the facts that the determination explains, by their name, answer and findings.
        steps: the steps on questions on the person, by their question and facts.
    """

    def __init__(self, case_file: CaseFile, rule_book: RuleBook, as_at: dt.date | None, assuming: Iterable[str], read: Reader) -> None:
        self.case_file = case_file
        self.rule_book = rule_book
        self.read = read
        self.choices = VersionChoices(rule_book, as_at, assuming)
        self.known = KnownAnswers(case_file, rule_book)
        self.facts: dict[tuple[object, ...], FactUsed] = {}
        self.steps: dict[tuple[object, ...], Step] = {}
