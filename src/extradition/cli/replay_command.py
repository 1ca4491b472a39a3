"""The command that derives a recorded determination again."""

from __future__ import annotations

import argparse

from extradition.casework.replay import Record
from extradition.cli.case_files import load_case
from extradition.cli.output import deliver
from extradition.cli.report_options import rule_book_of
from extradition.report import render


def run_replay(options: argparse.Namespace) -> int:
    """Derive a recorded determination again."""
    book = rule_book_of(options)
    record = Record.load(options.determination)
    case = load_case(options.case, book) if options.case else None
    replay = record.replayed(book, case, across_rule_books=options.across_rule_books)
    deliver(render(replay, options.format), options.out)
    return 0 if replay.status == "identical" else 1
