"""The facts and questions that a walk asked about, and each with its answer and who says so."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.case_file.settling import Known
from extradition.determination.reasons import FactUsed
from extradition.hearing.walk import Walk
from extradition.law import ANSWER
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.question import Factor


def names_asked(rule_book: RuleBook, walk: Walk) -> tuple[str, ...]:
    """Every fact and question that *walk* asked about, those of its gates last, in order and once."""
    gates = [facts for provision, facts in rule_book.gates.items() if provision in walk.met]
    names = [name for put in walk.asked for name in (*put.names, put.question.name)]
    return tuple(dict.fromkeys((*names, *(fact for facts in gates for fact in facts))))


def fact_used(
    rule_book: RuleBook, part: str, known: Mapping[str, Known], name: str, answer: Answer | Length | None, factor: Factor | None = None
) -> FactUsed:
    """The fact or question *name* with its *answer*; *factor*, if it is laid out beside a reserved question.

    A length keeps the words in which it is written; it has no answer where it cannot be compared with whole months.
    """
    fact = rule_book.facts.get(name)
    provision = None if fact else rule_book.named(part, name)
    ask = fact.ask if fact else rule_book.questions[str(provision)].question
    said = known.get(name)
    answer = None if isinstance(answer, Length) else answer
    wording = _length_as_written(said) if fact else None
    if fact and answer is not None and wording is None:
        wording = f"{answer} {fact.unit}" if isinstance(answer, int) else fact.answers[answer]
    towards: ANSWER | None = None
    if factor is not None:
        towards = "yes" if answer in factor.towards_yes else "no" if answer in factor.towards_no else None
    return FactUsed(
        name=name,
        ask=ask,
        provision=provision,
        answer=answer,
        wording=wording,
        findings=said.findings if said else (),
        designation=said.designation if said else None,
        proof=fact.proof if fact else None,
        towards=towards,
    )


def _length_as_written(known: Known | None) -> str | None:
    """The words of a length of months and days; None for any other answer, or none."""
    written = known.written if known else None
    return written if written is not None and Length.read(written) is not None else None
