"""The tables that users explore: each in a process and a private folder of its own, for a limited time."""

from __future__ import annotations

import atexit
import contextlib
import re
import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, Literal, get_args

from extradition.engine.agreement import ENGINE
from extradition.rule_book import RuleBook
from extradition.source import ExtraditionError, Problem, SourceError
from extradition.web.explorer.explored import STEP, Settings
from extradition.web.explorer.explored_table import Asked, TableProcess
from extradition.web.explorer.explorer_limits import (
    IDLE_SECONDS,
    MOST_ANSWER_SECONDS,
    MOST_TABLES,
    MOST_WORK_SECONDS,
)
from extradition.web.log import log_lost
from extradition.workers import Lost, Workers

STEPS: tuple[STEP, ...] = get_args(STEP)
STATE = Literal["working", "ready", "faulty", "cancelled", "too slow", "ended"]
"""How far a table is: ``ended`` if its process ended without an answer."""
_AT_ONCE = 1 << 20
_SWEEP_SECONDS = 5.0
_NAME = re.compile(r"[^\w.() -]+")


class TooManyTables(Exception):  # noqa: N818  a limit is no error
    """As many tables as there may be are held already."""


class NoAnswer(Exception):  # noqa: N818  as above
    """The process of a table ended, or took too long."""


@dataclass(frozen=True)
class Progress:
    """How far a table is at one moment.

    Attributes:
        state: whether it is being decided, ready, or why it is not.
        step: the step of the work that is under way.
        rows: the number of its rows; None until they are counted.
        problems: why it is not decided.
        without_meaning: its columns that no rule reads.
    """

    state: STATE
    step: STEP = "read"
    rows: int | None = None
    problems: tuple[Problem, ...] = ()
    without_meaning: tuple[str, ...] = ()


class Exploration:
    """One table of one user.

    Attributes:
        key: the name by which addresses name it, which no one can guess.
        settings: how it is decided.
        folder: its private folder.
        progress: how far it is.
        used_at: the time at which someone looked at it last.
    """

    def __init__(self, key: str, folder: Path, rule_book: RuleBook, engine: ENGINE) -> None:
        self.key = key
        self.folder = folder
        self.settings = Settings(path=folder, folder=folder, name="", laws=())
        self.progress = Progress("ended")
        self.used_at = time.monotonic()
        self._began_at = self.used_at
        self._book = rule_book
        self._engine: ENGINE = engine
        self._workers: Workers[Asked, Any] | None = None
        self._lock = threading.RLock()

    def begin(self, settings: Settings) -> None:
        """Decide the table, from the start, in a new process.

        Args:
            settings: how it is to be decided.
        """
        self._end_process("ended")
        self.settings, self.progress = settings, Progress("working")
        self._began_at = self.used_at = time.monotonic()
        self._workers = Workers(TableProcess(self._book, self._engine, settings), 1)
        self._take(0, self._workers)

    def ask(self, name: str, *arguments: Any) -> Any:
        """The answer of the process to one question about the decided table.

        Args:
            name: the name of a method of ``ExploredTable``.
            arguments: its arguments.

        Raises:
            ExtraditionError: the method raises it.
            NoAnswer: the process ended, or took too long; it is then ended.
        """
        workers = self._workers
        if workers is None:
            raise NoAnswer
        try:
            made = workers.begin((name, arguments)).result(MOST_ANSWER_SECONDS)
        except TimeoutError:
            self._end_process("too slow")
            raise NoAnswer from None
        if isinstance(made, Lost):
            log_lost(made.error)
            if made.error is None:
                self._end_process("ended")
            raise NoAnswer
        if isinstance(made, ExtraditionError):
            raise made
        return made

    def cancel(self) -> None:
        """End the work; the table stays, so that the user can choose otherwise."""
        if self.progress.state == "working":
            self._end_process("cancelled")

    def close(self) -> None:
        """End the process, and delete the folder with the table."""
        self._end_process("ended")
        shutil.rmtree(self.folder, ignore_errors=True)

    def is_overdue(self, now: float) -> bool:
        """Whether its work takes too long."""
        return self.progress.state == "working" and now - self._began_at > MOST_WORK_SECONDS

    def give_up(self) -> None:
        """End the work that takes too long."""
        self._end_process("too slow")

    def _take(self, place: int, workers: Workers[Asked, Any]) -> None:
        """Begin the step in that *place*; after the last, the table is ready."""
        if place == len(STEPS):
            self.progress = replace(self.progress, state="ready")
            return
        self.progress = replace(self.progress, step=STEPS[place])
        answer = workers.begin((STEPS[place], ()))
        answer.add_done_callback(lambda done: self._taken(place, workers, done))

    def _taken(self, place: int, workers: Workers[Asked, Any], done: Future[Any]) -> None:
        """What follows on one step: the next one, or the reason why there is none."""
        with self._lock:
            if self._workers is not workers or done.cancelled():
                return
            made = done.result()
            if isinstance(made, Lost):
                log_lost(made.error)
                self.progress = Progress("ended")
            elif isinstance(made, ExtraditionError):
                self.progress = replace(self.progress, problems=_problems_of(made))
                answer = workers.begin(("without_meaning", ()))
                answer.add_done_callback(lambda found: self._refused(workers, found))
            else:
                if isinstance(made, int):
                    self.progress = replace(self.progress, rows=made)
                with contextlib.suppress(RuntimeError):  # the process was ended in the meantime
                    self._take(place + 1, workers)

    def _refused(self, workers: Workers[Asked, Any], done: Future[Any]) -> None:
        """Note the columns of a table with faults that no rule reads."""
        with self._lock:
            if self._workers is workers and not done.cancelled():
                made = done.result()
                columns = made if isinstance(made, tuple) else ()
                self.progress = replace(self.progress, state="faulty", without_meaning=columns)

    def _end_process(self, state: STATE) -> None:
        with self._lock:
            workers, self._workers = self._workers, None
            self.progress = Progress(state)
        if workers is not None:
            workers.close()


