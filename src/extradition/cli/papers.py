"""The command ``papers``: one court paper to the terminal or a file, or every paper into a folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from extradition.casework.papers.kinds import KINDS_OF_PAPER, named_papers, paper_of
from extradition.casework.papers.paper_names import hyphenated
from extradition.cli.case_files import load_case
from extradition.cli.output import deliver, write_into
from extradition.cli.refused_targets import refuse_to_overwrite
from extradition.cli.report_options import as_written, examine_form, folder_of_rules, law_of
from extradition.hearing import Hearing, hear
from extradition.law import PARTY
from extradition.report import render
from extradition.report.formats import FORMATS
from extradition.rule_book import RuleBook
from extradition.rule_book.parties import Parties
from extradition.source import OptionError, nearest


def make_papers(options: argparse.Namespace) -> int:
    """The exit code 0, after one paper is printed or written, or all of them are written into a folder.

    Args:
        options: the parsed command line.

    Raises:
        OptionError: the kind, the side and the output do not fit together.
        SourceError: the case file has a fault, or a paper cannot be written.
    """
    examine_form(options)
    book = RuleBook.load(folder_of_rules(options))
    _examine_kind(options, book.parties)
    case = as_written(load_case(options.case, book), book, options)
    hearing = hear(case, book, law_of(options))
    written = list(_each(hearing, options))
    if options.kind is not None and not options.into_folder:
        deliver(written[0][1], options.out)
        return 0
    refuse_to_overwrite([options.out / name for name, _ in written], options)
    write_into(options.out, written)
    return 0


def _examine_kind(options: argparse.Namespace, parties: Parties) -> None:
    """Refuse a kind, a side and an output that do not fit together, before the case is heard.

    Raises:
        OptionError: as for ``make_papers``.
    """
    sides = [*map(hyphenated, parties.names)]
    if options.side is not None and options.side not in parties.names:
        given = hyphenated(options.side)
        raise OptionError(f"{given!r} is not a side: {', '.join(sides)}{nearest(given, sides)}")
    if options.kind is None:
        if options.out is None:
            raise OptionError("all the papers need --out FOLDER; --kind makes one of them")
        return
    takes_side = KINDS_OF_PAPER[options.kind].takes_side
    if takes_side and options.side is None:
        chosen = " or ".join(f"--for {side}" for side in sides)
        raise OptionError(f"a {options.kind} argues for one side: {chosen}")
    if options.side is not None and not takes_side:
        raise OptionError(f"--for is for a paper that argues; leave it out with --kind {options.kind}")


def _each(hearing: Hearing, options: argparse.Namespace) -> Iterator[tuple[str, str | bytes]]:
    """The file name and the content of every paper, or of the one that ``--kind`` names.

    With ``--for``, the arguments of the other side are left out.
    """
    wanted: PARTY | None = options.side
    for name, (kind, side) in named_papers(hearing.rule_book.parties).items():
        if options.kind in (None, kind) and (wanted is None or side in (None, wanted)):
            made = render(paper_of(hearing, kind, side), options.format, options.template)
            yield f"{name}{FORMATS[options.format].suffix}", made
