"""The command that compares laws for case files."""

from __future__ import annotations

import argparse

from extradition.case_file import CaseFile
from extradition.cli.file_tasks import FileTask, each_result
from extradition.cli.found_files import faults_at_the_end, found
from extradition.cli.output import deliver
from extradition.cli.report_options import as_written, examine_form, laws_named
from extradition.policy.comparison import comparison_of
from extradition.policy.comparison.case_heard import CaseHeard, hear_case
from extradition.policy.comparison.laws_heard import laws_heard
from extradition.report import render
from extradition.report.paper_length import examine_paper_length
from extradition.rule_book import RuleBook


def run_compare(options: argparse.Namespace) -> int:
    """Compare named laws for one case or for many."""
    examine_form(options)
    task = Comparing(options)
    files = found(options)
    examine_paper_length(options.format, len(files.found))
    with faults_at_the_end(files):
        heard = (each for _, each in each_result(files, task, "comparing"))
        made = comparison_of(heard, task.laws, options.engine)
        files.refuse_if_none(made.cases)
        deliver(render(made, options.format, options.template), options.out)
    return 1 if files.faults else 0


class Comparing(FileTask[CaseHeard, CaseHeard]):
    """One case under every law that is compared."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options)
        against = RuleBook.load(options.against) if options.against is not None else None
        laws = laws_named(options, self.book)
        self.laws = laws_heard(self.book, laws, assuming=options.assuming, against=against)

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
