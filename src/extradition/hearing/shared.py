"""The values that the offences of one case share, so that each is made once for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from extradition.case_file import CaseFile
from extradition.determination.reasons import FactUsed
from extradition.determination.steps import Step
from extradition.engine.agreement import Reader
from extradition.hearing.known import KnownAnswers
from extradition.hearing.version_choices import VersionChoices
from extradition.rule_book import RuleBook

V = TypeVar("V")


class KeptForObjects(Generic[V]):
    """Values that were made from objects, kept for the same objects: equal ones do not count.

    The objects are kept too, so that no other object has their identity.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, ...], tuple[tuple[object, ...], V]] = {}

    def of(self, objects: tuple[object, ...], key: Hashable, make: Callable[[], V]) -> V:
        """The value for *objects* and *key*: the one that is kept, or else the one that *make* returns.

        Args:
            objects: what the value was made from, compared by identity.
            key: what else the value depends on, compared by value.
            make: called only if no value is kept.
        """
        same = (key, *map(id, objects))
        found = self._kept.get(same)
        if found is None:
            found = self._kept[same] = (objects, make())
        return found[1]


class Shared:
    """The values that those offences of one case share that are heard under one rule book. A case drops them
    with its hearing.

    Args:
        case_file: the case file, with its matter.
        rule_book: the law; for offences that list the same decisions, the rule book made for them.
        as_at: the day on which the case is heard, if it is not that of the case file.
        assuming: the ids of versions that apply whatever the dates.
        read: reads a version on the answers to its facts.

    Attributes:
        case_file: the same.
        rule_book: the same.
        read: the same.
        choices: the versions that dates choose.
        known: the known answers.
        facts: the facts that the determination explains, by what is known of them.
        steps: the steps on questions on the person, by their question and facts.
    """

    def __init__(
        self,
        case_file: CaseFile,
        rule_book: RuleBook,
        as_at: dt.date | None,
        assuming: Iterable[str],
        read: Reader,
    ) -> None:
        self.case_file = case_file
        self.rule_book = rule_book
        self.read = read
        self.choices = VersionChoices(rule_book, as_at, rule_book.each_decision.with_limbs(assuming))
        self.known = KnownAnswers(case_file, rule_book)
        self.facts: KeptForObjects[FactUsed] = KeptForObjects()
        self.steps: KeptForObjects[Step] = KeptForObjects()
