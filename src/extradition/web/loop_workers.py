"""Workers that the event loop asks itself: no thread stands between a request and its worker."""

from __future__ import annotations

import asyncio
import contextlib
import os
import pickle
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from extradition.worker_process import Lost, WorkerProcess
from extradition.workers import ItemAsked, StartedWorkers

T = TypeVar("T")
R = TypeVar("R")
_ROOM = 1024**2
"""The most bytes of an answer that are read at once: what a pipe holds."""


class LoopWorkers(StartedWorkers[T, R]):
    """Workers of one event loop, which alone may ask them. Threads only start them and end them.

    Args:
        answer: as for ``StartedWorkers``.
        count: the number of workers.
        most_seconds: as for ``StartedWorkers``. The way of the answer through the pipe counts, too.

    >>> async def answered():
    ...     return await asyncio.wrap_future(workers.ask("three").answer)
    >>> workers = LoopWorkers(len, 1)
    >>> asyncio.run(answered())
    5
    >>> workers.close()
    """

    def __init__(self, answer: Callable[[T], R], count: int, most_seconds: float | None = None) -> None:
        super().__init__(answer, count, most_seconds)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: deque[tuple[ItemAsked[R], bytes]] = deque()
        self._at_work: set[WorkerProcess] = set()
        self._coming = 0
        self._came: deque[WorkerProcess | None] = deque()
        """The workers that threads have started, with None for one that they could not."""
        self._room = memoryview(bytearray(_ROOM))

    def start(self) -> None:
        """Start every worker now, so that the first items need not wait for it."""
        while self._coming + len(self._idle) + len(self._at_work) < self._count:
            self._start_one()

    def ask(self, item: T) -> ItemAsked[R]:
        """One *item* that is given to the workers, and that can be taken back.

        Args:
            item: the item; it must survive ``pickle``.
        """
        self._loop = asyncio.get_running_loop()
        self._take_in()
        asked: ItemAsked[R] = ItemAsked()
        self._waiting.append((asked, pickle.dumps(item)))
        self._give()
        return asked

    def close(self) -> None:
        """End the workers at once. An item that one of them is at is lost; one that waits is taken back."""
        for asked, _ in self._waiting:
            asked.answer.cancel()
        super().close()

    def _give(self) -> None:
        """Give the items that wait to the workers that are idle. If there are too few, start others."""
        self._take_in()
        while self._waiting and (worker := self._idle_one()) is not None:
            asked, sent = self._waiting.popleft()
            if asked.answer.set_running_or_notify_cancel():
                asked.is_at(worker)
                self._at_work.add(worker)
                answered = partial(self._has_answered, worker, asked)
                _Exchange(worker, self._room, answered).begin(sent, self._most_seconds)
            else:
                self._idle.append(worker)
        while self._coming < len(self._waiting) and self._coming + len(self._at_work) < self._count:
            self._start_one()

    def _has_answered(self, worker: WorkerProcess, asked: ItemAsked[R], answer: R | Lost) -> None:
        """Take the *answer* of a *worker*, which gets the next item.

        A worker that gave no answer, or whose item was taken back, is replaced at once.
        """
        self._at_work.discard(worker)
        try:
            asked.is_at(None)
        except OSError:
            answer = Lost(None)
        if isinstance(answer, Lost) and answer.error is None:
            self._end_apart(worker)
            self.start()
        else:
            self._idle.append(worker)
        asked.answer.set_result(answer)
        self._give()

    def _idle_one(self) -> WorkerProcess | None:
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive():
                return worker
            self._end_apart(worker)
        return None

    def _start_one(self) -> None:
        self._coming += 1
        self._in_thread(self._come)

    def _come(self) -> None:
        """Start a worker, in a thread."""
        try:
            self._came.append(self._ready())
        except (OSError, EOFError, pickle.UnpicklingError):
            self._came.append(None)
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._give)

    def _take_in(self) -> None:
        """Take in the workers that came. If one could not be started, an item that waits is lost."""
        while self._came:
            worker = self._came.popleft()
            self._coming -= 1
            if worker is not None:
                self._idle.append(worker)
            elif self._waiting:
                asked, _ = self._waiting.popleft()
                if asked.answer.set_running_or_notify_cancel():
                    asked.answer.set_result(Lost(None))

    def _end_apart(self, worker: WorkerProcess) -> None:
        """Stop a worker. A thread waits for its end."""
        worker.kill()
        self._in_thread(partial(self._end, worker))

    def _in_thread(self, work: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the workers were closed
            self._threads.submit(work)


class _Exchange:
    """One item on its way to a worker, and the answer on its way back.

    Args:
        worker: the worker.
        room: where the pieces of an answer are read, one after another.
        answered: called once, with the answer.
    """

    def __init__(self, worker: WorkerProcess, room: memoryview, answered: Callable[[Any], None]) -> None:
        self._to, self._from = worker.pipes
        self._room = room
        self._answered = answered
        self._loop = asyncio.get_running_loop()
        self._came = bytearray()
        self._timer: asyncio.TimerHandle | None = None
        self._is_sending = False

    def begin(self, sent: bytes, most_seconds: float | None) -> None:
        """Send what was *sent*, and wait for the answer, at most so many seconds."""
        if most_seconds is not None:
            self._timer = self._loop.call_later(most_seconds, self._end, Lost(None, is_overdue=True))
        self._loop.add_reader(self._from, self._read)
        self._send(memoryview(sent))

    def _send(self, rest: memoryview) -> None:
        """Send what the pipe takes of the *rest*, and the others once it takes more."""
        try:
            rest = rest[os.write(self._to, rest) :]
        except BlockingIOError:
            pass
        except OSError:  # the worker has ended; so the pipe from it ends, too
            rest = rest[:0]
        if rest:
            self._is_sending = True
            self._loop.add_writer(self._to, self._send, rest)
        else:
            self._stop_sending()

    def _stop_sending(self) -> None:
        if self._is_sending:
            self._is_sending = False
            self._loop.remove_writer(self._to)

    def _read(self) -> None:
        """Read a piece of the answer. The last piece ends as every pickle does.

        If another piece ends so, what came is cut off, and cannot be read.
        """
        size = os.readv(self._from, [self._room])
        if not size:
            self._end(Lost(None))
            return
        piece = self._room[:size]
        may_be_last = piece[-1] == pickle.STOP[0]
        if self._came or not may_be_last:
            self._came += piece
        if may_be_last:
            try:
                answer = pickle.loads(self._came or piece)  # noqa: S301  our own process wrote it
            except (EOFError, pickle.UnpicklingError):
                self._came = self._came or bytearray(piece)
            else:
                self._end(answer)

    def _end(self, answer: Any) -> None:
        self._loop.remove_reader(self._from)
        self._stop_sending()
        if self._timer is not None:
            self._timer.cancel()
        self._answered(answer)
