"""The faults in the decision of a court that a case file records: questions and provisions that the matter
does not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file import CaseFile, Offence
from extradition.case_file.decided import DecidedPoint, JudgmentPoint
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import PART, Provision
from extradition.rule_book import RuleBook
from extradition.rule_book.consequences import kind_of
from extradition.source import Fault, Place


def judgment_faults(case_file: CaseFile, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for each question that the decision of a court names and that the matter does not have.

    There is one too for each later treatment of an answer that the court did not give.

    Args:
        case_file: the case file; without a decision it has no such fault.
        rule_book: the law, with its questions.
        part: the matter of the case.
    """
    for i, offence in enumerate(case_file.offences):
        yield from _on_offence(offence, ("offences", i, "decided"), rule_book, part)
    decisions = [offence.decided for offence in case_file.offences if offence.decided]
    steps = {provision for decision in decisions for point in decision.each for provision in point.steps}
    for provision in case_file.decided.treatments if case_file.decided else ():
        if provision not in steps:
            yield Fault(("decided", "authority", provision), "is not among the steps that the court decided")


def _on_offence(offence: Offence, place: Place, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for each question in the decision of the court on *offence* that the matter does not have."""
    parts, words = rule_book.parts, UnknownWords(rule_book)
    for i, point in enumerate(offence.decided.each if offence.decided else ()):
        here = (*place, "points", i) if isinstance(point, JudgmentPoint) else place
        start = point.taken_from if isinstance(point, JudgmentPoint) else None
        if start is not None and (parts.get(start) != part or rule_book.questions[start].is_limb):
            yield Fault((*here, "taken_from"), words.start(start, part))
        for provision in point.steps:
            if parts.get(provision) != part:
                yield Fault((*here, "steps", provision), f"is not a question of {rule_book.title_of(part)}")
        yield from _in_outcome(point, here, rule_book, part)


def _in_outcome(point: DecidedPoint, place: Place, rule_book: RuleBook, part: PART) -> Iterator[Fault]:
    """A fault for the provision to which, or under which, the court decided, if no answer of *part* leads
    there.
    """
    own, is_exit = rule_book.parts.get(point.to or ""), point.to in rule_book.exits
    if point.to and not is_exit and (own != part or rule_book.questions[point.to].is_limb):
        yield Fault((*place, "to"), UnknownWords(rule_book).start(point.to, part))
    sections = {
        Provision(way.under).section
        for _, question in rule_book.questions_in(part)
        for way in question.ways.values()
        if kind_of(way) == point.outcome
    }
    if point.outcome and point.under and Provision(point.under).section not in sections:
        message = f"no question of {rule_book.title_of(part)} leads to {point.outcome} under {point.under}"
        yield Fault((*place, "under"), message)
