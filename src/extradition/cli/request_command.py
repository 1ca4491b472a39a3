"""The command that drafts a request for further information."""

from __future__ import annotations

import argparse

from extradition.casework.further_information import request_for
from extradition.cli.case_files import load_case
from extradition.cli.output import deliver
from extradition.cli.report_options import as_written, examine_form, folder_of_rules, law_of
from extradition.hearing import hear
from extradition.report import render
from extradition.rule_book import RuleBook


def run_request(options: argparse.Namespace) -> int:
    """Draft a request for further information."""
    examine_form(options)
    book = RuleBook.load(folder_of_rules(options))
    case = as_written(load_case(options.case, book), book, options)
    draft = request_for(hear(case, book, law_of(options)))
    deliver(render(draft, options.format, options.template), options.out)
    return 0
