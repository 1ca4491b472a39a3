"""Tests of the law, which are data: their failures against the rule book, and the versions that they leave untried."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import Field, RootModel, ValidationError

from extradition import source
from extradition.case_file import CaseFile
from extradition.case_file.decision import Decisions
from extradition.case_file.finding import Findings
from extradition.days import When
from extradition.determination.outcome import KIND
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.offence import Heard
from extradition.law import ANSWER, HOLDS, PART, AskedText, Hour, Model, ProvisionText
from extradition.rule_book import RuleBook
from extradition.rule_book.book import VersionId
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version

_TERRITORIES = {"1": "BE", "2": "IN"}
"""The territory of a test that names none: it stays in one category throughout, and has no article 3 designation."""


class LawTest(Model):
    """One test: *it* is a sentence that must be true, and *law* the passage that makes it so.

    The hearing is *taken_from* that question, or is the whole hearing without it. The *findings* on the person and on the
    offence are in one list; those about one of its *decisions* are with the decision. The hearing must give exactly the
    answers *path*; limbs are compared only where it lists them.
    The last answer must lead to *next*: a provision, or the kind of end. The hearing must also give the *outcome*, *to* a
    provision, *under* another; the first *open* questions; the facts of which it presumes that nothing is shown (*unless_shown*);
    and the kind of outcome *if_nothing_more_is_shown*. A key that the test leaves out is not compared.
    """

    it: Sentence
    law: Sentence
    part: PART
    hearing: When | None = None
    taken_from: ProvisionText | None = None
    case_type: Sentence = "conviction"
    territory: Sentence | None = None
    arrest: When | None = None
    arrest_hour: Hour | None = None
    certificate: When | None = None
    conduct_date: When | None = None
    assuming: tuple[VersionId, ...] = ()
    findings: Findings
    decisions: Decisions | None = None
    path: dict[AskedText, ANSWER] = Field(default_factory=dict)
    next: Sentence | None = None
    outcome: KIND | None = None
    to: ProvisionText | None = None
    under: ProvisionText | None = None
    open: tuple[AskedText, ...] = ()
    unless_shown: tuple[str, ...] | None = None
    if_nothing_more_is_shown: KIND | None = None

    def case_file(self, rule_book: RuleBook) -> CaseFile:
        """The case file that the test describes."""
        about = {name: rule_book.about(self.part, name) for name in self.findings}
        return CaseFile.model_validate(
            {
                "case": self.it,
                "part": self.part,
                "territory": self.territory or _TERRITORIES[self.part],
                "taken_from": self.taken_from,
                "dates": {"hearing": self.hearing, "arrest": self.arrest, "arrest_hour": self.arrest_hour, "certificate": self.certificate},
                "findings": {name: findings for name, findings in self.findings.items() if about[name] == "person"},
                "offences": [
                    {
                        "id": "one",
                        "case_type": self.case_type,
                        "conduct_date": self.conduct_date,
                        "decisions": self.decisions,
                        "findings": {name: findings for name, findings in self.findings.items() if about[name] != "person"},
                    }
                ],
            }
        )

    def differences(self, hearing: Hearing) -> Iterator[str]:
        """A sentence for each difference between *hearing* and the test."""
        offence = hearing.offences[0]
        walk = offence.walked
        path = {step.asked.provision: step.asked.answer for step in walk.steps if step.limb_of is None or step.asked.provision in self.path}
        if path != self.path:
            yield f"the path is {_in_words(path)}, not {_in_words(self.path)}"
        last = [lead for step in walk.steps if (lead := walk.leads(step.asked)) is not None]
        leads = (last[-1].to or last[-1].kind) if last else None
        if self.next is not None and leads != self.next:
            yield f"the last answer leads to {leads}, not {self.next}"
        outcome = offence.outcome
        if self.outcome is not None and (outcome.kind, outcome.to, outcome.under) != (self.outcome, self.to, self.under):
            yield f"the outcome is {outcome.outcome} under {outcome.under}, not {self.outcome} {self.to or ''} under {self.under}"
        first = tuple(question.asked.provision for question in walk.open_questions[: len(self.open)])
        if first != self.open:
            yield f"the first open questions are {first}, not {self.open}"
        if self.unless_shown is not None and set(offence.unless_shown) != set(self.unless_shown):
            yield f"the outcome presumes that nothing is shown on {offence.unless_shown}, not {self.unless_shown}"
        closing = offence.closed.path.outcome.kind
        if self.if_nothing_more_is_shown not in (None, closing):
            yield f"the outcome if nothing more is shown is {closing}, not {self.if_nothing_more_is_shown}"


class LawTestFile(RootModel[tuple[LawTest, ...]]):
    """A file of tests."""


class Failure(Model):
    """A test that does not hold, and the differences."""

    it: str
    file: str
    differences: tuple[str, ...]


class Coverage(Model):
    """The coverage of the rule book by tests: the tests that fail, and the answers, days and numbers that no test tries.

    ``untried`` gives, by version, the answers that no test reaches (``open`` is one). ``edges`` gives the days on which the
    law changes, and the numbers at which an answer changes, without a test on either side.
    """

    tests: int
    failures: tuple[Failure, ...]
    untried: dict[str, tuple[str, ...]]
    edges: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every test holds and nothing is left untried."""
        return not (self.failures or self.untried or self.edges)


