"""The doubts that answers still to come would raise: a finding puts what is asserted with it in doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from extradition.case_file.settling import Known
from extradition.hearing.doubted import asserted_among, in_doubt_by
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.rule_book.fact import FollowsFrom
from extradition.sensitivity.decision_diagram import Diagrams


class RaisedDoubts:
    """The doubts of which nothing is recorded, and that an answer still to come would raise.

    Args:
        known: the known answers of the offence, by fact and question.
        rule_book: the law, with the facts that record doubts.
        names: the names of the diagrams.
    """

    def __init__(self, known: Mapping[str, Known], rule_book: RuleBook, names: Collection[str]) -> None:
        self._names = names
        self._answers = {name: each.answer for name, each in known.items() if each.answer is not None}
        self._rules = tuple(self._open_rules(known, rule_book))

    def _open_rules(
        self, known: Mapping[str, Known], rule_book: RuleBook
    ) -> Iterator[tuple[str, str, FollowsFrom]]:
        """Each doubt that may still follow, with the answer that there is none, and a rule by which it may.

        The last rule of a doubt is the first.
        """
        for doubt, names in rule_book.doubts.items():
            fact, asserted = rule_book.facts[doubt], asserted_among(names, known, rule_book.parties)
            for rule in reversed(fact.follows_from if doubt in self._names and doubt not in known else ()):
                if in_doubt_by(rule, asserted, rule_book):
                    yield doubt, str(fact.when_not_shown), rule

    def raised_in(self, diagrams: Diagrams, function: int) -> int:
        """The *function* of the answers to come with the doubts that they raise.

        Args:
            diagrams: the diagrams that have the function.
            function: the number of a function of the answers that are not known.
        """
        for doubt, silence, rule in self._rules:
            if any(self._answers.get(name) in answers for name, answers in rule.unless.items()):
                continue
            found, unless = (
                {n: answers for n, answers in each.items() if n in self._names and n not in self._answers}
                for each in (rule.found, rule.unless)
            )
            raised = diagrams.counting_as(function, doubt, silence, rule.answer)
            function = either(
                diagrams, follows(diagrams, found, unless, diagrams.end(True)), raised, function
            )
        return function


def either(diagrams: Diagrams, condition: int, held: int, failed: int) -> int:
    """The function *held* where *condition* holds, and *failed* elsewhere.

    Args:
        diagrams: the diagrams that have the functions.
        condition: a function with the ends true and false.
        held: a function.
        failed: a function.
    """
    return diagrams.replaced(condition, {True: held, False: failed})


def follows(
    diagrams: Diagrams,
    found: Mapping[str, Collection[Answer]],
    unless: Mapping[str, Collection[Answer]],
    still: int,
) -> int:
    """Whether a doubt follows, as a function with the ends true and false.

    Args:
        diagrams: the diagrams to which the function is added.
        found: by name, the answers from any one of which it follows.
        unless: by name, the answers with any one of which it does not follow.
        still: a function with these ends: whether something in doubt is only asserted.
    """
    no = diagrams.end(False)
    return either(
        diagrams, has_one(diagrams, found), either(diagrams, has_one(diagrams, unless), no, still), no
    )


def has_one(diagrams: Diagrams, answers: Mapping[str, Collection[Answer]]) -> int:
    """Whether a name has one of its *answers*, as a function with the ends true and false.

    Args:
        diagrams: the diagrams to which the function is added.
        answers: by name, answers to it.
    """
    yes, has = diagrams.end(True), diagrams.end(False)
    for name, wanted in answers.items():
        below = {answer: yes if answer in wanted else has for answer in diagrams.answers(name)}
        has = diagrams.choice(name, below.__getitem__)
    return has
