"""The patterns on which the whole hearing ends differently under two laws, counted by the two ends."""

from __future__ import annotations

from collections import Counter
from typing import cast

from extradition.law import PART, Model
from extradition.policy.region.law_pair import LawPair
from extradition.policy.region.patterns import patterns_by_end, patterns_in
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.sensitivity.hearing_diagrams import End, words_of_end


class EndCount(Model):
    """The number of *patterns* with the outcome *before* under the first law and *after* under the
    second.
    """

    before: str
    after: str
    patterns: int


class HearingRegion(Model):
    """The ends of the whole hearing under two laws, for one matter and type of case.

    A judgment that the law leaves to the decider counts as a fact: each pattern has an answer to it, the same
    under both laws. So every pattern has an end.

    Attributes:
        facts: the number of facts that can change the end under either law.
        judgments: the number of such judgments.
        total: the number of patterns: one answer to each of those facts and judgments. It is exact and may
            exceed 2 to the power of 53.
        alike: the patterns with the same outcome under both laws, by outcome.
        changes: the patterns with another outcome, by the outcome before and after, the most frequent first.
    """

    part: PART
    title: str
    case_type: str | None
    facts: int
    judgments: int
    total: int
    alike: tuple[EndCount, ...]
    changes: tuple[EndCount, ...]

    @property
    def differing(self) -> int:
        """The number of patterns that end differently."""
        return sum(change.patterns for change in self.changes)


def hearing_region(
    part: PART, case_type: str | None, laws: tuple[str, str], rule_book: RuleBook
) -> HearingRegion:
    """The ends of the whole hearing under two laws.

    Args:
        part: the matter.
        case_type: the type of the case.
        laws: the names of the two laws.
        rule_book: the law.

    >>> laws = ("today", "as-amended-2026")
    >>> hearing_region("1", "accusation", laws, RuleBook.load()).differing
    0
    """
    pair = LawPair(part, laws, rule_book, "variables", {} if case_type is None else {ALWAYS_KNOWN: case_type})
    diagrams, function = pair.diagrams, pair.hearing()
    counts: Counter[tuple[str, str]] = Counter()
    for ends, patterns in patterns_by_end(diagrams, function).items():
        before, after = cast("tuple[End, End]", ends)
        counts[words_of_end(before), words_of_end(after)] += patterns
    names = diagrams.names(function)
    made = [
        EndCount(before=before, after=after, patterns=patterns)
        for (before, after), patterns in counts.most_common()
    ]
    return HearingRegion(
        part=part,
        title=rule_book.title_of(part),
        case_type=case_type,
        facts=sum(name in rule_book.facts for name in names),
        judgments=sum(name not in rule_book.facts for name in names),
        total=patterns_in(diagrams, function),
        alike=tuple(each for each in made if each.before == each.after),
        changes=tuple(each for each in made if each.before != each.after),
    )
