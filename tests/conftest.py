"""Shared by all tiers: the rule books, how many examples a property tries, how the tests are shared out."""

import functools
import importlib
import pkgutil
import signal

import profiles  # noqa: F401  the profiles have to be there before --hypothesis-profile chooses one
import pytest
from strategies import BOOK, ROOT, SMALL
from workers import Scheduling, longest_first

import extradition
from extradition import CaseFile, RuleBook

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # a shell starts a job in the background so, and the processes that tests interrupt would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return BOOK


@pytest.fixture(scope="session")
def small() -> RuleBook:
    return SMALL


@pytest.fixture(scope="session")
def merticariu() -> CaseFile:
    return CaseFile.load(ROOT / "examples/merticariu/case.yaml")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest files first, and the properties without coverage, which takes longer than they do.

    A test of every example, page or law test is marked ``no_cover`` where it stands, for the same reason. The
    other tests cover everything, each line and branch by an example that says what is expected of it.
    """
    longest_first(items)
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item):
    """Set up a test without coverage where it runs without; pytest-cov does that for its call alone."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    coverage = plugin and plugin.cov_controller
    if not (coverage and item.get_closest_marker("no_cover")):
        return (yield)
    _import_everything()
    coverage.pause()
    try:
        return (yield)
    finally:
        coverage.resume()


@functools.cache
def _import_everything() -> None:
    """Import each module while coverage counts: none is first imported while it does not count."""
    for module in pkgutil.walk_packages(extradition.__path__, "extradition."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log) -> Scheduling:
    return Scheduling(config, log)
