"""The rule book of the package, read once for the commands that this tier runs in its own process."""

import pytest
from strategies import BOOK

from extradition import RuleBook

_load = RuleBook.load


@pytest.fixture(autouse=True)
def _rule_book_read_once(monkeypatch):
    """Each command would read the rule files again, for half a second. A command in its own process does."""
    monkeypatch.setattr(RuleBook, "load", lambda folder=None: BOOK if folder is None else _load(folder))
