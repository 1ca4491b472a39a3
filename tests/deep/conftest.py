"""The plugin of schemathesis, which takes three seconds to load: for this tier alone."""

from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.import_plugin("schemathesis", consider_entry_points=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run this tier without coverage, which takes as long as the tests themselves.

    The other tiers cover everything but papers and their templates.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and item.path.stem not in ("test_paper", "test_own_template"):
            item.add_marker("no_cover")
