"""Checks of the kinds of decision, and of the questions that are asked of each decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extradition.rule_book.checks.places import Found
from extradition.rule_book.decision_kinds import DecisionKinds
from extradition.rule_book.load import Contents
from extradition.rule_book.question import Question
from extradition.source import Fault, Place

FILE = "decisions.yaml"


def kinds_use_known_words(contents: Contents) -> Found:
    """Every fact, answer, kind and question that ``decisions.yaml`` names is known."""
    kinds = contents.decision_kinds
    if kinds is not None:
        for place, message in (
            *_unknown_facts(contents, kinds),
            *_unknown_kinds(kinds),
            *_not_said(contents, kinds),
        ):
            yield contents.documents[FILE], Fault(place, message)


def _unknown_facts(contents: Contents, kinds: DecisionKinds) -> Iterator[tuple[Place, str]]:
    of_each = {name for name, fact in contents.facts.items() if fact.asked_of == "each decision"}
    listed = {
        "schedule": kinds.schedule,
        "schedule_for_court": kinds.schedule_for_court,
        "asks": kinds.asks,
    }
    for key, names in listed.items():
        yield from (
            ((key,), f"{name} is not a fact that is asked of each decision")
            for name in names
            if name not in of_each
        )
    for name, answer in kinds.listed_instead.items():
        if name not in contents.facts or answer not in contents.facts[name].answers:
            yield ("listed_instead", name), f"{answer!r} is not an answer to a fact of that name"


def _unknown_kinds(kinds: DecisionKinds) -> Iterator[tuple[Place, str]]:
    for name, kind in kinds.kinds.items():
        for key, others in (("continues", kind.continues), ("replaces", kind.replaces)):
            yield from (
                (("kinds", name, key), f"{other} is not a kind of decision")
                for other in others
                if other not in kinds.kinds
            )


def _not_said(contents: Contents, kinds: DecisionKinds) -> Iterator[tuple[Place, str]]:
    """The answers to the facts that a list of decisions replaces, unless just the kinds of decision say
    them.
    """
    said = [
        (name, answer)
        for kind in kinds.kinds.values()
        for name, answers in kind.stands_for.items()
        for answer in answers
    ]
    for name, nothing in kinds.listed_instead.items():
        answers = set(contents.facts[name].answers) - {nothing} if name in contents.facts else set()
        stated = {answer for other, answer in said if other == name}
        for answer in sorted(answers ^ stated):
            yield (
                ("listed_instead", name),
                (
                    f"{answer!r} is "
                    f"{'said by no kind of decision' if answer in answers else 'not one of its answers'}"
                ),
            )


def questions_have_a_rule_for_each_decision(contents: Contents) -> Found:
    """Every question that is asked of each decision has a rule in ``decisions.yaml``, and no version that
    is prospective.
    """
    kinds = contents.decision_kinds
    asked = {
        provision: question
        for provision, question in contents.questions.items()
        if question.asked_of is not None
    }
    for provision, question in asked.items():
        for fault in _faults_of_question(question, kinds):
            yield contents.documents[provision], fault
    names = {question.name for question in asked.values()}
    for place, name in _questions_named(kinds) if kinds is not None else ():
        if name not in names:
            message = f"{name} is not a question that is asked of each decision"
            yield contents.documents[FILE], Fault(place, message)


def _faults_of_question(question: Question, kinds: DecisionKinds | None) -> Iterator[Fault]:
    """The faults of a *question* that is asked of each decision: no rule, and each prospective version."""
    if kinds is None or question.name not in kinds.questions:
        yield Fault(("asked_of",), "needs a rule of that name under questions: in decisions.yaml")
    for i, version in enumerate(question.versions):
        if version.in_force.is_prospective:
            yield Fault(
                ("versions", i),
                "is prospective, and a question asked of each decision cannot be heard under such a version",
            )


def _questions_named(kinds: DecisionKinds) -> Iterable[tuple[Place, str]]:
    """Each question that ``decisions.yaml`` names, with its place there; once for each place."""
    named: list[tuple[Place, str]] = [(("presence",), kinds.presence)]
    named += [
        (("questions", name), other)
        for name, rule in kinds.questions.items()
        for other in (name, *rule.satisfied_by)
    ]
    return dict.fromkeys(named)
