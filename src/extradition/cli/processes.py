"""A task on many files in several processes, with the results in the order of the files."""

from __future__ import annotations

import argparse
import contextlib
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from extradition.cli.case_files import Made
from extradition.cli.file_tasks import FileTask
from extradition.source import EngineError

V = TypeVar("V")
T = TypeVar("T")
_MOST_AT_ONCE = 16
"""The most files that a process gets at once: few enough that the processes end together."""
_own: list[FileTask[Any, Any]] = []
"""The task of this process, if another process started it."""


def each_made(task: FileTask[V, T], paths: Sequence[Path], jobs: int) -> Iterator[Made[T]]:
    """What *task* makes of each of *paths*, in their order.

    If the reader stops early, or a signal ends this process, the other processes end too.

    Args:
        task: the work on one file.
        paths: the case files.
        jobs: the number of processes.

    Raises:
        EngineError: a process ended before its work was done, or read other rule files than this one.
    """
    jobs = max(1, min(jobs, len(paths)))
    at_once = max(1, min(_MOST_AT_ONCE, len(paths) // (4 * jobs)))
    start = (type(task), task.options, task.made_from, gc.get_threshold()[0])
    with _pool(jobs, start) as pool:
        with _interrupts_held():  # a process inherits that it ignores them
            every = pool.map(_made_of, paths, chunksize=at_once)
        yield from every


@contextlib.contextmanager
def _pool(jobs: int, start: tuple[Any, ...]) -> Iterator[ProcessPoolExecutor]:
    """A pool of processes, all of which have ended when the block ends."""
    others = set(multiprocessing.active_children())
    spawning = multiprocessing.get_context("spawn")  # a fork would copy the engine in the middle of its work
    pool = ProcessPoolExecutor(jobs, spawning, _start, start)
    try:
        yield pool
    except BrokenProcessPool:
        raise EngineError("a process ended before its work was done; try again with fewer --jobs") from None
    finally:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """A block in which an interrupt has no effect, where Python handles signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _start(
    kind: type[FileTask[Any, Any]], options: argparse.Namespace, made_from: tuple[str, ...], allocations: int
) -> None:
    """Prepare this process: the same task, from the same law."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    gc.set_threshold(allocations)
    parent = multiprocessing.parent_process()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    task = kind(options)
    _own[:] = [task] if task.made_from == made_from else []


def _end_with(parent: BaseProcess) -> None:
    """End this process when its *parent* has ended, however that happened."""
    parent.join()
    os._exit(1)


def _made_of(path: Path) -> Made[Any]:
    """What the task of this process makes of the file at *path*."""
    if not _own:
        raise EngineError("the rule files changed while the command ran; run it again")
    return _own[0].made_of(path)
