"""The command that records what is not in issue: its options, and the function that runs it."""

from __future__ import annotations

import argparse

from extradition.cli.argument_values import read_file, read_path

RECORDS_WHAT_IS_NOT_IN_ISSUE = (
    "Record every question that is not contested as not in issue, in one act; comments and everything else "
    "in the case file stay."
)


def add_in_issue_options(added: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser.

    Args:
        added: the parser of the command.
    """
    added.add_argument("case", type=read_path, metavar="CASE", help="the case file")
    added.add_argument(
        "--contested",
        nargs="+",
        action="extend",
        default=[],
        metavar="PROVISION",
        help="the questions in issue, as the rule book cites them; without it, none is",
    )
    added.add_argument(
        "--by",
        required=True,
        metavar="SPEAKER",
        help=(
            "who says so: parties, one of the two, or author of the case file; the word of the parties or of "
            "the party against whom an order is sought counts as agreed, any other as assumed"
        ),
    )
    added.add_argument(
        "--out", type=read_file, metavar="PATH", help="write to this file and leave the case file as it is"
    )


def run_in_issue(options: argparse.Namespace) -> int:
    """Record what is not in issue in a case file."""
    from extradition.casework.in_issue import in_issue, written_into  # noqa: PLC0415  only this command needs these
    from extradition.cli.case_files import load_case, refuse_other_names  # noqa: PLC0415
    from extradition.cli.output import write  # noqa: PLC0415
    from extradition.cli.report_options import folder_of_rules  # noqa: PLC0415
    from extradition.report.in_issue_text import render_in_issue  # noqa: PLC0415
    from extradition.rule_book import RuleBook  # noqa: PLC0415
    from extradition.source import text_at  # noqa: PLC0415

    refuse_other_names(options.case)
    rule_book = RuleBook.load(folder_of_rules(options))
    text = text_at(options.case)
    act = in_issue(load_case(options.case, rule_book), rule_book, options.contested, options.by)
    made, target = written_into(text, str(options.case), act), options.out or options.case
    if made != text or options.out is not None:
        write(target, made)
    print(render_in_issue(act, rule_book, str(target)), end="")
    return 0
