"""The most cases that one report shows."""

from __future__ import annotations

from extradition.source import OptionError

MOST_CASES_ON_PAPER = 500
"""A page holds about four cases, and a PDF takes a megabyte of memory for each."""
ROWS_ONE_BY_ONE = {"html": 500, "docx": 500, "pdf": 500, "xlsx": 20_000}
"""The most rows of a table that a report in each format shows one by one; other formats show none."""
_ROOM = "html, csv and json have room for all of them"
ROOM_FOR_ROWS = "html and xlsx have the counts and the first rows, and --out FILE writes every row"
"""The way to read a cohort that is too long for paper."""


def examine_paper_length(form: str, cases: int, *, room: str = _ROOM) -> None:
    """Refuse a report on paper about more cases than a reader can use.

    Args:
        form: The format of the report.
        cases: The number of its cases, or of the rows of its table.
        room: The reports that have room for them, in words.

    Raises:
        OptionError: The report is a PDF or a Word file, and has too many cases.

    >>> examine_paper_length("html", 5000)
    """
    if form in ("pdf", "docx") and cases > MOST_CASES_ON_PAPER:
        raise OptionError(
            f"a {form} shows at most {MOST_CASES_ON_PAPER} cases, and these are {cases}: the rows alone "
            f"would fill about {cases // 4} pages; {room}"
        )
