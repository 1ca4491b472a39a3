"""The case files of one command: what is left out of them, and their faults, on standard error."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator

from extradition.cli.case_files import CaseFiles, find_all
from extradition.source import SourceError


def found(options: argparse.Namespace) -> CaseFiles:
    """The case files that the user named. Prints what is left out of their folders.

    Args:
        options: the parsed command line, with the paths in ``cases``.
    """
    files = find_all(options.cases)
    for line in files.skipped:
        print(line, file=sys.stderr)
    return files


@contextlib.contextmanager
def faults_at_the_end(files: CaseFiles) -> Iterator[None]:
    """A block after which the faults of *files* are printed, even if it raises.

    Args:
        files: the case files.
    """
    try:
        yield
    finally:
        if files.faults:
            print(SourceError(files.faults), file=sys.stderr)
