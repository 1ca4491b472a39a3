"""The facts and questions that a walk asked about, each with its answer and its findings."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.case_file.settling import Known
from extradition.determination.reasons import FactUsed
from extradition.law import ANSWER
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.question import Factor


def fact_used(
    rule_book: RuleBook,
    part: str,
    known: Mapping[str, Known],
    name: str,
    answer: Answer | Length | None,
    factor: Factor | None = None,
) -> FactUsed:
    """The fact or question *name* with its answer and findings, as a determination shows it.

    A length keeps the words of the case file. It has no answer where it cannot be compared with whole months.

    Args:
        rule_book: the law, with the vocabulary.
        part: the matter.
        known: the findings of the case file, by fact and question.
        name: the fact or question.
        answer: its answer; None while it is open.
        factor: the factor of a reserved question that the fact is, if it is one.
    """
    of_case = known.get(name)
    counted = None if isinstance(answer, Length) else answer
    supports = None if factor is None else towards(factor, counted)

    def made() -> FactUsed:
        return _fact_used(rule_book, (part, name), of_case, counted, supports)

    return made() if of_case is not None else once(rule_book, ("fact", part, name, counted, supports), made)


def towards(factor: Factor, answer: Answer | None) -> ANSWER | None:
    """The answer to its reserved question that *factor* supports; None if it supports neither.

    Args:
        factor: the factor.
        answer: the answer to it.
    """
    if isinstance(answer, int):
        return factor.numbers_towards if answer else None
    return "yes" if answer in factor.towards_yes else "no" if answer in factor.towards_no else None


def _fact_used(
    rule_book: RuleBook,
    named: tuple[str, str],
    of_case: Known | None,
    answer: Answer | None,
    supports: ANSWER | None,
) -> FactUsed:
    """The fact or question *named*, by matter and name, with its *answer* and what the case says of it."""
    part, name = named
    fact = rule_book.facts.get(name)
    provision = None if fact else rule_book.named(part, name)
    ask = fact.ask if fact else rule_book.questions[str(provision)].question
    wording = _length_as_written(of_case) if fact else None
    if fact and answer is not None and wording is None:
        wording = f"{answer} {fact.unit}" if isinstance(answer, int) else fact.answers[answer]
    return FactUsed(
        name=name,
        ask=ask,
        provision=provision,
        answer=answer,
        wording=wording,
        findings=of_case.findings if of_case else (),
        designation=of_case.designation if of_case else None,
        proof=fact.proof if fact else None,
        towards=supports,
        closed=of_case.closed if of_case else None,
        nothing_shown=fact is not None and answer is not None and answer == fact.when_not_shown,
    )


def _length_as_written(known: Known | None) -> str | None:
    """The words of a length of months and days; None without an answer, and for every other answer."""
    written = known.written if known else None
    return written if written is not None and Length.read(written) is not None else None
