"""The tests that reach a line: a plugin of pytest that records them, and runs tests in a given order.

`code_mutation.py` loads it with ``-p reaching``. It measures every test, also a property, which pytest-cov
would leave out here. A value that several tests share is made once, so what it reaches is recorded for all of
them: for each test that takes the fixture, or each test of a file that keeps values.
"""

from __future__ import annotations

import functools
import gc
import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from coverage import Coverage, CoverageData

_DATA, _TESTS = "lines", "tests.json"
_SHARED, _FILE = "shared", "file"
_KEPT = type(functools.cache(len))
_PACKAGE = "extradition."
_MADE_ONCE = ("extradition.web", "extradition.report")
"""Packages whose kept values are costly to make, and are not those of a mutation run."""


@dataclass(frozen=True)
class Reach:
    """The tests of one run, and the lines that each of them reaches.

    Attributes:
        seconds: how long each test took.
        contexts: by test, the contexts whose lines it reaches: its own, its fixtures', its file's.
        data: by line, the contexts that reach it; "" is outside the tests.
    """

    seconds: dict[str, float]
    contexts: dict[str, list[str]]
    data: CoverageData

    @classmethod
    def load(cls, folder: Path) -> Reach:
        """The record in *folder*."""
        tests = json.loads((folder / _TESTS).read_text(encoding="utf-8"))
        data = CoverageData(str(folder / _DATA))
        data.read()
        return cls(tests["seconds"], tests["contexts"], data)

    def reaches(self, module: Path, lines: range) -> tuple[list[str], bool]:
        """The tests that reach one of *lines*, the quickest first; and whether it is reached outside a test.

        Tests that share something come last and together, so that it is made once.
        """
        measured = {_in_package(name): name for name in self.data.measured_files()}
        of_module = self.data.contexts_by_lineno(measured.get(_in_package(str(module)), ""))
        contexts = frozenset[str]().union(*(of_module.get(line, ()) for line in lines))
        found = [test for test, own in self.contexts.items() if not contexts.isdisjoint(own)]
        return self.in_order(found), "" in contexts

    def in_order(self, tests: list[str]) -> list[str]:
        """*tests*, the quickest first; those of one file together where it makes something for several."""

        def key(test: str) -> tuple[bool, float, str]:
            file, seconds = test.partition("::")[0], self.seconds[test]
            shares = self._shares(test)
            return shares, 0 if shares else round(seconds, 2), file

        return sorted(tests, key=key)

    def few_of(self, tests: list[str], files: Collection[str], number: int) -> list[str]:
        """The first of *tests* in each of *files*, at most *number*, without those that share something."""
        taken: Counter[str] = Counter()
        few = []
        for test in tests:
            file = test.partition("::")[0]
            if file in files and not self._shares(test) and taken[file] < number:
                taken[file] += 1
                few.append(test)
        return few

    def _shares(self, test: str) -> bool:
        """Whether the test takes what is made once for several."""
        return any(name.startswith((_SHARED, _FILE)) for name in self.contexts[test])


def _in_package(path: str) -> str:
    """The path within the package: the same in each copy of the repository."""
    return path.rpartition("extradition/")[2]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-reach", type=Path, help="record in this folder which tests reach which lines")
    parser.addoption("--in-order", type=Path, help="run the tests of this file alone, in their order")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Start before `conftest.py` loads the rule books."""
    folder = early_config.known_args_namespace.record_reach
    if folder:
        early_config.pluginmanager.register(_Recording(folder))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    chosen = config.getoption("in_order")
    if chosen:
        place = {name: number for number, name in enumerate(chosen.read_text("utf-8").splitlines())}
        items[:] = sorted(
            (item for item in items if item.nodeid in place), key=lambda item: place[item.nodeid]
        )


class _Recording:
    """Records the lines of each test by the coverage of lines, with the test as its context."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._seconds: dict[str, float] = {}
        self._contexts: dict[str, tuple[str, ...]] = {}
        self._now = ""
        self._kept: list[functools._lru_cache_wrapper[object]] = []
        self._coverage = Coverage(
            data_file=folder / _DATA, config_file=False, include=["src/extradition/*"], messages=False
        )
        self._coverage.start()

    def pytest_collection_finish(self) -> None:
        """Make what a rule book keeps for good: what it reaches counts as reached outside the tests."""
        self._kept = _kept_functions()
        for each in gc.get_objects():
            if str(type(each).__module__).startswith(f"{_PACKAGE}rule_book"):
                for name in _kept_properties(type(each)):
                    getattr(each, name)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for each in self._kept:
            each.cache_clear()
        fixtures = [_context_of(each) for each in _fixtures(item) if each.scope != "function"]
        whole = f"{_FILE} {item.nodeid.partition('::')[0]}"
        self._now = whole if _keeps_values(item) else item.nodeid
        self._contexts[item.nodeid] = (self._now, *fixtures)
        self._coverage.switch_context(self._now)
        try:
            return (yield)
        finally:
            self._coverage.switch_context("")

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        if fixturedef.scope == "function":
            return (yield)
        self._coverage.switch_context(_context_of(fixturedef))
        try:
            return (yield)
        finally:
            self._coverage.switch_context(self._now)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0) + report.duration

    def pytest_unconfigure(self) -> None:
        self._coverage.stop()
        self._coverage.save()
        tests = {"seconds": self._seconds, "contexts": self._contexts}
        (self._folder / _TESTS).write_text(json.dumps(tests), encoding="utf-8")


def _fixtures(item: pytest.Item) -> list[pytest.FixtureDef[object]]:
    """The fixtures that the test takes, directly or by another one."""
    found = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    return [each[-1] for each in found.values()]


def _context_of(fixture: pytest.FixtureDef[object]) -> str:
    """The context of what is made once: for a file or a folder ("shared"), or for the whole run."""
    return f"{'run' if fixture.scope == 'session' else _SHARED} {fixture.argname}"


def _keeps_values(item: pytest.Item) -> bool:
    """Whether a function of the file of the test keeps its answers."""
    module = getattr(item, "module", None)
    return any(isinstance(value, _KEPT) for value in vars(module).values()) if module else False


def _kept_functions() -> list[functools._lru_cache_wrapper[object]]:
    """The functions of the package that keep their answers."""
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, _KEPT)
        and str(each.__module__).startswith(_PACKAGE)
        and not each.__module__.startswith(_MADE_ONCE)
    ]


@functools.cache
def _kept_properties(kind: type) -> list[str]:
    return [
        name
        for base in kind.__mro__
        for name, value in vars(base).items()
        if isinstance(value, functools.cached_property)
    ]
