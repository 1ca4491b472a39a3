"""A mutation run: single changes to the question files, each of which the tests of law must notice.

`make mutation` tries every change and lists those that nothing notices. `python tests/mutation.py --only
s20_03` tries the changes to one file, and `--sample 200` every so many of them. It is no command of the
package: it tests the tests, not the law.

A change is noticed if the checks of the rule book refuse it, if a test of law or a decided case gives another
result, or, for a day or a number, if a test on either side is missing. Only the tests that reach the changed
question run. A change that alters nothing that a test could see is explained in `mutation_explained.yaml`.
"""

import argparse
import copy
import datetime as dt
import itertools
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest import mock

from pydantic import ValidationError

from extradition import CaseFile, RuleBook, source, validate
from extradition.case_file import each_point
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.offence import Heard
from extradition.policy import law_tests
from extradition.policy.coverage import edges_without_a_test
from extradition.rule_book.conditions import SILENCE, Answer, Answers
from extradition.rule_book.load import QuestionFile, read_folder
from extradition.rule_book.version import Version
from extradition.source import Document, Place
from extradition.source.errors import ExtraditionError

ROOT = Path(__file__).parents[1]
EXPLAINED: dict[str, str] = source.read(Path(__file__).with_name("mutation_explained.yaml")).content
"""By the change, the reason why no test can notice it."""
NEVER_NOTICED = "day: the first"
"""The first day of the Act: no hearing was before it. The day of an enactment that is not in force changes
a caution alone."""
RULES, CASES = ROOT / "rules", ROOT / "tests/cases"
PRECEDENTS = sorted((ROOT / "precedents").glob("*.yaml"))
COLUMNS = ("check", "test", "coverage", "decided", "no difference", "explained", "")
"""What notices a change, in the order of the table; "" is nothing."""
DRAWS = 5_000
"""The random sets of answers on which a changed version is compared with the version in the file."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PART = re.compile(r"Part \d\.")
_NUMBER = re.compile(r"(\d+)(?=[A-Z]*\)?$)")
_WAYS: tuple[Place, ...] = (
    ("yes",),
    ("no",),
    ("asked_if", "otherwise"),
    ("asked_if", "earlier", "otherwise"),
    ("while_not_in_force",),
)


@dataclass(frozen=True, eq=False)
class Mutant:
    """One change to one question file.

    Attributes:
        path: the file.
        kind: the kind of change.
        place: the place of the change in the file.
        says: the change in words.
        was: the content of the file.
        changes: each place that has a new value, with that value.
    """

    path: Path
    kind: str
    place: Place
    says: str
    was: Any
    changes: tuple[tuple[Place, Any], ...]

    @property
    def content(self) -> Any:
        """The content of the file with the change, a copy that is made when a mutant is tried."""
        return changed(self.was, *self.changes)

    def __str__(self) -> str:
        return f"{self.path.relative_to(RULES).as_posix()}: {source.written_place(self.place)}: {self.says}"


def at(content: Any, place: Place) -> Any:
    """The part of *content* at *place*; None if there is none."""
    for key in place:
        if not (isinstance(content, list) or (isinstance(content, dict) and key in content)):
            return None
        content = content[key]
    return content


def changed(content: Any, *changes: tuple[Place, Any]) -> Any:
    """A copy of *content* with a new value at each place."""
    copied = copy.deepcopy(content)
    for (*way, last), value in changes:
        at(copied, tuple(way))[last] = value
    return copied


class Mutants:
    """Every single change to one question file.

    Args:
        path: the file.
        content: its content.
        answers: the closed list of each fact; a name without one is a question.
        elsewhere: the answers that only cases of another Part have, each with its fact.
    """

    def __init__(
        self,
        path: Path,
        content: Any,
        answers: dict[str, tuple[str, ...]],
        elsewhere: Collection[tuple[str, str]] = (),
    ) -> None:
        self.path = path
        self.content = content
        self._answers = answers
        self._elsewhere = elsewhere

    def __iter__(self) -> Iterator[Mutant]:
        for place, leaf in self._leaves():
            yield from self._of_leaf(place, leaf)
        yield from self._of_sides()
        yield from self._citations()
        yield from self._swapped()
        yield from self._days()

    def _mutant(self, kind: str, place: Place, says: str, *changes: tuple[Place, Any]) -> Mutant:
        return Mutant(self.path, kind, place, says, self.content, changes)

    def _leaves(self) -> Iterator[tuple[Place, Any]]:
        """Every test of a fact in a condition, with its place."""
        roots: list[Place] = [
            ("asked_if", "when"),
            ("asked_if", "unless_shown"),
            *((*place, "when") for place in self._unless()),
        ]
        for i, version in enumerate(self.content.get("versions", ())):
            roots += [("versions", i, "yes_if"), ("versions", i, "no_if")]
            roots += [
                ("versions", i, "left_open", j, "where") for j in range(len(version.get("left_open", ())))
            ]
        for root in roots:
            if (condition := at(self.content, root)) is not None:
                yield from self._within(root, condition)

    def _unless(self) -> Iterator[Place]:
        """The place of each other provision that an order may rest on."""
        for answer in ("yes", "no"):
            others = at(self.content, (answer, "unless"))
            if isinstance(others, list):
                yield from ((answer, "unless", i) for i in range(len(others)))
            elif others is not None:
                yield (answer, "unless")

    def _within(self, place: Place, condition: Any) -> Iterator[tuple[Place, Any]]:
        for key, value in condition.items():
            if key in ("all", "any"):
                for i, inner in enumerate(value):
                    yield from self._within((*place, key, i), inner)
            else:
                yield (*place, key), value

    def _of_leaf(self, place: Place, test: Any) -> Iterator[Mutant]:
        where = (
            "left_open"
            if "left_open" in place
            else "gate"
            if {"when", "unless_shown"} & {*place}
            else "condition"
        )
        if isinstance(test, dict) and "unless" in test:
            yield from self._of_list((*place, "unless"), str(place[-1]), test["unless"], f"{where}: unless")
        elif isinstance(test, dict):
            for key, number in test.items():
                for other in (int(number) - 1, int(number) + 1):
                    if other >= 0:
                        yield self._mutant(
                            f"{where}: number",
                            place,
                            f"{key}: {other} for {number}",
                            (place, {key: str(other)}),
                        )
        else:
            yield from self._of_list(place, str(place[-1]), test, f"{where}: answer")

    def _of_list(self, place: Place, fact: str, listed: list[str], kind: str) -> Iterator[Mutant]:
        """Each answer of a list dropped, and each other answer of the fact added that can have an effect."""
        for answer in listed if len(listed) > 1 else ():
            yield self._mutant(
                f"{kind} dropped",
                place,
                f"without {answer}",
                (place, [other for other in listed if other != answer]),
            )
        without_effect = {*listed, *self._taken_before(place), *(a for f, a in self._elsewhere if f == fact)}
        for answer in self._answers.get(fact, ("yes", "no")):
            if answer not in without_effect:
                yield self._mutant(f"{kind} added", place, f"with {answer}", (place, [*listed, answer]))

    def _taken_before(self, place: Place) -> Iterator[str]:
        """The answers for which an earlier one of several other provisions applies: the first one counts."""
        match place:
            case (way, "unless", int(i), "when", fact):
                for other in self.content[way]["unless"][:i]:
                    yield from other["when"][fact] if [*other["when"]] == [fact] else ()

    def _of_sides(self) -> Iterator[Mutant]:
        """Each answer of a version in the short form, moved to another list."""
        for i, version in enumerate(self.content.get("versions", ())):
            for fact, sides in version.get("by_fact", {}).items():
                place = ("versions", i, "by_fact", fact)
                listed = {key: side for key, side in sides.items() if side != "rest"}
                taken = [answer for side in listed.values() for answer in side]
                rest = [answer for answer in self._answers.get(fact, ("yes", "no")) if answer not in taken]
                every = {key: listed.get(key, rest) for key in sides}
                for key, side in every.items():
                    for answer in side if len(side) > 1 else ():
                        for other in (other for other in every if other != key):
                            moved = {
                                **every,
                                key: [each for each in side if each != answer],
                                other: [*every[other], answer],
                            }
                            yield self._mutant(
                                "by fact: answer moved",
                                place,
                                f"{answer} under {other}, not {key}",
                                (place, moved),
                            )

    def _citations(self) -> Iterator[Mutant]:
        for way in (*_WAYS, *self._unless()):
            under = (at(self.content, way) or {}).get("under")
            if under is not None:
                other = (
                    _NUMBER.sub(lambda found: str(int(found[1]) + 1), under)
                    if _NUMBER.search(under)
                    else f"{under}(1)"
                )
                yield self._mutant(
                    "citation", (*way, "under"), f"{other} for {under}", ((*way, "under"), other)
                )

    def _swapped(self) -> Iterator[Mutant]:
        yes, no = self.content.get("yes"), self.content.get("no")
        if yes is not None and no is not None:
            yield self._mutant(
                "yes and no swapped",
                ("yes",),
                "the consequences of yes and no are swapped",
                (("yes",), no),
                (("no",), yes),
            )

    def _days(self) -> Iterator[Mutant]:
        """Each day on which the law changes, moved by one day wherever the versions or the ways of the
        file name it.
        """
        places = list(
            _texts(("versions",), [version.get("in_force") for version in self.content.get("versions", ())])
        )
        named = [((place[0], place[1], "in_force", *place[2:]), text) for place, text in places]
        named += [
            (place, text)
            for way in (*_WAYS, *self._unless())
            for place in [(*way, "from")]
            if (text := at(self.content, place))
        ]
        named += [
            (place, text) for place in [("asked_if", "earlier", "until")] if (text := at(self.content, place))
        ]
        by_day: defaultdict[str, list[Place]] = defaultdict(list)
        for place, text in named:
            if _DAY.fullmatch(text):
                by_day[text].append(place)
        for day, where in by_day.items():
            for side in (-1, 1):
                other = (dt.date.fromisoformat(day) + dt.timedelta(days=side)).isoformat()
                kind = (
                    "enactment"
                    if all(place[-1] == "enacted" for place in where)
                    else "day: the first"
                    if day == min(by_day)
                    else "day"
                )
                yield self._mutant(kind, where[0], f"{other} for {day}", *((place, other) for place in where))


def _drawn(
    draw: random.Random, choices: Mapping[str, Sequence[Answer]], silent: Collection[str]
) -> dict[str, Answer]:
    """Random answers: some facts are open, and some of those that may be presumed are silent."""
    answers: dict[str, Answer] = {}
    for name, found in choices.items():
        if name in silent and draw.random() < 1 / 4:
            answers[name] = SILENCE
        elif draw.random() < 5 / 6:
            answers[name] = draw.choice(found)
    return answers


def _given(version: Version, answers: Answers) -> tuple[str, tuple[str, ...]]:
    """The answer of *version*, and the reasons that it then gives for leaving the question to the judge."""
    answer = version.answer(answers)
    wheres = ((reason.because, reason.where) for reason in version.left_open if answer == "open")
    return answer, tuple(because for because, where in wheres if where is not None and where.holds(answers))


def _texts(place: Place, content: Any) -> Iterator[tuple[Place, str]]:
    if isinstance(content, str):
        yield place, content
    elif isinstance(content, dict | list):
        for key, value in content.items() if isinstance(content, dict) else enumerate(content):
            yield from _texts((*place, key), value)


class Run:
    """The rule book, the tests of law and the decided cases, each with the questions that it reaches.

    Args:
        rules: the folder of the rule book.
        cases: the folder of its tests of law.
        decided: the files of its decided cases.
    """

    def __init__(
        self, rules: Path = RULES, cases: Path = CASES, decided: Sequence[Path] = PRECEDENTS
    ) -> None:
        self._rules = rules
        self._read = source.read
        self._model_of = source.model_of
        self._documents: dict[Path, Document] = {}
        self._models: dict[tuple[str, type], Any] = {}
        self.book = self._load()
        self._tests = law_tests.load(cases, self.book)
        self._decided = [point for path in decided for point in each_point(CaseFile.load(path), self.book)]
        self._reach: dict[str, list[tuple[Path, law_tests.LawTest]]] = defaultdict(list)
        for path, test in self._tests:
            for provision in self._reached(test.case_file(self.book), test.assuming):
                self._reach[provision].append((path, test))
        self._decided_on: dict[str, list[CaseFile]] = defaultdict(list)
        for case in self._decided:
            for provision in self._reached(case, ()):
                self._decided_on[provision].append(case)

    @cached_property
    def mutants(self) -> list[Mutant]:
        """Every change to every question file."""
        answers = {name: tuple(fact.answers) for name, fact in self.book.facts.items()}
        return [
            mutant
            for path in sorted(RULES.glob("*/part_*/**/*.yaml"))
            for mutant in Mutants(
                path,
                self._documents[path].content,
                answers,
                self._elsewhere(path.relative_to(RULES).parts[1]),
            )
        ]

    def _elsewhere(self, folder: str) -> set[tuple[str, str]]:
        """The answers whose words begin with a Part that is not that of *folder*."""
        _, number, *_ = folder.split("_")
        return {
            (name, answer)
            for name, fact in self.book.facts.items()
            for answer, words in fact.answers.items()
            if _PART.match(words) and not words.startswith(f"Part {number}.")
        }

    def question_files(self) -> Iterator[tuple[Path, Any]]:
        """Every question file of the rule book with its content, in order."""
        for path, document in sorted(self._documents.items()):
            if "versions" in document.content:
                yield path, document.content

    def noticed(self, mutant: Mutant) -> str:
        """What notices *mutant*: ``check``, ``test``, ``coverage`` or ``decided``; "" if nothing does."""
        try:
            book = self._load(mutant)
        except (ExtraditionError, ValidationError):
            return "check"
        provisions = self._provisions(mutant)
        heard: list[Heard] = []
        for _, test in self._on(provisions, mutant.path):
            hearing = self._heard(test, book)
            if hearing is None or any(True for _ in test.differences(hearing)):
                return "test"
            heard += (each for each in hearing.offences if not each.offence.decisions)
        if mutant.kind.startswith(("day", "enactment")) or mutant.kind.endswith("number"):
            return "coverage" if self._lacks_a_test(provisions, book, heard) else ""
        decided = list(
            {id(case): case for provision in provisions for case in self._decided_on[provision]}.values()
        )
        return "decided" if decided and validate(decided, book, engine="plain").unexplained else ""

    def differs(self, mutant: Mutant) -> bool:
        """Whether the changed version gives another answer, or other reasons, than that in the file.

        Compared on the answers of each test that reaches the question, and on random ones, of which some are
        open or presumed.
        """
        if not mutant.kind.startswith(("condition", "by fact", "left_open")):
            return True
        provision, i = mutant.content["provision"], int(mutant.place[1])
        book = self._load(mutant)
        versions = [each.questions[provision].versions[i] for each in (self.book, book)]
        choices = {
            name: found
            for each, version in zip((self.book, book), versions, strict=True)
            for name, found in each.choices(version).items()
        }
        draw = random.Random(0)
        silent = {name for version in versions for names in version.presumed.values() for name in names}
        whole = ({name: draw.choice(found) for name, found in choices.items()} for _ in range(DRAWS))
        drawn = (_drawn(draw, choices, silent) for _ in range(DRAWS))
        sets = itertools.chain(self._answers_in_tests(provision, mutant.path), whole, drawn)
        return any(_given(versions[0], answers) != _given(versions[1], answers) for answers in sets)

    def _answers_in_tests(self, provision: str, path: Path) -> Iterator[Answers]:
        """The answers on which each test that reaches the question of *provision*, or its twin, asks it."""
        provisions = self._with_twin(provision)
        for _, test in self._on(provisions, path):
            hearing = self._heard(test, self.book)
            for heard in hearing.offences if hearing else ():
                yield from (asked.answers for asked in heard.walked.asked if asked.provision in provisions)

    def _load(self, mutant: Mutant | None = None) -> RuleBook:
        """The rule book, with *mutant* in place of its file; every other file is read once."""

        def read(path: Path) -> Document:
            if mutant is not None and path == mutant.path:
                return Document(str(path), mutant.content)
            if path not in self._documents:
                self._documents[path] = self._read(path)
            return self._documents[path]

        def model_of(model: type, document: Document) -> Any:
            if model is QuestionFile:  # it keeps what is derived from it, and its twin is a copy of it
                return self._model_of(model, document)
            key = (document.path, model)
            if key not in self._models:
                self._models[key] = self._model_of(model, document)
            return self._models[key]

        with mock.patch.multiple(source, read=read, model_of=model_of):
            return RuleBook(read_folder(self._rules))

    def _reached(self, case: CaseFile, assuming: tuple[str, ...]) -> set[str]:
        hearing = hear(case, self.book, Under(assuming=assuming, engine="plain"))
        walks = [walk for offence in hearing.offences for walk in (offence.walked, offence.closed)]
        return {
            name for walk in walks for name in (*walk.visited, *(asked.provision for asked in walk.asked))
        }

    def _provisions(self, mutant: Mutant) -> list[str]:
        """The question of the changed file, and its twin."""
        return self._with_twin(mutant.content["provision"])

    def _with_twin(self, provision: str) -> list[str]:
        return [provision, *(name for name in self.book.questions if self.book.written_as(name) == provision)]

    def _on(self, provisions: list[str], path: Path) -> list[tuple[Path, law_tests.LawTest]]:
        """The tests that reach a question, those of its own file first."""
        tests = {
            (file, test.it): (file, test) for provision in provisions for file, test in self._reach[provision]
        }
        return sorted(tests.values(), key=lambda each: each[0].name != path.name)

    def _lacks_a_test(self, provisions: list[str], book: RuleBook, heard: list[Heard]) -> bool:
        """Whether a day or a number of these questions has no test on either side.

        Args:
            provisions: the questions.
            book: the rule book with the change.
            heard: the offences of every test that reaches the questions.
        """
        names = (
            *provisions,
            *(version.id for provision in provisions for version in book.questions[provision].versions),
        )
        starts = tuple(f"{name}:" for name in names)
        return any(edge.startswith(starts) for edge in edges_without_a_test(book, heard))

    @staticmethod
    def _heard(test: law_tests.LawTest, book: RuleBook) -> Hearing | None:
        """The hearing of *test* under *book*; None if its case is refused."""
        try:
            return hear(test.case_file(book), book, Under(assuming=test.assuming, engine="plain"))
        except (ExtraditionError, ValidationError):
            return None


def sample(mutants: list[Mutant], size: int) -> list[Mutant]:
    """Changes at even distances, at most *size*: the same for the same rule files."""
    step = max(1, -(-len(mutants) // size))
    return mutants[::step]


def judged(run: Run, mutant: Mutant, *, is_explained: bool) -> str:
    """What notices *mutant*; ``no difference`` or ``explained`` if nothing has to, and "" if nothing does.

    Args:
        run: the run.
        mutant: the change.
        is_explained: whether there is a reason why no test can notice it.
    """
    if by := run.noticed(mutant):
        return by
    if not run.differs(mutant):
        return "no difference"
    return "explained" if is_explained else ""


def reported(tried: Iterable[tuple[str, Mutant, str]]) -> int:
    """Print each change that nothing notices, and what noticed how many of each kind; 1 if any was not.

    Args:
        tried: the kind of each change, the change, and what notices it.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for kind, mutant, by in tried:
        counts[kind, by] += 1
        if not by:
            sys.stdout.write(f"{mutant.kind}: {mutant}\n")
            sys.stdout.flush()
    kinds = sorted({kind for kind, _ in counts})
    width = max(map(len, kinds), default=0)
    sys.stdout.write(f"\n{'':{width}}" + "".join(f"{column or 'unnoticed':>15}" for column in COLUMNS) + "\n")
    for kind in kinds:
        sys.stdout.write(
            f"{kind:{width}}" + "".join(f"{counts[kind, column]:15}" for column in COLUMNS) + "\n"
        )
    return 1 if any(not by for _, by in counts) else 0


def main() -> int:
    """Try the changes and list those that nothing notices; 1 if there are any."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="a part of the path of the question files to change")
    parser.add_argument("--kind", default="", help="a part of the kind of change")
    parser.add_argument("--sample", type=int, help="try at most so many changes, at even distances")
    options = parser.parse_args()
    run = Run()
    chosen = [
        mutant
        for mutant in run.mutants
        if options.only in mutant.path.as_posix() and options.kind in mutant.kind
    ]
    return reported(
        (mutant.kind, mutant, judged(run, mutant, is_explained=_is_explained(mutant)))
        for mutant in (sample(chosen, options.sample) if options.sample else chosen)
    )


def _is_explained(mutant: Mutant) -> bool:
    return mutant.kind == NEVER_NOTICED or str(mutant) in EXPLAINED


if __name__ == "__main__":
    sys.exit(main())
