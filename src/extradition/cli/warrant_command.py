"""The command that reads a warrant's own file: its options, and the function that runs it."""

from __future__ import annotations

import argparse

from extradition.cli.argument_values import read_file, read_path

READS_A_WARRANT = (
    "Read a warrant's own file (.docx, or PDF with text): the start of a case file, with the source of each "
    "entry and what was not read."
)


def add_warrant_options(added: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser.

    Args:
        added: the parser of the command.
    """
    added.add_argument(
        "file", type=read_path, metavar="FILE", help="the warrant, as a Word file or a PDF with a text layer"
    )
    added.add_argument(
        "--format",
        choices=["yaml", "json"],
        default="yaml",
        help="yaml: the start of a case file; json: the reading, for programs (the default is yaml)",
    )
    target = added.add_mutually_exclusive_group()
    target.add_argument(
        "--out", type=read_file, metavar="PATH", help="write to this file and not to the terminal"
    )
    target.add_argument(
        "--into",
        type=read_file,
        metavar="CASE",
        help="also write the boxes into an offence of this case file; everything else in it stays",
    )
    added.add_argument(
        "--offence", metavar="ID", help="with --into: the offence, if the case file has several"
    )


def run_warrant(options: argparse.Namespace) -> int:
    """Read a warrant's own file into the start of a case file."""
    from extradition.casework.warrant_file.insertion import with_warrant  # noqa: PLC0415
    from extradition.casework.warrant_file.reading import read_warrant  # noqa: PLC0415  only this command needs these
    from extradition.cli.output import deliver, write  # noqa: PLC0415
    from extradition.cli.report_options import folder_of_rules  # noqa: PLC0415
    from extradition.hearing.examination import examine, read_case  # noqa: PLC0415
    from extradition.report import render_warrant  # noqa: PLC0415
    from extradition.rule_book import RuleBook  # noqa: PLC0415
    from extradition.source import OptionError, parse_all, text_at  # noqa: PLC0415

    if options.offence is not None and options.into is None:
        raise OptionError("--offence needs --into CASE")
    rule_book = RuleBook.load(folder_of_rules(options))
    reading = read_warrant(options.file, str(options.file), rule_book)
    if options.into is not None:
        text = with_warrant(text_at(options.into), str(options.into), reading, options.offence)
        examine(read_case(parse_all(str(options.into), text), rule_book), rule_book)
        write(options.into, text)
    deliver(render_warrant(reading, options.format), options.out)
    return 0
