"""The command that decides a table of offences: its options, and the function that runs it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extradition.cli.argument_values import read_file, read_path
from extradition.cli.shared_options import add_drafts, add_engine

if TYPE_CHECKING:
    from extradition.case_file import CaseFile
    from extradition.cli.case_files import CaseFiles
    from extradition.policy.cohort.results import Cohort
    from extradition.policy.cohort.tables.decided_table import DecidedTable
    from extradition.rule_book import RuleBook

DECIDES_A_TABLE = (
    "Decide a table of offences under several laws at once. A row is an offence, a column a key of a case "
    "file. Rows that it cannot decide as determine would are refused and counted."
)
_SAMPLE = 200
_NOT_WITH_SQL = ("--out", "--by", "--sample-of", "--chart", "--report", "--format", "--sample", "--engine")
"""The options of a table that is decided; they change nothing in a query, which is only printed."""


def add_cohort_options(added: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser.

    Args:
        added: the parser of the command.
    """
    table = "a table (.parquet, .csv, .tsv or .xlsx), or case files and folders of them"
    added.add_argument("cases", nargs="+", type=read_path, metavar="TABLE", help=table)
    laws = "names of laws from laws.yaml; without it, those that it lists side by side"
    added.add_argument("--laws", nargs="+", action="extend", metavar="NAME", help=laws)
    add_drafts(added)
    out = "write the table with the outcome of each row to this file (.parquet, .csv or .xlsx)"
    added.add_argument("--out", type=read_file, metavar="FILE", help=out)
    keep = "further columns of the table, which no rule reads"
    added.add_argument("--keep", nargs="+", action="extend", default=[], metavar="COLUMN", help=keep)
    decisions = "a table of the decisions on offences that have several, one row a decision"
    added.add_argument("--decisions", type=read_path, metavar="TABLE", help=decisions)
    added.add_argument("--part", help="the matter of the rows, if no column says it")
    start = "the question from which the hearing of each row is taken that names none"
    added.add_argument("--taken-from", metavar="PROVISION", help=start)
    sample = f"the number of rows that are determined one by one too ({_SAMPLE}); a difference stops the run"
    added.add_argument("--sample", type=_read_count, default=_SAMPLE, metavar="NUMBER", help=sample)
    by = "break the counts down by this column, or by territory, part or year; may be given twice"
    added.add_argument("--by", action="append", metavar="COLUMN", help=by)
    sample_of = "the population of which the table is a sample, in words; the report then shows shares"
    added.add_argument("--sample-of", type=_read_words, metavar="TEXT", help=sample_of)
    sql = "print the query that decides the table in a database, which calls it cases, and decide nothing"
    added.add_argument("--sql", choices=["duckdb", "spark"], help=sql)
    forms = ["md", "html", "xlsx", "docx", "pdf", "json"]
    added.add_argument("--format", choices=forms, default="md", help="the format of the summary")
    chart = "draw the outcomes under each law, by the first --by, into this file (.svg or .png)"
    added.add_argument("--chart", type=_read_chart, metavar="FILE", help=chart)
    report = "write the summary to this file, not to standard output"
    added.add_argument("--report", type=read_file, metavar="FILE", help=report)
    add_engine(added)


def run_cohort(options: argparse.Namespace) -> int:
    """Decide a table of offences, write it, and print the summary."""
    from extradition.cli.case_files import CaseFiles  # noqa: PLC0415  only this command needs these
    from extradition.cli.found_files import faults_at_the_end, found  # noqa: PLC0415
    from extradition.cli.report_options import rule_book_of  # noqa: PLC0415
    from extradition.policy.cohort.table_names import is_table, refuse_other_tables  # noqa: PLC0415

    _refuse_what_has_no_effect(options)
    _examine_report(options)
    if options.out is not None:
        refuse_other_tables(options.out)
    rule_book, first = rule_book_of(options), options.cases[0]
    is_one_table = len(options.cases) == 1 and is_table(first)
    files = CaseFiles() if is_one_table else found(options)
    with faults_at_the_end(files):
        _decide(options, rule_book, first if is_one_table else _examined(files, rule_book))
    return 1 if files.faults else 0


def _decide(
    options: argparse.Namespace, rule_book: RuleBook, table: Path | Sequence[tuple[Path, CaseFile]]
) -> None:
    """Decide the *table*; print the summary, or the query that decides it in a database."""
    from extradition.cli.output import deliver, written_by_another  # noqa: PLC0415  as above
    from extradition.cli.report_options import laws_named  # noqa: PLC0415
    from extradition.policy.cohort.cohort import decide_table, sql_of, write_table  # noqa: PLC0415
    from extradition.report import render  # noqa: PLC0415

    decided = decide_table(
        table,
        rule_book,
        laws_named(options, rule_book),
        part=options.part,
        taken_from=options.taken_from,
        keep=options.keep,
        decisions=options.decisions,
    )
    if options.sql is not None:
        print(sql_of(decided, options.sql, taken_from=options.taken_from, keep=options.keep))
        return
    made = _counted(decided, options)
    if options.out is not None:
        with written_by_another(options.out) as path:
            write_table(decided, path)
    if options.chart is not None:
        _draw(made, options.chart)
    deliver(render(made, options.format), options.report)


