"""One table that a user explores: its process, its private folder, and how far the work is."""

from __future__ import annotations

import contextlib
import shutil
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from extradition.engine.agreement import ENGINE
from extradition.rule_book import RuleBook
from extradition.source import ExtraditionError, Problem, SourceError
from extradition.web.explorer.explored import STEP, Settings
from extradition.web.explorer.table_process import Asked, TableProcess
from extradition.web.limits import MOST_TABLE_ANSWER_SECONDS, MOST_TABLE_WORK_SECONDS
from extradition.web.log import log_lost
from extradition.web.rule_books import RuleBooks
from extradition.worker_process import Lost
from extradition.workers import Workers

STEPS: tuple[STEP, ...] = get_args(STEP)
"""The steps of the work, in their order."""
WORK_STATE = Literal["working", "ready", "faulty", "cancelled", "too slow", "ended"]
"""How far a table is: ``ended`` if its process ended without an answer."""


class NoAnswer(Exception):  # noqa: N818  it is an answer, not an error
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

    state: WORK_STATE
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

    def __init__(self, key: str, folder: Path, books: RuleBooks, engine: ENGINE) -> None:
        self.key = key
        self.folder = folder
        self.settings = Settings(path=folder, folder=folder, name="", laws=())
        self.progress = Progress("ended")
        self.used_at = time.monotonic()
        self._began_at = self.used_at
        self._books = books
        self._engine: ENGINE = engine
        self._workers: Workers[Asked, Any] | None = None
        self._lock = threading.RLock()

    @property
    def book(self) -> RuleBook:
        """The rule book of its rows."""
        return self._books.named(self.settings.book)

    def begin(self, settings: Settings) -> None:
        """Decide the table, from the start, in a new process.

        Args:
            settings: how it is to be decided.
        """
        self._end_process("ended")
        self.settings, self.progress = settings, Progress("working")
        self._began_at = self.used_at = time.monotonic()
        self._workers = Workers(TableProcess(self.book, self._engine, settings), 1)
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
            made = workers.begin((name, arguments)).result(MOST_TABLE_ANSWER_SECONDS)
        except TimeoutError:
            self._end_process("too slow")
            raise NoAnswer from None
        if isinstance(made, Lost):
            log_lost("a table of the explorer", made)
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
        return self.progress.state == "working" and now - self._began_at > MOST_TABLE_WORK_SECONDS

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
                log_lost("a table of the explorer", made)
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

    def _end_process(self, state: WORK_STATE) -> None:
        with self._lock:
            workers, self._workers = self._workers, None
            self.progress = Progress(state)
        if workers is not None:
            workers.close()


def _problems_of(error: ExtraditionError) -> tuple[Problem, ...]:
    return error.problems if isinstance(error, SourceError) else (Problem(None, "", str(error)),)
