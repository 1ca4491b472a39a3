"""The plugin of schemathesis, which takes three seconds to load: for this tier alone."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.import_plugin("schemathesis", consider_entry_points=True)
