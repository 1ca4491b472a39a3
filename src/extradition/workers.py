"""Processes of this machine that each answer one item after another, in the order of the items.

A worker is a fresh interpreter that reads from a pipe. So the caller may have threads, its main module is not
run again, and a worker ends when its caller does. Only the caller writes to the pipe, so pickle is safe here.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, BinaryIO, Generic, Self, TypeVar

from extradition.source import where_raised

T = TypeVar("T")
R = TypeVar("R")
_COMMAND = "from extradition.workers import work_for_caller; work_for_caller()"
_AHEAD = 4
"""The items for each worker that are read ahead: those that wait, and those with an answer not yet taken."""


@dataclass(frozen=True)
class Lost:
    """An item without an answer.

    Attributes:
        error: the class of the unforeseen error and its place in the code; None if the worker ended, for
            example because the system killed it.
    """

    error: str | None


class Workers(Generic[T, R]):
    """A number of workers, each with its own copy of the function *answer*. They start when they are needed.

    It may be used by several threads, which then share the workers.

    Args:
        answer: the function, which is sent to each worker once; it must survive ``pickle``.
        count: the number of workers.

    >>> with Workers(len, 1) as workers:
    ...     list(workers.each(["one", "three"]))
    [3, 5]
    """

    def __init__(self, answer: Callable[[T], R], count: int) -> None:
        self._answer = pickle.dumps(answer)
        self._count = count
        self._idle: deque[_Worker] = deque()
        self._threads = ThreadPoolExecutor(count, "worker")  # so no more than *count* workers are started
        self._running: set[_Worker] = set()
        self._is_closed = False

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
        return self._threads.submit(self._ask, item)

    def close(self) -> None:
        """End the workers at once. An item that one of them is at is lost."""
        self._is_closed = True
        for worker in [*self._running]:
            worker.kill()  # the thread that asks it still reads its pipe
        self._threads.shutdown(cancel_futures=True)
        for worker in [*self._running]:
            worker.end()

    def _ask(self, item: T) -> R | Lost:
        """The answer of an idle worker, or of one that is started."""
        sent = pickle.dumps(item)
        worker: _Worker | None = None
        try:
            worker = self._free()
            answer: R | Lost = worker.ask(sent)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._end(worker)
            return Lost(None)
        self._idle.append(worker)
        return answer

    def _free(self) -> _Worker:
        """An idle worker, or a new one."""
        try:
            return self._idle.pop()
        except IndexError:
            return self._started()

    def _started(self) -> _Worker:
        """A new worker.

        Raises:
            OSError: the system starts no process, or the workers were closed.
        """
        if self._is_closed:
            raise OSError("closed")
        worker = _Worker(self._answer)
        self._running.add(worker)
        if self._is_closed:  # in the meantime
            worker.kill()
        return worker

    def _end(self, worker: _Worker | None) -> None:
        if worker is not None:
            self._running.discard(worker)
            worker.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """One process, and the pipes to it and from it."""

    def __init__(self, answer: bytes) -> None:
        self._process = subprocess.Popen(  # noqa: S603  this package, in this interpreter
            [sys.executable, "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,  # so that Ctrl-C does not reach it, even while it starts
        )
        assert self._process.stdin is not None  # noqa: S101  both were asked for
        assert self._process.stdout is not None  # noqa: S101
        self._incoming, self._outgoing = self._process.stdin, self._process.stdout
        self._send(answer)

    def ask(self, item: bytes) -> Any:
        """The answer to *item*.

        Raises:
            OSError: the process ended before it read the item.
            EOFError: the process ended before it answered.
            pickle.UnpicklingError: the process ended within its answer.
        """
        self._send(item)
        return pickle.load(self._outgoing)  # noqa: S301  our own process wrote it

    def _send(self, content: bytes) -> None:
        self._incoming.write(content)
        self._incoming.flush()

    def kill(self) -> None:
        """Stop the process, whatever it is at. Its pipes stay open for the thread that reads them."""
        self._process.kill()

    def end(self) -> None:
        """Stop the process, and close its pipes."""
        self.kill()
        self._process.wait()
        with contextlib.suppress(OSError):  # what was not sent yet
            self._incoming.close()
        self._outgoing.close()


def work(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Read a function and then one item after another from *incoming*; write the answers to *outgoing*.

    Args:
        incoming: the pipe from the caller; its end is the end of the work.
        outgoing: the pipe to the caller.
    """
    answer = pickle.load(incoming)  # noqa: S301  our own caller wrote it
    while True:
        try:
            item = pickle.load(incoming)  # noqa: S301
        except EOFError:
            return
        try:
            made = answer(item)
        except Exception as error:  # noqa: BLE001  the caller reports it; its words may quote the case
            made = Lost(where_raised(error))
        outgoing.write(pickle.dumps(made))
        outgoing.flush()


def work_for_caller() -> None:
    """Work for the process that started this one. Whatever else is printed goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller ends this process
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    work(sys.stdin.buffer, outgoing)
