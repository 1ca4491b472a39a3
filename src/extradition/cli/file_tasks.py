"""The work on one case file of many: determine it, compare laws for it, or hold it against the court."""

from __future__ import annotations

import argparse
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Generic, Self, TypeVar

from extradition.case_file import CaseFile
from extradition.casework.checklist import determine_each_matter
from extradition.cli.case_files import Made, case_document
from extradition.cli.determined import Determined, depth_of
from extradition.cli.report_options import as_written, law_of, rule_book_of
from extradition.hearing import hear
from extradition.hearing.examination import examine, read_case
from extradition.policy.case_agreement import JudgmentHeard, hear_judgment
from extradition.policy.comparison.case_heard import CaseHeard, hear_case
from extradition.policy.comparison.laws_heard import laws_heard
from extradition.precedents import with_precedents
from extradition.rule_book import RuleBook
from extradition.rule_book.installed import book_named, folder_of_book
from extradition.rule_book.matter import EVERY_MATTER
from extradition.sensitivity import with_sensitivity
from extradition.source import Document, Fault, OptionError, SourceError

T = TypeVar("T")
V = TypeVar("V")


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


class Determining(FileTask[Determined, str | bytes]):
    """The report on the determination of one case, or its checklist, under the rule book that it names."""

    mixes_books = True

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options)
        self._depth = depth_of(options)

    def of(self, case: CaseFile) -> Determined:
        """The determination of *case*, with what its report needs."""
        options = self.options
        case = as_written(case, self.book, options)
        if case.part == EVERY_MATTER:
            checklist = determine_each_matter(case, self.book, under=law_of(options))
            return Determined(checklist, options.format, options.template, None, None)
        hearing = hear(case, self.book, law_of(options))
        determination = (
            hearing.determination
            if options.no_sensitivity
            else with_sensitivity(hearing, hold_findings=options.hold_findings)
        )
        if not options.no_precedents:
            determination = with_precedents(determination, hearing)
        return Determined.of(determination, case, self.book, self._depth, options)

    def finished(self, value: Determined) -> str | bytes:
        """The report."""
        return value.rendered()


class Comparing(FileTask[CaseHeard, CaseHeard]):
    """One case under every law that is compared."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options)
        against = RuleBook.load(options.against) if options.against is not None else None
        self.laws = laws_heard(self.book, options.laws, assuming=options.assuming, against=against)

    @property
    def made_from(self) -> tuple[str, ...]:
        """The hashes of the law, with that of the second rule book."""
        return (*super().made_from, *(law.rule_book.digest for law in self.laws if law.second))

    def of(self, case: CaseFile) -> CaseHeard:
        """The *case*, heard under every law."""
        return hear_case(as_written(case, self.book, self.options), self.laws, self.options.engine)

    def finished(self, value: CaseHeard) -> CaseHeard:
        """The same."""
        return value


class Validating(FileTask[JudgmentHeard, JudgmentHeard]):
    """One decided case against the court."""

    def of(self, case: CaseFile) -> JudgmentHeard:
        """The decided *case*, heard. Unknown words are reported before a missing decision."""
        examine(case, self.book)
        return hear_judgment(case, self.book, self.options.engine)

    def finished(self, value: JudgmentHeard) -> JudgmentHeard:
        """The same."""
        return value
