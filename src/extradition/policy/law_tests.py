"""Tests of the law, which are data: their failures against the rule book, and the versions that they leave untried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field, RootModel

from extradition import source
from extradition.case_file import CaseFile
from extradition.case_file.case_dates import Dates
from extradition.case_file.finding import Findings
from extradition.days import When
from extradition.determination.outcome import KIND
from extradition.hearing import Hearing
from extradition.law import ANSWER, HOLDS, PART, Hour, Model, ProvisionText
from extradition.rule_book import RuleBook
from extradition.rule_book.book import VersionId
from extradition.rule_book.consequences import Sentence

_TERRITORIES = {"1": "BE", "2": "IN"}
"""The territory of a test that names none: it stays in one category throughout, and has no article 3 designation."""


class LawTest(Model):
    """One test: *it* is a sentence that must be true, and *law* the passage that makes it so.

    The hearing is *taken_from* that question, or is the whole hearing without it. The *findings* on the person and on the
    offence are in one list. The hearing must give exactly the answers *path*; limbs are compared only where it lists them.
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
    provisional_warrant: When | None = None
    certificate: When | None = None
    consent: When | None = None
    conduct_date: When | None = None
    assuming: tuple[VersionId, ...] = ()
    findings: Findings
    path: dict[ProvisionText, ANSWER] = Field(default_factory=dict)
    next: Sentence | None = None
    outcome: KIND | None = None
    to: ProvisionText | None = None
    under: ProvisionText | None = None
    open: tuple[ProvisionText, ...] = ()
    unless_shown: tuple[str, ...] | None = None
    if_nothing_more_is_shown: KIND | None = None

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
                "territory": self.territory or _TERRITORIES[self.part],
                "taken_from": self.taken_from,
                "dates": {name: getattr(self, name) for name in Dates.model_fields},
                "findings": {name: findings for name, findings in self.findings.items() if about[name] == "person"},
                "offences": [
                    {
                        "id": "one",
                        "case_type": self.case_type,
                        "conduct_date": self.conduct_date,
                        "findings": {name: findings for name, findings in self.findings.items() if about[name] != "person"},
                    }
                ],
            }
        )

    def differences(self, hearing: Hearing) -> Iterator[str]:
        """A sentence for each difference between *hearing* and the test.

        Args:
            hearing: the hearing of ``case_file``, under the versions that the test assumes.
        """
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


def load(folder: Path) -> list[tuple[Path, LawTest]]:
    """Every test in the files ``part_*/**/*.yaml`` below *folder*, with the path of its file.

    Args:
        folder: the folder with ``part_1`` and ``part_2``, such as ``tests/cases``.

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


def _in_words(path: Mapping[str, HOLDS]) -> str:
    """The words for *path*: each provision with its answer."""
    return ", ".join(f"{provision} {answer}" for provision, answer in path.items()) or "empty"
