"""The order of the hearing: the order of the questions of a matter, and the questions that one question
leads to.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator

from extradition.law import Provision
from extradition.rule_book.consequences import next_question
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Question


def following(question: Question) -> dict[str, str]:
    """The provisions of the questions (or exits) to which *question* leads, by the key in its file."""
    return {key: to for key, way in question.ways.items() if (to := next_question(way)) is not None}


def in_order_of_hearing(contents: Contents, part: str) -> tuple[str, ...]:
    """The provisions of one matter in order: a question follows every question that leads to it; its limbs
    follow it.

    Args:
        contents: the files of the rule book.
        part: the matter.
    """
    questions = dict(part_of(contents, part))
    by_name = {question.name: provision for provision, question in questions.items()}
    after = {
        provision: {to for to in following(question).values() if to in questions}
        for provision, question in questions.items()
    }
    waiting_for = Counter(to for tos in after.values() for to in tos)
    ready = [
        (_key(provision), provision)
        for provision, question in questions.items()
        if not question.is_limb and not waiting_for[provision]
    ]
    heapq.heapify(ready)
    ordered: dict[str, None] = {}

    def add(provision: str) -> None:
        ordered.setdefault(provision)
        names = dict.fromkeys(fact for version in questions[provision].versions for fact in version.facts)
        for name in names:
            if name in by_name:
                add(by_name[name])

    while ready:
        _, provision = heapq.heappop(ready)
        add(provision)
        for to in after[provision]:
            waiting_for[to] -= 1
            if not waiting_for[to]:
                heapq.heappush(ready, (_key(to), to))
    return tuple(ordered)


def reached_from(contents: Contents, start: str) -> Iterator[str]:
    """The provisions of every question that the hearing can reach from *start*, without limbs."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here in contents.questions and here not in seen:
            seen.add(here)
            yield here
            waiting += following(contents.questions[here]).values()


def _key(provision: str) -> tuple[tuple[int, str], ...]:
    """A sort key in the order of the Act: s 8 before s 8A, s 8A before s 10."""
    parsed = Provision(provision)
    return tuple(_in_order(part) for part in (parsed.number, *parsed.below))


def _in_order(part: str) -> tuple[int, str]:
    """The number at the start of *part*, 0 if there is none, and the letters after it."""
    letters = part.lstrip("0123456789")
    return int(part.removesuffix(letters) or 0), letters
