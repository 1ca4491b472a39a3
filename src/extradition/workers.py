"""Processes of this machine that each answer one item after another, in the order of the items.

Several threads may share them. An item may be taken back, and has a limit of time if there is one.
"""

from __future__ import annotations

import contextlib
import pickle
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, Self, TypeVar

from extradition.worker_process import Lost, OverdueError, WorkerProcess

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4
"""The items for each worker that are read ahead: those that wait, and those with an answer not yet taken."""


class ItemAsked(Generic[R]):
    """An item that was given to the workers.

    Attributes:
        answer: its answer, to wait for.
    """

    def __init__(self) -> None:
        self.answer: Future[R | Lost] = Future()
        self._lock = threading.Lock()
        self._worker: WorkerProcess | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """Take the item back. A worker that is at it is ended, and another takes its place."""
        with self._lock:
            self._is_stopped = True
            if not self.answer.cancel() and self._worker is not None:
                self._worker.kill()

    def is_at(self, worker: WorkerProcess | None) -> None:
        """Note the *worker* that is at the item; None once it has answered.

        Raises:
            OSError: the item was taken back. A worker that was at it is ended, although it may have answered.
        """
        with self._lock:
            self._worker = None if self._is_stopped else worker
            if self._is_stopped:
                raise OSError("stopped")


class StartedWorkers(Generic[T, R]):
    """The processes of a number of workers, each with its own copy of the function *answer*.

    Args:
        answer: the function, which is sent to each worker once; it must survive ``pickle``.
        count: the number of workers.
        most_seconds: the most time that an item may take, apart from its wait; a worker that takes longer is
            ended. By default there is no limit.
    """

    def __init__(self, answer: Callable[[T], R], count: int, most_seconds: float | None = None) -> None:
        self._answer = pickle.dumps(answer)
        self._count = count
        self._most_seconds = most_seconds
        self._idle: deque[WorkerProcess] = deque()
        self._threads = ThreadPoolExecutor(count, "worker")  # so no more than *count* workers are started
        self._running: set[WorkerProcess] = set()
        self._is_closed = False

    def close(self) -> None:
        """End the workers at once. An item that one of them is at is lost."""
        self._is_closed = True
        for worker in [*self._running]:
            worker.kill()  # the thread that asks it still reads its pipe
        self._threads.shutdown(cancel_futures=True)
        for worker in [*self._running]:
            worker.end()

    def _ready(self) -> WorkerProcess:
        """A new worker that is ready.

        Raises:
            OSError: the system starts no process, or it ended at once, or the workers were closed.
            EOFError: it ended at once.
            pickle.UnpicklingError: as above.
        """
        worker = self._started()
        try:
            worker.wait_until_ready()
        except (OSError, EOFError):
            self._end(worker)
            raise
        return worker

    def _started(self) -> WorkerProcess:
        """A new worker.

        Raises:
            OSError: the system starts no process, or the workers were closed.
        """
        if self._is_closed:
            raise OSError("closed")
        worker = WorkerProcess(self._answer)
        self._running.add(worker)
        if self._is_closed:  # in the meantime
            worker.kill()
        return worker

    def _end(self, worker: WorkerProcess | None) -> None:
        if worker is not None:
            self._running.discard(worker)
            worker.end()


class Workers(StartedWorkers[T, R]):
    """A number of workers, each with its own copy of the function *answer*. They start when they are needed.

    It may be used by several threads, which then share the workers.

    Args:
        answer: as for ``StartedWorkers``.
        count: the number of workers.
        most_seconds: as for ``StartedWorkers``.

    >>> with Workers(len, 1) as workers:
    ...     list(workers.each(["one", "three"]))
    [3, 5]
    """

    def start(self) -> None:
        """Start every worker now, so that the first items need not wait for it."""
        for _ in range(self._count):
            self._threads.submit(self._prepare)

    def each(self, items: Iterable[T]) -> Iterator[R | Lost]:
        """The answer to each item, in the order of the items. Reads a few items ahead.

        Args:
            items: the items; each must survive ``pickle``.
        """
        waiting: deque[Future[R | Lost]] = deque()
        try:
            for item in items:
                waiting.append(self.begin(item))
                if len(waiting) > _AHEAD * self._count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def begin(self, item: T) -> Future[R | Lost]:
        """The answer to one *item*, to wait for.

        Args:
            item: the item; it must survive ``pickle``.
        """
        return self.ask(item).answer

    def ask(self, item: T) -> ItemAsked[R]:
        """One *item* that is given to the workers, and that can be taken back.

        Args:
            item: the item; it must survive ``pickle``.
        """
        asked: ItemAsked[R] = ItemAsked()
        given = self._threads.submit(self._work, asked, item)
        given.add_done_callback(lambda done: asked.answer.cancel() if done.cancelled() else None)
        return asked

    def _work(self, asked: ItemAsked[R], item: T) -> None:
        """Answer one item. A worker that was lost is replaced at once, and not with the next item."""
        if not asked.answer.set_running_or_notify_cancel():
            return
        try:
            answer = self._answered(asked, pickle.dumps(item))
        except Exception as error:  # noqa: BLE001  the caller that waits gets it
            asked.answer.set_exception(error)
            return
        asked.answer.set_result(answer)
        if isinstance(answer, Lost) and answer.error is None:
            self._prepare()

    def _answered(self, asked: ItemAsked[R], sent: bytes) -> R | Lost:
        """The answer of an idle worker, or of one that is started."""
        worker: WorkerProcess | None = None
        try:
            worker = self._free()
            asked.is_at(worker)
            answer: R | Lost = worker.ask(sent, self._most_seconds)
            asked.is_at(None)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            with contextlib.suppress(OSError):
                asked.is_at(None)
            self._end(worker)
            return Lost(None, isinstance(error, OverdueError))
        self._idle.append(worker)
        return answer

    def _prepare(self) -> None:
        """Start a worker for a later item, if none is idle; without one, that item says what is wrong."""
        with contextlib.suppress(OSError, EOFError, pickle.UnpicklingError):
            self._idle.append(self._free())

    def _free(self) -> WorkerProcess:
        """An idle worker, or a new one that is ready."""
        while self._idle:
            with contextlib.suppress(IndexError):  # another thread took the last
                worker = self._idle.pop()
                if worker.is_alive():
                    return worker
                self._end(worker)
        return self._ready()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
