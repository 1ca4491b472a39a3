"""Every limit of the service: what a request may ask for, and how long it may take.

The routes, the answers, the OpenAPI description and the documentation read them here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extradition.source import MOST_BYTES

MOST_CONNECTIONS = 512
MOST_HEAD_BYTES = 16 * 1024
MOST_HEAD_SECONDS = 10
MOST_BODY_SECONDS = 30
MOST_HELD_BYTES = 64 * 1024**2
MOST_DISCARDED_BYTES = 128 * 1024**2
"""The most bytes of a refused body that are read and discarded: twice the largest batch."""
MOST_AT_ONCE = 64
MOST_WAIT_SECONDS = 20
MOST_WORK_SECONDS = 20
MOST_SECONDS_AFTER = 1
"""A worker that is ended takes about a second to replace."""
MOST_MEMORY = 2 * 1024**3
MOST_ANSWER_BYTES = 64 * 1024**2
MOST_SECONDS_TO_TAKE = 30
MOST_SECONDS_TO_FINISH = 2
"""After it, requests that still run are stopped; with what follows, the service ends within five seconds."""
MOST_CASES = 100
MOST_OFFENCES = 100
"""The most offences of one request, in all its cases together. Each takes some hundredths of a second."""
MOST_ON_PAPER = 10
"""The most offences that a Word file or a PDF shows in depth. Each takes a third of a second and 50 MB."""
MOST_ON_A_PAGE = 20
"""The most offences of a case on a page. Each takes a quarter of a megabyte and a quarter of a second."""
MOST_LEAVES = 5_000
"""The most texts of a case on a page. Twenty offences with everything that a whole hearing asks for have
fewer."""
MOST_FORM_FIELDS = 20_000
"""The most fields of the form that a page posts: several for each entry."""
MOST_FAULTS = 1_000
"""The most faults that one answer lists. A body of a mebibyte could have a hundred times as many."""
MOST_FACTS = 200
MOST_LINES = 10_000
MOST_BATCH_BYTES = 64 * 1024**2
MOST_BATCHES = 2
"""The batches that are worked on at once; they share the workers."""
MOST_BATCH_SECONDS = 1_800
MOST_IDLE_SECONDS = 5
"""The time for which a batch waits for a line while another batch needs its place."""
MOST_TABLE_BYTES = 32 * 1024**2
MOST_UNPACKED_BYTES = 512 * 1024**2
"""The size of the largest workbook once it is unpacked."""
MOST_TABLE_ROWS = 500_000
MOST_TABLE_COLUMNS = 200
MOST_TABLES = 4
"""The tables that the explorer holds at once."""
IDLE_TABLE_SECONDS = 30 * 60
"""The time after which a table that no one looks at is deleted."""
MOST_TABLE_WORK_SECONDS = 120
"""The time in which a table must be decided."""
MOST_TABLE_ANSWER_SECONDS = 30
"""The time in which one page or one file of a decided table must be made."""
MOST_TABLE_LAWS = 4
"""The most laws under which a table is decided at once; the page offers all but one, the last is a draft."""
MOST_FILTERS = 8
"""The most filters of one page of the explorer."""
MOST_VALUES = 60
"""The most values of a column by which rows can be chosen."""
MOST_TABLE_FILES = 200
"""The most tables of the operator's folder that the explorer lists."""
MOST_TABLE_FIELDS = 2_000
"""The most fields of a form of the explorer. The editor of a draft has one for each answer."""
MOST_ROWS_SHOWN = 200
"""The most rows of a table of counts on a page."""
MOST_COLUMNS_SHOWN = 40
"""The most columns of one."""
ROWS_SHOWN = 25
"""The rows of one page, and the refused rows that it lists."""
_MEBIBYTE = 1024**2


@dataclass(frozen=True)
class ServiceLimit:
    """One limit of the service.

    Attributes:
        what: the quantity that is limited.
        most: the most that is allowed, with its unit.
        beyond: the answer beyond it.
    """

    what: str
    most: str
    beyond: str


