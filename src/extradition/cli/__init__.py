"""The command line; the only place that prints or exits."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pydantic import TypeAdapter
from tqdm import tqdm

from extradition import law_tests
from extradition.case_file import CaseFile
from extradition.cli.ask import ask
from extradition.cli.files import each_or_all_faults, load, reports, write
from extradition.comparison import compare
from extradition.determination import Determination
from extradition.further_information import further_information
from extradition.hearing import determine
from extradition.hearing.readers import engine_of
from extradition.law import Day
from extradition.report import BookSummary, render, render_diagram, render_questions
from extradition.rule_book import RuleBook, UnknownLawError
from extradition.schemas import SCHEMAS, schema
from extradition.sensitivity import analyse, analysed
from extradition.source import EngineError, SourceError
from extradition.validation import validate

EXIT_CODES = """\
exit codes:
  0  done
  1  validate: the rule book disagrees with a decided case and the file does not explain it
     check: a test of law fails, or a version of the law has no test for an answer
  2  bad input: every fault is printed as path:line:column: place: what is wrong, and nothing is written
  3  no determination: durable-rules is missing or failed, or the two readings differ
  130  interrupted
"""


_MANY = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (see ``EXIT_CODES``)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale is
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    except (UnknownLawError, EngineError) as error:
        print(f"extradition: {error}", file=sys.stderr)
        return 3 if isinstance(error, EngineError) else 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _give_up_stdout()
        return 0
    except OSError as error:
        _give_up_stdout()
        print(f"extradition: the output cannot be written: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        return 2
    return code


def _give_up_stdout() -> None:
    """Point standard output at nothing, so that Python does not try it again at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="extradition",
        description="The Extradition Act 2003 as a rule book that runs. It supports a decision and never makes one.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], told: str, forms: Sequence[str]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=told, description=told, epilog=EXIT_CODES, formatter_class=argparse.RawDescriptionHelpFormatter)
        added.set_defaults(run=run)
        added.add_argument("--rules", type=Path, metavar="FOLDER", help="a rule book other than the one that comes with the package")
        if forms:
            added.add_argument("--format", choices=forms, default="md", help="md to read (the default), html for a page, json for a program")
            added.add_argument("--out", type=Path, metavar="PATH", help="write here instead of to the terminal (a folder, if there are several)")
        return added

    def engine(added: argparse.ArgumentParser) -> None:
        added.add_argument("--engine", choices=["durable", "plain"], default="durable", help="plain: the plain reading alone, and the output says so")

    def law(added: argparse.ArgumentParser) -> None:
        which = added.add_mutually_exclusive_group()
        which.add_argument("--law", metavar="NAME", help="a law from laws.yaml, as if the case were heard on its day")
        which.add_argument("--as-at", type=_day, metavar="DATE", help="as if the case were heard on this day (YYYY-MM-DD)")
        added.add_argument(
            "--assuming", action="append", default=[], metavar="VERSION", help="apply this version whatever the dates; may be given again"
        )

    one = command("determine", _determine, "Determine one or more case files (or folders of them), with reasons.", ["md", "html", "json"])
    one.add_argument("cases", nargs="+", type=Path, metavar="CASE", help="a case file, or a folder of them")
    law(one)
    one.add_argument("--no-sensitivity", action="store_true", help="leave out what the outcome depends on (a tenth of a second a case)")
    one.add_argument("--hold-findings", action="store_true", help="take what a judge has found as fixed when saying what would change the outcome")
    engine(one)

    interview = command("ask", ask, "Ask what still matters about one case file, best first; each answer is written into the file at once.", [])
    interview.add_argument("case", type=Path, metavar="CASE", help="the case file; its comments and everything else in it stay")
    engine(interview)

    wanting = command(
        "request", _request, "Draft a request for further information to the requesting authority; nothing is sent.", ["md", "html", "json"]
    )
    wanting.add_argument("case", type=Path, metavar="CASE", help="the case file")
    law(wanting)
    engine(wanting)

    several = command("compare", _compare, "Compare named laws for one case file or for many.", ["md", "json"])
    several.add_argument("cases", nargs="+", type=Path, metavar="CASE", help="a case file, or a folder of them")
    several.add_argument("--laws", nargs="+", required=True, metavar="NAME", help="two or more laws from laws.yaml")
    engine(several)

    held = command("validate", _validate, "Hold the rule book against decided cases: agreement by era, court and provision.", ["md", "json"])
    held.add_argument("cases", nargs="+", type=Path, metavar="DIR", help="a folder of decided cases, or single files")
    engine(held)

    sound = command("check", _check, "Check the rule book: every file, and the whole; then compile every version.", ["md", "json"])
    sound.add_argument("folder", nargs="?", type=Path, metavar="RULES", help="the rule book's folder")
    sound.add_argument(
        "--cases", type=Path, metavar="FOLDER", help="run the tests of law in this folder too, and say what of the law they leave untried"
    )

    listed = command("questions", _questions, "The rule book as a list to read, in the order of the hearing.", ["md", "html", "json"])
    listed.add_argument("--diagram", action="store_true", help="as a diagram: Mermaid, or with --format html a page")
    shapes = command("schema", _schema, "JSON Schemas of the files and of what comes out.", [])
    shapes.add_argument("name", nargs="?", choices=sorted(SCHEMAS), help="which one; without it, their names")
    shapes.add_argument("--out", type=Path, metavar="FOLDER", help="write every schema into this folder")
    return parser


