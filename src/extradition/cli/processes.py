"""A task on many files in several processes, with the results in the order of the files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from extradition.cli.case_files import Made
from extradition.cli.file_tasks import FileTask
from extradition.source import EngineError, ExtraditionError
from extradition.worker_process import Lost
from extradition.workers import Workers

V = TypeVar("V")
T = TypeVar("T")


def each_made(task: FileTask[V, T], paths: Sequence[Path], jobs: int) -> Iterator[Made[T]]:
    """What *task* makes of each of *paths*, in their order.

    If the reader stops early, or a signal ends this process, the other processes end too.

    Args:
        task: the work on one file.
        paths: the case files.
        jobs: the number of processes.

    Raises:
        EngineError: a process ended before its work was done, or read other rule files than this one.
        ExtraditionError: as the task.
    """
    same = SameTask(type(task), task.options, task.made_from)
    with Workers(same, max(1, min(jobs, len(paths)))) as workers:
        for made in workers.each(paths):
            if isinstance(made, ExtraditionError):
                raise made
            if isinstance(made, Lost):
                raise EngineError(_why(made))
            yield made


def _why(lost: Lost) -> str:
    if lost.error is None:
        return "a process ended before its work was done; try again with fewer --jobs"
    return f"an unforeseen error ended the work of a process: {lost.error}"


@dataclass(frozen=True)
class SameTask:
    """The function of a worker: the same task, made there from the same options and the same law.

    Args:
        kind: the class of the task.
        options: the parsed command line.
        made_from: the hashes of the law of the task here.
    """

    kind: type[FileTask[Any, Any]]
    options: argparse.Namespace
    made_from: tuple[str, ...]

    def __call__(self, path: Path) -> Made[Any] | ExtraditionError:
        """What the task makes of the file at *path*, or the error that stops the command."""
        try:
            return self._task.made_of(path)
        except ExtraditionError as error:
            return error

    @cached_property
    def _task(self) -> FileTask[Any, Any]:
        task = self.kind(self.options)
        if task.made_from != self.made_from:
            raise EngineError("the rule files changed while the command ran; run it again")
        return task
