"""The command that checks a rule book."""

from __future__ import annotations

import argparse

from extradition.cli.output import deliver
from extradition.cli.report_options import folder_of_rules
from extradition.engine.agreement import compile_all
from extradition.policy import law_tests
from extradition.policy.coverage import cover
from extradition.report import render, summary_of
from extradition.rule_book import RuleBook
from extradition.source import OptionError


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
