"""The coverage of a rule book by tests of law: the versions, answers and days of change that no test
tries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from extradition import source
from extradition.days import first_day
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.offence import Heard
from extradition.hearing.path import AskedQuestion
from extradition.hearing.walk import Walk
from extradition.law import Model
from extradition.policy.decisive_answers import listed_answers, undecided, unstated_reasons
from extradition.policy.law_tests import LawTest
from extradition.rule_book import RuleBook
from extradition.rule_book.in_force import MIDNIGHT
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version


class Failure(Model):
    """A test that does not hold, and the differences."""

    it: str
    file: str
    differences: tuple[str, ...]


class Coverage(Model):
    """The coverage of the rule book by tests: the tests that fail, and the answers, days and numbers that no
    test tries.

    ``untried`` gives, by version, the answers that no test reaches (``open`` is one). ``edges`` gives the
    days on which the law changes, and the numbers at which an answer changes, without a test on either side.
    ``unstated`` gives the tests that leave out a key, so that they would not notice a changed law.
    ``reasons`` gives, by version, the reasons of ``left_open`` that no test states. ``undecided`` gives, by
    version, the answers to facts on which no test turns: another answer changes the answer to the question in
    no test. There are ``answers_to_facts`` on the lists of all conditions.
    """

    tests: int
    failures: tuple[Failure, ...]
    untried: dict[str, tuple[str, ...]]
    edges: tuple[str, ...]
    unstated: tuple[str, ...]
    reasons: dict[str, tuple[str, ...]]
    answers_to_facts: int
    undecided: dict[str, tuple[str, ...]]

    @property
    def is_complete(self) -> bool:
        """Whether every test holds and states all its keys, and nothing is untried, undecided or without a
        test.
        """
        return not (
            self.failures or self.untried or self.edges or self.unstated or self.reasons or self.undecided
        )


def cover(
    tests: Iterable[tuple[Path, LawTest]], rule_book: RuleBook, *, engine: ENGINE = "durable"
) -> Coverage:
    """The coverage of *rule_book* by *tests*, after a run of each.

    Args:
        tests: each test with the path of its file, as ``load`` returns them.
        rule_book: the law to test.
        engine: ``durable`` for both readings of the rules, ``plain`` for the plain reading alone.

    Raises:
        OptionError, EngineError: as for ``determine``.
    """
    failures: list[Failure] = []
    unstated: list[str] = []
    tried: list[tuple[LawTest, Heard]] = []
    every = tuple(tests)
    for path, test in every:
        hearing, differences = _run(test, rule_book, engine)
        if differences:
            failures.append(Failure(it=test.it, file=str(path), differences=differences))
        if hearing is not None:
            # an offence with decisions is heard under conditions that are made for them
            tried += ((test, each) for each in hearing.offences if not each.offence.decisions)
            unstated += (
                f"{path}: {test.it}: does not state {key}"
                for key in test.unstated(hearing)
                if not differences
            )
    heard = [offence for _, offence in tried]
    listed = listed_answers(rule_book)
    return Coverage(
        tests=len(every),
        failures=tuple(failures),
        untried=_untried(rule_book, heard),
        edges=tuple(edges_without_a_test(rule_book, heard)),
        unstated=tuple(unstated),
        reasons=unstated_reasons(rule_book, tried),
        answers_to_facts=sum(map(len, listed.values())),
        undecided=undecided(rule_book, heard, listed),
    )


def _run(test: LawTest, rule_book: RuleBook, engine: ENGINE) -> tuple[Hearing | None, tuple[str, ...]]:
    """The hearing of *test*, None if it is refused; and the differences."""
    try:
        hearing = hear(test.case_file(rule_book), rule_book, Under(assuming=test.assuming, engine=engine))
    except (ValidationError, source.ExtraditionError) as error:
        return None, tuple(f"it is refused: {line}" for line in str(error).splitlines())
    return hearing, tuple(test.differences(hearing))


def _untried(rule_book: RuleBook, heard: list[Heard]) -> dict[str, tuple[str, ...]]:
    """By version, the answers that no test reaches: derived answers, unless only a finding can give them."""
    taken: set[tuple[str, str]] = set()
    for offence in heard:
        steps = [step.asked for step in offence.walked.steps]
        taken |= {
            (step.chosen.version.id, step.answer)
            for step in steps
            if step.found is None or step.chosen.version.yes_if is None
        }
        taken |= {(question.asked.chosen.version.id, "open") for question in offence.walked.open_questions}
    missing = {
        version: tuple(answer for answer in ("yes", "no", "open") if (version, answer) not in taken)
        for version in rule_book.versions
    }
    return {version: answers for version, answers in missing.items() if answers}


def edges_without_a_test(rule_book: RuleBook, heard: Iterable[Heard]) -> Iterator[str]:
    """The days and numbers next to a change of the law or of an answer that no test has, a sentence for each.

    Args:
        rule_book: the law.
        heard: the offences of the tests, as heard under it, without those that list decisions.
    """
    walks = [offence.walked for offence in heard]
    every = [placed.asked for walk in walks for placed in (*walk.steps, *walk.open_questions)]
    days, numbers = {*_days_tried(every), *_days_without_law(walks)}, set(_numbers_tried(every))
    by_hearing = (version.in_force.by("hearing date") for _, version in rule_book.versions.values())
    first = min((span.from_ for span in by_hearing if span and isinstance(span.from_, dt.date)), default=None)
    for provision, question in rule_book.questions.items():
        around = (
            day + dt.timedelta(days=side)
            for day in _days_of_change(question)
            if day != first
            for side in (-1, 0)
        )
        yield from (f"{provision}: no test on {day}" for day in around if (provision, day) not in days)
        for version in question.versions:
            yield from (
                f"{version.id}: no test on {day} {when}"
                for day, when in _hours_of_change(version)
                if (version.id, day) not in days
            )
        numbers_to_try = _numbers_at_a_change(question)
        yield from (
            f"{provision}: no test with {fact} at {number}"
            for fact, number in numbers_to_try
            if (provision, fact, number) not in numbers
        )


def _days_tried(every: Iterable[AskedQuestion]) -> Iterator[tuple[str, dt.date]]:
    """Each day that chose a version, after the provision of its question and after its id."""
    for asked in every:
        for _, when in asked.chosen.dates:
            yield asked.provision, first_day(when)
            yield asked.chosen.version.id, first_day(when)


def _days_without_law(walks: Iterable[Walk]) -> Iterator[tuple[str, dt.date]]:
    """Each day on which a question was not in force, after its provision."""
    return (
        (provision, passed.absent.day)
        for walk in walks
        for provision, passed in walk.path.passed_by.items()
        if passed.absent is not None
    )


def _numbers_tried(every: Iterable[AskedQuestion]) -> Iterator[tuple[str, str, int]]:
    """Each number that answers a fact, after the provision of a question that asks for it and the fact."""
    return (
        (asked.provision, name, answer)
        for asked in every
        for name, answer in asked.answers.items()
        if isinstance(answer, int)
    )


def _numbers_at_a_change(question: Question) -> list[tuple[str, int]]:
    """The numbers at which an answer changes, and those just below them, each with its fact."""
    leaves = (
        leaf
        for version in question.versions
        for condition in version.conditions
        for leaf in condition.leaves()
    )
    edges = {(leaf.fact, leaf.edge) for leaf in leaves if leaf.edge is not None}
    return sorted({(fact, edge + side) for fact, edge in edges for side in (-1, 0) if edge + side >= 0})


def _days_of_change(question: Question) -> Iterator[dt.date]:
    """The days at the start of which another version begins, or the question enters or leaves the Act."""
    for selector in question.selectors:
        spans = [version.in_force.by(selector) for version in question.dated]
        begin = {span.begins for span in spans if span and span.begins}
        end = {span.ends for span in spans if span and span.ends}
        within = begin | (begin & end if question.is_limb else end)
        first = set() if None in spans or question.while_not_in_force else {min(begin)}
        yield from (day for day, hour in sorted(within - first) if hour == MIDNIGHT)


def _hours_of_change(version: Version) -> Iterator[tuple[dt.date, str]]:
    """The days within which the version begins or ends, each with the side of the hour on which it is in
    force.
    """
    for span in version.in_force.spans:
        if span.from_hour is not None and isinstance(span.from_, dt.date):
            yield span.from_, f"from {span.from_hour:%H:%M}"
        if span.until_hour is not None and span.until is not None:
            yield span.until, f"before {span.until_hour:%H:%M}"