_TOO_LARGE = "the table is not decided; the page says why"
LIMITS_OF_EXPLORER = (
    ServiceLimit("a table", f"{MOST_TABLE_BYTES // _MEBIBYTE} MiB", "the table is not taken (413 or 422)"),
    ServiceLimit("a workbook once it is unpacked", f"{MOST_UNPACKED_BYTES // _MEBIBYTE} MiB", _TOO_LARGE),
    ServiceLimit("rows of a table", f"{MOST_TABLE_ROWS:,}", _TOO_LARGE),
    ServiceLimit("columns of a table", f"{MOST_TABLE_COLUMNS}", _TOO_LARGE),
    ServiceLimit("laws at once", f"{MOST_TABLE_LAWS - 1}, and a draft", "the page offers no more"),
    ServiceLimit("time to decide a table", f"{MOST_TABLE_WORK_SECONDS} s", "the work is stopped"),
    ServiceLimit(
        "time to make one page or file of a table",
        f"{MOST_TABLE_ANSWER_SECONDS} s",
        "the work is stopped (503)",
    ),
    ServiceLimit("tables at once", f"{MOST_TABLES}", "no further table is taken (503)"),
    ServiceLimit(
        "time for which a table is kept without a look at it",
        f"{IDLE_TABLE_SECONDS // 60} min",
        "the table is deleted",
    ),
    ServiceLimit("filters at once", f"{MOST_FILTERS}", "further ones have no effect"),
    ServiceLimit(
        "values of a column by which rows can be chosen", f"{MOST_VALUES}", "the column is not offered"
    ),
    ServiceLimit(
        "rows and columns of a table of counts",
        f"{MOST_ROWS_SHOWN} and {MOST_COLUMNS_SHOWN}",
        "the page says that it is cut; the workbook has them all",
    ),
    ServiceLimit("fields of a form", f"{MOST_TABLE_FIELDS:,}", "the form has no effect (400)"),
    ServiceLimit("tables of the operator", f"{MOST_TABLE_FILES}", "the others are not listed"),
)
"""The limits of the explorer, which its page states."""
LIMITS = (
    ServiceLimit(
        "connections", f"{MOST_CONNECTIONS}", "the one that has waited longest for a request is closed"
    ),
    ServiceLimit("the head of a request", f"{MOST_HEAD_BYTES // 1024} KiB", "400 in plain text"),
    ServiceLimit("time until the head is whole", f"{MOST_HEAD_SECONDS} s", "the connection is closed"),
    ServiceLimit("the body of a request", f"{MOST_BYTES // _MEBIBYTE} MiB", "413"),
    ServiceLimit("time until the body is whole", f"{MOST_BODY_SECONDS} s", "408"),
    ServiceLimit(
        "what is discarded of a refused body, so that its client can read the answer",
        f"{MOST_DISCARDED_BYTES // _MEBIBYTE} MiB, until {MOST_BODY_SECONDS} s after the head",
        "the connection is closed",
    ),
    ServiceLimit("all bodies together", f"{MOST_HELD_BYTES // _MEBIBYTE} MiB", "503 with Retry-After"),
    ServiceLimit(
        "requests at once", f"{MOST_AT_ONCE}; /health and /ready do not count", "503 with Retry-After"
    ),
    ServiceLimit("wait for a process", f"{MOST_WAIT_SECONDS} s", "503 with Retry-After"),
    ServiceLimit("work on a request, or on a line", f"{MOST_WORK_SECONDS} s", "503; the work is stopped"),
    ServiceLimit("work after the client left", f"{MOST_SECONDS_AFTER} s", "the work is stopped"),
    ServiceLimit("memory of a process", f"{MOST_MEMORY // 1024**3} GiB", "503; the work is stopped"),
    ServiceLimit("an answer", f"{MOST_ANSWER_BYTES // _MEBIBYTE} MiB", "422"),
    ServiceLimit("time to take an answer", f"{MOST_SECONDS_TO_TAKE} s", "the connection is closed"),
    ServiceLimit("cases to compare", f"{MOST_CASES}", "422"),
    ServiceLimit("offences of a request, or of a line", f"{MOST_OFFENCES}", "422"),
    ServiceLimit(
        "offences in a Word file or a PDF: a determination deeper than the note, or a draft request",
        f"{MOST_ON_PAPER}",
        "422; HTML, Markdown and JSON have no limit of their own",
    ),
    ServiceLimit("offences of a case on a page", f"{MOST_ON_A_PAGE}", "413"),
    ServiceLimit("entries of a case on a page", f"{MOST_LEAVES:,}", "413"),
    ServiceLimit("fields of a posted form", f"{MOST_FORM_FIELDS:,}", "400"),
    ServiceLimit("faults that an answer lists", f"{MOST_FAULTS:,}", "the number of all faults is stated"),
    ServiceLimit("facts on one page of /facts", f"{MOST_FACTS}", "422"),
    ServiceLimit("batches at once", f"{MOST_BATCHES}", "503 with Retry-After"),
    ServiceLimit("lines of a batch", f"{MOST_LINES:,}", "a line with 413, and no further line is read"),
    ServiceLimit("a batch", f"{MOST_BATCH_BYTES // _MEBIBYTE} MiB", "413, or a line with 413"),
    ServiceLimit(
        "time for which a batch waits for its next line",
        f"{MOST_BODY_SECONDS} s, or {MOST_IDLE_SECONDS} s if another batch needs its place",
        "a line with 408, and no further line is read",
    ),
    ServiceLimit("time of a batch", f"{MOST_BATCH_SECONDS // 60} min", "the answer breaks off"),
    *(ServiceLimit(f"explorer: {each.what}", each.most, each.beyond) for each in LIMITS_OF_EXPLORER),
)
"""Every limit, in the order in which a request meets them."""


def table_of_limits(limits: Iterable[ServiceLimit] = LIMITS) -> str:
    """The limits as a table in Markdown.

    Args:
        limits: the limits; without them, every limit of the service.

    >>> table_of_limits().splitlines()[0]
    '| Limit | Most | Beyond it |'
    """
    return "\n".join(_rows(limits))


def _rows(limits: Iterable[ServiceLimit]) -> Iterator[str]:
    yield "| Limit | Most | Beyond it |"
    yield "| --- | --- | --- |"
    for each in limits:
        yield f"| {each.what} | {each.most} | {each.beyond} |"
