"""The command that decides a table of offences: its options, and the function that runs it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from extradition.cli.shared_options import add_engine

if TYPE_CHECKING:
    from extradition.cli.case_files import CaseFiles
    from extradition.rule_book import RuleBook

DECIDES_A_TABLE = (
    "Decide a table of offences under several laws at once. A row is an offence, a column a key of a case "
    "file. Rows that it cannot decide as determine would are refused and counted."
)
_SAMPLE = 200


def add_cohort_options(added: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser.

    Args:
        added: the parser of the command.
    """
    table = "a table (.parquet, .csv, .tsv or .xlsx), or case files and folders of them"
    added.add_argument("cases", nargs="+", type=Path, metavar="TABLE", help=table)
    laws = "names of laws from laws.yaml; without it, those that it lists side by side"
    added.add_argument("--laws", nargs="+", metavar="NAME", help=laws)
    out = "write the table with the outcome of each row to this file (.parquet, .csv or .xlsx)"
    added.add_argument("--out", type=Path, metavar="FILE", help=out)
    keep = "further columns of the table, which no rule reads"
    added.add_argument("--keep", nargs="+", default=[], metavar="COLUMN", help=keep)
    added.add_argument("--part", choices=["1", "2"], help="the Part of the rows, if no column says it")
    start = "the question from which the hearing of each row is taken that names none"
    added.add_argument("--taken-from", metavar="PROVISION", help=start)
    sample = f"the number of rows that are determined one by one too ({_SAMPLE}); a difference stops the run"
    added.add_argument("--sample", type=int, default=_SAMPLE, metavar="NUMBER", help=sample)
    added.add_argument("--format", choices=["md", "json"], default="md", help="the format of the summary")
    add_engine(added)


def run_cohort(options: argparse.Namespace) -> int:
    """Decide a table of offences, write it, and print the summary."""
    from extradition.cli.large_output import replaced_at_once  # noqa: PLC0415  only this command needs these
    from extradition.policy.cohort.cohort import counted_cohort, decide_table, write_table  # noqa: PLC0415
    from extradition.policy.cohort.table_names import is_table, refuse_other_tables  # noqa: PLC0415
    from extradition.report import render  # noqa: PLC0415
    from extradition.rule_book import RuleBook  # noqa: PLC0415

    if options.out is not None:
        refuse_other_tables(options.out)
    rule_book, first = RuleBook.load(options.rules), options.cases[0]
    files = None if len(options.cases) == 1 and is_table(first) else _case_files(options.cases, rule_book)
    decided = decide_table(
        first if files is None else files.cases,
        rule_book,
        options.laws,
        part=options.part,
        taken_from=options.taken_from,
        keep=options.keep,
    )
    made = counted_cohort(decided, sample=options.sample, engine=options.engine)
    if options.out is not None:
        with replaced_at_once(options.out) as path:
            write_table(decided, path)
    print(render(made, options.format), end="")
    return _faults_of(files)


def _case_files(paths: Iterable[Path], rule_book: RuleBook) -> CaseFiles:
    """The case files at *paths*, examined; those with a fault are left out."""
    from extradition.cli.case_files import load_all  # noqa: PLC0415  as above
    from extradition.hearing.examination import examine  # noqa: PLC0415

    files = load_all(paths, rule_book)
    for line in files.skipped:
        print(line, file=sys.stderr)
    files.cases = files.each(files.cases, lambda case: examine(case, rule_book))
    files.refuse_if_none(files.cases)
    return files


def _faults_of(files: CaseFiles | None) -> int:
    """The exit code: 1 if a case file has a fault, which is then printed."""
    from extradition.source import SourceError  # noqa: PLC0415  as above

    if files is None or not files.faults:
        return 0
    print(SourceError(files.faults), file=sys.stderr)
    return 1
