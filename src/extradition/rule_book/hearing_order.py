"""The order of the hearing: which question comes before which, and what can still be reached from where."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterator

from extradition.law import Provision
from extradition.rule_book.consequences import next_question
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Question


def following(question: Question) -> dict[str, str]:
    """The questions (or exits) to which *question* leads, by the key in its file that says so."""
    return {key: to for key, way in question.ways.items() if (to := next_question(way)) is not None}


def in_order_of_hearing(contents: Contents, part: str) -> tuple[str, ...]:
    """The provisions of one Part: a question comes after all that lead to it, and its limbs come after it."""
    questions = dict(part_of(contents, part))
    by_name = {question.name: provision for provision, question in questions.items()}
    after = {provision: {to for to in following(question).values() if to in questions} for provision, question in questions.items()}
    waiting_for = Counter(to for tos in after.values() for to in tos)
    ready = [(_key(provision), provision) for provision, question in questions.items() if not question.is_limb and not waiting_for[provision]]
    heapq.heapify(ready)
    ordered: dict[str, None] = {}

    def put(provision: str) -> None:
        ordered.setdefault(provision)
        names = dict.fromkeys(fact for version in questions[provision].versions for fact in version.facts)
        for name in names:
            if name in by_name:
                put(by_name[name])

    while ready:
        _, provision = heapq.heappop(ready)
        put(provision)
        for to in after[provision]:
            waiting_for[to] -= 1
            if not waiting_for[to]:
                heapq.heappush(ready, (_key(to), to))
    return tuple(ordered)


def reached_from(contents: Contents, start: str) -> Iterator[str]:
    """Every question that can be reached from *start*, limbs left out."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here in contents.questions and here not in seen:
            seen.add(here)
            yield here
            waiting += following(contents.questions[here]).values()


def _key(provision: str) -> tuple[tuple[int, str], ...]:
    """What sorts provisions as the Act numbers them: s 8 before s 8A, that before s 10."""
    parsed = Provision(provision)
    return tuple((int(re.match(r"\d*", part)[0] or 0), part.lstrip("0123456789")) for part in (parsed.number, *parsed.below))  # type: ignore[index]
