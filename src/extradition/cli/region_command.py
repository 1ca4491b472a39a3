"""The command that finds where two laws part: its options, and the function that runs it."""

from __future__ import annotations

import argparse

from extradition.cli.shared_options import add_drafts

FINDS_WHERE_LAWS_PART = (
    "Find every pattern of facts on which two laws answer differently, exactly counted, and what stays the "
    "same."
)


def add_region_options(added: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser.

    Args:
        added: the parser of the command.
    """
    added.add_argument("one", metavar="LAW", help="the first law, by its name in laws.yaml")
    added.add_argument("other", metavar="LAW", help="the second law")
    add_drafts(added)
    added.add_argument(
        "--question",
        metavar="PROVISION",
        help=(
            "one question or limb, as the rule book cites it, with its twin in the other Part; without it, "
            "every question that the laws answer differently, and the whole hearing"
        ),
    )


def run_region(options: argparse.Namespace) -> int:
    """Find where two laws part."""
    from extradition.cli.output import deliver  # noqa: PLC0415  only this command needs these
    from extradition.cli.report_options import examine_form, rule_book_of  # noqa: PLC0415
    from extradition.policy.region import region  # noqa: PLC0415
    from extradition.report import render  # noqa: PLC0415

    examine_form(options)
    made = region(options.one, options.other, rule_book_of(options), question=options.question)
    deliver(render(made, options.format, options.template), options.out)
    return 0