def _problems_of(error: ExtraditionError) -> tuple[Problem, ...]:
    return error.problems if isinstance(error, SourceError) else (Problem(None, "", str(error)),)


class Explorations:
    """The tables of a service: a few at once, each deleted once no one looks at it.

    Args:
        rule_book: the law.
        engine: as for ``determine``.
        idle_seconds: the time after which a table that no one looks at is deleted.
    """

    def __init__(self, rule_book: RuleBook, engine: ENGINE, idle_seconds: float = IDLE_SECONDS) -> None:
        self._book = rule_book
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
        made = Exploration(secrets.token_urlsafe(24), folder, self._book, self._engine)
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


def stored(sent: IO[bytes], name: str, folder: Path, most_bytes: int) -> Path | None:
    """The path of the table that was sent, copied into a private folder; None if it is too large.

    Args:
        sent: the file that was sent.
        name: its name; its end says what it is.
        folder: the folder.
        most_bytes: the size of the largest table.
    """
    path = folder / f"table{Path(name).suffix.lower()}"
    left = most_bytes
    with path.open("wb") as kept:
        while piece := sent.read(_AT_ONCE):
            left -= len(piece)
            if left < 0:
                return None
            kept.write(piece)
    return path


def shown_name(name: str) -> str:
    """The name of a file that was sent, as pages and reports show it.

    Args:
        name: the name that the browser gave.

    >>> shown_name("C:/cases/<a>.csv")
    'a.csv'
    """
    last = re.split(r"[/\\]", name)[-1]
    return _NAME.sub("", last).strip()[:100] or "table"


def tables_in(folder: Path | None, is_table: Callable[[Path], bool], most: int) -> Sequence[str]:
    """The names of the tables under the operator's *folder*, each relative to it.

    A link that leads out of the folder is left out.

    Args:
        folder: the folder; None if the operator allows none.
        is_table: whether a path has the name of a table.
        most: the most names.
    """
    if folder is None:
        return ()
    root = folder.resolve()
    found = (each for each in sorted(root.rglob("*")) if is_table(each) and each.is_file())
    inside = [each for each in found if each.resolve().is_relative_to(root)]
    return [each.relative_to(root).as_posix() for each in inside[:most]]
