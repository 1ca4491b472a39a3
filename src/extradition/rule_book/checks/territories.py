"""Checks of the territories."""

from __future__ import annotations

from itertools import product

from extradition.rule_book.checks.places import Found
from extradition.rule_book.load import Contents
from extradition.source import Fault, nearest

FILE = "territories.yaml"


def territories_answer_the_facts_they_settle(contents: Contents) -> Found:
    """Every designation that settles a fact is one of the answers to that fact."""
    settled = [
        (name, fact, fact.from_territory)
        for name, fact in contents.facts.items()
        if fact.from_territory is not None
    ]
    for (code, territory), (name, fact, designated_as) in product(contents.territories.items(), settled):
        for i, span in enumerate(getattr(territory, designated_as)):
            if span.is_ not in fact.answers:
                message = f"{span.is_!r} is not one of the answers to {name}: {', '.join(fact.answers)}"
                yield contents.documents[FILE], Fault((code, designated_as, i, "is"), message)


def territories_of_tests_stay_in_the_category(contents: Contents) -> Found:
    """The territory of the tests of a matter is one of the book, and never of another category."""
    document = contents.documents["book.yaml"]
    for part, matter in contents.book.matters.items():
        code = matter.territory_of_tests
        if code is None:
            continue
        territory, message = contents.territories.get(code), None
        if territory is None:
            message = f"{code!r} is not in {FILE}{nearest(code, contents.territories)}"
        elif matter.category is not None and any(span.is_ != matter.category for span in territory.category):
            always = f"in category {matter.category} all the time"
            message = f"{territory.name} was not {always}; name a territory that was"
        if message is not None:
            yield document, Fault(("matters", part, "territory_of_tests"), message)
