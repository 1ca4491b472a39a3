"""The input of the benchmarks: cases drawn by a seed, and the rule book with more versions in it than the
law has had.
"""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from extradition import CaseFile, RuleBook, source
from extradition.case_file.finding import Findings
from extradition.hearing.known import known_of
from extradition.hearing.without_effect import misnamed_findings
from extradition.rule_book.conditions import Answer, Answers
from extradition.rule_book.fact import ALWAYS_KNOWN, Fact
from extradition.rule_book.version import Version

ROOT = Path(__file__).parents[1]
SEED = 20
CHAIN = ("EA 2003 s 20(1)", "EA 2003 s 20(3)", "EA 2003 s 20(8)", "EA 2003 s 20(5)")
"""The questions of the section 20 chain, each after its limbs; a hearing taken from the first comes to
all."""
DAY = dt.date(2024, 3, 6)
"""The hearing date of every case of the chain, on which the versions are chosen."""
WHOLE = {"1": "BE", "2": "IN"}
"""The territory of the whole hearings that are drawn, by Part."""
DATES = {"certificate": dt.date(2025, 1, 20), "arrest": dt.date(2025, 2, 26), "hearing": dt.date(2025, 10, 2)}
"""Their dates, with the day of the conduct."""
CONDUCT = dt.date(2021, 5, 10)
FAVOURED = 0.9
"""The chance of a favoured answer in a case that favours a yes."""


@dataclass(frozen=True)
class Case:
    """A case file with one offence, and the facts known in it as the bare readings take them."""

    file: CaseFile
    facts: Answers

    @classmethod
    def of(cls, case_file: CaseFile, rule_book: RuleBook) -> Case:
        """*case_file* with the facts it gives; findings on the questions themselves are left aside, for
        they need no rule.
        """
        known = {
            name: each.answer
            for name, each in known_of(case_file, case_file.offences[0], rule_book).items()
            if name in rule_book.facts
        }
        answers = {
            name: rule_book.answer(name, answer) for name, answer in known.items() if answer is not None
        }
        return cls(
            case_file, {name: answer for name, answer in answers.items() if isinstance(answer, str | int)}
        )


def worked_examples() -> dict[str, CaseFile]:
    """The worked examples that take the whole hearing, by the name of their folder."""
    files = {path.parent.name: CaseFile.load(path) for path in sorted(ROOT.glob("examples/*/case.yaml"))}
    return {name: case_file for name, case_file in files.items() if case_file.taken_from is None}


def merticariu(rule_book: RuleBook) -> Case:
    """The case of the examples folder."""
    return Case.of(CaseFile.load(ROOT / "examples" / "merticariu" / "case.yaml"), rule_book)


def is_settled(name: str, rule_book: RuleBook) -> bool:
    """Whether no finding may be drawn on the fact *name*: the type of the case, the territory or a date
    answers it.
    """
    return name == ALWAYS_KNOWN or name in rule_book.from_territory or name in rule_book.from_date


def as_named_there(case_file: CaseFile, rule_book: RuleBook) -> CaseFile:
    """*case_file* without the findings on questions that have another name in cases of its types."""
    assert case_file.part is not None
    misnamed = {fault.place for fault in misnamed_findings(case_file, rule_book, case_file.part)}

    def kept(findings: Findings, *place: str | int) -> Findings:
        return {name: each for name, each in findings.items() if (*place, name) not in misnamed}

    offences = tuple(
        each.model_copy(update={"findings": kept(each.findings, "offences", i, "findings")})
        for i, each in enumerate(case_file.offences)
    )
    return case_file.model_copy(
        update={"findings": kept(case_file.findings, "findings"), "offences": offences}
    )


class Drawing:
    """Cases taken from section 20(1), drawn at random from the facts that its chain asks; the same seed
    gives the same cases.
    """

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._random = random.Random(SEED)

    @property
    def _versions(self) -> Sequence[Version]:
        return [version for provision in CHAIN for version in self._book.questions[provision].versions]

    @cached_property
    def vocabulary(self) -> Sequence[str]:
        """Every fact that a version of a question of the chain asks about."""
        asked = {fact for version in self._versions for fact in version.facts}
        return [name for name in self._book.facts if name in asked]

    def with_chance(self, chance: float) -> Case:
        """A case in which each fact is known with that chance."""
        return self._case(
            {name: self._any(name) for name in self.vocabulary if self._random.random() < chance}
        )

    def with_share(self, share: float) -> Case:
        """A case in which that share of the vocabulary is known."""
        names = self._random.sample(self.vocabulary, round(share * len(self.vocabulary)))
        return self._case({name: self._any(name) for name in self.vocabulary if name in names})

    def favouring_yes(self) -> Case:
        """A case whose answers mostly favour a yes to some question, which few cases drawn blindly reach."""
        wanted: dict[str, list[str]] = {}
        for leaf in (
            leaf for version in self._versions if version.yes_if for leaf in version.yes_if.leaves()
        ):
            if leaf.fact in self._book.facts:
                wanted.setdefault(leaf.fact, []).extend(
                    word for word in self._book.facts[leaf.fact].answers if leaf.test.holds(word)
                )
        findings: dict[str, str] = {}
        for name in self.vocabulary:
            favoured = wanted.get(name) if self._random.random() < FAVOURED else None
            findings[name] = self._random.choice(favoured) if favoured else self._any(name)
        return self._case(findings)

    def _any(self, name: str) -> str:
        return _drawn(self._random, self._book.facts[name])

    def _case(self, findings: dict[str, str]) -> Case:
        on_person = {
            name: answer for name, answer in findings.items() if self._book.facts[name].about == "person"
        }
        on_offence = {name: answer for name, answer in findings.items() if name not in on_person}
        shape = {
            "case": "drawn by the benchmark",
            "part": "1",
            "territory": WHOLE["1"],
            "taken_from": CHAIN[0],
            "dates": {"hearing": DAY},
            "findings": on_person,
            "offences": [{"id": "offence", "case_type": "conviction", "findings": on_offence}],
        }
        return Case.of(CaseFile.model_validate(shape), self._book)


