"""The work on one case file of many, and the results for all of them."""

from __future__ import annotations

import argparse
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from extradition.case_file import CaseFile
from extradition.cli.case_files import CaseFiles, Made, case_document
from extradition.cli.report_options import rule_book_of
from extradition.hearing.examination import read_case
from extradition.rule_book.installed import book_named, folder_of_book
from extradition.source import Document, Fault, OptionError, SourceError

T = TypeVar("T")
V = TypeVar("V")
_MANY = 20


class FileTask(ABC, Generic[V, T]):
    """The work on one case file. Another process makes the same task from the same options.

    Args:
        options: the parsed command line.
    """

    mixes_books = False
    """Whether each case file can have its own rule book; a report on several needs one for all of them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.book = rule_book_of(options)
        self._of_books: dict[str | None, Self] = {}

    def _for(self, document: Document) -> Self:
        """The same task under the rule book that *document* names; itself if the options name the law.

        Raises:
            SourceError: this package has no rule book of that name.
        """
        name, named = book_named(document.content), self.options.rules is not None or self.book.drafts
        if not self.mixes_books or named or name == self.book.name:
            return self
        if name not in self._of_books:
            try:
                folder = folder_of_book(name)
            except OptionError as error:
                raise SourceError([document.problem(Fault(("book",), str(error)))]) from None
            self._of_books[name] = type(self)(argparse.Namespace(**{**vars(self.options), "rules": folder}))
        return self._of_books[name]

    @property
    def made_from(self) -> tuple[str, ...]:
        """The hashes of the law: two processes do the same work only if they are the same."""
        return (self.book.digest, *(draft.sha256 for draft in self.book.drafts))

    @abstractmethod
    def of(self, case: CaseFile) -> V:
        """The result for *case*, whose faults are faults of its file.

        Raises:
            SourceError, OptionError: the case has faults, or does not fit the law.
        """

    @abstractmethod
    def finished(self, value: V) -> T:
        """The result as it is collected. An error here is not a fault of the case file."""

    def made_of(self, path: Path) -> Made[T]:
        """The result for the case file at *path*, or its faults.

        Args:
            path: the case file.
        """
        try:
            document = case_document(path)
            task = self._for(document)
            case = read_case(document, task.book)
        except SourceError as error:
            return Made(path, problems=error.problems)
        try:
            value = task.of(case)
        except SourceError as error:
            return Made(path, problems=error.problems)
        except OptionError as error:
            return Made(path, problems=tuple(case.problems([Fault((), str(error))])), law=str(error))
        return Made(path, self.finished(value))


def each_result(files: CaseFiles, task: FileTask[Any, T], doing: str) -> Iterator[tuple[Path, T]]:
    """The result of *task* for each of *files*, with a progress bar on a terminal if there are many.

    Args:
        files: the case files; the faults of a file are collected there.
        task: the work on one file.
        doing: the word for it on the bar.
    """
    every: Iterable[Made[T]] = map(task.made_of, files.found)
    if task.options.jobs > 1:
        from extradition.cli.processes import each_made  # noqa: PLC0415  one process needs no others

        every = each_made(task, files.found, task.options.jobs)
    if len(files.found) >= _MANY:
        from tqdm import tqdm  # noqa: PLC0415  few cases need no bar

        total = len(files.found)
        every = tqdm(every, desc=doing, total=total, unit="case", leave=False, disable=None)
    return files.sound(every)
