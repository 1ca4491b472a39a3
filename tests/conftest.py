"""Shared by all tiers: the rule books, how many examples a property tries, how the tests are shared out."""

import contextlib
import importlib
import os
import pkgutil
import signal
from collections.abc import Iterator

import profiles  # noqa: F401  the profiles have to be there before --hypothesis-profile chooses one
import pytest
from made_once import reading_once, share_compiled_laws
from strategies import BOOK, ROOT, SMALL
from unmeasured import is_among, unmeasured
from workers import Scheduling, put_in_order

import extradition
from extradition import CaseFile, RuleBook
from extradition.garbage import collect_seldom, leave_out_what_is_there

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # a shell starts a job in the background so, and the processes that tests interrupt would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)

collect_seldom()  # with the default of Python it was a fifth of the time of the tests


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return BOOK


@pytest.fixture(scope="session")
def small() -> RuleBook:
    return SMALL


@pytest.fixture(autouse=True)
def _made_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside the core, whose tests make what they need, a process makes once what many tests share."""
    if "core" not in request.path.parts:
        monkeypatch.setattr(RuleBook, "load", reading_once(RuleBook.load))
        share_compiled_laws(monkeypatch)


@pytest.fixture(scope="session")
def merticariu() -> CaseFile:
    return CaseFile.load(ROOT / "examples/merticariu/case.yaml")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the properties without coverage, which takes longer than they do, and after the tests with it.

    A test of every example, page or law test is marked ``no_cover`` where it stands, for the same reason. So
    is a file or a test that reaches nothing that the others do not reach, and a test on the list of
    `unmeasured.py`. The other tests cover everything, each line and branch by an example that says what is
    expected of it. Where code is reached by such a test alone, `make check` names its lines. Then it needs a
    test of its own, or the mark goes, or the name on the list.
    """
    others = unmeasured()
    for item in items:
        if is_property(item) or is_among(item.nodeid, others):
            item.add_marker("no_cover")
    put_in_order(items)


def pytest_collection_finish() -> None:
    """Leave what was made so far out of every later collection of garbage. It stays to the end."""
    leave_out_what_is_there()


def pytest_sessionfinish() -> None:
    """Collect garbage once. Else pytest searches everything five times, and Python once more as it ends."""
    leave_out_what_is_there()


def is_property(item: pytest.Item) -> bool:
    """Whether *item* is a test that Hypothesis gives its examples."""
    return getattr(getattr(item, "obj", None), "is_hypothesis_test", False)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the coverage that pytest-cov starts in a worker before it knows that the process is one.

    It then starts another. Of two, a pause stops the later one, and the first goes on. A test without
    coverage would be as slow as one with it.
    """
    coverage = _coverage_of(session.config)
    if coverage and hasattr(session.config, "workerinput"):
        coverage.pause()


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session):
    """Collect, and import each module of the package, with coverage in the first worker alone.

    All workers import the same, and each line of a module runs at its first import in a process.
    """
    if os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0":
        with _without_coverage(session.config):
            return (yield)
    collected = yield
    if _coverage_of(session.config) and session.config.getoption("dist", "no") == "no":
        for module in pkgutil.walk_packages(extradition.__path__, "extradition."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    return collected


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item):
    """Set up a test without coverage where it runs without; pytest-cov does that for its call alone."""
    if not item.get_closest_marker("no_cover"):
        return (yield)
    with _without_coverage(item.config):
        return (yield)


@contextlib.contextmanager
def _without_coverage(config: pytest.Config) -> Iterator[None]:
    coverage = _coverage_of(config)
    if coverage:
        coverage.pause()
    try:
        yield
    finally:
        if coverage:
            coverage.resume()


def _coverage_of(config: pytest.Config):
    plugin = config.pluginmanager.getplugin("_cov")
    return plugin and plugin.cov_controller


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log) -> Scheduling:
    return Scheduling(config, log)
