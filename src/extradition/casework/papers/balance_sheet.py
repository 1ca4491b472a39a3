"""The balance sheet: for each balance, the recorded factors for extradition, against it and not placed.

No factor has a weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from extradition.case_file.finding import Finding
from extradition.casework.papers.favoured import favoured
from extradition.casework.papers.on_offences import OnOffences, joined_parts
from extradition.determination import NotAsked, OffenceDetermination
from extradition.determination.reasons import FactUsed
from extradition.determination.steps import Asked
from extradition.hearing import Hearing
from extradition.hearing.facts import towards
from extradition.hearing.offence import Heard
from extradition.law import ANSWER, Model
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.parties import Parties
from extradition.rule_book.question import Factor, Question

SIDE_OF_SHEET = Literal["for extradition", "against extradition", "not placed", "not known"]


class FactorRecorded(Model):
    """One recorded answer to a factor, on its side of the sheet.

    It is *not placed* if the rule book does not say which way the answer goes. ``finding`` is None if nothing
    is recorded.
    """

    name: str
    ask: str
    finding: Finding | None
    side_of_sheet: SIDE_OF_SHEET


class Balance(OnOffences):
    """The factors in the *balance* on the question of *provision*, and the answers recorded on the question
    itself.
    """

    provision: str
    address: str
    title: str
    name: str
    balance: str
    factors: tuple[FactorRecorded, ...]
    findings: tuple[Finding, ...]


class BalanceNotAsked(OnOffences):
    """A question that is a balance and was not asked, with the reason."""

    question: NotAsked


class BalanceSheet(Model):
    """The balances of the case, and those that were not asked."""

    shape: Literal["balance"] = "balance"
    balances: tuple[Balance, ...]
    not_asked: tuple[BalanceNotAsked, ...]


def balance_sheet_of(hearing: Hearing) -> BalanceSheet:
    """The balance sheet of the case of *hearing*.

    Args:
        hearing: the case, heard.
    """
    offences = list(zip(hearing.determination.offences, hearing.offences, strict=True))
    return BalanceSheet(
        balances=joined_parts(each for offence, heard in offences for each in _balances(offence, heard)),
        not_asked=joined_parts(each for offence, heard in offences for each in _not_asked(offence, heard)),
    )


def _balances(offence: OffenceDetermination, heard: Heard) -> Iterator[Balance]:
    for asked in offence.explained:
        question = heard.rule_book.questions[asked.provision]
        for balance in dict.fromkeys(each.balance for each in question.factors if each.balance):
            yield Balance(
                offences=(offence.id,),
                provision=asked.provision,
                address=asked.address,
                title=asked.title,
                name=asked.name,
                balance=balance,
                factors=tuple(_factors(asked, question, balance, heard.rule_book)),
                findings=asked.findings,
            )


def _factors(asked: Asked, question: Question, balance: str, book: RuleBook) -> Iterator[FactorRecorded]:
    facts = {fact.name: fact for fact in asked.facts}
    for factor in question.factors:
        if factor.balance == balance:
            yield from _answers(facts[factor.fact], factor, question, book)


def _answers(fact: FactUsed, factor: Factor, question: Question, book: RuleBook) -> Iterator[FactorRecorded]:
    """Each answer recorded on *factor*: the parties may give different ones."""
    for finding in fact.findings:
        answer = book.answer(fact.name, finding.answer)
        supported = None if isinstance(answer, Length) else towards(factor, answer)
        yield FactorRecorded(
            name=fact.name,
            ask=fact.ask,
            finding=finding,
            side_of_sheet=_side(question, supported, book.parties),
        )
    if not fact.findings:
        yield FactorRecorded(name=fact.name, ask=fact.ask, finding=None, side_of_sheet="not known")


def _side(question: Question, supported: ANSWER | None, parties: Parties) -> SIDE_OF_SHEET:
    party = None if supported is None else favoured(question, supported, parties)
    if party is None:
        return "not placed"
    return "for extradition" if party == parties.applicant else "against extradition"


def _not_asked(offence: OffenceDetermination, heard: Heard) -> Iterator[BalanceNotAsked]:
    for each in offence.not_asked:
        if any(factor.balance for factor in heard.rule_book.questions[each.provision].factors):
            yield BalanceNotAsked(offences=(offence.id,), question=each)