def load(folder: Path) -> list[tuple[Path, LawTest]]:
    """Every test in the files ``part_*/**/*.yaml`` below *folder*, with the path of its file.

    Raises:
        SourceError: a file has faults of shape or ends in ``.yml`` or ``.json``, or there is no file; it lists every fault.
    """
    found: list[tuple[Path, LawTest]] = []
    problems: list[source.Problem] = []
    for path in sorted(folder.glob("part_*/**/*.yaml")):
        try:
            found += [(path, test) for test in source.model_of(LawTestFile, source.read(path)).root]
        except source.SourceError as error:
            problems.extend(error.problems)
    problems += source.misnamed(folder.glob("part_*/**/*"), "a file of tests")
    if not found and not problems:
        problems.append(source.Problem(source.Position(str(folder), 1, 1), "", "has no tests of law (part_*/**/*.yaml) in it"))
    if problems:
        raise source.SourceError(problems)
    return found


def cover(tests: Iterable[tuple[Path, LawTest]], rule_book: RuleBook, *, engine: ENGINE = "durable") -> Coverage:
    """The coverage of *rule_book* by *tests*, after a run of each.

    Raises:
        UnknownLawError, EngineError: as for ``determine``.
    """
    failures: list[Failure] = []
    heard: list[Heard] = []
    count = 0
    for path, test in tests:
        count += 1
        try:
            hearing = hear(test.case_file(rule_book), rule_book, Under(assuming=test.assuming, engine=engine))
        except (ValidationError, source.ExtraditionError) as error:
            differences = tuple(f"it is refused: {line}" for line in str(error).splitlines())
        else:
            heard += (offence for offence in hearing.offences if not offence.offence.decisions)  # their conditions are built, not written
            differences = tuple(test.differences(hearing))
        if differences:
            failures.append(Failure(it=test.it, file=str(path), differences=differences))
    return Coverage(tests=count, failures=tuple(failures), untried=_untried(rule_book, heard), edges=tuple(_edges(rule_book, heard)))


def _untried(rule_book: RuleBook, heard: list[Heard]) -> dict[str, tuple[str, ...]]:
    """By version, the answers that no test reaches: derived answers, unless only a finding can give them."""
    taken: set[tuple[str, str]] = set()
    for offence in heard:
        steps = [step.asked for step in offence.walked.steps]
        taken |= {(step.chosen.version.id, step.answer) for step in steps if step.found is None or step.chosen.version.yes_if is None}
        taken |= {(question.asked.chosen.version.id, "open") for question in offence.walked.open_questions}
    missing = {version: tuple(answer for answer in ("yes", "no", "open") if (version, answer) not in taken) for version in rule_book.versions}
    return {version: answers for version, answers in missing.items() if answers}


def _edges(rule_book: RuleBook, heard: list[Heard]) -> Iterator[str]:
    """A sentence for each day or number next to a change of the law or of an answer that no test has."""
    days: set[tuple[str, dt.date]] = set()
    numbers: set[tuple[str, str, int]] = set()
    for walk in (offence.walked for offence in heard):
        days |= {(provision, passed.absent.day) for provision, passed in walk.path.passed_by.items() if passed.absent is not None}
        for asked in (placed.asked for placed in (*walk.steps, *walk.open_questions)):
            if isinstance(asked.chosen.day, dt.date):
                days |= {(name, asked.chosen.day) for name in (asked.provision, asked.chosen.version.id)}
            numbers |= {(asked.provision, name, answer) for name, answer in asked.answers.items() if isinstance(answer, int)}
    by_hearing = (version.in_force for _, version in rule_book.versions.values() if version.in_force.selected_by == "hearing date")
    first = min((in_force.from_ for in_force in by_hearing if isinstance(in_force.from_, dt.date)), default=None)
    for provision, question in rule_book.questions.items():
        around = (day + dt.timedelta(days=side) for day in _days_of_change(question) if day != first for side in (-1, 0))
        yield from (f"{provision}: no test on {day}" for day in around if (provision, day) not in days)
        for version in question.versions:
            yield from (f"{version.id}: no test on {day} {when}" for day, when in _hours_of_change(version) if (version.id, day) not in days)
        numbers_to_try = _numbers_at_a_change(question)
        yield from (f"{provision}: no test with {fact} at {number}" for fact, number in numbers_to_try if (provision, fact, number) not in numbers)


def _numbers_at_a_change(question: Question) -> list[tuple[str, int]]:
    """The numbers at which an answer changes, and those just below them, each with its fact."""
    leaves = (leaf for version in question.versions for condition in version.conditions for leaf in condition.leaves())
    edges = {(leaf.fact, leaf.edge) for leaf in leaves if leaf.edge is not None}
    return sorted({(fact, edge + side) for fact, edge in edges for side in (-1, 0) if edge + side >= 0})


def _days_of_change(question: Question) -> Iterator[dt.date]:
    """The days at the start of which another version begins, or the question enters or leaves the Act."""
    dated = [version.in_force for version in question.versions if not version.in_force.is_prospective]
    for i, in_force in enumerate(dated):
        if isinstance(in_force.from_, dt.date) and in_force.from_hour is None and (i > 0 or question.while_not_in_force):
            yield in_force.from_
    if dated[-1].until is not None and dated[-1].until_hour is None and not question.is_limb:
        yield dated[-1].until


def _hours_of_change(version: Version) -> Iterator[tuple[dt.date, str]]:
    """The days within which the version begins or ends, each with the side of the hour on which it is in force."""
    in_force = version.in_force
    if in_force.from_hour is not None and isinstance(in_force.from_, dt.date):
        yield in_force.from_, f"from {in_force.from_hour:%H:%M}"
    if in_force.until_hour is not None and in_force.until is not None:
        yield in_force.until, f"before {in_force.until_hour:%H:%M}"


def _in_words(path: Mapping[str, HOLDS]) -> str:
    """The words for *path*: each provision with its answer."""
    return ", ".join(f"{provision} {answer}" for provision, answer in path.items()) or "empty"
