"""The tests that need no coverage, because the other tests reach all that they reach: `tests/unmeasured.txt`.

Coverage makes a test take two to three times as long. `make unmeasured` runs every test once, with the test
as the context of its coverage. Then this script goes through the tests, the slowest first, each with its own
parameters. It leaves a test unmeasured if those that stay reach each of its branches. The list names a
function once if none of its tests is needed. A new test is measured until the list is made again.
"""

import argparse
import ast
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

from coverage import Coverage

LIST = Path(__file__).with_name("unmeasured.txt")
HEAD = "# Tests that run without coverage: the others reach all that they reach. Made by `make unmeasured`.\n"
_LEAST_SECONDS = 0.05
"""A test that takes less stays measured: its line on the list would save nothing."""

_BY_CHANCE = ("many", "jobs", "batch", "serve", "service_limits", "loop_workers", "audit", "telemetry")
"""Files whose tests end processes or race with them: what a test reaches differs from run to run, so that
no other test stands for it."""

Reached = tuple[int, int, int]
"""A file, the statement that control left and the one that it went to; twice the same for a statement."""


def unmeasured() -> frozenset[str]:
    """The ids on the list: of a test, or of a test function, as ``tests/core/test_x.py::test_y``."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_among(nodeid: str, listed: Collection[str]) -> bool:
    """Whether the test with that id, or its function, is *listed*."""
    return nodeid in listed or function_of(nodeid) in listed


def function_of(nodeid: str) -> str:
    """The test function of one test: its id without the parameters.

    >>> function_of("tests/core/test_x.py::test_y[a-b]")
    'tests/core/test_x.py::test_y'
    """
    return nodeid.partition("[")[0]


def reached(data: Path) -> dict[str, set[Reached]]:
    """What each test reaches, from a file of coverage with contexts; "" is outside the tests."""
    found: defaultdict[str, set[Reached]] = defaultdict(set)
    measured = Coverage(data_file=data)
    measured.load()
    with closing(sqlite3.connect(data)) as database:
        files = {
            number: Statements(Path(path), measured.branch_stats(path))
            for number, path in database.execute("select id, path from file")
        }
        query = "select context, file_id, fromno, tono from arc join context on context.id = context_id"
        for context, file, start, end in database.execute(query):
            found[context.rpartition("|")[0]].update((file, *each) for each in files[file].of(start, end))
    return dict(found)


class Statements:
    """The statements of one file, and those of them that branch.

    Args:
        path: the file.
        branches: the lines of the statements that branch.
    """

    def __init__(self, path: Path, branches: Collection[int]) -> None:
        self._branches = branches
        self._first: dict[int, int] = {}
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case):
                body = getattr(node, "body", None)
                start = node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno
                end = body[0].lineno - 1 if body else node.end_lineno or start
                self._first.update({line: start for line in range(start, end + 1) if start <= end})

    def of(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What a step from one line to another reaches: a statement (to itself), and a branch."""
        first, last, within = (self._first.get(line, line) for line in (start, end, abs(end)))
        if last > 0:
            yield last, last
        if first in self._branches and first != within:
            yield first, last


def seconds(junit: Path) -> Counter[str]:
    """How long each test took, from a JUnit file."""
    taken: Counter[str] = Counter()
    for case in ET.parse(junit).iter("testcase"):  # noqa: S314  pytest wrote it
        path = f"{case.attrib['classname'].replace('.', '/')}.py"
        taken[f"{path}::{case.attrib['name']}"] += float(case.attrib["time"])
    return taken


def not_needed(reaches: Mapping[str, Iterable[Reached]], taken: Mapping[str, float]) -> list[str]:
    """The tests that may go unmeasured, in the order of the alphabet.

    Args:
        reaches: what each test reaches; "" for what is reached outside the tests.
        taken: how long each takes, in seconds.
    """
    left = Counter(arc for arcs in reaches.values() for arc in arcs)
    chosen = []
    slow = [name for name in reaches if taken.get(name, 0) >= _LEAST_SECONDS and not _is_by_chance(name)]
    for name in sorted(slow, key=lambda name: (-taken[name], name)):
        if all(left[arc] > 1 for arc in reaches[name]):
            left.subtract(reaches[name])
            chosen.append(name)
    return sorted(chosen)


def _is_by_chance(nodeid: str) -> bool:
    return Path(nodeid.partition("::")[0]).stem.removeprefix("test_") in _BY_CHANCE


def by_function(chosen: Iterable[str], every: Iterable[str]) -> list[str]:
    """The *chosen* tests, with one name for a function of which *every* test is chosen.

    >>> by_function(["a::b[1]", "a::b[2]", "a::c[1]"], ["a::b[1]", "a::b[2]", "a::c[1]", "a::c[2]"])
    ['a::b', 'a::c[1]']
    """
    needed = {function_of(name) for name in set(every).difference(chosen)}
    return sorted({name if function_of(name) in needed else function_of(name) for name in chosen})


def main() -> int:
    """Write the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="the file of coverage, with a context for each test")
    parser.add_argument("junit", type=Path, help="the JUnit file of the same run")
    options = parser.parse_args()
    reaches = reached(options.data)
    names = by_function(not_needed(reaches, seconds(options.junit)), reaches)
    LIST.write_text(HEAD + "".join(f"{name}\n" for name in names), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
