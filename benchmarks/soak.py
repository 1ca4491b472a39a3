"""A soak: new cases heard and reported for an hour in one process, whose memory must not grow.

    python benchmarks/soak.py [--minutes 60]

Each minute, what the rule book keeps is dropped, and the resident memory is printed. Exits with 1 if the
memory of the last third of the run is more than 8 MB above that of the second.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from cases import WholeHearings
from keeping import forget
from timing import say

from extradition import (
    CaseFile,
    RuleBook,
    analyse,
    compare,
    determine,
    further_information,
    render,
)

GROWN = 8.0
"""Megabytes by which memory may grow from the second third of a run to the last."""
LAWS = ("before-merticariu", "merticariu", "as-amended-2026")
Task = Callable[[CaseFile, RuleBook], object]
TASKS: Sequence[tuple[int, Task]] = (
    (1, determine),
    (5, lambda case, book: render(determine(case, book), "html")),
    (10, lambda case, book: render(determine(case, book), "json")),
    (20, lambda case, book: compare([case], book, LAWS)),
    (50, analyse),
    (50, further_information),
    (200, lambda case, book: render(determine(case, book), "docx", depth="full")),
    (500, lambda case, book: render(determine(case, book), "pdf")),
)
"""What is done with every so many cases."""


def drawn(book: RuleBook) -> Iterator[CaseFile]:
    """New cases drawn from the worked examples of both Parts, in turn, without end."""
    hearings = WholeHearings(book)
    for i in itertools.count():
        yield hearings.from_example(str(i % 2 + 1))


def soak(book: RuleBook, seconds: float, every: float) -> tuple[int, list[float]]:
    """The number of cases in *seconds*, and the resident megabytes after *every* so many."""
    import psutil  # noqa: PLC0415  the drawing needs none

    process, cases, seen = psutil.Process(), drawn(book), list[float]()
    began = time.monotonic()
    for done, case in enumerate(cases, 1):
        for number, task in TASKS:
            if done % number == 0:
                task(case, book)
        if time.monotonic() - began > every * (len(seen) + 1):
            forget(book)
            gc.collect()
            seen.append(process.memory_info().rss / 2**20)
            say(f"  {done:,} cases: {seen[-1]:.1f} MB")
        if time.monotonic() - began > seconds:
            return done, seen
    raise AssertionError("the cases have no end")


def growth(seen: Sequence[float]) -> float:
    """The megabytes between the medians of the second and of the last third of what was *seen*."""
    third = len(seen) // 3
    return statistics.median(seen[-third:]) - statistics.median(seen[third : 2 * third])


def main() -> int:
    """Run the soak; 1 if memory grew."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60, help="how long (default: 60)")
    options = parser.parse_args()
    seconds = options.minutes * 60
    done, seen = soak(RuleBook.load(), seconds, min(60, seconds / 12))
    grown = growth(seen)
    say(
        f"{done:,} cases in {options.minutes:g} minutes: {seen[0]:.1f} MB at first, {seen[-1]:.1f} MB at last"
    )
    say(f"from the second third to the last: {grown:+.1f} MB ({'flat' if grown <= GROWN else 'it grows'})")
    return 0 if grown <= GROWN else 1


if __name__ == "__main__":
    sys.exit(main())
