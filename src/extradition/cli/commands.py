"""The commands: each takes the parsed command line and returns the exit code."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from extradition.case_file import CaseFile
from extradition.casework.further_information import request_for
from extradition.casework.replay import Record
from extradition.cli.case_files import CaseFiles, is_folder, load_all, load_case
from extradition.cli.determined import Determined, depth_of
from extradition.cli.in_issue_command import run_in_issue
from extradition.cli.output import deliver, refuse_to_overwrite, report_names, write_into
from extradition.cli.report_options import as_written, examine_form, law_of
from extradition.cli.schema_command import run_schema
from extradition.cli.warrant_command import run_warrant
from extradition.engine.agreement import compile_all
from extradition.hearing import hear
from extradition.hearing.examination import examine
from extradition.policy import law_tests
from extradition.policy.comparison import compare
from extradition.policy.coverage import cover
from extradition.policy.validation import validate
from extradition.precedents import with_precedents
from extradition.report import (
    is_binary,
    render,
    render_diagram,
    render_questions,
    render_service,
    summary_of,
)
from extradition.report.paper_length import examine_paper_length
from extradition.rule_book import RuleBook
from extradition.sensitivity import with_sensitivity
from extradition.source import SourceError, UnknownLawError

_MANY = 20


def run_determine(options: argparse.Namespace) -> int:
    """Determine one or more case files, with reasons."""
    examine_form(options)
    depth = depth_of(options)
    book = RuleBook.load(options.rules)
    several = len(options.cases) > 1 or is_folder(options.cases[0])
    files = _loaded(options, book)
    names = report_names(files.found, options.format) if several and options.out else {}
    if names:
        refuse_to_overwrite([options.out / name for name in names.values()], options)

    def made_of(written: CaseFile) -> Determined:
        case = as_written(written, book, options)
        hearing = hear(case, book, law_of(options))
        determination = (
            hearing.determination
            if options.no_sensitivity
            else with_sensitivity(hearing, hold_findings=options.hold_findings)
        )
        if not options.no_precedents:
            determination = with_precedents(determination, hearing)
        return Determined.of(determination, case, book, depth, options)

    made = files.each(_progress(files.cases, "determining"), made_of)
    files.refuse_if_none(made)
    with _faults_at_the_end(files):
        if names:
            write_into(
                options.out,
                [(names[path], each.rendered()) for path, each in made],
            )
        elif several:
            _print_several([each for _, each in made], options)
        else:
            deliver(made[0][1].rendered(), options.out)
    return 1 if files.faults else 0


def _print_several(made: Sequence[Determined], options: argparse.Namespace) -> None:
    """Print several determinations one after another.

    Raises:
        UnknownLawError: a page or paper holds one determination only.
    """
    if options.format == "html" or is_binary(options.format):
        raise UnknownLawError("several pages need --out FOLDER")
    if options.format == "json":
        content = [each.determination.model_dump(mode="json") for each in made]
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    else:
        text = "\n".join(str(each.rendered()) for each in made)
    deliver(text, None)


def run_ask(options: argparse.Namespace) -> int:
    """Ask the questions that still matter about one case file."""
    from extradition.cli.ask import ask  # noqa: PLC0415  only an interview edits a case file

    return ask(options)


def run_request(options: argparse.Namespace) -> int:
    """Draft a request for further information."""
    examine_form(options)
    book = RuleBook.load(options.rules)
    case = as_written(load_case(options.case, book), book, options)
    draft = request_for(hear(case, book, law_of(options)))
    return deliver(render(draft, options.format, options.template), options.out)


def run_papers(options: argparse.Namespace) -> int:
    """Make court papers from one case file."""
    from extradition.cli.papers import make_papers  # noqa: PLC0415  only this command makes them

    return make_papers(options)


def run_compare(options: argparse.Namespace) -> int:
    """Compare named laws for one case or for many."""
    examine_form(options)
    book = RuleBook.load(options.rules)
    files = _loaded(options, book)
    examine_paper_length(options.format, len(files.cases))
    written = files.each(files.cases, lambda case: as_written(case, book, options))
    cases = (case for _, case in _progress(written, "comparing"))
    made = compare(cases, book, options.laws, engine=options.engine, on_fault=files.refuse)
    files.refuse_if_none(made.cases)
    with _faults_at_the_end(files):
        deliver(render(made, options.format, options.template), options.out)
    return 1 if files.faults else 0


def run_validate(options: argparse.Namespace) -> int:
    """Compare the rule book with decided cases."""
    book = RuleBook.load(options.rules)
    files = _loaded(options, book)
    sound = files.each(files.cases, lambda case: _examined(case, book))
    validation = validate(
        (case for _, case in _progress(sound, "validating")),
        book,
        engine=options.engine,
        on_fault=files.refuse,
    )
    files.refuse_if_none(validation.cases)
    with _faults_at_the_end(files):
        deliver(render(validation, options.format), options.out)
    return 1 if validation.unexplained or files.faults else 0


def _examined(case: CaseFile, book: RuleBook) -> CaseFile:
    """*case* itself, with its words checked first: unknown words are reported before a missing decision.

    Raises:
        SourceError: as for ``examine``.
    """
    examine(case, book)
    return case


def run_replay(options: argparse.Namespace) -> int:
    """Derive a recorded determination again."""
    book = RuleBook.load(options.rules)
    record = Record.load(options.determination)
    case = load_case(options.case, book) if options.case else None
    replay = record.replayed(book, case, across_rule_books=options.across_rule_books)
    deliver(render(replay, options.format), options.out)
    return 0 if replay.status == "identical" else 1


def run_check(options: argparse.Namespace) -> int:
    """Check the rule book, and the tests of law if they are given."""
    book = RuleBook.load(options.folder or options.rules)
    compile_all(book)
    coverage = cover(law_tests.load(options.cases), book) if options.cases else None
    summary = summary_of(book, coverage, with_sources=options.sources)
    deliver(render(summary, options.format), options.out)
    return 0 if coverage is None or coverage.is_complete else 1


def run_questions(options: argparse.Namespace) -> int:
    """Write the questions of the rule book, as a list or a diagram."""
    book = RuleBook.load(options.rules)
    if options.diagram and options.format != "json":
        return deliver(render_diagram(book, options.format), options.out)
    if options.diagram or options.format == "html":
        raise UnknownLawError("the list is made as md or json, the diagram as md or html")
    return deliver(render_questions(book, options.format), options.out)


def run_serve(options: argparse.Namespace) -> int:
    """Serve determinations over HTTP until interrupted."""
    from extradition import web  # noqa: PLC0415  the plain install lacks its packages

    app = web.application(RuleBook.load(options.rules), engine=options.engine, hosts=options.allow_host)
    if not web.is_own(options.host):
        print(render_service("exposed", host=options.host), end="", file=sys.stderr, flush=True)
    web.serve(
        app,
        options.host,
        options.port,
        lambda address: print(render_service("listening", address=address), end="", flush=True),
    )
    return 0


def _loaded(options: argparse.Namespace, book: RuleBook) -> CaseFiles:
    """The case files that the user named. Prints what is left out of their folders."""
    files = load_all(options.cases, book)
    for line in files.skipped:
        print(line, file=sys.stderr)
    return files


@contextlib.contextmanager
def _faults_at_the_end(files: CaseFiles) -> Iterator[None]:
    """A block after which the faults of *files* are printed, even if it raises."""
    try:
        yield
    finally:
        if files.faults:
            print(SourceError(files.faults), file=sys.stderr)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "determine": run_determine,
    "ask": run_ask,
    "in-issue": run_in_issue,
    "request": run_request,
    "papers": run_papers,
    "warrant": run_warrant,
    "replay": run_replay,
    "compare": run_compare,
    "validate": run_validate,
    "check": run_check,
    "questions": run_questions,
    "schema": run_schema,
    "serve": run_serve,
}
"""The function of each command, by its name."""


def _progress(items: Sequence[tuple[Path, CaseFile]], doing: str) -> Iterable[tuple[Path, CaseFile]]:
    """*items*, with a progress bar on a terminal if there are many."""
    if len(items) < _MANY:
        return items
    from tqdm import tqdm  # noqa: PLC0415  few cases need no bar

    bar: Iterable[tuple[Path, CaseFile]] = tqdm(items, desc=doing, unit="case", leave=False, disable=None)
    return bar
