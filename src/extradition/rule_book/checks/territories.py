"""Checks of the territories."""

from __future__ import annotations

from extradition.rule_book.checks.places import Found
from extradition.rule_book.load import Contents
from extradition.source import Fault

FILE = "territories.yaml"


def territories_answer_the_facts_they_settle(contents: Contents) -> Found:
    """Every designation that settles a fact is one of the answers to that fact."""
    settled = [
        (name, fact, fact.from_territory)
        for name, fact in contents.facts.items()
        if fact.from_territory is not None
    ]
    for code, territory in contents.territories.items():
        for name, fact, designated_as in settled:
            for i, span in enumerate(getattr(territory, designated_as)):
                if span.is_ not in fact.answers:
                    message = f"{span.is_!r} is not one of the answers to {name}: {', '.join(fact.answers)}"
                    yield contents.documents[FILE], Fault((code, designated_as, i, "is"), message)
