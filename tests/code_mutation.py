"""A mutation run of the code: single changes to the modules that decide, each of which the core tests must
notice.

`make mutation-src` tries a sample, chosen by a fixed seed: changes at 40 places of each package. `python
tests/code_mutation.py --size 400 --package engine` tries more of one package, and `--all` tries every one,
which takes days. The changes are those of cosmic-ray. They are made in a copy of the repository, so that the
files here stay unchanged.

The tests of the package itself run first, then the rest of the core, so that most changes are noticed within
seconds. A test that reads the source text (its words, its length) is left out: it would notice any change.
"""

import argparse
import ast
import compileall
import os
import random
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.commands.init import _all_work_items
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import MutationSpec, TestOutcome

from extradition import source

ROOT = Path(__file__).parents[1]
SOURCE = Path("src/extradition")
PACKAGES = {
    "engine": ("engine", ("engine", "hearing", "by_fact", "truth_table", "kept_values")),
    "rule_book": (
        "rule_book",
        ("rule_book", "engine", "by_fact", "draft", "dates", "warrant_boxes", "hearing"),
    ),
    "hearing": (
        "hearing",
        ("hearing", "dates", "several_dates", "party_cases", "whole_hearing", "several_warrants"),
    ),
    "sensitivity": ("sensitivity", ("sensitivity", "decision_diagram", "in_issue")),
    "comparison": ("policy/comparison", ("comparison", "commencement")),
}
"""By the name of a package its folder, and the core tests that run first."""
_READ_SOURCE = ("house", "documentation", "locks", "tiers", "cohort_agreement")
"""Tests of the source text, of the documentation and of how the tests run; the last needs more examples."""
_LONGEST = 3600
_MOST_SECONDS = 400
"""The most seconds of processor time for the tests of one change: an endless loop counts as noticed."""
_FIELDS = ("annotation", "returns")
EXPLAINED: dict[str, str] = source.read(Path(__file__).with_name("code_mutation_explained.yaml")).content
"""By the change, the reason why no test can notice it."""


@dataclass(frozen=True)
class Change:
    """One change to one module.

    Attributes:
        spec: the change, as cosmic-ray has it.
        shown: the module, the old line and the new one.
    """

    spec: MutationSpec
    shown: str


def without_effect(module: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans of *module* that no test can see: annotations, and imports for them."""
    spans = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        inner = [found for name in _FIELDS if isinstance(found := getattr(node, name, None), ast.AST)]
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            inner.append(node)
        spans += [((each.lineno, each.col_offset), (each.end_lineno, each.end_col_offset)) for each in inner]
    return spans


def changes_of(folder: Path) -> Iterator[MutationSpec]:
    """Every change to the modules of *folder*, without those that no test can see."""
    for module in sorted(folder.rglob("*.py")):
        unseen = without_effect(module)
        for item in _all_work_items([module], {}):
            (spec,) = item.mutations
            if not any(start <= spec.start_pos < end for start, end in unseen):
                yield spec


def sample(specs: Sequence[MutationSpec], size: int, seed: int) -> list[MutationSpec]:
    """Changes at *size* places, chosen by *seed*: one at each, so that no operator outweighs the others."""
    at: defaultdict[tuple[object, ...], list[MutationSpec]] = defaultdict(list)
    for spec in specs:
        at[spec.module_path, spec.start_pos].append(spec)
    draw = random.Random(seed)
    places = sorted(at, key=str)
    chosen = draw.sample(places, min(size, len(places)))
    return [draw.choice(at[place]) for place in chosen]


def copied(folder: Path) -> None:
    """Copy every file that git does not ignore to *folder*."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603  git
    for name in filter(None, listed.decode().split("\0")):
        there = folder / name
        if (ROOT / name).is_file():
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes((ROOT / name).read_bytes())


def commands(first: Sequence[str]) -> Iterator[str]:
    """The commands that run the tests: those of the package, then the rest of the core."""
    left_out = [f"--ignore=tests/core/test_{name}.py" for name in _READ_SOURCE]
    own = [f"tests/core/test_{name}.py" for name in first]
    rest = ["tests/core", *left_out, *(f"--ignore={path}" for path in own)]
    options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=quick", "--no-header", "--tb=no"]
    for each in (own, rest):
        command = shlex.join([sys.executable, "-m", "pytest", *options, *each])
        yield shlex.join(["sh", "-c", f"ulimit -t {_MOST_SECONDS}; exec {command}"])


def noticed_by(spec: MutationSpec, first: Sequence[str]) -> tuple[str, str]:
    """What notices the change ("" if nothing does), and the change in words."""
    shown = ""
    for name, command in zip(("own tests", "core"), commands(first), strict=True):
        result = mutate_and_test([spec], command, _LONGEST)
        shown = in_words(spec, result.diff or "")
        if result.test_outcome is None or result.test_outcome is TestOutcome.INCOMPETENT:
            raise RuntimeError(f"{shown or spec}: {result.output}")
        if result.test_outcome is TestOutcome.KILLED:
            return name, shown
    return "", shown


def in_words(spec: MutationSpec, difference: str) -> str:
    """The module, the old line and the new one."""
    lines = difference.split("\n")
    was, now = (
        " ".join(
            line[1:].strip() for line in lines if line.startswith(mark) and not line.startswith(mark * 2)
        )
        for mark in "-+"
    )
    module = Path(spec.module_path)
    return f"{module.relative_to(SOURCE).as_posix()}: {spec.definition_name}: {was} => {now}"


def main() -> int:
    """Try the changes and list those that nothing notices; 1 if one of them is not explained."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--package", action="append", choices=PACKAGES, help="only this package; may be repeated"
    )
    parser.add_argument(
        "--size", type=int, default=40, help="the number of changes in each package (default: 40)"
    )
    parser.add_argument("--seed", type=int, default=2003, help="chooses the changes (default: 2003)")
    parser.add_argument("--all", action="store_true", help="every change")
    options = parser.parse_args()
    unexplained = 0
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder))
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(Path(folder) / "src")
        compileall.compile_dir(folder, quiet=1)
        for package in options.package or PACKAGES:
            unexplained += tried(package, options.size, options.seed, every=options.all)
    return 1 if unexplained else 0


def tried(package: str, size: int, seed: int, *, every: bool) -> int:
    """Try the changes to one package and print what notices them; the number that nothing notices."""
    folder, first = PACKAGES[package]
    for command in commands(first):
        outcome, output = run_tests(command, _LONGEST)
        if outcome is not TestOutcome.SURVIVED:
            raise RuntimeError(f"the tests fail without a change: {output[-2000:]}")
    specs = list(changes_of(SOURCE / folder))
    chosen = specs if every else sample(specs, size, seed)
    places = len({(spec.module_path, spec.start_pos) for spec in specs})
    counts: defaultdict[str, int] = defaultdict(int)
    for spec in chosen:
        by, shown = noticed_by(spec, first)
        if not by and shown in EXPLAINED:
            by = "explained"
        counts[by] += 1
        say(f"{by or 'unnoticed'}: {shown}")
    found = ", ".join(f"{by or 'unnoticed'} {count}" for by, count in sorted(counts.items()))
    say(f"{package}: {len(chosen)} of {len(specs)} changes at {places} places: {found}")
    return counts[""]


def say(line: str) -> None:
    """Print *line* at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