def _day(text: str) -> dt.date:
    try:
        return TypeAdapter(Day).validate_python(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2024-03-06") from None


def _determine(options: argparse.Namespace) -> int:
    book = RuleBook.load(options.rules)
    cases = load(options.cases)
    law = {"law": options.law, "as_at": options.as_at, "assuming": options.assuming, "engine": options.engine}

    def made_of(case: CaseFile) -> Determination:
        made = determine(case, book, **law)
        return made if options.no_sensitivity else analysed(made, analyse(case, book, hold_findings=options.hold_findings, **law))

    made = each_or_all_faults(_progress(cases, "determining"), lambda case: made_of(case[1]))
    several = len(options.cases) > 1 or options.cases[0].is_dir()
    if several and options.out:
        return write(list(reports(options.out, options.format, [path for path, _ in cases], made)))
    if several and options.format == "html":
        raise UnknownLawError("several pages need --out FOLDER")
    if several and options.format == "json":
        return _put(json.dumps([each.model_dump(mode="json") for each in made], indent=2, ensure_ascii=False) + "\n", None)
    return _put("\n".join(render(each, options.format) for each in made), options.out)


def _request(options: argparse.Namespace) -> int:
    book = RuleBook.load(options.rules)
    law = {"law": options.law, "as_at": options.as_at, "assuming": options.assuming, "engine": options.engine}
    return _put(render(further_information(CaseFile.load(options.case), book, **law), options.format), options.out)


def _compare(options: argparse.Namespace) -> int:
    book = RuleBook.load(options.rules)
    cases = load(options.cases)
    each_or_all_faults((case for _, case in cases), book.examine)
    made = compare((case for _, case in _progress(cases, "comparing")), book, options.laws, engine=options.engine)
    return _put(render(made, options.format), options.out)


def _validate(options: argparse.Namespace) -> int:
    book = RuleBook.load(options.rules)
    cases = load(options.cases)
    each_or_all_faults((case for _, case in cases), book.examine)
    told = validate((case for _, case in _progress(cases, "validating")), book, engine=options.engine)
    _put(render(told, options.format), options.out)
    return 1 if told.unexplained else 0


def _check(options: argparse.Namespace) -> int:
    book = RuleBook.load(options.folder or options.rules)
    for _, version in book.versions.values():
        engine_of(book).compile(version)
    coverage = law_tests.cover(law_tests.load(options.cases), book) if options.cases else None
    _put(render(_summary(book, coverage), options.format), options.out)
    return 0 if coverage is None or coverage.is_complete else 1


def _summary(book: RuleBook, coverage: law_tests.Coverage | None) -> BookSummary:
    verified: dict[str, list[str]] = {"text seen": [], "secondary": [], "factsheet only": [], "recalled": []}
    for _, version in book.versions.values():
        verified[version.verified].append(version.id)
    return BookSummary(
        title=book.title,
        stated_as_at=book.stated_as_at,
        rule_book=book.digest,
        questions=len(book.questions),
        versions=len(book.versions),
        prospective=sum(version.in_force.is_prospective for _, version in book.versions.values()),
        facts=len(book.facts),
        territories=len(book.territories),
        verified={level: len(ids) for level, ids in verified.items()},
        unsure={level: ids for level, ids in verified.items() if level in ("factsheet only", "recalled")},
        coverage=coverage,
    )


def _questions(options: argparse.Namespace) -> int:
    book = RuleBook.load(options.rules)
    if options.diagram and options.format != "json":
        return _put(render_diagram(book, options.format), options.out)
    if options.diagram or options.format == "html":
        raise UnknownLawError("the list is made as md or json, the diagram as md or html")
    if options.format == "md":
        return _put(render_questions(book), options.out)
    listed = {provision: question.model_dump(mode="json", by_alias=True) for provision, question in book.questions.items()}
    return _put(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", options.out)


def _schema(options: argparse.Namespace) -> int:
    if options.out:
        return write([(options.out / f"{name}.schema.json", schema(name)) for name in SCHEMAS])
    return _put(schema(options.name) if options.name else "".join(f"{name}\n" for name in sorted(SCHEMAS)), None)


def _progress(items: Sequence[tuple[Path, CaseFile]], doing: str) -> Iterator[tuple[Path, CaseFile]]:
    """*items* one by one, with a bar on a terminal if there are many."""
    yield from tqdm(items, desc=doing, unit="case", leave=False, disable=None if len(items) >= _MANY else True)


def _put(text: str, out: Path | None) -> int:
    if out is None:
        if sys.stdout is None:
            raise OSError(0, "there is no standard output")
        sys.stdout.write(text)
        return 0
    return write([(out, text)])
