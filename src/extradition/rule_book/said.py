"""What a consequence says in its own words: a power, a duty, its time limit, or the body that takes over."""

from __future__ import annotations

from extradition.rule_book.consequences import (
    CONSEQUENCES,
    Consequence,
    Done,
    Limit,
    May,
    MayNot,
    Must,
    NeedNot,
    ReferTo,
    kind_of,
)

OF_A_PERSON = frozenset({"may", "may_not", "must", "need_not"})
"""The kinds of consequence that are the power or the duty of a person."""


def person_of(way: Consequence, decided_by: str) -> str:
    """The decider whose power, duty or decision *way* is: the one that it names, or else *decided_by*."""
    own: str | None = getattr(way, "by", None)
    return decided_by if own is None else own


def within_of(way: Consequence) -> Limit | None:
    """The time limit of a duty; None without one."""
    return way.within if isinstance(way, Must) else None


def reason_of(way: Consequence) -> str | None:
    """The reason why the matter goes to another body; None for every other end."""
    return way.because if isinstance(way, ReferTo) else None


def said_of(way: Consequence) -> str | None:
    """What *way* says in words of its own: after the decider for a power or a duty, or else by itself.

    >>> said_of(NeedNot(need_not="give notice", by="officer", under="TA 2000 s 1"))
    'need not give notice'
    """
    if isinstance(way, ReferTo):
        return f"refer to the {way.refer_to}"
    if isinstance(way, Done):
        return way.done
    key = CONSEQUENCES[kind_of(way)].key
    if not isinstance(way, May | MayNot | Must | NeedNot):
        return None
    limit = within_of(way)
    within = f", within {limit.length} from {limit.from_}" if limit else ""
    return f"{CONSEQUENCES[kind_of(way)].noun} {getattr(way, key)}{within}"
