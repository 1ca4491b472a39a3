"""The parser of the command line: its commands and their options."""

from __future__ import annotations

import argparse
from typing import Any, get_args

from extradition.casework.papers.paper_names import KIND_OF_PAPER
from extradition.cli.argument_values import read_file, read_kind, read_path, read_side
from extradition.cli.cohort_command import DECIDES_A_TABLE, add_cohort_options
from extradition.cli.given_options import Flag, Once, Several
from extradition.cli.in_issue_command import RECORDS_WHAT_IS_NOT_IN_ISSUE, add_in_issue_options
from extradition.cli.region_command import FINDS_WHERE_LAWS_PART, add_region_options
from extradition.cli.schema_command import PRINTS_SCHEMAS, add_schema_options
from extradition.cli.serve_command import SERVES, add_serve_options
from extradition.cli.shared_options import (
    CASES,
    EXIT_CODES,
    Commands,
    add_anonymous,
    add_assuming,
    add_drafts,
    add_engine,
    add_jobs,
    add_law,
)
from extradition.cli.warrant_command import READS_A_WARRANT, add_warrant_options
from extradition.report.depths import DEPTHS, NOTE


class _ShowVersion(argparse.Action):
    """The option that prints the version. No other command looks for it, as that takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from extradition.hearing import made_by  # noqa: PLC0415  as the class says

        print(made_by())
        parser.exit()


class _Parser(argparse.ArgumentParser):
    """The parser of the command line and of each command."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.register("action", None, Once)
        for repeated in ("append", "extend"):
            self.register("action", repeated, Several)
        self.register("action", "store_true", Flag)


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; its ``command`` is the name of the command."""
    whole = _Parser(
        prog="extradition",
        description="The Extradition Act 2003 as a rule book. It supports a decision and never makes one.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.set_defaults(given=(), into_folder=False)
    whole.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version of the package")
    _add_commands(Commands(whole))
    return whole


def _add_commands(known: Commands) -> None:
    """Add every command, in the order of the help."""
    _add_determine(known)
    _add_ask(known)
    add_in_issue_options(known.add("in-issue", RECORDS_WHAT_IS_NOT_IN_ISSUE))
    _add_request(known)
    _add_papers(known)
    add_warrant_options(known.add("warrant", READS_A_WARRANT))
    _add_notice(known)
    _add_replay(known)
    _add_compare(known)
    add_cohort_options(known.add("cohort", DECIDES_A_TABLE))
    add_region_options(known.add("region", FINDS_WHERE_LAWS_PART, ["md", "html", "docx", "pdf", "json"]))
    _add_validate(known)
    _add_check(known)
    _add_questions(known)
    add_schema_options(known.add("schema", PRINTS_SCHEMAS))
    add_serve_options(known.add("serve", SERVES))


def _add_determine(known: Commands) -> None:
    one = known.add(
        "determine",
        "Determine one or more case files (or folders of them), with reasons.",
        ["md", "html", "docx", "pdf", "json"],
        names_reports=True,
    )
    one.add_argument("cases", nargs="+", type=read_path, metavar="CASE", help=CASES)
    uses = "; ".join(f"{depth}: {use}" for depth, use in DEPTHS.items())
    one.add_argument("--depth", choices=list(DEPTHS), help=f"{uses} (the default is {NOTE})")
    add_law(one)
    add_drafts(one)
    no_sensitivity = "leave out what the outcome depends on (it takes a tenth of a second a case)"
    one.add_argument("--no-sensitivity", action="store_true", help=no_sensitivity)
    every_matter = "one case file under every matter of its rule book whose gate holds, as one checklist"
    one.add_argument("--every-matter", action="store_true", help=every_matter)
    no_precedents = "leave out the decided cases that share facts with an open question"
    one.add_argument("--no-precedents", action="store_true", help=no_precedents)
    one.add_argument(
        "--hold-findings",
        action="store_true",
        help="take the findings of deciders as fixed when saying what would change the outcome",
    )
    add_anonymous(one)
    add_jobs(one)
    add_engine(one)


def _add_ask(known: Commands) -> None:
    interview = known.add(
        "ask",
        "Ask what still matters about one case file, best first; each answer is written into it at once.",
    )
    interview.add_argument(
        "case",
        type=read_path,
        metavar="CASE",
        help="the case file; its comments and everything else in it stay",
    )
    add_engine(interview)


def _add_request(known: Commands) -> None:
    drafted = known.add(
        "request",
        "Draft a request for further information to the party that seeks the order; nothing is sent.",
        ["md", "html", "docx", "pdf", "json"],
    )
    drafted.add_argument("case", type=read_path, metavar="CASE", help="the case file")
    add_law(drafted)
    add_anonymous(drafted)
    add_engine(drafted)


def _add_papers(known: Commands) -> None:
    made = known.add(
        "papers",
        "Make court papers from one case file: drafts for a lawyer to settle.",
        ["md", "html", "docx", "pdf", "json"],
        names_reports=True,
    )
    made.add_argument("case", type=read_path, metavar="CASE", help="the case file")
    kinds = f"the paper: {', '.join(get_args(KIND_OF_PAPER))}; without it, all of them into --out FOLDER"
    made.add_argument("--kind", type=read_kind, metavar="KIND", help=kinds)
    sides = "of a skeleton: a party of the rule book, with a hyphen between its words"
    made.add_argument("--for", dest="side", type=read_side, metavar="SIDE", help=sides)
    add_law(made)
    add_anonymous(made)
    add_engine(made)


def _add_notice(known: Commands) -> None:
    noticed = known.add("notice", "Make the sketch of a case file from the public JSON of a notice.")
    noticed.add_argument("file", type=read_path, metavar="FILE.json", help="the public fields of one notice")
    noticed.add_argument(
        "--out", type=read_file, metavar="CASE", help="write to this file and not to the terminal"
    )


def _add_replay(known: Commands) -> None:
    recorded = known.add(
        "replay",
        "Derive a recorded determination again, and say whether the new one is identical.",
        ["md", "json"],
    )
    recorded.add_argument(
        "determination",
        type=read_path,
        metavar="DETERMINATION.json",
        help="the JSON form of one determination; it carries its case file",
    )
    recorded.add_argument(
        "case",
        nargs="?",
        type=read_path,
        metavar="CASE",
        help="a case file to compare with the one in the record",
    )
    recorded.add_argument(
        "--across-rule-books",
        action="store_true",
        help="derive it again even if its rule book had other content",
    )
    add_drafts(recorded)


def _add_compare(known: Commands) -> None:
    several = known.add(
        "compare",
        "Compare named laws for one case file or for many.",
        ["md", "html", "docx", "pdf", "xlsx", "csv", "json"],
    )
    several.add_argument("cases", nargs="+", type=read_path, metavar="CASE", help=CASES)
    several.add_argument(
        "--laws",
        nargs="+",
        action="extend",
        metavar="NAME",
        help="two or more laws from laws.yaml; without it, those that it lists side by side",
    )
    add_drafts(several)
    assumed = "also the last of the laws with this version in place of its own; may be given again"
    add_assuming(several, assumed)
    second = "a second rule book: each law is compared with the law of the same name there"
    several.add_argument("--against", type=read_path, metavar="FOLDER", help=second)
    add_anonymous(several)
    add_jobs(several)
    add_engine(several)


def _add_validate(known: Commands) -> None:
    held = known.add(
        "validate",
        "Compare the rule book with decided cases: agreement by era, court and provision.",
        ["md", "json"],
    )
    held.add_argument("cases", nargs="+", type=read_path, metavar="DIR", help=CASES)
    add_jobs(held)
    add_engine(held)


def _add_check(known: Commands) -> None:
    sound = known.add(
        "check",
        "Check the rule book, file by file and as a whole; then compile every version.",
        ["md", "json"],
    )
    sound.add_argument("folder", nargs="?", type=read_path, metavar="RULES", help="the rule book's folder")
    sound.add_argument(
        "--cases",
        type=read_path,
        metavar="FOLDER",
        help="also run the tests of law in this folder, and list the law that they do not test",
    )
    sound.add_argument(
        "--sources", action="store_true", help="also list the texts that were read, and what was not found"
    )
    sound.add_argument(
        "--guidance",
        action="store_true",
        help="also list what guidance says next to the law, and how it differs",
    )


def _add_questions(known: Commands) -> None:
    listed = known.add(
        "questions",
        "The rule book as a list to read: the questions in the order of the hearing, then the facts.",
        ["md", "html", "json"],
    )
    listed.add_argument(
        "--watch", action="store_true", help="the systems and proposals that are no question yet"
    )
    listed.add_argument(
        "--diagram", action="store_true", help="as a diagram: Mermaid, or with --format html a page"
    )
