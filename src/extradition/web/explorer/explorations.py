"""The tables that users explore: a few at once, each for a limited time."""

from __future__ import annotations

import atexit
import secrets
import shutil
import tempfile
import threading
import time
from pathlib import Path

from extradition.engine.agreement import ENGINE
from extradition.web.explorer.exploration import Exploration
from extradition.web.limits import IDLE_TABLE_SECONDS, MOST_TABLES
from extradition.web.rule_books import RuleBooks

_SWEEP_SECONDS = 5.0


class TooManyTables(Exception):  # noqa: N818  a limit is no error
    """As many tables as there may be are held already."""


class Explorations:
    """The tables of a service: a few at once, each deleted once no one looks at it.

    Args:
        books: the rule books of the service.
        engine: as for ``determine``.
        idle_seconds: the time after which a table that no one looks at is deleted.
    """

    def __init__(self, books: RuleBooks, engine: ENGINE, idle_seconds: float = IDLE_TABLE_SECONDS) -> None:
        self._books = books
        self._engine: ENGINE = engine
        self._idle = idle_seconds
        self._held: dict[str, Exploration] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._sweeper: threading.Thread | None = None

    @property
    def has_room(self) -> bool:
        """Whether one more table can be held."""
        self.sweep()
        return len(self._held) < MOST_TABLES

    def new(self) -> Exploration:
        """A new table, without its file yet.

        Raises:
            TooManyTables: as many as there may be are held.
        """
        self.sweep()
        folder = Path(tempfile.mkdtemp(prefix="extradition-"))
        made = Exploration(secrets.token_urlsafe(24), folder, self._books, self._engine)
        with self._lock:
            if len(self._held) >= MOST_TABLES:
                shutil.rmtree(folder, ignore_errors=True)
                raise TooManyTables
            self._held[made.key] = made
            if self._sweeper is None:
                atexit.register(self.close)
                self._sweeper = threading.Thread(target=self._sweep_always, daemon=True)
                self._sweeper.start()
        return made

    def find(self, key: str) -> Exploration | None:
        """The table with that key; None if there is none, or no longer.

        Args:
            key: the key in the address.
        """
        self.sweep()
        found = self._held.get(key)
        if found is not None:
            found.used_at = time.monotonic()
        return found

    def end(self, exploration: Exploration) -> None:
        """Delete a table, and everything made of it.

        Args:
            exploration: the table.
        """
        with self._lock:
            self._held.pop(exploration.key, None)
        exploration.close()

    def sweep(self) -> None:
        """Delete the tables that no one looks at, and end the work that takes too long."""
        now = time.monotonic()
        for each in tuple(self._held.values()):
            if now - each.used_at > self._idle:
                self.end(each)
            elif each.is_overdue(now):
                each.give_up()

    def close(self) -> None:
        """Delete every table."""
        self._stopped.set()
        for each in tuple(self._held.values()):
            self.end(each)

    def _sweep_always(self) -> None:
        while not self._stopped.wait(_SWEEP_SECONDS):
            self.sweep()
