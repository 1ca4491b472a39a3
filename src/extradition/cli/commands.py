"""The commands: each takes the parsed command line and returns the exit code."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from extradition.casework.checklist import determine_each_matter
from extradition.casework.further_information import request_for
from extradition.casework.notice import notice_text
from extradition.casework.replay import Record
from extradition.cli.case_files import CaseFiles, Made, case_to_check, is_folder, load_case
from extradition.cli.cohort_command import run_cohort
from extradition.cli.file_tasks import Comparing, Determining, FileTask, Validating
from extradition.cli.found_files import faults_at_the_end, found
from extradition.cli.in_issue_command import run_in_issue
from extradition.cli.output import deliver, report_names, write_into
from extradition.cli.papers import make_papers
from extradition.cli.refused_targets import refuse_to_overwrite
from extradition.cli.region_command import run_region
from extradition.cli.report_options import as_written, examine_form, folder_of_rules, law_of, rule_book_of
from extradition.cli.schema_command import run_schema
from extradition.cli.serve_command import run_serve
from extradition.cli.warrant_command import run_warrant
from extradition.engine.agreement import compile_all
from extradition.hearing import hear
from extradition.policy import law_tests
from extradition.policy.comparison import comparison_of
from extradition.policy.coverage import cover
from extradition.policy.validation import validation_of
from extradition.report import (
    is_binary,
    render,
    render_diagram,
    render_questions,
    render_watched,
    summary_of,
)
from extradition.report.paper_length import examine_paper_length
from extradition.rule_book import RuleBook
from extradition.source import MOST_BYTES, OptionError, read_json

T = TypeVar("T")
_MANY = 20


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
        made = list(_progress(files, task, "determining"))
        files.refuse_if_none(made)
        if names:
            write_into(options.out, [(names[path], report) for path, report in made])
        elif several:
            _print_several([report for _, report in made], options)
        else:
            deliver(made[0][1], options.out)
    return 1 if files.faults else 0


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
    given = [name for name in ("--depth", "--jobs") if name in options.given]
    given += [name for name, is_given in _flags_of_one_matter(options).items() if is_given]
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


def _flags_of_one_matter(options: argparse.Namespace) -> dict[str, bool]:
    """The options without a value that change nothing in a checklist, and whether each is given."""
    return {
        "--no-sensitivity": options.no_sensitivity,
        "--no-precedents": options.no_precedents,
        "--hold-findings": options.hold_findings,
    }


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


def run_ask(options: argparse.Namespace) -> int:
    """Ask the questions that still matter about one case file."""
    from extradition.cli.ask import ask  # noqa: PLC0415  ruamel.yaml is slow to load, and only an interview edits

    return ask(options)


def run_request(options: argparse.Namespace) -> int:
    """Draft a request for further information."""
    examine_form(options)
    book = RuleBook.load(folder_of_rules(options))
    case = as_written(load_case(options.case, book), book, options)
    draft = request_for(hear(case, book, law_of(options)))
    deliver(render(draft, options.format, options.template), options.out)
    return 0


def run_compare(options: argparse.Namespace) -> int:
    """Compare named laws for one case or for many."""
    examine_form(options)
    task = Comparing(options)
    files = found(options)
    examine_paper_length(options.format, len(files.found))
    with faults_at_the_end(files):
        heard = (each for _, each in _progress(files, task, "comparing"))
        made = comparison_of(heard, task.laws, options.engine)
        files.refuse_if_none(made.cases)
        deliver(render(made, options.format, options.template), options.out)
    return 1 if files.faults else 0


def run_validate(options: argparse.Namespace) -> int:
    """Compare the rule book with decided cases."""
    task = Validating(options)
    files = found(options)
    with faults_at_the_end(files):
        heard = (each for _, each in _progress(files, task, "validating"))
        validation = validation_of(heard, task.book)
        files.refuse_if_none(validation.cases)
        deliver(render(validation, options.format), options.out)
    return 1 if validation.unexplained or files.faults else 0


def run_replay(options: argparse.Namespace) -> int:
    """Derive a recorded determination again."""
    book = rule_book_of(options)
    record = Record.load(options.determination)
    case = load_case(options.case, book) if options.case else None
    replay = record.replayed(book, case, across_rule_books=options.across_rule_books)
    deliver(render(replay, options.format), options.out)
    return 0 if replay.status == "identical" else 1


def run_notice(options: argparse.Namespace) -> int:
    """Make the sketch of a case file from a notice.

    Raises:
        OptionError: a rule book is named, which a notice does not need.
    """
    if options.rules is not None:
        raise OptionError("a notice is read without a rule book; leave out --rules")
    deliver(notice_text(read_json(options.file, MOST_BYTES)), options.out)
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Check the rule book, and the tests of law if they are given.

    Raises:
        OptionError: two rule books are named.
    """
    if options.folder is not None and options.rules is not None:
        raise OptionError("one rule book is checked; leave out --rules, or the folder")
    book = RuleBook.load(options.folder or folder_of_rules(options))
    compile_all(book)
    coverage = cover(law_tests.load(options.cases, book), book) if options.cases else None
    summary = summary_of(book, coverage, with_sources=options.sources, with_guidance=options.guidance)
    deliver(render(summary, options.format), options.out)
    return 0 if coverage is None or coverage.is_complete else 1


def run_questions(options: argparse.Namespace) -> int:
    """Write the questions of the rule book, as a list or a diagram."""
    book = RuleBook.load(folder_of_rules(options))
    if options.watch:
        if options.diagram:
            raise OptionError("what is watched has no diagram")
        made = render_watched(book, options.format)
    elif options.diagram and options.format != "json":
        made = render_diagram(book, options.format)
    elif options.diagram or options.format == "html":
        raise OptionError("the list is made as md or json, the diagram as md or html")
    else:
        made = render_questions(book, options.format)
    deliver(made, options.out)
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "determine": run_determine,
    "ask": run_ask,
    "in-issue": run_in_issue,
    "request": run_request,
    "papers": make_papers,
    "warrant": run_warrant,
    "notice": run_notice,
    "replay": run_replay,
    "compare": run_compare,
    "cohort": run_cohort,
    "region": run_region,
    "validate": run_validate,
    "check": run_check,
    "questions": run_questions,
    "schema": run_schema,
    "serve": run_serve,
}
"""The function of each command, by its name."""


def _progress(files: CaseFiles, task: FileTask[Any, T], doing: str) -> Iterator[tuple[Path, T]]:
    """What *task* makes of each of *files*, with a progress bar on a terminal if there are many."""
    every: Iterable[Made[T]] = map(task.made_of, files.found)
    if task.options.jobs > 1:
        from extradition.cli.processes import each_made  # noqa: PLC0415  one process needs no others

        every = each_made(task, files.found, task.options.jobs)
    if len(files.found) >= _MANY:
        from tqdm import tqdm  # noqa: PLC0415  few cases need no bar

        total = len(files.found)
        every = tqdm(every, desc=doing, total=total, unit="case", leave=False, disable=None)
    return files.sound(every)
