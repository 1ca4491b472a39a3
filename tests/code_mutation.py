"""A mutation run of the code: single changes to the modules that decide, each of which the core tests must
notice.

`make mutation-src` tries a sample, chosen by a fixed seed: changes at 40 places of each package. `python
tests/code_mutation.py --size 400 --package engine` tries more of one package, and `--all` tries every one,
which takes days. The changes are those of cosmic-ray. They are made in a copy of the repository, so that the
files here stay unchanged.

One run of the core first records which tests reach which lines (`reaching.py`). A change is shown to the
tests that reach its lines, the quickest first. Where a line runs outside the tests, as when the rule book is
read, every other test of the core sees the change too. A test that reads the source text (its words, its
length) is left out: it would notice any change.
"""

import argparse
import ast
import compileall
import difflib
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from cosmic_ray.commands.init import _all_work_items
from cosmic_ray.mutating import use_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_item import MutationSpec
from reaching import Reach

from extradition import source

ROOT = Path(__file__).parents[1]
SOURCE = Path("src/extradition")
PACKAGES = {
    "engine": "engine",
    "rule_book": "rule_book",
    "hearing": "hearing",
    "sensitivity": "sensitivity",
    "comparison": "policy/comparison",
}
"""By the name of a package its folder."""
_READ_SOURCE = ("house", "documentation", "locks", "tiers")
"""Tests of the source text, of the documentation and of how the tests run."""
_ALSO = ("form", "note", "note_boxes", "papers", "possible_ends", "region", "region_report")
"""Tests of what is made from a determination, which need no other process."""
_OWN = {
    "engine": ("engine", "hearing", "by_fact", "truth_table", "kept_values"),
    "rule_book": ("rule_book", "by_fact", "draft", "several_dates", "warrant"),
    "hearing": ("hearing", "dates", "several_dates", "several_warrants", "source"),
    "sensitivity": ("sensitivity", "decision_diagram"),
    "policy": ("comparison", "draft"),
}
"""By folder, the files of tests of which a change is shown to the quickest before the others."""
_FIRST = 12
_LEAST_SECONDS = 90
"""Seconds for the tests of one change, with twice what they take: an endless loop counts as noticed."""
_NO_TEST_RAN = 5
"""What pytest returns then: a change may take away the tests that are made of a rule book."""
_MOST_MEMORY = 8_000_000
"""In kilobytes: a change may ask for memory without end."""
_FIELDS = ("annotation", "returns")
EXPLAINED: dict[str, str] = source.read(Path(__file__).with_name("code_mutation_explained.yaml")).content
"""By the change, the reason why no test can notice it."""


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


def recorded(folder: Path) -> Reach:
    """The tests that reach each line, recorded by one run in *folder* unless that is done."""
    if not (folder / "tests.json").exists():
        left_out = [f"--ignore=tests/core/test_{name}.py" for name in _READ_SOURCE]
        also = [f"tests/outside/test_{name}.py" for name in _ALSO]
        done = pytest_run([f"--record-reach={folder}", "tests/core", *also, *left_out])
        if done.returncode:
            raise RuntimeError(f"the tests fail without a change: {done.stdout[-2000:]}")
    return Reach.load(folder)


def pytest_run(arguments: Sequence[str], limit: float | None = None) -> subprocess.CompletedProcess[str]:
    """A run of pytest on the copy, for at most *limit* seconds of processor time."""
    options = ["-q", "-p", "reaching", "-p", "no:cacheprovider", "--hypothesis-profile=quick", "--tb=no"]
    command = shlex.join([sys.executable, "-m", "pytest", *options, *arguments])
    limited = (
        f"ulimit -t {limit:.0f} && ulimit -d {_MOST_MEMORY} && exec {command}" if limit else f"exec {command}"
    )
    return subprocess.run(["sh", "-c", limited], capture_output=True, text=True, check=False)  # noqa: S603, S607  our own


def rounds(spec: MutationSpec, reach: Reach) -> Iterator[list[str]]:
    """The tests to which the change is shown, one list after another."""
    found, everywhere = reach.reaches(Path(spec.module_path), lines_of(spec))
    folder = Path(spec.module_path).relative_to(SOURCE).parts[0]
    own = [f"tests/core/test_{name}.py" for name in _OWN[folder]]
    first = reach.few_of(found, own, _FIRST)
    yield first
    yield [test for test in found if test not in first]
    if everywhere:
        yield reach.in_order(sorted(reach.seconds.keys() - found))


