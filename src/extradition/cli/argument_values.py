"""The values of options on the command line: a day, the name of a schema, a paper, a port, a host."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from extradition.casework.papers.paper_names import KIND_OF_PAPER
from extradition.typed_date import is_iso_day, iso_text

_PORTS = 2**16
_MOST_JOBS = 256
_DIGITS = 9
"""The digits of a number that are read; more make it too large anyway."""
_OF_CLIENTS = frozenset(
    (
        *("accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type"),
        *(
            "expect",
            "host",
            "if-none-match",
            "origin",
            "prefer",
            "referer",
            "transfer-encoding",
            "user-agent",
        ),
    )
)
"""The headers that clients send by themselves, so none of them names a user."""
_HEADER = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
_HOST = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")


def read_day(text: str) -> dt.date:
    """The day that *text* names; an error of the command line otherwise.

    Args:
        text: the text on the command line.
    """
    from extradition.days import within_bounds  # noqa: PLC0415  help and other arguments need no models

    try:
        iso = iso_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: {error}") from None
    if iso is None or not is_iso_day(iso):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2024-03-06 or 6 March 2024")
    try:
        return within_bounds(dt.date.fromisoformat(iso), text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def read_path(text: str) -> Path:
    """The path that *text* names; an error of the command line if it is empty, which would be the folder of
    the user.

    Args:
        text: the text on the command line.
    """
    if not text:
        raise argparse.ArgumentTypeError("the path is empty; name a file or a folder")
    return Path(text)


def read_file(text: str) -> Path:
    """The file to write that *text* names; an error of the command line if it names a folder, or is empty.

    Args:
        text: the text on the command line.
    """
    path = read_path(text)
    if names_a_folder(text):
        raise argparse.ArgumentTypeError(f"{text!r} names a folder; name a file in it")
    return path


def names_a_folder(text: str) -> bool:
    """Whether *text* has a slash at its end, as the name of a folder may have; a path no longer shows it.

    Args:
        text: the text on the command line.

    >>> names_a_folder("reports/"), names_a_folder("reports")
    (True, False)
    """
    return text.endswith(tuple(each for each in (os.sep, os.altsep) if each))


def read_schema(text: str) -> str:
    """The name of a schema; an error of the command line if *text* names none.

    Args:
        text: the text on the command line.
    """
    from extradition.report.schemas import SCHEMAS  # noqa: PLC0415  building the schemas is slow, and no other command needs them

    if text not in SCHEMAS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not the name of a schema: {', '.join(sorted(SCHEMAS))}"
        )
    return text


def read_kind(text: str) -> str:
    """The kind of court paper that *text* names; an error of the command line if it names none.

    Args:
        text: the text on the command line.
    """
    return _one_of(text, get_args(KIND_OF_PAPER), "a kind of paper")


def read_side(text: str) -> str:
    """The party that *text* names, with a hyphen between its words; the rule book says whether there is one.

    Args:
        text: the text on the command line.
    """
    return text.replace("-", " ")


def _one_of(text: str, known: Sequence[str], what: str) -> str:
    """*text*, if it is one of *known*; otherwise an error that names the nearest."""
    from extradition.source import nearest  # noqa: PLC0415  help needs no hint

    if text not in known:
        raise argparse.ArgumentTypeError(f"{text!r} is not {what}: {', '.join(known)}{nearest(text, known)}")
    return text


def read_jobs(text: str) -> int:
    """The number of processes that *text* names; an error of the command line if it names none.

    Args:
        text: the text on the command line: a whole number, or ``auto`` for the cores of this machine.
    """
    if text == "auto":
        return os.cpu_count() or 1
    if not (text.isascii() and text.isdigit() and 0 < int(text[:_DIGITS]) <= _MOST_JOBS):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a number of processes: a whole number from 1 to {_MOST_JOBS}, or auto"
        )
    return int(text)


def read_port(text: str) -> int:
    """The number of a port; an error of the command line if *text* is none.

    Args:
        text: the text on the command line.
    """
    if not (text.isascii() and text.isdigit() and len(text) < len("100000") and int(text) < _PORTS):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a number up to {_PORTS - 1}")
    return int(text)


def read_host(text: str) -> str:
    """The name of a host; an error of the command line if *text* is none.

    Args:
        text: the text on the command line.
    """
    if not _HOST.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not the name of a host, without a port")
    return text


def read_header(text: str) -> str:
    """The name of a header; an error of the command line if *text* is none.

    Args:
        text: the text on the command line.
    """
    if not _HEADER.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not the name of a header, such as X-Asked-By")
    if text.lower() in _OF_CLIENTS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is a header of every client; name the one in which the proxy names the user, such as "
            "X-Asked-By"
        )
    return text
