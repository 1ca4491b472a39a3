"""Hypothesis strategies: cases made of any findings on the vocabulary of a rule book, in the repository's
rule books.
"""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from extradition import CaseFile, RuleBook
from extradition.hearing.reach import readable
from extradition.hearing.without_effect import counterpart
from extradition.rule_book.question import Question

ROOT = Path(__file__).parents[1]


_load = RuleBook.load  # a test outside the core has another in its place (`made_once`)


@cache
def book_in(folder: str) -> RuleBook:
    """The rule book in that folder of the repository; the tests of one process share it."""
    return _load(ROOT / folder)


BOOK, SMALL = book_in("rules"), book_in("tests/books/small")


def fresh_book() -> RuleBook:
    """The rule book of the package, with nothing that a case has left in it."""
    return RuleBook(BOOK._contents)


days = st.dates(min_value=dt.date(2004, 1, 1), max_value=dt.date(2030, 1, 1))
laws = st.sampled_from([None, *BOOK.laws])
_assumed = {
    "1": [(), ("s20-5-as-amended-2026",), ("s20-3-before-bertino",)],
    "2": [(), ("s85-5-as-amended-2026", "s85-3-bertino")],
}


def assumptions(part: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Versions of that Part to assume."""
    return st.sampled_from(_assumed[part])


@cache
def answers(book: RuleBook, name: str) -> st.SearchStrategy[str]:
    fact = book.facts.get(name)
    if fact is None:
        return st.sampled_from(["yes", "no"])
    words = st.sampled_from(list(fact.answers))
    return words | st.integers(0, 30).map(str) if fact.unit else words


def findings(
    book: RuleBook, part: str, *, on_questions: bool = True, among: Sequence[Question] | None = None
) -> st.SearchStrategy[dict[str, Any]]:
    """Any answers to any of the facts that those questions ask about, and to any of the questions
    themselves.
    """
    asked = [question for _, question in book.questions_in(part)] if among is None else among
    gates = [
        leaf.fact for question in asked if question.asked_if for leaf in question.asked_if.condition.leaves()
    ]
    names = [
        name
        for question in asked
        for version in question.versions
        for name in (*version.facts, *question.factor_names)
    ]
    facts = [name for name in dict.fromkeys((*gates, *names)) if name in book.facts and name != "case_type"]
    facts = [name for name in facts if name not in {*book.from_territory, *book.from_date}]
    questions = [question.name for question in asked] if on_questions else []
    return st.fixed_dictionaries({}, optional={name: answers(book, name) for name in (*facts, *questions)})


@st.composite
def hearings(draw: st.DrawFn, part: str, *, on_questions: bool = True) -> tuple[str, dict[str, Any]]:
    """A question from which the hearing is taken, and findings on what it and the seven after it ask
    about.
    """
    start = draw(starts(part))
    return start, draw(findings_from(start, part, on_questions=on_questions))


@cache
def starts(part: str) -> st.SearchStrategy[str]:
    """A question of that Part from which a hearing can be taken."""
    return st.sampled_from([start for start, question in BOOK.questions_in(part) if not question.is_limb])


@cache
def findings_from(start: str, part: str, *, on_questions: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    """Any answers to what that question and the seven after it ask about.

    Hypothesis checks a strategy when it is first drawn from, so one is kept for each question.
    """
    ordered = list(BOOK.questions_in(part))
    first = [provision for provision, _ in ordered].index(start)
    among = [question for _, question in ordered[first : first + 8]]
    return findings(BOOK, part, on_questions=on_questions, among=among)


_STARTS = {"1": "EA 2003 s 20(1)", "2": "EA 2003 s 85(1)"}
_TERRITORIES = {"1": "BE", "2": "IN"}


def _named_as_here(found: dict[str, Any], part: str, case_type: str) -> dict[str, Any]:
    """*found* without the findings that are refused because the question has another name in cases of that
    type.
    """
    start = BOOK.starts_at[part]
    counted = readable(BOOK, part, start, case_type)
    refused = [name for name in found if name not in counted and counterpart(BOOK, part, name, counted)]
    return {name: answer for name, answer in found.items() if name not in refused}


def case_of(
    found: dict[str, Any],
    day: dt.date | str,
    part: str = "1",
    case_type: str = "conviction",
    *,
    taken_from: str | None = None,
    **more: Any,
) -> CaseFile:
    """A case of one offence under the rule book, taken from trial in absence unless it says from where;
    every date on one day.
    """
    found = _named_as_here(found, part, case_type)
    person = {name: answer for name, answer in found.items() if BOOK.about(part, name) == "person"}
    offence = {
        "id": "one",
        "case_type": case_type,
        "conduct_date": day,
        "findings": {n: a for n, a in found.items() if n not in person},
    }
    dates = {"hearing": day, "arrest": day, "arrest_hour": "23:30", "certificate": day}
    head = {
        "case": "A case",
        "part": part,
        "territory": _TERRITORIES[part],
        "taken_from": taken_from or _STARTS[part],
        "dates": dates,
    }
    return CaseFile.model_validate({**head, "findings": person, "offences": [offence], **more})


def small_case_of(
    found: dict[str, Any], day: dt.date | str, part: str = "1", case_type: str = "conviction", **more: Any
) -> CaseFile:
    """The same under the small rule book, from its first question."""
    person = {name: answer for name, answer in found.items() if SMALL.about(part, name) == "person"}
    offence = {
        "id": "one",
        "case_type": case_type,
        "findings": {n: a for n, a in found.items() if n not in person},
    }
    head = {"case": "A case", "part": part, "territory": "RO", "dates": {"hearing": day}}
    return CaseFile.model_validate({**head, "findings": person, "offences": [offence], **more})


FORCED = {
    "case": "Forced",
    "territory": "PL",
    "dates": {"arrest": "2025-06-02", "certificate": "2025-05-20", "hearing": "2026-02-10"},
    "taken_from": "EA 2003 s 10(2)",
    "findings": {
        "consent": "not_given",
        "speciality_protection": "none",
        "uk_charge": "none",
        "uk_sentence": "none",
    },
    "offences": [
        {
            "id": "o",
            "case_type": "accusation",
            "conduct_date": "2009-03-15",
            "findings": {"uk_equivalent": "offence", "foreign_maximum": "96", "age_at_conduct": "not_shown"},
        }
    ],
}
"""A case file: section 17 forces a discharge, whatever the open question at section 10(2) comes to."""
