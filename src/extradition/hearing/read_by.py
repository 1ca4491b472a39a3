"""The facts and questions that a question, or the ways of a matter, read."""

from __future__ import annotations

from extradition.rule_book import RuleBook
from extradition.rule_book.kept_for_book import once


def read_by(rule_book: RuleBook, part: str, provision: str) -> frozenset[str]:
    """The facts and questions that a question and its limbs read under some version, and its own name.

    Args:
        rule_book: the law.
        part: the matter.
        provision: the provision of the question.
    """

    def made() -> frozenset[str]:
        question = rule_book.questions[provision]
        asked = {
            pair for version in question.versions for pair in rule_book.asked_by(part, question, version)
        }
        limbs = (read_by(rule_book, part, limb) for _, limb in asked if limb is not None)
        return frozenset((question.name, *(name for name, _ in asked))).union(*limbs)

    return once(rule_book, ("read by", part, provision), made)


def read_by_ways(rule_book: RuleBook, part: str) -> frozenset[str]:
    """The facts that the gates and the orders of a matter read.

    Args:
        rule_book: the law.
        part: the matter.
    """

    def made() -> frozenset[str]:
        questions = [question for _, question in rule_book.questions_in(part)]
        return frozenset(name for each in questions for name in (*each.gate_facts, *each.order_facts))

    return once(rule_book, ("read by ways", part), made)
