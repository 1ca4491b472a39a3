"""The command that determines case files: the work on each file, and the reports."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from extradition.case_file import CaseFile
from extradition.casework.checklist import determine_each_matter
from extradition.cli.case_files import case_to_check, is_folder
from extradition.cli.determined import Determined, depth_of
from extradition.cli.file_tasks import FileTask, each_result
from extradition.cli.found_files import faults_at_the_end, found
from extradition.cli.output import deliver, report_names, write_into
from extradition.cli.refused_targets import refuse_to_overwrite
from extradition.cli.report_options import as_written, examine_form, law_of, rule_book_of
from extradition.hearing import hear
from extradition.precedents import with_precedents
from extradition.report import is_binary, render
from extradition.rule_book.matter import EVERY_MATTER
from extradition.sensitivity import with_sensitivity
from extradition.source import OptionError

_OF_ONE_MATTER = ("--depth", "--jobs", "--no-sensitivity", "--no-precedents", "--hold-findings")
"""The options that change nothing in a checklist."""


def run_determine(options: argparse.Namespace) -> int:
    """Determine one or more case files, with reasons."""
    examine_form(options)
    if options.hold_findings and options.no_sensitivity:
        raise OptionError("--hold-findings says how sensitivity is found; leave out --no-sensitivity")
    if options.every_matter:
        return _determine_every_matter(options)
    task = Determining(options)
    several = len(options.cases) > 1 or is_folder(options.cases[0])
    files = found(options)
    names = _names_in_folder(files.found, options, several=several)
    with faults_at_the_end(files):
        made = list(each_result(files, task, "determining"))
        files.refuse_if_none(made)
        if names:
            write_into(options.out, [(names[path], report) for path, report in made])
        elif several:
            _print_several([report for _, report in made], options)
        else:
            deliver(made[0][1], options.out)
    return 1 if files.faults else 0


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


def _names_in_folder(paths: Sequence[Path], options: argparse.Namespace, *, several: bool) -> dict[Path, str]:
    """The file name of the report on each of *paths* in the folder ``--out``; none if that is a file.

    Raises:
        SourceError: a report would be written over a file that the command reads.
    """
    if options.out is None or not (several or options.into_folder):
        return {}
    names = report_names(paths, options.format)
    refuse_to_overwrite([options.out / name for name in names.values()], options)
    return names


def _determine_every_matter(options: argparse.Namespace) -> int:
    """Determine one case file under every matter whose gate holds.

    Raises:
        OptionError: several case files are named, or an option that changes nothing in a checklist.
    """
    if len(options.cases) > 1 or is_folder(options.cases[0]):
        raise OptionError("--every-matter takes one case file")
    given = [name for name in _OF_ONE_MATTER if name in options.given]
    if given:
        raise OptionError(f"--every-matter makes a checklist; leave out {', '.join(given)}")
    book = rule_book_of(options)
    case = as_written(case_to_check(options.cases[0]), book, options)
    names = _names_in_folder(options.cases, options, several=False)
    made = render(determine_each_matter(case, book, under=law_of(options)), options.format, options.template)
    if names:
        write_into(options.out, [(name, made) for name in names.values()])
    else:
        deliver(made, options.out)
    return 0


def _print_several(made: Sequence[str | bytes], options: argparse.Namespace) -> None:
    """Print several determinations one after another.

    Raises:
        OptionError: a page or paper holds one determination only.
    """
    if options.format == "html" or is_binary(options.format):
        raise OptionError("several pages need --out FOLDER")
    if options.format == "json":
        content = [json.loads(each) for each in made]
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    else:
        text = "\n".join(map(str, made))
    deliver(text, None)