def lines_of(spec: MutationSpec) -> range:
    """The lines of the statement of the change; of a statement with a body, those before its body."""
    module = ast.parse(Path(spec.module_path).read_text(encoding="utf-8"))
    line = spec.start_pos[0]
    spans = [
        span for node in ast.walk(module) if isinstance(node, ast.stmt) and line in (span := _span(node))
    ]
    return min(spans, key=len, default=range(line, line + 1))


def _span(node: ast.stmt) -> range:
    """The lines of a statement, with its decorators; up to its first inner statement if there is one."""
    decorators = getattr(node, "decorator_list", ())
    first = min([node.lineno, *(each.lineno for each in decorators)])
    inner = [each.lineno for each in ast.walk(node) if isinstance(each, ast.stmt) and each is not node]
    end = node.end_lineno or node.lineno
    return range(first, max(min([end + 1, *inner]), node.lineno + 1))


def noticed_by(spec: MutationSpec, reach: Reach) -> tuple[str, str]:
    """The test that notices the change ("" if none does), and the change in words."""
    operator = get_operator(spec.operator_name)(**spec.operator_args)
    shown_to = list(filter(None, rounds(spec, reach)))
    with use_mutation(spec.module_path, operator, spec.occurrence) as (before, after):
        shown = in_words(spec, before, after)
        for tests in shown_to:
            by = failed(tests, 2 * sum(reach.seconds[test] for test in tests) + _LEAST_SECONDS)
            if by:
                return by, shown
    return "", shown


def failed(tests: Sequence[str], limit: float) -> str:
    """The first of *tests* that fails; "the start" where none can run, the signal that ends it, or ""."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as order:
        order.write("\n".join(tests))
        order.flush()
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        done = pytest_run(["-x", f"--in-order={order.name}", *files], limit)
    if done.returncode in (0, _NO_TEST_RAN):
        return ""
    names = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    return names[0] if names else "the start" if done.returncode > 0 else f"signal {-done.returncode}"


def in_words(spec: MutationSpec, before: str, after: str) -> str:
    """The module, the old line and the new one."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    was, now = (" ".join(line[1:].strip() for line in lines if line.startswith(mark)) for mark in "-+")
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
    parser.add_argument(
        "--reach", type=Path, help="a folder for the tests that reach each line, for the next run of one tree"
    )
    parser.add_argument("--all", action="store_true", help="every change")
    options = parser.parse_args()
    unexplained, reach_folder = 0, options.reach and options.reach.resolve()
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder))
        os.chdir(folder)
        os.environ["PYTHONPATH"] = os.pathsep.join(str(Path(folder) / name) for name in ("src", "tests"))
        compileall.compile_dir(folder, quiet=1)
        reach = recorded(reach_folder or Path(folder) / "reach")
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        for package in options.package or PACKAGES:
            unexplained += tried(package, reach, options)
    return 1 if unexplained else 0


def tried(package: str, reach: Reach, options: argparse.Namespace) -> int:
    """Try the changes to one package and print what notices them; the number that nothing notices."""
    specs = list(changes_of(SOURCE / PACKAGES[package]))
    chosen = specs if options.all else sample(specs, options.size, options.seed)
    places = len({(spec.module_path, spec.start_pos) for spec in specs})
    counts: defaultdict[str, int] = defaultdict(int)
    if by := failed(
        reach.few_of(list(reach.seconds), ["tests/core/test_hearing.py"], _FIRST), _LEAST_SECONDS
    ):
        raise RuntimeError(f"{by} fails without a change")
    for spec in chosen:
        by, shown = noticed_by(spec, reach)
        kind = "noticed" if by else "explained" if shown in EXPLAINED else "unnoticed"
        counts[kind] += 1
        say(f"{kind}{f' by {by}' * bool(by)}: {shown}")
    found = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    say(f"{package}: {len(chosen)} of {len(specs)} changes at {places} places: {found}")
    return counts["unnoticed"]


def say(line: str) -> None:
    """Print *line* at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
