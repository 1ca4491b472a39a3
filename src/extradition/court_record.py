"""The answers of courts to the questions of the rule book, with the facts that the public record states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extradition.case_file import CaseFile, Decided, Offence, each_point
from extradition.case_file.settling import Known, settle
from extradition.hearing.known import known_of
from extradition.law import ANSWER
from extradition.rule_book import RuleBook


@dataclass(frozen=True)
class CourtAnswer:
    """One answer of a court to one question.

    Attributes:
        case_file: the decided case.
        decided: the public record of it.
        provision: the question that the court answered.
        answer: the answer of the court.
        stated: the answers to facts and questions that the public record states, by name.
        supposed: the same, with the answers that the author of the file assumed.
    """

    case_file: CaseFile
    decided: Decided
    provision: str
    answer: ANSWER
    stated: Mapping[str, str]
    supposed: Mapping[str, str]

    def is_of(self, case_file: CaseFile) -> bool:
        """Whether *case_file* has the same judgment or the same name."""
        own = self.case_file
        return own.case == case_file.case or (own.citation is not None and own.citation == case_file.citation)


def answers_of(known: Mapping[str, Known], rule_book: RuleBook) -> dict[str, str]:
    """The answers in *known* that are settled, by fact and question.

    An assertion answers a fact, as in a hearing. On a question it is argument, which answers nothing.

    Args:
        known: what is known of each fact and question.
        rule_book: the law, which says which names are facts.
    """
    return {
        name: each.answer
        for name, each in known.items()
        if each.answer is not None and (not each.is_argument or name in rule_book.facts)
    }


def answered_in(case_file: CaseFile, decided: Decided, rule_book: RuleBook) -> Iterator[CourtAnswer]:
    """Each answer of the court in *case_file* to a question that *rule_book* has."""
    for point in each_point(case_file, rule_book):
        for offence in point.offences:
            steps = offence.decided.steps if offence.decided else {}
            here = {provision: each for provision, each in steps.items() if provision in rule_book.questions}
            recorded = _recorded(point, offence, rule_book) if here else ({}, {})
            for provision, answer in here.items():
                yield CourtAnswer(case_file, decided, provision, answer, *recorded)


def _recorded(
    case_file: CaseFile, offence: Offence, rule_book: RuleBook
) -> tuple[dict[str, str], dict[str, str]]:
    """The answers on *offence* that the public record states, and the same with those that the author of
    the file assumed.
    """
    known = known_of(case_file, offence, rule_book)
    stated = {
        name: tuple(finding for finding in each.findings if not finding.is_assumption(rule_book.parties))
        for name, each in known.items()
    }
    return answers_of(
        {
            name: settle(each, rule_book.parties, rule_book.includes(name))
            for name, each in stated.items()
            if each
        },
        rule_book,
    ), answers_of(known, rule_book)
