"""The options that several commands share, and the exit codes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from extradition.cli.argument_values import read_day, read_file, read_jobs, read_path
from extradition.cli.given_options import Target
from extradition.report.formats import FORMAT, FORMATS

EXIT_CODES = """\
exit codes:
  0  done
  1  determine, compare, validate: some files have faults, which are printed; the report is about the others
     validate: the rule book disagrees with a decided case, and the file does not explain it
     check: a test of law fails, or a version of the law has no test for an answer
     replay: the new determination is not identical, or the record was made from another rule book
  2  bad input, and no file is without a fault: every fault is printed as path:line:column: place: what is
     wrong, and no file is written
  3  no determination: durable-rules is missing or failed, or the two readings differ
  130  interrupted (129, 143: ended by the signal HUP, TERM)"""
CASES = "a case file (.yaml, .yml or .json), or a folder: every case file in it and in the folders below it"


class Commands:
    """The commands of a parser, each with the options that every command has.

    Args:
        whole: the parser of the whole command line.
    """

    def __init__(self, whole: argparse.ArgumentParser) -> None:
        self._known = whole.add_subparsers(required=True, metavar="COMMAND")

    def add(
        self, name: str, purpose: str, forms: Sequence[FORMAT] = (), *, names_reports: bool = False
    ) -> argparse.ArgumentParser:
        """The parser of one command, added to the whole.

        Args:
            name: the name of the command.
            purpose: what it does, in a sentence for the user.
            forms: the formats of its report; none if it makes no report.
            names_reports: whether it can name its reports itself, in a folder.
        """
        added = self._known.add_parser(
            name,
            help=purpose,
            description=purpose,
            epilog=EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(command=name)
        added.add_argument(
            "--rules",
            type=read_path,
            metavar="FOLDER",
            help="a rule book other than the one that comes with the package",
        )
        if forms:
            uses = ", ".join(f"{form} {FORMATS[form].use}" for form in forms)
            added.add_argument("--format", choices=forms, default="md", help=f"{uses} (the default is md)")
            _add_out(added, names_reports=names_reports)
        if "docx" in forms:
            added.add_argument(
                "--template",
                type=read_path,
                metavar="FILE",
                help="with --format docx: your own Word template (see templates/README.md)",
            )
        return added


def _add_out(added: argparse.ArgumentParser, *, names_reports: bool) -> None:
    """Add the option that names the file of the report, or the folder for it."""
    purpose = "write to this file and not to the terminal"
    if names_reports:
        into = f"{purpose} (for several reports, or with a slash at its end: into this folder)"
        added.add_argument("--out", action=Target, metavar="PATH", help=into)
    else:
        added.add_argument("--out", type=read_file, metavar="PATH", help=purpose)


def add_anonymous(added: argparse.ArgumentParser) -> None:
    """Add the option that strikes out the particulars.

    Args:
        added: the parser of the command.
    """
    added.add_argument(
        "--anonymous",
        action="store_true",
        help="strike out the names and the references of the particulars, wherever they stand",
    )


def add_drafts(added: argparse.ArgumentParser) -> None:
    """Add the option that adds draft laws to the rule book.

    Args:
        added: the parser of the command.
    """
    added.add_argument(
        "--with",
        dest="drafts",
        action="append",
        default=[],
        type=read_path,
        metavar="DRAFT",
        help="a draft law (a YAML file); its id is then the name of a law; may be given again",
    )


def add_jobs(added: argparse.ArgumentParser) -> None:
    """Add the option that chooses the number of processes.

    Args:
        added: the parser of the command.
    """
    added.add_argument(
        "--jobs",
        type=read_jobs,
        default=1,
        metavar="N",
        help="work on the files in N processes; auto: one for each core (the default is 1)",
    )


def add_engine(added: argparse.ArgumentParser) -> None:
    """Add the option that chooses the engine.

    Args:
        added: the parser of the command.
    """
    added.add_argument(
        "--engine",
        choices=["durable", "plain"],
        default="durable",
        help="plain: only the plain reading, and the output says so",
    )


def add_law(added: argparse.ArgumentParser) -> None:
    """Add the options that choose the law under which a case is heard.

    Args:
        added: the parser of the command.
    """
    which = added.add_mutually_exclusive_group()
    which.add_argument(
        "--law", metavar="NAME", help="a law from laws.yaml, as if the case were heard on its day"
    )
    which.add_argument(
        "--as-at",
        type=read_day,
        metavar="DATE",
        help="as if the case were heard on this day (2024-03-06 or 6/3/2024)",
    )
    add_assuming(added, "apply this version whatever the dates; may be given again")


def add_assuming(added: argparse.ArgumentParser, purpose: str) -> None:
    """Add the option that names versions to assume.

    Args:
        added: the parser of the command.
        purpose: what the command does with them, for the user.
    """
    added.add_argument("--assuming", action="append", default=[], metavar="VERSION", help=purpose)
