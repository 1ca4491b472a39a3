"""The command that compares the rule book with decided cases."""

from __future__ import annotations

import argparse

from extradition.case_file import CaseFile
from extradition.cli.file_tasks import FileTask, each_result
from extradition.cli.found_files import faults_at_the_end, found
from extradition.cli.output import deliver
from extradition.hearing.examination import examine
from extradition.policy.case_agreement import JudgmentHeard, hear_judgment
from extradition.policy.validation import validation_of
from extradition.report import render


def run_validate(options: argparse.Namespace) -> int:
    """Compare the rule book with decided cases."""
    task = Validating(options)
    files = found(options)
    with faults_at_the_end(files):
        heard = (each for _, each in each_result(files, task, "validating"))
        validation = validation_of(heard, task.book)
        files.refuse_if_none(validation.cases)
        deliver(render(validation, options.format), options.out)
    return 1 if validation.unexplained or files.faults else 0


class Validating(FileTask[JudgmentHeard, JudgmentHeard]):
    """One decided case against the court."""

    def of(self, case: CaseFile) -> JudgmentHeard:
        """The decided *case*, heard. Unknown words are reported before a missing decision."""
        examine(case, self.book)
        return hear_judgment(case, self.book, self.options.engine)

    def finished(self, value: JudgmentHeard) -> JudgmentHeard:
        """The same."""
        return value
