from pathlib import Path

import pytest
from hypothesis import settings

from extradition import CaseFile, RuleBook

ROOT = Path(__file__).parents[1]
settings.register_profile("project", deadline=None, derandomize=True, max_examples=300)
settings.load_profile("project")


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return RuleBook.load(ROOT / "rules")


@pytest.fixture(scope="session")
def small() -> RuleBook:
    return RuleBook.load(ROOT / "tests/books/small")


@pytest.fixture(scope="session")
def merticariu() -> CaseFile:
    return CaseFile.load(ROOT / "examples/merticariu/case.yaml")
