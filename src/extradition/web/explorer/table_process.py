"""The function of the process of one table: what is asked of the table, answered."""

from __future__ import annotations

import atexit
import shutil
from typing import Any

from extradition.engine.agreement import ENGINE
from extradition.rule_book import RuleBook
from extradition.source import ExtraditionError
from extradition.web.explorer.explored import Settings
from extradition.web.explorer.explored_table import ExploredTable

Asked = tuple[str, tuple[Any, ...]]
"""What is asked of the process of a table: the name of a method of ``ExploredTable``, and its arguments."""


class TableProcess:
    """The function of the process of one table: what is asked of the table, answered.

    Args:
        rule_book: the law.
        engine: as for ``ExploredTable``.
        settings: the table, and how it is to be decided.
    """

    def __init__(self, rule_book: RuleBook, engine: ENGINE, settings: Settings) -> None:
        self._table = ExploredTable(rule_book, engine, settings)
        self._folder = settings.folder
        self._deletes = False

    def __call__(self, asked: Asked) -> Any:
        """The answer, or the error that says why there is none."""
        name, arguments = asked
        if not self._deletes:  # in this process, if the service was killed and can delete nothing any more
            self._deletes = True
            atexit.register(shutil.rmtree, self._folder, ignore_errors=True)
        try:
            return getattr(self._table, name)(*arguments)
        except ExtraditionError as error:
            return error
