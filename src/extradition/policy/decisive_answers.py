"""The answers to facts, and the reasons for leaving a question open, on which tests of law turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extradition.hearing.offence import Heard
from extradition.hearing.path import AskedQuestion
from extradition.policy.law_tests import LawTest
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import OneOf
from extradition.rule_book.version import Version

FactAnswer = tuple[str, str]
"""The name of a fact or question, and an answer to it."""


def listed_answers(rule_book: RuleBook) -> Mapping[str, tuple[FactAnswer, ...]]:
    """Each worded answer on a list of ``yes_if`` or ``no_if``, by version.

    A twin has the lists of the question that it repeats, so it is left out.

    Args:
        rule_book: the law.
    """
    written = (
        version
        for provision, version in rule_book.versions.values()
        if rule_book.written_as(provision) is None
    )
    return {version.id: tuple(dict.fromkeys(_listed(version))) for version in written}


def undecided(
    rule_book: RuleBook, heard: Iterable[Heard], listed: Mapping[str, tuple[FactAnswer, ...]]
) -> dict[str, tuple[str, ...]]:
    """The answers among *listed* on which no hearing turns, by version, as ``fact: answer``.

    A hearing turns on an answer if another answer to the same fact changes the answer of the version.

    Args:
        rule_book: the law.
        heard: the offences of the tests, heard.
        listed: the answers to look for, by version.
    """
    turning = {
        (_written(rule_book, asked), *found)
        for asked in _derived(heard)
        for found in _turns_on(rule_book, asked)
    }
    missing = {
        name: [each for each in answers if (name, *each) not in turning] for name, answers in listed.items()
    }
    return {
        name: tuple(f"{fact}: {answer}" for fact, answer in left) for name, left in missing.items() if left
    }


def unstated_reasons(
    rule_book: RuleBook, tried: Iterable[tuple[LawTest, Heard]]
) -> dict[str, tuple[str, ...]]:
    """The reasons with a condition under ``left_open`` that no test states, by version.

    The last reason has no condition. It holds where no other does, which no case may reach.

    Args:
        rule_book: the law.
        tried: each test with its offence, heard.
    """
    given: set[tuple[str, str]] = set()
    for test, offence in tried:
        for placed in offence.walked.open_questions:
            words = test.because.get(placed.asked.provision, ())
            reasons = [reason.because for reason in placed.asked.chosen.version.left_open]
            stated = (reason for reason in reasons if reason.startswith(words))
            given |= {(_written(rule_book, placed.asked), reason) for reason in stated}
    missing = {
        version.id: tuple(
            reason.because for reason in version.left_open[:-1] if (version.id, reason.because) not in given
        )
        for provision, version in rule_book.versions.values()
        if rule_book.written_as(provision) is None
    }
    return {name: reasons for name, reasons in missing.items() if reasons}


def _listed(version: Version) -> Iterator[FactAnswer]:
    for condition in version.conditions:
        for leaf in condition.leaves():
            if isinstance(leaf.test, OneOf):
                yield from ((leaf.fact, answer) for answer in leaf.test.root)


def _derived(heard: Iterable[Heard]) -> Iterator[AskedQuestion]:
    """The questions that were asked under a version with conditions."""
    for offence in heard:
        placed = (*offence.walked.steps, *offence.walked.open_questions)
        yield from (each.asked for each in placed if each.asked.chosen.version.yes_if is not None)


def _turns_on(rule_book: RuleBook, asked: AskedQuestion) -> Iterator[FactAnswer]:
    version, answers = asked.chosen.version, asked.answers
    given = version.answer(answers)
    for fact, others in rule_book.choices(version).items():
        answer = answers.get(fact)
        if isinstance(answer, str) and any(
            version.answer({**answers, fact: other}) != given for other in others
        ):
            yield fact, answer


def _written(rule_book: RuleBook, asked: AskedQuestion) -> str:
    """The id of the version that was asked; for a twin, the id of the version that it repeats."""
    written = rule_book.questions[rule_book.written_as(asked.provision) or asked.provision]
    return written.versions[asked.question.versions.index(asked.chosen.version)].id
