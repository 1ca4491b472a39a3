"""The command that makes the sketch of a case file from a notice."""

from __future__ import annotations

import argparse

from extradition.casework.notice import notice_text
from extradition.cli.output import deliver
from extradition.source import MOST_BYTES, OptionError, read_json


def run_notice(options: argparse.Namespace) -> int:
    """Make the sketch of a case file from a notice.

    Raises:
        OptionError: a rule book is named, which a notice does not need.
    """
    if options.rules is not None:
        raise OptionError("a notice is read without a rule book; leave out --rules")
    deliver(notice_text(read_json(options.file, MOST_BYTES)), options.out)
    return 0
