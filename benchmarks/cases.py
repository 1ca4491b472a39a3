"""What the benchmark runs on: cases drawn by a seed, and the rule book with more versions in it than the law has had."""

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
from extradition.rules import Fact
from extradition.rules.conditions import Answer, Answers

ROOT = Path(__file__).parents[1]
SEED = 20
DAY = dt.date(2024, 3, 6)
"""The hearing date of every case, on which the versions are chosen."""
FAVOURED = 0.9
"""The chance of a wanted answer in a case that favours a yes."""


@dataclass(frozen=True)
class Case:
    """A case file with one offence, and the facts known in it as the bare readings take them."""

    file: CaseFile
    facts: Answers

    @classmethod
    def of(cls, case_file: CaseFile, rule_book: RuleBook) -> Case:
        """*case_file* with the facts it gives; findings on the questions themselves are left aside, for they need no rule."""
        known = {name: each.answer for name, each in rule_book.known(case_file, case_file.offences[0]).items() if name in rule_book.facts}
        return cls(case_file, {name: rule_book.answer(name, answer) for name, answer in known.items() if answer is not None})


def merticariu(rule_book: RuleBook) -> Case:
    """The case of the examples folder."""
    return Case.of(CaseFile.load(ROOT / "examples" / "merticariu" / "case.yaml"), rule_book)


class Drawing:
    """Cases drawn at random from the facts that Part 1 of *rule_book* asks; the same seed gives the same cases."""

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._random = random.Random(SEED)

    @cached_property
    def vocabulary(self) -> Sequence[str]:
        """Every fact that a version of a question of Part 1 asks about."""
        asked = {fact for _, question in self._book.questions_in("1") for version in question.versions for fact in version.facts}
        return [name for name in self._book.facts if name in asked]

    def with_chance(self, chance: float) -> Case:
        """A case in which each fact is known with that chance."""
        return self._case({name: self._any(name) for name in self.vocabulary if self._random.random() < chance})

    def with_share(self, share: float) -> Case:
        """A case in which that share of the vocabulary is known."""
        names = self._random.sample(self.vocabulary, round(share * len(self.vocabulary)))
        return self._case({name: self._any(name) for name in self.vocabulary if name in names})

    def favouring_yes(self) -> Case:
        """A case whose answers are mostly ones that some question wants for a yes, which few cases drawn blindly reach."""
        wanted: dict[str, list[str]] = {}
        versions = [version for _, question in self._book.questions_in("1") for version in question.versions]
        for leaf in (leaf for version in versions if version.yes_if for leaf in version.yes_if.leaves()):
            if leaf.fact in self._book.facts:
                wanted.setdefault(leaf.fact, []).extend(word for word in self._book.facts[leaf.fact].answers if leaf.test.holds(word))
        findings: dict[str, str] = {}
        for name in self.vocabulary:
            favoured = wanted.get(name) if self._random.random() < FAVOURED else None
            findings[name] = self._random.choice(favoured) if favoured else self._any(name)
        return self._case(findings)

    def _any(self, name: str) -> str:
        return str(self._random.choice(_answers(self._book.facts[name])))

    def _case(self, findings: dict[str, str]) -> Case:
        on_person = {name: answer for name, answer in findings.items() if self._book.facts[name].about == "person"}
        on_offence = {name: answer for name, answer in findings.items() if name not in on_person}
        shape = {
            "case": "drawn by the benchmark",
            "part": "1",
            "territory": next(iter(self._book.territories)),
            "dates": {"hearing": DAY},
            "findings": on_person,
            "offences": [{"id": "offence", "case_type": "conviction", "findings": on_offence}],
        }
        return Case.of(CaseFile.model_validate(shape), self._book)


def _answers(fact: Fact) -> list[Answer]:
    return [*fact.answers, *(range(0, 240, 6) if fact.unit else ())]


def write_longer_book(folder: Path, count: int) -> None:
    """Copy the rule files to *folder*, the first version of each question replaced by *count* versions that share its span.

    The last of them keeps its id and stays in force for as long as before; the others end before ``DAY``.
    """
    shutil.copytree(ROOT / "rules", folder)
    for path in sorted(folder.glob("*/part_*/**/*.yaml")):
        question: dict[str, Any] = source.read(path).content
        if "versions" in question:
            first, *later = question["versions"]
            question["versions"] = [*_split(first, count), *later]
        path.write_text(yaml.safe_dump(question, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")


def _split(version: dict[str, Any], count: int) -> list[dict[str, Any]]:
    span = version["in_force"]
    first = dt.date.fromisoformat(span["from"])
    last = dt.date.fromisoformat(span.get("until", DAY.isoformat()))
    days = [(first + (last - first) * i / count).isoformat() for i in range(count)]
    act = {"cite": "EA 2003", "name": "Extradition Act 2003", "treatment": "enacts", "verified": "text seen"}
    kept = [each for each in version["authorities"] if each["treatment"] != "overruled"] or [act]  # what is overruled ends when it is
    earlier = [
        {**version, "id": f"{version['id']}-{i}", "in_force": {**span, "from": day, "until": until}, "authorities": kept}
        for i, (day, until) in enumerate(itertools.pairwise(days))
    ]
    last_of_them = {**version, "in_force": {**span, "from": days[-1]}}
    return [copy.deepcopy(each) for each in (*earlier, last_of_them)]  # what they share YAML would write as an alias