class WholeHearings:
    """Whole hearings drawn at random, one offence each: each fact of the Part known, each reserved
    question found, with a *chance*.
    """

    def __init__(self, rule_book: RuleBook, chance: float = 0.8) -> None:
        self._book = rule_book
        self._chance = chance
        self._random = random.Random(SEED)

    def blindly(self, part: str) -> CaseFile:
        """The next case of *part*, any answer as likely as another: most end at one of the first questions.

        The findings on reserved questions are by the office that decides them. The territory and the dates
        answer what they settle.
        """
        book, chance = self._book, self._random
        said: dict[str, dict[str, object]] = {"person": {}, "offence": {}}
        for name, fact in book.facts.items():
            about = book.about(part, name)
            if about and not is_settled(name, book) and chance.random() < self._chance:
                said[about][name] = _drawn(chance, fact)
        for _, question in book.questions_in(part):
            if question.reserved and chance.random() < self._chance:
                said[question.decided_for][question.name] = {
                    "answer": chance.choice(("yes", "no")),
                    "by": question.decided_by,
                }
        case_type = chance.choice(list(book.facts["case_type"].answers))
        shape = {
            "case": "a whole hearing drawn by the benchmark",
            "part": part,
            "territory": WHOLE[part],
            "dates": DATES,
            "findings": said["person"],
            "offences": [
                {
                    "id": "offence",
                    "case_type": case_type,
                    "conduct_date": CONDUCT,
                    "findings": said["offence"],
                }
            ],
        }
        return as_named_there(CaseFile.model_validate(shape), book)

    def from_example(self, part: str) -> CaseFile:
        """The next case of *part*: one offence of a worked example, each of its findings left in with the
        chance. Most go far.
        """
        example = self._random.choice([each for each in self._examples if each.part == part])
        offence = self._random.choice(example.offences)
        left = offence.model_copy(update={"findings": self._thinned(offence.findings)})
        thinned = {"findings": self._thinned(example.findings), "offences": (left,)}
        return as_named_there(example.model_copy(update=thinned), self._book)

    def _thinned(self, findings: Findings) -> Findings:
        return {name: each for name, each in findings.items() if self._random.random() < self._chance}

    @cached_property
    def _examples(self) -> Sequence[CaseFile]:
        return tuple(worked_examples().values())


def _drawn(chance: random.Random, fact: Fact) -> str:
    return str(chance.choice(_answers(fact)))


def _answers(fact: Fact) -> list[Answer]:
    return [*fact.answers, *(range(0, 240, 6) if fact.unit else ())]


def write_longer_book(folder: Path, count: int) -> None:
    """Copy the rule files to *folder*, the first version of each question replaced by *count* versions that
    share its span. A version with several spans stays whole.

    The last of them keeps its id and stays in force for as long as before; the others end before ``DAY``.
    Twins follow.
    """
    shutil.copytree(ROOT / "rules", folder)
    for path in sorted(folder.glob("*/part_*/**/*.yaml")):
        question: dict[str, Any] = source.read(path).content
        if isinstance(question.get("versions", [{}])[0].get("in_force"), dict):
            first, *later = question["versions"]
            question["versions"] = [*_split(first, count), *later]
        path.write_text(
            yaml.safe_dump(question, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8"
        )


def _split(version: dict[str, Any], count: int) -> list[dict[str, Any]]:
    span = version["in_force"]
    first = dt.date.fromisoformat(span["from"])
    last = dt.date.fromisoformat(span.get("until", DAY.isoformat()))
    days = [(first + (last - first) * i / count).isoformat() for i in range(count)]
    act = {"cite": "EA 2003", "name": "Extradition Act 2003", "treatment": "enacts", "verified": "text seen"}
    kept = [
        each for each in version["authorities"] if each["treatment"] not in ("overruled", "disapproved")
    ] or [act]  # what ends with the last
    earlier = [
        {
            **version,
            "id": f"{version['id']}-{i}",
            "in_force": {**_days(span, i), "from": day, "until": until},
            "authorities": kept,
            "verified": "secondary",  # the words of the law may stand in the file for later days alone
        }
        for i, (day, until) in enumerate(itertools.pairwise(days))
    ]
    last_of_them = {**version, "in_force": {**_days(span, len(earlier), last=True), "from": days[-1]}}
    return [
        copy.deepcopy(each) for each in (*earlier, last_of_them)
    ]  # what they share YAML would write as an alias


def _days(span: dict[str, Any], number: int, *, last: bool = False) -> dict[str, Any]:
    """*span* without the hour at which it begins, unless it is that of the first, and that at which it
    ends, unless of the last.
    """
    left_out = {"from_hour"} if number else set()
    return {
        key: value
        for key, value in span.items()
        if key not in left_out | (set() if last else {"until", "until_hour"})
    }
