"""Values that depend on a rule book and a key alone: each is made once, and goes with its rule book."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any, TypeVar

from extradition.rule_book.rule_book import RuleBook

T = TypeVar("T")

MOST_KEPT = 20_000
"""The most readings and other derived values to keep for one rule book, over all its versions."""

_kept: weakref.WeakKeyDictionary[RuleBook, dict[object, Any]] = weakref.WeakKeyDictionary()


def once(rule_book: RuleBook, key: object, make: Callable[[], T]) -> T:
    """The value that *make* returns for *key*, kept for later calls.

    Args:
        rule_book: the owner of the kept values.
        key: everything that the value depends on, apart from the rule book; the case has no other influence
            on it.
        make: called only if no value is kept.
    """
    kept: dict[object, T] | None = _kept.get(rule_book)
    if kept is None:  # seldom; "setdefault" alone would make a new reference each time
        kept = _kept.setdefault(rule_book, {})
    found = kept.get(key)
    if found is None:
        found = make()
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = found
    return found
