"""The command that writes the questions of a rule book."""

from __future__ import annotations

import argparse

from extradition.cli.output import deliver
from extradition.cli.report_options import folder_of_rules
from extradition.report import render_diagram, render_questions, render_watched
from extradition.rule_book import RuleBook
from extradition.source import OptionError


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
