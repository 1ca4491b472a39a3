"""Hypothesis strategies: cases made of any findings on the vocabulary of a rule book, in the repository's rule books."""

import datetime as dt
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from extradition import CaseFile, RuleBook

ROOT = Path(__file__).parents[1]
BOOK = RuleBook.load(ROOT / "rules")
SMALL = RuleBook.load(ROOT / "tests/books/small")

days = st.dates(min_value=dt.date(2004, 1, 1), max_value=dt.date(2030, 1, 1))
laws = st.sampled_from([None, *BOOK.laws])
_assumed = {"1": [(), ("s20-5-as-amended-2026",), ("s20-3-before-bertino",)], "2": [(), ("s85-5-as-amended-2026", "s85-3-bertino")]}


def assumptions(part: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Versions of that Part to assume."""
    return st.sampled_from(_assumed[part])


def answers(book: RuleBook, name: str) -> st.SearchStrategy[str]:
    fact = book.facts.get(name)
    if fact is None:
        return st.sampled_from(["yes", "no"])
    words = st.sampled_from(list(fact.answers))
    return words | st.integers(0, 30).map(str) if fact.unit else words


def findings(book: RuleBook, part: str, *, on_questions: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    """Any answers to any of the facts about an offence, and to any of the questions."""
    facts = dict.fromkeys(
        name for _, question in book.questions_in(part) for version in question.versions for name in (*version.facts, *question.factors)
    )
    names = [name for name in facts if name in book.facts and book.facts[name].about == "offence"]
    if on_questions:
        names += [question.name for _, question in book.questions_in(part) if question.decided_for == "offence"]
    return st.fixed_dictionaries({}, optional={name: answers(book, name) for name in names})


def case_of(found: dict[str, Any], day: dt.date, part: str = "1", case_type: str = "conviction", **more: Any) -> CaseFile:
    offence = {"id": "one", "case_type": case_type, "findings": found}
    return CaseFile.model_validate({"case": "A case", "part": part, "territory": "RO", "dates": {"hearing": day}, "offences": [offence], **more})
