"""Full determinations to time, by what ``extradition.rule_book.kept_for_book`` keeps before them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from timing import Row

from extradition import CaseFile, RuleBook, determine
from extradition.engine import agreement
from extradition.rule_book import kept_for_book

FULL = "full determination"
DURABLE, PLAIN = "durable rules", "plain reading"
KEEPING = Literal["all", "of other cases", "none"]
"""What is kept when a case comes: its own readings (it was determined before), those of the cases before
it, or nothing."""
ENGINES: dict[str, agreement.ENGINE] = {DURABLE: "durable", PLAIN: "plain"}


def forget(book: RuleBook) -> None:
    """Drop everything that is kept for *book*: readings, reasons and what can still matter.

    Compiled rules stay, as in a service.
    """
    kept_for_book._kept.pop(book, None)


def kept(book: RuleBook) -> int:
    """How many things are kept for *book*."""
    return len(kept_for_book._kept.get(book, ()))


def determining(
    name: str, reading: str, files: Sequence[CaseFile], keeping: KEEPING, book: RuleBook | None = None
) -> Row:
    """A row of determinations by *reading*; with a *book* of its own unless one is given, so that rows do not
    help one another.

    Each case is determined once before anything is timed: rules are compiled, and for ``all`` everything is
    kept.
    """
    book = book or RuleBook.load()
    run = partial(determine, rule_book=book, engine=ENGINES[reading])
    for file in files:
        run(file)
    clear = None if keeping == "all" else partial(forget, book)
    return Row(name, FULL, run, files, keeping, clear, len(files) if keeping == "of other cases" else 1)