def _counted(decided: DecidedTable, options: argparse.Namespace) -> Cohort:
    """The counts of a table, with the rows that the format of the summary shows one by one."""
    from extradition.policy.cohort.cohort import counted_cohort  # noqa: PLC0415  as above
    from extradition.report.paper_length import ROWS_ONE_BY_ONE  # noqa: PLC0415

    return counted_cohort(
        decided,
        sample=options.sample,
        engine=options.engine,
        by=options.by or (() if _has_bounds(options) else None),
        sample_of=options.sample_of,
        show=ROWS_ONE_BY_ONE.get(options.format, 0),
    )


def _draw(made: Cohort, path: Path) -> None:
    """Write the chart of a cohort.

    Raises:
        OptionError: no row is decided.
    """
    from extradition.cli.output import deliver  # noqa: PLC0415  as above
    from extradition.report.cohort_chart import chart_alone  # noqa: PLC0415

    deliver(chart_alone(made, "png" if path.suffix.lower() == ".png" else "svg"), path)


def _has_bounds(options: argparse.Namespace) -> bool:
    """Whether the user asked for a report with the least and the most of each outcome."""
    from extradition.report.paper_length import ROWS_ONE_BY_ONE  # noqa: PLC0415  as above

    return options.format in ROWS_ONE_BY_ONE or options.chart is not None or options.sample_of is not None


def _refuse_what_has_no_effect(options: argparse.Namespace) -> None:
    """Refuse the options of a summary, a table or a chart next to a query, which is printed alone.

    Refuse the engine, too, where no row is determined one by one.

    Raises:
        OptionError: there is such an option.
    """
    from extradition.source import OptionError  # noqa: PLC0415  as above

    given = [name for name in _NOT_WITH_SQL if name in options.given]
    if options.sql is not None and given:
        raise OptionError(f"--sql prints the query alone; leave out {', '.join(given)}")
    if options.sample == 0 and "--engine" in options.given:
        raise OptionError("--engine reads the rows of the sample, and --sample 0 has none; leave it out")


def _examine_report(options: argparse.Namespace) -> None:
    """Refuse a report that cannot be written, before the table is decided.

    Raises:
        SourceError: it would be written over a file that the command reads.
        OptionError: two files have one name, or a report of bytes would go to a terminal.
    """
    from extradition.cli.refused_targets import refuse_to_overwrite  # noqa: PLC0415
    from extradition.report.rendering import is_binary  # noqa: PLC0415
    from extradition.source import OptionError  # noqa: PLC0415

    written = [each for each in (options.out, options.report, options.chart) if each is not None]
    refuse_to_overwrite(written, options)
    if len({each.resolve() for each in written}) < len(written):
        raise OptionError("two of --out, --report and --chart name the same file; give each its own")
    is_to_terminal = options.report is None and sys.stdout is not None and sys.stdout.isatty()
    if is_to_terminal and is_binary(options.format):
        raise OptionError(f"a {options.format} is nothing to read on a terminal: it needs --report FILE")


def _read_count(text: str) -> int:
    """The number of rows that *text* states.

    Raises:
        argparse.ArgumentTypeError: it states none.
    """
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"must be a number of rows such as 200, not {text!r}")
    return int(text)


def _read_chart(text: str) -> Path:
    """The file of a chart that *text* names.

    Raises:
        argparse.ArgumentTypeError: it is no name of a picture.
    """
    if Path(text).suffix.lower() not in (".svg", ".png"):
        raise argparse.ArgumentTypeError(f"must end in .svg or .png, not {text!r}")
    return read_file(text)


def _read_words(text: str) -> str:
    """The words of *text*.

    Raises:
        argparse.ArgumentTypeError: there are none.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("must say in words of what population the table is a sample")
    return " ".join(text.split())


def _examined(files: CaseFiles, rule_book: RuleBook) -> list[tuple[Path, CaseFile]]:
    """The examined cases of *files*; those with a fault are left out."""
    from extradition.cli.case_files import Made, load_case  # noqa: PLC0415  as above
    from extradition.hearing.examination import examine  # noqa: PLC0415
    from extradition.source import SourceError  # noqa: PLC0415

    def made_of(path: Path) -> Made[CaseFile]:
        try:
            return Made(path, examine(load_case(path, rule_book), rule_book))
        except SourceError as error:
            return Made(path, problems=error.problems)

    cases = list(files.sound(map(made_of, files.found)))
    files.refuse_if_none(cases)
    return cases
