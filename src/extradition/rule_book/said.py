"""What a consequence says in its own words: a power, a duty, its time limit, a decider, or another body."""

from __future__ import annotations

from extradition.rule_book.book_index import BookIndex
from extradition.rule_book.consequences import (
    CONSEQUENCES,
    Adjourn,
    Consequence,
    Done,
    Limit,
    May,
    MayNot,
    Must,
    NeedNot,
    ReferTo,
    kind_of,
    next_question,
)

OF_A_PERSON = frozenset({"may", "may_not", "must", "need_not"})
"""The kinds of consequence that are the power or the duty of a person."""
_WITHOUT_DECIDER = frozenset({"proceed", "refuse"})
"""The kinds of consequence whose words never name the decider."""


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


def said_in(book: BookIndex, provision: str, way: Consequence) -> str | None:
    """What an outcome by *way* says in words of its own.

    They name the decider to whom a case is sent, a decider who is not that of the hearing, and what an
    adjournment is called. None for the words of its kind alone.

    Args:
        book: the rule book.
        provision: the question that *way* follows.
        way: a consequence of that question.
    """
    said, kind = said_of(way), kind_of(way)
    if said is not None or kind in _WITHOUT_DECIDER:
        return said
    decider, to = book.questions[provision].decided_by, next_question(way)
    sent = f" to the {book.questions[to].decided_by}" if to is not None and to in book.questions else ""
    by = "" if decider == book.before[book.parts[provision]] else f" by the {decider}"
    own = way.says if isinstance(way, Adjourn) else None
    return f"{own or CONSEQUENCES[kind].noun}{sent}{by}" if own or sent or by else None
