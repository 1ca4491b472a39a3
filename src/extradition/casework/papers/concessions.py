"""What a side itself says or agrees, where it helps the other side."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file.finding import Finding
from extradition.casework.papers.favoured import favoured
from extradition.casework.papers.on_offences import OnOffences, joined_parts
from extradition.determination import OffenceDetermination
from extradition.determination.reasons import FactUsed
from extradition.determination.steps import OpenQuestion, Step
from extradition.hearing import Hearing
from extradition.hearing.facts import towards
from extradition.hearing.offence import Heard
from extradition.law import ANSWER, PARTY
from extradition.length import Length
from extradition.rule_book.parties import Parties


class Concession(OnOffences):
    """An answer that a side gives or agrees, and the *answer* to a question to which it goes.

    The question is that of *provision*, and its *answer* is the one that helps the other side.
    """

    name: str
    finding: Finding
    provision: str
    title: str
    answer: ANSWER


def conceded_by(hearing: Hearing, side: PARTY) -> tuple[Concession, ...]:
    """What *side* says or agrees on the case of *hearing*, where it goes to an answer that helps the other
    side.

    Args:
        hearing: the case, heard.
        side: the party.
    """
    offences = zip(hearing.determination.offences, hearing.offences, strict=True)
    return joined_parts(each for offence, heard in offences for each in _on_offence(offence, heard, side))


def _on_offence(offence: OffenceDetermination, heard: Heard, side: PARTY) -> Iterator[Concession]:
    book = heard.rule_book
    for asked in offence.explained:
        if _is_limb_without_effect(asked, offence, heard, side):
            continue
        question, stated = book.questions[asked.provision], _of_answer(asked, side, book.parties)
        for name, finding, answer in (*stated, *_of_factors(asked, heard, side)):
            if favoured(question, answer, book.parties) == book.parties.other_than(side):
                yield Concession(
                    offences=(offence.id,),
                    name=name,
                    finding=finding,
                    provision=asked.provision,
                    title=asked.title,
                    answer=answer,
                )


def _is_limb_without_effect(
    asked: Step | OpenQuestion, offence: OffenceDetermination, heard: Heard, side: PARTY
) -> bool:
    """Whether *asked* is a limb that decided no question which was answered against *side*."""
    if asked.limb_of is None:
        return False
    book = heard.rule_book
    return not any(
        asked.name in step.turned_on
        and favoured(book.questions[step.provision], step.answer, book.parties) != side
        for step in offence.answered
    )


def _of_answer(
    asked: Step | OpenQuestion, side: PARTY, parties: Parties
) -> Iterator[tuple[str, Finding, ANSWER]]:
    """What *side* says on an answered question itself, and on the facts that decided it."""
    if isinstance(asked, OpenQuestion):
        return
    for finding in asked.findings:
        if _is_by(finding, side, parties) and finding.compared == asked.answer:
            yield asked.name, finding, asked.answer
    for fact in asked.facts:
        if fact.name in asked.turned_on and asked.derived == asked.answer:
            yield from (
                (fact.name, finding, asked.answer)
                for finding in fact.findings
                if _is_by(finding, side, parties) and _counts(finding, fact)
            )


def _of_factors(
    asked: Step | OpenQuestion, heard: Heard, side: PARTY
) -> Iterator[tuple[str, Finding, ANSWER]]:
    """What *side* says on a factor of a reserved question, and the answer that it supports."""
    book = heard.rule_book
    factors = {each.fact: each for each in book.questions[asked.provision].factors}
    for fact in asked.facts if asked.reserved else ():
        for finding in fact.findings if fact.name in factors else ():
            answer = book.answer(fact.name, finding.answer)
            goes_to = None if isinstance(answer, Length) else towards(factors[fact.name], answer)
            if goes_to is not None and _is_by(finding, side, book.parties):
                yield fact.name, finding, goes_to


def _is_by(finding: Finding, side: PARTY, parties: Parties) -> bool:
    """Whether *side* gives or agrees the answer."""
    return finding.is_agreed(parties) or finding.by == side


def _counts(finding: Finding, fact: FactUsed) -> bool:
    """Whether *finding* gives the answer that counts."""
    return finding.compared == str(fact.answer) or fact.provision is not None
