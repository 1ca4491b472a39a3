"""A worker: a fresh interpreter that reads one item after another from a pipe, and writes the answers.

So its caller may have threads, the caller's main module is not run again, and a worker ends when its caller
does. Only the caller writes to the pipe, so pickle is safe here.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import Any, BinaryIO

from extradition.garbage import collect_seldom
from extradition.source import where_raised

_COMMAND = "from extradition.worker_process import work_for_caller; work_for_caller()"
_PIPE_BYTES = 1024**2
"""Room for most items and answers, so that neither side waits for the other in the middle of one."""


@dataclass(frozen=True)
class Lost:
    """An item without an answer.

    Attributes:
        error: the class of the unforeseen error and its place in the code; None if the worker ended, for
            example because the system killed it.
    """

    error: str | None
    is_overdue: bool = False
    """Whether the item took longer than an item may; then the worker was ended."""


class OverdueError(OSError):
    """The worker took longer than an item may take."""


class WorkerProcess:
    """One process, and the pipes to it and from it.

    Args:
        answer: the function of the process, as ``pickle`` wrote it.
    """

    def __init__(self, answer: bytes) -> None:
        self._process = subprocess.Popen(  # noqa: S603  this package, in this interpreter
            [sys.executable, "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pipesize=_PIPE_BYTES,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,  # so that Ctrl-C does not reach it, even while it starts
        )
        assert self._process.stdin is not None  # noqa: S101  both were asked for
        assert self._process.stdout is not None  # noqa: S101
        self._incoming, self._outgoing = self._process.stdin, self._process.stdout
        self._answers = select.poll()
        self._answers.register(self._outgoing, select.POLLIN)
        try:
            self._send(answer)
        except OSError:  # it ended before it read it
            self.end()
            raise

    def wait_until_ready(self) -> None:
        """Wait until the process has its function, so that the time of an item begins after that.

        Raises:
            OSError: the process ended before.
            EOFError: as above.
        """
        pickle.load(self._outgoing)  # noqa: S301  our own process wrote it

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def ask(self, item: bytes, most_seconds: float | None) -> Any:
        """The answer to *item*.

        Raises:
            OSError: the process ended before it read the item, or did not answer in time.
            EOFError: the process ended before it answered.
            pickle.UnpicklingError: the process ended within its answer.
        """
        self._send(item)
        if not self._answers.poll(None if most_seconds is None else most_seconds * 1000):
            raise OverdueError
        return pickle.load(self._outgoing)  # noqa: S301  our own process wrote it

    @cached_property
    def pipes(self) -> tuple[int, int]:
        """The numbers of the pipe to the process and of the pipe from it, which from now on never wait."""
        pipes = self._incoming.fileno(), self._outgoing.fileno()
        for each in pipes:
            os.set_blocking(each, False)
        return pipes

    def _send(self, content: bytes) -> None:
        self._incoming.write(content)
        self._incoming.flush()

    def kill(self) -> None:
        """Stop the process and those that it started, whatever they are at. Its pipes stay open for the
        thread that reads them.
        """
        if self._process.returncode is None:  # else its number may be that of another group by now
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

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
    outgoing.write(pickle.dumps(None))  # ready
    outgoing.flush()
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
    collect_seldom()
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    work(sys.stdin.buffer, outgoing)
