"""Tests of the law, which are data: their failures against the rule book, and the versions that they leave
untried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import Field, RootModel

from extradition import source
from extradition.case_file import CaseFile
from extradition.case_file.case_dates import Dates
from extradition.case_file.decision import Decisions
from extradition.case_file.finding import Findings
from extradition.days import When
from extradition.determination.outcome import OUTCOME_KIND
from extradition.hearing import Hearing
from extradition.law import ANSWER, HOLDS, MATTER_KEYS, PART, AskedText, Hour, Model, ProvisionText
from extradition.rule_book import RuleBook
from extradition.rule_book.book import VersionId
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.installed import installed_books


class LawTest(Model):
    """One test: *it* is a sentence that must be true, and *law* the passage that makes it so.

    The hearing is *taken_from* that question, or is the whole hearing without it. A test without a
    *territory* has that of its matter in ``book.yaml``. The *findings* on the person and on the offence are
    in one list; those about one of its *decisions* are with the decision. The hearing must give exactly the
    answers *path*; limbs are compared only where it lists them. The last answer must lead to *next*: a
    provision, or the kind of end; it must do so under *next_under*. From a question that is answered or
    passed by, the hearing must go on under the provision that *goes_on_under* gives. The hearing must also
    give the *outcome*, *to* a provision, *under* another, and the first *open* questions. It must give the
    facts of which it presumes that nothing is shown (*unless_shown*). It must give the kind of outcome
    *if_nothing_more_is_shown*. An open question is left to the judge *because* of reasons that begin with the
    texts that stand by it, one text for each reason. A key that the test leaves out is not compared;
    ``unstated`` lists those that it needs.
    """

    it: Sentence
    law: Sentence
    part: PART = Field(validation_alias=MATTER_KEYS)
    hearing: When | None = None
    taken_from: ProvisionText | None = None
    case_type: Sentence | None = None
    territory: Sentence | None = None
    arrest: When | None = None
    arrest_hour: Hour | None = None
    provisional_warrant: When | None = None
    certificate: When | None = None
    consent: When | None = None
    conduct_date: When | None = None
    assuming: tuple[VersionId, ...] = ()
    findings: Findings
    decisions: Decisions | None = None
    path: dict[AskedText, ANSWER] = Field(default_factory=dict)
    goes_on_under: dict[AskedText, ProvisionText] = Field(default_factory=dict)
    next: Sentence | None = None
    next_under: ProvisionText | None = None
    outcome: OUTCOME_KIND | None = None
    to: ProvisionText | None = None
    under: ProvisionText | None = None
    open: tuple[AskedText, ...] = ()
    because: dict[AskedText, tuple[Sentence, ...]] = Field(default_factory=dict)
    unless_shown: tuple[str, ...] | None = None
    if_nothing_more_is_shown: OUTCOME_KIND | None = None

    def case_file(self, rule_book: RuleBook) -> CaseFile:
        """The case file that the test describes.

        Args:
            rule_book: the law, which says whether a finding is on the person or on the offence.
        """
        about = {name: rule_book.about(self.part, name) for name in self.findings}
        return CaseFile.model_validate(
            {
                "case": self.it,
                "part": self.part,
                "territory": self.territory or rule_book.matters[self.part].territory_of_tests,
                "taken_from": self.taken_from,
                "dates": {name: getattr(self, name) for name in Dates.model_fields},
                "findings": {
                    name: findings for name, findings in self.findings.items() if about[name] == "person"
                },
                "offences": [
                    {
                        "id": "one",
                        "case_type": self.case_type or _type_of(rule_book, self.part),
                        "conduct_date": self.conduct_date,
                        "decisions": self.decisions,
                        "findings": {
                            name: findings
                            for name, findings in self.findings.items()
                            if about[name] != "person"
                        },
                    }
                ],
            }
        )

    def differences(self, hearing: Hearing) -> Iterator[str]:
        """A sentence for each difference between *hearing* and the test.

        Args:
            hearing: the hearing of ``case_file``, under the versions that the test assumes.
        """
        given = _given(hearing)
        path = given.path(also=self.path)
        if path != self.path:
            yield f"the path is {_in_words(path)}, not {_in_words(self.path)}"
        if self.next is not None and given.next != self.next:
            yield f"the last answer leads to {given.next}, not {self.next}"
        if self.next_under is not None and given.next_under != self.next_under:
            yield f"the last answer leads on under {given.next_under}, not {self.next_under}"
        goes_on = {provision: given.goes_on_under.get(provision) for provision in self.goes_on_under}
        if goes_on != self.goes_on_under:
            yield f"the hearing goes on under {_in_words(goes_on)}, not {_in_words(self.goes_on_under)}"
        yield from self._differences_at_the_end(given)

    def _differences_at_the_end(self, given: Given) -> Iterator[str]:
        """A sentence for each difference in the outcome and in what is left open."""
        outcome = given.outcome
        if self.outcome is not None and (outcome.kind, outcome.to, outcome.under) != (
            self.outcome,
            self.to,
            self.under,
        ):
            yield (
                f"the outcome is {outcome.outcome} under {outcome.under}, not {self.outcome} "
                f"{self.to or ''} under {self.under}"
            )
        if given.open[: len(self.open)] != self.open:
            yield f"the first open questions are {given.open[: len(self.open)]}, not {self.open}"
        for provision, words in self.because.items():
            reasons = given.because(provision)
            if not _begin(reasons, words):
                yield f"{provision} is left to the decider because of {reasons}, not of {words}"
        if self.unless_shown is not None and set(given.unless_shown) != set(self.unless_shown):
            yield (
                f"the outcome presumes that nothing is shown on {given.unless_shown}, not {self.unless_shown}"
            )
        closing = self.if_nothing_more_is_shown
        if closing is not None and closing != given.closing:
            yield f"the outcome if nothing more is shown is {given.closing}, not {closing}"

    def unstated(self, hearing: Hearing) -> Iterator[str]:
        """The keys that the test leaves out, although *hearing* has a value for each.

        A change of the law behind a key that no test states is noticed by no test.

        Args:
            hearing: the hearing of ``case_file``, under the versions that the test assumes.
        """
        given = _given(hearing)
        stated = {
            "path": "path" in self.model_fields_set,
            "next": self.next is not None or given.next is None,
            "next_under": self.next_under is not None or given.next_under is None,
            "goes_on_under": self.taken_from not in given.passed_by or self.taken_from in self.goes_on_under,
            "under": self.outcome is not None or given.outcome.under is None,
            "because": all(name in self.because for name in self.open if given.because(name)),
        }
        yield from (key for key, is_stated in stated.items() if not is_stated)


class Given:
    """The values in a hearing that a test of law compares.

    Args:
        hearing: the hearing of the one offence of a test.

    Attributes:
        next: the provision to which the last answer leads, or the kind of end; None if no question is
            answered.
        next_under: the provision under which it leads there.
        passed_by: the questions that are not asked.
        goes_on_under: the provision under which the hearing goes on from each question, answered or passed
            by.
        outcome: the outcome of the offence.
        open: the provisions of the open questions, in order.
        unless_shown: the facts of which the outcome presumes that nothing is shown.
    """

    def __init__(self, hearing: Hearing) -> None:
        self._offence = offence = hearing.offences[0]
        self._walk = walk = offence.walked
        self._explain = offence.explanation.of
        leads = [lead for step in walk.steps if (lead := walk.leads(step.asked)) is not None]
        self.next: str | None = (leads[-1].to or leads[-1].kind) if leads else None
        self.next_under = leads[-1].under if leads else None
        self.passed_by = frozenset(walk.path.passed_by)
        answered = {step.asked.provision: walk.leads(step.asked) for step in walk.steps}
        self.goes_on_under: Mapping[str, str | None] = {
            **{name: lead.under for name, lead in answered.items() if lead is not None},
            **{name: walk.lead(name, passed.way).under for name, passed in walk.path.passed_by.items()},
        }
        self.outcome = offence.outcome
        self.open = tuple(question.asked.provision for question in walk.open_questions)
        self.unless_shown = offence.unless_shown

    @property
    def closing(self) -> str:
        """The kind of outcome if nothing more is shown."""
        return self._offence.closed.path.outcome.kind

    def path(self, also: Collection[str] = ()) -> dict[str, HOLDS]:
        """The answers by provision, without those to limbs.

        Args:
            also: the limbs to include all the same.
        """
        steps = (step for step in self._walk.steps if step.limb_of is None or step.asked.provision in also)
        return {step.asked.provision: step.asked.answer for step in steps}

    def because(self, provision: str) -> tuple[str, ...]:
        """The reasons why the law leaves the open question of *provision* to the judge; none if it is not
        open.
        """
        placed = next((each for each in self._walk.open_questions if each.asked.provision == provision), None)
        return self._explain(self._walk, placed).for_the_judge if placed else ()


class LawTestFile(RootModel[tuple[LawTest, ...]]):
    """A file of tests."""


def load(folder: Path, rule_book: RuleBook) -> list[tuple[Path, LawTest]]:
    """Every test in the files below *folder*, with the path of its file.

    Args:
        folder: the folder with a folder for each matter, as the rule book has it, such as ``tests/cases``.
        rule_book: the law, with its matters.

    Raises:
        SourceError: a file has faults of shape, ends in ``.yml`` or ``.json``, or is in no folder of a
            matter; or there is no file. It lists every fault.
    """
    found: list[tuple[Path, LawTest]] = []
    problems: list[source.Problem] = []
    roots = sorted({matter.folder.partition("/")[0] for matter in rule_book.matters.values()})
    below = sorted(path for root in roots for path in (folder / root).rglob("*"))
    for path in (path for path in below if path.suffix == ".yaml"):
        try:
            found += [(path, test) for test in source.model_of(LawTestFile, source.read(path)).root]
        except source.SourceError as error:
            problems.extend(error.problems)
    problems += source.misnamed(below, "a file of tests")
    elsewhere = _elsewhere(folder, roots)
    if not found and not problems:
        message = f"has no tests of law ({', '.join(roots)}: **/*.yaml) in it"
        left_out = source.few_of(path.relative_to(folder).as_posix() for path in elsewhere)
        problems.append(_problem(folder, f"{message}; not read: {left_out}" if left_out else message))
    else:
        message = f"is not read: tests of law are in a folder of a matter: {source.few_of(roots)}"
        problems += [_problem(path, message) for path in elsewhere]
    if problems:
        raise source.SourceError(problems)
    return found


def _elsewhere(folder: Path, roots: Sequence[str]) -> list[Path]:
    """The files named as tests outside *roots* and the folders of other rule books, which have their own."""
    own = (*roots, *(name.replace("-", "_") for name in installed_books()))
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in source.SUFFIXES)
    placed = ((path, path.relative_to(folder).parts) for path in found)
    return [path for path, at in placed if at[0] not in own and not any(each[0] == "." for each in at)]


def _problem(path: Path, message: str) -> source.Problem:
    return source.Problem(source.Position(str(path), 1, 1), "", message)


def _type_of(rule_book: RuleBook, part: PART) -> str | None:
    """The type of case of a test that names none: the last that its matter distinguishes."""
    return rule_book.case_types(part)[-1]


def _given(hearing: Hearing) -> Given:
    """The values in *hearing*, found once for each hearing."""
    return hearing.once("given to a test of law", lambda: Given(hearing))


def _begin(reasons: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether each of *reasons* begins with its text among *words*."""
    return len(reasons) == len(words) and all(
        reason.startswith(text) for reason, text in zip(reasons, words, strict=True)
    )


def _in_words(path: Mapping[str, str | None]) -> str:
    """The words for *path*: each provision with what stands by it."""
    return ", ".join(f"{provision} {answer}" for provision, answer in path.items()) or "empty"
